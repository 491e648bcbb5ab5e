//! What a time expression is to a count: a day of the calendar, a stretch back from the report, or nothing.

use std::ops::Range;

use super::lexicon::Tag;
use super::text::Text;
use crate::base::is_weekday;
use crate::time::{TimeMention, Value, When, is_month};

/// What a time expression is to a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A day, month, year or period on the calendar.
    Date,
    /// "the past two days": reaches back from the as-of day.
    Back,
    /// Says nothing of the calendar.
    Other,
}

/// How many tokens before a day its "since" stands: "since troops launched an assault on rebel-held parts of the city last Saturday".
const SINCE: usize = 24;
/// How many tokens after "when" the count stands that it dates.
const WHEN_COUNTS: usize = 8;

/// How an expression helps to date a harm.
pub(super) fn sort(text: &Text<'_, '_>, time: &TimeMention, tokens: &Range<usize>) -> Sort {
    let back = || {
        tokens
            .clone()
            .chain([tokens.start.saturating_sub(1), tokens.start.saturating_sub(2)])
            .any(|at| {
                matches!(
                    text.lower(at),
                    "past" | "last" | "over" | "during" | "within" | "previous"
                )
            })
            || matches!(text.lower(tokens.start.saturating_sub(1)), "in" | "for")
                && (text.is_number(tokens.start) || tokens.clone().any(|at| matches!(text.lower(at), "full" | "whole")))
                && !is_held(text, tokens)
    };
    if is_dateline(text, tokens) {
        return Sort::Other;
    }
    // "footage from the same quarter of the town"
    let same = tokens.start + usize::from(text.lower(tokens.start) == "the");
    if text.reads(same, &["same", "quarter"]) {
        return Sort::Other;
    }
    if is_clock(text, tokens) || is_long(text, tokens) || is_soon(text, tokens) {
        return Sort::Other;
    }
    match &time.when {
        When::Known(Value::Duration(_)) if is_loose_stretch(text, tokens) => Sort::Other,
        When::Known(Value::Duration(_)) if is_age_of_crisis(text, tokens) => {
            if is_of_crisis(text, tokens) {
                Sort::Other
            } else {
                Sort::Back
            }
        }
        When::Known(Value::Duration(_)) if is_filled(text, tokens) => Sort::Back,
        When::Hanging(_) => Sort::Date,
        When::Known(Value::Duration(_)) if back() && !tokens.clone().any(|at| text.lower(at) == "old") => Sort::Back,
        When::Known(Value::Duration(_) | Value::Reference(_)) | When::Unknown => Sort::Other,
        When::Known(_) => Sort::Date,
    }
}

/// "held for three years", "beaten for two days until he died": how long, not when.
fn is_held(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let from = text.sentence(tokens.start).start.max(tokens.start.saturating_sub(4));
    let held = (from..tokens.start).any(|at| {
        matches!(
            text.lower(at),
            "held" | "detained" | "jailed" | "imprisoned" | "kept" | "captivity" | "custody" | "prison" | "jail"
        )
    });
    held || matches!(text.lower(tokens.end), "until" | "before")
}

/// "in one day", "during the first five days": a stretch that does not reach up to the report.
fn is_loose_stretch(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let first = (tokens.start.saturating_sub(2)..tokens.end)
        .any(|at| matches!(text.lower(at), "first" | "opening" | "initial"));
    let last = tokens.end.saturating_sub(1);
    let one = matches!(text.lower(last.saturating_sub(1)), "one" | "a" | "single") && text.lower(last) == "day";
    first || one
}

/// "two weeks of air strikes that have killed dozens": a stretch filled by what harms.
fn is_filled(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let unit = tokens.clone().any(|at| {
        matches!(
            text.lower(at),
            "days" | "weeks" | "months" | "years" | "week" | "month" | "year"
        )
    });
    unit && text.lower(tokens.end) == "of"
        && (tokens.end + 1..tokens.end + 4)
            .take_while(|&at| text.is_word(at))
            .any(|at| super::when_words::scene(text.lower(at)).is_some() || super::scope::is_crisis(text.lower(at)))
}

