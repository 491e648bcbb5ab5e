//! What a number counts: the noun phrase around it.

use std::ops::Range;

use super::lexicon::Tag;
use super::nocount::{age_end, describes, describes_thing, is_site};
use super::outcomes::{Form, Frame};
use super::phrase_turned::{
    closes_quote, compound, group_of, is_held_by, is_next_speaker, is_of_them, is_of_things, is_unfit, past_others,
    past_the_whole, set_thing,
};
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
    /// Families, households or homes; only what displaces counts them.
    Household(usize),
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
    /// "two of the 12 hostages": a part of a set that is counted itself.
    pub(super) of_whole: bool,
    /// "others", "more": reads on from a count before it.
    pub(super) others: bool,
}

/// All counted phrases, in order: one for each number phrase.
pub(super) fn find(text: &Text<'_, '_>) -> Vec<Phrase> {
    (0..text.quantities.len())
        .filter_map(|index| phrase(text, index))
        .collect()
}

impl Phrase {
    /// Words without a head, and nothing known of whom they count.
    pub(super) fn bare(quantity: usize, tokens: Range<usize>) -> Self {
        Self {
            quantity,
            end: tokens.end,
            head: Head::Bare,
            class: VictimClass::Unspecified,
            own: None,
            of_them: false,
            of_whole: false,
            others: false,
            tokens,
        }
    }

    /// Counts what the noun of harm at `at` names: "almost half of the dead".
    fn name_harm(&mut self, at: usize, end: usize, kind: Kind) {
        self.head = Head::Harm(at);
        self.own = Some((kind, at));
        (self.end, self.tokens.end) = (end, end);
    }
}

/// The most words between a number and its noun.
const REACH: usize = 12;

fn phrase(text: &Text<'_, '_>, index: usize) -> Option<Phrase> {
    let quantity = text.quantities.get(index)?;
    let sentence = text.sentence(quantity.tokens.start);
    let mut out = Phrase::bare(index, quantity.tokens.clone());
    if is_of_things(text, out.end) {
        out.head = Head::Thing;
        return Some(out);
    }
    // "Missing 57" above "Houses damaged 24,508": the next line is not its noun
    if super::link_box::ends_row(text, &out.tokens) {
        return Some(out);
    }
    if let Some(noun) = group_of(text, &out.tokens) {
        out.head = Head::Person(noun);
        out.class = super::victims_words::noun_class(text, out.end + 2..noun);
        (out.end, out.tokens.end) = (noun + 1, noun + 1);
        return Some(out);
    }
    if is_unfit(text, &out.tokens, quantity.sort) {
        out.head = Head::Thing;
        return Some(out);
    }
    // "hundreds, if not thousands, of people": the comma closes what the first one opened
    let commas = |at: usize| text.lower(at) == ",";
    if commas(out.end) && quantity.tokens.clone().any(commas) && text.is_word(out.end + 1) {
        out.end += 1;
    }
    family_of(text, &mut out, sentence.start);
    let mut at = past_others(text, &mut out, sentence.end);
    let word = |at: usize| if at < sentence.end { text.lower(at) } else { "" };
    at += usize::from(closes_quote(text, quantity.tokens.start, at));
    let of_whole =
        text.quantity(at + 2).is_some() || past_the_whole(text, at + 2) > at + 2 || text.lower(at + 2) == "every";
    if text.reads(at, &["out", "of"]) && of_whole {
        // "three out of the five attackers"
        at += 1;
    }
    // "a third of the 60 wounded": the "of" is the quantity's
    if at == quantity.tokens.end && quantity.tokens.len() > 1 && text.lower(at - 1) == "of" {
        at -= 1;
    }
    if word(at) == "of" {
        if is_of_them(text, at + 1) && at + 1 < sentence.end {
            out.of_them = true;
            if matches!(text.lower(at + 1), "these" | "those") && is_plain_noun(text, at + 2) {
                // "none of those plans"
                out.head = Head::Thing;
                return Some(out);
            }
            let noun = text
                .outcome_from(at + 2)
                .is_some_and(|outcome| outcome.frame == Frame::Noun);
            if noun {
                out.of_them = false;
            } else if matches!(text.lower(at + 1), "them" | "us" | "whom" | "which") || !person_within(text, at + 2, 1)
            {
                out.end = at + 2;
                out.tokens.end = at + 2;
                return Some(out);
            }
        }
        at += 1;
        let behind = past_the_whole(text, at);
        out.of_whole = behind > at;
        at = behind;
    }
    let at = past_determiner(text, &out, at);
    // "half the inhabitants"
    let the = quantity.sort == Sort::Fraction && text.lower(at) == "the" && person_within(text, at + 1, 1);
    let at = at + usize::from(the);
    let number_end = out.tokens.end;
    // "12 of the 60 were killed": no noun follows
    if out.of_whole && text.is(at, Tag::BE.or(Tag::HAVE)) {
        out.end = at;
    } else if at > out.end || !is_next_speaker(text, at) {
        noun(text, &mut out, at, &sentence);
    }
    if out.of_whole {
        // the second number has a phrase of its own
        out.tokens.end = number_end;
    }
    Some(out)
}

