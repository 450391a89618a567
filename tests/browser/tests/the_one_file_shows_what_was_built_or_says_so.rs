//! One byte of the kiosk's one file is changed, in many places in turn: the file then shows its text and says that it may be
//! damaged, or it shows what was built.

use anyhow::{Context, Result, ensure};
use minsheng_browser_tests::{KIOSK, Page, given, in_every_engine_of, needs_a_long_run, on_page_of};
use std::fs;
use std::path::PathBuf;

/// So many bytes of what stands around the program are changed.
const PLACES: usize = 44;

/// The file with a change, in a folder of its own; gone when dropped.
struct Copy {
    path: PathBuf,
}

impl Copy {
    fn of(bytes: &[u8], purpose: &str) -> Result<Copy> {
        let path = std::env::temp_dir().join(format!("minsheng-changed-{purpose}-{}.html", std::process::id()));
        fs::write(&path, bytes)?;
        Ok(Copy { path })
    }

    fn open(&self, page: &Page) -> Result<()> {
        page.load_address(&format!("file://{}", self.path.display()))
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // What cannot be removed is left to the system, as all temporary files are.
        let _ = fs::remove_file(&self.path);
    }
}

fn built() -> Result<Vec<u8>> {
    let address = given(KIOSK)?;
    Ok(fs::read(address.strip_prefix("file://").context("no file")?)?)
}

fn find(bytes: &[u8], words: &str) -> Result<usize> {
    let found = bytes.windows(words.len()).position(|window| window == words.as_bytes());
    found.with_context(|| format!("the file has no {words}"))
}

/// Bytes of the head, of the notices and of the text, as far apart as the ends of these parts allow.
fn places(bytes: &[u8]) -> Result<Vec<usize>> {
    let parts = [(0, find(bytes, "<body>")?), (find(bytes, "<body>")?, find(bytes, "<div id=\"explorer\"")?)];
    let spread = |(from, to): (usize, usize)| (0..PLACES / 2).map(move |n| from + (to - from) * n / (PLACES / 2));
    Ok(parts.into_iter().flat_map(spread).collect())
}

fn is_noticed(page: &Page) -> Result<()> {
    // The text is unseen until it is known whether the program starts, three seconds at most.
    page.wait_for("document.documentElement.dataset.state === 'live' || document.body?.innerText.includes('program did not start') || document.body?.innerText.includes('程序没有启动')")?;
    ensure!(page.eval("document.documentElement.dataset.state")? != "live", "it starts and says nothing");
    let words = page.count_of("document.body.innerText.length")?;
    ensure!(words > 4000, "{words} characters of the text are shown");
    Ok(())
}

#[test]
fn a_changed_byte_around_the_program_is_noticed_wherever_it_is() {
    needs_a_long_run();
    on_page_of(KIOSK, |page| {
        let built = built()?;
        let mut unnoticed = Vec::new();
        for at in places(&built)? {
            let mut bytes = built.clone();
            bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1);
            Copy::of(&bytes, "byte")?.open(page)?;
            if let Err(error) = is_noticed(page) {
                let around = String::from_utf8_lossy(built.get(at.saturating_sub(20)..at + 20).unwrap_or_default());
                unnoticed.push(format!("byte {at}, in {around:?}: {error:#}"));
            }
        }
        ensure!(unnoticed.is_empty(), "{} of {PLACES} places:\n{}", unnoticed.len(), unnoticed.join("\n"));
        Ok(())
    });
}

#[test]
fn three_engines_notice_a_false_word_in_the_text_and_in_the_title() {
    in_every_engine_of(KIOSK, |page| {
        let built = String::from_utf8(built()?)?;
        for (word, false_word) in [("护理型床位占比", "护理型床位占此"), ("· 关于进一步", "· 关于退一步")]
        {
            ensure!(built.contains(word), "the file has no {word}");
            let bytes = built.replacen(word, false_word, 1).into_bytes();
            Copy::of(&bytes, &page.engine().to_string())?.open(page)?;
            is_noticed(page).with_context(|| false_word.to_owned())?;
        }
        Ok(())
    });
}

#[test]
fn what_an_operator_sets_in_the_file_and_what_extensions_add_is_no_damage() {
    on_page_of(KIOSK, |page| {
        let built = String::from_utf8(built()?)?;
        let changed = built.replacen("data-idle=\"60\"", "data-idle=\"90\"", 1);
        ensure!(changed != built, "the file has no setting");
        let added = changed.replacen("</head>", "<meta name=\"darkreader\" content=\"on\"></head>", 1);
        Copy::of(added.as_bytes(), "setting")?.open(page)?;
        page.wait_for("document.documentElement.dataset.state === 'live'")
    });
}
