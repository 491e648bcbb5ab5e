//! What a cell of a table holds, before a format writes it.

use jiff::civil::Date;

use crate::time::Value;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Nothing is stated.
    Empty,
    /// Words.
    Text(String),
    /// A count, an offset.
    Number(u64),
    /// A share, 0 to 1.
    Share(f32),
    /// A day of the calendar.
    Day(Date),
    /// Yes or no.
    Flag(bool),
}

impl Cell {
    /// A word from a list.
    pub(super) fn word(word: &str) -> Self {
        Self::text(word.to_owned())
    }

    /// Words; nothing where there are none.
    pub(super) fn text(words: String) -> Self {
        if words.is_empty() {
            Self::Empty
        } else {
            Self::Text(words)
        }
    }

    /// Words that may be missing.
    pub(super) fn words(words: Option<&str>) -> Self {
        words.map_or(Self::Empty, Self::word)
    }

    /// A number that may be missing.
    pub(super) fn number(number: Option<u64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }

    /// A day where it is one, else the value as it is written: "2031-03", "2031-03-10/2031-03-14".
    pub(super) fn time(value: Option<&Value>) -> Self {
        match value {
            None => Self::Empty,
            Some(Value::Day(day)) => Self::Day(*day),
            Some(other) => Self::text(other.to_string()),
        }
    }

    /// As the words of a CSV cell.
    pub(super) fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(words) => words.clone(),
            Self::Number(number) => number.to_string(),
            Self::Share(share) => format!("{share:.2}"),
            Self::Day(day) => day.to_string(),
            Self::Flag(flag) => flag.to_string(),
        }
    }
}
