//! Turns what a rule took into what it means.

use jiff::civil::{Date, Weekday};

use super::classes::Classes;
use super::hanging::{Hanging, Relative, Turn, Unit};
use super::lexicon::Term;
use super::numeral::{self, Numeric, Order};
use super::row::Means;
use super::value::{DayPart, Season, Value, When};
use crate::rule::Hit;

/// A piece of the text that a rule took.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// A time expression.
    Time(When),
    /// A time of the day.
    Clock,
    /// A part of the day that nothing but its neighbours dates.
    Part(DayPart),
    /// A day of the month without its month.
    DayOfMonth(i8),
    /// Words that are no time.
    Nothing,
}

/// The captures of a hit, read.
pub(super) struct Taken<'h, 'c, 's, 't> {
    pub hit: &'h Hit,
    pub classes: &'c Classes<'s, 't>,
}

impl Taken<'_, '_, '_, '_> {
    fn term(&self, class: &str) -> Option<Term> {
        self.classes.term(self.hit.capture(class))
    }

    fn nth_start(&self, class: &str, nth: usize) -> Option<usize> {
        let mut all = self.hit.captures.iter().filter(|capture| &*capture.class == class);
        all.nth(nth).map(|capture| capture.tokens.start)
    }

    /// Where the class or the one for the same thing in words begins.
    fn start_of(&self, class: &str) -> Option<usize> {
        self.nth_start(class, 0)
            .or_else(|| self.nth_start(&format!("{class}-word"), 0))
            .or_else(|| self.nth_start(&format!("{class}-any"), 0))
    }

    fn weekday(&self) -> Option<Weekday> {
        match ["weekday", "wd", "weekdays"]
            .iter()
            .find_map(|class| self.term(class))?
        {
            Term::Weekday(day, _) | Term::Weekdays(day) => Some(day),
            _ => None,
        }
    }

    fn month(&self) -> Option<i8> {
        match self.term("month")? {
            Term::Month(month) => Some(month),
            _ => None,
        }
    }

    fn season(&self) -> Option<Season> {
        match self.term("season")? {
            Term::Season(season) => Some(season),
            _ => None,
        }
    }

    fn part(&self) -> Option<DayPart> {
        match self.term("part").or_else(|| self.term("parts"))? {
            Term::Part(part) | Term::Parts(part) => Some(part),
            _ => None,
        }
    }

    fn unit(&self) -> Option<Unit> {
        match ["period", "unit", "units"].iter().find_map(|class| self.term(class))? {
            Term::Unit(unit, _) => Some(unit),
            _ => None,
        }
    }

    fn day(&self, nth: usize) -> Option<i8> {
        let at = ["day", "nth", "numbered"]
            .iter()
            .find_map(|class| self.nth_start(class, nth))?;
        numeral::day_of_month(self.classes.scan, at).map(|(day, _)| day)
    }

    fn nth(&self, most: i8) -> Option<i8> {
        let scan = self.classes.scan;
        let Some(at) = self.nth_start("nth", 0).or_else(|| self.nth_start("part-of-year", 0)) else {
            return self.hit.tokens.clone().find_map(|at| match scan.lower(at) {
                "last" | "latter" | "later" | "final" | "closing" => Some(most),
                "opening" => Some(1),
                _ => None,
            });
        };
        let lower = scan.lower(at);
        let digit = lower.strip_prefix(['q', 'h']).and_then(|digit| digit.parse().ok());
        digit.or_else(|| numeral::ordinal(lower)).filter(|nth| *nth <= most)
    }

    fn century(&self) -> Option<i16> {
        let (nth, _) = numeral::day_of_month(self.classes.scan, self.nth_start("nth", 0)?)?;
        (nth <= 21).then(|| i16::from(nth))
    }

    fn year(&self, nth: usize) -> Option<i16> {
        numeral::year(self.classes.scan, self.nth_start("year", nth)?).map(|(year, _)| year)
    }

    fn short_year(&self) -> Option<i16> {
        self.classes.scan.lower(self.nth_start("yy", 0)?).parse().ok()
    }

