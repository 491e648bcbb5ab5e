//! Figures and days as an analyst types them.

use jiff::civil::Date;

use super::words;
pub use crate::quantity::typed as figure;
use crate::time::Value;

/// Reads "2031-03-14", "Fri 14 March 2031", "14 March 2031", "10 – 14 March 2031", "March 2031", and all TIMEX3 values.
pub fn time(typed: &str) -> Option<Value> {
    let typed = typed.trim();
    if let Some(value) = Value::parse(typed).filter(|value| value.days().is_some()) {
        return Some(value);
    }
    if let Some((from, to)) = typed.split_once(['–', '—']).or_else(|| typed.split_once(" - ")) {
        let Value::Day(last) = time(to)? else { return None };
        let filled = match from.split_whitespace().count() {
            1 => format!("{} {} {}", from.trim(), words::month(last.month()), last.year()),
            2 => format!("{} {}", from.trim(), last.year()),
            _ => from.trim().to_owned(),
        };
        let first = time(&filled)?;
        return Some(Value::Interval(Box::new(first), Box::new(Value::Day(last))));
    }
    let mut parts: Vec<&str> = typed.split([' ', ',']).filter(|part| !part.is_empty()).collect();
    if parts.len() == 4 {
        parts.remove(0);
    }
    match parts.as_slice() {
        [day, month, year] => Some(Value::Day(
            Date::new(year.parse().ok()?, month_number(month)?, day.parse().ok()?).ok()?,
        )),
        [month, year] => Some(Value::Month(year.parse().ok()?, month_number(month)?)),
        _ => None,
    }
}

/// Reads one day.
pub fn day(typed: &str) -> Option<Date> {
    match time(typed)? {
        Value::Day(date) => Some(date),
        _ => None,
    }
}

fn month_number(name: &str) -> Option<i8> {
    let name = name.to_lowercase();
    (1..=12).find(|number| name.len() >= 3 && words::month(*number).to_lowercase().starts_with(&name))
}

#[cfg(test)]
mod tests {
    use super::{figure, time};
    use crate::show::words;

    #[test]
    fn typed_figures_are_read() {
        for (typed, shown) in [
            ("4,400", "4,400"),
            ("4400", "4,400"),
            (">400", "> 400"),
            ("> 4,400", "> 4,400"),
            ("20-30", "20–30"),
            ("1,000–1,200", "1,000–1,200"),
            ("between 20 and 30", "20–30"),
            ("about 50", "≈ 50"),
            ("At least 12", "≥ 12"),
            ("≥ 71", "≥ 71"),
            ("4.4k", "4,400"),
            ("up to 120", "≤ 120"),
            ("12 or more", "≥ 12"),
            ("nearly 300", "< 300"),
            ("no number", "no number"),
        ] {
            let read = figure(typed).map(|read| words::figure(&read).replace('\u{a0}', " "));
            assert_eq!(read.as_deref(), Some(shown), "{typed}");
        }
        for typed in ["", "6o", "twelve", "-", "1,2", "4,40", ">", "k", "12 people", "1-2-3"] {
            assert_eq!(figure(typed), None, "{typed}");
        }
    }

    #[test]
    fn typed_days_are_read_as_shown() {
        for typed in ["2031-03-14", "Fri 14 March 2031", "14 mar 2031"] {
            assert_eq!(
                time(typed).map(|value| value.to_string()).as_deref(),
                Some("2031-03-14"),
                "{typed}"
            );
        }
        for (typed, value) in [
            ("10 – 14 March 2031", "2031-03-10/2031-03-14"),
            ("28 February – 14 March 2031", "2031-02-28/2031-03-14"),
            ("March 2031", "2031-03"),
            ("2031", "2031"),
        ] {
            assert_eq!(
                time(typed).map(|read| read.to_string()).as_deref(),
                Some(value),
                "{typed}"
            );
        }
        for typed in ["", "yesterday", "32 March 2031", "14 xx 2031"] {
            assert_eq!(time(typed), None, "{typed}");
        }
    }
}
