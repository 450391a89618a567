//! The glossary: every term stands in the text, and the translation says the same thing for it wherever it does.

use minsheng_document::{Document, Eid, Term};

use super::{commentary::check_lines, unique};
use crate::{
    diagnostic::Log,
    parse::{Declared, glossary::DeclaredTerm},
};

/// Resolves the terms.
pub fn glossary(document: &Document, declared: &[DeclaredTerm<'_>], log: &mut Log) -> Vec<Term> {
    unique("term", declared.iter().map(|term| &term.term), log);
    declared.iter().map(|declared| term(document, declared, log)).collect()
}

fn term(document: &Document, declared: &DeclaredTerm<'_>, log: &mut Log) -> Term {
    let DeclaredTerm { term, en, definition, source, .. } = declared;
    if !document.lines().iter().any(|line| line.contains(&term.value)) {
        log.error(term.at, format!("the term `{}` does not occur in the text", term.value));
    }
    if let Some((source, lines)) = source {
        check_lines(document, source, lines, log);
    }
    let (siglum, lines) =
        source.as_ref().map(|(source, lines)| (source.value.clone(), lines.value.clone())).unwrap_or_default();
    Term { term: term.value.clone(), en: en.value.clone(), meaning: definition.clone(), source: siglum, lines }
}

/// Notes every place where the translation has none of a term's words.
pub fn check(document: &Document, declared: &Declared<'_>, log: &mut Log) {
    let translation = &declared.english;
    let title = translation.title.iter().map(|text| (document.title.clone(), "title".to_owned(), text));
    let nodes = translation.headings.iter().chain(&translation.clauses).filter_map(|(id, text)| {
        let official = official(document, id.value.parse().ok()?)?;
        Some((official, id.value.clone(), text))
    });
    for (official, id, text) in title.chain(nodes) {
        let english = text.value.to_lowercase();
        for term in terms_in(&official, &declared.glossary) {
            let mut words = term.forms.iter().chain([&term.en]);
            if !words.any(|word| english.contains(&word.value.to_lowercase())) {
                let (term, en) = (&term.term.value, &term.en.value);
                log.error(
                    text.at,
                    format!("{id} has `{term}`, but its translation has neither `{en}` nor another form"),
                );
            }
        }
    }
}

fn official(document: &Document, id: Eid) -> Option<String> {
    let heading = Some(document.heading(id)).filter(|heading| !heading.is_empty());
    heading.or_else(|| document.clause(id).map(|clause| clause.text.clone()))
}

/// The terms of a line, each where no longer one covers it.
fn terms_in<'t, 's>(line: &str, terms: &'t [DeclaredTerm<'s>]) -> Vec<&'t DeclaredTerm<'s>> {
    let mut longest: Vec<&DeclaredTerm<'_>> = terms.iter().collect();
    longest.sort_by_key(|term| std::cmp::Reverse(term.term.value.len()));
    let (mut rest, mut found) = (line.to_owned(), Vec::new());
    for term in longest {
        if rest.contains(&term.term.value) {
            rest = rest.replace(&term.term.value, "\0");
            found.push(term);
        }
    }
    found
}
