//! Whatever stands in the link, there is a page: what is understood is shown, and the rest is named.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, on_page};

fn says(page: &Page, route: &str, view: &str, part: &str) -> Result<()> {
    page.open(route)?;
    let shown = page.text_of("document.querySelector('.explorer').dataset.view")?;
    ensure!(shown == view, "{route} shows {shown}");
    ensure!(page.eval("document.querySelector('.notice').checkVisibility()")? == true, "{route}: no notice");
    let notice = page.text_of("document.querySelector('.notice').textContent")?;
    ensure!(notice.contains(part), "{route}: the notice does not name {part}: {notice}");
    let console = page.evidence()?.console;
    ensure!(console.is_empty(), "{route}: {console:#?}");
    Ok(())
}

#[test]
fn each_strange_part_is_named_and_the_rest_is_shown() {
    on_page(|page| {
        says(page, "#/nowhere", "explore", "nowhere")?;
        says(page, "#/read/m99s1", "read", "m99s1")?;
        says(page, "#/explore?domain=astrology", "explore", "astrology")?;
        says(page, "#/explore?colour=blue", "explore", "colour")?;
        says(page, "#/explore?domain=elderly-care&by=mood", "explore", "mood")?;
        ensure!(page.count("fieldset input:checked")? == 1, "what is understood is set");
        Ok(())
    });
}

#[test]
fn markup_in_a_link_is_text() {
    on_page(|page| {
        let route = "#/explore?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&x=%3Cb%3E";
        page.open(route)?;
        ensure!(page.count(".explorer img, .notice b")? == 0, "no element comes out of a link");
        ensure!(page.text_of("document.querySelector('#q').value")?.starts_with("<img"), "it is searched as it stands");
        Ok(())
    });
}

#[test]
fn broken_encodings_and_very_long_links_open_a_page() {
    on_page(|page| {
        let long = format!("#/explore?q={}", "养".repeat(5000));
        for route in ["#", "#/", "#%", "#/explore?q=%E5%BA", "#/explore?&&==&q", "#main", "#//read//", &long] {
            page.open(route)?;
            ensure!(page.count(".explorer main")? == 1, "{route:.40} has no page");
            let console = page.evidence()?.console;
            ensure!(console.is_empty(), "{route:.40}: {console:#?}");
        }
        Ok(())
    });
}
