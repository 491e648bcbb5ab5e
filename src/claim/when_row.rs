//! One time expression of an article, and one sentence that it dates.

use std::ops::Range;

use super::Happened;
use super::day::{Sort, age, bound};
use super::text::Text;
use super::when_role::Role;
use crate::time::{DayPart, Relative, Unit, Value, When};

/// The longest clause with which a sentence opens.
const CLAUSE: usize = 30;
/// How many days are a few.
const FEW_DAYS: i32 = 4;

/// A time expression with what it is to a count.
pub(super) struct Row {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// How it helps to date a harm.
    pub(super) sort: Sort,
    /// What it dates.
    pub(super) role: Role,
    /// What the words say.
    pub(super) when: When,
    /// "Mon Aug 22, 2031 2:32 pm": when the article was brought out.
    pub(super) stamp: bool,
}

impl Row {
    /// From its start on: of "a year ago" and "the five-month-old revolt" the month.
    pub(super) fn since(&self, text: &Text<'_, '_>, index: usize) -> Happened {
        let of_months = match &self.when {
            When::Hanging(hanging) => matches!(hanging.relative, Relative::Away(Unit::Month | Unit::Year, _)),
            When::Known(Value::Duration(words)) => {
                // "the five-month-old revolt", "a two-month campaign"
                let whole = || {
                    self.tokens
                        .clone()
                        .any(|at| text.is_dash(at) || text.lower(at).contains('-'))
                };
                words.ends_with(['M', 'Y'])
                    && !words.starts_with("PT")
                    && (age(text, &self.tokens).is_some() || whole())
            }
            _ => false,
        };
        if of_months {
            Happened::SinceMonth(index)
        } else {
            Happened::Since(index)
        }
    }

    /// True where it can be the day of what happened.
    pub(super) fn dates_harm(&self) -> bool {
        self.sort != Sort::Other && matches!(self.role, Role::Event | Role::Scene)
    }

    /// The same of one day.
    pub(super) fn dates_harm_to_a_day(&self) -> bool {
        self.sort == Sort::Date && self.dates_harm() && is_day(&self.when)
    }
}

/// A sentence that dates something.
pub(super) struct Told {
    /// The time expression.
    pub(super) row: usize,
    /// The sentence.
    pub(super) sentence: usize,
    /// Whether the sentence tells of harm.
    pub(super) in_harm: bool,
    /// The families of what does harm in it.
    pub(super) families: Vec<u8>,
    /// "Saturday's attack": the day is that of the noun.
    pub(super) owned: bool,
    /// Whether harm stands near the day, of whatever clause.
    pub(super) near_harm: bool,
    /// "the minister denied on Saturday": the day of words, not of deeds.
    pub(super) said: bool,
    /// Whether it is a day, no month or year.
    pub(super) day: bool,
    /// "arrested two men on Sunday over the raid": the day of the arrest.
    pub(super) of_arrest: bool,
    /// "Death tolls of the 3-4 May floods" above a list: the day of all counts below it.
    pub(super) heads_tolls: bool,
    /// "including a strike on 14 July": another incident, named in passing.
    pub(super) in_passing: bool,
    /// "the toll does not include the 58 killed on Friday": the day of a count beside a total, no day of the story.
    pub(super) of_total: bool,
    /// "he was also attacked on 3 March": another incident than the one told before.
    pub(super) also: bool,
    /// What the words say.
    pub(super) when: When,
    /// When it happened, with the second bound of a stretch.
    pub(super) happened: Happened,
    /// "the ferry sank late on Saturday": the words say when the harm came.
    pub(super) struck: bool,
    /// "the cyclone hit the coast on Saturday": a storm that came in one day.
    pub(super) landed: bool,
}

impl Told {
    /// True where both words can mean one day.
    pub(super) fn same_day(&self, other: &Self) -> bool {
        same_day(&self.when, &other.when)
    }
}

/// True where both words can mean one day: "Friday" and "Friday, 5 August 2033".
pub(super) fn same_day(one: &When, other: &When) -> bool {
    let weekday = |when: &When| match when {
        When::Known(Value::Day(day) | Value::PartOfDay(day, _)) => Some(day.weekday()),
        When::Hanging(hanging) => match hanging.relative {
            Relative::Weekday(day, ..) | Relative::MonthDay(_, _, Some(day)) => Some(day),
            _ => None,
        },
        _ => None,
    };
    let known = |when: &When| matches!(when, When::Known(_));
    let plain = |when: &When| match when {
        When::Hanging(hanging) => Some(hanging.relative),
        _ => None,
    };
    let both = weekday(one).zip(weekday(other));
    one == other
        || plain(one).is_some() && plain(one) == plain(other)
        || both.is_some_and(|(first, second)| first == second) && !(known(one) && known(other))
}