/// "a number of the marchers": the "of" is the quantity's.
fn past_determiner(text: &Text<'_, '_>, phrase: &Phrase, at: usize) -> usize {
    let counted = text.is(at + 1, Tag::PERSON) && text.outcome(at + 1).is_none();
    let behind_of = at > 0 && phrase.tokens.end == at && text.lower(at - 1) == "of";
    at + usize::from(counted && behind_of && text.is(at, Tag::DET))
}

fn is_plain_noun(text: &Text<'_, '_>, at: usize) -> bool {
    let other = Tag::PERSON
        .or(Tag::PAST)
        .or(Tag::BE)
        .or(Tag::HAVE)
        .or(Tag::MODAL)
        .or(Tag::PREP)
        .or(Tag::REL)
        .or(Tag::ADVERB)
        .or(Tag::TIME)
        .or(Tag::SAY)
        .or(Tag::ING)
        .or(Tag::PRON)
        .or(Tag::NOT);
    // "most of those strikes"
    if matches!(text.lower(at), "strikes" | "attacks" | "raids" | "shots" | "hits") {
        return true;
    }
    text.is_word(at)
        && text.lower(at).ends_with('s')
        && !text.is(at, other)
        && text.outcome(at).is_none()
        && text.quantity(at).is_none()
}

/// "a family of five": the words before the number belong to it.
fn family_of(text: &Text<'_, '_>, out: &mut Phrase, start: usize) {
    let at = out.tokens.start;
    let family = at >= start + 2 && text.lower(at - 2) == "family";
    let group = at >= start + 2 && matches!(text.lower(at - 2), "group" | "crew" | "batch" | "team" | "gang");
    let counted = text.is(out.tokens.end, Tag::PERSON);
    if (family || group && counted) && text.lower(at - 1) == "of" {
        let article = at >= start + 3 && text.is(at - 3, Tag::DET.or(Tag::POSS));
        out.tokens.start = if article { at - 3 } else { at - 2 };
        out.head = Head::Person(at - 2);
        out.class = VictimClass::Civilian;
    }
}

