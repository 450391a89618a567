//! Compiles the seed files to the structured Opinion: read → parse → establish the text → resolve → validate.
//!
//! **If it builds, every annotation resolves.** The established text is the print plus declared emendations, each of its
//! characters belongs to exactly one node, every word quoted as evidence stands in its clause, and every name used is
//! defined. Anything else is a [`Diagnostic`] with path, line and column, and one run reports all of them.
//!
//! Each stage is a pure function of what the stages before it gave; only the first reads files.

mod diagnostic;
mod parse;
mod read;
mod resolve;
mod source;
mod text;
mod validate;

use std::path::Path;

use minsheng_document::Document;

pub use diagnostic::Diagnostic;
use diagnostic::Log;
use read::Seeds;

/// Compiles a seed directory.
///
/// # Errors
/// Everything that is wrong with it, in the order of files and lines, at least one.
pub fn compile(dir: &Path) -> Result<Document, Vec<Diagnostic>> {
    let mut log = Log::default();
    let document = document(dir, &mut log);
    document.filter(|_| log.is_empty()).ok_or_else(|| log.into_sorted())
}

/// The table by which Simplified text becomes Traditional, as the page reads it: a line for each word or character, first as
/// it is, then, in as many bytes, what it becomes. Of two that begin alike the longer comes first; the order is descending.
///
/// # Errors
/// Everything that is wrong with `traditional.toml`, at least one.
pub fn traditional(dir: &Path) -> Result<String, Vec<Diagnostic>> {
    let mut log = Log::default();
    let source = read::read(dir, "traditional.toml", &mut log);
    let forms = parse::file(&source, parse::traditional::parse, &mut log);
    let table = resolve::traditional::table(&forms, &mut log);
    if log.is_empty() { Ok(table) } else { Err(log.into_sorted()) }
}

/// The document, as far as it can be made out; none where something is missing that all the rest builds on.
fn document(dir: &Path, log: &mut Log) -> Option<Document> {
    let seeds = Seeds::read(dir, log);
    if log.has_gaps() {
        return None;
    }
    let declared = parse::parse(&seeds, log);
    if log.has_gaps() {
        return None;
    }
    let established = text::establish(&seeds.opinion, &declared.apparatus, log);
    validate::text(&seeds, &established, log);
    if log.has_gaps() {
        return None;
    }
    let document = resolve::resolve(&declared, &established, seeds.opinion.at(0), log);
    validate::document(&seeds, &declared, &established, &document, log);
    Some(document)
}
