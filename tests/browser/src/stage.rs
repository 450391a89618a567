//! Where a test runs: the browser and the site that `cargo xtask test` has started. A failed test leaves a picture.

use crate::{Engine, Page, Session};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Runs a test on a page of its own. On failure the window is saved to `target/browser-failures/`.
///
/// # Panics
///
/// Where the test fails, and where it was not started by `cargo xtask test`.
pub fn on_page(test: impl FnOnce(&Page) -> Result<()>) {
    let page = start().unwrap_or_else(|error| panic!("{error:#}"));
    let camera = Camera(&page);
    if let Err(error) = test(&page) {
        panic!("{error:#}");
    }
    drop(camera);
}

fn start() -> Result<Page> {
    let session = Session::start(&given("MINSHENG_WEBDRIVER")?, Engine::default())?;
    Page::new(session, &given("MINSHENG_URL")?)
}

fn given(variable: &str) -> Result<String> {
    std::env::var(variable)
        .ok()
        .with_context(|| format!("{variable} is not set: run the browser tests with `cargo xtask test`"))
}

/// Takes a picture when the test it watches fails.
struct Camera<'a>(&'a Page);

impl Drop for Camera<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            match save(self.0) {
                Ok(path) => eprintln!("the window as it was: {}", path.display()),
                Err(error) => eprintln!("no picture of the window: {error:#}"),
            }
        }
    }
}

fn save(page: &Page) -> Result<PathBuf> {
    let folder = std::env::var_os("MINSHENG_FAILURES").map_or_else(std::env::temp_dir, PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
    let path = Path::new(&folder).join(format!("{test}.png"));
    std::fs::write(&path, page.screenshot()?)?;
    Ok(path)
}