/// True for a day, not a month or year.
pub(super) fn is_day(when: &When) -> bool {
    match when {
        When::Known(value) => matches!(value, Value::Day(_) | Value::PartOfDay(..)),
        When::Hanging(hanging) => match hanging.relative {
            Relative::Days(..)
            | Relative::Weekday(..)
            | Relative::WeekdayOf(..)
            | Relative::DayOfMonth(_)
            | Relative::MonthDay(..)
            | Relative::MonthDayOf(..) => true,
            Relative::Away(unit, _) | Relative::Told(unit, _) => unit == Unit::Day,
            _ => false,
        },
        When::Unknown => false,
    }
}

/// A month, a year or longer.
pub(super) fn is_long(when: &When) -> bool {
    match when {
        When::Known(value) => matches!(
            value,
            Value::Month(..) | Value::Year(_) | Value::Decade(_) | Value::Quarter(..) | Value::Season(..)
        ),
        When::Hanging(_) => !is_short(when),
        When::Unknown => false,
    }
}

/// Finer than a year: of "the 2004 quake" an article tells that is about another one.
pub(super) fn names_days(when: &When) -> bool {
    match when {
        When::Known(value) => !matches!(value, Value::Year(_) | Value::Decade(_) | Value::Month(..)),
        When::Hanging(hanging) => !matches!(
            hanging.relative,
            Relative::Period(Unit::Year | Unit::Decade, _) | Relative::Away(Unit::Year | Unit::Decade, _)
        ),
        When::Unknown => false,
    }
}

/// "Saturday night", "the evening of 5 May"
pub(super) fn is_night(when: &When) -> bool {
    let night = |part: &DayPart| matches!(part, DayPart::Evening | DayPart::Night);
    match when {
        When::Known(Value::PartOfDay(_, part)) => night(part),
        When::Hanging(hanging) => hanging.part.as_ref().is_some_and(night) && is_day(when),
        _ => false,
    }
}

/// A day, weekend or week: as short as a statement is.
pub(super) fn is_short(when: &When) -> bool {
    is_day(when)
        || match when {
            When::Known(value) => matches!(value, Value::Weekend(..) | Value::Week(..) | Value::Interval(..)),
            When::Hanging(hanging) => !matches!(
                hanging.relative,
                Relative::Month(..)
                    | Relative::MonthOf(..)
                    | Relative::Season(..)
                    | Relative::SeasonOf(..)
                    | Relative::Period(Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade, _)
                    | Relative::Away(Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade, _)
            ),
            When::Unknown => false,
        }
}

/// "27-28 April", "the weekend": days in which one incident can have come.
pub(super) fn is_few_days(when: &When) -> bool {
    match when {
        When::Known(value @ (Value::Interval(..) | Value::Weekend(..))) => {
            let days = value.days().and_then(|(first, last)| last.since(first).ok());
            days.is_some_and(|days| (1..FEW_DAYS).contains(&days.get_days()))
        }
        When::Hanging(hanging) => match hanging.relative {
            Relative::MonthDays(_, first, last) => last > first && i32::from(last - first) < FEW_DAYS,
            Relative::Period(Unit::Weekend, _) => true,
            _ => false,
        },
        _ => false,
    }
}

/// Several days, a week or a month.
pub(super) fn is_stretch(when: &When) -> bool {
    match when {
        When::Known(value) => matches!(value, Value::Interval(..) | Value::Week(..) | Value::Month(..)),
        When::Hanging(hanging) => matches!(hanging.relative, Relative::MonthDays(..)),
        When::Unknown => false,
    }
}

/// "This story is from March 31, 2031", "Mon Aug 22, 2031 2:32 pm EDT", a line that is a date alone.
pub(super) fn is_stamp(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let alone = text.opens_line(tokens.start) && text.opens_line(tokens.end);
    let floor = text.sentence(tokens.start).start;
    let from = floor.max(tokens.start.saturating_sub(4))..tokens.start;
    let brought = from.into_iter().any(|at| {
        matches!(
            text.lower(at),
            "updated" | "published" | "posted" | "story" | "modified" | "date" | "|"
        )
    });
    let clock = tokens
        .clone()
        .any(|at| text.lower(at).contains(':') || matches!(text.lower(at), "am" | "pm"));
    let year = tokens
        .clone()
        .any(|at| text.lower(at).len() == 4 && text.lower(at).bytes().all(|b| b.is_ascii_digit()));
    let opens = tokens.start == floor && text.lower(tokens.end) != "," && !alone;
    // "05 February 31 01:10 GMT": the short year and the clock stand behind
    let zone = (tokens.start..tokens.end + 3)
        .any(|at| matches!(text.lower(at), "edt" | "est" | "gmt" | "utc" | "bst" | "ist"));
    // "at around 3 pm on 6 November 2031": words of a sentence
    let of_text = |at: usize| {
        matches!(
            text.lower(at),
            "on" | "at"
                | "in"
                | "of"
                | "around"
                | "about"
                | "before"
                | "after"
                | "by"
                | "from"
                | "since"
                | "until"
                | "near"
                | "approximately"
                | "roughly"
        )
    };
    let told = tokens.clone().any(of_text) || tokens.start > floor && of_text(tokens.start - 1);
    alone || brought || opens && zone || (clock || zone) && year && !told || is_caption(text, tokens)
}

