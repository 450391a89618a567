//! The growth benchmark: the search core as it is shipped, on the Opinion's clauses repeated and recombined.
//!
//! JavaScript drives and times it (`growth.js`); nothing here measures. The text is made by the same small generator
//! every time, so that runs compare.

use minsheng::{
    index::Index,
    page::Explorer,
    route::Filter,
    search::{Hits, search},
};
use minsheng_document::{Clause, Document, ValueId};
use wasm_bindgen::prelude::*;

/// A document of `scale` times the Opinion's sentences, its index, and the last answer.
#[wasm_bindgen]
pub struct Growth {
    document: Document,
    index: Option<Index>,
    queries: Vec<Filter>,
    last: Hits,
}

#[wasm_bindgen]
impl Growth {
    /// Makes the document: every sentence of the copies is parts of real sentences in a new order.
    #[wasm_bindgen(constructor)]
    pub fn new(scale: usize, queries: usize) -> Growth {
        let opinion = Explorer::new();
        let mut random = Random(0x9e37_79b9_7f4a_7c15);
        let mut document = opinion.document().clone();
        let parts: Vec<&str> = opinion.document().clauses.iter().flat_map(|c| c.text.split_inclusive('，')).collect();
        for _ in 1..scale {
            let copies = opinion.document().clauses.iter().map(|clause| recombined(clause, &parts, &mut random));
            document.clauses.extend(copies);
        }
        let queries = (0..queries).map(|n| question(opinion.document(), n, &mut random)).collect();
        Growth { document, index: None, queries, last: Hits::default() }
    }

    /// Builds the index: the part that is timed as "index ready".
    pub fn build(&mut self) {
        self.index = Some(Index::build(&self.document));
    }

    /// Answers one of the questions, all hits and all facet counts; gives the number of hits.
    pub fn ask(&mut self, n: usize) -> usize {
        let (Some(index), Some(filter)) = (&self.index, self.queries.get(n)) else { return 0 };
        self.last = search(index, &self.document, filter);
        self.last.clauses.count()
    }

    /// The words of a question, for a plain scan to compare with.
    pub fn words(&self, n: usize) -> String {
        self.queries.get(n).map(|filter| filter.q().to_owned()).unwrap_or_default()
    }

    /// All sentences, one a line.
    pub fn texts(&self) -> String {
        self.document.clauses.iter().map(|clause| clause.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// Sentences in the document.
    pub fn sentences(&self) -> usize {
        self.document.clauses.len()
    }

    /// Bytes of the text alone (UTF-8).
    pub fn text_bytes(&self) -> usize {
        self.document.clauses.iter().map(|clause| clause.text.len()).sum()
    }

    /// Bytes of text and index together: what search holds.
    pub fn search_bytes(&self) -> usize {
        self.text_bytes() + self.index.as_ref().map_or(0, Index::bytes)
    }
}

fn recombined(clause: &Clause, parts: &[&str], random: &mut Random) -> Clause {
    let count = clause.text.matches('，').count() + 1;
    let text: String = (0..count).filter_map(|_| parts.get(random.below(parts.len())).copied()).collect();
    Clause { text, ..clause.clone() }
}

/// Words of one to six characters taken from the text, every other time together with a facet value.
fn question(document: &Document, n: usize, random: &mut Random) -> Filter {
    let clause = document.clauses.get(random.below(document.clauses.len()));
    let text: Vec<char> = clause.map(|clause| clause.text.chars().collect()).unwrap_or_default();
    let (start, length) = (random.below(text.len()), 1 + random.below(6));
    let words: String = text.iter().skip(start).take(length).collect();
    let filter = Filter::default().searching(&words);
    let value = u8::try_from(random.below(document.vocabulary.values.len())).unwrap_or_default();
    if n.is_multiple_of(2) { filter } else { filter.with(ValueId(value), false) }
}

/// Xorshift: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % bound.max(1)
    }
}
