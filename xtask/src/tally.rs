//! Keeps count of a run's parts: each is carried out even when an earlier one failed, and the end says how all went, how
//! long each took, which tests were slowest, which browsers were used, and what the run left out.

use crate::libtest::{Outcome, Test};
use crate::step;
use anyhow::Result;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// How many of the slowest tests the end names.
const SLOWEST: usize = 10;

/// How many things a part looked at, and how many of them were wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count {
    pub passed: usize,
    pub failed: usize,
}

impl Count {
    /// One thing, and it was right.
    pub const ONE: Count = Count { passed: 1, failed: 0 };
    const ONE_WRONG: Count = Count { passed: 0, failed: 1 };
}

/// Something failed, which the run has told.
#[derive(Debug)]
pub struct Failed;

impl std::fmt::Display for Failed {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "something failed")
    }
}

impl std::error::Error for Failed {}

struct Line {
    part: String,
    count: Count,
    took: Duration,
}

/// The parts of a run, in order, and what there is to say of them at the end.
#[derive(Default)]
pub struct Tally {
    lines: Vec<Line>,
    tests: Vec<Test>,
    /// What the run left out, each with the reason.
    left_out: Vec<(String, String)>,
    versions: Vec<String>,
}

impl Tally {
    /// Carries out a part and remembers how it went. An error counts as one failure and is shown at once.
    pub fn check<T>(&mut self, part: &str, work: impl FnOnce() -> Result<(T, Count)>) -> Option<T> {
        let start = Instant::now();
        let (value, count) = match step::timed(part, work) {
            Ok((value, count)) => (Some(value), count),
            Err(error) => {
                eprintln!("  {part}: {error:#}");
                (None, Count::ONE_WRONG)
            }
        };
        self.lines.push(Line { part: part.to_owned(), count, took: start.elapsed() });
        value
    }

    /// A part that gives something.
    pub fn check_for<T>(&mut self, part: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        self.check(part, || Ok((work()?, Count::ONE)))
    }

    /// A part that looks at one thing.
    pub fn check_one(&mut self, part: &str, work: impl FnOnce() -> Result<()>) -> bool {
        self.check_for(part, work).is_some()
    }

    /// A part that runs tests; each of them counts.
    pub fn check_tests(&mut self, part: &str, work: impl FnOnce() -> Result<Vec<Test>>) {
        let tests =
            self.check(part, || work().map(|tests| (count(&tests), tests)).map(|(count, tests)| (tests, count)));
        self.tests.extend(tests.unwrap_or_default());
    }

    /// Counts a failure if no test has run: a filter that names no test must not look like success.
    pub fn expect_tests(&mut self) {
        if self.tests.is_empty() {
            self.check_one("some test's name contains the filter", || anyhow::bail!("no test's name contains it"));
        }
    }

    /// Remembers that the run leaves something out.
    pub fn leave_out(&mut self, what: &str, why: &str) {
        self.left_out.push((what.to_owned(), why.to_owned()));
    }

    /// Remembers the version of a program that the run uses.
    pub fn used(&mut self, version: String) {
        self.versions.push(version);
    }

    /// Prints all that, and last `N passed, N failed`; an error if anything failed.
    pub fn close(&self) -> Result<()> {
        self.print_failed();
        self.print_slowest();
        self.print_list("Versions", self.versions.iter().cloned());
        let parts = self.left_out.iter().map(|(what, why)| format!("{what}: {why}"));
        self.print_list("Left out", parts.chain(tests_left_out(&self.tests)));
        self.print_parts();
        let sum = |of: fn(&Count) -> usize| self.lines.iter().map(|line| of(&line.count)).sum::<usize>();
        let (passed, failed) = (sum(|count| count.passed), sum(|count| count.failed));
        step::say(&format!("\n{passed} passed, {failed} failed"));
        anyhow::ensure!(failed == 0, Failed);
        Ok(())
    }

    fn print_parts(&self) {
        step::say("\nParts");
        for Line { part, count: Count { passed, failed }, took } in &self.lines {
            let (mark, seconds) = (if *failed == 0 { "ok    " } else { "FAILED" }, took.as_secs_f64());
            step::say(&format!("  {mark}  {seconds:>6.1} s  {passed:>4} passed  {failed:>3} failed  {part}"));
        }
        let all = self.lines.iter().map(|line| line.took).sum::<Duration>().as_secs();
        step::say(&format!("  together {} min {} s", all / 60, all % 60));
    }

