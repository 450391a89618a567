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

/// The history refuses every change, by an error or without a word, until it is allowed again.
fn refuse(page: &Page, how: &str) -> Result<()> {
    page.script(
        &format!(
            "for (const name of ['pushState', 'replaceState']) history[name] = () => {{ {how} }};
             window.allow = () => {{ delete history.pushState; delete history.replaceState; }};"
        ),
        &[],
    )?;
    Ok(())
}

#[test]
fn a_history_that_refuses_changes_gets_the_last_one_once_it_may() {
    on_page(|page| {
        for how in ["throw new DOMException('too many', 'SecurityError')", "return"] {
            page.open("#/explore")?;
            let title = page.text_of("document.title")?;
            refuse(page, how)?;
            page.click("fieldset input[type=checkbox]:not([aria-disabled])")?;
            ensure!(page.count("fieldset input:checked")? == 1, "{how}: the page follows");
            page.click("nav a[href^='#/targets']")?;
            page.script("scrollTo(0, 50); dispatchEvent(new Event('scrollend'))", &[])?;
            ensure!(page.text_of("document.title")? != title, "{how}: the title follows");
            ensure!(page.route()? == "#/explore", "{how}: the address could not");
            let shown = page.text_of("document.querySelector('#explorer').explorer.route")?;
            page.script("allow()", &[])?;
            page.wait_for(&format!("location.hash === {}", json!(shown)))?;
            page.command("back", &json!({}))?;
            page.wait_for("location.hash === '#/explore' && !document.querySelector('fieldset input:checked')")?;
            let console = page.evidence()?.console;
            ensure!(console.is_empty(), "{how}: {console:#?}");
        }
        Ok(())
    });
}

#[test]
fn a_page_whose_history_never_takes_a_change_starts_and_filters() {
    on_page(|page| {
        page.open("#/explore")?;
        refuse(page, "throw new DOMException('too many', 'SecurityError')")?;
        page.go("#/read/m5s3")?;
        page.wait_for("document.activeElement.id === '/read/m5s3'")?;
        page.command("back", &json!({}))?;
        page.wait_for("document.querySelector('.explorer').dataset.view === 'explore'")?;
        ensure!(page.evidence()?.console.is_empty(), "{:#?}", page.evidence()?.console);
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
