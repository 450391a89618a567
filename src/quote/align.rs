//! Words beside the text: which runs of theirs are the text's, in order, what the text has between them and what they have.

use super::corpus::{Corpus, Run};

/// Shorter runs are chance.
const SHORTEST: usize = 3;
/// How much of the text may be left out between two runs: about a measure.
const FARTHEST: usize = 600;
/// How many runs are looked into. A quotation of a hundred characters has about as many.
const MOST: usize = 400;
/// How much longer than the words the text may be that they are compared with, at either end.
const SLACK: usize = 8;
/// What a further run must be worth.
const JOIN: isize = 3;
/// How many characters left out cost as much as one run more gains.
const SKIPPED: isize = 25;
/// Gaps larger than this on either side are not looked into.
const LARGEST: usize = 160;

/// A step through words and text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Equal characters.
    Same { from: usize, to: usize, length: usize },
    /// Characters of the text that the words leave out.
    Left { to: usize, length: usize },
    /// Characters of the words that the text has not.
    Added { from: usize, length: usize },
}

impl Step {
    /// How many characters are equal.
    pub(super) fn same(&self) -> usize {
        if let Step::Same { length, .. } = self { *length } else { 0 }
    }
}

/// The best way through: all of the words, and the text from the first run to the last.
pub(super) fn align(corpus: &Corpus, words: &[char]) -> Vec<Step> {
    let chain = chain(&longest(corpus.runs(words, SHORTEST)));
    let (Some(first), Some(last)) = (chain.first(), chain.last()) else { return added(0, words.len()) };
    let mut steps = before(corpus, words, first);
    for (n, run) in chain.iter().enumerate() {
        if let Some(previous) = n.checked_sub(1).and_then(|n| chain.get(n)) {
            let (from, to) = (previous.from + previous.length, previous.to + previous.length);
            steps.extend(between(corpus, words, (from, run.from), (to, run.to)));
        }
        steps.push(Step::Same { from: run.from, to: run.to, length: run.length });
    }
    steps.extend(after(corpus, words, last));
    merged(steps)
}

/// Not more runs than can be looked into: the longest, which are the likeliest.
fn longest(mut runs: Vec<Run>) -> Vec<Run> {
    let mut least = SHORTEST;
    while runs.len() > MOST {
        least += 1;
        let longest = runs.iter().map(|run| run.length).max().unwrap_or_default();
        if least > longest {
            runs.truncate(MOST);
        }
        runs.retain(|run| run.length >= least.min(longest));
    }
    runs
}

/// The runs that make the most of the words, one after the other in words and text.
fn chain(runs: &[Run]) -> Vec<Run> {
    let mut best: Vec<(isize, Option<usize>, Run)> = Vec::with_capacity(runs.len());
    for run in runs {
        let mut here = (run.length as isize, None, *run);
        for (n, (score, _, previous)) in best.iter().enumerate() {
            let Some(rest) = following(previous, run) else { continue };
            let skipped = (rest.to - previous.to - previous.length) as isize;
            let score = score + rest.length as isize - JOIN - skipped / SKIPPED;
            if score > here.0 {
                here = (score, Some(n), rest);
            }
        }
        best.push(here);
    }
    let mut at = (0..best.len()).max_by_key(|n| best.get(*n).map(|(score, ..)| (*score, std::cmp::Reverse(*n))));
    let mut chain = Vec::new();
    while let Some((_, previous, run)) = at.and_then(|n| best.get(n)) {
        chain.push(*run);
        at = *previous;
    }
    chain.reverse();
    chain
}

/// What is left of a run after the one before it, if it can follow it.
fn following(previous: &Run, run: &Run) -> Option<Run> {
    let (from, to) = (previous.from + previous.length, previous.to + previous.length);
    let overlap = from.saturating_sub(run.from).max(to.saturating_sub(run.to));
    let rest = Run { from: run.from + overlap, to: run.to + overlap, length: run.length.checked_sub(overlap)? };
    (run.from > previous.from && rest.length > 0 && rest.to - to <= FARTHEST).then_some(rest)
}

