//! The QR codes in a picture, read as a phone reads them.

use anyhow::{Context, Result};
use rqrr::PreparedImage;

/// What the codes in a picture say. `pixels` has `step` bytes a pixel, which begin with red, green and blue.
pub fn codes(width: usize, height: usize, step: usize, pixels: &[u8]) -> Result<Vec<String>> {
    let grey = |x: usize, y: usize| {
        let at = (y * width + x) * step;
        let sum: u32 = pixels[at..at + 3].iter().map(|part| u32::from(*part)).sum();
        u8::try_from(sum / 3).unwrap_or(u8::MAX)
    };
    let mut image = PreparedImage::prepare_from_greyscale(width, height, grey);
    image.detect_grids().into_iter().map(|grid| Ok(grid.decode()?.1)).collect()
}

/// How wide and high a PNG is, and what the codes in it say.
pub fn codes_in(picture: &[u8]) -> Result<([usize; 2], Vec<String>)> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().context("a picture without a size")?];
    let info = reader.next_frame(&mut pixels)?;
    let (width, height) = (info.width as usize, info.height as usize);
    Ok(([width, height], codes(width, height, info.color_type.samples(), &pixels)?))
}
