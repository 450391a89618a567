//! axe-core, the accessibility checker, run in the page by the driver, so that the page's policy stays as it is.

use crate::page::Page;
use anyhow::{Context, Result};
use serde_json::{Value, json};

/// What axe is asked about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rules {
    /// WCAG 2.2 A and AA, and axe's own good practice.
    All,
    /// Of these, the ones that the colours of a page can break: for the same elements in other colours.
    OfColours,
}

impl Rules {
    fn only(self) -> Value {
        match self {
            Rules::All => {
                let tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
                json!({ "type": "tag", "values": tags })
            }
            Rules::OfColours => json!({ "type": "rule", "values": ["color-contrast", "link-in-text-block"] }),
        }
    }
}

/// Meanwhile everything is laid out: what was never in sight (`content-visibility`) has a guessed height, and its contents,
/// measured, would seem to lie behind what follows.
const RUN: &str = "
    const [runOnly, done] = arguments;
    const frame = () => new Promise(requestAnimationFrame);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important; }');
    const roots = [document, ...[...document.querySelectorAll('*')].map((node) => node.shadowRoot).filter(Boolean)];
    for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    const run = async () => {
        await frame();
        await frame();
        const options = { runOnly, resultTypes: ['violations'], preload: false };
        try {
            return (await axe.run(document, options)).violations;
        } catch (error) {
            return [{ id: String(error), nodes: [] }];
        } finally {
            for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
        }
    };
    run().then(done);
";

impl Page {
    /// What axe finds wrong, one line for each element concerned. In every engine.
    pub fn axe(&self, rules: Rules) -> Result<Vec<String>> {
        if self.eval("typeof axe")? == "undefined" {
            let path = std::env::var("MINSHENG_AXE").context("MINSHENG_AXE is not set: use `cargo xtask test`")?;
            self.script(&std::fs::read_to_string(path).context("reading axe-core")?, &[])?;
        }
        // Several of these run side by side.
        self.be_patient(std::time::Duration::from_secs(150))?;
        let violations = self.script_until_called(RUN, &[rules.only()])?;
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
