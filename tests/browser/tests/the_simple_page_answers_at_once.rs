//! 长辈版 is the simple page: one touch leads from the tiles to a sentence, one sentence is shown at a time, and one bar below
//! leads home, back, to the sizes of type and to all else.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, SCRIPTS, Size, on_page};

const PHONE: Size = Size { width: 390, height: 844 };
const STEPS: [&str; 3] = ["large", "larger", "largest"];

/// The first sentence is wholly seen, above the bar and below the line that counts.
const FIRST_IS_SEEN: &str = "(() => {
    const box = (selector) => document.querySelector(selector).getBoundingClientRect();
    const text = box('.card:not([hidden]) .text'), say = box('#summary');
    return say.top >= 0 && text.top >= say.bottom && text.bottom <= box('.bar').top;
})()";

fn is(page: &Page, expression: &str, what: &str) -> Result<()> {
    ensure!(page.eval(expression)? == true, "{what}");
    Ok(())
}

#[test]
fn the_first_sentence_is_in_view_after_one_touch_of_a_tile() {
    on_page(|page| {
        for size in [PHONE, Size { width: 360, height: 740 }, Size { width: 1366, height: 768 }] {
            page.resize(size)?;
            for step in STEPS {
                page.open(&format!("#/explore?mode=elder&size={step}"))?;
                is(
                    page,
                    "document.querySelector('.tile').getBoundingClientRect().bottom < innerHeight",
                    "no tile in view",
                )?;
                page.click(".tile")?;
                page.wait_for("document.querySelectorAll('.brief').length > 1")?;
                is(page, FIRST_IS_SEEN, &format!("{step} at {}: the sentence is not in view", size.width))?;
                ensure!(page.count(".map, .facets, .sort")? == 0, "the list is short");
            }
        }
        Ok(())
    });
}

#[test]
fn one_turns_from_sentence_to_sentence_and_comes_back_to_the_one_that_was_read() {
    on_page(|page| {
        page.resize(PHONE)?;
        page.open("#/explore?mode=elder&group=elderly")?;
        page.click(".brief .context")?;
        for n in 2..=7 {
            page.click(".step:last-child")?;
            page.wait_for(&format!("document.querySelector('#summary').textContent.endsWith(' {n} / 11')"))?;
            ensure!(page.count_of("scrollY")? == 0, "sentence {n} is not seen from its beginning");
        }
        let read = page.text_of("document.querySelector('.card').id")?;
        page.click(".ways a:nth-child(2)")?;
        page.wait_for("document.activeElement.matches('.brief .context')")?;
        is(page, &format!("document.activeElement.closest('.card').id === '{read}'"), "another card has focus")?;
        is(
            page,
            "(() => { const { top, bottom } = document.activeElement.closest('.card').getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; })()",
            "the card is not in view",
        )?;
        page.click(".ways a:nth-child(2)")?;
        page.wait_for("document.querySelector('.home') !== null && scrollY === 0")
    });
}

#[test]
fn what_the_bar_opens_moves_nothing_and_back_closes_it() {
    on_page(|page| {
        page.resize(PHONE)?;
        page.open("#/explore?mode=elder&group=elderly")?;
        page.script("scrollTo(0, 900)", &[])?;
        page.settle()?;
        for (place, panel) in [(3, "sizes"), (4, "more")] {
            page.click(&format!(".ways a:nth-child({place})"))?;
            page.wait_for(&format!("document.querySelector('.tray') && location.hash.includes('panel={panel}')"))?;
            ensure!(page.count_of("Math.round(scrollY)")? == 900, "{panel}: the list has moved");
            is(page, "document.querySelector('.tray').getBoundingClientRect().top >= 0", "the tray is cut off")?;
            page.script("history.back()", &[])?;
            page.wait_for("!document.querySelector('.tray')")?;
            ensure!(page.count_of("Math.round(scrollY)")? == 900, "{panel}: Back leads elsewhere");
        }
        page.click(".ways a:nth-child(3)")?;
        page.click(".tray a[href*='size=largest']")?;
        page.wait_for("document.documentElement.dataset.size === 'largest'")?;
        is(page, "document.querySelector('.tray') !== null", "sizes cannot be compared")
    });
}

#[test]
fn all_that_the_simple_page_leaves_out_is_behind_more() {
    on_page(|page| {
        page.resize(PHONE)?;
        page.open("#/explore?mode=elder&group=elderly&panel=more")?;
        page.click(".tray a[href*='panel=filters']")?;
        page.wait_for("document.querySelector('.filtering .to-results')")?;
        page.click(".facet.domain .expand")?;
        page.click(".facet.domain .value:not(.dead) input")?;
        page.click(".filtering .to-results")?;
        page.wait_for("document.querySelectorAll('.brief').length > 0")?;
        is(page, FIRST_IS_SEEN, "the sentence is not in view")?;
        for view in ["read", "targets", "matrix", "check", "about"] {
            page.open("#/explore?mode=elder&panel=more")?;
            page.click(&format!(".tray a[href^='#/{view}']"))?;
            page.wait_for(&format!(
                "document.querySelector('.explorer').dataset.view === '{view}' && !document.querySelector('.tray')"
            ))?;
        }
        Ok(())
    });
}

#[test]
fn whoever_types_keeps_the_field_from_the_tiles_to_the_list_and_back() {
    on_page(|page| {
        page.resize(PHONE)?;
        page.open("#/explore?mode=elder")?;
        page.type_into("#q", "床位")?;
        page.wait_for("document.querySelectorAll('.brief').length > 0 && location.hash.includes('q=')")?;
        ensure!(page.focus()? == "q", "{} has focus", page.focus()?);
        page.type_into("#q", "\u{e003}\u{e003}")?;
        page.wait_for("document.querySelector('.home') !== null")?;
        ensure!(page.focus()? == "q", "{} has focus", page.focus()?);
        Ok(())
    });
}

#[test]
fn nothing_of_the_bar_wraps_in_any_language() {
    on_page(|page| {
        page.resize(Size { width: 360, height: 740 })?;
        for language in SCRIPTS {
            page.open(&format!("#/explore?mode=elder&size=largest&group=elderly&lang={language}"))?;
            let one_row = "new Set([...document.querySelectorAll('.ways a')].map((way) => way.getBoundingClientRect().top)).size === 1";
            is(page, one_row, &format!("{language}: the bar has more than one row"))?;
            is(
                page,
                "document.querySelector('.ways').scrollWidth <= innerWidth",
                &format!("{language}: it is too wide"),
            )?;
        }
        Ok(())
    });
}
