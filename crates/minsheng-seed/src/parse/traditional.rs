//! `traditional.toml`: which Traditional characters stand for the Simplified ones, and in which words for others.

use super::entry::Entry;
use crate::{diagnostic::Log, source::Text};

/// Words and characters and what they become.
#[derive(Debug, Default)]
pub struct Traditional<'s> {
    /// Words of several characters: reviewed.
    pub words: Vec<(Text<'s>, Text<'s>)>,
    /// Characters where no word says otherwise.
    pub characters: Vec<(Text<'s>, Text<'s>)>,
}

/// Reads the file.
pub fn parse<'s>(root: Entry<'_, 's>, log: &mut Log) -> Traditional<'s> {
    root.allow(&["words", "deviations", "characters"], log);
    let mut items = |key: &str| {
        let table = root.required(key, log).and_then(|item| item.entry(log));
        table.map(|table| table.items()).unwrap_or_default()
    };
    let (words, deviations, characters) = (items("words"), items("deviations"), items("characters"));
    let mut read = Traditional::default();
    for (word, item) in words {
        read.words.extend(item.text(log).map(|form| (word, form)));
    }
    for (word, item) in deviations {
        let Some(entry) = item.entry(log) else { continue };
        entry.allow(&["form", "reason"], log);
        let (form, _reason) = (entry.text("form", log), entry.text("reason", log));
        read.words.extend(form.map(|form| (word, form)));
    }
    for (character, item) in characters {
        read.characters.extend(item.text(log).map(|form| (character, form)));
    }
    read
}
