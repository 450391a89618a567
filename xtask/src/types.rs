//! The TypeScript types of the JavaScript API: a small program that uses them, `tests/types/`, must pass tsc.

use crate::wasm::Module;
use crate::{npm, settings, system};
use anyhow::{Context, Result};
use std::fs;

/// Checks the consumer against the generated declarations.
pub fn check(module: &Module) -> Result<()> {
    let folder = module.folder.join("types");
    fs::create_dir_all(&folder)?;
    // Side by side, as a consumer has them, so that the import needs no path of this machine.
    fs::copy(module.folder.join(&module.types), folder.join(&module.types)).context("the generated types")?;
    let consumer = settings::root().join("tests/types/consumer.ts");
    let copy = folder.join("consumer.ts");
    fs::copy(&consumer, &copy).context("tests/types/consumer.ts")?;
    let flags = ["--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler"];
    system::output(npm::node("typescript/bin/tsc").args(flags).args(["--lib", "esnext,dom"]).arg(copy)).map(drop)
}
