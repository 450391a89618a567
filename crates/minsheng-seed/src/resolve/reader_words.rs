//! What readers type instead of the text's own words and characters: synonyms and other character forms.

use std::collections::{BTreeMap, BTreeSet};

use minsheng_document::{Document, Synonym};

use crate::{
    diagnostic::Log,
    parse::{Declared, vocabulary::DeclaredSynonym},
    source::{At, Text},
};

/// Everyday words; each of the Opinion's words they lead to must occur in the text.
pub fn synonyms(document: &Document, declared: &[DeclaredSynonym<'_>], log: &mut Log) -> Vec<Synonym> {
    let lines = document.lines();
    super::unique("synonym", declared.iter().flat_map(|synonym| &synonym.words), log);
    for also in declared.iter().flat_map(|synonym| &synonym.also) {
        if !lines.iter().any(|line| line.contains(&also.value)) {
            log.error(also.at, format!("`{}` does not occur in the text", also.value));
        }
    }
    let values = |texts: &[Text<'_>]| texts.iter().map(|text| text.value.clone()).collect();
    declared.iter().map(|synonym| Synonym { words: values(&synonym.words), also: values(&synonym.also) }).collect()
}

/// Other character forms and the form in the text, or in what readers are answered by; sorted. A form that the text itself
/// has is never folded away.
pub fn folds(document: &Document, declared: &Declared<'_>, log: &mut Log) -> Vec<(char, char)> {
    let text: BTreeSet<char> = document.lines().concat().chars().collect();
    let answered: BTreeSet<char> = answered(declared).collect();
    let mut folds = BTreeMap::new();
    let mut add = |at: At<'_>, other: char, form: char, log: &mut Log| {
        if !text.contains(&form) && !answered.contains(&form) {
            log.error(at, format!("`{form}` does not occur in the text"));
        } else if text.contains(&other) {
            log.error(at, format!("`{other}` occurs in the text itself"));
        } else if folds.insert(other, form).is_some() {
            log.error(at, format!("`{other}` is folded twice"));
        }
    };
    for forms in &declared.forms {
        forms.others.value.chars().for_each(|other| add(forms.form.at, other, forms.form.value, log));
    }
    for fold in &declared.lexicon.folds {
        match (fold.other.only_char(), fold.form.only_char()) {
            (Some(other), Some(form)) => add(fold.other.at, other, form, log),
            _ => log.error(fold.other.at, "a fold is one character to one character"),
        }
    }
    folds.into_iter().collect()
}

/// The characters of the words that readers are answered by, in the text or not.
pub fn answered(declared: &Declared<'_>) -> impl Iterator<Item = char> {
    let (synonyms, absent) = (declared.lexicon.synonyms.iter(), declared.absent.iter());
    let answered = synonyms.flat_map(|it| &it.words).chain(absent.flat_map(|it| &it.words));
    answered.flat_map(|word| word.value.chars())
}
