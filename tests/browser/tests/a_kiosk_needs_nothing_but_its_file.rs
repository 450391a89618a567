//! No storage, no right time, no fonts, not even a whole file: a kiosk starts, or says so and can be read.

use std::fs;

use anyhow::{Context, Result, ensure};
use minsheng_browser_tests::{KIOSK, Page, Size, given, needs_a_long_run, on_page_of};
use serde_json::json;

const LIVE: &str = "document.documentElement.dataset.state === 'live'";
const WHOLE: u64 = 77;

/// Runs before anything of the pages opened from now on.
fn before(page: &Page, source: &str) -> Result<()> {
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).map(drop)
}

fn answers(page: &Page) -> Result<()> {
    page.open("#/explore?mode=kiosk")?;
    page.click(".tile")?;
    ensure!(page.count(".card:not([hidden]) .text")? > 5, "sentences are shown");
    let seen = page.evidence()?;
    ensure!(seen.console.is_empty() && seen.violations.is_empty(), "{:#?} {:#?}", seen.console, seen.violations);
    Ok(())
}

#[test]
fn storage_that_throws_is_not_missed() {
    on_page_of(KIOSK, |page| {
        before(
            page,
            "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
                Object.defineProperty(globalThis, name, { get() { throw new DOMException('full', 'QuotaExceededError'); } });
            Object.defineProperty(Document.prototype, 'cookie', { get() { throw new Error('corrupt'); }, set() { throw new Error('full'); } });
            Object.defineProperty(Navigator.prototype, 'storage', { get() { throw new Error('no'); } });",
        )?;
        answers(page)
    });
}

#[test]
fn any_year_will_do() {
    for year in ["1970-01-01T00:00:00Z", "2038-01-19T03:14:08Z", "1969-12-31T23:59:59Z"] {
        on_page_of(KIOSK, |page| {
            before(
                page,
                &format!(
                    "{{ const then = Date.parse('{year}'); const Real = Date; Date = class extends Real {{ constructor(...said) {{ said.length ? super(...said) : super(then); }} static now() {{ return then; }} }}; }}"
                ),
            )?;
            answers(page)
        });
    }
}

/// A file like the kiosk's, and what a page opened from it shows.
fn opened(page: &Page, how: &str, bytes: &[u8]) -> Result<()> {
    let file = std::env::temp_dir().join(format!("minsheng-{how}-{}.html", std::process::id()));
    fs::write(&file, bytes)?;
    page.load_address(&format!("file://{}", file.display()))?;
    // What does not start shows itself after three seconds, by its style sheet alone.
    let seen = "getComputedStyle(document.querySelector('.unsound')).visibility === 'visible' && document.querySelector('.unsound').getClientRects().length > 0";
    let outcome = page.wait_for(&format!("({LIVE}) || ({seen})"));
    fs::remove_file(&file)?;
    outcome
}

fn built() -> Result<Vec<u8>> {
    let address = given(KIOSK)?;
    Ok(fs::read(address.strip_prefix("file://").context("no file")?)?)
}

fn place(file: &[u8], words: &str) -> Result<usize> {
    file.windows(words.len()).position(|window| window == words.as_bytes()).with_context(|| format!("no {words}"))
}

/// Sentences that a reader can see.
const READABLE: &str =
    "[...document.querySelectorAll('#text .s')].filter((s) => s.checkVisibility({ visibilityProperty: true })).length";

#[test]
fn a_file_cut_off_anywhere_behind_its_head_is_as_readable_as_it_is_long() {
    needs_a_long_run();
    on_page_of(KIOSK, |page| {
        let file = built()?;
        let [text, program] = ["<div id=\"text\"", "<script type=\"text/plain\""].map(|words| place(&file, words));
        let (text, program) = (text?, program?);
        let cuts = (1..=4)
            .map(|n| text + (program - text) * n / 5)
            .chain((0..=8).map(|n| program + (file.len() - program) * n / 9));
        for cut in cuts.filter(|cut| *cut < file.len()) {
            opened(page, "cut", &file[..cut])?;
            let readable = page.count_of(READABLE)?;
            let expected =
                u64::try_from(String::from_utf8_lossy(&file[text..cut.min(program)]).matches("class=\"s\"").count())?;
            ensure!(
                readable + 1 >= expected && (cut < program || readable == WHOLE),
                "cut at {cut}: {readable} of {expected} sentences"
            );
        }
        Ok(())
    });
}

#[test]
fn one_wrong_letter_in_program_script_or_style_is_noticed_and_the_text_stays() {
    on_page_of(KIOSK, |page| {
        let file = built()?;
        let program = place(&file, "id=\"program\">")? + 13;
        let script = file.len() - 200;
        let style = place(&file, "<style>")? + 500;
        for at in [program + 40, program + 30_000, program + 90_000, script, script - 9_000, style] {
            let mut altered = file.clone();
            altered[at] = if altered[at] == b'a' { b'b' } else { b'a' };
            opened(page, "altered", &altered)?;
            ensure!(page.eval(LIVE)? == false, "an altered program runs ({at})");
            ensure!(page.count_of(READABLE)? == WHOLE, "{at}: {} sentences", page.count_of(READABLE)?);
        }
        opened(page, "altered", &file)?;
        ensure!(page.eval(LIVE)? == true, "the file as it was does run");
        Ok(())
    });
}

/// As a machine without a Chinese font draws: every character as the same box.
const BOXES: &str =
    "CanvasRenderingContext2D.prototype.fillText = function (text) { if (text.trim()) this.fillRect(0, 0, 30, 30); }";

#[test]
fn without_a_chinese_font_it_says_so_above_a_waiting_screen_that_fits_below() {
    on_page_of(KIOSK, |page| {
        before(page, BOXES)?;
        for (width, height) in [(1080, 1920), (1920, 1080)] {
            page.resize(Size { width, height })?;
            page.open("")?;
            let [notice, start] = [".no-font", ".start"]
                .map(|selector| format!("document.querySelector('{selector}').getBoundingClientRect()"));
            ensure!(page.eval(&format!("{notice}.height > 20"))? == true, "nothing is said at {width}");
            let fits = format!(
                "document.documentElement.scrollHeight <= innerHeight && {start}.bottom < innerHeight && {start}.top > {notice}.bottom"
            );
            ensure!(page.eval(&fits)? == true, "it does not fit at {width}");
            let whole =
                "document.querySelector('.attract').scrollHeight <= document.querySelector('.explorer').clientHeight";
            ensure!(page.eval(whole)? == true, "a part is cut off at {width}");
        }
        Ok(())
    });
}
