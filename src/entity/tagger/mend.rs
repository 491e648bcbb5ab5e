//! What the model takes for one name and English does not: cut at signs and lines, numerals and ranks left out, kinds
//! told by the words beside.

use std::collections::HashSet;
use std::ops::Range;

use super::super::EntityKind;
use super::super::lexicon::{is_given, is_name_word};
use super::super::run::View;
use super::Tagged;
use crate::token::TokenKind;

/// Points of a kind that the words beside a name tell: more than the model gives by itself.
const TOLD: f32 = 400.0;

/// Points of a surname that follows its full name.
const FOLLOWS: f32 = 120.0;

/// Ranks in short, before a person's name.
#[rustfmt::skip]
const RANKS: &[&str] = &[
    "lt", "lt.", "gen", "gen.", "col", "col.", "maj", "maj.", "sgt", "sgt.", "cpl", "cpl.", "capt", "capt.", "brig", "brig.",
    "adm", "adm.", "cmdr", "cmdr.", "insp", "insp.", "supt", "supt.", "pvt", "pvt.", "dr", "dr.", "prof", "prof.", "mr", "mrs",
];

/// Words in small letters behind a name that say that it is a place.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "village", "villages", "town", "township", "district", "districts", "province", "provinces", "governorate", "county",
    "municipality", "subdistrict", "neighborhood", "neighbourhood", "suburb", "oblast", "tehsil", "prefecture", "hamlet",
    "borough", "commune", "canton", "upazila", "taluk", "taluka",
];

/// What the name of an outlet ends with.
#[rustfmt::skip]
const OUTLETS: &[&str] = &[
    "bulletin", "chronicle", "courier", "dispatch", "examiner", "gazette", "inquirer", "observer", "sentinel", "telegraph",
    "times", "tribune", "daily", "journal", "newspaper",
];

/// What the name of a place begins with.
#[rustfmt::skip]
const PLACE_HEADS: &[&str] = &["port", "fort", "mount", "mt", "mt.", "lake", "cape", "gulf", "strait", "camp", "deir", "beit"];

/// Words before a numeral that is part of the name: "Sector 17", "Camp 22".
#[rustfmt::skip]
const NUMBERED: &[&str] = &[
    "sector", "district", "zone", "camp", "ward", "block", "highway", "route", "section", "area", "phase", "channel", "flight",
    "platform", "gate", "unit", "brigade", "battalion", "division", "radio", "group", "article", "resolution", "protocol", "m",
    "al", "road", "street", "school", "hospital", "region", "colony", "prison", "no.", "number", "company",
];

/// Mends names in place; they stay in order and do not meet.
pub(super) fn mend(view: &View<'_, '_>, names: &mut Vec<Tagged>) {
    let mut out: Vec<Tagged> = Vec::with_capacity(names.len());
    for name in names.drain(..) {
        out.extend(cut(view, &name));
    }
    let ends: Vec<usize> = out.iter().skip(1).map(|next| next.tokens.start).collect();
    for (at, name) in out.iter_mut().enumerate() {
        let limit = ends.get(at).copied().unwrap_or(usize::MAX);
        whole_name(view, name, limit);
        tell_kind(view, name);
    }
    surnames(view, &mut out);
    *names = out;
}

/// The parts of a name that a sign, a new line or "'s" parts, without numerals and ranks at their ends.
fn cut(view: &View<'_, '_>, name: &Tagged) -> Vec<Tagged> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut start = name.tokens.start;
    for at in name.tokens.start + 1..name.tokens.end {
        if is_apart(view, at, name.kind) {
            parts.push(start..at);
            start = at;
        }
    }
    parts.push(start..name.tokens.end);
    let trimmed = parts.into_iter().filter_map(|part| trimmed(view, part, name.kind));
    trimmed
        .map(|tokens| Tagged {
            tokens,
            kind: name.kind,
            margin: name.margin,
        })
        .collect()
}

/// True where the name does not go on with token `at`: behind a sign between names, on a new line, behind "Brenk's".
fn is_apart(view: &View<'_, '_>, at: usize, kind: EntityKind) -> bool {
    let sign = |at: usize| matches!(view.scan.lower(at), "/" | "|" | "•" | ";");
    let spaced = view.scan.tokens.get(at).is_some_and(|token| token.space_before);
    let joint = kind == EntityKind::Place && (joins_places(view, at) || joins_places(view, at - 1));
    (spaced && (sign(at) || sign(at - 1)))
        || joint
        || !view.follows(at)
        || (kind != EntityKind::Org && view.is_possessive(at - 1))
}

/// The hyphen of "U.S.-Mexico", not that of "Guinea-Bissau".
fn joins_places(view: &View<'_, '_>, at: usize) -> bool {
    let listed = |words: &str| {
        let listed = view.lexicon.listed(words);
        listed.is_some_and(|listed| listed.kind == EntityKind::Place)
    };
    view.scan.lower(at) == "-"
        && at > 0
        && listed(view.word(at - 1))
        && listed(view.word(at + 1))
        && !listed(&view.phrase(at - 1..at + 2))
}

