//! A sentence cut where its apparatus points into it: established readings, and readings that look wrong. Both editions
//! in XML are made of these pieces, so that they note the same words.

use minsheng_document::{Clause, Document, Span, Unconfirmed, Variant};

/// Words of a sentence, and what is to be said of them.
pub struct Piece<'a> {
    /// The established words.
    pub text: &'a str,
    /// What is noted of them; nothing of most.
    pub mark: Option<Mark<'a>>,
}

/// What is noted.
#[derive(Clone, Copy)]
pub enum Mark<'a> {
    /// They depart from the print.
    Variant(&'a Variant),
    /// They look wrong and stand as printed.
    Unconfirmed(&'a Unconfirmed),
}

/// The sentence in pieces; one after the other they are its text.
pub fn pieces<'a>(document: &'a Document, clause: &'a Clause) -> Vec<Piece<'a>> {
    let (mut pieces, mut end) = (Vec::new(), 0);
    for (span, mark) in marks(document, clause) {
        // Two marks on the same words are none that the seeds have; the first would be kept.
        if span.start >= end {
            pieces.push(Piece { text: Span { start: end, end: span.start }.of(&clause.text), mark: None });
            pieces.push(Piece { text: span.of(&clause.text), mark: Some(mark) });
            end = span.end;
        }
    }
    pieces.push(Piece { text: Span { start: end, end: u16::MAX }.of(&clause.text), mark: None });
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

fn marks<'a>(document: &'a Document, clause: &Clause) -> Vec<(Span, Mark<'a>)> {
    let variants = document.variants.iter().filter(|it| it.clause == clause.id);
    let unconfirmed = document.unconfirmed.iter().filter(|it| it.clause == clause.id);
    let mut marks: Vec<(Span, Mark<'a>)> = variants.map(|it| (it.span, Mark::Variant(it))).collect();
    marks.extend(unconfirmed.map(|it| (it.span, Mark::Unconfirmed(it))));
    marks.sort_by_key(|(span, _)| *span);
    marks
}

#[cfg(test)]
mod tests {
    use super::{Mark, pieces};
    use crate::page::Explorer;

    #[test]
    fn the_pieces_are_the_text_and_every_note_has_its_own() {
        let explorer = Explorer::whole();
        let document = explorer.document();
        let mut noted = 0;
        for clause in &document.clauses {
            let pieces = pieces(document, clause);
            assert_eq!(pieces.iter().map(|piece| piece.text).collect::<String>(), clause.text);
            for piece in &pieces {
                noted += usize::from(piece.mark.is_some());
                if let Some(Mark::Variant(variant)) = piece.mark {
                    assert_eq!(piece.text, variant.established);
                }
            }
        }
        assert_eq!(noted, document.variants.len() + document.unconfirmed.len());
    }
}
