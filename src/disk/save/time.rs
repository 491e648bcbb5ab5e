//! Time values as the words of `extract-format.md`, and by parts where those words would not be read back.

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use super::{Back, known};
use crate::time::{DayPart, Reference, Season, Value};

/// A time value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(in crate::disk) enum SavedTime {
    /// As [`Value`] writes it.
    Words(String),
    /// By parts: years before 1000 and the like.
    Parts(Parts),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::disk) enum Parts {
    Day(String),
    PartOfDay(String, String),
    Month(i16, i8),
    Year(i16),
    Week(i16, i8),
    Weekend(i16, i8),
    Quarter(i16, i8),
    Half(i16, i8),
    Season(i16, String),
    Decade(i16),
    Interval(Box<SavedTime>, Box<SavedTime>),
    Duration(String),
    Reference(String),
}

impl From<&Value> for SavedTime {
    fn from(value: &Value) -> Self {
        let words = value.to_string();
        if Value::parse(&words).as_ref() == Some(value) {
            Self::Words(words)
        } else {
            Self::Parts(Parts::from(value))
        }
    }
}

impl From<&Value> for Parts {
    fn from(value: &Value) -> Self {
        match value {
            Value::Day(day) => Self::Day(day.to_string()),
            Value::PartOfDay(day, part) => Self::PartOfDay(day.to_string(), word_of(&DAY_PARTS, *part)),
            Value::Month(year, month) => Self::Month(*year, *month),
            Value::Year(year) => Self::Year(*year),
            Value::Week(year, week) => Self::Week(*year, *week),
            Value::Weekend(year, week) => Self::Weekend(*year, *week),
            Value::Quarter(year, quarter) => Self::Quarter(*year, *quarter),
            Value::Half(year, half) => Self::Half(*year, *half),
            Value::Season(year, season) => Self::Season(*year, word_of(&SEASONS, *season)),
            Value::Decade(decade) => Self::Decade(*decade),
            Value::Interval(from, to) => Self::Interval(Box::new((&**from).into()), Box::new((&**to).into())),
            Value::Duration(words) => Self::Duration(words.clone()),
            Value::Reference(reference) => Self::Reference(word_of(&REFERENCES, *reference)),
        }
    }
}

impl SavedTime {
    pub(in crate::disk) fn back(&self) -> Back<Value> {
        match self {
            Self::Words(words) => known("time", words, Value::parse(words)),
            Self::Parts(parts) => parts.back(),
        }
    }
}

impl Parts {
    fn back(&self) -> Back<Value> {
        Ok(match self {
            Self::Day(day) => Value::Day(date(day)?),
            Self::PartOfDay(day, part) => Value::PartOfDay(date(day)?, of_word(&DAY_PARTS, part)?),
            Self::Month(year, month) => Value::Month(*year, *month),
            Self::Year(year) => Value::Year(*year),
            Self::Week(year, week) => Value::Week(*year, *week),
            Self::Weekend(year, week) => Value::Weekend(*year, *week),
            Self::Quarter(year, quarter) => Value::Quarter(*year, *quarter),
            Self::Half(year, half) => Value::Half(*year, *half),
            Self::Season(year, season) => Value::Season(*year, of_word(&SEASONS, season)?),
            Self::Decade(decade) => Value::Decade(*decade),
            Self::Interval(from, to) => Value::Interval(Box::new(from.back()?), Box::new(to.back()?)),
            Self::Duration(words) => Value::Duration(words.clone()),
            Self::Reference(reference) => Value::Reference(of_word(&REFERENCES, reference)?),
        })
    }
}

const DAY_PARTS: [(DayPart, &str); 4] = [
    (DayPart::Morning, "morning"),
    (DayPart::Afternoon, "afternoon"),
    (DayPart::Evening, "evening"),
    (DayPart::Night, "night"),
];

const SEASONS: [(Season, &str); 4] = [
    (Season::Spring, "spring"),
    (Season::Summer, "summer"),
    (Season::Autumn, "autumn"),
    (Season::Winter, "winter"),
];

const REFERENCES: [(Reference, &str); 3] = [
    (Reference::Present, "present"),
    (Reference::Past, "past"),
    (Reference::Future, "future"),
];

fn word_of<T: Copy + PartialEq>(table: &[(T, &str)], value: T) -> String {
    let row = table.iter().find(|(one, _)| *one == value);
    row.map_or_else(String::new, |(_, word)| (*word).to_owned())
}

fn of_word<T: Copy>(table: &[(T, &str)], word: &str) -> Back<T> {
    let row = table.iter().find(|(_, one)| *one == word);
    known("part of a time", word, row.map(|(value, _)| *value))
}

/// A day as ISO 8601.
pub(in crate::disk) fn date(words: &str) -> Back<Date> {
    known("date", words, words.parse().ok())
}

/// A weekday as its number from Monday, 1.
pub(in crate::disk) fn weekday(number: i8) -> Back<Weekday> {
    known(
        "weekday",
        &number.to_string(),
        Weekday::from_monday_one_offset(number).ok(),
    )
}
