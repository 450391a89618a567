//! Search for programs: a query of facet values and words, answered with clauses in the contract's shapes.

use minsheng_document::{Document, FacetId, Vocabulary};

use super::{
    contract,
    json::{Fields, Json},
};
use crate::{
    bounds::{QUERY, cut},
    index::Index,
    joined::{joined, listed},
    route::{Filter, Route},
    search::{Count, search},
};

/// One field of a query as the program gave it: `domain: ["elderly-care"]`, `q: "床位"`.
pub struct Field {
    /// Its name.
    pub name: String,
    /// What it holds; nothing where that is neither text nor a list of texts.
    pub value: Option<Asked>,
}

/// What a field of a query may hold.
pub enum Asked {
    /// Words, for `q`.
    Text(String),
    /// Facet values; one with a minus is excluded.
    List(Vec<String>),
}

/// Answers the query.
///
/// # Errors
/// What is wrong with it in words: a field there is not, a value of the wrong type, an unknown facet value.
pub fn answer<'a>(document: &'a Document, index: &Index, query: &[Field]) -> Result<Json<'a>, String> {
    let vocabulary = &document.vocabulary;
    let filter = query.iter().try_fold(Filter::default(), |filter, field| with(vocabulary, filter, field))?;
    let hits = search(index, document, &filter);
    let clauses = hits.clauses.iter().filter_map(|n| document.clauses.get(n));
    let route = Route { filter, ..Route::default() }.print(vocabulary);
    Ok(Fields::default()
        .with("route", route)
        .with("total", hits.clauses.count())
        .list("clauses", clauses.map(|clause| contract::clause(document, clause)))
        .with("facets", facets(vocabulary, &hits.counts))
        .into())
}

fn with(vocabulary: &Vocabulary, filter: Filter, Field { name, value }: &Field) -> Result<Filter, String> {
    match (vocabulary.facet(name), value) {
        (None, Some(Asked::Text(text))) if name == "q" => match cut(text, QUERY) {
            all if all.len() == text.len() => Ok(filter.searching(text)),
            _ => Err("q: expected at most 800 characters".into()),
        },
        (None, _) if name == "q" => Err("q: expected a string".into()),
        (Some(facet), Some(Asked::List(ids))) => {
            ids.iter().try_fold(filter, |filter, id| select(vocabulary, filter, facet, id))
        }
        (Some(_), _) => Err(joined(&[name, ": expected an array of strings"])),
        (None, _) => {
            let known: Vec<&str> = vocabulary.facets.iter().map(|facet| facet.id.as_str()).collect();
            Err(joined(&["unknown field \"", name, "\"; known are ", &listed(&known, ", "), ", q"]))
        }
    }
}

fn select(vocabulary: &Vocabulary, filter: Filter, facet: FacetId, text: &str) -> Result<Filter, String> {
    let (id, excluded) = text.strip_prefix('-').map_or((text, false), |id| (id, true));
    let chosen = vocabulary.chosen(facet, id);
    if chosen.is_empty() {
        return Err(unknown(vocabulary, facet, text));
    }
    Ok(chosen.into_iter().fold(filter, |filter, value| filter.with(value, excluded)))
}

fn unknown(vocabulary: &Vocabulary, facet: FacetId, text: &str) -> String {
    let name = vocabulary.facets.get(usize::from(facet.0)).map_or("", |facet| &facet.id);
    let known: Vec<&str> = vocabulary.values_of(facet).iter().map(|(_, value)| value.id.as_str()).collect();
    joined(&[name, ": unknown value \"", text, "\"; known are ", &listed(&known, ", ")])
}

fn facets<'a>(vocabulary: &'a Vocabulary, counts: &[Count]) -> Json<'a> {
    let facets = vocabulary.facets().into_iter().map(|(id, facet)| {
        let values = vocabulary.values_of(id).into_iter().map(|(n, value)| {
            let count = counts.get(usize::from(n.0)).copied().unwrap_or_default();
            (value.id.as_str(), Fields::default().with("now", count.now).with("all", count.all).into())
        });
        (facet.id.as_str(), Json::Object(values.collect()))
    });
    Json::Object(facets.collect())
}
