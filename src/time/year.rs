//! The year that stands once for two: "from 28 May to 3 June 2019", "in March and May 2018".

use jiff::civil::Date;

use super::build::Piece;
use super::find::Found;
use super::hanging::{Hanging, Relative, Turn};
use super::value::{Value, When};
use crate::token::Scan;

/// Words between two dates of one stretch or list.
const BETWEEN: &[&str] = &["to", "and", "until", "till", "through", "or", "-", "–", "—", "/", ","];

/// So many tokens may stand between them: "until the".
const MOST_BETWEEN: usize = 2;

/// Gives days, months and seasons without a year the year of the one right behind them.
pub(super) fn share(scan: &Scan<'_>, found: &mut [Found]) {
    let mut next: Option<(usize, When)> = None;
    for found in found.iter_mut().rev() {
        let shared = next.take().filter(|(start, _)| is_list(scan, found.tokens.end, *start));
        if let (Some((_, behind)), Piece::Time(When::Hanging(hanging))) = (shared, &found.piece)
            && let Some(when) = dated(hanging, &behind)
        {
            found.piece = Piece::Time(when);
        }
        if let Piece::Time(when) = &found.piece {
            next = Some((found.tokens.start, when.clone()));
        }
    }
}

fn is_list(scan: &Scan<'_>, end: usize, start: usize) -> bool {
    start > end
        && start - end <= MOST_BETWEEN
        && BETWEEN.contains(&scan.lower(end))
        && (end + 1..start).all(|at| matches!(scan.lower(at), "and" | "or" | "the" | "on" | "until"))
        && scan
            .tokens
            .get(end..=start)
            .is_some_and(|tokens| tokens.iter().all(|token| !token.line_before))
}

/// The first date with the year of the second, or the one before where it lies later in the year.
fn dated(first: &Hanging, behind: &When) -> Option<When> {
    if first.part.is_some() {
        return None;
    }
    let known = match (first.relative, behind) {
        (Relative::MonthDay(month, day, _), When::Known(Value::Day(last))) => {
            let years_back = i16::from((month, day) > (last.month(), last.day()));
            Value::Day(Date::new(last.year() - years_back, month, day).ok()?)
        }
        (Relative::Month(month, Turn::Bare), When::Known(Value::Month(year, last))) => {
            Value::Month(year - i16::from(month > *last), month)
        }
        (Relative::Season(season, Turn::Bare), When::Known(Value::Season(year, _))) => Value::Season(*year, season),
        (relative, When::Hanging(behind)) => {
            let relative = of_year(relative, behind.relative)?;
            return Some(When::Hanging(Hanging { relative, ..*first }));
        }
        _ => return None,
    };
    Some(When::Known(known))
}

/// The same where the year is told from publication: "between March and May last year".
fn of_year(first: Relative, behind: Relative) -> Option<Relative> {
    Some(match (first, behind) {
        (Relative::Month(month, Turn::Bare), Relative::MonthOf(last, years)) => {
            Relative::MonthOf(month, years - i32::from(month > last))
        }
        (Relative::MonthDay(month, day, None), Relative::MonthDayOf(last, last_day, years)) => {
            Relative::MonthDayOf(month, day, years - i32::from((month, day) > (last, last_day)))
        }
        (Relative::Season(season, Turn::Bare), Relative::SeasonOf(_, years)) => Relative::SeasonOf(season, years),
        _ => return None,
    })
}