    fn print_slowest(&self) {
        let mut tests = self.tests.iter().collect::<Vec<_>>();
        tests.sort_by_key(|test| std::cmp::Reverse(test.took));
        let line = |test: &&Test| format!("{:>6.1} s  {}", test.took.as_secs_f64(), test.name);
        self.print_list("The slowest tests", tests.iter().take(SLOWEST).map(line));
    }

    fn print_failed(&self) {
        let names =
            |is: fn(&Test) -> bool| self.tests.iter().filter(move |test| is(test)).map(|test| test.name.clone());
        self.print_list("Failed tests", names(Test::failed));
        self.print_list(
            "Tests that failed at first and passed alone",
            names(|test| test.outcome == Outcome::PassedAgain),
        );
    }

    fn print_list(&self, heading: &str, lines: impl Iterator<Item = String>) {
        let lines = lines.collect::<Vec<_>>();
        if !lines.is_empty() {
            step::say(&format!("\n{heading}"));
            lines.iter().for_each(|line| step::say(&format!("  {line}")));
        }
    }
}

fn count(tests: &[Test]) -> Count {
    let passed = tests.iter().filter(|test| test.passed()).count();
    let failed = tests.iter().filter(|test| test.failed()).count();
    Count { passed, failed }
}

/// A line for each reason for which tests did not run, and for each engine in which tests were not tried.
fn tests_left_out(tests: &[Test]) -> Vec<String> {
    let (mut reasons, mut engines) = (BTreeMap::<&str, Vec<&str>>::new(), BTreeMap::<&str, usize>::new());
    for test in tests {
        match &test.outcome {
            Outcome::LeftOut(reason) => reasons.entry(reason).or_default().push(&test.name),
            Outcome::Passed { not_in } => not_in.iter().for_each(|engine| *engines.entry(engine).or_default() += 1),
            Outcome::PassedAgain | Outcome::Failed(_) => {}
        }
    }
    let engines =
        engines.iter().map(|(engine, count)| format!("{engine} for tests that ran in other browsers: {count}"));
    engines.chain(reasons.iter().map(|(reason, names)| format!("{reason}: {}", by_file(names)))).collect()
}

/// `a_file (2), another_file (1)`
fn by_file(names: &[&str]) -> String {
    let mut files = BTreeMap::<&str, usize>::new();
    names.iter().for_each(|name| *files.entry(name.split("::").next().unwrap_or_default()).or_default() += 1);
    files.iter().map(|(file, count)| format!("{file} ({count})")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn test(name: &str, outcome: Outcome) -> Test {
        Test { name: name.to_owned(), outcome, took: Duration::ZERO }
    }

    #[test]
    fn a_test_that_is_left_out_neither_passes_nor_fails_and_is_named() {
        let left_out = |name| test(name, Outcome::LeftOut("needs nginx".to_owned()));
        let passed = test("c::d", Outcome::Passed { not_in: vec!["Firefox".to_owned()] });
        let tests = [left_out("a::b"), left_out("a::c"), passed, test("e", Outcome::Failed(String::new()))];
        assert_eq!(count(&tests), Count { passed: 1, failed: 1 });
        assert_eq!(tests_left_out(&tests), ["Firefox for tests that ran in other browsers: 1", "needs nginx: a (2)"]);
    }

    #[test]
    fn a_failed_test_that_passes_alone_counts_as_passed() {
        let passed = test("a", Outcome::Passed { not_in: Vec::new() });
        let mut again = test("a", Outcome::Failed(String::new()));
        again.try_again(&test("a", Outcome::Failed(String::new())));
        assert_eq!(count(std::slice::from_ref(&again)), Count { passed: 0, failed: 1 });
        again.try_again(&passed);
        assert_eq!(count(std::slice::from_ref(&again)), Count { passed: 1, failed: 0 });
    }

    #[test]
    fn a_failed_part_is_counted_and_the_others_go_on() {
        let mut tally = Tally::default();
        assert!(!tally.check_one("a part", || anyhow::bail!("it is wrong")));
        assert_eq!(tally.check_for("another part", || Ok(3)), Some(3));
        assert!(tally.close().expect_err("one failed").is::<Failed>());
    }
}
