//! After one visit the site needs its server no more: every address and every part of it opens from what the browser has
//! kept, which is the site's own files and nothing else.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Edition, Engine, Host, Page, with_a_host, with_a_host_in};

const BOX: &str = "input[data-route='#/explore?domain=education']";
const SEEN: &str = ".card:not([hidden])";
const DEFINITION: &str = "document.querySelector('.vocabularies caption').textContent";

fn visit_once(page: &Page, host: &mut Host) -> Result<()> {
    page.open("#/explore")?;
    page.wait_until_offline()?;
    page.errors()?;
    host.stop();
    ensure!(!host.answers(), "the host is still there");
    Ok(())
}

fn without_errors(page: &Page) -> Result<()> {
    let errors = page.errors()?;
    ensure!(errors.is_empty(), "errors: {errors:#?}");
    Ok(())
}

#[test]
fn after_one_visit_every_view_opens_and_filters_without_the_server() {
    with_a_host_in(&[Engine::Chromium, Engine::Firefox], |page, host| {
        visit_once(page, host)?;
        page.open("#/explore")?;
        let all = page.count(SEEN)?;
        page.click(BOX)?;
        ensure!(0 < page.count(SEEN)? && page.count(SEEN)? < all, "{} of {all} are seen", page.count(SEEN)?);
        without_errors(page)?;
        page.open("#/about?lang=en")?;
        ensure!(page.text_of(DEFINITION)?.contains("chapter"), "the notes are there");
        without_errors(page)?;
        page.open("#/read/m5s3")?;
        page.wait_for("document.activeElement === document.getElementById('/read/m5s3')")?;
        page.script("window.earlier = true; location.reload()", &[])?;
        page.wait_through_a_reload(
            "!window.earlier && document.querySelector('#explorer').explorer?.route === '#/read/m5s3'",
        )?;
        page.is_all_of(Edition::Built)?;
        without_errors(page)
    });
}

#[test]
fn every_address_of_the_page_opens_without_the_server_and_no_other_does() {
    with_a_host(|page, host| {
        visit_once(page, host)?;
        for address in ["", "index.html", "?from=home", "index.html?a=b&c#/targets"] {
            page.open(address)?;
        }
        page.load("data/opinion.json")?;
        ensure!(page.count_of("JSON.parse(document.body.textContent).clauses.length")? > 70, "the data are there");
        for address in ["no-such-page", "variants/article.html", "embed/embed.html", "index.htmlx"] {
            ensure!(page.load(address).is_err(), "{address} is not the site's to keep");
        }
        Ok(())
    });
}

#[test]
fn the_module_without_webassembly_is_there_without_the_server() {
    with_a_host(|page, host| {
        visit_once(page, host)?;
        page.open("#/explore")?;
        ensure!(page.import("minsheng-plain", Edition::Built)?.contains("Explorer"), "it is imported");
        Ok(())
    });
}

#[test]
fn the_browser_keeps_the_sites_files_and_nothing_else() {
    with_a_host(|page, _| {
        page.open("#/explore?q=床位")?;
        page.wait_until_offline()?;
        page.script_until_called("fetch('./no-such-file?private').then(arguments[0], arguments[0])", &[])?;
        page.open("?private#/read/m5s3")?;
        let kept = page.kept()?;
        for name in &kept {
            ensure!(Edition::Built.has(name)?, "{name} is kept");
        }
        for name in ["index.html", "data/opinion.json", &Edition::Built.name("icon-512")?] {
            ensure!(kept.iter().any(|kept| kept == name), "{name} is not kept: {kept:?}");
        }
        ensure!(page.caches()?.len() == 1, "{:?}", page.caches()?);
        ensure!(page.count_of("localStorage.length + sessionStorage.length")? == 0, "something is stored");
        ensure!(page.text_of("document.cookie")?.is_empty(), "a cookie is set");
        Ok(())
    });
}
