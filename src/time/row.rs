//! What a rule is: a pattern, what it means, what has to be true around it.

use super::feast::Feast as Holiday;
use super::hanging::{Turn, Unit};
use super::value::{DayPart, Reference};

/// How the words that a row took become a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Means {
    /// So many days from publication, with the part of the day that is meant.
    Days(i32, Option<DayPart>),
    /// {weekday} with the day beside it, if any.
    Weekday(Turn),
    /// {weekday} of the week so many weeks from publication.
    WeekdayOf(i32),
    /// {weekday} nearest to {n} or one week ago.
    WeekdayWeeksAgo,
    /// The {nth} or last {weekday} of {month}, maybe with {year}.
    NthWeekday,
    /// So long as this unit, {n} years or one before publication.
    YearsAgoOf(Unit),
    /// {nth} of the month so many months from publication.
    DayOfMonthOf(i32),
    /// {day} alone.
    DayOfMonth,
    /// {month}, {day} and maybe {year}.
    MonthDay,
    /// {month}, {day} of the year so many years from publication.
    MonthDayOf(i32),
    /// A feast, maybe with its {year}.
    Feast(Holiday, Turn),
    /// This day, whatever else is said.
    Fixed(i16, i8, i8),
    /// {month} with two {day} and maybe {year}.
    MonthDays,
    /// {date}
    Numeric,
    /// {month} with its {year}.
    MonthYear,
    /// {month} alone.
    Month(Turn),
    /// {month} of the year so many years from publication.
    MonthOf(i32),
    /// {year}
    Year,
    /// {year} and {yy}, or two {year}: from one to the other.
    Years,
    /// {yy} after an apostrophe.
    ShortYear,
    /// {decade}
    Decade,
    /// {nth} quarter, maybe with {year}.
    Quarter(Turn),
    /// {nth} quarter of the year so many years from publication.
    QuarterOf(i32),
    /// {nth} half with {year}.
    Half,
    /// {nth} half of the year so many years from publication.
    HalfOf(i32),
    /// The first {n} {units} of {year}, or of the year so many years from publication.
    FirstMonths(i32),
    /// The last {n} {units} of {year}, or of the year so many years from publication.
    LastMonths(i32),
    /// The period of {year} that is spoken of.
    PeriodIn,
    /// This month and day, the year lacking.
    DayIs(i8, i8),
    /// {n} {weekdays} before publication.
    WeekdaysAgo,
    /// {n} {parts} of the day before publication.
    PartsAgo,
    /// {nth} century.
    Century,
    /// {unit} told last in {year}, or so many years on.
    SameUnit(i32),
    /// {season} by the last date told: its own 0, the following 1, the previous -1.
    SeasonTold(i32),
    /// {season}, maybe with {year}.
    Season(Turn),
    /// {season} of the year so many years from publication.
    SeasonOf(i32),
    /// {period} or {unit}, so many from publication's own.
    Period(i32),
    /// A period that is named without its word.
    PeriodOf(Unit, i32),
    /// {n} or one {unit}, so many times this sign from publication.
    Away(i32),
    /// So many of this unit from publication.
    AwayOf(Unit, i32),
    /// {n} or one {unit}, so many times this sign from the last date told.
    Told(i32),
    /// {unit} told last.
    Same,
    /// The unit told last, so many units on.
    ToldUnit(Unit, i32),
    /// The period told last, so many years on.
    YearsFromTold(i32),
    /// The quarter told near by, else publication's year, so many years on.
    YearsAgo(i32),
    /// {n} {unit} long, or one {unit}.
    Duration,
    /// A number of {units} that is not told.
    VagueDuration,
    /// Now, recently, soon.
    Refers(Reference),
    /// A time of which no value can be told.
    Untold,
    /// A time of the day: kept only beside a day.
    Clock,
    /// {part} of the day that the words beside it name, or of the day told.
    Part,
    /// The same, the part of the day known without its word.
    PartIs(DayPart),
    /// This long.
    Lasts(&'static str),
    /// The year that begins nearest.
    NewYear,
    /// Words that look like a time and are none.
    Nothing,
}

/// What has to be true around the words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Guard {
    /// Nothing.
    Free,
    /// A numeral that is a year and no count.
    Year,
    /// A year before 1900 too, where a preposition stands before it.
    Month,
    /// Month and day, where the day is not a count ("in March 12 people").
    Day,
    /// Day and month, where the month is no verb ("20 may have died").
    MonthName,
    /// A feast and nothing that is named after it ("a Christmas tree").
    Feast,
    /// No hyphen follows ("quarter-to-quarter").
    NoHyphen,
    /// Some such weekday, nothing of which it would be the day ("a Friday attack").
    SomeDay,
    /// The name of the attacks of 2001 follows.
    Attacks,
    /// No hedge of time follows ("Friday last year").
    LastWord,
    /// The day of a month, where no noun follows ("the 2nd floor").
    DayAlone,
    /// A preposition stands before it ("in spring").
    Preposition,
    /// Nothing follows to which it could belong ("the day before the vote").
    NoObject,
    /// A preposition stands before it, and nothing follows that says which one ("in the year ended in March").
    WholePeriod,
    /// It is not measured by what follows ("a day of mourning").
    NotOf,
    /// No noun follows ("overnight train").
    Adverb,
    /// It is no name ("ABC's This Week", "Brenk Today").
    NoName,
    /// It stands for an age and not for a day ("the people of tomorrow", "today's world").
    AnAge,
    /// Nothing follows that it would only measure ("shortly after").
    NoAfter,
    /// It is nobody's age ("in his late 20s").
    NoAge,
}

/// One rule.
pub(super) struct Row {
    /// Stable name, `time/...`.
    pub id: &'static str,
    /// What the words look like, in the language of `rule`.
    pub pattern: &'static str,
    /// What they mean.
    pub means: Means,
    /// What has to be true around them.
    pub guard: Guard,
}

pub(super) const fn row(id: &'static str, pattern: &'static str, means: Means) -> Row {
    guarded(id, pattern, means, Guard::Free)
}

pub(super) const fn guarded(id: &'static str, pattern: &'static str, means: Means, guard: Guard) -> Row {
    Row {
        id,
        pattern,
        means,
        guard,
    }
}
