//! The document as it is bundled: written by the build, read back at start. What is read was written by the same build,
//! so there is no malformed input, no error path, and little code. Numbers and text stand apart, because each kind
//! compresses better among its own; and so do the notes (definitions, reasons, sources, synonyms, readings, layers), because
//! no filter waits for them: read without them, the document is whole but for those. Numbers of the notes are characters
//! among their text, so that the notes need no other file and without them their lists are empty.

use std::mem;

use crate::readings::{digit, number};
use crate::{
    Absent, Bundle, Chapter, Clause, Commentary, Document, Eid, Facet, FacetId, FacetValue, Label, Measure, Persona,
    Quote, Readings, Span, Synonym, Tag, Target, Unconfirmed, ValueId, Variant, Vocabulary, Witness,
};

/// What was written so far.
#[derive(Default)]
pub struct Writer {
    /// Seven bits a byte, lowest first, the high bit while more follow.
    pub numbers: Vec<u8>,
    /// Each text and a NUL.
    pub text: String,
    /// The same, of the notes.
    pub notes: String,
    /// Whether what is written now is a note.
    noting: bool,
}

/// What is not read yet. Past the end it reads zeros and empty text.
pub struct Reader<'b> {
    numbers: &'b [u8],
    text: &'b str,
    notes: &'b str,
    noting: bool,
}

/// A value that can be written and read back.
pub trait Baked {
    /// Writes it.
    fn write(&self, to: &mut Writer);
    /// Reads one.
    fn read(from: &mut Reader) -> Self;
}

/// The document as numbers, text and notes.
pub fn bake(document: &Document) -> Writer {
    let mut writer = Writer::default();
    document.write(&mut writer);
    writer
}

/// The document that was baked to these.
pub fn document(numbers: &[u8], text: &str, notes: &str) -> Document {
    Document::read(&mut Reader { numbers, text, notes, noting: false })
}

impl Reader<'_> {
    #[inline(never)]
    fn number(&mut self) -> u32 {
        if self.noting {
            return self.digit();
        }
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let Some((byte, rest)) = self.numbers.split_first() else { break };
            self.numbers = rest;
            number |= u32::from(byte & 127) << shift;
            if *byte < 128 {
                break;
            }
        }
        number
    }

    #[inline(never)]
    fn text(&mut self) -> &str {
        let (text, rest) = self.text.split_once('\0').unwrap_or_default();
        self.text = rest;
        text
    }

    /// A number of the notes.
    fn digit(&mut self) -> u32 {
        let mut rest = self.text.chars();
        let digit = rest.next().map_or(0, |digit| number(digit) as u32);
        self.text = rest.as_str();
        digit
    }

    /// A value that is in the notes: read as any other, with the notes for its text.
    fn note<T: Baked>(&mut self) -> T {
        self.turn();
        let note = T::read(self);
        self.turn();
        note
    }

    fn turn(&mut self) {
        mem::swap(&mut self.text, &mut self.notes);
        self.noting = !self.noting;
    }
}

impl Writer {
    fn note<T: Baked>(&mut self, note: &T) {
        self.turn();
        note.write(self);
        self.turn();
    }

    fn turn(&mut self) {
        mem::swap(&mut self.text, &mut self.notes);
        self.noting = !self.noting;
    }
}

impl Baked for u32 {
    fn write(&self, to: &mut Writer) {
        let mut rest = *self;
        if to.noting {
            return to.text.push(digit(rest as usize));
        }
        while rest > 127 {
            to.numbers.push(rest as u8 | 128);
            rest >>= 7;
        }
        to.numbers.push(rest as u8);
    }

    fn read(from: &mut Reader) -> u32 {
        from.number()
    }
}

impl Baked for u16 {
    fn write(&self, to: &mut Writer) {
        u32::from(*self).write(to);
    }

    fn read(from: &mut Reader) -> u16 {
        from.number() as u16
    }
}

impl Baked for u8 {
    fn write(&self, to: &mut Writer) {
        u32::from(*self).write(to);
    }

    fn read(from: &mut Reader) -> u8 {
        from.number() as u8
    }
}

impl Baked for bool {
    fn write(&self, to: &mut Writer) {
        u32::from(*self).write(to);
    }

    fn read(from: &mut Reader) -> bool {
        from.number() != 0
    }
}

impl Baked for String {
    fn write(&self, to: &mut Writer) {
        to.text.push_str(self);
        to.text.push('\0');
    }

    #[inline(never)]
    fn read(from: &mut Reader) -> String {
        from.text().to_owned()
    }
}

