//! The figures of a first screen: where the answer begins, how much of it is in view, what covers the window, whether
//! heights are true, how large targets are. `measure.js` is the one place where each is measured.

use crate::cells::{Cell, Place, Step};
use crate::page::Page;
use anyhow::{Context, Result};
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};
use std::time::Duration;

const MEASURE: &str = include_str!("measure.js");

/// How long a long page may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// Waits until neither the page's height nor its position has changed for some frames.
const STILL: &str = "
    const done = arguments[0];
    let before = '', same = 0;
    const look = () => {
        const main = document.querySelector('main');
        const now = [scrollY, document.documentElement.scrollHeight, main?.scrollTop, main?.scrollHeight].join();
        same = now === before ? same + 1 : 0;
        before = now;
        if (same > 8) done(true); else requestAnimationFrame(look);
    };
    look();
";

/// The first control that is seen and begins so.
const CONTROL: &str = "
    const controls = [...document.querySelectorAll('a[href], button')].filter((node) => node.checkVisibility());
    return controls.find((node) => node.textContent.trim().startsWith(arguments[0])) ?? null;
";

/// Positions and heights are CSS pixels in the window as the reader has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Figures {
    /// Where the card of the first sentence begins, if a sentence is shown.
    pub begins: Option<f64>,
    /// Where the text of the first sentence ends.
    pub ends: Option<f64>,
    /// Sentences from the first on whose first line is in view.
    pub begun: u32,
    /// Sentences from the first on that are in view as a whole.
    pub whole: u32,
    /// The official text's part of the height of the cards, in percent.
    pub text: Option<f64>,
    /// The part of the window's height that bars cover at the first sentence, in percent.
    pub stuck: f64,
    /// The largest such part while the page is scrolled through.
    pub stuck_most: f64,
    /// The page's height at first.
    pub height: f64,
    /// The page's height once it is scrolled through.
    pub scrolled: f64,
    /// Empty pixels below the last box of the page.
    pub below: f64,
    /// Boxes inside the page that scroll, frames among them.
    pub nested: u32,
    /// By how many pixels an embed is higher than its `max-height`.
    pub over: f64,
    /// Name and size of each target that is too small. The script gives one text of lines, because an article may have changed
    /// how its lists become JSON.
    #[serde(deserialize_with = "lines")]
    pub small: Vec<String>,
    /// Layout shift after the answer to the last action was painted; without an action, since the document began.
    pub shift: f64,
}

fn lines<'de, D: Deserializer<'de>>(text: D) -> Result<Vec<String>, D::Error> {
    Ok(String::deserialize(text)?.lines().map(str::to_owned).collect())
}

impl Figures {
    /// How much the height at first differs from the height once scrolled through, in percent of the latter.
    pub fn drift(&self) -> f64 {
        100.0 * (self.height / self.scrolled - 1.0).abs()
    }
}

impl Page {
    /// Opens a cell in its window, does what its reader does, and waits until the page is still. `kiosk` is the address of
    /// the kiosk's one file.
    pub fn show(&self, cell: &Cell, kiosk: &str) -> Result<()> {
        self.resize(cell.size)?;
        match cell.state.place {
            Place::Site(_) => self.open(&cell.route())?,
            Place::Kiosk(_) => self.open_at(&format!("{kiosk}{}", cell.route()))?,
            Place::Article(name) => self.article(name)?,
        }
        for step in cell.state.steps {
            self.take(*step, cell.language)?;
        }
        self.script_until_called(STILL, &[]).map(drop)
    }

    fn take(&self, step: Step, language: &str) -> Result<()> {
        match step {
            Step::Tap(chinese, english) => self.tap(if language == "en" { english } else { chinese })?,
            Step::Search(words) => self.type_into("#q", &format!("{words}\u{e007}"))?,
        }
        self.answers()?;
        self.script("window.__answered = performance.now()", &[]).map(drop)
    }

    /// Taps the first link or button that begins so, where a reader would.
    pub fn tap(&self, text: &str) -> Result<()> {
        let control = self.script(CONTROL, &[json!(text)])?;
        let id = control.as_object().and_then(|object| object.values().next()).and_then(Value::as_str);
        let id = id.with_context(|| format!("no link or button begins with {text}"))?;
        self.command(&format!("element/{id}/click"), &json!({})).with_context(|| format!("tapping {text}"))?;
        self.settle()
    }

    /// Measures the page as it stands. Targets are small below `least` pixels.
    pub fn measure(&self, least: u32) -> Result<Figures> {
        self.be_patient(PATIENCE)?;
        let figures = self.script_until_called(MEASURE, &[json!(least)])?;
        serde_json::from_value(figures.clone()).with_context(|| format!("measuring: {figures}"))
    }
}
