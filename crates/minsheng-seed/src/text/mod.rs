//! From the print to the established text: lines, parts, emendations, sentences. Knows no facet and no annotation.

mod emend;
pub mod line;
mod numeral;
pub mod occurrence;
mod outline;
pub mod sentence;

use crate::{diagnostic::Log, parse::apparatus::Apparatus, source::Source};
use line::Line;
use outline::Heading;
use sentence::Sentence;

/// The established text in its parts.
#[derive(Debug)]
pub struct Established<'s> {
    /// Issuers and title in one line.
    pub title: Line<'s>,
    /// The date in brackets.
    pub date: Line<'s>,
    /// Chapters and measures.
    pub headings: Vec<Heading<'s>>,
    /// Preamble, sentences and safeguards.
    pub sentences: Vec<Sentence<'s>>,
    /// The paragraphs all of it was made from, before emendation: what must not be lost.
    pub lines: Vec<Line<'s>>,
}

/// Establishes the text.
pub fn establish<'s>(opinion: &'s Source, apparatus: &Apparatus<'s>, log: &mut Log) -> Established<'s> {
    let lines = line::lines(opinion, apparatus, log);
    let mut outline = outline::outline(lines.clone(), log);
    emend::emend(&mut outline.bodies, &apparatus.emendations, log);
    let sentences = sentence::sentences(outline.bodies, log);
    Established { title: outline.title, date: outline.date, headings: outline.headings, sentences, lines }
}
