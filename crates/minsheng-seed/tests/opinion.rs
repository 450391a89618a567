//! The real seeds: the ids that are frozen, the emendations where they should be, and nothing unrelated in the bytes.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use minsheng_document::{
    Document, Eid,
    readings::{is_spoken, number},
};
use minsheng_seed::compile;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn opinion() -> Document {
    compile(&root().join("seeds")).unwrap_or_else(|diagnostics| panic!("seeds/ does not compile: {diagnostics:#?}"))
}

#[test]
fn ids_are_those_once_published() {
    let document = opinion();
    let headings = document.chapters.iter().map(|chapter| format!("{} {}{}\n", chapter.id, chapter.num, chapter.title));
    let measures = document.measures.iter().map(|measure| format!("{} {}{}\n", measure.id, measure.num, measure.title));
    let clauses = document.clauses.iter().map(|clause| {
        let start: String = clause.text.chars().take(12).collect();
        format!("{} {} {start}\n", clause.id, clause.akn())
    });
    let found: String = headings.chain(measures).chain(clauses).collect();
    // Written once; never rewritten, because links and quotations use these ids.
    let file = root().join("tests/seed/ids.txt");
    if env::var_os("UPDATE_EXPECT").is_some() && !file.exists() {
        fs::write(&file, &found).expect("tests/seed/ids.txt can be written");
    }
    assert_eq!(found, fs::read_to_string(file).expect("tests/seed/ids.txt can be read"));
}

#[test]
fn there_are_76_sentences_and_a_preamble() {
    let document = opinion();
    let sentences =
        |measure| document.clauses.iter().filter(|clause| clause.measure == Some(Eid::Measure(measure))).count();
    assert_eq!((1..=10).map(sentences).collect::<Vec<_>>(), [7, 8, 8, 4, 7, 6, 8, 4, 6, 11]);
    assert_eq!(document.clauses.iter().filter(|clause| matches!(clause.id, Eid::Safeguard(_))).count(), 7);
    assert_eq!(document.clauses.len(), 77);
}

#[test]
fn every_emendation_is_in_the_text_and_no_printed_error_is() {
    let document = opinion();
    let ids: Vec<&str> = document.variants.iter().map(|variant| variant.id.as_str()).collect();
    assert_eq!(ids, ["V5", "V2", "V6", "V3", "V1", "V7", "V4"]);
    for variant in &document.variants {
        let clause = document.clause(variant.clause).expect("the clause is there");
        assert_eq!(variant.span.of(&clause.text), variant.established);
        assert!(!clause.text.contains(&variant.printed), "{}", variant.id);
    }
}

#[test]
fn the_apparatus_and_the_lists_are_complete() {
    let document = opinion();
    let ids: Vec<&str> = document.unconfirmed.iter().map(|unconfirmed| unconfirmed.id.as_str()).collect();
    assert_eq!(ids, ["N2", "N8", "N7", "N6", "N4", "N9", "N11", "N10"]);
    let sigla: String = document.witnesses.iter().map(|witness| witness.siglum.as_str()).collect();
    assert_eq!(sigla, "OXBCDEPW");
    let targets: Vec<&str> = document.targets.iter().map(|target| target.id.as_str()).collect();
    assert_eq!(targets, ["t1s1", "t1s4", "t3s8", "t5s2", "t5s3", "t6s2", "t7s4", "t7s7"]);
    assert!(document.personas.len() >= 12 && document.synonyms.len() >= 25);
    assert!(document.folds.windows(2).all(|pair| matches!(pair, [(a, _), (b, _)] if a < b)));
}

