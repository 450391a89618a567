//! What `cargo xtask test` tells the tests through environment variables: addresses and paths; or why there is none.

use anyhow::{Result, bail};
use std::env::{VarError, var};
use std::fmt::{Display, Formatter};

/// Begins the line in a test's output that says what the test needs and its run leaves out.
pub const LEFT_OUT: &str = "left out: needs ";
/// Begins the line in a test's output that names an engine in which its run does not try it.
pub const NOT_IN: &str = "not run in ";

/// Set in runs that have time for tests of every combination.
pub const LONG_RUN: &str = "MINSHENG_LONG_RUN";

/// The test needs something that its run leaves out.
#[derive(Debug)]
pub(crate) struct LeftOut(pub(crate) String);

impl Display for LeftOut {
    fn fmt(&self, to: &mut Formatter<'_>) -> std::fmt::Result {
        write!(to, "{LEFT_OUT}{}", self.0)
    }
}

impl std::error::Error for LeftOut {}

/// Set instead of a variable that the run leaves out on purpose, to the name of the thing.
pub fn left_out_variable(variable: &str) -> String {
    format!("{variable}_LEFT_OUT")
}

/// Set instead of a variable whose thing did not start, to the reason.
pub fn missing_variable(variable: &str) -> String {
    format!("{variable}_MISSING")
}

/// What `cargo xtask test` has told the tests under a name.
///
/// # Errors
///
/// If the run leaves the thing out, if the thing did not start, and if `cargo xtask test` did not start the test.
pub fn given(variable: &str) -> Result<String> {
    look_up(variable, |name| var(name))
}

/// Whether the run has time for all steps of a long test. A test of a sample asks.
pub fn has_time() -> bool {
    given(LONG_RUN).is_ok()
}

fn look_up(variable: &str, var: impl Fn(&str) -> Result<String, VarError>) -> Result<String> {
    if let Ok(value) = var(variable) {
        return Ok(value);
    }
    if let Ok(what) = var(&left_out_variable(variable)) {
        return Err(LeftOut(what).into());
    }
    match var(&missing_variable(variable)) {
        Ok(reason) => bail!("{reason}"),
        Err(_) => bail!("{variable} is not set: run the browser tests with `cargo xtask test`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(name: &str, value: &str) -> Result<String> {
        let (name, value) = (name.to_owned(), value.to_owned());
        look_up("A", move |asked| if asked == name { Ok(value.clone()) } else { Err(VarError::NotPresent) })
    }

    #[test]
    fn a_thing_is_told_or_left_out_or_missing_with_its_reason() {
        assert_eq!(told("A", "an address").expect("it is told"), "an address");
        let left_out = told("A_LEFT_OUT", "nginx").expect_err("it is left out");
        assert_eq!(left_out.downcast_ref::<LeftOut>().map(|LeftOut(what)| what.as_str()), Some("nginx"));
        let missing = told("A_MISSING", "nginx did not start").expect_err("it is missing");
        assert!(missing.downcast_ref::<LeftOut>().is_none() && missing.to_string() == "nginx did not start");
        assert!(told("B", "").expect_err("nothing is told").to_string().contains("cargo xtask test"));
    }
}
