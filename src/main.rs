//! Prints what the static site is made of, natively, from the same code as the page: `minsheng page [ROUTE]`,
//! `minsheng text`, `minsheng title [ROUTE]`, `minsheng fallback BASE ROUTE`, `minsheng oembed SITE`, `minsheng notes`, `minsheng data`, `minsheng schema`.

use std::{env, process::ExitCode};

#[cfg(not(target_arch = "wasm32"))]
fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["page"] => page("#/explore"),
        ["page", route] => page(route),
        ["title"] => title("#/explore"),
        ["title", route] => title(route),
        ["fallback", base, route] => fallback(base, route),
        ["oembed", site] => oembed(site),
        ["text"] => text(),
        ["notes"] => print!("{}", minsheng::dataset::NOTES),
        ["data"] => data(),
        ["schema"] => print!("{}", include_str!("export/opinion.schema.json")),
        _ => {
            eprintln!(
                "usage: minsheng page [ROUTE] | text | title [ROUTE] | fallback BASE ROUTE | oembed SITE | notes | data | schema"
            );
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

#[cfg(target_arch = "wasm32")]
fn main() -> ExitCode {
    let _ = env::args;
    ExitCode::SUCCESS
}

#[cfg(not(target_arch = "wasm32"))]
fn page(route: &str) {
    print!("{}", minsheng::html::print(&minsheng::page::Explorer::whole().page(route).root));
}

/// All of it, for where no script runs: no control of the page's is there.
#[cfg(not(target_arch = "wasm32"))]
fn text() {
    print!("{}", minsheng::html::print(&minsheng::page::Explorer::whole().text()));
}

#[cfg(not(target_arch = "wasm32"))]
fn fallback(base: &str, route: &str) {
    let frame = minsheng::frame::Frame { base: base.to_owned(), ..Default::default() };
    let explorer = minsheng::page::Explorer::framed(frame);
    print!("{}", minsheng::html::print(&explorer.fallback(route)));
}

#[cfg(not(target_arch = "wasm32"))]
fn title(route: &str) {
    print!("{}", minsheng::page::Explorer::whole().page(route).title);
}

/// One object, an answer for each file's name.
#[cfg(not(target_arch = "wasm32"))]
fn oembed(site: &str) {
    let explorer = minsheng::page::Explorer::new();
    let answers = minsheng::export::oembed::answers(explorer.document(), site);
    println!("{}", serde_json::Value::Object(answers.into_iter().collect()));
}

#[cfg(not(target_arch = "wasm32"))]
fn data() {
    let explorer = minsheng::page::Explorer::whole();
    let opinion = minsheng::export::contract::opinion(explorer.document());
    match serde_json::to_string_pretty(&opinion) {
        Ok(json) => println!("{json}"),
        Err(error) => eprintln!("minsheng: {error}"),
    }
}
