//! Whatever stands in the link, there is a page: what is understood is shown, and the rest is named.

use anyhow::{Context, Result, ensure};
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

#[test]
fn a_link_that_was_carried_carelessly_opens_what_it_meant() {
    on_page(|page| {
        for (link, route, found) in [
            ("#/read/m5s3。", "#/read/m5s3", ".here"),
            ("#/read/m5s3#wechat_redirect", "#/read/m5s3", ".here"),
            ("?from=timeline#/read/m5s3)，", "#/read/m5s3", ".here"),
            ("#%2Fread%2Fm5s3%3Ftheme%3Ddark", "#/read/m5s3?theme=dark", ".here"),
            ("?%23/read/m5s3", "#/read/m5s3", ".here"),
            ("#/explore？domain＝housing＆by＝domain", "#/explore?domain=housing&by=domain", ".chip"),
            ("#/explore?domain=housing&amp;lang=en.", "#/explore?domain=housing&lang=en", ".chip"),
            ("#/explore?q=%25E5%25BA%258A%25E4%25BD%258D", "#/explore?q=%E5%BA%8A%E4%BD%8D", "mark.match"),
            ("#/matrix》", "#/matrix", "table"),
        ] {
            page.open(link)?;
            page.wait_for(&format!("location.hash === '{route}'")).with_context(|| link.to_owned())?;
            page.wait_for(&format!("document.querySelector('main {found}')")).with_context(|| link.to_owned())?;
            ensure!(page.eval("document.querySelector('.notice').hidden")? == true, "{link} is not understood");
            let console = page.evidence()?.console;
            ensure!(console.is_empty(), "{link}: {console:#?}");
        }
        page.open("#/explore")?;
        page.go("#/read/m7s4%E3%80%82")?;
        page.wait_for("location.hash === '#/read/m7s4' && document.activeElement.id === '/read/m7s4'")
    });
}

#[test]
fn searched_words_keep_their_marks_in_the_field_and_are_found_without() {
    on_page(|page| {
        page.open("#/explore?q=床位。")?;
        ensure!(page.count("mark.match")? > 0, "the word is found");
        ensure!(page.text_of("document.querySelector('#summary').textContent")?.contains("不计前后标点"), "it is said");
        page.type_into("#q", "，养老")?;
        ensure!(page.text_of("document.querySelector('#q').value")? == "床位。，养老", "typing goes on");
        Ok(())
    });
}

#[test]
fn thousands_of_unknown_parts_are_a_short_notice_that_quotes_the_link() {
    on_page(|page| {
        page.open("#/explore")?;
        let plain = page.count("*")?;
        let parts: String = (0..2500).map(|n| format!("&本站公告：今天停止服务{n}=1")).collect();
        page.open(&format!("#/explore?{parts}"))?;
        ensure!(page.count("*")? < plain + 30, "{} elements, {plain} without", page.count("*")?);
        ensure!(page.eval("document.querySelector('.notice').offsetHeight < innerHeight / 2")? == true, "it is short");
        let first = page.text_of("document.querySelector('.notice li').textContent")?;
        ensure!(first == "链接里写的“本站公告：今天停止服务0=1” — 没有这个参数", "{first}");
        Ok(())
    });
}
