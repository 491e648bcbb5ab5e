//! One article's own day from its evidence; turns relative days into days.

mod published;

pub use published::{Alternative, Basis, Evidence, Opposing, Published};
