//! Cargo, asked by its own name: where it puts things, the wasm target, and the page's native program.

use crate::{settings, step, system};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A cargo command that runs at the repository's root.
pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(settings::root()).args(arguments);
    command
}

/// The folder cargo builds into, wherever the reader's configuration puts it.
pub fn target_folder() -> Result<PathBuf> {
    let metadata = system::output(&mut command(&["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: serde_json::Value = serde_json::from_slice(&metadata.stdout)?;
    metadata["target_directory"].as_str().map(PathBuf::from).context("cargo metadata names no target_directory")
}

/// Adds the compilation target where it is missing.
pub fn ensure_target(target: &str) -> Result<()> {
    let folder = system::output(Command::new("rustc").current_dir(settings::root()).args([
        "--print",
        "target-libdir",
        "--target",
        target,
    ]))?;
    let folder = String::from_utf8(folder.stdout)?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    step::timed(&format!("add the compilation target: rustup target add {target}"), || {
        system::run(Command::new("rustup").current_dir(settings::root()).args(["target", "add", target])).with_context(
            || {
                format!(
                    "the target {target} is missing; add it with `rustup target add {target}` or your system's Rust"
                )
            },
        )
    })
}

/// Options that keep this machine's paths out of what is compiled: panics name the file they stand in, and the same
/// sources must give the same bytes on every machine.
pub fn without_machine_paths(target: &str) -> Result<Vec<String>> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(Path::new(&std::env::var_os("HOME")?).join(".cargo"))).context("no CARGO_HOME")?;
    let Ok(registries) = std::fs::read_dir(home.join("registry/src")) else { return Ok(Vec::new()) };
    let mut options = Vec::new();
    for registry in registries {
        let remap = format!("--remap-path-prefix={}=crates", registry?.path().display());
        options.extend(["--config".to_owned(), format!("target.{target}.rustflags=['{remap}']")]);
    }
    Ok(options)
}

/// Builds the page's native program and gives its path.
pub fn build_program(package: &str) -> Result<PathBuf> {
    let build = &["build", "--package", package, "--bin", package];
    step::timed("build the program that prints the page and the data", || system::run(&mut command(build)))?;
    let name = format!("{package}{}", std::env::consts::EXE_SUFFIX);
    Ok(target_folder()?.join("debug").join(name))
}

/// What the page's native program prints, asked one thing.
pub fn ask(program: &Path, question: &[&str]) -> Result<String> {
    Ok(String::from_utf8(ask_bytes(program, question)?)?)
}

/// The same for what is no text.
pub fn ask_bytes(program: &Path, question: &[&str]) -> Result<Vec<u8>> {
    Ok(system::output(Command::new(program).args(question))?.stdout)
}
