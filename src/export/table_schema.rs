//! What the columns of `opinion.csv` mean, for people and for programs: a Frictionless Table Schema, and the Data
//! Package that names the table and its sources. One list of columns serves both, and the data dictionary.

use minsheng_document::{Document, Label};

use super::json::{Fields, Json};
use crate::joined::joined;

/// File names that other files here refer to.
pub const TABLE: &str = "opinion.csv";
/// The same.
pub const SCHEMA: &str = "opinion.table-schema.json";

/// One column.
pub struct Column {
    /// As in the head of the table.
    pub name: &'static str,
    /// `string` or `integer`.
    pub kind: &'static str,
    /// What every cell matches; none for free text and numbers.
    pub pattern: Option<&'static str>,
    /// Whether every row has it.
    pub required: bool,
    /// What it says, in Chinese.
    pub zh: &'static str,
    /// And in English.
    pub en: &'static str,
}

const fn column(name: &'static str, pattern: &'static str, zh: &'static str, en: &'static str) -> Column {
    Column { name, kind: "string", pattern: Some(pattern), required: false, zh, en }
}

/// Ids of facet values, one after the other.
const VALUES: &str = "[a-z]+(-[a-z]+)*( [a-z]+(-[a-z]+)*)*";

/// The columns, in the order of the table.
pub static COLUMNS: [Column; 13] = [
    Column {
        required: true,
        ..column(
            "id",
            "(p|m[0-9]+s[0-9]+|g[0-9]+)",
            "句子的编号，不再改变：p 引言，m5s3 第五条第三句，g7 保障措施第七句。",
            "Id of the sentence, frozen: p preamble, m5s3 third sentence of measure 5, g7 seventh safeguard.",
        )
    },
    Column {
        required: true,
        ..column(
            "eId",
            "(preamble|chp_[0-9]+(__art_[0-9]+)?__para_[0-9]+)",
            "同一句在 Akoma Ntoso 文件中的编号。",
            "The same sentence’s eId in the Akoma Ntoso file.",
        )
    },
    column("chapter", "c[0-9]+", "所在的章；引言没有。", "Its chapter; none for the preamble."),
    column("measure", "m[0-9]+", "所在的条；引言和保障措施没有。", "Its measure; none for preamble and safeguards."),
    Column {
        kind: "integer",
        required: true,
        pattern: None,
        ..column(
            "n",
            "",
            "在本条（或保障措施）中是第几句，从 1 数起。",
            "Its number in the measure or among the safeguards, from 1.",
        )
    },
    Column {
        required: true,
        pattern: None,
        ..column("text", "", "校订后的原文，一字不改。", "The established text, to the letter.")
    },
    column(
        "principle",
        VALUES,
        "所在章对应的原则；第五章没有。",
        "The principle its chapter serves; none in chapter 5.",
    ),
    column("domains", VALUES, "领域，可有几个，以空格分开。", "Domains, separated by spaces."),
    column("groups", VALUES, "惠及的人群，以空格分开。", "Who benefits, separated by spaces."),
    column("wording", VALUES, "措辞的分量，以空格分开。", "How binding the wording is, separated by spaces."),
    column(
        "targets",
        "t[0-9]+s[0-9]+( t[0-9]+s[0-9]+)*",
        "所含可以核对的目标的编号，以空格分开；详见 opinion.json。",
        "Ids of the verifiable targets it belongs to, separated by spaces; opinion.json has the details.",
    ),
    column("concerns", VALUES, "急难愁盼各类，以空格分开。", "Kinds of concern, separated by spaces."),
    column(
        "witnesses",
        "[A-Z]( [A-Z])*",
        "重复了本句文字的独立来源的代号，以空格分开。",
        "Sigla of the independent witnesses that repeat its words, separated by spaces.",
    ),
];

/// `opinion.table-schema.json`.
pub fn schema() -> Json<'static> {
    Fields::default()
        .with("$schema", "https://datapackage.org/profiles/1.0/tableschema.json")
        .list("fields", COLUMNS.iter().map(field))
        .with("primaryKey", "id")
        .list("missingValues", [""])
        .into()
}

fn field(column: &'static Column) -> Json<'static> {
    let constraints = match column.required {
        true => Fields::default().with("required", Json::True),
        false => Fields::default(),
    };
    let constraints = match column.pattern {
        Some(pattern) => constraints.with("pattern", pattern),
        None => constraints,
    };
    Fields::default()
        .with("name", column.name)
        .with("type", column.kind)
        .with("description", joined(&[column.zh, "\n\n", column.en]))
        .with("constraints", constraints)
        .into()
}

/// `datapackage.json`.
pub fn package(document: &Document) -> Json<'_> {
    let about = "一份文件的全部句子，每句附标签。\n\nEvery sentence of one document, with its tags.";
    let resource = Fields::default()
        .with("name", "opinion")
        .with("path", TABLE)
        .with("type", "table")
        .with("format", "csv")
        .with("mediatype", "text/csv")
        .with("encoding", "utf-8")
        .with("profile", "tabular-data-resource")
        .with("schema", SCHEMA);
    Fields::default()
        .with("name", "opinion")
        .with("title", &document.title)
        .with("description", about)
        .list("sources", document.witnesses.iter().map(|witness| source(&witness.title)))
        .list("resources", [resource])
        .into()
}

fn source(title: &Label) -> Json<'_> {
    Fields::default().with("title", joined(&[&title.zh, " · ", &title.en])).into()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_columns_described_are_the_columns_written() {
        assert_eq!(super::COLUMNS.each_ref().map(|column| column.name), crate::export::csv::COLUMNS);
    }
}
