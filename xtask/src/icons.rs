//! `cargo xtask icons`: draws `www/icon.svg` as the PNGs that systems want of what is installed. They are kept in `www/`,
//! so that a build needs no browser; a browser test compares them with the drawing.

use crate::browser::Stage;
use crate::{build, settings, step};
use anyhow::{Context, Result, bail};
use minsheng_browser_tests::ICONS;

pub fn run(arguments: &[String]) -> Result<()> {
    if let Some(argument) = arguments.first() {
        bail!("`cargo xtask icons` takes no arguments, not `{argument}`");
    }
    let www = settings::root().join("www");
    let drawing = std::fs::read_to_string(www.join("icon.svg")).context("reading www/icon.svg")?;
    let stage = Stage::set(build::site_folder(), &settings::read()?)?;
    let page = stage.page()?;
    for icon in ICONS {
        let png = page.png_of(&format!("data:image/svg+xml,{}", drawing.replace('#', "%23")), &icon)?;
        step::say(&format!("  www/{}: {} bytes", icon.name, png.len()));
        std::fs::write(www.join(icon.name), png).with_context(|| format!("writing www/{}", icon.name))?;
    }
    Ok(())
}