/// Walks over the modifiers to the head noun.
fn noun(text: &Text<'_, '_>, out: &mut Phrase, from: usize, sentence: &Range<usize>) {
    let part = text
        .quantities
        .get(out.quantity)
        .is_some_and(|quantity| quantity.sort == Sort::Fraction);
    let of = from > out.end || text.lower(from.saturating_sub(1)) == "of" || part && text.lower(from) == "the";
    let last = sentence.end.min(from + REACH);
    if let Some(thing) = super::phrase_turned::worked_thing(text, from) {
        return set_thing(text, out, thing);
    }
    let mut at = from;
    let mut run = from;
    let mut head = None;
    while at < last {
        let verb = text.lower(at) == "shot" && text.outcome_from(at).is_some();
        let described = describes_thing(text, at, head);
        // "30 cases of people who have disappeared"
        if text.reads(at, &["cases", "of"]) && text.is(at + 2, Tag::PERSON) {
            at += 2;
            continue;
        }
        let kin = of && text.lower(at) == "family";
        if text.is(at, Tag::THING) && (head.is_none() || described) && !compound(text, at) && !verb && !kin {
            return set_thing(text, out, at);
        }
        if at == from && is_taken(text, at) || is_made_captive(text, at, head) {
            break;
        }
        if let Some(end) = age_end(text, at).filter(|_| head.is_none()) {
            (at, run) = (end, end);
            continue;
        }
        if let Some(outcome) = text.outcome_from(at) {
            // "300 wounded civilians", "40 dead"; a verb ends the phrase
            let state = matches!(outcome.frame, Frame::State | Frame::Hits);
            let adjective = state && outcome.tokens.len() == 1;
            let of_whole = at == from && from > 0 && text.quantity(from - 1).is_some() && from - 1 > out.tokens.end;
            let noun = of
                && head.is_none()
                && (at == from + 1 && text.is(from, Tag::DET) || of_whole && !person_follows(text, at + 1))
                && adjective;
            if noun {
                // "almost half of the dead"
                return out.name_harm(at, at + 1, outcome.kind);
            }
            let behind = outcome.tokens.end;
            let of_noun = text.outcome_from(behind).is_some_and(|next| next.frame == Frame::Noun);
            if adjective && head.is_none() && is_site(text, at + 1) {
                out.head = Head::Thing;
                return;
            }
            // "shooting suspects" were not shot
            if head.is_none() && is_crime(text, at) && person_follows(text, at + 1) {
                // the noun tells who is counted
            } else if adjective && head.is_none() && person_follows(text, at + 1) {
                out.own = Some((outcome.kind, at));
            } else if state && head.is_none() && of_noun {
                // "40 mangled bodies", "three badly burnt bodies"
                at = behind - 1;
            } else if matches!(outcome.frame, Frame::Noun | Frame::Lives)
                && head.is_none_or(|head| head + 1 == at && text.is(head, Tag::SINGULAR))
                && !describes(text, at)
            {
                return out.name_harm(at, outcome.tokens.end, outcome.kind);
            } else {
                break;
            }
        } else if is_held_by(text, at) || text.reads(at, &["would", "-", "be"]) {
            (at, run) = (at + 3, at + 3);
            continue;
        } else if text.is(at, Tag::PERSON) && !matches!(text.lower(at), "major" | "general" | "private") {
            head = Some(at);
        } else if !modifies(text, at, of && at == from) {
            break;
        }
        at += 1;
        run = at;
    }
    let run = from..run;
    if head.is_none() && matches!(out.head, Head::Person(_)) {
        // "a family of five"
        return;
    }
    settle(text, out, head, run);
}

/// "shooting suspects", "fleeing farmers": what they do or are held for, not what befell them.
fn is_crime(text: &Text<'_, '_>, at: usize) -> bool {
    text.outcome_from(at).is_some_and(|outcome| {
        outcome.form == Form::Ing
            && matches!(outcome.frame, Frame::Hits | Frame::Suffers)
            && outcome.tokens.len() == 1
            && !(at + 1..at + 3).any(|at| matches!(text.lower(at), "victims" | "victim" | "survivors"))
    })
}

/// "taking 16 prisoner": no noun of the number.
fn is_taken(text: &Text<'_, '_>, at: usize) -> bool {
    let Some(number) = at.checked_sub(1) else { return false };
    is_captive(text, at) && text.lower(number) != "one" && text.quantity(number).is_some()
}

