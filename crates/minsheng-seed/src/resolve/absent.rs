//! What the text does not mention: checked against the text itself, because an entry that is wrong would hide a result.

use std::collections::{BTreeMap, BTreeSet};

use minsheng_document::{Absent, Document};

use super::{clause, unique};
use crate::{diagnostic::Log, parse::absent::DeclaredAbsent, source::Text};

/// Resolves every entry. Needs the document's synonyms and folds.
pub fn absent(document: &Document, declared: &[DeclaredAbsent<'_>], log: &mut Log) -> Vec<Absent> {
    let folds: BTreeMap<char, char> = document.folds.iter().copied().collect();
    let lines: Vec<String> = document.lines().iter().map(|line| folded(line, &folds)).collect();
    let words = document.synonyms.iter().flat_map(|synonym| &synonym.words);
    let synonyms: BTreeSet<String> = words.map(|word| folded(word, &folds)).collect();
    unique("absent word", declared.iter().flat_map(|absent| &absent.words), log);
    for word in declared.iter().flat_map(|absent| &absent.words) {
        let searched = folded(&word.value, &folds);
        if lines.iter().any(|line| line.contains(&searched)) {
            log.error(word.at, format!("`{}` is not absent: it occurs in the text", word.value));
        }
        if synonyms.contains(&searched) {
            log.error(word.at, format!("`{}` leads to the text already: it is a synonym", word.value));
        }
    }
    declared.iter().map(|declared| entry(document, declared, log)).collect()
}

fn entry(document: &Document, declared: &DeclaredAbsent<'_>, log: &mut Log) -> Absent {
    if declared.words.is_empty() {
        log.error(declared.at, "something absent needs words that readers type");
    }
    unique("clause", declared.near.iter(), log);
    let near = declared.near.iter().filter_map(|id| clause(document, id, log)).map(|clause| clause.id).collect();
    let words = declared.words.iter().map(|word: &Text<'_>| word.value.clone()).collect();
    Absent { words, label: declared.label.clone(), note: declared.note.clone(), near }
}

/// The text as search compares it: without spaces, in the forms of the text, full-width letters as ASCII, lower case.
fn folded(text: &str, folds: &BTreeMap<char, char>) -> String {
    let chars = text.chars().filter(|c| !c.is_whitespace());
    let form = |c: char| folds.get(&c).copied().unwrap_or(c);
    chars.map(form).map(half_width).map(|c| c.to_ascii_lowercase()).collect()
}

fn half_width(c: char) -> char {
    let ascii = u32::from(c).checked_sub(0xFEE0).filter(|_| matches!(c, '\u{ff01}'..='\u{ff5e}'));
    ascii.and_then(char::from_u32).unwrap_or(c)
}
