//! Names of people, organisations, places and groups in one article.

mod agree;
mod clue;
#[cfg(test)]
mod examples;
mod find;
mod judge;
mod lexicon;
mod lower;
mod mention;
mod run;
mod split;
mod stops;
mod words;

pub use find::find;
pub use lexicon::{Lexicon, Listed, Part, Title, fold};
pub use mention::{EntityKind, Mention};
