//! Names of people, organisations, places and groups in one article.

mod agree;
mod clue;
mod find;
mod judge;
mod lexicon;
mod mention;
mod run;
mod split;
mod words;

pub use find::find;
pub use lexicon::{Lexicon, Listed, Part, Title, fold};
pub use mention::{EntityKind, Mention};
