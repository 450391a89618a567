//! Keeps what takes long to make, for as long as all it is made from stays the same.

use crate::{assets, npm};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The file that `make` writes to the path it is given, under a name like `path` with a digest of what it is made from,
/// the pinned tools' versions among it. Taken from the last time if it is there.
pub fn or_made(path: &Path, from: &[&[u8]], make: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let tools = fs::read(npm::installed(".package-lock.json")).context("reading the installed tools' versions")?;
    let digest = assets::digest(&[from.concat(), tools].concat());
    let kept = named(path, &digest)?;
    if !kept.is_file() {
        forget_others(&kept, path)?;
        // Renamed when it is whole, so that an interrupted run leaves nothing that looks finished.
        let unfinished = named(path, "unfinished")?;
        make(&unfinished)?;
        fs::rename(&unfinished, &kept).with_context(|| format!("keeping {}", kept.display()))?;
    }
    Ok(kept)
}

/// `plain.js` → `plain-3f9a1c2b04.js`.
fn named(path: &Path, digest: &str) -> Result<PathBuf> {
    let name = path.file_name().and_then(|name| name.to_str()).context("a path without a name")?;
    let (stem, extension) = name.rsplit_once('.').context("a name without an extension")?;
    Ok(path.with_file_name(format!("{stem}-{digest}.{extension}")))
}

/// Removes what was kept of earlier sources.
fn forget_others(kept: &Path, path: &Path) -> Result<()> {
    let parts = |path: &Path| Some((path.file_stem()?.to_str()?.to_owned(), path.extension()?.to_owned()));
    let wanted = parts(path).context("a path without a name")?;
    for entry in fs::read_dir(kept.parent().context("a path without a folder")?)? {
        let entry = entry?.path();
        let earlier = parts(&entry).is_some_and(|(stem, extension)| {
            extension == wanted.1 && stem.rsplit_once('-').is_some_and(|(stem, _)| stem == wanted.0)
        });
        if earlier {
            fs::remove_file(entry)?;
        }
    }
    Ok(())
}
