//! Every file of the data, by name. One list, so that the program, the site and the archive have the same.

use minsheng_document::{Clause, Document};

use super::{
    akn, annotations, contract, csv, dictionary, json::Json, legislation, markdown, table_schema, tei, zip::zip,
};

/// Their names, the dictionary first, and what each is, in Chinese and in English.
pub const FILES: [(&str, &str, &str); 12] = [
    ("README.md", "数据字典：每个文件、每一列、每个取值。", "The data dictionary: each file, column and value."),
    ("opinion.txt", "校订后的全文，一句一行。", "The established text, a sentence a line."),
    ("opinion.json", "全部数据。", "All of the data."),
    ("opinion.schema.json", "opinion.json 的 JSON Schema。", "JSON Schema of opinion.json."),
    ("opinion.csv", "每句一行的表。", "A table, a row for each sentence."),
    (
        "opinion.table-schema.json",
        "表的各列（Frictionless Table Schema）。",
        "The table’s columns (Frictionless Table Schema).",
    ),
    ("datapackage.json", "表的数据包说明（Frictionless Data Package）。", "The table as a Frictionless Data Package."),
    ("opinion.md", "全文的引文清单，可以粘贴到文章里。", "The sentences as quotations, for pasting."),
    ("opinion.jsonld", "schema.org/Legislation。", "schema.org/Legislation."),
    ("opinion.akn.xml", "Akoma Ntoso 3.0：结构与校记。", "Akoma Ntoso 3.0: structure and notes."),
    ("opinion.tei.xml", "TEI P5：带校勘记的版本。", "TEI P5: an edition with critical apparatus."),
    (
        "opinion.annotations.jsonld",
        "W3C Web Annotation：每个标签的依据。",
        "W3C Web Annotations: the words behind each tag.",
    ),
];

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
