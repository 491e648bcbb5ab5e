//! Where the harm happened: the nearest place name behind a preposition of place.

use std::ops::Range;

use super::Place;
use super::text::Text;
use crate::base::Span;
use crate::entity::{EntityKind, Mention};

/// The farthest that a place may stand from the count or its harm, in tokens.
const REACH: usize = 16;

/// The place of a count, with its words in the text.
pub(super) fn of(
    text: &Text<'_, '_>,
    names: &[Mention],
    phrase: &Range<usize>,
    outcome: &Range<usize>,
) -> Option<(Place, Span)> {
    let sentence = text.scan.span(text.sentence(phrase.start));
    let first = names.partition_point(|name| name.span.start() < sentence.start());
    let near = |at: usize| distance(at, phrase).min(distance(at, outcome));
    let best = names
        .get(first..)
        .unwrap_or_default()
        .iter()
        .take_while(|name| name.span.end() <= sentence.end())
        .filter(|name| name.kind == EntityKind::Place)
        .filter_map(|name| {
            let at = text.scan.token_at(name.span.start());
            let before = (at.saturating_sub(3)..at)
                .rev()
                .take_while(|&at| text.is_word(at))
                .find(|&at| is_preposition(text.lower(at)));
            before.map(|_| (near(at), name))
        })
        .min_by_key(|(steps, _)| *steps)
        .filter(|(steps, _)| *steps <= REACH)?;
    let words = best.1.span.of(text.scan.text).to_owned();
    let place = Place {
        canonical: words.clone(),
        words,
    };
    Some((place, best.1.span))
}

fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "in" | "at" | "near" | "outside" | "around" | "across" | "throughout" | "within" | "inside"
    )
}

fn distance(at: usize, range: &Range<usize>) -> usize {
    if at < range.start {
        range.start - at
    } else {
        at.saturating_sub(range.end)
    }
}
