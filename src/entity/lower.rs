//! Names without capitals: in texts that have none, and peoples written small by translators.

use std::ops::Range;

use super::EntityKind;
use super::lexicon::{Title, city, is_name_word};
use super::run::{Case, View};
use super::split::{Piece, Shape};
use super::stops::STOPS;
use super::words::{LOCATIVE, PARTICLES, SAYING, has};
use crate::token::{Scan, Sentence, TokenKind};

/// Endings of the names of peoples that are safe in lower case.
const PEOPLE_ENDINGS: &[&str] = &[
    "ian", "ians", "ese", "iet", "ish", "aqi", "aqis", "stani", "stanis", "akh", "aeli", "aelis",
];

/// Peoples that are words of English too, in lower case.
const ENGLISH: &[&str] = &[
    "polish",
    "roman",
    "romans",
    "caucasian",
    "english",
    "pole",
    "poles",
    "swede",
    "scotch",
];

/// Names that are words of English too, in lower case.
const NAMES_AND_ENGLISH: &[&str] = &[
    "us",
    "turkey",
    "shell",
    "labour",
    "amnesty",
    "apple",
    "amazon",
    "signal",
    "capitol",
    "solidarity",
    "dawn",
    "telegram",
    "nice",
];

/// True where a text has next to no capitals; a single letter ("Â" of a broken encoding) is no word.
pub(super) fn is_lower(scan: &Scan<'_>) -> bool {
    let words = scan
        .tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Word && token.lower.chars().nth(1).is_some());
    let (mut all, mut capitals) = (0, 0);
    for token in words {
        all += 1;
        capitals += usize::from(token.capital);
    }
    all >= 6 && capitals * 40 < all
}

/// Peoples in lower case in one sentence of an ordinary text.
pub(super) fn peoples(view: &View<'_, '_>, sentence: &Sentence) -> Vec<Piece> {
    let lower = |at: &usize| {
        view.scan
            .tokens
            .get(*at)
            .is_some_and(|token| token.kind == TokenKind::Word && !token.capital)
    };
    let is_people = |at: usize| {
        let word = view.word(at);
        word.len() >= 5
            && PEOPLE_ENDINGS.iter().any(|ending| word.ends_with(ending))
            && !has(ENGLISH, word)
            && view
                .lexicon
                .listed(word)
                .is_some_and(|listed| listed.kind == EntityKind::Group && listed.canonical != listed.written)
    };
    sentence
        .tokens
        .clone()
        .filter(lower)
        .filter(|at| is_people(*at))
        .filter_map(|at| listed(view, at..at + 1))
        .collect()
}

/// What lists know in one sentence of a text without capitals, and names behind titles.
pub(super) fn pieces(view: &View<'_, '_>, sentence: &Sentence) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        let last = sentence.tokens.end.min(at + 5);
        let piece = (at + 1..=last)
            .rev()
            .find_map(|end| listed(view, at..end))
            .or_else(|| place(view, at))
            .or_else(|| person(view, at..sentence.tokens.end));
        at = piece.as_ref().map_or(at + 1, |piece| piece.tokens.end);
        out.extend(piece);
    }
    out
}

fn piece(tokens: Range<usize>, titled: bool, shape: Shape) -> Piece {
    Piece {
        tokens,
        titled,
        opens: false,
        case: Case::Sentence,
        shape,
    }
}

fn is_plain_english(view: &View<'_, '_>, word: &str) -> bool {
    has(STOPS, word)
        || has(PARTICLES, word)
        || has(SAYING, word)
        || has(ENGLISH, word)
        || view.lexicon.is_common(word)
        || view.lexicon.title(word).is_some()
}

/// True for a word that is no name in small letters, whatever lists say.
pub(super) fn is_english(view: &View<'_, '_>, word: &str) -> bool {
    is_plain_english(view, word) || has(NAMES_AND_ENGLISH, word)
}

fn listed(view: &View<'_, '_>, tokens: Range<usize>) -> Option<Piece> {
    let found = view.lexicon.listed(&view.phrase(tokens.clone()))?;
    let first = view.word(tokens.start);
    let alone = tokens.len() == 1;
    let english = alone && is_english(view, first);
    let letters = found.capitals_only && first.len() < 3;
    (!english && !letters).then(|| piece(tokens, false, Shape::Listed(found.clone())))
}

fn place(view: &View<'_, '_>, at: usize) -> Option<Piece> {
    let word = view.word(at);
    let size = city(word)?;
    let near = has(LOCATIVE, view.before(at)) || view.before(at) == "of";
    let fits = size == 3 && word.len() > 4 || near && size >= 2;
    (fits && !is_plain_english(view, word)).then(|| piece(at..at + 1, false, Shape::City(size)))
}

/// Words of names behind a title.
fn person(view: &View<'_, '_>, rest: Range<usize>) -> Option<Piece> {
    let titled = matches!(view.lexicon.title(view.before(rest.start)), Some(Title::Noun));
    let named = |at: &usize| {
        let word = view.word(*at);
        is_name_word(word) && !is_plain_english(view, word) && view.lexicon.listed(word).is_none()
    };
    let len = rest.clone().take(3).take_while(named).count();
    (titled && len > 0).then(|| piece(rest.start..rest.start + len, true, Shape::Capitals))
}
