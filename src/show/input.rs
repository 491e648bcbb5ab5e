//! Figures and days as an analyst types them.

use jiff::civil::Date;

use super::words;
use crate::quantity::{self, Figure};
use crate::time::Value;
use crate::{number, token};

/// Said where typed words were no figure: nothing is lost.
const KEPT: &str = "The old value is kept.";

/// Reads "4,400", "4 400", "4.400", "4.4k", "1.2 million", ">400", "20-30", "20 to 30", "about 50", "dozens", "none", and
/// the number phrases of articles.
pub fn figure(typed: &str) -> Option<Figure> {
    let typed = typed
        .replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ")
        .trim()
        .to_lowercase();
    if matches!(typed.as_str(), "none" | "no number" | "unknown" | "not stated") {
        return Some(Figure::vague(None));
    }
    let spelled = spelled(&typed);
    quantity::typed(&typed)
        .or_else(|| quantity::typed(&spelled))
        .or_else(|| in_words(&typed))
        .or_else(|| in_words(&spelled))
}

/// What the machine reads in words that are one number phrase and nothing else: "dozens", "several hundred".
fn in_words(typed: &str) -> Option<Figure> {
    let scan = token::scan(typed);
    let found = quantity::find(&scan, &number::find(&scan));
    let [one] = found.as_slice() else { return None };
    // digits alone have their own, stricter reader
    let has_letters = typed.chars().any(char::is_alphabetic);
    (has_letters && one.tokens == (0..scan.tokens.len())).then_some(one.figure)
}

/// Signs and numbers as the plain reader takes them: "4.400" and "4'400" are 4,400, "1.2 million" is 1.2m, "> = 5" is >=5.
fn spelled(typed: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in typed.split_whitespace() {
        let factor = match word {
            "thousand" | "thousands" | "k" => Some("k"),
            "million" | "millions" | "mln" | "mio" | "m" => Some("m"),
            _ => None,
        };
        match (factor, words.last_mut()) {
            (Some(factor), Some(last)) if last.ends_with(|c: char| c.is_ascii_digit()) => last.push_str(factor),
            _ => words.push(plain_groups(word)),
        }
    }
    words
        .join(" ")
        .replace(" – ", "-")
        .replace(" - ", "-")
        .replace("= ", "=")
}

/// "4.400", "4'400" and "1.234.567" with commas: people are counted whole, so groups of three are thousands.
fn plain_groups(word: &str) -> String {
    let start = word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len());
    let (sign, digits) = word.split_at_checked(start).unwrap_or((word, ""));
    let groups: Vec<&str> = digits.split(['.', '\'', '’']).collect();
    let is_digits = |group: &&str| !group.is_empty() && group.chars().all(|c| c.is_ascii_digit());
    let whole = groups.len() > 1
        && groups.iter().all(is_digits)
        && groups.first().is_some_and(|first| first.len() <= 3 && *first != "0")
        && groups.iter().skip(1).all(|group| group.len() == 3);
    if whole {
        format!("{sign}{}", groups.join(","))
    } else {
        word.to_owned()
    }
}

/// Why typed words are no figure, and that nothing is lost.
pub fn figure_trouble(typed: &str) -> String {
    let digits = typed.chars().any(|c| c.is_ascii_digit());
    let letter = typed.chars().find(|c| c.is_alphabetic());
    let grouped = typed.contains([',', '.', ' ', '\'']) && letter.is_none();
    if typed.trim().is_empty() {
        format!("Nothing is typed. {KEPT} Write “none” for no number.")
    } else if digits && grouped {
        format!("Not a number: thousands have groups of three digits, as in 4,400. {KEPT}")
    } else if let Some(noun) = typed
        .split_whitespace()
        .last()
        .filter(|_| digits && figure(without_last(typed)).is_some())
    {
        format!("Not a number: “{}” is none. {KEPT}", words::short(noun, 24))
    } else {
        format!("Not a number. {KEPT}")
    }
}

fn without_last(typed: &str) -> &str {
    typed
        .trim()
        .rsplit_once(char::is_whitespace)
        .map_or("", |(before, _)| before)
}

/// Why typed words are no day or period, and that nothing is lost.
pub fn time_trouble(typed: &str) -> String {
    let year = typed.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4);
    if year {
        format!("Not a day. {KEPT} Write 14 March 2031, March 2031 or 10 – 14 March 2031.")
    } else {
        format!("Not a day: a year is missing, as in 14 March 2031. {KEPT}")
    }
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
    let day_part = typed
        .rsplit_once(", ")
        .and_then(|(day, part)| Some((day, words::day_part_of(part)?)));
    if let Some((on, part)) = day_part {
        let Value::Day(on) = time(on)? else { return None };
        return Some(Value::PartOfDay(on, part));
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
    use super::{figure, figure_trouble, time, time_trouble};
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
            ("4 400", "4,400"),
            ("4.400", "4,400"),
            ("1.234.567", "1,234,567"),
            ("4’400", "4,400"),
            ("20 to 30", "20–30"),
            ("20 - 30", "20–30"),
            ("4.400 - 4.600", "4,400–4,600"),
            ("≥ 400", "≥ 400"),
            ("at least 50", "≥ 50"),
            ("~50", "≈ 50"),
            ("~ 1.2 million", "≈ 1,200,000"),
            ("1.2 million", "1,200,000"),
            ("about 3 thousand", "≈ 3,000"),
            ("dozens", "≥ 24"),
            ("several hundred", "≥ 300"),
            ("twelve", "12"),
            ("more than a dozen", "> 12"),
            ("none", "no number"),
            ("0", "0"),
        ] {
            let read = figure(typed).map(|read| words::figure(&read).replace('\u{a0}', " "));
            assert_eq!(read.as_deref(), Some(shown), "{typed}");
        }
        for typed in [
            "",
            "6o",
            "-",
            "1,2",
            "4,40",
            "4.40",
            ">",
            "k",
            "12 people",
            "1-2-3",
            "0.400",
            "soon",
        ] {
            assert_eq!(figure(typed), None, "{typed}");
        }
    }

    #[test]
    fn wrong_words_are_told_why() {
        for (typed, says) in [
            ("6o", "Not a number. The old value is kept."),
            (
                "4,40",
                "Not a number: thousands have groups of three digits, as in 4,400. The old value is kept.",
            ),
            ("12 people", "Not a number: “people” is none. The old value is kept."),
            (
                " ",
                "Nothing is typed. The old value is kept. Write “none” for no number.",
            ),
        ] {
            assert_eq!(figure_trouble(typed), says);
        }
        assert!(time_trouble("14 March").contains("a year is missing"));
        assert!(time_trouble("32 March 2031").starts_with("Not a day. The old value is kept."));
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
            ("Thu 13 March 2031, night", "2031-03-13TNI"),
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
