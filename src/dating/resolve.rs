//! Turns relative times into values once the article's own day is known.

use jiff::civil::{Date, Weekday};

use super::calendar::{
    days_on, first_after, latest_before, months_on, nearest, period_of, units_on, weekday_after, weekday_before,
    weekday_from, weekday_up_to,
};
use super::section::{Section, section_at};
use super::told::Told;
use crate::time::{Hanging, Lean, Relative, TimeMention, Turn, Unit, Value, When, is_worship};
use crate::token::{Scan, TokenKind};

/// The value of every time mention, in their order; `None` where it cannot be told. Without a publication day only
/// what the words alone give is known, and what hangs on a date told before. Below a stamp within the page, in one of
/// `sections`, words are seen from the stamp's day.
pub fn resolve(
    scan: &Scan<'_>,
    times: &[TimeMention],
    sections: &[Section],
    published: Option<Date>,
) -> Vec<Option<Value>> {
    let mut told = Told::default();
    let mut own: Option<(usize, Date)> = None;
    times
        .iter()
        .enumerate()
        .map(|(index, mention)| {
            let section = section_at(sections, mention.span.start());
            let stamped = own.filter(|(time, _)| section.is_some_and(|section| section.time == *time));
            let published = stamped.map(|(_, day)| day).or(published);
            let sentence = scan
                .sentence_index(scan.token_at(mention.span.start()))
                .unwrap_or_default();
            let value = match &mention.when {
                When::Known(value) => Some(value.clone()),
                When::Hanging(hanging) => {
                    let before = index.checked_sub(1).and_then(|before| times.get(before));
                    let hanging = before.map_or(*hanging, |before| with_weekday(scan, before, mention, *hanging));
                    year_before(scan, mention, hanging, published)
                        .or_else(|| value(hanging, published, &told, sentence))
                }
                When::Unknown => None,
            };
            if let Some(value) = &value {
                // what a figure is compared with is no date that the story goes on from
                let start = scan.token_at(mention.span.start());
                let since = start.checked_sub(1).is_some_and(|at| scan.lower(at) == "since");
                let comparison = matches!(&mention.when, When::Hanging(hanging) if is_comparison(hanging.relative));
                let overnight = scan.lower(start) == "overnight";
                if !since && !comparison && !overnight {
                    told.push(value, sentence);
                }
                told.note_year(value, &mention.when, sentence);
                if is_attribute(scan, mention) {
                    told.note_attribute();
                }
            }
            if let Some(value) = value
                .as_ref()
                .filter(|_| section.is_some_and(|section| section.time == index))
            {
                own = value.days().map(|(first, _)| (index, first));
            }
            value
        })
        .collect()
}

/// Words behind a date that do not belong to it.
#[rustfmt::skip]
const AFTER_DATES: &[&str] = &[
    "a", "an", "the", "in", "on", "at", "by", "for", "from", "to", "and", "or", "but", "when", "while", "after", "before", "as",
    "he", "she", "it", "they", "we", "there", "was", "were", "is", "are", "had", "has", "have", "said", "near", "with", "that",
    "because", "until", "during", "through", "people", "some", "more",
];

/// "the August 1988 truce", "its 3 March 2011 raid": the date says which one is meant.
fn is_attribute(scan: &Scan<'_>, mention: &TimeMention) -> bool {
    let (start, end) = (scan.token_at(mention.span.start()), scan.token_at(mention.span.end()));
    let before = start.checked_sub(1).map_or("", |at| scan.lower(at));
    let owned = matches!(
        before,
        "the" | "a" | "an" | "its" | "his" | "her" | "their" | "this" | "that"
    ) || scan.lower(start) == "the"
        || before.ends_with("'s");
    let noun = scan.tokens.get(end).is_some_and(|token| {
        token.kind == TokenKind::Word && !token.capital && !token.line_before && !AFTER_DATES.contains(&&*token.lower)
    });
    owned && noun
}

/// How many days of a month make it too young for a "since": what began in them has a day, or "earlier this month".
const YOUNG_DAYS: i8 = 14;
/// How many tokens before a month its "since" stands.
const SINCE: usize = 16;

