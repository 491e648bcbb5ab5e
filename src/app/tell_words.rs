//! Words of speakers and of figures by which it is told what a figure counts and where.

use crate::entity::{Lexicon, fold};

/// Bodies that a state has one of.
const STATE_BODIES: &[&str] = &[
    "ministry",
    "minister",
    "government",
    "president",
    "presidency",
    "parliament",
    "army",
    "military",
    "state",
];
/// Words for people as such, and for the harm, that tell no sort of people.
const PEOPLE: &[&str] = &[
    "people",
    "persons",
    "person",
    "individuals",
    "dead",
    "deaths",
    "killed",
    "bodies",
    "injured",
    "wounded",
    "hurt",
    "missing",
    "displaced",
    "refugees",
    "detained",
    "arrested",
    "arrests",
    "of",
    "them",
    "these",
    "those",
    "about",
    "some",
    "more",
    "than",
    "at",
    "least",
    "over",
    "around",
    "nearly",
    "almost",
    "up",
    "to",
    "an",
    "estimated",
    "others",
    "another",
    "thousand",
    "hundred",
    "million",
];

/// True where a name in a speaker's words is where that speaker is: "Calder police", "police in Calder". "Calder Lines" is
/// a company, and who is called "Calder" alone speaks for more than that.
pub(super) fn is_place_of(before: &str, behind: &str) -> bool {
    let Some(next) = behind.split_whitespace().next() else {
        let last = before.split_whitespace().next_back();
        return last.is_some_and(|word| matches!(fold(word).as_str(), "of" | "in" | "at" | "from" | "near" | "the"));
    };
    let part = Lexicon::get().body(&fold(next));
    !next.starts_with(char::is_uppercase) || part.head || part.tail
}

/// True for bodies that a state has one of.
pub(super) fn is_of_state(words: &str) -> bool {
    let mut words = words
        .split_whitespace()
        .map(|word| fold(word.trim_end_matches(|c: char| !c.is_alphanumeric())));
    words.any(|word| STATE_BODIES.contains(&word.as_str()))
}

/// True for words that say people as such, and no sort of them.
pub(super) fn are_people<'w>(mut words: impl Iterator<Item = &'w str>) -> bool {
    words.all(|word| PEOPLE.contains(&fold(word).as_str()))
}
