//! Weighs the clues of one article to its publication day.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};

use super::clue::{Clue, Says, around, clues};
use super::published::{Alternative, Basis, Evidence, Opposing, Published};
use crate::article::Article;
use crate::time::{Hanging, Relative, TimeMention};
use crate::token::Scan;

/// What is known of an article's day from outside of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// The date that the analyst or the command line gave: final.
    pub given: Option<Date>,
    /// The day of reading; among years that fit equally the latest before it is taken. Where it is `None` and the
    /// year is open, no date is taken, only alternatives.
    pub today: Option<Date>,
}

/// Years tried where the article tells none and the day of reading is not known.
const YEARS_TRIED: std::ops::RangeInclusive<i16> = 1990..=2035;
/// Where the day of reading is known, so many years back are tried.
const YEARS_BACK: i16 = 35;
/// An article may have appeared so many days before or after a day that it names with weekday and month.
const PAIR_DAYS: i32 = 14;
/// Alternatives kept.
const MOST_ALTERNATIVES: usize = 8;

/// The article's publication day as far as the article by itself tells it; `None` where nothing speaks of it.
pub fn published(article: &Article, scan: &Scan<'_>, times: &[TimeMention], setting: &Setting) -> Option<Published> {
    let clues = clues(article, scan, times);
    if let Some(given) = setting.given {
        return Some(with_reasons(Published::given(given), &clues));
    }
    if clues.is_empty() {
        return None;
    }
    let ranked = ranked(&clues, setting);
    let year_open = !clues
        .iter()
        .any(|clue| matches!(clue.says, Says::Day(_) | Says::Either(..) | Says::Year(_)));
    let best = ranked.first().copied();
    // an open year is chosen by the day of reading only where the text says its own weekday outright
    let outright = clues
        .iter()
        .any(|clue| matches!(clue.says, Says::Weekday(_)) && clue.weight >= 1.0);
    let level = |(_, score): (Date, f32)| ranked.get(1).is_some_and(|(_, other)| *other > score - 0.001);
    let either = clues.iter().any(|clue| matches!(clue.says, Says::Either(..)));
    let settled = best
        .filter(|best| !(either && level(*best)))
        .filter(|_| !year_open || (outright && setting.today.is_some()));
    match settled {
        Some((date, score)) => Some(dated(date, score, &ranked, &clues, year_open)),
        None => undated(&clues, &ranked),
    }
}

/// Days that fit, best first, with the share of the clues' weight that they get.
fn ranked(clues: &[Clue], setting: &Setting) -> Vec<(Date, f32)> {
    let weight: f32 = clues.iter().map(|clue| clue.weight).sum();
    let mut out: Vec<(Date, f32)> = candidates(clues, setting)
        .into_iter()
        .map(|day| {
            let score: f32 = clues.iter().map(|clue| clue.weight * clue.agreement(day)).sum();
            (day, score / weight.max(f32::EPSILON))
        })
        .collect();
    let far = |day: Date| {
        setting.today.map_or(0, |today| {
            today.until(day).map_or(i32::MAX, |span| {
                let days = span.get_days();
                if days > 1 { 100_000 + days } else { days.abs() }
            })
        })
    };
    out.sort_by(|a, b| b.1.total_cmp(&a.1).then(far(a.0).cmp(&far(b.0))).then(a.0.cmp(&b.0)));
    out
}

/// Every day that some clue proposes.
fn candidates(clues: &[Clue], setting: &Setting) -> BTreeSet<Date> {
    let mut years: BTreeSet<i16> = clues
        .iter()
        .filter_map(|clue| match clue.says {
            Says::Year(year) => Some(year),
            Says::Day(day) | Says::Either(day, _) => Some(day.year()),
            _ => None,
        })
        .collect();
    if years.is_empty() {
        match setting.today {
            Some(today) => years.extend(today.year().saturating_sub(YEARS_BACK)..=today.year()),
            None => years.extend(YEARS_TRIED),
        }
    }
    let doubted = clues
        .iter()
        .any(|clue| matches!(clue.says, Says::Weekday(_) | Says::Pair(_)));
    let mut out = BTreeSet::new();
    for clue in clues {
        match clue.says {
            Says::Day(day) if doubted => out.extend(around(day, 40, 7)),
            Says::Day(day) => out.extend([day]),
            Says::Either(one, other) => out.extend([one, other]),
            Says::MonthDay(month, day, weekday) => out.extend(
                years
                    .iter()
                    .filter_map(|year| Date::new(*year, month, day).ok())
                    .filter(|date| weekday.is_none_or(|weekday| date.weekday() == weekday)),
            ),
            Says::Pair(hanging) => out.extend(around_pair(hanging, &years)),
            Says::Weekday(_) | Says::Year(_) => {}
        }
    }
    out
}

/// The days near the weekday with its date ("Sunday, the ninth of January") in the years in which both hold.
fn around_pair(hanging: Hanging, years: &BTreeSet<i16>) -> Vec<Date> {
    let Relative::MonthDay(month, day, Some(weekday)) = hanging.relative else {
        return Vec::new();
    };
    years
        .iter()
        .filter_map(|year| Date::new(*year, month, day).ok())
        .filter(|date| date.weekday() == weekday)
        .flat_map(|date| around(date, PAIR_DAYS, PAIR_DAYS))
        .collect()
}

