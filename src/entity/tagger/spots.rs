//! New names of places that look like names of persons: what stands around them all over the article tells.

use std::collections::{HashMap, HashSet};

use super::super::EntityKind;
use super::super::lexicon::{Title, is_given, is_name_word};
use super::super::run::View;
use super::super::words::{HUMAN, SAYING, SURNAME_ENDINGS, ends, has};
use super::Tagged;

/// Points where the words beside a name say "place".
const SURE: f32 = 350.0;
/// Points where they say so more often than not.
const LIKELY: f32 = 250.0;
/// Points where they hint at it, or at a person.
const HINT: f32 = 100.0;
/// Points of a title right before a person's name.
const TITLED: f32 = 500.0;

/// Who lives somewhere, behind the place's name.
const PEOPLE_OF: &[&str] = &[
    "residents",
    "villagers",
    "townspeople",
    "townsfolk",
    "inhabitants",
    "locals",
    "outskirts",
    "neighbourhood",
    "neighborhood",
    "suburb",
    "quarter",
    "harbour",
    "harbor",
    "airport",
    "road",
    "highway",
];

/// What a place has, before "of".
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "streets", "outskirts", "suburbs", "suburb", "cemeteries", "cemetery", "hospitals", "port", "harbour", "harbor",
    "residents", "inhabitants", "villagers", "mayor", "siege", "shelling", "bombing", "bombardment", "neighbourhoods",
    "neighborhoods", "neighbourhood", "neighborhood", "quarter", "quarters", "districts", "district", "city", "town",
    "village", "villages", "towns", "capital", "province", "region", "island", "north", "south", "east", "west", "northeast",
    "northwest", "southeast", "southwest", "edge", "centre", "center", "hamlet", "settlement", "kilometres", "kilometers",
    "miles", "km",
];

/// Words before a place: "in Dunmoor", "near Dunmoor".
const AT: &[&str] = &["in", "near", "outside", "throughout", "across"];

/// What is in a person rather than in a place: "confidence in Brenk".
const IN_PERSONS: &[&str] = &[
    "confidence",
    "trust",
    "faith",
    "believe",
    "believes",
    "believed",
    "belief",
    "interest",
    "interested",
    "confident",
    "hope",
    "hopes",
    "invest",
    "invested",
    "ally",
    "rival",
    "disappointed",
];

/// What is done to places, right before the name.
const DONE_TO: &[&str] = &[
    "fled",
    "besieged",
    "shelled",
    "bombarded",
    "evacuated",
    "entered",
    "overran",
];

/// What goes to places.
#[rustfmt::skip]
const WAYS: &[&str] = &[
    "ferry", "road", "train", "trains", "bus", "buses", "flight", "flights", "highway", "convoy", "travelled", "traveled",
    "flew", "drove", "fled", "marched", "journey", "railway", "evacuated", "deployed", "sailed",
];

/// Makes places of names that were taken for persons where the article speaks of them as of places.
pub(super) fn places(view: &View<'_, '_>, names: &mut [Tagged]) {
    if view.lower {
        return;
    }
    let surnames: HashSet<&str> = names
        .iter()
        .filter(|name| name.kind == EntityKind::Person && name.tokens.len() > 1)
        .filter(|name| name.tokens.len() > 2 || is_given(view.word(name.tokens.start)) || votes(view, name) <= 0.0)
        .map(|name| view.word(name.tokens.end - 1))
        .collect();
    let mut sums: HashMap<String, f32> = HashMap::new();
    let mut last: Option<(usize, f32)> = None;
    for name in names.iter().filter(|name| can_be_place(view, name, &surnames)) {
        let mut vote = votes(view, name);
        // "the cemeteries of Norhaven and Dunmoor"
        let (start, is_joined) = (name.tokens.start, view.before(name.tokens.start) == "and");
        if let Some((_, before)) = last.filter(|(end, _)| is_joined && *end + 1 == start)
            && vote == 0.0
            && before > 0.0
        {
            vote = before;
        }
        last = Some((name.tokens.end, vote));
        *sums.entry(view.phrase(name.tokens.clone())).or_default() += vote;
    }
    // what the model gives a new name is habit: most lone capitals that it has learnt of are persons
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Person) {
        let sum = sums.get(&view.phrase(name.tokens.clone())).copied().unwrap_or_default();
        if sum >= enough(view, name) && can_be_place(view, name, &surnames) {
            name.kind = EntityKind::Place;
        }
    }
}

/// Points from which a name is a place: more for one that looks like a family name.
fn enough(view: &View<'_, '_>, name: &Tagged) -> f32 {
    let last = view.word(name.tokens.end - 1);
    if is_name_word(last) || is_given(last) || ends(SURNAME_ENDINGS, last) {
        SURE + HINT
    } else {
        LIKELY
    }
}

/// True for a name of one word or two that no given name begins and that is nobody's surname here.
fn can_be_place(view: &View<'_, '_>, name: &Tagged, surnames: &HashSet<&str>) -> bool {
    let (first, last) = (view.word(name.tokens.start), view.word(name.tokens.end - 1));
    let is_short = name.tokens.len() == 1 || (name.tokens.len() == 2 && !is_given(first));
    matches!(name.kind, EntityKind::Person | EntityKind::Place) && is_short && !surnames.contains(last)
}

/// How much the words beside one mention speak for a place, below zero for a person.
fn votes(view: &View<'_, '_>, name: &Tagged) -> f32 {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let (before, behind) = (view.before(start), view.word(end));
    let small = |at: usize| view.scan.tokens.get(at).is_some_and(|token| !token.capital);
    let second = start.checked_sub(2).map_or("", |at| view.word(at));
    let mut sum = 0.0;
    if view.lexicon.title(before).is_some_and(|title| title != Title::Leading) {
        sum -= TITLED;
    }
    if view.is_possessive(end - 1) {
        return sum;
    }
    if small(end) && (has(SAYING, behind) || has(HUMAN, behind)) && behind != "was" {
        sum -= HINT;
    }
    if small(end) && has(PEOPLE_OF, behind) {
        sum += SURE;
    }
    // the capital behind would be another name
    if view.is_name_word(end) && view.follows(end) {
        return sum;
    }
    match before {
        "of" if has(PARTS, second) || view.lexicon.geography(second).noun => sum += SURE,
        "to" | "towards" | "toward" if has(WAYS, second) => sum += LIKELY,
        at if has(AT, at) && !has(IN_PERSONS, second) => sum += LIKELY,
        done if has(DONE_TO, done) => sum += LIKELY,
        _ => {}
    }
    sum
}