    /// The number of units, one where none is named, the last one of a range; with the half that stands beside it.
    fn count(&self) -> Option<f64> {
        let scan = self.classes.scan;
        if scan.lower(self.hit.tokens.start) == "half" {
            return Some(0.5);
        }
        let count = match self.hit.captures.iter().rfind(|capture| &*capture.class == "n") {
            Some(capture) => self.classes.numbers.get(&capture.tokens.start)?.value,
            None => 1.0,
        };
        let unit = ["unit", "units"].iter().find_map(|class| self.hit.capture(class));
        let half = unit.is_some_and(|unit| scan.lower(unit.end) == "and" && unit.end + 2 < self.hit.tokens.end);
        Some(if half { count + 0.5 } else { count })
    }

    /// So many of the unit, in a finer one where halves are counted.
    fn stretch(&self, sign: i32) -> Option<(Unit, i32)> {
        let unit = self.unit()?;
        if let Some(count) = self.whole() {
            return Some((unit, sign * count));
        }
        let doubled = whole_of(self.count()? * 2.0)?;
        let (finer, times) = match unit {
            Unit::Century => (Unit::Year, 50),
            Unit::Decade => (Unit::Year, 5),
            Unit::Year => (Unit::Month, 6),
            Unit::Day => (Unit::Hour, 12),
            Unit::Hour => (Unit::Minute, 30),
            _ => return None,
        };
        Some((finer, sign * doubled.checked_mul(times)?))
    }

    /// Where the day lies that is so many units from publication; weeks and months with a half are counted in days.
    fn away(&self, sign: i32) -> Option<Relative> {
        if let Some((unit, count)) = self.stretch(sign) {
            return Some(Relative::Away(unit, count));
        }
        let (unit, days) = match self.unit()? {
            Unit::Week => (Unit::Day, 7.0),
            Unit::Month => (Unit::Month, 30.0),
            _ => return None,
        };
        Some(Relative::HeldBy(
            unit,
            Unit::Day,
            sign * whole_of((self.count()? * days).round())?,
        ))
    }

    /// The count as a whole number within what a calendar holds.
    fn whole(&self) -> Option<i32> {
        whole_of(self.count()?)
    }

    fn duration(&self) -> Option<Value> {
        if self
            .nth_start("n", 0)
            .is_some_and(|at| numeral::year(self.classes.scan, at).is_some())
        {
            return None;
        }
        // "a second" is mostly another one
        let unit = self
            .unit()
            .filter(|unit| *unit != Unit::Second || self.nth_start("n", 0).is_some())?;
        let (before, times, letter) = unit.letter();
        Some(Value::Duration(format!("{before}{}{letter}", self.count()? * times)))
    }

    fn vague(&self) -> Option<Value> {
        let (before, _, letter) = self.unit()?.letter();
        Some(Value::Duration(format!("{before}X{letter}")))
    }

    fn month_day(&self) -> Option<When> {
        let (month, day) = (self.month()?, self.day(0)?);
        if let Some(year) = self.year(0).or_else(|| self.short_year().map(full_year)) {
            return known(Value::Day(Date::new(year, month, day).ok()?));
        }
        Date::new(2000, month, day).ok()?;
        hangs(Relative::MonthDay(month, day, self.weekday()))
    }

    fn month_days(&self) -> Option<When> {
        let (month, first) = (self.month()?, self.day(0)?);
        let last = (1..4).rev().find_map(|nth| self.day(nth))?;
        Date::new(2000, month, first.max(last)).ok()?;
        match self.year(0) {
            None => hangs(Relative::MonthDays(month, first, last)),
            Some(year) => {
                let day = |day: i8| Date::new(year, month, day).ok().map(|date| Box::new(Value::Day(date)));
                known(Value::Interval(day(first)?, day(last)?))
            }
        }
    }

    fn nth_weekday(&self) -> Option<(Weekday, i8, i8)> {
        let nth = if self.hit.capture("nth").is_some() {
            self.nth(5)?
        } else {
            -1
        };
        Some((self.weekday()?, nth, self.month()?))
    }

    fn numeric(&self) -> Option<When> {
        let (numeric, _) = numeral::numeric_date(self.classes.scan, self.nth_start("date", 0)?)?;
        match (numeric, self.classes.order) {
            (Numeric::Day(date), _) => known(Value::Day(date)),
            (Numeric::Either { day_first, .. }, Some(Order::DayFirst)) => known(Value::Day(day_first)),
            (Numeric::Either { month_first, .. }, Some(Order::MonthFirst)) => known(Value::Day(month_first)),
            (Numeric::Either { day_first, month_first }, None) => hangs(Relative::EitherDay(day_first, month_first)),
        }
    }

