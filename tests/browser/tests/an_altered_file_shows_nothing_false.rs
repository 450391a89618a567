//! One byte of each file is changed in turn: of `dist/embed/`, in articles and in the iframe's page, and of what holds the
//! page's words. No false word is shown, the author's text or the rest stays, and the console says which file it was.

use anyhow::{Context, Result, ensure};
use minsheng_browser_tests::{Host, Page, given, with_a_host};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// What is changed, and where it would be seen.
struct Site {
    /// The files' folder in the site, with its last `/`.
    folder: &'static str,
    pages: &'static [&'static str],
    /// Words of the text, of which one is shown whatever else is missing.
    words: [&'static str; 2],
}

const EMBEDS: Site = Site {
    folder: "embed/",
    pages: &[
        "on/none/sound/variants/languages.html",
        // Without WebAssembly.
        "on/strict/sound/variants/languages.html",
        "on/none/sound/embed/embed.html#/read/m7s4?lang=zh-Hant",
        "on/none/sound/embed/embed.html#/about?lang=en",
    ],
    words: ["床位占比", "床位佔比"],
};

/// Files of an embed that nothing compares, and the reason.
const NOT_COMPARED: [(&str, &str); 3] = [
    ("embed.html", "an article names the page without a hash; the explorer replaces its words"),
    ("embed-parent.js", "an article names the script without a hash; it holds no word"),
    ("integrity.json", "no page loads it"),
];

const PAGE: Site = Site {
    folder: "",
    pages: &["#/explore", "#/about", "#/explore?lang=en", "#/read/m7s4?lang=zh-Hant"],
    words: ["床位占比", "床位佔比"],
};

/// The files that hold the page's words: the module, and the parts that come later.
const OF_THE_PAGE: [&str; 4] = ["minsheng_bg.", "notes.", "en.", "zh-Hant."];

/// Waits until every embed has started or has given up.
const STARTED: &str = "
    const done = arguments[0], loaded = new Promise((then) => {
        addEventListener('load', then);
        if (document.readyState === 'complete') then();
    });
    (async () => {
        await loaded;
        for (const embed of document.querySelectorAll('minsheng-explorer:defined')) {
            embed.scrollIntoView();
            await embed.whenReady.catch(() => {});
        }
        done(true);
    })();
";

/// All words of the page, those inside of embeds too.
const WORDS: &str = "
    const words = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.data;
        if (node.localName === 'slot') return node.assignedNodes().map(words).join('');
        return [...(node.shadowRoot ?? node).childNodes].map(words).join('');
    };
    return words(document.body);
";

/// What the pages show, and what the console says of them.
#[derive(Default)]
struct Seen {
    words: String,
    console: String,
}

impl Seen {
    /// Whether the console names the file and says that it is not the published one.
    fn refuses(&self, name: &str) -> bool {
        let mut lines = self.console.lines().filter(|line| line.contains(name));
        lines.any(|line| line.contains("published") || line.contains("integrity"))
    }
}

/// Opens every page; after the start each has so many frames for what comes later.
fn look(page: &Page, site: &Site, frames: usize) -> Result<Seen> {
    let mut seen = Seen::default();
    for path in site.pages {
        page.load(path)?;
        page.script_until_called(STARTED, &[]).with_context(|| format!("waiting for {path}"))?;
        (0..frames).try_for_each(|_| page.settle())?;
        seen.words += page.script(WORDS, &[])?.as_str().context("no words")?;
        seen.console.extend(page.take_log("browser")?.iter().map(|entry| format!("{}\n", entry["message"])));
    }
    Ok(seen)
}

fn folder(site: &Site) -> Result<PathBuf> {
    Ok(Path::new(&given("MINSHENG_SITE")?).join(site.folder))
}

