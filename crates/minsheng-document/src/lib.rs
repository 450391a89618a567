//! The structured Opinion as types: what the seed compiler produces, the dataset carries and every view reads.
//!
//! Nothing here knows how the text was established, how it is searched or how it is shown. All text is in the Basic
//! Multilingual Plane (the compiler enforces it), so one `char` is one UTF-16 code unit and spans mean the same in
//! Rust and in JavaScript.

pub mod baked;
mod companion;
mod eid;
mod layers;
pub mod readings;
mod span;
mod vocabulary;

pub use companion::{English, Plain, Term};
pub use eid::{Eid, Place};
pub use layers::{Absent, Commentary};
pub use readings::Readings;
pub use span::Span;
pub use vocabulary::{Bundle, Facet, FacetId, FacetValue, ValueId, Vocabulary};

/// The same words in the interface's two languages. Editorial, except where a value names the Opinion's own term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// Simplified Chinese (`zh-Hans`).
    pub zh: String,
    /// English (`en`).
    pub en: String,
}

/// The whole document: text, structure, annotations, apparatus and the editorial lists that point into it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Title in its normal form, with the space: 「关于进一步保障和改善民生 着力解决群众急难愁盼的意见」.
    pub title: String,
    /// Issuing bodies, as printed, in order.
    pub issuers: Vec<String>,
    /// Date of the document, ISO 8601.
    pub dated: String,
    /// Date of publication, ISO 8601.
    pub published: String,
    /// The five chapters (章), in order.
    pub chapters: Vec<Chapter>,
    /// The ten measures (条), numbered through the document.
    pub measures: Vec<Measure>,
    /// Preamble, 69 sentences of measures, 7 safeguards: reading order. The index into this list is a clause number.
    pub clauses: Vec<Clause>,
    /// Facets and their values.
    pub vocabulary: Vocabulary,
    /// The eight targets.
    pub targets: Vec<Target>,
    /// Every emendation, in the order of the text.
    pub variants: Vec<Variant>,
    /// Readings printed as in the source that no second witness confirms.
    pub unconfirmed: Vec<Unconfirmed>,
    /// Life situations: a question and the route that answers it.
    pub personas: Vec<Persona>,
    /// The documents the text and its apparatus rest on.
    pub witnesses: Vec<Witness>,
    /// Everyday words and the Opinion's words for the same thing; offered, never mixed in.
    pub synonyms: Vec<Synonym>,
    /// What others said about the text, layer by layer.
    pub commentary: Vec<Commentary>,
    /// What people ask about and the text does not mention.
    pub absent: Vec<Absent>,
    /// Notes in everyday words, measures first, each list in reading order.
    pub plain: Vec<Plain>,
    /// The glossary.
    pub terms: Vec<Term>,
    /// All of it that is English and no label.
    pub english: English,
    /// How the text is read aloud, and its words.
    pub readings: Readings,
    /// Character folding for search: (other form, form in the text), sorted by the first. Traditional to simplified.
    pub folds: Vec<(char, char)>,
    /// Characters that look alike: (other character, character in the text), sorted by the first.
    pub alike: Vec<(char, char)>,
    /// SHA-256 of the established text ([`Document::lines`], UTF-8, a line feed after each), lower-case hex.
    pub digest: String,
}

/// A chapter (章): a numbered heading and the principle its measures serve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// `c1` … `c5`.
    pub id: Eid,
    /// Number as printed: `三、`.
    pub num: String,
    /// Heading without its number.
    pub title: String,
    /// The principle of chapters 1–4; none for chapter 5.
    pub principle: Option<ValueId>,
}

/// A measure (条): a numbered heading under a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// `m1` … `m10`.
    pub id: Eid,
    /// Number as printed: `（五）`.
    pub num: String,
    /// Heading without its number.
    pub title: String,
    /// `c1` … `c4`.
    pub chapter: Eid,
    /// Tags of the heading itself (concerns), spans into `title`.
    pub tags: Vec<Tag>,
}

/// A sentence of the Opinion: the unit that is found, quoted and linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// `p`, `m5s3` or `g7`.
    pub id: Eid,
    /// The chapter it stands in; none for the preamble.
    pub chapter: Option<Eid>,
    /// The measure it stands in; none for preamble and safeguards.
    pub measure: Option<Eid>,
    /// Its number in the measure (or among the safeguards), from 1; the preamble is 1.
    pub n: u8,
    /// The established text.
    pub text: String,
    /// Facet values in vocabulary order, each at most once.
    pub tags: Vec<Tag>,
    /// Sigla of the independent witnesses that repeat the clause's words.
    pub witnesses: Vec<String>,
}

/// A facet value on a clause, and the exact words that justify it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Which value.
    pub value: ValueId,
    /// The words, in order of the text. Empty where the value follows from position (principle) or absence
    /// (`directive`, `unspecified`, `unmapped`).
    pub evidence: Vec<Span>,
}

/// A promise with a number, full coverage, an abolition, or a rule of indexation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// `t7s4`.
    pub id: String,
    /// Its value in the facet `target`: `numeric`, `coverage`, `abolition`, `indexation`.
    pub kind: ValueId,
    /// `>=`, `=` or `indexed-to`.
    pub operator: String,
    /// The number, where there is one.
    pub value: Option<u32>,
    /// `percent`, `schools` …; empty where there is no number.
    pub unit: String,
    /// The value in large type: 「≥ 80%」, 「全覆盖」.
    pub headline: Label,
    /// What is measured: 「新建养老机构护理型床位占比」.
    pub subject: Label,
    /// To whom or what it is limited: 「新建养老机构」.
    pub scope: Label,
    /// By when, in the Opinion's words: 「5年左右」; never a calendar year.
    pub horizon: Option<String>,
    /// Words that soften it: 「原则上」.
    pub hedges: Vec<String>,
    /// The words of the text, at least one.
    pub evidence: Vec<Quote>,
}

