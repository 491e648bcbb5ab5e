//! Names and roles side by side, lists of those who speak, and who stands behind a paper.

use std::ops::Range;

use super::lexicon::Tag;
use super::speak_words::{self as words, Role};
use super::subject::{phrase_before, right, trimmed};
use super::text::Text;

/// "Doctors, nurses and relatives": the whole list, where it begins its clause.
pub(super) fn listed(text: &Text<'_, '_>, range: Range<usize>, start: usize) -> Range<usize> {
    let several = range.clone().any(|at| text.lower(at) == "and");
    let Some(comma) = range
        .start
        .checked_sub(1)
        .filter(|&at| at > start && several && text.lower(at) == ",")
    else {
        return range;
    };
    let first = comma.saturating_sub(5).max(start)..comma;
    let plain = first.clone().all(|at| {
        text.is_word(at)
            && !text.is(at, Tag::PREP.or(Tag::TIME).or(Tag::BE).or(Tag::PAST))
            && text.outcome(at).is_none()
    });
    let speaks = text.is(comma - 1, Tag::PERSON) || words::is(text.lower(comma - 1), Role::SOURCE);
    if plain && speaks && first.start == start {
        start..range.end
    } else {
        range
    }
}

/// A number of years between commas.
pub(super) fn is_age(text: &Text<'_, '_>, at: usize) -> bool {
    text.lower(at).len() <= 3 && text.is_numeral(at) && at > 0 && text.lower(at - 1) == ","
}

/// A name, in a text without capitals a word that no list knows.
pub(super) fn names(text: &Text<'_, '_>, at: usize) -> bool {
    text.is_name(at)
        || !text.words.capitals_tell
            && text.words.tag(at) == Tag::NONE
            && text.is_word(at)
            && !words::is(text.lower(at), Role::SOURCE.or(Role::DOCUMENT).or(Role::OUTLET))
}

/// "the main party, the Varland Front, said": the name says more than the words before it.
pub(super) fn apposed(text: &Text<'_, '_>, open: usize, close: usize, start: usize) -> Option<Range<usize>> {
    let inner = open + 1..close;
    let named = |range: Range<usize>| {
        range
            .clone()
            .any(|at| names(text, at) && at > start && !text.is(at, Tag::DET))
    };
    let acts = text.lower(inner.start).ends_with("ing") && !text.is_name(inner.start);
    // "a doctor in Orla, just west of Tarn": where it lies
    let lies = inner.clone().any(|at| {
        matches!(text.lower(at), "west" | "east" | "north" | "south" | "near" | "outside")
            && matches!(text.lower(at + 1), "of" | "the")
    });
    let short = inner.len() <= 7 && !lies && !acts && !text.is(inner.start, Tag::REL.or(Tag::PREP).or(Tag::PAST));
    let from = open.saturating_sub(20).max(start);
    let from = (from..open)
        .rev()
        .find(|&at| matches!(text.lower(at), "\"" | "”" | "," | ";"))
        .map_or(from, |at| at + 1);
    let outer = from..open;
    let plain = outer
        .clone()
        .all(|at| text.is_word(at) || matches!(text.lower(at), "-" | "'"))
        && !is_age(text, open - 1);
    let role = text.is(outer.start, Tag::DET) && words::can_speak(text, &(outer.start + 1..outer.start + 2))
        || !named(outer.start + 1..outer.end);
    // "The Rev. Clifford Trand, pastor of Orla Church": the person stands first
    let full = |at: usize| text.is_name(at) && !words::is(text.lower(at), Role::SOURCE.or(Role::OUTLET));
    let small = !text.is_capital(inner.start) && text.lower(inner.start) != "the";
    if text.words.capitals_tell && outer.len() > 2 && small && full(open - 1) && full(open - 2) {
        return None;
    }
    let words = inner.clone().all(|at| text.is_word(at) || text.lower(at) == "-");
    let place = text.is(inner.start.saturating_sub(2), Tag::PREP) && inner.len() == 1;
    let person = (2..=4).contains(&inner.len()) && inner.clone().all(|at| names(text, at));
    if outer.clone().any(|at| matches!(text.lower(at), "who" | "which")) {
        return None;
    }
    // "the aid group, also known as Helpers Abroad,": another name, not the one that the article chose
    if matches!(text.lower(inner.start), "also" | "known" | "formerly" | "previously") {
        return None;
    }
    let titled = outer.len() <= 20
        && outer.clone().any(|at| {
            text.is(at, Tag::SINGULAR) || matches!(text.lower(at), "spokesperson" | "chairperson" | "spokesman")
        });
    // "a spokesman for the relief office, ORO,": a short form, no name of its own
    let abbreviated = inner.len() == 1 && words::is_acronym(text, inner.start);
    let holder = outer.clone().any(|at| text.lower(at).starts_with("spokes"));
    let long = trimmed(text, phrase_before(text, from, open));
    if abbreviated && short && plain && !long.is_empty() && holder {
        return Some(long.start..inner.end);
    }
    let found = short && plain && role && !place && named(inner.clone()) && words;
    // "a spokesman for the union, Jonas Brenk": role and name together
    let whole = trimmed(text, phrase_before(text, from, open));
    if person && titled && !whole.is_empty() {
        return found.then_some(whole.start..inner.end);
    }
    found.then_some(inner)
}

