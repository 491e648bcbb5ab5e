//! Other formats as bytes; knows no files.

mod cell;
mod claims;
mod extract;
mod link;
mod published;
mod reading_cells;
mod why;

pub use claims::claims_csv;
pub use extract::{ExtractOptions, Extracted, extract_csv_head, extract_csv_rows, extract_json};
pub use link::link_json;
