//! Text cut where its marking changes: evidence of a selected value, a match of a searched word, a linked range.

use minsheng_document::Span;

/// Words that are marked, and as what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which words.
    pub span: Span,
    /// As what.
    pub kind: Kind,
}

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The words justify a selected facet value.
    Evidence,
    /// The words were searched.
    Match,
    /// The link names these words.
    Range,
}

/// The text in pieces, in order, none empty; each with the strongest mark on it (a range before a match before
/// evidence). The pieces joined are the text.
pub fn pieces<'t>(text: &'t str, marks: &[Mark]) -> Vec<(&'t str, Option<Kind>)> {
    let mut pieces: Vec<(std::ops::Range<usize>, Option<Kind>)> = Vec::new();
    for (n, (byte, c)) in text.char_indices().enumerate() {
        let inside = |mark: &&Mark| (usize::from(mark.span.start)..usize::from(mark.span.end)).contains(&n);
        let kind = marks.iter().filter(inside).map(|mark| mark.kind).max();
        let end = byte + c.len_utf8();
        match pieces.last_mut() {
            Some((range, last)) if *last == kind && !(kind.is_some() && starts(marks, n, kind)) => range.end = end,
            _ => pieces.push((byte..end, kind)),
        }
    }
    pieces.into_iter().filter_map(|(range, kind)| text.get(range).map(|words| (words, kind))).collect()
}

/// Whether a mark of this kind begins just here, so that neighbours stay two marks.
fn starts(marks: &[Mark], n: usize, kind: Option<Kind>) -> bool {
    let ends = marks.iter().any(|mark| Some(mark.kind) == kind && usize::from(mark.span.end) == n);
    ends && marks.iter().any(|mark| Some(mark.kind) == kind && usize::from(mark.span.start) == n)
}

#[cfg(test)]
mod tests {
    use minsheng_document::Span;

    use super::{Kind, Mark, pieces};

    fn mark(start: u16, end: u16, kind: Kind) -> Mark {
        Mark { span: Span { start, end }, kind }
    }

    #[test]
    fn the_strongest_mark_wins_and_the_pieces_join_to_the_text() {
        let marks = [mark(0, 4, Kind::Evidence), mark(2, 6, Kind::Match)];
        let cut = pieces("普惠养老服务机构", &marks);
        assert_eq!(cut, [("普惠", Some(Kind::Evidence)), ("养老服务", Some(Kind::Match)), ("机构", None)]);
    }

    #[test]
    fn neighbouring_marks_stay_two() {
        let marks = [mark(0, 2, Kind::Match), mark(2, 4, Kind::Match)];
        assert_eq!(pieces("养老养老院", &marks).len(), 3);
    }

    #[test]
    fn marks_past_the_end_mark_what_is_there() {
        assert_eq!(pieces("养老", &[mark(1, 9, Kind::Range)]), [("养", None), ("老", Some(Kind::Range))]);
        assert!(pieces("", &[mark(0, 1, Kind::Match)]).is_empty());
    }
}
