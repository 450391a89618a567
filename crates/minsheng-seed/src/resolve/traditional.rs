//! The table of Traditional forms, checked and in order. Every form is as long as what it stands for, in characters and in
//! bytes, so that a place in one text is the same place in the other.

use crate::{diagnostic::Log, parse::traditional::Traditional, source::Text};

/// A line for each word and character: as it is, then what it becomes. Descending, so that of two that begin alike the
/// longer comes first.
pub fn table(read: &Traditional<'_>, log: &mut Log) -> String {
    let mut entries: Vec<(&Text<'_>, &Text<'_>)> = Vec::new();
    for (word, form) in &read.words {
        if word.value.chars().count() < 2 {
            log.error(word.at, format!("`{}` is no word of several characters", word.value));
        }
        entries.push((word, form));
    }
    for (character, form) in &read.characters {
        if character.only_char().is_none() {
            log.error(character.at, format!("`{}` is not one character", character.value));
        }
        entries.push((character, form));
    }
    entries.sort_by(|(a, _), (b, _)| b.value.cmp(&a.value));
    for pair in entries.windows(2) {
        if let [(a, _), (b, _)] = pair
            && a.value == b.value
        {
            log.error(b.at, format!("`{}` is there twice", b.value));
        }
    }
    for (word, form) in &entries {
        let counts = |text: &Text<'_>| (text.value.chars().count(), text.value.len());
        if counts(word) != counts(form) {
            log.error(form.at, format!("`{}` is not as long as `{}`", form.value, word.value));
        }
    }
    entries.iter().map(|(word, form)| format!("{}{}\n", word.value, form.value)).collect()
}