/// "took 12 soldiers prisoner"
fn is_made_captive(text: &Text<'_, '_>, at: usize, head: Option<usize>) -> bool {
    head.is_some_and(|head| head + 1 == at && !text.is(head, Tag::SINGULAR)) && is_captive(text, at)
}

fn is_captive(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(text.lower(at), "prisoner" | "hostage" | "captive") && !text.is(at + 1, Tag::PERSON)
}

/// Words for the people of one home.
pub(super) fn is_household(word: &str) -> bool {
    matches!(word, "families" | "households" | "homes" | "houses" | "household")
}

/// Sets head, class and ends from the person noun that was found or the run of unknown words.
fn settle(text: &Text<'_, '_>, out: &mut Phrase, head: Option<usize>, run: Range<usize>) {
    if let Some(head) = head {
        if is_site(text, head + 1) {
            out.head = Head::Thing;
            return;
        }
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
        // "people in nine townships"
        let prior = out.tokens.start;
        if prior > 1 && text.lower(prior - 1) == "in" && text.is(prior - 2, Tag::PERSON) && plural.is_some() {
            out.head = Head::Thing;
        }
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
    // "dozens of men, women and children"
    let plural = |at: usize| text.is(at, Tag::PERSON) && !text.is(at, Tag::SINGULAR) && text.quantity(at).is_none();
    let mut last = end;
    while text.lower(last) == "," && plural(last + 1) {
        last += 2;
    }
    if last > end && text.lower(last) == "and" && plural(last + 1) {
        return last + 2;
    }
    if text.lower(end) == "and" && text.is(end + 1, Tag::PERSON) && !text.is(end + 2, Tag::PAST) {
        end += 2;
    }
    end
}

/// A word that can stand between a number and its noun.
fn modifies(text: &Text<'_, '_>, at: usize, first_of: bool) -> bool {
    let sign = !text.is_word(at);
    // "one very critically"; "300 missing Includes Deputy Ida Marr" ran on
    if text.lower(at) == "very" && text.lower(at + 1).ends_with("ly") || text.lower(at) == "includes" {
        return false;
    }
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
    if text.is(at, Tag::PAST) && at > 0 && text.lower(at - 1) != "-"
        || matches!(
            text.lower(at),
            "newly" | "mostly" | "internally" | "reportedly" | "severely" | "seriously" | "badly" | "already"
        )
    {
        // "nine scorched bodies", "nine badly scorched bodies"
        let noun = at
            + 1
            + usize::from(
                text.is(at + 1, Tag::PAST) || text.outcome(at + 1).is_some_and(|harm| harm.frame == Frame::Hits),
            );
        let harm = text
            .outcome_from(noun)
            .is_some_and(|outcome| outcome.frame == Frame::Noun && !text.is(noun, Tag::PERSON));
        return person_follows(text, at + 1) || harm;
    }
    // "many believe", "3,000 believed to have"
    // "17 ram sevaks were": a foreign word
    let foreign = text.words.tag(at + 1) == Tag::NONE
        && text.lower(at + 1).ends_with('s')
        && (text.is(at + 2, Tag::BE.or(Tag::HAVE).or(Tag::REL)) || text.lower(at + 2) == ",");
    let verb = text.is(at, Tag::VERB.or(Tag::BELIEF)) && !foreign && !person_within(text, at + 1, 2)
        || text.lower(at) == "believe";
    !verb && !text.is(at, stop) && text.quantity(at).is_none() && text.outcome(at).is_none()
}

fn person_follows(text: &Text<'_, '_>, at: usize) -> bool {
    person_within(text, at, 2)
}

/// True where a person noun stands at `at` or within `reach` words after it, with nothing but plain words between.
pub(super) fn person_within(text: &Text<'_, '_>, at: usize, reach: usize) -> bool {
    let plain = |at: usize| {
        text.is_word(at)
            && text.quantity(at).is_none()
            && text.lower(at) != "includes"
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
