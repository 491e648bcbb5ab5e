//! A number with its hedge and bounds: "more than 4,400" is never 4,400.
//!
//! How to add a hedge: a row in `hedges.rs`, three phrases that must match and three that must not in `examples.rs`,
//! then `cargo test --lib quantity`.

mod examples;
mod figure;
mod find;
mod hedges;
mod typed;

pub use examples::EXAMPLES;
pub use figure::{Figure, Qualifier};
pub use find::{Quantity, Sort, find};
pub use typed::typed;