/// How many words after "last seen" its day stands.
const LAST_SEEN_REACH: usize = 10;

/// "last heard from the crew on Tuesday", "contact with them was lost on Tuesday"
pub(super) fn dates_last_seen(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let floor = text
        .sentence(tokens.start)
        .start
        .max(tokens.start.saturating_sub(LAST_SEEN_REACH));
    let mut before = floor..tokens.start;
    let has = |word: &str| (floor..tokens.start).any(|at| text.lower(at) == word);
    let seen = |word: &str| matches!(word, "seen" | "heard" | "contacted" | "spotted" | "spoke" | "sighted");
    before.any(|at| text.lower(at) == "last" && seen(text.lower(at + 1))) || has("contact") && has("lost")
}

/// "the war, which started on 24 February": the day of a beginning.
pub(super) fn is_start(text: &Text<'_, '_>, row: &Row) -> bool {
    (row.tokens.start.saturating_sub(3)..row.tokens.start)
        .any(|at| matches!(text.lower(at), "began" | "started" | "begun"))
}

/// "the unrest that broke out eight days ago": a beginning, told by its distance from the report.
pub(super) fn is_begun_ago(text: &Text<'_, '_>, row: &Row) -> bool {
    let floor = text
        .sentence(row.tokens.start)
        .start
        .max(row.tokens.start.saturating_sub(6));
    row.tokens.clone().any(|at| text.lower(at) == "ago")
        && (floor..row.tokens.start)
            .any(|at| matches!(text.lower(at), "broke" | "erupted" | "flared" | "began" | "started"))
}

/// "between Monday and Friday", "Monday through Friday": two expressions that bound a stretch.
pub(super) fn is_bounded(text: &Text<'_, '_>, from: &Row, to: &Row) -> bool {
    let through = matches!(text.lower(from.tokens.end), "through" | "thru") && to.tokens.start == from.tokens.end + 1;
    through && from.sort == Sort::Date && to.sort == Sort::Date || bound(text, &from.tokens, &to.tokens)
}

/// "Since the office first opened its books on the matter in 2031, it has counted 900": a start told at any length.
pub(super) fn opens_since(text: &Text<'_, '_>, row: &Row, sentence: &Range<usize>) -> bool {
    let from = sentence.start..row.tokens.start.min(sentence.start + CLAUSE);
    text.lower(sentence.start) == "since"
        && row.tokens.start < sentence.start + CLAUSE
        && from.into_iter().all(|at| !matches!(text.lower(at), "," | ";"))
}

/// "a square, March 14, 2031 © Ana Orlo (KNA)", "in this photo taken on March 14": the day of a picture.
fn is_caption(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let end = tokens.end + usize::from(matches!(text.lower(tokens.end), "." | ","));
    let credit = matches!(text.lower(end), "©" | "photo" | "photograph" | "picture" | "image")
        || matches!(text.lower(end), "(" | "[")
            && (end + 1..end + 10)
                .take_while(|&at| !matches!(text.lower(at), ")" | "]"))
                .any(|at| matches!(text.lower(at), "/" | "photo" | "image" | "images" | "©"));
    let floor = text.sentence(tokens.start).start;
    // "mourners in Orla, March 14, 2031. ORLA | Sat Mar 15, 2031": above the report
    let year = tokens
        .clone()
        .any(|at| text.lower(at).len() == 4 && text.lower(at).starts_with(['1', '2']));
    let above = || {
        text.lower(tokens.end) == "."
            && text.scan.sentence_index(tokens.start).is_some_and(|index| index < 2)
            && ((tokens.end + 1..tokens.end + 14).any(|at| matches!(text.lower(at), "|" | "reuters" | "afp"))
                || text.reads(tokens.end + 1, &["new", ":"]))
    };
    if year && above() {
        return true;
    }
    let before = floor.max(tokens.start.saturating_sub(8))..tokens.start;
    let taken = before
        .clone()
        .any(|at| matches!(text.lower(at), "taken" | "dated" | "shot" | "captured" | "file"))
        && before.into_iter().any(|at| {
            matches!(
                text.lower(at),
                "photo" | "photograph" | "picture" | "image" | "frame" | "still" | "screenshot" | "handout"
            )
        });
    credit || taken
}
