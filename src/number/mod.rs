//! Numerals, number words and vague quantities as numbers.

mod find;

pub use find::{Number, find};
