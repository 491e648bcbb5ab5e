//! Whether a verb of harm says that its subject or its object was harmed.

use super::lexicon::Tag;
use super::outcomes::{Form, Outcome};
use super::phrase::{Head, Phrase};
use super::text::Text;

/// Who is harmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// What stands before it.
    Passive,
    /// What stands after it.
    Active,
}

/// The voice of a verb that takes the harmed as its object.
pub(super) fn voice(text: &Text<'_, '_>, phrases: &[Phrase], outcome: &Outcome) -> Voice {
    match outcome.form {
        Form::Present => Voice::Active,
        Form::Ing if before(text, outcome.tokens.start, Tag::BE).is_some_and(|at| text.lower(at) == "being") => {
            Voice::Passive
        }
        Form::Ing => Voice::Active,
        Form::Past => {
            if before(text, outcome.tokens.start, Tag::BE).is_some() {
                return Voice::Passive;
            }
            if before(text, outcome.tokens.start, Tag::HAVE).is_some() {
                return Voice::Active;
            }
            // "fired three aides and shot down 11 amendments": things are its object
            if joined_to_things(text, phrases, outcome) {
                return Voice::Active;
            }
            // what stands in the next sentence is no object: a headline over a text
            let within = outcome.tokens.end < text.sentence(outcome.tokens.start).end;
            if within && starts_noun(text, phrases, text.past_quote(outcome.tokens.end)) {
                Voice::Active
            } else {
                Voice::Passive
            }
        }
    }
}

fn joined_to_things(text: &Text<'_, '_>, phrases: &[Phrase], outcome: &Outcome) -> bool {
    let joined = outcome
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|at| text.is(at, Tag::CONJ));
    if !joined {
        return false;
    }
    let object = text
        .quantity(outcome.tokens.end)
        .and_then(|quantity| phrase_of(phrases, quantity))
        .filter(|phrase| phrase.head == Head::Thing);
    object.is_some_and(|phrase| {
        (phrase.tokens.end..phrase.end).any(|at| {
            text.is(at, Tag::THING) && !text.is(at, Tag::TIME) && !matches!(text.lower(at), "times" | "occasions")
        })
    })
}

/// The auxiliary of that sort before `at`, over adverbs and "believed to have been".
pub(super) fn before(text: &Text<'_, '_>, at: usize, tag: Tag) -> Option<usize> {
    let start = text.sentence(at).start;
    let mut at = at;
    for _ in 0..5 {
        at = at.checked_sub(1).filter(|&at| at >= start)?;
        if text.is(at, tag) {
            return Some(at);
        }
        // "were arrested and beaten": the auxiliary is shared
        let shared = text.lower(at) == "as" || text.lower(at) == "and" && at > start && text.outcome(at - 1).is_some();
        let skip = Tag::ADVERB.or(Tag::NOT).or(Tag::BELIEF);
        // "were left injured"
        let left = matches!(text.lower(at), "left" | "rendered") && at > start && text.is(at - 1, Tag::BE);
        if !(text.is(at, skip) || left || shared || text.outcome(at).is_some()) || text.quantity(at).is_some() {
            return None;
        }
    }
    None
}

/// True where a noun phrase for people begins at `at`: what a verb right before it acts on.
pub(super) fn starts_noun(text: &Text<'_, '_>, phrases: &[Phrase], at: usize) -> bool {
    let mut at = at;
    while text.is(at, Tag::ADVERB) && text.quantity(at).is_none() {
        // "1,600 soldiers killed since the war began"
        if text.lower(at) == "since" {
            return false;
        }
        at += 1;
    }
    if let Some(quantity) = text.quantity(at) {
        return phrase_of(phrases, quantity).is_some_and(|phrase| phrase.head != Head::Thing && !is_time(text, phrase));
    }
    if text.is(at, Tag::TIME) || text.is(at + 1, Tag::TIME) && text.is(at, Tag::DET) {
        return false;
    }
    if text.is(at, Tag::DET.or(Tag::POSS)) {
        return !text.is(at + 2, Tag::TIME) && !matches!(text.lower(at), "that");
    }
    if text.is(at, Tag::PERSON)
        || matches!(
            text.lower(at),
            "him" | "them" | "her" | "himself" | "themselves" | "us" | "me"
        )
    {
        return true;
    }
    if text.is(
        at,
        Tag::PREP
            .or(Tag::CONJ)
            .or(Tag::SUBORD)
            .or(Tag::BE)
            .or(Tag::HAVE)
            .or(Tag::PAST)
            .or(Tag::REL),
    ) {
        return false;
    }
    text.is_word(at) && (text.is_name(at) || plain_then_person(text, at))
}

fn plain_then_person(text: &Text<'_, '_>, at: usize) -> bool {
    let stop = Tag::PREP
        .or(Tag::CONJ)
        .or(Tag::SUBORD)
        .or(Tag::BE)
        .or(Tag::HAVE)
        .or(Tag::DET)
        .or(Tag::TIME);
    (at..at + 4)
        .take_while(|&at| {
            text.is_word(at) && !text.is(at, stop) && text.quantity(at).is_none() && text.outcome(at).is_none()
        })
        .any(|at| text.is(at, Tag::PERSON))
}

fn is_time(text: &Text<'_, '_>, phrase: &Phrase) -> bool {
    let unit = !matches!(
        text.lower(phrase.tokens.end),
        "late" | "early" | "last" | "today" | "yesterday" | "earlier" | "later"
    );
    unit && text.is(phrase.tokens.end, Tag::TIME)
        && matches!(phrase.head, Head::Bare)
        && !text.is(phrase.tokens.end, Tag::VERB)
}

/// The phrase of a number phrase.
pub(super) fn phrase_of(phrases: &[Phrase], quantity: usize) -> Option<&Phrase> {
    let row = phrases.partition_point(|phrase| phrase.quantity < quantity);
    phrases.get(row).filter(|phrase| phrase.quantity == quantity)
}
