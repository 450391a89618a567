//! With JavaScript off, or the wasm kept away, the whole text is there, and links into it work.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, on_page};

/// How many numbered sentences the Opinion has.
const SENTENCES: u64 = 76;

const SEEN_SENTENCES: &str = "
    [...document.querySelectorAll('[id^=\"/read/\"]')]
        .filter((node) => /^\\/read\\/(m\\d+s\\d+|g\\d+)$/.test(node.id) && node.checkVisibility()
            && node.textContent.includes('。')).length";

fn all_text_is_seen(page: &Page) -> Result<()> {
    let seen = page.count_of(SEEN_SENTENCES)?;
    ensure!(seen == SENTENCES, "{seen} sentences are seen");
    ensure!(page.eval("document.querySelector('.inactive').checkVisibility()")? == true, "a notice says so");
    Ok(())
}

#[test]
fn with_javascript_off_every_sentence_is_seen_and_a_link_lands_on_its_sentence() {
    on_page(|page| {
        page.without_javascript()?;
        page.load("#/read/m7s4")?;
        all_text_is_seen(page)?;
        let landed = page.eval("document.querySelector(':target')?.id ?? ''")?;
        ensure!(landed == "/read/m7s4", "the link lands on {landed}");
        let top = page.eval("document.querySelector(':target').getBoundingClientRect().top")?;
        let top = top.as_f64().unwrap_or(-1.0);
        ensure!((0.0..600.0).contains(&top), "the sentence is in view: {top}");
        ensure!(page.eval("document.querySelector('#q').checkVisibility()")? == false, "no control that does nothing");
        Ok(())
    });
}

#[test]
fn with_the_wasm_blocked_the_same_code_as_javascript_filters() {
    on_page(|page| {
        page.block(&["*.wasm"])?;
        page.open("#/explore")?;
        page.click("input[data-route*='domain=education']")?;
        ensure!(page.route()? == "#/explore?domain=education", "the route is {}", page.route()?);
        let (found, said) = (
            page.count(".card:not([hidden])")?,
            page.count_of("parseInt(document.querySelector('#summary b').textContent)")?,
        );
        ensure!(found == said && found > 0, "{found} sentences, {said} said");
        Ok(())
    });
}

#[test]
fn with_its_module_blocked_a_kiosk_is_the_page_instead_and_stays() {
    on_page(|page| {
        page.block(&["*minsheng_whole*"])?;
        page.open("#/explore?mode=kiosk&domain=elderly-care")?;
        page.script("window.same = true", &[])?;
        // Before it loads this one, the page decides whether it is opened again.
        page.wait_for("performance.getEntriesByType('resource').some(({ name }) => name.includes('/speech.'))")?;
        ensure!(page.eval("window.same === true")? == true, "it was opened again");
        ensure!(page.count(".card:not([hidden])")? == 11, "the page filters");
        Ok(())
    });
}

#[test]
fn with_both_modules_blocked_the_text_stays_and_a_notice_says_so() {
    on_page(|page| {
        page.block(&["*.wasm", "*minsheng-plain*"])?;
        page.load("#/explore")?;
        page.wait_for("document.querySelector('.inactive')?.checkVisibility()")?;
        all_text_is_seen(page)?;
        ensure!(page.evidence()?.violations.is_empty(), "no violation of the policy");
        Ok(())
    });
}

#[test]
fn the_live_page_shows_no_such_notice() {
    on_page(|page| {
        page.open("#/explore")?;
        ensure!(page.eval("document.querySelector('.inactive').checkVisibility()")? == false, "the notice is hidden");
        Ok(())
    });
}
