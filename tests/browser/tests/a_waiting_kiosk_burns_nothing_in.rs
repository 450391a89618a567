//! A screen that nobody uses shows nothing for long in one place: it moves in steps, light and dark change places, and after
//! ten minutes it is dimmed.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{KIOSK, Media, Page, on_page_of};

const MINUTES: usize = 60;
const LIGHT: &str = "getComputedStyle(document.querySelector('.attract')).filter";

/// Where the heading stands, and how light each panel is.
fn look(page: &Page) -> Result<([f64; 2], String)> {
    let found = page.eval(
        "(() => {
            const { x, y } = document.querySelector('.attract h1').getBoundingClientRect();
            return [x, y, ...[...document.querySelectorAll('.attract > div')].map((panel) => getComputedStyle(panel).backgroundColor)];
        })()",
    )?;
    let place = [0, 1].map(|n| found[n].as_f64().unwrap_or(f64::NAN));
    Ok((place, format!("{} {}", found[2], found[3])))
}

fn watched(page: &Page) -> Result<()> {
    page.control_clock()?;
    page.open("")?;
    let mut seen = vec![look(page)?];
    ensure!(page.text_of(LIGHT)? == "none", "it is dimmed at once");
    for minute in 1..=MINUTES {
        page.jump_ahead(60.0)?;
        page.wait_for(&format!("document.documentElement.dataset.step === '{}'", minute % 8))?;
        seen.push(look(page)?);
    }
    for pair in seen.windows(2) {
        let [[a, b], [c, d]] = [pair[0].0, pair[1].0];
        let moved = (a - c).hypot(b - d);
        ensure!(moved > 0.0 && moved <= 24.0, "{moved} px within a minute");
    }
    let looks: std::collections::BTreeSet<&String> = seen.iter().map(|(_, colours)| colours).collect();
    ensure!(looks.len() == 2, "light and dark change places: {looks:?}");
    ensure!(page.count_of("document.getAnimations().length")? == 0, "nothing is animated");
    ensure!(page.text_of(LIGHT)? == "brightness(0.75)", "it is not dimmed");
    Ok(())
}

#[test]
fn it_moves_a_little_every_minute_and_its_panels_change_places() {
    on_page_of(KIOSK, watched);
}

#[test]
fn with_reduced_motion_it_moves_in_the_same_steps() {
    on_page_of(KIOSK, |page| {
        page.prefer(Media { reduced_motion: true, ..Media::default() })?;
        watched(page)
    });
}

#[test]
fn it_stops_and_is_bright_when_somebody_comes() {
    on_page_of(KIOSK, |page| {
        page.control_clock()?;
        page.open("")?;
        page.jump_ahead(900.0)?;
        page.wait_for("document.documentElement.dataset.dim === ''")?;
        page.click(".start")?;
        page.wait_for("['step', 'phase', 'dim'].every((name) => document.documentElement.dataset[name] === undefined)")
    });
}
