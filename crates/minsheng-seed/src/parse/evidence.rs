//! Words of the text as the seeds write them: `"养老"`, or `{ words = "养老", occurrence = 2 }`.

use super::entry::{Entry, Item};
use crate::{
    diagnostic::Log,
    source::{Located, Text},
};

/// Words that should occur in a clause: once, or the given time (from 1).
#[derive(Clone, Debug)]
pub struct Evidence<'s> {
    /// The words.
    pub words: Text<'s>,
    /// Which of several occurrences.
    pub occurrence: Option<Located<'s, u32>>,
}

/// Evidence as an item of a list.
pub fn item<'s>(item: Item<'_, 's>, log: &mut Log) -> Option<Evidence<'s>> {
    if item.is_table() {
        let entry = item.entry(log)?;
        entry.allow(&["words", "occurrence"], log);
        of(entry, log)
    } else {
        item.text(log).map(|words| Evidence { words, occurrence: None })
    }
}

/// Evidence as the keys `words` and `occurrence` of a larger table.
pub fn of<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<Evidence<'s>> {
    let words = entry.text("words", log);
    let occurrence = entry.item("occurrence").and_then(|item| item.number(log));
    Some(Evidence { words: words?, occurrence })
}
