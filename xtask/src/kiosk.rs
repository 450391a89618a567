//! The module that has everything, twice: `dist/kiosk.html`, one file with all in it, and for the site a script that takes
//! the page's place, as a kiosk or for views that the page's own module has not. The shell of both is `www/kiosk/`.

use crate::assets::{self, Asset};
use crate::embeds::{self, Entry};
use crate::settings::{self, Settings};
use crate::wasm::{self, Module};
use crate::{cargo, folders, minify};
use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// The file's name, in `dist/`.
pub const FILE: &str = "kiosk.html";
/// What the site loads beside the page's own module, under the names that `www/explorer.js` and this script have for it.
pub const SCRIPT: &str = "whole.js";
const STYLES: [&str; 2] = ["late.css", "kiosk.css"];

/// What kiosks are made of.
pub struct Kiosk {
    module: Module,
    /// Sources of the shell, with the module's glue among them.
    folder: PathBuf,
}

impl Kiosk {
    /// Compiles the module and lays out what is bundled with it.
    pub fn make(settings: &Settings) -> Result<Kiosk> {
        let module = wasm::make_whole(settings)?;
        let folder = folders::fresh(&cargo::target_folder()?.join("web/kiosk"))?;
        folders::copy(&settings::root().join("www"), &folder)?;
        std::fs::copy(module.folder.join(&module.glue), folder.join("kiosk").join(&module.glue))?;
        Ok(Kiosk { module, folder })
    }

    /// The site's part.
    pub fn site(&self, settings: &Settings) -> Result<Vec<Asset>> {
        let preset = settings.kiosk.attributes().into_iter().map(|(name, value)| (name.to_owned(), value.into()));
        let script = self.bundle("site.js", "esm", &[("PRESET", Value::Object(preset.collect()))])?;
        let mut styles = minify::files(self.styles()?)?;
        styles.extend([
            Asset { name: SCRIPT.to_owned(), bytes: script.into_bytes() },
            self.module.read(&self.module.wasm)?,
            self.module.read(&self.module.plain)?,
        ]);
        Ok(styles)
    }

    /// The shipped names' originals: nothing of this is needed for the page's first filter.
    pub fn names(&self) -> Vec<String> {
        [SCRIPT]
            .into_iter()
            .chain(STYLES)
            .map(str::to_owned)
            .chain([&self.module.wasm, &self.module.plain].map(String::clone))
            .collect()
    }

    /// The one file.
    pub fn file(&self, program: &Path, parts: &[Asset], entry: &Entry, settings: &Settings) -> Result<Asset> {
        let style = self.style()?;
        let page = Page { program, style: &style, settings, icon: self.icon()?, template: self.template()? };
        let carried = self.carried(parts, page.around()?)?;
        let digest = Sha256::digest(&carried).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let defined = [("DIGEST", Value::from(digest)), ("ENTRY", Value::from(entry.told()))];
        let script = inline(self.bundle("file.js", "iife", &defined)?)?;
        let text = page.filled(&policy(&hash(&script), &hash(&style)), &script, &STANDARD.encode(pack(&carried)?))?;
        Ok(Asset { name: FILE.to_owned(), bytes: text.into_bytes() })
    }

    /// The sheets beside the page's own. What has views to embed shows previews of embeds.
    fn styles(&self) -> Result<Vec<Asset>> {
        let mut sheets =
            STYLES.map(|name| Asset::read(&self.folder.join("kiosk"), name)).into_iter().collect::<Result<Vec<_>>>()?;
        let previews = Asset::read(&self.folder.join("embed"), embeds::STYLES)?;
        let late = sheets.first_mut().context("no sheet for late views")?;
        late.bytes.extend(previews.bytes);
        Ok(sheets)
    }

    fn template(&self) -> Result<String> {
        std::fs::read_to_string(self.folder.join("kiosk").join(FILE)).context("reading www/kiosk/kiosk.html")
    }

    fn bundle(&self, entry: &str, format: &str, defined: &[(&str, Value)]) -> Result<String> {
        minify::bundle_shell(&self.folder.join("kiosk").join(entry), format, defined)
    }

    /// What the text needs that stands there first.
    fn style(&self) -> Result<String> {
        let sheets = minify::files(vec![Asset::read(&self.folder.join("kiosk"), "still.css")?])?;
        let style = sheets.into_iter().map(|sheet| String::from_utf8(sheet.bytes)).collect::<Result<String, _>>()?;
        Ok(style.trim_end().to_owned())
    }

    /// What is packed: module, styles, the page around them and the document's parts, as `www/kiosk/whole.js` splits them.
    fn carried(&self, parts: &[Asset], around: String) -> Result<Vec<u8>> {
        let shared = ["explorer.css", minify::VIEWS, minify::PRINT].map(|name| Asset::read(&self.folder, name));
        let shared = shared.into_iter().collect::<Result<Vec<_>>>()?;
        let css = minify::files([shared, self.styles()?].concat())?;
        let css = css.into_iter().flat_map(|sheet| sheet.bytes).collect::<Vec<_>>();
        let mut all = vec![("module", self.module.read(&self.module.wasm)?.bytes), ("css", css)];
        all.push(("around", around.into_bytes()));
        all.extend(parts.iter().map(|part| (part.name.trim_end_matches(".txt"), part.bytes.clone())));
        let head = all.iter().map(|(name, bytes)| format!("{name}:{}", bytes.len())).collect::<Vec<_>>().join(" ");
        let mut carried = (head + "\n").into_bytes();
        all.iter().for_each(|(_, bytes)| carried.extend(bytes));
        Ok(carried)
    }

