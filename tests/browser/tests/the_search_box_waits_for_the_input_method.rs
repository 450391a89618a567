//! While an input method composes a word nothing is searched; the committed word is. Enter that commits a word does
//! not submit. And however a word is written, full width, traditional or as pinyin, its sentences are found.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, in_every_engine, on_page};
use serde_json::json;

/// What an input method shows in the field before the reader has chosen the characters.
fn compose(page: &Page, letters: &str) -> Result<()> {
    let end = letters.chars().count();
    let parameters = json!({ "text": letters, "selectionStart": end, "selectionEnd": end });
    page.devtools("Input.imeSetComposition", parameters)?;
    page.settle()
}

#[test]
fn letters_being_composed_are_not_searched_and_the_chosen_word_is() {
    on_page(|page| {
        page.open("#/explore")?;
        let all = page.count(".card:not([hidden])")?;
        page.eval("document.querySelector('#q').focus()")?;
        for letters in ["y", "ya", "yang", "yang l", "yang lao"] {
            compose(page, letters)?;
            ensure!(page.text_of("document.querySelector('#q').value")? == letters, "the letters stay in the field");
            ensure!(page.count(".card:not([hidden])")? == all, "{letters} is searched while it is composed");
        }
        ensure!(!page.route()?.contains("q="), "the route waits: {}", page.route()?);
        page.devtools("Input.insertText", json!({ "text": "养老" }))?;
        page.wait_for("document.querySelector('#summary .chip') !== null")?;
        let found = page.count(".card:not([hidden])")?;
        ensure!(0 < found && found < all, "{found} of {all}");
        ensure!(page.text_of("document.querySelector('#q').value")? == "养老", "the field holds the word");
        ensure!(page.focus()? == "q", "focus stays in the field");
        Ok(())
    });
}

#[test]
fn typing_keeps_the_caret_where_the_reader_put_it() {
    on_page(|page| {
        page.open("#/explore")?;
        page.eval("document.querySelector('#q').focus()")?;
        page.type_text("养老")?;
        page.eval("document.querySelector('#q').setSelectionRange(1, 1)")?;
        page.type_text("育")?;
        page.settle()?;
        ensure!(page.text_of("document.querySelector('#q').value")? == "养育老", "the letter stands at the caret");
        ensure!(page.count_of("document.querySelector('#q').selectionStart")? == 2, "the caret follows it");
        Ok(())
    });
}

/// What engines tell of an input method: letters being composed, Enter pressed on them and even the form submitted, then the
/// word chosen. Gives the routes and the number of sentences seen before the word was chosen.
const COMPOSED: &str = "
    const [letters, word, done] = arguments, field = document.querySelector('#q');
    const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const cards = () => document.querySelectorAll('.card:not([hidden])').length;
    const tell = (event) => field.dispatchEvent(event);
    const bubbles = true, cancelable = true, isComposing = true, seen = [];
    const compose = async () => {
        field.focus();
        tell(new CompositionEvent('compositionstart', { bubbles, data: '' }));
        for (let end = 1; end <= letters.length; end += 1) {
            field.value = letters.slice(0, end);
            tell(new CompositionEvent('compositionupdate', { bubbles, data: field.value }));
            tell(new InputEvent('input', { bubbles, isComposing, data: field.value, inputType: 'insertCompositionText' }));
            await frames();
            seen.push([location.hash, cards()]);
        }
        tell(new KeyboardEvent('keydown', { bubbles, cancelable, isComposing, key: 'Enter', keyCode: 229 }));
        field.form.requestSubmit();
        await frames();
        seen.push([location.hash, cards()]);
        field.value = word;
        tell(new CompositionEvent('compositionend', { bubbles, data: word }));
        // Some engines tell the input before the end of the composition, some after it.
        tell(new InputEvent('input', { bubbles, data: word, inputType: 'insertText' }));
        await frames();
        return seen;
    };
    compose().then(done);
";

