//! `cargo xtask test`: everything `check` does, then the built site: its size, its types, what validators say of the data,
//! what consumers make of the npm package, and what a reader does with it all in real browsers. With a filter, only the tests whose name contains it.

use crate::browser::Stage;
use crate::build::{self, Built};
use crate::consumers::{self, Served};
use crate::drivers::{Driver, PDF_READER};
use crate::nginx::Nginx;
use crate::settings::{self, Settings};
use crate::tally::{Count, Tally};
use crate::{cargo, check, mvp, next, npm, pages, size, start_line, system, types, validators};
use anyhow::{Context, Result, bail};
use minsheng_browser_tests::Engine;
use std::fs;
use std::path::{Path, PathBuf};

pub fn run(arguments: &[String]) -> Result<()> {
    let filter = match arguments {
        [] => None,
        [filter] if !filter.starts_with('-') => Some(filter.as_str()),
        _ => bail!("`cargo xtask test` takes one FILTER, not `{}`", arguments.join(" ")),
    };
    let settings = settings::read()?;
    let mut tally = Tally::default();
    match filter {
        None => check::check(&settings, &mut tally),
        Some(_) => check::native_tests(&mut tally, filter),
    }
    if let Some(built) = tally.check("build the site", || Ok((build::build(&settings)?, Count::ONE))) {
        if filter.is_none() {
            examine(&built, &settings, &mut tally);
        }
        let reader = if are_wanted(pages::TESTS, filter)? { bundle_reader(&mut tally) } else { None };
        let consumers =
            if are_wanted(consumers::TESTS, filter)? { serve_consumers(&settings, &mut tally) } else { None };
        let further = further_engines(&mut tally);
        // Where one of these is not to be had, only the tests fail that ask for it.
        tally.check_one("what browsers print can be read: poppler-utils", || system::ensure(&PDF_READER).map(drop));
        let nginx = tally
            .check("nginx serves the site as docs/nginx.conf says", || Ok((Nginx::start(&built.site)?, Count::ONE)));
        let further = Further {
            engines: &further,
            consumers: consumers.as_ref(),
            nginx: nginx.as_ref(),
            reader: reader.as_deref(),
        };
        tally.check("browser tests", || Ok(((), browser_tests(&built, &settings, &further, filter)?)));
    }
    tally.close()
}

/// What can be told of the built site without a browser.
fn examine(built: &Built, settings: &Settings, tally: &mut Tally) {
    tally.check_one("wasm-opt and the types are to be had: npm", npm::ensure);
    tally.check_one("the wasm has MVP features only", || mvp::check(&built.module.wasm_path()));
    tally.check_one("size budgets", || {
        let weights = size::weigh(built)?;
        weights.print(&settings.budgets);
        weights.keep_to(&settings.budgets)
    });
    tally.check_one("the start line of docs/kiosk.md fills a tall screen and a wide one", start_line::check);
    tally.check_one("types: tsc on tests/types", || types::check(&built.module));
    examine_data(settings, tally);
    examine_pages(built, settings, tally);
}

/// What other people's validators say of the data.
fn examine_data(settings: &Settings, tally: &mut Tally) {
    let installed = || Ok((validators::install(settings)?, Count::ONE));
    let Some(validators) = tally.check("the data's validators are to be had: pip, java", installed) else { return };
    tally.check_one("the data are valid: Akoma Ntoso, TEI, JSON Schema, frictionless, SHACL", || validators.validate());
    tally.check_one("every validator notices what is broken", || validators.try_breaks());
}

/// What other people's checkers say of the pages.
fn examine_pages(built: &Built, settings: &Settings, tally: &mut Tally) {
    let Some(pages) = tally.check("the pages' checkers are to be had: npm", || Ok((pages::install()?, Count::ONE)))
    else {
        return;
    };
    tally.check_one("the pages are valid HTML: html-validate, vnu", || pages.validate(&built.site, settings));
    tally.check_one("both validators notice what is broken", || pages.try_breaks(&built.site));
    tally.check_one("pa11y finds nothing, Lighthouse gives 100", || pages.try_access(&built.site, settings));
}

