use crate::{Eid, Label};

/// What someone else said about the Opinion: a layer beside the text, never mixed into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commentary {
    /// `e-fair`.
    pub id: String,
    /// `explainer`, `press` or `commentary`.
    pub layer: String,
    /// `explanation`, `context` (a fact or figure that is no target) or `not-in-text` (what the Opinion does not say).
    pub kind: String,
    /// Clauses, measures and chapters it is about; empty where it is about the whole.
    pub at: Vec<Eid>,
    /// What it says, in our own words.
    pub summary: Label,
    /// A few of its own words; may be empty.
    pub quote: String,
    /// Siglum of the witness.
    pub source: String,
    /// Lines of the source: `27-31`.
    pub lines: String,
    /// The department that speaks (press only); empty elsewhere.
    pub office: Label,
}

/// Something people ask about that the Opinion does not mention (原文未提及).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absent {
    /// What readers type; none of it occurs in the text.
    pub words: Vec<String>,
    /// Its name.
    pub label: Label,
    /// That the Opinion does not mention it, and what it does say that comes nearest.
    pub note: Label,
    /// Clauses about the nearest matter; may be empty.
    pub near: Vec<Eid>,
}
