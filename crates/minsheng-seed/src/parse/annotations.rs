//! `annotations.toml`: clause → facet → value → the words that justify it; and who repeats the clause.

use super::{
    entry::Entry,
    evidence::{self, Evidence},
};
use crate::{
    diagnostic::Log,
    source::{At, Text},
};

/// What is written about one clause or heading.
#[derive(Debug)]
pub struct Notes<'s> {
    /// Its id.
    pub id: Text<'s>,
    /// Its values.
    pub tags: Vec<DeclaredTag<'s>>,
    /// Sigla of witnesses that repeat its words.
    pub support: Vec<Text<'s>>,
}

/// A value and its evidence.
#[derive(Debug)]
pub struct DeclaredTag<'s> {
    /// `domain`.
    pub facet: Text<'s>,
    /// `elderly-care`.
    pub value: Text<'s>,
    /// The words.
    pub evidence: Vec<Evidence<'s>>,
    /// Where the list of words starts.
    pub at: At<'s>,
}

/// Reads the file.
pub fn parse<'s>(root: Entry<'_, 's>, log: &mut Log) -> Vec<Notes<'s>> {
    let items = root.items().into_iter();
    items.filter_map(|(id, item)| item.entry(log).map(|entry| notes(id, entry, log))).collect()
}

fn notes<'s>(id: Text<'s>, entry: Entry<'_, 's>, log: &mut Log) -> Notes<'s> {
    let mut notes = Notes { id, tags: Vec::new(), support: Vec::new() };
    for (key, item) in entry.items() {
        if key.value == "support" {
            notes.support = item.texts(log).unwrap_or_default();
        } else if let Some(values) = item.entry(log) {
            notes.tags.extend(tags(&key, values, log));
        }
    }
    notes
}

fn tags<'s>(facet: &Text<'s>, values: Entry<'_, 's>, log: &mut Log) -> Vec<DeclaredTag<'s>> {
    let tag = |(value, item): (Text<'s>, super::entry::Item<'_, 's>)| {
        let items = item.items(log)?;
        let evidence: Vec<_> = items.into_iter().filter_map(|item| evidence::item(item, log)).collect();
        Some(DeclaredTag { facet: facet.clone(), value, evidence, at: item.at })
    };
    values.items().into_iter().filter_map(tag).collect()
}
