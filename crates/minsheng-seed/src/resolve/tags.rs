//! Facet values on clauses and headings: those the editors give with evidence, those that follow from the place (the
//! chapter's principle) or from a target, and those that follow from absence.

use std::collections::BTreeMap;

use minsheng_document::{Document, Eid, Span, Tag, ValueId};

use super::{CONCERN, PRINCIPLE, TARGET, vocabulary, words};
use crate::{
    diagnostic::Log,
    parse::{
        annotations::{DeclaredTag, Notes},
        apparatus::Attestation,
    },
    source::Text,
};

/// Values with their evidence.
type Tags = BTreeMap<ValueId, Vec<Span>>;

/// Tags every clause and heading.
pub fn annotate(document: &mut Document, notes: &[Notes<'_>], witnesses: &[Attestation<'_>], log: &mut Log) {
    let mut tags: BTreeMap<String, Tags> = BTreeMap::new();
    for notes in notes {
        let Some((id, text)) = node(document, &notes.id, log) else { continue };
        let noted = declared(document, id, &text, &notes.tags, log);
        tags.insert(id.to_string(), noted);
        let support = support(&notes.support, witnesses, log);
        if let Some(clause) = document.clauses.iter_mut().find(|clause| clause.id == id) {
            clause.witnesses = support;
        } else if let Some(first) = notes.support.first() {
            log.error(first.at, "only a clause has support");
        }
    }
    let mut take = |id: Eid| tags.remove(&id.to_string()).unwrap_or_default();
    for n in 0..document.measures.len() {
        document.measures[n].tags = in_order(take(document.measures[n].id));
    }
    for n in 0..document.clauses.len() {
        let tags = take(document.clauses[n].id);
        document.clauses[n].tags = in_order(complete(document, n, tags));
    }
}

/// The annotated node and its text.
fn node(document: &Document, id: &Text<'_>, log: &mut Log) -> Option<(Eid, String)> {
    let eid: Option<Eid> = id.value.parse().ok();
    let text = eid.and_then(|eid| match eid {
        Eid::Measure(_) => document.measure(eid).map(|measure| measure.title.clone()),
        Eid::Preamble => None,
        _ => document.clause(eid).map(|clause| clause.text.clone()),
    });
    if text.is_none() {
        log.error(id.at, format!("unknown clause `{}`", id.value));
    }
    eid.zip(text)
}

fn declared(document: &Document, id: Eid, text: &str, declared: &[DeclaredTag<'_>], log: &mut Log) -> Tags {
    let mut tags = Tags::new();
    for tag in declared {
        let Some(value) = allowed(document, id, tag, log) else { continue };
        let mut spans: Vec<Span> = tag.evidence.iter().filter_map(|words| words::find(text, id, words, log)).collect();
        spans.sort();
        if spans.windows(2).any(|pair| matches!(pair, [a, b] if b.start < a.end)) {
            log.error(tag.at, format!("the evidence for `{}` overlaps itself", tag.value.value));
        }
        if tag.evidence.is_empty() {
            log.error(tag.at, format!("no evidence for `{}`", tag.value.value));
        }
        tags.insert(value, spans);
    }
    tags
}

/// The value, if editors may give it to this node.
fn allowed(document: &Document, id: Eid, tag: &DeclaredTag<'_>, log: &mut Log) -> Option<ValueId> {
    let facet = vocabulary::facet(&document.vocabulary, &tag.facet, log)?;
    let value = vocabulary::value_of(&document.vocabulary, facet, &tag.value, log)?;
    let refuse = match tag.facet.value.as_str() {
        PRINCIPLE => Some("a principle follows from the chapter".to_owned()),
        TARGET => Some("a target follows from targets.toml".to_owned()),
        name if matches!(id, Eid::Measure(_)) && name != CONCERN => {
            Some("a heading can only have a concern".to_owned())
        }
        _ => {
            let otherwise = document.vocabulary.get(value).is_some_and(|value| value.otherwise);
            otherwise.then(|| format!("`{}` follows from absence", tag.value.value))
        }
    };
    match refuse {
        Some(reason) => log.error(tag.value.at, format!("{reason}; it is not written here")),
        None => return Some(value),
    }
    None
}

/// Adds what follows from the chapter, from targets and from absence. The preamble has no values.
fn complete(document: &Document, n: usize, mut tags: Tags) -> Tags {
    let clause = &document.clauses[n];
    let Some(chapter) = clause.chapter else { return tags };
    let principle = document.chapter(chapter).and_then(|chapter| chapter.principle);
    tags.extend(principle.map(|value| (value, Vec::new())));
    for target in document.targets_of(clause.id) {
        let quotes = target.evidence.iter().filter(|quote| quote.clause == clause.id);
        tags.entry(target.kind).or_default().extend(quotes.map(|quote| quote.span));
    }
    for (value, declared) in (0..=u8::MAX).map(ValueId).zip(&document.vocabulary.values) {
        let facet_of = |value: &ValueId| document.vocabulary.get(*value).map(|value| value.facet);
        if declared.otherwise && !tags.keys().any(|other| facet_of(other) == Some(declared.facet)) {
            tags.insert(value, Vec::new());
        }
    }
    tags
}

fn in_order(tags: Tags) -> Vec<Tag> {
    tags.into_iter().map(|(value, evidence)| Tag { value, evidence }).collect()
}

fn support(sigla: &[Text<'_>], witnesses: &[Attestation<'_>], log: &mut Log) -> Vec<String> {
    for siglum in sigla {
        if !witnesses.iter().any(|other| other.independent && other.witness.siglum == siglum.value) {
            log.error(siglum.at, format!("`{}` is not an independent witness", siglum.value));
        }
    }
    super::unique("support", sigla.iter(), log);
    sigla.iter().map(|siglum| siglum.value.clone()).collect()
}
