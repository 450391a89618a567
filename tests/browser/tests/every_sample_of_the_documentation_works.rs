//! The samples of docs/embedding.md and README.md, each in an article on a host other than the site's, which nginx serves: what the
//! document says of them is so, and under the policies that it names too.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, embed, given, inside, on_page_of};
use serde_json::json;

const ARTICLES: &str = "MINSHENG_ARTICLES";
/// Keeps what the page's own events say, from before its scripts run.
const LISTEN: &str = "
    window.told = [];
    for (const name of ['ready', 'filter', 'open', 'error'])
        addEventListener(`minsheng:${name}`, ({ detail }) => told.push([name, JSON.parse(JSON.stringify(detail))]));
";

/// Opens a sample with an element, listening to its events from the first, and waits until it answers.
fn open(page: &Page, sample: &str) -> Result<()> {
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": LISTEN }))?;
    page.load(sample)?;
    page.embed_lives(0)
}

fn tier(page: &Page) -> Result<String> {
    page.text_of(&format!("{}.tier", embed(0)))
}

/// Whether a console line or an address is of what the browser asks for by itself.
fn is_icon(text: &str) -> bool {
    text.contains("/favicon.ico")
}

/// Nothing was refused, nothing was said, and all came from the site or the articles' host.
fn clean(page: &Page) -> Result<()> {
    let seen = page.evidence()?;
    ensure!(seen.violations.is_empty(), "violations {:#?}", seen.violations);
    let console = seen.console.iter().filter(|line| !is_icon(line)).collect::<Vec<_>>();
    ensure!(console.is_empty(), "console {console:#?}");
    let hosts = [given("MINSHENG_NGINX")?, given(ARTICLES)?, "about:".to_owned(), "data:".to_owned()];
    let known = |url: &String| is_icon(url) || hosts.iter().any(|host| url.starts_with(host));
    let foreign = seen.requests.iter().filter(|url| !known(url)).collect::<Vec<_>>();
    ensure!(foreign.is_empty(), "foreign requests {foreign:?}");
    Ok(())
}

#[test]
fn the_sample_of_the_element_starts_elsewhere_with_its_hash_compared() {
    on_page_of(ARTICLES, |page| {
        open(page, "element.html")?;
        ensure!(tier(page)? == "wasm", "it starts by {}", tier(page)?);
        let shown = page.text_of(&format!("{}.textContent", inside(0, ".text")))?;
        let written = page.text_of("document.querySelector('blockquote p').firstChild.data.trim()")?;
        ensure!(shown == written, "it shows {shown}, and the author wrote {written}");
        clean(page)
    });
}

#[test]
fn samples_start_by_each_tier_under_the_policies_that_are_named() {
    on_page_of(ARTICLES, |page| {
        for (policy, expected) in [("wasm", "wasm"), ("plain", "plain")] {
            open(page, &format!("{policy}/element.html"))?;
            ensure!(tier(page)? == expected, "under {policy} it starts by {}", tier(page)?);
            let refused = page.evidence()?.violations;
            ensure!(policy == "plain" || refused.is_empty(), "under {policy}: {refused:#?}");
            ensure!(
                refused.iter().all(|one| one.starts_with("connect-src") || one.starts_with("script-src")),
                "{refused:#?}"
            );
        }
        Ok(())
    });
}

#[test]
fn the_sample_of_events_and_methods_shows_what_they_tell() {
    on_page_of(ARTICLES, |page| {
        open(page, "events.html")?;
        page.click("#housing")?;
        page.wait_for("document.querySelector('#count').textContent.endsWith(' 句')")?;
        ensure!(page.text_of("opinion.getState().filters")? == "domain=housing", "the state is set");
        ensure!(page.eval("told.length")? == 1, "a script's doing sends no event");
        page.choose_in_embed(0, "childcare")?;
        page.wait_for("told.length === 2")?;
        let told = page.eval("told[1]")?;
        ensure!(told[0] == "filter" && told[1]["cause"] == "go", "{told}");
        ensure!(page.eval("document.querySelector('#count').textContent")? == told[1]["title"], "{told}");
        clean(page)
    });
}

#[test]
fn the_sample_of_looks_changes_colours_size_and_parts() {
    on_page_of(ARTICLES, |page| {
        open(page, "looks.html")?;
        let styles = format!("getComputedStyle({})", inside(0, ".explorer"));
        ensure!(
            page.text_of(&format!("{styles}.backgroundColor"))? == "rgb(18, 22, 28)",
            "the ground is the article's"
        );
        ensure!(
            page.text_of(&format!("{styles}.fontSize"))? == "17.6px",
            "{}",
            page.text_of(&format!("{styles}.fontSize"))?
        );
        let corner = page.text_of(&format!("getComputedStyle({}).borderTopLeftRadius", inside(0, ".card")))?;
        ensure!(corner == "0px", "a card's corner is {corner}");
        for part in ["search", "filters", "summary", "card", "text", "source"] {
            ensure!(page.count_in_embed(0, &format!("[part={part}]"))? > 0, "no part {part}");
        }
        ensure!(page.count_in_embed(0, "[part=map]")? == 0, "the map was not asked for");
        let shift = page.eval("__probe.shift")?;
        ensure!(shift == 0.0, "what is below moves by {shift}, though some height was reserved");
        clean(page)
    });
}

