//! What is asked of the figures of a first screen. The numbers stand in the build's settings; here stands which of them
//! applies to which cell.

use crate::cells::{Cell, LAPTOP, PHONE, Shows};
use crate::given::given;
use crate::measure::Figures;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

/// Where tests find the limits of the settings, as JSON.
pub const LIMITS: &str = "MINSHENG_LOOK";

/// Limits for the figures of a first screen.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Limits {
    /// The least number of whole sentences in view after a tap, a search or a link.
    pub whole_sentences: u32,
    /// The least number of sentences whose first line is in view at the start.
    pub begun_sentences: u32,
    /// The most of the window's height that bars may cover, in percent.
    pub stuck_percent: f64,
    /// The least part of the official text in the height of a phone's cards, in percent.
    pub text_percent: f64,
    /// The most by which a page's height at first may differ from its height once scrolled through, in percent.
    pub drift_percent: f64,
    /// The most pixels below the last box of a page.
    pub below_px: f64,
    /// The most scrollers in an article.
    pub nested_scrollers: u32,
    /// The most pixels by which an embed may exceed its `max-height`.
    pub over_height_px: f64,
    /// The most layout shift.
    pub shift: f64,
    /// The most targets that are too small.
    pub small_targets: usize,
    /// The least size of a target.
    pub target_px: u32,
    /// The least size of a target in large type and in a kiosk.
    pub large_target_px: u32,
}

impl Limits {
    /// The limits that `cargo xtask test` has told.
    ///
    /// # Errors
    ///
    /// If `cargo xtask test` did not start the test.
    pub fn told() -> Result<Limits> {
        serde_json::from_str(&given(LIMITS)?).context("reading the limits")
    }

    /// The least size of a target in a cell.
    pub fn target(&self, cell: &Cell) -> u32 {
        if cell.large || cell.is_kiosk() { self.large_target_px } else { self.target_px }
    }

    /// A line for each figure of a cell that does not keep to its limit.
    pub fn faults(&self, cell: &Cell, figures: &Figures) -> Vec<String> {
        let small = small(&figures.small);
        let least = [
            ("sentences begun in view", is_begun(cell), figures.begun.into(), self.begun_sentences.into()),
            (
                "whole sentences in view",
                cell.state.shows == Shows::Answer,
                figures.whole.into(),
                self.whole_sentences.into(),
            ),
            ("% of the cards is text", is_phones_list(cell), figures.text.unwrap_or(0.0), self.text_percent),
        ];
        let most = [
            ("% of the window is covered", is_key(cell), figures.stuck_most, self.stuck_percent),
            ("% between the heights", true, figures.drift(), self.drift_percent),
            ("px below the page", true, figures.below, self.below_px),
            ("scrollers in the article", cell.is_article(), figures.nested.into(), self.nested_scrollers.into()),
            ("px above max-height", true, figures.over, self.over_height_px),
            ("layout shift", true, figures.shift, self.shift),
            (small.as_str(), true, figures.small.len() as f64, self.small_targets as f64),
        ];
        let low = least.into_iter().filter(|(_, applies, is, limit)| *applies && is + SLACK < *limit);
        let high = most.into_iter().filter(|(_, applies, is, limit)| *applies && *is > limit + SLACK);
        low.chain(high).map(|(what, _, is, limit)| format!("{} {what}, not {limit}", round(is))).collect()
    }
}

/// Names a few of the targets.
fn small(targets: &[String]) -> String {
    let mut names = targets.to_vec();
    names.dedup();
    names.truncate(4);
    format!("small targets ({})", names.join(", "))
}

/// Browsers round positions.
const SLACK: f64 = 0.001;

fn round(figure: f64) -> f64 {
    (figure * 1000.0).round() / 1000.0
}

fn is_key(cell: &Cell) -> bool {
    !cell.is_kiosk() && !cell.is_article() && [PHONE, LAPTOP].contains(&cell.size)
}

/// Large type starts with its tiles.
fn is_begun(cell: &Cell) -> bool {
    cell.state.shows == Shows::Start && is_key(cell) && !cell.large
}

fn is_phones_list(cell: &Cell) -> bool {
    cell.state.name == "parents" && cell.size == PHONE && cell.language == "zh-Hans" && !cell.large
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::Size;
    use serde_json::json;

    fn limits() -> Limits {
        Limits {
            whole_sentences: 1,
            begun_sentences: 1,
            stuck_percent: 30.0,
            text_percent: 50.0,
            drift_percent: 5.0,
            below_px: 0.0,
            nested_scrollers: 0,
            over_height_px: 0.0,
            shift: 0.0,
            small_targets: 0,
            target_px: 24,
            large_target_px: 44,
        }
    }

    fn faults(cell: &Cell, change: serde_json::Value) -> Vec<String> {
        let mut figures = json!({ "begins": 200.0, "ends": 400.0, "begun": 2, "whole": 1, "text": 60.0, "stuck": 20.0,
            "stuck-most": 25.0, "height": 1000.0, "scrolled": 1010.0, "below": 0.0, "nested": 0, "over": 0.0,
            "small": "", "shift": 0.0 });
        let changed = change.as_object().into_iter().flatten();
        changed.for_each(|(name, value)| figures[name] = value.clone());
        limits().faults(cell, &serde_json::from_value(figures).expect("figures"))
    }

    #[test]
    fn a_figure_beyond_its_limit_is_named_with_both() {
        let cell = Cell::of("parents", PHONE);
        assert_eq!(faults(&cell, json!({})), Vec::<String>::new());
        assert_eq!(faults(&cell, json!({ "whole": 0 })), ["0 whole sentences in view, not 1"]);
        assert_eq!(faults(&cell, json!({ "text": 32.04 })), ["32.04 % of the cards is text, not 50"]);
        assert_eq!(faults(&cell, json!({ "stuck-most": 31 })), ["31 % of the window is covered, not 30"]);
        assert_eq!(faults(&cell, json!({ "height": 2020 })), ["100 % between the heights, not 5"]);
        assert_eq!(faults(&cell, json!({ "below": 4763, "small": "× 10×19", "shift": 0.2 })).len(), 3);
    }

    #[test]
    fn a_limit_holds_where_it_is_asked_for_and_nowhere_else() {
        let nothing = json!({ "begun": 0, "whole": 0, "text": 0.0, "stuck-most": 90, "nested": 3 });
        assert_eq!(
            faults(&Cell::of("about", Size { width: 768, height: 1024 }), nothing.clone()),
            Vec::<String>::new()
        );
        assert_eq!(faults(&Cell::of("article.html", PHONE), nothing.clone()), ["3 scrollers in the article, not 0"]);
        assert_eq!(faults(&Cell::of("start", LAPTOP), nothing)[0], "0 sentences begun in view, not 1");
        let large = Cell { large: true, ..Cell::of("start", PHONE) };
        assert_eq!(limits().target(&large), 44);
    }
}
