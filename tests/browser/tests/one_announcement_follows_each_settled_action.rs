//! The live region speaks once when an action has settled, and not before there was one.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Key, LARGE, Page, VIEWS, in_every_engine, on_page};
use serde_json::json;

/// Notes every change of the live region's text from now on.
const LISTEN: &str = "
    const region = document.querySelector('[role=status]');
    window.said = [];
    new MutationObserver(() => said.push(region.textContent)).observe(region,
        { childList: true, characterData: true, subtree: true });
";

/// From now on the page's pauses last until they are ended. A pause of the driver's own is shorter, or far longer.
const HOLD: &str = "
    const { setTimeout, clearTimeout } = window;
    window.pauses = new Map();
    window.setTimeout = (work, pause, ...rest) => {
        const held = pause >= 100 && pause <= 10000;
        const id = setTimeout(held ? () => {} : work, pause, ...rest);
        if (held) pauses.set(id, { work, pause });
        return id;
    };
    window.clearTimeout = (id) => (pauses.delete(id), clearTimeout(id));
    window.endPauses = () => {
        const ended = [...pauses.values()];
        pauses.clear();
        for (const { work } of ended) work();
    };
";

/// What has been said when no pause is left.
fn said(page: &Page) -> Result<Vec<String>> {
    page.script("endPauses()", &[])?;
    let said = page.script("return said.splice(0)", &[])?;
    Ok(said.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect())
}

/// The same of an action that is told of, and has begun when it can be seen that a pause has.
fn said_after_it_settles(page: &Page) -> Result<Vec<String>> {
    page.wait_for("pauses.size > 0")?;
    said(page)
}

#[test]
fn there_is_one_live_region_and_it_is_silent_at_the_start() {
    in_every_engine(|page| {
        page.open("#/explore?domain=elderly-care")?;
        ensure!(page.count("[aria-live], [role=status], [role=alert]")? == 1, "one live region");
        page.script(LISTEN, &[])?;
        // Timers end in the order of their times: what the page would say by itself comes before this.
        page.script_until_called("setTimeout(arguments[0], 1000)", &[])?;
        ensure!(page.count_of("said.length")? == 0, "it spoke at the start");
        ensure!(page.text_of("document.querySelector('[role=status]').textContent")?.is_empty(), "it is empty");
        Ok(())
    });
}

#[test]
fn a_toggled_filter_is_announced_once() {
    in_every_engine(|page| {
        page.open("#/explore?lang=zh-Hans")?;
        page.script(LISTEN, &[])?;
        page.script(HOLD, &[])?;
        page.eval("document.querySelector('fieldset input:not([aria-disabled])').focus()")?;
        page.press(&[Key::Space])?;
        let said = said_after_it_settles(page)?;
        ensure!(said.len() == 1, "said {said:?}");
        ensure!(said[0].starts_with("共 ") && said[0].contains("1 个条件"), "said {said:?}");
        Ok(())
    });
}

#[test]
fn a_typed_word_is_announced_once_and_the_same_words_twice_in_a_row_not_at_all() {
    in_every_engine(|page| {
        page.open("#/explore?lang=en")?;
        page.script(LISTEN, &[])?;
        page.script(HOLD, &[])?;
        page.eval("document.querySelector('#q').focus()")?;
        page.type_text("养老服务")?;
        page.wait_for("document.querySelector('#q').value === '养老服务'")?;
        let first = said_after_it_settles(page)?;
        ensure!(first.len() == 1, "said {first:?}");
        page.script("document.querySelector('#q').dispatchEvent(new Event('input', { bubbles: true }))", &[json!(0)])?;
        let again = said(page)?;
        ensure!(again.is_empty(), "said again {again:?}");
        Ok(())
    });
}

#[test]
fn actions_in_quick_succession_are_announced_once_half_a_second_after_the_last() {
    in_every_engine(|page| {
        page.open("#/explore?lang=zh-Hans")?;
        page.script(LISTEN, &[])?;
        page.script(HOLD, &[])?;
        let three = "
            const boxes = [...document.querySelectorAll('fieldset.domain input:not([aria-disabled])')].slice(0, 3);
            for (const box of boxes) box.click();
            return said.length;
        ";
        ensure!(page.script(three, &[])? == 0, "it speaks before the action has settled");
        let pauses = page.eval("[...pauses.values()].map(({ pause }) => pause)")?;
        let pauses = pauses.as_array().into_iter().flatten().filter_map(serde_json::Value::as_u64).collect::<Vec<_>>();
        ensure!(matches!(pauses[..], [300..=500]), "pauses of {pauses:?} ms");
        let said = said(page)?;
        ensure!(said.len() == 1 && said[0].contains("3 个条件"), "said {said:?}");
        Ok(())
    });
}

#[test]
fn the_live_region_is_polite_and_there_before_anything_is_said() {
    on_page(|page| {
        page.without_javascript()?;
        page.load("#/explore")?;
        ensure!(page.count("[role=status]")? == 1, "it stands in the page as it is sent");
        ensure!(page.count("[role=status][aria-live], [role=status][aria-busy]")? == 0, "nothing makes it less polite");
        let shown = page.eval("document.querySelector('[role=status]').checkVisibility()")?;
        ensure!(shown == true, "what is not displayed is not heard");
        Ok(())
    });
}

#[test]
fn every_view_and_large_type_have_the_same_one_region() {
    in_every_engine(|page| {
        // Here the module is the whole one from the start, and stays.
        page.open("#/check")?;
        page.script("window.region = document.querySelector('[role=status]')", &[])?;
        let live = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], output";
        for route in VIEWS.into_iter().chain(LARGE.into_iter().filter(|route| route.contains("mode=elder"))) {
            page.go(route)?;
            ensure!(page.count(live)? == 1, "{route}: {} live regions", page.count(live)?);
            let same = page.eval("region.isConnected && region.closest('.explorer') !== null")?;
            ensure!(same == true, "{route}: another region has taken its place");
        }
        Ok(())
    });
}
