//! Facets, values and bundles numbered in the order they are declared.

use minsheng_document::{Bundle, Facet, FacetId, FacetValue, ValueId, Vocabulary};

use super::unique;
use crate::{
    diagnostic::Log,
    parse::vocabulary::{DeclaredBundle, DeclaredValue, Lexicon},
    source::Text,
};

impl<'s> Lexicon<'s> {
    /// All values with their numbers, facet by facet.
    pub fn values(&self) -> impl Iterator<Item = (ValueId, &DeclaredValue<'s>)> {
        (0..=u8::MAX).map(ValueId).zip(self.facets.iter().flat_map(|facet| &facet.values))
    }
}

/// Numbers the vocabulary.
pub fn vocabulary(lexicon: &Lexicon<'_>, log: &mut Log) -> Vocabulary {
    unique("facet", lexicon.facets.iter().map(|facet| &facet.id), log);
    unique("bundle", lexicon.bundles.iter().map(|bundle| &bundle.id), log);
    let mut vocabulary = Vocabulary::default();
    for (facet, declared) in (0..=u8::MAX).map(FacetId).zip(&lexicon.facets) {
        unique("value", declared.values.iter().map(|value| &value.id), log);
        let (id, label, definition) = (declared.id.value.clone(), declared.label.clone(), declared.definition.clone());
        vocabulary.facets.push(Facet { id, label, definition });
        vocabulary.values.extend(declared.values.iter().map(|declared| value(facet, declared)));
    }
    vocabulary.bundles = lexicon.bundles.iter().filter_map(|declared| bundle(&vocabulary, declared, log)).collect();
    vocabulary
}

/// The facet, or a mistake.
pub fn facet(vocabulary: &Vocabulary, id: &Text<'_>, log: &mut Log) -> Option<FacetId> {
    let facet = vocabulary.facet(&id.value);
    if facet.is_none() {
        log.error(id.at, format!("unknown facet `{}`", id.value));
    }
    facet
}

/// The value of a facet, or a mistake.
pub fn value_of(vocabulary: &Vocabulary, facet: FacetId, id: &Text<'_>, log: &mut Log) -> Option<ValueId> {
    let value = vocabulary.value(facet, &id.value);
    if value.is_none() {
        let name = vocabulary.facets.get(usize::from(facet.0)).map_or("", |facet| &facet.id);
        log.error(id.at, format!("unknown value `{}` of facet `{name}`", id.value));
    }
    value
}

fn value(facet: FacetId, declared: &DeclaredValue<'_>) -> FacetValue {
    FacetValue {
        id: declared.id.value.clone(),
        facet,
        label: declared.label.clone(),
        definition: declared.definition.clone(),
        plain: declared.plain.clone(),
        otherwise: declared.otherwise,
    }
}

fn bundle(vocabulary: &Vocabulary, declared: &DeclaredBundle<'_>, log: &mut Log) -> Option<Bundle> {
    let facet = facet(vocabulary, &declared.facet, log)?;
    let values = declared.values.iter().filter_map(|id| value_of(vocabulary, facet, id, log)).collect();
    Some(Bundle { id: declared.id.value.clone(), label: declared.label.clone(), facet, values })
}
