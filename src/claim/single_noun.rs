//! The words for one person: "an 11-year-old girl", "his son", "opposition leader Jonas Brenk", "he".

use std::ops::Range;

use super::lexicon::Tag;
use super::people::People;
use super::single_read::Reader;
use super::text::Text;
use super::{Form, Kind, VictimClass, outcomes, victims_words};

/// The words for one person.
#[derive(Clone, Debug)]
pub(super) struct Noun {
    /// What is shown: the name without the role before a comma, else all words.
    pub(super) shown: Range<usize>,
    /// From the first word to the head.
    pub(super) tokens: Range<usize>,
    /// One past what belongs to it: "the head of the guard", "a man aged 34".
    pub(super) end: usize,
    /// By role or by name.
    pub(super) form: Form,
    /// Who it is.
    pub(super) class: VictimClass,
    /// Its last word.
    pub(super) head: usize,
    /// The harm that the words name themselves: "the wounded clerk".
    pub(super) own: Option<(Kind, usize)>,
    /// Which words open it.
    pub(super) opener: Opener,
}

/// Which words open a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opener {
    /// a, an
    Article,
    /// the
    The,
    /// his, Brenk's
    Genitive,
    /// none
    Bare,
    /// he, she, him, her
    Pronoun,
}

/// The last noun within these words that fits, as an index.
pub(super) fn last_within(nouns: &[Noun], words: Range<usize>, fits: impl Fn(&Noun) -> bool) -> Option<usize> {
    let first = nouns.partition_point(|noun| noun.tokens.start < words.start);
    let last = nouns.partition_point(|noun| noun.end <= words.end);
    let found = nouns.get(first..last)?.iter().rposition(fits)?;
    Some(first + found)
}

/// The most tokens of a description: "the former head of the country's internal security agency".
pub(super) const LONGEST: usize = 16;

/// All words for one person, in order, never meeting.
pub(super) fn find(text: &Text<'_, '_>, people: &People) -> Vec<Noun> {
    let reader = Reader { text, people };
    let mut out: Vec<Noun> = Vec::new();
    let mut at = 0;
    while at < text.scan.tokens.len() {
        let found = reader
            .pronoun(at)
            .or_else(|| reader.one_called(at))
            .or_else(|| reader.ranked(at))
            .or_else(|| reader.corpse(at))
            .or_else(|| reader.noun(at));
        if let Some(noun) = found {
            at = noun.end.max(at + 1);
            out.push(noun);
        } else {
            at += 1;
        }
    }
    apposed(text, out)
}

/// "the sacked head of the bank, Jonas Brenk," and "Jonas Brenk, a driver,": one person with one name.
fn apposed(text: &Text<'_, '_>, nouns: Vec<Noun>) -> Vec<Noun> {
    let mut out: Vec<Noun> = Vec::with_capacity(nouns.len());
    for mut noun in nouns {
        // "Jonas Brenk, a writer and baker who"
        if out.last().is_some_and(|last| last.end > noun.tokens.start) {
            continue;
        }
        noun.end = origin(text, &noun);
        // "Al-Baghdadi" and "Ali al-Marri" without a word between: one name
        if let Some(last) = out.last_mut().filter(|last| adjoins(last, &noun)) {
            last.tokens.end = noun.tokens.end;
            last.shown.end = noun.tokens.end;
            last.end = noun.end;
            last.head = noun.head;
            continue;
        }
        let called = |last: &&Noun| are_one(text, last, &noun) || is_called(text, last, &noun);
        let joined = out.last().filter(called).cloned();
        match joined {
            Some(last) if last.form == Form::Named => {
                if let Some(kept) = out.last_mut() {
                    kept.end = second_role(text, noun.end);
                    if kept.class == VictimClass::Unspecified {
                        kept.class = noun.class;
                    }
                }
            }
            Some(last) => {
                out.pop();
                let class = if noun.class == VictimClass::Unspecified {
                    last.class
                } else {
                    noun.class
                };
                out.push(Noun {
                    shown: noun.shown.clone(),
                    tokens: last.tokens.start..noun.tokens.end,
                    class,
                    opener: last.opener,
                    ..noun
                });
            }
            None => out.push(noun),
        }
    }
    out
}

/// "Jonas Brenk, a noted writer and baker who": where the second of two roles ends.
fn second_role(text: &Text<'_, '_>, end: usize) -> usize {
    const WITHIN: usize = 4;
    if text.lower(end) != "and" {
        return end;
    }
    let role = (end + 1..end + WITHIN)
        .take_while(|&at| text.is_word(at) && !text.is(at, Tag::DET.or(Tag::POSS).or(Tag::BE).or(Tag::PREP)))
        .find(|&at| text.is(at, Tag::PERSON) && text.is(at, Tag::SINGULAR));
    role.filter(|&at| text.lower(at + 1) == "who").map_or(end, |at| at + 1)
}

