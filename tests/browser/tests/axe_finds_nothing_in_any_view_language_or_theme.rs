//! axe-core finds no violation of WCAG 2.2 AA or of good practice, wherever one looks.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{LANGUAGES, Media, Page, Size, THEMES, VIEWS, in_dress, inside, on_page};
use serde_json::json;

fn look_everywhere(page: &Page, theme: &str) -> Result<()> {
    for (route, language) in VIEWS.iter().flat_map(|route| LANGUAGES.map(|language| (route, language))) {
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