    /// First and last month of the first or last so many months of a year.
    fn months(&self, means: Means) -> Option<(i8, i8)> {
        let times = match self.unit()? {
            Unit::Month => 1,
            Unit::Quarter => 3,
            _ => return None,
        };
        let months = i8::try_from(self.whole()?).ok()?.checked_mul(times)?;
        (1..12).contains(&months).then_some(match means {
            Means::FirstMonths(_) => (1, months),
            _ => (13 - months, 12),
        })
    }

    fn years(&self) -> Option<When> {
        let first = self.year(0)?;
        let last = match self.year(1) {
            Some(last) => last,
            None => first - first % 100 + self.short_year()?,
        };
        let ok = first < last && last - first < 100;
        ok.then(|| {
            When::Known(Value::Interval(
                Box::new(Value::Year(first)),
                Box::new(Value::Year(last)),
            ))
        })
    }

    fn dated(&self, turn: Turn, means: Means) -> Option<When> {
        let year = self.year(0);
        match means {
            Means::Quarter(_) => match (self.nth(4)?, year) {
                (quarter, Some(year)) => known(Value::Quarter(year, quarter)),
                (quarter, None) => hangs(Relative::Quarter(quarter, turn)),
            },
            _ => match (self.season()?, year) {
                (season, Some(year)) => known(Value::Season(year, season)),
                (season, None) => hangs(Relative::Season(season, turn)),
            },
        }
    }

    /// What the row means here; `None` where the captures do not make sense together.
    pub(super) fn piece(&self, means: Means) -> Option<Piece> {
        match means {
            Means::Clock => Some(Piece::Clock),
            Means::Part => self.part().map(Piece::Part),
            Means::PartIs(part) => Some(Piece::Part(part)),
            Means::DayOfMonth => self.day(0).map(Piece::DayOfMonth),
            Means::Nothing => Some(Piece::Nothing),
            _ => self.when(means).map(Piece::Time),
        }
    }

    fn when(&self, means: Means) -> Option<When> {
        match means {
            Means::Days(days, part) => Some(When::Hanging(Hanging {
                part: part.or_else(|| self.part()),
                ..Relative::Days(days, None).into()
            })),
            Means::WeekdaysAgo => Some(When::Hanging(Hanging {
                part: self.part(),
                ..Relative::WeekdaysAgo(self.weekday()?, self.whole()?).into()
            })),
            Means::PartsAgo => Some(When::Hanging(Hanging {
                part: self.part(),
                ..Relative::Days(-self.whole()?, None).into()
            })),
            Means::Century => known(Value::century(self.century()?)),
            Means::ToldUnit(unit, count) => Some(When::Hanging(Hanging {
                part: self.part(),
                ..Relative::Told(unit, count).into()
            })),
            Means::MonthDay => self.month_day(),
            Means::MonthDays => self.month_days(),
            Means::Numeric => self.numeric(),
            Means::Fixed(year, month, day) => known(Value::Day(Date::new(year, month, day).ok()?)),
            Means::NthWeekday if self.hit.capture("year").is_some() => {
                let (weekday, nth, month) = self.nth_weekday()?;
                known(Value::Day(nth_weekday_of(self.year(0)?, month, nth, weekday)?))
            }
            Means::Feast(feast, _) if self.hit.capture("year").is_some() => {
                known(Value::Day(feast.day(self.year(0)?)?))
            }
            Means::FirstMonths(_) | Means::LastMonths(_) if self.hit.capture("year").is_some() => {
                let ((first, last), year) = (self.months(means)?, self.year(0)?);
                let month = |month| Box::new(Value::Month(year, month));
                known(Value::Interval(month(first), month(last)))
            }
            Means::MonthYear => known(Value::Month(
                self.year(0).or_else(|| self.short_year().map(full_year))?,
                self.month()?,
            )),
            Means::Year => self.year(0).and_then(|year| known(Value::Year(year))),
            Means::Years => self.years(),
            Means::ShortYear => self.short_year().and_then(|year| known(Value::Year(full_year(year)))),
            Means::Decade => numeral::decade(self.classes.scan.lower(self.start_of("decade")?))
                .and_then(|decade| known(Value::Decade(decade))),
            Means::Quarter(turn) | Means::Season(turn) => self.dated(turn, means),
            Means::Lasts(stretch) => known(Value::Duration(stretch.to_owned())),
            Means::Half => known(Value::Half(self.year(0)?, self.nth(2)?)),
            Means::Duration => known(self.duration()?),
            Means::VagueDuration => known(self.vague()?),
            Means::Refers(reference) => known(Value::Reference(reference)),
            Means::Untold => Some(When::Unknown),
            _ => self.relative(means).and_then(hangs),
        }
    }

