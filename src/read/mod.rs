//! Runs the floors below over many articles: each by itself, then together.

mod knowledge;
mod pipeline;
mod reading;

pub use knowledge::Knowledge;
pub use pipeline::{Alone, RULES_VERSION, alone, alone_article, claim_at, claims_again, single, together};
pub use reading::{EntityRead, Reading, TimeRead};
