//! Where a test runs: the browsers and the site that `cargo xtask test` has started. A failed test leaves a picture. A
//! test that needs something its run leaves out ends at once and says so; `cargo xtask test` then counts it as left out.

use crate::given::{LEFT_OUT, LONG_RUN, LeftOut, NOT_IN, given};
use crate::{Engine, Host, Page, Session};
use anyhow::{Error, Result};
use std::path::{Path, PathBuf};

/// Where the site's address is found.
const SITE: &str = "MINSHENG_URL";

/// Runs a test on a page of its own. On failure the window is saved to `target/browser-failures/`.
///
/// # Panics
///
/// Where the test fails, and where it was not started by `cargo xtask test`.
pub fn on_page(test: impl FnOnce(&Page) -> Result<()>) {
    on_page_of(SITE, test);
}

/// Where the address of the kiosk's one file is found, on the disk.
pub const KIOSK: &str = "MINSHENG_KIOSK";

/// Runs a test on a page of its own whose site is at the address in an environment variable, not where the others are.
///
/// # Panics
///
/// As `on_page` does.
pub fn on_page_of(variable: &str, test: impl FnOnce(&Page) -> Result<()>) {
    on_page_in(Engine::default(), variable, test);
}

/// The same in an engine.
///
/// # Panics
///
/// As `on_page` does.
pub fn on_page_in(engine: Engine, variable: &str, test: impl FnOnce(&Page) -> Result<()>) {
    conclude(given(variable).and_then(|site| attempt(engine, &site, test)));
}

/// Runs a test on a page of its own whose site has a host of its own.
///
/// # Panics
///
/// As `on_page` does.
pub fn with_a_host(test: impl FnOnce(&Page, &mut Host) -> Result<()>) {
    conclude(attempt_with_a_host(Engine::default(), test));
}

/// Runs a test in these engines, as far as the run has them, one after the other, on a page and with a host of its own each.
///
/// # Panics
///
/// As `in_every_engine` does.
pub fn with_a_host_in(engines: &[Engine], test: impl Fn(&Page, &mut Host) -> Result<()>) {
    all_hold(engines.iter().map(|engine| (*engine, attempt_with_a_host(*engine, &test))));
}

/// Runs a test in every engine of this run, one after the other, on a page of its own each; says in which engines it failed.
///
/// # Panics
///
/// Where the test fails in any engine, and where it was not started by `cargo xtask test`.
pub fn in_every_engine(test: impl Fn(&Page) -> Result<()>) {
    in_every_engine_of(SITE, test);
}

/// The same in these engines only, as far as the run has them.
///
/// # Panics
///
/// As `in_every_engine` does.
pub fn in_engines(engines: &[Engine], test: impl Fn(&Page) -> Result<()>) {
    all_hold(engines.iter().map(|engine| (*engine, given(SITE).and_then(|site| attempt(*engine, &site, &test)))));
}

/// The same for a site whose address is in another environment variable.
///
/// # Panics
///
/// As `in_every_engine` does.
pub fn in_every_engine_of(variable: &str, test: impl Fn(&Page) -> Result<()>) {
    all_hold(Engine::ALL.map(|engine| (engine, given(variable).and_then(|site| attempt(engine, &site, &test)))));
}

