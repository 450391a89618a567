//! One tap or one search is enough to read the first sentence that concerns the reader. The figures of first screens keep to
//! the limits in the build's settings; `cargo xtask look` shows and lists the same figures.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Cell, KIOSK, LAPTOP, LONG_RUN, Limits, PHONE, Page, Place, Size, given, on_page, sheets};

/// What is wrong with a cell; also, that it cannot be shown.
fn faults(page: &Page, cell: &Cell, limits: &Limits, kiosk: &str) -> Vec<String> {
    let figures = page.show(cell, kiosk).and_then(|()| page.measure(limits.target(cell)));
    let faults = figures.map_or_else(|error| vec![format!("{error:#}")], |figures| limits.faults(cell, &figures));
    faults.into_iter().map(|fault| format!("{cell}: {fault}")).collect()
}

fn hold(cells: &[Cell]) {
    on_page(|page| {
        let (limits, kiosk) = (Limits::told()?, given(KIOSK)?);
        keep(cells.iter().flat_map(|cell| faults(page, cell, &limits, &kiosk)).collect())
    });
}

fn keep(faults: Vec<String>) -> Result<()> {
    ensure!(faults.is_empty(), "{} figures are beyond their limits:\n{}", faults.len(), faults.join("\n"));
    Ok(())
}

#[test]
fn one_tap_or_one_search_leads_to_the_first_sentence_within_the_limits() {
    let cells =
        ["parents", "search-found"].into_iter().flat_map(|name| [PHONE, LAPTOP].map(|size| Cell::of(name, size)));
    hold(&cells.collect::<Vec<_>>());
}

#[test]
fn the_start_shows_how_the_first_sentence_begins_within_the_limits() {
    hold(&[PHONE, LAPTOP].map(|size| Cell::of("start", size)));
}

#[test]
fn one_tap_in_large_type_or_in_english_keeps_to_the_limits() {
    let cell = Cell::of("parents", PHONE);
    hold(&[Cell { large: true, ..cell }, Cell { language: "en", ..cell }]);
}

#[test]
fn a_link_to_a_sentence_keeps_to_the_limits() {
    hold(&[Cell::of("linked", PHONE)]);
}

#[test]
fn an_article_with_embeds_keeps_to_the_limits() {
    hold(&[Cell::of("article.html", PHONE)]);
}

#[test]
fn one_tap_on_a_kiosk_keeps_to_the_limits() {
    hold(&[Cell::of("kiosk-parents", Size { width: 1080, height: 1920 })]);
}

/// All cells that this is true of.
fn hold_all(belongs: impl Fn(&Cell) -> bool) {
    on_page(|page| {
        given(LONG_RUN)?;
        let (limits, kiosk) = (Limits::told()?, given(KIOSK)?);
        let cells = sheets().into_iter().flatten().filter(belongs);
        keep(cells.flat_map(|cell| faults(page, &cell, &limits, &kiosk)).collect())
    });
}

fn is_site(cell: &Cell) -> bool {
    matches!(cell.state.place, Place::Site(_))
}

#[test]
fn every_cell_in_chinese_keeps_to_its_limits() {
    hold_all(|cell| is_site(cell) && !cell.large && cell.language == "zh-Hans");
}

#[test]
fn every_cell_in_english_keeps_to_its_limits() {
    hold_all(|cell| is_site(cell) && !cell.large && cell.language == "en");
}

#[test]
fn every_cell_in_large_type_keeps_to_its_limits() {
    hold_all(|cell| cell.large);
}

#[test]
fn every_cell_of_a_kiosk_keeps_to_its_limits() {
    hold_all(Cell::is_kiosk);
}

#[test]
fn every_cell_of_the_example_articles_keeps_to_its_limits() {
    hold_all(Cell::is_article);
}

/// Adds to the page what no page may have.
const SPOIL: &str = "
    const add = (parent, tag, style) => Object.assign(parent.appendChild(document.createElement(tag)).style, style);
    const explorer = document.querySelector('.explorer');
    add(explorer, 'div', { position: 'fixed', inset: '0 0 auto', height: '50vh', background: 'red' });
    add(explorer, 'button', { width: '10px', height: '10px', padding: '0', minHeight: '0' });
    add(document.body, 'div', { position: 'absolute', top: `${document.scrollingElement.scrollHeight + 2000}px`, height: '1px', width: '1px' });
    add(explorer, 'div', { height: '50px', overflow: 'auto' });
    explorer.lastChild.append(document.createElement('hr'));
    Object.assign(explorer.lastChild.firstChild.style, { height: '500px' });
";

#[test]
fn a_bar_a_small_target_an_empty_end_and_a_scroller_are_measured() {
    on_page(|page| {
        let cell = Cell::of("linked", PHONE);
        page.show(&cell, "")?;
        let before = page.measure(24)?;
        page.script(SPOIL, &[])?;
        page.settle()?;
        let after = page.measure(24)?;
        ensure!(before.stuck < 50.0 && after.stuck >= 50.0, "covered: {} and {}", before.stuck, after.stuck);
        ensure!(after.small.len() == before.small.len() + 1, "{:?} and {:?}", before.small, after.small);
        ensure!(before.below == 0.0 && after.below >= 1500.0, "below: {} and {}", before.below, after.below);
        ensure!(after.nested == before.nested + 1, "scrollers: {} and {}", before.nested, after.nested);
        Ok(())
    });
}
