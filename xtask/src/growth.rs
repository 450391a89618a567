//! The growth benchmark: the search core in the browser, on text that grows to a thousand times the Opinion. The crate
//! `bench` makes the text and answers, its `growth.js` drives and times; this builds and runs them and prints.

use crate::browser::Stage;
use crate::settings::{self, Settings};
use crate::{cargo, step, wasm};
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

/// A million questions take a while.
const LIMIT: Duration = Duration::from_secs(300);

/// The least page that runs the driver under the shipped policy.
const PAGE: &str = "<!doctype html><html lang=en><title>growth</title><script type=module src=growth.js></script>";

/// The table's columns: heading, and the name under which `growth.js` gives the figure.
const COLUMNS: [(&str, &str); 9] = [
    ("scale", "scale"),
    ("sentences", "sentences"),
    ("index ms", "ready"),
    ("median ms", "median"),
    ("p95 ms", "p95"),
    ("worst ms", "worst"),
    ("scan median", "scanMedian"),
    ("scan p95", "scanP95"),
    ("memory ×text", "memoryRatio"),
];

/// Runs the benchmark and prints its table.
pub fn run(settings: &Settings) -> Result<()> {
    let site = build(settings)?;
    let stage = Stage::set(site, settings)?;
    let found = step::quiet("search in text that grows, then ask a million questions", || measure(&stage))?;
    print(&found)
}

fn build(settings: &Settings) -> Result<PathBuf> {
    let module = wasm::make_package("minsheng-bench", "minsheng_bench", &[], settings)?;
    let site = cargo::target_folder()?.join("growth");
    fs::create_dir_all(&site)?;
    for name in [&module.glue, &module.wasm] {
        fs::copy(module.folder.join(name), site.join(name)).context("copying the benchmark's module")?;
    }
    fs::copy(settings::root().join("bench/growth.js"), site.join("growth.js")).context("bench/growth.js")?;
    fs::write(site.join("index.html"), PAGE)?;
    Ok(site)
}

fn measure(stage: &Stage) -> Result<Value> {
    let page = stage.page()?;
    page.be_patient(LIMIT)?;
    page.load("")?;
    page.wait_up_to(LIMIT, "globalThis.growth")?;
    page.eval("globalThis.growth")
}

fn print(found: &Value) -> Result<()> {
    step::say(&COLUMNS.map(|(heading, _)| format!("{heading:>13}")).concat());
    for row in found["rows"].as_array().context("no rows")? {
        let cell = |(_, name): (&str, &str)| row[name].as_f64().with_context(|| format!("no {name}"));
        let cells = COLUMNS.iter().map(|column| Ok(format!("{:>13}", short(cell(*column)?))));
        step::say(&cells.collect::<Result<Vec<_>>>()?.concat());
    }
    step::say("goals: p95 ≤ 2 ms at scale 1000, index ≤ 150 ms at scale 100, memory ≤ 3 × text; scan = plain includes");
    let soak = &found["soak"];
    step::say(&format!(
        "{} questions to the Opinion: {:.1} µs each, wasm memory grown by {} bytes (goal 0)",
        soak["questions"],
        soak["microseconds"].as_f64().context("no time")?,
        soak["grown"]
    ));
    Ok(())
}

/// A whole number as it is, any other with two decimals.
fn short(value: f64) -> String {
    if value.fract() == 0.0 { format!("{value}") } else { format!("{value:.2}") }
}
