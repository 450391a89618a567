//! Bakes `seeds/` into `OUT_DIR`, numbers, text and parts; stops the build with every diagnostic where a seed is wrong.

use std::{env, error::Error, fs, path::Path, process};

use minsheng_document::baked::bake;
use minsheng_seed::compile;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=seeds");
    let document = compile(Path::new("seeds")).unwrap_or_else(|diagnostics| {
        diagnostics.iter().for_each(|diagnostic| println!("cargo::error={diagnostic}"));
        process::exit(1)
    });
    let baked = bake(&document);
    let folder = env::var("OUT_DIR")?;
    fs::write(Path::new(&folder).join("opinion.numbers"), baked.numbers)?;
    fs::write(Path::new(&folder).join("opinion.text"), baked.text)?;
    fs::write(Path::new(&folder).join("opinion.notes"), baked.parts.notes)?;
    Ok(fs::write(Path::new(&folder).join("opinion.en"), baked.parts.english)?)
}
