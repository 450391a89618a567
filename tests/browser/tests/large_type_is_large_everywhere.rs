//! 长辈版 and kiosks: nothing is small, every target is as large as a finger and stands apart, and nothing is cut off or
//! scrolls sideways, at every step of type, on a phone, on a tall screen and on a wide one.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{KIOSK, Page, SCRIPTS, Size, in_every_engine, needs_a_long_run, on_page, on_page_of};
use serde_json::{Value, json};

const SIZES: [Size; 3] =
    [Size { width: 320, height: 640 }, Size { width: 1080, height: 1920 }, Size { width: 1920, height: 1080 }];
const STEPS: [&str; 3] = ["large", "larger", "largest"];

const ELDER: [&str; 9] = [
    "#/explore?mode=elder",
    "#/explore?mode=elder&group=students&lang=en",
    "#/explore?mode=elder&domain=elderly-care&q=养老",
    "#/explore?mode=elder&q=此文没有的词",
    "#/read/m5s3?mode=elder&domain=elderly-care",
    "#/targets?mode=elder",
    "#/matrix?mode=elder",
    "#/check?mode=elder",
    "#/about?mode=elder",
];

const STAND: [&str; 11] = [
    "#/attract?mode=kiosk",
    "#/explore?mode=kiosk",
    "#/explore?mode=kiosk&panel=keyboard",
    "#/explore?mode=kiosk&panel=keyboard&q=yang",
    "#/explore?mode=kiosk&group=elderly",
    "#/explore?mode=kiosk&q=此文没有的词",
    "#/read/m7s4?mode=kiosk&group=elderly",
    "#/read?mode=kiosk",
    "#/targets?mode=kiosk",
    "#/about?mode=kiosk",
    "#/operator?mode=kiosk",
];

/// What is wrong with the page as it stands: small letters, small targets, targets that touch, what is cut off.
///
/// First the page is scrolled through: what was never in sight has a guessed height.
const LOOK: &str = r#"
    const done = arguments[0];
    const frame = () => new Promise(requestAnimationFrame);
    for (const button of document.querySelectorAll('[aria-expanded=false][data-toggle]')) button.click();
    const scrolled = async () => {
        const box = [document.querySelector('main'), document.scrollingElement].find((box) => box && box.scrollHeight > box.clientHeight);
        for (let y = 0; box && y < box.scrollHeight; y += innerHeight) {
            box.scrollTo({ top: y, behavior: 'instant' });
            await frame();
            await frame();
        }
        box?.scrollTo({ top: 0, behavior: 'instant' });
        await frame();
    };
    scrolled().then(look).then(done, (error) => done([String(error)]));
    function look() {
    const wrong = [];
    const root = document.querySelector('.explorer');
    const seen = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }) && !element.closest('.unseen, .skip, [aria-hidden=true]');
    const name = (element) => `${element.localName}.${element.className}${element.id ? '#' + element.id : ''} “${element.textContent.trim().slice(0, 16)}”`;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (node.textContent.trim() === '' || !seen(element) || element.closest('.address, .digest, pre')) continue;
        const size = parseFloat(getComputedStyle(element).fontSize);
        if (size < 24) wrong.push(`${size} px: ${name(element)}`);
    }
    const main = '.top a, .bar a, button, .button, .who a, .tile, .value, .start, .other, .contents a, .to-results';
    const boxes = [];
    for (const element of root.querySelectorAll('a[href], button, input, [role=link]')) {
        if (!seen(element)) continue;
        const target = element.closest('label') ?? element;
        const { width, height } = target.getBoundingClientRect();
        const least = target.matches(main) ? 60 : 44;
        if (width < least - 0.5 || height < least - 0.5) wrong.push(`${Math.round(width)} × ${Math.round(height)}, not ${least}: ${name(target)}`);
        boxes.push([target, target.getBoundingClientRect()]);
    }
    boxes.forEach(([one, a], n) => {
        for (const [other, b] of boxes.slice(n + 1, n + 60)) {
            if (one.closest('main') !== other.closest('main')) continue; // What scrolls is cut off where the bars begin.
            if (one === other || one.contains(other) || other.contains(one) || one.matches('.start')) continue;
            const across = Math.max(b.left - a.right, a.left - b.right), down = Math.max(b.top - a.bottom, a.top - b.bottom);
            const apart = Math.max(across, down);
            if (apart < 7.5) wrong.push(`${Math.round(apart)} px apart: ${name(one)} and ${name(other)}`);
        }
    });
    const scroller = document.scrollingElement;
    if (scroller.scrollWidth > innerWidth) wrong.push(`the page is ${scroller.scrollWidth} wide`);
    for (const element of root.querySelectorAll('*')) {
        if (!seen(element) || element.closest('svg, .preview, pre, .map, thead')) continue;
        const { overflowX, overflowY, display } = getComputedStyle(element);
        if (display === 'inline') continue;
        const box = element.getBoundingClientRect();
        if (box.right > innerWidth + 1 || box.left < -1) wrong.push(`outside, ${Math.round(box.left)} to ${Math.round(box.right)}: ${name(element)}`);
        if (overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1) wrong.push(`cut off: ${name(element)}`);
        if (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1) wrong.push(`cut off below: ${name(element)}`);
    }
    return [...new Set(wrong)].slice(0, 12);
    }
