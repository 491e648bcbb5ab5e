//! Scores extraction against gold, and says which rules were right how often; the same figures as the scripts that the
//! gold came with.
//!
//! A corpus is a folder with folders `kazakhstan`, `news`, `figures`, `times`, `names` and `pages`; each holds a gold
//! file, and its texts are read in memory exactly as `extract` would read them from files.

mod calendar;
mod calibration;
mod claims;
mod corpus;
mod dates;
mod extraction;
mod figures;
mod form;
mod gold;
mod marks;
mod names;
mod pages;
mod pairs;
mod rules;
mod run;
mod times;
#[cfg(feature = "tools")]
mod train;
mod words;

pub use run::{Options, run};
#[cfg(feature = "tools")]
pub use train::{Further, train};
