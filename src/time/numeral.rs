//! Days, years, dates and times of the day in numerals and number words.

use jiff::civil::Date;

use super::hanging::Unit;
use super::lexicon::{ONES, TENS, Term, in_table, term};
use crate::token::{Scan, TokenKind};

/// A token that is a day of a month: "7", "07", "2nd", "ninth"; "twenty-second" takes three tokens.
pub(super) fn day_of_month(scan: &Scan<'_>, at: usize) -> Option<(i8, usize)> {
    let lower = scan.lower(at);
    if let Some(day) = ordinal(lower) {
        return Some((day, at + 1));
    }
    if let Some(tens @ (20 | 30)) = in_table(TENS, lower) {
        let ones = at + if scan.lower(at + 1) == "-" { 2 } else { 1 };
        let day = i8::try_from(tens).ok()? + ordinal(scan.lower(ones)).filter(|day| *day < 10)?;
        return (day <= 31).then_some((day, ones + 1));
    }
    let day: i8 = lower.parse().ok()?;
    (lower.len() <= 2 && (1..=31).contains(&day)).then_some((day, at + 1))
}

/// "2nd", "ninth": an ordinal from 1 to 31 in one token.
pub(super) fn ordinal(lower: &str) -> Option<i8> {
    rank(lower)
        .and_then(|day| i8::try_from(day).ok())
        .filter(|day| (1..=31).contains(day))
}

/// "2nd", "ninth", "150th": an ordinal in one token, lower case; in words those of the days of a month.
pub fn rank(lower: &str) -> Option<i32> {
    match term(lower) {
        Some(Term::Ordinal(day)) => return Some(i32::from(day)),
        Some(Term::Unit(Unit::Second, false)) if lower == "second" => return Some(2),
        _ => {}
    }
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| lower.strip_suffix(end))?;
    digits.parse().ok()
}

/// A token that can be a year: four digits from 1500 to 2099 without separators; or "nineteen ninety-six" in words.
pub(super) fn year(scan: &Scan<'_>, at: usize) -> Option<(i16, usize)> {
    let lower = scan.lower(at);
    let digits = lower.strip_suffix("'s").unwrap_or(lower);
    if digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let year = digits.parse().ok()?;
        return (1500..2100).contains(&year).then_some((year, at + 1));
    }
    if lower == "two" && scan.lower(at + 1) == "thousand" && at > 0 && scan.lower(at - 1) == "year" {
        let and = at + 2 + usize::from(scan.lower(at + 2) == "and");
        return Some(match in_table(ONES, scan.lower(and)) {
            Some(ones) => (2000 + ones, and + 1),
            None => (2000, at + 2),
        });
    }
    let century = match lower {
        "eighteen" => 1800,
        "nineteen" => 1900,
        _ => return None,
    };
    let tens = in_table(TENS, scan.lower(at + 1));
    let rest = at + if scan.lower(at + 2) == "-" { 3 } else { 2 };
    match (tens, in_table(ONES, scan.lower(rest)).filter(|one| *one < 10)) {
        (Some(tens), Some(one)) => Some((century + tens + one, rest + 1)),
        (Some(tens), None) => Some((century + tens, at + 2)),
        (None, _) => in_table(ONES, scan.lower(at + 1))
            .filter(|teen| *teen >= 10)
            .map(|teen| (century + teen, at + 2)),
    }
}

/// Decades in words.
const DECADES: &[(&str, i16)] = &[
    ("twenties", 192),
    ("thirties", 193),
    ("forties", 194),
    ("fifties", 195),
    ("sixties", 196),
    ("seventies", 197),
    ("eighties", 198),
    ("nineties", 199),
    ("noughties", 200),
];

/// A decade: "1990s" gives 199, "90s" 199, "2000s" 200, "nineties" 199.
pub(super) fn decade(lower: &str) -> Option<i16> {
    if let Some(decade) = in_table(DECADES, lower) {
        return Some(decade);
    }
    let digits = lower.strip_suffix("'s").or_else(|| lower.strip_suffix('s'))?;
    let year: i16 = digits.parse().ok()?;
    match digits.len() {
        4 if (1500..2100).contains(&year) && year % 10 == 0 => Some(year / 10),
        2 if year % 10 == 0 => Some(if year >= 30 { 190 } else { 200 } + year / 10),
        _ => None,
    }
}

/// A whole date in numerals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Numeric {
    /// It can be read in one way only.
    Day(Date),
    /// Day and month cannot be told apart.
    Either { day_first: Date, month_first: Date },
}

