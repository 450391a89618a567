//! The translation prepared for questions: a term is found where a word begins with it, in any case.

use minsheng_document::{Document, English, Span};

use crate::{bits::Bits, fold::Fold, query::Term};

/// The translation's texts, folded, character by character; empty where it has not come.
#[derive(Default)]
pub struct Words {
    clauses: Vec<Vec<char>>,
    headings: Vec<Vec<char>>,
}

impl Words {
    /// Reads the translation. The title comes before the headings, as in the index of the text.
    pub fn new(document: &Document) -> Self {
        let English { title, headings, clauses, .. } = &document.english;
        if clauses.is_empty() {
            return Words::default();
        }
        let headings = [title].into_iter().chain(headings).map(|text| folded(text)).collect();
        Words { clauses: clauses.iter().map(|text| folded(text)).collect(), headings }
    }

    /// The clauses that have it.
    pub fn in_clauses(&self, term: &Term) -> Bits {
        having(&self.clauses, term)
    }

    /// The headings that have it.
    pub fn in_headings(&self, term: &Term) -> Bits {
        having(&self.headings, term)
    }

    /// Where the n-th clause's translation has it.
    pub fn matches(&self, n: usize, term: &Term) -> Vec<Span> {
        self.clauses.get(n).map(|text| places(text, term)).unwrap_or_default()
    }
}

/// Folded as terms are, but a character for a character, so that places are places in the text as it is.
fn folded(text: &str) -> Vec<char> {
    let fold = Fold::default();
    text.chars().map(|c| fold.char(c).unwrap_or(c)).collect()
}

fn having(texts: &[Vec<char>], term: &Term) -> Bits {
    let mut found = Bits::none(texts.len());
    texts.iter().enumerate().filter(|(_, text)| !places(text, term).is_empty()).for_each(|(n, _)| found.insert(n));
    found
}

fn places(text: &[char], term: &Term) -> Vec<Span> {
    let begins = |n: usize| n.checked_sub(1).and_then(|n| text.get(n)).is_none_or(|before| !before.is_alphanumeric());
    let starts = text.windows(term.len()).enumerate().filter(|(n, window)| *window == term.as_slice() && begins(*n));
    let place = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    starts.map(|(n, _)| Span { start: place(n), end: place(n + term.len()) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_found_where_a_word_begins_with_it() {
        let text = folded("Beds for all; embedded care, bed by bed.");
        let term = |text: &str| text.chars().collect::<Term>();
        let starts = |text: &[char], term: &Term| places(text, term).iter().map(|span| span.start).collect::<Vec<_>>();
        assert_eq!(starts(&text, &term("bed")), [0, 29, 36]);
        assert_eq!(places(&text, &term("care")), [Span { start: 23, end: 27 }]);
        let people = folded("People’s livelihood");
        assert_eq!(starts(&people, &folded("people's")), [0]);
        assert!(places(&text, &term("ed")).is_empty() && places(&text, &term("bedside")).is_empty());
    }
}
