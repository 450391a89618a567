//! Node.js and npm for the tools of a folder: the machine's; or, where these are older than the folder's `package.json`
//! asks for in `engines`, those that `tests/node/` pins, which npm itself delivers.

use crate::folders::copy;
use crate::system::{self, NODE, NPM};
use crate::{cargo, npm, settings};
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

const SOURCE: &str = "tests/node";

/// A version as far as `engines` compares it: major, minor, patch.
type Version = [u32; 3];

/// A Node.js and the npm that goes with it.
pub struct Node {
    program: PathBuf,
    npm: PathBuf,
    /// Whether npm is a script that this Node.js must run.
    is_brought: bool,
}

impl Node {
    /// What serves the tools of a folder.
    pub fn of(folder: &Path) -> Result<Node> {
        let wanted = engines(folder)?;
        let own = Node { program: system::ensure(&NODE)?, npm: system::ensure(&NPM)?, is_brought: false };
        let Some(lacking) = own.lacks(&wanted)? else { return Ok(own) };
        let brought = Node::brought().with_context(|| format!("{lacking}. Install a newer one"))?;
        match brought.lacks(&wanted)? {
            None => Ok(brought),
            Some(lacking) => bail!("{lacking}, and {SOURCE} brings no other"),
        }
    }

    /// Installs those that `tests/node/` pins, with the machine's npm.
    fn brought() -> Result<Node> {
        let platform = match std::env::consts::ARCH {
            "x86_64" => "linux-x64",
            "aarch64" => "linux-arm64",
            other => bail!("npm brings no Node.js for {other}"),
        };
        ensure!(cfg!(target_os = "linux"), "{SOURCE} brings Node.js for Linux only");
        let folder = cargo::target_folder()?.join("tools/node");
        copy(&settings::root().join(SOURCE), &folder)?;
        npm::install("a newer Node.js than the machine's", &folder)?;
        let modules = folder.join("node_modules");
        let program = modules.join(format!("node-{platform}/bin/node"));
        Ok(Node { program, npm: modules.join("npm/bin/npm-cli.js"), is_brought: true })
    }

    /// Says which of them is older than wanted, if one is.
    fn lacks(&self, wanted: &BTreeMap<String, Version>) -> Result<Option<String>> {
        for (name, wanted) in wanted {
            let mut command = if name == "npm" { self.npm() } else { self.command() };
            let said = String::from_utf8(system::output(command.arg("--version"))?.stdout)?;
            if version(&said)? < *wanted {
                let needed = wanted.map(|part| part.to_string()).join(".");
                return Ok(Some(format!("{name} is {} and must be {needed} or later", said.trim())));
            }
        }
        Ok(None)
    }

    /// A command that runs a script, its first argument. Programs that the script starts find the same Node.js.
    pub fn command(&self) -> Command {
        self.first_on_the_path(Command::new(&self.program))
    }

    /// An npm command.
    pub fn npm(&self) -> Command {
        if !self.is_brought {
            return Command::new(&self.npm);
        }
        let mut command = self.command();
        command.arg(&self.npm);
        command
    }

    fn first_on_the_path(&self, mut command: Command) -> Command {
        let own = self.program.parent().map(Path::to_owned);
        let others = std::env::var_os("PATH").unwrap_or_default();
        if let Ok(path) = std::env::join_paths(own.into_iter().chain(std::env::split_paths(&others))) {
            command.env("PATH", path);
        }
        command
    }
}

/// What a folder's `package.json` asks for.
fn engines(folder: &Path) -> Result<BTreeMap<String, Version>> {
    let text = std::fs::read_to_string(folder.join("package.json")).context("reading package.json")?;
    let about: Value = serde_json::from_str(&text).context("in package.json")?;
    let engines = about["engines"].as_object().into_iter().flatten();
    let least = |range: &Value| {
        let least = range.as_str().and_then(|range| range.strip_prefix(">="));
        version(least.with_context(|| format!("`engines` has {range}; xtask reads only `>=VERSION`"))?)
    };
    engines.map(|(name, range)| Ok((name.clone(), least(range)?))).collect()
}

/// Reads `v20.19.1`, `20.19` or `20`.
fn version(text: &str) -> Result<Version> {
    let mut version = [0; 3];
    for (number, part) in version.iter_mut().zip(text.trim().trim_start_matches('v').split('.')) {
        let digits = part.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        *number = digits.parse().with_context(|| format!("`{}` is not a version", text.trim()))?;
    }
    Ok(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        let version = |text| version(text).expect("a version");
        assert!(version("v18.20.4\n") < version("20.19") && version("9.2.0") < version("10"));
        assert_eq!(version("22.0.0-nightly1"), [22, 0, 0]);
        assert!(super::version("no version").is_err());
    }

    #[test]
    fn every_folder_of_npm_tools_says_which_versions_it_needs() {
        for folder in ["", "tests/pages", "tests/consumers"] {
            let engines = engines(&settings::root().join(folder)).expect("they are read");
            assert!(engines.contains_key("node") && engines.contains_key("npm"), "{folder}");
        }
    }
}
