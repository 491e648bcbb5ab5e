//! What in an article speaks of its own day: metadata, stamps, datelines, named weekdays, copyright years.

use jiff::civil::{Date, Weekday};

use super::calendar::{days_on, weekday_before};
use super::headed::{headed, is_today};
use super::published::Basis;
use super::resolve::seen_from;
use crate::article::{Article, FactBasis};
use crate::base::Span;
use crate::number;
use crate::time::{Hanging, Lean, Relative, TimeMention, Turn, Value, When, find};
use crate::token::{Scan, scan as scan_text};

/// What a clue says of the day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Says {
    /// It is this day.
    Day(Date),
    /// It is one of these two, as which a date in numerals can be read.
    Either(Date, Date),
    /// It is this day of a year that is not told: month, day, and the weekday where it is named.
    MonthDay(i8, i8, Option<Weekday>),
    /// It is such a weekday.
    Weekday(Weekday),
    /// Seen from it, the rule gives a day that is such a weekday and day of the month.
    Pair(Hanging),
    /// It lies in this year.
    Year(i16),
}

/// Words that speak of the article's own day.
#[derive(Clone, Debug)]
pub(super) struct Clue {
    pub says: Says,
    /// How much it counts; a weekday said outright counts 1.
    pub weight: f32,
    /// What a date stands on that is taken from it.
    pub basis: Basis,
    /// Empty for metadata and file names.
    pub span: Span,
    pub words: String,
}

/// How much each sort of clue counts.
const METADATA: f32 = 1.6;
const FILE_NAME: f32 = 0.5;
pub(super) const DATELINE: f32 = 1.2;
pub(super) const STAMP: f32 = 0.8;
pub(super) const PAIR: f32 = 1.0;
const COPYRIGHT: f32 = 0.5;
const HABIT: f32 = 0.4;

/// So many clues are weighed; every one is tried with every day that some other proposes.
const MOST_CLUES: usize = 60;
/// A copyright sign stands at most so many tokens before its year.
const COPYRIGHT_TOKENS: usize = 8;

impl Clue {
    /// How far the clue agrees with the day, 0 to 1.
    pub(super) fn agreement(&self, day: Date) -> f32 {
        let when = |holds: bool| if holds { 1.0 } else { 0.0 };
        match self.says {
            Says::Day(date) if date == day => 1.0,
            Says::Day(date) => when(date.year() == day.year()) * 0.2 + when(date.month() == day.month()) * 0.1,
            Says::Either(one, other) => when(day == one || day == other),
            Says::MonthDay(month, of_month, weekday) => when(
                (day.month(), day.day()) == (month, of_month) && weekday.is_none_or(|weekday| day.weekday() == weekday),
            ),
            Says::Weekday(weekday) => when(day.weekday() == weekday),
            Says::Year(year) => when(day.year() == year),
            Says::Pair(hanging) => pair_agreement(hanging, day),
        }
    }

    /// True where the clue has nothing against the day.
    pub(super) fn allows(&self, day: Date) -> bool {
        self.agreement(day) > 0.35
    }
}

fn pair_agreement(hanging: Hanging, day: Date) -> f32 {
    let Some((told, _)) = seen_from(hanging, day).and_then(|value| value.days()) else {
        return 0.0;
    };
    let away = day.until(told).map_or(i32::MAX, |span| span.get_days());
    let fits = match hanging.relative {
        Relative::Weekday(weekday, Turn::Last, Some(_)) => weekday_before(day, weekday) == Some(told),
        Relative::Weekday(weekday, _, Some(of_month)) => {
            told.weekday() == weekday && told.day() == of_month && away.abs() < 7
        }
        Relative::MonthDay(_, _, Some(weekday)) if told.weekday() == weekday => return near(hanging.lean, away),
        _ => false,
    };
    if fits { 1.0 } else { 0.0 }
}

