//! `personas.toml`: life situations and the facet values that answer each.

use minsheng_document::Label;

use super::entry::Entry;
use crate::{diagnostic::Log, source::Text};

/// A life situation as written.
#[derive(Debug)]
pub struct DeclaredPersona<'s> {
    /// `my-parents`.
    pub id: Text<'s>,
    /// On the button.
    pub label: Label,
    /// `domain=elderly-care,housing&wording=encouraged`.
    pub query: Text<'s>,
}

/// Reads the file.
pub fn parse<'s>(root: Entry<'_, 's>, log: &mut Log) -> Vec<DeclaredPersona<'s>> {
    root.allow(&["persona"], log);
    root.each("persona", persona, log)
}

fn persona<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<DeclaredPersona<'s>> {
    entry.allow(&["id", "label", "query"], log);
    let (id, label, query) = (entry.text("id", log), entry.label("label", log), entry.text("query", log));
    Some(DeclaredPersona { id: id?, label: label?, query: query? })
}
