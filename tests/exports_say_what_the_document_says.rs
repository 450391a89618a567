//! Every format, read again by means of its own: the same sentences, the same tags, the same readings as the document.

use std::collections::BTreeSet;

use minsheng::{
    export::{self, FILES, annotations, csv, legislation, markdown, xml::xml},
    page::Explorer,
};
use minsheng_document::Document;
use serde_json::Value;

fn whole() -> Explorer {
    Explorer::whole()
}

fn file(name: &str) -> String {
    export::file(whole().document(), name).unwrap_or_else(|| panic!("no {name}"))
}

fn json(name: &str) -> Value {
    serde_json::from_str(&file(name)).unwrap()
}

/// The characters between tags, without the elements of these names and all that is in them.
fn text_of(xml: &str, without: &[&str]) -> String {
    let (mut text, mut rest, mut outside) = (String::new(), xml, None::<String>);
    while let Some((before, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').unwrap();
        text.push_str(if outside.is_none() { before } else { "" });
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap().to_owned();
        match &outside {
            Some(open) if *open == name && tag.starts_with('/') => outside = None,
            None if without.contains(&name.as_str()) && !tag.ends_with('/') => outside = Some(name),
            _ => {}
        }
        rest = after;
    }
    ["&lt;<", "&gt;>", "&quot;\"", "&amp;&"].iter().fold(text, |text, pair| {
        let (escaped, c) = pair.split_at(pair.len() - 1);
        text.replace(escaped, c)
    })
}

/// What a reader of RFC 4180 makes of it. Excel takes a table without a byte order mark for GBK.
fn records(csv: &str) -> Vec<Vec<String>> {
    let csv = csv.strip_prefix('\u{feff}').expect("a table begins with a byte order mark");
    assert!(!csv.contains('\u{feff}'), "and with one only");
    let (mut records, mut record, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = csv.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, quoted) {
            ('"', true) if chars.peek() == Some(&'"') => field.push(chars.next().unwrap()),
            ('"', _) => quoted = !quoted,
            (',', false) => record.push(std::mem::take(&mut field)),
            ('\r', false) => {
                assert_eq!(chars.next(), Some('\n'), "lines end with CRLF");
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            _ => field.push(c),
        }
    }
    assert!(field.is_empty() && record.is_empty() && !quoted, "the last line ends, too");
    records
}

fn everywhere(document: &Document, name: &str, text: &str) {
    for clause in &document.clauses {
        assert!(text.contains(&clause.text), "{name} lacks {}: {}", clause.id, clause.text);
    }
}

#[test]
fn every_sentence_is_in_every_format_to_the_letter() {
    let explorer = whole();
    let without: [(&str, &[&str]); 2] =
        [("opinion.akn.xml", &["meta"]), ("opinion.tei.xml", &["teiHeader", "rdg", "note"])];
    for (name, without) in without {
        everywhere(explorer.document(), name, &text_of(&file(name), without));
    }
    let edition = text_of(&file("opinion.tei.xml"), &["teiHeader", "rdg", "note"]);
    for measure in &explorer.document().measures {
        let own = explorer.document().clauses.iter().filter(|clause| clause.measure == Some(measure.id));
        let paragraph: String = own.map(|clause| clause.text.as_str()).collect();
        assert!(edition.contains(&paragraph), "{}: a paragraph without spaces between its sentences", measure.id);
    }
    for name in ["opinion.txt", "opinion.json", "opinion.csv", "opinion.md", "opinion.jsonld"] {
        everywhere(explorer.document(), name, &file(name));
    }
}

#[test]
fn headings_and_title_are_in_every_format_that_has_structure() {
    let explorer = whole();
    let document = explorer.document();
    for name in ["opinion.txt", "opinion.json", "opinion.jsonld", "opinion.akn.xml", "opinion.tei.xml"] {
        let text = file(name);
        let measures = document.measures.iter().map(|measure| &measure.title);
        let chapters = document.chapters.iter().map(|chapter| &chapter.title);
        for heading in measures.chain(chapters).chain([&document.title]) {
            assert!(text.contains(heading.as_str()), "{name} lacks {heading}");
        }
    }
}

#[test]
fn every_file_is_given_by_its_name_and_no_other_is() {
    for (name, ..) in FILES {
        assert!(!file(name).is_empty(), "{name}");
    }
    assert!(export::file(whole().document(), "opinion.pdf").is_none());
}

#[test]
fn the_table_reads_back_as_the_contract() {
    let records = records(&file("opinion.csv"));
    let (head, rows) = records.split_first().unwrap();
    assert_eq!(head, &csv::COLUMNS);
    let data = json("opinion.json");
    let clauses = data["clauses"].as_array().unwrap();
    assert_eq!(rows.len(), clauses.len());
    for (row, clause) in rows.iter().zip(clauses) {
        let ids = |list: &Value| {
            let list = list.as_array().unwrap().iter();
            list.map(|it| it["id"].as_str().or(it.as_str()).unwrap()).collect::<Vec<_>>().join(" ")
        };
        for (name, cell) in head.iter().zip(row) {
            let value = if name == "witnesses" { &clause["support"]["witnesses"] } else { &clause[name] };
            let expected = match value {
                Value::Null => String::new(),
                Value::Number(n) => n.to_string(),
                Value::String(text) => text.clone(),
                list => ids(list),
            };
            assert_eq!(*cell, expected, "{} of {}", name, clause["id"]);
        }
    }
}

#[test]
fn some_sentences_alone_make_a_table_and_a_list_of_quotations() {
    let explorer = whole();
    let document = explorer.document();
    let some: Vec<_> = document.clauses.iter().filter(|clause| clause.text.contains("护理型床位")).collect();
    assert!(!some.is_empty() && some.len() < 5);
    assert_eq!(records(&csv::csv(document, &some)).len(), some.len() + 1);
    let quotations = markdown::markdown(document, &some);
    assert_eq!(quotations.lines().filter(|line| line.starts_with("> ")).count(), some.len());
}

#[test]
fn a_quotation_says_where_it_stands_and_what_was_changed_or_is_in_doubt() {
    let explorer = whole();
    let document = explorer.document();
    let list = file("opinion.md");
    let after = |text: &str| list.split_once(text).unwrap().1.split("\n> ").next().unwrap().to_owned();
    for clause in &document.clauses {
        let said = after(&clause.text);
        assert!(said.contains(&format!("`{}`", clause.id)) && said.contains(&markdown::place(document, clause)));
        let notes = document.variants.iter().filter(|it| it.clause == clause.id).map(|it| (&it.id, "校改"));
        let doubts = document.unconfirmed.iter().filter(|it| it.clause == clause.id).map(|it| (&it.id, "存疑"));
        let notes: Vec<_> = notes.chain(doubts).collect();
        assert_eq!(said.matches("校改：").count() + said.matches("存疑：").count(), notes.len(), "{}", clause.id);
        assert!(notes.iter().all(|(id, kind)| said.contains(*id) && said.contains(kind)), "{}", clause.id);
    }
    assert!(list.trim_end().ends_with("2025年3月2日成文，2025年6月9日公布。"));
}

#[test]
fn legislation_says_when_and_by_whom_and_invents_no_number() {
    let explorer = whole();
    let work = json("opinion.jsonld");
    assert_eq!((&work["legislationDate"], &work["datePublished"]), (&"2025-03-02".into(), &"2025-06-09".into()));
    let issuers: Vec<_> = work["legislationPassedBy"].as_array().unwrap().iter().map(|it| &it["name"]).collect();
    assert_eq!(issuers, explorer.document().issuers.iter().collect::<Vec<_>>());
    assert!(!work.to_string().contains("legislationIdentifier"));
    let head = serde_json::to_value(legislation::head(explorer.document())).unwrap();
    let mut short = work;
    short.as_object_mut().unwrap().remove("hasPart");
    assert_eq!(head, short, "for a page's head, the same without its parts");
}

#[test]
fn every_eid_is_in_akoma_ntoso_once_and_every_reference_leads_somewhere() {
    let explorer = whole();
    let xml = file("opinion.akn.xml");
    for clause in &explorer.document().clauses {
        assert_eq!(xml.matches(&format!(" eId=\"{}\"", clause.akn())).count(), 1, "{}", clause.id);
    }
    let references: Vec<&str> = values(&xml, "=\"#");
    assert!(references.len() >= explorer.document().variants.len() + explorer.document().unconfirmed.len());
    for reference in references {
        assert!(xml.contains(&format!(" eId=\"{reference}\"")), "{reference} is nowhere");
    }
    assert!(!xml.contains("FRBRnumber"), "the source gives no number");
}

/// What stands between this and the next quotation mark, everywhere.
fn values<'t>(text: &'t str, before: &str) -> Vec<&'t str> {
    text.split(before).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn the_edition_in_tei_has_the_print_among_its_readings_and_knows_its_witnesses() {
    let explorer = whole();
    let document = explorer.document();
    let xml = file("opinion.tei.xml");
    for variant in &document.variants {
        let app =
            xml.split_once(&format!("<app xml:id=\"{}\">", variant.id)).unwrap().1.split("</app>").next().unwrap();
        assert!(app.contains(&format!(">{}</lem>", variant.established)), "{}", variant.id);
        assert!(app.contains(&format!("<rdg wit=\"#O\">{}</rdg>", variant.printed)), "{}", variant.id);
    }
    for reading in &document.unconfirmed {
        assert!(xml.contains(&format!("<note target=\"#{}\">", reading.id)), "{}", reading.id);
    }
    let ids: BTreeSet<&str> = values(&xml, " xml:id=\"").into_iter().collect();
    let pointers = [" wit=\"", " target=\""].map(|name| values(&xml, name)).concat();
    for pointer in pointers.iter().flat_map(|list| list.split(' ')) {
        assert!(ids.contains(pointer.trim_start_matches('#')), "{pointer} is nowhere");
    }
}

