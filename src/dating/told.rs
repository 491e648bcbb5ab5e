//! The dates that a text has told so far: "the next day", "that year", "a year earlier" hang on them.

use jiff::civil::Date;

use super::calendar::{first_after, latest_before, nearest, period_of, units_on};
use crate::time::{Lean, Relative, Season, Turn, Unit, Value, When};

/// Dates told so far, with the sentence in which each stands.
#[derive(Debug, Default)]
pub(super) struct Told {
    dates: Vec<(Value, usize)>,
    /// The day or month told last that lies long back, with its sentence: dates without a year go on from it.
    old: Option<(Date, usize)>,
    /// True where that one only tells which one is meant ("the August 1988 truce").
    old_is_attribute: bool,
}

/// So many dates are looked back through at most.
const MOST_DATES: usize = 100;

/// So many sentences on a date without its year still goes on from one that was told with it.
const REACH_YEAR_SENTENCES: usize = 2;

/// A date told lies long back where it is so many days before publication.
const LONG_BACK_DAYS: i32 = 300;

/// A date so many days before publication is what the article is about.
const RECENT_DAYS: i32 = 45;

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
        self.old_is_attribute = false;
    }

    /// Takes in that the date told last only says which thing is meant.
    pub(super) fn note_attribute(&mut self) {
        self.old_is_attribute = true;
    }

    /// True where a date without its year, read as `recent`, need not go on from the old one: that one is only an
    /// attribute, and this one lies right before publication.
    pub(super) fn is_apart(&self, recent: Option<&Value>, published: Option<Date>) -> bool {
        let last = recent.and_then(Value::days).map(|(_, last)| last);
        let back = published
            .zip(last)
            .and_then(|(published, last)| Some(last.until(published).ok()?.get_days()));
        self.old_is_attribute && back.is_some_and(|back| (0..=RECENT_DAYS).contains(&back))
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
        let stretch = self.stretch_on(|told| i32::from(year) - i32::from(told), sentence);
        if let Some(stretch) = stretch {
            return stretch;
        }
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

    /// The month told last, where no day was told near by.
    fn month_alone(&self, sentence: usize) -> Option<Value> {
        let last = self.last(|_| true, sentence, REACH_DAY_SENTENCES)?;
        let month = matches!(last, Value::Month(..)) && self.near_day(sentence).is_none();
        month.then(|| last.clone())
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
            // "It began in March 2011. The next day": some day of that month
            Unit::Day => match self.month_alone(sentence) {
                Some(month) => return Some(month),
                None => self.day(),
            },
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
        self.stretch_on(|_| years, sentence)
            .or_else(|| self.quarter_on(years, published, sentence))
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

    /// A stretch of months, a half or a season told in this sentence or the one before, so many years on.
    fn stretch_on(&self, years: impl Fn(i16) -> i32, sentence: usize) -> Option<Value> {
        let long = |value: &Value| matches!(value, Value::Interval(..) | Value::Half(..) | Value::Season(..));
        let value = self.last(|_| true, sentence, 1).filter(|value| long(value))?;
        shifted(value, years(value.days()?.0.year()))
    }

    /// The day from which "the same month last year" goes back.
    fn same_day(&self, unit: Unit, published: Option<Date>, sentence: usize) -> Option<Date> {
        let told = self.last(|value| size(value) <= rank(unit), sentence, REACH_SENTENCES);
        told.and_then(Value::days).map(|(first, _)| first).or(published)
    }

    /// The unit that holds what was told last, else publication, so many years on.
    pub(super) fn same(&self, unit: Unit, years: i32, published: Option<Date>, sentence: usize) -> Option<Value> {
        let date = self.same_day(unit, published, sentence)?;
        period_of(units_on(date, Unit::Year, years)?, unit)
    }

    /// The same in a year that is named.
    pub(super) fn same_in(&self, unit: Unit, year: i16, published: Option<Date>, sentence: usize) -> Option<Value> {
        let date = self.same_day(unit, published, sentence)?;
        let years = i32::from(year) - i32::from(date.year());
        period_of(units_on(date, Unit::Year, years)?, unit)
    }

    /// A season by the last date told, else publication: that of its year, the following or the previous one.
    pub(super) fn season(&self, season: Season, count: i32, published: Option<Date>) -> Option<Value> {
        let told = self.last(|_| true, usize::MAX, usize::MAX);
        let date = told.and_then(Value::days).map(|(first, _)| first).or(published)?;
        let of_year = |year| Some(Value::Season(year, season));
        match count {
            0 => nearest(date, Lean::Unsaid, of_year),
            1 => first_after(date, of_year),
            _ => latest_before(date, of_year),
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
        Unit::Century => 7,
    }
}

/// A stretch of months, a half or a season so many years on; `None` for what has a simpler rule.
fn shifted(value: &Value, years: i32) -> Option<Value> {
    let on = |year: i16| year.checked_add(i16::try_from(years).ok()?);
    Some(match value {
        Value::Month(year, month) => Value::Month(on(*year)?, *month),
        Value::Half(year, half) => Value::Half(on(*year)?, *half),
        Value::Season(year, season) => Value::Season(on(*year)?, *season),
        Value::Interval(from, to) if matches!((&**from, &**to), (Value::Month(..), Value::Month(..))) => {
            Value::Interval(Box::new(shifted(from, years)?), Box::new(shifted(to, years)?))
        }
        _ => return None,
    })
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
