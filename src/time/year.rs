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

/// Gives days and months without a year the year of the one right behind them.
pub(super) fn share(scan: &Scan<'_>, found: &mut [Found]) {
    let mut next: Option<(usize, Value)> = None;
    for found in found.iter_mut().rev() {
        let shared = next.take().filter(|(start, _)| is_list(scan, found.tokens.end, *start));
        if let (Some((_, behind)), Piece::Time(when)) = (shared, &found.piece)
            && let Some(value) = dated(when, &behind)
        {
            found.piece = Piece::Time(When::Known(value));
        }
        if let Piece::Time(When::Known(value @ (Value::Day(_) | Value::Month(..)))) = &found.piece {
            next = Some((found.tokens.start, value.clone()));
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
fn dated(when: &When, behind: &Value) -> Option<Value> {
    let When::Hanging(Hanging {
        relative, part: None, ..
    }) = when
    else {
        return None;
    };
    match (*relative, behind) {
        (Relative::MonthDay(month, day, _), Value::Day(last)) => {
            let years_back = i16::from((month, day) > (last.month(), last.day()));
            Date::new(last.year() - years_back, month, day).ok().map(Value::Day)
        }
        (Relative::Month(month, Turn::Bare), Value::Month(year, last)) => {
            Some(Value::Month(year - i16::from(month > *last), month))
        }
        _ => None,
    }
}
