//! axe-core, the accessibility checker, run in the page by the driver, so that the page's policy stays as it is.

use crate::page::Page;
use anyhow::{Context, Result};
use serde_json::Value;

/// WCAG 2.2 A and AA, and axe's own good practice.
///
/// First the page is scrolled through: what was never in sight (`content-visibility`) has a guessed height, and its
/// contents, measured, would seem to lie behind what follows.
const RUN: &str = "
    const done = arguments[0];
    const frame = () => new Promise(requestAnimationFrame);
    const seen = async () => {
        for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
            scrollTo({ top: y, behavior: 'instant' });
            await frame();
            await frame();
        }
        scrollTo({ top: 0, behavior: 'instant' });
        await frame();
    };
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
    seen().then(() => axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }))
        .then((result) => done(result.violations), (error) => done([{ id: String(error), nodes: [] }]));
";

impl Page {
    /// What axe finds wrong, one line for each element concerned.
    pub fn axe(&self) -> Result<Vec<String>> {
        if self.eval("typeof axe")? == "undefined" {
            let path = std::env::var("MINSHENG_AXE").context("MINSHENG_AXE is not set: use `cargo xtask test`")?;
            self.script(&std::fs::read_to_string(path).context("reading axe-core")?, &[])?;
        }
        // Several of these run side by side, and each scrolls through a whole page.
        self.be_patient(std::time::Duration::from_secs(150))?;
        let violations = self.script_until_called(RUN, &[])?;
        Ok(violations.as_array().into_iter().flatten().flat_map(lines).collect())
    }
}

fn lines(violation: &Value) -> Vec<String> {
    let rule = violation["id"].as_str().unwrap_or_default();
    let line = |node: &Value| {
        let reason = node["failureSummary"].as_str().unwrap_or_default().replace('\n', " ");
        format!("{rule}: {} — {} — {reason}", node["target"], node["html"].as_str().unwrap_or_default())
    };
    let lines = violation["nodes"].as_array().into_iter().flatten().map(line).collect::<Vec<_>>();
    if lines.is_empty() { vec![rule.to_owned()] } else { lines }
}
