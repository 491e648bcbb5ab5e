//! What stands between a day and a count and parts them: another count's clause, people who are named by the way, a toll.

use std::ops::Range;

use super::lexicon::Tag;
use super::text::Text;
use super::when::Times;
use super::when_row::Row;
use super::when_tied::assails;
use super::when_words::{is_bringing, is_funeral, scene};
use super::{Happened, Kind};

/// How many tokens after "bringing" its toll stands, and how many after that the number.
const TOLL: usize = 8;
const NUMBER: usize = 14;
/// How many tokens behind a count another act is told of those who are named with it.
const ACT: usize = 26;
/// How many tokens before its verb "who" stands.
const OPENS: usize = 4;
/// How many tokens from a day the clause opens and closes in which people are named by the way.
const CLAUSE: usize = 10;
/// How many tokens before a count an inquiry into it is named.
const AFTERMATH: usize = 8;

/// True where the day is that of something else than the count, whatever the distance. `since`: "since" stands before it.
pub(super) fn is_parted(
    text: &Text<'_, '_>,
    row: &Row,
    phrase: &Range<usize>,
    outcome: &Range<usize>,
    since: bool,
) -> bool {
    if row.tokens.end <= phrase.start {
        let between = row.tokens.end..phrase.start;
        return between.clone().any(|at| and_now(text, at))
            || is_of_their_aftermath(text, phrase.start, row.tokens.end)
            || is_of_those_named(text, &row.tokens, outcome)
            || !since && between.into_iter().any(|at| brings(text, at));
    }
    if row.tokens.start < phrase.end {
        return false;
    }
    let mut between = phrase.end..row.tokens.start;
    between.any(|at| brings(text, at) || includes_act(text, at, row.tokens.start))
        || is_of_their_past(text, phrase.end, outcome, row.tokens.start)
        || is_what_came_first(text, phrase, row)
        || is_of_first_act(text, phrase.end, outcome, &row.tokens)
        || is_of_main_clause(text, phrase, outcome, row.tokens.start)
}

/// "eight killed on Tuesday, two on Monday": the day of the count before, told with its own.
pub(super) fn listed_before(text: &Text<'_, '_>, row: &Row, phrase: &Range<usize>, outcome: &Range<usize>) -> bool {
    outcome.end <= row.tokens.start
        && row.tokens.end <= phrase.start
        && (phrase.end..text.sentence(phrase.start).end.min(phrase.end + 2)).any(|at| text.is(at, Tag::TIME))
        && (row.tokens.end..phrase.start).any(|at| text.lower(at) == ",")
}

/// "bringing the toll to 31", "brought to 14 the number killed": what is counted together is not of the day before it.
fn brings(text: &Text<'_, '_>, at: usize) -> bool {
    is_bringing(text.lower(at))
        && (at + 1..at + NUMBER).any(|at| text.lower(at) == "to")
        && (at + 1..at + TOLL).any(|at| {
            matches!(
                text.lower(at),
                "toll" | "tally" | "number" | "total" | "count" | "deaths" | "fatalities"
            )
        })
}

/// "has seen a rise in the past week, and now hosts 24,000": not of the stretch before.
fn and_now(text: &Text<'_, '_>, at: usize) -> bool {
    text.lower(at) == "now" && (at.saturating_sub(2)..at).any(|at| text.lower(at) == "and")
}

/// "the clashes, in which 12 were hurt, followed a march on Friday": the day of what came first; not "the fire that followed".
pub(super) fn is_what_came_first(text: &Text<'_, '_>, phrase: &Range<usize>, row: &Row) -> bool {
    let follows = |at: usize| {
        matches!(text.lower(at), "followed" | "follows" | "follow")
            && text.lower(at + 1) != "by"
            && !text.is(at - 1, Tag::REL.or(Tag::BE))
            && (at..row.tokens.start).all(|at| text.outcome(at).is_none())
    };
    (phrase.end.max(row.tokens.start.saturating_sub(CLAUSE))..row.tokens.start).any(follows)
}

