//! A number with its hedge and bounds: "more than 4,400" is never 4,400.

mod figure;

pub use figure::{Figure, Qualifier};
