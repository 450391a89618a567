//! Texts that a person has read once and that must stay as they are: the files of `goldens/`. `UPDATE_EXPECT=1` writes
//! them anew, for a person to read what has changed.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

/// Compares a text with the golden one of this name.
///
/// # Errors
///
/// Where they differ, with the first line that does.
pub fn expect(name: &str, text: &str) -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("goldens").join(format!("{name}.txt"));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::create_dir_all(path.parent().context("a folder")?)?;
        return fs::write(&path, text).with_context(|| format!("writing goldens/{name}.txt"));
    }
    let golden = fs::read_to_string(&path).with_context(|| format!("reading goldens/{name}.txt"))?;
    let mut lines = golden.lines().zip(text.lines()).enumerate();
    let first = lines.find(|(_, (was, is))| was != is);
    let first = first.map(|(n, (was, is))| format!("line {}:\n- {was}\n+ {is}", n + 1));
    let last = |text: &str| text.lines().last().unwrap_or_default().trim().to_owned();
    ensure!(
        golden == text,
        "goldens/{name}.txt: {}\nIf that is meant, write it anew with UPDATE_EXPECT=1.",
        first.unwrap_or_else(|| format!("it ended with “{}” and now ends with “{}”", last(&golden), last(text)))
    );
    Ok(())
}
