//! Turns the days of drafts into dates, once the article's own day is known.

use jiff::civil::Date;

use super::{AsOf, Claim, Draft, Happened};
use crate::dating::units_on;
use crate::time::{Unit, Value};

/// A statement of so many days before the article is one of its own news.
const FRESH_DAYS: i32 = 3;

/// Fills as-of and event days. `times` are the values of the article's time mentions, by index; `published` is the
/// article's own day, `None` while it is not known: then only what the words alone give is filled.
pub fn settle_days(drafts: Vec<Draft>, times: &[Option<Value>], published: Option<Date>) -> Vec<Claim> {
    let value = |index: usize| times.get(index).cloned().flatten();
    drafts
        .into_iter()
        .map(|draft| {
            let mut claim = draft.claim;
            claim.as_of = match draft.as_of {
                AsOf::Published => published.map(Value::Day),
                AsOf::Time(index) => value(index)
                    .and_then(|value| stated(value, published))
                    .or_else(|| published.map(Value::Day)),
                AsOf::Unknown => None,
            };
            claim.event_date = match draft.happened {
                Happened::Unsaid => None,
                Happened::Time(index) => value(index)
                    .and_then(|value| plain(&value))
                    .map(|value| until(value, claim.as_of.as_ref())),
                Happened::Since(index) => value(index)
                    .and_then(|value| since(&value, up_to(&value, claim.as_of.as_ref(), published).as_ref())),
                Happened::SinceMonth(index) => {
                    value(index).and_then(|value| since_month(value, claim.as_of.as_ref(), published))
                }
                Happened::Away { from, unit, count } => {
                    let anchor = from.map_or_else(|| claim.as_of.clone(), value);
                    anchor.and_then(|anchor| away(&anchor, unit, count))
                }
                Happened::Between(from, to) => value(from).zip(value(to)).and_then(|(from, to)| between(&from, &to)),
            };
            claim.event_date = claim.event_date.take().map(|value| told_past(value, published));
            if matches!(draft.as_of, AsOf::Time(_)) && is_later(&claim, published) {
                claim.event_date = claim.as_of.clone();
            }
            if is_ahead(&claim) {
                claim.event_date = None;
            }
            claim
        })
        .collect()
}

/// The day up to which a stretch runs: months and years "over the past three months" are seen from the day on which that is
/// written, also where somebody else said it a day or two before.
fn up_to(value: &Value, as_of: Option<&Value>, published: Option<Date>) -> Option<Value> {
    let (_, said) = as_of?.days()?;
    let long = matches!(value, Value::Duration(words) if !words.starts_with("PT") && words.ends_with(['M', 'Y']));
    let written = published.filter(|day| {
        said.until(*day)
            .is_ok_and(|span| (0..=FRESH_DAYS).contains(&span.get_days()))
    });
    match written.filter(|_| long) {
        Some(day) => Some(Value::Day(day)),
        None => as_of.cloned(),
    }
}

/// The day so many units from another one; of years and months the month, since nobody counts them by the day.
fn away(anchor: &Value, unit: Unit, count: i32) -> Option<Value> {
    let (day, _) = anchor.days()?;
    let day = units_on(day, unit, count)?;
    match unit {
        Unit::Day | Unit::Week => Some(Value::Day(day)),
        Unit::Month | Unit::Year => Some(Value::Month(day.year(), day.month())),
        _ => None,
    }
}

/// "It burnt down this morning", said by one who spoke the day before the article appeared: the morning of that day.
fn is_later(claim: &Claim, published: Option<Date>) -> bool {
    match (&claim.event_date, &claim.as_of) {
        (Some(Value::Day(event)), Some(Value::Day(as_of))) => as_of < event && Some(*event) == published,
        _ => false,
    }
}

/// "estimated in January that 5,400 had died", told after the news of a day in February: nobody counts what is still to come.
fn is_ahead(claim: &Claim) -> bool {
    let Some(stated) = claim.as_of.as_ref().filter(|value| !matches!(value, Value::Day(_))) else {
        return false;
    };
    let ends = stated.days().map(|(_, last)| last);
    let begins = claim.event_date.as_ref().and_then(Value::days).map(|(first, _)| first);
    ends.zip(begins).is_some_and(|(ends, begins)| begins > ends)
}

/// The day of a statement: the last day that its time expression covers, if it is short; of "last month" and "in 2017"
/// no day is known, only month and year. What still runs when the article appears is the article's own day.
fn stated(value: Value, published: Option<Date>) -> Option<Value> {
    let (first, last) = value.days()?;
    if let Some(runs) = published.filter(|&published| first < published && published <= last) {
        return Some(Value::Day(runs));
    }
    // "claimed last week": on which of its days is not told
    if matches!(value, Value::Week(..)) {
        return Some(value);
    }
    if last.since(first).ok()?.get_days() <= 7 {
        return Some(Value::Day(last));
    }
    matches!(value, Value::Month(..) | Value::Year(_) | Value::Quarter(..)).then_some(value)
}

