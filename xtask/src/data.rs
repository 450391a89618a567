//! The data: the document in every format that the page's program knows, and all of them as one archive. Takes the program.

use crate::assets::Asset;
use crate::{cargo, folders};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

const ARCHIVE: &str = "opinion.zip";

/// Every file of the data.
pub fn files(program: &Path) -> Result<Vec<Asset>> {
    let names = cargo::ask(program, &["files"])?;
    let files = names.lines().map(|name| {
        let bytes = cargo::ask(program, &["file", name])?.into_bytes();
        Ok(Asset { name: name.to_owned(), bytes })
    });
    let archive = cargo::ask_bytes(program, &["zip"])?;
    files.chain([Ok(Asset { name: ARCHIVE.to_owned(), bytes: archive })]).collect()
}

/// The same as a folder of nothing else.
pub fn write(program: &Path, folder: &Path) -> Result<Vec<Asset>> {
    let (folder, files) = (folders::fresh(folder)?, files(program)?);
    for file in &files {
        fs::write(folder.join(&file.name), &file.bytes).with_context(|| format!("writing {}", file.name))?;
    }
    Ok(files)
}
