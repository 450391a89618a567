//! One WebDriver session: commands out, values back. Knows the protocol, not the page.

use crate::engine::{Engine, Reach};
use anyhow::{Context, Result, bail, ensure};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::MutexGuard;
use std::time::Duration;

/// How long the driver may take over one command. A hung browser is given up by the driver's own limits, which are
/// shorter; this one is for a hung driver.
const COMMAND_LIMIT: Duration = Duration::from_secs(330);

/// A browser with an empty profile. Dropping it closes the browser and removes the profile.
pub struct Session {
    agent: ureq::Agent,
    /// The session's own URL at the driver.
    url: String,
    engine: Engine,
    versions: String,
    profile: PathBuf,
    /// Given back after `drop` has closed the browser.
    _turn: Option<MutexGuard<'static, ()>>,
}

impl Session {
    /// Starts a browser through the driver at `driver`.
    pub fn start(driver: &str, engine: Engine) -> Result<Session> {
        let configuration =
            ureq::Agent::config_builder().timeout_global(Some(COMMAND_LIMIT)).http_status_as_error(false).build();
        let agent = configuration.new_agent();
        let turn = engine.turn();
        let profile = engine.fresh_profile()?;
        let driver = format!("{}/session", driver.trim_end_matches('/'));
        let value =
            post(&agent, &driver, &engine.capabilities(&profile)).with_context(|| format!("starting {engine}"))?;
        let id = value["sessionId"].as_str().context("the driver gave no session")?;
        let versions = versions(&value["capabilities"]);
        Ok(Session { url: format!("{driver}/{id}"), agent, engine, versions, profile, _turn: turn })
    }

    /// The versions of the browser and, if it tells one, of its driver.
    pub fn versions(&self) -> &str {
        &self.versions
    }

    /// The engine that the browser is made of.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Sends a command of the WebDriver protocol, such as `url` or `actions`.
    pub fn command(&self, path: &str, body: &Value) -> Result<Value> {
        post(&self.agent, &format!("{}/{path}", self.url), body)
    }

    /// Asks for something that needs no body, such as `screenshot`.
    pub fn get(&self, path: &str) -> Result<Value> {
        let answer = self.agent.get(format!("{}/{path}", self.url)).call();
        value(answer).with_context(|| format!("WebDriver GET {path}"))
    }

    /// Closes the window. Another must be chosen before anything else is asked.
    pub fn close_window(&self) -> Result<()> {
        let answer = self.agent.delete(format!("{}/window", self.url)).call();
        value(answer).map(drop).context("WebDriver DELETE window")
    }

