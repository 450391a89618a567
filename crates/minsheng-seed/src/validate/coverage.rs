//! What must be there: a principle for every chapter with measures, a domain for every sentence of a measure, the broader
//! value beside the narrower one, and a use for every value of the vocabulary.

use minsheng_document::{Clause, Document, FacetId, ValueId};

use crate::{
    diagnostic::Log,
    parse::{Declared, vocabulary::Lexicon},
    resolve::{CONCERN, DOMAIN, PRINCIPLE, TARGET, WORDING},
    source::At,
    text::Established,
};

/// Checks all of it. `start` is the beginning of the vocabulary.
pub fn check(
    declared: &Declared<'_>,
    established: &Established<'_>,
    document: &Document,
    start: At<'_>,
    log: &mut Log,
) {
    for facet in [PRINCIPLE, DOMAIN, TARGET, WORDING, CONCERN] {
        if document.vocabulary.facet(facet).is_none() {
            log.error(start, format!("facet `{facet}` is missing"));
        }
    }
    check_principles(established, document, log);
    for (clause, at) in clauses(declared, established, document) {
        check_domain(document, clause, at, log);
        check_broader(&declared.lexicon, document, clause, at, log);
    }
    check_use(&declared.lexicon, document, log);
}

/// Every clause, and where a mistake in its annotations is best put right.
pub fn clauses<'d, 's>(
    declared: &Declared<'s>,
    established: &Established<'s>,
    document: &'d Document,
) -> Vec<(&'d Clause, At<'s>)> {
    let place = |clause: &Clause, printed: Option<At<'s>>| {
        let noted = declared.annotations.iter().find(|notes| notes.id.value == clause.id.to_string());
        noted.map(|notes| notes.id.at).or(printed)
    };
    let sentences = established.sentences.iter().map(|sentence| sentence.glyphs.first().map(|glyph| glyph.at));
    let clauses = document.clauses.iter().zip(sentences);
    clauses.filter_map(|(clause, printed)| Some((clause, place(clause, printed)?))).collect()
}

fn has(document: &Document, clause: &Clause, facet: FacetId) -> bool {
    clause.tags.iter().any(|tag| document.vocabulary.get(tag.value).is_some_and(|value| value.facet == facet))
}

fn check_principles(established: &Established<'_>, document: &Document, log: &mut Log) {
    for chapter in &document.chapters {
        let with_measures = document.measures.iter().any(|measure| measure.chapter == chapter.id);
        let heading = established.headings.iter().find(|heading| heading.id == chapter.id);
        let at = heading.and_then(|heading| heading.num.iter().chain(&heading.title).next()).map(|glyph| glyph.at);
        let message = match (with_measures, chapter.principle) {
            (true, None) => format!("no principle is declared for {}", chapter.id),
            (false, Some(_)) => format!("{} has a principle but no measures", chapter.id),
            _ => continue,
        };
        if let Some(at) = at {
            log.error(at, message);
        }
    }
}

fn check_domain(document: &Document, clause: &Clause, at: At<'_>, log: &mut Log) {
    let domain = document.vocabulary.facet(DOMAIN);
    if clause.measure.is_some() && domain.is_some_and(|domain| !has(document, clause, domain)) {
        log.error(at, format!("{} has no domain", clause.id));
    }
}

fn check_broader(lexicon: &Lexicon<'_>, document: &Document, clause: &Clause, at: At<'_>, log: &mut Log) {
    for (narrow, declared) in lexicon.values().filter(|(narrow, _)| clause.tag(*narrow).is_some()) {
        let Some(broader) = &declared.broader else { continue };
        let facet = document.vocabulary.get(narrow).map(|value| value.facet);
        match facet.and_then(|facet| document.vocabulary.value(facet, &broader.value)) {
            Some(value) if clause.tag(value).is_some() => {}
            Some(_) => log.error(at, format!("{} has `{}` without `{}`", clause.id, declared.id.value, broader.value)),
            None => log.error(broader.at, format!("unknown value `{}`", broader.value)),
        }
    }
}

fn check_use(lexicon: &Lexicon<'_>, document: &Document, log: &mut Log) {
    let headings = document.measures.iter().flat_map(|measure| &measure.tags);
    let used: Vec<ValueId> =
        document.clauses.iter().flat_map(|clause| &clause.tags).chain(headings).map(|tag| tag.value).collect();
    for (value, declared) in lexicon.values().filter(|(value, _)| !used.contains(value)) {
        let facet =
            document.vocabulary.get(value).and_then(|value| document.vocabulary.facets.get(usize::from(value.facet.0)));
        let facet = facet.map_or("", |facet| &facet.id);
        log.error(declared.id.at, format!("value `{}` of facet `{facet}` is never used", declared.id.value));
    }
}
