//! Evidence of what a page should not do: errors, violations of its policy, shifts of its layout, requests.

use crate::page::Page;
use anyhow::{Context, Result};
use serde_json::Value;

/// Runs before anything of the page does, and counts.
pub(crate) const SCRIPT: &str = "
    window.__probe = { violations: [], shift: 0 };
    document.addEventListener('securitypolicyviolation', (event) =>
        window.__probe.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}`), true);
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__probe.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
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
    /// URLs requested since the log was last taken.
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
