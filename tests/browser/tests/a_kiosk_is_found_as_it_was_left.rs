//! On a kiosk everything has its place: the way home and the end of a visit in the bar, the languages in their order, the
//! keyboard beside the results, and what has to be typed only where something types.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{KIOSK, Key, Page, SCRIPTS, Size, on_page_of};

const TALL: Size = Size { width: 1080, height: 1920 };
const WIDE: Size = Size { width: 1920, height: 1080 };

fn is(page: &Page, expression: &str, what: &str) -> Result<()> {
    ensure!(page.eval(expression)? == true, "{what}");
    Ok(())
}

#[test]
fn the_way_home_leads_to_the_tiles_from_every_screen() {
    on_page_of(KIOSK, |page| {
        for route in [
            "explore?group=elderly&",
            "explore?panel=keyboard&q=yang&",
            "read/m7s4?group=elderly&",
            "read?",
            "targets?q=80&",
        ] {
            page.open(&format!("#/{route}mode=kiosk"))?;
            page.click(".ways a:first-child")?;
            page.wait_for("document.querySelectorAll('.home .tile').length > 10")?;
        }
        Ok(())
    });
}

#[test]
fn the_end_of_a_visit_stands_in_one_row_with_the_way_home() {
    on_page_of(KIOSK, |page| {
        for size in [TALL, WIDE, Size { width: 1366, height: 768 }] {
            page.resize(size)?;
            for language in SCRIPTS {
                page.open(&format!(
                    "?public=https://minsheng.example/#/explore?mode=kiosk&size=largest&lang={language}"
                ))?;
                let one_row = "new Set([...document.querySelectorAll('.ways > a')].map((way) => way.getBoundingClientRect().top)).size === 1";
                is(page, one_row, &format!("{language} at {}: a way stands alone", size.width))?;
            }
        }
        Ok(())
    });
}

#[test]
fn the_languages_stay_in_their_order() {
    on_page_of(KIOSK, |page| {
        page.resize(TALL)?;
        page.open("#/explore?mode=kiosk")?;
        let order = "[...document.querySelectorAll('.bar a[lang]')].map((link) => link.textContent).join(' ')";
        let before = page.text_of(order)?;
        ensure!(before == "简体 繁體 EN", "{before}");
        for language in ["en", "zh-Hant", "zh-Hans"] {
            page.click(&format!(".bar a[lang={language}]"))?;
            page.wait_for(&format!("document.querySelector('.bar a[aria-current][lang={language}]') !== null"))?;
            ensure!(page.text_of(order)? == before, "{language}: {}", page.text_of(order)?);
        }
        Ok(())
    });
}

#[test]
fn on_a_wide_screen_the_keyboard_stands_left_of_the_results() {
    on_page_of(KIOSK, |page| {
        page.resize(WIDE)?;
        page.open("#/explore?mode=kiosk&panel=keyboard&q=yanglao")?;
        let boxes = "(() => {
            const box = (selector) => document.querySelector(selector).getBoundingClientRect();
            const keys = box('.keyboard'), text = box('.card:not([hidden]) .text'), bar = box('.bar');
            return keys.right <= text.left && keys.bottom <= bar.top && text.bottom <= bar.top;
        })()";
        is(page, boxes, "keys and results are not side by side")
    });
}

#[test]
fn checking_a_quotation_is_offered_only_where_something_types() {
    on_page_of(KIOSK, |page| {
        page.resize(WIDE)?;
        page.open("#/explore?mode=kiosk")?;
        let seen = "document.querySelector(\".top a[href^='#/check']\").checkVisibility()";
        is(page, &format!("!{seen}"), "it is offered without a key")?;
        page.press(&[Key::Character('x')])?;
        page.wait_for(seen)
    });
}

#[test]
fn the_tiles_fill_a_tall_screen() {
    on_page_of(KIOSK, |page| {
        page.resize(TALL)?;
        page.open("#/explore?mode=kiosk")?;
        let gap = "document.querySelector('.bar').getBoundingClientRect().top - [...document.querySelectorAll('.tile')].pop().getBoundingClientRect().bottom";
        is(
            page,
            &format!("(() => {{ const gap = {gap}; return gap >= 0 && gap < 100; }})()"),
            "the screen is not filled",
        )
    });
}

#[test]
fn a_sentence_alone_is_counted_otherwise_than_in_its_measure() {
    on_page_of(KIOSK, |page| {
        page.open("#/read/m7s4?mode=kiosk&group=elderly")?;
        let said = page.text_of("document.querySelector('#summary').textContent")?;
        ensure!(said == "老年人 1 / 11", "{said}");
        Ok(())
    });
}

#[test]
fn the_operators_page_opens_by_its_name_alone_and_tells_missing_from_faulty() {
    on_page_of(KIOSK, |page| {
        page.open("#/operator")?;
        page.wait_for("document.querySelector('[data-test=public]')?.textContent === '没有'")?;
        let outcomes =
            page.eval("['file', 'text'].map((test) => document.querySelector(`[data-test=${test}]`).textContent)")?;
        ensure!(outcomes == serde_json::json!(["正常", "正常"]), "{outcomes}");
        is(page, "document.querySelector('.explorer').dataset.mode === 'kiosk'", "it is the ordinary page")
    });
}
