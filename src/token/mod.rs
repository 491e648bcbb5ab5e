//! Words and sentences: the text as everything above reads it.

mod scan;
mod sentence;

pub use scan::{Scan, Token, TokenKind, scan, scan_article};
pub use sentence::Sentence;
