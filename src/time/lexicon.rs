//! The words of the calendar, as tables; what a class of the rules takes at a token.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};

use super::hanging::Unit;
use super::value::{DayPart, Season};
use crate::number::Number;
use crate::token::{Scan, TokenKind};

/// What one word of the calendar means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Term {
    /// A weekday; false where the word is short for it ("Sun") and needs a date beside it.
    Weekday(Weekday, bool),
    /// "Mondays".
    Weekdays,
    /// Month 1 to 12.
    Month(i8),
    /// One stretch of time; true in the plural.
    Unit(Unit, bool),
    /// A part of the day.
    Part(DayPart),
    /// A season.
    Season(Season),
    /// First to thirty-first.
    Ordinal(i8),
}

/// Words and what they mean; a month or weekday may end in a full stop.
const TERMS: &[(&str, Term)] = {
    use DayPart::{Afternoon, Evening, Morning, Night};
    use Season::{Autumn, Spring, Summer, Winter};
    use Term::{Month, Ordinal, Part, Unit as Of};
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    &[
        ("monday", Term::Weekday(Monday, true)),
        ("tuesday", Term::Weekday(Tuesday, true)),
        ("wednesday", Term::Weekday(Wednesday, true)),
        ("thursday", Term::Weekday(Thursday, true)),
        ("friday", Term::Weekday(Friday, true)),
        ("saturday", Term::Weekday(Saturday, true)),
        ("sunday", Term::Weekday(Sunday, true)),
        ("mon", Term::Weekday(Monday, false)),
        ("tue", Term::Weekday(Tuesday, false)),
        ("tues", Term::Weekday(Tuesday, false)),
        ("wed", Term::Weekday(Wednesday, false)),
        ("thu", Term::Weekday(Thursday, false)),
        ("thur", Term::Weekday(Thursday, false)),
        ("thurs", Term::Weekday(Thursday, false)),
        ("fri", Term::Weekday(Friday, false)),
        ("sat", Term::Weekday(Saturday, false)),
        ("sun", Term::Weekday(Sunday, false)),
        ("mondays", Term::Weekdays),
        ("tuesdays", Term::Weekdays),
        ("wednesdays", Term::Weekdays),
        ("thursdays", Term::Weekdays),
        ("fridays", Term::Weekdays),
        ("saturdays", Term::Weekdays),
        ("sundays", Term::Weekdays),
        ("january", Month(1)),
        ("february", Month(2)),
        ("march", Month(3)),
        ("april", Month(4)),
        ("may", Month(5)),
        ("june", Month(6)),
        ("july", Month(7)),
        ("august", Month(8)),
        ("september", Month(9)),
        ("october", Month(10)),
        ("november", Month(11)),
        ("december", Month(12)),
        ("jan", Month(1)),
        ("feb", Month(2)),
        ("mar", Month(3)),
        ("apr", Month(4)),
        ("jun", Month(6)),
        ("jul", Month(7)),
        ("aug", Month(8)),
        ("sep", Month(9)),
        ("sept", Month(9)),
        ("oct", Month(10)),
        ("nov", Month(11)),
        ("dec", Month(12)),
        ("second", Of(Unit::Second, false)),
        ("seconds", Of(Unit::Second, true)),
        ("minute", Of(Unit::Minute, false)),
        ("minutes", Of(Unit::Minute, true)),
        ("hour", Of(Unit::Hour, false)),
        ("hours", Of(Unit::Hour, true)),
        ("day", Of(Unit::Day, false)),
        ("days", Of(Unit::Day, true)),
        ("week", Of(Unit::Week, false)),
        ("weeks", Of(Unit::Week, true)),
        ("weekend", Of(Unit::Weekend, false)),
        ("weekends", Of(Unit::Weekend, true)),
        ("month", Of(Unit::Month, false)),
        ("months", Of(Unit::Month, true)),
        ("quarter", Of(Unit::Quarter, false)),
        ("quarters", Of(Unit::Quarter, true)),
        ("year", Of(Unit::Year, false)),
        ("years", Of(Unit::Year, true)),
        ("decade", Of(Unit::Decade, false)),
        ("decades", Of(Unit::Decade, true)),
        ("morning", Part(Morning)),
        ("dawn", Part(Morning)),
        ("afternoon", Part(Afternoon)),
        ("evening", Part(Evening)),
        ("night", Part(Night)),
        ("spring", Term::Season(Spring)),
        ("summer", Term::Season(Summer)),
        ("autumn", Term::Season(Autumn)),
        ("fall", Term::Season(Autumn)),
        ("winter", Term::Season(Winter)),
        ("first", Ordinal(1)),
        ("third", Ordinal(3)),
        ("fourth", Ordinal(4)),
        ("fifth", Ordinal(5)),
        ("sixth", Ordinal(6)),
        ("seventh", Ordinal(7)),
        ("eighth", Ordinal(8)),
        ("ninth", Ordinal(9)),
        ("tenth", Ordinal(10)),
        ("eleventh", Ordinal(11)),
        ("twelfth", Ordinal(12)),
        ("thirteenth", Ordinal(13)),
        ("fourteenth", Ordinal(14)),
        ("fifteenth", Ordinal(15)),
        ("sixteenth", Ordinal(16)),
        ("seventeenth", Ordinal(17)),
        ("eighteenth", Ordinal(18)),
        ("nineteenth", Ordinal(19)),
        ("twentieth", Ordinal(20)),
        ("thirtieth", Ordinal(30)),
    ]
};

