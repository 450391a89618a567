//! At 320 CSS pixels, which is also a 1280 pixel window at 400 %, no view needs scrolling in two directions, and nothing that
//! stays in place takes the room of what scrolls, and nothing takes focus that is not seen; and wider spacing of the text, as WCAG 1.4.12 lets a reader set it, cuts
//! nothing off.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{LARGE, Page, SCRIPTS, Size, VIEWS, in_dress, in_every_engine, needs_a_long_run, on_page};
use serde_json::Value;

/// A window of 1280 × 1024 at 400 %.
const ENLARGED: Size = Size { width: 320, height: 256 };

/// What is wrong with the page as it is drawn: elements that reach beyond the window, bars that cover it, text that is cut
/// off, controls that are not seen.
const WRONG: &str = "
    const wrong = [];
    const name = (node) => node.outerHTML.slice(0, 100);
    const all = [...document.querySelectorAll('body *')].filter((node) => node.checkVisibility());
    const wide = document.scrollingElement.scrollWidth;
    if (wide > innerWidth) {
        const out = all.filter((node) => node.getBoundingClientRect().right > innerWidth + 0.5);
        wrong.push(`${wide} px wide: ` + out.slice(0, 5).map(name).join(' | '));
    }
    const styles = new Map(all.map((node) => [node, getComputedStyle(node)]));
    const bars = all.filter((node) => ['fixed', 'sticky'].includes(styles.get(node).position));
    for (const bar of bars.filter((bar) => bar.offsetHeight > innerHeight / 2 && bar.offsetWidth > innerWidth / 2)) {
        wrong.push(`covers the window, ${bar.offsetHeight} px high: ${name(bar)}`);
    }
    const cuts = (node) => {
        const { overflowX, overflowY, position, fontSize } = styles.get(node);
        // A comma that hangs, which WebKit knows, may reach out of the page with the half of it that is blank.
        const hangs = node.matches('.explorer') ? parseFloat(fontSize) : 1;
        const hides = [overflowX, overflowY].some((value) => ['hidden', 'clip'].includes(value));
        const unseen = position === 'absolute' && node.clientWidth <= 1;
        return hides && !unseen && node.closest('.explorer') && node.textContent.trim() !== ''
            && (node.scrollWidth > node.clientWidth + hangs || node.scrollHeight > node.clientHeight + 1);
    };
    wrong.push(...all.filter(cuts).slice(0, 5).map((node) => `cut off: ${name(node)}`));
    const focused = all.filter((node) => node.matches('a[href], button, input, textarea') && !node.matches('[tabindex=\"-1\"], .skip'));
    const clipped = (node) => node !== null && (styles.get(node)?.clipPath === 'inset(50%)' || clipped(node.parentElement));
    wrong.push(...focused.filter(clipped).slice(0, 5).map((node) => `takes focus unseen: ${name(node)}`));
    return wrong;
";

const SPACING: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
";

/// Every view, with large type too.
fn views() -> impl Iterator<Item = &'static str> {
    VIEWS.into_iter().chain(LARGE.into_iter().filter(|route| route.contains("mode=elder")))
}

fn look(page: &Page, found: &mut Vec<String>, what: &str) -> Result<()> {
    let wrong: Value = page.script(WRONG, &[])?;
    found.extend(wrong.as_array().into_iter().flatten().map(|wrong| format!("{what}: {wrong}")));
    Ok(())
}

fn fits(page: &Page, routes: impl Iterator<Item = String>) -> Result<()> {
    let mut found = Vec::new();
    for route in routes {
        page.resize(ENLARGED)?;
        page.open(&route)?;
        look(page, &mut found, &route)?;
        page.script(SPACING, &[])?;
        for size in [ENLARGED, Size { width: 1280, height: 800 }] {
            page.resize(size)?;
            page.settle()?;
            look(page, &mut found, &format!("{route} spaced at {}", size.width))?;
        }
    }
    ensure!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
    Ok(())
}

#[test]
fn every_view_fits_in_each_language_and_wider_spacing_cuts_nothing_off() {
    needs_a_long_run();
    on_page(|page| fits(page, views().flat_map(|route| SCRIPTS.map(|language| in_dress(route, language, "light")))));
}

#[test]
fn every_view_fits_where_languages_take_turns() {
    in_every_engine(|page| {
        fits(page, views().enumerate().map(|(n, route)| in_dress(route, SCRIPTS[n % SCRIPTS.len()], "light")))
    });
}

#[test]
fn what_is_too_wide_covers_the_window_is_cut_off_or_focused_unseen_is_noticed() {
    on_page(|page| {
        page.resize(ENLARGED)?;
        page.open("#/about")?;
        for style in [
            "width: 400px",
            "position: sticky; top: 0; height: 200px",
            "height: 4px; overflow: hidden",
            "clip-path: inset(50%)",
        ] {
            let block = "
                const block = document.createElement('p');
                block.append(Object.assign(document.createElement('a'), { href: '#/', textContent: '字' }));
                block.style = arguments[0];
                document.querySelector('main').append(block);
            ";
            page.script(block, &[style.into()])?;
            let mut found = Vec::new();
            look(page, &mut found, style)?;
            ensure!(found.len() == 1, "{style}: {found:#?}");
            page.script("document.querySelector('main').lastElementChild.remove()", &[])?;
        }
        Ok(())
    });
}
