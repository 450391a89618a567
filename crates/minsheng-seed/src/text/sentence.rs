//! Running text split into clauses: one sentence each, with the ids that are frozen once published.

use minsheng_document::{Clause, Eid};

use super::{
    line::{Line, text},
    outline::Body,
};
use crate::diagnostic::Log;

/// A clause and the characters it was made from.
#[derive(Debug)]
pub struct Sentence<'s> {
    /// The clause, without tags yet.
    pub clause: Clause,
    /// Its characters.
    pub glyphs: Line<'s>,
}

/// All clauses in reading order.
pub fn sentences<'s>(bodies: Vec<Body<'s>>, log: &mut Log) -> Vec<Sentence<'s>> {
    let mut sentences = Vec::new();
    for body in bodies {
        let (id, chapter) = (body.id, body.chapter);
        for (n, glyphs) in (1..).zip(split(body, log)) {
            sentences.push(Sentence { clause: clause(id, chapter, n, text(&glyphs)), glyphs });
        }
    }
    sentences
}

/// The preamble is one clause; other text is split after every `。`.
fn split<'s>(body: Body<'s>, log: &mut Log) -> Vec<Line<'s>> {
    if let Some(last) = body.glyphs.last().filter(|last| last.c != '。') {
        log.gap(last.at, format!("the text of {} does not end with `。`", body.id));
    }
    if body.id == Eid::Preamble {
        return vec![body.glyphs];
    }
    body.glyphs.split_inclusive(|glyph| glyph.c == '。').map(<[_]>::to_vec).collect()
}

fn clause(body: Eid, chapter: Option<u8>, n: u8, text: String) -> Clause {
    let (id, measure) = match body {
        Eid::Measure(m) => (Eid::Sentence(m, n), Some(body)),
        Eid::Chapter(_) => (Eid::Safeguard(n), None),
        _ => (body, None),
    };
    Clause { id, chapter: chapter.map(Eid::Chapter), measure, n, text, tags: Vec::new(), witnesses: Vec::new() }
}
