//! Days of statements that no saying verb beside them shows: "In February the army put the toll at", "a meeting on Tuesday was told".

use std::ops::Range;

use super::day::Sort;
use super::lexicon::Tag;
use super::outcomes::Frame;
use super::text::Text;
use super::when::Times;
use super::when_role::Role;
use super::when_row::{is_day, is_long};
use super::when_words::{is_brought_out, is_spoken};
use crate::time::{Relative, TimeMention, When};

/// How many tokens after a day at the sentence's head the verb of its clause stands.
const CLAUSE: usize = 14;
/// How many tokens after that verb what it brings out or puts is named.
const OBJECT: usize = 8;
/// How many tokens stand before a day that opens a sentence.
const FRONT: usize = 3;
/// How many tokens after that day who speaks says so.
const SPEAKER: usize = 12;

/// "residents say on Friday troops opened fire": what is said now, of that day.
pub(super) fn is_of_what_is_said(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    tokens.start >= 2
        && text.lower(tokens.start - 1) == "on"
        && matches!(text.lower(tokens.start - 2), "say" | "says")
        && text.is_word(tokens.end)
}

impl Times {
    /// "On Friday, activists said troops shot dead 11": the day before all that is told, of the words and of the harm.
    pub(super) fn fronted(
        &self,
        text: &Text<'_, '_>,
        sentence: &Range<usize>,
        phrase: &Range<usize>,
        outcome: &Range<usize>,
    ) -> Option<usize> {
        let mut dated = self.in_sentence(sentence).filter(|(_, row)| row.sort != Sort::Other);
        let (index, row) = dated.next().filter(|_| dated.next().is_none())?;
        let opens = |at: usize| {
            matches!(
                text.lower(at),
                "on" | "earlier" | "meanwhile" | "also" | "later" | "late" | "early" | "and" | "but" | ","
            )
        };
        let head = sentence.start..row.tokens.start;
        let from = phrase.start.min(outcome.start);
        let fits = is_day(&row.when) && !row.stamp && head.len() <= FRONT && head.into_iter().all(opens);
        if !fits || row.tokens.end >= from || !matches!(row.role, Role::Event | Role::Statement) {
            return None;
        }
        let told = (row.tokens.end..from.min(row.tokens.end + SPEAKER))
            .find(|&at| text.is(at, Tag::SAY))
            // "confirmed their deaths": of some day before
            .filter(|&at| matches!(text.lower(at), "said" | "say" | "says" | "reported" | "told"))?;
        let own = text.outcome_from(outcome.start)?;
        let harm = own.kind.is_hurt() && own.frame != Frame::Noun;
        // "a day earlier it had said 31": a figure of before, of a harm yet earlier
        let plain = (row.tokens.end..told).all(|at| text.outcome(at).is_none() && !text.is(at, Tag::HAVE));
        // what had happened, and what was counted, is of some day before
        let runs = |at: usize| {
            text.is(at, Tag::HAVE)
                || matches!(
                    text.lower(at),
                    "since" | "toll" | "total" | "number" | "so" | "after" | "before"
                )
        };
        (harm && plain && !(told..phrase.end.max(outcome.end)).any(runs)).then_some(index)
    }
}

