//! `emendations.toml`: what the document is, how the print is cleaned, every departure from it, and the witnesses.

use minsheng_document::{Label, Witness};

use super::{
    entry::Entry,
    evidence::{self, Evidence},
};
use crate::{
    diagnostic::Log,
    source::{At, Located, Text},
};

/// The file, read.
#[derive(Debug, Default)]
pub struct Apparatus<'s> {
    /// The document's name and dates, where given.
    pub metadata: Option<Metadata<'s>>,
    /// Punctuation as printed and as established.
    pub punctuation: Vec<(char, char)>,
    /// Lines left out.
    pub excisions: Vec<Excision<'s>>,
    /// Paragraphs the print splits.
    pub joins: Vec<LineStart<'s>>,
    /// Changed readings.
    pub emendations: Vec<Emendation<'s>>,
    /// Readings kept though doubtful.
    pub unconfirmed: Vec<Doubt<'s>>,
    /// The documents that attest the text.
    pub witnesses: Vec<Attestation<'s>>,
}

/// The document's name and dates.
#[derive(Debug)]
pub struct Metadata<'s> {
    /// Title in its normal form.
    pub title: Text<'s>,
    /// Issuing bodies.
    pub issuers: Vec<Text<'s>>,
    /// Date of the document, ISO 8601.
    pub dated: Text<'s>,
    /// Date of publication, ISO 8601.
    pub published: Text<'s>,
}

/// A line of the print, named by its number and its first characters, so that a line that moved is noticed.
#[derive(Debug)]
pub struct LineStart<'s> {
    /// Number in `opinion.txt`, from 1.
    pub line: Located<'s, u32>,
    /// How it begins.
    pub begins: Text<'s>,
}

/// A line left out, and why that is allowed.
#[derive(Debug)]
pub struct Excision<'s> {
    /// The line.
    pub start: LineStart<'s>,
    /// `repeat` or `credit`.
    pub kind: Text<'s>,
}

/// A changed reading.
#[derive(Debug)]
pub struct Emendation<'s> {
    /// `V1` …
    pub id: Text<'s>,
    /// The clause of the established text.
    pub clause: Text<'s>,
    /// The reading of the print, punctuation normalised.
    pub printed: Text<'s>,
    /// Our reading.
    pub established: Text<'s>,
    /// Sigla.
    pub witnesses: Vec<Text<'s>>,
    /// `certain` or `high`.
    pub confidence: Text<'s>,
    /// Why, for readers.
    pub reason: Label,
}

/// A reading kept though doubtful.
#[derive(Debug)]
pub struct Doubt<'s> {
    /// `N2` …
    pub id: Text<'s>,
    /// The clause.
    pub clause: Text<'s>,
    /// The words in it.
    pub evidence: Evidence<'s>,
    /// What is odd, for readers.
    pub note: Label,
}

/// A witness, and whether its agreement counts as support.
#[derive(Debug)]
pub struct Attestation<'s> {
    /// What the document carries.
    pub witness: Witness,
    /// Whether it is independent of the print.
    pub independent: bool,
    /// Where it is declared.
    pub at: At<'s>,
}

/// Reads the file.
pub fn parse<'s>(root: Entry<'_, 's>, log: &mut Log) -> Apparatus<'s> {
    let tables = ["document", "punctuation", "excision", "join", "emendation", "unconfirmed", "witness"];
    root.allow(&tables, log);
    let document = root.required("document", log).and_then(|item| item.entry(log));
    Apparatus {
        metadata: document.and_then(|entry| metadata(entry, log)),
        punctuation: punctuation(root, log),
        excisions: root.each("excision", excision, log),
        joins: root.each("join", join, log),
        emendations: root.each("emendation", emendation, log),
        unconfirmed: root.each("unconfirmed", doubt, log),
        witnesses: root.each("witness", witness, log),
    }
}

fn metadata<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<Metadata<'s>> {
    entry.allow(&["title", "issuers", "dated", "published"], log);
    let (title, issuers) = (entry.text("title", log), entry.texts("issuers", log));
    let (dated, published) = (entry.text("dated", log), entry.text("published", log));
    Some(Metadata { title: title?, issuers: issuers?, dated: dated?, published: published? })
}

fn punctuation(root: Entry<'_, '_>, log: &mut Log) -> Vec<(char, char)> {
    let table = root.item("punctuation").and_then(|item| item.entry(log));
    let items = table.map(|table| table.items()).unwrap_or_default();
    let rule = |(key, item): (Text<'_>, super::entry::Item<'_, '_>)| {
        let to = item.text(log)?;
        let pair = key.only_char().zip(to.only_char());
        if pair.is_none() {
            log.error(key.at, "a punctuation rule is one character to one character");
        }
        pair
    };
    items.into_iter().filter_map(rule).collect()
}

fn line_start<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<LineStart<'s>> {
    let (line, begins) = (entry.number("line", log), entry.text("begins", log));
    Some(LineStart { line: line?, begins: begins? })
}

fn excision<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<Excision<'s>> {
    entry.allow(&["line", "begins", "kind"], log);
    let (start, kind) = (line_start(entry, log), entry.text("kind", log));
    Some(Excision { start: start?, kind: kind? })
}

fn join<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<LineStart<'s>> {
    entry.allow(&["line", "begins"], log);
    line_start(entry, log)
}

fn emendation<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<Emendation<'s>> {
    entry.allow(&["id", "clause", "printed", "established", "witnesses", "confidence", "reason"], log);
    let (id, clause) = (entry.text("id", log), entry.text("clause", log));
    let (printed, established) = (entry.text("printed", log), entry.text("established", log));
    let (witnesses, confidence) = (entry.texts("witnesses", log), entry.text("confidence", log));
    let reason = entry.label("reason", log);
    Some(Emendation {
        id: id?,
        clause: clause?,
        printed: printed?,
        established: established?,
        witnesses: witnesses?,
        confidence: confidence?,
        reason: reason?,
    })
}

fn doubt<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<Doubt<'s>> {
    entry.allow(&["id", "clause", "words", "occurrence", "note"], log);
    let (id, clause) = (entry.text("id", log), entry.text("clause", log));
    let (evidence, note) = (evidence::of(entry, log), entry.label("note", log));
    Some(Doubt { id: id?, clause: clause?, evidence: evidence?, note: note? })
}

fn witness<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<Attestation<'s>> {
    entry.allow(&["siglum", "title", "publisher", "date", "taken", "independent"], log);
    let (siglum, title) = (entry.text("siglum", log), entry.label("title", log));
    let (publisher, taken) = (entry.label("publisher", log), entry.label("taken", log));
    let date = entry.item("date").and_then(|item| item.text(log));
    let independent = entry.required("independent", log).and_then(|item| item.flag(log));
    let date = date.map(|date| date.value).unwrap_or_default();
    let witness = Witness { siglum: siglum?.value, title: title?, publisher: publisher?, date, taken: taken? };
    Some(Attestation { witness, independent: independent?, at: entry.at })
}
