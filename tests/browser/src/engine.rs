//! The browser engines: how each is started, what its driver can do beyond the protocol all share. The one place that
//! names an engine.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fmt::{Display, Formatter};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A browser engine that the tests can drive.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Engine {
    /// Chromium, through chromedriver.
    #[default]
    Chromium,
    /// The same, drawing frames as fast as it can: what is timed is then work, not waiting for the next frame.
    ChromiumUnpaced,
    /// The same, compiling no script to machine code: what grows in its memory is the page's, not what the engine learns.
    ChromiumInterpreted,
    /// Firefox, through geckodriver.
    Firefox,
    /// WebKit, which is Safari's engine, in GTK's small browser, through WebKitWebDriver.
    WebKit,
}

/// What a driver lets be done beyond the WebDriver protocol.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Reach {
    /// The Chrome DevTools Protocol: logs of the console and of the network, preferences, a slower processor.
    DevTools,
    /// Scripts with the rights of the browser itself: its error log, its window.
    BrowserScripts,
    /// Nothing.
    Page,
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

const INTERPRETED_FLAGS: [&str; 1] = ["--js-flags=--no-opt --no-maglev --no-sparkplug --no-flush-bytecode"];

const UNPACED_FLAGS: [&str; 2] = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

impl Engine {
    /// Every engine that readers have.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// The environment variable in which a test finds the URL of this engine's driver.
    pub const fn driver_variable(self) -> &'static str {
        match self {
            Engine::Chromium | Engine::ChromiumUnpaced | Engine::ChromiumInterpreted => "MINSHENG_WEBDRIVER",
            Engine::Firefox => "MINSHENG_GECKODRIVER",
            Engine::WebKit => "MINSHENG_WEBKITDRIVER",
        }
    }

    /// How far its driver lets a test reach.
    pub(crate) fn reach(self) -> Reach {
        match self {
            Engine::Chromium | Engine::ChromiumUnpaced | Engine::ChromiumInterpreted => Reach::DevTools,
            Engine::Firefox => Reach::BrowserScripts,
            Engine::WebKit => Reach::Page,
        }
    }

    /// Waits until a session may be started, and keeps others waiting until what it gives is dropped. Drivers other
    /// than chromedriver have one session at a time, while a test binary runs its tests side by side.
    pub(crate) fn turn(self) -> Option<MutexGuard<'static, ()>> {
        static FIREFOX: Mutex<()> = Mutex::new(());
        static WEBKIT: Mutex<()> = Mutex::new(());
        let turns = match self {
            Engine::Chromium | Engine::ChromiumUnpaced | Engine::ChromiumInterpreted => return None,
            Engine::Firefox => &FIREFOX,
            Engine::WebKit => &WEBKIT,
        };
        // The test before may have failed; its session is closed all the same.
        Some(turns.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The body of the New Session command.
    pub(crate) fn capabilities(self, profile: &Path) -> Value {
        let mut wanted = match self {
            Engine::Chromium => chromium(&[], profile),
            Engine::ChromiumUnpaced => chromium(&UNPACED_FLAGS, profile),
            Engine::ChromiumInterpreted => chromium(&INTERPRETED_FLAGS, profile),
            Engine::Firefox => firefox(profile),
            // The driver knows where its browser is; under automation that keeps nothing on the disk.
            Engine::WebKit => json!({ "browserName": "MiniBrowser" }),
        };
        wanted["timeouts"] = json!({ "script": 30_000, "pageLoad": 30_000 });
        json!({ "capabilities": { "alwaysMatch": wanted } })
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

impl Display for Engine {
    fn fmt(&self, to: &mut Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self, to)
    }
}

fn chromium(more_flags: &[&str], profile: &Path) -> Value {
    let mut flags = CHROMIUM_FLAGS.iter().chain(more_flags).map(|flag| (*flag).to_owned()).collect::<Vec<_>>();
    flags.push(format!("--user-data-dir={}", profile.display()));
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "args": flags },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}

/// geckodriver itself turns off updates, telemetry and the first run; the rest of what Firefox asks the network for,
/// or shows unasked, is turned off here.
fn firefox(profile: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "args": ["-headless", "-profile", profile],
            "prefs": {
                "app.normandy.enabled": false,
                "browser.aboutwelcome.enabled": false,
                "browser.ml.enable": false,
                "browser.newtabpage.enabled": false,
                "browser.region.network.url": "",
                "browser.safebrowsing.update.enabled": false,
                "browser.search.update": false,
                "browser.topsites.contile.enabled": false,
                "browser.translations.enable": false,
                "dom.push.connection.enabled": false,
                "extensions.getAddons.cache.enabled": false,
                "intl.accept_languages": "zh-CN,en",
                "media.gmp-manager.updateEnabled": false,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                "services.settings.server": "data:,#no-remote-settings",
            },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(engine: Engine) -> Value {
        engine.capabilities(Path::new("/a/profile"))["capabilities"]["alwaysMatch"].take()
    }

    #[test]
    fn every_engine_gives_up_on_a_page_that_hangs() {
        for engine in [Engine::ChromiumUnpaced].into_iter().chain(Engine::ALL) {
            assert_eq!(wanted(engine)["timeouts"]["script"], 30_000, "{engine}");
        }
    }

    #[test]
    fn engines_that_keep_a_profile_keep_it_in_the_sessions_own_folder() {
        assert!(wanted(Engine::Chromium).to_string().contains("--user-data-dir=/a/profile"));
        assert_eq!(wanted(Engine::Firefox)["moz:firefoxOptions"]["args"][2], "/a/profile");
    }

    #[test]
    fn only_the_unpaced_engine_draws_as_fast_as_it_can() {
        assert!(wanted(Engine::ChromiumUnpaced).to_string().contains(UNPACED_FLAGS[0]));
        assert!(!wanted(Engine::Chromium).to_string().contains(UNPACED_FLAGS[0]));
    }

    #[test]
    fn a_driver_with_one_session_gives_the_next_turn_even_after_a_failure() {
        for engine in [Engine::Firefox, Engine::WebKit] {
            let failed = std::thread::spawn(move || {
                let _turn = engine.turn();
                std::panic::resume_unwind(Box::new("a failed test"));
            });
            assert!(failed.join().is_err());
            assert!(engine.turn().is_some(), "{engine}");
        }
        assert!(Engine::Chromium.turn().is_none(), "chromedriver has any number of sessions");
    }

    #[test]
    fn each_driver_has_a_variable_of_its_own() {
        let variables = Engine::ALL.map(Engine::driver_variable);
        assert!(variables[0] != variables[1] && variables[1] != variables[2] && variables[0] != variables[2]);
    }
}
