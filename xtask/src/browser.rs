//! A site and a browser to look at it with: the static server in this process, the driver in another. Both end when
//! the stage is dropped.

use crate::conditions;
use crate::drivers::Driver;
use crate::server::{self, Serving, Site};
use crate::settings::Settings;
use anyhow::Result;
use minsheng_browser_tests::{Engine, Page, Session};
use std::path::PathBuf;

/// The site is served here, not at the root: what works from this path works from any.
const PREFIX: &str = "/some/sub/path/";

/// A served site and the running driver of Chromium.
pub struct Stage {
    /// The site's URL.
    pub url: String,
    chromium: Driver,
    _serving: Serving,
}

impl Stage {
    /// Serves a built site and starts Chromium's driver, installing both where they are missing.
    pub fn set(site: PathBuf, settings: &Settings) -> Result<Stage> {
        let chromium = Driver::of(Engine::Chromium)?;
        let site = Site::new(site, PREFIX, &settings.policy)?.also(conditions::mounts()?);
        let serving = server::serve(site, 0)?;
        Ok(Stage { url: format!("http://127.0.0.1:{}{PREFIX}", serving.port), chromium, _serving: serving })
    }

    /// What tells a test where the site is, and the driver.
    pub fn variables(&self) -> [(&'static str, String); 2] {
        [("MINSHENG_URL", self.url.clone()), (Engine::Chromium.driver_variable(), self.chromium.url())]
    }

    /// The versions of Chromium and of its driver.
    pub fn version(&self) -> Result<String> {
        self.chromium.version(Engine::Chromium)
    }

    /// A page in Chromium.
    pub fn page(&self) -> Result<Page> {
        self.page_in(Engine::Chromium)
    }

    /// A page in a variant of Chromium.
    pub fn page_in(&self, engine: Engine) -> Result<Page> {
        Page::new(Session::start(&self.chromium.url(), engine)?, &self.url)
    }
}
