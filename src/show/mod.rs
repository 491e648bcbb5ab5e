//! What to draw, without a toolkit: claims as touching runs of text, chart lines, rows of tables, words.

pub mod fuzzy;
pub mod input;
pub mod library;
mod look;
pub mod runs;
pub mod text;
pub mod words;

pub use library::library_order;
pub use look::{CompareLook, LibraryLook, LibrarySort, LinesBy, ReviewLook, Scale};
