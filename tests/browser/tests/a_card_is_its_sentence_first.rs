//! A card shows its sentence, one word on its wording, one line of tags and what is done with it; whatever explains it stands
//! behind 「更多」. Citing and copying leave the reader where they are.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Key, Page, Size, on_page};
use serde_json::{Value, json};

const PHONE: Size = Size { width: 390, height: 844 };
const PARENTS: &str = "#/explore?group=elderly,pension-insured";
/// The cards that are seen, as a script has them.
const CARDS: &str =
    "const cards = [...document.querySelectorAll('.card')].filter((card) => card.getClientRects().length);";

fn ask(page: &Page, body: &str) -> Result<Value> {
    page.script(&format!("{CARDS} {body}"), &[])
}

#[test]
fn on_a_phone_at_least_half_of_what_cards_take_is_the_official_text() {
    on_page(|page| {
        page.resize(PHONE)?;
        page.open(PARENTS)?;
        page.lay_out_everything()?;
        let share = "const height = (it) => it.getBoundingClientRect().height;
            const sum = (list) => list.reduce((all, it) => all + height(it), 0);
            return sum(cards.map((card) => card.querySelector('.text'))) / sum(cards);";
        let share = ask(page, share)?.as_f64().unwrap_or_default();
        ensure!(share >= 0.5, "{share:.2} of the height is text");
        Ok(())
    });
}

#[test]
fn a_card_has_one_line_of_tags_the_chosen_ones_first_and_no_small_target() {
    on_page(|page| {
        for (route, size) in [(PARENTS, PHONE), (PARENTS, Size { width: 1280, height: 800 })] {
            page.resize(size)?;
            page.open(route)?;
            page.lay_out_everything()?;
            let lines = "return cards.map((card) => {
                const [first, second] = card.querySelectorAll('.line .tag');
                const line = card.querySelector('.line').getBoundingClientRect(), more = card.querySelector('summary').getBoundingClientRect();
                return [line.height < 40, Math.abs(line.top - more.top) < 8, first.matches('[aria-current]'), second.getBoundingClientRect().right < more.left];
            }).flat().every(Boolean) && cards.length;";
            ensure!(ask(page, lines)? == 13, "a card at {size:?} has more than one line, or another first tag");
            page.script("document.querySelectorAll('details').forEach((it) => (it.open = true))", &[])?;
            let small = "return cards.flatMap((card) => [...card.querySelectorAll('a, button, summary')])
                .filter((it) => it.getClientRects().length)
                .map((it) => [it.textContent, it.getBoundingClientRect()])
                .filter(([, box]) => box.width < 24 || box.height < 24).map(([text, box]) => `${text} ${box.width} ${box.height}`).join('; ');";
            ensure!(ask(page, small)? == "", "too small at {size:?}: {}", ask(page, small)?);
        }
        Ok(())
    });
}

#[test]
fn what_explains_a_sentence_opens_without_a_script_too() {
    on_page(|page| {
        page.without_javascript()?;
        page.load("#/explore")?;
        let card = "document.getElementById('/read/m7s4')";
        ensure!(page.eval(&format!("{card}.querySelector('.wording').checkVisibility()"))? == false, "it is closed");
        page.script("document.querySelector(\"[id='/read/m7s4'] summary\").click()", &[])?;
        ensure!(page.eval(&format!("{card}.querySelector('.wording').checkVisibility()"))? == true, "it is open");
        let text = page.text_of(&format!("{card}.querySelector('.wording').textContent"))?;
        ensure!(text.contains("“原则上”"), "its words are told: {text}");
        Ok(())
    });
}

#[test]
fn what_is_open_stays_open_when_the_filter_changes() {
    on_page(|page| {
        page.open("#/explore?group=elderly")?;
        page.script("document.getElementById('/read/m7s4').querySelector('details').open = true", &[])?;
        page.go(PARENTS)?;
        page.wait_for("document.querySelector('#summary b').textContent === '13'")?;
        ensure!(page.eval("document.getElementById('/read/m7s4').querySelector('details').open")? == true, "it closed");
        Ok(())
    });
}

#[test]
fn a_citation_opens_in_its_card_and_closing_it_leaves_the_reader_there() {
    on_page(|page| {
        page.resize(PHONE)?;
        page.open(PARENTS)?;
        let place = "const card = cards[3]; const top = () => Math.round(card.getBoundingClientRect().top);";
        let link =
            ask(page, "cards[3].querySelector('.forms').scrollIntoView({ block: 'center' }); return cards[3].id")?;
        page.settle()?;
        let link = format!("[id='{}'] .forms", link.as_str().unwrap_or_default());
        let before = ask(page, &format!("{place} return top()"))?;
        page.click(&link)?;
        page.wait_for("document.querySelector('.card #cite-bibtex') && document.activeElement?.id === 'citing'")?;
        let inside = "return cards[3].contains(document.getElementById('citing')) && document.querySelectorAll('#citing').length";
        ensure!(ask(page, inside)? == 1, "it is open in the card that asked, and nowhere else");
        ensure!(page.route()?.contains("/explore/m") && page.route()?.ends_with("panel=cite"), "{}", page.route()?);
        let cut = "return [...document.querySelectorAll('#citing pre')].filter((it) => it.scrollHeight > it.clientHeight + 1).map((it) => it.id).join()";
        ensure!(ask(page, cut)? == "", "no line of {} is cut", ask(page, cut)?);
        page.press(&[Key::Escape])?;
        page.wait_for("!document.getElementById('citing')")?;
        page.wait_for("document.activeElement?.matches('.forms[aria-expanded=false]')")?;
        ensure!(page.route()? == PARENTS, "{}", page.route()?);
        let there = ask(page, "return cards[3].contains(document.activeElement)")?;
        let after = ask(page, &format!("{place} return top()"))?;
        ensure!(
            there == true && before == after,
            "the focus is in the card: {there}; it moved from {before} to {after}"
        );
        Ok(())
    });
}

