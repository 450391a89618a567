//! What a reader may want who has typed so many letters: words of the text and runs of them, for a keyboard on the page.
//! Takes the document, its index and the letters, gives words; knows no page. Total: any string has an answer, and the
//! same one has always the same.

use minsheng_document::{
    Document, Span,
    readings::{is_spoken, number},
};

use crate::{
    index::{Index, TextIndex, headings},
    pinyin::Heard,
};

/// Words that the letters stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// As the text has them.
    pub words: String,
    /// How many clauses contain them, whatever word they are part of there; 0 where only title or headings do.
    pub clauses: usize,
}

/// Words in a run, at most.
const RUN: usize = 4;

/// Words whose reading is what was typed or begins with it: full pinyin, initials or both, as [`crate::pinyin`] takes
/// them; Latin letters and digits of the text stand for themselves. `typed`: all since the last Chinese character.
///
/// Distinct, the likeliest first, at most `most`: what is typed to its end before what has only begun; a word, or one of
/// its parts, before a run, of parts of one word or of two to four words; what stands in more places before what stands in fewer; then in the
/// order of the text, title and headings first. What only continues an earlier one, and leads to the same clauses, is left
/// out. Nothing for nothing typed, nor before the notes have come.
pub fn candidates(document: &Document, index: &Index, typed: &str, most: usize) -> Vec<Candidate> {
    let typed: Vec<char> = index.fold.text(typed).map(|(_, c)| c).collect();
    let mut search = Search { index, typed: &typed, found: Vec::new() };
    let mut lengths = document.readings.words.chars().map(number);
    for (n, (_, heading)) in headings(document).into_iter().enumerate() {
        search.text(heading, &index.headings, n, &mut lengths);
    }
    for (n, clause) in document.clauses.iter().enumerate() {
        search.text(&clause.text, &index.clauses, n, &mut lengths);
    }
    search.best(most)
}

/// A part of a word, or a word that has no parts, in folded text.
#[derive(Clone, Copy)]
struct Part {
    start: usize,
    end: usize,
    /// Whether the word ends with it.
    ends: bool,
}

/// Words that were found, and what ranks them.
struct Found<'d> {
    words: &'d str,
    is_typed: bool,
    is_one: bool,
    places: usize,
}

struct Search<'d, 't> {
    index: &'t Index,
    typed: &'t [char],
    found: Vec<Found<'d>>,
}

impl<'d> Search<'d, '_> {
    /// Looks through one text, whose lengths of parts come next.
    fn text(&mut self, text: &'d str, texts: &TextIndex, n: usize, lengths: &mut dyn Iterator<Item = usize>) {
        let heard = texts.heard(n);
        let parts = parts(&heard, lengths);
        if !self.index.pinyin.occurs(&heard, self.typed) {
            return;
        }
        let places: Vec<usize> = self.index.fold.text(text).map(|(place, _)| place).collect();
        let mut starts = true;
        for (n, first) in parts.iter().enumerate() {
            for (last, is_one) in runs(parts.get(n..).unwrap_or_default(), starts, &places) {
                let heard = heard.get(first.start..last.end).unwrap_or_default();
                let span = places.get(first.start).zip(places.get(last.end - 1));
                let span = span.map(|(start, last)| Span { start: *start as u16, end: *last as u16 + 1 });
                self.consider(span.map_or("", |span| span.of(text)), heard, is_one);
            }
            starts = first.ends;
        }
    }

    fn consider(&mut self, words: &'d str, heard: &[Heard], is_one: bool) {
        let typed = |whole| self.index.pinyin.length(heard, self.typed, whole).is_some_and(|length| length > 0);
        if !typed(false) {
            return;
        }
        let is_typed = typed(true);
        match self.found.iter_mut().find(|found| found.words == words) {
            Some(found) => {
                found.places += 1;
                found.is_typed |= is_typed;
                found.is_one |= is_one;
            }
            None => self.found.push(Found { words, is_typed, is_one, places: 1 }),
        }
    }

    fn best(mut self, most: usize) -> Vec<Candidate> {
        let mut best: Vec<Candidate> = Vec::new();
        while best.len() < most {
            let rank = |found: &Found| (found.is_typed, found.is_one, found.places);
            // The last of the equal, backwards, is the first in the text.
            let first = self.found.iter().enumerate().rev().max_by_key(|(_, found)| rank(found));
            let Some((n, _)) = first else { break };
            let words = self.found.remove(n).words;
            let term = self.index.fold.text(words).map(|(_, c)| c).collect();
            let candidate = Candidate { words: words.to_owned(), clauses: self.index.clauses.find(&term).count() };
            if !best.iter().any(|other| repeats(other, &candidate)) {
                best.push(candidate);
            }
        }
        best
    }
}

