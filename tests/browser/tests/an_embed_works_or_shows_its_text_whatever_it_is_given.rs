//! Hostile input, article and reader: whatever an embed is given and wherever it is taken, it works or shows the author's
//! text, and its state says which.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, embed, in_every_engine, inside, needs_a_long_run, on_page};
use serde_json::json;

/// What anybody may give by a script: values of every type.
const VALUES: &str = r#"
    const thrower = () => { throw new Error('theirs'); };
    const revoked = (of) => { const { proxy, revoke } = Proxy.revocable(of, {}); revoke(); return proxy; };
    const texts = ['', ' ', 'a\ud800', '\udc00b', '\ud83d\ude00', '\0', '%', '%ff', '#', '?', '&=', '<b>', 'a b', '床位', '0', '-1', '1e9',
        'javascript:alert(1)', 'http://[', 'toString', '__proto__', '床'.repeat(3000000)];
    const values = [undefined, null, 5, NaN, 5n, true, Symbol('s'), {}, [], ['q'], thrower, { toString: thrower }, { valueOf: thrower },
        Object.create(null), revoked({}), revoked([]), new Proxy({}, { get: thrower, ownKeys: thrower }), new Date(NaN), window, document];
    const element = document.querySelector('minsheng-explorer');
    const attempt = (act) => { try { act(); return ''; } catch (error) { return String(error?.name); } };
"#;

/// Waits until the embed shows an explorer and says so, or its text.
fn says_what_it_is(page: &Page, given: &str) -> Result<String> {
    let settled = format!(
        "{0}.state !== 'waiting' && ({0}.state === 'live') === ({1} !== null) && ({0}.tier !== '') === ({0}.state === 'live')
         && ({2} !== null) === ({0}.state !== 'live')",
        embed(0),
        inside(0, ".explorer"),
        inside(0, "slot")
    );
    page.wait_for(&settled).map_err(|error| error.context(format!("given {given}")))?;
    page.text_of(&format!("{}.state", embed(0)))
}

/// It is there, and answers its reader.
fn answers(page: &Page, given: &str) -> Result<()> {
    ensure!(says_what_it_is(page, given)? == "live", "given {given} it has failed");
    page.script(&format!("{}.setState('#/explore?group=elderly')", embed(0)), &[])?;
    page.choose_in_embed(0, "childcare")?;
    let route = page.text_of(&format!("{}.getState().route", embed(0)))?;
    ensure!(route == "#/explore?domain=childcare&group=elderly", "given {given} it shows {route}");
    Ok(())
}

/// The article has heard of no error.
fn without_errors(page: &Page) -> Result<()> {
    let errors = page.errors()?.into_iter().filter(|error| error.contains("Uncaught")).collect::<Vec<_>>();
    ensure!(errors.is_empty(), "errors: {errors:#?}");
    Ok(())
}

fn open(page: &Page) -> Result<()> {
    page.article("print.html")?;
    page.embed_lives(0)
}

#[test]
fn a_live_embed_lives_on_whatever_its_attributes_and_properties_are_set_to() {
    in_every_engine(|page| {
        open(page)?;
        for name in ["route", "view", "filters", "q", "lang", "theme", "controls", "maxHeight", "wasmUrl", "sourceUrl"]
        {
            let body = format!(
                "{VALUES}
                 const [name] = arguments, attribute = name.replace(/[A-Z]/, (letter) => `-${{letter.toLowerCase()}}`);
                 const thrown = new Set();
                 for (const value of texts) thrown.add(attempt(() => element.setAttribute(attribute, value)));
                 for (const value of [...texts, ...values]) attempt(() => (element[name] = value));
                 element.removeAttribute(attribute);
                 return [...thrown];"
            );
            let thrown = page.script(&body, &[json!(name)])?;
            ensure!(thrown == json!([""]), "{name} throws {thrown}");
            answers(page, name)?;
        }
        without_errors(page)
    });
}

#[test]
fn an_embed_that_begins_with_hostile_attributes_works_or_shows_its_text() {
    needs_a_long_run();
    on_page(|page| {
        open(page)?;
        let told = ["route", "view", "filters", "q", "lang", "theme", "controls", "source-url"];
        for name in told.into_iter().chain(["max-height", "wasm-url"]) {
            let count = page.script(&format!("{VALUES} return texts.length"), &[])?.as_u64().unwrap_or_default();
            for n in 0..count {
                let begin = format!(
                    "{VALUES}
                     const [name, n] = arguments, made = document.createElement('minsheng-explorer');
                     made.textContent = '作者的话';
                     made.setAttribute(name, texts[n]);
                     element.replaceWith(made);
                     made.dispatchEvent(new FocusEvent('focusin'));"
                );
                page.script(&begin, &[json!(name), json!(n)])?;
                let given = format!("{name}, the {n}th text");
                let state = says_what_it_is(page, &given)?;
                let is_too_long = n + 1 == count && told.contains(&name);
                ensure!(state == if is_too_long { "failed" } else { "live" }, "given {given} it is {state}");
            }
        }
        without_errors(page)
    });
}

