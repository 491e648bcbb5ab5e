//! Joins neighbours that tell one time: "today, Friday", "10 p.m. Wednesday", "Sunday, the 2nd".

use super::build::Piece;
use super::find::Found;
use super::hanging::{Hanging, Relative, Turn, Unit};
use super::value::{DayPart, Value, When};
use crate::base::Why;
use crate::token::Scan;

/// Words after which a day of a month stands by itself.
const BEFORE_DAY: &[&str] = &["on", "until", "till", "since", "by", "from"];

/// Words after which a time of the day stands for the day told.
const BEFORE_CLOCK: &[&str] = &[
    "at", "by", "around", "about", "until", "since", "before", "after", "during",
];

/// Words between them and the time.
const QUALIFIERS: &[&str] = &["mid", "early", "late", "-", "about", "around"];

/// The pieces with neighbours joined; what dates nothing by itself is left out.
pub(super) fn joined(scan: &Scan<'_>, pieces: Vec<Found>) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let mut piece = piece;
        while let Some(last) = out.last() {
            match join(scan, last, &piece) {
                Some(both) => {
                    out.pop();
                    piece = both;
                }
                None => break,
            }
        }
        out.push(piece);
    }
    for found in &mut out {
        let before = |back: usize| found.tokens.start.checked_sub(back).map_or("", |at| scan.lower(at));
        let leads = |words: &[&str]| {
            words.contains(&before(1)) || (QUALIFIERS.contains(&before(1)) && words.contains(&before(2)))
        };
        let alone = match found.piece {
            Piece::DayOfMonth(day) if leads(BEFORE_DAY) => Some(Relative::DayOfMonth(day).into()),
            Piece::Clock if leads(BEFORE_CLOCK) => Some(Relative::Told(Unit::Day, 0).into()),
            Piece::Part(part) if leads(BEFORE_CLOCK) || scan.lower(found.tokens.start) == "in" => Some(Hanging {
                part: Some(part),
                ..Relative::Told(Unit::Day, 0).into()
            }),
            _ => None,
        };
        if let Some(hanging) = alone {
            found.piece = Piece::Time(When::Hanging(hanging));
        }
    }
    out.retain(|found| matches!(found.piece, Piece::Time(_)));
    out
}

fn join(scan: &Scan<'_>, left: &Found, right: &Found) -> Option<Found> {
    let between: Vec<&str> = (left.tokens.end..right.tokens.start.min(left.tokens.end + 4))
        .map(|at| scan.lower(at))
        .collect();
    if right.tokens.start > left.tokens.end + 3
        || scan
            .tokens
            .get(left.tokens.end..=right.tokens.start)?
            .iter()
            .any(|token| token.paragraph_before)
    {
        return None;
    }
    let piece = if is_overnight(scan, left) {
        let close = matches!(&*between, [] | ["on" | "from" | "of" | "into" | "to" | "between"]);
        let days = match &right.piece {
            Piece::Time(days) if is_days(days) => Some(days.clone()),
            _ => with_part(&right.piece, DayPart::Night),
        };
        Piece::Time(days.filter(|_| close)?)
    } else if is_overnight(scan, right) {
        Piece::Time(with_part(&left.piece, DayPart::Night).filter(|_| matches!(&*between, [] | [","]))?)
    } else {
        meaning(&left.piece, &between, &right.piece)?
    };
    let tokens = left.tokens.start..right.tokens.end;
    Some(Found {
        piece,
        why: Why::leaf("time/joined", scan.span(tokens.clone())).with([left.why.clone(), right.why.clone()]),
        tokens,
    })
}

fn is_overnight(scan: &Scan<'_>, found: &Found) -> bool {
    found.tokens.len() == 1 && scan.lower(found.tokens.start) == "overnight"
}

/// What both say together with these words between; `None` where they are two times.
fn meaning(left: &Piece, between: &[&str], right: &Piece) -> Option<Piece> {
    match (left, right) {
        // "7 p.m. (1600 GMT)"
        (Piece::Clock, Piece::Clock) => matches!(between, ["(" | "/" | "or"] | [",", "or"]).then_some(Piece::Clock),
        (Piece::Clock, Piece::Part(part)) => {
            matches!(between, [] | ["at" | "on"] | ["in", "the"]).then_some(Piece::Part(*part))
        }
        _ => time(left, between, right).map(Piece::Time),
    }
}

