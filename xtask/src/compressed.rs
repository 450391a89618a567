//! What a reader's browser takes instead of a file: the file compressed, beside it, so that a host sends it without
//! compressing anything itself. Takes finished folders; the files themselves stay as they are.

use crate::{assets, cargo};
use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Below this a response's headers weigh as much as what is saved. In bytes.
const LEAST: usize = 1000;

/// A way to compress: how its files' names end, and what makes them.
type Encoding = (&'static str, fn(&[u8]) -> Result<Vec<u8>>);
const ENCODINGS: [Encoding; 2] = [("br", brotli), ("gz", gzip)];

/// What the compressed bytes follow from beside the file: this code, and the versions of the crates it calls.
const RECIPE: [&[u8]; 2] = [include_bytes!("compressed.rs"), include_bytes!("../../Cargo.lock")];

/// Writes `FILE.br` and `FILE.gz` beside every file of these folders that gets smaller by it. The best compression takes
/// seconds: what it gave for the same bytes last time is kept, and what it gave for others is not.
pub fn beside(folders: &[PathBuf]) -> Result<()> {
    let store = cargo::target_folder()?.join("web/compressed");
    fs::create_dir_all(&store).context("making a folder for what is compressed")?;
    let mut used = BTreeSet::new();
    for path in folders.iter().map(|folder| files(folder)).collect::<Result<Vec<_>>>()?.concat() {
        let bytes = fs::read(&path)?;
        for (ending, encode) in ENCODINGS.iter().filter(|_| bytes.len() > LEAST) {
            let kept =
                store.join(format!("{}.{ending}", assets::digest(&[&bytes, RECIPE.concat().as_slice()].concat())));
            let compressed = kept_or_made(&kept, || encode(&bytes))?;
            if compressed.len() < bytes.len() {
                fs::write(named(&path, ending), compressed).with_context(|| format!("writing {}", path.display()))?;
            }
            used.insert(kept);
        }
    }
    let mut others = files(&store)?.into_iter().filter(|kept| !used.contains(kept));
    others.try_for_each(|other| Ok(fs::remove_file(other)?))
}

/// Whether a file only stands for another.
pub fn is_compressed(name: &str) -> bool {
    ENCODINGS.iter().any(|(ending, _)| name.strip_suffix(ending).is_some_and(|name| name.ends_with('.')))
}

/// As `brotli -q 11` does.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// As `gzip -9 -n` does: with neither a name nor a time, so that the same bytes give the same.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?)
}

/// Every file below a folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    Ok(found)
}

fn kept_or_made(kept: &Path, make: impl FnOnce() -> Result<Vec<u8>>) -> Result<Vec<u8>> {
    if let Ok(bytes) = fs::read(kept) {
        return Ok(bytes);
    }
    let bytes = make()?;
    // Renamed when it is whole, so that an interrupted run leaves nothing that looks finished.
    let unfinished = kept.with_extension("unfinished");
    fs::write(&unfinished, &bytes)?;
    fs::rename(&unfinished, kept).with_context(|| format!("keeping {}", kept.display()))?;
    Ok(bytes)
}

fn named(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{ending}"));
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compressed_comes_back_whole_and_the_same_bytes_give_the_same() {
        let bytes = "民生".repeat(1000).into_bytes();
        let mut whole = Vec::new();
        brotli::BrotliDecompress(&mut brotli(&bytes).expect("brotli").as_slice(), &mut whole).expect("brotli again");
        assert_eq!(whole, bytes);
        let gzipped = gzip(&bytes).expect("gzip");
        let mut reader = flate2::read::GzDecoder::new(gzipped.as_slice());
        let mut whole = Vec::new();
        std::io::Read::read_to_end(&mut reader, &mut whole).expect("gzip again");
        assert_eq!(whole, bytes);
        assert_eq!(reader.header().expect("a header").mtime(), 0);
        assert_eq!(gzip(&bytes).expect("gzip"), gzipped);
    }

    #[test]
    fn only_what_stands_for_another_file_is_compressed() {
        assert!(is_compressed("index.html.br") && is_compressed("a.wasm.gz"));
        assert!(!is_compressed("index.html") && !is_compressed("br") && !is_compressed("a.gzbr"));
    }
}
