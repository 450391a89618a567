//! `commentary.toml`: what others said about the text, and where they said it.

use minsheng_document::Label;

use super::entry::Entry;
use crate::{diagnostic::Log, source::Text};

/// An item of a layer as written.
#[derive(Debug)]
pub struct DeclaredCommentary<'s> {
    /// `e-fair`.
    pub id: Text<'s>,
    /// `explainer`, `press` or `commentary`.
    pub layer: Text<'s>,
    /// `explanation`, `context` or `not-in-text`.
    pub kind: Text<'s>,
    /// Clauses, measures, chapters; none for the whole.
    pub at: Vec<Text<'s>>,
    /// In our own words.
    pub summary: Label,
    /// In its words.
    pub quote: Option<Text<'s>>,
    /// Siglum.
    pub source: Text<'s>,
    /// `27-31`.
    pub lines: Text<'s>,
    /// The department that speaks.
    pub office: Option<Label>,
}

/// Reads the file.
pub fn parse<'s>(root: Entry<'_, 's>, log: &mut Log) -> Vec<DeclaredCommentary<'s>> {
    root.allow(&["item"], log);
    root.each("item", item, log)
}

fn item<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<DeclaredCommentary<'s>> {
    entry.allow(&["id", "layer", "kind", "at", "summary", "quote", "source", "lines", "office"], log);
    let (id, layer, kind) = (entry.text("id", log), entry.text("layer", log), entry.text("kind", log));
    let (at, summary) = (entry.texts("at", log), entry.label("summary", log));
    let quote = entry.item("quote").and_then(|item| item.text(log));
    let (source, lines) = (entry.text("source", log), entry.text("lines", log));
    let office = if entry.item("office").is_some() { entry.label("office", log) } else { None };
    Some(DeclaredCommentary {
        id: id?,
        layer: layer?,
        kind: kind?,
        at: at?,
        summary: summary?,
        quote,
        source: source?,
        lines: lines?,
        office,
    })
}
