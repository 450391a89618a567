//! Every file of the data, by name. One list, so that the program, the site and the archive have the same.

use minsheng_document::{Clause, Document};

use super::{
    FILES, akn, annotations, contract, csv, dictionary, json::Json, legislation, markdown, table_schema, tei, zip::zip,
};

/// The file with this name.
pub fn file(document: &Document, name: &str) -> Option<String> {
    let clauses: Vec<&Clause> = document.clauses.iter().collect();
    Some(match name {
        "README.md" => dictionary::dictionary(document),
        annotations::TEXT => annotations::text(document),
        "opinion.json" => json(&contract::opinion(document))?,
        "opinion.schema.json" => include_str!("opinion.schema.json").into(),
        table_schema::TABLE => csv::csv(document, &clauses),
        table_schema::SCHEMA => json(&table_schema::schema())?,
        "datapackage.json" => json(&table_schema::package(document))?,
        "opinion.md" => markdown::markdown(document, &clauses),
        "opinion.jsonld" => json(&legislation::legislation(document))?,
        "opinion.akn.xml" => akn::akn(document),
        "opinion.tei.xml" => tei::tei(document),
        annotations::ANNOTATIONS => compact(&annotations::annotations(document))?,
        _ => return None,
    })
}

fn json(value: &Json) -> Option<String> {
    let mut text = serde_json::to_string_pretty(value).ok()?;
    text.push('\n');
    Some(text)
}

/// On one line: so many annotations are not read by eye, and indented they are twice as long.
fn compact(value: &Json) -> Option<String> {
    serde_json::to_string(value).ok()
}

/// `opinion.zip`: all of them.
pub fn archive(document: &Document) -> Vec<u8> {
    let files = FILES.iter().filter_map(|(name, ..)| Some((*name, file(document, name)?)));
    let files: Vec<(&str, String)> = files.collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    zip(&files)
}