/// Every file, without the forms that hosts send compressed.
fn files(site: &Site) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder(site)?)?.collect::<Result<Vec<_>, _>>()?;
    let files = entries.iter().filter(|entry| entry.path().is_file());
    let mut names = files.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect::<Vec<_>>();
    names.retain(|name| !name.ends_with(".br") && !name.ends_with(".gz"));
    names.sort();
    Ok(names)
}

/// Where a file has a character that is shown: in three of its characters that the pages show together, or in a table of
/// characters the one that they show most often. Else its last byte.
fn place(bytes: &[u8], words: &str) -> usize {
    let last = bytes.len().saturating_sub(1);
    let Ok(text) = str::from_utf8(bytes) else { return last };
    let is_shown = |word: &str| word.chars().count() == 3 && words.contains(word);
    let pairs = text.lines().filter(|line| line.chars().count() == 2);
    let often = pairs.filter_map(|pair| pair.chars().nth(1)).max_by_key(|c| words.matches(*c).count());
    let word = (0..text.len()).find(|at| text.get(*at..at + 9).is_some_and(is_shown));
    word.or_else(|| often.and_then(|c| text.find(c))).map_or(last, |at| at + 2)
}

/// Changes one byte of a file; gives the characters that the change makes.
fn change(host: &Host, site: &Site, name: &str, words: &str) -> Result<String> {
    let mut bytes = fs::read(folder(site)?.join(name))?;
    let at = place(&bytes, words);
    bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1);
    host.replace(&format!("{}{name}", site.folder), &bytes)?;
    let (from, to) = (at.saturating_sub(2), (at + 7).min(bytes.len()));
    let made = String::from_utf8_lossy(bytes.get(from..to).unwrap_or_default()).into_owned();
    // Of a line of its own the first character is enough.
    Ok(made.lines().next().unwrap_or_default().to_owned())
}

/// What is wrong where a file is changed.
fn fault(page: &Page, host: &Host, site: &Site, name: &str, sound: &Seen) -> Result<Option<String>> {
    let made = change(host, site, name, &sound.words)?;
    let mut seen = look(page, site, 2)?;
    let is_compared = NOT_COMPARED.iter().all(|(known, _)| *known != name);
    if is_compared && !seen.refuses(name) {
        seen = look(page, site, 60)?;
    }
    host.replace(&format!("{}{name}", site.folder), &fs::read(folder(site)?.join(name))?)?;
    let count = |words: &str| words.matches(made.as_str()).count();
    ensure!(site.words.iter().any(|words| seen.words.contains(words)), "{name}: the text is gone");
    if count(&seen.words) > count(&sound.words) {
        return Ok(Some(format!("{name}: 「{made}」 is shown")));
    }
    Ok((is_compared && !seen.refuses(name))
        .then(|| format!("{name}: nothing says that it was changed: {}", seen.console)))
}

fn each_is_refused(site: &Site, is_tried: impl Fn(&str) -> bool) {
    with_a_host(|page, host| {
        // What was loaded before must not come from the browser's own cache, or from the worker's.
        page.block(&["*/offline.*"])?;
        page.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }))?;
        let sound = look(page, site, 60)?;
        ensure!(!sound.console.contains("integrity"), "nothing is changed: {}", sound.console);
        let names = files(site)?.into_iter().filter(|name| is_tried(name)).collect::<Vec<_>>();
        ensure!(names.len() >= OF_THE_PAGE.len(), "only {names:?}");
        let faults = names.iter().map(|name| fault(page, host, site, name, &sound)).collect::<Result<Vec<_>>>()?;
        let faults = faults.into_iter().flatten().collect::<Vec<_>>();
        ensure!(faults.is_empty(), "{}", faults.join("\n"));
        Ok(())
    });
}

#[test]
fn each_file_of_an_embed_is_refused_when_a_byte_differs() {
    each_is_refused(&EMBEDS, |_| true);
}

#[test]
fn each_file_with_the_pages_words_is_refused_when_a_byte_differs() {
    each_is_refused(&PAGE, |name| OF_THE_PAGE.iter().any(|start| name.starts_with(start)));
}
