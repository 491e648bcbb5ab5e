//! Names of people, organisations, places and groups in one article.

mod agree;
mod clue;
#[cfg(test)]
mod examples;
mod facts;
mod find;
mod judge;
mod lexicon;
mod lower;
mod mention;
mod run;
mod split;
mod stops;
mod tagger;
mod words;

pub use find::find;
pub use lexicon::{Lexicon, Listed, Part, Title, fold, folded};
pub use mention::{EntityKind, Mention};
#[cfg(feature = "tools")]
pub use tagger::train;
