//! What a reader's device is like: its colours, its preferences, its speed. All of it is set over the DevTools
//! protocol, so in Chromium only; `window` sets the size in every engine.

use crate::session::Session;
use anyhow::Result;
use serde_json::json;

/// A window's inner size in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// A reader's preferences, as CSS media features see them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Media {
    /// `prefers-color-scheme: dark`.
    pub dark: bool,
    /// `forced-colors: active`.
    pub forced_colors: bool,
    /// `prefers-reduced-motion: reduce`.
    pub reduced_motion: bool,
    /// `prefers-contrast: more`.
    pub more_contrast: bool,
}

impl Session {
    /// Sets the reader's preferences. Chromium only.
    pub fn prefer(&self, media: Media) -> Result<()> {
        let choose = |on: bool, yes: &'static str, no: &'static str| if on { yes } else { no };
        let features = json!([
            { "name": "prefers-color-scheme", "value": choose(media.dark, "dark", "light") },
            { "name": "forced-colors", "value": choose(media.forced_colors, "active", "none") },
            { "name": "prefers-reduced-motion", "value": choose(media.reduced_motion, "reduce", "no-preference") },
            { "name": "prefers-contrast", "value": choose(media.more_contrast, "more", "no-preference") },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).map(drop)
    }

    /// Makes the processor this many times slower. Chromium only.
    pub fn slow_down(&self, factor: f64) -> Result<()> {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": factor })).map(drop)
    }

    /// Gives pages opened from now on a clock that `jump_ahead` moves. Chromium only.
    pub fn control_clock(&self) -> Result<()> {
        let source = "
            const real = performance.now.bind(performance);
            let ahead = 0;
            performance.now = () => real() + ahead;
            window.__jump = (seconds) => { ahead += seconds * 1000; };
        ";
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).map(drop)
    }

    /// Lets this much time have passed for the page, at once.
    pub fn jump_ahead(&self, seconds: f64) -> Result<()> {
        self.script("window.__jump(arguments[0])", &[json!(seconds)]).map(drop)
    }

    /// Turns the page's JavaScript off. Scripts sent by the driver still run. Chromium only.
    pub fn without_javascript(&self) -> Result<()> {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).map(drop)
    }

    /// Makes every request whose URL matches one of the patterns (`*` stands for anything) fail. Chromium only.
    pub fn block(&self, patterns: &[&str]) -> Result<()> {
        self.devtools("Network.enable", json!({}))?;
        self.devtools("Network.setBlockedURLs", json!({ "urls": patterns })).map(drop)
    }
}
