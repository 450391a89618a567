//! A link to a sentence shows its heading, its document and what one can do with it; the contents tell where one reads.

use anyhow::ensure;
use minsheng_browser_tests::{Page, Size, on_page};
use serde_json::{Value, json};

const PHONE: Size = Size { width: 390, height: 844 };
const WIDE: Size = Size { width: 1920, height: 1080 };

/// The box of the element with this id.
fn place(id: &str) -> String {
    format!("document.getElementById('/read/{id}').getBoundingClientRect()")
}

/// The bottom of what stays above the text.
const BAR: &str = "document.querySelector('.at').getBoundingClientRect().bottom";

#[test]
fn a_link_to_a_sentence_shows_its_heading_and_its_document() {
    on_page(|page| {
        for size in [PHONE, WIDE] {
            page.resize(size)?;
            page.open("#/read/m7s4")?;
            let (heading, sentence) = (place("m7"), place("m7s4"));
            page.wait_for(&format!("{heading}.top >= {BAR} && {heading}.bottom < innerHeight"))?;
            page.wait_for(&format!("{sentence}.top >= {BAR} && {sentence}.bottom <= innerHeight"))?;
            let said = page.text_of("document.querySelector('.at').textContent")?;
            let title = page.text_of("document.querySelector('.document h1').textContent")?;
            ensure!(said.contains(title.trim()), "{said}");
            ensure!(page.count(".at [data-cite=m7s4]")? == 1 && page.count(".at [data-share]")? == 1, "{said}");
            ensure!(
                page.count_of("Math.round(100 * document.querySelector('.at').offsetHeight / innerHeight)")? <= 15,
                "low"
            );
            ensure!(page.evidence()?.shift == 0.0, "nothing moves");
        }
        page.click(".at a[href='#/read/m7']")?;
        page.wait_for("location.hash === '#/read/m7' && document.querySelector('.here').id === '/read/m7'")
    });
}

/// Every position half a window apart, with the entries that were current there and the one that should have been.
const WALK: &str = "
    const done = arguments[arguments.length - 1], frame = () => new Promise(requestAnimationFrame);
    const headings = [...document.querySelectorAll('.document :is(h2, h3)[id]')];
    const line = parseFloat(getComputedStyle(headings[0]).scrollMarginTop) + 2, wrong = [];
    const last = () => document.documentElement.scrollHeight - innerHeight;
    (async () => {
        for (let y = 0; ; y += innerHeight / 3) {
            scrollTo(0, Math.min(y, last()));
            await frame(); await frame(); await frame();
            const current = [...document.querySelectorAll('.contents [aria-current]')].map((a) => a.hash);
            const passed = headings.filter((it) => it.getBoundingClientRect().top <= line).pop();
            const due = scrollY >= last() - 1 ? headings[headings.length - 1] : passed;
            const free = scrollY > last() - innerHeight && scrollY < last() - 1;
            const right = free || current[0] === `#${due?.id ?? '/read/p'}`;
            if (current.length !== 1 || !right) wrong.push(`${scrollY}: ${current} for ${due?.id}`);
            if (y >= last()) break;
        }
        done(wrong);
    })();";

#[test]
fn one_entry_of_the_contents_is_current_wherever_one_reads() {
    on_page(|page| {
        for size in [PHONE, WIDE] {
            page.resize(size)?;
            page.open("#/read")?;
            page.wait_for("document.querySelectorAll('.contents [aria-current]').length === 1")?;
            let wrong = page.script_until_called(WALK, &[])?;
            ensure!(wrong == json!([]), "{wrong:#}");
        }
        Ok(())
    });
}

#[test]
fn a_followed_entry_is_current() {
    on_page(|page| {
        page.resize(WIDE)?;
        page.open("#/read")?;
        for id in ["m7", "c5", "m1", "c4", "m10"] {
            page.click(&format!(".contents a[href='#/read/{id}']"))?;
            page.wait_for(&format!("location.hash === '#/read/{id}'"))?;
            let current = "[...document.querySelectorAll('.contents [aria-current]')].map((a) => a.hash).join()";
            page.wait_for(&format!("{current} === '#/read/{id}'"))?;
        }
        Ok(())
    });
}

#[test]
fn contents_are_folded_where_there_is_one_column() {
    on_page(|page| {
        let shown = "document.querySelector('.contents a').getClientRects().length > 0";
        page.resize(PHONE)?;
        page.open("#/read")?;
        ensure!(page.eval(shown)? == Value::Bool(false), "the entries are folded");
        page.click(".contents .fold")?;
        page.wait_for(shown)?;
        page.resize(WIDE)?;
        page.wait_for("!document.querySelector('.contents .fold').getClientRects().length")?;
        ensure!(page.eval(shown)? == Value::Bool(true), "the entries are shown");
        Ok(())
    });
}

#[test]
fn a_reader_of_what_was_found_gets_back_to_the_list() {
    on_page(|page| {
        page.open("#/read/m7s4?domain=elderly-care&q=养老")?;
        ensure!(page.count(".kinds > *")? == 4, "each kind of highlight is named");
        page.click(".hits .list")?;
        page.wait_for("location.hash.startsWith('#/explore?domain=elderly-care&q=')")
    });
}

#[test]
fn another_language_shows_the_same_sentence() {
    on_page(|page: &Page| {
        page.resize(PHONE)?;
        page.open("#/read/m7s4")?;
        page.script("document.getElementById('/read/m9s3').scrollIntoView()", &[])?;
        let first =
            "[...document.querySelectorAll(\"[id^='/read/']\")].find((it) => it.getBoundingClientRect().top >= 0).id";
        let read = page.text_of(first)?;
        let top = format!("document.getElementById('{read}').getBoundingClientRect().top");
        let before = page.eval(&top)?;
        for language in ["en", "zh-Hans", "zh-Hant"] {
            page.script("document.querySelector(`.top [hreflang='${arguments[0]}']`).click()", &[json!(language)])?;
            page.wait_for(&format!(
                "document.documentElement.lang === '{language}' && document.querySelector('.s[id]') !== null"
            ))?;
            page.wait_for(&format!("Math.abs({top} - {before}) < 3"))?;
        }
        Ok(())
    });
}
