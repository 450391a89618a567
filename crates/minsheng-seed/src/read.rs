//! The seed directory as text. Knows the names of the files, not what is in them.

use std::{fs, path::Path};

use crate::{diagnostic::Log, source::Source};

/// Every file the document is compiled from.
#[derive(Debug)]
pub struct Seeds {
    /// `opinion.txt`: the Opinion as printed.
    pub opinion: Source,
    /// `emendations.toml`: every departure from it, and the witnesses.
    pub emendations: Source,
    /// `vocabulary.toml`: facets, values and word lists.
    pub vocabulary: Source,
    /// `annotations.toml`: which values a sentence has, and why.
    pub annotations: Source,
    /// `targets.toml`: promises with a number, full coverage, an abolition or a rule.
    pub targets: Source,
    /// `personas.toml`: life situations.
    pub personas: Source,
    /// `commentary.toml`: what others said about the text.
    pub commentary: Source,
    /// `absent.toml`: what people ask about and the text does not mention.
    pub absent: Source,
    /// `english.toml`: the unofficial translation.
    pub english: Source,
    /// `plain.toml`: measures and hedges in everyday words.
    pub plain: Source,
    /// `glossary.toml`: terms, their English and what they mean.
    pub glossary: Source,
    /// `alike.toml`: characters that look like the text's.
    pub alike: Source,
    /// `forms.toml`: other written forms of the text's characters.
    pub forms: Source,
    /// `words.txt`: the text cut into words.
    pub words: Source,
    /// `readings.toml`: how characters are read that have several readings.
    pub readings: Source,
}

impl Seeds {
    /// Reads the directory; a file that is missing or is not UTF-8 is a mistake and counts as empty.
    pub fn read(dir: &Path, log: &mut Log) -> Self {
        let mut read = |name: &str| read(dir, name, log);
        Seeds {
            opinion: read("opinion.txt"),
            emendations: read("emendations.toml"),
            vocabulary: read("vocabulary.toml"),
            annotations: read("annotations.toml"),
            targets: read("targets.toml"),
            personas: read("personas.toml"),
            commentary: read("commentary.toml"),
            absent: read("absent.toml"),
            english: read("english.toml"),
            plain: read("plain.toml"),
            glossary: read("glossary.toml"),
            alike: read("alike.toml"),
            forms: read("forms.toml"),
            words: read("words.txt"),
            readings: read("readings.toml"),
        }
    }

    /// All but the print.
    pub fn edited(&self) -> [&Source; 14] {
        let Seeds {
            opinion: _,
            emendations,
            vocabulary,
            annotations,
            targets,
            personas,
            commentary,
            absent,
            english,
            plain,
            glossary,
            alike,
            forms,
            words,
            readings,
        } = self;
        [
            emendations,
            vocabulary,
            annotations,
            targets,
            personas,
            commentary,
            absent,
            english,
            plain,
            glossary,
            alike,
            forms,
            words,
            readings,
        ]
    }
}

/// One file of the directory.
pub fn read(dir: &Path, name: &str, log: &mut Log) -> Source {
    let file = dir.join(name);
    let path = file.to_string_lossy().replace('\\', "/");
    match fs::read_to_string(&file) {
        Ok(text) => Source { path, text },
        Err(error) => {
            let source = Source { path, text: String::new() };
            log.gap(source.at(0), format!("the file cannot be read: {}", error.kind()));
            source
        }
    }
}
