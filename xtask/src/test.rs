//! `cargo xtask test`: everything `check` does, then the built site: its size, its types, and what a reader does with
//! it in a real browser. With a filter, only the tests whose name contains it.

use crate::browser::Stage;
use crate::build::{self, Built};
use crate::settings::{self, Settings};
use crate::tally::{Count, Tally};
use crate::{cargo, check, mvp, npm, size, types};
use anyhow::{Result, bail};

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
        tally.check("browser tests", || Ok(((), browser_tests(&built, &settings, filter)?)));
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

fn browser_tests(built: &Built, settings: &Settings, filter: Option<&str>) -> Result<Count> {
    npm::ensure()?;
    let stage = Stage::set(built.site.clone(), settings)?;
    let mut command = cargo::command(&["test", "--package", "minsheng-browser-tests", "--no-fail-fast"]);
    command.args(filter);
    command.env("MINSHENG_URL", &stage.url).env("MINSHENG_WEBDRIVER", stage.webdriver());
    command.env("MINSHENG_AXE", npm::installed("axe-core/axe.min.js"));
    command.env("MINSHENG_FAILURES", cargo::target_folder()?.join("browser-failures"));
    // A failed test says what it saw; where it stood in the harness tells nothing more.
    check::count_tests(command.env("RUST_BACKTRACE", "0"))
}
