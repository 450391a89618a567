//! Prints what the static site is made of, natively, from the same code as the page: `minsheng page [ROUTE]`,
//! `minsheng text`, `minsheng title [ROUTE]`, `minsheng fallback BASE ROUTE`, `minsheng oembed SITE`, `minsheng notes`,
//! `minsheng english`, `minsheng traditional`, and the data:
//! `minsheng files` lists them, `minsheng file NAME` prints one, `minsheng zip` all of them as one archive.

use std::{env, process::ExitCode};

#[cfg(not(target_arch = "wasm32"))]
fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["page"] => page(&minsheng::page::Explorer::new(), "#/explore"),
        ["page", route] => page(&minsheng::page::Explorer::whole(), route),
        ["title"] => title("#/explore"),
        ["title", route] => title(route),
        ["fallback", base, route] => fallback(base, route),
        ["oembed", site] => oembed(site),
        ["text"] => text(),
        ["notes"] => print!("{}", minsheng::dataset::PARTS.notes),
        ["english"] => print!("{}", minsheng::dataset::PARTS.english),
        ["traditional"] => print!("{}", minsheng::dataset::TRADITIONAL),
        ["files"] => minsheng::export::FILES.iter().for_each(|(name, ..)| println!("{name}")),
        ["file", name] => return file(name),
        ["zip"] => return zip(),
        ["legislation"] => legislation(),
        _ => {
            eprintln!(
                "usage: minsheng page [ROUTE] | text | title [ROUTE] | fallback BASE ROUTE | oembed SITE | notes | english | traditional | files | file NAME | zip | legislation"
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
fn page(explorer: &minsheng::page::Explorer, route: &str) {
    print!("{}", minsheng::html::print(&explorer.page(route).root));
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
fn file(name: &str) -> ExitCode {
    let explorer = minsheng::page::Explorer::whole();
    let Some(text) = minsheng::export::file(explorer.document(), name) else {
        eprintln!("minsheng: no file {name}; `minsheng files` lists what there is");
        return ExitCode::FAILURE;
    };
    print!("{text}");
    ExitCode::SUCCESS
}

/// For the page's head, where no `<` may end the script it stands in.
#[cfg(not(target_arch = "wasm32"))]
fn legislation() {
    let explorer = minsheng::page::Explorer::whole();
    let said = serde_json::to_string(&minsheng::export::legislation::head(explorer.document())).unwrap_or_default();
    print!("{}", said.replace('<', "\\u003c"));
}

#[cfg(not(target_arch = "wasm32"))]
fn zip() -> ExitCode {
    let explorer = minsheng::page::Explorer::whole();
    let archive = minsheng::export::files::archive(explorer.document());
    match std::io::Write::write_all(&mut std::io::stdout(), &archive) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("minsheng: {error}");
            ExitCode::FAILURE
        }
    }
}