/// How well an article fits that names a day so many days ahead of its own.
fn near(lean: Lean, days_ahead: i32) -> f32 {
    match lean {
        Lean::Past | Lean::Said if days_ahead > 0 => 0.4,
        Lean::Future if days_ahead < 0 => 0.4,
        _ if days_ahead.abs() < 7 => 1.0,
        _ if days_ahead.abs() < 14 => 0.7,
        _ => 0.5,
    }
}

/// All clues of the article.
pub(super) fn clues(article: &Article, scan: &Scan<'_>, times: &[TimeMention]) -> Vec<Clue> {
    let mut out = facts(article);
    for mention in times {
        out.extend(clue(scan, mention));
    }
    out.truncate(MOST_CLUES);
    let outright = out.iter().any(|clue| matches!(clue.says, Says::Weekday(_)));
    if !outright {
        out.extend(habit(article, scan, times));
    }
    out
}

/// Dates from metadata and file name.
fn facts(article: &Article) -> Vec<Clue> {
    let mut out = Vec::new();
    for fact in &article.dates {
        let (weight, basis) = match fact.basis {
            FactBasis::Metadata => (METADATA, Basis::Metadata),
            FactBasis::Text => (STAMP, Basis::Dateline),
            FactBasis::FileName => (FILE_NAME, Basis::FileName),
        };
        if let Some(day) = day_of_words(&fact.words) {
            out.push(Clue {
                says: Says::Day(day),
                weight,
                basis,
                span: Span::default(),
                words: fact.words.clone(),
            });
        }
    }
    out
}

/// The day that metadata or a file name give.
fn day_of_words(words: &str) -> Option<Date> {
    let words = words.replace('_', "-");
    let scan = scan_text(&words);
    let article = Article::plain(words.as_str());
    let mentions = find(&article, &scan, &number::find(&scan));
    let known = mentions.iter().find_map(|mention| match &mention.when {
        When::Known(Value::Day(day) | Value::PartOfDay(day, _)) => Some(*day),
        _ => None,
    });
    known.or_else(|| scan.tokens.iter().find_map(|token| eight_digits(&token.lower)))
}

/// `20220108` as a day.
fn eight_digits(word: &str) -> Option<Date> {
    let number: u32 = word.get(..8).filter(|_| word.len() == 8)?.parse().ok()?;
    let part = |number: u32| i8::try_from(number).ok();
    let year = i16::try_from(number / 10_000)
        .ok()
        .filter(|year| (1900..2100).contains(year))?;
    Date::new(year, part(number / 100 % 100)?, part(number % 100)?).ok()
}

fn clue(scan: &Scan<'_>, mention: &TimeMention) -> Option<Clue> {
    let (says, weight, basis) = match &mention.when {
        When::Known(Value::Day(day) | Value::PartOfDay(day, _)) => {
            let own = || is_today(scan, mention).then_some((PAIR, Basis::Inferred));
            let (weight, basis) = headed(scan, mention).or_else(own)?;
            (Says::Day(*day), weight, basis)
        }
        When::Known(Value::Year(year)) if is_copyright(scan, mention) => {
            (Says::Year(*year), COPYRIGHT, Basis::Inferred)
        }
        // "© 2009-2011"
        When::Known(Value::Interval(_, last)) if is_copyright(scan, mention) => match **last {
            Value::Year(year) => (Says::Year(year), COPYRIGHT, Basis::Inferred),
            _ => return None,
        },
        When::Hanging(hanging) => match hanging.relative {
            Relative::Days(days, Some(weekday)) => {
                let own = (0..7).find(|step| (i64::from(days) + step).rem_euclid(7) == 0)?;
                (Says::Weekday(weekday.wrapping_add(own)), PAIR, Basis::Inferred)
            }
            Relative::Weekday(weekday, Turn::Own, _) => (Says::Weekday(weekday), PAIR, Basis::Inferred),
            Relative::Weekday(_, _, Some(_)) => (Says::Pair(*hanging), PAIR, Basis::Inferred),
            Relative::EitherDay(one, other) => {
                let (weight, basis) = headed(scan, mention)?;
                (Says::Either(one, other), weight, basis)
            }
            Relative::MonthDay(month, day, weekday) if is_today(scan, mention) => {
                (Says::MonthDay(month, day, weekday), PAIR, Basis::Inferred)
            }
            Relative::MonthDay(month, day, weekday) => match (headed(scan, mention), weekday) {
                (Some((weight, basis)), _) => (Says::MonthDay(month, day, weekday), weight, basis),
                (None, Some(_)) => (Says::Pair(*hanging), PAIR, Basis::Inferred),
                (None, None) => return None,
            },
            _ => return None,
        },
        _ => return None,
    };
    Some(Clue {
        says,
        weight,
        basis,
        span: mention.span,
        words: mention.span.of(scan.text).to_owned(),
    })
}

