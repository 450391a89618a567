//! The live region speaks once when an action has settled, and not before there was one.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Key, Page, on_page};
use serde_json::json;

/// Notes every change of the live region's text from now on.
const LISTEN: &str = "
    const region = document.querySelector('[role=status]');
    window.said = [];
    new MutationObserver(() => said.push(region.textContent)).observe(region,
        { childList: true, characterData: true, subtree: true });
";

/// Calls back with what was said once the region has been quiet for 800 ms, longer than any pause it makes.
const UNTIL_QUIET: &str = "
    const done = arguments[0];
    let count = -1, since = performance.now();
    (function look() {
        if (said.length !== count) { count = said.length; since = performance.now(); }
        if (performance.now() - since > 800) done(said.splice(0)); else setTimeout(look, 20);
    })();
";

fn said(page: &Page) -> Result<Vec<String>> {
    let said = page.script_until_called(UNTIL_QUIET, &[])?;
    Ok(said.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect())
}

#[test]
fn there_is_one_live_region_and_it_is_silent_at_the_start() {
    on_page(|page| {
        page.open("#/explore?domain=elderly-care")?;
        ensure!(page.count("[aria-live], [role=status], [role=alert]")? == 1, "one live region");
        page.script(LISTEN, &[])?;
        ensure!(said(page)?.is_empty(), "it spoke at the start");
        ensure!(page.text_of("document.querySelector('[role=status]').textContent")?.is_empty(), "it is empty");
        Ok(())
    });
}

#[test]
fn a_toggled_filter_is_announced_once() {
    on_page(|page| {
        page.open("#/explore?lang=zh-Hans")?;
        page.script(LISTEN, &[])?;
        page.eval("document.querySelector('fieldset input:not([aria-disabled])').focus()")?;
        page.press(&[Key::Space])?;
        let said = said(page)?;
        ensure!(said.len() == 1, "said {said:?}");
        ensure!(said[0].starts_with("共 ") && said[0].contains("1 个条件"), "said {said:?}");
        Ok(())
    });
}

#[test]
fn a_typed_word_is_announced_once_and_the_same_words_twice_in_a_row_not_at_all() {
    on_page(|page| {
        page.open("#/explore?lang=en")?;
        page.script(LISTEN, &[])?;
        page.eval("document.querySelector('#q').focus()")?;
        page.type_text("养老服务")?;
        let first = said(page)?;
        ensure!(first.len() == 1, "said {first:?}");
        page.script("document.querySelector('#q').dispatchEvent(new Event('input', { bubbles: true }))", &[json!(0)])?;
        let again = said(page)?;
        ensure!(again.is_empty(), "said again {again:?}");
        Ok(())
    });
}
