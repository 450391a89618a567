//! Whatever changes what is shown leaves the reader at the answer: its count and its first whole sentence are in view, what
//! stays in sight covers little, and focus is where it can be seen.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Key, Page, Size, on_page};
use serde_json::json;

const PHONE: Size = Size { width: 390, height: 844 };
const LAPTOP: Size = Size { width: 1366, height: 768 };
const WINDOWS: [Size; 5] = [
    PHONE,
    Size { width: 360, height: 740 },
    Size { width: 768, height: 1024 },
    LAPTOP,
    Size { width: 1280, height: 800 },
];

/// Says what of the answer is not in view, or null.
const ANSWER: &str = "
    const box = (selector) => document.querySelector(selector).getBoundingClientRect();
    const stuck = Math.max(...['.ask', '.told'].map((it) => box(it).bottom));
    const count = box('#summary .count b'), first = box('#results .card:not([hidden]) .text');
    const at = document.activeElement.getBoundingClientRect();
    if (count.top < 0 || count.bottom > innerHeight) return 'the count is at ' + count.top;
    if (first.top < stuck || first.bottom > innerHeight) return 'the first sentence is at ' + first.top + ' to ' + first.bottom;
    if (document.activeElement !== document.body && (at.bottom <= 0 || at.top >= innerHeight)) return 'focus is at ' + at.top;
    return null;
";

fn answers(page: &Page, what: &str) -> Result<()> {
    page.wait_for("document.querySelector('#summary .chip') !== null")?;
    page.settle()?;
    let missing = page.script(ANSWER, &[])?;
    ensure!(missing.is_null(), "{what}: {missing}");
    Ok(())
}

#[test]
fn one_tap_on_a_situation_shows_the_count_and_the_first_sentence() {
    on_page(|page| {
        for size in WINDOWS {
            for language in ["", "?lang=en"] {
                page.resize(size)?;
                page.open(&format!("#/explore{language}"))?;
                ensure!(page.evidence()?.shift == 0.0, "{size:?} {language}: something moves while the page opens");
                page.click(".who a")?;
                answers(page, &format!("{size:?} {language}"))?;
                let place =
                    || page.eval("document.querySelector('.card:not([hidden]) .text').getBoundingClientRect().top");
                let before = place()?;
                page.wait_for("document.querySelector('[role=status]').textContent !== ''")?;
                page.settle()?;
                ensure!(place()? == before, "{size:?} {language}: the sentence moves once it is announced");
            }
        }
        Ok(())
    });
}

#[test]
fn a_search_shows_the_count_and_the_first_sentence_and_enter_goes_to_the_count() {
    on_page(|page| {
        for size in WINDOWS {
            page.resize(size)?;
            page.open("#/explore")?;
            page.click("#q")?;
            page.type_text("托育")?;
            answers(page, &format!("{size:?}"))?;
            ensure!(page.focus()? == "q", "{size:?}: focus stays in the field while it is written in");
            page.press(&[Key::Enter])?;
            page.wait_for("document.activeElement.id === 'summary'")?;
            answers(page, &format!("{size:?} after Enter"))?;
        }
        Ok(())
    });
}

#[test]
fn a_choice_far_down_the_list_leads_back_to_its_beginning() {
    on_page(|page| {
        for size in [PHONE, LAPTOP] {
            page.resize(size)?;
            page.open("#/explore?by=printed")?;
            page.script(
                "const tag = [...document.querySelectorAll('.card:not([hidden]) .tag')].findLast((it) => it.checkVisibility());
                 tag.focus(); tag.click();",
                &[],
            )?;
            answers(page, &format!("a tag at {size:?}"))?;
        }
        page.open("#/explore")?;
        page.script("scrollTo(0, 5000)", &[])?;
        page.click("fieldset.domain input:not([aria-disabled])")?;
        answers(page, "a facet beside the list")?;
        ensure!(page.eval("document.activeElement.type === 'checkbox'")? == true, "focus stays on the facet in view");
        Ok(())
    });
}

#[test]
fn the_start_shows_the_beginning_of_the_first_sentence() {
    on_page(|page| {
        for size in [PHONE, LAPTOP] {
            page.resize(size)?;
            page.open("#/explore")?;
            let top = page
                .count_of("Math.round(document.querySelector('#results .card .text').getBoundingClientRect().top)")?;
            ensure!(top + 60 < u64::from(size.height), "{size:?}: the first sentence begins at {top}");
            let rows =
                "new Set([...document.querySelectorAll('.who a')].map((it) => it.getBoundingClientRect().top)).size";
            let most = if size == PHONE { 3 } else { 1 };
            ensure!(page.count_of(rows)? <= most, "{size:?}: more than {most} rows of situations");
        }
        Ok(())
    });
}

#[test]
fn what_stays_in_sight_takes_less_than_a_third_and_never_covers_focus() {
    on_page(|page| {
        for size in [PHONE, LAPTOP] {
            page.resize(size)?;
            page.open("#/explore?group=elderly")?;
            page.script("scrollTo(0, document.body.scrollHeight)", &[])?;
            page.settle()?;
            let stuck = "Math.max(...[...document.querySelectorAll('.ask, .told')].map((it) => it.getBoundingClientRect().bottom))";
            let share = page.eval(&format!("({stuck}) / innerHeight"))?.as_f64().unwrap_or(1.0);
            ensure!(share > 0.0 && share <= 0.3, "{size:?}: {share} of the window");
            page.script("[...document.querySelectorAll('.card:not([hidden]) a')].at(-1).focus()", &[])?;
            for _ in 0..30 {
                page.press(&[Key::BackTab])?;
                let clear = format!(
                    "!document.activeElement.closest('.results') || document.activeElement.getBoundingClientRect().top >= {stuck}"
                );
                ensure!(page.eval(&clear)? == true, "{size:?}: {} is covered", page.focus()?);
            }
        }
        Ok(())
    });
}

