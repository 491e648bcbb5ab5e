//! Parts by the list they stand in: place by place, by how the injured fare, or behind a toll that rose.

use super::scope_days::Days;
use super::scope_part::{BREAKDOWN, READS_ON, Seat, is_additional, larger};
use super::scope_whole::{is_before_its_whole, is_the_rest_of};
use super::text::Text;
use super::{Draft, Form, Kind, VictimClass};
use crate::quantity::Qualifier;

/// "A fourth man was killed, bringing the toll to seven"; not "with the highest number of deaths in Orla"
pub(super) fn brings_total(text: &Text<'_, '_>, seat: &Seat) -> bool {
    let end = text.sentence(seat.start).end;
    (seat.tokens.end..end).any(|at| {
        let with = text.lower(at) == "with" && matches!(text.lower(at + 1), "the" | "a");
        // "the 16 deaths brought the total since Friday to 33"
        let brought = matches!(text.lower(at), "brought" | "brings");
        (with || brought || matches!(text.lower(at), "bringing" | "taking" | "pushing" | "raising"))
            && (at + 1..end.min(at + 5))
                .take_while(|&at| !text.lower(at).ends_with("est"))
                .any(|at| matches!(text.lower(at), "total" | "toll" | "number" | "tally" | "count"))
    })
}

/// "The toll rose to 14 after two more bodies were found"
pub(super) fn raised(text: &Text<'_, '_>, seat: &Seat) -> bool {
    let near = || seat.start.max(seat.tokens.start.saturating_sub(6))..seat.tokens.start;
    let after = near().find(|&at| matches!(text.lower(at), "after" | "when" | "as"));
    let more = seat
        .tokens
        .clone()
        .any(|at| matches!(text.lower(at), "more" | "another" | "further" | "others"))
        // "after two people succumbed to their wounds"
        || (seat.tokens.end..seat.tokens.end + 3).any(|at| text.lower(at).starts_with("succumb"));
    let Some(after) = after.filter(|_| more) else {
        return false;
    };
    let toll = |at: usize| matches!(text.lower(at), "toll" | "tally" | "count" | "number" | "total");
    let verb = |at: usize| super::when_words::is_toll_verb(text.lower(at));
    (seat.start..after).any(toll) && (seat.start..after).any(verb)
}

/// "nine of the dead came from Orla, four from Kelm and one from Sevrin": a list that goes on after a part, place by place.
pub(super) fn lists_on(text: &Text<'_, '_>, drafts: &[Draft], seats: &[Seat], index: usize) -> bool {
    let (Some(draft), Some(seat)) = (drafts.get(index), seats.get(index)) else {
        return false;
    };
    let placed = |seat: &Seat| {
        let end = text.sentence(seat.start).end.min(seat.tokens.end + 7);
        (seat.tokens.end..end)
            .take_while(|&at| text.is_word(at) && text.quantity(at).is_none())
            .any(|at| {
                matches!(text.lower(at), "in" | "from" | "at" | "near")
                    && (at + 1..at + 5)
                        .take_while(|&at| text.is_word(at))
                        .any(|at| text.is_name(at))
            })
    };
    let before = drafts.iter().zip(seats).take(index).rev().take(BREAKDOWN);
    let in_list: Vec<_> = before
        .take_while(|(_, there)| there.sentence == seat.sentence)
        .filter(|(other, _)| other.claim.kind == draft.claim.kind)
        .collect();
    placed(seat)
        && !is_additional(text, seat)
        && in_list
            .first()
            .is_some_and(|(other, there)| other.claim.part_of && placed(there) && !is_before_its_whole(other))
}

/// "59 were hurt, with 20 in a serious condition", "three were being treated": how some of the injured fare.
pub(super) fn is_condition(text: &Text<'_, '_>, drafts: &[Draft], seats: &[Seat], index: usize) -> bool {
    let (Some(draft), Some(seat)) = (drafts.get(index), seats.get(index)) else {
        return false;
    };
    let end = text.sentence(seat.start).end.min(seat.tokens.end + 6);
    let state = (seat.tokens.end..end).take_while(|&at| text.is_word(at)).any(|at| {
        matches!(
            text.lower(at),
            "critical" | "serious" | "stable" | "critically" | "seriously" | "intensive"
        ) && (at..at + 3).any(|at| matches!(text.lower(at), "condition" | "state" | "ill" | "care"))
    });
    let injured = |other: &Draft| matches!(other.claim.kind, Kind::Injured | Kind::Casualties);
    let earlier = drafts.iter().zip(seats).take(index).rev().take(BREAKDOWN * 2);
    state
        && injured(draft)
        && earlier
            .filter(|(other, there)| injured(other) && there.sentence + BREAKDOWN >= seat.sentence)
            .any(|(other, _)| !other.claim.part_of && other.claim.form == Form::Number && larger(other, draft))
}

