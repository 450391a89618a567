//! Checks quotations: what somebody has pasted is compared with the Opinion, quotation by quotation, and each is told to be
//! verbatim, abridged, altered or not there. Takes any text up to [`LONGEST`] characters; knows no page.
//!
//! Width, white space, quotation marks and traditional forms do not count (`fold`), everything else does: a changed comma
//! is a change. Compared are the established text and the text as printed in the source; where the latter fits better, the
//! quotation repeats an error of the print, and says which.

mod align;
mod corpus;
mod numbers;
mod segments;

use minsheng_document::{Document, Eid, Place, Span};

use self::{
    align::{Step, align},
    corpus::Corpus,
    numbers::unnumbered,
    segments::{Segment, segments, unmarked},
};
pub use crate::bounds::PASTED as LONGEST;
use crate::fold::Fold;

/// Fewer characters than this, without punctuation, are a word and no quotation.
const SHORTEST: usize = 6;
/// What stands without quotation marks is a quotation only from here on.
const SHORTEST_UNMARKED: usize = 8;
/// From this share of equal characters a quotation counts as an altered one, and from that as one to ask about.
const ALTERED: f32 = 0.7;
const NEAR: f32 = 0.35;
/// Without quotation marks it is somebody's own sentence unless it is nearly the Opinion's.
const ALTERED_UNMARKED: f32 = 0.85;
/// A text of so few sentences is pasted to have each of them judged, quotation marks or not.
const FEW: usize = 4;

/// The answer to a pasted text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// In the order of the text.
    pub quotations: Vec<Quotation>,
    /// Sentences that have nothing to do with the Opinion.
    pub unrelated: usize,
    /// Characters beyond [`LONGEST`], which were not read.
    pub unread: usize,
}

/// How a quotation stands to the Opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Word for word, punctuation included.
    Verbatim,
    /// Word for word, with words left out.
    Abridged,
    /// With other characters than the Opinion has.
    Altered,
    /// Not there.
    Missing,
}

impl Verdict {
    /// All, from the nearest to the farthest.
    pub const ALL: [Verdict; 4] = [Verdict::Verbatim, Verdict::Abridged, Verdict::Altered, Verdict::Missing];
}

/// One quotation and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// As pasted.
    pub words: String,
    /// Whether it stood in quotation marks.
    pub marked: bool,
    /// How it stands to the Opinion.
    pub verdict: Verdict,
    /// The difference, in reading order; for what is missing, nothing.
    pub pieces: Vec<Piece>,
    /// Where it comes from, in reading order: every place of a verbatim quotation, otherwise the sentences and headings it
    /// is made of; of what is missing, the nearest sentence, as a question.
    pub places: Vec<Place>,
    /// Emendations whose printed reading it repeats, as numbers into `Document::variants`.
    pub printed: Vec<usize>,
    /// It is the title, or a part of it.
    pub title: bool,
    /// The share of its characters that are the Opinion's, from 0 to 1.
    pub share: f32,
}

/// A run of characters of a quotation or of the Opinion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Same(String),
    /// In the Opinion only.
    Left(String),
    /// In the quotation only.
    Added(String),
}

/// Checks every quotation of a text.
pub fn check(document: &Document, fold: &Fold, text: &str) -> Checked {
    let read: String = text.chars().take(LONGEST).collect();
    let unread = text.chars().count().saturating_sub(LONGEST);
    let checker =
        Checker { fold, established: Corpus::established(document, fold), printed: Corpus::printed(document, fold) };
    let segments = segments(&unnumbered(document, fold, &read));
    let all = segments.len() <= FEW;
    let mut checked = Checked { unread, ..Checked::default() };
    for segment in &segments {
        let found = checker.judge_segment(segment, all);
        checked.unrelated += usize::from(found.is_empty());
        checked.quotations.extend(found);
    }
    checked.set_own_aside();
    checked
}

impl Checked {
    /// Beside a quotation, a sentence without quotation marks that the Opinion does not have is the writer's own.
    fn set_own_aside(&mut self) {
        let is_own = |it: &Quotation| !it.marked && it.verdict == Verdict::Missing;
        if self.quotations.iter().all(is_own) {
            return;
        }
        let all = self.quotations.len();
        self.quotations.retain(|it| !is_own(it));
        self.unrelated += all - self.quotations.len();
    }
}

impl Quotation {
    /// Whether it is taken from the Opinion though no quotation marks say so: not a paraphrase.
    fn is_taken(&self) -> bool {
        let near =
            self.verdict < Verdict::Altered || self.verdict == Verdict::Altered && self.share >= ALTERED_UNMARKED;
        near && length(&self.words) >= SHORTEST_UNMARKED
    }
}

