//! Translators, dictionaries and highlighters change the nodes of the page. After every action of the reader the page shows
//! what a page drawn fresh shows.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, embed, has_time, on_page};
use serde_json::json;
use std::time::Duration;

/// What others and the reader do.
const OTHERS: &str = include_str!("../src/others.js");
/// Any other number gives other changes.
const SEED: u32 = 20_250_609;

/// How many steps one command to the driver takes.
const BATCH: u32 = 50;

fn others_and_a_reader(page: &Page, steps: u32, kind: &str) -> Result<()> {
    page.script(OTHERS, &[json!(SEED), json!(kind)])?;
    page.be_patient(Duration::from_secs(50))?;
    let act = "const [steps, done] = arguments;
        window.__others(steps).then(() => done(''), (error) => done(String(error.stack)));";
    for _ in 0..steps / BATCH {
        let said = page.script_until_called(act, &[json!(BATCH)])?;
        ensure!(said == "", "{}", said.as_str().unwrap_or_default());
    }
    Ok(())
}

#[test]
fn whatever_others_change_the_page_is_as_if_drawn_fresh() {
    on_page(|page| {
        page.open("#/matrix?lang=en")?;
        others_and_a_reader(page, if has_time() { 2000 } else { 400 }, "page")
    });
}

#[test]
fn whatever_others_change_an_embed_is_as_if_drawn_fresh() {
    on_page(|page| {
        page.article("print.html")?;
        page.embed_lives(0)?;
        others_and_a_reader(page, 200, "embed")
    });
}

/// The text of a sentence's card as a reader sees it.
const CARD: &str =
    "document.querySelector('#explorer .context[href*=m7s4]').closest('.card').querySelector('.text').textContent";

#[test]
fn a_sentence_that_was_split_is_whole_after_a_search() {
    on_page(|page| {
        page.open("#/explore")?;
        let text = page.text_of(CARD)?;
        let split = "document.querySelectorAll('.card .text').forEach((text) => text.firstChild.length > 12 && text.firstChild.splitText(6))";
        page.script(split, &[])?;
        page.type_into("#q", "床位")?;
        page.click(".clear")?;
        let now = page.text_of(CARD)?;
        ensure!(now == text, "{now}");
        Ok(())
    });
}

#[test]
fn counts_in_a_translated_page_are_new_and_no_words_stand_twice() {
    on_page(|page| {
        page.open("#/explore")?;
        let translate =
            "const walk = document.createTreeWalker(document.querySelector('#explorer'), NodeFilter.SHOW_TEXT);
            const texts = [];
            while (walk.nextNode()) texts.push(walk.currentNode);
            for (const text of texts) {
                const font = document.createElement('font');
                font.textContent = `(${text.data})`;
                text.replaceWith(font);
            }";
        page.script(translate, &[])?;
        page.type_into("#q", "床位")?;
        ensure!(page.count("#explorer font")? == 0, "nothing of the translation is left");
        let summary = page.text_of("document.querySelector('#summary').textContent")?;
        let shown = page.count(".card:not([hidden])")?;
        ensure!(summary.contains(&format!("{shown} 句")), "{shown} cards, and the page says {summary}");
        ensure!(page.focus()? == "q", "the reader is still in the search field, and not in {}", page.focus()?);
        Ok(())
    });
}

#[test]
fn a_page_translated_before_it_lives_keeps_what_was_typed() {
    on_page(|page| {
        let early = "addEventListener('DOMContentLoaded', () => {
            const field = document.querySelector('#q');
            field.dataset.extension = '';
            field.value = '床位';
            field.focus();
            const text = document.querySelector('#explorer h1 .line').firstChild;
            const font = document.createElement('font');
            text.replaceWith(font);
            font.append('Opinion');
        });";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": early }))?;
        page.open("#/explore")?;
        ensure!(page.count("#explorer font")? == 0, "the title is the Opinion's");
        ensure!(page.text_of("document.querySelector('#q').value")? == "床位", "what was typed is there");
        ensure!(page.focus()? == "q", "the reader is in the search field");
        ensure!(page.route()?.contains("q="), "what was typed is searched for: {}", page.route()?);
        Ok(())
    });
}

/// Selects the words between two points of the first card's sentence, and gives the place that the bar names.
fn place_of(page: &Page, change: &str) -> Result<String> {
    page.open("#/read/m7s4")?;
    page.wait_for("document.getElementById('/read/m7s4')")?;
    page.script(change, &[])?;
    page.wait_for("document.querySelector('.selected button')")?;
    page.script("window.copied = []; addEventListener('copy', (event) => copied.push(event.clipboardData.getData('text/plain')))", &[])?;
    page.click(".selected button")?;
    page.text_of("copied.at(-1)?.split('#')[1].split('?')[0] ?? ''")
}

const SELECT: &str = "const sentence = document.getElementById('/read/m7s4'), range = document.createRange();
    const walk = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
    const at = (place) => {
        walk.currentNode = sentence;
        while (walk.nextNode()) {
            if (place <= walk.currentNode.length) return [walk.currentNode, place];
            place -= walk.currentNode.length;
        }
    };
    const select = (from, to) => {
        const [start, end] = [at(from), at(to)];
        getSelection().setBaseAndExtent(...start, ...end);
    };
    const from = sentence.textContent.indexOf('新建养老机构');
    const text = sentence.firstChild;";

#[test]
fn words_selected_in_a_changed_sentence_have_the_place_they_have_in_the_text() {
    on_page(|page| {
        let split = "text.splitText(from + 2); text.splitText(5); select(from, from + 6);";
        let wrap = "const font = document.createElement('font'); text.replaceWith(font); font.append(text); select(from, from + 6);";
        let insert = "const note = document.createElement('span'); note.textContent = '（注）'; text.splitText(3); text.after(note); select(from + 3, from + 9);";
        for change in [split, wrap, insert] {
            let place = place_of(page, &format!("{SELECT}{change}"))?;
            ensure!(place == "/read/m7s4:39-45", "{change} gives {place}");
        }
        Ok(())
    });
}

#[test]
fn words_that_are_not_the_sentences_have_no_place() {
    on_page(|page| {
        page.open("#/read/m7s4")?;
        page.wait_for("document.getElementById('/read/m7s4')")?;
        page.script(&format!("{SELECT} select(from, from + 6);"), &[])?;
        page.wait_for("document.querySelector('.selected')")?;
        let translate = "const font = document.createElement('font'); font.textContent = 'in principle no less than 80 % of the beds '.repeat(9); text.replaceWith(font); select(200, 240);";
        page.script(&format!("{SELECT}{translate}"), &[])?;
        page.wait_for("!document.querySelector('.selected')")
    });
}

#[test]
fn an_embed_that_was_emptied_shows_its_page_again_when_its_route_changes() {
    on_page(|page| {
        page.article("print.html")?;
        page.embed_lives(0)?;
        page.script(&format!("{}.shadowRoot.querySelector('.host').replaceChildren()", embed(0)), &[])?;
        page.script(&format!("{}.setState({{ q: '床位' }})", embed(0)), &[])?;
        ensure!(page.count_in_embed(0, ".explorer .card:not([hidden])")? > 0, "its sentences are there");
        Ok(())
    });
}
