//! Makes scripts and style sheets smaller without changing what they do: esbuild, from npm. Each file stays a file of its
//! own and calls the others by the same names; only `bundle` makes one of several.

use crate::assets::Asset;
use crate::folders::{self, fresh};
use crate::{cargo, npm, settings, step, system};
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The youngest JavaScript that is shipped (docs/hosting.md): what is younger is put in older words, or stops the build.
const FLOOR: &str = "--target=es2020";
/// The same for the script that runs where all others are not understood.
const OLDEST: &str = "--target=es5";
/// Its name.
const CLASSIC: &str = "boot.js";

const FLAGS: [&str; 4] = ["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning"];

/// What the page's script loads only once the page is there, or never.
pub const LATER: [&str; 13] = [
    "cite.js",
    "copying.js",
    "embedding.js",
    "printing.js",
    "quoting.js",
    "reading.js",
    "recovery.js",
    "speech.js",
    "whole.js",
    "offline.js",
    "overlay.js",
    "picture.js",
    "sharing.js",
];

/// The look of the views that no first filter waits for.
pub const VIEWS: &str = "views.css";
/// The look of paper, which no screen waits for.
pub const PRINT: &str = "print.css";

/// The files with their scripts and style sheets minified; as they are where node is not, which has been said.
pub fn files(assets: Vec<Asset>) -> Result<Vec<Asset>> {
    let (mut texts, others): (Vec<Asset>, Vec<Asset>) = assets.into_iter().partition(|asset| is_code(&asset.name));
    if npm::at_hand() {
        let (mut classic, mut modules) = texts.into_iter().partition::<Vec<_>, _>(|asset| asset.name == CLASSIC);
        step::quiet("minify the scripts and style sheets: esbuild --minify", || {
            minify(&mut classic, esbuild_for(OLDEST), &[])?;
            minify(&mut modules, esbuild(), &[])
        })?;
        texts = [classic, modules].concat();
    }
    Ok([texts, others].concat())
}

/// The files with this script and what it imports at once made one; all of them as they are where node is not.
pub fn joined(assets: Vec<Asset>, script: &str, imported: &[&str]) -> Result<Vec<Asset>> {
    if !npm::at_hand() {
        return Ok(assets);
    }
    let folder = fresh(&cargo::target_folder()?.join("web/joined"))?;
    folders::copy(&settings::root().join("www/shell"), &folder.join("shell"))?;
    for asset in &assets {
        fs::write(folder.join(&asset.name), &asset.bytes)?;
    }
    let mut command = esbuild();
    // What is imported when it is wanted stays where it is.
    command.args(["--bundle", "--format=esm", "--external:./*-plain.js"]);
    command.args(LATER.map(|name| format!("--external:./{name}")));
    let bytes = system::output(command.arg(folder.join(script)))?.stdout;
    let rest = assets.into_iter().filter(|asset| asset.name != script && !imported.contains(&asset.name.as_str()));
    Ok(rest.chain([Asset { name: script.to_owned(), bytes }]).collect())
}

/// Scripts minified, with what they leave open; what is then never reached is not there.
pub fn defined(mut scripts: Vec<Asset>, defined: &[(&str, Value)]) -> Result<Vec<Asset>> {
    let options = ["--format=esm".to_owned(), "--tree-shaking=true".to_owned()].into_iter().chain(definitions(defined));
    minify(&mut scripts, esbuild(), &options.collect::<Vec<_>>())?;
    Ok(scripts)
}

/// Writes one script that holds what the entry exports and all that this needs, and nothing else.
pub fn bundle(entry: &Path, to: &Path) -> Result<()> {
    let mut command = esbuild();
    command.args(["--bundle", "--format=esm"]).arg(entry).arg(option("--outfile", to));
    system::output(&mut command).map(drop)
}

/// One script of `www/embed/define.js` and what it imports but the engine, which it loads when it is wanted; with what
/// the sources leave open.
pub fn bundle_element(entry: &Path, defined: &[(&str, Value)], engine: &[&str]) -> Result<String> {
    let mut command = esbuild();
    command.args(["--bundle", "--format=esm"]).arg(entry);
    command.args(definitions(defined));
    command.args(engine.iter().map(|name| format!("--external:./{name}")));
    Ok(String::from_utf8(system::output(&mut command)?.stdout)?)
}

/// A kiosk's shell and all that it needs: `esm` for the site, `iife` for a page to hold.
pub fn bundle_shell(entry: &Path, format: &str, defined: &[(&str, Value)]) -> Result<String> {
    let mut command = esbuild();
    command.args(["--bundle", &format!("--format={format}"), "--log-override:empty-import-meta=silent"]).arg(entry);
    command.args(["--external:./offline.js", "--external:./*-plain.js"]);
    command.args(definitions(defined));
    Ok(String::from_utf8(system::output(&mut command)?.stdout)?)
}

fn is_code(name: &str) -> bool {
    name.ends_with(".js") || name.ends_with(".css")
}

fn definitions(defined: &[(&str, Value)]) -> impl Iterator<Item = String> {
    defined.iter().map(|(name, value)| format!("--define:{name}={value}"))
}

fn minify(assets: &mut [Asset], mut command: Command, options: &[String]) -> Result<()> {
    if assets.is_empty() {
        return Ok(());
    }
    let folder = cargo::target_folder()?.join("web/minify");
    let (written, minified) = (fresh(&folder.join("written"))?, fresh(&folder.join("minified"))?);
    command.args(options).arg(option("--outdir", &minified));
    for asset in assets.iter() {
        let path = written.join(&asset.name);
        fs::write(&path, &asset.bytes)?;
        command.arg(path);
    }
    system::output(&mut command)?;
    for asset in assets {
        asset.bytes =
            fs::read(minified.join(&asset.name)).with_context(|| format!("reading {} minified", asset.name))?;
    }
    Ok(())
}

fn esbuild() -> Command {
    esbuild_for(FLOOR)
}

fn esbuild_for(target: &str) -> Command {
    let mut command = npm::node("esbuild/bin/esbuild");
    command.args(FLAGS).arg(target);
    command
}

fn option(name: &str, path: &Path) -> String {
    format!("{name}={}", path.display())
}
