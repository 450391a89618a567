//! Forced colours, reduced motion, dark and high contrast as the reader's system sets them, in every view, language and size
//! of type.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{KIOSK, LANGUAGES, LARGE, Media, Page, VIEWS, in_dress, on_page, on_page_of};

/// Keeps the names of animations seen in any frame, but for the one that moves nothing: it shows a page whose script does
/// not come.
const WATCH_ANIMATIONS: &str = "
    window.moved = new Set();
    (function look() {
        for (const { animationName, transitionProperty } of document.getAnimations()) {
            if (animationName !== 'reveal') moved.add(animationName ?? transitionProperty);
        }
        requestAnimationFrame(look);
    })();
";

/// What is selected beside its like that is not: both must differ in something that is no colour, or in a colour that forced
/// colours leave alone. Gives how many were compared and which are told by nothing.
const TOLD_BY_COLOUR_ALONE: &str = "
    const SELECTED = '[aria-current]:not([aria-current=false]), [data-current], [aria-pressed=true], .cell.on, .chip.not, .value.excluded .name, .here, .s.hit';
    const LIKE = ['.cell', '.s', '.value .name', '.chip'];
    const properties = ['borderTopStyle', 'borderTopWidth', 'borderBottomStyle', 'borderBottomWidth', 'borderLeftWidth',
        'outlineStyle', 'outlineWidth', 'textDecorationLine', 'textDecorationThickness', 'fontWeight', 'content'];
    const look = (element) => [null, '::before', '::after'].flatMap((pseudo) => {
        const style = getComputedStyle(element, pseudo);
        const own = style.forcedColorAdjust === 'none' ? [style.backgroundColor, style.color] : [];
        return [...properties.map((property) => style[property]), ...own];
    }).join(' ');
    const all = [...document.querySelectorAll('.explorer *')].filter((node) => node.checkVisibility());
    const alone = [];
    let compared = 0;
    for (const on of all.filter((node) => node.matches(SELECTED) && !node.matches('[tabindex=\"-1\"]:not(.cell, .s)'))) {
        const like = LIKE.find((selector) => on.matches(selector)) ?? `${on.localName}.${on.classList[0] ?? ''}`.replace(/\\.$/, '');
        const near = [...document.querySelectorAll(like)].filter((other) => other.checkVisibility() && !other.matches(SELECTED));
        const other = near.find((other) => other.parentElement === on.parentElement)
            ?? near.find((other) => other.parentElement.parentElement === on.parentElement.parentElement) ?? (LIKE.includes(like) ? near[0] : undefined);
        if (other === undefined) continue;
        compared += 1;
        if (look(on) === look(other)) alone.push(on.outerHTML.slice(0, 120));
    }
    for (const bar of document.querySelectorAll('.reach, .years:not(.open), .dot')) {
        const style = getComputedStyle(bar);
        compared += 1;
        if (style.forcedColorAdjust !== 'none' && style.borderTopStyle === 'none') alone.push(bar.outerHTML.slice(0, 120));
    }
    return [compared, alone];
";

/// Every view, with large type too, in a language, in the colours that the system asks for.
fn routes(language: &str) -> impl Iterator<Item = String> {
    let elder = LARGE.into_iter().filter(|route| route.contains("mode=elder"));
    VIEWS.into_iter().chain(elder).map(move |route| in_dress(route, language, "auto"))
}

/// What has moved up to now.
fn is_still(page: &Page, route: &str) -> Result<()> {
    let moved = page.text_of("[...moved].join(' ')")?;
    ensure!(moved.is_empty(), "{route}: {moved}");
    Ok(())
}

#[test]
fn with_reduced_motion_nothing_moves() {
    on_page(|page| {
        page.prefer(Media { reduced_motion: true, ..Media::default() })?;
        for language in LANGUAGES {
            page.open(&in_dress("#/read", language, "auto"))?;
            page.script(WATCH_ANIMATIONS, &[])?;
            for route in routes(language) {
                page.go(&route)?;
                is_still(page, &route)?;
            }
        }
        page.open("#/explore")?;
        page.script(WATCH_ANIMATIONS, &[])?;
        page.click("fieldset input:not([aria-disabled])")?;
        page.click(".chip .remove")?;
        ensure!(page.count_of("moved.size")? == 0, "a filter moves something");
        page.script("document.body.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 1000 })", &[])?;
        page.settle()?;
        ensure!(page.count_of("moved.size")? == 1, "what moves is seen");
        Ok(())
    });
}

#[test]
fn with_reduced_motion_nothing_moves_on_a_kiosk() {
    on_page_of(KIOSK, |page| {
        page.prefer(Media { reduced_motion: true, ..Media::default() })?;
        for route in LARGE.iter().filter(|route| route.contains("mode=kiosk")) {
            page.load(route)?;
            page.script(WATCH_ANIMATIONS, &[])?;
            page.wait_for("document.querySelector('#explorer .explorer') !== null")?;
            page.settle()?;
            is_still(page, route)?;
        }
        Ok(())
    });
}

#[test]
fn with_forced_colours_what_is_selected_is_told_by_more_than_colour() {
    on_page(|page| {
        page.prefer(Media { forced_colors: true, ..Media::default() })?;
        page.open("#/explore")?;
        ensure!(page.eval("matchMedia('(forced-colors: active)').matches")? == true, "the emulation works");
        let (mut compared, mut alone) = (0, Vec::new());
        let more = ["#/explore?domain=-elderly-care&by=group", "#/read/m5s3:4-12?domain=elderly-care&layers=press"];
        for language in LANGUAGES {
            page.open(&in_dress("#/explore", language, "auto"))?;
            let more = more.map(|route| in_dress(route, language, "auto"));
            for route in routes(language).chain(more) {
                page.go(&route)?;
                page.wait_for("!document.querySelector('[data-awaited]')")?;
                let told = page.script(TOLD_BY_COLOUR_ALONE, &[])?;
                compared += told[0].as_u64().unwrap_or_default();
                alone.extend(told[1].as_array().into_iter().flatten().map(|one| format!("{route}: {one}")));
            }
        }
        ensure!(alone.is_empty(), "{} of {compared}:\n{}", alone.len(), alone.join("\n"));
        ensure!(compared > 300, "only {compared} are compared");
        Ok(())
    });
}

#[test]
fn more_contrast_is_given_where_the_system_asks_for_it() {
    on_page(|page| {
        let colours = "
            const probe = document.createElement('i'), { style } = probe;
            document.querySelector('.explorer').append(probe);
            const of = (name) => { style.color = `var(--${name})`; return getComputedStyle(probe).color; };
            const colours = ['ink', 'muted', 'edge', 'rule'].map(of);
            probe.remove();
            return colours;
        ";
        page.open("#/explore")?;
        for (theme, dark) in [("auto", false), ("auto", true), ("light", true), ("dark", false), ("contrast", false)] {
            page.go(&in_dress("#/explore", "zh-Hans", theme))?;
            page.prefer(Media { dark, ..Media::default() })?;
            let plain = page.script(colours, &[])?;
            ensure!(theme == "contrast" || plain[0] != plain[1], "{theme}: {plain}");
            page.prefer(Media { dark, more_contrast: true, ..Media::default() })?;
            let more = page.script(colours, &[])?;
            ensure!(more[0] == plain[0] && more[0] == more[1] && more[2] == more[3], "{theme}, dark {dark}: {more}");
        }
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
