//! The document as schema.org/Legislation, for search engines and catalogues of law: a short form for a page's head, and
//! the whole with its parts and their text. It has no number, because the source gives none.

use minsheng_document::{Chapter, Clause, Document, Eid, Measure};

use super::json::{Fields, Json};
use crate::joined::joined;

/// What the document calls itself.
const KIND: &str = "意见";

/// Without its parts, for a page's head.
pub fn head(document: &Document) -> Json<'_> {
    work(document).into()
}

/// `opinion.jsonld`: with its chapters, measures and text.
pub fn legislation(document: &Document) -> Json<'_> {
    let preamble = document.clauses.iter().filter(|clause| clause.chapter.is_none()).map(preamble);
    let chapters = document.chapters.iter().map(|it| chapter(document, it));
    work(document).list("hasPart", preamble.chain(chapters)).into()
}

fn work(document: &Document) -> Fields<'_> {
    Fields::default()
        .with("@context", "https://schema.org")
        .with("@type", "Legislation")
        .with("name", &document.title)
        .with("legislationType", KIND)
        .with("legislationDate", &document.dated)
        .with("datePublished", &document.published)
        .list("legislationPassedBy", document.issuers.iter().map(|name| issuer(name)))
        .with("inLanguage", "zh-Hans")
}

fn issuer(name: &str) -> Json<'_> {
    Fields::default().with("@type", "Organization").with("name", name).into()
}

fn part<'a>(id: Eid) -> Fields<'a> {
    let id = id.to_string();
    Fields::default().with("@type", "Legislation").with("@id", joined(&["#", &id])).with("identifier", id)
}

fn preamble(clause: &Clause) -> Json<'_> {
    part(clause.id).with("text", &clause.text).into()
}

fn chapter<'a>(document: &'a Document, chapter: &'a Chapter) -> Json<'a> {
    let part = part(chapter.id).with("name", joined(&[&chapter.num, &chapter.title]));
    let own = text(document, |clause| clause.chapter == Some(chapter.id) && clause.measure.is_none());
    if !own.is_empty() {
        return part.with("text", own).into();
    }
    let measures = document.measures.iter().filter(|measure| measure.chapter == chapter.id);
    part.list("hasPart", measures.map(|it| measure(document, it))).into()
}

fn measure<'a>(document: &'a Document, measure: &'a Measure) -> Json<'a> {
    part(measure.id)
        .with("name", joined(&[&measure.num, &measure.title]))
        .with("text", text(document, |clause| clause.measure == Some(measure.id)))
        .into()
}

/// Sentences one after the other, as in print.
fn text(document: &Document, belongs: impl Fn(&Clause) -> bool) -> String {
    document.clauses.iter().filter(|clause| belongs(clause)).map(|clause| clause.text.as_str()).collect()
}
