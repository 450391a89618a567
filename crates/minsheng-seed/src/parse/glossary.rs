//! `glossary.toml`: the terms of the text.

use minsheng_document::Label;

use super::entry::Entry;
use crate::{diagnostic::Log, source::Text};

/// A term as written.
#[derive(Debug)]
pub struct DeclaredTerm<'s> {
    /// The exact words.
    pub term: Text<'s>,
    /// What the translation has for them.
    pub en: Text<'s>,
    /// Other forms that it has.
    pub forms: Vec<Text<'s>>,
    /// What the term means.
    pub definition: Label,
    /// The witness that says so, and its lines.
    pub source: Option<(Text<'s>, Text<'s>)>,
}

/// Reads the file.
pub fn parse<'s>(root: Entry<'_, 's>, log: &mut Log) -> Vec<DeclaredTerm<'s>> {
    root.allow(&["term"], log);
    root.each("term", term, log)
}

fn term<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<DeclaredTerm<'s>> {
    entry.allow(&["term", "en", "forms", "definition", "source", "lines"], log);
    let (term, en) = (entry.text("term", log), entry.text("en", log));
    let forms = entry.item("forms").and_then(|item| item.texts(log)).unwrap_or_default();
    let definition = entry.label("definition", log);
    let is_sourced = entry.item("source").or(entry.item("lines")).is_some();
    let source = is_sourced.then(|| entry.text("source", log).zip(entry.text("lines", log))).flatten();
    Some(DeclaredTerm { term: term?, en: en?, forms, definition: definition?, source })
}
