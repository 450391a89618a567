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

/// Adds up what Firefox reports of the process that shows the page, once that has let go of what it can.
const FIREFOX_MEMORY: &str = "
    const done = arguments[arguments.length - 1], id = gBrowser.selectedBrowser.frameLoader.remoteTab.osPid;
    const reporters = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
    const sums = { wasm: 0, listeners: 0, dom: 0, script: 0, allocated: 0 };
    const kinds = [
        ['wasm', (path) => path.startsWith('explicit/window-objects/') && path.endsWith('/non-heap/elements/wasm')],
        ['listeners', (path) => path.startsWith('event-counts/window-objects/') && path.endsWith('/dom/event-listeners')],
        ['dom', (path) => path.startsWith('explicit/window-objects/') && path.includes('/dom/')],
        ['script', (path) => path.startsWith('js-main-runtime-gc-heap-committed/used/gc-things/')],
        ['allocated', (path) => path === 'heap-allocated'],
    ];
    const add = (process, path, kind, units, amount) => {
        if (process.includes(`pid ${id})`)) for (const [name, is] of kinds) if (is(path)) sums[name] += amount;
    };
    Cu.forceGC();
    for (const topic of ['child-gc-request', 'child-cc-request', 'child-mmu-request']) Services.obs.notifyObservers(null, topic);
    setTimeout(() => reporters.getReports(add, null, () => done(sums), null, false), 3000);
";

/// What a page has in use; but for the listeners, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Memory {
    /// Memories of WebAssembly.
    pub wasm: f64,
    /// How many listeners there are.
    pub listeners: f64,
    /// Nodes of its documents, and those that belong to none.
    pub dom: f64,
    /// Objects, strings and code of its scripts.
    pub script: f64,
    /// All that was allocated and not freed, in the whole process: with what the engine keeps for itself, such as memory for
    /// the largest page that it ever laid out.
    pub allocated: f64,
}

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

    /// What the process of the page has in use, after what can be collected is; as the browser itself accounts for it, without
    /// what its allocator keeps in hand. Firefox only.
    pub fn memory(&self) -> Result<Memory> {
        let memory = self.browser_script_until_called(FIREFOX_MEMORY)?;
        let sum = |name: &str| memory[name].as_f64().filter(|sum| *sum > 0.0).with_context(|| format!("no {name}"));
        Ok(Memory {
            wasm: sum("wasm")?,
            listeners: sum("listeners")?,
            dom: sum("dom")?,
            script: sum("script")?,
            allocated: sum("allocated")?,
        })
    }

    /// Bytes of JavaScript's heap, after what can be collected is. Chromium only.
    pub fn heap(&self) -> Result<f64> {
        // The driver listens to the console, and so the engine keeps all that was logged. A reader's page has no driver.
        self.devtools("Runtime.discardConsoleEntries", json!({}))?;
        // What the first round finds to be unreachable, the second collects.
        for _ in 0..2 {
            self.devtools("HeapProfiler.collectGarbage", json!({}))?;
        }
        let heap = self.devtools("Runtime.getHeapUsage", json!({}))?;
        heap["usedSize"].as_f64().context("no size of the heap")
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
