//! The module that has everything, twice: `dist/kiosk.html`, one file with all in it, and for the site a script that takes
//! the page's place, as a kiosk or for views that the page's own module has not. The shell of both is `www/kiosk/`.

use crate::assets::{self, Asset};
use crate::embeds::Entry;
use crate::settings::{self, Settings};
use crate::wasm::{self, Module};
use crate::{cargo, folders, minify};
use anyhow::{Context, Result, bail};
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
        let sheets = STYLES.map(|name| Asset::read(&self.folder.join("kiosk"), name));
        let mut styles = minify::files(sheets.into_iter().collect::<Result<_>>()?)?;
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
        let carried = self.carried(parts)?;
        let digest = Sha256::digest(&carried).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let defined = [("DIGEST", Value::from(digest)), ("ENTRY", Value::from(entry.told()))];
        let script = inline(self.bundle("file.js", "iife", &defined)?)?;
        let style = self.style()?;
        let policy = policy(&script, &style);
        let packed = base91(&pack(&carried)?);
        let template =
            std::fs::read_to_string(self.folder.join("kiosk").join(FILE)).context("reading www/kiosk/kiosk.html")?;
        let text = assets::fill(&template, |key| match key {
            "policy" => Ok(policy.clone()),
            "title" => Ok(cargo::ask(program, &["title"])?.trim().to_owned()),
            "version" => Ok(env!("CARGO_PKG_VERSION").to_owned()),
            "icon" => self.icon(),
            "style" => Ok(style.clone()),
            "text" => cargo::ask(program, &["text"]),
            "preset" => Ok(preset(&settings.kiosk)),
            "program" => Ok(packed.clone()),
            "script" => Ok(script.clone()),
            _ => bail!("unknown key; known: policy, title, version, icon, style, text, preset, program, script"),
        });
        Ok(Asset { name: FILE.to_owned(), bytes: text.context("in www/kiosk/kiosk.html")?.into_bytes() })
    }

    fn bundle(&self, entry: &str, format: &str, defined: &[(&str, Value)]) -> Result<String> {
        minify::bundle_shell(&self.folder.join("kiosk").join(entry), format, defined)
    }

    /// What the text needs that stands there first.
    fn style(&self) -> Result<String> {
        let sheets = minify::files(vec![Asset::read(&self.folder.join("kiosk"), "still.css")?])?;
        Ok(sheets.into_iter().map(|sheet| String::from_utf8(sheet.bytes)).collect::<Result<String, _>>()?)
    }

    /// What is packed: module, styles and the document's parts, as `www/kiosk/whole.js` splits them.
    fn carried(&self, parts: &[Asset]) -> Result<Vec<u8>> {
        let own = STYLES.map(|name| Asset::read(&self.folder.join("kiosk"), name));
        let shared = ["explorer.css", minify::PRINT].map(|name| Asset::read(&self.folder, name));
        let sheets = shared.into_iter().chain(own);
        let css = minify::files(sheets.collect::<Result<_>>()?)?;
        let css = css.into_iter().flat_map(|sheet| sheet.bytes).collect::<Vec<_>>();
        let mut all = vec![("module", self.module.read(&self.module.wasm)?.bytes), ("css", css)];
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

/// As gzip, as small as it can be made: it is packed once and carried everywhere.
fn pack(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut packed)
        .context("packing the program")?;
    Ok(packed)
}

/// What `www/kiosk/whole.js` reads: thirteen bits as two characters, which is a thirteenth less than base64 makes of them. No
/// character of it begins a tag, or a key of the template.
fn base91(bytes: &[u8]) -> String {
    let digits: Vec<char> = ('!'..='~').filter(|c| !matches!(c, '<' | '{' | '}')).collect();
    let (mut text, mut held, mut bits) = (String::new(), 0_usize, 0);
    for byte in bytes {
        held |= usize::from(*byte) << bits;
        bits += 8;
        if bits >= 13 {
            let word = held & 0x1fff;
            text.extend([digits[word % 91], digits[word / 91]]);
            held >>= 13;
            bits -= 13;
        }
    }
    // Six bits are one character, so that what is left tells how much it is.
    text.extend((bits > 0).then(|| digits[held % 91]));
    text.extend((bits > 6).then(|| digits[held / 91]));
    text
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
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        hash(script),
        hash(style)
    )
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
    fn thirteen_bits_are_two_characters_and_what_is_left_is_one_or_two() {
        assert_eq!(base91(&[0; 13]), "!".repeat(16));
        assert_eq!(base91(&[0xff, 0x1f]), "\"~!");
        assert_eq!([1, 2, 3, 4, 5].map(|bytes| base91(&vec![0; bytes]).len()), [2, 3, 4, 5, 7]);
        let all = base91(&(0..=255).cycle().take(10_000).collect::<Vec<u8>>());
        assert!(all.chars().all(|c| c.is_ascii_graphic() && !"<{}".contains(c)));
    }

    #[test]
    fn a_script_that_would_end_itself_is_refused() {
        assert!(inline("a = 1 < b".to_owned()).is_ok());
        assert!(inline("say('</SCRIPT>')".to_owned()).is_err());
    }

    #[test]
    fn the_policy_names_what_is_in_the_file_by_its_hash() {
        let policy = policy("", "");
        assert!(policy.contains("script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'wasm-unsafe-eval'"));
    }
}