#[test]
fn the_sample_of_heights_is_as_high_as_it_says_before_the_start_and_after() {
    on_page_of(ARTICLES, |page| {
        open(page, "heights.html")?;
        page.wait_for(&format!("{}.offsetHeight === 560", embed(0)))?;
        page.wait_for(&format!("{}.getClientRects().length === 1", inside(0, ".more")))?;
        let shift = page.eval("__probe.shift")?;
        ensure!(shift == 0.0, "what is below moves by {shift}");
        clean(page)
    });
}

#[test]
fn the_sample_of_the_readme_shows_what_its_link_names() {
    on_page_of(ARTICLES, |page| {
        open(page, "readme.html")?;
        let link = page.text_of("document.querySelector('minsheng-explorer a').hash")?;
        ensure!(page.text_of(&format!("{}.getState().route", embed(0)))? == link, "{link} is not what is shown");
        clean(page)
    });
}

#[test]
fn the_sample_of_an_iframe_takes_the_height_it_needs() {
    on_page_of(ARTICLES, |page| {
        page.load("iframe.html")?;
        page.eval("document.querySelector('iframe').scrollIntoView()")?;
        page.wait_for("document.querySelector('iframe').clientHeight > 1000")?;
        clean(page)
    });
}

/// What the frame tells, kept by the article: heights of the last message of each kind.
const HEARD: &str = "
    window.heard = {};
    addEventListener('message', ({ data, origin }) => {
        const pym = /^pymxPYMx([\\w-]+)xPYMxheightxPYMx(\\d+)$/.exec(data);
        if (pym) window.heard.pym = { child: pym[1], height: Number(pym[2]), origin };
        else if (data.sentinel === 'amp') window.heard.amp = { height: data.height, origin };
    });
";

#[test]
fn the_sample_of_a_sandbox_lives_and_tells_its_height_without_an_origin() {
    on_page_of(ARTICLES, |page| {
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": HEARD }))?;
        page.load("sandbox.html")?;
        page.eval("document.querySelector('iframe').scrollIntoView()")?;
        page.wait_for("heard.amp && heard.pym && heard.amp.height === heard.pym.height")?;
        ensure!(page.eval("heard.amp.origin")? == "null", "a sandboxed frame has no origin");
        ensure!(page.eval("heard.pym.child")? == "minsheng", "{}", page.eval("heard")?);
        let frame = page.command("element", &json!({ "using": "css selector", "value": "iframe" }))?;
        page.command("frame", &json!({ "id": frame }))?;
        page.wait_for(&format!("{} && !{}", inside(0, "[part=search]"), inside(0, "[part=filters]")))?;
        page.command("frame", &json!({ "id": null }))?;
        clean(page)
    });
}

#[test]
fn samples_of_links_oembed_and_amp_lead_to_what_they_name() {
    on_page_of(ARTICLES, |page| {
        page.load("link.html")?;
        page.click("main a")?;
        page.wait_for("document.activeElement === document.getElementById('/read/m7s4')")?;
        page.load("oembed.html")?;
        ensure!(page.count("link[type='application/json+oembed']")? == 1, "the answer is named");
        page.load("amp.html")?;
        ensure!(page.count("amp-iframe[resizable] > [overflow]")? == 1, "AMP finds what it asks for");
        let address = page.text_of("document.querySelector('amp-iframe').getAttribute('src')")?;
        page.command("url", &json!({ "url": address }))?;
        page.embed_lives(0)?;
        ensure!(page.count_in_embed(0, ".card")? == 1, "the frame's page shows the sentence");
        Ok(())
    });
}

#[test]
fn a_sample_stays_text_where_there_are_no_container_queries() {
    on_page_of(ARTICLES, |page| {
        let older = "const supports = CSS.supports.bind(CSS); CSS.supports = (...said) => said[0] !== 'container-type' && supports(...said);";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": older }))?;
        page.load("element.html")?;
        page.wait_for("document.readyState === 'complete'")?;
        ensure!(page.eval("customElements.get('minsheng-explorer') === undefined")? == true, "it is defined");
        ensure!(page.eval("document.querySelector('blockquote').checkVisibility()")? == true, "the text is seen");
        Ok(())
    });
}
