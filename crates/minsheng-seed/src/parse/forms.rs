//! `forms.toml` and `alike.toml`: a character of the text → its other written forms, and what looks like it.

use super::entry::Entry;
use crate::{
    diagnostic::Log,
    source::{Located, Text},
};

/// A character of the text and its other forms.
#[derive(Debug)]
pub struct Forms<'s> {
    /// The character in the text.
    pub form: Located<'s, char>,
    /// What else people write for it.
    pub others: Text<'s>,
}

/// Reads the file.
pub fn parse<'s>(root: Entry<'_, 's>, log: &mut Log) -> Vec<Forms<'s>> {
    root.allow(&["forms"], log);
    let table = root.item("forms").and_then(|item| item.entry(log));
    let mut forms = Vec::new();
    for (key, item) in table.map(|table| table.items()).unwrap_or_default() {
        let others = item.text(log);
        match (key.only_char(), others) {
            (Some(form), Some(others)) => forms.push(Forms { form: Located { value: form, at: key.at }, others }),
            (None, _) => log.error(key.at, format!("`{}` is not one character", key.value)),
            _ => {}
        }
    }
    forms
}
