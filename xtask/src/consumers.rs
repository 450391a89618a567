//! What consumers do with the npm package: installed from its tarball, judged, built by the bundlers that
//! `tests/consumers/` pins, and served for the browser tests, one of them by a bundler's own development server.

use crate::folders::{copy, fresh, read_all};
use crate::node::Node;
use crate::process::Process;
use crate::server::{self, Serving, Site};
use crate::settings::{self, Settings};
use crate::{cargo, conditions, npm, package, step, system};
use anyhow::{Result, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The tests that need them.
pub const TESTS: &str = "the_package_works_for_its_consumers";
const SOURCE: &str = "tests/consumers";
/// How every WebAssembly module begins, in base64: `\0asm`.
const WASM_AS_TEXT: &str = "AGFzbQ";
/// The policy under which built pages are served: what the readme says suffices.
const POLICY: &str = "on/strict-wasm/sound/";

/// A folder outside of the sources in which the package is installed.
pub struct Consumers {
    folder: PathBuf,
    node: Node,
}

/// Pages of consumers, as long as this is kept.
pub struct Served {
    built: String,
    developed: String,
    _serving: Serving,
    _vite: Process,
}

impl Served {
    /// What tells a test where they are.
    pub fn variables(&self) -> [(&'static str, &str); 2] {
        [("MINSHENG_CONSUMERS", &self.built), ("MINSHENG_VITE", &self.developed)]
    }
}

/// Installs the consumers' tools where they are missing, and the package from its tarball.
pub fn install() -> Result<Consumers> {
    let folder = cargo::target_folder()?.join("consumers");
    copy(&settings::root().join(SOURCE), &folder)?;
    let node = npm::install("the consumers' bundlers, and what judges packages", &folder)?;
    let consumers = Consumers { folder, node };
    consumers.unpack(&consumers.pack()?)?;
    Ok(consumers)
}

impl Consumers {
    /// Packs the package; the tarball must hold what `files` lists and nothing else.
    fn pack(&self) -> Result<PathBuf> {
        let mut npm = self.node.npm();
        npm.args(["pack", "--ignore-scripts", "--pack-destination"]).arg(&self.folder);
        system::output(npm.current_dir(package::folder()))?;
        let tarball = self.folder.join(format!("minsheng-explorer-{}.tgz", package::VERSION));
        let held = system::output(Command::new("tar").arg("-tzf").arg(&tarball))?;
        let held = String::from_utf8(held.stdout)?;
        let held = held.lines().map(|line| line.trim_start_matches("package/").to_owned()).collect::<BTreeSet<_>>();
        let listed = package::listed(&fs::read(package::folder().join("package.json"))?)?;
        let differ = held.symmetric_difference(&listed).collect::<Vec<_>>();
        ensure!(differ.is_empty(), "the tarball and its package.json differ in {differ:?}");
        step::say(&format!("  tarball: {} bytes, {} files", fs::metadata(&tarball)?.len(), held.len()));
        Ok(tarball)
    }

    fn unpack(&self, tarball: &Path) -> Result<()> {
        let to = fresh(&self.folder.join("node_modules/minsheng-explorer"))?;
        let mut tar = Command::new("tar");
        system::output(tar.arg("-xzf").arg(tarball).arg("--strip-components=1").arg("-C").arg(to)).map(drop)
    }

    fn node(&self, script: &str) -> Command {
        let mut node = self.node.command();
        node.current_dir(&self.folder).arg(self.folder.join(script));
        node
    }

    /// What publint, attw and the schema of custom elements' manifests say of the package.
    pub fn judge(&self) -> Result<()> {
        let installed = self.folder.join("node_modules/minsheng-explorer");
        step::quiet("publint --strict", || {
            system::output(self.node("node_modules/publint/src/cli.js").args(["run", "--strict"]).arg(&installed))
        })?;
        step::quiet("attw --profile esm-only", || {
            // Not code: the module, and what is read by programs. And the code that only the element itself loads.
            let others = ["minsheng_bg.wasm", package::MANIFEST, "package.json", "minsheng-plain.js"];
            let mut attw = self.node("node_modules/@arethetypeswrong/cli/dist/index.js");
            attw.arg(format!("minsheng-explorer-{}.tgz", package::VERSION));
            attw.args(["--profile", "esm-only", "--no-emoji", "--exclude-entrypoints"]).args(others);
            system::output(&mut attw)
        })?;
        step::quiet("the manifest keeps to custom-elements-manifest's types: tsc", || self.check_manifest(&installed))
    }

    fn check_manifest(&self, installed: &Path) -> Result<()> {
        let manifest = fs::read_to_string(installed.join(package::MANIFEST))?;
        let path = self.folder.join("manifest.ts");
        let head =
            "import type { Package } from \"custom-elements-manifest/schema\";\nexport const manifest: Package = ";
        fs::write(&path, format!("{head}{manifest}"))?;
        let flags = ["--noEmit", "--strict", "--module", "esnext", "--moduleResolution", "bundler"];
        system::output(npm::node("typescript/bin/tsc").args(flags).arg(path)).map(drop)
    }

    /// Builds every page that is built.
    pub fn build(&self) -> Result<()> {
        let built = fresh(&self.folder.join("built"))?;
        copy(&self.folder.join("bare"), &built.join("bare"))?;
        copy(&self.folder.join("node_modules/minsheng-explorer"), &built.join("bare/minsheng-explorer"))?;
        step::quiet("vite build", || {
            let mut vite = self.node("node_modules/vite/bin/vite.js");
            vite.args(["build", "vite", "--base", "./", "--outDir"]).arg(built.join("vite"));
            system::output(&mut vite)
        })?;
        step::quiet("webpack", || system::output(self.node("webpack/build.js").arg(built.join("webpack"))))?;
        ["vite", "webpack"].iter().try_for_each(|name| is_whole_and_single(name, &built.join(name)))
    }

    /// Serves what is built, and starts Vite's development server.
    pub fn serve(&self, settings: &Settings) -> Result<Served> {
        let site = Site::new(self.folder.join("built"), "/consumers/", &settings.policy)?;
        let serving = server::serve(site.also(conditions::mounts()?), 0)?;
        let mut vite = self.node("node_modules/vite/bin/vite.js");
        vite.args(["vite", "--host", "127.0.0.1", "--port", "0", "--force"]);
        // It ends when asked to, not when nobody types any more; and says its address without colours.
        vite.envs([("CI", "true"), ("NO_COLOR", "1")]);
        let address = |line: &str| Some(format!("http://127.0.0.1:{}", line.split_once("http://127.0.0.1:")?.1));
        let (vite, developed) = Process::start_and_hear("Vite", &mut vite, address)?;
        let built = format!("http://127.0.0.1:{}/{POLICY}", serving.port);
        Ok(Served { built, developed, _serving: serving, _vite: vite })
    }
}

/// A bundler that does not see what the package's files are to each other writes the module into a script, or all files
/// a second time.
fn is_whole_and_single(name: &str, built: &Path) -> Result<()> {
    let (files, package) = (read_all(built)?, read_all(&package::folder())?);
    for (path, bytes) in files.iter().filter(|(_, bytes)| !is_wasm(bytes)) {
        ensure!(!holds_wasm(bytes), "{name}: {} holds WebAssembly as text", path.display());
    }
    let modules = files.iter().filter(|(_, bytes)| is_wasm(bytes)).count();
    ensure!(modules == 1, "{name} made {modules} WebAssembly modules");
    let weight = |files: &[(PathBuf, Vec<u8>)]| files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
    let (made, package) = (weight(&files), weight(&package));
    step::say(&format!("  {name}: {made} bytes made of the package's {package}"));
    ensure!(made <= package, "{name} made {made} bytes, more than the {package} of the package");
    Ok(())
}

fn is_wasm(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\0asm")
}

fn holds_wasm(bytes: &[u8]) -> bool {
    bytes.windows(WASM_AS_TEXT.len()).any(|window| window == WASM_AS_TEXT.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_written_as_text_is_seen() {
        assert!(holds_wasm(b"const wasm = \"data:application/wasm;base64,AGFzbQEAAAA\""));
        assert!(!holds_wasm(b"const wasm = new URL(\"minsheng_bg.wasm\", import.meta.url)"));
    }
}
