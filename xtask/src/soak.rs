//! `cargo xtask soak`: a busy week at a kiosk. A million touches in Chromium and a hundred thousand in Firefox, and the curve
//! of what they leave in memory; anything that grows by more than a twentieth after a tenth of the way is an error.

use crate::build;
use crate::drivers::Driver;
use crate::{settings, step};
use anyhow::{Context, Result, bail};
use minsheng_browser_tests::{Engine, Page, Sample, Session, judge, ratios, soak};

const SAMPLES: u64 = 20;
const RUNS: [(Engine, u64); 2] = [(Engine::ChromiumInterpreted, 1_000_000), (Engine::Firefox, 100_000)];

pub fn run(arguments: &[String]) -> Result<()> {
    let runs = parse(arguments)?;
    build::build(&settings::read()?)?;
    for (engine, actions) in runs {
        run_in(engine, actions).with_context(|| format!("in {engine}"))?;
    }
    Ok(())
}

fn parse(arguments: &[String]) -> Result<Vec<(Engine, u64)>> {
    let mut runs = RUNS.to_vec();
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        let value = words.next().map(String::as_str).unwrap_or_default();
        match word.as_str() {
            "--actions" => {
                let actions = value.parse().with_context(|| format!("--actions takes a number, not `{value}`"))?;
                runs.iter_mut().for_each(|run| run.1 = actions);
            }
            "--engine" => {
                let named = value.to_ascii_lowercase();
                runs.retain(|(engine, _)| {
                    !named.is_empty() && engine.to_string().to_ascii_lowercase().starts_with(&named)
                });
                anyhow::ensure!(!runs.is_empty(), "--engine takes chromium or firefox, not `{value}`");
            }
            _ => bail!("`cargo xtask soak` knows --actions N and --engine chromium|firefox, not `{word}`"),
        }
    }
    Ok(runs)
}

fn run_in(engine: Engine, actions: u64) -> Result<()> {
    let driver = Driver::of(engine)?;
    let address = format!("file://{}", build::kiosk_file().display());
    let page = Page::new(Session::start(&driver.url(), engine)?, &address)?;
    step::say(&format!("▸ {actions} touches at a kiosk in {engine}, memory looked at {SAMPLES} times"));
    let mut headed = false;
    let samples = soak(&page, actions, SAMPLES, &mut |sample| {
        if !std::mem::replace(&mut headed, true) {
            step::say(&heading(sample));
        }
        step::say(&row(sample));
    })?;
    let shares = ratios(&samples, samples.len() - 1);
    let shares = shares.iter().map(|share| format!("{share:>15.3}")).collect::<String>();
    step::say(&format!("{:>24}{shares}", "last ÷ at a tenth"));
    judge(&samples)
}

fn heading(sample: &Sample) -> String {
    let names = sample.told().map(|(name, _)| format!("{name:>15}")).collect::<String>();
    format!("{:>12}{:>12}{names}", "touches", "seconds")
}

fn row(sample: &Sample) -> String {
    let values = sample.told().map(|(_, value)| format!("{value:>15.1}")).collect::<String>();
    format!("{:>12}{:>12.0}{values}", sample.actions, sample.elapsed.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Vec<(Engine, u64)>> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn engine_and_number_may_be_chosen() {
        assert_eq!(parsed("").expect("the usual").len(), 2);
        assert_eq!(parsed("--engine firefox --actions 9").expect("chosen"), [(Engine::Firefox, 9)]);
        assert!(parsed("--engine opera").is_err() && parsed("--actions many").is_err() && parsed("--what").is_err());
    }
}
