//! `readings.toml`: which of its readings a character has in the text, everywhere or word by word.

use super::entry::Entry;
use crate::{
    diagnostic::Log,
    source::{Located, Text},
};

/// All reviewed characters.
#[derive(Debug, Default)]
pub struct Reviewed<'s> {
    /// Characters that are read so wherever they stand.
    pub always: Vec<Always<'s>>,
    /// Characters whose reading depends on the word.
    pub by_word: Vec<ByWord<'s>>,
}

/// A reading and the characters that have no other in the text.
#[derive(Debug)]
pub struct Always<'s> {
    /// Without a tone, ü as v.
    pub reading: Text<'s>,
    /// The characters.
    pub characters: Text<'s>,
}

/// A character, one of its readings, and the words in which it has it.
#[derive(Debug)]
pub struct ByWord<'s> {
    /// The character.
    pub character: Located<'s, char>,
    /// Without a tone, ü as v.
    pub reading: Text<'s>,
    /// Words, or parts of words.
    pub words: Vec<Text<'s>>,
}

/// Reads the file.
pub fn parse<'s>(root: Entry<'_, 's>, log: &mut Log) -> Reviewed<'s> {
    root.allow(&["always", "words"], log);
    let mut reviewed = Reviewed::default();
    for (reading, item) in root.item("always").and_then(|item| item.entry(log)).iter().flat_map(Entry::items) {
        reviewed.always.extend(item.text(log).map(|characters| Always { reading, characters }));
    }
    for (character, item) in root.item("words").and_then(|item| item.entry(log)).iter().flat_map(Entry::items) {
        match (character.only_char(), item.entry(log)) {
            (Some(c), Some(entry)) => {
                reviewed.by_word.extend(by_word(Located { value: c, at: character.at }, entry, log))
            }
            (None, _) => log.error(character.at, format!("`{}` is not one character", character.value)),
            _ => {}
        }
    }
    reviewed
}

fn by_word<'s>(character: Located<'s, char>, entry: Entry<'_, 's>, log: &mut Log) -> Vec<ByWord<'s>> {
    let mut readings = Vec::new();
    for (reading, item) in entry.items() {
        let words = item.texts(log);
        readings.extend(words.map(|words| ByWord { character: character.clone(), reading, words }));
    }
    readings
}
