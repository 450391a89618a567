//! Opened by a link, large type and a kiosk on the served site are there at once: nothing moves, nothing is complained of,
//! and the policy is kept to.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{LARGE, Page, Size, needs_a_long_run, on_page};
use serde_json::json;

fn starts_clean(page: &Page, route: &str) -> Result<()> {
    page.open(route)?;
    let seen = page.evidence()?;
    ensure!(seen.console.is_empty(), "{route}: console {:#?}", seen.console);
    ensure!(seen.violations.is_empty(), "{route}: violations {:#?}", seen.violations);
    ensure!(seen.shift == 0.0, "{route}: layout shift {}", seen.shift);
    let size = page.text_of("getComputedStyle(document.documentElement).fontSize")?;
    ensure!(size == "24px", "{route} is written in {size}");
    Ok(())
}

#[test]
fn every_screen_with_large_type_starts_clean() {
    needs_a_long_run();
    on_page(|page| {
        for size in [Size { width: 360, height: 780 }, Size { width: 1280, height: 800 }] {
            page.resize(size)?;
            LARGE.iter().try_for_each(|route| starts_clean(page, route))?;
        }
        Ok(())
    });
}

#[test]
fn a_link_to_a_kiosk_opens_one_and_its_operator_leaves_it() {
    on_page(|page| {
        page.open("#/explore?mode=kiosk")?;
        ensure!(page.count(".tile")? > 10, "the life situations are tiles");
        let address = page.route()?;
        page.click(".tile")?;
        ensure!(page.route()? == address, "a kiosk does not write its address");
        page.open("#/operator?mode=kiosk&exit=204683")?;
        page.click("[data-deed=leave]")?;
        page.type_text("204683")?;
        page.script("document.querySelector('.digits').lastElementChild.click()", &[])?;
        page.wait_for("document.querySelector('.hero') !== null")?;
        ensure!(page.route()? == "#/explore", "{}", page.route()?);
        Ok(())
    });
}

#[test]
fn the_sites_kiosk_compares_its_text_with_the_pages_and_notices_another_word() {
    on_page(|page| {
        let is = |outcome: &str| {
            page.wait_for(&format!(
                "document.querySelector('[data-test=text]')?.textContent === document.querySelector('.tests').dataset.{outcome}"
            ))
        };
        page.open("#/operator?mode=kiosk")?;
        is("sound")?;
        page.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": "addEventListener('DOMContentLoaded', () => document.querySelector('.card .text').append('又'), true)" }),
        )?;
        page.open("#/operator?mode=kiosk")?;
        is("faulty")
    });
}
