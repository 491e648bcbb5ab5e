//! Days that are told by how far they are from another: "a day after nine died", "the tenth anniversary of", "overnight shelling".

use std::ops::Range;

use super::Happened;
use super::day::Sort;
use super::lexicon::Tag;
use super::text::Text;
use super::when::Times;
use super::when_cost::is_of_last;
use super::when_cue::is_body;
use super::when_row::{Row, is_bounded, is_day};
use super::when_words::scene;
use crate::time::{Relative, Unit, When};

/// How many tokens after "two days after" its harm stands.
const CLAUSE: usize = 14;
/// How many tokens after "the tenth anniversary" its harm stands.
const REMEMBERED: usize = 24;
/// How many tokens after "who were shot" its day stands.
const OWN_DAY: usize = 10;
/// How many tokens after "overnight" the noun stands that it belongs to.
const NOUN: usize = 3;
/// A distance of so many units at most is one that can be meant.
const FARTHEST: i32 = 400;

/// How far one day is from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Distance {
    pub(super) unit: Unit,
    pub(super) count: i32,
}

/// The day of the report itself.
pub(super) const REPORTED: Happened = Happened::Away {
    from: None,
    unit: Unit::Day,
    count: 0,
};

impl Distance {
    pub(super) fn from(self, time: Option<usize>) -> Happened {
        let Self { unit, count } = self;
        Happened::Away {
            from: time,
            unit,
            count,
        }
    }
}

impl Times {
    /// "Two died on Sunday, a day after nine drowned there", "the tenth anniversary of the flood that killed 40": the day by
    /// its distance from another one.
    pub(super) fn at_distance(
        &self,
        text: &Text<'_, '_>,
        phrase: &Range<usize>,
        harm: &Range<usize>,
    ) -> Option<Happened> {
        let sentence = text.sentence(phrase.start);
        let opens = phrase.start.min(harm.start);
        if let Some((distance, words)) = distance(text, &sentence, opens) {
            // "ORLA: four days after the fire in which"
            let opens_with = words.start <= sentence.start + 1 || text.lower(words.start - 1) == ":";
            let comma = (harm.end..sentence.end)
                .find(|&at| text.lower(at) == ",")
                .filter(|_| opens_with);
            let last = comma.unwrap_or(harm.end + OWN_DAY).min(harm.end + OWN_DAY);
            let own = self
                .in_sentence(&sentence)
                .any(|(_, row)| row.dates_harm_to_a_day() && (words.end..last).contains(&row.tokens.start));
            let main = self
                .in_sentence(&sentence)
                .filter(|(_, row)| row.dates_harm_to_a_day() && row.tokens.end <= words.start)
                .last();
            // "Four days after the fire in which 58 died, police held two men on Sunday"
            let behind = || {
                let comma = comma?;
                self.in_sentence(&sentence)
                    .find(|(_, row)| row.dates_harm_to_a_day() && row.tokens.start > comma)
            };
            // "The deaths come a day after nine were killed": counted from the report
            let comes =
                matches!(text.lower(words.start.saturating_sub(1)), "come" | "comes") && distance.unit == Unit::Day;
            let from = main
                .or_else(behind)
                .map(|(index, _)| Some(index))
                .or_else(|| comes.then_some(None));
            return from.filter(|_| !own).map(|from| distance.from(from));
        }
        anniversary(text, &sentence, opens).map(|years| {
            let unit = Unit::Year;
            Distance { unit, count: -years }.from(None)
        })
    }

    /// "Between 4 and 10 March the mission counted", "covering 26 February to 3 March": the stretch of which is told.
    pub(super) fn is_reported_on(&self, text: &Text<'_, '_>, index: usize, row: &Row) -> bool {
        let first = index.checked_sub(1).and_then(|first| self.rows.get(first));
        (row.tokens.start.saturating_sub(2)..=row.tokens.start)
            .any(|at| matches!(text.lower(at), "between" | "covering" | "from"))
            || first.is_some_and(|first| is_bounded(text, first, row))
    }

    /// "two were killed at once, a third died on Saturday": the day is that of the last one only.
    pub(super) fn is_of_last(
        &self,
        text: &Text<'_, '_>,
        happened: Happened,
        phrase: &Range<usize>,
        harm: &Range<usize>,
    ) -> bool {
        let row = happened.mention().and_then(|index| self.rows.get(index));
        row.is_some_and(|row| row.tokens.start >= phrase.end && is_of_last(text, phrase, harm, row))
    }

    /// "the night before, on Wednesday": the day by its name stands behind the day by its distance.
    pub(super) fn named_after(&self, text: &Text<'_, '_>, index: usize) -> usize {
        let told = |row: &Row| match &row.when {
            When::Hanging(hanging) => matches!(hanging.relative, Relative::Told(..)),
            _ => false,
        };
        let pair = self.rows.get(index).zip(self.rows.get(index + 1));
        let named = pair.is_some_and(|(row, next)| {
            let on = usize::from(text.lower(row.tokens.end + 1) == "on");
            told(row)
                && !told(next)
                && next.sort == Sort::Date
                && is_day(&next.when)
                && text.lower(row.tokens.end) == ","
                && next.tokens.start == row.tokens.end + 1 + on
        });
        if named { index + 1 } else { index }
    }