/// "In June, the ministry said that 900 had died", "Last month a panel found that": a month or a year before what was said then
/// is that of the words.
pub(super) fn opens_report(
    text: &Text<'_, '_>,
    time: &TimeMention,
    sentence: &Range<usize>,
    tokens: &Range<usize>,
) -> bool {
    let head = sentence.start..tokens.start;
    let wide = is_long(&time.when)
        || matches!(&time.when, When::Hanging(hanging) if matches!(hanging.relative, Relative::Period(..)));
    if !wide || head.len() > FRONT || head.into_iter().any(|at| text.lower(at) == "since") {
        return false;
    }
    let clause = tokens.end..sentence.end.min(tokens.end + SPEAKER);
    let open = |at: usize| {
        text.outcome(at).is_none()
            && text.quantity(at).is_none()
            && (!text.is(at, Tag::REL.or(Tag::SUBORD)) || text.is(at, Tag::PREP))
    };
    let Some(verb) = clause.take_while(|&at| open(at)).find(|&at| {
        (text.is(at, Tag::SAY) || matches!(text.lower(at), "concluded" | "found" | "showed"))
            && !text.is(at.saturating_sub(1), Tag::DET)
    }) else {
        return false;
    };
    // "In June, residents said, troops killed 40"; "in 2011 the group recorded 900 deaths"
    let passive = text.is(verb.saturating_sub(1), Tag::BE.or(Tag::HAVE));
    let plain = matches!(
        text.lower(verb),
        "said" | "told" | "claimed" | "estimated" | "announced"
    );
    let that = (verb + 1..verb + OBJECT)
        .take_while(|&at| open(at) || text.lower(at) == "that")
        .any(|at| text.lower(at) == "that");
    !passive && text.lower(verb + 1) != "," && (plain || that)
}

/// True where the day stands with words that were spoken or written, and with no harm.
pub(super) fn dates_words(text: &Text<'_, '_>, tokens: &Range<usize>, sentence: &Range<usize>) -> bool {
    heads_figure(text, tokens, sentence) || is_of_meeting(text, tokens, sentence)
}

/// "In February, the army put the death toll at 300", "On Friday, the group published an account of the raid, saying".
fn heads_figure(text: &Text<'_, '_>, tokens: &Range<usize>, sentence: &Range<usize>) -> bool {
    // "...; on Thursday it lowered the total to 28"
    let clause = (sentence.start..tokens.start)
        .rev()
        .find(|&at| text.lower(at) == ";")
        .map_or(sentence.start, |at| at + 1);
    if tokens.start > clause + 2 {
        return false;
    }
    let reach = tokens.end..sentence.end.min(tokens.end + CLAUSE);
    if revises(text, &reach) {
        return true;
    }
    let told = |at: usize| text.outcome(at).is_some() || text.is(at, Tag::REL.or(Tag::SUBORD));
    let puts = |at: usize| matches!(text.lower(at), "put" | "puts" | "placed" | "set" | "estimated");
    // "two days earlier his ministry had spoken of 31 dead"
    let speaks_of = |at: usize| matches!(text.lower(at), "spoke" | "spoken" | "talked") && text.lower(at + 1) == "of";
    let Some(verb) = reach
        .take_while(|&at| !told(at) || puts(at))
        .find(|&at| puts(at) || is_brought_out(text.lower(at)) || speaks_of(at))
    else {
        return false;
    };
    if speaks_of(verb) {
        return true;
    }
    if text.is(verb.saturating_sub(1), Tag::BE.or(Tag::HAVE)) {
        return false;
    }
    let object = verb + 1..sentence.end.min(verb + 1 + OBJECT);
    if puts(verb) {
        let mut figures = object.into_iter();
        return figures.any(|at| {
            matches!(
                text.lower(at),
                "toll" | "number" | "figure" | "count" | "total" | "dead" | "deaths"
            ) && (at + 1..at + OBJECT).any(|at| text.lower(at) == "at")
        });
    }
    object.into_iter().take_while(|&at| text.is_word(at)).any(|at| {
        is_spoken(text.lower(at)) || matches!(text.lower(at), "account" | "list" | "figures" | "toll" | "video")
    })
}

/// "it lowered the total to 28", "it had been 31": the figure of that day is changed or was another one.
fn revises(text: &Text<'_, '_>, clause: &Range<usize>) -> bool {
    let end = clause.clone().find(|&at| text.lower(at) == ";").unwrap_or(clause.end);
    let stems = ["lower", "rais", "revis", "correct", "increas", "reduc"];
    let figure = |at: usize| {
        matches!(
            text.lower(at),
            "toll" | "total" | "figure" | "count" | "number" | "estimate"
        )
    };
    (clause.start..end).any(|at| {
        let changed = text.begins(at, &stems) && text.lower(at).ends_with('d') && (at + 1..end.min(at + 6)).any(figure);
        let was = text.lower(at) == "it" && text.reads(at + 1, &["had", "been"]) && text.is_number(at + 3);
        changed || was
    })
}

