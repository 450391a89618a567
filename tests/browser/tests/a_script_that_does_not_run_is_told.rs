//! Where the page's script is not there, is cut off, is refused or is of the wrong type, the page says so: the whole text
//! can be read, its links work, and no control is shown that does nothing.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, on_page};
use serde_json::json;

/// Policies and faults of a host, by their names in `xtask/src/conditions.rs`.
const HOSTS: [(&str, &str); 5] = [
    ("none", "script-missing"),
    ("none", "script-mislabelled"),
    ("none", "script-cut"),
    ("no-script", "sound"),
    ("no-script", "script-missing"),
];
const CONTROLS: &str = "[...document.querySelectorAll('input, button, select, textarea')]
    .filter((control) => control.checkVisibility({ visibilityProperty: true })).length";

/// Links that take a pointer and name a place that this page does not have.
const DEAD_LINKS: &str = "[...document.querySelectorAll('a[href^=\"#/\"]')].filter((link) =>
    link.checkVisibility({ visibilityProperty: true }) && getComputedStyle(link).pointerEvents !== 'none'
        && link.getAttribute('href') !== '#/explore' && !document.getElementById(decodeURI(link.hash.slice(1)))).length";

/// The notice, every sentence, and no control.
fn only_text_is_seen(page: &Page, what: &str) -> Result<()> {
    page.wait_for("document.readyState === 'complete'")?;
    let notice = page.eval("document.querySelector('.inactive').checkVisibility({ visibilityProperty: true })")?;
    ensure!(notice == true, "{what}: no notice is seen");
    let controls = page.count_of(CONTROLS)?;
    ensure!(controls == 0, "{what}: {controls} controls do nothing");
    let links = page.count_of(DEAD_LINKS)?;
    ensure!(links == 0, "{what}: {links} links lead nowhere");
    let seen = "[...document.querySelectorAll('.card')].filter((card) => card.checkVisibility({ visibilityProperty: true })).length";
    let seen = page.count_of(seen)?;
    ensure!(seen == 77, "{what}: {seen} sentences are seen");
    Ok(())
}

#[test]
fn every_fault_of_a_host_leaves_the_text_a_notice_and_no_dead_control() {
    on_page(|page| {
        for (policy, fault) in HOSTS {
            page.visit(&format!("/on/{policy}/{fault}/"))?;
            only_text_is_seen(page, &format!("{policy}, {fault}"))?;
        }
        Ok(())
    });
}

#[test]
fn a_link_to_a_sentence_lands_there_all_the_same() {
    on_page(|page| {
        page.visit("/on/none/script-cut/#/read/m7s4")?;
        only_text_is_seen(page, "a link")?;
        let top = "document.getElementById('/read/m7s4').getBoundingClientRect().top";
        ensure!(page.eval(&format!("{top} >= 0 && {top} < 600"))? == true, "the sentence is in view");
        Ok(())
    });
}

#[test]
fn a_browser_that_cannot_read_the_script_is_one_of_them() {
    on_page(|page| {
        // What a browser does with words that it does not know.
        page.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": "performance.mark = () => { throw new SyntaxError('Unexpected token'); }" }),
        )?;
        page.load("#/explore")?;
        only_text_is_seen(page, "a script that throws at once")
    });
}

#[test]
fn a_page_that_works_shows_its_controls_before_and_after() {
    on_page(|page| {
        page.open("#/explore")?;
        ensure!(page.count_of(CONTROLS)? > 40, "the controls are there");
        ensure!(page.eval("document.querySelector('.inactive').checkVisibility()")? == false, "and no notice");
        Ok(())
    });
}
