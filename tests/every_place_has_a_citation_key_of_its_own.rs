//! Citations in BibTeX: several places of the document may stand in one bibliography, so no two keys are equal.

use std::collections::HashSet;

use minsheng::{frame::Frame, html, page::Explorer};

/// The BibTeX entry on the page of a place.
fn entry(explorer: &Explorer, place: &str) -> String {
    let page = html::print(&explorer.page(&format!("#/read/{place}?panel=cite")).root);
    let (_, entry) = page.split_once("@misc{").unwrap_or_else(|| panic!("{place} has no entry: {page}"));
    entry.split("</pre>").next().unwrap_or_default().to_owned()
}

#[test]
fn every_sentence_every_heading_and_every_run_of_words_has_its_own_key() {
    Explorer::whole();
    let explorer = Explorer::framed(Frame { site: "https://minsheng.example/".into(), ..Frame::default() });
    let clauses = explorer.document().clauses.iter().map(|clause| clause.id.to_string());
    let others = ["", "m5", "c2", "m5s3:0-4", "m5s3:0-5"].map(String::from);
    let places: Vec<String> = clauses.chain(others).collect();
    let mut keys = HashSet::new();
    for place in &places {
        let entry = entry(&explorer, place);
        let (key, fields) = entry.split_once(",\n").unwrap();
        assert!(key.starts_with("minsheng2025"), "{entry}");
        assert!(key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "{key} is safe in LaTeX");
        assert!(keys.insert(key.to_owned()), "{key} is there twice: {place}");
        assert_eq!(fields.matches("\n  year = {2025},\n").count(), 1, "{entry}");
    }
}
