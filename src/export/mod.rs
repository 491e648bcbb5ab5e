//! Other formats as bytes; knows no files.

mod adopted;
mod cell;
mod claim_out;
mod extract;
pub mod formats;
mod link;
mod marks;
mod picture;
mod points;
mod published;
mod reading_cells;
mod report;
mod tables;
mod why;

pub use adopted::adopted_csv;
pub use extract::{ExtractOptions, Extracted, extract_csv_head, extract_csv_rows, extract_json};
pub use link::link_json;
pub use picture::{
    InPage, Picture, PictureError, Raster, SANS, SANS_SEMIBOLD, picture_pixels, picture_png, picture_svg,
};
pub use points::points_csv;
