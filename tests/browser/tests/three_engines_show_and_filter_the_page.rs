//! Chromium, Firefox and WebKit: in each the page opens, filters, searches and leads back, without an error.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, in_every_engine};
use serde_json::json;

const BOX: &str = "input[data-route='#/explore?domain=education']";
const SEEN: &str = ".card:not([hidden])";

/// The number a text speaks of, such as 76 in 全文，共 76 句.
fn number_in(page: &Page, element: &str) -> Result<u64> {
    page.count_of(&format!("parseInt(document.querySelector({}).textContent.match(/[0-9]+/)[0])", json!(element)))
}

fn without_errors(page: &Page) -> Result<()> {
    let errors = page.errors()?;
    ensure!(errors.is_empty(), "errors: {errors:#?}");
    Ok(())
}

/// Sentences that take up room, which `hidden` must take away in every engine. The preamble is none of them.
fn laid_out(page: &Page) -> Result<u64> {
    page.count_of(
        "[...document.querySelectorAll('.card:not([id=\"/read/p\"])')]
            .filter((card) => card.getClientRects().length > 0).length",
    )
}

#[test]
fn three_engines_filter_by_a_click_and_lead_back() {
    in_every_engine(|page| {
        page.open("#/explore")?;
        let all = number_in(page, "#summary")?;
        ensure!(laid_out(page)? == all, "{} cards are seen, and the page says {all}", laid_out(page)?);
        let promised = number_in(page, &format!("label:has({BOX}) .count [aria-hidden]"))?;
        page.click(BOX)?;
        ensure!(page.route()? == "#/explore?domain=education", "the route is {}", page.route()?);
        ensure!(0 < promised && promised < all, "{promised} of {all} are promised");
        ensure!(laid_out(page)? == promised, "{} cards are seen, and {promised} were promised", laid_out(page)?);
        ensure!(page.count(SEEN)? == promised, "{} cards are not hidden", page.count(SEEN)?);
        page.command("back", &json!({}))?;
        page.wait_for("location.hash === '#/explore'")?;
        page.settle()?;
        ensure!(laid_out(page)? == all, "{} of {all} cards are back", laid_out(page)?);
        ensure!(page.count("fieldset input:checked")? == 0, "no box is checked");
        without_errors(page)
    });
}

#[test]
fn three_engines_show_the_sentence_that_a_link_names() {
    in_every_engine(|page| {
        page.open("#/read/m5s3")?;
        page.wait_for("document.activeElement === document.getElementById('/read/m5s3')")?;
        let place = "document.activeElement.getBoundingClientRect()";
        page.wait_for(&format!("{place}.top >= 0 && {place}.bottom <= innerHeight"))?;
        without_errors(page)
    });
}

#[test]
fn three_engines_find_a_typed_word() {
    in_every_engine(|page| {
        page.open("#/explore")?;
        let all = page.count(SEEN)?;
        page.type_into("#q", "床位")?;
        page.wait_for("document.querySelector('#summary .chip') !== null")?;
        let found = page.count(SEEN)?;
        ensure!(0 < found && found < all, "{found} of {all}");
        let with_word = "[...document.querySelectorAll('.card:not([hidden])')]
            .filter((card) => card.textContent.includes('床位')).length";
        ensure!(page.count_of(with_word)? == found, "each sentence found has the word");
        ensure!(page.focus()? == "q", "focus stays in the field");
        without_errors(page)
    });
}
