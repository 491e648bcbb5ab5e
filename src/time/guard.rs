//! What has to be true around a time's words: years that are no counts, months that are no verbs.

use std::ops::Range;

use super::lexicon::{self, Term};
use super::numeral;
use super::row::Guard;
use crate::token::{Scan, TokenKind};

/// Words after which a period of the calendar follows.
const PREPOSITIONS: &[&str] = &[
    "in",
    "since",
    "of",
    "by",
    "until",
    "till",
    "before",
    "after",
    "from",
    "between",
    "to",
    "through",
    "during",
    "for",
    "over",
    "throughout",
    "within",
    "around",
    "about",
    "this",
    "last",
    "next",
    "early",
    "late",
    "mid",
    "-",
    "–",
    "and",
    "or",
    "the",
    "a",
    "an",
    "that",
    "each",
    "every",
    "its",
    "his",
    "her",
    "their",
    "our",
    "on",
    "past",
    "than",
    "ago",
    "earlier",
    "later",
    "another",
    "as",
    "at",
    "into",
];

/// Words after which a bare season or a bare "days" is meant as time.
const IN_TIME: &[&str] = &[
    "in",
    "since",
    "by",
    "until",
    "before",
    "after",
    "during",
    "for",
    "over",
    "throughout",
    "within",
    "early",
    "late",
    "mid",
    "-",
    "from",
    "of",
    "every",
    "through",
];

/// Hedges: a four-digit numeral after them is a count.
const HEDGES: &[&str] = &[
    "least",
    "than",
    "nearly",
    "almost",
    "approximately",
    "some",
    "about",
    "another",
    "additional",
    "roughly",
];

/// What a numeral counts: it is no year and no day before them.
const COUNTED: &[&str] = &[
    "people", "persons", "percent", "per", "%", "million", "billion", "dead", "killed", "injured", "wounded", "others",
    "men", "women", "children", "police", "feet", "ft", "km", "points", "years", "days", "hours", "miles",
];

/// Words that can follow a time that stands by itself.
const AFTER_ALONE: &[&str] = &[
    "and",
    "or",
    "with",
    "in",
    "at",
    "when",
    "as",
    "after",
    "before",
    "for",
    "to",
    "was",
    "were",
    "that",
    "said",
    "since",
    "until",
    "by",
    "from",
    "on",
    "but",
    "has",
    "had",
    "is",
    "while",
    "near",
    "into",
    "because",
    "following",
    "over",
    "between",
    "against",
    "amid",
    "during",
    "they",
    "he",
    "she",
    "it",
    "the",
    "a",
];

/// True where what the guard asks for holds around `tokens`.
pub(super) fn holds(guard: Guard, scan: &Scan<'_>, tokens: &Range<usize>) -> bool {
    let before = tokens.start.checked_sub(1).map_or("", |at| scan.lower(at));
    match guard {
        Guard::Free => true,
        Guard::Year => is_year(scan, tokens, before),
        Guard::Month => is_month(scan, tokens, before),
        Guard::Day => {
            if COUNTED.contains(&scan.lower(tokens.end)) {
                return false;
            }
            !(is_noun(scan, tokens.end) && matches!(before, "in" | "since" | "last"))
        }
        Guard::DayAlone | Guard::Adverb => stands_alone(scan, tokens.end),
        Guard::WholePeriod => {
            IN_TIME.contains(&before) && has_no_object(scan, tokens.end) && scan.lower(tokens.end) != "of"
        }
        Guard::NotOf => scan.lower(tokens.end) != "of",
        Guard::NoObject => has_no_object(scan, tokens.end),
        Guard::Preposition => IN_TIME.contains(&before) && scan.lower(tokens.end) != "of",
    }
}

fn stands_alone(scan: &Scan<'_>, end: usize) -> bool {
    scan.tokens.get(end).is_none_or(|next| {
        (next.kind == TokenKind::Sign && &*next.lower != "-") || AFTER_ALONE.contains(&&*next.lower) || next.line_before
    })
}

/// Words after "the day before" that do not say before what.
const NO_OBJECTS: &[&str] = &[
    "and", "or", "but", "in", "on", "at", "with", "for", "from", "to", "by", "near", "when", "while", "as", "because",
    "that", "after", "said", "was", "were", "had", "of",
];

fn has_no_object(scan: &Scan<'_>, end: usize) -> bool {
    scan.tokens
        .get(end)
        .is_none_or(|next| next.kind == TokenKind::Sign || NO_OBJECTS.contains(&&*next.lower) || next.line_before)
}

/// A lower-case word in the plural.
fn is_noun(scan: &Scan<'_>, at: usize) -> bool {
    scan.tokens.get(at).is_some_and(|token| {
        token.kind == TokenKind::Word
            && !token.capital
            && token.lower.len() > 3
            && token.lower.ends_with('s')
            && !token.lower.ends_with("'s")
    })
}

fn is_year(scan: &Scan<'_>, tokens: &Range<usize>, before: &str) -> bool {
    let after = scan.lower(tokens.end);
    let glued = |at: usize| scan.tokens.get(at).is_some_and(|token| !token.space_before);
    if matches!(
        before,
        "$" | "£" | "€" | "#" | "." | "no." | "+" | "/" | "=" | "flight" | "room" | "page"
    ) {
        return false;
    }
    let stem = tokens.start.checked_sub(2).map_or("", |at| scan.lower(at));
    let is_stem = matches!(stem, "mid" | "early" | "late" | "pre" | "post");
    if matches!(before, "-" | ":") && !is_stem && tokens.start >= 2 && glued(tokens.start) && glued(tokens.start - 1) {
        return false;
    }
    if COUNTED.contains(&after)
        || HEDGES.contains(&before)
        || (after == "-" && glued(tokens.end) && is_noun(scan, tokens.end + 1))
    {
        return false;
    }
    let said = PREPOSITIONS.contains(&before);
    let year = numeral::year(scan, tokens.start).map_or(0, |(year, _)| year);
    if !(1900..2050).contains(&year) {
        return matches!(
            before,
            "in" | "since" | "of" | "by" | "until" | "from" | "between" | "and"
        ) && (1700..2050).contains(&year)
            && !is_noun(scan, tokens.end);
    }
    said || !is_noun(scan, tokens.end)
}

fn is_month(scan: &Scan<'_>, tokens: &Range<usize>, before: &str) -> bool {
    let Some(token) = scan.tokens.get(tokens.start) else {
        return false;
    };
    let word = token.lower.strip_suffix("'s").unwrap_or(&token.lower);
    let is_short = word.len() <= 4 && !matches!(word, "june" | "july" | "may") && !word.ends_with('.');
    if is_short || !matches!(lexicon::term(word), Some(Term::Month(_))) {
        return false;
    }
    if !token.capital && matches!(word, "march" | "may" | "august") {
        return matches!(before, "in" | "since" | "last" | "until" | "early" | "late" | "during");
    }
    if PREPOSITIONS.contains(&before) {
        return !(matches!(before, "the" | "a") && matches!(word, "march" | "may"));
    }
    if matches!(word, "march" | "may") {
        return false;
    }
    let next_is_name = scan
        .tokens
        .get(tokens.end)
        .is_some_and(|next| next.capital && next.kind == TokenKind::Word && !next.line_before);
    !next_is_name
}