#[test]
fn the_print_can_be_had_back_from_tei() {
    let explorer = whole();
    let print = text_of(&file("opinion.tei.xml"), &["teiHeader", "lem", "note"]);
    for variant in &explorer.document().variants {
        assert!(print.contains(&variant.printed) && !print.contains(&variant.established), "{}", variant.id);
    }
}

#[test]
fn every_evidence_is_an_annotation_that_finds_its_words_both_ways() {
    let explorer = whole();
    let document = explorer.document();
    let tags = document.clauses.iter().map(|it| &it.tags).chain(document.measures.iter().map(|it| &it.tags));
    let evidences: usize = tags.flatten().map(|tag| tag.evidence.len()).sum();
    let collection = json("opinion.annotations.jsonld");
    let items = collection["first"]["items"].as_array().unwrap();
    assert_eq!((items.len(), &collection["total"]), (evidences, &evidences.into()));
    let text = annotations::text(document);
    let units: Vec<u16> = text.encode_utf16().collect();
    let dictionary = file("README.md");
    let mut ids = BTreeSet::new();
    for item in items {
        assert!(ids.insert(item["id"].as_str().unwrap()), "{} is there twice", item["id"]);
        let of = |n: usize, name: &str| item["target"]["selector"][n][name].clone();
        let [exact, prefix, suffix] =
            ["exact", "prefix", "suffix"].map(|name| of(0, name).as_str().unwrap().to_owned());
        let [start, end] = ["start", "end"].map(|name| of(1, name).as_u64().unwrap() as usize);
        assert_eq!(String::from_utf16(&units[start..end]).unwrap(), exact, "{}", item["id"]);
        let around = [prefix.as_str(), &exact, &suffix].concat();
        assert_eq!(text.matches(&around).count(), 1, "{} is found once", item["id"]);
        let definition = item["body"][0]["source"].as_str().unwrap().strip_prefix("README.md#").unwrap();
        assert!(dictionary.contains(&format!("<a id=\"{definition}\"></a>")), "{definition} is defined nowhere");
    }
}

