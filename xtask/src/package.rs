//! The npm package `minsheng-explorer`: the element for those who bundle their own pages. It is `dist/npm/`, made of what
//! `dist/embed/` is made of, but every file keeps its own name and calls the others by it, as bundlers want them.

use crate::assets::{self, Asset};
use crate::wasm::Module;
use crate::{embeds, minify, settings};
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The version of the package.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// What npm reads.
const ABOUT: &str = "package.json";
/// What editors read, and what the readme's tables are made of.
pub const MANIFEST: &str = "custom-elements.json";
const README: &str = "README.md";

const SCRIPTS: [&str; 6] = ["define.js", "element.js", "engine.js", "height.js", "sheets.js", "state.js"];
const TYPES: [&str; 2] = ["define.d.ts", "element.d.ts"];
/// Scripts of the page's that the element's import.
const SHARED: [&str; 1] = ["shell/machine.js"];
const LICENCES: [&str; 3] = ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"];

/// Where the package is.
pub fn folder() -> PathBuf {
    settings::root().join("dist/npm")
}

/// Every file of it.
pub fn make(module: &Module, minified: &[Asset], parts: &[Asset]) -> Result<Vec<Asset>> {
    let papers = settings::root().join("www/package");
    let scripts = [read(&embeds::source(""), &SCRIPTS)?, read(&settings::root().join("www"), &SHARED)?].concat();
    let scripts = minify::defined(scripts.into_iter().map(beside).collect::<Result<_>>()?, &left_open())?;
    let engine = embeds::engine_files(module, minified, parts)?;
    let types = [read(&embeds::source(""), &TYPES)?, vec![api()?]].concat();
    let manifest = Asset::read(&papers, MANIFEST)?;
    let texts = [ABOUT, README].map(|name| filled(&papers, name, &manifest));
    let texts = texts.into_iter().collect::<Result<Vec<_>>>()?;
    let licences = read(&settings::root(), &LICENCES)?;
    let files = [scripts, engine, types, vec![manifest], texts, licences].concat();
    lists_itself(&files)?;
    Ok(files)
}

/// A script with all that it imports beside it: the package has one folder.
fn beside(script: Asset) -> Result<Asset> {
    let text = String::from_utf8(script.bytes)?;
    let import = |path: &str| [format!("\"../{path}\""), format!("\"./{}\"", name(path))];
    let text = SHARED.iter().map(|path| import(path)).fold(text, |text, [old, new]| text.replace(&old, &new));
    Ok(Asset { name: name(&script.name).to_owned(), bytes: text.into_bytes() })
}

/// A path's last part.
fn name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// What the scripts leave open. Which files there are is for the consumer's bundler to say, and where the explorer's own
/// page is, for the article.
fn left_open() -> [(&'static str, Value); 3] {
    [("FILES", Value::Null), ("SOURCE", "".into()), ("VERSION", VERSION.into())]
}

/// The types that the element shares with the module.
fn api() -> Result<Asset> {
    let types = Asset::read(&settings::root().join("src"), "web.d.ts")?;
    Ok(Asset { name: "api.d.ts".to_owned(), ..types })
}

fn filled(folder: &Path, name: &str, manifest: &Asset) -> Result<Asset> {
    let asset = Asset::read(folder, name)?;
    let manifest: Value = serde_json::from_slice(&manifest.bytes).context("in www/package/custom-elements.json")?;
    let element = &manifest["modules"][0]["declarations"][0];
    let text = assets::fill(str::from_utf8(&asset.bytes)?, |key| match key {
        "version" => Ok(VERSION.to_owned()),
        "attributes" => Ok(table(["Attribute", "Default"], entries(element, "attributes"))),
        "members" => Ok(table(["Member", "Type"], members(element))),
        "events" => Ok(table(["Event", "Detail"], entries(element, "events"))),
        "properties" => Ok(table(["Property", "Default, light"], entries(element, "cssProperties"))),
        "parts" => Ok(table(["Part", ""], entries(element, "cssParts"))),
        _ => bail!("unknown key; known: version, attributes, members, events, properties, parts"),
    });
    Ok(Asset { bytes: text.with_context(|| format!("in www/package/{name}"))?.into_bytes(), ..asset })
}

/// The members that are no attributes.
fn members(element: &Value) -> impl Iterator<Item = &Value> {
    let is_attribute = |name: &Value| entries(element, "attributes").any(|attribute| attribute["fieldName"] == *name);
    entries(element, "members").filter(move |member| !is_attribute(&member["name"]))
}

fn entries<'a>(element: &'a Value, list: &str) -> impl Iterator<Item = &'a Value> {
    element[list].as_array().into_iter().flatten()
}

