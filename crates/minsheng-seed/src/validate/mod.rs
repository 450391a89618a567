//! What must hold of the whole document, once everything has resolved or been reported.

mod characters;
mod coverage;
mod debris;
mod partition;
mod wording;

use minsheng_document::Document;

use crate::{diagnostic::Log, parse::Declared, read::Seeds, text::Established};

/// Checks the text by itself: what it is made of.
pub fn text(seeds: &Seeds, established: &Established<'_>, log: &mut Log) {
    characters::check(established, log);
    debris::check(seeds, established, log);
}

/// Checks the whole document.
pub fn document(
    seeds: &Seeds,
    declared: &Declared<'_>,
    established: &Established<'_>,
    document: &Document,
    log: &mut Log,
) {
    coverage::check(declared, established, document, seeds.vocabulary.at(0), log);
    wording::check(declared, established, document, log);
    if log.is_empty() {
        let emendations = &declared.apparatus.emendations;
        partition::check(emendations, established, document, seeds.opinion.at(0), log);
    }
}