/// "opened fire on a procession for three who were killed on Friday, killing one": the day of those who are named by the way, of
/// what was done to them or what they had done before.
pub(super) fn is_of_those_named(text: &Text<'_, '_>, day: &Range<usize>, outcome: &Range<usize>) -> bool {
    text.lower(outcome.start).ends_with("ing") && is_of_named(text, day).is_some_and(|end| end < outcome.start)
}

/// The same where another harm is told after it: no day of the story.
pub(super) fn is_of_past_of_named(text: &Text<'_, '_>, day: &Range<usize>) -> bool {
    is_of_named(text, day).is_some_and(|comma| {
        (comma + 1..text.sentence(comma).end.min(comma + OPENS))
            .any(|at| text.lower(at).ends_with("ing") && text.outcome_from(at).is_some())
    })
}

impl Times {
    /// True for the day of those who are named by the way, before the harm that is being told.
    pub(super) fn is_by_the_way(&self, text: &Text<'_, '_>, day: Happened) -> bool {
        let row = day.mention().and_then(|index| self.rows.get(index));
        row.is_some_and(|row| is_of_past_of_named(text, &row.tokens))
    }
}

/// The comma that closes the clause "who were killed on Friday", "who had resigned on Friday", with the day in it.
fn is_of_named(text: &Text<'_, '_>, day: &Range<usize>) -> Option<usize> {
    let sentence = text.sentence(day.start);
    let floor = sentence.start.max(day.start.saturating_sub(CLAUSE));
    let who = (floor..day.start)
        .rev()
        .take_while(|&at| !matches!(text.lower(at), "," | ";"))
        .find(|&at| text.lower(at) == "who" && text.lower(at.saturating_sub(1)) != ",")?;
    let suffers = |at: usize| text.is(at, Tag::BE) && text.outcome_from(at + 1).is_some();
    let before = |at: usize| text.lower(at) == "had" && !assails(text.lower(at + 1));
    let died = |at: usize| matches!(text.lower(at), "died" | "perished" | "drowned");
    (who + 1..day.start).find(|&at| suffers(at) || before(at) || died(at))?;
    (day.end..sentence.end.min(day.end + CLAUSE)).find(|&at| text.lower(at) == ",")
}

/// "called for peace on Friday at the funeral of two guards", "opened on Friday an inquiry into the deaths of two".
fn is_of_their_aftermath(text: &Text<'_, '_>, phrase: usize, day: usize) -> bool {
    (day.max(phrase.saturating_sub(AFTERMATH))..phrase).any(|at| match text.lower(at) {
        word if is_funeral(word) => text.lower(at + 1) == "of" && at + OPENS > phrase,
        "investigation" | "inquiry" | "probe" | "enquiry" => matches!(text.lower(at + 1), "into" | "of"),
        _ => false,
    })
}

/// "Tens of people arrested on Friday have been freed": what was done to them first.
fn is_of_first_act(text: &Text<'_, '_>, from: usize, outcome: &Range<usize>, day: &Range<usize>) -> bool {
    let kind = |at: usize| text.outcome_from(at).map(|own| own.kind);
    day.end <= outcome.start
        && day.start < from + OPENS
        && text.is(from, Tag::PAST)
        && kind(from).is_some_and(|first| Some(first) != kind(outcome.start))
        && (day.end..outcome.start).any(|at| text.is(at, Tag::BE.or(Tag::HAVE)))
}

/// "600, including the 60 who died in the fire on 3 May": the day of those who are included.
fn includes_act(text: &Text<'_, '_>, at: usize, day: usize) -> bool {
    matches!(text.lower(at), "including" | "excluding")
        && (at + 1..at + 4).any(|at| text.quantity(at).is_some())
        && (at + 2..(at + TOLL).min(day)).any(|who| {
            (matches!(text.lower(who), "who" | "whom") || text.is(who, Tag::PERSON) && text.lower(at) == "excluding")
                && (who + 1..(who + OPENS).min(day)).any(|at| text.outcome_from(at).is_some())
                && (who..day).all(|at| text.lower(at) != ",")
        })
}

