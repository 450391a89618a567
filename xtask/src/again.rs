//! Builds the same sources a second time, in another folder with another target folder, and compares every byte of
//! `dist/`: the same sources give the same bytes wherever they lie.

use crate::folders::{self, fresh};
use crate::{cargo, settings, system};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a checkout holds besides sources.
const NOT_SOURCES: [&str; 5] = [".git", "target", "dist", "node_modules", "pkg"];

/// Builds again and compares with `dist/`.
pub fn check() -> Result<()> {
    let folder = cargo::target_folder()?.join("again");
    let sources = fresh(&folder.join("another/folder/of/the/same/sources"))?;
    lay_sources(&settings::root(), &sources)?;
    let mut build = Command::new(std::env::current_exe().context("naming this program")?);
    build.arg("build").env(settings::ROOT, &sources).env("CARGO_TARGET_DIR", folder.join("target"));
    system::run(&mut build)?;
    compare(&settings::root().join("dist"), &sources.join("dist"))
}

fn lay_sources(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from).context("reading the sources")? {
        let entry = entry?;
        let name = entry.file_name();
        if NOT_SOURCES.iter().any(|other| name == *other) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            folders::copy(&entry.path(), &to.join(&name))?;
        } else {
            fs::copy(entry.path(), to.join(&name)).with_context(|| format!("copying {}", entry.path().display()))?;
        }
    }
    Ok(())
}

fn compare(one: &Path, other: &Path) -> Result<()> {
    let (first, second) = (files(one)?, files(other)?);
    let names = first.keys().chain(second.keys());
    let mut differ = names.filter(|name| first.get(*name) != second.get(*name)).collect::<Vec<_>>();
    differ.sort();
    differ.dedup();
    ensure!(differ.is_empty(), "the second build differs from the first in {differ:?}");
    Ok(())
}

fn files(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let named = |(path, bytes): (PathBuf, Vec<u8>)| Ok((path.strip_prefix(folder)?.to_owned(), bytes));
    folders::read_all(folder)?.into_iter().map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("minsheng-again-{name}-{}", std::process::id()));
        let folder = fresh(&folder).expect("a folder");
        files.iter().for_each(|(name, text)| fs::write(folder.join(name), text).expect("written"));
        folder
    }

    #[test]
    fn a_file_that_differs_or_is_missing_is_named() {
        let one = folder("one", &[("a.js", "1"), ("b.js", "1"), ("c.js", "1")]);
        let other = folder("other", &[("a.js", "1"), ("b.js", "2"), ("d.js", "1")]);
        compare(&one, &one).expect("a folder is the same as itself");
        let error = compare(&one, &other).expect_err("they differ").to_string();
        assert!(error.ends_with("[\"b.js\", \"c.js\", \"d.js\"]"), "{error}");
        [one, other].iter().for_each(|folder| fs::remove_dir_all(folder).expect("removed"));
    }
}
