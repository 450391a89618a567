//! Clauses as a table for spreadsheets and statistics: one row each, RFC 4180. Takes any clauses, so that a page can
//! offer what it shows. Values are the ids of the JSON contract; lists are joined by a space, which no id contains.

use minsheng_document::{Clause, Document};

use super::contract::{ids, tags};
use crate::joined::listed;

/// Names of the columns, in order.
pub const COLUMNS: [&str; 13] = [
    "id",
    "eId",
    "chapter",
    "measure",
    "n",
    "text",
    "principle",
    "domains",
    "groups",
    "wording",
    "targets",
    "concerns",
    "witnesses",
];

/// Without it Excel takes the file for one in the system's own encoding, in China GBK.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The clauses as a table with its head. Begins with a byte order mark.
pub fn csv(document: &Document, clauses: &[&Clause]) -> String {
    let mut table = String::from(BYTE_ORDER_MARK);
    table.push_str(&line(&COLUMNS.map(String::from)));
    for clause in clauses {
        table.push_str(&line(&row(document, clause)));
    }
    table
}

fn row(document: &Document, clause: &Clause) -> [String; 13] {
    let facet = |facet| listed(&all(document, clause, facet), " ");
    let targets: Vec<&str> = document.targets_of(clause.id).map(|target| target.id.as_str()).collect();
    [
        clause.id.to_string(),
        clause.akn(),
        clause.chapter.map(|id| id.to_string()).unwrap_or_default(),
        clause.measure.map(|id| id.to_string()).unwrap_or_default(),
        clause.n.to_string(),
        clause.text.clone(),
        listed(&ids(document, &clause.tags, "principle"), " "),
        facet("domain"),
        facet("group"),
        facet("wording"),
        listed(&targets, " "),
        listed(&ids(document, &clause.tags, "concern"), " "),
        listed(&clause.witnesses, " "),
    ]
}

/// The values of a facet; as in the contract, those given for absence are among them.
fn all<'a>(document: &'a Document, clause: &'a Clause, facet: &str) -> Vec<&'a str> {
    tags(document, &clause.tags, facet).into_iter().map(|(value, _)| value.id.as_str()).collect()
}

fn line(fields: &[String]) -> String {
    let fields: Vec<String> = fields.iter().map(|field| quoted(field)).collect();
    let mut line = listed(&fields, ",");
    line.push_str("\r\n");
    line
}

/// In quotation marks where a comma, a quotation mark or the end of a line would be taken for the table's own.
fn quoted(field: &str) -> String {
    if !field.contains([',', '"', '\r', '\n']) {
        return field.into();
    }
    let mut text = String::from("\"");
    for c in field.chars() {
        text.push_str(if c == '"' { "\"" } else { "" });
        text.push(c);
    }
    text.push('"');
    text
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn only_what_would_be_misread_is_quoted() {
        assert_eq!(quoted("一、二，“三”"), "一、二，“三”");
        assert_eq!(quoted("a,\"b\"\r\nc"), "\"a,\"\"b\"\"\r\nc\"");
    }
}