fn dated(date: Date, score: f32, ranked: &[(Date, f32)], clues: &[Clue], year_open: bool) -> Published {
    let basis = clues
        .iter()
        .filter(|clue| {
            clue.says == Says::Day(date)
                || matches!(clue.says, Says::MonthDay(..) | Says::Either(..)) && clue.allows(date)
        })
        .max_by(|a, b| a.weight.total_cmp(&b.weight))
        .map_or(Basis::Inferred, |clue| clue.basis);
    let alternatives: Vec<Alternative> = ranked
        .iter()
        .skip(1)
        .filter(|(_, other)| *other > score * 0.96)
        .take(MOST_ALTERNATIVES)
        .map(|(date, other)| Alternative {
            date: *date,
            confidence: rounded(other * if year_open { 0.3 } else { 0.5 }),
        })
        .collect();
    let trust = match basis {
        Basis::Given => 1.0,
        Basis::Metadata => 0.95,
        Basis::Dateline => 0.85,
        Basis::Inferred => 0.9,
        Basis::FileName => 0.7,
    };
    let published = Published {
        date: Some(date),
        weekday: Some(date.weekday()),
        year: Some(date.year()),
        basis,
        confidence: rounded(trust * score * if year_open { 0.6 } else { 1.0 }),
        evidence: Vec::new(),
        alternatives,
        conflicts: Vec::new(),
    };
    with_reasons(published, clues)
}

/// What is known without a date: a weekday, a year, the days that fit equally.
fn undated(clues: &[Clue], ranked: &[(Date, f32)]) -> Option<Published> {
    let best = ranked.first().map_or(0.0, |(_, score)| *score);
    let equals: Vec<Date> = ranked
        .iter()
        .filter(|(_, score)| *score >= best - 0.001)
        .map(|(day, _)| *day)
        .collect();
    let weekday = weekday(clues).or_else(|| {
        let first = equals.first()?.weekday();
        equals.iter().all(|day| day.weekday() == first).then_some(first)
    });
    let year = clues.iter().find_map(|clue| match clue.says {
        Says::Year(year) => Some(year),
        _ => None,
    });
    if weekday.is_none() && year.is_none() && equals.is_empty() {
        return None;
    }
    let speaks = |clue: &&Clue| match clue.says {
        Says::Weekday(day) => Some(day) == weekday,
        Says::Day(_) => false,
        _ => true,
    };
    let strongest = clues.iter().filter(speaks).map(|clue| clue.weight).fold(0.0, f32::max);
    let mut latest_first = equals;
    latest_first.reverse();
    Some(Published {
        date: None,
        weekday,
        year,
        basis: Basis::Inferred,
        confidence: rounded(if strongest >= 1.0 { 0.9 } else { 0.5 }),
        evidence: clues.iter().filter(speaks).map(evidence).collect(),
        alternatives: latest_first
            .into_iter()
            .map(|date| Alternative {
                date,
                confidence: rounded(best * 0.2),
            })
            .collect(),
        conflicts: Vec::new(),
    })
}

/// The weekday for which most weight speaks.
fn weekday(clues: &[Clue]) -> Option<Weekday> {
    let weight = |day: Weekday| {
        let weights = clues
            .iter()
            .filter(|clue| clue.says == Says::Weekday(day))
            .map(|clue| clue.weight);
        weights.sum::<f32>()
    };
    Weekday::Monday
        .cycle_forward()
        .take(7)
        .map(|day| (day, weight(day)))
        .filter(|(_, weight)| *weight > 0.0)
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(day, _)| day)
}

fn with_reasons(published: Published, clues: &[Clue]) -> Published {
    let Some(date) = published.date else { return published };
    let (for_it, against): (Vec<&Clue>, Vec<&Clue>) = clues.iter().partition(|clue| clue.agreement(date) > 0.0);
    let half_for = for_it.iter().filter(|clue| !clue.allows(date));
    Published {
        evidence: for_it.iter().map(|clue| evidence(clue)).collect(),
        conflicts: against
            .into_iter()
            .filter(|clue| clue.weight > 0.45)
            .chain(half_for.copied())
            .map(|clue| opposing(clue, date))
            .collect(),
        ..published
    }
}

fn evidence(clue: &Clue) -> Evidence {
    Evidence {
        file: None,
        span: clue.span,
        words: clue.words.clone(),
    }
}

fn opposing(clue: &Clue, date: Date) -> Opposing {
    let own = match clue.says {
        Says::Day(day) => Some(day),
        _ => None,
    };
    let reason = match clue.says {
        Says::Day(day) if day.year() == date.year() => {
            format!(
                "Its day is not believed, as the other evidence gives {}.",
                date.strftime("%-d %B %Y")
            )
        }
        Says::Year(year) => format!("The year {year} does not go with {date}."),
        Says::Weekday(day) => format!(
            "It makes the day of publication a {day:?}, and {date} is a {:?}.",
            date.weekday()
        ),
        _ => format!("It does not go with {date}."),
    };
    Opposing {
        date: own,
        span: clue.span,
        words: clue.words.clone(),
        reason,
    }
}

fn rounded(confidence: f32) -> f32 {
    (confidence.clamp(0.0, 1.0) * 100.0).round() / 100.0
}
