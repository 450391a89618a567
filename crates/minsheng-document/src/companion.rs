use crate::{Document, Eid, Label};

/// What a measure is about, or what a sentence's hedges mean, in everyday words. Ours, never the Opinion's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain {
    /// A measure or a clause.
    pub at: Eid,
    /// Simplified Chinese.
    pub zh: String,
}

/// A term of the text, explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The exact words.
    pub term: String,
    /// Its English, by which the translation keeps.
    pub en: String,
    /// What it is.
    pub meaning: Label,
    /// Siglum of the witness that explains it; empty where the explanation is ours.
    pub source: String,
    /// Lines of the source: `27-31`; empty where there is none.
    pub lines: String,
}

/// The English part: an unofficial translation of the text, and the English of what stands beside it. In the order of the
/// document's own lists, which it is read along with; all of it is empty where the part has not come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct English {
    /// The title.
    pub title: String,
    /// Of [`Document::issuers`].
    pub issuers: Vec<String>,
    /// Of the chapters, then of the measures, without their numbers.
    pub headings: Vec<String>,
    /// Of the clauses.
    pub clauses: Vec<String>,
    /// Of [`Document::plain`].
    pub plain: Vec<String>,
}

impl Document {
    /// The translation of a clause, or of a chapter's or measure's heading.
    pub fn translated(&self, id: Eid) -> Option<&str> {
        let English { headings, clauses, .. } = &self.english;
        let text = match id {
            Eid::Chapter(_) => headings.get(self.chapters.iter().position(|chapter| chapter.id == id)?),
            Eid::Measure(_) => {
                headings.get(self.chapters.len() + self.measures.iter().position(|measure| measure.id == id)?)
            }
            _ => clauses.get(self.clauses.iter().position(|clause| clause.id == id)?),
        };
        text.map(String::as_str)
    }

    /// The terms in a text by their numbers, from left to right, the longest at each place.
    pub fn terms_in(&self, text: &str) -> Vec<usize> {
        let mut found = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let here = self.terms.iter().enumerate().filter(|(_, term)| rest.starts_with(&term.term));
            let longest = here.max_by_key(|(_, term)| term.term.len());
            found.extend(longest.map(|(n, _)| n).filter(|n| !found.contains(n)));
            let length = longest.map_or(first.len_utf8(), |(_, term)| term.term.len());
            rest = rest.get(length..).unwrap_or_default();
        }
        found
    }

    /// The note in everyday words: simplified Chinese, and English where that has come.
    pub fn plain(&self, id: Eid) -> Option<(&str, Option<&str>)> {
        let n = self.plain.iter().position(|plain| plain.at == id)?;
        Some((&self.plain.get(n)?.zh, self.english.plain.get(n).map(String::as_str)))
    }
}
