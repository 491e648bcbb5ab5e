//! One article's own day from its evidence; turns relative days into days.

mod calendar;
mod published;
mod resolve;
mod told;

pub use published::{Alternative, Basis, Evidence, Opposing, Published};
pub use resolve::resolve;
