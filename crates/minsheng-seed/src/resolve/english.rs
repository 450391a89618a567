//! The translation: a text for every heading and clause, and for nothing else.

use minsheng_document::{Document, Eid, English};

use crate::{diagnostic::Log, parse::Declared, parse::english::Translation, source::Text};

/// Resolves the translation. Needs the document's notes.
pub fn english(document: &Document, declared: &Declared<'_>, log: &mut Log) -> English {
    let Translation { title, issuers, headings, clauses, at } = &declared.english;
    let Some(at) = at else { return English::default() };
    let chapters = document.chapters.iter().map(|chapter| chapter.id);
    let nodes: Vec<Eid> = chapters.chain(document.measures.iter().map(|measure| measure.id)).collect();
    let sentences: Vec<Eid> = document.clauses.iter().map(|clause| clause.id).collect();
    let mut all = |ids: &[Eid], texts: &[(Text<'_>, Text<'_>)]| {
        for (id, _) in texts.iter().filter(|(id, _)| !ids.iter().any(|known| known.to_string() == id.value)) {
            log.error(id.at, format!("there is no `{}` to translate", id.value));
        }
        let text = |id: &Eid| {
            let found = texts.iter().find(|(key, _)| key.value == id.to_string());
            if found.is_none() {
                log.error(*at, format!("no translation of {id}"));
            }
            found.map(|(_, text)| text.value.clone()).unwrap_or_default()
        };
        ids.iter().map(text).collect()
    };
    let (headings, clauses) = (all(&nodes, headings), all(&sentences, clauses));
    let notes = declared.plain.measures.iter().chain(&declared.plain.clauses);
    let plain = document.plain.iter().map(|plain| {
        let note = notes.clone().find(|(id, _)| id.value == plain.at.to_string());
        note.map(|(_, label)| label.en.clone()).unwrap_or_default()
    });
    let title = title.as_ref().map(|title| title.value.clone()).unwrap_or_default();
    if issuers.len() != document.issuers.len() {
        log.error(*at, format!("{} of {} issuers are translated", issuers.len(), document.issuers.len()));
    }
    let issuers = issuers.iter().map(|issuer| issuer.value.clone()).collect();
    English { title, issuers, headings, clauses, plain: plain.collect() }
}