/// A table of what the manifest lists: the name, what it is by default or of what type, and the description.
fn table<'a>([name, second]: [&str; 2], entries: impl Iterator<Item = &'a Value>) -> String {
    let cell = |text: &str| if text.is_empty() { String::new() } else { format!("`{}`", text.replace('|', "\\|")) };
    let rows = entries.map(|entry| {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let types = [&entry["default"], &entry["type"]["text"], &entry["return"]["type"]["text"]];
        let said = types.into_iter().map(text).find(|text| !text.is_empty()).unwrap_or_default();
        let call = if entry["kind"] == "method" { "()" } else { "" };
        let name = text(&entry["name"]) + call;
        format!("| {} | {} | {} |", cell(&name), cell(&said), text(&entry["description"]))
    });
    let head = [format!("| {name} | {second} | |"), "|---|---|---|".to_owned()];
    head.into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

/// The names that a `package.json` says are shipped; npm adds the file itself.
pub fn listed(about: &[u8]) -> Result<BTreeSet<String>> {
    let about: Value = serde_json::from_slice(about).context("in package.json")?;
    let names = about["files"].as_array().context("package.json lists no files")?.iter();
    Ok(names.filter_map(Value::as_str).chain([ABOUT]).map(str::to_owned).collect())
}

fn lists_itself(files: &[Asset]) -> Result<()> {
    let about = files.iter().find(|file| file.name == ABOUT).context("no package.json")?;
    let listed = listed(&about.bytes)?;
    let made = files.iter().map(|file| file.name.clone()).collect::<BTreeSet<_>>();
    let differ = made.symmetric_difference(&listed).collect::<Vec<_>>();
    ensure!(differ.is_empty(), "www/package/package.json lists other files than are made: {differ:?}");
    Ok(())
}

fn read(folder: &Path, names: &[&str]) -> Result<Vec<Asset>> {
    names.iter().map(|name| Asset::read(folder, name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet;
    use serde_json::json;

    fn manifest() -> Value {
        serde_json::from_str(include_str!("../../www/package/custom-elements.json")).expect("the manifest is JSON")
    }

    fn names(list: &str) -> BTreeSet<String> {
        let manifest = manifest();
        let element = &manifest["modules"][0]["declarations"][0];
        entries(element, list).filter_map(|entry| entry["name"].as_str()).map(str::to_owned).collect()
    }

    #[test]
    fn the_package_manifest_has_the_sheets_properties_and_their_light_values() {
        let manifest = manifest();
        let css = include_str!("../../www/explorer.css");
        let open = sheet::OPEN.iter().chain(&["scale"]).map(|name| format!("--minsheng-{name}"));
        assert_eq!(names("cssProperties"), open.collect());
        for property in entries(&manifest["modules"][0]["declarations"][0], "cssProperties") {
            let name = property["name"].as_str().expect("a name").replace("minsheng-", "");
            let value = property["default"].as_str().expect("a default");
            let first =
                css.split_once(&format!("{name}: ")).map(|(_, rest)| rest.split(';').next().unwrap_or_default());
            assert_eq!(first.unwrap_or("1"), value, "{name}");
        }
    }

    #[test]
    fn the_package_manifest_has_the_parts_that_views_have() {
        let mut parts = BTreeSet::new();
        for view in std::fs::read_dir(settings::root().join("src/view")).expect("the views") {
            let text = std::fs::read_to_string(view.expect("a view").path()).expect("a text");
            let found = text.split("[part=").skip(1).filter_map(|rest| rest.split(']').next());
            parts.extend(found.map(str::to_owned));
        }
        assert_eq!(names("cssParts"), parts);
    }

    #[test]
    fn a_package_that_ships_what_it_does_not_list_is_an_error_that_names_it() {
        let about = Asset { name: ABOUT.to_owned(), bytes: json!({ "files": ["a.js"] }).to_string().into_bytes() };
        let script = |name: &str| Asset { name: name.to_owned(), bytes: Vec::new() };
        lists_itself(&[about.clone(), script("a.js")]).expect("it lists what it ships");
        let error = lists_itself(&[about, script("b.js")]).unwrap_err().to_string();
        assert!(error.ends_with("[\"a.js\", \"b.js\"]"), "{error}");
    }

    #[test]
    fn the_package_readme_has_a_row_for_each_entry() {
        let entry = json!({ "name": "theme", "type": { "text": "'a' | 'b'" }, "description": "Colours." });
        let method =
            json!({ "kind": "method", "name": "go", "return": { "type": { "text": "void" } }, "description": "Goes." });
        let rows = table(["Name", "Type"], [entry, method].iter());
        assert!(rows.ends_with("\n| `theme` | `'a' \\| 'b'` | Colours. |\n| `go()` | `void` | Goes. |"), "{rows}");
    }
}
