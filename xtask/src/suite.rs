//! The test programs: compiles them, runs them, and shows how each test went.

use crate::libtest::{self, Heard, Outcome, Report, Test};
use crate::{cargo, step, system};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// The program with all browser tests.
const BROWSER: &str = "reader";
/// A passed test that took longer than this is shown, so that a long run shows that it goes on.
const WORTH_SHOWING: Duration = Duration::from_secs(1);

/// How many failed tests at most are run a second time. More failures have a cause.
const MOST_AGAIN: usize = 3;

/// A compiled test program.
pub struct Program {
    name: String,
    path: PathBuf,
    /// The folder of its package. The program runs in it.
    folder: PathBuf,
}

/// Every test program of the workspace.
pub struct Programs {
    /// Needs no browser.
    pub native: Vec<Program>,
    pub browser: Program,
}

/// Groups of packages that are compiled together. Cargo unites the features that a group's packages ask for. xtask is a
/// group of its own, as in `cargo xtask`, so that its dependencies are compiled once.
const GROUPS: [&[&str]; 3] = [
    &["--workspace", "--exclude", "xtask", "--exclude", "minsheng-browser-tests"],
    &["--package", "xtask"],
    &["--package", "minsheng-browser-tests"],
];

/// Compiles every test program of the workspace.
pub fn build() -> Result<Programs> {
    let groups = GROUPS.iter().map(|group| compile(group)).collect::<Result<Vec<_>>>()?;
    let mut native = groups.into_iter().flatten().collect::<Vec<_>>();
    native.sort_by(|one, other| one.name.cmp(&other.name));
    let browser = native.iter().position(|program| program.name.ends_with(&format!("/{BROWSER}")));
    let browser = native.remove(browser.context("cargo compiled no browser tests")?);
    Ok(Programs { native, browser })
}

fn compile(packages: &[&str]) -> Result<Vec<Program>> {
    let mut command = cargo::command(&["test", "--no-run", "--message-format=json-render-diagnostics"]);
    let output = command.args(packages).stderr(Stdio::inherit()).output().with_context(|| system::line(&command))?;
    if !output.status.success() {
        bail!("{} failed ({})", system::line(&command), output.status);
    }
    Ok(String::from_utf8(output.stdout)?.lines().filter_map(program).collect())
}

/// The test program that a message of cargo's is about, if it is about one.
fn program(message: &str) -> Option<Program> {
    let message: Value = serde_json::from_str(message).ok()?;
    let path = message["executable"].as_str().filter(|_| message["profile"]["test"] == true)?;
    let folder = Path::new(message["manifest_path"].as_str()?).parent()?.to_owned();
    let name = format!("{}/{}", folder.file_name()?.to_string_lossy(), message["target"]["name"].as_str()?);
    Some(Program { name, path: path.into(), folder })
}

impl Program {
    /// The names of its tests that contain the filter.
    pub fn names(&self, filter: Option<&str>) -> Result<Vec<String>> {
        let listed = system::output(self.command(filter).arg("--list"))?;
        Ok(libtest::names(&String::from_utf8(listed.stdout)?))
    }

    /// Runs its tests whose names contain the filter, with these variables. Shows failed tests, slow ones and the sum.
    pub fn run(&self, filter: Option<&str>, variables: &[(String, std::ffi::OsString)]) -> Result<Vec<Test>> {
        let mut command = self.command(filter);
        command.envs(variables.iter().cloned());
        // A test that is asked for by name may take long.
        command.args(filter.map(|_| "--include-ignored"));
        let tests = self.listen(command)?;
        self.sum_up(&tests);
        Ok(tests)
    }

    /// The same, but without a filter runs failed tests a second time, alone, if they are few. The machine may have been busy. A test that
    /// passes then counts as passed; the end of the run names it.
    pub fn run_twice(&self, filter: Option<&str>, variables: &[(String, std::ffi::OsString)]) -> Result<Vec<Test>> {
        let mut tests = self.run(filter, variables)?;
        let failed = tests.iter().filter(|test| test.failed()).map(|test| test.name.clone()).collect::<Vec<_>>();
        if filter.is_some() || failed.is_empty() || failed.len() > MOST_AGAIN {
            return Ok(tests);
        }
        step::say(&format!("  again, one at a time: {}", failed.join(", ")));
        let mut command = self.command(None);
        command.args(["--include-ignored", "--test-threads=1", "--exact"]).args(failed).envs(variables.iter().cloned());
        for again in self.listen(command)? {
            tests.iter_mut().filter(|test| test.name == again.name).for_each(|test| test.try_again(&again));
        }
        Ok(tests)
    }

    /// Runs a command of this program and shows what its report tells, as it comes.
    fn listen(&self, mut command: Command) -> Result<Vec<Test>> {
        command.args(["--report-time", "--show-output"]);
        let mut process = command.stdout(Stdio::piped()).spawn().with_context(|| system::line(&command))?;
        let mut report = Report::default();
        for line in BufReader::new(process.stdout.take().context("no output to read")?).lines() {
            match report.hear(&line?) {
                Heard::Ended => report.tests.last().into_iter().for_each(show),
                Heard::Slow(name) => step::say(&format!("  still running after a minute: {name}")),
                Heard::Words(words) => step::say(&words),
                Heard::Nothing => {}
            }
        }
        let status = process.wait()?;
        if let Some(gap) = report.gap() {
            let outcome = Outcome::Failed(format!("{gap} ({status})"));
            report.tests.push(Test { name: self.name.clone(), outcome, took: Duration::ZERO });
            report.tests.last().into_iter().for_each(show);
        }
        Ok(report.tests)
    }

    fn command(&self, filter: Option<&str>) -> Command {
        let mut command = Command::new(&self.path);
        command.current_dir(&self.folder).env("RUSTC_BOOTSTRAP", "1").args(libtest::ARGUMENTS).args(filter);
        command
    }

    fn sum_up(&self, tests: &[Test]) {
        let passed = tests.iter().filter(|test| test.passed()).count();
        let failed = tests.iter().filter(|test| test.failed()).count();
        if passed + failed > 0 {
            step::say(&format!("  {}: {passed} passed, {failed} failed", self.name));
        }
    }
}

fn show(test: &Test) {
    let seconds = test.took.as_secs_f64();
    match &test.outcome {
        Outcome::Passed { .. } if test.took < WORTH_SHOWING => {}
        Outcome::Passed { .. } | Outcome::PassedAgain => {
            step::say(&format!("  ok        {seconds:>6.1} s  {}", test.name))
        }
        Outcome::LeftOut(reason) => step::say(&format!("  left out            {}: {reason}", test.name)),
        Outcome::Failed(output) => {
            step::say(&format!("  FAILED    {seconds:>6.1} s  {}", test.name));
            output.lines().for_each(|line| step::say(&format!("      {line}")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::program;

    #[test]
    fn test_programs_are_told_from_what_else_cargo_compiles() {
        let message = |test: bool| {
            format!(
                r#"{{ "reason": "compiler-artifact", "manifest_path": "/a/xtask/Cargo.toml", "executable": "/a/t-1",
                "target": {{ "name": "tidy" }}, "profile": {{ "test": {test} }} }}"#
            )
        };
        let found = program(&message(true)).expect("a test program");
        assert_eq!((found.name.as_str(), found.folder.to_str()), ("xtask/tidy", Some("/a/xtask")));
        assert!(program(&message(false)).is_none() && program(r#"{ "reason": "build-finished" }"#).is_none());
    }
}
