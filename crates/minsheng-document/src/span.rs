/// A half-open range of UTF-16 code units (= characters: the text is BMP only) inside one clause or heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First character.
    pub start: u16,
    /// One past the last character.
    pub end: u16,
}

impl Span {
    /// The words the span covers; the part inside the text where it reaches past the end.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        let at = |n: u16| text.char_indices().nth(n.into()).map_or(text.len(), |(byte, _)| byte);
        let (start, end) = (at(self.start), at(self.end));
        text.get(start..end.max(start)).unwrap_or_default()
    }

    /// Whether it covers no character.
    pub fn is_empty(&self) -> bool {
        self.start >= self.end
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn a_span_counts_characters_not_bytes() {
        assert_eq!(Span { start: 1, end: 3 }.of("医养结合"), "养结");
        assert_eq!(Span { start: 3, end: 9 }.of("医养结合"), "合");
        assert_eq!(Span { start: 7, end: 9 }.of("医养结合"), "");
    }
}