/// "ESTRAVA, March 14 (KNA) —": the day of the report, not of what it tells.
fn is_dateline(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let start = text.sentence(tokens.start).start;
    let place =
        (start..tokens.start).all(|at| !text.is_word(at) || text.scan.tokens.get(at).is_some_and(|t| t.capital));
    let dash = |at: usize| matches!(text.lower(at), "-" | "–" | "—" | "--");
    // "(KNA)", not "(as reported)"
    let named = text.scan.tokens.get(tokens.end + 1).is_some_and(|token| token.capital);
    let agency =
        named && text.lower(tokens.end) == "(" && (tokens.end + 2..tokens.end + 6).any(|at| text.lower(at) == ")");
    let behind_place = tokens.start > start && tokens.start <= start + 10;
    place && (agency || behind_place && dash(tokens.end))
}

/// "the five-month-old uprising"
fn is_age_of_crisis(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    // "in an 11-month uprising"
    let whole = text.is(tokens.start.saturating_sub(1), Tag::DET)
        && tokens
            .clone()
            .any(|at| text.lower(at) == "month" || text.lower(at).ends_with("-month"))
        && super::scope::is_crisis(text.lower(tokens.end));
    if whole {
        return true;
    }
    age(text, tokens).is_some_and(|old| {
        !text.is(old + 1, Tag::PERSON) && (old + 1..old + 4).any(|at| super::scope::is_crisis(text.lower(at)))
    })
}

/// "the cradle of the three-month-old revolt": what is told of somebody or something by the way; not "the dead of" it, "since
/// the start of" it.
fn is_of_crisis(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let lean = |at: usize| text.is(at, Tag::DET) || text.lower(at) == "now";
    let floor = text.sentence(tokens.start).start;
    let of = (floor..tokens.start).rev().take(3).find(|&at| !lean(at));
    let Some(of) = of.filter(|&of| text.lower(of) == "of" && of > floor) else {
        return false;
    };
    let noun = of - 1;
    let counts = text.outcome(noun).is_some()
        || super::when_words::scene(text.lower(noun)).is_some()
        || text.is_number(noun)
        || matches!(
            text.lower(noun),
            "start"
                | "beginning"
                | "outbreak"
                | "course"
                | "toll"
                | "victims"
                | "casualties"
                | "deaths"
                | "dead"
                | "part"
                | "result"
        );
    !counts
}

/// The word "old" or "long" with which a stretch is an age: "five-month-old".
pub(super) fn age(text: &Text<'_, '_>, tokens: &Range<usize>) -> Option<usize> {
    (tokens.start..tokens.end + 3).find(|&at| matches!(text.lower(at), "old" | "long"))
}

/// "since the protests began in March": the word stands before the expression, with no harm between.
pub(super) fn is_since(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> bool {
    (sentence.start.max(at.saturating_sub(SINCE))..=at)
        .rev()
        // "opposition-held" tells of no harm
        .take_while(|&at| text.outcome(at).is_none() || text.lower(at.saturating_sub(1)) == "-")
        .take_while(|&at| !matches!(text.lower(at), ";" | ":"))
        .any(|at| text.lower(at) == "since")
        && !is_when(text, at)
}

/// "the worst since 2009, when 71 died": that year, not the time since.
fn is_when(text: &Text<'_, '_>, at: usize) -> bool {
    let when = (at + 1..at + 4).find(|&at| text.lower(at) == "when");
    when.is_some_and(|when| {
        (when + 1..when + WHEN_COUNTS)
            .take_while(|&at| text.lower(at) != ",")
            .any(|at| text.quantity(at).is_some())
    })
}

/// Words of an hour or a part of a day.
const CLOCK_WORDS: &[&str] = &[
    "am",
    "pm",
    "a.m.",
    "p.m.",
    "a.m",
    "p.m",
    "gmt",
    "noon",
    "midnight",
    "morning",
    "afternoon",
    "evening",
    "night",
    "dusk",
    "midday",
    "dawn",
    "o'clock",
];

/// "at around 10 pm", "in the morning": an hour tells no day.
fn is_clock(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let words = || tokens.clone().filter(|&at| text.is_word(at));
    let hour = words().any(|at| {
        let word = text.lower(at);
        CLOCK_WORDS.contains(&word) || word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit())
    });
    let plain = |at: usize| {
        let word = text.lower(at);
        word.starts_with(|c: char| c.is_ascii_digit())
            || CLOCK_WORDS.contains(&word)
            || matches!(
                word,
                "local"
                    | "time"
                    | "around"
                    | "about"
                    | "at"
                    | "in"
                    | "the"
                    | "early"
                    | "late"
                    | "before"
                    | "shortly"
                    | "m"
            )
    };
    hour && words().all(plain)
}

