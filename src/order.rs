//! In which order what was found serves its reader: sentences that name those who were asked for come before sentences that
//! name others too, and targets and obligations before encouragements. Takes a document and a filter, gives a rank for a
//! clause; the document's own order settles the rest. What is found is the search's alone.

use minsheng_document::{Clause, Document, FacetValue, Persona, Tag, ValueId};

use crate::route::Filter;

/// The order for one filter.
pub struct Order<'a> {
    document: &'a Document,
    /// The values chosen, and how close each is to the reader.
    chosen: Vec<(ValueId, usize)>,
    encouraged: Option<ValueId>,
}

impl<'a> Order<'a> {
    /// The order for a filter; without conditions there is none but the document's.
    pub fn new(document: &'a Document, filter: &Filter) -> Option<Self> {
        let situation = situation(document, filter).map_or(&[] as &[ValueId], |it| &it.values);
        let closeness = |value| situation.iter().position(|other| *other == value).unwrap_or_default();
        let chosen = filter.selected().iter().filter(|selection| !selection.excluded);
        let chosen = chosen.map(|selection| (selection.value, closeness(selection.value))).collect();
        let wordings = document.vocabulary.values_in("wording");
        let encouraged = wordings.into_iter().find(|(_, value)| value.id == "encouraged").map(|(id, _)| id);
        (!filter.is_empty()).then_some(Order { document, chosen, encouraged })
    }

    /// How well a clause serves: the lower, the earlier. First counts how close the closest of its chosen values is, then
    /// whether its words name that value, then how much it is bound.
    #[inline(never)]
    pub fn rank(&self, clause: &Clause) -> usize {
        let promises = self.document.targets_of(clause.id).next().is_some();
        let encouraged = self.encouraged.is_some_and(|value| clause.tag(value).is_some());
        let bound = if promises { 0 } else { 1 + usize::from(encouraged) };
        let mut closest = usize::MAX;
        for (value, closeness) in &self.chosen {
            if let Some(tag) = clause.tag(*value) {
                closest = closest.min(2 * closeness + usize::from(!self.names(clause, tag)));
            }
        }
        3 * (if closest == usize::MAX { 0 } else { closest }) + bound
    }

    /// Whether the words behind a tag are the name of its value, or a part of it: 「老年人」, 「老年」, but not 「养老服务」.
    fn names(&self, clause: &Clause, tag: &Tag) -> bool {
        let name = self.document.vocabulary.get(tag.value).map_or("", name);
        let same = |words: &str| holds(words, name) || holds(name, words);
        tag.evidence.is_empty() || tag.evidence.iter().any(|span| same(span.of(&clause.text)))
    }
}

/// Whether a text holds another one. In one small loop: the standard library's search is two kilobytes.
fn holds(text: &str, part: &str) -> bool {
    text.char_indices()
        .any(|(start, _)| text.as_bytes().get(start..).is_some_and(|rest| rest.starts_with(part.as_bytes())))
}

/// A value's name without what stands in brackets behind it.
fn name(value: &FacetValue) -> &str {
    let name = value.label.zh.as_str();
    name.find('（').and_then(|end| name.get(..end)).unwrap_or(name)
}

/// The life situation whose values are just those that the filter selects in their facet.
pub fn situation<'d>(document: &'d Document, filter: &Filter) -> Option<&'d Persona> {
    let facet = |value: ValueId| document.vocabulary.get(value).map(|value| value.facet);
    document.personas.iter().find(|persona| {
        let own = persona.values.first().and_then(|value| facet(*value));
        let chosen = filter.selected().iter().filter(|it| !it.excluded && facet(it.value) == own);
        own.is_some() && chosen.clone().count() == persona.values.len() && {
            chosen.into_iter().all(|it| persona.values.contains(&it.value))
        }
    })
}

/// The numbers of items in the order of their ranks. What has no rank keeps its place, and what has one takes the places of
/// others that have one.
#[inline(never)]
pub fn arranged(ranks: &[Option<usize>]) -> Vec<usize> {
    let rank = |n: usize| ranks.get(n).copied().flatten();
    let mut order: Vec<usize> = (0..ranks.len()).collect();
    let mut ranked: Vec<usize> = Vec::new();
    for n in order.iter().copied().filter(|n| rank(*n).is_some()) {
        // There are few, and a sort of the standard library is two kilobytes.
        ranked.insert(ranked.iter().take_while(|other| rank(**other) <= rank(n)).count(), n);
    }
    let mut ranked = ranked.into_iter();
    for place in order.iter_mut().filter(|n| rank(**n).is_some()) {
        *place = ranked.next().unwrap_or(*place);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::arranged;

    #[test]
    fn items_without_a_rank_keep_their_places_and_equals_their_order() {
        assert_eq!(arranged(&[Some(3), None, Some(1), None, Some(3), Some(0)]), [5, 1, 2, 3, 0, 4]);
        assert!(arranged(&[]).is_empty());
    }
}
