//! Chapters and measures as the document has them, and the name and dates of the whole, held against the print.

use minsheng_document::{Chapter, Document, Eid, FacetId, Measure, ValueId};

use super::PRINCIPLE;
use crate::{
    diagnostic::Log,
    parse::{Declared, apparatus::Metadata, vocabulary::Lexicon},
    source::{At, Text},
    text::{Established, line::Line, line::text},
};

/// Fills in everything but annotations and lists.
pub fn structure(
    document: &mut Document,
    declared: &Declared<'_>,
    established: &Established<'_>,
    start: At<'_>,
    log: &mut Log,
) {
    if let Some(metadata) = &declared.apparatus.metadata {
        name(document, metadata, established, start, log);
    }
    let principle = document.vocabulary.facet(PRINCIPLE);
    for heading in &established.headings {
        let (id, num, title) = (heading.id, text(&heading.num), text(&heading.title));
        if let Eid::Chapter(_) = id {
            let principle = principle.and_then(|facet| chapter_value(document, &declared.lexicon, facet, id));
            document.chapters.push(Chapter { id, num, title, principle });
        } else {
            document.measures.push(Measure {
                id,
                num,
                title,
                chapter: Eid::Chapter(heading.chapter),
                tags: Vec::new(),
            });
        }
    }
    document.clauses = established.sentences.iter().map(|sentence| sentence.clause.clone()).collect();
}

/// The value of the facet `principle` that is declared for the chapter.
fn chapter_value(document: &Document, lexicon: &Lexicon<'_>, facet: FacetId, chapter: Eid) -> Option<ValueId> {
    let here = |id: &Text<'_>| id.value == chapter.to_string();
    let mut values = lexicon.values().filter(|(_, value)| value.chapter.as_ref().is_some_and(here));
    let of_facet = |value: ValueId| document.vocabulary.get(value).is_some_and(|value| value.facet == facet);
    values.find(|(value, _)| of_facet(*value)).map(|(value, _)| value)
}

fn name(document: &mut Document, metadata: &Metadata<'_>, established: &Established<'_>, start: At<'_>, log: &mut Log) {
    document.title = metadata.title.value.clone();
    document.issuers = metadata.issuers.iter().map(|issuer| issuer.value.clone()).collect();
    document.dated = metadata.dated.value.clone();
    document.published = metadata.published.value.clone();
    let title = document.issuers.concat() + &document.title;
    expect_printed(&established.title, &title, metadata.title.at, start, log);
    for date in [&metadata.dated, &metadata.published] {
        let Some(written) = in_words(&date.value) else {
            log.error(date.at, format!("`{}` is not a date like 2025-03-02", date.value));
            continue;
        };
        if date.value == metadata.dated.value {
            expect_printed(&established.date, &written, date.at, start, log);
        }
    }
}

fn expect_printed(line: &Line<'_>, expected: &str, at: At<'_>, start: At<'_>, log: &mut Log) {
    match text(line) {
        printed if printed == expected => {}
        printed if printed.is_empty() => log.error(start, format!("the line `{expected}` is missing")),
        printed => log.error(at, format!("the print has `{printed}`, not `{expected}`")),
    }
}

/// `2025-03-02` as the document writes it: `（2025年3月2日）`.
fn in_words(date: &str) -> Option<String> {
    let parts: Vec<&str> = date.split('-').collect();
    let number = |part: &str| part.parse::<u16>().ok();
    match parts[..] {
        [year, month, day] if [year.len(), month.len(), day.len()] == [4, 2, 2] => {
            Some(format!("（{}年{}月{}日）", number(year)?, number(month)?, number(day)?))
        }
        _ => None,
    }
}
