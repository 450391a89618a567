//! Which characters the established text may have. Chinese characters and punctuation, digits, `%` and `HPV`; anything
//! else is a leftover of the scan, and beyond the Basic Multilingual Plane spans would not mean the same in JavaScript.

use crate::{
    diagnostic::Log,
    text::{Established, line::Glyph},
};

const LATIN: &str = "HPV";
const PUNCTUATION: &str = "，。、；：？！“”‘’（）《》—…";

/// Checks every node.
pub fn check(established: &Established<'_>, log: &mut Log) {
    // Only the title has a space.
    let title: Vec<Glyph<'_>> = established.title.iter().copied().filter(|glyph| glyph.c != ' ').collect();
    let headings = established.headings.iter().flat_map(|heading| [&heading.num, &heading.title]);
    let sentences = established.sentences.iter().map(|sentence| &sentence.glyphs);
    for line in [&title, &established.date].into_iter().chain(headings).chain(sentences) {
        line.chunk_by(|a, b| a.c.is_ascii_alphabetic() == b.c.is_ascii_alphabetic())
            .for_each(|run| check_run(run, log));
    }
}

/// Checks neighbours that are all letters of the Latin alphabet, or all not.
fn check_run(run: &[Glyph<'_>], log: &mut Log) {
    let Some(first) = run.first() else { return };
    if first.c.is_ascii_alphabetic() {
        let letters: String = run.iter().map(|glyph| glyph.c).collect();
        if letters != LATIN {
            log.error(first.at, format!("Latin letters `{letters}` in the text; only {LATIN} is allowed"));
        }
        return;
    }
    for glyph in run.iter().filter(|glyph| !is_allowed(glyph.c)) {
        log.error(
            glyph.at,
            format!("character `{}` (U+{:04X}) in the text", glyph.c.escape_debug(), u32::from(glyph.c)),
        );
    }
}

fn is_allowed(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '0'..='9' | '%') || PUNCTUATION.contains(c)
}
