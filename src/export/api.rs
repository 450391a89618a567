//! Search for programs: a query of facet values and words, answered with clauses in the contract's shapes.

use std::collections::BTreeMap;

use minsheng_document::{Document, FacetId, ValueId, Vocabulary};
use serde::{Deserialize, Serialize};

use crate::{
    export::contract::ClauseView,
    index::Index,
    route::{Filter, Route},
    search::{Count, search},
};

/// What to search: `{ domain: ["elderly-care"], wording: ["-encouraged"], q: "床位" }`. A value with a minus is excluded.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SearchQuery {
    principle: Vec<String>,
    domain: Vec<String>,
    group: Vec<String>,
    target: Vec<String>,
    wording: Vec<String>,
    concern: Vec<String>,
    q: String,
}

/// The answer.
#[derive(Serialize)]
pub struct SearchResult<'a> {
    route: String,
    total: usize,
    clauses: Vec<ClauseView<'a>>,
    facets: BTreeMap<&'a str, BTreeMap<&'a str, CountView>>,
}

#[derive(Serialize)]
struct CountView {
    now: usize,
    all: usize,
}

/// Answers the query; an unknown value is an error that names the known ones.
pub fn answer<'a>(document: &'a Document, index: &Index, query: &SearchQuery) -> Result<SearchResult<'a>, String> {
    let filter = filter(&document.vocabulary, query)?;
    let hits = search(index, document, &filter);
    let clauses = hits.clauses.iter().filter_map(|n| document.clauses.get(n));
    let clauses: Vec<_> = clauses.map(|clause| ClauseView::new(document, clause)).collect();
    let route = Route { filter, ..Route::default() }.print(&document.vocabulary);
    Ok(SearchResult { route, total: clauses.len(), clauses, facets: facets(&document.vocabulary, &hits.counts) })
}

fn filter(vocabulary: &Vocabulary, query: &SearchQuery) -> Result<Filter, String> {
    let facets = [
        ("principle", &query.principle),
        ("domain", &query.domain),
        ("group", &query.group),
        ("target", &query.target),
        ("wording", &query.wording),
        ("concern", &query.concern),
    ];
    let mut filter = Filter::default().searching(&query.q);
    for (name, texts) in facets {
        let Some(facet) = vocabulary.facet(name) else { continue };
        for text in texts {
            let (id, excluded) = text.strip_prefix('-').map_or((text.as_str(), false), |id| (id, true));
            for value in values(vocabulary, facet, id).ok_or_else(|| unknown(vocabulary, facet, name, text))? {
                filter = filter.with(value, excluded);
            }
        }
    }
    Ok(filter)
}

fn values(vocabulary: &Vocabulary, facet: FacetId, id: &str) -> Option<Vec<ValueId>> {
    let bundle = vocabulary.bundles.iter().find(|bundle| bundle.facet == facet && bundle.id == id);
    bundle.map(|bundle| bundle.values.clone()).or_else(|| vocabulary.value(facet, id).map(|value| vec![value]))
}

fn unknown(vocabulary: &Vocabulary, facet: FacetId, name: &str, text: &str) -> String {
    let known: Vec<&str> = vocabulary.values_of(facet).map(|(_, value)| value.id.as_str()).collect();
    [name, ": unknown value \"", text, "\"; known are ", &known.join(", ")].concat()
}

fn facets<'a>(vocabulary: &'a Vocabulary, counts: &[Count]) -> BTreeMap<&'a str, BTreeMap<&'a str, CountView>> {
    let mut facets: BTreeMap<&str, BTreeMap<&str, CountView>> = BTreeMap::new();
    for (value, count) in vocabulary.values.iter().zip(counts) {
        let Some(facet) = vocabulary.facets.get(usize::from(value.facet.0)) else { continue };
        facets.entry(&facet.id).or_default().insert(&value.id, CountView { now: count.now, all: count.all });
    }
    facets
}