/// "wounded seven hostages held since May", "ten mourners of another ten who were shot on Monday": what was done before,
/// to them or to others.
pub(super) fn is_of_their_past(text: &Text<'_, '_>, from: usize, outcome: &Range<usize>, day: usize) -> bool {
    if outcome.end > from || day <= from || day > from + ACT {
        return false;
    }
    let closed = |range: Range<usize>| {
        range
            .into_iter()
            .all(|at| !matches!(text.lower(at), "," | ";") && !text.is(at, Tag::CONJ))
    };
    let kind = text.outcome_from(outcome.start).map(|own| own.kind);
    // "hostages held by the gang since May", whatever else "held" may be
    if kind.is_some_and(Kind::is_hurt_or_missing)
        && matches!(text.lower(from), "held" | "kept" | "jailed" | "detained")
        && closed(from..day)
    {
        return true;
    }
    let last = (from..day)
        .rev()
        .find_map(|at| text.outcome_from(at).map(|other| (at, other)));
    let Some((act, other)) = last.filter(|(act, _)| !outcome.contains(act) && closed(*act..day)) else {
        return false;
    };
    let participle = text.is(act, Tag::PAST) || text.lower(other.tokens.start).ends_with("ed");
    // "hostages held by the gang since May"
    let reduced = Some(other.kind) != kind
        && act <= from + 1
        && participle
        && (from..act).all(|at| text.is_word(at) && !text.is(at, Tag::CONJ.or(Tag::BE)));
    // "in return for a man kidnapped by the clan on Monday"
    let by = text.lower(other.tokens.end) == "by";
    let of_another = participle && by && act > from && text.is(act - 1, Tag::PERSON);
    let who = (from.max(act.saturating_sub(OPENS))..act).find(|&at| matches!(text.lower(at), "who" | "whom"));
    let others = who.is_some_and(|who| (from..who).any(|at| text.quantity(at).is_some()));
    reduced || of_another || others
}

/// "After clashes in which 40 died, the minister resigned on Monday": the day of the clause that follows.
fn is_of_main_clause(text: &Text<'_, '_>, phrase: &Range<usize>, outcome: &Range<usize>, day: usize) -> bool {
    let start = text.sentence(phrase.start).start;
    let last = phrase.end.max(outcome.end);
    if !matches!(text.lower(start), "after" | "following") || last >= day {
        return false;
    }
    let head = (start..last).all(|at| text.lower(at) != ",");
    let comma = (last..day).find(|&at| text.lower(at) == ",");
    let acts = |at: usize| text.is(at, Tag::PAST.or(Tag::BE).or(Tag::HAVE)) && !text.is(at, Tag::SAY.or(Tag::PREP));
    head && comma.is_some_and(|comma| (comma + 2..day).any(acts) && scene(text.lower(comma + 1)).is_none())
}

/// "unseen since a raid on Friday in the hills, which killed three": the harm came in the raid, not since.
pub(super) fn is_of_scene_since(text: &Text<'_, '_>, row: &Row, outcome: &Range<usize>) -> bool {
    let from = row.tokens.end;
    let which = (from..outcome.start.min(from + TOLL)).find(|&at| matches!(text.lower(at), "which" | "that"));
    let floor = text.sentence(from).start.max(row.tokens.start.saturating_sub(TOLL));
    let since = (floor..row.tokens.start).rev().find(|&at| text.lower(at) == "since");
    let perfect = (outcome.start.saturating_sub(3)..outcome.start).any(|at| text.is(at, Tag::HAVE));
    which.is_some()
        && !perfect
        && since.is_some_and(|since| {
            matches!(text.lower(since + 1), "a" | "an")
                && (since + 2..row.tokens.start).any(|at| scene(text.lower(at)).is_some())
        })
}