/// "a meeting on Tuesday was told that 300 had died", "the council heard on Friday"
fn is_of_meeting(text: &Text<'_, '_>, tokens: &Range<usize>, sentence: &Range<usize>) -> bool {
    let heard = |at: usize| {
        matches!(text.lower(at), "told" | "informed") && text.is(at.saturating_sub(1), Tag::BE)
            || text.lower(at) == "heard"
    };
    let meets = |at: usize| {
        matches!(
            text.lower(at),
            "meeting"
                | "session"
                | "council"
                | "conference"
                | "hearing"
                | "parliament"
                | "court"
                | "inquest"
                | "inquiry"
                | "summit"
                | "committee"
                | "assembly"
        )
    };
    let mut after = tokens.end..sentence.end.min(tokens.end + 3);
    let before = sentence.start.max(tokens.start.saturating_sub(OBJECT))..tokens.start;
    let close = |at: &usize| text.is_word(*at) && text.outcome(*at).is_none();
    (after.any(heard) || before.clone().rev().take(3).any(heard)) && before.rev().take_while(close).any(meets)
}

#[cfg(test)]
mod tests {
    use crate::claim::when_examples::check;

    const CASES: &[(&str, &str)] = &[
        (
            "In February, the government put the death toll at 3,400.",
            "3400 - < February",
        ),
        ("On Friday the Orla Post put the number of dead at 60.", "60 - < Friday"),
        (
            "A meeting of the council on Tuesday was told that 700 people had died in the unrest.",
            "700 - < Tuesday",
        ),
        (
            "The inquest heard on Friday that 12 people had died in the camp.",
            "12 - < Friday",
        ),
        (
            "On Thursday, the Varland League published a fuller account of the raid, saying troops arrested about 100 people.",
            "100 - < Thursday",
        ),
        (
            "Two days earlier his ministry had spoken of 31 dead.",
            "31 - < Two days earlier",
        ),
        (
            "Marr said that 28 people were killed; on Wednesday it had been 31.",
            "28 -; 31 - < Wednesday",
        ),
        (
            "Two days earlier the ministry had spoken of 31 dead; on Thursday it lowered the total to 28.",
            "31 - < Two days earlier; 28 - < Thursday",
        ),
        (
            "A day earlier the committee had said 31 were killed.",
            "31 - < A day earlier",
        ),
        // the day is that of the harm
        (
            "Nine people died on Monday; on Thursday the rains raised the river and 12 drowned.",
            "9 Monday; 12 Thursday",
        ),
        (
            "On Friday, a bomb in Orla killed 12 people, and the army put the town under curfew.",
            "12 Friday",
        ),
        (
            "In February, troops put down the revolt at Kelm and killed 40 people.",
            "40 February",
        ),
        (
            "On Tuesday the council building was hit and 12 people died.",
            "12 Tuesday",
        ),
        (
            "Clashes across the country after Friday's weekly prayers led to the deaths of at least 32 people.",
            "32 Friday",
        ),
        (
            "Fighting continued on Friday in Varland, with activists saying that at least 40 people were killed.",
            "40 Friday",
        ),
        (
            "Mourners fired shots at a cemetery on Friday during the funeral of five rebels killed in the raid.",
            "5 -",
        ),
        (
            "Troops attacked Orla on Wednesday. They came around 6 a.m. (11 p.m. Tuesday ET) and killed 13 rebels.",
            "13 Wednesday",
        ),
        (
            "On Friday a funeral march was attacked and 12 mourners died.",
            "12 Friday",
        ),
        (
            "The envoy rebuked the army on Monday for the raid on the station, which she said killed nine people.",
            "9 -",
        ),
    ];

    #[test]
    fn days_of_words_are_no_days_of_harm() {
        check(CASES);
    }
}
