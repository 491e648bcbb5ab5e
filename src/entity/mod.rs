//! Names of people, organisations, places and groups in one article.

mod mention;

pub use mention::{EntityKind, Mention};
