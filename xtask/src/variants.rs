//! The example pages of `www/variants/`: articles that embed the explorer in every way, for readers to look at and for the
//! tests to open. They stand in the site's `variants/`.

use crate::assets::{self, Asset};
use crate::embeds::Entry;
use crate::{cargo, settings};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// The explorer's page, from an example.
const SOURCE: &str = "../";

/// Every file of the folder, pages filled in: `{{entry}}` and `{{integrity}}` are the element's script, `{{fallback:ROUTE}}`
/// what stands inside the element.
pub fn make(program: &Path, entry: &Entry) -> Result<Vec<Asset>> {
    let folder = settings::root().join("www/variants");
    let mut files = Vec::new();
    for file in fs::read_dir(&folder).context("reading www/variants")? {
        let name = file?.file_name().to_string_lossy().into_owned();
        let asset = Asset::read(&folder, &name)?;
        files.push(if name.ends_with(".html") { filled(asset, program, entry)? } else { asset });
    }
    Ok(files)
}

fn filled(page: Asset, program: &Path, entry: &Entry) -> Result<Asset> {
    let template = String::from_utf8(page.bytes)?;
    let text = assets::fill(&template, |key| match key {
        "entry" => Ok(entry.name.clone()),
        "integrity" => Ok(entry.integrity.clone()),
        _ => match key.strip_prefix("fallback:") {
            Some(route) => cargo::ask(program, &["fallback", SOURCE, route]),
            None => bail!("unknown key; known: entry, integrity, fallback:ROUTE"),
        },
    });
    let text = text.with_context(|| format!("in www/variants/{}", page.name))?;
    Ok(Asset { name: page.name, bytes: text.into_bytes() })
}
