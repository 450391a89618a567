//! A seed file and the places in it.

use std::fmt;

/// A seed file as read.
#[derive(Debug)]
pub struct Source {
    /// Its path, with `/`.
    pub path: String,
    /// Its text; empty where it could not be read.
    pub text: String,
}

/// A place in a seed file: what a diagnostic points at.
#[derive(Clone, Copy)]
pub struct At<'s> {
    source: &'s Source,
    offset: usize,
}

/// A value and where it was written.
#[derive(Clone, Debug)]
pub struct Located<'s, T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub at: At<'s>,
}

/// A written string.
pub type Text<'s> = Located<'s, String>;

impl Text<'_> {
    /// The character the string consists of.
    pub fn only_char(&self) -> Option<char> {
        let mut chars = self.value.chars();
        chars.next().filter(|_| chars.next().is_none())
    }
}

impl Source {
    /// The place this many bytes into the file.
    pub fn at(&self, offset: usize) -> At<'_> {
        At { source: self, offset }
    }

    /// The lines and their places.
    pub fn lines(&self) -> impl Iterator<Item = (At<'_>, &str)> {
        let mut offset = 0;
        self.text.split_inclusive('\n').map(move |line| {
            let at = self.at(offset);
            offset += line.len();
            (at, line.trim_end_matches(['\n', '\r']))
        })
    }
}

impl<'s> At<'s> {
    /// The file's path.
    pub fn path(&self) -> &'s str {
        &self.source.path
    }

    /// The place some bytes further on.
    pub fn after(self, bytes: usize) -> Self {
        At { offset: self.offset + bytes, ..self }
    }

    /// Line and column, from 1, in characters.
    pub fn line_and_column(&self) -> (usize, usize) {
        let before = self.source.text.get(..self.offset).unwrap_or(&self.source.text);
        let line = before.rsplit('\n').next().unwrap_or_default();
        (before.matches('\n').count() + 1, line.chars().count() + 1)
    }
}

impl fmt::Debug for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.line_and_column();
        write!(f, "{}:{line}:{column}", self.path())
    }
}
