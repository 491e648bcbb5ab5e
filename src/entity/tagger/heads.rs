//! Bodies that are named by their members: "the Lawyers' Circle", "the Varland Mothers' Front".

use std::collections::HashSet;

use super::super::EntityKind;
use super::super::lexicon::{Title, is_given};
use super::super::run::View;
use super::super::words::{SAYING, has};
use super::Tagged;
use crate::token::TokenKind;

/// Points of a body that its form tells: more than the model gives by itself.
const TOLD: f32 = 400.0;

/// Whose bodies are called so, in the plural.
#[rustfmt::skip]
const MEMBERS: &[&str] = &[
    "lawyers", "advocates", "attorneys", "jurists", "judges", "prosecutors", "barristers", "magistrates", "doctors",
    "physicians", "surgeons", "nurses", "medics", "pharmacists", "teachers", "students", "pupils", "scholars", "professors",
    "writers", "journalists", "reporters", "editors", "publishers", "authors", "poets", "artists", "actors", "musicians",
    "workers", "labourers", "laborers", "miners", "farmers", "peasants", "fishermen", "drivers", "dockers", "sailors",
    "seamen", "pilots", "railwaymen", "builders", "carpenters", "painters", "bakers", "tailors", "traders", "merchants",
    "bankers", "brokers", "employers", "employees", "owners", "tenants", "consumers", "taxpayers", "pensioners", "voters",
    "citizens", "residents", "neighbours", "neighbors", "villagers", "townspeople", "mothers", "fathers", "parents", "wives",
    "widows", "sisters", "brothers", "families", "relatives", "orphans", "women", "girls", "boys", "youths", "veterans",
    "soldiers", "officers", "policemen", "firefighters", "rangers", "scouts", "volunteers", "prisoners", "detainees",
    "refugees", "survivors", "victims", "bishops", "priests", "monks", "imams", "elders", "chiefs", "mayors", "governors",
    "deputies", "engineers", "architects", "scientists", "economists", "athletes", "players", "referees", "hunters",
    "herders", "shepherds", "growers", "producers", "brewers", "broadcasters", "friends", "guides",
];

/// The same with "'s": a plural that does not end in "s".
const MEMBERS_IN_S: &[&str] = &["women", "men", "children", "people", "fishermen", "seamen", "policemen"];

/// What belongs to people and is no body.
#[rustfmt::skip]
const NO_BODIES: &[&str] = &[
    "day", "days", "night", "week", "weekend", "month", "year", "march", "cup", "championship", "championships", "final",
    "finals", "open", "singles", "doubles", "prize", "award", "choice",
];

/// What is called after people and is a place.
const SPOTS: &[&str] = &[
    "square", "street", "road", "quarter", "gate", "bridge", "village", "island", "cemetery", "park",
];

/// Words in which a body's name goes on at most.
const LONGEST: usize = 3;

/// Makes bodies of members whole; names that lie in them go.
pub(super) fn members(view: &View<'_, '_>, names: &mut Vec<Tagged>) {
    let mut found: Vec<Tagged> = Vec::new();
    for at in 0..view.scan.tokens.len() {
        let Some((member, first)) = member(view, at) else {
            continue;
        };
        let Some(tokens) = body(view, member, first) else {
            continue;
        };
        let is_spot = has(SPOTS, view.word(tokens.end - 1));
        let kind = if is_spot { EntityKind::Place } else { EntityKind::Org };
        let is_known =
            |name: &Tagged| name.kind == kind && name.tokens.start <= tokens.start && name.tokens.end >= tokens.end;
        let is_free = found.last().is_none_or(|last| last.tokens.end <= tokens.start);
        if is_free && !names.iter().any(is_known) {
            found.push(Tagged {
                tokens,
                kind,
                margin: TOLD,
            });
        }
    }
    if found.is_empty() {
        return;
    }
    let meets =
        |name: &Tagged, body: &Tagged| name.tokens.start < body.tokens.end && body.tokens.start < name.tokens.end;
    names.retain(|name| !found.iter().any(|body| meets(name, body)));
    names.extend(found);
    names.sort_by_key(|name| name.tokens.start);
}

/// The last words of bodies of the article: "the Circle" is no person there.
pub(super) fn short_bodies(view: &View<'_, '_>, names: &mut [Tagged]) {
    let tails: HashSet<&str> = names
        .iter()
        .filter(|name| name.kind == EntityKind::Org && name.tokens.len() > 1)
        .map(|name| view.word(name.tokens.end - 1))
        .collect();
    if tails.is_empty() {
        return;
    }
    let is_short = |name: &Tagged| {
        let at = name.tokens.start;
        name.kind == EntityKind::Person
            && name.tokens.len() == 1
            && view.before(at) == "the"
            && tails.contains(view.word(at))
    };
    for name in names.iter_mut().filter(|name| is_short(name)) {
        name.kind = EntityKind::Org;
        name.margin = name.margin.max(TOLD);
    }
}

/// The members' own token and the first one behind it, where `at` is the mark or the word of a possessive.
fn member(view: &View<'_, '_>, at: usize) -> Option<(usize, usize)> {
    let token = view.scan.tokens.get(at)?;
    if token.kind == TokenKind::Sign {
        let mark = !token.space_before && matches!(&*token.lower, "'" | "’");
        let before = at.checked_sub(1).filter(|_| mark)?;
        let is_member = view.is_name_word(before) && has(MEMBERS, view.word(before));
        return is_member.then_some((before, at + 1));
    }
    let is_member = token.capital && view.is_possessive(at) && has(MEMBERS_IN_S, view.word(at));
    is_member.then_some((at, at + 1))
}

/// The whole name of the body whose members stand at `member` and which goes on with `first`.
fn body(view: &View<'_, '_>, member: usize, first: usize) -> Option<std::ops::Range<usize>> {
    let spaced = |at: usize| view.scan.tokens.get(at).is_some_and(|token| token.space_before);
    let goes_on = |at: usize| view.is_name_word(at) && spaced(at) && view.follows(at);
    if !goes_on(first) || has(NO_BODIES, view.word(first)) {
        return None;
    }
    let is_title =
        view.lexicon.title(view.word(first)) == Some(Title::Noun) && !view.lexicon.body(view.word(first)).tail;
    if (is_title || is_given(view.word(first))) && goes_on(first + 1) {
        // "the Teachers' President Karl Orlan"
        return None;
    }
    let mut end = first + 1;
    while end < first + LONGEST && goes_on(end) && !view.is_possessive(end - 1) && is_part(view, end) {
        end += 1;
    }
    if has(NO_BODIES, view.word(end - 1)) {
        return None;
    }
    let mut start = member;
    while start > 0 && member - start < 2 && goes_on(start) && is_front(view, start - 1) {
        start -= 1;
    }
    Some(start..end)
}

/// True where a capital behind can belong to the body: no verb of a heading, no title.
fn is_part(view: &View<'_, '_>, at: usize) -> bool {
    let word = view.word(at);
    let is_body = view.lexicon.body(word).tail;
    is_body || (!has(SAYING, word) && !view.is_lower_elsewhere(word) && view.lexicon.title(word).is_none())
}

/// True where a capital before the members belongs to the body: "Varland" of "Varland Teachers' Union".
fn is_front(view: &View<'_, '_>, at: usize) -> bool {
    let word = view.word(at);
    view.is_name_word(at)
        && !view.is_possessive(at)
        && !view.lexicon.is_common(word)
        && view.lexicon.title(word).is_none()
}
