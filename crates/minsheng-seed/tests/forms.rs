//! `seeds/forms.toml` has every other form of the characters of the text, and of readers' words for it, that OpenCC's tables fold to it, and no more.
//! `UPDATE_EXPECT=1` writes the file anew.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
};

use ferrous_opencc::{OpenCC, config::BuiltinConfig};
use minsheng_seed::compile;

const HEAD: &str = "\
# Other written forms (traditional, Taiwan, Hong Kong) of the characters in the text and in the words that readers are
# answered by, from the tables of OpenCC (https://github.com/BYVoid/OpenCC, Apache-2.0): form in the text = other forms.
# Read by minsheng-seed; written by `UPDATE_EXPECT=1 cargo test -p minsheng-seed --test forms`. Exceptions are made in
# vocabulary.toml, not here.

[forms]
";

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds/forms.toml")
}

/// The characters of the established text, and of the words that readers are answered by.
fn characters() -> BTreeSet<char> {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let Ok(document) = compile(&seeds) else { return BTreeSet::new() };
    let (synonyms, absent) = (document.synonyms.iter().map(|it| &it.words), document.absent.iter().map(|it| &it.words));
    let words = synonyms.chain(absent).flatten().cloned();
    document.lines().into_iter().chain(words).collect::<String>().chars().collect()
}

/// Character in the text → other forms, from three tables; the first that folds a form decides.
fn tables(text: &BTreeSet<char>) -> BTreeMap<char, BTreeSet<char>> {
    let configs = [BuiltinConfig::T2s, BuiltinConfig::Tw2s, BuiltinConfig::Hk2s];
    let tables = configs.map(|config| OpenCC::from_config(config).expect("the table is built in"));
    let mut forms: BTreeMap<char, BTreeSet<char>> = BTreeMap::new();
    for other in ('\u{3400}'..='\u{9fff}').filter(|other| !text.contains(other)) {
        let folded = |table: &OpenCC| {
            let folded: Vec<char> = table.convert(&other.to_string()).chars().collect();
            <[char; 1]>::try_from(folded).ok().map(|[form]| form).filter(|form| *form != other)
        };
        if let Some(form) = tables.iter().find_map(folded).filter(|form| text.contains(form)) {
            forms.entry(form).or_default().insert(other);
        }
    }
    forms
}

#[test]
fn forms_are_those_of_the_tables() {
    let text = characters();
    assert!(text.len() > 500, "seeds/ does not compile");
    let line =
        |(form, others): (&char, &BTreeSet<char>)| format!("\"{form}\" = {:?}\n", others.iter().collect::<String>());
    let written: String = tables(&text).iter().map(line).collect();
    let expected = format!("{HEAD}{written}");
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(file(), &expected).expect("seeds/forms.toml can be written");
    }
    let found = fs::read_to_string(file()).expect("seeds/forms.toml can be read");
    assert!(found == expected, "seeds/forms.toml is not what the tables give; run with UPDATE_EXPECT=1");
}