#[test]
fn the_text_file_is_what_the_digest_was_taken_of() {
    let explorer = whole();
    let lines = explorer.document().lines();
    assert_eq!(file("opinion.txt").lines().collect::<Vec<_>>(), lines);
    assert!(file("opinion.txt").ends_with('\n'));
}

#[test]
fn the_dictionary_defines_every_file_column_and_value() {
    let explorer = whole();
    let text = file("README.md");
    let names = FILES.iter().map(|(name, ..)| *name).chain(csv::COLUMNS);
    let values = explorer.document().vocabulary.values.iter().map(|value| value.id.as_str());
    for name in names.chain(values) {
        assert!(text.contains(&format!("`{name}` |")), "{name}");
    }
    for value in &explorer.document().vocabulary.values {
        for definition in [&value.definition.zh, &value.definition.en] {
            assert!(text.contains(&markdown::plain(definition)), "{definition}");
        }
    }
    let broken = text.lines().filter(|line| line.starts_with('|') && line.matches(" | ").count() != 2);
    assert_eq!(broken.collect::<Vec<_>>(), [""; 0], "every row has three cells");
}

#[test]
fn only_the_contract_says_who_wrote_the_witnesses() {
    let explorer = whole();
    let authored = explorer.document().witnesses.iter().filter(|witness| witness.publisher.zh.contains('（'));
    let authored: Vec<_> = authored.map(|witness| witness.publisher.zh.as_str()).collect();
    let says = |name: &str| authored.iter().any(|publisher| file(name).contains(publisher));
    let names = FILES.iter().map(|(name, ..)| *name).filter(|name| says(name));
    assert_eq!(names.collect::<Vec<_>>(), ["opinion.json"]);
}

#[test]
fn what_looks_like_markup_stays_text_in_xml() {
    let text = "<p>&amp;\"'养老'\"</p>";
    let file = xml("s").attr("n", text).text(text).file();
    assert_eq!(file.matches('<').count(), 3, "the declaration, the element's beginning and its end: {file}");
    assert!(text_of(&file, &[]).ends_with(text), "{file}");
}
