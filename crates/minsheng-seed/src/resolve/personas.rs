//! Life situations: their queries as facet values.

use minsheng_document::{Persona, ValueId, Vocabulary};

use super::{unique, vocabulary};
use crate::{
    diagnostic::Log,
    parse::personas::DeclaredPersona,
    source::{Located, Text},
};

/// Resolves every life situation.
pub fn personas(vocabulary: &Vocabulary, declared: &[DeclaredPersona<'_>], log: &mut Log) -> Vec<Persona> {
    unique("persona", declared.iter().map(|persona| &persona.id), log);
    let persona = |declared: &DeclaredPersona<'_>| Persona {
        id: declared.id.value.clone(),
        label: declared.label.clone(),
        values: values(vocabulary, &declared.query, log),
    };
    declared.iter().map(persona).collect()
}

/// `facet=value,value&facet=value`, each value once, in the order in which they stand.
fn values(vocabulary: &Vocabulary, query: &Text<'_>, log: &mut Log) -> Vec<ValueId> {
    let mut values = Vec::new();
    for part in query.value.split('&') {
        let Some((facet, ids)) = part.split_once('=') else {
            log.error(query.at, format!("`{part}` is not facet=value,value"));
            continue;
        };
        let here = |value: &str| Located { value: value.to_owned(), at: query.at };
        let Some(facet) = vocabulary::facet(vocabulary, &here(facet), log) else { continue };
        values.extend(ids.split(',').filter_map(|id| vocabulary::value_of(vocabulary, facet, &here(id), log)));
    }
    let mut once = Vec::new();
    for value in values {
        if !once.contains(&value) {
            once.push(value);
        }
    }
    once
}
