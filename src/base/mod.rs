//! Spans, notes, reasons and offset tables: what every floor above speaks in.

mod capital;
#[cfg(test)]
pub(crate) mod dice;
mod digest;
mod formula;
mod note;
mod offsets;
mod span;
mod version;
mod weekday;
mod why;
mod word_table;

pub use capital::capital;
pub use digest::short_digest;
pub use formula::is_formula;
pub use note::{Note, Notes};
pub use offsets::{Offsets, Utf16};
pub use span::Span;
pub use version::{FULL_VERSION, VERSION};
pub use weekday::is_weekday;
pub use why::Why;
pub use word_table::{WordSet, WordTable};
