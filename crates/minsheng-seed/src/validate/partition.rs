//! Base + emendations = established text, and every character of it belongs to exactly one node: the document, printed
//! again paragraph by paragraph, is the print with the emendations written in.

use minsheng_document::{Document, Eid, Measure};

use crate::{
    diagnostic::Log,
    parse::apparatus::Emendation,
    source::At,
    text::{Established, line::text},
};

/// Checks it. `start` is the beginning of the print.
pub fn check(
    emendations: &[Emendation<'_>],
    established: &Established<'_>,
    document: &Document,
    start: At<'_>,
    log: &mut Log,
) {
    let mut base: Vec<String> = established.lines.iter().map(|line| text(line)).collect();
    for emendation in emendations {
        for line in base.iter_mut().filter(|line| holds(line, document, emendation)) {
            *line = line.replacen(&emendation.printed.value, &emendation.established.value, 1);
        }
    }
    let printed = print(established, document);
    if let Some((base, printed)) = base.iter().zip(&printed).find(|(base, printed)| base != printed) {
        log.error(start, format!("the document does not print as its source: `{printed}` for `{base}`"));
    } else if base.len() != printed.len() {
        log.error(start, format!("the document has {} paragraphs, its source {}", printed.len(), base.len()));
    }
}

/// Whether the line is the paragraph of the emended clause.
fn holds(line: &str, document: &Document, emendation: &Emendation<'_>) -> bool {
    let clause = emendation.clause.value.parse().ok().and_then(|id| document.clause(id));
    let measure = clause.and_then(|clause| clause.measure).and_then(|id| document.measure(id));
    match measure {
        Some(measure) => line.starts_with(&heading(measure)),
        None => line.contains(&emendation.printed.value),
    }
}

fn heading(measure: &Measure) -> String {
    format!("{}{}。", measure.num, measure.title)
}

fn print(established: &Established<'_>, document: &Document) -> Vec<String> {
    let texts = |chapter: Option<Eid>, measure: Option<Eid>| -> String {
        let clauses = document.clauses.iter().filter(|clause| (clause.chapter, clause.measure) == (chapter, measure));
        clauses.map(|clause| clause.text.as_str()).collect()
    };
    let title = format!("# {}{}", document.issuers.concat(), document.title);
    let mut lines = vec![title, text(&established.date), texts(None, None)];
    for chapter in &document.chapters {
        lines.push(format!("## {}{}", chapter.num, chapter.title));
        for measure in document.measures.iter().filter(|measure| measure.chapter == chapter.id) {
            lines.push(heading(measure) + &texts(Some(chapter.id), Some(measure.id)));
        }
        let safeguards = texts(Some(chapter.id), None);
        lines.extend(Some(safeguards).filter(|text| !text.is_empty()));
    }
    lines
}
