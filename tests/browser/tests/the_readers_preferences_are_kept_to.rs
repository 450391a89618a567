//! Forced colours, reduced motion, dark and high contrast as the reader's system sets them.

use anyhow::ensure;
use minsheng_browser_tests::{Media, VIEWS, on_page};

/// Keeps the largest number of animations seen in any frame.
const COUNT_ANIMATIONS: &str = "
    window.most = 0;
    (function look() {
        most = Math.max(most, document.getAnimations().length);
        requestAnimationFrame(look);
    })();
";

#[test]
fn with_reduced_motion_nothing_moves() {
    on_page(|page| {
        page.prefer(Media { reduced_motion: true, ..Media::default() })?;
        page.open("#/explore")?;
        page.script(COUNT_ANIMATIONS, &[])?;
        for route in VIEWS {
            page.go(route)?;
        }
        ensure!(page.count_of("most")? == 0, "animations run");
        Ok(())
    });
}

#[test]
fn with_forced_colours_what_is_selected_is_told_by_more_than_colour() {
    on_page(|page| {
        page.prefer(Media { forced_colors: true, ..Media::default() })?;
        page.open("#/explore?domain=elderly-care")?;
        ensure!(page.eval("matchMedia('(forced-colors: active)').matches")? == true, "the emulation works");
        let style =
            |of: &str, what: &str| page.text_of(&format!("getComputedStyle(document.querySelector('{of}')).{what}"));
        ensure!(style("nav [aria-current]", "textDecorationLine")? == "underline", "the current view is underlined");
        ensure!(style(".chip", "borderTopStyle")? == "solid", "a condition has a border");
        let cell = "getComputedStyle(document.querySelector('.cell.on'), '::before').backgroundColor";
        let other = "getComputedStyle(document.querySelector('.cell:not(.on)'), '::before').backgroundColor";
        ensure!(page.text_of(cell)? != page.text_of(other)?, "hits differ on the map");
        Ok(())
    });
}

#[test]
fn the_systems_dark_colours_are_taken_where_the_link_names_none() {
    on_page(|page| {
        let background = "getComputedStyle(document.querySelector('.explorer')).backgroundColor";
        page.open("#/explore")?;
        let light = page.text_of(background)?;
        page.prefer(Media { dark: true, ..Media::default() })?;
        page.settle()?;
        let dark = page.text_of(background)?;
        ensure!(light != dark, "both are {light}");
        Ok(())
    });
}