    /// Runs a function body in the page and gives what it returns. The page's policy does not apply to it.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.command("execute/sync", &json!({ "script": body, "args": arguments }))
    }

    /// Runs a function body whose last argument is a callback, and gives what the callback is called with.
    pub fn script_until_called(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.command("execute/async", &json!({ "script": body, "args": arguments }))
    }

    /// Lets documents load and scripts run for this long before the driver gives them up.
    pub fn be_patient(&self, limit: Duration) -> Result<()> {
        let milliseconds = u64::try_from(limit.min(COMMAND_LIMIT).as_millis())?;
        self.command("timeouts", &json!({ "pageLoad": milliseconds, "script": milliseconds })).map(drop)
    }

    /// Sends a command of the Chrome DevTools Protocol. Chromium only.
    pub fn devtools(&self, method: &str, parameters: Value) -> Result<Value> {
        self.ensure_reach(Reach::DevTools, method)?;
        self.command("goog/cdp/execute", &json!({ "cmd": method, "params": parameters }))
            .with_context(|| method.to_owned())
    }

    /// Takes the entries that a log (`browser` or `performance`) has gathered since the last time. Chromium only.
    pub fn take_log(&self, kind: &str) -> Result<Vec<Value>> {
        self.ensure_reach(Reach::DevTools, &format!("the {kind} log"))?;
        let entries = self.command("se/log", &json!({ "type": kind }))?;
        entries.as_array().cloned().context("a log that is no list")
    }

    /// Runs a function body with the browser's own rights, outside the page. Firefox only.
    pub(crate) fn browser_script(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.ensure_reach(Reach::BrowserScripts, "a script in the browser itself")?;
        self.command("moz/context", &json!({ "context": "chrome" }))?;
        let outcome = self.script(body, arguments);
        self.command("moz/context", &json!({ "context": "content" }))?;
        outcome
    }

    /// The same for a body whose last argument is a callback. Firefox only.
    pub(crate) fn browser_script_until_called(&self, body: &str) -> Result<Value> {
        self.ensure_reach(Reach::BrowserScripts, "a script in the browser itself")?;
        self.command("moz/context", &json!({ "context": "chrome" }))?;
        let outcome = self.script_until_called(body, &[]);
        self.command("moz/context", &json!({ "context": "content" }))?;
        outcome
    }

    fn ensure_reach(&self, needed: Reach, what: &str) -> Result<()> {
        let reach = self.engine.reach();
        ensure!(reach == needed, "{what} needs {needed:?}, and {} lets a test reach {reach:?}", self.engine);
        Ok(())
    }

    /// The window as a PNG picture.
    pub fn screenshot(&self) -> Result<Vec<u8>> {
        let picture = self.get("screenshot")?;
        picture_of(&picture)
    }

    /// The whole page as a PNG picture, as tall as it is. Chromium only.
    pub fn tall_screenshot(&self) -> Result<Vec<u8>> {
        let parameters = json!({ "format": "png", "captureBeyondViewport": true });
        picture_of(&self.devtools("Page.captureScreenshot", parameters)?["data"])
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The browser may be gone already, and its profile with it; then there is nothing left to do.
        let _ = self.agent.delete(&self.url).call();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// The versions in the answer to New Session. WebKit's driver has its browser's version.
fn versions(capabilities: &Value) -> String {
    let said = |value: &Value| value.as_str().and_then(|text| text.split(' ').next()).map(str::to_owned);
    let browser = said(&capabilities["browserVersion"]).unwrap_or_else(|| "of an unknown version".to_owned());
    let chromedriver = said(&capabilities["chrome"]["chromedriverVersion"]).map(|it| format!(", chromedriver {it}"));
    let geckodriver = said(&capabilities["moz:geckodriverVersion"]).map(|it| format!(", geckodriver {it}"));
    [Some(browser), chromedriver, geckodriver].into_iter().flatten().collect()
}

pub(crate) fn picture_of(value: &Value) -> Result<Vec<u8>> {
    Ok(STANDARD.decode(value.as_str().context("a picture that is no text")?)?)
}

fn post(agent: &ureq::Agent, url: &str, body: &Value) -> Result<Value> {
    let answer = agent.post(url).header("Content-Type", "application/json; charset=utf-8").send(body.to_string());
    value(answer).with_context(|| format!("WebDriver POST {}", url.rsplit('/').next().unwrap_or_default()))
}

fn value(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value> {
    // A picture of a long page is larger than the client's usual limit.
    let text = answer?.body_mut().with_config().limit(256 << 20).read_to_string()?;
    let mut answer: Value = serde_json::from_str(&text).context("an answer that is no JSON")?;
    let value = answer["value"].take();
    if let Some(error) = value["error"].as_str() {
        bail!("{error}: {}", value["message"].as_str().unwrap_or_default().lines().next().unwrap_or_default());
    }
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::versions;
    use serde_json::json;

    #[test]
    fn versions_are_read_from_each_drivers_answer() {
        let chromium =
            json!({ "browserVersion": "156.0.1", "chrome": { "chromedriverVersion": "156.0.1 (73a-refs)" } });
        assert_eq!(versions(&chromium), "156.0.1, chromedriver 156.0.1");
        let firefox = json!({ "browserVersion": "153.8.0", "moz:geckodriverVersion": "0.37.1" });
        assert_eq!(versions(&firefox), "153.8.0, geckodriver 0.37.1");
        assert_eq!(versions(&json!({ "browserVersion": "2.50.1" })), "2.50.1");
    }
}
