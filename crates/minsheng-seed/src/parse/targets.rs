//! `targets.toml`: promises with a number, full coverage, an abolition or a rule of indexation.

use minsheng_document::Label;

use super::{
    entry::Entry,
    evidence::{self, Evidence},
};
use crate::{
    diagnostic::Log,
    source::{Located, Text},
};

/// A target as written.
#[derive(Debug)]
pub struct DeclaredTarget<'s> {
    /// `t7s4`.
    pub id: Text<'s>,
    /// `numeric` …
    pub kind: Text<'s>,
    /// `>=`, `=` or `indexed-to`.
    pub operator: Text<'s>,
    /// The number.
    pub value: Option<Located<'s, u32>>,
    /// Its unit.
    pub unit: Option<Text<'s>>,
    /// In large type.
    pub headline: Label,
    /// What is measured.
    pub subject: Label,
    /// To whom or what it is limited.
    pub scope: Label,
    /// By when, in the Opinion's words.
    pub horizon: Option<Text<'s>>,
    /// Words that soften it.
    pub hedges: Vec<Text<'s>>,
    /// The words of the text.
    pub evidence: Vec<DeclaredQuote<'s>>,
}

/// Words of a clause as written.
#[derive(Debug)]
pub struct DeclaredQuote<'s> {
    /// The clause.
    pub clause: Text<'s>,
    /// The words.
    pub evidence: Evidence<'s>,
}

/// Reads the file.
pub fn parse<'s>(root: Entry<'_, 's>, log: &mut Log) -> Vec<DeclaredTarget<'s>> {
    root.allow(&["target"], log);
    root.each("target", target, log)
}

fn target<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<DeclaredTarget<'s>> {
    let keys =
        ["id", "kind", "operator", "value", "unit", "headline", "subject", "scope", "horizon", "hedges", "evidence"];
    entry.allow(&keys, log);
    let (id, kind, operator) = (entry.text("id", log), entry.text("kind", log), entry.text("operator", log));
    let (headline, subject) = (entry.label("headline", log), entry.label("subject", log));
    let (scope, hedges) = (entry.label("scope", log), entry.texts("hedges", log));
    entry.required("evidence", log);
    Some(DeclaredTarget {
        value: entry.item("value").and_then(|item| item.number(log)),
        unit: entry.item("unit").and_then(|item| item.text(log)),
        horizon: entry.item("horizon").and_then(|item| item.text(log)),
        evidence: entry.each("evidence", quote, log),
        id: id?,
        kind: kind?,
        operator: operator?,
        headline: headline?,
        subject: subject?,
        scope: scope?,
        hedges: hedges?,
    })
}

fn quote<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<DeclaredQuote<'s>> {
    entry.allow(&["clause", "words", "occurrence"], log);
    let (clause, evidence) = (entry.text("clause", log), evidence::of(entry, log));
    Some(DeclaredQuote { clause: clause?, evidence: evidence? })
}
