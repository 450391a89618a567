//! While an input method composes a word nothing is searched; the committed word is. Enter that commits a word does
//! not submit.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, on_page};
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
