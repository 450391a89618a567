//! Folders and all that is below them.

use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// An empty folder, so that nothing of an earlier run is taken for new.
pub fn fresh(folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
    Ok(folder.to_owned())
}

/// Every file below a folder.
pub fn read_all(folder: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(read_all(&path)?);
        } else {
            let bytes = fs::read(&path)?;
            files.push((path, bytes));
        }
    }
    Ok(files)
}

/// Copies every file below a folder to the same place below another.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    for (path, bytes) in read_all(from)? {
        let path = to.join(path.strip_prefix(from)?);
        fs::create_dir_all(path.parent().unwrap_or(to))?;
        fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))?;
    }
    Ok(())
}
