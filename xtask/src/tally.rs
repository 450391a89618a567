//! Keeps count of a run's checks: each is carried out even when an earlier one failed, and the end says how all went.

use crate::step;
use anyhow::Result;
use std::time::{Duration, Instant};

/// How many things a check looked at, and how many of them were wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count {
    pub passed: usize,
    pub failed: usize,
}

impl Count {
    /// One thing, which was right.
    pub const ONE: Count = Count { passed: 1, failed: 0 };
    const ONE_WRONG: Count = Count { passed: 0, failed: 1 };
}

struct Line {
    check: String,
    count: Count,
    took: Duration,
}

/// The checks of a run, in order.
#[derive(Default)]
pub struct Tally(Vec<Line>);

impl Tally {
    /// Carries out a check and remembers how it went. An error counts as one failure and is shown at once.
    pub fn check<T>(&mut self, check: &str, work: impl FnOnce() -> Result<(T, Count)>) -> Option<T> {
        let start = Instant::now();
        let (value, count) = match step::timed(check, work) {
            Ok((value, count)) => (Some(value), count),
            Err(error) => {
                eprintln!("  {check}: {error:#}");
                (None, Count::ONE_WRONG)
            }
        };
        self.0.push(Line { check: check.to_owned(), count, took: start.elapsed() });
        value
    }

    /// A check that looks at one thing.
    pub fn check_one(&mut self, check: &str, work: impl FnOnce() -> Result<()>) -> bool {
        self.check(check, || work().map(|()| ((), Count::ONE))).is_some()
    }

    /// Prints the table and, last, `N passed, N failed`; an error if anything failed.
    pub fn close(&self) -> Result<()> {
        step::say("");
        for Line { check, count: Count { passed, failed }, took } in &self.0 {
            let mark = if *failed == 0 { "ok    " } else { "FAILED" };
            step::say(&format!(
                "{mark}  {:>6.1} s  {passed:>4} passed  {failed:>3} failed  {check}",
                took.as_secs_f64()
            ));
        }
        let passed: usize = self.0.iter().map(|line| line.count.passed).sum();
        let failed: usize = self.0.iter().map(|line| line.count.failed).sum();
        step::say(&format!("\n{passed} passed, {failed} failed"));
        anyhow::ensure!(failed == 0, "{failed} failed");
        Ok(())
    }
}
