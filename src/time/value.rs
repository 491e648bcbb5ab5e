//! What a time expression means, in TIMEX3 forms.

use jiff::civil::Date;

use super::hanging::Hanging;
use crate::base::{Span, Why};

/// Parts of a day, as in TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DayPart {
    /// `TMO`
    Morning,
    /// `TAF`
    Afternoon,
    /// `TEV`
    Evening,
    /// `TNI`
    Night,
}

/// Seasons, as in TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Season {
    /// `SP`
    Spring,
    /// `SU`
    Summer,
    /// `FA`
    Autumn,
    /// `WI`
    Winter,
}

/// Times without a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reference {
    /// now, currently
    Present,
    /// recently, previously
    Past,
    /// soon
    Future,
}

/// A resolved time value; written as in `extract-format.md`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Value {
    /// `2022-01-08`
    Day(Date),
    /// `2022-01-07TNI`
    PartOfDay(Date, DayPart),
    /// `2022-01`: year and month 1 to 12
    Month(i16, i8),
    /// `2022`
    Year(i16),
    /// `2022-W01`: ISO year and week
    Week(i16, i8),
    /// `2022-W01-WE`
    Weekend(i16, i8),
    /// `2022-Q1`
    Quarter(i16, i8),
    /// `2022-H1`
    Half(i16, i8),
    /// `2022-SP`
    Season(i16, Season),
    /// `199`: the year without its last digit
    Decade(i16),
    /// `2022-01-02/2022-01-08`
    Interval(Box<Self>, Box<Self>),
    /// `PT60H`, `P3W`, as written out
    Duration(String),
    /// `PRESENT_REF` and its like
    Reference(Reference),
}

/// What is known of a time expression before the article's own day is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// The words alone give the value.
    Known(Value),
    /// Hangs on the article's day or on another expression: a rule of `time`, carried out by `dating`.
    Hanging(Hanging),
    /// Cannot be told.
    Unknown,
}

/// A time expression in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeMention {
    /// The words.
    pub span: Span,
    /// What they say.
    pub when: When,
    /// The rules that read them.
    pub why: Why,
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::PartOfDay(day, part) => write!(f, "{day}T{}", day_part_id(*part)),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Week(year, week) => write!(f, "{year:04}-W{week:02}"),
            Self::Weekend(year, week) => write!(f, "{year:04}-W{week:02}-WE"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Half(year, half) => write!(f, "{year:04}-H{half}"),
            Self::Season(year, season) => write!(f, "{year:04}-{}", season_id(*season)),
            Self::Decade(decade) => write!(f, "{decade:03}"),
            Self::Interval(from, to) => write!(f, "{from}/{to}"),
            Self::Duration(words) => f.write_str(words),
            Self::Reference(Reference::Present) => f.write_str("PRESENT_REF"),
            Self::Reference(Reference::Past) => f.write_str("PAST_REF"),
            Self::Reference(Reference::Future) => f.write_str("FUTURE_REF"),
        }
    }
}

/// Intervals have two ends, and these have two at most: what holds more bars is no time, however long it is.
const MOST_BARS: usize = 8;

impl Value {
    /// The years of a century: the 19th is 1801 to 1900.
    pub fn century(nth: i16) -> Self {
        let last = nth.saturating_mul(100);
        Self::Interval(
            Box::new(Self::Year(last.saturating_sub(99))),
            Box::new(Self::Year(last)),
        )
    }

    /// Reads what [`Value`] writes; `None` for anything else.
    pub fn parse(words: &str) -> Option<Self> {
        if words.bytes().filter(|byte| *byte == b'/').count() > MOST_BARS {
            return None;
        }
        if let Some((from, to)) = words.split_once('/') {
            return Some(Self::Interval(Box::new(Self::parse(from)?), Box::new(Self::parse(to)?)));
        }
        match words {
            "PRESENT_REF" => return Some(Self::Reference(Reference::Present)),
            "PAST_REF" => return Some(Self::Reference(Reference::Past)),
            "FUTURE_REF" => return Some(Self::Reference(Reference::Future)),
            _ => {}
        }
        if words.starts_with('P') {
            return Some(Self::Duration(words.to_owned()));
        }
        if let Some((day, part)) = words.split_once('T') {
            let part = [DayPart::Morning, DayPart::Afternoon, DayPart::Evening, DayPart::Night]
                .into_iter()
                .find(|candidate| day_part_id(*candidate) == part)?;
            return Some(Self::PartOfDay(day.parse().ok()?, part));
        }
        if words.len() == 3 {
            return words.parse().ok().map(Self::Decade);
        }
        let year = words.get(..4)?.parse().ok()?;
        match words.get(4..)? {
            "" => Some(Self::Year(year)),
            rest => Self::parse_rest(words, year, rest.strip_prefix('-')?),
        }
    }