#[test]
fn the_codes_for_embedding_preview_sentences_close_by_escape_and_give_the_focus_back() {
    on_page(|page| {
        page.open("#/explore?panel=embed")?;
        page.wait_for("document.querySelector('.preview')?.shadowRoot")?;
        let seen = "[...document.querySelectorAll('.preview')].every((box) => {
            const [text, around] = [box.shadowRoot.querySelector('.card:not([hidden]) .text'), box].map((it) => it.getBoundingClientRect());
            return text.top >= around.top && text.bottom <= around.bottom;
        })";
        page.wait_for(seen)?;
        page.script("document.getElementById('code-link').focus()", &[])?;
        page.press(&[Key::Escape])?;
        page.wait_for("!document.querySelector('.embedding')")?;
        let opener = page.text_of("document.activeElement.textContent")?;
        ensure!(opener == "嵌入" && page.route()? == "#/explore", "the focus is on {opener}");
        Ok(())
    });
}

#[test]
fn copying_says_so_and_moves_nothing() {
    on_page(|page| {
        page.open("#/explore?group=elderly")?;
        page.script("document.querySelectorAll('details').forEach((it) => (it.open = true))", &[])?;
        page.wait_for("performance.getEntriesByType('resource').some(({ name }) => name.includes('quoting'))")?;
        page.lay_out_everything()?;
        let boxes = "return JSON.stringify(cards.flatMap((card) => [...card.querySelectorAll('*')].map((it) => it.getBoundingClientRect().toJSON())))";
        page.script("document.querySelector('.card:not([hidden]) .cite').scrollIntoView({ block: 'center' })", &[])?;
        page.settle()?;
        let before = ask(page, boxes)?;
        page.click(".card:not([hidden]) .cite")?;
        page.wait_for("document.querySelector('#status[data-toast]')?.textContent === '已复制'")?;
        let toast = "const { width, height, bottom } = document.getElementById('status').getBoundingClientRect();
            return width > 60 && height > 24 && bottom < innerHeight;";
        ensure!(page.script(toast, &[])? == true, "it is seen");
        ensure!(ask(page, boxes)? == before, "something moved");
        page.wait_for("!document.querySelector('#status[data-toast]')")?;
        Ok(())
    });
}

#[test]
fn a_life_situation_is_one_chip_that_tells_what_it_is_made_of() {
    on_page(|page| {
        page.open(PARENTS)?;
        ensure!(
            page.count("#summary .chip")? == 1 && page.count("#summary .flip")? == 0,
            "one chip, and nothing to turn"
        );
        page.click("#summary .chip button")?;
        let made = page.text_of("document.querySelector('#summary .made').innerText")?;
        ensure!(made == "老年人、养老保险参保人", "it is made of {made}");
        page.click(".chosen a")?;
        ensure!(page.route()? == "#/explore?group=-elderly,pension-insured", "{}", page.route()?);
        page.open(PARENTS)?;
        page.click("#summary .chip .remove")?;
        ensure!(page.route()? == "#/explore", "all of it goes at once: {}", page.route()?);
        Ok(())
    });
}

#[test]
fn a_tag_says_what_it_gives_and_gives_just_that() {
    on_page(|page| {
        page.open(PARENTS)?;
        page.script("document.getElementById('/read/m7s1').querySelector('details').open = true", &[])?;
        let tag = "[...document.querySelectorAll(\"[id='/read/m7s1'] .tags a\")].find((it) => it.textContent === '只看托育 6')";
        page.script(&format!("{tag}.click()"), &[])?;
        page.wait_for("document.querySelector('#summary b').textContent === '6'")?;
        ensure!(page.route()? == "#/explore?domain=childcare", "{}", page.route()?);
        page.script("history.back()", &[])?;
        page.wait_for(&format!("location.hash === {}", json!(PARENTS)))?;
        page.open("#/explore?q=托育")?;
        let said = page.text_of("document.querySelector('.labelled').textContent")?;
        let found = page.text_of("document.querySelector('#summary b').textContent")?;
        ensure!(found == "4" && said == "标为“托育”的共 6 句", "the word gives {found}, and: {said}");
        page.click(".labelled a")?;
        ensure!(page.route()? == "#/explore?domain=childcare", "{}", page.route()?);
        Ok(())
    });
}