/// Words of one clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The clause.
    pub clause: Eid,
    /// The words in it.
    pub span: Span,
}

/// One departure from the printed source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// `V1` … `V7`.
    pub id: String,
    /// Where.
    pub clause: Eid,
    /// The established words in the clause.
    pub span: Span,
    /// The source's reading, punctuation normalised.
    pub printed: String,
    /// Our reading.
    pub established: String,
    /// Sigla that support it.
    pub witnesses: Vec<String>,
    /// How sure: `certain` or `high`.
    pub confidence: String,
    /// Why, for readers.
    pub reason: Label,
}

/// A reading kept as printed that looks wrong or rests on one witness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unconfirmed {
    /// `N2` …
    pub id: String,
    /// Where.
    pub clause: Eid,
    /// The words in question.
    pub span: Span,
    /// What is odd about them, for readers.
    pub note: Label,
}

/// A life situation (我关心): a reader's question and the route that answers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Persona {
    /// `my-parents`.
    pub id: String,
    /// On the button: 「我父母」.
    pub label: Label,
    /// Facet values it selects.
    pub values: Vec<ValueId>,
}

/// A document that attests words of the Opinion (TEI: witness).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// `O`, `B`, `E` …
    pub siglum: String,
    /// Title, or what it is.
    pub title: Label,
    /// Who published it.
    pub publisher: Label,
    /// When, ISO 8601; empty where the source gives none.
    pub date: String,
    /// What was taken from it.
    pub taken: Label,
}

/// Everyday words and the words to try instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synonym {
    /// What readers type.
    pub words: Vec<String>,
    /// What the Opinion says; each occurs in the text.
    pub also: Vec<String>,
}

impl Document {
    /// Whether it was read with its notes: definitions, reasons, sources, layers.
    pub fn has_notes(&self) -> bool {
        self.vocabulary.facets.iter().any(|facet| !facet.definition.zh.is_empty())
    }

    /// The clause with this id.
    pub fn clause(&self, id: Eid) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }

    /// The measure with this id.
    pub fn measure(&self, id: Eid) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id == id)
    }

    /// The chapter with this id.
    pub fn chapter(&self, id: Eid) -> Option<&Chapter> {
        self.chapters.iter().find(|chapter| chapter.id == id)
    }

    /// Number and heading of a chapter or measure, as one line; empty for what has none.
    pub fn heading(&self, id: Eid) -> String {
        let measure = self.measure(id).map(|measure| (&measure.num, &measure.title));
        let chapter = self.chapter(id).map(|chapter| (&chapter.num, &chapter.title));
        let mut heading = String::new();
        if let Some((num, title)) = measure.or(chapter) {
            heading.push_str(num);
            heading.push_str(title);
        }
        heading
    }

    /// A clause as it is printed in the source: its text in pieces, those that the print has otherwise with the print's
    /// words and the number of their emendation.
    pub fn as_printed<'a>(&'a self, clause: &'a Clause) -> Vec<(&'a str, Option<usize>)> {
        let (mut pieces, mut start) = (Vec::new(), 0);
        for (n, variant) in self.variants.iter().enumerate().filter(|(_, variant)| variant.clause == clause.id) {
            pieces.push((Span { start, end: variant.span.start }.of(&clause.text), None));
            pieces.push((variant.printed.as_str(), Some(n)));
            start = variant.span.end;
        }
        pieces.push((Span { start, end: u16::MAX }.of(&clause.text), None));
        pieces
    }

    /// The established text in reading order, one line each: title, preamble, headings with their numbers, sentences.
    /// [`Document::digest`] is taken over these lines, each followed by a line feed.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.title.clone()];
        let (mut chapter, mut measure) = (None, None);
        for clause in &self.clauses {
            if clause.chapter != chapter {
                chapter = clause.chapter;
                lines.extend(chapter.map(|id| self.heading(id)));
            }
            if clause.measure.is_some() && clause.measure != measure {
                measure = clause.measure;
                lines.extend(measure.map(|id| self.heading(id)));
            }
            lines.push(clause.text.clone());
        }
        lines
    }

    /// The targets a clause belongs to.
    pub fn targets_of(&self, id: Eid) -> impl Iterator<Item = &Target> {
        self.targets.iter().filter(move |target| target.evidence.iter().any(|quote| quote.clause == id))
    }
}

impl Clause {
    /// The clause's tag with this value, if it has it.
    pub fn tag(&self, value: ValueId) -> Option<&Tag> {
        self.tags.iter().find(|tag| tag.value == value)
    }

    /// Akoma Ntoso `eId`: `chp_3__art_5__para_3`, `chp_5__para_1`, `preamble`.
    pub fn akn(&self) -> String {
        match (self.chapter, self.measure) {
            (Some(Eid::Chapter(chapter)), Some(Eid::Measure(measure))) => {
                format!("chp_{chapter}__art_{measure}__para_{}", self.n)
            }
            (Some(Eid::Chapter(chapter)), _) => format!("chp_{chapter}__para_{}", self.n),
            _ => "preamble".into(),
        }
    }
}