impl Baked for char {
    fn write(&self, to: &mut Writer) {
        to.text.push(*self);
        to.text.push('\0');
    }

    fn read(from: &mut Reader) -> char {
        from.text().chars().next().unwrap_or_default()
    }
}

impl<T: Baked> Baked for Option<T> {
    fn write(&self, to: &mut Writer) {
        self.is_some().write(to);
        self.iter().for_each(|value| value.write(to));
    }

    fn read(from: &mut Reader) -> Option<T> {
        bool::read(from).then(|| T::read(from))
    }
}

impl<T: Baked> Baked for Vec<T> {
    fn write(&self, to: &mut Writer) {
        (self.len() as u32).write(to);
        self.iter().for_each(|value| value.write(to));
    }

    #[inline(never)]
    fn read(from: &mut Reader) -> Vec<T> {
        let mut list = Vec::new();
        for _ in 0..from.number() {
            list.push(T::read(from));
        }
        list
    }
}

impl Baked for (char, char) {
    fn write(&self, to: &mut Writer) {
        self.0.write(to);
        self.1.write(to);
    }

    fn read(from: &mut Reader) -> (char, char) {
        (char::read(from), char::read(from))
    }
}

impl Baked for FacetId {
    fn write(&self, to: &mut Writer) {
        self.0.write(to);
    }

    fn read(from: &mut Reader) -> FacetId {
        FacetId(u8::read(from))
    }
}

impl Baked for ValueId {
    fn write(&self, to: &mut Writer) {
        self.0.write(to);
    }

    fn read(from: &mut Reader) -> ValueId {
        ValueId(u8::read(from))
    }
}

/// Its length rather than its end: the smaller number, and the likelier one.
impl Baked for Span {
    fn write(&self, to: &mut Writer) {
        self.start.write(to);
        (self.end - self.start).write(to);
    }

    fn read(from: &mut Reader) -> Span {
        let start = u16::read(from);
        Span { start, end: start + u16::read(from) }
    }
}

/// What kind of node, and two numbers, so that all kinds are read alike.
impl Baked for Eid {
    fn write(&self, to: &mut Writer) {
        let parts = match *self {
            Eid::Preamble => [0, 0, 0],
            Eid::Chapter(n) => [1, n, 0],
            Eid::Measure(n) => [2, n, 0],
            Eid::Sentence(measure, n) => [3, measure, n],
            Eid::Safeguard(n) => [4, n, 0],
        };
        parts.iter().for_each(|part| part.write(to));
    }

    #[inline(never)]
    fn read(from: &mut Reader) -> Eid {
        match (from.number(), u8::read(from), u8::read(from)) {
            (0, ..) => Eid::Preamble,
            (1, n, _) => Eid::Chapter(n),
            (2, n, _) => Eid::Measure(n),
            (3, measure, n) => Eid::Sentence(measure, n),
            (_, n, _) => Eid::Safeguard(n),
        }
    }
}

/// Field by field, notes after the bar.
macro_rules! records {
    ($($name:ident { $($field:ident),+ $(| $($note:ident),+)? })+) => {
        $(impl Baked for $name {
            fn write(&self, to: &mut Writer) {
                $(self.$field.write(to);)+
                $($(to.note(&self.$note);)+)?
            }

            #[inline(never)]
            fn read(from: &mut Reader) -> $name {
                $name { $($field: Baked::read(from),)+ $($($note: from.note()),+)? }
            }
        })+
    };
}

records! {
    Document {
        title, issuers, dated, published, chapters, measures, clauses, vocabulary, targets, variants, unconfirmed, personas,
        witnesses, folds, digest | synonyms, commentary, absent, readings
    }
    Label { zh, en }
    Chapter { id, num, title, principle }
    Measure { id, num, title, chapter, tags }
    Clause { id, chapter, measure, n, text, tags, witnesses }
    Tag { value, evidence }
    Target { id, kind, operator, value, unit, headline, subject, scope, horizon, hedges, evidence }
    Quote { clause, span }
    Variant { id, clause, span, printed, established, witnesses, confidence | reason }
    Unconfirmed { id, clause, span | note }
    Persona { id, label, values }
    Witness { siglum, date | title, publisher, taken }
    Synonym { words, also }
    Commentary { id, layer, kind, at, summary, quote, source, lines, office }
    Absent { words, label, note, near }
    Readings { syllables, exceptions, words }
    Vocabulary { facets, values, bundles }
    Facet { id, label | definition }
    FacetValue { id, facet, label, plain, otherwise | definition }
    Bundle { id, label, facet, values }
}
