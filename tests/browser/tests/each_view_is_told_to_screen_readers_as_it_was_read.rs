//! What assistive technology is told of each view: roles, names and states, in order, as a person has read them
//! (`goldens/tree-*.txt`).

use anyhow::{Result, ensure};
use minsheng_browser_tests::{KIOSK, LANGUAGES, Page, expect, in_dress, on_page, on_page_of};

const VIEWS: [(&str, &str); 6] = [
    ("explore", "#/explore?domain=elderly-care&q=养老"),
    ("read", "#/read/m5s3?layers=press"),
    ("targets", "#/targets"),
    ("matrix", "#/matrix"),
    ("check", "#/check"),
    ("about", "#/about"),
];

const SCREENS: [(&str, &str); 2] =
    [("kiosk-attract", "#/attract?mode=kiosk"), ("kiosk-results", "#/explore?mode=kiosk&group=elderly")];

/// A passage is enough of the reading view: what is far from the measure is taken away, which leaves nine of ten parts.
const ONE_MEASURE: &str = "
    const near = document.getElementById('/read/m5s3')?.closest('section');
    for (const part of document.querySelectorAll('.document > *')) if (part.localName === 'section' && part !== near) part.remove();
";

fn compare(page: &Page, views: &[(&str, &str)]) -> Result<()> {
    let mut differ = Vec::new();
    for (name, route) in views {
        for language in LANGUAGES {
            page.open(&in_dress(route, language, "light"))?;
            if *name == "read" {
                page.script(ONE_MEASURE, &[])?;
            }
            if *name == "kiosk-results" {
                // A kiosk begins with its first screen, and goes to the link's from there: that is announced.
                page.wait_for("document.querySelector('[role=status]').textContent !== ''")?;
            }
            page.lay_out_everything()?;
            let compared = expect(&format!("tree-{name}-{language}"), &page.aria()?);
            differ.extend(compared.err().map(|error| error.to_string()));
        }
    }
    ensure!(differ.is_empty(), "{}", differ.join("\n"));
    Ok(())
}

#[test]
fn in_every_view_and_language() {
    on_page(|page| compare(page, &VIEWS));
}

#[test]
fn on_a_kiosk() {
    on_page_of(KIOSK, |page| compare(page, &SCREENS));
}

#[test]
fn a_name_that_is_lost_and_a_state_that_is_wrong_are_seen() {
    on_page(|page| {
        page.open("#/check?lang=en&theme=light")?;
        page.lay_out_everything()?;
        expect("tree-check-en", &page.aria()?)?;
        for break_it in [
            "document.querySelector('textarea').removeAttribute('aria-label'); document.querySelector('label[for]')?.remove()",
            "document.querySelector('[aria-current]').removeAttribute('aria-current')",
            "document.querySelector('h1').setAttribute('role', 'none')",
        ] {
            page.open("#/check?lang=en&theme=light")?;
            page.lay_out_everything()?;
            page.script(break_it, &[])?;
            ensure!(expect("tree-check-en", &page.aria()?).is_err(), "nothing is seen of: {break_it}");
        }
        Ok(())
    });
}
