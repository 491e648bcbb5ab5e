//! Why something is concluded, in a sentence whose days are still days: who shows it puts them into words.

use std::fmt;

use jiff::civil::Date;

/// A sentence with days in it. [`fmt::Display`] writes them as 2031-03-14.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Words(String),
    Day(Date),
}

impl Reason {
    /// The sentence with these words behind it.
    #[must_use]
    pub(super) fn words(mut self, words: impl Into<String>) -> Self {
        self.pieces.push(Piece::Words(words.into()));
        self
    }

    /// The sentence with a day behind it.
    #[must_use]
    pub(super) fn day(mut self, day: Date) -> Self {
        self.pieces.push(Piece::Day(day));
        self
    }

    /// The sentence, each day as `write` writes it.
    pub fn written(&self, write: impl Fn(Date) -> String) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Words(words) => words.clone(),
            Piece::Day(day) => write(*day),
        };
        self.pieces.iter().map(piece).collect()
    }
}

impl<W: Into<String>> From<W> for Reason {
    fn from(words: W) -> Self {
        Self {
            pieces: vec![Piece::Words(words.into())],
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written(|day| day.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::Reason;

    #[test]
    fn days_are_written_as_the_reader_wants_them() {
        let day = jiff::civil::date(2031, 3, 14);
        let reason = Reason::from("It fell on ").day(day).words(".");
        assert_eq!(reason.to_string(), "It fell on 2031-03-14.");
        assert_eq!(reason.written(|day| format!("day {}", day.day())), "It fell on day 14.");
        assert_eq!(
            Reason::from("\"2031-03-14,5\" is a row.").written(|_| String::new()),
            "\"2031-03-14,5\" is a row."
        );
    }
}
