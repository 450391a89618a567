//! No pointer is needed for anything, and focus is never lost.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Key, Page, Size, in_every_engine};

const FIRST_BOX: &str = "document.querySelector('fieldset input[type=checkbox]:not([aria-disabled])')";

#[test]
fn the_first_tab_reaches_the_skip_link_and_enter_moves_focus_to_the_results() {
    in_every_engine(|page| {
        page.open("#/explore")?;
        page.press(&[Key::Tab])?;
        ensure!(page.eval("document.activeElement.matches('.skip')")? == true, "focus is on {}", page.focus()?);
        page.press(&[Key::Enter])?;
        page.settle()?;
        ensure!(page.focus()? == "results", "focus is on {}", page.focus()?);
        ensure!(page.route()? == "#/explore" || page.route()?.is_empty(), "the route stays: {}", page.route()?);
        Ok(())
    });
}

#[test]
fn slash_goes_to_the_search_and_escape_clears_it() {
    in_every_engine(|page| {
        page.open("#/explore")?;
        page.eval(&format!("{FIRST_BOX}.focus()"))?;
        page.press(&[Key::Character('/')])?;
        ensure!(page.focus()? == "q", "focus is on {}", page.focus()?);
        page.type_text("养老")?;
        page.wait_for("document.querySelector('#summary .chip') !== null")?;
        ensure!(page.text_of("document.querySelector('#q').value")? == "养老", "the slash itself is not typed");
        page.press(&[Key::Escape])?;
        page.wait_for("document.querySelector('#summary .chip') === null")?;
        ensure!(page.text_of("document.querySelector('#q').value")?.is_empty(), "the field is empty");
        ensure!(page.focus()? == "q", "focus stays in the field, not {}", page.focus()?);
        Ok(())
    });
}

#[test]
fn space_toggles_a_filter_and_focus_stays_on_it() {
    in_every_engine(|page| {
        page.open("#/explore")?;
        page.script(&format!("window.box = {FIRST_BOX}; box.focus()"), &[])?;
        for checked in [true, false] {
            page.press(&[Key::Space])?;
            page.wait_for(&format!("box.checked === {checked} && document.activeElement === box && box.isConnected"))?;
            ensure!((page.count("#summary .chip")? == 1) == checked, "the summary follows");
        }
        Ok(())
    });
}

#[test]
fn on_a_phone_a_button_opens_the_filters_and_focus_goes_there_and_comes_back() {
    in_every_engine(|page| {
        page.resize(Size { width: 360, height: 780 })?;
        page.open("#/explore")?;
        ensure!(page.eval(&format!("{FIRST_BOX}.checkVisibility()"))? == false, "the filters are closed at first");
        page.script("document.querySelector('.filter-button').focus()", &[])?;
        page.press(&[Key::Enter])?;
        page.wait_for("document.activeElement.closest('#facets') !== null")?;
        let said = "document.querySelector('.filter-button').getAttribute('aria-expanded')";
        ensure!(page.text_of(said)? == "true", "the button says so");
        page.script("document.querySelector('.facet .expand').focus()", &[])?;
        for open in [true, false] {
            page.press(&[Key::Enter])?;
            page.wait_for(&format!("{FIRST_BOX}.checkVisibility() === {open}"))?;
            let button = "document.activeElement.getAttribute('aria-expanded')";
            ensure!(page.text_of(button)? == open.to_string(), "the facet's button says so and keeps focus");
        }
        page.press(&[Key::Escape])?;
        page.wait_for("document.activeElement.matches('.filter-button')")?;
        ensure!(page.text_of(said)? == "false", "the button says so");
        Ok(())
    });
}

#[test]
fn tab_reaches_every_control_of_every_view_and_focus_is_always_seen() {
    in_every_engine(|page| {
        for route in ["#/explore?domain=elderly-care", "#/targets", "#/about"] {
            page.open(route)?;
            walk(page, route)?;
        }
        Ok(())
    });
}

/// Tabs from the top of the page to its end; every stop must be inside the window and show that it is focused.
fn walk(page: &Page, route: &str) -> Result<()> {
    page.script("window.stops = new Set()", &[])?;
    let expected = page.count_of(
        "[...document.querySelectorAll('.explorer :is(a[href], button, input):not([tabindex=\"-1\"])')]
            .filter((control) => control.checkVisibility()).length",
    )?;
    ensure!(expected > 10, "{route} has only {expected} controls");
    for _ in 0..expected {
        page.press(&[Key::Tab])?;
        let at = page.script(STOP, &[])?;
        ensure!(at.is_null(), "{route}: {at}");
    }
    let reached = page.count_of("stops.size")?;
    ensure!(reached == expected, "{route}: Tab reaches {reached} of {expected} controls");
    Ok(())
}

/// Remembers the focused control; says what is wrong with it, or null.
const STOP: &str = "
    const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
    stops.add(at);
    const what = at.outerHTML.slice(0, 120);
    if (at === document.body) return 'focus is lost after ' + stops.size + ' stops';
    if (box.bottom <= 0 || box.top >= innerHeight) return 'out of the window: ' + what;
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'no focus ring: ' + what;
    return null;
";
