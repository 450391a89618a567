//! The wasm module and its JavaScript glue: compiled, bound, optimised. Takes the settings, gives a folder with
//! `NAME.js`, `NAME_bg.wasm` and `NAME.d.ts`.

use crate::settings::Settings;
use crate::{assets, cargo, glue, npm, step, system};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// The generated files and where they are.
pub struct Module {
    pub folder: PathBuf,
    pub glue: String,
    pub wasm: String,
    pub types: String,
}

impl Module {
    fn new(folder: PathBuf, name: &str) -> Module {
        Module { folder, glue: format!("{name}.js"), wasm: format!("{name}_bg.wasm"), types: format!("{name}.d.ts") }
    }

    pub fn wasm_path(&self) -> PathBuf {
        self.folder.join(&self.wasm)
    }
}

/// Makes the page's module.
pub fn make(settings: &Settings) -> Result<Module> {
    make_package(&settings.wasm.package, &settings.wasm.name, settings)
}

/// Makes a package's module, called `name`, as the page's is made. Without node it is left unoptimised, which is said:
/// it works the same and is larger.
pub fn make_package(package: &str, name: &str, settings: &Settings) -> Result<Module> {
    let compiled = compile(package, &settings.wasm.target)?;
    let module = Module::new(cargo::target_folder()?.join("web").join(name), name);
    step::quiet("generate the JavaScript glue: wasm-bindgen --target web", || bind(&compiled, &module, name))?;
    step::quiet("shorten the names by which glue and wasm call each other", || {
        glue::shrink(&module.wasm_path(), &module.folder.join(&module.glue))
    })?;
    match npm::ensure() {
        Ok(()) => optimise(&module, settings)?,
        Err(reason) => step::say(&format!("  NOT optimised, so the wasm is larger than it will be: {reason:#}")),
    }
    Ok(module)
}

fn compile(package: &str, target: &str) -> Result<PathBuf> {
    cargo::ensure_target(target)?;
    // `--crate-type`: cargo leaves link-time optimisation out where a library is built as an rlib too.
    let crate_type = ["--crate-type", "cdylib"];
    let arguments = ["rustc", "--release", "--lib", "--package", package, "--target", target];
    let arguments = [arguments.as_slice(), &crate_type].concat();
    let mut command = cargo::command(&arguments);
    command.args(cargo::without_machine_paths(target)?);
    step::timed(&format!("compile {package} to wasm"), || system::run(&mut command))?;
    let file = format!("{}.wasm", package.replace('-', "_"));
    Ok(cargo::target_folder()?.join(target).join("release").join(file))
}

fn bind(compiled: &Path, module: &Module, name: &str) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).out_name(name).web(true)?.typescript(true);
    // The glue finds the wasm beside itself, so the page need not name it.
    bindgen.omit_default_module_path(false);
    bindgen.generate(&module.folder)
}

/// Optimises in place. The same module with the same flags is taken from the last time.
fn optimise(module: &Module, settings: &Settings) -> Result<()> {
    let wasm = module.wasm_path();
    let plain = std::fs::read(&wasm)?;
    let flags = &settings.wasm_opt.flags;
    let kept = module.folder.join(format!("optimised-{}.wasm", key(&plain, flags)?));
    if !kept.is_file() {
        forget_others(&module.folder)?;
        let mut command = npm::node("binaryen/bin/wasm-opt");
        command.args(flags).arg(&wasm).arg("-o").arg(&kept);
        step::quiet(&format!("optimise the wasm: wasm-opt {}", flags.join(" ")), || system::output(&mut command))?;
    }
    std::fs::copy(&kept, &wasm).context("taking the optimised module")?;
    step::say(&format!("  wasm: {} bytes, {} before wasm-opt", std::fs::metadata(&wasm)?.len(), plain.len()));
    Ok(())
}

/// Names what the optimised module depends on: the module, the flags, the tools' versions.
fn key(plain: &[u8], flags: &[String]) -> Result<String> {
    let lock = std::fs::read(npm::installed(".package-lock.json"))?;
    Ok(assets::digest(&[plain, flags.join(" ").as_bytes(), &lock].concat()))
}

fn forget_others(folder: &Path) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with("optimised-") {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
