//! The iframe tells its height in the ways that articles listen for, and the article's script believes only its frames.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, in_every_engine, on_page};
use serde_json::{Value, json};

const HEIGHTS: &str = "[...document.querySelectorAll('iframe')].map((frame) => frame.offsetHeight)";
/// What each frame has to show.
const CONTENTS: &str =
    "[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument?.documentElement.offsetHeight)";
const LIVE: &str = "[...document.querySelectorAll('iframe')].every((frame) =>
    frame.contentDocument?.querySelector('minsheng-explorer')?.shadowRoot?.querySelector('.explorer'))";

/// Listens, and then puts each frame in its place again, so that it hears all that the new frames say.
const LISTEN: &str = "
    window.told = [];
    addEventListener('message', ({ data }) => told.push(data));
    for (const frame of document.querySelectorAll('iframe')) frame.replaceWith(frame.cloneNode());
";

fn open(page: &Page) -> Result<()> {
    page.article("frame.html")?;
    page.script(LISTEN, &[])?;
    page.script("document.querySelector('#second').scrollIntoView()", &[])?;
    page.wait_for(LIVE)?;
    // A frame has whole pixels, its content need not.
    page.wait_for(&format!("{HEIGHTS}.every((height, n) => Math.abs(height - {CONTENTS}[n]) <= 1)"))
}

#[test]
fn an_embed_in_a_frame_is_as_high_as_its_content() {
    in_every_engine(|page| {
        open(page)?;
        for words in ["embed-size", "pymxPYMxminshengxPYMxheightxPYMx"] {
            page.wait_for(&format!("JSON.stringify(told).includes({})", json!(words)))?;
        }
        Ok(())
    });
}

#[test]
fn an_embed_in_a_frame_believes_no_stranger() {
    on_page(|page| {
        open(page)?;
        let before = page.eval(HEIGHTS)?;
        let hostile = [
            json!({ "sentinel": "amp", "type": "embed-size", "height": 5000 }),
            json!({ "sentinel": "amp", "type": "embed-size", "height": 1e9 }),
            json!({ "sentinel": "amp", "type": "embed-size", "height": "5000" }),
            json!({ "sentinel": "amp", "type": "embed-size", "height": null }),
            json!({ "sentinel": "amp", "type": "embed-size", "height": { "valueOf": 5 } }),
            json!("pymxPYMxminshengxPYMxheightxPYMx5000"),
            json!(null),
        ];
        // From the page itself, from a frame that is none of ours, and from ours with what no height is.
        page.script("document.body.append(document.createElement('iframe'))", &[])?;
        page.script("for (const data of arguments[0]) postMessage(data, '*')", &[json!(hostile)])?;
        post_from(page, "iframe:not([src])", &json!(hostile))?;
        post_from(page, "#first", &json!(hostile[1..]))?;
        page.script("document.querySelector('iframe:not([src])').remove()", &[])?;
        page.settle()?;
        ensure!(page.eval(HEIGHTS)? == before, "{before} became {}", page.eval(HEIGHTS)?);
        Ok(())
    });
}

/// Sends messages to the article as from one of its frames, and some that JSON cannot say.
fn post_from(page: &Page, frame: &str, messages: &Value) -> Result<()> {
    enter(page, frame)?;
    let body = "
        const odd = [NaN, -1, 0, 300.5, Infinity].map((height) => ({ sentinel: 'amp', type: 'embed-size', height }));
        for (const data of [...arguments[0], ...odd]) parent.postMessage(data, '*');
    ";
    page.script(body, std::slice::from_ref(messages))?;
    page.command("frame/parent", &json!({}))?;
    // A message sent after all of these arrives after them.
    let last = "const done = arguments[0]; addEventListener('message', ({ data }) => data === 'last' && done(true)); postMessage('last', '*');";
    page.script_until_called(last, &[]).map(drop)
}

fn enter(page: &Page, frame: &str) -> Result<()> {
    let frame = page.command("element", &json!({ "using": "css selector", "value": frame }))?;
    page.command("frame", &json!({ "id": frame })).map(drop)
}

#[test]
fn an_embed_in_a_frame_tells_a_height_once_and_never_loops() {
    on_page(|page| {
        open(page)?;
        let body = "
            const done = arguments[0], frame = document.querySelector('#second');
            const explorer = frame.contentDocument.querySelector('minsheng-explorer');
            const next = () => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)));
            (async () => {
                told.length = 0;
                for (let n = 0; n < 100; n += 1) {
                    explorer.setAttribute('route', n % 2 ? '#/explore?group=elderly' : '#/explore?domain=education');
                    await next();
                }
                const after = told.length;
                for (let n = 0; n < 30; n += 1) await next();
                done([after, told.length - after]);
            })();
        ";
        let told = page.script_until_called(body, &[])?;
        let (acts, rest) = (told[0].as_u64().unwrap_or(u64::MAX), told[1].as_u64().unwrap_or(u64::MAX));
        // Two forms of the same height for each change, and at most the last one still under way.
        ensure!(acts <= 200 && acts > 0 && rest <= 2, "{acts} messages for 100 changes, {rest} after them");
        Ok(())
    });
}

#[test]
fn an_embed_in_a_sandbox_without_an_origin_lives() {
    on_page(|page| {
        page.article("sandbox.html")?;
        page.script("document.querySelector('iframe').scrollIntoView()", &[])?;
        enter(page, "iframe")?;
        page.wait_for("document.querySelector('minsheng-explorer')?.shadowRoot?.querySelector('.explorer')")?;
        ensure!(page.text_of("origin")? == "null", "it has an origin");
        ensure!(page.count_in_embed(0, ".card:not([hidden])")? > 0, "no sentence is shown");
        Ok(())
    });
}