#[test]
fn in_every_engine_nothing_is_searched_or_sent_until_the_word_is_chosen() {
    in_every_engine(|page| {
        page.open("#/explore")?;
        let all = page.count(".card:not([hidden])")?;
        let seen = page.script_until_called(COMPOSED, &[json!("yanglao"), json!("养老")])?;
        let seen = seen.as_array().cloned().unwrap_or_default();
        ensure!(seen.len() == 8, "{seen:?}");
        for moment in &seen {
            ensure!(*moment == json!(["#/explore", all]), "searched or sent while composed: {seen:?}");
        }
        page.wait_for("location.hash.includes('q=')")?;
        let found = page.count(".card:not([hidden])")?;
        ensure!(0 < found && found < all, "{found} of {all}");
        ensure!(page.focus()? == "q", "focus stays in the field");
        Ok(())
    });
}

/// The sentences shown, by their numbers.
fn shown(page: &Page) -> Result<Vec<String>> {
    let ids =
        page.eval("[...document.querySelectorAll('.card:not([hidden])')].map((card) => card.id).filter(Boolean)")?;
    Ok(ids.as_array().into_iter().flatten().filter_map(|id| id.as_str().map(str::to_owned)).collect())
}

fn found(page: &Page, word: &str) -> Result<Vec<String>> {
    page.script(
        "const field = document.querySelector('#q');
         field.value = arguments[0];
         field.dispatchEvent(new InputEvent('input', { bubbles: true }));",
        &[json!(word)],
    )?;
    page.settle()?;
    shown(page)
}

#[test]
fn in_every_engine_a_word_is_found_however_it_is_written() {
    in_every_engine(|page| {
        page.open("#/explore")?;
        // Pinyin comes with the notes.
        let pinyin = "document.querySelector('#explorer').explorer.search({ q: 'yanglao' }).clauses.length > 0";
        page.wait_for(pinyin)?;
        let same = [
            ("HPV", "ＨＰＶ"),
            ("HPV", "hpv"),
            ("80%", "８０％"),
            ("养老", "養老"),
            ("义务教育", "義務 教育"),
            ("“一老一小”", "「一老一小」"),
            ("床位", "床　位"),
        ];
        for (word, other) in same {
            let (one, two) = (found(page, word)?, found(page, other)?);
            ensure!(!one.is_empty() && one.len() < 40 && one == two, "{word} finds {one:?}, {other} finds {two:?}");
        }
        for (word, letters) in [("养老", "yanglao"), ("床位", "chuangwei"), ("医疗保险", "ylbx")] {
            let (word, letters) = (found(page, word)?, found(page, letters)?);
            ensure!(!word.is_empty() && word.iter().all(|id| letters.contains(id)), "{word:?}, {letters:?}");
        }
        Ok(())
    });
}

#[test]
fn in_every_engine_other_words_are_offered_where_the_text_has_none_of_these() {
    in_every_engine(|page| {
        page.open("#/explore?lang=zh-Hans")?;
        ensure!(found(page, "养孩子")?.is_empty(), "the text does not say it so");
        page.wait_for("document.querySelector('.also a')?.checkVisibility()")?;
        let offered = page.text_of("document.querySelector('.also').parentElement.textContent")?;
        ensure!(offered.contains("也找") && offered.contains("托育"), "offered: {offered}");
        page.click(".also a")?;
        let word = page.text_of("document.querySelector('#q').value")?;
        ensure!(offered.contains(&word) && !shown(page)?.is_empty(), "{word} finds {:?}", shown(page)?);
        Ok(())
    });
}

#[test]
fn what_comes_late_leaves_the_letters_that_are_being_composed() {
    on_page(|page| {
        page.open("#/explore")?;
        page.eval("document.querySelector('#q').focus()")?;
        compose(page, "yang")?;
        page.script("document.querySelector('#explorer').explorer.refresh()", &[])?;
        ensure!(page.text_of("document.querySelector('#q').value")? == "yang", "the letters are gone");
        compose(page, "yang lao")?;
        ensure!(page.text_of("document.querySelector('#q').value")? == "yang lao", "the composition was ended");
        page.devtools("Input.insertText", json!({ "text": "养老" }))?;
        page.wait_for("document.querySelector('#summary .chip') !== null")
    });
}
