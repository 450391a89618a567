//! `english.toml`: the unofficial translation.

use super::entry::Entry;
use crate::{
    diagnostic::Log,
    source::{At, Text},
};

/// The translation as written.
#[derive(Debug, Default)]
pub struct Translation<'s> {
    /// Of the title.
    pub title: Option<Text<'s>>,
    /// Of the issuers, in their order.
    pub issuers: Vec<Text<'s>>,
    /// Of headings, by id.
    pub headings: Vec<(Text<'s>, Text<'s>)>,
    /// Of clauses, by id.
    pub clauses: Vec<(Text<'s>, Text<'s>)>,
    /// Where it starts.
    pub at: Option<At<'s>>,
}

/// Reads the file.
pub fn parse<'s>(root: Entry<'_, 's>, log: &mut Log) -> Translation<'s> {
    root.allow(&["document", "headings", "clauses"], log);
    let document = root.required("document", log).and_then(|item| item.entry(log));
    if let Some(entry) = document {
        entry.allow(&["title", "issuers"], log);
    }
    Translation {
        title: document.and_then(|entry| entry.text("title", log)),
        issuers: document.and_then(|entry| entry.texts("issuers", log)).unwrap_or_default(),
        headings: by_id(root, "headings", log),
        clauses: by_id(root, "clauses", log),
        at: Some(root.at),
    }
}

fn by_id<'s>(root: Entry<'_, 's>, key: &str, log: &mut Log) -> Vec<(Text<'s>, Text<'s>)> {
    let Some(entry) = root.required(key, log).and_then(|item| item.entry(log)) else { return Vec::new() };
    entry.items().into_iter().filter_map(|(id, item)| Some((id, item.text(log)?))).collect()
}