/// Tens that begin an ordinal or a year in words.
const TENS: &[(&str, i16)] = &[
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// Ones and teens that end a year in words.
const ONES: &[(&str, i16)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
];

static BY_WORD: LazyLock<HashMap<&'static str, Term>> = LazyLock::new(|| TERMS.iter().copied().collect());

/// The meaning of a word of the calendar, with or without a possessive ending or the stop of an abbreviation.
pub(super) fn term(lower: &str) -> Option<Term> {
    BY_WORD
        .get(lower)
        .or_else(|| BY_WORD.get(lower.strip_suffix("'s").or_else(|| lower.strip_suffix('.'))?))
        .copied()
}

fn in_table(table: &[(&str, i16)], word: &str) -> Option<i16> {
    table.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

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
    match term(lower) {
        Some(Term::Ordinal(day)) => return Some(day),
        Some(Term::Unit(Unit::Second, false)) if lower == "second" => return Some(2),
        _ => {}
    }
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| lower.strip_suffix(end))?;
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// A token that can be a year: four digits from 1500 to 2099 without separators; or "nineteen ninety-six" in words.
pub(super) fn year(scan: &Scan<'_>, at: usize) -> Option<(i16, usize)> {
    let lower = scan.lower(at);
    let digits = lower.strip_suffix("'s").unwrap_or(lower);
    if digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let year = digits.parse().ok()?;
        return (1500..2100).contains(&year).then_some((year, at + 1));
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

/// A decade in digits: "1990s" gives 199, "90s" 199, "2000s" 200.
pub(super) fn decade(lower: &str) -> Option<i16> {
    let digits = lower.strip_suffix("'s").or_else(|| lower.strip_suffix('s'))?;
    let year: i16 = digits.parse().ok()?;
    match digits.len() {
        4 if (1500..2100).contains(&year) && year % 10 == 0 => Some(year / 10),
        2 if year % 10 == 0 => Some(if year >= 30 { 190 } else { 200 } + year / 10),
        _ => None,
    }
}

/// A whole date in numerals: `2022-01-08`, `2022/01/08`, `08.01.2022`, `25/12/2021`; `None` where day and month
/// cannot be told apart.
pub(super) fn numeric_date(scan: &Scan<'_>, at: usize) -> Option<(Option<Date>, usize)> {
    let lower = scan.lower(at);
    if lower.matches('.').count() == 2 {
        let mut parts = lower.split('.').map(str::parse::<i16>);
        let (first, second, third) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
        let (year, day) = if first > 31 { (first, third) } else { (third, first) };
        return (year >= 1500)
            .then_some(())
            .and_then(|()| date_of(year, second, day))
            .map(|date| (Some(date), at + 1));
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
        return date_of(first, second, third).map(|date| (Some(date), end));
    }
    let year = match scan.lower(at + 4).len() {
        4 if (1500..2100).contains(&third) => third,
        2 if sign == "/" => third + if third < 50 { 2000 } else { 1900 },
        _ => return None,
    };
    match (first, second) {
        (13..=31, 1..=12) => date_of(year, second, first).map(|date| (Some(date), end)),
        (1..=12, 13..=31) => date_of(year, first, second).map(|date| (Some(date), end)),
        (1..=12, 1..=12) if first == second => date_of(year, first, second).map(|date| (Some(date), end)),
        (1..=12, 1..=12) => Some((None, end)),
        _ => None,
    }
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
    if is_half(scan.lower(end)) {
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

/// What the rules' classes take, over one text.
pub(super) struct Classes<'s, 't> {
    pub scan: &'s Scan<'t>,
    /// Numbers by their first token.
    pub numbers: HashMap<usize, &'s Number>,
}

impl Classes<'_, '_> {
    /// The ends of what `class` takes from token `at`.
    pub fn ends(&self, class: &str, at: usize) -> Vec<usize> {
        let one = |holds: bool| if holds { vec![at + 1] } else { Vec::new() };
        let up_to = |end: Option<usize>| end.into_iter().collect();
        let scan = self.scan;
        match class {
            "year" => up_to(year(scan, at).map(|(_, end)| end)),
            "day" => up_to(day_of_month(scan, at).map(|(_, end)| end)),
            "nth" => one(ordinal(scan.lower(at)).is_some()),
            "date" => up_to(numeric_date(scan, at).map(|(_, end)| end)),
            "clock" => up_to(clock(scan, at)),
            "decade" => one(decade(scan.lower(at)).is_some()),
            "yy" => one(scan.lower(at).len() == 2 && scan.lower(at).bytes().all(|byte| byte.is_ascii_digit())),
            "n" => up_to(self.numbers.get(&at).map(|number| number.tokens.end)),
            _ => one(self.term_class(class, at)),
        }
    }

    fn term_class(&self, class: &str, at: usize) -> bool {
        let Some(token) = self.scan.tokens.get(at).filter(|token| token.kind == TokenKind::Word) else {
            return false;
        };
        let Some(term) = term(&token.lower) else { return false };
        match class {
            "weekday" => matches!(term, Term::Weekday(_, true)) && token.capital,
            "wd" => matches!(term, Term::Weekday(..)) && token.capital,
            "weekdays" => term == Term::Weekdays,
            "month" => matches!(term, Term::Month(_)) && token.capital,
            "unit" => matches!(term, Term::Unit(_, false)),
            "units" => matches!(term, Term::Unit(_, true)),
            "period" => matches!(
                term,
                Term::Unit(
                    Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade,
                    false
                )
            ),
            "part" => matches!(term, Term::Part(_)),
            "season" => matches!(term, Term::Season(_)),
            _ => false,
        }
    }

    /// True where some class can begin at the token.
    pub fn may_begin(&self, at: usize) -> bool {
        let scan = self.scan;
        self.numbers.contains_key(&at)
            || scan.tokens.get(at).is_some_and(|token| match token.kind {
                TokenKind::Numeral => true,
                TokenKind::Word => {
                    term(&token.lower).is_some()
                        || matches!(
                            &*token.lower,
                            "noon" | "midday" | "midnight" | "twenty" | "thirty" | "eighteen" | "nineteen"
                        )
                }
                TokenKind::Sign => false,
            })
    }

    /// The term of the first token of a capture.
    pub fn term(&self, tokens: Option<Range<usize>>) -> Option<Term> {
        term(self.scan.lower(tokens?.start))
    }
}