struct Checker<'a> {
    fold: &'a Fold,
    established: Corpus,
    printed: Corpus,
}

/// A pasted text, folded: each character with its place in it.
type Folded = Vec<(usize, char)>;

impl Checker<'_> {
    /// The sentence itself, where it is taken from the Opinion; otherwise what stands in quotation marks in it; otherwise,
    /// where all is to be judged, the sentence again.
    fn judge_segment(&self, segment: &Segment, all: bool) -> Vec<Quotation> {
        let core = segment.core(&|clause| self.is_known(clause));
        let (words, marked) = unmarked(core);
        let whole = self.judge(&words, marked).filter(|it| marked || it.is_taken());
        let quoted = || segment.quoted().into_iter().filter_map(|words| self.judge(&words, true)).collect::<Vec<_>>();
        match whole {
            Some(whole) if marked || whole.verdict < Verdict::Altered => vec![whole],
            // It leads to what is quoted in it, and is not itself what was quoted.
            whole => match quoted() {
                quoted if quoted.iter().any(|it| it.verdict < Verdict::Altered) => quoted,
                _ if whole.is_some() => whole.into_iter().collect(),
                quoted if quoted.is_empty() && all => self.judge(&segment.text, false).into_iter().collect(),
                quoted => quoted,
            },
        }
    }

    /// Whether part of a sentence, up to a comma, is largely the Opinion's.
    fn is_known(&self, clause: &str) -> bool {
        let folded = self.folded(clause);
        let words: Vec<char> = folded.iter().map(|(_, c)| *c).collect();
        let known: usize = align(&self.established, &words).iter().map(Step::same).sum();
        let all = words.iter().filter(|c| !is_soft(**c)).count();
        all == 0 || known as f32 >= NEAR * all as f32
    }

    /// Nothing where there are too few words to be a quotation.
    fn judge(&self, words: &str, marked: bool) -> Option<Quotation> {
        let folded = trimmed(self.folded(words));
        if folded.iter().filter(|(_, c)| !is_soft(*c)).count() < SHORTEST {
            return None;
        }
        let (ours, theirs) = (Compared::new(&self.established, &folded), Compared::new(&self.printed, &folded));
        let as_printed = theirs.rank() < ours.rank();
        let (corpus, compared) = if as_printed { (&self.printed, theirs) } else { (&self.established, ours) };
        Some(compared.told(words, marked, corpus, &folded, as_printed))
    }

    fn folded(&self, text: &str) -> Folded {
        self.fold.text(text).filter(|(_, c)| *c != '"').collect()
    }
}

/// A quotation beside one form of the text.
struct Compared {
    steps: Vec<Step>,
    verdict: Verdict,
    /// Share of the quotation's characters that are the text's.
    share: f32,
}

impl Compared {
    fn new(corpus: &Corpus, folded: &Folded) -> Compared {
        let words: Vec<char> = folded.iter().map(|(_, c)| *c).collect();
        let steps = align(corpus, &words);
        let all = words.iter().filter(|c| !is_soft(**c)).count().max(1);
        let hard = |step: &Step| match *step {
            Step::Added { from, length } => count_hard(words.get(from..from + length)),
            Step::Left { to, length } => count_hard(corpus.folded.get(to..to + length)),
            Step::Same { .. } => 0,
        };
        let added: usize = steps.iter().filter(|step| matches!(step, Step::Added { .. })).map(hard).sum();
        let left: usize = steps.iter().filter(|step| matches!(step, Step::Left { .. })).map(hard).sum();
        let share = (all - added.min(all)) as f32 / all as f32;
        let verdict = match (added, left, steps.len()) {
            (0, 0, 1) => Verdict::Verbatim,
            (0, 1.., _) => Verdict::Abridged,
            _ if share >= ALTERED => Verdict::Altered,
            _ => Verdict::Missing,
        };
        Compared { steps, verdict, share }
    }

    /// The lower, the nearer.
    fn rank(&self) -> (Verdict, u32, usize) {
        (self.verdict, ((1.0 - self.share) * 1000.0) as u32, self.steps.len())
    }

    fn told(self, words: &str, marked: bool, corpus: &Corpus, folded: &Folded, as_printed: bool) -> Quotation {
        let missing = self.verdict == Verdict::Missing;
        let places = match (self.verdict, self.steps.as_slice()) {
            (Verdict::Verbatim, [Step::Same { to, length, .. }]) => corpus.everywhere(*to, *length, as_printed),
            _ if missing && self.share < NEAR => Vec::new(),
            _ => self.sources(corpus, missing),
        };
        let pieces = if missing { Vec::new() } else { pieces(&self.steps, words, folded, corpus) };
        let printed = if as_printed { self.repeated(corpus) } else { Vec::new() };
        let title =
            !missing && self.steps.iter().any(|step| matches!(step, Step::Same { to, .. } if corpus.is_title(*to)));
        Quotation {
            words: words.trim().into(),
            marked,
            verdict: self.verdict,
            pieces,
            places,
            printed,
            title,
            share: self.share,
        }
    }

