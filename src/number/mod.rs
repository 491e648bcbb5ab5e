//! Numerals and number words as numbers.

mod digits;
mod find;
mod words;

pub use find::{Number, find};
