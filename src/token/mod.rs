//! Words and sentences: the text as everything above reads it.

mod run_on;
mod scan;
mod sentence;

pub use scan::{Scan, Token, TokenKind, scan, scan_article};
pub use sentence::Sentence;
