//! A picture as pixels: the SVG drawn with the program's own faces, so that it needs none of the machine's.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};

use super::faces;

/// Why there are no pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureError {
    /// What failed and what to do.
    pub sentence: &'static str,
}

/// Pixels, row by row from above: red, green, blue, opacity.
#[derive(Clone, PartialEq, Eq)]
pub struct Raster {
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// Four bytes a pixel.
    pub rgba: Vec<u8>,
}

/// The picture as PNG, `scale` pixels a point.
///
/// # Errors
/// Where the machine has no memory for so many pixels.
pub fn picture_png(svg: &str, scale: u8) -> Result<Vec<u8>, PictureError> {
    let pixels = draw(svg, scale)?;
    let written = pixels.encode_png();
    written.map_err(|_error| PictureError {
        sentence: "The picture could not be written as PNG. Choose a smaller scale or SVG.",
    })
}

/// The picture as pixels, `scale` a point.
///
/// # Errors
/// Where the machine has no memory for so many pixels.
pub fn picture_pixels(svg: &str, scale: u8) -> Result<Raster, PictureError> {
    let pixels = draw(svg, scale)?;
    Ok(Raster {
        size: (pixels.width(), pixels.height()),
        // The ground is opaque, so that no pixel is darkened by its opacity.
        rgba: pixels.take(),
    })
}

fn draw(svg: &str, scale: u8) -> Result<Pixmap, PictureError> {
    let mut options = usvg::Options {
        fontdb: Arc::new(fonts(svg)),
        font_family: "Source Sans 3".to_owned(),
        ..usvg::Options::default()
    };
    options.text_rendering = usvg::TextRendering::GeometricPrecision;
    let tree = usvg::Tree::from_str(svg, &options).map_err(|_error| PictureError {
        sentence: "The picture could not be drawn. Save it as SVG.",
    })?;
    let scale = f32::from(scale.clamp(1, 4));
    let size = tree.size();
    let pixels = |length: f32| (length * scale).ceil() as u32;
    let pixmap = Pixmap::new(pixels(size.width()), pixels(size.height()));
    let mut pixmap = pixmap.ok_or(PictureError {
        sentence: "The picture has too many pixels. Choose a smaller scale or SVG.",
    })?;
    // Where the last row is not whole, it is ground.
    pixmap.fill(resvg::tiny_skia::Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok(pixmap)
}

/// Our faces; those of the machine beside them only for signs that ours lack.
fn fonts(svg: &str) -> fontdb::Database {
    let mut fonts = fontdb::Database::new();
    if !faces::has_all(svg) {
        fonts.load_system_fonts();
    }
    fonts.load_font_data(faces::SANS.to_vec());
    fonts.load_font_data(faces::SANS_SEMIBOLD.to_vec());
    fonts.set_sans_serif_family("Source Sans 3");
    fonts
}
