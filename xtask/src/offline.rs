//! The service worker's list: which files of a site it keeps, and what each must hash to. Takes a finished site and adds
//! `sw.js`; what the worker does with the list is written in `www/sw.js`.

use crate::assets::{self, Asset};
use crate::{compressed, folders, minify, settings};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The worker's file: the one name that never changes, because browsers know the worker by it.
pub const WORKER: &str = "sw.js";

/// Whatever else is in the site the page may need; these are for articles, which are elsewhere.
const FOR_ARTICLES: [&str; 2] = ["embed/", "variants/"];

/// The module that has everything, as JavaScript: large, and of use to few. Whoever needs it fetches it then.
const FOR_FEW: &str = "_whole-plain.";

/// What the page itself offers of the data. The other formats are for programs, and more than a reader should keep.
const DATA: [&str; 2] = ["data/opinion.json", "data/opinion.schema.json"];

/// Files by their names below the site, with `sha256-…` for each.
type Files = BTreeMap<String, String>;

/// Writes the worker of a site for all that is in it.
pub fn write(site: &Path) -> Result<()> {
    let template = fs::read_to_string(settings::root().join("www").join(WORKER)).context("reading www/sw.js")?;
    let script = filled(&template, &files(site)?)?;
    let minified = minify::files(vec![Asset { name: WORKER.to_owned(), bytes: script.into_bytes() }])?;
    minified.iter().try_for_each(|file| fs::write(site.join(&file.name), &file.bytes)).context("writing sw.js")
}

/// What the worker keeps.
fn files(site: &Path) -> Result<Files> {
    let mut files = Files::new();
    for (path, bytes) in folders::read_all(site)? {
        let parts = path.strip_prefix(site)?.iter().map(|part| part.to_string_lossy());
        let name = parts.collect::<Vec<_>>().join("/");
        if is_kept(&name) {
            files.insert(name, assets::integrity(&bytes));
        }
    }
    ensure!(files.contains_key("index.html"), "{} has no page", site.display());
    Ok(files)
}

/// Whether the page may need a file, by its name below the site.
pub fn is_kept(name: &str) -> bool {
    let is_for_programs = name.starts_with("data/") && !DATA.contains(&name);
    name != WORKER
        && !is_for_programs
        && !name.contains(FOR_FEW)
        && !compressed::is_compressed(name)
        && !FOR_ARTICLES.iter().any(|folder| name.starts_with(folder))
}

/// An edition is named after its files and its worker, so that no two workers share a cache.
fn filled(template: &str, files: &Files) -> Result<String> {
    let list = json!(files.iter().collect::<Vec<_>>()).to_string();
    assets::fill(template, |key| match key {
        "edition" => Ok(assets::digest(&[template.as_bytes(), list.as_bytes()].concat())),
        "files" => Ok(list.clone()),
        _ => anyhow::bail!("unknown key; known: edition, files"),
    })
    .context("in www/sw.js")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "const EDITION = \"{{edition}}\", FILES = new Map({{files}});";

    /// A site of these files, each of which holds its own name.
    fn site(test: &str, names: &[&str]) -> std::path::PathBuf {
        let site = std::env::temp_dir().join(format!("minsheng-offline-{test}-{}", std::process::id()));
        let site = folders::fresh(&site).expect("a folder");
        for name in names {
            let path = site.join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, name).expect("written");
        }
        site
    }

    #[test]
    fn everything_the_page_may_need_is_kept_and_nothing_of_the_articles() {
        let kept = ["data/opinion.json", "explorer.3f9a1c2b04.js", "index.html", "kiosk.html"];
        let others = ["embed/embed.html", "variants/article.html", "index.html.br", "data/opinion.json.gz", "sw.js"];
        let others = [&others[..], &["data/opinion.zip", "minsheng_whole-plain.3f9a1c2b04.js"]].concat();
        let site = site("kept", &[kept, ["a.png"; 4]].concat().iter().chain(&others).copied().collect::<Vec<_>>());
        let files = files(&site).expect("a list");
        assert_eq!(files.keys().collect::<Vec<_>>(), ["a.png"].iter().chain(&kept).collect::<Vec<_>>());
        fs::remove_dir_all(site).expect("removed");
    }

    #[test]
    fn a_hash_is_what_browsers_compare() {
        let site = site("hash", &["index.html"]);
        fs::write(site.join("index.html"), "").expect("written");
        let files = files(&site).expect("a list");
        assert_eq!(files["index.html"], "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        fs::remove_dir_all(site).expect("removed");
    }

    #[test]
    fn a_site_without_a_page_is_no_site() {
        let site = site("none", &["explorer.css"]);
        assert!(files(&site).is_err());
        fs::remove_dir_all(site).expect("removed");
    }

    #[test]
    fn the_same_files_are_the_same_edition_and_a_change_in_one_or_in_the_worker_is_another() {
        let list = |hash: &str| Files::from([("index.html".to_owned(), hash.to_owned())]);
        let one = filled(TEMPLATE, &list("sha256-a")).expect("filled");
        assert!(one.ends_with("FILES = new Map([[\"index.html\",\"sha256-a\"]]);"), "{one}");
        assert_eq!(one, filled(TEMPLATE, &list("sha256-a")).expect("filled"));
        let edition = |script: &str| script.split('"').nth(1).map(str::to_owned);
        assert_ne!(edition(&one), edition(&filled(TEMPLATE, &list("sha256-b")).expect("filled")));
        assert_ne!(edition(&one), edition(&filled(&format!("{TEMPLATE} "), &list("sha256-a")).expect("filled")));
    }
}
