//! What another program gets from the explorer: the contract's objects for a query, a clear `TypeError` for a mistake.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, in_every_engine, on_page};
use serde_json::{Value, json};

/// The shell leaves the explorer here for scripts.
const EXPLORER: &str = "document.querySelector('#explorer').explorer";

fn search(page: &Page, query: &str) -> Result<Value> {
    page.eval(&format!("{EXPLORER}.search({query})"))
}

/// What a search throws: its kind and message.
fn refusal(page: &Page, query: &str) -> Result<String> {
    let body = format!(
        "try {{ {EXPLORER}.search({query}); }} catch (error) {{ return `${{error.name}}: ${{error.message}}`; }}
         return 'nothing thrown';"
    );
    Ok(page.script(&body, &[])?.as_str().unwrap_or_default().to_owned())
}

#[test]
fn a_query_gives_the_same_sentences_as_the_page_of_its_route() {
    on_page(|page| {
        page.open("#/explore")?;
        let found = search(page, "{ domain: ['elderly-care'], group: ['elderly'], q: '养老' }")?;
        let clauses = found["clauses"].as_array().map_or(0, Vec::len);
        ensure!(clauses > 0 && found["total"] == clauses, "{found}");
        ensure!(found["clauses"][0]["domains"][0]["evidence"][0]["text"].is_string(), "evidence comes with the tags");
        page.open(found["route"].as_str().unwrap_or_default())?;
        let seen = page.count_of(
            "new Set([...document.querySelectorAll('.card:not([hidden]) .context')].map((link) => link.hash)).size",
        )?;
        ensure!(found["total"] == seen, "{} sentences in the answer, {seen} on the page", found["total"]);
        Ok(())
    });
}

#[test]
fn the_empty_query_gives_everything_with_both_counts() {
    on_page(|page| {
        page.open("#/explore")?;
        let found = search(page, "{}")?;
        let care = &found["facets"]["domain"]["elderly-care"];
        ensure!(care["now"] == care["all"] && care["now"].as_u64() > Some(0), "{care}");
        Ok(())
    });
}

/// Calls that no type allows, each with a word that the refusal must have.
const WRONG: &str = r#"
    const { explorer } = document.querySelector('#explorer'), { constructor: Explorer } = explorer;
    const thrower = () => { throw new Error('theirs'); };
    const revoked = (of) => { const { proxy, revoke } = Proxy.revocable(of, {}); revoke(); return proxy; };
    const div = document.createElement('div');
    const values = [undefined, null, 5, 5n, true, Symbol('s'), {}, [], thrower, { toString: thrower }, '床'.repeat(3000000)];
    const calls = [];
    const each = (name, call, list = values) => list.forEach((value, n) => calls.push([`${name} of the ${n}th value`, () => call(value)]));
    each('route', (value) => explorer.setRoute(value));
    each('route', (value) => explorer.setRoute(value), [revoked({})]);
    each('place', (value) => explorer.cite(value, 'text'));
    each('form', (value) => explorer.cite('m5s3', value));
    each('part', (value) => Explorer.add(value, ''));
    each('text', (value) => Explorer.add('notes', value));
    each('route', (value) => new Explorer(div, value));
    each('host', (value) => new Explorer(value, '#/explore'), [...values, { nodeType: 1 }, document, new Proxy(div, {}), revoked(div)]);
    each('frame', (value) => new Explorer(div, '#/explore', value), [5, 'a', true, Symbol('s'), []]);
    each('base', (base) => new Explorer(div, '#/explore', { base }), values.slice(1));
    each('search', (value) => explorer.search(value), [undefined, null, 5, 'a', Symbol('s'), [], thrower]);
    each('q', (q) => explorer.search({ q }), values.slice(1));
    each('domain', (domain) => explorer.search({ domain }), [null, 5, 'a', {}, Symbol('s'), [5], [Symbol('s')], ['a'], [{ toString: thrower }]]);
    if (explorer.export) {
        each('format', (value) => explorer.export(value));
        each('name', (value) => explorer.data(value));
        each('on', (value) => explorer.forPaper(value), values.filter((value) => value !== true));
    }
