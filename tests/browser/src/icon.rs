//! The pictures that an installed explorer is shown by, drawn by a browser from the one that is a drawing.

use crate::session::Session;
use anyhow::{Context, Result};
use serde_json::{Value, json};

/// A picture in `www/`.
#[derive(Clone, Copy, Debug)]
pub struct Icon {
    /// Its file's name, before the build names it after its content.
    pub name: &'static str,
    /// Pixels across and down.
    pub size: u32,
    /// Whether its corners are filled too, because the system cuts it into a shape of its own.
    pub maskable: bool,
}

/// Every picture that the manifest names, but the drawing.
pub const ICONS: [Icon; 3] = [
    Icon { name: "icon-192.png", size: 192, maskable: false },
    Icon { name: "icon-512.png", size: 512, maskable: false },
    Icon { name: "icon-maskable.png", size: 512, maskable: true },
];

/// Draws a picture by its address on a canvas; with filled corners in the colour of its upper edge.
const DRAW: &str = "
    const [url, size, filled, give, done] = arguments, picture = new Image(size, size);
    picture.onerror = () => done(null);
    picture.onload = () => {
        const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
        const context = canvas.getContext('2d', { willReadFrequently: true });
        context.drawImage(picture, 0, 0, size, size);
        if (filled) {
            const [red, green, blue] = context.getImageData(size / 2, size / 32, 1, 1).data;
            context.globalCompositeOperation = 'destination-over';
            context.fillStyle = `rgb(${red} ${green} ${blue})`;
            context.fillRect(0, 0, size, size);
        }
        done(give === 'png' ? canvas.toDataURL() : [...context.getImageData(0, 0, size, size).data]);
    };
    picture.src = url;
";

impl Session {
    /// The drawing at an address as this icon, in PNG.
    pub fn png_of(&self, drawing: &str, icon: &Icon) -> Result<Vec<u8>> {
        let arguments = [json!(drawing), json!(icon.size), json!(icon.maskable), json!("png")];
        let data = self.script_until_called(DRAW, &arguments)?;
        let data = data.as_str().and_then(|url| url.strip_prefix("data:image/png;base64,"));
        crate::session::picture_of(&json!(data.context("no picture")?))
    }

    /// Red, green, blue and opacity of every pixel of a picture, drawn in an icon's size.
    pub fn pixels_of(&self, picture: &str, size: u32, filled: bool) -> Result<Vec<u8>> {
        let arguments = [json!(picture), json!(size), json!(filled), json!("pixels")];
        let pixels = self.script_until_called(DRAW, &arguments)?;
        let pixels = pixels.as_array().with_context(|| format!("{picture} is no picture"))?;
        let byte = |value: &Value| u8::try_from(value.as_u64()?).ok();
        pixels.iter().map(|value| byte(value).context("no pixel")).collect()
    }
}
