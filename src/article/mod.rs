//! Bytes to clean text and its facts: decoding, pages, title, boilerplate.

mod facts;

pub use facts::{Article, Boilerplate, BoilerplateKind, DateFact, FactBasis, Format, Stated};
