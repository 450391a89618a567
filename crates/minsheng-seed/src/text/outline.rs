//! Paragraphs as parts of the document: title, date, preamble, chapters, measures, safeguards. A paragraph that is none
//! of these stands outside every node and is a mistake; so are numbers out of order.

use minsheng_document::Eid;

use super::{
    line::{Glyph, Line, text},
    numeral::numeral,
};
use crate::{diagnostic::Log, source::At};

/// The parts of the document, in order.
#[derive(Debug, Default)]
pub struct Outline<'s> {
    /// Issuers and title in one line.
    pub title: Line<'s>,
    /// The date in brackets.
    pub date: Line<'s>,
    /// Chapters and measures.
    pub headings: Vec<Heading<'s>>,
    /// Running text.
    pub bodies: Vec<Body<'s>>,
}

/// A numbered heading.
#[derive(Debug)]
pub struct Heading<'s> {
    /// `c3` or `m5`.
    pub id: Eid,
    /// The chapter it belongs to.
    pub chapter: u8,
    /// `三、`, `（五）`.
    pub num: Line<'s>,
    /// The heading without its number and stop.
    pub title: Line<'s>,
}

/// Running text: a preamble, the sentences of a measure, the safeguards of a chapter.
#[derive(Debug)]
pub struct Body<'s> {
    /// The preamble, the measure or the chapter it stands under.
    pub id: Eid,
    /// The chapter it stands in.
    pub chapter: Option<u8>,
    /// Its characters.
    pub glyphs: Line<'s>,
}

/// Sorts paragraphs into parts.
pub fn outline<'s>(lines: Vec<Line<'s>>, log: &mut Log) -> Outline<'s> {
    let mut outline = Outline::default();
    for line in lines {
        outline.take(line, log);
    }
    outline
}

impl<'s> Outline<'s> {
    fn take(&mut self, mut line: Line<'s>, log: &mut Log) {
        let printed = text(&line);
        if printed.starts_with("## ") {
            self.chapter(line.split_off(3), log);
        } else if printed.starts_with("# ") && self.title.is_empty() {
            self.title = line.split_off(2);
        } else if is_date(&printed) && self.date.is_empty() && self.headings.is_empty() {
            self.date = line;
        } else if let Some(end) = printed.starts_with('（').then(|| ends_at(&line, '）')).flatten() {
            self.measure(line, end, log);
        } else {
            self.body(line, log);
        }
    }

    fn chapter(&mut self, mut num: Line<'s>, log: &mut Log) {
        let n = self.count(|id| matches!(id, Eid::Chapter(_))) + 1;
        let title = num.split_off(ends_at(&num, '、').unwrap_or(0));
        expect_number(&num, &title, &format!("{}、", numeral(n)), log);
        self.headings.push(Heading { id: Eid::Chapter(n), chapter: n, num, title });
    }

    fn measure(&mut self, mut num: Line<'s>, end: usize, log: &mut Log) {
        let chapter = self.count(|id| matches!(id, Eid::Chapter(_)));
        let n = self.count(|id| matches!(id, Eid::Measure(_))) + 1;
        let mut title = num.split_off(end);
        let body = ends_at(&title, '。').map(|end| title.split_off(end));
        let (Some(glyphs), 1..) = (body, chapter) else {
            return outside(&num, "a measure stands under a chapter and has a heading that ends with `。`", log);
        };
        title.pop();
        expect_number(&num, &title, &format!("（{}）", numeral(n)), log);
        let id = Eid::Measure(n);
        self.headings.push(Heading { id, chapter, num, title });
        self.bodies.push(Body { id, chapter: Some(chapter), glyphs });
    }

    fn body(&mut self, glyphs: Line<'s>, log: &mut Log) {
        match self.headings.last().map(|heading| heading.id) {
            None if self.bodies.is_empty() => self.bodies.push(Body { id: Eid::Preamble, chapter: None, glyphs }),
            Some(id @ Eid::Chapter(n)) if !self.bodies.iter().any(|body| matches!(body.id, Eid::Chapter(_))) => {
                self.bodies.push(Body { id, chapter: Some(n), glyphs });
            }
            _ => outside(&glyphs, "no preamble, measure or safeguards begin here", log),
        }
    }

    fn count(&self, is: impl Fn(Eid) -> bool) -> u8 {
        u8::try_from(self.headings.iter().filter(|heading| is(heading.id)).count()).unwrap_or(u8::MAX)
    }
}

fn is_date(line: &str) -> bool {
    line.strip_prefix('（').and_then(|rest| rest.strip_suffix("日）")).is_some_and(|date| date.contains('年'))
}

/// One past the first such character.
fn ends_at(line: &[Glyph<'_>], c: char) -> Option<usize> {
    line.iter().position(|glyph| glyph.c == c).map(|n| n + 1)
}

fn outside(line: &[Glyph<'_>], why: &str, log: &mut Log) {
    let start: String = text(line).chars().take(12).collect();
    if let Some(glyph) = line.first() {
        log.error(glyph.at, format!("`{start}…` stands outside every node: {why}"));
    }
}

fn expect_number(num: &[Glyph<'_>], title: &[Glyph<'_>], expected: &str, log: &mut Log) {
    let at: Option<At<'_>> = num.iter().chain(title).next().map(|glyph| glyph.at);
    if let Some(at) = at.filter(|_| text(num) != expected) {
        log.error(at, format!("expected a heading numbered `{expected}`, found `{}`", text(num)));
    }
}
