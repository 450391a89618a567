//! The browser finds all it asks of a page that may be installed: a manifest, pictures, a worker.

use anyhow::{Context, Result, ensure};
use minsheng_browser_tests::{ICONS, Page, on_page};
use serde_json::{Value, json};

fn manifest(page: &Page) -> Result<(String, Value)> {
    let told = page.devtools("Page.getAppManifest", json!({}))?;
    ensure!(told["errors"] == json!([]), "{}", told["errors"]);
    let text = told["data"].as_str().context("no manifest")?;
    Ok((told["url"].as_str().context("no address")?.to_owned(), serde_json::from_str(text)?))
}

#[test]
fn chromium_has_no_objection_to_installing_it() {
    on_page(|page| {
        page.open("#/explore")?;
        page.wait_until_offline()?;
        manifest(page)?;
        let found = page.devtools("Page.getInstallabilityErrors", json!({}))?;
        ensure!(found["installabilityErrors"] == json!([]), "{found}");
        Ok(())
    });
}

#[test]
fn the_manifest_names_the_page_its_language_and_its_colours() {
    on_page(|page| {
        page.open("#/explore")?;
        let (url, manifest) = manifest(page)?;
        ensure!(url.starts_with(&page.url_of("")), "the manifest is at {url}");
        ensure!(manifest["lang"] == "zh-Hans" && manifest["display"] == "standalone", "{manifest}");
        for key in ["name", "short_name", "description"] {
            ensure!(manifest[key].as_str().is_some_and(|text| text.contains("民生")), "{key} is {}", manifest[key]);
        }
        ensure!(manifest["start_url"] == "./" && manifest["scope"] == "./", "it starts elsewhere: {manifest}");
        let paper = page.text_of("getComputedStyle(document.documentElement).backgroundColor")?;
        for key in ["theme_color", "background_color"] {
            let color = page.script("return CSS.supports('color', arguments[0])", &[manifest[key].clone()])?;
            ensure!(color == json!(true) && paper == rgb(&manifest[key])?, "{key} is not the page's {paper}");
        }
        Ok(())
    });
}

/// `#FBFAF6` as browsers compute it.
fn rgb(color: &Value) -> Result<String> {
    let digits = color.as_str().and_then(|color| color.strip_prefix('#')).context("no colour")?;
    let number = u32::from_str_radix(digits, 16)?;
    Ok(format!("rgb({}, {}, {})", number >> 16, number >> 8 & 255, number & 255))
}

#[test]
fn its_pictures_are_the_drawing() {
    on_page(|page| {
        page.open("#/explore")?;
        let (url, manifest) = manifest(page)?;
        let folder = url.rsplit_once('/').context("no folder")?.0;
        let named = manifest["icons"].as_array().context("no pictures")?;
        let address = |name: &str| {
            let stem = name.split('.').next().unwrap_or(name);
            let sources = named.iter().filter_map(|icon| icon["src"].as_str());
            let source = sources.into_iter().find(|source| source.split('.').next() == Some(stem));
            Ok::<_, anyhow::Error>(format!("{folder}/{}", source.with_context(|| format!("{name} is not named"))?))
        };
        ensure!(named.len() == ICONS.len() + 1, "{named:?}");
        for icon in ICONS {
            let picture = page.pixels_of(&address(icon.name)?, icon.size, false)?;
            let drawn = page.pixels_of(&address("icon.svg")?, icon.size, icon.maskable)?;
            let apart = picture.iter().zip(&drawn).filter(|(one, other)| one.abs_diff(**other) > 8).count();
            ensure!(picture.len() == drawn.len() && apart == 0, "{}: {apart} differ; cargo xtask icons", icon.name);
        }
        Ok(())
    });
}
