//! The keyboard on a kiosk's page: letters of pinyin are touched, words of the text are offered, and one touch more finds
//! their sentences. No keyboard of the system's is called up.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{KIOSK, Key, Page, Size, on_page_of};

const KEYBOARD: &str = "#/explore?mode=kiosk&panel=keyboard";
const FIELD: &str = "document.querySelector('#q').value";

fn touch(page: &Page, letters: &str) -> Result<()> {
    for letter in letters.chars() {
        let key =
            format!("[...document.querySelectorAll('.key')].find((key) => key.textContent === '{letter}').click()");
        page.script(&key, &[])?;
        page.settle()?;
    }
    Ok(())
}

fn choose(page: &Page, word: &str) -> Result<()> {
    let offered = format!("[...document.querySelectorAll('.offered b')].find((b) => b.textContent === '{word}')");
    ensure!(page.eval(&format!("{offered} !== undefined"))? == true, "{word} is not offered");
    page.script(&format!("{offered}.closest('button').click()"), &[])?;
    page.settle()
}

fn found(page: &Page) -> Result<u64> {
    page.count_of("[...document.querySelectorAll('.card')].filter((card) => card.checkVisibility()).length")
}

#[test]
fn full_pinyin_initials_and_digits_lead_to_the_words() {
    on_page_of(KIOSK, |page| {
        page.resize(Size { width: 1080, height: 1920 })?;
        for (letters, word) in [
            ("yanglao", "养老"),
            ("ylbx", "医疗保险"),
            ("hulixingchuangwei", "护理型床位"),
            ("zhongdian", "重点"),
            ("hangye", "行业"),
            ("80", "80%"),
            ("hpv", "HPV"),
        ] {
            page.open(KEYBOARD)?;
            touch(page, letters)?;
            ensure!(page.text_of(FIELD)? == letters, "the field shows {}", page.text_of(FIELD)?);
            choose(page, word)?;
            ensure!(page.text_of(FIELD)? == word, "{letters}: the word stands in the field");
            let having = format!(
                "[...document.querySelectorAll('.card .text')].filter((text) => text.closest('.card').checkVisibility() && text.textContent.includes('{word}')).length"
            );
            let sentences = page.count_of(&having)?;
            ensure!(sentences > 0 && sentences == found(page)?, "{word}: {sentences} of {} have it", found(page)?);
        }
        Ok(())
    });
}

#[test]
fn every_word_of_the_title_is_found_by_its_pinyin() {
    on_page_of(KIOSK, |page| {
        for (letters, word) in [
            ("jinyibu", "进一步"),
            ("baozhang", "保障"),
            ("gaishan", "改善"),
            ("minsheng", "民生"),
            ("ms", "民生"),
            ("qz", "群众"),
        ] {
            page.open(KEYBOARD)?;
            touch(page, letters)?;
            choose(page, word)?;
            let headings = page.count("#results .headings:not([hidden]) li")?;
            ensure!(headings > 0 || found(page)? > 0, "{word} is found nowhere");
        }
        Ok(())
    });
}

#[test]
fn keys_stay_where_they_are_and_keep_their_focus() {
    on_page_of(KIOSK, |page| {
        page.open(KEYBOARD)?;
        let place = "JSON.stringify([...document.querySelectorAll('.key')].map((key) => key.getBoundingClientRect()))";
        let before = page.text_of(place)?;
        touch(page, "yang")?;
        ensure!(page.text_of(place)? == before, "the keys have moved");
        page.click(".key:nth-child(5)")?;
        ensure!(page.text_of("document.activeElement.textContent")? == "5", "the key touched has focus");
        Ok(())
    });
}

#[test]
fn letters_are_taken_back_and_a_word_goes_on() {
    on_page_of(KIOSK, |page| {
        page.open(KEYBOARD)?;
        touch(page, "ylx")?;
        page.click(".key.wide")?;
        ensure!(page.text_of(FIELD)? == "yl", "one letter less: {}", page.text_of(FIELD)?);
        choose(page, "养老")?;
        touch(page, "fw")?;
        choose(page, "服务")?;
        ensure!(page.text_of(FIELD)? == "养老服务", "{}", page.text_of(FIELD)?);
        page.click(".key.wide + .key.wide")?;
        ensure!(page.text_of(FIELD)?.is_empty() && found(page)? == 0, "all is cleared");
        Ok(())
    });
}

#[test]
fn no_keyboard_of_the_systems_is_called_up_and_a_real_one_works_too() {
    on_page_of(KIOSK, |page| {
        page.open(KEYBOARD)?;
        ensure!(page.count("input:not([inputmode=none]):not([type=checkbox])")? == 0, "a field would call one up");
        page.click("#q")?;
        page.press(&[Key::Character('y'), Key::Character('l')])?;
        page.wait_for("document.querySelectorAll('.offered li').length > 0")?;
        ensure!(page.focus()? == "q", "writing goes on");
        Ok(())
    });
}
