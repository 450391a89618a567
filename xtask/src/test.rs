//! `cargo xtask test`: everything `check` does, then the built site: its size, its types, and what a reader does with
//! it in real browsers. With a filter, only the tests whose name contains it.

use crate::browser::Stage;
use crate::build::{self, Built};
use crate::drivers::Driver;
use crate::nginx::Nginx;
use crate::settings::{self, Settings};
use crate::tally::{Count, Tally};
use crate::{cargo, check, mvp, npm, size, types};
use anyhow::{Result, bail};
use minsheng_browser_tests::Engine;

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
        let further = further_engines(&mut tally);
        // Where it is not to be had, only the tests fail that ask for it.
        let nginx = tally
            .check("nginx serves the site as docs/nginx.conf says", || Ok((Nginx::start(&built.site)?, Count::ONE)));
        tally.check("browser tests", || Ok(((), browser_tests(&built, &settings, &further, nginx.as_ref(), filter)?)));
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
    tally.check_one("types: tsc on tests/types", || types::check(&built.module));
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

fn browser_tests(
    built: &Built,
    settings: &Settings,
    further: &[(Engine, Driver)],
    nginx: Option<&Nginx>,
    filter: Option<&str>,
) -> Result<Count> {
    npm::ensure()?;
    let stage = Stage::set(built.site.clone(), settings)?;
    let mut command = cargo::command(&["test", "--package", "minsheng-browser-tests", "--no-fail-fast"]);
    command.args(filter);
    command.envs(stage.variables());
    command.envs(further.iter().map(|(engine, driver)| (engine.driver_variable(), driver.url())));
    command.envs(nginx.map(Nginx::variables).into_iter().flatten());
    command.env("MINSHENG_AXE", npm::installed("axe-core/axe.min.js"));
    command.env("MINSHENG_FAILURES", cargo::target_folder()?.join("browser-failures"));
    // A failed test says what it saw; where it stood in the harness tells nothing more.
    check::count_tests(command.env("RUST_BACKTRACE", "0"))
}