/// What stands before the first run, as far as the text before it is like it.
fn before(corpus: &Corpus, words: &[char], first: &Run) -> Vec<Step> {
    let start =
        (first.to.saturating_sub(first.from + SLACK)..first.to).rev().take_while(|n| !corpus.is_break(*n)).last();
    let mut steps = between(corpus, words, (0, first.from), (start.unwrap_or(first.to), first.to));
    let begins = steps.iter().position(|step| step.same() > 0);
    // Text before the quotation begins is not left out of it.
    let mut n = 0;
    steps.retain(|step| {
        n += 1;
        !matches!(step, Step::Left { .. }) || begins.is_some_and(|begins| n > begins)
    });
    steps
}

/// The same after the last one.
fn after(corpus: &Corpus, words: &[char], last: &Run) -> Vec<Step> {
    let (from, to) = (last.from + last.length, last.to + last.length);
    let end =
        (to..corpus.folded.len().min(to + words.len() - from + SLACK)).take_while(|n| !corpus.is_break(*n)).last();
    let mut steps = between(corpus, words, (from, words.len()), (to, end.map_or(to, |n| n + 1)));
    let ends = steps.iter().rposition(|step| step.same() > 0);
    let mut n = 0;
    steps.retain(|step| {
        n += 1;
        !matches!(step, Step::Left { .. }) || ends.is_some_and(|ends| n <= ends)
    });
    steps
}

/// Character by character, where both sides are short enough: the longest common subsequence.
fn between(corpus: &Corpus, words: &[char], (from, until): (usize, usize), (to, end): (usize, usize)) -> Vec<Step> {
    let (a, b) = (words.get(from..until).unwrap_or_default(), corpus.folded.get(to..end).unwrap_or_default());
    if a.is_empty() || b.is_empty() || a.len() > LARGEST || b.len() > LARGEST {
        return [left(to, b.len()), added(from, a.len())].concat();
    }
    let table = common(a, b);
    let at = |n: usize, m: usize| table.get(n * (b.len() + 1) + m).copied().unwrap_or_default();
    let (mut n, mut m) = (0, 0);
    let mut steps = Vec::new();
    while n < a.len() || m < b.len() {
        if n < a.len() && m < b.len() && a.get(n) == b.get(m) {
            steps.push(Step::Same { from: from + n, to: to + m, length: 1 });
            (n, m) = (n + 1, m + 1);
        } else if m < b.len() && (n == a.len() || at(n, m + 1) >= at(n + 1, m)) {
            steps.extend(left(to + m, 1));
            m += 1;
        } else {
            steps.extend(added(from + n, 1));
            n += 1;
        }
    }
    merged(steps)
}

/// Lengths of the longest common subsequences of all ends of `a` and `b`, row by row.
fn common(a: &[char], b: &[char]) -> Vec<u16> {
    let width = b.len() + 1;
    let mut table = vec![0_u16; (a.len() + 1) * width];
    for (n, x) in a.iter().enumerate().rev() {
        for (m, y) in b.iter().enumerate().rev() {
            let get = |n: usize, m: usize| table.get(n * width + m).copied().unwrap_or_default();
            let length = if x == y { get(n + 1, m + 1) + 1 } else { get(n + 1, m).max(get(n, m + 1)) };
            if let Some(cell) = table.get_mut(n * width + m) {
                *cell = length;
            }
        }
    }
    table
}

fn left(to: usize, length: usize) -> Vec<Step> {
    if length == 0 { Vec::new() } else { vec![Step::Left { to, length }] }
}

fn added(from: usize, length: usize) -> Vec<Step> {
    if length == 0 { Vec::new() } else { vec![Step::Added { from, length }] }
}

/// Neighbours of one kind as one step.
fn merged(steps: Vec<Step>) -> Vec<Step> {
    let mut merged: Vec<Step> = Vec::new();
    for step in steps {
        match (merged.last_mut(), step) {
            (Some(Step::Same { from, to, length }), Step::Same { from: f, to: t, length: l })
                if *from + *length == f && *to + *length == t =>
            {
                *length += l
            }
            (Some(Step::Left { to, length }), Step::Left { to: t, length: l }) if *to + *length == t => *length += l,
            (Some(Step::Added { from, length }), Step::Added { from: f, length: l }) if *from + *length == f => {
                *length += l
            }
            _ => merged.push(step),
        }
    }
    merged
}
