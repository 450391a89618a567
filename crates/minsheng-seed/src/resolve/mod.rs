//! From declarations and the established text to the document: every name becomes a number, all words become spans.

mod absent;
mod alike;
mod apparatus;
mod commentary;
mod cut;
mod english;
mod glossary;
mod personas;
mod plain;
mod reader_words;
mod readings;
mod structure;
mod tags;
mod targets;
pub mod traditional;
mod vocabulary;
pub mod words;

use minsheng_document::{Clause, Document};
use sha2::{Digest, Sha256};

use crate::{
    diagnostic::Log,
    parse::Declared,
    source::{At, Text},
    text::Established,
};

/// The facet that follows from the chapter.
pub const PRINCIPLE: &str = "principle";
/// The facet every sentence of a measure must have.
pub const DOMAIN: &str = "domain";
/// The facet that follows from the targets.
pub const TARGET: &str = "target";
/// The facet with a lexicon.
pub const WORDING: &str = "wording";
/// The facet headings may have.
pub const CONCERN: &str = "concern";

/// Builds the document. `start` is the beginning of the print.
pub fn resolve(declared: &Declared<'_>, established: &Established<'_>, start: At<'_>, log: &mut Log) -> Document {
    let (apparatus, lexicon) = (&declared.apparatus, &declared.lexicon);
    let vocabulary = vocabulary::vocabulary(lexicon, log);
    let mut document = Document { vocabulary, ..Document::default() };
    structure::structure(&mut document, declared, established, start, log);
    let is_established = log.is_empty();
    document.witnesses = apparatus::witnesses(&apparatus.witnesses, log);
    document.variants = apparatus::variants(&document, &apparatus.emendations, established, log);
    document.unconfirmed = apparatus::unconfirmed(&document, &apparatus.unconfirmed, log);
    document.targets = targets::targets(&document, &declared.targets, log);
    tags::annotate(&mut document, &declared.annotations, &apparatus.witnesses, log);
    document.personas = personas::personas(&document.vocabulary, &declared.personas, log);
    document.synonyms = reader_words::synonyms(&document, &lexicon.synonyms, log);
    document.folds = reader_words::folds(&document, declared, log);
    document.alike = alike::alike(&document, declared, log);
    document.commentary = commentary::commentary(&document, &declared.commentary, log);
    document.absent = absent::absent(&document, &declared.absent, log);
    document.plain = plain::plain(&document, &declared.plain, log);
    document.terms = glossary::glossary(&document, &declared.glossary, log);
    document.english = english::english(&document, declared, log);
    glossary::check(&document, declared, log);
    // Words that are not a wrong text would only say again what is wrong with it.
    if is_established {
        document.readings = readings::readings(&document, declared, log);
    }
    document.digest = digest(&document);
    document
}

/// SHA-256 of the established text, each line with its line feed.
fn digest(document: &Document) -> String {
    let lines: String = document.lines().iter().map(|line| format!("{line}\n")).collect();
    Sha256::digest(lines).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The clause, or a mistake.
fn clause<'d>(document: &'d Document, id: &Text<'_>, log: &mut Log) -> Option<&'d Clause> {
    let clause = id.value.parse().ok().and_then(|id| document.clause(id));
    if clause.is_none() {
        log.error(id.at, format!("unknown clause `{}`", id.value));
    }
    clause
}

/// Notes every id that was there before.
fn unique<'a, 's: 'a>(what: &str, ids: impl Iterator<Item = &'a Text<'s>>, log: &mut Log) {
    let mut seen = Vec::new();
    for id in ids {
        if seen.contains(&&id.value) {
            log.error(id.at, format!("duplicate {what} `{}`", id.value));
        }
        seen.push(&id.value);
    }
}