/// What consumers make of the npm package. Where it fails, their browser tests fail too, and say so.
fn serve_consumers(settings: &Settings, tally: &mut Tally) -> Option<Served> {
    let installed = tally.check("the npm package packs and installs", || Ok((consumers::install()?, Count::ONE)))?;
    tally.check_one("the npm package pleases publint, attw and the manifest's types", || installed.judge());
    tally.check("the npm package's consumers build and are served", || {
        installed.build()?;
        Ok((installed.serve(settings)?, Count::ONE))
    })
}

/// Whether the tests of a file run, or one of them, where a filter leaves some out.
fn are_wanted(file: &str, filter: Option<&str>) -> Result<bool> {
    let tests = settings::root().join("tests/browser/tests").join(file).with_extension("rs");
    let tests = fs::read_to_string(tests).with_context(|| format!("reading the tests {file}"))?;
    Ok(filter.is_none_or(|filter| named(file, &tests, filter)))
}

fn named(file: &str, tests: &str, filter: &str) -> bool {
    let mut names = tests.lines().filter_map(|line| line.strip_prefix("fn ")?.split_once("()"));
    names.any(|(name, _)| format!("{file}::{name}").contains(filter))
}

/// Where it fails, its browser tests fail too, and say so.
fn bundle_reader(tally: &mut Tally) -> Option<PathBuf> {
    tally.check("the virtual screen reader is to be had: npm", || Ok((pages::install()?.reader()?, Count::ONE)))
}

/// What only some browser tests ask for.
struct Further<'a> {
    engines: &'a [(Engine, Driver)],
    consumers: Option<&'a Served>,
    nginx: Option<&'a Nginx>,
    reader: Option<&'a Path>,
}

/// Starts the drivers that only some tests ask for; they cost next to nothing while none does. Where one is not to be
/// had, only those tests fail.
fn further_engines(tally: &mut Tally) -> Vec<(Engine, Driver)> {
    let mut start = |engine: Engine| {
        let driver =
            tally.check(&format!("{engine} and its driver are to be had"), || Ok((Driver::of(engine)?, Count::ONE)));
        Some((engine, driver?))
    };
    [Engine::Firefox, Engine::WebKit].into_iter().filter_map(&mut start).collect()
}

fn browser_tests(built: &Built, settings: &Settings, further: &Further, filter: Option<&str>) -> Result<Count> {
    npm::ensure()?;
    let stage = Stage::set(built.site.clone(), settings)?;
    let mut command = cargo::command(&["test", "--package", "minsheng-browser-tests", "--no-fail-fast"]);
    command.args(filter);
    // What is asked for by name may take long.
    if filter.is_some() {
        command.args(["--", "--include-ignored"]);
    }
    command.envs(stage.variables());
    command.envs(further.engines.iter().map(|(engine, driver)| (engine.driver_variable(), driver.url())));
    command.envs(further.consumers.into_iter().flat_map(Served::variables));
    command.envs(further.nginx.map(Nginx::variables).into_iter().flatten());
    command.envs(further.reader.map(|reader| ("MINSHENG_READER", reader)));
    command.env("MINSHENG_KIOSK", format!("file://{}", build::kiosk_file().display()));
    // For tests with a host of their own: what it serves, what it publishes later, and the program it is.
    command.env("MINSHENG_SITE", &built.site).env("MINSHENG_NEXT", next::edition_after(&built.site)?);
    command.env("MINSHENG_XTASK", std::env::current_exe().context("naming this program")?);
    command.env("MINSHENG_AXE", npm::installed("axe-core/axe.min.js"));
    command.env("MINSHENG_FAILURES", cargo::target_folder()?.join("browser-failures"));
    // A failed test says what it saw; where it stood in the harness tells nothing more.
    check::count_tests(command.env("RUST_BACKTRACE", "0"))
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn what_tests_need_is_wanted_by_the_filters_that_leave_one_of_them() {
        let tests = "#[test]\nfn the_package_works_with_vite() {\n}\nfn shows(page: &Page) {\n}\n";
        let named = |filter| named("the_package_works", tests, filter);
        assert!(named("package") && named("with_vite") && named("works::the"));
        assert!(!named("shows") && !named("deep_links"));
    }
}
