//! What is shown can be taken along: the code on the screen, read as a phone reads it, is the address of the same page.

use crate::codes::codes_in;
use anyhow::{Result, ensure};
use minsheng_browser_tests::{KIOSK, Media, Page, Size, on_page_of, with_a_host};

const PUBLIC: &str = "https://minsheng.example/opinion/";

/// What the codes in the window say.
fn read(page: &Page) -> Result<Vec<String>> {
    Ok(codes_in(&page.screenshot()?)?.1)
}

#[test]
fn the_code_is_the_address_of_what_is_shown() {
    on_page_of(KIOSK, |page| {
        let asked = [
            ("explore", "", "#/explore"),
            ("read/m7s4", "group=elderly&", "#/read/m7s4?group=elderly"),
            (
                "explore",
                "domain=education,healthcare&q=%E5%BA%8A%E4%BD%8D&lang=en&size=largest&",
                "#/explore?domain=education,healthcare&q=%E5%BA%8A%E4%BD%8D&lang=en",
            ),
            ("targets", "theme=contrast&", "#/targets"),
        ];
        for (width, height) in [(1080, 1920), (1920, 1080)] {
            page.resize(Size { width, height })?;
            for (dark, (path, conditions, expected)) in
                [false, true].into_iter().flat_map(|dark| asked.map(|one| (dark, one)))
            {
                page.prefer(Media { dark, ..Media::default() })?;
                page.open(&format!("?public={PUBLIC}#/{path}?{conditions}mode=kiosk&panel=qr"))?;
                let said = read(page)?;
                ensure!(said == [format!("{PUBLIC}{expected}")], "{path} dark {dark} at {width}: {said:?}");
                ensure!(
                    page.text_of("document.querySelector('.address').textContent")? == said[0],
                    "it stands below in letters"
                );
            }
        }
        Ok(())
    });
}

#[test]
fn without_a_public_address_there_is_no_code() {
    on_page_of(KIOSK, |page| {
        for public in ["", "?public=", "?public=javascript:alert(1)", "?public=not an address"] {
            page.open(&format!("{public}#/explore?mode=kiosk&group=elderly"))?;
            ensure!(page.count(".bar [aria-expanded]")? == 0, "{public}: nothing offers it");
            page.open(&format!("{public}#/explore?mode=kiosk&group=elderly&panel=qr"))?;
            ensure!(page.count("svg")? == 0, "{public}: and a link to it shows none");
        }
        Ok(())
    });
}

#[test]
fn it_opens_and_closes_with_a_touch_and_says_so_where_it_is_too_long() {
    on_page_of(KIOSK, |page| {
        page.open(&format!("#/explore?mode=kiosk&group=elderly&public={PUBLIC}"))?;
        page.click(".bar [aria-expanded=false]")?;
        ensure!(page.count("svg[role=img][aria-label]")? == 1, "a picture with a name");
        page.click(".hand-off .button")?;
        ensure!(page.count("svg")? == 0, "closed");
        let long = "养老服务".repeat(12);
        page.open(&format!("#/explore?mode=kiosk&q={long}&panel=qr&public={PUBLIC}"))?;
        ensure!(page.count("svg")? == 0 && page.count(".hand-off p")? == 1, "said in words");
        Ok(())
    });
}

#[test]
fn the_sites_kiosk_is_set_by_its_page_and_where_that_says_nothing_by_its_build() {
    with_a_host(|page, host| {
        host.rewrite("whole.", "public:\"\"", "public:\"https://elsewhere.example/\"")?;
        host.rewrite("whole.", "paper:\"\"", "paper:\"80\"")?;
        host.rewrite("index.html", "<div id=\"explorer\"", &format!("<div id=\"explorer\" data-public=\"{PUBLIC}\""))?;
        page.open("#/targets?mode=kiosk&panel=qr")?;
        ensure!(read(page)? == [format!("{PUBLIC}#/targets")], "{:?}", read(page)?);
        ensure!(page.text_of("document.documentElement.dataset.paper")? == "80", "what the build says of paper");
        Ok(())
    });
}
