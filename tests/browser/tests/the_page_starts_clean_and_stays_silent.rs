//! The page starts with an empty console, moves nothing once it is drawn, keeps to its policy, and after its load
//! asks the network for nothing.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, Size, VIEWS, on_page};

#[test]
fn every_view_starts_with_an_empty_console_no_violation_and_no_layout_shift() {
    on_page(|page| {
        for size in [Size { width: 360, height: 780 }, Size { width: 1280, height: 800 }] {
            page.resize(size)?;
            VIEWS.iter().try_for_each(|route| starts_clean(page, route))?;
        }
        Ok(())
    });
}

fn starts_clean(page: &Page, route: &str) -> Result<()> {
    page.open(route)?;
    let seen = page.evidence()?;
    ensure!(seen.console.is_empty(), "{route}: console {:#?}", seen.console);
    ensure!(seen.violations.is_empty(), "{route}: violations {:#?}", seen.violations);
    ensure!(seen.shift == 0.0, "{route}: layout shift {}", seen.shift);
    Ok(())
}

#[test]
fn after_the_load_nothing_is_requested_or_stored_whatever_is_done() {
    on_page(|page| {
        page.open("#/explore")?;
        let load = page.take_requests()?;
        ensure!(load.iter().any(|url| url.ends_with(".wasm")), "the log shows no load: {load:#?}");
        let foreign = load.iter().filter(|url| !url.starts_with(&page.url_of("")) && *url != "about:blank");
        ensure!(foreign.clone().count() == 0, "foreign requests: {:?}", foreign.collect::<Vec<_>>());
        for route in VIEWS {
            page.go(route)?;
        }
        page.click("a.brand")?;
        page.click("fieldset input[type=checkbox]:not([aria-disabled])")?;
        let seen = page.evidence()?;
        ensure!(seen.requests.is_empty(), "requests after the load: {:#?}", seen.requests);
        ensure!(seen.console.is_empty(), "console {:#?}", seen.console);
        ensure!(seen.violations.is_empty(), "violations {:#?}", seen.violations);
        ensure!(page.count_of("localStorage.length + sessionStorage.length")? == 0, "something is stored");
        ensure!(page.text_of("document.cookie")?.is_empty(), "a cookie is set");
        Ok(())
    });
}
