//! A contact sheet: the pictures of one state in all its windows, side by side, each with its figures. The browser itself
//! composes the sheet.

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};
use minsheng_browser_tests::{Cell, Page, Size};
use serde_json::json;

/// A window's picture, and its caption.
pub struct Picture {
    pub cell: Cell,
    pub caption: String,
    pub png: Vec<u8>,
}

/// Wide enough for the windows of phones, a tablet and a laptop beside each other, and for two wider ones.
const SHEET: Size = Size { width: 2080, height: 1000 };
/// The height of each picture on the sheet.
const HEIGHT: u32 = 560;

/// Builds the sheet in a blank page, and gives its height.
const COMPOSE: &str = "
    const [name, height, pictures, done] = arguments;
    const make = (parent, tag, css, text = '') => {
        const node = parent.appendChild(document.createElement(tag));
        node.style.cssText = css;
        node.textContent = text;
        return node;
    };
    document.body.style.cssText = 'margin:24px;background:#777;color:#fff;font:16px/1.4 sans-serif';
    make(document.body, 'h1', 'margin:0 0 16px;font-size:26px', name);
    const row = make(document.body, 'div', 'display:flex;flex-wrap:wrap;gap:20px');
    const images = pictures.map(([src, width, caption]) => {
        const figure = make(row, 'figure', `margin:0;width:${width}px`);
        const image = make(figure, 'img', `display:block;width:${width}px;height:${height}px`);
        make(figure, 'figcaption', 'margin-top:6px;white-space:pre-line', caption);
        image.src = src;
        return image.decode();
    });
    Promise.all(images).then(() => done(document.documentElement.offsetHeight + 48), (error) => done(String(error)));
";

/// The sheet as a PNG picture.
pub fn sheet(page: &Page, name: &str, pictures: &[Picture]) -> Result<Vec<u8>> {
    page.resize(SHEET)?;
    page.command("url", &json!({ "url": "about:blank" }))?;
    let shown = pictures.iter().map(|Picture { cell, caption, png }| {
        let width = HEIGHT * cell.size.width / cell.size.height;
        json!([format!("data:image/png;base64,{}", STANDARD.encode(png)), width, caption])
    });
    let arguments = [json!(name), json!(HEIGHT), shown.collect()];
    let height = page.script_until_called(COMPOSE, &arguments)?;
    let height = height.as_u64().with_context(|| format!("no height: {height}"))?;
    page.resize(Size { height: u32::try_from(height)?, ..SHEET })?;
    page.settle()?;
    page.screenshot()
}
