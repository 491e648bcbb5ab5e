//! Arithmetic on the calendar: the nearest weekday, the month before. `None` where the calendar ends.

use jiff::Span as Stretch;
use jiff::civil::{Date, Weekday};

use crate::time::{Lean, Unit, Value};

/// The day so many days from `date`.
pub(super) fn days_on(date: Date, days: i32) -> Option<Date> {
    date.checked_add(Stretch::new().try_days(days).ok()?).ok()
}

/// The day so many months from `date`, the last of the month where it has no such day.
pub(super) fn months_on(date: Date, months: i32) -> Option<Date> {
    date.checked_add(Stretch::new().try_months(months).ok()?).ok()
}

/// The latest such weekday on or before `date`.
pub(super) fn weekday_up_to(date: Date, weekday: Weekday) -> Option<Date> {
    days_on(date, -i32::from(date.weekday().since(weekday)))
}

/// The latest such weekday before `date`.
pub(super) fn weekday_before(date: Date, weekday: Weekday) -> Option<Date> {
    weekday_up_to(days_on(date, -1)?, weekday)
}

/// The first such weekday on or after `date`.
pub(super) fn weekday_from(date: Date, weekday: Weekday) -> Option<Date> {
    days_on(date, i32::from(date.weekday().until(weekday)))
}

/// The first such weekday after `date`.
pub(super) fn weekday_after(date: Date, weekday: Weekday) -> Option<Date> {
    weekday_from(days_on(date, 1)?, weekday)
}

/// The period of this unit that holds `date`; `None` for hours and less.
pub(super) fn period_of(date: Date, unit: Unit) -> Option<Value> {
    let week = date.iso_week_date();
    Some(match unit {
        Unit::Day => Value::Day(date),
        Unit::Week => Value::Week(week.year(), week.week()),
        Unit::Weekend => Value::Weekend(week.year(), week.week()),
        Unit::Month => Value::Month(date.year(), date.month()),
        Unit::Quarter => Value::Quarter(date.year(), (date.month() + 2) / 3),
        Unit::Year => Value::Year(date.year()),
        Unit::Decade => Value::Decade(date.year() / 10),
        Unit::Century => Value::century((date.year() - 1) / 100 + 1),
        Unit::Second | Unit::Minute | Unit::Hour => return None,
    })
}

/// The day so many units from `date`.
pub fn units_on(date: Date, unit: Unit, count: i32) -> Option<Date> {
    match unit {
        Unit::Day => days_on(date, count),
        Unit::Week | Unit::Weekend => days_on(date, count.checked_mul(7)?),
        Unit::Month => months_on(date, count),
        Unit::Quarter => months_on(date, count.checked_mul(3)?),
        Unit::Year => months_on(date, count.checked_mul(12)?),
        Unit::Decade => months_on(date, count.checked_mul(120)?),
        Unit::Century => months_on(date, count.checked_mul(1200)?),
        Unit::Second | Unit::Minute | Unit::Hour => None,
    }
}

/// How far the clause's way of looking pulls: a candidate that it speaks against counts as so many times farther.
const PULL: i64 = 5;
/// What is told as past is seldom to come, while words like "may" and "until" stand beside what was, too.
const PULL_BACK: i64 = 10;

/// Of the values of three years the one nearest to `date`, where what lies on the wrong side of the clause's way of
/// looking counts as farther than it is.
pub(super) fn nearest(date: Date, lean: Lean, of_year: impl Fn(i16) -> Option<Value>) -> Option<Value> {
    let distance = |value: &Value| {
        let (first, last) = value.days()?;
        let ahead = i64::from(date.until(first).ok()?.get_days());
        let back = i64::from(last.until(date).ok()?.get_days());
        Some(match (ahead > 0, back > 0) {
            (true, _) => {
                ahead
                    * match lean {
                        Lean::Past => PULL_BACK,
                        Lean::Said => PULL,
                        _ => 1,
                    }
            }
            (_, true) => back * if lean == Lean::Future { PULL } else { 1 },
            _ => 0,
        })
    };
    (-1..=1)
        .filter_map(|years| of_year(date.year().checked_add(years)?))
        .filter_map(|value| Some((distance(&value)?, value)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, value)| value)
}

/// The latest of the values of three years that ends before `date`.
pub(super) fn latest_before(date: Date, of_year: impl Fn(i16) -> Option<Value>) -> Option<Value> {
    candidates(date, of_year)
        .filter(|value| value.days().is_some_and(|(_, last)| last < date))
        .last()
}

/// The first of the values of three years that begins after `date`.
pub(super) fn first_after(date: Date, of_year: impl Fn(i16) -> Option<Value>) -> Option<Value> {
    candidates(date, of_year).find(|value| value.days().is_some_and(|(first, _)| first > date))
}

fn candidates(date: Date, of_year: impl Fn(i16) -> Option<Value>) -> impl Iterator<Item = Value> {
    (-1..=1).filter_map(move |years| of_year(date.year().checked_add(years)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_around_a_day() {
        let wednesday: Date = "2019-06-12".parse().unwrap();
        let day = |found: Option<Date>| found.map(|date| date.to_string()).unwrap_or_default();
        assert_eq!(day(weekday_up_to(wednesday, Weekday::Wednesday)), "2019-06-12");
        assert_eq!(day(weekday_before(wednesday, Weekday::Wednesday)), "2019-06-05");
        assert_eq!(day(weekday_from(wednesday, Weekday::Wednesday)), "2019-06-12");
        assert_eq!(day(weekday_after(wednesday, Weekday::Wednesday)), "2019-06-19");
        assert_eq!(day(weekday_up_to(wednesday, Weekday::Thursday)), "2019-06-06");
        assert_eq!(day(weekday_after(wednesday, Weekday::Tuesday)), "2019-06-18");
    }

    #[test]
    fn the_calendar_ends_without_a_panic() {
        for date in [Date::MIN, Date::MAX, "2024-02-29".parse().unwrap()] {
            for unit in [
                Unit::Second,
                Unit::Day,
                Unit::Weekend,
                Unit::Quarter,
                Unit::Decade,
                Unit::Century,
            ] {
                for count in [i32::MIN, -400, -1, 0, 1, 400, i32::MAX] {
                    let _ = units_on(date, unit, count);
                    let _ = period_of(date, unit);
                }
            }
            for weekday in Weekday::Monday.cycle_forward().take(7) {
                let _ = (weekday_before(date, weekday), weekday_after(date, weekday));
            }
            let _ = nearest(date, Lean::Past, |year| Some(Value::Month(year, 2)));
            let _ = first_after(date, |year| Some(Value::Year(year)));
        }
        assert_eq!(
            months_on("2024-02-29".parse().unwrap(), 12)
                .map(|date| date.to_string())
                .as_deref(),
            Some("2025-02-28")
        );
    }
}
