//! Calendar values of time expressions, as `score_times.py` compares them.

use jiff::civil::{Date, ISOWeekDate, Weekday, date};

use super::words::is_digit;

/// True for a year, month, week, quarter, half, season, day or a time on a day.
pub(super) fn is_calendar(value: &str) -> bool {
    let value = value.strip_suffix('\n').unwrap_or(value);
    let Some((year, rest)) = value.split_at_checked(4) else {
        return false;
    };
    is_digits(year, 4) && (is_end(rest) || rest.strip_prefix('-').is_some_and(is_part))
}

/// What may follow year and hyphen.
fn is_part(rest: &str) -> bool {
    let after = |num_bytes: usize| rest.split_at_checked(num_bytes);
    let season = after(2).is_some_and(|(name, end)| matches!(name, "SP" | "SU" | "FA" | "WI") && is_end(end));
    let part = after(2).is_some_and(|(part, end)| {
        is_end(end) && (part.strip_prefix(['Q', 'H']).is_some_and(|number| is_digits(number, 1)))
    });
    let week = after(3)
        .is_some_and(|(week, end)| is_end(end) && week.strip_prefix('W').is_some_and(|number| is_digits(number, 2)));
    let month = after(2).is_some_and(|(month, end)| {
        let day = end.strip_prefix('-').and_then(|day| day.split_at_checked(2));
        is_digits(month, 2) && (is_end(end) || day.is_some_and(|(day, end)| is_digits(day, 2) && is_end(end)))
    });
    season || part || week || month
}

/// Nothing, a time of day, or the weekend of a week.
fn is_end(rest: &str) -> bool {
    rest.is_empty() || rest == "-WE" || rest.starts_with('T') && !rest.contains('\n')
}

fn is_digits(text: &str, count: usize) -> bool {
    text.chars().count() == count && text.chars().all(is_digit)
}

/// True where the value begins with a year.
pub(super) fn begins_with_year(value: &str) -> bool {
    let head: String = value.chars().take(4).collect();
    is_digits(&head, 4)
}

/// The value without times of day.
fn without_times(value: &str) -> String {
    let ends: Vec<&str> = value
        .split('/')
        .map(|end| end.split('T').next().unwrap_or_default())
        .collect();
    ends.join("/")
}

/// First and last day of a calendar value or interval; `None` for anything else.
fn days(value: &str) -> Option<(Date, Date)> {
    let value = without_times(value);
    if let Some((first, last)) = value.split_once('/') {
        return Some((days(first)?.0, days(last)?.1));
    }
    let (year, rest) = value.split_at_checked(4)?;
    let year: i16 = year.parse().ok().filter(|year| *year > 0)?;
    let months = |first: i8, count: i8| {
        let last = Date::new(year, first + count - 1, 1).ok()?.last_of_month();
        Some((Date::new(year, first, 1).ok()?, last))
    };
    let Some(rest) = rest.strip_prefix('-') else {
        return if rest.is_empty() { months(1, 12) } else { None };
    };
    if let Some(week) = rest.strip_prefix('W') {
        let (week, first) = match week.strip_suffix("-WE") {
            Some(week) => (week, Weekday::Saturday),
            None => (week, Weekday::Monday),
        };
        let week = number(week, 2)?;
        let day = |weekday| ISOWeekDate::new(year, week, weekday).ok().map(ISOWeekDate::date);
        return Some((day(first)?, day(Weekday::Sunday)?));
    }
    if let Some(quarter) = rest.strip_prefix('Q') {
        let quarter = number(quarter, 1).filter(|quarter| (1..=4).contains(quarter))?;
        return months(quarter * 3 - 2, 3);
    }
    if let Some(half) = rest.strip_prefix('H') {
        let half = number(half, 1).filter(|half| (1..=2).contains(half))?;
        return months(half * 6 - 5, 6);
    }
    match rest.split_once('-') {
        None => months(number(rest, 2).filter(|month| (1..=12).contains(month))?, 1),
        Some((month, day)) => {
            let day = Date::new(year, number(month, 2)?, number(day, 2)?).ok()?;
            Some((day, day))
        }
    }
}

fn number(text: &str, count: usize) -> Option<i8> {
    text.parse().ok().filter(|_| is_digits(text, count))
}

/// Whether an extracted value, cut to gold's precision, is gold's.
pub(super) fn is_right(gold: &str, found: Option<&str>) -> bool {
    let Some(found) = found.filter(|found| !found.is_empty()) else {
        return false;
    };
    let cut = gold.split('T').next().unwrap_or_default();
    if cut == without_times(found) {
        return true;
    }
    let (Some(want), Some(got)) = (days(gold), days(found)) else {
        return false;
    };
    let is_year_or_month = is_digits(gold, 4)
        || gold
            .split_once('-')
            .is_some_and(|(year, month)| is_digits(year, 4) && is_digits(month, 2));
    if is_year_or_month {
        return want.0 <= got.0 && got.1 <= want.1;
    }
    let slack = i32::from(gold.contains("-W"));
    let apart = |a: Date, b: Date| day_number(a).abs_diff(day_number(b)).cast_signed();
    apart(want.0, got.0) <= slack && apart(want.1, got.1) <= slack
}

fn day_number(day: Date) -> i32 {
    (day - date(1970, 1, 1)).get_days()
}

#[cfg(test)]
mod tests {
    use super::{is_calendar, is_right};

    #[test]
    fn calendar_values() {
        for value in [
            "2031",
            "2031-03",
            "2031-03-14",
            "2031-W11",
            "2031-W11-WE",
            "2031-Q1",
            "2031-H2",
            "2031-SP",
            "2031-03-14TMO",
            "2031T",
            "2031-WE",
        ] {
            assert!(is_calendar(value), "{value}");
        }
        for value in [
            "203",
            "203X",
            "2031-3",
            "2031-Q",
            "P3D",
            "PRESENT_REF",
            "2031-03/2031-04",
            "2031-03-1",
            "2031-W1",
            "",
        ] {
            assert!(!is_calendar(value), "{value}");
        }
    }

    #[test]
    fn values_are_cut_to_the_precision_of_gold() {
        for (gold, found) in [
            ("2031-03-14", "2031-03-14TMO"),
            ("2031-03", "2031-03-14"),
            ("2031", "2031-03"),
            ("2031-W11", "2031-03-09/2031-03-15"),
            ("2031-Q1", "2031-01/2031-03"),
            ("2031-H1", "2031-01-01/2031-06-30"),
            ("2031-03-14T09:00", "2031-03-14"),
        ] {
            assert!(is_right(gold, Some(found)), "{gold} {found}");
        }
        for (gold, found) in [
            ("2031-03-14", "2031-03"),
            ("2031-03", "2031"),
            ("2031-W11", "2031-03-12"),
            ("2031-Q1", "2031-02/2031-03"),
            ("2031-SP", "2031-04"),
        ] {
            assert!(!is_right(gold, Some(found)), "{gold} {found}");
        }
        assert!(!is_right("2031", None) && !is_right("2031", Some("")));
    }
}