"#;

/// What is read of an object may throw, and then the script's own error comes back.
const THROWING: &str = r#"
    const { explorer } = document.querySelector('#explorer');
    const thrower = () => { throw new Error('theirs'); };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const getter = (name) => Object.defineProperty({}, name, { get: thrower, enumerable: true });
    const list = Object.assign(['elderly-care'], { [Symbol.iterator]: thrower });
    const queries = [getter('q'), getter('domain'), proxy, new Proxy({}, { ownKeys: thrower }), { domain: list }, { domain: proxy }];
"#;

/// Every wrong call that was not a `TypeError` with its word, and what it was.
fn refusals(page: &Page) -> Result<Value> {
    let body = format!(
        "{WRONG}
         const told = ([name, call]) => {{
             try {{ call(); }} catch (error) {{
                 const named = error.name === 'TypeError' && error.message.includes(name.split(' ')[0]);
                 return named ? [] : [`${{name}}: ${{error.name}}: ${{error.message}}`];
             }}
             return [`${{name}}: nothing`];
         }};
         return calls.flatMap(told);"
    );
    page.script(&body, &[])
}

/// The module is as it was: it answers, and what it shows follows.
fn lives(page: &Page) -> Result<()> {
    ensure!(search(page, "{ q: '养老' }")?["total"].as_u64() > Some(0), "it answers");
    page.script(&format!("{EXPLORER}.setRoute('#/targets'); {EXPLORER}.setRoute('#/explore')"), &[])?;
    let errors = page.errors()?;
    ensure!(errors.is_empty(), "errors: {errors:#?}");
    Ok(())
}

#[test]
fn a_value_of_a_wrong_type_is_a_type_error_that_names_its_place() {
    in_every_engine(|page| {
        page.open("#/explore")?;
        let told = refusals(page)?;
        ensure!(told == json!([]), "{told:#}");
        page.open("#/matrix")?;
        page.wait_for(&format!("{EXPLORER}.export"))?;
        let told = refusals(page)?;
        ensure!(told == json!([]), "with every view: {told:#}");
        lives(page)
    });
}

#[test]
fn objects_that_throw_while_they_are_read_leave_nothing_behind() {
    in_every_engine(|page| {
        page.open("#/explore")?;
        let body = format!(
            "{THROWING}
             const said = new Set();
             for (let n = 0; n < 3000; n += 1)
                 for (const query of queries) try {{ said.add(explorer.search(query)); }} catch (error) {{ said.add(error.name); }}
             return [...said].sort();"
        );
        let said = page.script(&body, &[])?;
        ensure!(said == json!(["Error", "TypeError"]), "{said}");
        lives(page)
    });
}

#[test]
fn events_that_no_reader_makes_change_nothing() {
    in_every_engine(|page| {
        page.open("#/explore")?;
        // A browser that fills a field in makes a `keydown` without a key.
        let events = "
            const host = document.querySelector('#explorer'), text = host.querySelector('h1').firstChild;
            const thrower = { get() { throw new Error('theirs'); } };
            for (let n = 0; n < 2000; n += 1) {
                for (const type of ['keydown', 'click', 'change', 'input', 'submit', 'compositionstart']) {
                    for (const target of [host, host.firstElementChild, text])
                        target.dispatchEvent(new Event(type, { bubbles: true }));
                    const event = new Event(type, { bubbles: true });
                    for (const name of ['type', 'key', 'button', 'isComposing', 'defaultPrevented'])
                        Object.defineProperty(event, name, thrower);
                    host.firstElementChild.dispatchEvent(event);
                }
            }
        ";
        page.script(events, &[])?;
        ensure!(page.route()? == "#/explore", "the route is {}", page.route()?);
        lives(page)
    });
}