/// What others say is told apart by who says it; only departments have an office, and no figure of theirs is a target.
#[test]
fn the_layers_are_told_apart() {
    let document = opinion();
    assert!(document.commentary.len() >= 60 && document.commentary.iter().any(|item| item.at.is_empty()));
    for item in &document.commentary {
        let layer = match item.source.as_str() {
            "E" | "D" | "X" => "explainer",
            "P" => "press",
            _ => "commentary",
        };
        assert_eq!(item.layer, layer, "{}", item.id);
        assert_eq!(item.layer == "press", !item.office.zh.is_empty() && !item.office.en.is_empty(), "{}", item.id);
    }
    let kinds = |kind| document.commentary.iter().filter(|item| item.kind == kind).count();
    assert!(kinds("context") >= 10 && kinds("not-in-text") >= 5);
}

/// E maps four concerns to sentences and headings; the layer says the same as the annotations, and names the gap.
#[test]
fn concerns_are_explained_where_they_are_annotated() {
    let document = opinion();
    let concern = document.vocabulary.facet("concern").expect("there is a facet of concerns");
    for (id, items) in [
        ("urgent", &["e-urgent"][..]),
        ("difficult", &["e-difficult-doctors", "e-difficult-homes"]),
        ("worrying", &["e-worrying"]),
        ("hoped-for", &["e-hoped-for"]),
    ] {
        let value = document.vocabulary.value(concern, id).expect("the concern is there");
        let measures = document.measures.iter().filter(|measure| measure.tags.iter().any(|tag| tag.value == value));
        let clauses = document.clauses.iter().filter(|clause| clause.tag(value).is_some());
        let mut tagged: Vec<Eid> = measures.map(|measure| measure.id).chain(clauses.map(|clause| clause.id)).collect();
        let items = document.commentary.iter().filter(|item| items.contains(&item.id.as_str()));
        let mut explained: Vec<Eid> = items.flat_map(|item| item.at.clone()).collect();
        tagged.sort();
        explained.sort();
        assert_eq!(tagged, explained, "{id}");
    }
    let gap = document.commentary.iter().find(|item| item.id == "e-unmapped").map(|item| item.at.clone());
    assert_eq!(gap, Some([3, 7, 8, 9].map(Eid::Measure).to_vec()));
}

#[test]
fn what_is_absent_says_so() {
    let document = opinion();
    assert!(document.absent.len() >= 36);
    for absent in &document.absent {
        assert!(
            absent.note.zh.contains("《意见》没有") && absent.note.en.contains("The Opinion "),
            "{:?}",
            absent.note
        );
        assert_eq!(absent.note.zh.matches('。').count(), 1, "one sentence: {}", absent.note.zh);
    }
}

/// Four places where a character is read as it seldom is: in 行业, 调配 and 目的地, and 给 by itself.
#[test]
fn all_of_the_text_is_read_and_cut_into_words() {
    let document = opinion();
    let headings = document.chapters.iter().map(|chapter| &chapter.title);
    let headings = headings.chain(document.measures.iter().map(|measure| &measure.title));
    let texts = headings.chain(document.clauses.iter().map(|clause| &clause.text)).chain([&document.title]);
    let spoken = texts.flat_map(|text| text.chars()).filter(|c| is_spoken(*c)).count();
    assert_eq!(document.readings.words.chars().map(|length| number(length) / 2).sum::<usize>(), spoken);
    assert_eq!(document.readings.exceptions.chars().count(), 2 * 4);
}

/// What a citizen must be able to see: 鼓励 and 可以 are each said once, of HPV vaccination and of union funds.
#[test]
fn hpv_vaccination_is_the_only_thing_encouraged() {
    let document = opinion();
    let saying = |word: &str| -> Vec<String> {
        document
            .clauses
            .iter()
            .filter(|clause| clause.text.contains(word))
            .map(|clause| clause.id.to_string())
            .collect()
    };
    assert_eq!(saying("鼓励"), ["m10s9"]);
    assert_eq!(saying("可以"), ["m7s8"]);
    // 「全面取消在就业地参加社会保险的户籍限制」 is said, in print, to have 19 characters.
    let span = document.targets.first().and_then(|target| target.evidence.first()).map(|quote| quote.span);
    assert_eq!(span.map(|span| span.end - span.start), Some(19));
}
