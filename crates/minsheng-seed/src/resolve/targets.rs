//! Targets with their words found in the text: hedges, horizon and numbers must be the clause's own.

use minsheng_document::{Document, Quote, Target, Vocabulary};

use super::{TARGET, clause, unique, vocabulary, words};
use crate::{
    diagnostic::Log,
    parse::targets::{DeclaredQuote, DeclaredTarget},
    source::Text,
};

/// Resolves every target.
pub fn targets(document: &Document, declared: &[DeclaredTarget<'_>], log: &mut Log) -> Vec<Target> {
    unique("target", declared.iter().map(|target| &target.id), log);
    declared.iter().filter_map(|declared| target(document, declared, log)).collect()
}

fn target(document: &Document, declared: &DeclaredTarget<'_>, log: &mut Log) -> Option<Target> {
    let evidence = declared.evidence.iter().filter_map(|quoted| quote(document, quoted, log)).collect();
    check_id(declared, log);
    check_words(document, declared, log);
    let kind = kind(&document.vocabulary, &declared.kind, log);
    let operator = declared.operator.value.clone();
    if ![">=", "=", "indexed-to"].contains(&operator.as_str()) {
        log.error(declared.operator.at, format!("unknown operator `{operator}`; expected >=, = or indexed-to"));
    }
    Some(Target {
        id: declared.id.value.clone(),
        kind: kind?,
        operator,
        value: declared.value.as_ref().map(|value| value.value),
        unit: declared.unit.as_ref().map(|unit| unit.value.clone()).unwrap_or_default(),
        headline: declared.headline.clone(),
        subject: declared.subject.clone(),
        scope: declared.scope.clone(),
        horizon: declared.horizon.as_ref().map(|horizon| horizon.value.clone()),
        hedges: declared.hedges.iter().map(|hedge| hedge.value.clone()).collect(),
        evidence,
    })
}

fn kind(vocabulary: &Vocabulary, id: &Text<'_>, log: &mut Log) -> Option<minsheng_document::ValueId> {
    vocabulary.facet(TARGET).and_then(|facet| vocabulary::value_of(vocabulary, facet, id, log))
}

fn quote(document: &Document, declared: &DeclaredQuote<'_>, log: &mut Log) -> Option<Quote> {
    let clause = clause(document, &declared.clause, log)?;
    let span = words::find(&clause.text, clause.id, &declared.evidence, log)?;
    Some(Quote { clause: clause.id, span })
}

/// A target is called after its first clause: `t7s4`.
fn check_id(declared: &DeclaredTarget<'_>, log: &mut Log) {
    let Some(first) = declared.evidence.first() else {
        return log.error(declared.id.at, format!("target `{}` has no evidence", declared.id.value));
    };
    let expected = first.clause.value.replacen(['m', 'g'], "t", 1);
    if declared.id.value != expected {
        log.error(declared.id.at, format!("a target of {} is called `{expected}`", first.clause.value));
    }
}

/// Hedges and horizon stand in one of the clauses, the number in the evidence.
fn check_words(document: &Document, declared: &DeclaredTarget<'_>, log: &mut Log) {
    let ids = declared.evidence.iter().filter_map(|quote| quote.clause.value.parse().ok());
    let texts: Vec<&str> = ids.filter_map(|id| document.clause(id)).map(|clause| clause.text.as_str()).collect();
    for words in declared.hedges.iter().chain(&declared.horizon) {
        if !texts.iter().any(|text| text.contains(&words.value)) {
            log.error(words.at, format!("`{}` does not occur in the target's clauses", words.value));
        }
    }
    let Some(number) = &declared.value else { return };
    let digits = number.value.to_string();
    if !declared.evidence.iter().any(|quote| quote.evidence.words.value.contains(&digits)) {
        log.error(number.at, format!("{digits} does not occur in the target's evidence"));
    }
}
