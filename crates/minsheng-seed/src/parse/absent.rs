//! `absent.toml`: what people ask about and the text does not mention.

use minsheng_document::Label;

use super::entry::Entry;
use crate::{
    diagnostic::Log,
    source::{At, Text},
};

/// Something absent as written.
#[derive(Debug)]
pub struct DeclaredAbsent<'s> {
    /// What readers type.
    pub words: Vec<Text<'s>>,
    /// Its name.
    pub label: Label,
    /// What is said instead.
    pub note: Label,
    /// Clauses about the nearest matter.
    pub near: Vec<Text<'s>>,
    /// Where it is declared.
    pub at: At<'s>,
}

/// Reads the file.
pub fn parse<'s>(root: Entry<'_, 's>, log: &mut Log) -> Vec<DeclaredAbsent<'s>> {
    root.allow(&["absent"], log);
    root.each("absent", absent, log)
}

fn absent<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<DeclaredAbsent<'s>> {
    entry.allow(&["words", "label", "note", "near"], log);
    let (words, label) = (entry.texts("words", log), entry.label("label", log));
    let (note, near) = (entry.label("note", log), entry.texts("near", log));
    Some(DeclaredAbsent { words: words?, label: label?, note: note?, near: near?, at: entry.at })
}
