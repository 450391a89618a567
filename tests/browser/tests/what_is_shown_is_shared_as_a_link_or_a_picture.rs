//! The page and a sentence are shared by what the device has for it, or else as a copied link; and a sentence is saved as a
//! picture that leads back by its code. Nothing is requested for any of it.

use crate::codes::codes_in;
use anyhow::{Context, Result, ensure};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use minsheng_browser_tests::{Media, Page, on_page};
use serde_json::json;

/// Keeps what the page shares and copies.
const SHARED: &str = "window.shared = []; window.copied = [];
    navigator.canShare = () => true;
    navigator.share = (what) => (shared.push(what), Promise.resolve());
    addEventListener('copy', (event) => copied.push(event.clipboardData.getData('text/plain')));";
/// Keeps what the page saves.
const SAVED: &str = "window.saved = [];
    HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
        const reader = new FileReader();
        reader.onload = () => (window.picture = reader.result.split(',')[1]);
        reader.readAsDataURL(blob);
        return make(blob);
    };";

fn ready(page: &Page, route: &str) -> Result<()> {
    page.open(route)?;
    page.wait_for("performance.getEntriesByType('resource').some(({ name }) => name.includes('quoting'))")?;
    page.script("document.querySelectorAll('details').forEach((it) => (it.open = true))", &[]).map(drop)
}

fn press(page: &Page, button: &str) -> Result<()> {
    page.script(&format!("document.querySelector(\"{button}\").click()"), &[]).map(drop)
}

#[test]
fn the_page_and_a_sentence_are_given_to_the_device_with_their_links() {
    on_page(|page| {
        ready(page, "#/explore?group=elderly")?;
        page.script(SHARED, &[])?;
        press(page, "#summary [data-share]")?;
        page.wait_for("window.shared.length === 1")?;
        ensure!(
            page.text_of("shared[0].url")? == page.url_of("#/explore?group=elderly"),
            "{}",
            page.text_of("shared[0].url")?
        );
        press(page, "[id='/read/m7s4'] [data-share]")?;
        page.wait_for("window.shared.length === 2")?;
        let link = page.text_of("shared[1].url")?;
        ensure!(link.contains("#/read/m7s4:~:text="), "{link}");
        ensure!(page.eval("copied.length")? == 0, "nothing is copied besides");
        Ok(())
    });
}

#[test]
fn where_the_device_shares_nothing_the_link_is_copied_and_that_is_said() {
    on_page(|page| {
        for (route, said) in
            [("#/explore?group=elderly", "链接已复制"), ("#/explore?group=elderly&lang=en", "Link copied")]
        {
            ready(page, route)?;
            page.script(SHARED, &[])?;
            page.script("navigator.canShare = undefined", &[])?;
            page.click("#summary [data-share]")?;
            page.wait_for(&format!("document.querySelector('#status[data-toast]')?.textContent === {}", json!(said)))?;
            ensure!(page.text_of("copied[0]")? == page.url_of(route), "{}", page.text_of("copied[0]")?);
        }
        Ok(())
    });
}

#[test]
fn a_sentence_is_saved_as_a_picture_whose_code_is_its_link() {
    on_page(|page| {
        for (dark, route) in [
            (false, "#/explore?group=elderly"),
            (true, "#/explore?q=老年人&lang=zh-Hant"),
            (false, "#/explore?group=elderly&lang=en"),
        ] {
            page.prefer(Media { dark, ..Media::default() })?;
            ready(page, route)?;
            page.script(SAVED, &[])?;
            page.wait_for(
                "performance.getEntriesByType('resource').some(({ name }) => name.includes('minsheng_whole'))",
            )?;
            page.take_requests()?;
            press(page, "[id='/read/m7s4'] [data-picture]")?;
            page.wait_for("window.picture && window.saved.length === 1")?;
            ensure!(page.text_of("saved[0]")? == "minsheng-m7s4.png", "{}", page.text_of("saved[0]")?);
            let picture = STANDARD.decode(page.text_of("picture")?).context("base64")?;
            let ([width, height], said) = codes_in(&picture)?;
            ensure!(width == 1080 && height > 700, "{width} x {height}");
            ensure!(said == [page.url_of("#/read/m7s4")], "{route}: {said:?}");
            let dull = page.take_requests()?.into_iter().filter(|it| !format!("{it:?}").contains("blob:")).count();
            ensure!(dull == 0, "{route}: something is requested");
            page.wait_for("document.querySelector('#status[data-toast]')")?;
        }
        Ok(())
    });
}