/// The time that both tell together.
fn time(left: &Piece, between: &[&str], right: &Piece) -> Option<When> {
    match (left, right) {
        (Piece::Clock, Piece::Time(day)) => {
            let close = matches!(
                between,
                [] | ["," | "on" | "of" | ")"] | [",", "on"] | [")", "on" | ","] | [")", ",", "on"]
            );
            (close && is_day(day)).then(|| day.clone())
        }
        (Piece::Part(part), Piece::Time(day)) => {
            let close = matches!(between, [] | ["on" | "of" | "from" | "between" | ","]);
            if close && (is_days(day) || is_day(day) && has_part(day)) {
                return Some(day.clone());
            }
            (close && is_day(day)).then(|| with_part(right, *part)).flatten()
        }
        // "on the night of the 14th"
        (Piece::Part(part), Piece::DayOfMonth(day)) => matches!(between, ["of" | "on"]).then(|| {
            When::Hanging(Hanging {
                part: Some(*part),
                ..Relative::DayOfMonth(*day).into()
            })
        }),
        (Piece::Time(day), Piece::Clock) => {
            let close = matches!(
                between,
                [] | ["," | "at" | "-" | "|" | "–" | "around" | "about" | "("]
                    | [",", "at" | "around" | "about"]
                    | ["at", "around" | "about" | "approximately"]
            );
            (close && is_day(day)).then(|| day.clone())
        }
        (Piece::Time(day), Piece::Part(part)) => {
            let close = matches!(
                between,
                [] | ["," | "at" | "early" | "late"] | ["in", "the"] | ["at", "early"]
            );
            // "the early hours of Sunday morning"
            if between.is_empty() && is_day(day) && has_part(day) {
                return Some(day.clone());
            }
            (close && is_day(day)).then(|| with_part(left, *part)).flatten()
        }
        (Piece::Time(left), Piece::DayOfMonth(day)) => match left {
            When::Hanging(Hanging {
                relative: Relative::Weekday(weekday, turn, None),
                part,
                lean,
            }) if matches!(between, [] | [","]) => Some(When::Hanging(Hanging {
                relative: Relative::Weekday(*weekday, *turn, Some(*day)),
                part: *part,
                lean: *lean,
            })),
            When::Hanging(
                today @ Hanging {
                    relative: Relative::Days(0, Some(weekday)),
                    ..
                },
            ) if matches!(between, [] | [","]) => Some(When::Hanging(Hanging {
                relative: Relative::Weekday(*weekday, Turn::Own, Some(*day)),
                ..*today
            })),
            _ => None,
        },
        // "the weekend of 1-2 June"
        (Piece::Time(When::Hanging(weekend)), Piece::Time(days))
            if matches!(weekend.relative, Relative::Period(Unit::Weekend, _)) && *between == ["of"] =>
        {
            (is_days(days) || is_day(days)).then(|| days.clone())
        }
        (Piece::Time(left), Piece::Time(right)) if matches!(between, [] | [","] | [",", "the"] | ["("]) => {
            both(left, right).or_else(|| day_and_weekday(left, right).filter(|_| !between.is_empty()))
        }
        _ => None,
    }
}

/// A day and its weekday, in either order.
fn both(left: &When, right: &When) -> Option<When> {
    let (When::Hanging(first), other) = (left, right) else {
        return None;
    };
    match (first.relative, other) {
        (
            Relative::Days(days, None),
            When::Hanging(Hanging {
                relative: Relative::Weekday(weekday, Turn::Bare, None),
                part,
                ..
            }),
        ) => Some(When::Hanging(Hanging {
            relative: Relative::Days(days, Some(weekday.to_owned())),
            part: first.part.or(*part),
            ..*first
        })),
        (
            Relative::Weekday(weekday, _, None),
            When::Hanging(
                second @ Hanging {
                    relative: Relative::MonthDay(month, day, None),
                    ..
                },
            ),
        ) => Some(When::Hanging(Hanging {
            relative: Relative::MonthDay(*month, *day, Some(weekday)),
            part: first.part.or(second.part),
            ..*second
        })),
        (Relative::Weekday(_, _, None) | Relative::Days(_, _), When::Known(Value::Day(_) | Value::PartOfDay(..))) => {
            Some(right.clone())
        }
        _ => None,
    }
}

/// "June 11 (Tuesday)", "11 June 2019, Tuesday": the weekday behind its day.
fn day_and_weekday(left: &When, right: &When) -> Option<When> {
    let When::Hanging(Hanging {
        relative: Relative::Weekday(weekday, Turn::Bare, None),
        part,
        ..
    }) = right
    else {
        return None;
    };
    match left {
        When::Known(Value::Day(date)) if date.weekday() == *weekday => Some(left.clone()),
        When::Hanging(
            first @ Hanging {
                relative: Relative::MonthDay(month, day, None),
                ..
            },
        ) => Some(When::Hanging(Hanging {
            relative: Relative::MonthDay(*month, *day, Some(*weekday)),
            part: first.part.or(*part),
            ..*first
        })),
        _ => None,
    }
}

/// True for what tells a day.
fn is_day(when: &When) -> bool {
    match when {
        When::Known(value) => matches!(value, Value::Day(_) | Value::PartOfDay(..)),
        When::Hanging(hanging) => is_relative_day(hanging.relative),
        When::Unknown => false,
    }
}

/// True for what tells two days of a month.
fn is_days(when: &When) -> bool {
    match when {
        When::Known(value) => matches!(value, Value::Interval(..)),
        When::Hanging(hanging) => matches!(hanging.relative, Relative::MonthDays(..)),
        When::Unknown => false,
    }
}

fn is_relative_day(relative: Relative) -> bool {
    matches!(
        relative,
        Relative::Days(..)
            | Relative::Weekday(..)
            | Relative::WeekdayOf(..)
            | Relative::WeekdayNear(..)
            | Relative::NthWeekday(..)
            | Relative::DayOfMonthOf(..)
            | Relative::EitherDay(..)
            | Relative::Feast(..)
            | Relative::DayOfMonth(_)
            | Relative::MonthDay(..)
            | Relative::MonthDayOf(..)
            | Relative::Told(Unit::Day, _)
    )
}

fn has_part(day: &When) -> bool {
    match day {
        When::Known(value) => matches!(value, Value::PartOfDay(..)),
        When::Hanging(hanging) => hanging.part.is_some(),
        When::Unknown => false,
    }
}

fn with_part(day: &Piece, part: DayPart) -> Option<When> {
    let Piece::Time(when) = day else { return None };
    match when {
        When::Known(Value::Day(date)) => Some(When::Known(Value::PartOfDay(*date, part))),
        When::Hanging(hanging) if hanging.part.is_none() && is_day(when) => Some(When::Hanging(Hanging {
            part: Some(part),
            ..*hanging
        })),
        _ => None,
    }
}