/// "since the revolt began in March", written in early March: that of the year before.
fn year_before(scan: &Scan<'_>, mention: &TimeMention, hanging: Hanging, published: Option<Date>) -> Option<Value> {
    let Relative::Month(month, Turn::Bare) = hanging.relative else {
        return None;
    };
    let published = published.filter(|day| day.month() == month && day.day() < YOUNG_DAYS)?;
    let at = scan.token_at(mention.span.start());
    let start = scan.sentence_of(at).map_or(at, |sentence| sentence.tokens.start);
    let since = (start.max(at.saturating_sub(SINCE))..at)
        .rev()
        .take_while(|&at| !matches!(scan.lower(at), ";" | "." | ":"))
        .any(|at| scan.lower(at) == "since");
    // "since early March", "since the beginning of March"
    let modified = |at: usize| {
        matches!(
            scan.lower(at),
            "early" | "mid" | "late" | "this" | "beginning" | "start" | "middle" | "end"
        )
    };
    if !since || (at.saturating_sub(1)..scan.token_at(mention.span.end())).any(modified) {
        return None;
    }
    Some(Value::Month(year_on(published, -1)?, month))
}

/// "Friday prayers on 18 March": the date with its weekday, which tells the year.
fn with_weekday(scan: &Scan<'_>, before: &TimeMention, mention: &TimeMention, hanging: Hanging) -> Hanging {
    let (Relative::MonthDay(month, day, None), When::Hanging(prior)) = (hanging.relative, &before.when) else {
        return hanging;
    };
    let (end, start) = (scan.token_at(before.span.end()), scan.token_at(mention.span.start()));
    match prior.relative {
        Relative::Weekday(weekday, ..)
            if is_worship(scan.lower(end)) && start == end + 2 && scan.lower(end + 1) == "on" =>
        {
            Hanging {
                relative: Relative::MonthDay(month, day, Some(weekday)),
                ..hanging
            }
        }
        _ => hanging,
    }
}

fn is_comparison(relative: Relative) -> bool {
    matches!(
        relative,
        Relative::YearsFromTold(_)
            | Relative::YearsAgo(_)
            | Relative::PeriodIn(_)
            | Relative::Same(..)
            | Relative::SameIn(..)
            | Relative::Away(Unit::Year, _)
    )
}

/// The value of one rule as seen from `published`, with no other date told: what `published` clues are tried with.
pub(super) fn seen_from(hanging: Hanging, published: Date) -> Option<Value> {
    value(hanging, Some(published), &Told::default(), 0)
}

fn value(hanging: Hanging, published: Option<Date>, told: &Told, sentence: usize) -> Option<Value> {
    let value = match hanging.relative {
        Relative::Told(unit, count) => told.units_on(unit, count, published, sentence),
        Relative::YearsFromTold(years) => told.years_on(years, published, sentence),
        Relative::YearsAgo(years) => told.years_ago(years, published, sentence),
        Relative::Weekday(weekday, Turn::Following, _) => {
            weekday_after(told.day().or(published)?, weekday).map(Value::Day)
        }
        Relative::Weekday(weekday, Turn::Preceding, _) => {
            weekday_before(told.day().or(published)?, weekday).map(Value::Day)
        }
        Relative::PeriodIn(year) => Some(told.period_in(year, sentence)),
        Relative::Same(unit, years) => told.same(unit, years, published, sentence),
        Relative::SameIn(unit, year) => told.same_in(unit, year, published, sentence),
        Relative::SeasonTold(season, count) => told.season(season, count, published),
        Relative::MonthDay(month, day, None) if hanging.lean != Lean::Future => {
            let old = told.old_day(published, sentence).and_then(|old| {
                nearest(old, Lean::Unsaid, |year| {
                    Date::new(year, month, day).ok().map(Value::Day)
                })
            });
            going_on(old, told, hanging, published)
        }
        Relative::Month(month, Turn::Bare) if hanging.lean != Lean::Future => {
            let old = told
                .old_day(published, sentence)
                .and_then(|old| nearest(old, Lean::Unsaid, |year| Some(Value::Month(year, month))));
            going_on(old, told, hanging, published)
        }
        relative => from_published(relative, hanging.lean, published?),
    }?;
    match (value, hanging.part) {
        (Value::Day(day), Some(part)) => Some(Value::PartOfDay(day, part)),
        (value, _) => Some(value),
    }
}

/// The date as it goes on from an old one, else as seen from publication.
fn going_on(old: Option<Value>, told: &Told, hanging: Hanging, published: Option<Date>) -> Option<Value> {
    let recent = published.and_then(|published| from_published(hanging.relative, hanging.lean, published));
    if told.is_apart(recent.as_ref(), published) {
        return recent;
    }
    old.or(recent)
}

