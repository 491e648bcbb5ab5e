//! Words of time that are names, or stand for an age rather than for a day.

use std::ops::Range;

use super::guard::PREPOSITIONS;
use super::lexicon;
use crate::token::{Scan, TokenKind};

/// Words of people and of the world, before "of today" and behind "today's": an age is meant.
#[rustfmt::skip]
const OF_AN_AGE: &[&str] = &[
    "world", "society", "societies", "age", "generation", "generations", "youth", "children", "people", "leaders", "citizens",
    "students", "standards", "technology", "computers", "economy", "environment", "climate", "culture", "politics", "politicians",
    "conflicts", "wars", "cities", "workers", "women", "men", "challenges", "problems", "soldiers", "warfare", "journalists",
];

/// "the leaders of tomorrow", "in today's world": an age rather than a day.
pub(super) fn is_age(scan: &Scan<'_>, tokens: &Range<usize>) -> bool {
    let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| scan.lower(at));
    if scan.lower(tokens.start).ends_with("'s") {
        return OF_AN_AGE.contains(&scan.lower(tokens.end)) || OF_AN_AGE.contains(&scan.lower(tokens.end + 1));
    }
    before(1) == "of" && OF_AN_AGE.contains(&before(2))
}

/// So many words around a name in capitals tell whether the whole line is written so.
const REACH_OF_TITLE: usize = 12;

/// Words that stand small in a headline whose other words stand large.
const SMALL_IN_TITLES: &[&str] = &[
    "with", "from", "over", "into", "after", "near", "amid", "than", "this", "that",
];

/// "Brenk Today", "the broadcast This Week": large where the words around are small.
pub(super) fn is_outlet(scan: &Scan<'_>, tokens: &Range<usize>) -> bool {
    let large = |at: usize| {
        let token = scan.tokens.get(at);
        token.is_some_and(|token| token.capital && token.kind == TokenKind::Word && !token.all_capitals(scan.text))
    };
    let Some(first) = scan.tokens.get(tokens.start) else {
        return false;
    };
    let follows_name = tokens.start > 0 && !first.line_before && large_word(scan, tokens.start - 1);
    let is_large = large(tokens.start) && (tokens.len() > 1 || follows_name) && large(tokens.end - 1);
    is_large && {
        let near = tokens.start.saturating_sub(REACH_OF_TITLE)..tokens.end + REACH_OF_TITLE;
        near.filter_map(|at| scan.tokens.get(at)).any(|token| {
            let small = token.kind == TokenKind::Word && !token.capital && token.lower.len() > 3;
            small && !SMALL_IN_TITLES.contains(&&*token.lower)
        })
    }
}

fn large_word(scan: &Scan<'_>, at: usize) -> bool {
    let token = scan.tokens.get(at);
    token.is_some_and(|token| token.capital && token.kind == TokenKind::Word) && lexicon::term(scan.lower(at)).is_none()
}

/// Words before a year that may stand large in the middle of a sentence.
const LARGE_BEFORE_YEARS: &[&str] = &[
    "copyright",
    "inc",
    "ltd",
    "c",
    "fiscal",
    "year",
    "fy",
    "ad",
    "circa",
    "calendar",
];

/// "Boeing 1990", "Vision 2030": a name with its number.
pub(super) fn is_named(scan: &Scan<'_>, tokens: &Range<usize>) -> bool {
    let Some(at) = tokens.start.checked_sub(1) else {
        return false;
    };
    let Some(name) = scan.tokens.get(at) else { return false };
    let is_head = scan.sentence_of(at).is_none_or(|sentence| sentence.tokens.start == at);
    let year = scan.tokens.get(tokens.start);
    name.kind == TokenKind::Word
        && name.capital
        && !name.lower.ends_with("'s")
        && !name.lower.ends_with("’s")
        && !is_head
        && year.is_some_and(|year| year.kind == TokenKind::Numeral && !year.line_before)
        && !name.all_capitals(scan.text)
        && lexicon::term(&name.lower).is_none()
        && !PREPOSITIONS.contains(&&*name.lower)
        && !LARGE_BEFORE_YEARS.contains(&&*name.lower)
        && !(at.saturating_sub(6)..at).any(|near| matches!(scan.lower(near), "©" | "copyright"))
}
