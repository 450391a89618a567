//! The edition after a built one, for tests of how one follows the other. Takes a site; gives a folder in which every name
//! with a digest is another, and so is every page, script, style sheet and data file.

use crate::folders::{self, fresh};
use crate::{assets, cargo, offline};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What may end with a line more and mean the same.
const TEXTS: [&str; 4] = [".html", ".js", ".css", ".json"];

/// Writes the edition that follows a site's.
pub fn edition_after(site: &Path) -> Result<PathBuf> {
    let folder = fresh(&cargo::target_folder()?.join("web/next"))?;
    let mut files = BTreeMap::new();
    for (path, bytes) in folders::read_all(site)? {
        let name = path.strip_prefix(site)?.to_str().context("a name that is no text")?.to_owned();
        if offline::is_kept(&name) {
            files.insert(name, bytes);
        }
    }
    for (name, bytes) in changed(&files) {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(&folder))?;
        fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))?;
    }
    offline::write(&folder)?;
    Ok(folder)
}

fn changed(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let names = files.keys().filter(|name| assets::is_hashed(name)).map(|name| (name.as_str(), renamed(name)));
    let names = names.collect::<BTreeMap<_, _>>();
    let text_of = |bytes: &[u8]| {
        let text = str::from_utf8(bytes).ok()?.to_owned();
        Some(names.iter().fold(text, |text, (old, new)| text.replace(old, new)))
    };
    let file = |(name, bytes): (&String, &Vec<u8>)| {
        let mut bytes = text_of(bytes).map_or_else(|| bytes.clone(), String::into_bytes);
        if TEXTS.iter().any(|ending| name.ends_with(ending)) {
            bytes.push(b'\n');
        }
        (names.get(name.as_str()).unwrap_or(name).clone(), bytes)
    };
    files.iter().map(file).collect()
}

/// `explorer.3f9a1c2b04.css` → `explorer.40b2c1a9f3.css`.
fn renamed(name: &str) -> String {
    let parts = name.split('.').map(|part| {
        let is_digest = part.len() == 10 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_digest { part.chars().rev().collect() } else { part.to_owned() }
    });
    parts.collect::<Vec<String>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_edition_has_other_names_calls_them_so_and_has_other_bytes() {
        let files = [
            ("index.html", "<script src=\"explorer.3f9a1c2b04.js\">"),
            ("explorer.3f9a1c2b04.js", "import \"./notes.0123456789.txt\""),
            ("notes.0123456789.txt", "notes"),
            ("data/opinion.json", "{}"),
        ];
        let next = changed(&files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into());
        let expected = [
            ("index.html", "<script src=\"explorer.40b2c1a9f3.js\">\n"),
            ("explorer.40b2c1a9f3.js", "import \"./notes.9876543210.txt\"\n"),
            ("notes.9876543210.txt", "notes"),
            ("data/opinion.json", "{}\n"),
        ];
        assert_eq!(next, expected.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into());
    }
}