    fn relative(&self, means: Means) -> Option<Relative> {
        Some(match means {
            Means::Weekday(turn) => Relative::Weekday(self.weekday()?, turn, self.day(0)),
            Means::WeekdayWeeksAgo => Relative::WeekdayNear(self.weekday()?, -self.whole()?),
            Means::NthWeekday => {
                let (weekday, nth, month) = self.nth_weekday()?;
                Relative::NthWeekday(weekday, nth, month)
            }
            Means::YearsAgoOf(unit) => Relative::HeldBy(unit, Unit::Year, -self.whole()?),
            Means::DayOfMonthOf(months) => Relative::DayOfMonthOf(self.day(0)?, months),
            Means::FirstMonths(years) | Means::LastMonths(years) => {
                let (first, last) = self.months(means)?;
                Relative::MonthsOf(first, last, years)
            }
            Means::PeriodIn => Relative::PeriodIn(self.year(0)?),
            Means::DayIs(month, day) => Relative::MonthDay(month, day, None),
            Means::SameUnit(years) => match self.year(0) {
                Some(year) => Relative::SameIn(self.unit()?, year),
                None => Relative::Same(self.unit()?, years),
            },
            Means::SeasonTold(count) => Relative::SeasonTold(self.season()?, count),
            Means::AwayOf(unit, count) => Relative::Away(unit, count),
            Means::WeekdayOf(weeks) => Relative::WeekdayOf(self.weekday()?, weeks),
            Means::Feast(feast, turn) => Relative::Feast(feast, turn),
            Means::MonthDayOf(years) => Relative::MonthDayOf(self.month()?, self.day(0)?, years),
            Means::Month(turn) => Relative::Month(self.month()?, turn),
            Means::MonthOf(years) => Relative::MonthOf(self.month()?, years),
            Means::QuarterOf(years) => Relative::QuarterOf(self.nth(4)?, years),
            Means::HalfOf(years) => Relative::HalfOf(self.nth(2)?, years),
            Means::SeasonOf(years) => Relative::SeasonOf(self.season()?, years),
            Means::Period(count) => Relative::Period(self.unit()?, count),
            Means::PeriodOf(unit, count) => Relative::Period(unit, count),
            Means::Away(sign) => self.away(sign)?,
            Means::Told(sign) => {
                let (unit, count) = self.stretch(sign)?;
                Relative::Told(unit, count)
            }
            Means::Same => Relative::Told(self.unit()?, 0),
            Means::YearsAgo(years) => Relative::YearsAgo(years),
            Means::YearsFromTold(years) => Relative::YearsFromTold(years),
            Means::NewYear => Relative::NewYear,
            _ => return None,
        })
    }
}

/// A whole number within what a calendar holds.
fn whole_of(count: f64) -> Option<i32> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "held between the limits on the line itself"
    )]
    (count.fract() == 0.0 && (0.0..100_000.0).contains(&count)).then_some(count as i32)
}

/// The weekday that comes so many times in a month, -1 the last.
fn nth_weekday_of(year: i16, month: i8, nth: i8, weekday: Weekday) -> Option<Date> {
    let first = Date::new(year, month, 1).ok()?;
    first.nth_weekday_of_month(nth, weekday).ok()
}

fn known(value: Value) -> Option<When> {
    Some(When::Known(value))
}

fn hangs(relative: Relative) -> Option<When> {
    Some(When::Hanging(relative.into()))
}

/// A year from its last two digits: 1930 to 2029.
fn full_year(short: i16) -> i16 {
    short + if short < 30 { 2000 } else { 1900 }
}
