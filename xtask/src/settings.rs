//! The build's settings, read from `wasm-pack.toml`. Takes the file as it is; an unknown key is an error, so that a
//! misspelt setting cannot be silently without effect.

use anyhow::{Context, Result, ensure};
use minsheng_browser_tests::Limits;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// Everything `wasm-pack.toml` holds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// What is compiled, and what the result is called.
    pub wasm: Wasm,
    /// How the module is optimised.
    pub wasm_opt: WasmOpt,
    /// Ceilings for what the page weighs.
    pub budgets: Budgets,
    /// Limits for the figures of the first screens.
    pub look: Limits,
    /// How kiosks are set where nobody sets them otherwise.
    pub kiosk: Kiosk,
    /// Where `cargo xtask serve` listens.
    pub server: Server,
    /// Where the site will be found.
    pub publish: Publish,
    /// What the page may do, in the browser's words.
    pub policy: Policy,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Wasm {
    pub package: String,
    pub name: String,
    pub target: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WasmOpt {
    pub flags: Vec<String>,
}

/// Ceilings in KB (1000 bytes) after brotli -q 11.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Budgets {
    pub page_kb: f64,
    pub wasm_and_glue_kb: f64,
    pub plain_kb: f64,
    pub element_kb: f64,
    /// Of the kiosk's one file, as it is: nothing compresses it on its way.
    pub kiosk_file_kb: f64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Kiosk {
    /// Without a touch, until it asks whether somebody is there.
    pub idle_seconds: u32,
    /// URL of the public explorer, for QR codes; empty where there is none.
    pub public_url: String,
    /// What they print on: `58`, `80` or `a4`; empty where they do not.
    pub paper: String,
    /// The number that leads out of them; empty where nothing does.
    pub exit: String,
}

impl Kiosk {
    /// As `data-…` of the element that kiosks open in.
    pub fn attributes(&self) -> [(&'static str, String); 4] {
        let idle = self.idle_seconds.to_string();
        let texts = [("public", &self.public_url), ("paper", &self.paper), ("exit", &self.exit)];
        let [public, paper, exit] = texts.map(|(name, text)| (name, text.clone()));
        [("idle", idle), public, paper, exit]
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Server {
    pub port: u16,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Publish {
    /// URL of the site's folder, ending with `/`; empty where it is not known.
    pub url: String,
}

impl Publish {
    /// Another address than the file says.
    pub fn at(url: &str) -> Result<Publish> {
        let publish = Publish { url: url.to_owned() };
        publish.check()?;
        Ok(publish)
    }

    fn check(&self) -> Result<()> {
        let is_folder =
            ["https://", "http://"].iter().any(|scheme| self.url.starts_with(scheme)) && self.url.ends_with('/');
        ensure!(self.url.is_empty() || is_folder, "[publish] url is `{}`, not https://…/ with a last slash", self.url);
        Ok(())
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Policy {
    csp: Vec<String>,
    csp_page: Vec<String>,
    csp_embed: Vec<String>,
    csp_header_only: Vec<String>,
}

impl Policy {
    /// The policy for the `<meta http-equiv>` tag of the explorer's page.
    pub fn for_page(&self) -> String {
        joined(&[&self.csp, &self.csp_page])
    }

    /// The policy for the `<meta http-equiv>` tag of an embed's page.
    pub fn for_embed(&self) -> String {
        joined(&[&self.csp, &self.csp_embed])
    }

    /// The policy for the response header: the page's, and what a tag may not carry.
    pub fn for_header(&self) -> String {
        joined(&[&self.csp, &self.csp_page, &self.csp_header_only])
    }
}

fn joined(parts: &[&Vec<String>]) -> String {
    parts.iter().flat_map(|part| part.iter()).cloned().collect::<Vec<_>>().join("; ")
}

/// The environment variable that names another folder of sources than this program's own (xtask/src/again.rs).
pub const ROOT: &str = "MINSHENG_ROOT";

/// The repository's root folder.
pub fn root() -> PathBuf {
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let root = std::env::var_os(ROOT).map_or_else(own, PathBuf::from);
    root.canonicalize().unwrap_or_else(|_| PathBuf::from("."))
}

/// Reads `wasm-pack.toml` at the root.
pub fn read() -> Result<Settings> {
    let path = root().join("wasm-pack.toml");
    let text = std::fs::read_to_string(&path).context("reading wasm-pack.toml")?;
    parse(&text).context("in wasm-pack.toml")
}

fn parse(text: &str) -> Result<Settings> {
    let settings: Settings = toml::from_str(text)?;
    settings.publish.check()?;
    Ok(settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &str = include_str!("../../wasm-pack.toml");

    #[test]
    fn the_shipped_file_is_read_and_its_first_line_says_by_whom() {
        parse(SHIPPED).expect("the shipped settings parse");
        assert!(SHIPPED.lines().next().is_some_and(|line| line.contains("wasm-pack itself does not read this file")));
    }

    #[test]
    fn an_unknown_key_is_an_error_that_names_it() {
        for (key, unknown) in [("page-kb", "page-kib"), ("stuck-percent", "stuck-per-cent")] {
            let error = format!("{:#}", parse(&SHIPPED.replace(key, unknown)).expect_err("an unknown key"));
            assert!(error.contains(unknown), "{error}");
        }
    }

    #[test]
    fn the_sites_address_is_a_folder() {
        let with = |url: &str| parse(&SHIPPED.replace("url = \"\"", &format!("url = \"{url}\"")));
        assert_eq!(
            with("https://news.example/minsheng/").expect("a folder").publish.url,
            "https://news.example/minsheng/"
        );
        for url in ["news.example/", "https://news.example/minsheng", "file:///minsheng/"] {
            assert!(with(url).is_err(), "{url}");
        }
    }

    #[test]
    fn only_the_header_carries_frame_ancestors() {
        let policy = parse(SHIPPED).expect("the shipped settings parse").policy;
        assert!(policy.for_header().contains("frame-ancestors"));
        assert!(![policy.for_page(), policy.for_embed()].concat().contains("frame-ancestors"));
    }

    /// What a header forbids no tag allows: the header must leave room for the page's worker.
    #[test]
    fn only_the_page_has_a_worker_and_one_way_to_name_it() {
        let policy = parse(SHIPPED).expect("the shipped settings parse").policy;
        for text in [policy.for_page(), policy.for_header()] {
            assert!(text.contains("worker-src 'self'; trusted-types minsheng-offline"), "{text}");
        }
        assert!(policy.for_embed().ends_with("worker-src 'none'; trusted-types 'none'"));
    }
}
