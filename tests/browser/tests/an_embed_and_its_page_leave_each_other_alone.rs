//! An embed looks the same whatever its page does to everything else, works beside other people's scripts, and leaves
//! nothing behind in the page but its element.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, embed, in_every_engine, inside, on_page};
use serde_json::Value;

/// Everything inside the first embed as it is drawn: sizes, to hundredths, and what the page's sheet attacks.
const DRAWN: &str = "
    const explorer = document.querySelector('minsheng-explorer');
    // What was out of sight has a guessed height, and what was in sight depends on the page.
    for (const card of explorer.shadowRoot.querySelectorAll('.card, .facet')) card.style.contentVisibility = 'visible';
    // What is hidden depends on what was shown before.
    const seen = (element) => element.getClientRects().length > 0;
    return [...explorer.shadowRoot.querySelectorAll('*')].filter(seen).map((element) => {
        const { width, height } = element.getBoundingClientRect();
        const { fontSize, letterSpacing, textTransform, lineHeight, display, color } = getComputedStyle(element);
        return [element.localName, element.className, width, height, fontSize, letterSpacing, textTransform, lineHeight, display, color].join(' ')
            .replace(/\\d+\\.\\d+/g, (size) => Number(size).toFixed(2));
    });
";

fn drawn(page: &Page, article: &str) -> Result<Value> {
    page.article(article)?;
    page.script(
        &format!("{0}.style.width = '640px'; {0}.setAttribute('route', '#/explore?group=elderly')", embed(0)),
        &[],
    )?;
    page.embed_lives(0)?;
    page.choose_in_embed(0, "elderly-care")?;
    page.script(DRAWN, &[])
}

#[test]
fn an_embed_is_drawn_the_same_under_a_hostile_sheet() {
    in_every_engine(|page| {
        let (friendly, hostile) = (drawn(page, "print.html")?, drawn(page, "hostile.html")?);
        let pairs = friendly.as_array().into_iter().flatten().zip(hostile.as_array().into_iter().flatten());
        let different = pairs.filter(|(friendly, hostile)| friendly != hostile).take(5).collect::<Vec<_>>();
        ensure!(friendly.as_array().is_some_and(|all| all.len() > 300), "too little is drawn");
        ensure!(different.is_empty(), "{different:#?}");
        Ok(())
    });
}

#[test]
fn an_embed_adds_nothing_to_its_page_but_the_element() {
    in_every_engine(|page| {
        page.article("plain.html")?;
        let body = "
            const done = arguments[0], keys = () => new Set(Reflect.ownKeys(globalThis).filter((key) => typeof key === 'string'));
            const script = document.createElement('script');
            const before = keys(), nodes = document.head.childElementCount;
            script.type = 'module';
            fetch('print.html').then((answer) => answer.text()).then((text) => {
                script.src = /embed\\/minsheng-explorer[^\"]*/.exec(text)[0].replace(/^/, '../');
                document.body.append(script);
                return customElements.whenDefined('minsheng-explorer');
            }).then(() => document.querySelector('minsheng-explorer').whenReady).then(() => {
                const added = [...keys()].filter((key) => !before.has(key));
                done([added, document.head.childElementCount - nodes]);
            });
        ";
        let added = page.script_until_called(body, &[])?;
        ensure!(added[0].as_array().is_some_and(Vec::is_empty), "globals: {}", added[0]);
        ensure!(added[1] == 0, "elements in the head: {}", added[1]);
        Ok(())
    });
}

#[test]
fn an_embed_beside_another_version_takes_a_name_of_its_own() {
    on_page(|page| {
        page.article("plain.html")?;
        let body = "
            const done = arguments[0];
            customElements.define('minsheng-explorer', class extends HTMLElement { static version = '0.0.9'; });
            const script = document.createElement('script');
            script.type = 'module';
            script.onload = () => {
                const name = performance.getEntriesByType('resource').map(({ name }) => /minsheng-explorer-([\\d.]+)\\.js/.exec(name)?.[1]).find(Boolean);
                const second = document.createElement(`minsheng-explorer-${name.replaceAll('.', '-')}`);
                document.querySelector('article').prepend(second);
                second.whenReady.then(() => done(second.tier), (error) => done(String(error)));
            };
            fetch('print.html').then((answer) => answer.text()).then((text) => {
                script.src = /embed\\/minsheng-explorer[^\"]*/.exec(text)[0].replace(/^/, '../');
                document.body.append(script);
            });
        ";
        let tier = page.script_until_called(body, &[])?;
        ensure!(tier == "wasm", "the second version: {tier}");
        Ok(())
    });
}

#[test]
fn an_embed_takes_no_focus_and_no_scroll() {
    on_page(|page| {
        page.article("article.html")?;
        let before = page.eval("scrollY")?;
        page.wait_for(&format!("{} !== null", inside(0, ".explorer")))?;
        page.settle()?;
        ensure!(page.eval("scrollY")? == before && page.focus()? == "body", "focus is on {}", page.focus()?);
        Ok(())
    });
}
