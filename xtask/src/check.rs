//! `cargo xtask check`: everything that needs no browser and no build of the site. Format, lints for both targets,
//! native tests; the seeds are checked first of all, because nothing builds while they are wrong.

use crate::settings::{self, Settings};
use crate::suite::{self, Program};
use crate::tally::Tally;
use crate::{cargo, system};
use anyhow::{Result, bail};

pub fn run(arguments: &[String]) -> Result<()> {
    if let Some(argument) = arguments.first() {
        bail!("`cargo xtask check` takes no arguments, not `{argument}`");
    }
    let mut tally = Tally::default();
    check(&settings::read()?, &mut tally);
    tally.close()
}

fn check(settings: &Settings, tally: &mut Tally) {
    lint(settings, tally);
    if let Some(programs) = tally.check_for("compile the tests", suite::build) {
        native_tests(&programs.native, None, tally);
    }
}

/// Format, seeds, and lints for both targets.
pub fn lint(settings: &Settings, tally: &mut Tally) {
    let Settings { wasm, .. } = settings;
    tally.check_one("format: cargo fmt --check", || cargo_run(&["fmt", "--all", "--check"]));
    tally.check_one("seeds: every annotation resolves", || {
        cargo_run(&["run", "--quiet", "--package", "minsheng-seed", "--", "seeds"])
    });
    tally.check_one("lints, native: cargo clippy", || {
        cargo_run(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"])
    });
    tally.check_one("lints, wasm: cargo clippy", || {
        cargo::ensure_target(&wasm.target)?;
        cargo_run(&["clippy", "--lib", "-p", &wasm.package, "--target", &wasm.target, "--", "--deny", "warnings"])
    });
}

/// The tests that need no browser; only those whose name contains the filter, if there is one.
pub fn native_tests(programs: &[Program], filter: Option<&str>, tally: &mut Tally) {
    tally.check_tests("native tests", || {
        let tests = programs.iter().map(|program| program.run(filter, &[])).collect::<Result<Vec<_>>>()?;
        Ok(tests.into_iter().flatten().collect())
    });
}

fn cargo_run(arguments: &[&str]) -> Result<()> {
    system::run(&mut cargo::command(arguments))
}