/// "More than 20 died in January", told in December: a harm that was suffered lies behind, whatever month is nearer.
fn told_past(value: Value, published: Option<Date>) -> Value {
    match (&value, published) {
        (Value::Month(year, month), Some(day)) if (*year, *month) > (day.year(), day.month()) => {
            Value::Month(year - 1, *month)
        }
        _ => value,
    }
}

/// A value as an event date: parts of days count as their day.
fn plain(value: &Value) -> Option<Value> {
    match value {
        Value::PartOfDay(day, _) => Some(Value::Day(*day)),
        Value::Interval(from, to) => Some(Value::Interval(Box::new(plain(from)?), Box::new(plain(to)?))),
        Value::Duration(_) | Value::Reference(_) => None,
        Value::Week(..)
        | Value::Weekend(..)
        | Value::Quarter(..)
        | Value::Half(..)
        | Value::Season(..)
        | Value::Decade(_) => {
            let (first, last) = value.days()?;
            Some(Value::Interval(Box::new(Value::Day(first)), Box::new(Value::Day(last))))
        }
        other => Some(other.clone()),
    }
}

/// "this week" ends with the as-of day.
fn until(value: Value, as_of: Option<&Value>) -> Value {
    match (&value, as_of) {
        // told on its first day
        (Value::Interval(from, _), Some(Value::Day(_))) if from.days() == as_of.and_then(Value::days) => {
            (**from).clone()
        }
        (Value::Interval(from, to), Some(as_of)) if from.days() < as_of.days() && as_of.days() < to.days() => {
            Value::Interval(from.clone(), Box::new(as_of.clone()))
        }
        _ => value,
    }
}

/// From the start of the value, at its own precision, to the as-of day.
fn since(value: &Value, as_of: Option<&Value>) -> Option<Value> {
    let end = as_of?.clone();
    let last = end.days()?.1;
    let start = match value {
        Value::Duration(words) => Value::Day(back(words, last)?),
        other => match plain(other)? {
            Value::Interval(from, _) => *from,
            other => other,
        },
    };
    // "since March", told in February
    let start = told_past(start, Some(last));
    if start == end {
        return Some(end);
    }
    (start.days()?.0 <= last).then(|| Value::Interval(Box::new(start), Box::new(end)))
}

/// "the uprising that began a year ago", "the five-month-old revolt": from the month so far back, since nobody counts them
/// by the day.
fn since_month(value: Value, as_of: Option<&Value>, published: Option<Date>) -> Option<Value> {
    let end = as_of?;
    let last = end.days()?.1;
    let start = match value {
        Value::Duration(ref words) => {
            let day = back(words, last)?;
            Value::Month(day.year(), day.month())
        }
        Value::Year(year) => Value::Month(year, published.unwrap_or(last).month()),
        other => return since(&other, Some(end)),
    };
    since(&start, Some(end))
}

/// The first day of a duration that ends with `end`: two days are that day and the one before.
fn back(words: &str, end: Date) -> Option<Date> {
    let (hours, rest) = match words.strip_prefix("PT") {
        Some(rest) => (true, rest),
        None => (false, words.strip_prefix('P')?),
    };
    let unit = rest.chars().next_back()?;
    let words = rest.strip_suffix(unit)?;
    if let Some(whole) = words.strip_suffix(".5") {
        return back_with_half(whole.parse().ok()?, unit, end).filter(|_| !hours);
    }
    let count: i64 = words.parse().ok().filter(|count| (0..100_000).contains(count))?;
    let span = match (hours, unit) {
        (true, 'H') => jiff::Span::new()
            .try_days(if count < 24 { 0 } else { ((count + 23) / 24 - 1).max(1) })
            .ok()?,
        (false, 'D') => jiff::Span::new().try_days((count - 1).max(0)).ok()?,
        (false, 'W') => jiff::Span::new().try_days(count * 7).ok()?,
        (false, 'M') => jiff::Span::new().try_months(count).ok()?,
        (false, 'Y') => jiff::Span::new().try_years(count).ok()?,
        _ => return None,
    };
    end.checked_sub(span).ok()
}

/// The same with half a unit more, in whole ones of the next finer.
fn back_with_half(whole: i64, unit: char, end: Date) -> Option<Date> {
    let (finer, count) = match unit {
        'Y' => ('M', whole.checked_mul(12)?.checked_add(6)?),
        'M' => ('D', whole.checked_mul(30)?.checked_add(15)?),
        'W' => ('D', whole.checked_mul(7)?.checked_add(4)?),
        'D' => ('D', whole.checked_add(1)?),
        _ => return None,
    };
    back(&format!("P{count}{finer}"), end)
}

fn between(from: &Value, to: &Value) -> Option<Value> {
    let (from, to) = (plain(from)?, plain(to)?);
    (from.days()?.0 <= to.days()?.1).then(|| Value::Interval(Box::new(from), Box::new(to)))
}