/// "Jonas Brenk, 27, from the Orla guard": where what is told of the name behind its age ends.
fn origin(text: &Text<'_, '_>, noun: &Noun) -> usize {
    const WITHIN: usize = 6;
    let aged = noun.form == Form::Named && noun.end > noun.tokens.end;
    let from = noun.end + usize::from(text.lower(noun.end) == ",");
    if !aged || !matches!(text.lower(from), "from" | "of") {
        return noun.end;
    }
    let verb = Tag::BE
        .or(Tag::HAVE)
        .or(Tag::SAY)
        .or(Tag::PAST)
        .or(Tag::PREP)
        .or(Tag::REL);
    let end = (from + 1..from + 1 + WITHIN).find(|&at| !text.is_word(at) || text.is(at, verb.or(Tag::CONJ)));
    end.filter(|&end| end > from + 1 && (text.is(end, Tag::CONJ.or(Tag::BE)) || text.lower(end) == ","))
        .unwrap_or(noun.end)
}

/// Whether two names stand side by side.
fn adjoins(first: &Noun, second: &Noun) -> bool {
    let named = first.form == Form::Named && second.form == Form::Named;
    named && first.end == first.tokens.end && first.end == second.tokens.start && second.opener == Opener::Bare
}

/// "a man, identified by police as Jonas Brenk", "a woman called Ida Marr": the role and its name.
fn is_called(text: &Text<'_, '_>, role: &Noun, name: &Noun) -> bool {
    const WITHIN: usize = 5;
    let from = role.end + usize::from(text.lower(role.end) == ",");
    let between = from..name.tokens.start;
    let verb = text.lower(from);
    let named = matches!(verb, "called" | "named") && between.len() == 1;
    let known = matches!(verb, "identified" | "known" | "named")
        && (2..=WITHIN).contains(&between.len())
        && text.lower(name.tokens.start - 1) == "as"
        && between.clone().all(|at| text.is_word(at));
    // "his daughter, whom a cousin identified as Ida Marr": not the cousin
    let other = role.tokens.start > 0 && text.is(role.tokens.start - 1, Tag::REL);
    !other
        && role.form == Form::Implicit
        && role.opener != Opener::Pronoun
        && name.form == Form::Named
        && (named || known)
}

fn are_one(text: &Text<'_, '_>, first: &Noun, second: &Noun) -> bool {
    let pronoun = first.opener == Opener::Pronoun || second.opener == Opener::Pronoun;
    let comma = text.lower(first.end) == ",";
    let start = second.tokens.start;
    let aged = start == first.end + 3 && text.lower(start - 1) == "," && !text.is(first.end + 1, Tag::PERSON);
    let next_to = start == first.end + 1 || aged;
    let close = !text.is_word(second.end) && text.lower(second.end) != "-"
        || text.is(second.end, Tag::REL.or(Tag::PREP).or(Tag::SUBORD))
        || first.form != Form::Named && text.is(second.end, Tag::BE)
        // "Jonas Brenk, a driver wounded in the blast, said"
        || first.form == Form::Named
            && matches!(second.opener, Opener::Article | Opener::The)
            && text
                .outcome_from(second.end)
                .is_some_and(|outcome| {
                    let told = outcome.form == outcomes::Form::Past || outcome.frame == outcomes::Frame::State;
                    told && !text.is(outcome.tokens.end, Tag::DET)
                })
        || text.lower(second.end) == "and"
            && !text.is(second.end + 1, Tag::DET.or(Tag::POSS))
            && text.quantity(second.end + 1).is_none()
            && !text.is_name(second.end + 1);
    // "Brenk, whose son, Ciro, was killed"
    let whose = text.lower(start) == "whose";
    !pronoun && !whose && comma && next_to && close && (first.form == Form::Named) != (second.form == Form::Named)
}

/// "the mother of a soldier who died", "the wife of Jonas Brenk, who was killed": behind "of" stands a person of its own.
pub(super) fn is_of_harmed(text: &Text<'_, '_>, people: &People, of: usize) -> bool {
    if !victims_words::is_kin(text.lower(of - 1)) {
        return false;
    }
    let end = match people.starting(of + 1) {
        Some(name) => Some(name.end),
        None => role_end(text, of + 1),
    };
    end.is_some_and(|end| {
        let who = end + usize::from(text.lower(end) == ",");
        let past = |outcome: &outcomes::Outcome| outcome.form == outcomes::Form::Past;
        text.lower(who) == "who" || text.outcome_from(end).is_some_and(past)
    })
}

/// "a young soldier": one past its head.
fn role_end(text: &Text<'_, '_>, at: usize) -> Option<usize> {
    const WITHIN: usize = 5;
    if !matches!(text.lower(at), "a" | "an" | "the") {
        return None;
    }
    let stop = Tag::PREP.or(Tag::CONJ).or(Tag::REL).or(Tag::BE);
    let last = (at + 1..at + WITHIN)
        .take_while(|&at| text.is_word(at) && !text.is(at, stop) && text.outcome(at).is_none())
        .last()?;
    (text.is(last, Tag::PERSON) && text.is(last, Tag::SINGULAR)).then_some(last + 1)
}
