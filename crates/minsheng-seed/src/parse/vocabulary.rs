//! `vocabulary.toml`: facets and their values, and the word lists beside them.

use minsheng_document::Label;

use super::{
    entry::Entry,
    evidence::{self, Evidence},
};
use crate::{diagnostic::Log, source::Text};

/// The file, read.
#[derive(Debug, Default)]
pub struct Lexicon<'s> {
    /// Facets in the order they are shown.
    pub facets: Vec<DeclaredFacet<'s>>,
    /// Values behind one click.
    pub bundles: Vec<DeclaredBundle<'s>>,
    /// Words of the wording lexicon that are not a sentence's wording.
    pub exceptions: Vec<Exception<'s>>,
    /// Everyday words.
    pub synonyms: Vec<DeclaredSynonym<'s>>,
    /// Character forms the tables do not have.
    pub folds: Vec<Fold<'s>>,
}

/// A facet with its values.
#[derive(Debug)]
pub struct DeclaredFacet<'s> {
    /// `domain`.
    pub id: Text<'s>,
    /// Its name.
    pub label: Label,
    /// What it says.
    pub definition: Label,
    /// Its values in order.
    pub values: Vec<DeclaredValue<'s>>,
}

/// A facet value with the rules it brings.
#[derive(Debug)]
pub struct DeclaredValue<'s> {
    /// `elderly-care`.
    pub id: Text<'s>,
    /// Its name.
    pub label: Label,
    /// What it covers.
    pub definition: Label,
    /// What it means for a reader (wording only).
    pub plain: Label,
    /// Words that put a sentence under this value (wording only).
    pub lexicon: Vec<Text<'s>>,
    /// The chapter whose sentences have it (principle only).
    pub chapter: Option<Text<'s>>,
    /// The value every sentence with this one must also have.
    pub broader: Option<Text<'s>>,
    /// Given to sentences that have no other value of the facet.
    pub otherwise: bool,
}

/// Several values behind one click.
#[derive(Debug)]
pub struct DeclaredBundle<'s> {
    /// `old-and-young`.
    pub id: Text<'s>,
    /// Its name.
    pub label: Label,
    /// The facet.
    pub facet: Text<'s>,
    /// Its values.
    pub values: Vec<Text<'s>>,
}

/// An occurrence of a lexicon word that does not count, and why.
#[derive(Debug)]
pub struct Exception<'s> {
    /// The clause.
    pub clause: Text<'s>,
    /// The lexicon word in it.
    pub evidence: Evidence<'s>,
}

/// Everyday words and the Opinion's.
#[derive(Debug)]
pub struct DeclaredSynonym<'s> {
    /// What readers type.
    pub words: Vec<Text<'s>>,
    /// What the Opinion says.
    pub also: Vec<Text<'s>>,
}

/// A character form the tables do not have.
#[derive(Debug)]
pub struct Fold<'s> {
    /// What readers type.
    pub other: Text<'s>,
    /// What the text has.
    pub form: Text<'s>,
}

/// Reads the file.
pub fn parse<'s>(root: Entry<'_, 's>, log: &mut Log) -> Lexicon<'s> {
    root.allow(&["facet", "bundle", "wording_exception", "synonym", "fold"], log);
    Lexicon {
        facets: root.each("facet", facet, log),
        bundles: root.each("bundle", bundle, log),
        exceptions: root.each("wording_exception", exception, log),
        synonyms: root.each("synonym", synonym, log),
        folds: root.each("fold", fold, log),
    }
}

fn facet<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<DeclaredFacet<'s>> {
    entry.allow(&["id", "label", "definition", "value"], log);
    let (id, label, definition) = (entry.text("id", log), entry.label("label", log), entry.label("definition", log));
    let values = entry.each("value", value, log);
    Some(DeclaredFacet { id: id?, label: label?, definition: definition?, values })
}

fn value<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<DeclaredValue<'s>> {
    entry.allow(&["id", "label", "definition", "plain", "lexicon", "chapter", "broader", "otherwise"], log);
    let (id, label, definition) = (entry.text("id", log), entry.label("label", log), entry.label("definition", log));
    let plain = if entry.item("plain").is_some() { entry.label("plain", log) } else { None };
    let lexicon = entry.item("lexicon").and_then(|item| item.texts(log));
    let chapter = entry.item("chapter").and_then(|item| item.text(log));
    let broader = entry.item("broader").and_then(|item| item.text(log));
    let otherwise = entry.item("otherwise").and_then(|item| item.flag(log));
    Some(DeclaredValue {
        id: id?,
        label: label?,
        definition: definition?,
        plain: plain.unwrap_or_default(),
        lexicon: lexicon.unwrap_or_default(),
        chapter,
        broader,
        otherwise: otherwise.unwrap_or_default(),
    })
}

fn bundle<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<DeclaredBundle<'s>> {
    entry.allow(&["id", "label", "facet", "values"], log);
    let (id, label) = (entry.text("id", log), entry.label("label", log));
    let (facet, values) = (entry.text("facet", log), entry.texts("values", log));
    Some(DeclaredBundle { id: id?, label: label?, facet: facet?, values: values? })
}

fn exception<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<Exception<'s>> {
    entry.allow(&["clause", "words", "occurrence", "reason"], log);
    let (clause, evidence, reason) = (entry.text("clause", log), evidence::of(entry, log), entry.text("reason", log));
    reason.and(Some(Exception { clause: clause?, evidence: evidence? }))
}

fn synonym<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<DeclaredSynonym<'s>> {
    entry.allow(&["words", "also"], log);
    let (words, also) = (entry.texts("words", log), entry.texts("also", log));
    Some(DeclaredSynonym { words: words?, also: also? })
}

fn fold<'s>(entry: Entry<'_, 's>, log: &mut Log) -> Option<Fold<'s>> {
    entry.allow(&["other", "form"], log);
    let (other, form) = (entry.text("other", log), entry.text("form", log));
    Some(Fold { other: other?, form: form? })
}
