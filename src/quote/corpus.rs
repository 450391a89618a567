//! The text that quotations are compared with: every line folded, one after the other, and where each character is from.

use minsheng_document::{Clause, Document, Eid};

use crate::fold::Fold;

/// Stands where no quotation can go on: between a heading and what surrounds it. No text folds to it.
pub(super) const BREAK: char = '\0';

/// One form of the whole text.
pub(super) struct Corpus {
    /// All lines, folded, without quotation marks.
    pub(super) folded: Vec<char>,
    /// Where printed readings stand, and the number of their emendation: half-open ranges of `folded`.
    pub(super) changed: Vec<(usize, usize, usize)>,
    /// Per character its line and its place there.
    at: Vec<(usize, usize)>,
    lines: Vec<Line>,
    /// Where two neighbours of this hash stand first, and where the next of the same hash.
    first: Vec<usize>,
    next: Vec<usize>,
}

/// How many hashes of neighbours there are: a power of two.
const HASHES: usize = 4096;

fn hash(a: char, b: char) -> usize {
    (u32::from(a).wrapping_mul(31).wrapping_add(u32::from(b))) as usize % HASHES
}

struct Line {
    /// None for the title.
    id: Option<Eid>,
    /// What holds it: lines with the same one follow each other without a break.
    inside: Option<Eid>,
    text: Vec<char>,
    /// Printed readings: start and end in `text`, number of the emendation.
    changed: Vec<(usize, usize, usize)>,
}

/// Equal characters: from there in the quotation, to there in the text, so many.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) length: usize,
}

impl Corpus {
    /// The text as established.
    pub(super) fn established(document: &Document, fold: &Fold) -> Corpus {
        Corpus::new(fold, lines(document, &|clause| Line::plain(clause.id, &clause.text)))
    }

    /// The text as printed in the source.
    pub(super) fn printed(document: &Document, fold: &Fold) -> Corpus {
        Corpus::new(fold, lines(document, &|clause| printed(document, clause)))
    }

    fn new(fold: &Fold, lines: Vec<Line>) -> Corpus {
        let mut corpus = Corpus {
            folded: Vec::new(),
            changed: Vec::new(),
            at: Vec::new(),
            lines: Vec::new(),
            first: vec![usize::MAX; HASHES],
            next: Vec::new(),
        };
        for line in lines {
            corpus.add(fold, line);
        }
        corpus.next = vec![usize::MAX; corpus.folded.len()];
        for (n, pair) in corpus.folded.windows(2).enumerate().rev() {
            let [a, b] = pair else { continue };
            if let (Some(first), Some(next)) = (corpus.first.get_mut(hash(*a, *b)), corpus.next.get_mut(n)) {
                *next = std::mem::replace(first, n);
            }
        }
        corpus
    }

    fn add(&mut self, fold: &Fold, line: Line) {
        let n = self.lines.len();
        let goes_on = self.lines.last().is_some_and(|last| last.inside.is_some() && last.inside == line.inside);
        if !goes_on {
            self.folded.push(BREAK);
            self.at.push((n, 0));
        }
        let first = self.folded.len();
        for (place, c) in line.text.iter().enumerate() {
            if let Some(c) = fold.char(*c).filter(|c| *c != '"') {
                self.folded.push(c);
                self.at.push((n, place));
            }
        }
        for (start, end, variant) in &line.changed {
            let folded = |place: &usize| first + self.at.iter().skip(first).take_while(|(_, at)| at < place).count();
            self.changed.push((folded(start), folded(end), *variant));
        }
        self.lines.push(line);
    }

    /// Every longest run of at least `least` characters that these words share with the text.
    pub(super) fn runs(&self, words: &[char], least: usize) -> Vec<Run> {
        let mut runs = Vec::new();
        for (from, pair) in words.windows(2).enumerate() {
            let [a, b] = pair else { continue };
            let mut at = self.first.get(hash(*a, *b));
            while let Some(to) = at.copied().filter(|to| *to != usize::MAX) {
                at = self.next.get(to);
                let before = |list: &[char], n: usize| n.checked_sub(1).and_then(|n| list.get(n).copied());
                if before(words, from).is_some() && before(words, from) == before(&self.folded, to) {
                    continue; // Part of the run that begins before.
                }
                let length = self.common(words, from, to);
                if length >= least {
                    runs.push(Run { from, to, length });
                }
            }
        }
        runs
    }

