//! Definitions, reasons and sources come in a file of their own. Where it does not arrive, the page says what is missing,
//! and everything else works.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, on_page};

const INTRO: &str = "document.querySelector('.about h1 + .intro')?.textContent ?? ''";
const DEFINITION: &str = "document.querySelector('.vocabularies caption').textContent";

fn definition(page: &Page) -> Result<String> {
    page.text_of(DEFINITION)
}

#[test]
fn a_page_without_notes_says_so_and_filters_all_the_same() {
    on_page(|page| {
        page.block(&["*notes*"])?;
        page.open("#/about?lang=en")?;
        ensure!(page.text_of(INTRO)?.contains("notes could not be loaded"), "it says what is missing");
        page.open("#/explore?group=elderly")?;
        ensure!(page.count("li.card:not([hidden])")? == 11, "filters work");
        Ok(())
    });
}

#[test]
fn a_page_with_notes_shows_them_at_once_and_after_a_change_of_view() {
    on_page(|page| {
        page.open("#/about?lang=en")?;
        ensure!(page.text_of(INTRO)?.is_empty(), "nothing is missing");
        ensure!(definition(page)?.contains("chapter"), "the definition is there: {}", definition(page)?);
        page.open("#/explore?lang=en")?;
        page.script("document.querySelector('a[href^=\"#/about\"]').click()", &[])?;
        page.wait_for(&format!("{DEFINITION}.includes('chapter')"))?;
        Ok(())
    });
}
