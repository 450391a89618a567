//! Back and Forward lead to the page as it was left: what it showed, where it stood, what was focused.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Key, Page, on_page};
use serde_json::json;

const LINK: &str = "document.querySelectorAll('.card:not([hidden]) a.context')[20]";

/// Follows a card's link far down the page by keyboard; gives where the page stood.
fn leave_by_keyboard(page: &Page) -> Result<f64> {
    page.open("#/explore?by=printed")?;
    page.eval(&format!("{LINK}.focus()"))?;
    page.settle()?;
    let top = page.eval("scrollY")?.as_f64().unwrap_or_default();
    ensure!(top > 200.0, "the link stands far enough down: {top}");
    page.press(&[Key::Enter])?;
    page.wait_for("location.hash.startsWith('#/read/')")?;
    page.settle()?;
    Ok(top)
}

#[test]
fn back_restores_route_scroll_and_focus() {
    on_page(|page| {
        let top = leave_by_keyboard(page)?;
        page.command("back", &json!({}))?;
        page.wait_for("location.hash === '#/explore?by=printed'")?;
        page.wait_for(&format!("Math.abs(scrollY - {top}) < 2"))?;
        page.wait_for(&format!("document.activeElement === {LINK}"))
    });
}

#[test]
fn forward_goes_to_the_place_again() {
    on_page(|page| {
        leave_by_keyboard(page)?;
        let place = page.route()?;
        let id = place.trim_start_matches('#').split('?').next().unwrap_or_default().to_owned();
        page.command("back", &json!({}))?;
        page.wait_for("location.hash === '#/explore?by=printed'")?;
        page.command("forward", &json!({}))?;
        page.wait_for(&format!("location.hash === {}", json!(place)))?;
        let rectangle = format!("document.getElementById({}).getBoundingClientRect()", json!(id));
        page.wait_for(&format!("{rectangle}.top >= 0 && {rectangle}.top < innerHeight"))
    });
}

#[test]
fn each_filter_is_a_step_that_back_takes_back() {
    on_page(|page| {
        page.open("#/explore")?;
        let all = page.count(".card:not([hidden])")?;
        page.click("fieldset input[type=checkbox]:not([aria-disabled])")?;
        let filtered = page.route()?;
        ensure!(filtered != "#/explore", "a click on a filter changes the route");
        page.command("back", &json!({}))?;
        page.wait_for("location.hash === '#/explore'")?;
        page.settle()?;
        ensure!(page.count(".card:not([hidden])")? == all, "all sentences are back");
        ensure!(page.count("fieldset input:checked")? == 0, "no box is checked");
        page.command("forward", &json!({}))?;
        page.wait_for(&format!("location.hash === {}", json!(filtered)))?;
        page.settle()?;
        ensure!(page.count("fieldset input:checked")? == 1, "the box is checked again");
        Ok(())
    });
}

/// Finds the map in which the page remembers how it left each entry of the history.
const WATCH: &str = "
    const { set } = Map.prototype;
    Map.prototype.set = function (key, value) {
        if (value && typeof value === 'object' && 'x' in value && 'focus' in value) window.__left = this;
        return set.call(this, key, value);
    };
";

#[test]
fn what_is_remembered_of_the_history_is_bounded_however_long_it_gets() {
    on_page(|page| {
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }))?;
        page.open("#/explore")?;
        let click = "for (let n = 0; n < arguments[0]; n += 1)
            document.querySelector('fieldset input[type=checkbox]:not([aria-disabled])').click();";
        page.script(click, &[json!(60)])?;
        let after_sixty = page.count_of("__left.size")?;
        ensure!(after_sixty > 40, "only {after_sixty} entries are remembered");
        page.script(click, &[json!(60)])?;
        let after_more = page.count_of("__left.size")?;
        ensure!(after_more <= after_sixty, "{after_sixty} entries became {after_more}");
        let entry = page.count_of("history.state.minsheng")?;
        page.script("history.go(-5)", &[])?;
        page.wait_for(&format!("history.state.minsheng === {}", entry - 5))?;
        page.script(click, &[json!(1)])?;
        ensure!(
            page.eval("[...__left.keys()].every((key) => key < history.state.minsheng)")? == true,
            "what lay ahead is kept"
        );
        Ok(())
    });
}
