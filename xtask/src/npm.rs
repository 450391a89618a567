//! The development tools that a `package.json` pins. None of their install scripts run; nothing of them is shipped.

use crate::node::Node;
use crate::{settings, step, system};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// A copy of the lockfile that the installed tools came from.
const INSTALLED: &str = "node_modules/.installed-lock.json";

/// Runs the tools at the repository's root; none if a build goes on without them.
static AT_ROOT: OnceLock<Option<Node>> = OnceLock::new();

/// Installs the pinned tools, unless they are there in the lockfile's versions.
pub fn ensure() -> Result<()> {
    if !matches!(AT_ROOT.get(), Some(Some(_))) {
        let node = install("the pinned tools", &settings::root())?;
        // An equal one may be set already.
        let _ = AT_ROOT.set(Some(node));
    }
    Ok(())
}

/// Installs the tools that a folder's lockfile pins, unless they are there. Gives the Node.js that runs them.
pub fn install(what: &str, folder: &Path) -> Result<Node> {
    let node = Node::of(folder)?;
    let lock = std::fs::read(folder.join("package-lock.json")).context("reading package-lock.json")?;
    if std::fs::read(folder.join(INSTALLED)).is_ok_and(|installed| installed == lock) {
        return Ok(node);
    }
    step::quiet(&format!("install {what}: npm ci --ignore-scripts"), || {
        let arguments = ["ci", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"];
        system::output(node.npm().current_dir(folder).args(arguments))?;
        Ok(std::fs::write(folder.join(INSTALLED), lock)?)
    })?;
    Ok(node)
}

/// Lets a build go on without the pinned tools if they cannot be installed.
pub fn ensure_or_go_on() {
    if let Err(reason) = ensure() {
        step::say(&format!("  without the pinned tools: {reason:#}"));
        let _ = AT_ROOT.set(None);
    }
}

/// Whether the pinned tools are there. They are missing only in a build that was asked to go on without them.
pub fn at_hand() -> bool {
    matches!(AT_ROOT.get(), Some(Some(_)))
}

/// A node command that runs a script of an installed tool at the repository's root.
pub fn node(script: &str) -> Command {
    let node = AT_ROOT.get().and_then(Option::as_ref);
    let mut command = node.map_or_else(|| Command::new(system::NODE.program), Node::command);
    command.current_dir(settings::root()).arg(installed(script));
    command
}

/// The path of a file that an installed tool brings.
pub fn installed(path: &str) -> PathBuf {
    settings::root().join("node_modules").join(path)
}
