//! A link opens just what it names: view, filters, place, language, colours.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, on_page};

fn shows(page: &Page, route: &str, view: &str) -> Result<()> {
    page.open(route)?;
    let shown = page.text_of("document.querySelector('.explorer').dataset.view")?;
    ensure!(shown == view, "{route} shows {shown}");
    ensure!(page.route()? == route, "{route} became {}", page.route()?);
    ensure!(page.count("h1")? == 1, "{route} has {} first headings", page.count("h1")?);
    Ok(())
}

#[test]
fn each_view_opens() {
    on_page(|page| {
        for (route, view) in
            [("#/explore", "explore"), ("#/read", "read"), ("#/targets", "targets"), ("#/about", "about")]
        {
            shows(page, route, view)?;
        }
        Ok(())
    });
}

#[test]
fn filters_in_the_link_are_set_and_only_their_sentences_are_seen() {
    on_page(|page| {
        page.open("#/explore")?;
        let all = page.count(".card:not([hidden])")?;
        shows(page, "#/explore?domain=elderly-care", "explore")?;
        let some = page.count(".card:not([hidden])")?;
        ensure!(0 < some && some < all, "{some} of {all} cards are seen");
        ensure!(page.count("fieldset input:checked")? == 1, "one box is checked");
        ensure!(page.count("#summary .chip")? == 1, "the summary names one condition");
        Ok(())
    });
}

#[test]
fn a_place_in_the_text_is_brought_into_view() {
    on_page(|page| {
        shows(page, "#/read/m5s3", "read")?;
        let place = "document.getElementById('/read/m5s3').getBoundingClientRect()";
        page.wait_for(&format!("{place}.top >= 0 && {place}.top < innerHeight"))?;
        ensure!(page.count(".here")? == 1, "the place is marked once");
        Ok(())
    });
}

#[test]
fn language_and_colours_come_from_the_link() {
    on_page(|page| {
        shows(page, "#/about?lang=en&theme=dark", "about")?;
        ensure!(page.text_of("document.documentElement.lang")? == "en", "the document says it is English");
        ensure!(page.text_of("document.querySelector('.explorer').lang")? == "en", "the explorer says it is English");
        let scheme = page.text_of("getComputedStyle(document.querySelector('.explorer')).colorScheme")?;
        ensure!(scheme == "dark", "the colour scheme is {scheme}");
        Ok(())
    });
}
