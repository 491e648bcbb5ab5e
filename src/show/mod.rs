//! What to draw, without a toolkit: claims as touching runs of text, chart lines, rows of tables, words.

mod look;
pub mod words;

pub use look::{CompareLook, LibraryLook, LibrarySort, LinesBy, ReviewLook, Scale};
