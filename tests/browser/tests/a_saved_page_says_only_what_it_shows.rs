//! A page that somebody saves as it is: opened again, with or without scripts, everything that it says of itself is true.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Engine, Page, with_a_host_in};
use serde_json::{Value, json};

/// What is shown when somebody saves the page.
const ROUTES: [&str; 7] = [
    "#/explore?q=床位",
    "#/explore?domain=childcare&mode=elder",
    "#/explore?q=没有的词",
    "#/targets",
    "#/matrix",
    "#/check",
    "#/read/m7s4?q=床位",
];

/// Controls that do nothing without scripts.
const CONTROLS: &str = "[...document.querySelectorAll('main :is(button, input, textarea, .chip a, .clear)')].filter((it) => it.checkVisibility()).map((it) => it.className || it.tagName)";

fn is_true(page: &Page, route: &str) -> Result<()> {
    page.wait_for("document.querySelector('main')")?;
    let notice = page.text_of("[...document.querySelectorAll('.inactive')].filter((it) => it.checkVisibility()).map((it) => it.textContent).join()")?;
    let shown =
        page.count_of("[...document.querySelectorAll('.card .text, .s')].filter((it) => it.checkVisibility()).length")?;
    ensure!(shown >= 77 || !notice.contains("全文"), "{route}: “{notice}” stands above {shown} sentences");
    let said = page.text_of("document.querySelector('#summary b, .document #summary b')?.textContent ?? ''")?;
    let cards = page.count_of("[...document.querySelectorAll('.card')].filter((it) => it.checkVisibility()).length")?;
    ensure!(
        route.contains("#/read") || said.is_empty() || said == cards.to_string(),
        "{route}: it says {said} and shows {cards}"
    );
    Ok(())
}

#[test]
fn without_scripts_it_claims_no_more_than_is_there_and_offers_nothing_that_does_not_work() {
    with_a_host_in(&[Engine::Chromium], |page, host| {
        for route in ROUTES {
            page.open("#/explore")?;
            page.script("document.documentElement.dataset.voice = ''", &[])?;
            page.go(route)?;
            page.wait_for("!document.querySelector('[data-awaited]')")?;
            page.settle()?;
            host.replace("saved.html", &page.text_of("`<!doctype html>${document.documentElement.outerHTML}`")?)?;
            for (how, blocked) in [("no scripts", &[][..]), ("no module", &["*.wasm", "*minsheng-plain*"][..])] {
                let off = blocked.is_empty();
                page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": off }))?;
                page.block(blocked)?;
                page.visit("/saved.html")?;
                page.wait_for("[...document.querySelectorAll('.inactive')].some((it) => it.checkVisibility())")?;
                is_true(page, route).map_err(|error| error.context(how))?;
                let controls = page.eval(CONTROLS)?;
                ensure!(controls == Value::Array(Vec::new()), "{route}, {how}: {controls} do nothing");
            }
            page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false }))?;
            page.block(&[])?;
        }
        Ok(())
    });
}

#[test]
fn with_scripts_it_is_the_page_of_its_address() {
    with_a_host_in(&[Engine::Chromium], |page, host| {
        for route in ["#/explore?q=床位", "#/targets"] {
            page.open("#/explore")?;
            page.go(route)?;
            page.wait_for("!document.querySelector('[data-awaited]')")?;
            page.settle()?;
            host.replace("saved.html", &page.text_of("`<!doctype html>${document.documentElement.outerHTML}`")?)?;
            page.visit("/saved.html")?;
            page.wait_for("document.querySelector('#explorer').explorer")?;
            page.wait_for("document.querySelector('#summary')?.textContent.startsWith('全文')")?;
            ensure!(page.count(".card:not([hidden])")? >= 77, "{route}: not everything is there");
            is_true(page, route)?;
        }
        Ok(())
    });
}
