//! The embeds: the element's script, what it loads when it comes near a reader, the iframe's page and the script for the
//! article around it, and what they must hash to. They are `dist/embed/`, and the site's `embed/`.

use crate::assets::{self, Asset, Linked};
use crate::build::PARTS;
use crate::settings::{self, Settings};
use crate::wasm::Module;
use crate::{cargo, minify, npm, sheet, step};
use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha384};
use std::path::{Path, PathBuf};

/// The version in names and codes.
const VERSION: &str = env!("CARGO_PKG_VERSION");
const PAGE: &str = "embed.html";
const PARENT: &str = "embed-parent.js";
/// The script that holds the style sheet.
pub const SHEET: &str = "sheet.js";
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
    let linked = assets::link(parts(module, minified, texts)?)?;
    let bundled = minify::bundle_element(&source("define.js"), &defined(module, &linked, SOURCE)?, &engine(module))?;
    let script = Asset { name: script_name(), bytes: bundled.into_bytes() };
    let script = linked.rewrite(script);
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
    let glue = minified(&module.glue).context("no glue")?;
    let css = |name: &str| minified(name).context("no style sheet");
    let (screen, print) = (css("explorer.css")?, css(minify::PRINT)?);
    let own = minify::files(vec![read("embed.css")?])?;
    let screen = [screen].into_iter().chain(own).flat_map(|sheet| sheet.bytes).collect::<Vec<_>>();
    let sheet = sheet::module(str::from_utf8(&screen)?, str::from_utf8(&print.bytes)?);
    let sheet = Asset { name: SHEET.to_owned(), bytes: sheet.into_bytes() };
    Ok([vec![glue, module.read(&module.wasm)?, module.read(&module.plain)?, sheet], texts.to_vec()].concat())
}

/// What is called by other files, and so may have any name.
fn parts(module: &Module, minified: &[Asset], texts: &[Asset]) -> Result<Vec<Asset>> {
    let frame = minify::files(vec![read("embed-frame.js")?, read("embed-frame.css")?])?;
    Ok([engine_files(module, minified, texts)?, frame].concat())
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

/// What `element.js` leaves open.
fn defined(module: &Module, linked: &Linked, source: &str) -> Result<[(&'static str, Value); 3]> {
    let mut files = Map::new();
    let engine = [module.glue.as_str(), &module.wasm, &module.plain, SHEET];
    for name in engine.into_iter().chain(PARTS.map(|(name, _)| name)) {
        let shipped = linked.get(name)?;
        files.insert(name.to_owned(), json!({ "file": shipped.name, "integrity": integrity(&shipped.bytes) }));
    }
    Ok([("FILES", files.into()), ("SOURCE", source.into()), ("VERSION", VERSION.into())])
}

fn page(program: &Path, linked: &Linked, entry: &Entry, settings: &Settings) -> Result<Asset> {
    let template = std::fs::read_to_string(source(PAGE)).context("reading www/embed/embed.html")?;
    let text = assets::fill(&template, |key| match key {
        "csp" => Ok(settings.policy.for_embed()),
        "title" => Ok(cargo::ask(program, &["title"])?.trim().to_owned()),
        "entry" => Ok(entry.name.clone()),
        "fallback" => cargo::ask(program, &["fallback", SOURCE, "#/explore"]),
        _ => match key.strip_prefix("asset:") {
            Some(name) => Ok(linked.name_of(name)?.to_owned()),
            None => bail!("unknown key; known: csp, title, entry, fallback, asset:NAME"),
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

    #[test]
    fn a_hash_is_what_browsers_compare() {
        let empty = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(integrity(b""), empty);
    }
}
