//! The day of the statement and the day of the harm, as indices into the article's time expressions.

use std::ops::Range;

use super::lexicon::Tag;
use super::speaker::Spoken;
use super::text::Text;
use super::{AsOf, Happened};
use crate::time::{TimeMention, Value, When};

/// The article's time expressions with their tokens.
pub(super) struct Times {
    rows: Vec<Row>,
}

struct Row {
    tokens: Range<usize>,
    sort: Sort,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// A day, month, year or period on the calendar.
    Date,
    /// "the past two days": reaches back from the as-of day.
    Back,
    /// Says nothing of the calendar.
    Other,
}

/// What the words tell of a count's days.
#[derive(Clone, Debug)]
pub(super) struct Days {
    pub(super) as_of: AsOf,
    pub(super) happened: Happened,
    /// The time expression behind the as-of day.
    pub(super) as_of_time: Option<usize>,
    /// The time expression behind the event day.
    pub(super) event_time: Option<usize>,
}

/// What happens in one day: counts since then are counts of that day.
const DISASTERS: &[&str] = &[
    "quake",
    "earthquake",
    "tsunami",
    "storm",
    "cyclone",
    "explosion",
    "blast",
    "bombing",
    "attack",
    "attacks",
    "crash",
];

/// Disasters of nature that kill in one day.
const NATURAL: &[&str] = &["quake", "earthquake", "tsunami"];

/// The farthest cost at which a time expression still speaks of a count.
const REACH: usize = 38;
/// How many sentences back a day still tells of the incident.
const SENTENCES_BACK: usize = 4;

impl Times {
    /// Looks up the tokens of every expression once.
    pub(super) fn of(text: &Text<'_, '_>, times: &[TimeMention]) -> Self {
        let rows = times
            .iter()
            .map(|time| {
                let tokens = text.scan.tokens_in(time.span);
                Row {
                    sort: sort(text, time, &tokens),
                    tokens,
                }
            })
            .collect();
        Self { rows }
    }

    fn in_sentence(&self, sentence: &Range<usize>) -> impl Iterator<Item = (usize, &Row)> {
        let first = self.rows.partition_point(|row| row.tokens.start < sentence.start);
        let end = sentence.end;
        self.rows
            .get(first..)
            .unwrap_or_default()
            .iter()
            .enumerate()
            .map(move |(step, row)| (first + step, row))
            .take_while(move |(_, row)| row.tokens.start < end)
    }

    /// The days of a count with its harm at `outcome`.
    pub(super) fn days(
        &self,
        text: &Text<'_, '_>,
        phrase: &Range<usize>,
        outcome: &Range<usize>,
        spoken: Option<&Spoken>,
    ) -> Days {
        let sentence = text.sentence(phrase.start);
        let entry = self.entry(text, &sentence);
        let stated = spoken
            .and_then(|spoken| self.stated(&text.sentence(spoken.words.start.saturating_sub(1)), spoken))
            .or_else(|| entry.filter(|_| spoken.is_some()));
        let event = self
            .in_sentence(&sentence)
            .filter(|(index, row)| Some(*index) != stated && row.sort != Sort::Other)
            .map(|(index, row)| (self.cost(text, row, phrase, outcome), index))
            .min()
            .filter(|(cost, _)| *cost <= REACH)
            .map(|(_, index)| index);
        Days {
            as_of: stated.map_or(AsOf::Published, AsOf::Time),
            happened: event.map_or(Happened::Unsaid, |index| self.happened(text, index, &sentence)),
            as_of_time: stated,
            event_time: event,
        }
    }

    /// "August 29 - Algeria announces": the date of a timeline's entry.
    fn entry(&self, text: &Text<'_, '_>, sentence: &Range<usize>) -> Option<usize> {
        self.in_sentence(sentence)
            .find(|(_, row)| {
                row.tokens.start <= sentence.start + 1 && matches!(text.lower(row.tokens.end), "-" | "–" | "—" | ":")
            })
            .map(|(index, _)| index)
    }

    /// The day of the statement: beside the saying verb, or at the sentence's head before its subject.
    fn stated(&self, sentence: &Range<usize>, spoken: &Spoken) -> Option<usize> {
        self.in_sentence(sentence)
            .filter(|(_, row)| row.sort == Sort::Date)
            .find(|(_, row)| {
                spoken.words.contains(&row.tokens.start)
                    || spoken.front.contains(&row.tokens.start) && row.tokens.end <= spoken.words.start
            })
            .map(|(index, _)| index)
    }

    /// How far a time expression is from a count, in tokens; other harm and new clauses between count more.
    fn cost(&self, text: &Text<'_, '_>, row: &Row, phrase: &Range<usize>, outcome: &Range<usize>) -> usize {
        let from_outcome = gap(&row.tokens, outcome);
        let from_phrase = gap(&row.tokens, phrase);
        let between = if from_outcome.len() <= from_phrase.len() {
            from_outcome
        } else {
            from_phrase
        };
        let steps = between.len();
        let extra: usize = between
            .map(|at| {
                let other = text.outcome_from(at).is_some_and(|other| other.tokens != *outcome);
                let clause = text.is(at, Tag::SUBORD) && !text.is(at, Tag::PREP) || text.lower(at) == ";";
                let told = text.is(at, Tag::REL) || matches!(text.lower(at), "after" | "before" | "since");
                usize::from(told) * 10
                    + usize::from(other) * 12
                    + usize::from(clause) * 14
                    + usize::from(text.lower(at) == ",") * 2
            })
            .sum();
        // "the unrest that erupted last Sunday": the day of something else
        let elsewhere = (row.tokens.start.saturating_sub(4)..row.tokens.start)
            .any(|at| text.is(at, Tag::REL) && (at..row.tokens.start).all(|at| text.outcome(at).is_none()));
        steps + extra + usize::from(elsewhere) * 30
    }

