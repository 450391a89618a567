//! `words.txt`: a line for every node of the text, its id and its words. Lines that begin with `#` are comments.

use crate::source::{At, Located, Source, Text};

/// Joins the words that a word is made of.
pub const JOINT: char = '·';

/// The file.
#[derive(Debug)]
pub struct Words<'s> {
    /// Where it begins.
    pub start: At<'s>,
    /// Its lines.
    pub lines: Vec<Line<'s>>,
}

/// The words of one node.
#[derive(Debug)]
pub struct Line<'s> {
    /// `title`, `m5`, `m5s3` …
    pub id: Text<'s>,
    /// The words, in the order of the text; some with joints.
    pub words: Vec<Text<'s>>,
}

/// Reads the file.
pub fn parse(source: &Source) -> Words<'_> {
    let lines = source.lines().filter(|(_, line)| !line.starts_with('#'));
    Words { start: source.at(0), lines: lines.filter_map(|(at, line)| entry(at, line)).collect() }
}

fn entry<'s>(at: At<'s>, line: &str) -> Option<Line<'s>> {
    let mut words = split(at, line, ' ').into_iter().filter(|word| !word.value.is_empty());
    Some(Line { id: words.next()?, words: words.collect() })
}

/// The parts of a text and where they stand.
pub fn split<'s>(at: At<'s>, text: &str, between: char) -> Vec<Text<'s>> {
    let mut byte = 0;
    let part = |part: &str| {
        let located = Located { value: part.to_owned(), at: at.after(byte) };
        byte += part.len() + between.len_utf8();
        located
    };
    text.split(between).map(part).collect()
}