fn from_published(relative: Relative, lean: Lean, published: Date) -> Option<Value> {
    match relative {
        Relative::Days(days, _) => days_on(published, days).map(Value::Day),
        Relative::Weekday(weekday, turn, day) => weekday_by(published, weekday, turn, lean, day).map(Value::Day),
        Relative::WeekdayOf(weekday, weeks) => {
            let monday = weekday_up_to(published, Weekday::Monday)?;
            weekday_from(units_on(monday, Unit::Week, weeks)?, weekday).map(Value::Day)
        }
        Relative::WeekdayNear(weekday, weeks) => {
            let there = days_on(units_on(published, Unit::Week, weeks)?, -3)?;
            weekday_from(there, weekday).map(Value::Day)
        }
        Relative::NthWeekday(weekday, nth, month) => nearest(published, lean, |year| {
            let first = Date::new(year, month, 1).ok()?;
            first.nth_weekday_of_month(nth, weekday).ok().map(Value::Day)
        }),
        Relative::HeldBy(unit, step, count) => period_of(units_on(published, step, count)?, unit),
        Relative::WeekdaysAgo(weekday, count) => {
            let latest = weekday_before(published, weekday)?;
            units_on(latest, Unit::Week, 1 - count).map(Value::Day)
        }
        Relative::DayOfMonth(day) => day_of_month(published, day, lean),
        Relative::DayOfMonthOf(day, months) => {
            let month = months_on(published.first_of_month(), months)?;
            Date::new(month.year(), month.month(), day).ok().map(Value::Day)
        }
        Relative::EitherDay(one, other) => either_day(published, lean, [one, other]),
        Relative::Feast(feast, turn) => by_turn(published, turn, lean, |year| feast.day(year).map(Value::Day)),
        Relative::MonthsOf(first, last, years) => {
            let year = year_on(published, years)?;
            let month = |month| Box::new(Value::Month(year, month));
            Some(Value::Interval(month(first), month(last)))
        }
        Relative::MonthDay(month, day, weekday) => month_day(published, lean, (month, day), weekday),
        Relative::MonthDays(month, first, last) => nearest(published, lean, |year| {
            let day = |day: i8| Date::new(year, month, day).ok().map(|date| Box::new(Value::Day(date)));
            Some(Value::Interval(day(first)?, day(last)?))
        }),
        Relative::MonthDayOf(month, day, years) => {
            Date::new(year_on(published, years)?, month, day).ok().map(Value::Day)
        }
        // "since last March", said in April: that of last year
        Relative::Month(month, Turn::BeforeLast) if month + 1 == published.month() => {
            Some(Value::Month(year_on(published, -1)?, month))
        }
        Relative::Month(month, turn) => by_turn(published, turn, lean, |year| Some(Value::Month(year, month))),
        Relative::MonthOf(month, years) => Some(Value::Month(year_on(published, years)?, month)),
        Relative::Quarter(quarter, turn) => by_turn(published, turn, lean, |year| Some(Value::Quarter(year, quarter))),
        Relative::QuarterOf(quarter, years) => Some(Value::Quarter(year_on(published, years)?, quarter)),
        Relative::HalfOf(half, years) => Some(Value::Half(year_on(published, years)?, half)),
        Relative::Season(season, turn) => by_turn(published, turn, lean, |year| Some(Value::Season(year, season))),
        Relative::SeasonOf(season, years) => Some(Value::Season(year_on(published, years)?, season)),
        Relative::Period(unit, count) => period(published, unit, count, lean),
        Relative::Away(unit, count) => away(published, unit, count),
        Relative::NewYear => {
            let years = if published.month() > 6 { 1 } else { 0 };
            Some(Value::Year(year_on(published, years)?))
        }
        Relative::Told(..)
        | Relative::YearsFromTold(_)
        | Relative::YearsAgo(_)
        | Relative::PeriodIn(_)
        | Relative::Same(..)
        | Relative::SameIn(..)
        | Relative::SeasonTold(..) => None,
    }
}

fn year_on(published: Date, years: i32) -> Option<i16> {
    published.year().checked_add(i16::try_from(years).ok()?)
}