    /// The day of the disaster that the article is about: "Tuesday's earthquake".
    pub(super) fn disaster(&self, text: &Text<'_, '_>) -> Option<usize> {
        self.rows.iter().position(|row| {
            let near = |at: usize| NATURAL.contains(&text.lower(at));
            row.sort == Sort::Date
                && ((row.tokens.end..row.tokens.end + 4).any(near) || near(row.tokens.start.saturating_sub(2)))
        })
    }

    /// The last date told in the two sentences before, in the same paragraph: the day of the incident that is being told.
    pub(super) fn told_before(&self, text: &Text<'_, '_>, at: usize) -> Option<usize> {
        let here = text.scan.sentence_index(at)?;
        let mut from = here;
        for _ in 0..SENTENCES_BACK {
            if text.scan.sentences.get(from)?.paragraph_before {
                break;
            }
            from = from.checked_sub(1)?;
        }
        let start = text.scan.sentences.get(from)?.tokens.start;
        let end = text.scan.sentences.get(here)?.tokens.start;
        let last = self.rows.partition_point(|row| row.tokens.start < end);
        (0..last)
            .rev()
            .take_while(|&index| self.rows.get(index).is_some_and(|row| row.tokens.start >= start))
            .find(|&index| {
                self.rows.get(index).is_some_and(|row| {
                    row.sort == Sort::Date
                        && !is_since(text, row.tokens.start, &(start..end))
                        && !is_statement(text, row)
                })
            })
    }

    fn happened(&self, text: &Text<'_, '_>, index: usize, sentence: &Range<usize>) -> Happened {
        let Some(row) = self.rows.get(index) else {
            return Happened::Unsaid;
        };
        let disaster = (row.tokens.end..row.tokens.end + 2).any(|at| DISASTERS.contains(&text.lower(at)));
        if disaster {
            return Happened::Time(index);
        }
        if row.sort == Sort::Back || is_since(text, row.tokens.start, sentence) {
            return Happened::Since(index);
        }
        Happened::Time(index)
    }
}

/// "said on Friday", "published on Thursday": the day of the words, not of the harm.
fn is_statement(text: &Text<'_, '_>, row: &Row) -> bool {
    (row.tokens.start.saturating_sub(2)..row.tokens.start)
        .any(|at| text.is(at, Tag::SAY) || matches!(text.lower(at), "published" | "released" | "issued"))
}

fn gap(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    if one.end <= other.start {
        one.end..other.start
    } else {
        other.end.min(one.start)..one.start
    }
}

fn sort(text: &Text<'_, '_>, time: &TimeMention, tokens: &Range<usize>) -> Sort {
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
            || matches!(text.lower(tokens.start.saturating_sub(1)), "in" | "for") && text.is_number(tokens.start)
    };
    if is_dateline(text, tokens) {
        return Sort::Other;
    }
    match &time.when {
        When::Known(Value::Duration(_)) if is_age_of_crisis(text, tokens) => Sort::Back,
        When::Hanging(_) => Sort::Date,
        When::Known(Value::Duration(_)) if back() && !tokens.clone().any(|at| text.lower(at) == "old") => Sort::Back,
        When::Known(Value::Duration(_) | Value::Reference(_)) | When::Unknown => Sort::Other,
        When::Known(_) => Sort::Date,
    }
}

/// "ESTRAVA, March 14 (KNA) —": the day of the report, not of what it tells.
fn is_dateline(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let start = text.sentence(tokens.start).start;
    let place =
        (start..tokens.start).all(|at| !text.is_word(at) || text.scan.tokens.get(at).is_some_and(|t| t.capital));
    let dash = |at: usize| matches!(text.lower(at), "-" | "–" | "—" | "--");
    let agency = text.lower(tokens.end) == "(" && (tokens.end + 2..tokens.end + 6).any(|at| text.lower(at) == ")");
    let behind_place = tokens.start > start && tokens.start <= start + 10;
    place && (agency || behind_place && dash(tokens.end))
}

/// "the five-month-old uprising"
fn is_age_of_crisis(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let old = (tokens.start..tokens.end + 3).find(|&at| matches!(text.lower(at), "old" | "long"));
    old.is_some_and(|old| {
        !text.is(old + 1, Tag::PERSON) && (old + 1..old + 4).any(|at| super::scope::is_crisis(text.lower(at)))
    })
}

/// "since the protests began in March": the word stands before the expression, with no harm between.
fn is_since(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> bool {
    (sentence.start.max(at.saturating_sub(12))..=at)
        .rev()
        .take_while(|&at| text.outcome(at).is_none() && text.lower(at) != ";")
        .any(|at| text.lower(at) == "since")
}
