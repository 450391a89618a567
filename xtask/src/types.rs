//! The TypeScript types of the JavaScript API and of the element: small programs that use them, `tests/types/`, must pass
//! tsc.

use crate::wasm::Module;
use crate::{embeds, npm, settings, system};
use anyhow::{Context, Result};
use std::fs;

/// The programs.
const CONSUMERS: [&str; 2] = ["consumer.ts", "embedder.ts"];

/// Checks the consumers against the generated and the written declarations.
pub fn check(module: &Module) -> Result<()> {
    let folder = module.folder.join("types");
    fs::create_dir_all(&folder)?;
    // Side by side, as a consumer has them, so that the import needs no path of this machine.
    fs::copy(module.folder.join(&module.types), folder.join(&module.types)).context("the generated types")?;
    for name in ["element.d.ts", "define.d.ts"] {
        fs::copy(embeds::source(name), folder.join(name)).context(name)?;
    }
    fs::copy(settings::root().join("src/web.d.ts"), folder.join("api.d.ts")).context("src/web.d.ts")?;
    for name in CONSUMERS {
        fs::copy(settings::root().join("tests/types").join(name), folder.join(name)).context(name)?;
    }
    let flags = ["--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler"];
    let mut tsc = npm::node("typescript/bin/tsc");
    tsc.args(flags).args(["--lib", "esnext,dom"]).args(CONSUMERS.map(|name| folder.join(name)));
    system::output(&mut tsc).map(drop)
}
