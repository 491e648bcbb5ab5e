//! Time expressions: what the words say, with days that hang on the article's own day left as rules.
//!
//! To add a rule: a row in `rows`, an example in `examples` that must match and one that must not, its forms
//! with their values in `dating::forms`, `cargo test time`.

mod build;
mod classes;
#[cfg(test)]
mod examples;
mod feast;
mod find;
mod guard;
mod hanging;
mod join;
mod lean;
mod lexicon;
mod named;
mod numeral;
mod row;
mod rows;
mod rows_feasts;
mod rows_years;
#[cfg(test)]
mod trials;
mod value;
mod year;

pub use feast::Feast;
pub use find::find;
pub use hanging::{Hanging, Lean, Relative, Turn, Unit};
pub use lexicon::{is_month, is_worship};
pub use numeral::rank;
pub use value::{DayPart, Reference, Season, TimeMention, Value, When};