/// "At least three people were killed on Friday. One was shot in Orla. Another died in Kelm": one by one.
pub(super) fn one_and_another(text: &Text<'_, '_>, drafts: &[Draft], seats: &[Seat], index: usize) -> bool {
    let single = |at: usize| {
        let draft = drafts.get(at)?;
        seats.get(at).filter(|_| draft.claim.figure.value == Some(1))
    };
    let one =
        |at: usize| single(at).is_some_and(|seat| seat.tokens.start == seat.start && text.lower(seat.start) == "one");
    let another = |at: usize| {
        single(at).is_some_and(|seat| {
            text.lower(seat.tokens.start) == "another" && seat.tokens.start <= seat.start + 8
                || text.reads(seat.tokens.start, &["the", "other"])
        })
    };
    let first = match index.checked_sub(1) {
        _ if one(index) && another(index + 1) => index,
        Some(before) if one(before) && another(index) => before,
        _ => return false,
    };
    let Some(whole) = first.checked_sub(1) else {
        return false;
    };
    let (Some(draft), Some(of)) = (drafts.get(first), drafts.get(whole)) else {
        return false;
    };
    let next = seats
        .get(whole)
        .zip(seats.get(first))
        .is_some_and(|(there, here)| there.sentence + 1 == here.sentence);
    let same = (first..=first + 1).all(|at| drafts.get(at).is_some_and(|one| one.claim.kind == draft.claim.kind));
    let counted = of.claim.form == Form::Number && of.claim.kind == draft.claim.kind && !of.claim.part_of;
    next && same && counted && of.claim.figure.anchor().is_some_and(|number| (2..10).contains(&number))
}

/// "20 people are dead:" over a list of dashes or bullets with smaller counts of the same harm.
pub(super) fn bulleted(text: &Text<'_, '_>, drafts: &[Draft], seats: &[Seat]) -> Vec<usize> {
    let is_item = |seat: &Seat| {
        matches!(text.lower(seat.start), "-" | "–" | "—" | "•" | "*" | "·" | "▪" | "●")
            || (seat.start.max(seat.tokens.start.saturating_sub(4))..seat.tokens.start)
                .any(|at| matches!(text.lower(at), "•" | "·" | "▪" | "●" | "–" | "—") && text.opens_line(at))
    };
    let mut found = Vec::new();
    for (index, (draft, seat)) in drafts.iter().zip(seats).enumerate() {
        let counted = draft.claim.form == Form::Number && draft.claim.figure.anchor().is_some();
        if !counted || !is_item(seat) {
            continue;
        }
        let before = drafts.iter().zip(seats).take(index).rev().take(BREAKDOWN * 2);
        let whole = before
            .filter(|(other, _)| other.claim.kind == draft.claim.kind && other.claim.form == Form::Number)
            .find(|(_, there)| !is_item(there));
        let near = whole.is_some_and(|(other, there)| {
            !other.claim.part_of && larger(other, draft) && there.sentence + BREAKDOWN >= seat.sentence
        });
        if near {
            found.push(index);
        }
    }
    // one item is no list
    if found.len() > 1 { found } else { Vec::new() }
}

/// The smallest whole whose parts may stand more than a sentence away.
const SPREAD: u64 = 6;
/// How far the parts of a smaller one may stand.
const NARROW: usize = 3;

/// "28 died. Five in Idlib, 13 in Homs ...": counts of the same harm that add up to a count before them are its parts.
pub(super) fn breakdown(
    text: &Text<'_, '_>,
    (drafts, seats): (&[Draft], &[Seat]),
    whole: usize,
    breaks: &[usize],
    days: Days<'_>,
) -> Option<Vec<usize>> {
    let first = &drafts.get(whole)?.claim;
    // "at least three were killed": one, another and a third
    let least = first
        .figure
        .low
        .filter(|_| first.figure.qualifier == Qualifier::AtLeast);
    let total = first
        .figure
        .value
        .or(least)
        .filter(|total| *total > 1 && (!first.part_of || is_the_rest_of(first)))?;
    let here = seats.get(whole)?.sentence;
    let mut sum = 0;
    let mut found = Vec::new();
    let mut last = None;
    for (index, draft) in drafts.iter().enumerate().skip(whole + 1).take(BREAKDOWN) {
        let there = seats.get(index)?.sentence;
        let reach = if total < SPREAD { NARROW } else { BREAKDOWN / 2 };
        let next = breaks.partition_point(|&index| index <= here);
        let broken = breaks.get(next).is_some_and(|&index| index <= there);
        if there > here + reach || sum >= total || broken {
            break;
        }
        if draft.claim.kind != first.kind {
            continue;
        }
        if days.differ(text, drafts.get(whole)?, draft) {
            return None;
        }
        // one who is told of far from a small count may be anybody
        if total < SPREAD && there > here + 1 && draft.claim.form != Form::Number {
            break;
        }
        // "three policemen, two drivers and a clerk": people of another sort are no parts
        let sorts = [first.victim_class, draft.claim.victim_class];
        let told = |class: &VictimClass| {
            matches!(
                class,
                VictimClass::SecurityForce | VictimClass::Militant | VictimClass::Civilian | VictimClass::Protester
            )
        };
        if sorts[0] != sorts[1] && sorts.iter().all(told) && there == here {
            return None;
        }
        // counts with other things told between them add up by chance
        if last.is_some_and(|last| there > last + READS_ON) {
            break;
        }
        last = Some(there);
        sum += draft.claim.figure.value?;
        found.push(index);
        if sum == total {
            return (found.len() > 1).then_some(found);
        }
    }
    None
}
