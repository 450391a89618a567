//! The development tools that a `package.json` pins. None of their install scripts run; nothing of them is shipped.

use crate::system::{self, NODE, NPM};
use crate::{settings, step};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// A copy of the lockfile that the installed tools came from.
const INSTALLED: &str = "node_modules/.installed-lock.json";

/// Installs the pinned tools where they are missing or other than the lockfile says.
pub fn ensure() -> Result<()> {
    install("the pinned tools", &settings::root())
}

/// Installs what a folder's lockfile pins, where it is missing or other.
pub fn install(what: &str, folder: &Path) -> Result<()> {
    system::ensure(&NODE)?;
    let lock = std::fs::read(folder.join("package-lock.json")).context("reading package-lock.json")?;
    if std::fs::read(folder.join(INSTALLED)).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let npm = system::ensure(&NPM)?;
    step::quiet(&format!("install {what}: npm ci --ignore-scripts"), || {
        let arguments = ["ci", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"];
        system::output(Command::new(npm).current_dir(folder).args(arguments))?;
        Ok(std::fs::write(folder.join(INSTALLED), lock)?)
    })
}

/// Whether the pinned tools can be had. The first time that they cannot, this says what the build does without.
pub fn at_hand() -> bool {
    static AT_HAND: OnceLock<bool> = OnceLock::new();
    *AT_HAND.get_or_init(|| {
        let outcome = ensure();
        if let Err(reason) = &outcome {
            step::say(&format!(
                "  NOT optimised, NOT minified; no module without WebAssembly, no embeds, no npm package: {reason:#}"
            ));
        }
        outcome.is_ok()
    })
}

/// A node command that runs a script of an installed tool at the repository's root.
pub fn node(script: &str) -> Command {
    let mut command = Command::new(NODE.program);
    command.current_dir(settings::root()).arg(installed(script));
    command
}

/// The path of a file that an installed tool brings.
pub fn installed(path: &str) -> PathBuf {
    settings::root().join("node_modules").join(path)
}
