//! Time expressions: what the words say, with days that hang on the article's own day left as rules.

mod value;

pub use value::{DayPart, Reference, Season, TimeMention, Value, When};
