//! Figures and days as an analyst types them.

use jiff::civil::Date;

use super::words;
use crate::quantity::{Figure, Qualifier};
use crate::time::Value;

/// Words and signs before a number, longest first.
const HEDGES: &[(&str, Qualifier)] = &[
    ("no fewer than", Qualifier::AtLeast),
    ("no less than", Qualifier::AtLeast),
    ("no more than", Qualifier::UpTo),
    ("as many as", Qualifier::UpTo),
    ("at least", Qualifier::AtLeast),
    ("at most", Qualifier::UpTo),
    ("more than", Qualifier::MoreThan),
    ("fewer than", Qualifier::LessThan),
    ("less than", Qualifier::LessThan),
    ("close to", Qualifier::Almost),
    ("almost", Qualifier::Almost),
    ("nearly", Qualifier::Almost),
    ("up to", Qualifier::UpTo),
    ("over", Qualifier::MoreThan),
    ("under", Qualifier::LessThan),
    ("about", Qualifier::About),
    ("around", Qualifier::About),
    ("roughly", Qualifier::About),
    ("some", Qualifier::About),
    (">=", Qualifier::AtLeast),
    ("<=", Qualifier::UpTo),
    ("≥", Qualifier::AtLeast),
    ("≤", Qualifier::UpTo),
    ("≈", Qualifier::About),
    ("~", Qualifier::About),
    (">", Qualifier::MoreThan),
    ("<", Qualifier::LessThan),
];

/// Reads "4,400", ">400", "20-30", "about 50", "at least 12", "4.4k"; `None` for what is no figure.
pub fn figure(typed: &str) -> Option<Figure> {
    let typed = typed.replace('\u{a0}', " ").trim().to_lowercase();
    if typed == "no number" {
        return Some(Figure::vague(None));
    }
    let between = typed.strip_prefix("between ").and_then(|rest| rest.split_once(" and "));
    let dashed = typed.split_once(['-', '–', '—']).or_else(|| typed.split_once(" to "));
    if let Some((low, high)) = between.or(dashed)
        && let (Some(low), Some(high)) = (number(low), number(high))
    {
        return Some(Figure::range(low, high));
    }
    if let Some(rest) = typed.strip_suffix("or more").or_else(|| typed.strip_suffix('+')) {
        return Some(Figure::hedged(number(rest)?, Qualifier::AtLeast));
    }
    for (hedge, qualifier) in HEDGES {
        if let Some(rest) = typed.strip_prefix(hedge) {
            return Some(Figure::hedged(number(rest)?, *qualifier));
        }
    }
    number(&typed).map(Figure::exact)
}

/// "4,400", "4 400", "4.4k", "2m".
fn number(typed: &str) -> Option<u64> {
    let typed = typed.trim();
    let (digits, factor) = match typed.chars().last()? {
        'k' => (typed.strip_suffix('k')?, 1_000.0),
        'm' => (typed.strip_suffix('m')?, 1_000_000.0),
        _ => return plain_number(typed),
    };
    let value: f64 = digits.trim().parse().ok()?;
    let people = (value * factor).round();
    (digits.trim().starts_with(|c: char| c.is_ascii_digit()) && people <= 1e12).then_some(people as u64)
}

fn plain_number(typed: &str) -> Option<u64> {
    let grouped = typed.contains([',', ' ']);
    let groups: Vec<&str> = typed.split([',', ' ']).collect();
    let shape_holds = groups.iter().enumerate().all(|(at, group)| {
        let length = if at == 0 {
            (1..=3).contains(&group.len())
        } else {
            group.len() == 3
        };
        group.chars().all(|c| c.is_ascii_digit()) && (length || !grouped)
    });
    if !shape_holds {
        return None;
    }
    groups.concat().parse().ok()
}

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