/// Who stands behind a paper: "a tally by the Monitor" is the Monitor's, "the agency's count" the agency's.
pub(super) fn essence(text: &Text<'_, '_>, range: Range<usize>) -> Range<usize> {
    let paper = (range.start..range.end.min(range.start + 5)).find(|&at| {
        words::is(text.lower(at), Role::DOCUMENT)
            && (matches!(text.lower(at + 1), "by" | "from") || text.lower(at + 1) == "of" && text.is(at + 2, Tag::DET))
            && at + 2 < range.end
    });
    if let Some(paper) = paper {
        // "reports from Orla": a place made none of them
        let reports = words::is(text.lower(paper), Role::COUNT) || text.lower(paper + 1) == "by";
        let inner = paper + 2..range.end;
        if reports || words::can_speak(text, &inner) && text.lower(paper) != "reports" {
            let tail = inner
                .clone()
                .find(|&at| matches!(text.lower(at), "on" | "about" | "into" | "over"));
            return inner.start..tail.unwrap_or(inner.end).max(inner.start + 1);
        }
    }
    let owner = range
        .clone()
        .rev()
        .take(4)
        .find(|&at| text.lower(at).ends_with("'s") && at + 1 < range.end);
    match owner {
        Some(owner)
            if words::is(text.lower(range.end - 1), Role::DOCUMENT)
                && words::can_speak(text, &(range.start..owner + 1))
                && !text.is(owner, Tag::TIME) =>
        {
            range.start..owner + 1
        }
        _ => range,
    }
}

/// "close to the army", "familiar with the case": the preposition belongs to the adjective before it.
pub(super) fn holds(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(text.lower(at), "to" | "with" | "on")
        && matches!(
            text.lower(at - 1),
            "close"
                | "closer"
                | "loyal"
                | "linked"
                | "allied"
                | "opposed"
                | "affiliated"
                | "familiar"
                | "aligned"
                | "briefed"
        )
}

/// The same with the name that follows a role: "the governor of Orla, Jonas Brenk,".
pub(super) fn right_named(text: &Text<'_, '_>, from: usize, end: usize) -> Option<Range<usize>> {
    let role = right(text, from, end)?;
    let head = (role.start + 1..role.end)
        .find(|&at| text.is(at, Tag::PREP))
        .unwrap_or(role.end)
        - 1;
    let name = role.end + 1
        ..(role.end + 1..end.min(role.end + 6))
            .find(|&at| !text.is_name(at) && text.lower(at) != ".")
            .unwrap_or(role.end + 1);
    let title = text.is(head, Tag::SINGULAR) || words::is(text.lower(head), Role::SOURCE);
    let closed = name.end >= end || !text.is_word(name.end);
    let person =
        (2..=4).contains(&name.len()) && closed && !name.clone().any(|at| words::is(text.lower(at), Role::SOURCE));
    let joined = text.lower(role.end) == "," && title && !text.is_name(head) && text.is(role.start, Tag::DET);
    Some(if person && joined { role.start..name.end } else { role })
}
