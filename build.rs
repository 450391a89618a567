//! Bakes `seeds/` into `OUT_DIR/opinion.bin`; stops the build with every diagnostic where a seed is wrong.

use std::{env, error::Error, fs, path::Path, process};

use minsheng_seed::compile;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=seeds");
    let document = compile(Path::new("seeds")).unwrap_or_else(|diagnostics| {
        diagnostics.iter().for_each(|diagnostic| println!("cargo::error={diagnostic}"));
        process::exit(1)
    });
    let bytes = postcard::to_allocvec(&document)?;
    Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join("opinion.bin"), bytes)?)
}
