//! `cargo xtask test`: everything `check` does, then the built site: its size, its types, and what a reader does with it in
//! Chromium. With `--all` also other engines, and what other people's programs say of data, pages and package. With a
//! filter, only the tests whose names contain it.

use crate::browser::Stage;
use crate::build::{self, Built};
use crate::further::{Further, Variable};
use crate::lane::Lane;
use crate::settings::{self, Settings};
use crate::suite::{self, Program};
use crate::tally::Tally;
use crate::{again, cargo, check, mvp, next, npm, pages, size, start_line, types, validators};
use anyhow::{Context, Result};
use minsheng_browser_tests::LIMITS;

pub fn run(arguments: &[String]) -> Result<()> {
    let lane = Lane::read(arguments)?;
    let settings = settings::read()?;
    let mut tally = Tally::default();
    if tally.check_one("the programs that the tests need", || lane.ensure_tools()) {
        carry_out(&lane, &settings, &mut tally);
    }
    lane.tell(&mut tally);
    tally.close()
}

fn carry_out(lane: &Lane, settings: &Settings, tally: &mut Tally) {
    if lane.filter.is_none() {
        check::lint(settings, tally);
    }
    let Some(programs) = tally.check_for("compile the tests", suite::build) else { return };
    check::native_tests(&programs.native, lane.filter(), tally);
    let Some(names) = tally.check_for("list the browser tests", || programs.browser.names(lane.filter())) else {
        return;
    };
    if names.is_empty() {
        return tally.expect_tests();
    }
    let Some(built) = tally.check_for("build the site", || build::build(settings)) else { return };
    if lane.filter.is_none() {
        examine(&built, lane, settings, tally);
    }
    let further = if lane.all {
        further(&built, settings, lane, &names, tally)
    } else {
        Further::left_out(lane.filter.is_some())
    };
    in_browsers(&programs.browser, &built, settings, &further.variables, lane, tally);
}

/// Checks of the built site that drive no browser.
fn examine(built: &Built, lane: &Lane, settings: &Settings, tally: &mut Tally) {
    tally.check_one("the wasm has MVP features only", || mvp::check(&built.module.wasm_path()));
    tally.check_one("size budgets", || {
        let weights = size::weigh(built)?;
        weights.print(&settings.budgets);
        weights.keep_to(&settings.budgets)
    });
    tally.check_one("types: tsc on tests/types", || types::check(&built.module));
    if lane.all {
        tally.check_one("a second build in another folder gives the same bytes", again::check);
        tally.check_one("the start line of docs/kiosk.md fills a tall screen and a wide one", start_line::check);
        examine_data(settings, tally);
        examine_pages(built, settings, tally);
    }
}

/// What other people's validators say of the data.
fn examine_data(settings: &Settings, tally: &mut Tally) {
    let installed = || validators::install(settings);
    let Some(validators) = tally.check_for("install the data's validators: pip", installed) else { return };
    tally.check_one("the data are valid: Akoma Ntoso, TEI, JSON Schema, frictionless, SHACL", || validators.validate());
    tally.check_one("every validator notices what is broken", || validators.try_breaks());
}

/// What other people's checkers say of the pages.
fn examine_pages(built: &Built, settings: &Settings, tally: &mut Tally) {
    let Some(pages) = tally.check_for("install the pages' checkers: npm", pages::install) else { return };
    tally.check_one("the pages are valid HTML: html-validate, vnu", || pages.validate(&built.site, settings));
    tally.check_one("both validators notice what is broken", || pages.try_breaks(&built.site));
    tally.check_one("pa11y finds nothing, Lighthouse gives 100", || pages.try_access(&built.site, settings));
}

/// Starts what the tests need besides Chromium, and lets judges look at the npm package that consumers installed.
fn further(built: &Built, settings: &Settings, lane: &Lane, names: &[String], tally: &mut Tally) -> Further {
    let mut further = Further::start(&built.site, names, tally);
    if crate::lane::need_consumers(names) {
        let installed = further.serve_consumers(settings, tally);
        if let Some(installed) = installed.filter(|_| lane.filter.is_none()) {
            tally.check_one("the npm package pleases publint, attw and the manifest's types", || installed.judge());
        }
    }
    further
}

fn in_browsers(
    program: &Program,
    built: &Built,
    settings: &Settings,
    further: &[Variable],
    lane: &Lane,
    tally: &mut Tally,
) {
    let started = || {
        let stage = Stage::set(built.site.clone(), settings)?;
        let version = stage.version()?;
        Ok((stage, version))
    };
    let Some((stage, version)) = tally.check_for("Chromium starts", started) else { return };
    tally.used(version);
    let variables = || Ok::<_, anyhow::Error>([variables(built, settings, &stage)?.as_slice(), further].concat());
    let tests = || program.run_twice(lane.filter(), &variables()?);
    tally.check_tests(if lane.all { "browser tests" } else { "browser tests, in Chromium" }, tests);
}

/// How many browser tests run side by side: one more than there are cores, because a test often waits for its browser.
fn side_by_side() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get) + 1
}

/// What every browser test is told.
fn variables(built: &Built, settings: &Settings, stage: &Stage) -> Result<Vec<Variable>> {
    let told = stage.variables().map(|(name, value)| (name.to_owned(), value.into()));
    let kiosk = format!("file://{}", build::kiosk_file().display());
    let more = [
        ("MINSHENG_KIOSK", kiosk.into()),
        (LIMITS, serde_json::to_string(&settings.look)?.into()),
        // For tests with a host of their own: what it serves, what it publishes later, and the program it is.
        ("MINSHENG_SITE", built.site.clone().into()),
        ("MINSHENG_NEXT", next::edition_after(&built.site)?.into()),
        ("MINSHENG_XTASK", std::env::current_exe().context("naming this program")?.into()),
        ("MINSHENG_AXE", npm::installed("axe-core/axe.min.js").into()),
        ("MINSHENG_FAILURES", cargo::target_folder()?.join("browser-failures").into()),
        ("RUST_TEST_THREADS", side_by_side().to_string().into()),
        // A failed test says what it saw; where it stood in the harness tells nothing more.
        ("RUST_BACKTRACE", "0".into()),
    ];
    Ok(told.into_iter().chain(more.map(|(name, value)| (name.to_owned(), value))).collect())
}
