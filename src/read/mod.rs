//! Runs the floors below over many articles: each by itself, then together.

mod knowledge;
mod reading;

pub use knowledge::Knowledge;
pub use reading::{EntityRead, Reading, TimeRead};
