//! The layers beside the text: every item is about nodes that exist and comes from a witness that is declared.

use minsheng_document::{Commentary, Document, Eid};

use super::unique;
use crate::{
    diagnostic::Log,
    parse::commentary::DeclaredCommentary,
    source::{At, Text},
};

/// The layers a reader can tell apart.
const LAYERS: [&str; 3] = ["explainer", "press", "commentary"];
/// The kind that says that the Opinion does not say so.
const NOT_IN_TEXT: &str = "not-in-text";
/// What an item can be.
const KINDS: [&str; 3] = ["explanation", "context", NOT_IN_TEXT];
/// How much of someone else's article may be quoted at a time, in characters.
const QUOTED: usize = 60;

/// Resolves every item.
pub fn commentary(document: &Document, declared: &[DeclaredCommentary<'_>], log: &mut Log) -> Vec<Commentary> {
    unique("commentary", declared.iter().map(|item| &item.id), log);
    declared.iter().map(|declared| item(document, declared, log)).collect()
}

fn item(document: &Document, declared: &DeclaredCommentary<'_>, log: &mut Log) -> Commentary {
    check_source(document, declared, log);
    check_quote(declared, log);
    let (id, layer, kind) = (&declared.id, &declared.layer, &declared.kind);
    Commentary {
        id: id.value.clone(),
        layer: one_of("layer", layer, &LAYERS, log),
        kind: one_of("kind", kind, &KINDS, log),
        at: places(document, declared, kind.at, log),
        summary: declared.summary.clone(),
        quote: declared.quote.as_ref().map(|quote| quote.value.clone()).unwrap_or_default(),
        source: declared.source.value.clone(),
        lines: declared.lines.value.clone(),
        office: declared.office.clone().unwrap_or_default(),
    }
}

/// A word of a closed list.
fn one_of(what: &str, word: &Text<'_>, known: &[&str], log: &mut Log) -> String {
    if !known.contains(&word.value.as_str()) {
        log.error(word.at, format!("unknown {what} `{}`; expected one of {}", word.value, known.join(", ")));
    }
    word.value.clone()
}

/// The nodes; something not in the text has none of its own, so it must say where a reader would look for it.
fn places(document: &Document, declared: &DeclaredCommentary<'_>, kind: At<'_>, log: &mut Log) -> Vec<Eid> {
    unique("place", declared.at.iter(), log);
    if declared.kind.value == NOT_IN_TEXT && declared.at.is_empty() {
        log.error(kind, format!("`{}` is {NOT_IN_TEXT} and must say `at` what", declared.id.value));
    }
    declared.at.iter().filter_map(|id| node(document, id, log)).collect()
}

/// The clause, measure or chapter, or a mistake.
fn node(document: &Document, id: &Text<'_>, log: &mut Log) -> Option<Eid> {
    let is_there = |id: &Eid| match id {
        Eid::Chapter(_) => document.chapter(*id).is_some(),
        Eid::Measure(_) => document.measure(*id).is_some(),
        _ => document.clause(*id).is_some(),
    };
    let node = id.value.parse().ok().filter(is_there);
    if node.is_none() {
        log.error(id.at, format!("unknown clause, measure or chapter `{}`", id.value));
    }
    node
}

fn check_source(document: &Document, declared: &DeclaredCommentary<'_>, log: &mut Log) {
    check_lines(document, &declared.source, &declared.lines, log);
}

/// Notes a witness that there is not, and lines that are none.
pub fn check_lines(document: &Document, source: &Text<'_>, lines: &Text<'_>, log: &mut Log) {
    if !document.witnesses.iter().any(|witness| witness.siglum == source.value) {
        log.error(source.at, format!("unknown witness `{}`", source.value));
    }
    if !are_lines(&lines.value) {
        log.error(lines.at, format!("`{}` is not lines of a file, such as 27-31", lines.value));
    }
}

/// `27`, or `27-31`.
fn are_lines(lines: &str) -> bool {
    let line = |line: &str| line.parse::<u32>().ok().filter(|n| *n > 0 && !line.starts_with('+'));
    match lines.split_once('-') {
        Some((first, last)) => line(first).zip(line(last)).is_some_and(|(first, last)| first < last),
        None => line(lines).is_some(),
    }
}

fn check_quote(declared: &DeclaredCommentary<'_>, log: &mut Log) {
    let Some(quote) = &declared.quote else { return };
    let length = quote.value.chars().count();
    if length > QUOTED {
        log.error(quote.at, format!("a quotation of {length} characters; at most {QUOTED} may be quoted"));
    }
}
