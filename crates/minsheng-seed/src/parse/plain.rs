//! `plain.toml`: measures and hedges in everyday words.

use minsheng_document::Label;

use super::entry::Entry;
use crate::{
    diagnostic::Log,
    source::{At, Text},
};

/// The notes as written: of measures, and of clauses.
#[derive(Debug, Default)]
pub struct PlainNotes<'s> {
    /// By id.
    pub measures: Vec<(Text<'s>, Label)>,
    /// By id.
    pub clauses: Vec<(Text<'s>, Label)>,
    /// Where they start.
    pub at: Option<At<'s>>,
}

/// Reads the file.
pub fn parse<'s>(root: Entry<'_, 's>, log: &mut Log) -> PlainNotes<'s> {
    root.allow(&["measures", "clauses"], log);
    PlainNotes { measures: notes(root, "measures", log), clauses: notes(root, "clauses", log), at: Some(root.at) }
}

fn notes<'s>(root: Entry<'_, 's>, key: &str, log: &mut Log) -> Vec<(Text<'s>, Label)> {
    let Some(entry) = root.required(key, log).and_then(|item| item.entry(log)) else { return Vec::new() };
    let ids = entry.items().into_iter().map(|(id, _)| id);
    ids.filter_map(|id| entry.label(&id.value, log).map(|label| (id, label))).collect()
}