/// Without signs, ranks and numerals that are no part of a name; `None` where nothing is left.
fn trimmed(view: &View<'_, '_>, mut tokens: Range<usize>, kind: EntityKind) -> Option<Range<usize>> {
    let sign = |at: usize| matches!(view.scan.lower(at), "/" | "|" | "•" | ";" | "-");
    while tokens.start < tokens.end && sign(tokens.start) {
        tokens.start += 1;
    }
    while tokens.start < tokens.end && sign(tokens.end - 1) {
        tokens.end -= 1;
    }
    if kind == EntityKind::Person {
        while tokens.len() > 1 && has_rank(view.scan.lower(tokens.start)) {
            tokens.start += 1;
        }
    }
    if matches!(kind, EntityKind::Person | EntityKind::Place) {
        let is_numeral = |at: usize| {
            let token = view.scan.tokens.get(at);
            token.is_some_and(|token| token.kind == TokenKind::Numeral)
        };
        while tokens.len() > 1 && is_numeral(tokens.end - 1) && !NUMBERED.contains(&view.word(tokens.end - 2)) {
            tokens.end -= 1;
        }
    }
    (tokens.start < tokens.end).then_some(tokens)
}

fn has_rank(lower: &str) -> bool {
    RANKS.contains(&lower)
}

/// "Donald" goes on with "Trump's": a given name with the capital behind it, as far as the next name.
fn whole_name(view: &View<'_, '_>, name: &mut Tagged, limit: usize) {
    let end = name.tokens.end;
    let alone = name.kind == EntityKind::Person && name.tokens.len() == 1 && !view.is_possessive(end - 1);
    let free = end < limit && view.is_name_word(end) && view.follows(end) && view.is_possessive(end);
    let known = view.lexicon.listed(view.word(end)).is_some() || view.lexicon.title(view.word(end)).is_some();
    if alone && free && !known && is_given(view.word(name.tokens.start)) {
        name.tokens.end = end + 1;
    }
}

/// The kind that the words in and behind a name tell.
fn tell_kind(view: &View<'_, '_>, name: &mut Tagged) {
    if name.kind != EntityKind::Person {
        return;
    }
    let (first, last) = (view.word(name.tokens.start), view.word(name.tokens.end - 1));
    let behind = name.tokens.end;
    let several = name.tokens.len() > 1;
    let is_small = view.scan.tokens.get(behind).is_some_and(|token| !token.capital);
    let place_behind = is_small && !view.is_possessive(behind - 1) && has_word(PLACES, view.word(behind));
    let place = place_behind || (several && has_word(PLACE_HEADS, first) && !is_given(first));
    let outlet = several && has_word(OUTLETS, last) && !is_given(first);
    if place || outlet {
        name.kind = if place { EntityKind::Place } else { EntityKind::Org };
        name.margin = name.margin.max(TOLD);
    }
}

fn has_word(words: &[&str], word: &str) -> bool {
    words.contains(&word)
}

/// Finds the surnames of persons of the article where the model saw no name: "Brenk's closest rival".
fn surnames(view: &View<'_, '_>, names: &mut Vec<Tagged>) {
    let full = |name: &&Tagged| name.kind == EntityKind::Person && name.tokens.len() > 1;
    let known: HashSet<&str> = names
        .iter()
        .filter(full)
        .map(|name| view.word(name.tokens.end - 1))
        .filter(|word| word.len() > 2 && !view.is_lower_elsewhere(word))
        .collect();
    if known.is_empty() || view.lower {
        return;
    }
    let mut found: Vec<Tagged> = Vec::new();
    let mut next = 0;
    for at in 0..view.scan.tokens.len() {
        while names.get(next).is_some_and(|name| name.tokens.end <= at) {
            next += 1;
        }
        let taken = names.get(next).is_some_and(|name| name.tokens.start <= at);
        if !taken && known.contains(view.word(at)) && stands_alone(view, at) {
            found.push(Tagged {
                tokens: at..at + 1,
                kind: EntityKind::Person,
                margin: FOLLOWS,
            });
        }
    }
    names.extend(found);
    names.sort_by_key(|name| name.tokens.start);
}

/// A capital with no capital beside it in its line.
fn stands_alone(view: &View<'_, '_>, at: usize) -> bool {
    let large = |at: usize| view.is_name_word(at) && view.lexicon.title(view.word(at)).is_none();
    let before = at.checked_sub(1).is_some_and(large) && view.follows(at);
    let after = !view.is_possessive(at) && large(at + 1) && view.follows(at + 1);
    let ordinary = view.lexicon.is_common(view.word(at)) && !is_name_word(view.word(at));
    view.is_name_word(at) && !before && !after && !ordinary && view.scan.lower(at + 1) != "-"
}
