//! A filter answered: which clauses, how many each facet value would give, which words to mark and why each is there.

use minsheng_document::{Clause, Document, Eid, FacetId, Span, ValueId, Vocabulary};

use crate::{
    bits::Bits,
    index::{Index, Texts, headings},
    query::{Term, bare, terms},
    route::Filter,
};

/// The answer to a filter.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    /// Clause numbers that match. AND across facets, OR within one, NOT for what is excluded.
    pub clauses: Bits,
    /// Per facet value, in vocabulary order.
    pub counts: Vec<Count>,
    /// Headings that contain all words searched: none for the title.
    pub headings: Vec<Option<Eid>>,
    /// The words searched.
    pub terms: Vec<Term>,
    /// Whether one of them is searched without the marks around it, because no text has it with them.
    pub bare: bool,
}

/// The two counts of a facet value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Clauses it would give: those that match everything but what is selected in its own facet. Exclusions of other
    /// values of that facet stay.
    pub now: usize,
    /// Clauses that have it at all.
    pub all: usize,
}

/// Answers the filter.
pub fn search(index: &Index, document: &Document, filter: &Filter) -> Hits {
    let (terms, bare) = asked(index, filter);
    let words = containing(index, Texts::Clauses, &terms, filter);
    let facets = Facets::new(index, &document.vocabulary, filter);
    Hits {
        clauses: facets.clauses(&words, None),
        counts: facets.counts(&words),
        headings: if terms.is_empty() { Vec::new() } else { found_headings(index, document, &terms, filter) },
        terms,
        bare,
    }
}

/// The clauses the filter gives, without the rest of the answer.
pub fn matching(index: &Index, document: &Document, filter: &Filter) -> Bits {
    let words = containing(index, Texts::Clauses, &asked(index, filter).0, filter);
    Facets::new(index, &document.vocabulary, filter).clauses(&words, None)
}

/// The terms as the text can have them, and whether that took marks away.
fn asked(index: &Index, filter: &Filter) -> (Vec<Term>, bool) {
    let (mut terms, mut any) = (terms(&index.fold, filter.q()), false);
    for term in &mut terms {
        let found = |texts| !index.find(texts, term, filter.is_english()).is_empty();
        if let Some(word) = bare(term).filter(|_| !found(Texts::Clauses) && !found(Texts::Headings)) {
            (*term, any) = (word.to_vec(), true);
        }
    }
    (terms, any)
}

/// The clauses or headings that contain all terms.
fn containing(index: &Index, texts: Texts, terms: &[Term], filter: &Filter) -> Bits {
    let mut all = Bits::all(index.len(texts));
    for term in terms {
        if all.is_empty() {
            break;
        }
        all.keep(&index.find(texts, term, filter.is_english()));
    }
    all
}

fn found_headings(index: &Index, document: &Document, terms: &[Term], filter: &Filter) -> Vec<Option<Eid>> {
    let found = containing(index, Texts::Headings, terms, filter);
    let headings = headings(document).into_iter().enumerate();
    headings.filter(|(n, _)| found.contains(*n)).map(|(_, (id, _))| id).collect()
}

/// The filter's facets as bitmaps: per facet, what is selected in it; and what is excluded, value by value.
struct Facets<'a> {
    index: &'a Index,
    vocabulary: &'a Vocabulary,
    selected: Vec<(FacetId, Bits)>,
    excluded: Vec<(ValueId, &'a Bits)>,
}

impl<'a> Facets<'a> {
    fn new(index: &'a Index, vocabulary: &'a Vocabulary, filter: &Filter) -> Self {
        let mut facets = Facets { index, vocabulary, selected: Vec::new(), excluded: Vec::new() };
        for selection in filter.selected() {
            let (Some(bits), Some(value)) = (index.with(selection.value), vocabulary.get(selection.value)) else {
                continue;
            };
            match facets.selected.last_mut() {
                _ if selection.excluded => facets.excluded.push((selection.value, bits)),
                Some((facet, all)) if *facet == value.facet => all.add(bits),
                _ => facets.selected.push((value.facet, bits.clone())),
            }
        }
        facets
    }

    /// Matching clauses, without what is selected in one facet.
    fn clauses(&self, words: &Bits, but: Option<FacetId>) -> Bits {
        let mut clauses = words.clone();
        let others = self.selected.iter().filter(|(facet, _)| Some(*facet) != but);
        others.for_each(|(_, bits)| clauses.keep(bits));
        self.excluded.iter().for_each(|(_, bits)| clauses.drop(bits));
        clauses
    }

    fn counts(&self, words: &Bits) -> Vec<Count> {
        let mut counts = Vec::new();
        for (facet, _) in self.vocabulary.facets() {
            let base = self.clauses(words, Some(facet));
            for (id, _) in self.vocabulary.values_of(facet) {
                let Some(bits) = self.index.with(id) else { continue };
                let excluded = self.excluded.iter().any(|(other, _)| *other == id);
                let now = if excluded {
                    self.included_again(words, id, facet).count_with(bits)
                } else {
                    base.count_with(bits)
                };
                counts.push(Count { now, all: bits.count() });
            }
        }
        counts
    }

    /// Matching clauses if an excluded value were not excluded, without what is selected in its facet.
    fn included_again(&self, words: &Bits, value: ValueId, facet: FacetId) -> Bits {
        let mut clauses = words.clone();
        self.selected.iter().filter(|(other, _)| *other != facet).for_each(|(_, bits)| clauses.keep(bits));
        self.excluded.iter().filter(|(other, _)| *other != value).for_each(|(_, bits)| clauses.drop(bits));
        clauses
    }
}

/// Why a clause is among the hits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// A selected value, and the words that justify it (none where it follows from the place or from absence).
    Value(ValueId, Vec<Span>),
    /// A term, and where it occurs.
    Term(Term, Vec<Span>),
    /// A term, and where the translation has it.
    English(Term, Vec<Span>),
}

/// Everything the filter asks for that the n-th clause has: selected values first, then terms.
pub fn why(index: &Index, filter: &Filter, terms: &[Term], n: usize, clause: &Clause) -> Vec<Why> {
    let mut reasons = Vec::new();
    for selection in filter.selected() {
        if let Some(tag) = clause.tag(selection.value).filter(|_| !selection.excluded) {
            reasons.push(Why::Value(tag.value, tag.evidence.clone()));
        }
    }
    for term in terms {
        if index.is_english(term, filter.is_english()) {
            reasons.push(Why::English(term.clone(), index.english.matches(n, term)));
            continue;
        }
        let places = index.matches(n, &clause.text, term, filter.is_english());
        if !places.is_empty() {
            reasons.push(Why::Term(term.clone(), places));
        }
    }
    reasons
}
