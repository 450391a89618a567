//! Where a test runs: the browsers and the site that `cargo xtask test` has started. A failed test leaves a picture.

use crate::{Engine, Host, Page, Session};
use anyhow::{Context, Result};
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
    given(variable).and_then(|site| attempt(engine, &site, test)).unwrap_or_else(|error| panic!("{error:#}"));
}

/// Runs a test on a page of its own whose site has a host of its own.
///
/// # Panics
///
/// As `on_page` does.
pub fn with_a_host(test: impl FnOnce(&Page, &mut Host) -> Result<()>) {
    attempt_with_a_host(Engine::default(), test).unwrap_or_else(|error| panic!("{error:#}"));
}

/// Runs a test in some engines, one after the other, on a page and with a host of its own each.
///
/// # Panics
///
/// As `in_every_engine` does.
pub fn with_a_host_in(engines: &[Engine], test: impl Fn(&Page, &mut Host) -> Result<()>) {
    all_hold(engines.iter().map(|engine| (*engine, attempt_with_a_host(*engine, &test))));
}

/// What `cargo xtask test` has told the tests under a name.
///
/// # Errors
///
/// Where it has told nothing, which is where it did not start them.
pub fn given(variable: &str) -> Result<String> {
    std::env::var(variable)
        .ok()
        .with_context(|| format!("{variable} is not set: run the browser tests with `cargo xtask test`"))
}

/// Runs a test in every engine, one after the other, on a page of its own each; says in which engines it failed.
///
/// # Panics
///
/// Where the test fails in any engine, and where it was not started by `cargo xtask test`.
pub fn in_every_engine(test: impl Fn(&Page) -> Result<()>) {
    in_every_engine_of(SITE, test);
}

/// The same in some engines only.
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

fn all_hold(outcomes: impl IntoIterator<Item = (Engine, Result<()>)>) {
    let failure = |(engine, outcome): (Engine, Result<()>)| Some(format!("in {engine}: {:#}", outcome.err()?));
    let failures = outcomes.into_iter().filter_map(failure).collect::<Vec<_>>();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn attempt_with_a_host(engine: Engine, test: impl FnOnce(&Page, &mut Host) -> Result<()>) -> Result<()> {
    let mut host = Host::start()?;
    attempt(engine, &host.url(), |page| test(page, &mut host))
}

fn attempt(engine: Engine, site: &str, test: impl FnOnce(&Page) -> Result<()>) -> Result<()> {
    let session = Session::start(&given(engine.driver_variable())?, engine)?;
    let page = Page::new(session, site)?;
    let camera = Camera(&page);
    let outcome = test(&page);
    if outcome.is_err() {
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
