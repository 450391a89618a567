//! The browser engine: how it is started and what it is asked to log. The one place that names an engine.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A browser engine that the tests can drive.
#[derive(Clone, Copy, Debug, Default)]
pub enum Engine {
    /// Chromium, through chromedriver.
    #[default]
    Chromium,
    /// The same, drawing frames as fast as it can: what is timed is then work, not waiting for the next frame.
    ChromiumUnpaced,
}

/// Headless, without a GPU or a sandbox (CI runs as root), and without the requests Chromium makes on its own.
const CHROMIUM_FLAGS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
];

const UNPACED_FLAGS: [&str; 2] = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

impl Engine {
    /// The body of the New Session command.
    pub(crate) fn capabilities(self, profile: &Path) -> Value {
        let mut flags = CHROMIUM_FLAGS.map(str::to_owned).to_vec();
        if let Engine::ChromiumUnpaced = self {
            flags.extend(UNPACED_FLAGS.map(str::to_owned));
        }
        flags.push(format!("--user-data-dir={}", profile.display()));
        json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "timeouts": { "script": 30_000, "pageLoad": 30_000 },
            "goog:chromeOptions": { "args": flags },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        } } })
    }

    /// An empty folder for the browser's profile.
    pub(crate) fn fresh_profile(self) -> Result<PathBuf> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("minsheng-{self:?}-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).context("making a browser profile")?;
        Ok(folder)
    }
}
