//! What a number counts: the noun phrase around it.

use std::ops::Range;

use super::lexicon::Tag;
use super::nocount::is_no_count;
use super::outcomes::Frame;
use super::text::Text;
use super::{Kind, VictimClass};
use crate::quantity::Sort;

/// The noun that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A person noun, by its token.
    Person(usize),
    /// A noun or adjective of harm: "40 dead", "77 deaths"; the index of its token.
    Harm(usize),
    /// A noun that is in no list.
    Unknown(usize),
    /// No noun: "16 were missing".
    Bare,
    /// No count of people: vehicles, days, money, ages, years.
    Thing,
}

/// A number phrase with its noun.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// Its number phrase.
    pub(super) quantity: usize,
    /// From its first word to its head noun.
    pub(super) tokens: Range<usize>,
    /// One past the noun phrase with what belongs to it ("of the security forces").
    pub(super) end: usize,
    /// What is counted.
    pub(super) head: Head,
    /// Class of the counted.
    pub(super) class: VictimClass,
    /// The harm that the noun phrase names itself ("40 dead", "300 wounded civilians").
    pub(super) own: Option<(Kind, usize)>,
    /// "of them", "of whom": a part of a count before it.
    pub(super) of_them: bool,
    /// "others", "more": reads on from a count before it.
    pub(super) others: bool,
}

/// All counted phrases, in order: one for each number phrase.
pub(super) fn find(text: &Text<'_, '_>) -> Vec<Phrase> {
    (0..text.quantities.len())
        .filter_map(|index| phrase(text, index))
        .collect()
}

/// The most words between a number and its noun.
const REACH: usize = 9;

fn phrase(text: &Text<'_, '_>, index: usize) -> Option<Phrase> {
    let quantity = text.quantities.get(index)?;
    let sentence = text.sentence(quantity.tokens.start);
    let mut out = Phrase {
        quantity: index,
        tokens: quantity.tokens.clone(),
        end: quantity.tokens.end,
        head: Head::Bare,
        class: VictimClass::Unspecified,
        own: None,
        of_them: false,
        others: false,
    };
    if is_no_count(text, &quantity.tokens, quantity.sort) {
        out.head = Head::Thing;
        return Some(out);
    }
    if quantity.sort == Sort::Fraction && !fraction_fits(text, out.end) || is_one_named(text, out.end) {
        out.head = Head::Thing;
        return Some(out);
    }
    let mut at = out.end;
    let others = |at: usize| matches!(text.lower(at), "others" | "other" | "more" | "further" | "additional");
    while others(at) {
        out.others = true;
        at += 1;
        out.end = at;
        out.tokens.end = at;
    }
    if text.lower(at) == "of" {
        if matches!(text.lower(at + 1), "them" | "whom" | "these" | "those" | "which") {
            out.of_them = true;
            if matches!(text.lower(at + 1), "them" | "whom" | "which") || !text.is(at + 2, Tag::PERSON) {
                out.end = at + 2;
                out.tokens.end = at + 2;
                return Some(out);
            }
        }
        at += 1;
    }
    noun(text, &mut out, at, &sentence);
    Some(out)
}

/// "most notably" and "half open" are no parts of a count.
fn fraction_fits(text: &Text<'_, '_>, at: usize) -> bool {
    text.lower(at) == "of"
        || text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::PERSON))
        || text.outcome(at).is_some()
        || !text.is(at, Tag::ADVERB) && person_within(text, at, 2)
}

/// "one of his allies, Jonas Brenk, was held" counts by the name.
fn is_one_named(text: &Text<'_, '_>, end: usize) -> bool {
    if text.lower(end.saturating_sub(1)) != "one" || text.lower(end) != "of" {
        return false;
    }
    (end + 1..end + 9)
        .find(|&at| !text.is_word(at))
        .is_some_and(|at| text.lower(at) == "," && text.is_name(at + 1) && text.is_name(at + 2))
}

/// Walks over the modifiers to the head noun.
fn noun(text: &Text<'_, '_>, out: &mut Phrase, from: usize, sentence: &Range<usize>) {
    let of = from > out.end;
    let last = sentence.end.min(from + REACH);
    let mut at = from;
    let mut run = from;
    let mut head = None;
    while at < last {
        if text.is(at, Tag::THING) && head.is_none() && !compound(text, at) {
            out.head = Head::Thing;
            out.end = at + 1;
            return;
        }
        if let Some(outcome) = text.outcome_from(at) {
            // "300 wounded civilians", "40 dead"; a verb ends the phrase
            let adjective = matches!(outcome.frame, Frame::State | Frame::Hits) && outcome.tokens.len() == 1;
            let noun = of && head.is_none() && at == from + 1 && text.is(from, Tag::DET) && adjective;
            if noun {
                // "almost half of the dead"
                out.head = Head::Harm(at);
                out.own = Some((outcome.kind, at));
                out.end = at + 1;
                out.tokens.end = at + 1;
                return;
            }
            if adjective && head.is_none() && person_follows(text, at + 1) {
                out.own = Some((outcome.kind, at));
            } else if matches!(outcome.frame, Frame::Noun | Frame::Lives) && head.is_none() && !describes(text, at) {
                out.head = Head::Harm(at);
                out.own = Some((outcome.kind, at));
                out.end = outcome.tokens.end;
                out.tokens.end = out.end;
                return;
            } else {
                break;
            }
        } else if text.is(at, Tag::PERSON) && !matches!(text.lower(at), "major" | "general" | "private") {
            head = Some(at);
        } else if !modifies(text, at, of && at == from) {
            break;
        }
        at += 1;
        run = at;
    }
    settle(text, out, head, from..run);
}

