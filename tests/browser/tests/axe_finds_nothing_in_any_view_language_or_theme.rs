//! axe-core finds no violation of WCAG 2.2 AA or of good practice, wherever one looks.
//!
//! In Chromium, all rules look at each view in two languages, once in light colours and once in other ones. On a phone they
//! look at each view once. Firefox and WebKit share the views. Languages and colours take turns from view to view.
//! `cargo xtask test --all every_cell` looks at each view in each language, in all colours, in each engine.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{
    Engine, KIOSK, LANGUAGES, LARGE, Media, Page, Rules, SCRIPTS, Size, THEMES, VIEWS, in_dress, inside,
    needs_a_long_run, on_page, on_page_in, on_page_of,
};
use serde_json::json;

const HERE: &str = "MINSHENG_URL";

/// Each route twice: in light colours, and in another language in other colours.
fn look_twice(page: &Page, routes: &[String]) -> Result<()> {
    let [light, others @ ..] = THEMES;
    look_once(page, routes, &[light], 0)?;
    look_once(page, routes, &others, 1)
}

/// Each route once: languages, from the `first` on, and themes take turns.
fn look_once(page: &Page, routes: &[String], themes: &[&str], first: usize) -> Result<()> {
    for (n, route) in routes.iter().enumerate() {
        let theme = (n + n / SCRIPTS.len()) % themes.len();
        let route = in_dress(route, SCRIPTS[(first + n) % SCRIPTS.len()], themes[theme]);
        page.open(&route)?;
        finds_nothing(page, &route, Rules::All)?;
    }
    Ok(())
}

fn finds_nothing(page: &Page, what: &str, rules: Rules) -> Result<()> {
    let found = page.axe(rules)?;
    ensure!(found.is_empty(), "{what}\n{}", found.join("\n"));
    Ok(())
}

fn views() -> Vec<String> {
    VIEWS.map(str::to_owned).to_vec()
}

/// With a public address; without one there is no QR code to look at.
fn large() -> Vec<String> {
    let with =
        |route: &str| format!("{route}{}public=https://minsheng.example/", if route.contains('?') { '&' } else { '?' });
    LARGE.map(with).to_vec()
}

#[test]
fn the_checker_sees_a_mistake_and_a_colour() {
    on_page(|page| {
        page.open("#/explore")?;
        page.script("document.querySelector('main').append(document.createElement('img'))", &[])?;
        let found = page.axe(Rules::All)?;
        ensure!(found.len() == 1 && found[0].starts_with("image-alt"), "{found:#?}");
        ensure!(page.axe(Rules::OfColours)?.is_empty(), "a missing text is no colour");
        page.script("document.querySelector('.explorer').style.setProperty('--muted', '#DDD')", &[])?;
        let found = page.axe(Rules::OfColours)?;
        ensure!(!found.is_empty() && found.iter().all(|line| line.starts_with("color-contrast")), "{found:#?}");
        Ok(())
    });
}

#[test]
fn in_every_view_in_two_languages_and_colours() {
    needs_a_long_run();
    on_page(|page| look_twice(page, &views()));
}

#[test]
fn in_large_type_and_on_a_kiosk() {
    needs_a_long_run();
    on_page_of(KIOSK, |page| {
        page.resize(Size { width: 1080, height: 1920 })?;
        look_twice(page, &large())
    });
}

#[test]
fn on_a_phone_in_the_colours_the_system_asks_for() {
    on_page(|page| {
        page.resize(Size { width: 360, height: 780 })?;
        page.prefer(Media { dark: true, ..Media::default() })?;
        look_once(page, &views(), &["auto"], 0)
    });
}

#[test]
fn in_firefox() {
    on_page_in(Engine::Firefox, HERE, |page| look_at_every_other(page, 0));
}

#[test]
fn in_webkit() {
    on_page_in(Engine::WebKit, HERE, |page| look_at_every_other(page, 1));
}

/// Every second route, from the `first` on.
fn look_at_every_other(page: &Page, first: usize) -> Result<()> {
    let routes: Vec<_> = [views(), large()].concat().into_iter().skip(first).step_by(2).collect();
    look_once(page, &routes, &THEMES, 1 + first)
}

/// Each view in each language and each theme, by all rules.
fn look_at_every_cell(engine: Engine) {
    on_page_in(engine, HERE, |page| {
        let dresses = SCRIPTS.iter().flat_map(|language| THEMES.map(|theme| (*language, theme)));
        for (language, theme) in dresses {
            for route in [views(), large()].concat() {
                let route = in_dress(&route, language, theme);
                page.open(&route)?;
                finds_nothing(page, &route, Rules::All)?;
            }
        }
        Ok(())
    });
}

#[test]
#[ignore = "261 looks: `cargo xtask test every_cell` takes some ten minutes"]
fn every_cell_in_chromium() {
    look_at_every_cell(Engine::Chromium);
}

#[test]
#[ignore = "261 looks: `cargo xtask test --all every_cell` takes some ten minutes"]
fn every_cell_in_firefox() {
    look_at_every_cell(Engine::Firefox);
}

#[test]
#[ignore = "261 looks: `cargo xtask test --all every_cell` takes some ten minutes"]
fn every_cell_in_webkit() {
    look_at_every_cell(Engine::WebKit);
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
            finds_nothing(
                page,
                &format!("{language} {theme}"),
                if theme == THEMES[0] { Rules::All } else { Rules::OfColours },
            )?;
        }
        Ok(())
    });
}