    /// The sentences and headings it is made of; of what is missing only the one that most of it is from.
    fn sources(&self, corpus: &Corpus, missing: bool) -> Vec<Place> {
        let mut found: Vec<(Eid, usize)> = Vec::new();
        for step in &self.steps {
            let Step::Same { to, length, .. } = *step else { continue };
            for (id, count) in corpus.sources(to, length) {
                match found.iter_mut().find(|(other, _)| *other == id) {
                    Some((_, known)) => *known += count,
                    None => found.push((id, count)),
                }
            }
        }
        let most = found.iter().map(|(_, count)| *count).max().unwrap_or_default();
        let told = found.into_iter().filter(|(_, count)| if missing { *count == most } else { *count > 1 });
        told.map(|(id, _)| Place { id, span: None }).take(if missing { 1 } else { usize::MAX }).collect()
    }

    /// Which printed readings it goes through.
    fn repeated(&self, corpus: &Corpus) -> Vec<usize> {
        let touches = |start: usize, end: usize| {
            self.steps
                .iter()
                .any(|step| matches!(*step, Step::Same { to, length, .. } if to < end && start < to + length))
        };
        let ranges = corpus.changed.iter();
        ranges.filter(|(start, end, _)| touches(*start, *end)).map(|(_, _, variant)| *variant).collect()
    }
}

/// The steps with their characters: the quotation's own as pasted, the Opinion's as it has them.
fn pieces(steps: &[Step], words: &str, folded: &Folded, corpus: &Corpus) -> Vec<Piece> {
    let pasted: Vec<char> = words.chars().collect();
    let own = |from: usize, length: usize| -> String {
        let place = |n: usize| folded.get(n).map(|(place, _)| *place);
        let (Some(start), Some(end)) = (place(from), place(from + length - 1)) else { return String::new() };
        pasted.get(start..=end).unwrap_or_default().iter().collect()
    };
    let piece = |step: &Step| match *step {
        Step::Same { from, length, .. } => Piece::Same(own(from, length)),
        Step::Added { from, length } => Piece::Added(own(from, length)),
        Step::Left { to, length } => Piece::Left(corpus.words(to, length)),
    };
    steps.iter().map(piece).collect()
}

/// Without punctuation at either end: where a quotation is cut off is the writer's choice.
fn trimmed(mut folded: Folded) -> Folded {
    while folded.last().is_some_and(|(_, c)| is_soft(*c)) {
        folded.pop();
    }
    let start = folded.iter().position(|(_, c)| !is_soft(*c)).unwrap_or(folded.len());
    folded.split_off(start)
}

/// Punctuation, by which quotations are joined and cut.
fn is_soft(c: char) -> bool {
    matches!(
        c,
        corpus::BREAK
            | ','
            | '.'
            | ';'
            | ':'
            | '!'
            | '?'
            | '、'
            | '…'
            | '—'
            | '-'
            | '·'
            | '《'
            | '》'
            | '('
            | ')'
            | '['
            | ']'
            | '#'
            | '*'
            | '•'
    )
}

fn count_hard(words: Option<&[char]>) -> usize {
    words.unwrap_or_default().iter().filter(|c| !is_soft(**c)).count()
}

fn length(words: &str) -> usize {
    words.chars().filter(|c| c.is_alphanumeric()).count()
}

impl Corpus {
    /// Every place of these words.
    fn everywhere(&self, to: usize, length: usize, as_printed: bool) -> Vec<Place> {
        let Some(words) = self.folded.get(to..to + length) else { return Vec::new() };
        let starts = (0..self.folded.len()).filter(|start| self.folded.get(*start..start + length) == Some(words));
        let places = starts.filter_map(|start| self.place(start, length));
        // A printed reading may be longer or shorter than ours: places in it are none in the sentence.
        places.map(|place| if as_printed { Place { span: None, ..place } } else { place }).collect()
    }

    /// As a link leads to it: the words where they are in one line, the line where they begin otherwise.
    fn place(&self, to: usize, length: usize) -> Option<Place> {
        let (line, start) = self.at(to)?;
        let (last, end) = self.at(to + length - 1)?;
        let id = self.id(line)?;
        let span = (line == last && self.is_clause(line))
            .then(|| Some(Span { start: u16::try_from(start).ok()?, end: u16::try_from(end + 1).ok()? }));
        Some(Place { id, span: span.flatten() })
    }
}