/// Sets head, class and ends from the person noun that was found or the run of unknown words.
fn settle(text: &Text<'_, '_>, out: &mut Phrase, head: Option<usize>, run: Range<usize>) {
    if let Some(head) = head {
        out.head = Head::Person(head);
        out.class = super::victims_words::noun_class(text, run.start..head);
        out.tokens.end = head + 1;
        out.end = extended(text, head + 1, &mut out.class);
        return;
    }
    let noun = run.clone().rev().find(|&at| text.is_word(at));
    let plural = run
        .clone()
        .find(|&at| text.lower(at).ends_with('s') && !text.lower(at).ends_with("'s"));
    if let Some(at) = plural.or(noun) {
        out.head = Head::Unknown(at);
        out.tokens.end = at + 1;
        out.end = at + 1;
    }
}

/// "members of the security forces", "guards and police": what belongs to the head noun.
fn extended(text: &Text<'_, '_>, from: usize, class: &mut VictimClass) -> usize {
    let mut end = from;
    if text.lower(from) == "of" {
        let mut at = from + 1;
        while at < from + 7
            && (modifies(text, at, true)
                || text.is(at, Tag::PERSON)
                || text.is(at, Tag::PAST) && text.is(at - 1, Tag::DET.or(Tag::POSS)))
        {
            if text.is(at, Tag::PERSON) && matches!(*class, VictimClass::Other | VictimClass::Unspecified) {
                *class = text.words.class(at);
            }
            at += 1;
        }
        *class = super::victims_words::of_class(text, from + 1..at, *class);
        end = at;
    }
    if text.lower(end) == "and" && text.is(end + 1, Tag::PERSON) && !text.is(end + 2, Tag::PAST) {
        end += 2;
    }
    end
}

/// A word that can stand between a number and its noun.
fn modifies(text: &Text<'_, '_>, at: usize, first_of: bool) -> bool {
    let sign = !text.is_word(at);
    let stop = Tag::BE
        .or(Tag::HAVE)
        .or(Tag::MODAL)
        .or(Tag::PREP)
        .or(Tag::CONJ)
        .or(Tag::SUBORD)
        .or(Tag::REL)
        .or(Tag::PRON)
        .or(Tag::TIME)
        .or(Tag::ADVERB)
        .or(Tag::NOT);
    if text.lower(at) == "and" {
        // "13 police and Border Guard personnel"
        return text.is(at.saturating_sub(1), Tag::PERSON)
            && person_within(text, at + 1, 3)
            && !text.is(at + 1, Tag::PAST);
    }
    if matches!(text.lower(at), "(" | ")") {
        return text.is_word(at + 1) && text.lower(at + 2) == ")" || text.lower(at) == ")";
    }
    if sign {
        return matches!(text.lower(at), "-" | "'" | "\"" | "“" | "”" | "/");
    }
    if text.is(at, Tag::DET.or(Tag::POSS)) {
        return first_of;
    }
    if text.is(at, Tag::PAST)
        || matches!(
            text.lower(at),
            "newly" | "mostly" | "internally" | "reportedly" | "severely" | "seriously" | "badly" | "already"
        )
    {
        return person_follows(text, at + 1);
    }
    let verb = text.is(at, Tag::VERB) && !person_within(text, at + 1, 2);
    !verb && !text.is(at, stop) && text.quantity(at).is_none() && text.outcome(at).is_none()
}

fn person_follows(text: &Text<'_, '_>, at: usize) -> bool {
    person_within(text, at, 2)
}

/// "casualty figures", "one former detainee": the noun of harm is not what the number counts as harmed.
fn describes(text: &Text<'_, '_>, at: usize) -> bool {
    let person = matches!(text.lower(at), "detainee" | "prisoner" | "hostage" | "martyr");
    person
        || matches!(
            text.lower(at + 1),
            "figure"
                | "figures"
                | "count"
                | "rate"
                | "threats"
                | "camps"
                | "certificates"
                | "sentence"
                | "sentences"
                | "squad"
                | "squads"
                | "warrants"
                | "warrant"
        )
}

/// True where a person noun stands at `at` or within `reach` words after it, with nothing but plain words between.
fn person_within(text: &Text<'_, '_>, at: usize, reach: usize) -> bool {
    let plain = |at: usize| {
        text.is_word(at)
            && text.quantity(at).is_none()
            && !text.is(
                at,
                Tag::BE
                    .or(Tag::HAVE)
                    .or(Tag::PREP)
                    .or(Tag::CONJ)
                    .or(Tag::DET)
                    .or(Tag::SUBORD)
                    .or(Tag::TIME)
                    .or(Tag::POSS),
            )
    };
    (at..=at + reach)
        .take_while(|&at| plain(at))
        .any(|at| text.is(at, Tag::PERSON))
}

/// A thing word that only describes the persons after it: "five factory workers", "two school children".
fn compound(text: &Text<'_, '_>, at: usize) -> bool {
    let part_of_name = text.is_name(at) && text.is_name(at.saturating_sub(1));
    person_within(text, at + 1, 2) && (part_of_name || !text.lower(at).ends_with('s')) || text.lower(at + 1) == "-"
}