/// Whether one begins with the other and both lead to the same clauses.
fn repeats(one: &Candidate, other: &Candidate) -> bool {
    let begins = one.words.starts_with(&other.words) || other.words.starts_with(&one.words);
    begins && one.clauses == other.clauses
}

/// The parts of a text, punctuation left out.
fn parts(heard: &[Heard], lengths: &mut dyn Iterator<Item = usize>) -> Vec<Part> {
    let (mut parts, mut start) = (Vec::new(), 0);
    while let Some((c, _)) = heard.get(start) {
        let length = if is_spoken(*c) { lengths.next().unwrap_or_default() } else { 0 };
        let end = start + (length / 2).max(1);
        if length > 1 {
            parts.push(Part { start, end, ends: length % 2 == 1 });
        }
        start = end;
    }
    parts
}

/// Where runs end that begin with the first of these parts: parts of a word, and whole words as long as nothing stands
/// between them; and whether all of it is one word or one part.
fn runs(parts: &[Part], starts: bool, places: &[usize]) -> Vec<(Part, bool)> {
    let (mut runs, mut words, mut before): (Vec<(Part, bool)>, usize, Option<Part>) = (Vec::new(), 1, None);
    for part in parts {
        if let Some(before) = before {
            let adjoins = places.get(before.end - 1).zip(places.get(part.start)).is_some_and(|(a, b)| a + 1 == *b);
            words += usize::from(before.ends);
            if !adjoins || words > RUN || (words > 1 && !starts) {
                break;
            }
        }
        if words == 1 || part.ends {
            let is_one = before.is_none() || (words == 1 && starts && part.ends);
            runs.push((*part, is_one));
        }
        before = Some(*part);
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::{Candidate, candidates};
    use crate::page::Explorer;

    fn best(typed: &str, most: usize) -> Vec<String> {
        let explorer = Explorer::whole();
        let best = candidates(explorer.document(), explorer.index(), typed, most);
        best.into_iter().map(|Candidate { words, .. }| words).collect()
    }

    #[test]
    fn what_is_typed_to_its_end_comes_before_what_has_only_begun() {
        assert_eq!(best("yanglao", 3), ["养老", "养老服务", "养老服务机构"]);
        assert_eq!(best("gongji", 3), ["供给", "共济", "公积金"]);
    }

    #[test]
    fn a_word_comes_before_a_run_and_the_frequent_before_the_rare() {
        assert_eq!(best("jbylbx", 3), ["基本医疗保险", "基本养老保险", "基本养老保险和"]);
        assert_eq!(best("linghuo", 5), ["灵活", "灵活就业人员", "灵活性", "灵活的", "灵活就业人员参加"]);
    }

    #[test]
    fn what_only_continues_an_earlier_one_is_left_out() {
        let explorer = Explorer::whole();
        for typed in ["yanglao", "jiben", "shehui", "y", "80"] {
            let best = candidates(explorer.document(), explorer.index(), typed, 8);
            for (n, one) in best.iter().enumerate() {
                let repeated = best.iter().take(n).find(|other| super::repeats(one, other));
                assert_eq!(repeated, None, "{typed}: {one:?}");
            }
        }
    }

    #[test]
    fn letters_and_digits_of_the_text_stand_for_themselves() {
        assert_eq!(best("HPV", 9), ["HPV"]);
        assert_eq!(best("８０", 2), ["80%", "80%以上"]);
        assert_eq!(best("1000suo", 2), ["1000所"]);
    }

    #[test]
    fn nothing_comes_of_nothing() {
        for typed in ["", " ", "'", "zzz", "xingye", "，"] {
            assert!(best(typed, 9).is_empty(), "{typed}");
        }
        assert!(best("y", 0).is_empty());
    }

    #[test]
    fn no_run_passes_a_space_or_a_mark() {
        assert!(best("minshengzhuoli", 9).is_empty());
        assert!(best("gongpingjunheng", 9).is_empty());
    }
}
