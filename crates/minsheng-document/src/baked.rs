//! Reads what `postcard` wrote of these types, and only that: bytes and types come from one build, so there is no
//! malformed input, no error path, and a fifth of the code that general deserialisation takes in the wasm.

use crate::{
    Bundle, Chapter, Clause, Document, Eid, Facet, FacetId, FacetValue, Label, Measure, Persona, Quote, Span, Synonym,
    Tag, Target, Unconfirmed, ValueId, Variant, Vocabulary, Witness,
};

/// The bytes not read yet. Past the end it reads zeros.
pub struct Reader<'b>(&'b [u8]);

/// A value that can be read back.
pub trait Baked {
    /// Reads one.
    fn read(from: &mut Reader) -> Self;
}

/// The document in the bytes that `postcard::to_allocvec` made of it in this build.
pub fn document(bytes: &[u8]) -> Document {
    Document::read(&mut Reader(bytes))
}

impl Reader<'_> {
    #[inline(never)]
    fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    /// Seven bits a byte, lowest first, the high bit while more follow.
    #[inline(never)]
    fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte();
            number |= u32::from(byte & 127) << shift;
            if byte < 128 {
                break;
            }
        }
        number
    }

    #[inline(never)]
    fn text(&mut self) -> &str {
        let length = self.number() as usize;
        let (text, rest) = self.0.split_at_checked(length).unwrap_or((self.0, &[]));
        self.0 = rest;
        std::str::from_utf8(text).unwrap_or_default()
    }
}

impl Baked for u8 {
    fn read(from: &mut Reader) -> u8 {
        from.byte()
    }
}

impl Baked for bool {
    fn read(from: &mut Reader) -> bool {
        from.byte() != 0
    }
}

impl Baked for u16 {
    fn read(from: &mut Reader) -> u16 {
        u16::try_from(from.number()).unwrap_or(u16::MAX)
    }
}

impl Baked for u32 {
    fn read(from: &mut Reader) -> u32 {
        from.number()
    }
}

impl Baked for char {
    fn read(from: &mut Reader) -> char {
        from.text().chars().next().unwrap_or_default()
    }
}

impl Baked for String {
    #[inline(never)]
    fn read(from: &mut Reader) -> String {
        from.text().to_owned()
    }
}

impl<T: Baked> Baked for Option<T> {
    fn read(from: &mut Reader) -> Option<T> {
        bool::read(from).then(|| T::read(from))
    }
}

impl<T: Baked> Baked for Vec<T> {
    #[inline(never)]
    fn read(from: &mut Reader) -> Vec<T> {
        (0..from.number()).map(|_| T::read(from)).collect()
    }
}

impl Baked for (char, char) {
    fn read(from: &mut Reader) -> (char, char) {
        (char::read(from), char::read(from))
    }
}

impl Baked for FacetId {
    fn read(from: &mut Reader) -> FacetId {
        FacetId(from.byte())
    }
}

impl Baked for ValueId {
    fn read(from: &mut Reader) -> ValueId {
        ValueId(from.byte())
    }
}

impl Baked for Eid {
    #[inline(never)]
    fn read(from: &mut Reader) -> Eid {
        match from.number() {
            0 => Eid::Preamble,
            1 => Eid::Chapter(from.byte()),
            2 => Eid::Measure(from.byte()),
            3 => Eid::Sentence(from.byte(), from.byte()),
            _ => Eid::Safeguard(from.byte()),
        }
    }
}

/// Fields in the order in which the type declares them, which is the order they were written in.
macro_rules! records {
    ($($name:ident { $($field:ident),+ })+) => {
        $(impl Baked for $name {
            fn read(from: &mut Reader) -> $name {
                $name { $($field: Baked::read(from)),+ }
            }
        })+
    };
}

records! {
    Document {
        title, issuers, dated, published, chapters, measures, clauses, vocabulary, targets, variants, unconfirmed, personas,
        witnesses, synonyms, folds, digest
    }
    Label { zh, en }
    Chapter { id, num, title, principle }
    Measure { id, num, title, chapter, tags }
    Clause { id, chapter, measure, n, text, tags, witnesses }
    Tag { value, evidence }
    Span { start, end }
    Target { id, kind, operator, value, unit, headline, subject, scope, horizon, hedges, evidence }
    Quote { clause, span }
    Variant { id, clause, span, printed, established, witnesses, confidence, reason }
    Unconfirmed { id, clause, span, note }
    Persona { id, label, values }
    Witness { siglum, title, publisher, date, taken }
    Synonym { words, also }
    Vocabulary { facets, values, bundles }
    Facet { id, label, definition }
    FacetValue { id, facet, label, definition, plain, otherwise }
    Bundle { id, label, facet, values }
}
