//! At 320 CSS pixels, which is also a 1280 pixel window at 400 %, no view needs scrolling in two directions, and nothing that
//! stays in place takes the room of what scrolls; and wider spacing of the text, as WCAG 1.4.12 lets a reader set it, cuts
//! nothing off.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{LANGUAGES, LARGE, Page, Size, VIEWS, in_dress, on_page};
use serde_json::Value;

/// A window of 1280 × 1024 at 400 %.
const ENLARGED: Size = Size { width: 320, height: 256 };

/// What is wrong with the page as it is drawn: elements that reach beyond the window, bars that cover it, text that is cut
/// off.
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
        const { overflowX, overflowY, position } = styles.get(node);
        const hides = [overflowX, overflowY].some((value) => ['hidden', 'clip'].includes(value));
        const unseen = position === 'absolute' && node.clientWidth <= 1;
        return hides && !unseen && node.closest('.explorer') && node.textContent.trim() !== ''
            && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1);
    };
    wrong.push(...all.filter(cuts).slice(0, 5).map((node) => `cut off: ${name(node)}`));
    return wrong;
";

const SPACING: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
";

/// Every view, with large type too, in each language.
fn routes() -> impl Iterator<Item = String> {
    let elder = LARGE.into_iter().filter(|route| route.contains("mode=elder"));
    VIEWS.into_iter().chain(elder).flat_map(|route| LANGUAGES.map(|language| in_dress(route, language, "light")))
}

fn look(page: &Page, found: &mut Vec<String>, what: &str) -> Result<()> {
    let wrong: Value = page.script(WRONG, &[])?;
    found.extend(wrong.as_array().into_iter().flatten().map(|wrong| format!("{what}: {wrong}")));
    Ok(())
}

#[test]
fn every_view_fits_and_wider_spacing_cuts_nothing_off() {
    on_page(|page| {
        let mut found = Vec::new();
        for route in routes() {
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
    });
}

#[test]
fn what_is_too_wide_covers_the_window_or_is_cut_off_is_seen() {
    on_page(|page| {
        page.resize(ENLARGED)?;
        page.open("#/about")?;
        for style in ["width: 400px", "position: sticky; top: 0; height: 200px", "height: 4px; overflow: hidden"] {
            let block = "
                const block = document.createElement('p');
                block.textContent = '字';
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
