//! How every character of the text is read: as the crate `pinyin` has it where it knows one reading, else as reviewed.

use std::collections::{BTreeMap, BTreeSet};

use minsheng_document::{
    Document, Readings,
    readings::{digit, is_chinese, is_spoken},
};
use pinyin::{ToPinyin, ToPinyinMulti};

use super::cut::{Part, cut};
use crate::{
    diagnostic::Log,
    parse::{Declared, readings::Reviewed},
    source::{At, Text},
};

/// A character of the text, and its reading if it has one.
type Read = (char, Option<String>);

/// What was decided about characters with several readings.
#[derive(Default)]
struct Decided<'d, 's> {
    always: BTreeMap<char, &'d str>,
    by_word: BTreeMap<(char, &'d str), (&'d str, At<'s>)>,
}

/// Cuts the text into words and reads it.
pub fn readings(document: &Document, declared: &Declared<'_>, log: &mut Log) -> Readings {
    let parts = cut(document, &declared.words, log);
    if log.has_gaps() {
        return Readings::default();
    }
    let text: BTreeSet<char> = parts.iter().flat_map(|part| part.text.value.chars()).collect();
    let decided = decide(&declared.readings, &text, log);
    let read = read(&parts, &decided, log);
    let words = parts.iter().filter(|part| part.text.value.chars().all(is_spoken));
    let words = words.map(|part| digit(part.text.value.chars().count() * 2 + usize::from(part.ends))).collect();
    let (syllables, exceptions) = write(&read);
    Readings { syllables, exceptions, words }
}

/// The readings of a character as the crate has them, without tones, ü as v.
fn known(c: char) -> BTreeSet<String> {
    let several = c.to_pinyin_multi().into_iter().flatten();
    several.chain(c.to_pinyin()).map(|pinyin| pinyin.plain().replace('ü', "v")).collect()
}

fn decide<'d, 's>(reviewed: &'d Reviewed<'s>, text: &BTreeSet<char>, log: &mut Log) -> Decided<'d, 's> {
    let mut decided = Decided::default();
    for always in &reviewed.always {
        for (byte, c) in always.characters.value.char_indices() {
            let at = always.characters.at.after(byte + 1);
            check(c, at, &always.reading, text, log);
            if decided.always.insert(c, &always.reading.value).is_some() {
                log.error(at, format!("`{c}` is reviewed twice"));
            }
        }
    }
    for by_word in &reviewed.by_word {
        let c = by_word.character.value;
        check(c, by_word.character.at, &by_word.reading, text, log);
        if decided.always.contains_key(&c) {
            log.error(by_word.character.at, format!("`{c}` is reviewed twice"));
        }
        for word in &by_word.words {
            if decided.by_word.insert((c, &word.value), (&by_word.reading.value, word.at)).is_some() {
                log.error(word.at, format!("`{c}` in `{}` is read twice", word.value));
            }
        }
    }
    decided
}

/// Whether there was something to review, and the reading is one of those there are.
fn check(c: char, at: At<'_>, reading: &Text<'_>, text: &BTreeSet<char>, log: &mut Log) {
    let known = known(c);
    if !text.contains(&c) {
        log.error(at, format!("`{c}` does not occur in the text"));
    } else if known.len() < 2 {
        log.error(at, format!("`{c}` has but one reading"));
    } else if !known.contains(&reading.value) {
        log.error(reading.at, format!("`{c}` is not read `{}`, but {}", reading.value, list(&known)));
    }
}

fn list(readings: &BTreeSet<String>) -> String {
    readings.iter().map(|reading| format!("`{reading}`")).collect::<Vec<_>>().join(", ")
}

/// Reads every character, and notes what nothing decides and what decides nothing.
fn read(parts: &[Part<'_>], decided: &Decided<'_, '_>, log: &mut Log) -> Vec<Read> {
    let (mut read, mut used, mut open) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for part in parts {
        for (byte, c) in part.text.value.char_indices() {
            let words = [part.text.value.as_str(), part.word.as_str()];
            let by_word = words.into_iter().find_map(|word| decided.by_word.get_key_value(&(c, word)));
            used.extend(by_word.map(|(key, _)| *key));
            let reading = by_word.map(|(_, (reading, _))| *reading).or(decided.always.get(&c).copied());
            let known = known(c);
            if is_chinese(c) && reading.is_none() && known.len() != 1 && open.insert((c, &part.word)) {
                let several = if known.is_empty() { "none that is known".to_owned() } else { list(&known) };
                log.error(part.text.at.after(byte), format!("how is `{c}` read in `{}`? {several}", part.word));
            }
            read.push((c, reading.map(str::to_owned).or_else(|| known.into_iter().next())));
        }
    }
    for ((c, word), (_, at)) in decided.by_word.iter().filter(|(key, _)| !used.contains(key)) {
        log.error(*at, format!("`{word}` is no word of the text in which `{c}` must be decided"));
    }
    read
}

/// Syllables and exceptions, as [`Readings`] has them.
fn write(read: &[Read]) -> (String, String) {
    let usual = usual(read);
    let mut met = BTreeSet::new();
    let first = read.iter().filter(|(c, _)| met.insert(*c)).filter_map(|(c, _)| usual.get(c).copied());
    let mut syllables: Vec<&str> = first.collect();
    let (mut exceptions, mut past) = (String::new(), 0);
    for (c, reading) in read {
        past += 1;
        let Some(reading) = reading.as_deref().filter(|reading| usual.get(c) != Some(reading)) else { continue };
        let n = syllables.iter().position(|syllable| *syllable == reading).unwrap_or_else(|| {
            syllables.push(reading);
            syllables.len() - 1
        });
        exceptions.extend([digit(past), digit(n)]);
        past = 0;
    }
    (syllables.join(" "), exceptions)
}

/// The reading each character has most often.
fn usual(read: &[Read]) -> BTreeMap<char, &str> {
    let mut counts: BTreeMap<char, BTreeMap<&str, usize>> = BTreeMap::new();
    for (c, reading) in read {
        if let Some(reading) = reading {
            *counts.entry(*c).or_default().entry(reading).or_default() += 1;
        }
    }
    let most = counts.into_iter().map(|(c, readings)| (c, readings.into_iter().max_by_key(|(_, count)| *count)));
    most.filter_map(|(c, reading)| Some((c, reading?.0))).collect()
}
