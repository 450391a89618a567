//! What other people's checkers say of the pages: validators of HTML of every page that is shipped or shown, and of each
//! view as it is printed; pa11y and Lighthouse of what a reader opens. `tests/pages/` pins them, holds their settings, and
//! breaks pages to see that they notice. The virtual screen reader of a browser test is bundled here too.

use crate::build;
use crate::folders::{copy, fresh, read_all};
use crate::node::Node;
use crate::server::{self, Site};
use crate::settings::{self, Settings};
use crate::{cargo, conditions, drivers, npm, samples, system};
use anyhow::{Context, Result, ensure};
use minsheng_browser_tests::{LANGUAGES, LARGE, THEMES, VIEWS, in_dress};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The tests that need the virtual screen reader.
pub const TESTS: &str = "a_virtual_screen_reader_hears_what_was_read";
const SOURCE: &str = "tests/pages";
/// Where the documentation's samples say that the site is.
const SITE: &str = "https://news.example/minsheng/";
/// The folder of articles that embed the explorer.
const ARTICLES: &str = "articles";

/// The checkers, installed outside of the sources.
pub struct Pages {
    folder: PathBuf,
    node: Node,
}

/// Installs the checkers where they are missing or other than pinned.
pub fn install() -> Result<Pages> {
    let folder = cargo::target_folder()?.join("pages");
    copy(&settings::root().join(SOURCE), &folder)?;
    let node = npm::install("what judges pages", &folder)?;
    Ok(Pages { folder, node })
}

impl Pages {
    /// No validator finds an error on any page.
    pub fn validate(&self, site: &Path, settings: &Settings) -> Result<()> {
        system::ensure(&system::JAVA)?;
        let pages = fresh(&self.folder.join("pages"))?;
        collect(site, &pages)?;
        print_views(&cargo::build_program(&settings.wasm.package)?, &fresh(&pages.join("views"))?)?;
        system::run(self.node("validate.js").arg(pages))
    }

    /// Nothing is inaccessible to pa11y and Lighthouse, in Chromium, and both notice what is.
    pub fn try_access(&self, site: &Path, settings: &Settings) -> Result<()> {
        let chromium = system::ensure(&drivers::CHROMIUM)?;
        system::ensure_chinese_font()?;
        let served = Site::new(site.to_owned(), "/", &settings.policy)?.also(conditions::mounts()?);
        let serving = server::serve(served, 0)?;
        let mut node = self.node("accessible.js");
        node.arg(chromium).arg(format!("http://127.0.0.1:{}/", serving.port));
        system::run(node.arg(build::kiosk_file()).arg(self.folder.join("pages").join(ARTICLES)))
    }

    /// A script that brings the virtual screen reader into a page.
    pub fn reader(&self) -> Result<PathBuf> {
        let bundle = self.folder.join("reader.bundle.js");
        let mut esbuild = npm::node("esbuild/bin/esbuild");
        esbuild.arg(self.folder.join("reader.js")).args([
            "--bundle",
            "--format=iife",
            "--minify",
            "--log-level=warning",
        ]);
        system::output(esbuild.arg(format!("--outfile={}", bundle.display())))?;
        Ok(bundle)
    }

    /// Each validator notices what it is for, on a page that is valid otherwise.
    pub fn try_breaks(&self, site: &Path) -> Result<()> {
        system::run(self.node("breaks.js").arg(site.join("index.html")))
    }

    fn node(&self, script: &str) -> Command {
        let mut node = self.node.command();
        node.current_dir(&self.folder).arg(self.folder.join(script));
        node
    }
}

/// Every page that is shipped; apart from them the example articles and the documentation's samples.
fn collect(site: &Path, pages: &Path) -> Result<()> {
    let articles = fresh(&pages.join(ARTICLES))?;
    fs::copy(build::kiosk_file(), pages.join("kiosk.html")).context("the kiosk's one file")?;
    for (path, bytes) in read_all(site)?.into_iter().filter(|(path, _)| path.extension().is_some_and(|it| it == "html"))
    {
        let folder = if path.starts_with(site.join("variants")) { &articles } else { pages };
        fs::write(folder.join(path.file_name().context("a page without a name")?), bytes)?;
    }
    samples::read(site, SITE)?.write(&articles)
}

/// Each view in each language, as the program prints it.
fn print_views(program: &Path, folder: &Path) -> Result<()> {
    for (route, language) in VIEWS.iter().chain(&LARGE).flat_map(|route| LANGUAGES.map(|language| (route, language))) {
        let route = in_dress(route, language, THEMES[0]);
        let page = cargo::ask(program, &["page", &route])?;
        ensure!(page.contains("<main") || page.contains("attract"), "{route} prints no page");
        let name = route.replace(|c: char| !c.is_alphanumeric(), "-");
        let head = "<head>\n<meta charset=\"utf-8\">\n<title>A view</title>\n</head>";
        let text = format!("<!doctype html>\n<html lang=\"{language}\">\n{head}\n<body>\n{page}\n</body>\n</html>\n");
        fs::write(folder.join(format!("{}.html", name.trim_start_matches('-'))), text)?;
    }
    Ok(())
}