#[test]
fn a_page_is_as_high_at_first_as_it_is_once_scrolled_through() {
    const SCROLL: &str = "
        const done = arguments[0], frame = () => new Promise(requestAnimationFrame);
        (async () => {
            const before = document.documentElement.scrollHeight;
            for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
                scrollTo({ top: y, behavior: 'instant' });
                await frame();
            }
            done([before, document.documentElement.scrollHeight]);
        })();
    ";
    on_page(|page| {
        for size in [PHONE, LAPTOP] {
            page.resize(size)?;
            page.open("#/explore")?;
            let heights = page.script_until_called(SCROLL, &[])?;
            ensure!(heights[0].as_u64() > Some(5000) && heights[0] == heights[1], "{size:?}: {heights}");
        }
        Ok(())
    });
}

/// Opens the facets of a phone.
fn open_sheet(page: &Page, route: &str) -> Result<()> {
    page.resize(PHONE)?;
    page.open(route)?;
    page.click(".filter-button")?;
    page.wait_for(
        "document.querySelector('#facets').matches(':popover-open') && document.activeElement.matches('.close')",
    )
}

const CLOSED: &str = "!document.querySelector('#facets').checkVisibility()
    && document.querySelector('.filter-button').getAttribute('aria-expanded') === 'false'";

#[test]
fn on_a_phone_escape_the_cross_and_tabbing_on_close_the_facets() {
    on_page(|page| {
        open_sheet(page, "#/explore")?;
        page.press(&[Key::Escape])?;
        page.wait_for(&format!("{CLOSED} && document.activeElement.matches('.filter-button')"))?;
        page.press(&[Key::Enter])?;
        page.wait_for("document.activeElement.matches('.close')")?;
        page.press(&[Key::Enter])?;
        page.wait_for(&format!("{CLOSED} && document.activeElement.matches('.filter-button')"))?;
        page.press(&[Key::Enter])?;
        page.wait_for("document.activeElement.matches('.close')")?;
        page.press(&[Key::BackTab])?;
        page.wait_for(&format!("{CLOSED} && document.activeElement !== document.body"))
    });
}

#[test]
fn on_a_phone_back_closes_the_facets_and_keeps_what_was_chosen_in_them() {
    on_page(|page| {
        open_sheet(page, "#/explore")?;
        page.command("back", &json!({}))?;
        page.wait_for(CLOSED)?;
        ensure!(page.route()? == "#/explore" || page.route()?.is_empty(), "nothing was chosen: {}", page.route()?);
        open_sheet(page, "#/explore")?;
        page.click(".facet.domain .expand")?;
        page.click("fieldset.domain input:not([aria-disabled])")?;
        page.wait_for("document.querySelectorAll('.chosen li').length === 1")?;
        ensure!(page.eval("document.querySelector('#facets').matches(':popover-open')")? == true, "the sheet stays");
        page.command("back", &json!({}))?;
        page.wait_for(CLOSED)?;
        answers(page, "after Back")?;
        page.wait_for("location.hash.includes('domain=')")?;
        page.command("back", &json!({}))?;
        page.wait_for("!location.hash.includes('domain=') && !document.querySelector('#summary .chip')")
    });
}

#[test]
fn on_a_phone_the_last_button_of_the_facets_leads_to_the_sentences() {
    on_page(|page| {
        open_sheet(page, "#/explore?group=elderly")?;
        let zeros = "document.querySelectorAll('.facet.domain .dead').length";
        page.click(".facet.domain .expand")?;
        ensure!(page.count_of(zeros)? > 0, "some values would give nothing");
        let seen = "[...document.querySelectorAll('.facet.domain .dead')].filter((it) => it.checkVisibility()).length";
        ensure!(page.count_of(seen)? == 0, "values that would give nothing are folded");
        page.click(".facet.domain .fold")?;
        ensure!(page.count_of(seen)? == page.count_of(zeros)?, "the fold shows them");
        page.click(".chosen a:last-child")?;
        page.wait_for("document.activeElement.closest('#facets') !== null && !document.querySelector('.chosen li')")?;
        page.click(".to-results")?;
        page.wait_for(&format!("{CLOSED} && document.activeElement.id === 'results'"))
    });
}

#[test]
fn on_a_wide_window_facets_and_map_stay_beside_the_sentences() {
    on_page(|page| {
        page.resize(LAPTOP)?;
        page.open("#/explore")?;
        page.script("scrollTo(0, 4000)", &[])?;
        page.settle()?;
        for part in [".filters", ".map"] {
            let seen = format!(
                "(({{ top, bottom, height }}) => top >= 0 && height > 200 && Math.min(bottom, innerHeight) - top > 200)(document.querySelector('{part}').getBoundingClientRect())"
            );
            ensure!(page.eval(&seen)? == true, "{part} is out of sight");
        }
        Ok(())
    });
}

#[test]
fn an_answer_that_the_text_does_not_mention_is_told_once() {
    on_page(|page| {
        page.open("#/explore?q=育儿补贴")?;
        page.wait_for("document.querySelector('.absent') !== null")?;
        ensure!(page.count(".empty .none")? == 0, "nothing found is said a second time");
        ensure!(page.eval("document.querySelector('.sort').checkVisibility()")? == false, "nothing is there to group");
        Ok(())
    });
}
