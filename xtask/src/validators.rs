//! What other people's validators say of the data: `tests/validators/validate.py` in an environment of its own, with what
//! `requirements.txt` there pins. And that each of them can say no: `breaks.py` breaks a copy in one way after the other.

use crate::settings::{self, Settings};
use crate::system::{self, Tool};
use crate::{cargo, data, step};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const SOURCE: &str = "tests/validators";
pub const PYTHON: Tool =
    Tool { program: "python3", packages: &["python3", "python3-venv"], purpose: "runs the data's validators" };
/// A copy of the pins that the installed validators came from.
const INSTALLED: &str = "installed.txt";
/// What is installed with all it asks for, and what without.
const PINS: [(&str, &[&str]); 2] = [("requirements.txt", &[]), ("schemas.txt", &["--no-deps"])];

/// The validators, installed, and the data they are about.
pub struct Validators {
    python: PathBuf,
    data: PathBuf,
}

/// Installs the validators where they are missing or other than pinned, and writes the data.
pub fn install(settings: &Settings) -> Result<Validators> {
    let folder = cargo::target_folder()?.join("validators");
    let python = environment(&folder.join("environment"))?;
    system::ensure(&system::JAVA)?;
    let data = folder.join("data");
    data::write(&cargo::build_program(&settings.wasm.package)?, &data)?;
    Ok(Validators { python, data })
}

impl Validators {
    /// Every file is what its format asks for.
    pub fn validate(&self) -> Result<()> {
        self.run("validate.py")
    }

    /// Every check notices what it is for.
    pub fn try_breaks(&self) -> Result<()> {
        self.run("breaks.py")
    }

    /// `-B`: without compiled files beside the sources.
    fn run(&self, script: &str) -> Result<()> {
        let script = source(script);
        system::run(Command::new(&self.python).arg("-B").arg(script).arg(&self.data))
    }
}

fn source(name: &str) -> PathBuf {
    settings::root().join(SOURCE).join(name)
}

/// The environment's Python.
fn environment(folder: &Path) -> Result<PathBuf> {
    let python = folder.join("bin/python");
    let pins = PINS.map(|(name, _)| fs::read(source(name)).with_context(|| format!("reading {SOURCE}/{name}")));
    let pins = pins.into_iter().collect::<Result<Vec<_>>>()?.concat();
    if fs::read(folder.join(INSTALLED)).is_ok_and(|installed| installed == pins) {
        return Ok(python);
    }
    step::quiet("install the data's validators: python3 -m venv, pip install --require-hashes", || {
        create(folder)?;
        PINS.iter().try_for_each(|(name, options)| pip(&python, name, options))?;
        Ok(fs::write(folder.join(INSTALLED), pins)?)
    })?;
    Ok(python)
}

/// Debian's Python comes without `venv` and without pip; then this installs them, or says how.
fn create(folder: &Path) -> Result<()> {
    let python = system::ensure(&PYTHON)?;
    let make = || system::output(Command::new(&python).args(["-m", "venv", "--clear"]).arg(folder));
    if make().is_ok() {
        return Ok(());
    }
    system::install(&format!("python3-venv, which {}", PYTHON.purpose), PYTHON.packages)?;
    make().map(drop)
}

fn pip(python: &Path, pins: &str, options: &[&str]) -> Result<()> {
    let mut pip = Command::new(python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]).args(options);
    system::output(pip.arg("-r").arg(source(pins))).map(drop)
}