    fn parse_rest(words: &str, year: i16, rest: &str) -> Option<Self> {
        if let Some(season) = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter]
            .into_iter()
            .find(|candidate| season_id(*candidate) == rest)
        {
            return Some(Self::Season(year, season));
        }
        if let Some(week) = rest
            .strip_prefix('W')
            .filter(|week| week.as_bytes().first().is_some_and(u8::is_ascii_digit))
        {
            return match week.strip_suffix("-WE") {
                Some(week) => Some(Self::Weekend(year, week.parse().ok()?)),
                None => Some(Self::Week(year, week.parse().ok()?)),
            };
        }
        if let Some(quarter) = rest.strip_prefix('Q') {
            return quarter
                .parse()
                .ok()
                .filter(|quarter| (1..=4).contains(quarter))
                .map(|quarter| Self::Quarter(year, quarter));
        }
        if let Some(half) = rest.strip_prefix('H') {
            return half
                .parse()
                .ok()
                .filter(|half| (1..=2).contains(half))
                .map(|half| Self::Half(year, half));
        }
        if rest.len() == 2 {
            let month: i8 = rest.parse().ok()?;
            return (1..=12).contains(&month).then_some(Self::Month(year, month));
        }
        words.parse().ok().map(Self::Day)
    }

    /// First and last day that the value covers; `None` for durations and references.
    pub fn days(&self) -> Option<(Date, Date)> {
        match self {
            Self::Day(day) | Self::PartOfDay(day, _) => Some((*day, *day)),
            Self::Month(year, month) => {
                let first = Date::new(*year, *month, 1).ok()?;
                Some((first, first.last_of_month()))
            }
            Self::Year(year) => span_of_months(*year, 1, 12),
            Self::Quarter(year, quarter) => span_of_months(*year, quarter * 3 - 2, quarter * 3),
            Self::Half(year, half) => span_of_months(*year, half * 6 - 5, half * 6),
            Self::Season(year, season) => season_days(*year, *season),
            Self::Week(year, week) => week_days(*year, *week, 1, 7),
            Self::Weekend(year, week) => week_days(*year, *week, 6, 7),
            Self::Decade(decade) => Some((
                Date::new(decade * 10, 1, 1).ok()?,
                Date::new(decade * 10 + 9, 12, 31).ok()?,
            )),
            Self::Interval(from, to) => Some((from.days()?.0, to.days()?.1)),
            Self::Duration(_) | Self::Reference(_) => None,
        }
    }
}

fn span_of_months(year: i16, first: i8, last: i8) -> Option<(Date, Date)> {
    Some((
        Date::new(year, first, 1).ok()?,
        Date::new(year, last, 1).ok()?.last_of_month(),
    ))
}

fn season_days(year: i16, season: Season) -> Option<(Date, Date)> {
    match season {
        Season::Spring => span_of_months(year, 3, 5),
        Season::Summer => span_of_months(year, 6, 8),
        Season::Autumn => span_of_months(year, 9, 11),
        Season::Winter => Some((
            Date::new(year, 12, 1).ok()?,
            Date::new(year + 1, 2, 1).ok()?.last_of_month(),
        )),
    }
}

fn week_days(year: i16, week: i8, first: i8, last: i8) -> Option<(Date, Date)> {
    use jiff::civil::{ISOWeekDate, Weekday};
    let day = |number: i8| {
        let weekday = Weekday::from_monday_one_offset(number).ok()?;
        Some(ISOWeekDate::new(year, week, weekday).ok()?.date())
    };
    Some((day(first)?, day(last)?))
}

fn day_part_id(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "MO",
        DayPart::Afternoon => "AF",
        DayPart::Evening => "EV",
        DayPart::Night => "NI",
    }
}

fn season_id(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}

#[cfg(test)]
mod tests {
    use super::Value;

    #[test]
    fn values_are_read_back_as_written() {
        for words in [
            "2022-01-08",
            "2022-01-07TNI",
            "2022-01",
            "2022",
            "2022-W01",
            "2022-W01-WE",
            "2022-Q1",
            "2022-H2",
            "2022-WI",
            "199",
            "2022-01-02/2022-01-08",
            "PT60H",
            "P3W",
            "PRESENT_REF",
            "2022-03/2022-06-17",
        ] {
            assert_eq!(
                Value::parse(words).map(|value| value.to_string()).as_deref(),
                Some(words)
            );
        }
        for words in [
            "",
            "hello",
            "2022-13",
            "2022-02-30",
            "20",
            "2022-01-07TXX",
            "ü",
            "éééé-01",
            "2022-Q99",
            "2022-H3",
        ] {
            assert_eq!(Value::parse(words), None, "{words}");
        }
        // as deep as it is long: the words of a table's cell are anybody's
        assert_eq!(Value::parse(&("2022/".repeat(200_000) + "2022")), None);
        let nested = "2022/2023/2024/2025";
        assert_eq!(
            Value::parse(nested).map(|value| value.to_string()).as_deref(),
            Some(nested)
        );
    }

    #[test]
    fn values_cover_days() {
        let days = |words: &str| {
            Value::parse(words)
                .and_then(|value| value.days())
                .map(|(a, b)| format!("{a} {b}"))
        };
        assert_eq!(days("2022-02").as_deref(), Some("2022-02-01 2022-02-28"));
        assert_eq!(days("2022-W01").as_deref(), Some("2022-01-03 2022-01-09"));
        assert_eq!(days("2022-W01-WE").as_deref(), Some("2022-01-08 2022-01-09"));
        assert_eq!(days("P3W"), None);
    }
}
