//! A busy week at a kiosk, in a few minutes: so many touches of visitors, and what they leave in memory. Shared by the
//! short run among the tests and by `cargo xtask soak`.

use crate::engine::Reach;
use crate::page::Page;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// What visitors do; the body of a function of a seed, and of whether the clock can be moved.
const VISITORS: &str = include_str!("visitors.js");
const SEED: u64 = 20_250_609;
/// With a public address there are QR codes too; the clock jumps farther than this.
const ADDRESS: &str = "?public=https://minsheng.example/&idle=90";
/// Lets the memory of whichever instance is the newest be measured, and those be counted that were not let go of.
const WATCH_WASM: &str = "
    const instantiate = WebAssembly.instantiate;
    let kept = [];
    WebAssembly.instantiate = async (...parts) => {
        const made = await instantiate.apply(WebAssembly, parts);
        window.__wasm = (made.instance ?? made).exports.memory;
        kept.push(new WeakRef(window.__wasm));
        return made;
    };
    window.__kept = () => (kept = kept.filter((memory) => memory.deref())).length;
";
/// Of WebAssembly's memory, in bytes.
const PAGE: f64 = 65536.0;
/// Touches between two words of the driver.
const BATCH: u64 = 2000;
/// Nothing may be larger than at a tenth of the way, by more than this.
const GROWTH: f64 = 1.05;

/// Names and values.
pub type Figures = Vec<(&'static str, f64)>;

/// What is measured, after what can be collected is, while the kiosk waits.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Touches so far.
    pub actions: u64,
    /// Since the first one.
    pub elapsed: Duration,
    /// What must stay flat.
    pub figures: Figures,
    /// What the engine may use more of, for reasons of its own.
    pub beside: Figures,
}

impl Sample {
    /// All that was measured, judged or not.
    pub fn told(&self) -> impl Iterator<Item = &(&'static str, f64)> {
        self.figures.iter().chain(&self.beside)
    }
}

/// Opens the kiosk at its file's address and lets visitors do `actions` things, with `samples` looks at the memory on the
/// way; `seen` is told of each.
///
/// # Errors
///
/// Where the kiosk stops answering.
pub fn soak(page: &Page, actions: u64, samples: u64, seen: &mut dyn FnMut(&Sample)) -> Result<Vec<Sample>> {
    let has_clock = page.engine().reach() == Reach::DevTools;
    if has_clock {
        page.control_clock()?;
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH_WASM }))?;
    }
    page.open(ADDRESS)?;
    page.be_patient(Duration::from_secs(240))?;
    page.script(VISITORS, &[json!(SEED), json!(has_clock)])?;
    let start = Instant::now();
    let mut taken = Vec::new();
    for n in 1..=samples {
        act(page, actions * n / samples - actions * (n - 1) / samples)?;
        let (actions, elapsed, (figures, beside)) = (actions * n / samples, start.elapsed(), figures(page)?);
        let sample = Sample { actions, elapsed, figures, beside };
        seen(&sample);
        taken.push(sample);
    }
    Ok(taken)
}

fn act(page: &Page, actions: u64) -> Result<()> {
    let act = "const [count, rests, done] = arguments, visitors = window.__visitors;
        visitors.act(count).then(() => rests && visitors.rest()).then(() => done(''), (error) => done(String(error.stack)));";
    let mut left = actions;
    while left > 0 {
        let batch = left.min(BATCH);
        left -= batch;
        let said = page.script_until_called(act, &[json!(batch), json!(left == 0)])?;
        ensure!(said == "", "a visitor could not go on: {said}");
    }
    Ok(())
}

fn figures(page: &Page) -> Result<(Figures, Figures)> {
    match page.engine().reach() {
        Reach::DevTools => Ok((figures_of_chromium(page)?, Vec::new())),
        _ => figures_of_firefox(page),
    }
}

fn figures_of_firefox(page: &Page) -> Result<(Figures, Figures)> {
    let memory = page.memory()?;
    let figures = vec![
        ("wasm pages", memory.wasm / PAGE),
        ("nodes", number(&page.eval("document.querySelectorAll('*').length")?)?),
        ("listeners", memory.listeners),
        ("DOM KB", memory.dom / 1000.0),
        ("script KB", memory.script / 1000.0),
    ];
    Ok((figures, vec![("(allocated KB)", memory.allocated / 1000.0)]))
}

fn figures_of_chromium(page: &Page) -> Result<Figures> {
    let heap = page.heap()?;
    let counters = page.devtools("Memory.getDOMCounters", json!({}))?;
    Ok(vec![
        ("wasm pages", number(&page.eval("window.__wasm.buffer.byteLength")?)? / PAGE),
        ("instances", number(&page.eval("window.__kept()")?)?),
        ("nodes", number(&counters["nodes"])?),
        ("listeners", number(&counters["jsEventListeners"])?),
        ("heap KB", heap / 1000.0),
    ])
}

fn number(value: &Value) -> Result<f64> {
    value.as_f64().context("no number")
}

/// Each figure's share of what it was at a tenth of the way.
pub fn ratios(samples: &[Sample], at: usize) -> Vec<f64> {
    let (Some(first), Some(sample)) = (samples.get(samples.len().div_ceil(10) - 1), samples.get(at)) else {
        return Vec::new();
    };
    sample.figures.iter().zip(&first.figures).map(|((_, now), (_, then))| now / then).collect()
}

/// Whether all stayed flat.
///
/// # Errors
///
/// Which figure grew, where, and to what.
pub fn judge(samples: &[Sample]) -> Result<()> {
    for (at, sample) in samples.iter().enumerate().skip(samples.len().div_ceil(10)) {
        for (ratio, (name, value)) in ratios(samples, at).into_iter().zip(&sample.figures) {
            ensure!(
                ratio <= GROWTH,
                "after {} touches {name} are {value:.0}, {ratio:.3} of what they were",
                sample.actions
            );
        }
    }
    Ok(())
}
