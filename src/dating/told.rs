//! The dates that a text has told so far: "the next day", "that year", "a year earlier" hang on them.

use jiff::civil::Date;

use super::calendar::{period_of, units_on};
use crate::time::{Relative, Turn, Unit, Value, When};

/// Dates told so far, with the sentence in which each stands.
#[derive(Debug, Default)]
pub(super) struct Told {
    dates: Vec<(Value, usize)>,
    /// The day or month told last that lies long back, with its sentence: dates without a year go on from it.
    old: Option<(Date, usize)>,
}

/// So many dates are looked back through at most.
const MOST_DATES: usize = 100;

/// So many sentences on a date without its year still goes on from one that was told with it.
const REACH_YEAR_SENTENCES: usize = 2;

/// A date told lies long back where it is so many days before publication.
const LONG_BACK_DAYS: i32 = 300;

/// So many sentences back a quarter is still what "a year earlier" is compared with.
const REACH_SENTENCES: usize = 6;

/// So many sentences back a day is still the one of "in the morning".
const REACH_DAY_SENTENCES: usize = 3;

impl Told {
    /// Takes in a value; durations and references are passed over.
    pub(super) fn push(&mut self, value: &Value, sentence: usize) {
        if value.days().is_some() {
            self.dates.push((value.clone(), sentence));
        }
    }

    /// Takes in a day or month whose year is told, or that goes on from such a one; another day or year ends it.
    pub(super) fn note_year(&mut self, value: &Value, when: &When, sentence: usize) {
        let Some((first, _)) = value.days() else { return };
        if !matches!(value, Value::Day(_) | Value::PartOfDay(..) | Value::Month(..)) {
            self.old = self.old.filter(|(old, _)| old.year() == first.year());
            return;
        }
        let goes_on = match when {
            When::Known(_) => true,
            When::Hanging(hanging) => match hanging.relative {
                Relative::MonthDay(..) | Relative::Month(_, Turn::Bare) => self
                    .old
                    .is_some_and(|(_, at)| at.saturating_add(REACH_YEAR_SENTENCES) >= sentence),
                _ => false,
            },
            When::Unknown => return,
        };
        self.old = goes_on.then_some((first, sentence));
    }

    /// The day from which a date without its year goes on, where that lies long before publication.
    pub(super) fn old_day(&self, published: Option<Date>, sentence: usize) -> Option<Date> {
        let (day, at) = self.old?;
        let near = at.saturating_add(REACH_YEAR_SENTENCES) >= sentence;
        let back = published.map_or(i32::MAX, |published| {
            day.until(published).map_or(0, |span| span.get_days())
        });
        (near && back > LONG_BACK_DAYS).then_some(day)
    }

    /// The quarter told near by as that of `year`, else the year.
    pub(super) fn period_in(&self, year: i16, sentence: usize) -> Value {
        match self.last(|value| matches!(value, Value::Quarter(..)), sentence, REACH_SENTENCES) {
            Some(Value::Quarter(_, quarter)) => Value::Quarter(year, *quarter),
            _ => Value::Year(year),
        }
    }

    /// The last day told a few sentences back at most.
    fn near_day(&self, sentence: usize) -> Option<Date> {
        let near = |value: &Value| matches!(value, Value::Day(_) | Value::PartOfDay(..));
        Some(self.last(near, sentence, REACH_DAY_SENTENCES)?.days()?.0)
    }

    /// The last day told.
    pub(super) fn day(&self) -> Option<Date> {
        self.dates
            .iter()
            .rev()
            .take(MOST_DATES)
            .find_map(|(value, _)| match value {
                Value::Day(day) | Value::PartOfDay(day, _) => Some(*day),
                Value::Interval(_, to) => match **to {
                    Value::Day(day) => Some(day),
                    _ => None,
                },
                _ => None,
            })
    }

    /// The period so many units from the last date told that is at least as fine; from publication where none is.
    pub(super) fn units_on(&self, unit: Unit, count: i32, published: Option<Date>, sentence: usize) -> Option<Value> {
        let last = match unit {
            // the same day is one told near by, else the day of publication
            Unit::Day if count == 0 => self.near_day(sentence),
            Unit::Day => self.day(),
            Unit::Quarter => {
                let quarter = self.last(|value| matches!(value, Value::Quarter(..)), sentence, usize::MAX);
                match quarter {
                    Some(Value::Quarter(year, quarter)) => Date::new(*year, quarter * 3, 1).ok(),
                    _ => units_on(published?, Unit::Quarter, -1),
                }
            }
            _ => self
                .last(|value| size(value) <= rank(unit), sentence, usize::MAX)
                .and_then(|value| Some(value.days()?.0)),
        };
        let date = units_on(last.or_else(|| published.filter(|_| count == 0))?, unit, count)?;
        period_of(date, unit)
    }

    /// What was told last so many years on: the same quarter where one was told near by, else the year.
    pub(super) fn years_on(&self, years: i32, published: Option<Date>, sentence: usize) -> Option<Value> {
        let last = self.last(|_| true, sentence, REACH_SENTENCES);
        let date = last.and_then(Value::days).map(|(first, _)| first).or(published)?;
        self.quarter_on(years, published, sentence)
            .or_else(|| period_of(units_on(date, Unit::Year, years)?, Unit::Year))
    }

    /// The quarter told near by, else the year of publication, so many years on.
    pub(super) fn years_ago(&self, years: i32, published: Option<Date>, sentence: usize) -> Option<Value> {
        self.quarter_on(years, published, sentence)
            .or_else(|| period_of(units_on(published?, Unit::Year, years)?, Unit::Year))
    }

    /// The quarter told near by that had begun at publication, so many years on.
    fn quarter_on(&self, years: i32, published: Option<Date>, sentence: usize) -> Option<Value> {
        let begun = |value: &Value| {
            let first = value.days().map(|(first, _)| first);
            matches!(value, Value::Quarter(..)) && published.is_none_or(|published| first <= Some(published))
        };
        match self.last(begun, sentence, REACH_SENTENCES)? {
            Value::Quarter(year, quarter) => {
                Some(Value::Quarter(year.checked_add(i16::try_from(years).ok()?)?, *quarter))
            }
            _ => None,
        }
    }

    fn last(&self, fits: impl Fn(&Value) -> bool, sentence: usize, reach: usize) -> Option<&Value> {
        self.dates
            .iter()
            .rev()
            .take(MOST_DATES)
            .take_while(|(_, at)| at.saturating_add(reach) >= sentence)
            .map(|(value, _)| value)
            .find(|value| fits(value))
    }
}

/// Fineness: a day is 0.
fn rank(unit: Unit) -> u8 {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => 0,
        Unit::Weekend | Unit::Week => 1,
        Unit::Month => 2,
        Unit::Quarter => 3,
        Unit::Year => 5,
        Unit::Decade => 6,
    }
}

fn size(value: &Value) -> u8 {
    match value {
        Value::Day(_) | Value::PartOfDay(..) => 0,
        Value::Week(..) | Value::Weekend(..) => 1,
        Value::Month(..) => 2,
        Value::Quarter(..) => 3,
        Value::Half(..) | Value::Season(..) => 4,
        Value::Year(_) => 5,
        Value::Interval(..) | Value::Decade(_) => 6,
        Value::Duration(_) | Value::Reference(_) => 9,
    }
}