fn weekday_by(published: Date, weekday: Weekday, turn: Turn, lean: Lean, day: Option<i8>) -> Option<Date> {
    let first = match (turn, lean) {
        // on a Wednesday "last Tuesday" is not yesterday
        (Turn::Last, _) if day.is_none() && days_on(published, -1)?.weekday() == weekday => days_on(published, -8)?,
        (Turn::Last | Turn::Preceding, _) => weekday_before(published, weekday)?,
        (Turn::Next | Turn::Following, _) => weekday_after(published, weekday)?,
        (Turn::BeforeLast, _) => days_on(weekday_before(published, weekday)?, -7)?,
        (Turn::InAWeek, _) => days_on(weekday_after(published, weekday)?, 7)?,
        (Turn::Own, _) => published,
        (Turn::Bare | Turn::This, Lean::Future) => weekday_from(published, weekday)?,
        (Turn::Bare | Turn::This, _) => weekday_up_to(published, weekday)?,
    };
    let Some(day) = day else { return Some(first) };
    // the pair names the day, so the nearest one that is both is meant
    (0..6)
        .flat_map(|weeks| [-weeks, weeks])
        .filter_map(|weeks| units_on(first, Unit::Week, weeks))
        .find(|date| date.day() == day)
}

fn day_of_month(published: Date, day: i8, lean: Lean) -> Option<Value> {
    let months: &[i32] = if lean == Lean::Future { &[0, 1] } else { &[0, -1] };
    months
        .iter()
        .filter_map(|months| {
            let month = months_on(published.first_of_month(), *months)?;
            Date::new(month.year(), month.month(), day).ok()
        })
        .find(|date| {
            if lean == Lean::Future {
                *date >= published
            } else {
                *date <= published
            }
        })
        .map(Value::Day)
}

fn month_day(published: Date, lean: Lean, (month, day): (i8, i8), weekday: Option<Weekday>) -> Option<Value> {
    let of_year = |year| Date::new(year, month, day).ok();
    let paired = weekday.and_then(|weekday| {
        nearest(published, Lean::Unsaid, |year| {
            of_year(year).filter(|date| date.weekday() == weekday).map(Value::Day)
        })
    });
    paired.or_else(|| nearest(published, lean, |year| of_year(year).map(Value::Day)))
}

fn by_turn(published: Date, turn: Turn, lean: Lean, of_year: impl Fn(i16) -> Option<Value>) -> Option<Value> {
    match turn {
        Turn::Bare => nearest(published, lean, of_year),
        Turn::This | Turn::Own => of_year(published.year()),
        Turn::Last | Turn::Preceding | Turn::BeforeLast => latest_before(published, of_year),
        Turn::Next | Turn::Following | Turn::InAWeek => first_after(published, of_year),
    }
}

fn period(published: Date, unit: Unit, count: i32, lean: Lean) -> Option<Value> {
    let anchor = units_on(published, unit, count)?;
    // on Monday to Friday "the weekend" that was is the one of the last week
    let soon = published.weekday().to_monday_one_offset() < 3 && lean != Lean::Future;
    let back = unit == Unit::Weekend && count == 0 && (lean == Lean::Past || soon);
    if back && published.weekday().to_monday_one_offset() < 6 {
        return period_of(days_on(published, -7)?, unit);
    }
    period_of(anchor, unit)
}

/// The reading that does not lie on the wrong side of publication, where the other does.
fn either_day(published: Date, lean: Lean, days: [Date; 2]) -> Option<Value> {
    let fits = |date: &Date| {
        if lean == Lean::Future {
            *date >= published
        } else {
            *date <= published
        }
    };
    let mut fitting = days.into_iter().filter(fits);
    let first = fitting.next()?;
    fitting.next().is_none().then_some(Value::Day(first))
}

/// "24 hours ago" is the day before, "three hours ago" today; between them it cannot be told.
fn hours_away(published: Date, hours: i32) -> Option<Value> {
    match hours {
        _ if hours % 24 == 0 => days_on(published, hours / 24).map(Value::Day),
        -6..=6 => Some(Value::Day(published)),
        _ => None,
    }
}

fn away(published: Date, unit: Unit, count: i32) -> Option<Value> {
    match unit {
        Unit::Hour => return hours_away(published, count),
        Unit::Minute | Unit::Second => return Some(Value::Day(published)),
        _ => {}
    }
    let date = units_on(published, unit, count)?;
    match unit {
        Unit::Week | Unit::Weekend => Some(Value::Day(date)),
        Unit::Decade | Unit::Century => Some(Value::Year(date.year())),
        _ => period_of(date, unit),
    }
}
