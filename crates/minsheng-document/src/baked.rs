//! The document as it is bundled: written by the build, read back at start. What is read was written by the same build,
//! so there is no malformed input, no error path, and little code. Numbers and text stand apart, because each kind
//! compresses better among its own. What no filter waits for is in [`Parts`] of its own, and read without one the document is
//! whole but for that. Numbers of a part are characters among its text, so that a part is one file, and without it its lists
//! are empty.

use std::mem;

use crate::readings::{digit, number};
use crate::{
    Absent, Bundle, Chapter, Clause, Commentary, Document, Eid, English, Facet, FacetId, FacetValue, Label, Measure,
    Persona, Plain, Quote, Readings, Span, Synonym, Tag, Target, Term, Unconfirmed, ValueId, Variant, Vocabulary,
    Witness,
};

/// What was written so far.
#[derive(Default)]
pub struct Writer {
    /// Seven bits a byte, lowest first, the high bit while more follow.
    pub numbers: Vec<u8>,
    /// Each text and a NUL.
    pub text: String,
    /// The same, numbers among them, of each part.
    pub parts: Parts<String>,
    /// Whether what is written now belongs to a part.
    parted: bool,
}

/// What is shipped beside the document, because no filter waits for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts<T> {
    /// Definitions, reasons, sources, other forms of characters, characters that look alike, synonyms, readings, layers,
    /// everyday words, the glossary.
    pub notes: T,
    /// The translation, and all other English of the document.
    pub english: T,
}

/// What is not read yet. Past the end it reads zeros and empty text.
pub struct Reader<'b> {
    numbers: &'b [u8],
    text: &'b str,
    parts: Parts<&'b str>,
    parted: bool,
}

/// A value that can be written and read back.
pub trait Baked {
    /// Writes it.
    fn write(&self, to: &mut Writer);
    /// Reads one.
    fn read(from: &mut Reader) -> Self;
}

/// The document as numbers, text and parts.
pub fn bake(document: &Document) -> Writer {
    let mut writer = Writer::default();
    document.write(&mut writer);
    writer
}

/// The document that was baked to these.
pub fn document(numbers: &[u8], text: &str, parts: Parts<&str>) -> Document {
    Document::read(&mut Reader { numbers, text, parts, parted: false })
}

impl Reader<'_> {
    #[inline(never)]
    fn number(&mut self) -> u32 {
        if self.parted {
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

    /// A number of a part.
    fn digit(&mut self) -> u32 {
        let mut rest = self.text.chars();
        let digit = rest.next().map_or(0, |digit| number(digit) as u32);
        self.text = rest.as_str();
        digit
    }

    /// A value that is in a part: read as any other, with the part for its text.
    fn part<T: Baked>(&mut self, part: Part) -> T {
        self.turn(part);
        let value = T::read(self);
        self.turn(part);
        value
    }

    fn turn(&mut self, part: Part) {
        mem::swap(&mut self.text, self.parts.get(part));
        self.parted = !self.parted;
    }
}

impl Writer {
    fn part<T: Baked>(&mut self, part: Part, value: &T) {
        self.turn(part);
        value.write(self);
        self.turn(part);
    }

    fn turn(&mut self, part: Part) {
        mem::swap(&mut self.text, self.parts.get(part));
        self.parted = !self.parted;
    }
}

/// One of the parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The notes.
    Notes,
    /// The English.
    English,
}

impl Part {
    /// The part with this name, which its file has too.
    pub fn named(name: &str) -> Option<Part> {
        match name {
            "notes" => Some(Part::Notes),
            "en" => Some(Part::English),
            _ => None,
        }
    }
}

impl<T> Parts<T> {
    /// The part.
    pub fn get(&mut self, part: Part) -> &mut T {
        match part {
            Part::Notes => &mut self.notes,
            Part::English => &mut self.english,
        }
    }
}

impl Baked for u32 {
    fn write(&self, to: &mut Writer) {
        let mut rest = *self;
        if to.parted {
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

/// Field by field, notes after the bar, English after the tilde.
macro_rules! records {
    ($($name:ident { $($field:ident),+ $(| $($note:ident),+)? $(~ $($english:ident),+)? })+) => {
        $(impl Baked for $name {
            fn write(&self, to: &mut Writer) {
                $(self.$field.write(to);)+
                $($(to.part(Part::Notes, &self.$note);)+)?
                $($(to.part(Part::English, &self.$english);)+)?
            }

            #[inline(never)]
            fn read(from: &mut Reader) -> $name {
                $name { $($field: Baked::read(from),)+ $($($note: from.part(Part::Notes),)+)? $($($english: from.part(Part::English),)+)? }
            }
        })+
    };
}

records! {
    Document {
        title, issuers, dated, published, chapters, measures, clauses, vocabulary, targets, variants, unconfirmed, personas,
        witnesses, digest | folds, synonyms, commentary, absent, plain, terms, readings, alike ~ english
    }
    Label { zh ~ en }
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
    Plain { at, zh }
    Term { term, en, meaning, source, lines }
    English { title, issuers, headings, clauses, plain }
    Readings { syllables, exceptions, words }
    Vocabulary { facets, values, bundles }
    Facet { id, label | definition }
    FacetValue { id, facet, label, plain, otherwise | definition }
    Bundle { id, label, facet, values }
}
