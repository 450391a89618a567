//! The document for other programs and other people: the JSON contract, the search the JavaScript API offers, and the
//! whole document in the formats that archives, editors and statisticians already read. What only files are made of is
//! native.

pub mod api;
pub mod contract;
pub mod csv;
pub mod json;
pub mod markdown;

#[cfg(not(target_arch = "wasm32"))]
pub mod akn;
#[cfg(not(target_arch = "wasm32"))]
pub mod annotations;
#[cfg(not(target_arch = "wasm32"))]
mod apparatus;
#[cfg(not(target_arch = "wasm32"))]
pub mod dictionary;
#[cfg(not(target_arch = "wasm32"))]
pub mod files;
#[cfg(not(target_arch = "wasm32"))]
pub mod legislation;
#[cfg(not(target_arch = "wasm32"))]
pub mod oembed;
#[cfg(not(target_arch = "wasm32"))]
pub mod table_schema;
#[cfg(not(target_arch = "wasm32"))]
pub mod tei;
#[cfg(not(target_arch = "wasm32"))]
pub mod xml;
#[cfg(not(target_arch = "wasm32"))]
pub mod zip;

#[cfg(not(target_arch = "wasm32"))]
pub use files::file;

/// Names of the files of the data, the dictionary first, and what each is, in Chinese and in English.
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