/// Ends the test: panics if it failed in any engine, and if the run leaves out all of its engines.
fn all_hold(outcomes: impl IntoIterator<Item = (Engine, Result<()>)>) {
    let (mut failures, mut left_out, mut tried) = (Vec::new(), Vec::new(), 0);
    for (engine, outcome) in outcomes {
        match outcome.as_ref().err().map(|error| (error, needs(error))) {
            Some((_, Some(what))) => left_out.push((engine, what.to_owned())),
            Some((error, None)) => failures.push(format!("in {engine}: {error:#}")),
            None => tried += 1,
        }
    }
    if failures.is_empty() && tried == 0 {
        let needed = left_out.into_iter().map(|(_, what)| what).collect::<Vec<_>>();
        return conclude(Err(LeftOut(needed.join(" or ")).into()));
    }
    left_out.iter().for_each(|(engine, _)| println!("{NOT_IN}{engine}"));
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Leaves the test out of a run that has no time for it, before it starts a browser.
///
/// # Panics
///
/// Where the run has no time.
pub fn needs_a_long_run() {
    conclude(given(LONG_RUN).map(drop));
}

/// Ends the test: panics if it failed or is left out. `cargo xtask test` knows the second by its line.
fn conclude(outcome: Result<()>) {
    if let Err(error) = outcome {
        if let Some(what) = needs(&error) {
            println!("{LEFT_OUT}{what}");
        }
        panic!("{error:#}");
    }
}

/// What the test needs, if that is why it did not run.
fn needs(error: &Error) -> Option<&str> {
    error.downcast_ref::<LeftOut>().map(|LeftOut(what)| what.as_str())
}

fn attempt_with_a_host(engine: Engine, test: impl FnOnce(&Page, &mut Host) -> Result<()>) -> Result<()> {
    given(engine.driver_variable())?;
    let mut host = Host::start()?;
    attempt(engine, &host.url(), |page| test(page, &mut host))
}

fn attempt(engine: Engine, site: &str, test: impl FnOnce(&Page) -> Result<()>) -> Result<()> {
    let session = Session::start(&given(engine.driver_variable())?, engine)?;
    let page = Page::new(session, site)?;
    let camera = Camera(&page);
    let outcome = test(&page);
    if outcome.as_ref().is_err_and(|error| needs(error).is_none()) {
        camera.shoot();
    }
    outcome
}

/// Takes a picture of the window; by itself when the test it watches panics.
struct Camera<'a>(&'a Page);

impl Camera<'_> {
    fn shoot(&self) {
        match save(self.0) {
            Ok(path) => eprintln!("the window as it was in {}: {}", self.0.engine(), path.display()),
            Err(error) => eprintln!("no picture of the window in {}: {error:#}", self.0.engine()),
        }
    }
}

impl Drop for Camera<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.shoot();
        }
    }
}

fn save(page: &Page) -> Result<PathBuf> {
    let folder = std::env::var_os("MINSHENG_FAILURES").map_or_else(std::env::temp_dir, PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
    let path = Path::new(&folder).join(format!("{test}-{}.png", page.engine()));
    std::fs::write(&path, page.screenshot()?)?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left_out(what: &str) -> Result<()> {
        Err(LeftOut(what.to_owned()).into())
    }

    fn ends(outcomes: Vec<(Engine, Result<()>)>) -> Option<String> {
        let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| all_hold(outcomes)));
        ended.err().and_then(|panic| panic.downcast_ref::<String>().cloned())
    }

    #[test]
    fn a_test_holds_if_it_holds_in_every_engine_of_the_run() {
        assert_eq!(ends(vec![(Engine::Chromium, Ok(())), (Engine::Firefox, left_out("Firefox"))]), None);
        let failed = (Engine::Chromium, Err(anyhow::anyhow!("no card")));
        assert_eq!(ends(vec![failed, (Engine::WebKit, left_out("WebKit"))]).as_deref(), Some("in Chromium: no card"));
    }

    #[test]
    fn a_test_of_engines_that_the_run_leaves_out_never_passes() {
        let engines = vec![(Engine::Firefox, left_out("Firefox")), (Engine::WebKit, left_out("WebKit"))];
        assert_eq!(ends(engines).as_deref(), Some("left out: needs Firefox or WebKit"));
    }

    #[test]
    fn a_reason_given_around_it_does_not_hide_that_a_test_is_left_out() {
        let error = left_out("nginx").map_err(|error| error.context("asking for a file")).expect_err("left out");
        assert_eq!(needs(&error), Some("nginx"));
    }
}
