//! Who leaves a kiosk leaves nothing: after a while it asks, and then it is as if nobody had been there.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{KIOSK, Key, Page, on_page_of};
use serde_json::{Value, json};

const ASKING: &str = "document.querySelector('.still-there').open";
const HOME: &str = "document.querySelector('.explorer').dataset.view === 'attract'";

/// What a visitor could have changed.
const STATE: &str = "
    const root = document.querySelector('.explorer'), explorer = document.querySelector('#explorer').explorer;
    return {
        route: explorer.route, title: document.title, lang: document.documentElement.lang, theme: root.dataset.theme,
        size: document.documentElement.dataset.size, scroll: [scrollX, scrollY], history: history.length, address: location.href,
        selection: String(getSelection()), focus: document.activeElement === document.body, fields: document.querySelectorAll('input').length,
    };
";

/// Everything that is written below the kiosk's element, attributes too.
const WRITTEN: &str = "
    const said = [];
    for (const element of document.querySelectorAll('#explorer, #explorer *, .still-there, .still-there *')) {
        for (const { value } of element.attributes) said.push(value);
        for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) said.push(node.data);
    }
    return said.join(' ');
";

fn visit(page: &Page) -> Result<()> {
    page.click(".start")?;
    page.click("a[href*='panel=keyboard']")?;
    page.type_into("#q", "xuzhaoyanglao")?;
    page.type_into("#q", "\u{e003}")?;
    page.click(".bar a[href*='size=largest']")?;
    page.click(".bar a[lang=en]")?;
    page.click(".bar a[href*='theme=contrast']")?;
    page.script("getSelection().selectAllChildren(document.querySelector('main')); document.querySelector('main').scrollTo(0, 400)", &[])?;
    page.settle()
}

fn is_as_at_the_start(page: &Page, before: &Value) -> Result<()> {
    page.wait_for(HOME)?;
    let after = page.script(STATE, &[])?;
    ensure!(after == *before, "{after} is not {before}");
    let written = page.script(WRITTEN, &[])?;
    ensure!(!written.as_str().unwrap_or_default().contains("xuzhao"), "what was typed is still there");
    Ok(())
}

#[test]
fn after_a_question_nothing_of_a_visit_is_left() {
    on_page_of(KIOSK, |page| {
        page.control_clock()?;
        page.open("")?;
        let before = page.script(STATE, &[])?;
        ensure!(before["route"] == "#/attract?mode=kiosk", "{before}");
        visit(page)?;
        page.jump_ahead(59.0)?;
        page.settle()?;
        ensure!(page.eval(ASKING)? == false, "nobody is asked before a minute is over");
        page.jump_ahead(1.5)?;
        page.wait_for(ASKING)?;
        ensure!(page.text_of("document.activeElement.textContent")?.contains("继续浏览"), "the button has focus");
        let left = page.count_of("Number(document.querySelector('.still-there b').textContent)")?;
        ensure!((13..=15).contains(&left), "{left} seconds are left");
        page.jump_ahead(15.0)?;
        is_as_at_the_start(page, &before)
    });
}

#[test]
fn whoever_is_there_goes_on_as_often_as_they_like() {
    on_page_of(KIOSK, |page| {
        page.control_clock()?;
        page.open("#/explore?mode=kiosk&group=elderly&idle=20")?;
        let route = page.eval("document.querySelector('#explorer').explorer.route")?;
        for n in 0..12 {
            page.jump_ahead(21.0)?;
            page.wait_for(ASKING)?;
            match n % 3 {
                0 => {
                    // By touch the question stays until the finger is lifted.
                    page.script("dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'touch' }))", &[])?;
                    ensure!(page.eval(ASKING)? == true, "it is gone before the touch ends");
                    page.click(".still-there button")?;
                }
                1 => page.press(&[Key::Character('x')])?,
                _ => page.script("dispatchEvent(new WheelEvent('wheel'))", &[]).map(drop)?,
            }
            page.wait_for(&format!("!({ASKING})"))?;
        }
        ensure!(page.eval("document.querySelector('#explorer').explorer.route")? == route, "all is as it was");
        Ok(())
    });
}

#[test]
fn finishing_forgets_at_once() {
    on_page_of(KIOSK, |page| {
        page.open("")?;
        let before = page.script(STATE, &[])?;
        visit(page)?;
        page.click(".bar .over")?;
        is_as_at_the_start(page, &before)
    });
}

#[test]
fn settings_of_the_operator_outlive_a_visit_and_strange_ones_are_told() {
    on_page_of(KIOSK, |page| {
        page.control_clock()?;
        page.open("?idle=12#/attract?mode=kiosk&lang=en&size=larger")?;
        let before = page.script(STATE, &[])?;
        ensure!(before["lang"] == "en" && before["size"] == "larger", "{before}");
        page.click(".start")?;
        page.click(".bar a[href*='size=largest']")?;
        page.jump_ahead(13.0)?;
        page.wait_for(ASKING)?;
        page.jump_ahead(16.0)?;
        is_as_at_the_start(page, &before)?;
        page.take_log("browser")?;
        page.open("?idle=never&public=here#/attract?mode=kiosk")?;
        let said = json!(page.take_log("browser")?).to_string();
        ensure!(said.contains("idle") && said.contains("public"), "{said}");
        Ok(())
    });
}
