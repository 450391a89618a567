//! `README.md` of the data: what each file is, what each column holds, and what each value of each facet means. Made of
//! the same lists as the data, so that it cannot say anything else. Chinese first, then English.

use minsheng_document::{Document, Facet, FacetId, FacetValue, Label, ValueId, Witness};

use super::{
    FILES, annotations,
    markdown::{plain, source},
    table_schema::{COLUMNS, Column},
};
use crate::{
    joined::{joined, listed},
    route::Lang,
    words,
};

/// The dictionary.
pub fn dictionary(document: &Document) -> String {
    let rights = [Lang::ZhHans, Lang::En].map(|lang| words::window::window(lang).footer);
    let digest = joined(&["SHA-256 (`", annotations::TEXT, "`): `", &document.digest, "`"]);
    let mut parts = vec![joined(&["# ", &plain(&document.title)]), source(document)];
    parts.extend(rights.map(String::from));
    parts.push(digest);
    parts.push("偏移按 UTF-16 单元计，含首不含尾。 · Offsets are UTF-16 code units, half-open.".into());
    parts.extend(section("文件 · Files", &FILES.map(|(name, zh, en)| row(&[&code(name), zh, en]))));
    parts.extend(section("`opinion.csv`", &COLUMNS.each_ref().map(column)));
    parts.extend(document.vocabulary.facets().into_iter().flat_map(|(id, it)| facet(document, id, it)));
    parts.extend(section("来源 · Sources", &document.witnesses.iter().map(witness).collect::<Vec<_>>()));
    joined(&[&listed(&parts, "\n\n"), "\n"])
}

/// A heading and a table of three columns.
fn section(heading: &str, rows: &[String]) -> [String; 2] {
    let table = joined(&["| | 中文 | English |\n| --- | --- | --- |\n", &listed(rows, "\n")]);
    [joined(&["## ", heading]), table]
}

fn row(cells: &[&str]) -> String {
    joined(&["| ", &listed(cells, " | "), " |"])
}

fn code(text: &str) -> String {
    joined(&["`", text, "`"])
}

fn column(column: &Column) -> String {
    row(&[&code(column.name), column.zh, column.en])
}

fn facet<'a>(document: &'a Document, id: FacetId, facet: &'a Facet) -> [String; 3] {
    let values = document.vocabulary.values_of(id).into_iter().map(|(n, it)| value(document, n, it));
    let heading = joined(&[&both(&facet.label), " ", &code(&facet.id)]);
    let [heading, table] = section(&heading, &values.collect::<Vec<_>>());
    [heading, joined(&[&plain(&facet.definition.zh), "\n\n", &plain(&facet.definition.en)]), table]
}

/// With an anchor, to which the annotations point.
fn value(document: &Document, id: ValueId, value: &FacetValue) -> String {
    let clauses = document.clauses.iter().filter(|clause| clause.tag(id).is_some()).count();
    let anchor = joined(&["<a id=\"", &annotations::name(document, value), "\"></a>", &code(&value.id)]);
    let cell = |lang| {
        let (name, definition) = (words::label(&value.label, lang), words::label(&value.definition, lang));
        joined(&["**", &plain(name), "** ", &plain(definition), " (", &words::sentences(clauses, lang), ")"])
    };
    row(&[&anchor, &cell(Lang::ZhHans), &cell(Lang::En)])
}

fn witness(witness: &Witness) -> String {
    let cell = |lang| {
        let title = plain(words::label(&witness.title, lang));
        let taken = plain(words::label(&witness.taken, lang));
        let date = if witness.date.is_empty() { "" } else { " " };
        joined(&[&title, date, &witness.date, " — ", &taken])
    };
    row(&[&code(&witness.siglum), &cell(Lang::ZhHans), &cell(Lang::En)])
}

fn both(label: &Label) -> String {
    joined(&[&plain(&label.zh), " · ", &plain(&label.en)])
}