    fn common(&self, words: &[char], from: usize, to: usize) -> usize {
        let pairs = words.iter().skip(from).zip(self.folded.iter().skip(to));
        pairs.take_while(|(a, b)| a == b).count()
    }

    /// Line and place of a character.
    pub(super) fn at(&self, n: usize) -> Option<(usize, usize)> {
        self.at.get(n).copied()
    }

    /// What a line is.
    pub(super) fn id(&self, line: usize) -> Option<Eid> {
        self.lines.get(line)?.id
    }

    /// Whether a line is a sentence and no heading, so that its characters are places of its own.
    pub(super) fn is_clause(&self, line: usize) -> bool {
        self.lines.get(line).is_some_and(|line| line.inside.is_some())
    }

    /// Whether a character is the title's.
    pub(super) fn is_title(&self, n: usize) -> bool {
        self.at(n).is_some_and(|(line, _)| line == 0)
    }

    /// Which lines these characters are from, and how many of them.
    pub(super) fn sources(&self, to: usize, length: usize) -> Vec<(Eid, usize)> {
        let mut found: Vec<(Eid, usize)> = Vec::new();
        for id in (to..to + length).filter_map(|n| self.id(self.at(n)?.0)) {
            match found.last_mut().filter(|(last, _)| *last == id) {
                Some((_, count)) => *count += 1,
                None => found.push((id, 1)),
            }
        }
        found
    }

    /// These characters as the text has them, with what folding drops.
    pub(super) fn words(&self, to: usize, length: usize) -> String {
        let mut real = (to..to + length).filter(|n| !self.is_break(*n)).filter_map(|n| self.at(n));
        let Some((line, start)) = real.next() else { return String::new() };
        let (last, end) = real.next_back().unwrap_or((line, start));
        let part = |n: usize| {
            let text = self.lines.get(n).map(|line| line.text.as_slice()).unwrap_or_default();
            let range = if n == line { start } else { 0 }..if n == last { end + 1 } else { text.len() };
            text.get(range).unwrap_or_default().iter().collect::<String>()
        };
        (line..=last).map(part).collect()
    }

    /// Whether text goes on between two neighbours.
    pub(super) fn is_break(&self, n: usize) -> bool {
        self.folded.get(n) == Some(&BREAK)
    }
}

impl Line {
    fn plain(id: Eid, text: &str) -> Line {
        Line { id: Some(id), inside: None, text: text.chars().collect(), changed: Vec::new() }
    }
}

/// Title, headings and sentences in reading order.
fn lines(document: &Document, read: &dyn Fn(&Clause) -> Line) -> Vec<Line> {
    let mut lines = vec![Line { id: None, ..Line::plain(Eid::Preamble, &document.title) }];
    let (mut chapter, mut measure) = (None, None);
    for clause in &document.clauses {
        if clause.chapter != chapter {
            chapter = clause.chapter;
            lines.extend(chapter.map(|id| Line::plain(id, &document.heading(id))));
        }
        if clause.measure.is_some() && clause.measure != measure {
            measure = clause.measure;
            lines.extend(measure.map(|id| Line::plain(id, &document.heading(id))));
        }
        let inside = clause.measure.or(clause.chapter).or(Some(clause.id));
        lines.push(Line { inside, ..read(clause) });
    }
    lines
}

/// A sentence with the print's readings in place of ours.
fn printed(document: &Document, clause: &Clause) -> Line {
    let mut line = Line::plain(clause.id, "");
    for (words, variant) in document.as_printed(clause) {
        let start = line.text.len();
        line.text.extend(words.chars());
        line.changed.extend(variant.map(|n| (start, line.text.len(), n)));
    }
    line
}
