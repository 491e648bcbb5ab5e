//! Words and sentences: the text as everything above reads it.

mod run_on;
mod scan;
mod sentence;
mod torn;

pub use scan::{Scan, Token, TokenKind, scan, scan_article};
pub use sentence::Sentence;