/// "three minutes later", "hours earlier": the day is that which was told.
fn is_soon(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let words = |list: &[&str]| tokens.clone().any(|at| list.contains(&text.lower(at)));
    words(&["minutes", "minute", "seconds", "second", "moments", "hour", "hours"])
        && (words(&["later", "earlier", "afterwards", "afterward"])
            || matches!(text.lower(tokens.end), "later" | "earlier" | "afterwards" | "afterward"))
}

/// "the year-long uprising"
fn is_long(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    text.lower(tokens.end) == "-" && text.lower(tokens.end + 1) == "long"
}

/// "on Monday and Tuesday", "between Monday and Friday", "from 3 to 7 March": two expressions that bound a stretch.
pub(super) fn bound(text: &Text<'_, '_>, from: &Range<usize>, to: &Range<usize>) -> bool {
    let opener = |word: &str| (from.start.saturating_sub(2)..from.start).any(|at| text.lower(at) == word);
    let joint = text.lower(from.end);
    let days = |tokens: &Range<usize>| tokens.clone().any(|at| is_weekday(text.lower(at)));
    if is_course(text, from, to) {
        return true;
    }
    to.start <= from.end + 2
        && to.start > from.end
        && (opener("between") && joint == "and"
            || joint == "and"
                && (opener("on")
                    || is_bare_pair(text, from, to)
                    || from.clone().any(|at| matches!(text.lower(at), "last" | "past")))
                && days(from)
                && days(to)
                && text.lower(from.end + 1) != "on"
            || matches!(joint, "to" | "through" | "until" | "till" | "-" | "–" | "—")
                && is_month_day(text, from)
                && is_month_day(text, to)
            || opener("from") && matches!(joint, "to" | "until" | "through" | "till"))
}

/// "the crowds that met Wednesday and Thursday": two weekdays side by side without a preposition.
fn is_bare_pair(text: &Text<'_, '_>, from: &Range<usize>, to: &Range<usize>) -> bool {
    let alone = |tokens: &Range<usize>| tokens.len() == 1 && is_weekday(text.lower(tokens.start));
    let before = text.lower(from.start.saturating_sub(1));
    alone(from)
        && alone(to)
        && to.start == from.end + 1
        && !matches!(before, "," | "and" | "'s")
        && text.is_word(from.start.saturating_sub(1))
}

/// "26 February": month and day, so that "26 February to 3 March" can be nothing but a stretch.
fn is_month_day(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| is_month(text.lower(at))) && tokens.clone().any(|at| text.is_numeral(at))
}

/// "an operation that began on Friday and ended on Sunday"
fn is_course(text: &Text<'_, '_>, from: &Range<usize>, to: &Range<usize>) -> bool {
    let sentence = text.sentence(from.start);
    if to.start <= from.end || to.start > from.end + 6 || !sentence.contains(&to.start) {
        return false;
    }
    let before = |words: &[&str], range: Range<usize>| range.into_iter().any(|at| words.contains(&text.lower(at)));
    let head = sentence.start.max(from.start.saturating_sub(4))..from.start;
    before(&["began", "started", "begun"], head)
        && before(&["ended", "finished", "lasted", "stopped"], from.end..to.start)
}

/// True for a sentence that is only this expression: "Monday, 10 March" above an entry.
pub(super) fn is_heading(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let sentence = text.sentence(tokens.start);
    let covered = |at: usize| tokens.contains(&at) || !text.is_word(at) || text.is(at, Tag::TIME);
    sentence.clone().all(covered)
        && text
            .scan
            .sentence_of(tokens.start)
            .is_some_and(|sentence| sentence.paragraph_before)
}
