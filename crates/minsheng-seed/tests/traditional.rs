//! `seeds/traditional.toml` turns every Chinese word of the seeds, the interface and the scripts into what OpenCC turns it
//! into (Simplified to Traditional, Taiwan's characters), but for the deviations it lists. `UPDATE_EXPECT=1` writes its
//! characters anew; its words are reviewed, and a test names those that are missing and those that are not needed.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
};

use ferrous_opencc::{OpenCC, config::BuiltinConfig};
use minsheng_seed::{compile, traditional};
use toml::de::{DeTable, DeValue};

const GENERATED: &str = "[characters]\n";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn file() -> PathBuf {
    root().join("seeds/traditional.toml")
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// Every file below a folder that may hold Chinese words which a reader sees.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if path.is_dir() {
            found.extend(files(&path));
        } else if ["rs", "js", "html", "toml", "txt"].contains(&ending) && path.file_name() != file().file_name() {
            found.push(path);
        }
    }
    found
}

/// Every run of Chinese characters: of the established text, and of the sources of all else.
fn runs() -> BTreeSet<String> {
    let sources = ["seeds", "src", "www"].map(|folder| files(&root().join(folder)));
    let sources = sources.concat().into_iter().filter(|path| !path.ends_with("forms.toml"));
    let mut texts: Vec<String> = sources.map(|path| fs::read_to_string(path).expect("a text")).collect();
    texts.push(compile(&root().join("seeds")).expect("the seeds compile").lines().join("\n"));
    let runs = texts.iter().flat_map(|text| text.split(|c| !is_han(c)));
    runs.filter(|run| !run.is_empty()).map(str::to_owned).collect()
}

fn opencc() -> OpenCC {
    OpenCC::from_config(BuiltinConfig::S2tw).expect("the table is built in")
}

/// A section of the file: each word with its form.
fn section(name: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(file()).expect("seeds/traditional.toml can be read");
    let table = DeTable::parse(&text).expect("it is TOML").into_inner();
    let section = table.get(name).and_then(|section| section.get_ref().as_table()).expect("the section is there");
    let form = |value: &DeValue<'_>| {
        let form = value.get("form").map_or(value, |form| form.get_ref());
        form.as_str().expect("a form is a string").to_owned()
    };
    section.iter().map(|(word, value)| (word.get_ref().to_string(), form(value.get_ref()))).collect()
}

/// By the table: the longest word that begins at a place decides.
fn converted(table: &BTreeMap<String, String>, text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let ends = rest.char_indices().map(|(n, c)| n + c.len_utf8()).take(8).collect::<Vec<_>>();
        let found = ends.iter().rev().find_map(|end| table.get(&rest[..*end]).map(|form| (form, *end)));
        match found {
            Some((form, end)) => (out.push_str(form), rest = &rest[end..]),
            None => (out.push(first), rest = &rest[first.len_utf8()..]),
        };
    }
    out
}

/// What OpenCC makes of it, with the deviations where they stand.
fn expected(opencc: &OpenCC, deviations: &BTreeMap<String, String>, text: &str) -> String {
    let mut out: Vec<char> = opencc.convert(text).chars().collect();
    assert_eq!(out.len(), text.chars().count(), "{text}");
    for (word, form) in deviations {
        for (at, _) in text.match_indices(word.as_str()) {
            let at = text[..at].chars().count();
            out.splice(at..at + form.chars().count(), form.chars());
        }
    }
    out.into_iter().collect()
}

#[test]
fn characters_are_those_of_opencc() {
    let (opencc, used) = (opencc(), runs().iter().flat_map(|run| run.chars()).collect::<BTreeSet<char>>());
    assert!(used.len() > 900, "{} characters", used.len());
    let lines = used.iter().map(|c| (c.to_string(), opencc.convert(&c.to_string())));
    let lines = lines.filter(|(c, form)| c != form && form.len() == c.len());
    let lines: String = lines.map(|(c, form)| format!("\"{c}\" = \"{form}\"\n")).collect();
    let found = fs::read_to_string(file()).expect("seeds/traditional.toml can be read");
    let (reviewed, _) = found.split_once(GENERATED).expect("the section is there");
    let expected = format!("{reviewed}{GENERATED}{lines}");
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(file(), &expected).expect("seeds/traditional.toml can be written");
    } else {
        assert!(found == expected, "seeds/traditional.toml is not what OpenCC gives; run with UPDATE_EXPECT=1");
    }
}

#[test]
fn every_word_becomes_what_opencc_makes_of_it_but_for_the_deviations() {
    let (opencc, deviations) = (opencc(), section("deviations"));
    let table: BTreeMap<_, _> = ["words", "deviations", "characters"].into_iter().flat_map(section).collect();
    let runs = runs();
    let wrong = runs.iter().filter_map(|run| {
        let (found, expected) = (converted(&table, run), expected(&opencc, &deviations, run));
        (found != expected).then(|| format!("{run}: {found}, and OpenCC: {expected}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "review these, then list them in seeds/traditional.toml:\n{}", wrong.join("\n"));
}

#[test]
fn no_word_is_listed_that_changes_nothing() {
    let table: BTreeMap<_, _> = ["words", "deviations", "characters"].into_iter().flat_map(section).collect();
    let (opencc, runs) = (opencc(), runs());
    for (word, form) in section("words") {
        let mut less = table.clone();
        less.remove(&word);
        let changes = |run: &&String| run.contains(&word) && converted(&less, run) != converted(&table, run);
        assert!(runs.iter().any(|run| changes(&run)), "{word} = {form} changes nothing");
    }
    for word in section("deviations").keys() {
        let only = BTreeMap::from([(word.clone(), section("deviations")[word].clone())]);
        let deviates = |run: &&String| opencc.convert(run) != expected(&opencc, &only, run);
        assert!(runs.iter().any(|run| deviates(&run)), "{word} is what OpenCC says already");
    }
}

#[test]
fn the_table_has_the_longer_word_first_and_forms_as_long_as_their_words() {
    let table = traditional(&root().join("seeds")).expect("seeds/traditional.toml is right");
    let mut last = "\u{ffff}";
    assert!(table.lines().count() > 400);
    for line in table.lines() {
        let (word, form) = line.split_at(line.len() / 2);
        assert_eq!(word.chars().count(), form.chars().count(), "{line}");
        assert!(word < last, "{word} after {last}");
        last = word;
    }
}
