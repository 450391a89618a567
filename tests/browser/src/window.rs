//! The page's window, which each engine sizes in its own way. Takes and gives inner sizes.

use crate::engine::Reach;
use crate::media::Size;
use crate::session::Session;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// Waits twenty seconds at most for the inner size, and gives what it is then.
const ARRIVE: &str = "
    const [width, height, done] = arguments, end = performance.now() + 20000;
    const look = () => {
        const there = innerWidth === width && innerHeight === height;
        if (there || performance.now() > end) done([innerWidth, innerHeight]); else setTimeout(look, 16);
    };
    look();
";

/// In Firefox a page is an element in the browser's own document, which may be smaller than any window.
const SIZE_IN_FIREFOX: &str = "
    const [width, height] = arguments, { style } = gBrowser.selectedBrowser;
    style.flex = 'none';
    for (const [side, length] of [['width', width], ['height', height]])
        for (const property of [side, `min-${side}`, `max-${side}`]) style.setProperty(property, `${length}px`);
";

impl Session {
    /// Gives the page an exact inner size.
    ///
    /// # Errors
    ///
    /// Where the window will not be so small; in WebKit it is a real one, with buttons.
    pub fn resize(&self, size: Size) -> Result<()> {
        let Size { width, height } = size;
        match self.engine().reach() {
            Reach::DevTools => {
                let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                return self.devtools("Emulation.setDeviceMetricsOverride", metrics).map(drop);
            }
            Reach::BrowserScripts => self.browser_script(SIZE_IN_FIREFOX, &[json!(width), json!(height)]).map(drop)?,
            Reach::Page => self.resize_around(size)?,
        }
        let is = self.script_until_called(ARRIVE, &[json!(width), json!(height)])?;
        ensure!(is == json!([width, height]), "{}'s window is {is} instead of {width} × {height}", self.engine());
        Ok(())
    }

    /// Sizes the window so that what its own bars leave has this size.
    fn resize_around(&self, Size { width, height }: Size) -> Result<()> {
        let bars = self.script("return [outerWidth - innerWidth, outerHeight - innerHeight]", &[])?;
        let bar = |side: usize| bars[side].as_u64().context("a window smaller than its page");
        let (width, height) = (u64::from(width) + bar(0)?, u64::from(height) + bar(1)?);
        let window = json!({ "x": 0, "y": 0, "width": width, "height": height });
        self.command("window/rect", &window).map(drop::<Value>)
    }
}