    fn icon(&self) -> Result<String> {
        let icon = Asset::read(&self.folder, "icon.svg")?;
        Ok(format!("data:image/svg+xml;base64,{}", STANDARD.encode(icon.bytes)))
    }
}

/// The page that the program stands in.
struct Page<'a> {
    template: String,
    program: &'a Path,
    style: &'a str,
    icon: String,
    settings: &'a Settings,
}

impl Page<'_> {
    fn filled(&self, policy: &str, script: &str, packed: &str) -> Result<String> {
        assets::fill(&self.template, |key| match key {
            "policy" => Ok(policy.to_owned()),
            "title" => Ok(cargo::ask(self.program, &["title"])?.trim().to_owned()),
            "version" => Ok(env!("CARGO_PKG_VERSION").to_owned()),
            "icon" => Ok(self.icon.clone()),
            "style" => Ok(self.style.to_owned()),
            "text" => cargo::ask(self.program, &["text"]),
            "preset" => Ok(preset(&self.settings.kiosk)),
            "program" => Ok(packed.to_owned()),
            "script" => Ok(script.to_owned()),
            _ => bail!("unknown key; known: policy, title, version, icon, style, text, preset, program, script"),
        })
        .context("in www/kiosk/kiosk.html")
    }

    /// The elements before the settings, which an operator may change, as the program compares them with the page that it
    /// finds itself in. The policy's hashes are left out, because they follow from what is packed.
    fn around(&self) -> Result<String> {
        around(&self.filled(&policy("", ""), "", "")?)
    }
}

/// The elements of the head and of the body up to the settings, a line each, in the form that `www/kiosk/whole.js` gives to
/// what browsers tell of them: no empty values, and quotation marks as they are.
fn around(page: &str) -> Result<String> {
    let (before, _) = page.split_once("<div id=\"explorer\"").context("the page has no place for the explorer")?;
    let (_, elements) = before.split_once("<head>").context("the page has no head")?;
    let lines = elements.lines().filter(|line| !["", "</head>", "<body>"].contains(line)).collect::<Vec<_>>();
    let is_element = |line: &&str| line.starts_with('<') && line.ends_with('>');
    ensure!(lines.iter().all(is_element), "in www/kiosk/kiosk.html each element must have a line of its own");
    Ok(lines.join("\n").replace("=\"\"", "").replace("&quot;", "\""))
}

/// As gzip, as small as it can be made: it is packed once and carried everywhere.
fn pack(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut packed)
        .context("packing the program")?;
    Ok(packed)
}

/// A script that may stand in a page: nothing in it ends it.
fn inline(script: String) -> Result<String> {
    let ends = ["</script", "<!--"].iter().find(|end| script.to_ascii_lowercase().contains(*end));
    match ends {
        None => Ok(script),
        Some(end) => bail!("the kiosk's script holds `{end}`, which would end it in the page"),
    }
}

/// How it is set, as attributes that whoever has the file can change.
fn preset(kiosk: &settings::Kiosk) -> String {
    let escaped = |value: String| value.replace('&', "&amp;").replace('"', "&quot;");
    kiosk.attributes().map(|(name, value)| format!("data-{name}=\"{}\"", escaped(value))).join(" ")
}

/// What the file may do: run its own script and wear its own styles, by their hashes, and nothing else.
fn policy(script: &str, style: &str) -> String {
    format!(
        "default-src 'none'; script-src {script} 'wasm-unsafe-eval'; style-src {style}; img-src data:; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

/// As a policy names a text.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_for_every_build_stands_in_the_file_and_can_be_read_there() {
        let kiosk = settings::Kiosk {
            idle_seconds: 90,
            public_url: "https://a.example/?b&c=\"".into(),
            paper: "58".into(),
            exit: String::new(),
        };
        let expected =
            "data-idle=\"90\" data-public=\"https://a.example/?b&amp;c=&quot;\" data-paper=\"58\" data-exit=\"\"";
        assert_eq!(preset(&kiosk), expected);
    }

    #[test]
    fn what_stands_around_the_program_is_every_element_before_the_settings() {
        let page =
            "<!doctype html>\n<html>\n<head>\n<meta a=\"\">\n</head>\n<body>\n<p>&quot;</p>\n<div id=\"explorer\" a>";
        assert_eq!(around(page).expect("lines"), "<meta a>\n<p>\"</p>");
        let error = around("<head>\nwords\n<div id=\"explorer\"").unwrap_err().to_string();
        assert!(error.contains("a line of its own"), "{error}");
    }

    #[test]
    fn a_script_that_would_end_itself_is_refused() {
        assert!(inline("a = 1 < b".to_owned()).is_ok());
        assert!(inline("say('</SCRIPT>')".to_owned()).is_err());
    }

    #[test]
    fn the_policy_names_what_is_in_the_file_by_its_hash() {
        let policy = policy(&hash(""), "");
        assert!(policy.contains("script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'wasm-unsafe-eval'"));
    }
}