#[test]
fn an_explorer_that_is_freed_while_it_works_is_freed_afterwards_and_then_refuses() {
    on_page(|page| {
        page.open("#/explore")?;
        let body = "
            const { constructor: Explorer } = document.querySelector('#explorer').explorer, done = arguments[0];
            const box = document.createElement('div'), said = [];
            document.body.append(box);
            const explorer = new Explorer(box, '#/explore');
            const tell = (act) => { try { said.push(act()); } catch (error) { said.push(error.name); } };
            box.addEventListener('focusin', () => tell(() => explorer.free() ?? 'freed'));
            explorer.focusSearch();
            setTimeout(() => setTimeout(() => {
                tell(() => explorer.route);
                tell(() => explorer.setRoute('#/targets'));
                tell(() => Explorer.prototype.search.call({}, {}));
                tell(() => explorer.free() ?? 'again');
                box.remove();
                done(said);
            }));
        ";
        let said = page.script_until_called(body, &[])?;
        ensure!(said == json!(["freed", "Error", "Error", "Error", "again"]), "{said}");
        lives(page)
    });
}

/// Breaks the module in the middle of a change, by an error that goes through it.
const BREAK: &str = "
    const [name, message] = arguments, real = Node.prototype.contains;
    Node.prototype.contains = () => {
        Node.prototype.contains = real;
        throw Object.assign(new Error(message), { name });
    };
    try { document.querySelector('#explorer').explorer.setRoute('#/targets'); } catch (error) { return error.message; }
    return 'nothing thrown';
";

#[test]
fn a_page_whose_module_breaks_starts_again_where_it_was_by_whatever_name() {
    on_page(|page| {
        for (name, message) in [
            ("RuntimeError", "unreachable"),
            ("RangeError", "Maximum call stack size exceeded"),
            ("Error", "recursive use of an object detected"),
        ] {
            page.open("#/explore?domain=education")?;
            page.wait_for("document.querySelector('#explorer').explorer.constructor.onfault")?;
            page.script("window.before = document.querySelector('#explorer').explorer", &[])?;
            let said = page.script(BREAK, &[json!(name), json!(message)])?;
            ensure!(said == message, "{said}");
            page.wait_for("document.querySelector('#explorer').explorer !== before")?;
            ensure!(page.route()? == "#/explore?domain=education", "{}", page.route()?);
            page.click("fieldset input[type=checkbox]:checked")?;
            ensure!(page.route()? == "#/explore", "it answers its reader: {}", page.route()?);
        }
        lives(page)
    });
}

#[test]
fn a_page_whose_module_breaks_again_and_again_says_that_it_is_static() {
    on_page(|page| {
        page.open("#/explore")?;
        page.wait_for("document.querySelector('#explorer').explorer.constructor.onfault")?;
        for _ in 0..3 {
            page.script("window.before = document.querySelector('#explorer').explorer", &[])?;
            page.script(BREAK, &[json!("Error"), json!("a fault")])?;
            page.wait_for("document.querySelector('#explorer').explorer !== before")?;
        }
        page.script(BREAK, &[json!("Error"), json!("a fault")])?;
        page.wait_for("document.querySelector('#explorer').dataset.state === 'static'")?;
        ensure!(page.count(".card:not([hidden]) .text")? == 77, "every sentence is there to read");
        Ok(())
    });
}

#[test]
fn a_mistake_is_a_type_error_that_names_it_and_the_explorer_lives_on() {
    on_page(|page| {
        page.open("#/explore")?;
        let mistakes = [
            ("", "expected"),
            ("null", "expected"),
            ("7", "expected"),
            ("['elderly-care']", "expected"),
            ("{ colour: ['blue'] }", "colour"),
            ("{ domain: 'elderly-care' }", "domain"),
            ("{ domain: ['astrology'] }", "astrology"),
            ("{ q: 7 }", "q"),
        ];
        for (query, named) in mistakes {
            let thrown = refusal(page, query)?;
            ensure!(thrown.starts_with("TypeError: ") && thrown.contains(named), "search({query}): {thrown}");
        }
        search(page, "{ q: '养老' }")?;
        let console = page.evidence()?.console;
        ensure!(console.is_empty(), "{console:#?}");
        Ok(())
    });
}
