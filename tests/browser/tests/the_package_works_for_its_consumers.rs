//! Whoever installs the npm package gets the element, whatever brings the package's files to the page.

use anyhow::{Context, Result, ensure};
use minsheng_browser_tests::{Page, on_page_of};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Keeps what elements tell, from before the page's first script.
const LISTEN: &str = "addEventListener('minsheng:ready', ({ target, detail }) => {
    (window.__told ??= {})[target.localName] = detail;
});";

fn open(page: &Page, path: &str) -> Result<()> {
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": LISTEN }))?;
    page.load(path)
}

/// The element gets ready, by WebAssembly, and shows sentences.
fn shows(page: &Page, element: &str) -> Result<()> {
    page.wait_for(&format!("window.__told?.['{element}']"))?;
    let root = format!("document.querySelector('{element}').shadowRoot");
    let tier = page.text_of(&format!("__told['{element}'].tier"))?;
    ensure!(tier == "wasm", "{element} started as {tier}");
    let cards = page.count_of(&format!("{root}.querySelectorAll('.card:not([hidden])').length"))?;
    ensure!(cards > 0, "{element} shows no sentence");
    let script = "const [name, done] = arguments;
        const element = document.querySelector(name);
        element.whenReady.then((ready) => done(ready === element));";
    ensure!(page.script_until_called(script, &[json!(element)])? == true, "whenReady is of another element");
    // The fixtures have no icon, for which the browser asks by itself.
    let errors = page.errors()?.into_iter().filter(|error| !error.contains("/favicon.ico")).collect::<Vec<_>>();
    ensure!(errors.is_empty(), "{errors:#?}");
    Ok(())
}

#[test]
fn the_package_works_in_vites_development_server() {
    on_page_of("MINSHENG_VITE", |page| {
        open(page, "")?;
        shows(page, "minsheng-explorer")
    });
}

#[test]
fn the_package_works_built_by_vite() {
    on_page_of("MINSHENG_CONSUMERS", |page| {
        open(page, "vite/")?;
        shows(page, "minsheng-explorer")
    });
}

#[test]
fn the_package_works_built_by_webpack_under_its_name_and_another() {
    on_page_of("MINSHENG_CONSUMERS", |page| {
        open(page, "webpack/")?;
        shows(page, "minsheng-explorer")?;
        shows(page, "own-opinion")
    });
}

#[test]
fn the_package_works_without_a_bundler() {
    on_page_of("MINSHENG_CONSUMERS", |page| {
        open(page, "bare/")?;
        shows(page, "minsheng-explorer")
    });
}

#[test]
fn the_package_manifest_lists_what_the_element_has() {
    on_page_of("MINSHENG_CONSUMERS", |page| {
        open(page, "bare/")?;
        shows(page, "minsheng-explorer")?;
        let manifest = manifest()?;
        let observed = strings(&page.eval("customElements.get('minsheng-explorer').observedAttributes")?);
        let has = observed.into_iter().chain(attributes_read()?).collect::<BTreeSet<_>>();
        let lists = names(&manifest["attributes"]).into_iter().collect::<BTreeSet<_>>();
        ensure!(lists == has, "the manifest lists {lists:?}, the element has {has:?}");
        let script = "const [names] = arguments, { prototype } = customElements.get('minsheng-explorer');
            const own = Object.getOwnPropertyNames(prototype).filter((name) => !/^constructor$|Callback$/.test(name));
            return [...own, 'version'].sort().join() === [...names].sort().join() ? '' : own.join(' ')";
        let others = page.script(script, &[json!(names(&manifest["members"]))])?;
        ensure!(others == "", "the manifest lists other members than the element has, which are: {others}");
        Ok(())
    });
}

fn manifest() -> Result<Value> {
    let mut manifest: Value = serde_json::from_str(&source("package/custom-elements.json")?)?;
    Ok(manifest["modules"][0]["declarations"][0].take())
}

/// Attributes that the element reads when it needs them, and so need not observe.
fn attributes_read() -> Result<Vec<String>> {
    let text = source("embed/element.js")? + &source("embed/height.js")?;
    let names = text.split("Attribute(\"").skip(1).filter_map(|rest| rest.split('"').next());
    Ok(names.map(str::to_owned).collect())
}

fn source(name: &str) -> Result<String> {
    let path = format!("{}/../../www/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).with_context(|| format!("reading www/{name}"))
}

fn names(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|entry| Some(entry["name"].as_str()?.to_owned())).collect()
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|entry| Some(entry.as_str()?.to_owned())).collect()
}
