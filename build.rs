//! Bakes `seeds/` into `OUT_DIR`: numbers, text and parts, and the table of Traditional forms; stops the build with every
//! diagnostic where a seed is wrong.

use std::{env, error::Error, fs, path::Path, process};

use minsheng_document::baked::bake;
use minsheng_seed::{Diagnostic, compile, traditional};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=seeds");
    let seeds = Path::new("seeds");
    let (document, table) = match (compile(seeds), traditional(seeds)) {
        (Ok(document), Ok(table)) => (document, table),
        (document, table) => stop(&[document.err(), table.err()].into_iter().flatten().flatten().collect::<Vec<_>>()),
    };
    let baked = bake(&document);
    let folder = env::var("OUT_DIR")?;
    fs::write(Path::new(&folder).join("opinion.numbers"), baked.numbers)?;
    fs::write(Path::new(&folder).join("opinion.text"), baked.text)?;
    fs::write(Path::new(&folder).join("opinion.notes"), baked.parts.notes)?;
    fs::write(Path::new(&folder).join("opinion.en"), baked.parts.english)?;
    Ok(fs::write(Path::new(&folder).join("traditional.forms"), table)?)
}

fn stop(diagnostics: &[Diagnostic]) -> ! {
    diagnostics.iter().for_each(|diagnostic| println!("cargo::error={diagnostic}"));
    process::exit(1)
}
