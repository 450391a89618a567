//! Embeds in somebody's article, as its page and its reader see them: `<minsheng-explorer>`, the n-th of the page.

use crate::page::Page;
use anyhow::{Result, ensure};
use serde_json::json;

/// A page of `www/variants/` under a policy and with a fault of the host's: names in `xtask/src/conditions.rs`.
pub fn variant(policy: &str, fault: &str, page: &str) -> String {
    format!("/on/{policy}/{fault}/variants/{page}")
}

/// Breaks the engine in the middle of a change, by an error of this name that goes through it. The page catches it.
const BREAK: &str = "
    const [n, name, message] = arguments, real = Node.prototype.contains;
    window.before = document.querySelectorAll('minsheng-explorer')[n].shadowRoot.firstElementChild;
    Node.prototype.contains = () => {
        Node.prototype.contains = real;
        throw Object.assign(new Error(message), { name });
    };
    try { document.querySelectorAll('minsheng-explorer')[n].setState('#/about'); } catch (error) { return error.message; }
    return 'nothing thrown';
";

impl Page {
    /// Opens an example page whose host sends no policy and makes no fault.
    pub fn article(&self, page: &str) -> Result<()> {
        self.visit(&variant("none", "sound", page))
    }

    /// Waits until the n-th embed answers its reader. It starts only when they come near, so it is scrolled to.
    pub fn embed_lives(&self, n: usize) -> Result<()> {
        self.script(&format!("{}.scrollIntoView({{ block: 'center' }})", embed(n)), &[])?;
        self.wait_for(&format!("{} !== null", inside(n, ".explorer")))?;
        self.settle()
    }

    /// Chooses a value of a facet in the n-th embed, as a reader does, without opening the panel it is in.
    pub fn choose_in_embed(&self, n: usize, value: &str) -> Result<()> {
        self.script(&format!("{}.click()", inside(n, &format!("label.{value} input"))), &[])?;
        self.settle()
    }

    /// Breaks the engine of the n-th embed by an error of this name.
    pub fn break_embed(&self, n: usize, name: &str, message: &str) -> Result<()> {
        let said = self.script(BREAK, &[json!(n), json!(name), json!(message)])?;
        ensure!(said == message, "{said}");
        Ok(())
    }

    /// How many elements of the n-th embed's explorer a selector finds.
    pub fn count_in_embed(&self, n: usize, selector: &str) -> Result<u64> {
        self.count_of(&format!("{}.shadowRoot.querySelectorAll({}).length", embed(n), json!(selector)))
    }
}

/// A JavaScript expression: the n-th embed.
pub fn embed(n: usize) -> String {
    format!("document.querySelectorAll('minsheng-explorer')[{n}]")
}

/// A JavaScript expression: the first element that a selector finds inside the n-th embed.
pub fn inside(n: usize, selector: &str) -> String {
    format!("{}.shadowRoot.querySelector({})", embed(n), json!(selector))
}
