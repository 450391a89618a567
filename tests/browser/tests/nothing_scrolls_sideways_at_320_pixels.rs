//! At 320 CSS pixels, which is also a 1280 pixel window at 400 %, no view needs scrolling in two directions; and wider
//! spacing of the text, as WCAG 1.4.12 lets a reader set it, cuts nothing off.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{LANGUAGES, Page, Size, VIEWS, in_dress, on_page};

/// Names the elements that reach beyond the window, or nothing.
const OVERFLOW: &str = "
    const wide = document.scrollingElement.scrollWidth;
    if (wide <= innerWidth) return null;
    const out = [...document.querySelectorAll('body *')].filter((node) =>
        node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 0.5);
    return `${wide} px wide: ` + out.slice(0, 5).map((node) => node.outerHTML.slice(0, 100)).join(' | ');
";

/// Names the elements whose text is cut off, or nothing.
const CLIPPED: &str = "
    const cut = [...document.querySelectorAll('.explorer *')].filter((node) => {
        const style = getComputedStyle(node);
        const hides = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
        const unseen = style.position === 'absolute' && node.clientWidth <= 1;
        return hides && !unseen && node.checkVisibility() && node.textContent.trim() !== ''
            && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1);
    });
    return cut.length ? cut.slice(0, 5).map((node) => node.outerHTML.slice(0, 100)).join(' | ') : null;
";

const SPACING: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets.push(sheet);
";

fn every_view(page: &Page, look: impl Fn(&str) -> Result<()>) -> Result<()> {
    for (route, language) in VIEWS.iter().flat_map(|route| LANGUAGES.map(|language| (route, language))) {
        let route = in_dress(route, language, "light");
        page.open(&route)?;
        look(&route)?;
    }
    Ok(())
}

#[test]
fn every_view_fits() {
    on_page(|page| {
        page.resize(Size { width: 320, height: 640 })?;
        every_view(page, |route| {
            let wide = page.script(OVERFLOW, &[])?;
            ensure!(wide.is_null(), "{route}: {wide}");
            Ok(())
        })
    });
}

#[test]
fn wider_spacing_cuts_nothing_off() {
    on_page(|page| {
        for width in [320, 1280] {
            page.resize(Size { width, height: 800 })?;
            every_view(page, |route| {
                page.script(SPACING, &[])?;
                page.settle()?;
                let wide = page.script(OVERFLOW, &[])?;
                ensure!(wide.is_null(), "{route} at {width}: {wide}");
                let cut = page.script(CLIPPED, &[])?;
                ensure!(cut.is_null(), "{route} at {width}: {cut}");
                Ok(())
            })?;
        }
        Ok(())
    });
}
