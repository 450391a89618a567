//! House rules a machine can see. What a reviewer says twice becomes a test here.

use std::{
    fs,
    path::{Path, PathBuf},
};

fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if endings.iter().any(|ending| path.extension().is_some_and(|e| e == *ending)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn module(path: &Path) -> String {
    let path = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    path.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

fn order() -> Vec<String> {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let line =
        |line: &str| line.trim_start_matches("pub ").strip_prefix("mod ").map(|m| m.trim_end_matches(';').to_owned());
    lib.lines().filter_map(line).collect()
}

#[test]
fn a_module_imports_only_modules_listed_above_it() {
    let order = order();
    assert!(order.len() > 10, "lib.rs lists its modules");
    for path in files("src", &["rs"]) {
        let own = module(&path);
        let Some(rank) = order.iter().position(|module| *module == own) else { continue };
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (n, below) in order.iter().enumerate().skip(rank + 1) {
            let grouped = code.split("use crate::{").skip(1).filter_map(|rest| rest.split("};").next());
            let named = grouped
                .flat_map(|list| list.lines())
                .any(|line| line.trim_start().starts_with(&format!("{below}::")) || line.trim() == format!("{below},"));
            assert!(!code.contains(&format!("crate::{below}")) && !named, "{} imports {below} ({n})", path.display());
        }
    }
}

#[test]
fn views_do_not_import_each_other() {
    for path in files("src/view", &["rs"]) {
        // What a page is made of asks no region for more than its own words.
        if path.ends_with("mod.rs") || path.ends_with("scene.rs") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for other in files("src/view", &["rs"]) {
            let other = other.file_stem().unwrap().to_string_lossy().into_owned();
            assert!(!text.contains(&format!("super::{other}")), "{} imports {other}", path.display());
        }
    }
}

#[test]
fn only_dom_and_web_know_a_browser() {
    for path in files("src", &["rs"]) {
        if ["dom", "web"].contains(&module(&path).as_str()) {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for word in ["wasm_bindgen", "web_sys", "js_sys"] {
            assert!(!text.contains(word), "{} names {word}", path.display());
        }
    }
}

#[test]
fn there_is_no_way_to_turn_text_into_markup_or_code() {
    let banned = [
        "inner_html",
        "outer_html",
        "insert_adjacent_html",
        "innerHTML",
        ".outerHTML",
        "\"outerHTML\"",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "document.cookie",
        ".forget()",
    ];
    for path in files("src", &["rs"]).into_iter().chain(files("www", &["js", "html"])) {
        let text = fs::read_to_string(&path).unwrap();
        for word in banned {
            assert!(!text.contains(word), "{} has {word}", path.display());
        }
        assert!(!text.contains(" style=\"") && !text.contains("\"style\""), "{} has an inline style", path.display());
    }
}

/// Methods that are younger than the oldest browser in `docs/hosting.md`. The build sees to younger words, but not to these.
/// Embeds start in younger browsers only.
#[test]
fn scripts_of_the_page_need_no_younger_browser_than_the_documentation_says() {
    let younger = [
        ".replaceChildren(",
        ".replaceAll(",
        ".at(",
        ".findLast(",
        ".toSorted(",
        ".toReversed(",
        ".checkVisibility(",
        "Object.hasOwn(",
        "Object.groupBy(",
        "structuredClone(",
        "randomUUID(",
        "AbortSignal.timeout(",
        "Promise.any(",
        "Promise.withResolvers(",
        ":is(",
        ":where(",
    ];
    for path in files("www", &["js"]).iter().filter(|path| !path.to_string_lossy().contains("/embed/")) {
        let text = fs::read_to_string(path).unwrap();
        for word in younger {
            assert!(!text.contains(word), "{} has {word}", path.display());
        }
    }
}

#[test]
fn the_official_text_is_nowhere_in_code() {
    let explorer = minsheng::page::Explorer::new();
    let code: Vec<(PathBuf, String)> = files("src", &["rs"])
        .into_iter()
        .chain(files("www", &["js", "html", "css"]))
        .map(|path| (path.clone(), fs::read_to_string(path).unwrap()))
        .collect();
    for clause in &explorer.document().clauses {
        let chars: Vec<char> = clause.text.chars().collect();
        for window in chars.windows(12) {
            let words: String = window.iter().collect();
            for (path, text) in &code {
                assert!(!text.contains(&words), "{} holds official text: {words}", path.display());
            }
        }
    }
}

#[test]
fn every_module_says_what_it_answers() {
    for path in files("src", &["rs"]).into_iter().chain(files("crates/minsheng-seed/src", &["rs"])) {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//!"), "{} has no //! head", path.display());
    }
}

#[test]
fn files_stay_readable() {
    for folder in ["src", "crates", "xtask", "www"] {
        for path in files(folder, &["rs", "js"]) {
            let lines = fs::read_to_string(&path).unwrap().lines().count();
            assert!(lines <= 400, "{} has {lines} lines", path.display());
        }
    }
}

#[test]
fn every_file_of_browser_tests_is_run() {
    let main = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/tests/main.rs")).unwrap();
    let files = files("tests/browser/tests", &["rs"]);
    assert!(files.len() > 40, "{} files", files.len());
    for path in files.iter().filter(|path| !path.ends_with("main.rs")) {
        let line = format!("mod {};", path.file_stem().unwrap().to_string_lossy());
        assert!(main.lines().any(|listed| listed == line), "main.rs does not have `{line}`");
    }
}