"#;

fn look(page: &Page, route: &str, size: Size, step: &str, found: &mut Vec<String>) -> Result<()> {
    page.resize(size)?;
    page.open(&format!("{route}&size={step}"))?;
    if let Value::Array(wrong) = page.script_until_called(LOOK, &[])? {
        found.extend(wrong.iter().map(|wrong| format!("{route} {step} at {}: {wrong}", size.width)));
    }
    Ok(())
}

/// Opens each route in each size and at each step. Sizes and steps form a Latin square, whose rows take turns.
fn look_at_all(page: &Page, routes: &[&str]) -> Result<()> {
    let mut found = Vec::new();
    for (row, route) in routes.iter().enumerate() {
        for (column, size) in SIZES.iter().enumerate() {
            look(page, route, *size, STEPS[(row + column) % STEPS.len()], &mut found)?;
        }
    }
    none(&found)
}

fn none(found: &[String]) -> Result<()> {
    ensure!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
    Ok(())
}

#[test]
fn elder_mode_is_large_and_whole_at_every_step() {
    needs_a_long_run();
    on_page(|page| look_at_all(page, &ELDER));
}

#[test]
fn the_largest_type_fits_the_smallest_window() {
    in_every_engine(|page| {
        let mut found = Vec::new();
        ELDER.iter().try_for_each(|route| look(page, route, SIZES[0], STEPS[2], &mut found))?;
        none(&found)
    });
}

#[test]
fn a_kiosk_is_large_and_whole_at_every_step() {
    needs_a_long_run();
    on_page_of(KIOSK, |page| look_at_all(page, &STAND));
}

#[test]
fn on_a_kiosk_the_first_sentence_is_in_sight_at_once() {
    on_page_of(KIOSK, |page| {
        for size in &SIZES[1..] {
            page.resize(*size)?;
            for language in SCRIPTS {
                page.open(&format!("#/explore?mode=kiosk&group=elderly&lang={language}"))?;
                let edges = ["(document.querySelector('.card:not([hidden]) .text')", "(document.querySelector('.bar')"];
                let [sentence, bar] = edges.map(|element| format!("{element}.getBoundingClientRect())"));
                let is_seen = page.eval(&format!("{sentence}.bottom < {bar}.top"))?;
                ensure!(is_seen == true, "{language}: it is below a window of {size:?}");
            }
        }
        Ok(())
    });
}

#[test]
fn lines_and_paragraphs_stand_apart() {
    on_page(|page| {
        page.open("#/read?mode=elder")?;
        let body = "
            const line = (element) => parseFloat(getComputedStyle(element).lineHeight) / parseFloat(getComputedStyle(element).fontSize);
            const [one, two] = document.querySelectorAll('.document .s + .s');
            const lines = [...document.querySelectorAll('.document p, .document .s, .say, .card .text')].map(line);
            const height = parseFloat(getComputedStyle(one).lineHeight);
            return [Math.min(...lines), (two.getBoundingClientRect().top - one.getBoundingClientRect().bottom + height) / height];
        ";
        let found = page.script(body, &[])?;
        let [line, paragraph] = [0, 1].map(|n| found[n].as_f64().unwrap_or(0.0));
        ensure!(line >= 1.5, "lines are {line} of the type's size apart");
        ensure!(paragraph >= 1.3, "paragraphs are {paragraph} lines apart");
        Ok(())
    });
}

#[test]
fn large_type_is_one_touch_away_and_back_from_every_view() {
    on_page(|page| {
        for size in [Size { width: 360, height: 780 }, Size { width: 1280, height: 800 }] {
            page.resize(size)?;
            for route in ["#/explore", "#/explore?q=养老", "#/read/m5s3", "#/targets", "#/about?lang=en"] {
                page.open(route)?;
                page.script("scrollTo(0, 0)", &[])?;
                page.wait_for("document.querySelector('.mode').getBoundingClientRect().bottom <= innerHeight")?;
                page.click(".mode")?;
                let size = page.eval("getComputedStyle(document.querySelector('main p')).fontSize")?;
                ensure!(size.as_str().is_some_and(|size| size >= "24"), "{route}: {size}");
                ensure!(page.route()?.contains("mode=elder"), "{}", page.route()?);
                page.click(".mode")?;
                ensure!(
                    page.route()? == route || page.eval("decodeURIComponent(location.hash)")? == json!(route),
                    "{}",
                    page.route()?
                );
            }
        }
        Ok(())
    });
}
