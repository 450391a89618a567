//! The embeds: the element's script, what it loads when it comes near a reader, the iframe's page and the script for the
//! article around it, and what they must hash to. They are `dist/embed/`, and the site's `embed/`.

use crate::assets::{self, Asset, Linked};
use crate::settings::{self, Settings};
use crate::wasm::Module;
use crate::{cargo, minify, npm, sheet, step};
use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha384};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The version in names and codes.
const VERSION: &str = env!("CARGO_PKG_VERSION");
const PAGE: &str = "embed.html";
const PARENT: &str = "embed-parent.js";
/// The script that holds the style sheet.
pub const SHEET: &str = "sheet.js";
/// The look of an embed beside `explorer.css`, a file of `www/embed/`.
pub const STYLES: &str = "embed.css";
/// The explorer's own page, from a file of `embed/`.
const SOURCE: &str = "../";

/// Everything in `embed/`.
pub struct Embeds {
    pub files: Vec<Asset>,
    pub names: Names,
    /// What an article loads: the name, and the hash it must have.
    pub entry: Entry,
}

/// What the parts that have budgets are called.
#[derive(Default)]
pub struct Names {
    pub element: String,
    pub wasm_and_glue: [String; 2],
    pub plain: String,
}

/// The element's script.
pub struct Entry {
    pub name: String,
    pub integrity: String,
}

impl Entry {
    /// As the site's page is told: below the site, with the hash.
    pub fn told(&self) -> String {
        format!("embed/{} {}", self.name, self.integrity)
    }
}

/// Makes them of the finished module, the minified style sheet and the document's parts. None without node, which has been said:
/// the element's script would be left with gaps.
pub fn make(
    program: &Path,
    module: &Module,
    minified: &[Asset],
    texts: &[Asset],
    settings: &Settings,
) -> Result<Embeds> {
    if !npm::at_hand() {
        let entry = Entry { name: script_name(), integrity: String::new() };
        return Ok(Embeds { files: Vec::new(), names: Names::default(), entry });
    }
    let fetched = engine_files(module, minified, texts)?;
    let names = fetched.iter().map(|file| file.name.clone()).collect::<Vec<_>>();
    let linked = assets::link([fetched, frame_files()?].concat())?;
    let table = hashed(&names, &linked)?;
    let defined = [("FILES", table.clone().into()), ("SOURCE", SOURCE.into()), ("VERSION", VERSION.into())];
    let bundled = minify::bundle_element(&source("define.js"), &defined, &engine(module))?;
    let script = Asset { name: script_name(), bytes: bundled.into_bytes() };
    let script = linked.rewrite(script);
    loads_only_what_it_compares(&script, &linked, &table)?;
    let entry = Entry { name: script.name.clone(), integrity: integrity(&script.bytes) };
    let parent = minify::files(vec![read(PARENT)?])?;
    let page = page(program, &linked, &entry, settings)?;
    let mut files = linked.files().cloned().chain(parent).chain([script, page]).collect::<Vec<_>>();
    files.push(hashes(&files));
    files.extend(oembed(program, &settings.publish.url)?);
    let name_of = |name: &str| linked.name_of(name).map(str::to_owned);
    let wasm_and_glue = [name_of(&module.wasm)?, name_of(&module.glue)?];
    let names = Names { element: entry.name.clone(), wasm_and_glue, plain: name_of(&module.plain)? };
    Ok(Embeds { files, names, entry })
}

/// The file of the element's script; its version is in the name, so that an article keeps the one it was written for.
pub fn script_name() -> String {
    format!("minsheng-explorer-{VERSION}.js")
}

/// What the element loads by itself.
pub fn engine(module: &Module) -> [&str; 3] {
    [&module.glue, &module.plain, SHEET]
}

/// What the element fetches when it comes near a reader, under the names that its sources have for it.
pub fn engine_files(module: &Module, minified: &[Asset], texts: &[Asset]) -> Result<Vec<Asset>> {
    let minified = |name: &str| minified.iter().find(|asset| asset.name == name).cloned();
    let glue = minify::files(vec![module.read(&module.glue)?])?;
    let css = |name: &str| minified(name).context("no style sheet");
    let (own, print) = (minify::files(vec![read(STYLES)?])?, css(minify::PRINT)?);
    let screen = [vec![css("explorer.css")?, css(minify::VIEWS)?], own]
        .concat()
        .into_iter()
        .flat_map(|sheet| sheet.bytes)
        .collect();
    let sheet = sheet::module(&String::from_utf8(screen)?, str::from_utf8(&print.bytes)?);
    let sheet = Asset { name: SHEET.to_owned(), bytes: [helpers()?, sheet.into_bytes()].concat() };
    Ok([glue, vec![module.read(&module.wasm)?, module.read(&module.plain)?, sheet], texts.to_vec()].concat())
}

/// Scripts that an element needs only once an explorer stands in it. They travel with its style sheet.
fn helpers() -> Result<Vec<u8>> {
    let www = settings::root().join("www");
    let scripts = [Asset::read(&www, "cite.js")?, Asset::read(&www.join("shell"), "answer.js")?, read("contrast.js")?];
    let bytes = scripts.into_iter().flat_map(|script| script.bytes).collect();
    let scripts = minify::defined(vec![Asset { name: SHEET.to_owned(), bytes }], &[])?;
    Ok(scripts.into_iter().flat_map(|script| script.bytes).collect())
}

