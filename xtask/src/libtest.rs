//! What a test program reports, in the machine format of Rust's test harness: one JSON object a line. The format is
//! unstable; rust-toolchain.toml pins the toolchain, and a report with a gap is a failure.

use minsheng_browser_tests::{LEFT_OUT, NOT_IN};
use serde::Deserialize;
use std::time::Duration;

/// The arguments by which a test program reports so. They need `RUSTC_BOOTSTRAP=1` in its environment.
pub const ARGUMENTS: [&str; 4] = ["-Z", "unstable-options", "--format", "json"];

/// A test that ran, or that the run left out.
#[derive(Debug)]
pub struct Test {
    pub name: String,
    pub outcome: Outcome,
    pub took: Duration,
}

impl Test {
    pub fn failed(&self) -> bool {
        matches!(self.outcome, Outcome::Failed(_))
    }

    pub fn passed(&self) -> bool {
        matches!(self.outcome, Outcome::Passed { .. } | Outcome::PassedAgain)
    }

    /// Learns how the test went when it was run again.
    pub fn try_again(&mut self, again: &Test) {
        if again.passed() {
            self.outcome = Outcome::PassedAgain;
        }
    }
}

/// How a test ended.
#[derive(Debug, PartialEq)]
pub enum Outcome {
    /// It passed, but was not tried in these engines.
    Passed { not_in: Vec<String> },
    /// It failed, and passed when it was run again, alone.
    PassedAgain,
    /// It failed, and printed this.
    Failed(String),
    /// It did not run, for this reason.
    LeftOut(String),
}

/// A line of the report. Which fields there are depends on the event.
#[derive(Deserialize)]
struct Event {
    #[serde(rename = "type")]
    kind: String,
    event: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    exec_time: f64,
    #[serde(default)]
    stdout: String,
    message: Option<String>,
    test_count: Option<usize>,
}

/// What a line told.
#[derive(Debug, PartialEq)]
pub enum Heard {
    /// A test ended: the last of the report's tests.
    Ended,
    /// A test still runs after a minute.
    Slow(String),
    /// Something that a program printed beside the report.
    Words(String),
    Nothing,
}

/// A program's report, as far as it has been read.
#[derive(Default)]
pub struct Report {
    pub tests: Vec<Test>,
    /// The tests that have begun and not ended.
    running: Vec<String>,
    announced: Option<usize>,
    is_whole: bool,
}

impl Report {
    /// Reads a line.
    pub fn hear(&mut self, line: &str) -> Heard {
        let Ok(event) = serde_json::from_str::<Event>(line) else { return Heard::Words(line.to_owned()) };
        match (event.kind.as_str(), event.event.as_str()) {
            ("suite", "started") => self.announced = event.test_count,
            ("suite", _) => self.is_whole = true,
            ("test", "started") => self.running.push(event.name),
            ("test", "timeout") => return Heard::Slow(event.name),
            _ => {
                self.running.retain(|name| *name != event.name);
                self.tests.push(Test { outcome: outcome(&event), took: took(&event), name: event.name });
                return Heard::Ended;
            }
        }
        Heard::Nothing
    }

    /// What a report lacks that is not whole: it names the tests that did not end.
    pub fn gap(&self) -> Option<String> {
        let (told, announced) = (self.tests.len(), self.announced.unwrap_or_default());
        if !self.is_whole {
            return Some(format!("the test program ended in the middle of: {}", self.running.join(", ")));
        }
        (told != announced).then(|| format!("the test program announced {announced} tests and told of {told}"))
    }
}

fn took(event: &Event) -> Duration {
    Duration::try_from_secs_f64(event.exec_time).unwrap_or_default()
}

fn outcome(event: &Event) -> Outcome {
    match event.event.as_str() {
        "ok" => Outcome::Passed { not_in: after(NOT_IN, &event.stdout) },
        "ignored" => Outcome::LeftOut(event.message.clone().unwrap_or_else(|| "without a reason".to_owned())),
        _ => match after(LEFT_OUT, &event.stdout).into_iter().next() {
            Some(what) => Outcome::LeftOut(format!("needs {what}")),
            None => Outcome::Failed(event.message.iter().chain([&event.stdout]).cloned().collect()),
        },
    }
}

/// The rests of the lines that begin with these words.
fn after(words: &str, text: &str) -> Vec<String> {
    text.lines().filter_map(|line| line.strip_prefix(words)).map(str::to_owned).collect()
}

/// The names in what a test program prints when asked to `--list`.
pub fn names(listed: &str) -> Vec<String> {
    let events = listed.lines().filter_map(|line| serde_json::from_str::<Event>(line).ok());
    events.filter(|event| event.event == "discovered").map(|event| event.name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Outcome::{Failed, LeftOut, Passed};

    const STARTED: &str = r#"{ "type": "suite", "event": "started", "test_count": 1 }"#;
    const ENDED: &str = r#"{ "type": "suite", "event": "ok", "passed": 1, "failed": 0, "exec_time": 1.5 }"#;

    fn read(lines: &[&str]) -> Report {
        let mut report = Report::default();
        lines.iter().for_each(|line| drop(report.hear(line)));
        report
    }

    fn one(event: &str, more: &str) -> Outcome {
        let line = format!(r#"{{ "type": "test", "name": "a", "event": "{event}"{more} }}"#);
        let mut report = read(&[STARTED, &line, ENDED]);
        assert_eq!(report.gap(), None);
        report.tests.remove(0).outcome
    }

    #[test]
    fn a_test_passes_fails_or_is_left_out_with_a_reason() {
        assert_eq!(one("ok", ""), Passed { not_in: Vec::new() });
        assert_eq!(one("ok", r#", "stdout": "not run in Firefox\n""#), Passed { not_in: vec!["Firefox".to_owned()] });
        assert_eq!(one("failed", r#", "stdout": "no card\n""#), Failed("no card\n".to_owned()));
        assert_eq!(one("failed", r#", "stdout": "left out: needs nginx\n""#), LeftOut("needs nginx".to_owned()));
        assert_eq!(one("ignored", r#", "message": "takes long""#), LeftOut("takes long".to_owned()));
    }

    #[test]
    fn a_tests_time_is_read() {
        let line = r#"{ "type": "test", "name": "a", "event": "ok", "exec_time": 1.5 }"#;
        assert_eq!(read(&[STARTED, line, ENDED]).tests.remove(0).took, Duration::from_millis(1500));
    }

    #[test]
    fn a_program_that_dies_names_the_tests_it_was_in() {
        let begun = r#"{ "type": "test", "event": "started", "name": "a" }"#;
        assert_eq!(read(&[STARTED, begun]).gap().as_deref(), Some("the test program ended in the middle of: a"));
    }

    #[test]
    fn a_report_that_lacks_a_test_says_so() {
        let gap = read(&[STARTED, ENDED]).gap();
        assert_eq!(gap.as_deref(), Some("the test program announced 1 tests and told of 0"));
    }

    #[test]
    fn other_lines_are_words_of_the_program() {
        assert_eq!(Report::default().hear("a greeting"), Heard::Words("a greeting".to_owned()));
    }

    #[test]
    fn the_listed_names_are_read() {
        let listed = [
            r#"{ "type": "suite", "event": "discovery" }"#,
            r#"{ "type": "test", "event": "discovered", "name": "a::b", "ignore": false }"#,
            r#"{ "type": "suite", "event": "completed", "tests": 1, "total": 1 }"#,
        ];
        assert_eq!(names(&listed.join("\n")), ["a::b"]);
    }
}
