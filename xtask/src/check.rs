//! `cargo xtask check`: everything that needs no browser and no build of the site. Format, lints for both targets,
//! native tests; the seeds are checked first of all, because nothing builds while they are wrong.

use crate::settings::{self, Settings};
use crate::tally::{Count, Tally};
use crate::{cargo, step, system};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

pub fn run(arguments: &[String]) -> Result<()> {
    if let Some(argument) = arguments.first() {
        bail!("`cargo xtask check` takes no arguments, not `{argument}`");
    }
    let mut tally = Tally::default();
    check(&settings::read()?, &mut tally);
    tally.close()
}

/// Adds all of these checks to a run.
pub fn check(settings: &Settings, tally: &mut Tally) {
    lint(settings, tally);
    native_tests(tally, None);
}

fn lint(settings: &Settings, tally: &mut Tally) {
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
pub fn native_tests(tally: &mut Tally, filter: Option<&str>) {
    tally.check("native tests: cargo test", || {
        let mut command =
            cargo::command(&["test", "--workspace", "--exclude", "minsheng-browser-tests", "--no-fail-fast"]);
        command.args(filter);
        Ok(((), count_tests(&mut command)?))
    });
}

fn cargo_run(arguments: &[&str]) -> Result<()> {
    system::run(&mut cargo::command(arguments))
}

/// Runs `cargo test`, shows what it prints, and adds up its results.
pub fn count_tests(command: &mut Command) -> Result<Count> {
    let mut process = command.stdout(Stdio::piped()).spawn().with_context(|| system::line(command))?;
    let mut count = Count::default();
    for line in BufReader::new(process.stdout.take().context("no output to read")?).lines() {
        let line = line?;
        if let Some(Count { passed, failed }) = result(&line) {
            count = Count { passed: count.passed + passed, failed: count.failed + failed };
        }
        step::say(&line);
    }
    let status = process.wait()?;
    if !status.success() && count.failed == 0 {
        bail!("{} failed ({status})", system::line(command));
    }
    Ok(count)
}

/// Reads libtest's `test result: ok. 3 passed; 0 failed; …`.
fn result(line: &str) -> Option<Count> {
    let (_, figures) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let figure = |label| figures.split("; ").find_map(|part| part.trim().strip_suffix(label)?.trim().parse().ok());
    Some(Count { passed: figure("passed")?, failed: figure("failed")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_test_runners_closing_line_is_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 1 filtered out; finished in 0.01s";
        assert_eq!(result(line), Some(Count { passed: 12, failed: 3 }));
        assert_eq!(result("running 3 tests"), None);
    }
}
