//! axe-core finds no violation of WCAG 2.2 AA or of good practice, wherever one looks.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{
    KIOSK, LANGUAGES, LARGE, Media, Page, Size, THEMES, VIEWS, in_dress, inside, on_page, on_page_of,
};
use serde_json::json;

fn look_everywhere(page: &Page, theme: &str) -> Result<()> {
    look_at(page, &VIEWS, theme)
}

fn look_at(page: &Page, views: &[&str], theme: &str) -> Result<()> {
    for (route, language) in views.iter().flat_map(|route| LANGUAGES.map(|language| (route, language))) {
        let route = in_dress(route, language, theme);
        page.open(&route)?;
        let found = page.axe()?;
        ensure!(found.is_empty(), "{route}\n{}", found.join("\n"));
    }
    Ok(())
}

#[test]
fn the_checker_sees_a_mistake() {
    on_page(|page| {
        page.open("#/explore")?;
        page.script("document.querySelector('main').append(document.createElement('img'))", &[])?;
        let found = page.axe()?;
        ensure!(found.len() == 1 && found[0].starts_with("image-alt"), "{found:#?}");
        Ok(())
    });
}

#[test]
fn in_light_colours() {
    on_page(|page| look_everywhere(page, THEMES[0]));
}

#[test]
fn in_dark_colours() {
    on_page(|page| look_everywhere(page, THEMES[1]));
}

#[test]
fn in_high_contrast() {
    on_page(|page| look_everywhere(page, THEMES[2]));
}

#[test]
fn in_large_type_and_on_a_kiosk() {
    on_page_of(KIOSK, |page| {
        page.resize(Size { width: 1080, height: 1920 })?;
        for theme in THEMES {
            look_at(page, &LARGE.map(with_a_public_address).each_ref().map(String::as_str), theme)?;
        }
        Ok(())
    });
}

/// Without one there is no QR code to look at.
fn with_a_public_address(route: &str) -> String {
    let join = if route.contains('?') { '&' } else { '?' };
    format!("{route}{join}public=https://minsheng.example/")
}

#[test]
fn in_embeds_of_an_article() {
    on_page(|page| {
        page.article("article.html")?;
        page.embed_lives(0)?;
        page.embed_lives(1)?;
        for (language, theme) in LANGUAGES.iter().flat_map(|language| THEMES.map(|theme| (language, theme))) {
            let dress = "for (const one of document.querySelectorAll('minsheng-explorer')) { one.lang = arguments[0]; one.theme = arguments[1]; }";
            page.script(dress, &[json!(language), json!(theme)])?;
            page.script(&format!("{}.click()", inside(0, ".filter-button")), &[])?;
            page.settle()?;
            let found = page.axe()?;
            ensure!(found.is_empty(), "{language} {theme}\n{}", found.join("\n"));
        }
        Ok(())
    });
}

#[test]
fn on_a_phone_in_the_colours_the_system_asks_for() {
    on_page(|page| {
        page.resize(Size { width: 360, height: 780 })?;
        page.prefer(Media { dark: true, ..Media::default() })?;
        look_everywhere(page, "auto")
    });
}
