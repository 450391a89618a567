//! What is wrong in the seeds and where: the only way the compiler speaks of mistakes.

use std::fmt;

use crate::source::At;

/// A mistake in a seed file, at a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file, under the directory as it was given.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong, in one line.
    pub message: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.path, self.line, self.column, self.message)
    }
}

/// All mistakes met so far. Stages write to it and go on, so that one run reports everything.
#[derive(Debug, Default)]
pub struct Log {
    diagnostics: Vec<Diagnostic>,
    has_gaps: bool,
}

impl Log {
    /// Notes a mistake.
    pub fn error(&mut self, at: At<'_>, message: impl Into<String>) {
        let (line, column) = at.line_and_column();
        let message = message.into().replace('\n', " ");
        self.diagnostics.push(Diagnostic { path: at.path().to_owned(), line, column, message });
    }

    /// Notes a mistake that leaves something out, which later stages would only report again in other words.
    pub fn gap(&mut self, at: At<'_>, message: impl Into<String>) {
        self.has_gaps = true;
        self.error(at, message);
    }

    /// Whether something is left out.
    pub fn has_gaps(&self) -> bool {
        self.has_gaps
    }

    /// Whether nothing is wrong so far.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Everything noted, in the order of files and places, each once.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.diagnostics.sort();
        self.diagnostics.dedup();
        self.diagnostics
    }
}
