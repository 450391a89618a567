//! What a page's browser keeps of the site, and how an edition follows another there.

use crate::host::Edition;
use crate::page::Page;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::time::Duration;

/// How long a page may take to open again. A worker that was at work when the next one was let in may go on until it has had
/// nothing to do for thirty seconds.
const PATIENCE: Duration = Duration::from_secs(90);

/// Looks for another edition, as a browser does by itself now and then, and says how far it came: `installed`,
/// `redundant` where it was refused, `none` where there is no other.
const UPDATE: &str = "
    const done = arguments[0];
    navigator.serviceWorker.ready.then(async (registration) => {
        await registration.update();
        const worker = registration.installing ?? registration.waiting;
        const look = () => { if (worker.state !== 'installing') done(worker.state); };
        if (!worker) return done('none');
        worker.addEventListener('statechange', look);
        look();
    }).catch((error) => done(String(error)));
";

const CACHES: &str = "
    const done = arguments[0];
    caches.keys().then((names) => done(names), (error) => done([String(error)]));
";

/// Looks for another edition until there is one: a look of the browser's own, begun before, may take the place of this one.
const START_UPDATE: &str = "
    navigator.serviceWorker.ready.then(async (registration) => {
        const known = registration.active;
        const is = () => registration.installing ?? registration.waiting ?? (registration.active !== known);
        while (!is()) {
            await registration.update().catch(() => {});
            await new Promise((then) => setTimeout(then, 250));
        }
    });
";

/// Both give up when the driver does. Nothing is asked of the worker while it is to give way to the next.
const SERVED: &str = "
    const [name, done] = arguments;
    const look = async () => {
        if ((await navigator.serviceWorker.ready).waiting) return setTimeout(look, 100);
        (await (await fetch('index.html')).text()).includes(name) ? done(true) : setTimeout(look, 1000);
    };
    look();
";
const COUNTED: &str = "
    const [editions, done] = arguments;
    const look = async () => (await caches.keys()).length === editions ? done(true) : setTimeout(look, 16);
    look();
";

const KEPT: &str = "
    const done = arguments[0], urls = [];
    (async () => {
        for (const name of await caches.keys()) urls.push(...(await (await caches.open(name)).keys()).map(({ url }) => url));
        done(urls);
    })();
";

impl Page {
    /// Waits until the site is kept, and the page gets what it asks for from there.
    pub fn wait_until_offline(&self) -> Result<()> {
        self.wait_for("navigator.serviceWorker.controller !== null").context("waiting for the service worker")
    }

    /// Waits until an expression is true of the document, or of the one that takes its place meanwhile.
    pub fn wait_through_a_reload(&self, expression: &str) -> Result<()> {
        self.ask_until(PATIENCE, expression)
    }

    /// Looks for another edition and says how far it came.
    pub fn update(&self) -> Result<String> {
        let state = self.script_until_called(UPDATE, &[])?;
        Ok(state.as_str().context("a state")?.to_owned())
    }

    /// Looks for another edition and waits for nothing.
    pub fn start_update(&self) -> Result<()> {
        self.script(START_UPDATE, &[]).map(drop)
    }

    /// Waits until what the page asks for comes from this edition.
    pub fn wait_until_served(&self, edition: Edition) -> Result<()> {
        let name = edition.name("boot")?;
        self.be_patient(PATIENCE)?;
        self.script_until_called(SERVED, &[json!(name)]).map(drop).with_context(|| format!("waiting for {edition:?}"))
    }

    /// Waits until the browser keeps this number of editions.
    pub fn wait_until_kept(&self, editions: u32) -> Result<()> {
        self.script_until_called(COUNTED, &[json!(editions)]).map(drop).with_context(|| format!("keeping {editions}"))
    }

    /// The names of the caches that the site's origin has.
    pub fn caches(&self) -> Result<Vec<String>> {
        let names = self.script_until_called(CACHES, &[])?;
        let names = names.as_array().context("a list")?.iter().filter_map(Value::as_str);
        Ok(names.map(str::to_owned).collect())
    }

    /// Names below the site of all that is kept.
    pub fn kept(&self) -> Result<Vec<String>> {
        let names = self.script_until_called(KEPT, &[])?;
        let site = self.url_of("");
        let names = names.as_array().context("a list")?.iter().filter_map(Value::as_str);
        Ok(names.map(|url| url.strip_prefix(&site).unwrap_or(url).to_owned()).collect())
    }

    /// Names below the site of all that the document has loaded.
    pub fn loaded(&self) -> Result<Vec<String>> {
        let site = self.url_of("");
        let names = self.eval("performance.getEntriesByType('resource').map((entry) => entry.name)")?;
        let names = names.as_array().context("a list")?.iter().filter_map(|name| name.as_str()?.strip_prefix(&site));
        Ok(names.filter(|name| *name != "sw.js").map(str::to_owned).collect())
    }

    /// An error where the document is not of this edition from its first to its last file.
    pub fn is_all_of(&self, edition: Edition) -> Result<()> {
        let loaded = self.loaded()?;
        ensure!(loaded.len() >= 5, "only {loaded:?} are known to be loaded");
        for name in loaded {
            ensure!(edition.has(&name)?, "{name} is not of {edition:?}");
        }
        Ok(())
    }

    /// Imports a module of this document's edition by how its name begins; what it exports.
    pub fn import(&self, start: &str, edition: Edition) -> Result<String> {
        let name = edition.name(start)?;
        let body = "const [url, done] = arguments;
            import(url).then((module) => done(Object.keys(module).join(' ')), (error) => done(String(error)));";
        let exports = self.script_until_called(body, &[json!(self.url_of(&name))])?;
        Ok(exports.as_str().context("exports")?.to_owned())
    }
}