/// What stands first in dates like "03/04/2019".
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// The order in which the text writes day and month, where its plain dates agree on one.
pub(super) fn order(scan: &Scan<'_>) -> Option<Order> {
    let mut orders = (0..scan.tokens.len()).filter_map(|at| {
        let sign = matches!(scan.lower(at + 1), "-" | "/");
        let (numeric, _) = numeric_date(scan, at).filter(|_| sign)?;
        let first: i8 = scan.lower(at).parse().ok()?;
        match numeric {
            Numeric::Either { .. } => None,
            Numeric::Day(date) if date.day() == date.month() => None,
            Numeric::Day(date) if date.day() == first => Some(Order::DayFirst),
            Numeric::Day(_) => Some(Order::MonthFirst),
        }
    });
    let first = orders.next()?;
    orders.all(|order| order == first).then_some(first)
}

/// A whole date in numerals: `2022-01-08`, `2022/01/08`, `08.01.2022`, `08.01.22`, `25/12/2021`.
pub(super) fn numeric_date(scan: &Scan<'_>, at: usize) -> Option<(Numeric, usize)> {
    let lower = scan.lower(at);
    if lower.matches('.').count() == 2 {
        let mut parts = lower.split('.').map(str::parse::<i16>);
        let (first, second, third) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
        let (year, day) = if first > 31 { (first, third) } else { (third, first) };
        let is_short = lower.len() == 8
            && lower
                .bytes()
                .enumerate()
                .all(|(at, byte)| (byte == b'.') == (at % 3 == 2));
        let year = if is_short { short_year(year) } else { year };
        return (year >= 1500)
            .then_some(())
            .and_then(|()| date_of(year, second, day))
            .map(|date| (Numeric::Day(date), at + 1));
    }
    let sign = scan.lower(at + 1);
    let tight = (at + 1..at + 5).all(|index| scan.tokens.get(index).is_some_and(|token| !token.space_before));
    if !matches!(sign, "-" | "/") || scan.lower(at + 3) != sign || !tight {
        return None;
    }
    let number = |index: usize| {
        scan.lower(index)
            .split('t')
            .next()
            .and_then(|word| word.parse::<i16>().ok())
    };
    let (first, second, third) = (number(at)?, number(at + 2)?, number(at + 4)?);
    let end = at + 5;
    if (1500..2100).contains(&first) {
        return date_of(first, second, third).map(|date| (Numeric::Day(date), end));
    }
    let year = match scan.lower(at + 4).len() {
        4 if (1500..2100).contains(&third) => third,
        2 if sign == "/" => short_year(third),
        _ => return None,
    };
    match (first, second) {
        (13..=31, 1..=12) => date_of(year, second, first).map(|date| (Numeric::Day(date), end)),
        (1..=12, 13..=31) => date_of(year, first, second).map(|date| (Numeric::Day(date), end)),
        (1..=12, 1..=12) if first == second => date_of(year, first, second).map(|date| (Numeric::Day(date), end)),
        (1..=12, 1..=12) => {
            let (day_first, month_first) = (date_of(year, second, first)?, date_of(year, first, second)?);
            Some((Numeric::Either { day_first, month_first }, end))
        }
        _ => None,
    }
}

/// A year from its last two digits beside day and month: 1950 to 2049.
fn short_year(short: i16) -> i16 {
    short + if short < 50 { 2000 } else { 1900 }
}

fn date_of(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A time of the day: "5 p.m.", "5:44 pm EST", "17:30", "noon", "midnight".
pub(super) fn clock(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let lower = scan.lower(at);
    if matches!(lower, "noon" | "midday" | "midnight") {
        return Some(at + 1);
    }
    let token = scan.tokens.get(at).filter(|token| token.kind == TokenKind::Numeral)?;
    let halves = |word: &str| word.ends_with("am") || word.ends_with("pm");
    let is_half = |word: &str| {
        matches!(
            word,
            "a.m." | "p.m." | "am" | "pm" | "a.m" | "p.m" | "gmt" | "utc" | "o'clock"
        )
    };
    let has_colon = token.lower.contains(':') && token.lower.starts_with(|c: char| c.is_ascii_digit());
    let mut end = at + 1;
    let of_day = lower
        .parse()
        .is_ok_and(|time: u16| lower.len() == 4 && time < 2400 && time % 100 < 60);
    let led = at > 0
        && matches!(
            scan.lower(at - 1),
            "at" | "by" | "around" | "about" | "approximately" | "until" | "since"
        );
    let in_hours = matches!(scan.lower(end), "hrs" | "hours") && (has_colon || of_day && led);
    if in_hours || is_half(scan.lower(end)) {
        end += 1;
    } else if !(has_colon || halves(lower)) {
        return None;
    }
    while ZONES.contains(&scan.lower(end)) || (scan.lower(end) == "time" && end > at + 1) {
        end += 1;
    }
    Some(end)
}

/// Words that follow a time of the day.
const ZONES: &[&str] = &[
    "est", "edt", "cst", "cdt", "pst", "pdt", "gmt", "utc", "bst", "cet", "local", "et", "eastern", "sharp",
];
