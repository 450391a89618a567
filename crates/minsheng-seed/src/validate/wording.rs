//! The wording lexicon, both ways: every lexicon word in a sentence of the document is annotated with its value or is a
//! declared exception, and all evidence for a wording contains a word of its lexicon.

use minsheng_document::{Clause, Document, Span, ValueId};

use super::coverage::clauses;
use crate::{
    diagnostic::Log,
    parse::{
        Declared,
        vocabulary::{Exception, Lexicon},
    },
    resolve::words::find,
    source::At,
    text::{Established, occurrence::occurrences},
};

/// A lexicon word in a sentence.
struct Occurrence<'l> {
    word: &'l str,
    value: ValueId,
    span: Span,
}

/// Checks every clause and every exception.
pub fn check(declared: &Declared<'_>, established: &Established<'_>, document: &Document, log: &mut Log) {
    let lexicon = &declared.lexicon;
    let mut exceptions = Vec::new();
    for exception in &lexicon.exceptions {
        exceptions.extend(resolve(lexicon, document, exception, log));
    }
    for (clause, at) in
        clauses(declared, established, document).into_iter().filter(|(clause, _)| clause.chapter.is_some())
    {
        let found = longest(lexicon, &clause.text);
        let excepted = |span: Span| exceptions.contains(&(clause.id, span));
        for occurrence in &found {
            check_annotated(document, clause, occurrence, excepted(occurrence.span), at, log);
        }
        check_evidence(lexicon, document, clause, &found, at, log);
    }
}

/// All lexicon words of a text; a word inside a longer one (取消 in 清理取消) does not count.
fn longest<'l>(lexicon: &'l Lexicon<'_>, text: &str) -> Vec<Occurrence<'l>> {
    let words =
        lexicon.values().flat_map(|(value, declared)| declared.lexicon.iter().map(move |word| (value, &word.value)));
    let all: Vec<Occurrence<'l>> = words
        .flat_map(|(value, word)| occurrences(text, word).into_iter().map(move |span| Occurrence { word, value, span }))
        .collect();
    let spans: Vec<Span> = all.iter().map(|occurrence| occurrence.span).collect();
    let inside = |span: Span| spans.iter().any(|other| *other != span && covers(*other, span));
    all.into_iter().filter(|occurrence| !inside(occurrence.span)).collect()
}

fn covers(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn resolve(
    lexicon: &Lexicon<'_>,
    document: &Document,
    exception: &Exception<'_>,
    log: &mut Log,
) -> Option<(minsheng_document::Eid, Span)> {
    let clause = exception.clause.value.parse().ok().and_then(|id| document.clause(id));
    let Some(clause) = clause else {
        log.error(exception.clause.at, format!("unknown clause `{}`", exception.clause.value));
        return None;
    };
    let span = find(&clause.text, clause.id, &exception.evidence, log)?;
    if !longest(lexicon, &clause.text).iter().any(|occurrence| occurrence.span == span) {
        let words = &exception.evidence.words;
        log.error(words.at, format!("`{}` is no word of the wording lexicon in {}", words.value, clause.id));
    }
    Some((clause.id, span))
}

fn check_annotated(
    document: &Document,
    clause: &Clause,
    occurrence: &Occurrence<'_>,
    excepted: bool,
    at: At<'_>,
    log: &mut Log,
) {
    let Occurrence { word, value, span } = occurrence;
    let name = document.vocabulary.get(*value).map_or("", |value| &value.id);
    let annotated = clause.tag(*value).is_some_and(|tag| tag.evidence.iter().any(|evidence| covers(*evidence, *span)));
    let place = format!("`{word}` at {}:{}-{}", clause.id, span.start, span.end);
    match (annotated, excepted) {
        (false, false) => log.error(at, format!("{place} is neither annotated as `{name}` nor an exception")),
        (true, true) => log.error(at, format!("{place} is annotated as `{name}` and is an exception")),
        _ => {}
    }
}

fn check_evidence(
    lexicon: &Lexicon<'_>,
    document: &Document,
    clause: &Clause,
    found: &[Occurrence<'_>],
    at: At<'_>,
    log: &mut Log,
) {
    for (value, declared) in lexicon.values().filter(|(_, declared)| !declared.lexicon.is_empty()) {
        let spans = clause.tag(value).map(|tag| tag.evidence.as_slice()).unwrap_or_default();
        for span in spans {
            let supported = found.iter().any(|other| other.value == value && covers(*span, other.span));
            if !supported {
                let words = span.of(&clause.text);
                let name = document.vocabulary.get(value).map_or(declared.id.value.as_str(), |value| &value.id);
                log.error(at, format!("`{words}` in {} has no word of the lexicon of `{name}`", clause.id));
            }
        }
    }
}
