//! Notes in everyday words: one for every measure, and one for every sentence with a hedge, so that none goes unexplained.

use minsheng_document::{Clause, Document, Eid, Label, Plain};

use super::{WORDING, unique};
use crate::{diagnostic::Log, parse::plain::PlainNotes, source::Text};

/// Wordings that leave something open. An abolition does not, and a directive is what all else is.
const HEDGES: [&str; 4] = ["encouraged", "conditional", "eligibility", "gradual"];

/// Resolves the notes.
pub fn plain(document: &Document, declared: &PlainNotes<'_>, log: &mut Log) -> Vec<Plain> {
    let Some(at) = declared.at else { return Vec::new() };
    let measures: Vec<Eid> = document.measures.iter().map(|measure| measure.id).collect();
    let hedged = document.clauses.iter().filter(|clause| is_hedged(document, clause));
    let hedged: Vec<Eid> = hedged.map(|clause| clause.id).collect();
    let mut notes = Vec::new();
    for (ids, texts) in [(measures, &declared.measures), (hedged, &declared.clauses)] {
        unique("note", texts.iter().map(|(id, _)| id), log);
        for (id, _) in texts.iter().filter(|(id, _)| !ids.iter().any(|known| known.to_string() == id.value)) {
            log.error(id.at, format!("`{}` has no hedge, or is no measure, that a note could explain", id.value));
        }
        for id in ids {
            match note(id, texts) {
                Some(label) => notes.push(Plain { at: id, zh: label.zh.clone() }),
                None => log.error(at, format!("no note in everyday words for {id}")),
            }
        }
    }
    notes
}

fn note<'l>(id: Eid, texts: &'l [(Text<'_>, Label)]) -> Option<&'l Label> {
    texts.iter().find(|(key, _)| key.value == id.to_string()).map(|(_, label)| label)
}

fn is_hedged(document: &Document, clause: &Clause) -> bool {
    let wording = document.vocabulary.facet(WORDING);
    let hedges = HEDGES.iter().filter_map(|id| document.vocabulary.value(wording?, id));
    hedges.into_iter().any(|value| clause.tag(value).is_some())
}
