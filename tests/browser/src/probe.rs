//! Evidence of what a page should not do: errors, violations of its policy, shifts of its layout, requests.
//!
//! Chromium shows all of it from the first byte. In the others there is less, `Page::errors`: Firefox tells uncaught
//! errors and violations from the first byte, and WebKit nothing; both are listened to once the document is loaded.

use crate::engine::Reach;
use crate::page::Page;
use anyhow::{Context, Result};
use serde_json::{Value, json};

/// Runs before anything of the page does, and counts.
pub(crate) const SCRIPT: &str = "
    window.__probe = { violations: [], shift: 0 };
    document.addEventListener('securitypolicyviolation', (event) =>
        window.__probe.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}`), true);
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__probe.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
";

/// Listens inside a loaded document, where the engine has no log to read later.
const WATCH: &str = "
    const errors = window.__errors = [], say = console.error;
    addEventListener('error', (event) => errors.push(`${event.message ?? event.target}`), true);
    addEventListener('unhandledrejection', (event) => errors.push(`rejected: ${event.reason}`));
    document.addEventListener('securitypolicyviolation', (event) =>
        errors.push(`violation: ${event.violatedDirective} ${event.blockedURI}`), true);
    console.error = (...words) => { errors.push(words.join(' ')); say.apply(console, words); };
";

/// Takes the errors out of Firefox's own log that come from a page at this address. It has the browser's too.
const FIREFOX_LOG: &str = "
    const [address] = arguments, { warningFlag, infoFlag } = Ci.nsIScriptError;
    const entries = Services.console.getMessageArray().filter((entry) => entry instanceof Ci.nsIScriptError);
    const errors = entries.filter(({ flags, sourceName }) =>
        !(flags & (warningFlag | infoFlag)) && sourceName.startsWith(address));
    Services.console.reset();
    return errors.map(({ errorMessage, sourceName, lineNumber }) => `${errorMessage} (${sourceName}:${lineNumber})`);
";

/// What was observed of a page.
#[derive(Debug)]
pub struct Evidence {
    /// Console entries of every level, and uncaught errors.
    pub console: Vec<String>,
    /// Violations of the content security policy.
    pub violations: Vec<String>,
    /// Cumulative layout shift.
    pub shift: f64,
    /// URLs requested since the log was last taken.
    pub requests: Vec<String>,
}

impl Evidence {
    pub(crate) fn gather(page: &Page) -> Result<Evidence> {
        let probe = page.eval("window.__probe")?;
        let console = page.take_log("browser")?;
        Ok(Evidence {
            console: console.iter().map(|entry| format!("{} {}", entry["level"], entry["message"])).collect(),
            violations: strings(&probe["violations"]),
            shift: probe["shift"].as_f64().context("the probe did not run")?,
            requests: page.take_requests()?,
        })
    }
}

impl Page {
    /// Errors and violations of the policy in the document that is open: in Chromium all that its console shows, in
    /// Firefox uncaught ones and violations at any time and others since the document was loaded, in WebKit all since
    /// the document was loaded. In the first two, what was given once is not given again.
    pub fn errors(&self) -> Result<Vec<String>> {
        let logged = match self.engine().reach() {
            Reach::DevTools => {
                let severe = self.take_log("browser")?.into_iter().filter(|entry| entry["level"] == "SEVERE");
                return Ok(severe.map(|entry| entry["message"].to_string()).collect());
            }
            Reach::BrowserScripts => strings(&self.browser_script(FIREFOX_LOG, &[json!(self.url_of(""))])?),
            Reach::Page => Vec::new(),
        };
        Ok([logged, strings(&self.eval("window.__errors")?)].concat())
    }

    /// What the process of the page holds, in MB, after its garbage is collected. Firefox only.
    pub fn process_megabytes(&self) -> Result<f64> {
        let body = "
            const done = arguments[arguments.length - 1], id = gBrowser.selectedBrowser.frameLoader.remoteTab.osPid;
            Cu.forceGC();
            Services.obs.notifyObservers(null, 'child-gc-request');
            Services.obs.notifyObservers(null, 'child-cc-request');
            Services.obs.notifyObservers(null, 'child-mmu-request');
            setTimeout(() => ChromeUtils.requestProcInfo().then(({ children }) => done(children.find(({ pid }) => pid === id).memory / 1e6)), 3000);
        ";
        self.browser_script_until_called(body)?.as_f64().context("no size of the process")
    }

    /// Starts listening for errors in a loaded document.
    pub fn watch(&self) -> Result<()> {
        match self.engine().reach() {
            Reach::DevTools => Ok(()),
            Reach::BrowserScripts | Reach::Page => self.script(WATCH, &[]).map(drop),
        }
    }

    /// URLs requested since the log was last taken. Chromium only.
    pub fn take_requests(&self) -> Result<Vec<String>> {
        let entries = self.take_log("performance")?;
        let events = entries.iter().filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok());
        let sent = events.filter(|event| event["message"]["method"] == "Network.requestWillBeSent");
        let urls = sent.filter_map(|event| Some(event["message"]["params"]["request"]["url"].as_str()?.to_owned()));
        Ok(urls.collect())
    }
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
