//! Every directory under `tests/seed/err` is one way to break the good seeds of `tests/seed/ok/minimal`, and what the
//! compiler says then: `patch.toml` has the changes, `expected.txt` the diagnostics. `UPDATE_EXPECT=1` writes the latter.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use minsheng_seed::{Diagnostic, compile};
use toml::de::{DeTable, DeValue};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/seed")
}

/// A copy of the good seeds under this name, in cargo's directory for tests.
fn copy(name: &str) -> PathBuf {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&copy).expect("the test directory can be made");
    for entry in fs::read_dir(fixtures().join("ok/minimal")).expect("the good seeds are there").flatten() {
        fs::copy(entry.path(), copy.join(entry.file_name())).expect("a seed can be copied");
    }
    copy
}

fn text<'t>(change: &'t DeValue<'_>, key: &str) -> &'t str {
    change.get(key).and_then(|value| value.get_ref().as_str()).unwrap_or_else(|| panic!("a change needs `{key}`"))
}

fn edit(file: &Path, change: impl Fn(&str) -> String) {
    let before = fs::read_to_string(file).expect("the changed seed is there");
    fs::write(file, change(&before)).expect("a seed can be written");
}

/// Makes one change: `replace` what occurs once, `append`, or `delete` the file.
fn apply(kind: &str, change: &DeValue<'_>, seeds: &Path) {
    let file = seeds.join(text(change, "file"));
    match kind {
        "delete" => fs::remove_file(file).expect("the seed is there"),
        "append" => edit(&file, |before| before.to_owned() + text(change, "text")),
        "replace" => edit(&file, |before| {
            assert_eq!(before.matches(text(change, "from")).count(), 1, "`{}` must occur once", text(change, "from"));
            before.replacen(text(change, "from"), text(change, "to"), 1)
        }),
        _ => panic!("unknown change `{kind}`"),
    }
}

fn patch(case: &Path, seeds: &Path) {
    let source = fs::read_to_string(case.join("patch.toml")).expect("a fixture has a patch.toml");
    let changes = DeTable::parse(&source).expect("a patch is TOML").into_inner();
    for (kind, list) in &changes {
        for change in list.get_ref().as_array().into_iter().flatten() {
            apply(kind.get_ref(), change.get_ref(), seeds);
        }
    }
}

/// The diagnostics as lines, with `seeds` for the directory.
fn lines(diagnostics: Vec<Diagnostic>, seeds: &Path) -> String {
    let dir = seeds.to_string_lossy().replace('\\', "/");
    diagnostics.iter().map(|diagnostic| format!("{diagnostic}\n").replacen(&dir, "seeds", 1)).collect()
}

/// What differs, or nothing.
fn check(case: &Path) -> Option<String> {
    let name = case.file_name()?.to_string_lossy().into_owned();
    let seeds = copy(&name);
    patch(case, &seeds);
    let found = lines(compile(&seeds).err().unwrap_or_default(), &seeds);
    if env::var_os("UPDATE_EXPECT").is_some() && !found.is_empty() {
        fs::write(case.join("expected.txt"), &found).expect("expected.txt can be written");
    }
    let expected = fs::read_to_string(case.join("expected.txt")).unwrap_or_default();
    let differs = found.is_empty() || found != expected;
    differs.then(|| format!("{name}\n--- expected\n{expected}--- found\n{found}"))
}

#[test]
fn the_good_seeds_compile() {
    assert_eq!(compile(&fixtures().join("ok/minimal")).map(|document| document.clauses.len()), Ok(5));
}

#[test]
fn every_mistake_is_reported_as_expected() {
    let cases: Vec<PathBuf> = fs::read_dir(fixtures().join("err"))
        .expect("tests/seed/err is there")
        .map(|entry| entry.expect("it can be listed").path())
        .collect();
    let differences: Vec<String> = cases.iter().filter_map(|case| check(case)).collect();
    assert!(cases.len() >= 80, "fixtures are missing");
    assert!(differences.is_empty(), "{} fixtures differ\n\n{}", differences.len(), differences.join("\n"));
}
