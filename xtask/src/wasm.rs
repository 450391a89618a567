//! The wasm module and its JavaScript glue: compiled, bound, optimised. Takes the settings, gives a folder with
//! `NAME.js`, `NAME_bg.wasm` and `NAME.d.ts`, and `NAME-plain.js`, which is the first two without WebAssembly.

use crate::assets::Asset;
use crate::settings::Settings;
use crate::{cargo, glue, kept, mvp, npm, plain, step, system};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// The generated files and where they are.
pub struct Module {
    pub folder: PathBuf,
    pub glue: String,
    pub wasm: String,
    pub types: String,
    /// Says only that it is absent where node is not.
    pub plain: String,
}

impl Module {
    fn new(folder: PathBuf, name: &str) -> Module {
        let [glue, wasm, types, plain] =
            [".js", "_bg.wasm", ".d.ts", "-plain.js"].map(|ending| name.to_owned() + ending);
        Module { folder, glue, wasm, types, plain }
    }

    /// One of its files.
    pub fn read(&self, name: &str) -> Result<Asset> {
        Asset::read(&self.folder, name)
    }

    pub fn wasm_path(&self) -> PathBuf {
        self.folder.join(&self.wasm)
    }
}

/// Makes the page's module, and the same without WebAssembly.
pub fn make(settings: &Settings) -> Result<Module> {
    let module = make_guarded(&settings.wasm.name, &settings.wasm.name, &[], settings)?;
    plain::make(&module)?;
    Ok(module)
}

/// Makes the embeds' module, and the same without WebAssembly. Its files have the names of the page's, in a folder of their own.
pub fn make_embed(settings: &Settings) -> Result<Module> {
    let module = make_guarded("embed", &settings.wasm.name, &["--features", "embed"], settings)?;
    plain::make(&module)?;
    Ok(module)
}

/// Makes the module that has everything, the page's and what no first filter waits for; and the same without WebAssembly.
pub fn make_whole(settings: &Settings) -> Result<Module> {
    let name = format!("{}_whole", settings.wasm.name);
    let module = make_guarded(&name, &name, &["--features", "whole"], settings)?;
    plain::make(&module)?;
    Ok(module)
}

/// The explorer's module, which scripts of others call.
fn make_guarded(folder: &str, name: &str, options: &[&str], settings: &Settings) -> Result<Module> {
    let module = make_in(folder, &settings.wasm.package, name, options, settings)?;
    glue::guard(&module.folder.join(&module.glue))?;
    Ok(module)
}

/// Makes a package's module, called `name`, as the page's is made. Without node it is left unoptimised, which is said:
/// it works the same in today's browsers and is larger.
pub fn make_package(package: &str, name: &str, options: &[&str], settings: &Settings) -> Result<Module> {
    make_in(name, package, name, options, settings)
}

fn make_in(folder: &str, package: &str, name: &str, options: &[&str], settings: &Settings) -> Result<Module> {
    let compiled = compile(package, options, &settings.wasm.target)?;
    let module = Module::new(cargo::target_folder()?.join("web").join(folder), name);
    step::quiet("generate the JavaScript glue: wasm-bindgen --target web", || bind(&compiled, &module, name))?;
    step::quiet("shorten the names by which glue and wasm call each other", || {
        let glue = module.folder.join(&module.glue);
        glue::shrink(&module.wasm_path(), &glue)?;
        glue::renew_slowly(&glue, &module.folder.join(&module.types))
    })?;
    if npm::at_hand() {
        optimise(&module, settings)?;
        mvp::check(&module.wasm_path())?;
    }
    Ok(module)
}

fn compile(package: &str, options: &[&str], target: &str) -> Result<PathBuf> {
    cargo::ensure_target(target)?;
    // `--crate-type`: cargo leaves link-time optimisation out where a library is built as an rlib too.
    let crate_type = ["--crate-type", "cdylib"];
    let arguments = ["rustc", "--release", "--lib", "--package", package, "--target", target];
    let arguments = [arguments.as_slice(), options, &crate_type].concat();
    let mut command = cargo::command(&arguments);
    command.args(cargo::without_machine_paths(target)?);
    let what = [&[package], options].concat().join(" ");
    step::timed(&format!("compile {what} to wasm"), || system::run(&mut command))?;
    let file = format!("{}.wasm", package.replace('-', "_"));
    Ok(cargo::target_folder()?.join(target).join("release").join(file))
}

fn bind(compiled: &Path, module: &Module, name: &str) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).out_name(name).web(true)?.typescript(true);
    // The glue finds the wasm beside itself, so the page need not name it.
    bindgen.omit_default_module_path(false);
    // `__wbg_reset_state()`: a new instance after a panic, which leaves the old one unusable.
    bindgen.reset_state_function(true);
    bindgen.generate(&module.folder)
}

/// Optimises in place. The same module with the same flags is taken from the last time.
fn optimise(module: &Module, settings: &Settings) -> Result<()> {
    let wasm = module.wasm_path();
    let bound = std::fs::read(&wasm)?;
    let flags = &settings.wasm_opt.flags;
    let kept = kept::or_made(&wasm, &[&bound, flags.join(" ").as_bytes()], |to| {
        let mut command = npm::node("binaryen/bin/wasm-opt");
        command.args(flags).arg(&wasm).arg("-o").arg(to);
        step::quiet(&format!("optimise the wasm: wasm-opt {}", flags.join(" ")), || {
            system::output(&mut command).map(drop)
        })
    })?;
    std::fs::copy(&kept, &wasm).context("taking the optimised module")?;
    step::say(&format!("  wasm: {} bytes, {} before wasm-opt", std::fs::metadata(&wasm)?.len(), bound.len()));
    Ok(())
}
