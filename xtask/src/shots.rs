//! `cargo xtask shots`: pictures of `dist/site` as it is, for a person to look at. Every route at three widths, light
//! and dark, in both languages.

use crate::browser::Stage;
use crate::{build, cargo, settings, step};
use anyhow::{Context, Result, bail};
use minsheng_browser_tests::{LANGUAGES, Media, Page, Size, in_dress};
use std::path::{Path, PathBuf};

const ROUTES: [&str; 6] =
    ["#/explore", "#/explore?domain=elderly-care", "#/explore?q=养老", "#/read/m5s3", "#/targets", "#/about"];
const SIZES: [Size; 3] =
    [Size { width: 360, height: 780 }, Size { width: 768, height: 1024 }, Size { width: 1280, height: 800 }];
const THEMES: [&str; 2] = ["light", "dark"];

pub fn run(arguments: &[String]) -> Result<()> {
    let (folder, routes) = parse(arguments)?;
    let folder = folder.map_or_else(|| Ok(cargo::target_folder()?.join("shots")), anyhow::Ok)?;
    std::fs::create_dir_all(&folder).context("making the folder for the pictures")?;
    let stage = Stage::set(build::site_folder(), &settings::read()?)?;
    let page = stage.page()?;
    for route in &routes {
        step::quiet(&format!("{route} → {}", folder.display()), || shoot_all(&page, route, &folder))?;
    }
    Ok(())
}

fn parse(arguments: &[String]) -> Result<(Option<PathBuf>, Vec<String>)> {
    let (mut folder, mut routes) = (None, Vec::new());
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--to" => folder = Some(PathBuf::from(words.next().context("--to takes a folder")?)),
            route if route.starts_with("#/") => routes.push(route.to_owned()),
            other => bail!("`cargo xtask shots` knows --to FOLDER and routes such as '#/about', not `{other}`"),
        }
    }
    if routes.is_empty() {
        routes = ROUTES.map(str::to_owned).to_vec();
    }
    Ok((folder, routes))
}

fn shoot_all(page: &Page, route: &str, folder: &Path) -> Result<()> {
    for (language, theme) in LANGUAGES.iter().flat_map(|language| THEMES.map(|theme| (language, theme))) {
        page.prefer(Media { dark: theme == "dark", ..Media::default() })?;
        let full = in_dress(route, language, theme);
        for size in SIZES {
            page.resize(size)?;
            page.open(&full)?;
            let name = format!("{}-{}-{theme}-{language}.png", file_stem(route), size.width);
            std::fs::write(folder.join(name), page.tall_screenshot()?)?;
        }
    }
    Ok(())
}

/// `#/read/m5s3` → `read-m5s3`.
fn file_stem(route: &str) -> String {
    let stem = route.trim_start_matches("#/").replace(|character: char| !character.is_alphanumeric(), "-");
    if stem.is_empty() { "start".to_owned() } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_becomes_a_file_name_that_keeps_its_filters() {
        assert_eq!(file_stem("#/explore?domain=elderly-care"), "explore-domain-elderly-care");
    }
}
