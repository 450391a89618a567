//! The text cut into words: the words of a node, joined, are its text, and punctuation stands alone.

use std::collections::BTreeMap;

use minsheng_document::{Document, readings::is_spoken};

use crate::{
    diagnostic::Log,
    parse::words::{JOINT, Line, Words, split},
    source::Text,
};

/// A part of a word, or a word that has no parts, or a punctuation mark.
#[derive(Debug)]
pub struct Part<'s> {
    /// The part.
    pub text: Text<'s>,
    /// The word it belongs to, without joints.
    pub word: String,
    /// Whether the word ends with it.
    pub ends: bool,
}

/// All parts in the order of [`minsheng_document::Readings`]. What is wrong is a gap: not all of the text is there.
pub fn cut<'s>(document: &Document, Words { start, lines }: &Words<'s>, log: &mut Log) -> Vec<Part<'s>> {
    super::unique("node", lines.iter().map(|line| &line.id), log);
    let mut by_id: BTreeMap<&str, &Line<'s>> = lines.iter().map(|line| (line.id.value.as_str(), line)).collect();
    let mut parts = Vec::new();
    for (id, text) in nodes(document) {
        match by_id.remove(id.as_str()) {
            Some(line) => parts.extend(node(line, text, log)),
            None => log.gap(*start, format!("{id} is not cut into words")),
        }
    }
    for line in by_id.values() {
        log.gap(line.id.at, format!("there is no node `{}`", line.id.value));
    }
    parts
}

/// Every text and its id: title, chapters, measures, clauses.
fn nodes(document: &Document) -> Vec<(String, &str)> {
    let mut nodes = vec![("title".to_owned(), document.title.as_str())];
    nodes.extend(document.chapters.iter().map(|chapter| (chapter.id.to_string(), chapter.title.as_str())));
    nodes.extend(document.measures.iter().map(|measure| (measure.id.to_string(), measure.title.as_str())));
    nodes.extend(document.clauses.iter().map(|clause| (clause.id.to_string(), clause.text.as_str())));
    nodes
}

fn node<'s>(line: &Line<'s>, text: &str, log: &mut Log) -> Vec<Part<'s>> {
    let parts: Vec<Part<'_>> = line.words.iter().flat_map(word).collect();
    for Part { text, word, .. } in &parts {
        match text.value.chars().find(|c| !is_spoken(*c)) {
            Some(c) if word.chars().nth(1).is_some() => {
                log.gap(text.at, format!("`{c}` in `{word}` is punctuation, which stands alone"));
            }
            None if text.value.is_empty() => log.gap(text.at, format!("`{JOINT}` joins nothing here")),
            _ => {}
        }
    }
    compare(line, &parts, text, log);
    parts
}

fn word<'s>(word: &Text<'s>) -> Vec<Part<'s>> {
    let whole = word.value.replace(JOINT, "");
    let mut parts: Vec<Part<'s>> = split(word.at, &word.value, JOINT)
        .into_iter()
        .map(|text| Part { text, word: whole.clone(), ends: false })
        .collect();
    if let Some(last) = parts.last_mut() {
        last.ends = true;
    }
    parts
}

/// Notes the first place where words and text part.
fn compare(line: &Line<'_>, parts: &[Part<'_>], text: &str, log: &mut Log) {
    let mut cut =
        parts.iter().flat_map(|Part { text, .. }| text.value.char_indices().map(|(byte, c)| (text.at.after(byte), c)));
    let id = &line.id.value;
    for expected in text.chars().filter(|c| !c.is_whitespace()) {
        match cut.next() {
            Some((_, c)) if c == expected => {}
            Some((at, c)) => return log.gap(at, format!("`{c}` stands where {id} has `{expected}`")),
            None => return log.gap(line.id.at, format!("the words end where {id} has `{expected}`")),
        }
    }
    if let Some((at, c)) = cut.next() {
        log.gap(at, format!("`{c}` stands where {id} has ended"));
    }
}