#[test]
fn an_embeds_methods_refuse_what_is_of_a_wrong_type_and_say_what_is_right() {
    in_every_engine(|page| {
        open(page)?;
        let body = format!(
            "{VALUES}
             const odd = [], parts = ['view', 'place', 'filters', 'q', 'by', 'lang', 'theme'];
             const refuse = (name, act) => {{
                 try {{ act(); odd.push(`${{name}}: nothing`); }} catch (error) {{
                     const isTheirs = error.message === 'theirs' || /proxy|Proxy|revoked/.test(error.message);
                     if (!isTheirs && !(error.name === 'TypeError' && error.message.includes(name))) odd.push(`${{name}}: ${{error}}`);
                 }}
             }};
             const wrong = values.filter((value) => value !== undefined);
             for (const part of parts) for (const value of wrong) refuse(part, () => element.setState({{ [part]: value }}));
             for (const value of [undefined, null, 5, 5n, true, Symbol('s'), [], thrower, revoked({{}})]) refuse('setState', () => element.setState(value));
             for (const value of [undefined, null, 5, 5n, true, Symbol('s'), [], thrower, revoked({{}})]) refuse('search', () => element.search(value));
             for (const part of parts) for (const text of texts) attempt(() => element.setState({{ [part]: text }}));
             return odd;"
        );
        let odd = page.script(&body, &[])?;
        ensure!(odd == json!([]), "{odd:#}");
        answers(page, "methods")
    });
}

#[test]
fn an_embed_that_moves_into_another_document_looks_and_works_there_as_here() {
    in_every_engine(|page| {
        open(page)?;
        let frame = "
            const frame = document.createElement('iframe'), done = arguments[0];
            frame.style.cssText = 'inline-size: 100%; block-size: 600px';
            frame.onload = () => done(true);
            frame.srcdoc = '<!doctype html><title>another</title><body>';
            document.querySelector('article').prepend(frame);
        ";
        page.script_until_called(frame, &[])?;
        let look = "
            window.look = (element) => {
                const view = element.ownerDocument.defaultView, card = element.shadowRoot.querySelector('.card');
                return [view.getComputedStyle(element).display, view.getComputedStyle(card).borderTopWidth, view.getComputedStyle(card).paddingTop].join();
            };
            window.moved = document.querySelector('minsheng-explorer');
            window.looked = look(moved);
        ";
        page.script(look, &[])?;
        let moves =
            "document.querySelector('iframe').contentDocument.body.append(moved); return moved.state + moved.tier";
        ensure!(page.script(moves, &[])? == "waiting", "it says that it waits");
        page.script("moved.dispatchEvent(new FocusEvent('focusin'))", &[])?;
        page.wait_for("moved.state === 'live' && moved.shadowRoot.querySelector('.card')")?;
        ensure!(page.eval("look(moved) === looked")? == true, "{}", page.text_of("look(moved) + looked")?);
        page.script("moved.shadowRoot.querySelector('label.childcare input').click()", &[])?;
        page.wait_for("moved.getState().filters === 'domain=elderly-care,childcare'")?;
        ensure!(page.eval("moved.whenReady.then && moved.tier")? == "wasm", "it says how it runs");
        page.script("document.querySelector('article').append(moved)", &[])?;
        page.embed_lives(0)?;
        ensure!(page.eval("look(moved) === looked")? == true, "and back");
        Ok(())
    });
}

#[test]
fn an_embed_that_others_empty_is_there_again() {
    in_every_engine(|page| {
        open(page)?;
        let gone = [
            "element.shadowRoot.replaceChildren()",
            "element.shadowRoot.firstElementChild.replaceChildren()",
            "element.shadowRoot.firstElementChild.remove()",
        ];
        for act in gone {
            page.script(&format!("const element = {}; {act}", embed(0)), &[])?;
            answers(page, act)?;
        }
        // Before it begins there is the author's text to lose.
        let before = "
            const made = document.createElement('minsheng-explorer'), done = arguments[0];
            made.textContent = '作者的话';
            made.shadowRoot.replaceChildren();
            setTimeout(() => done(made.shadowRoot.querySelector('slot') !== null));
        ";
        ensure!(page.script_until_called(before, &[])? == true, "the author's text stands again");
        Ok(())
    });
}

#[test]
fn an_embed_that_is_emptied_without_end_gives_in() {
    on_page(|page| {
        open(page)?;
        let body = "
            const element = document.querySelector('minsheng-explorer'), root = element.shadowRoot;
            new MutationObserver(() => root.firstChild && root.replaceChildren()).observe(root, { childList: true });
            root.replaceChildren();
        ";
        page.script(body, &[])?;
        page.settle()?;
        ensure!(page.eval("1 + 1")? == 2, "the article answers");
        Ok(())
    });
}

#[test]
fn an_embed_that_its_article_takes_away_while_it_works_leaves_the_others_alone() {
    on_page(|page| {
        open(page)?;
        let body = "
            const made = document.createElement('minsheng-explorer');
            document.querySelector('article').append(made);
            made.dispatchEvent(new FocusEvent('focusin'));
            made.whenReady.then(() => {
                made.shadowRoot.addEventListener('focusin', () => made.remove());
                made.focusSearch();
                arguments[0](made.state);
            });
        ";
        ensure!(page.script_until_called(body, &[])? == "waiting", "it is gone");
        answers(page, "another's end")
    });
}
