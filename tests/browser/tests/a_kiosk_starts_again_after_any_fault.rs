//! Whatever breaks in a kiosk, somebody who comes by finds it working, or at least readable.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{KIOSK, Page, on_page_of};

const FAULTS: usize = 50;
/// How much larger the heap may be after as many faults again.
const GROWTH: f64 = 1.05;
const HOME: &str = "document.querySelector('.explorer')?.dataset.view === 'attract'";
const RESTING: &str = "document.querySelector('.start-again') !== null";

/// A real panic while the page is borrowed, as an event of its own.
const FAULT: &str = "setTimeout(() => document.querySelector('#explorer').explorer.fault())";

fn visit(page: &Page) -> Result<()> {
    page.script("document.querySelector('#explorer').explorer.setRoute('#/explore?mode=kiosk&group=elderly')", &[])?;
    page.settle()
}

/// Panics so many times, and is mended each time.
fn break_and_mend(page: &Page, times: usize) -> Result<()> {
    for _ in 0..times {
        // So that they are not the third within a minute.
        page.jump_ahead(61.0)?;
        visit(page)?;
        page.script(FAULT, &[])?;
        page.wait_for(HOME)?;
    }
    Ok(())
}

#[test]
fn a_hundred_panics_in_the_middle_of_a_change_are_mended_and_leave_nothing_in_memory() {
    on_page_of(KIOSK, |page| {
        page.control_clock()?;
        page.open("#/attract?mode=kiosk")?;
        break_and_mend(page, FAULTS)?;
        let before = page.heap()?;
        break_and_mend(page, FAULTS)?;
        let after = page.heap()?;
        ensure!(after < before * GROWTH, "from the {FAULTS}th on the heap grew from {before} to {after} bytes");
        page.click(".start")?;
        page.click(".tile")?;
        ensure!(page.count(".card:not([hidden]) .text")? > 0, "and it still answers");
        Ok(())
    });
}

#[test]
fn errors_and_rejections_count_too_and_the_third_leaves_the_text_alone() {
    on_page_of(KIOSK, |page| {
        page.control_clock()?;
        page.open("#/explore?mode=kiosk&idle=30")?;
        page.script("dispatchEvent(new ErrorEvent('error', { error: new Error('one') }))", &[])?;
        page.wait_for(HOME)?;
        // As the browser tells them; what a driver's own script throws it tells nobody about on a file's page.
        let rejection = "dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: new Error('two') }))";
        page.script(rejection, &[])?;
        visit(page)?;
        page.script(FAULT, &[])?;
        page.wait_for(RESTING)?;
        ensure!(page.count(".s")? == 77, "every sentence is there to read");
        page.click("nav.contents a[href$='/m9']")?;
        ensure!(
            page.eval("document.getElementById('/read/m9').getBoundingClientRect().top < 200")? == true,
            "contents lead on"
        );
        page.jump_ahead(29.0)?;
        page.settle()?;
        ensure!(page.eval(RESTING)? == true, "nothing starts it before somebody wants it");
        page.click(".start-again")?;
        ensure!(page.eval(HOME)? == true, "a touch starts it");
        Ok(())
    });
}

/// Chromium 103 and 109 tell of a trap so.
#[test]
fn an_error_whose_cause_the_browser_hides_is_a_fault_and_a_late_layout_is_none() {
    on_page_of(KIOSK, |page| {
        page.open("#/explore?mode=kiosk")?;
        visit(page)?;
        let late = "dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop limit exceeded' }))";
        page.script(late, &[])?;
        page.settle()?;
        ensure!(page.eval(HOME)? == false, "the visit goes on");
        page.script("dispatchEvent(new ErrorEvent('error', { message: 'Script error.' }))", &[])?;
        page.wait_for(HOME)
    });
}

#[test]
fn a_resting_kiosk_begins_anew_when_nobody_is_there() {
    on_page_of(KIOSK, |page| {
        page.control_clock()?;
        page.open("#/explore?mode=kiosk&idle=30")?;
        for _ in 0..3 {
            page.script("dispatchEvent(new ErrorEvent('error', { error: new Error('a fault') }))", &[])?;
        }
        page.wait_for(RESTING)?;
        page.jump_ahead(46.0)?;
        page.wait_for(HOME)
    });
}
