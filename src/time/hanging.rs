//! Time expressions that hang on the article's own day or on a date told before: typed, without any calendar.

use jiff::civil::{Date, Weekday};

use super::feast::Feast;
use super::value::{DayPart, Season};

/// A stretch of the calendar that words count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// Seconds; durations only.
    Second,
    /// Minutes; durations only.
    Minute,
    /// Hours; durations only.
    Hour,
    /// Days.
    Day,
    /// ISO weeks.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// Months.
    Month,
    /// Quarters of a year.
    Quarter,
    /// Years.
    Year,
    /// Ten years, 1990 to 1999.
    Decade,
    /// A hundred years, 1901 to 2000.
    Century,
}

/// The word that turns a recurring day, month or season to one of its occurrences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Turn {
    /// No word: the clause decides.
    Bare,
    /// "last Sunday": strictly before.
    Last,
    /// "this Saturday": near, the clause decides.
    This,
    /// "next Monday": strictly after.
    Next,
    /// "the following Monday": strictly after the last day told.
    Following,
    /// "the previous Friday": strictly before the last day told.
    Preceding,
    /// "the Friday before last": the one before the latest.
    BeforeLast,
    /// "Sunday week": a week after the next.
    InAWeek,
    /// "today, Friday, the 4th": the article's own day.
    Own,
}

/// Which way the clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lean {
    /// The clause tells what happened.
    Past,
    /// Only a verb of saying stands in the past, which tells little of what was said.
    Said,
    /// The clause tells what is to come.
    Future,
    /// It does not say.
    Unsaid,
}

/// A rule for finding the value once the article's day is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relative {
    /// So many days from publication: today 0, yesterday -1. The weekday where one is named beside it ("today, Friday").
    Days(i32, Option<Weekday>),
    /// A weekday, with the day of the month where it is named ("last Sunday, the 2nd").
    Weekday(Weekday, Turn, Option<i8>),
    /// A weekday of the week so many weeks from publication ("Tuesday last week" -1).
    WeekdayOf(Weekday, i32),
    /// The weekday nearest to so many weeks from publication ("two weeks ago on Friday" -2).
    WeekdayNear(Weekday, i32),
    /// The weekday that comes so many times in the month, -1 the last ("the first Friday of May").
    NthWeekday(Weekday, i8, i8),
    /// The first unit where it holds the day so many of the second from publication ("five years ago this month": -5
    /// years).
    HeldBy(Unit, Unit, i32),
    /// The weekday that came so many times before publication ("two Fridays ago" 2).
    WeekdaysAgo(Weekday, i32),
    /// A day of a month that is not named ("on the 2nd").
    DayOfMonth(i8),
    /// A day of the month so many months from publication ("the 2nd of this month" 0).
    DayOfMonthOf(i8, i32),
    /// A feast, the year lacking.
    Feast(Feast, Turn),
    /// Two days as which one date in numerals can be read ("03/04/2019").
    EitherDay(Date, Date),
    /// Month and day, the year lacking; the weekday where it is named.
    MonthDay(i8, i8, Option<Weekday>),
    /// Two days of a month, first and last, the year lacking.
    MonthDays(i8, i8, i8),
    /// A month, the year lacking.
    Month(i8, Turn),
    /// A month of the year so many years from publication ("June last year" -1).
    MonthOf(i8, i32),
    /// Month and day of the year so many years from publication ("June 5 last year" -1).
    MonthDayOf(i8, i8, i32),
    /// A quarter, 1 to 4, the year lacking.
    Quarter(i8, Turn),
    /// A quarter of the year so many years from publication.
    QuarterOf(i8, i32),
    /// "the 1988 period": what was told last of that year, the quarter where one was told near by.
    PeriodIn(i16),
    /// First to last month of the year so many years from publication ("the first three months of this year").
    MonthsOf(i8, i8, i32),
    /// A half, 1 or 2, of the year so many years from publication.
    HalfOf(i8, i32),
    /// A season, the year lacking.
    Season(Season, Turn),
    /// A season of the year so many years from publication.
    SeasonOf(Season, i32),
    /// A season by the last date told: that of its year 0, the following one 1, the previous one -1.
    SeasonTold(Season, i32),
    /// The unit so many units from publication's own: this week 0, last year -1.
    Period(Unit, i32),
    /// The day, month or year that lies so many units from publication: "two weeks ago" -2 weeks.
    Away(Unit, i32),
    /// So many units from the last date told: the next day 1, that year 0.
    Told(Unit, i32),
    /// The period told last, or where it was long ago the year, so many years from it ("a year earlier" -1).
    YearsFromTold(i32),
    /// The unit that holds what was told last, else publication, so many years on ("the same month last year" -1).
    Same(Unit, i32),
    /// The same in a year that is named ("the same month of 2018").
    SameIn(Unit, i16),
    /// The quarter told near by, else publication's year, so many years on ("a year ago" -1).
    YearsAgo(i32),
    /// "the new year": the year that begins nearest to publication.
    NewYear,
}

/// A rule with what its words add.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Hanging {
    /// The rule.
    pub relative: Relative,
    /// The part of the day, where one is named.
    pub part: Option<DayPart>,
    /// Which way the clause looks.
    pub lean: Lean,
}

impl From<Relative> for Hanging {
    fn from(relative: Relative) -> Self {
        Self {
            relative,
            part: None,
            lean: Lean::Unsaid,
        }
    }
}

impl Unit {
    /// The letters that count it in a duration, with what they are multiplied by: a quarter is three months.
    pub(super) fn letter(self) -> (&'static str, f64, &'static str) {
        match self {
            Self::Second => ("PT", 1.0, "S"),
            Self::Minute => ("PT", 1.0, "M"),
            Self::Hour => ("PT", 1.0, "H"),
            Self::Day => ("P", 1.0, "D"),
            Self::Week => ("P", 1.0, "W"),
            Self::Weekend => ("P", 1.0, "WE"),
            Self::Month => ("P", 1.0, "M"),
            Self::Quarter => ("P", 3.0, "M"),
            Self::Year => ("P", 1.0, "Y"),
            Self::Decade => ("P", 10.0, "Y"),
            Self::Century => ("P", 100.0, "Y"),
        }
    }
}

/// As `inspect` shows it: the rule's name with its numbers.
impl std::fmt::Display for Hanging {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.relative)?;
        if let Some(part) = self.part {
            write!(f, " {part:?}")?;
        }
        match self.lean {
            Lean::Past => f.write_str(" past"),
            Lean::Said => f.write_str(" said"),
            Lean::Future => f.write_str(" future"),
            Lean::Unsaid => Ok(()),
        }
    }
}