    /// "the killing of two nurses, who were shot on Tuesday": the clause behind the count has a day of its own.
    pub(super) fn in_own_clause(
        &self,
        text: &Text<'_, '_>,
        phrase: &Range<usize>,
        harm: &Range<usize>,
    ) -> Option<usize> {
        let hurt = |at: usize| text.outcome_from(at).is_some_and(|outcome| outcome.kind.is_hurt());
        let named = |at: &usize| text.is(*at, Tag::PERSON) || text.lower(*at) == "such";
        let head = phrase.end + (phrase.end..phrase.end + 2).take_while(named).count();
        let opens = head + usize::from(text.lower(head) == ",");
        if harm.start > opens || !hurt(harm.start) {
            return None;
        }
        let sentence = text.sentence(phrase.start);
        let been = matches!(text.lower(opens), "who" | "which") && text.is(opens + 1, Tag::BE.or(Tag::HAVE));
        // "the bodies of nine guards killed on Tuesday"
        let reduced = opens == head && is_body(text.lower(harm.start)) && hurt(opens);
        let act = (opens + 1..opens + 4).find(|&at| hurt(at)).filter(|_| been);
        let act = act.or_else(|| reduced.then_some(opens))?;
        self.in_sentence(&sentence)
            .find(|(_, row)| {
                let between = act + 1..row.tokens.start;
                row.sort == Sort::Date
                    && row.dates_harm()
                    && (act + 1..act + OWN_DAY).contains(&row.tokens.start)
                    && between
                        .into_iter()
                        .all(|at| text.is_word(at) && !text.is(at, Tag::REL.or(Tag::CONJ)))
            })
            .map(|(index, _)| index)
    }
}

/// "two days after gunmen killed nine": how far, and the words that say it; `harm` stands behind them.
pub(super) fn distance(text: &Text<'_, '_>, sentence: &Range<usize>, harm: usize) -> Option<(Distance, Range<usize>)> {
    let from = sentence.start.max(harm.saturating_sub(CLAUSE));
    let turn = (from..harm)
        .rev()
        .take_while(|&at| text.lower(at) != ";" && (text.outcome(at).is_none() || at >= harm))
        .find(|&at| matches!(text.lower(at), "after" | "before"))?;
    let unit = match text.lower(turn.checked_sub(1)?) {
        "day" | "days" => Unit::Day,
        "week" | "weeks" => Unit::Week,
        "month" | "months" => Unit::Month,
        "year" | "years" => Unit::Year,
        _ => return None,
    };
    let opens = turn.checked_sub(2).filter(|&at| at >= sentence.start)?;
    let count = count(text.lower(opens))?;
    // "on Monday, two days after the vote, gunmen killed nine": the distance is that of the vote
    let closed = (turn..harm).any(|at| text.lower(at) == ",");
    let count = if text.lower(turn) == "after" { -count } else { count };
    (!closed).then_some((Distance { unit, count }, opens..turn + 1))
}

fn count(word: &str) -> Option<i32> {
    const WORDS: &[&str] = &[
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    if matches!(word, "a" | "an") {
        return Some(1);
    }
    let named = (1..).zip(WORDS).find(|(_, name)| **name == word);
    let figure = || word.parse().ok();
    named
        .map(|(count, _)| count)
        .or_else(figure)
        .filter(|count| (1..FARTHEST).contains(count))
}

/// "the tenth anniversary of the flood in which 40 died": how many years back the harm lies.
fn anniversary(text: &Text<'_, '_>, sentence: &Range<usize>, harm: usize) -> Option<i32> {
    let from = sentence.start.max(harm.saturating_sub(REMEMBERED));
    let at = (from..harm).rev().find(|&at| text.lower(at) == "anniversary")?;
    let of =
        text.lower(at + 1) == "of" && (at + 2..harm).any(|at| scene(text.lower(at)).is_some() || text.is(at, Tag::REL));
    // "the 1996 massacre", "the disaster of 2014": its own year
    let year = (at + 1..harm).any(|at| text.lower(at).len() == 4 && text.lower(at).parse::<i16>().is_ok());
    // "the first anniversary of the revolt, which has left 8,000 dead": until now
    let runs = (at + 1..harm).any(|at| matches!(text.lower(at), "has" | "have"));
    let before = text.lower(at.checked_sub(1)?);
    let years = match before {
        "year" => count(text.lower(at.checked_sub(3)?)),
        word => ordinal(word),
    };
    years.filter(|_| of && !year && !runs)
}

fn ordinal(word: &str) -> Option<i32> {
    crate::time::rank(word).filter(|count| (1..FARTHEST).contains(count))
}

/// "overnight shelling killed three": the night before the report, as an adjective of what did the harm.
pub(super) fn is_overnight(text: &Text<'_, '_>, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|at| {
        text.lower(at) == "overnight"
            && (at + 1..at + 1 + NOUN)
                .take_while(|&at| text.is_word(at) && !text.is(at, Tag::PREP.or(Tag::CONJ)))
                .any(|at| scene(text.lower(at)).is_some() && text.outcome(at).is_none())
    })
}