/// What the iframe's page loads beside the element's script.
fn frame_files() -> Result<Vec<Asset>> {
    minify::files(vec![read("embed-frame.js")?, read("embed-frame.css")?])
}

/// An answer for each view and sentence, where the site's address is known.
fn oembed(program: &Path, site: &str) -> Result<Vec<Asset>> {
    if site.is_empty() {
        step::say("  no oEmbed answers: [publish] url in wasm-pack.toml is empty, and so is --url");
        return Ok(Vec::new());
    }
    let answers: Map<String, Value> = serde_json::from_str(&cargo::ask(program, &["oembed", site])?)?;
    let answers = answers
        .into_iter()
        .map(|(name, answer)| Asset { name: format!("oembed/{name}"), bytes: format!("{answer:#}\n").into_bytes() });
    Ok(answers.collect())
}

/// The shipped names and hashes of what the element loads, by names without an ending: linking renames the others. The short
/// hashes, because an article loads them all with the element.
fn hashed(names: &[String], linked: &Linked) -> Result<Map<String, Value>> {
    let row = |name: &String| {
        let shipped = linked.get(name)?;
        let key = name.split('.').next().unwrap_or_default().to_owned();
        Ok((key, json!({ "file": shipped.name, "integrity": assets::integrity(&shipped.bytes) })))
    };
    names.iter().map(row).collect()
}

/// Stops the build where the element's script, or a file that it loads, names a file without a hash in the table.
fn loads_only_what_it_compares(script: &Asset, linked: &Linked, table: &Map<String, Value>) -> Result<()> {
    let compared = table.values().filter_map(|row| row["file"].as_str()).collect::<BTreeSet<_>>();
    let loaded = linked.files().filter(|file| compared.contains(file.name.as_str()));
    let called = loaded.flat_map(|caller| linked.called_by(caller).map(move |name| (caller, name)));
    let called = called.chain(assets::neighbours(script).map(|name| (script, name)));
    for (caller, name) in called {
        ensure!(compared.contains(name), "{} loads {name}, whose hash {} does not know", caller.name, script.name);
    }
    Ok(())
}

fn page(program: &Path, linked: &Linked, entry: &Entry, settings: &Settings) -> Result<Asset> {
    let template = std::fs::read_to_string(source(PAGE)).context("reading www/embed/embed.html")?;
    let text = assets::fill(&template, |key| match key {
        "csp" => Ok(settings.policy.for_embed()),
        "title" => Ok(cargo::ask(program, &["title"])?.trim().to_owned()),
        "entry" => Ok(entry.name.clone()),
        "integrity" => Ok(entry.integrity.clone()),
        "fallback" => cargo::ask(program, &["fallback", SOURCE, "#/explore"]),
        _ => match key.split_once(':') {
            Some(("asset", name)) => Ok(linked.name_of(name)?.to_owned()),
            Some(("integrity", name)) => Ok(integrity(&linked.get(name)?.bytes)),
            _ => bail!("unknown key; known: csp, title, entry, integrity, fallback, asset:NAME, integrity:NAME"),
        },
    });
    Ok(Asset { name: PAGE.to_owned(), bytes: text.context("in www/embed/embed.html")?.into_bytes() })
}

/// By what systems that embed links find the answer for the page they have the address of.
pub fn discovery(site: &str) -> String {
    if site.is_empty() {
        return String::new();
    }
    format!("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{site}embed/oembed/explore.json\">\n")
}

/// For those who pin what they load.
fn hashes(files: &[Asset]) -> Asset {
    let hashes: Map<String, Value> =
        files.iter().map(|file| (file.name.clone(), integrity(&file.bytes).into())).collect();
    let text = format!("{:#}\n", json!({ "version": VERSION, "integrity": hashes }));
    Asset { name: "integrity.json".to_owned(), bytes: text.into_bytes() }
}

/// As browsers compare it: `sha384-…`.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// A file of `www/embed/`.
pub fn source(name: &str) -> PathBuf {
    settings::root().join("www/embed").join(name)
}

fn read(name: &str) -> Result<Asset> {
    Asset::read(&source(""), name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asset(name: &str, text: &str) -> Asset {
        Asset { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    #[test]
    fn a_build_stops_where_the_element_loads_a_file_without_a_hash() {
        let linked =
            assets::link(vec![asset("glue.js", "'inner.wasm'"), asset("inner.wasm", ""), asset("notes.txt", "")]);
        let linked = linked.expect("linked");
        let try_with = |names: &[&str], script: &str| {
            let names = names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
            let table = hashed(&names, &linked).expect("a table");
            loads_only_what_it_compares(&linked.rewrite(asset("entry.js", script)), &linked, &table)
        };
        let script = "import('./glue.js'); new URL('./notes.txt', import.meta.url)";
        try_with(&["glue.js", "inner.wasm", "notes.txt"], script).expect("every hash is there");
        let error = try_with(&["glue.js", "inner.wasm"], script).unwrap_err().to_string();
        assert!(error.starts_with("entry.js loads notes."), "{error}");
        let error = try_with(&["glue.js", "notes.txt"], script).unwrap_err().to_string();
        assert!(error.starts_with("glue.") && error.contains("inner."), "{error}");
        let error = try_with(&["glue.js", "inner.wasm", "notes.txt"], "import(\"./late.js\")").unwrap_err().to_string();
        assert!(error.starts_with("entry.js loads late.js,"), "{error}");
    }

    #[test]
    fn a_hash_is_what_browsers_compare() {
        let empty = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(integrity(b""), empty);
    }
}