fn is_copyright(scan: &Scan<'_>, mention: &TimeMention) -> bool {
    let at = scan.token_at(mention.span.start());
    (at.saturating_sub(COPYRIGHT_TOKENS)..at + 3).any(|near| {
        matches!(scan.lower(near), "©" | "copyright") || scan.lower(near) == "c" && scan.lower(near + 1) == ")"
    })
}

/// Verbs of reporting: a weekday beside them is mostly the day of the report.
#[rustfmt::skip]
const REPORTING: &[&str] = &[
    "said", "told", "announced", "reported", "added", "stated", "confirmed", "declared", "wrote", "quoted", "according",
];

/// The weekday on which most of what is reported was said, where there is one alone: agencies name their own day so.
fn habit(article: &Article, scan: &Scan<'_>, times: &[TimeMention]) -> Option<Clue> {
    let mut votes = [0_u32; 7];
    let mut first: [Option<Span>; 7] = [None; 7];
    for mention in times {
        let When::Hanging(Hanging {
            relative: Relative::Weekday(weekday, turn, None),
            lean,
            ..
        }) = mention.when
        else {
            continue;
        };
        if lean == Lean::Future
            || !matches!(turn, Turn::Bare | Turn::This)
            || article.boilerplate_at(mention.span.start()).is_some()
        {
            continue;
        }
        let at = scan.token_at(mention.span.start());
        let sentence = scan.sentence_of(at).map_or(at..at, |sentence| sentence.tokens.clone());
        let near = at.saturating_sub(6).max(sentence.start)..(at + 8).min(sentence.end);
        let is_report = near.into_iter().any(|near| REPORTING.contains(&scan.lower(near)));
        let slot = usize::try_from(weekday.to_monday_zero_offset()).unwrap_or_default();
        if let (Some(vote), Some(span)) = (votes.get_mut(slot), first.get_mut(slot)) {
            *vote += if is_report || turn == Turn::This { 3 } else { 1 };
            span.get_or_insert(mention.span);
        }
    }
    let slot = latest_slot(&votes)?;
    let span = first.get(slot).copied().flatten()?;
    Some(Clue {
        says: Says::Weekday(Weekday::from_monday_zero_offset(i8::try_from(slot).ok()?).ok()?),
        weight: HABIT,
        basis: Basis::Inferred,
        span,
        words: span.of(scan.text).to_owned(),
    })
}

/// Of the weekdays named in reports the one from which all that is named lies least far back; `None` where none is
/// named as a report's, or where two are as good.
fn latest_slot(votes: &[u32; 7]) -> Option<usize> {
    let age = |own: usize| -> usize {
        let back = |slot: usize| (own + 7 - slot) % 7;
        votes
            .iter()
            .enumerate()
            .map(|(slot, vote)| back(slot) * usize::try_from(*vote).unwrap_or_default())
            .sum()
    };
    let named = || (0..7).filter(|slot| votes.get(*slot).is_some_and(|vote| *vote > 0));
    let best = named().min_by_key(|slot| age(*slot))?;
    named()
        .all(|slot| slot == best || age(slot) > age(best))
        .then_some(best)
}

/// The days around a date on which an article that names it may have been published.
pub(super) fn around(date: Date, back: i32, on: i32) -> impl Iterator<Item = Date> {
    (-back..=on).filter_map(move |days| days_on(date, days))
}
