//! Debian's nginx with `docs/nginx.conf`: the explorer and an article's embeds live under its policy, and every file has
//! the type, the encoding and the life in caches that docs/hosting.md promises.

use anyhow::{Context, Result, ensure};
use minsheng_browser_tests::{Page, given, on_page_of};
use ureq::http::{HeaderMap, StatusCode};

const SITE: &str = "MINSHENG_NGINX";
const BOX: &str = "input[data-route='#/explore?domain=education']";
/// Asked for by the browser itself, of the host and not of the site.
const ICON: &str = "/favicon.ico";

/// The answer to a request for a file of the site.
fn ask(name: &str, headers: &[(&str, &str)]) -> Result<(StatusCode, HeaderMap)> {
    let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
    let url = format!("{}{name}", given(SITE)?);
    let request = headers.iter().fold(agent.get(&url), |request, (name, value)| request.header(*name, *value));
    let answer = request.call().with_context(|| format!("asking for {name}"))?;
    Ok((answer.status(), answer.headers().clone()))
}

/// A header's value, empty where there is none.
fn said<'h>(headers: &'h HeaderMap, name: &str) -> &'h str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Names of the files that a page has loaded, relative to the site.
fn loaded(page: &Page) -> Result<Vec<String>> {
    let site = page.url_of("");
    let names = page.eval("performance.getEntriesByType('resource').map((entry) => entry.name)")?;
    let names = names.as_array().context("a list")?.iter().filter_map(|name| name.as_str()?.strip_prefix(&site));
    Ok(names.map(str::to_owned).collect())
}

fn clean(page: &Page) -> Result<()> {
    let seen = page.evidence()?;
    ensure!(seen.violations.is_empty(), "violations {:#?}", seen.violations);
    let console = seen.console.iter().filter(|line| !line.contains(ICON)).collect::<Vec<_>>();
    ensure!(console.is_empty(), "console {console:#?}");
    let site = page.url_of("");
    let known = |url: &String| url.starts_with(&site) || url == "about:blank" || url.ends_with(ICON);
    let foreign = seen.requests.iter().filter(|url| !known(url)).collect::<Vec<_>>();
    ensure!(foreign.is_empty(), "foreign requests {foreign:?}");
    Ok(())
}

#[test]
fn the_explorer_lives_from_nginx_and_filters() {
    on_page_of(SITE, |page| {
        page.open("#/explore")?;
        let all = page.count(".card:not([hidden])")?;
        page.click(BOX)?;
        ensure!(page.route()? == "#/explore?domain=education", "the route is {}", page.route()?);
        ensure!(page.count(".card:not([hidden])")? < all, "the filter changes nothing");
        clean(page)
    });
}

#[test]
fn nginx_opens_a_link_whose_hash_sign_was_escaped() {
    on_page_of(SITE, |page| {
        page.open("%23/read/m5s3?theme=dark")?;
        ensure!(page.route()? == "#/read/m5s3?theme=dark", "the route is {}", page.route()?);
        ensure!(page.count(".here")? == 1, "the sentence is open");
        clean(page)
    });
}

#[test]
fn an_articles_embeds_live_from_nginx() {
    on_page_of(SITE, |page| {
        page.load("variants/article.html")?;
        for n in 0..2 {
            page.embed_lives(n)?;
        }
        clean(page)
    });
}

#[test]
fn nginx_sends_every_text_and_the_wasm_compressed_to_who_takes_it() {
    on_page_of(SITE, |page| {
        page.open("#/explore")?;
        let files = loaded(page)?;
        for (stem, ending) in
            [("minsheng_bg.", ".wasm"), ("explorer.", ".js"), ("explorer.", ".css"), ("notes.", ".txt")]
        {
            let name = files.iter().find(|name| name.starts_with(stem) && name.ends_with(ending));
            let name = name.with_context(|| format!("no {stem}*{ending}"))?;
            let (_, plain) = ask(name, &[("Accept-Encoding", "identity")])?;
            ensure!(said(&plain, "content-encoding").is_empty(), "{name} is sent compressed unasked");
            for encoding in given("MINSHENG_ENCODINGS")?.split(' ') {
                let (_, headers) = ask(name, &[("Accept-Encoding", encoding)])?;
                ensure!(said(&headers, "content-encoding") == encoding, "{name} as {encoding}: {headers:?}");
                ensure!(said(&headers, "vary") == "Accept-Encoding", "{name}: caches would mix {headers:?}");
                ensure!(said(&headers, "content-type") == said(&plain, "content-type"), "{name}: {headers:?}");
                let length = |headers| said(headers, "content-length").parse::<u64>().context("no length");
                ensure!(length(&headers)? < length(&plain)?, "{name} is no smaller as {encoding}");
            }
        }
        Ok(())
    });
}

#[test]
fn nginx_names_the_type_of_every_file() {
    on_page_of(SITE, |page| {
        page.open("#/explore")?;
        let types = [
            (".wasm", "application/wasm"),
            (".js", "text/javascript; charset=utf-8"),
            (".css", "text/css; charset=utf-8"),
            (".txt", "text/plain; charset=utf-8"),
        ];
        for name in loaded(page)? {
            let Some((_, wanted)) = types.iter().find(|(ending, _)| name.ends_with(ending)) else { continue };
            let (_, headers) = ask(&name, &[])?;
            ensure!(said(&headers, "content-type") == *wanted, "{name}: {headers:?}");
        }
        let (_, data) = ask("data/opinion.json", &[])?;
        ensure!(said(&data, "content-type") == "application/json; charset=utf-8", "{data:?}");
        Ok(())
    });
}

#[test]
fn nginx_lets_hashed_names_be_kept_and_asks_again_for_the_others() {
    on_page_of(SITE, |page| {
        page.open("#/explore")?;
        let hashed = loaded(page)?;
        ensure!(hashed.len() >= 5, "{hashed:?}");
        for name in hashed {
            let (_, headers) = ask(&name, &[])?;
            ensure!(said(&headers, "cache-control") == "public, max-age=31536000, immutable", "{name}: {headers:?}");
        }
        let element = concat!("embed/minsheng-explorer-", env!("CARGO_PKG_VERSION"), ".js");
        for name in ["", "embed/embed.html", element, "data/opinion.json"] {
            let (_, headers) = ask(name, &[])?;
            ensure!(said(&headers, "cache-control") == "no-cache", "{name}: {headers:?}");
            let (status, _) = ask(name, &[("If-None-Match", said(&headers, "etag"))])?;
            ensure!(status == StatusCode::NOT_MODIFIED, "{name} is sent again: {status}");
        }
        Ok(())
    });
}

#[test]
fn nginx_opens_embeds_and_data_to_articles_anywhere_and_guards_every_answer() {
    on_page_of(SITE, |_| {
        for (name, open) in
            [("embed/embed.html", true), ("embed/integrity.json", true), ("data/opinion.json", true), ("", false)]
        {
            let (_, headers) = ask(name, &[("Origin", "null")])?;
            let wanted = if open { "*" } else { "" };
            ensure!(said(&headers, "access-control-allow-origin") == wanted, "{name}: {headers:?}");
        }
        for name in ["", "embed/embed.html", "no-such-file.0123456789.js"] {
            let (status, headers) = ask(name, &[])?;
            ensure!(said(&headers, "content-security-policy").starts_with("default-src 'none'"), "{name}: {headers:?}");
            ensure!(said(&headers, "x-content-type-options") == "nosniff", "{name}: {headers:?}");
            ensure!(status.is_success() || said(&headers, "cache-control").is_empty(), "{name} is kept: {headers:?}");
        }
        Ok(())
    });
}
