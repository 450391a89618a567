//! From TOML text to what the editors declared: types and keys are checked here, meaning is not.

pub mod absent;
pub mod annotations;
pub mod apparatus;
pub mod commentary;
pub mod english;
mod entry;
pub mod evidence;
pub mod forms;
pub mod glossary;
pub mod personas;
pub mod plain;
pub mod readings;
pub mod targets;
pub mod traditional;
pub mod vocabulary;
pub mod words;

use crate::{diagnostic::Log, read::Seeds, source::Source};
use entry::{Entry, toml};

/// Everything declared beside the print.
#[derive(Debug)]
pub struct Declared<'s> {
    /// `emendations.toml`.
    pub apparatus: apparatus::Apparatus<'s>,
    /// `vocabulary.toml`.
    pub lexicon: vocabulary::Lexicon<'s>,
    /// `annotations.toml`.
    pub annotations: Vec<annotations::Notes<'s>>,
    /// `targets.toml`.
    pub targets: Vec<targets::DeclaredTarget<'s>>,
    /// `personas.toml`.
    pub personas: Vec<personas::DeclaredPersona<'s>>,
    /// `commentary.toml`.
    pub commentary: Vec<commentary::DeclaredCommentary<'s>>,
    /// `absent.toml`.
    pub absent: Vec<absent::DeclaredAbsent<'s>>,
    /// `english.toml`.
    pub english: english::Translation<'s>,
    /// `plain.toml`.
    pub plain: plain::PlainNotes<'s>,
    /// `glossary.toml`.
    pub glossary: Vec<glossary::DeclaredTerm<'s>>,
    /// `alike.toml`.
    pub alike: Vec<forms::Forms<'s>>,
    /// `forms.toml`.
    pub forms: Vec<forms::Forms<'s>>,
    /// `words.txt`.
    pub words: words::Words<'s>,
    /// `readings.toml`.
    pub readings: readings::Reviewed<'s>,
}

/// Reads all files but the print; those that should be and are not TOML count as empty.
pub fn parse<'s>(seeds: &'s Seeds, log: &mut Log) -> Declared<'s> {
    Declared {
        apparatus: file(&seeds.emendations, apparatus::parse, log),
        lexicon: file(&seeds.vocabulary, vocabulary::parse, log),
        annotations: file(&seeds.annotations, annotations::parse, log),
        targets: file(&seeds.targets, targets::parse, log),
        personas: file(&seeds.personas, personas::parse, log),
        commentary: file(&seeds.commentary, commentary::parse, log),
        absent: file(&seeds.absent, absent::parse, log),
        english: file(&seeds.english, english::parse, log),
        plain: file(&seeds.plain, plain::parse, log),
        glossary: file(&seeds.glossary, glossary::parse, log),
        alike: file(&seeds.alike, forms::parse, log),
        forms: file(&seeds.forms, forms::parse, log),
        words: words::parse(&seeds.words),
        readings: file(&seeds.readings, readings::parse, log),
    }
}

/// What one file declares; nothing where it is not TOML.
pub fn file<'s, T: Default>(source: &'s Source, read: impl Fn(Entry<'_, 's>, &mut Log) -> T, log: &mut Log) -> T {
    toml(source, log).map(|table| read(Entry::root(source, &table), log)).unwrap_or_default()
}
