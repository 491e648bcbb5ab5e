//! Clauses that say of one person what no rule for counts reads: "was summoned and was killed", "was among the dead", "killed
//! before being freed", "Killed were: Aida Tarn and a clerk".

use std::ops::Range;

use super::Kind;
use super::lexicon::Tag;
use super::outcomes::{Form, Frame, Outcome};
use super::single_after::{behind_comma, contact, reflexive, turned};
use super::single_noun::{Noun, last_within};
use super::text::Text;
use super::{single_along, single_joined, single_relative, voice};

/// A person's harm, with the rule that found it.
#[derive(Clone)]
pub(super) struct Told {
    /// The person, as an index.
    pub(super) noun: usize,
    /// What happened.
    pub(super) kind: Kind,
    /// The words for it.
    pub(super) outcome: Range<usize>,
    /// Its row.
    pub(super) row: &'static str,
    /// The rule.
    pub(super) rule: &'static str,
    /// True where it is a part of another count.
    pub(super) part: bool,
}

impl Told {
    /// What `outcome` did to the person with the index `noun`; no part of another count.
    pub(super) fn of(noun: usize, outcome: &Outcome, rule: &'static str) -> Self {
        Self {
            noun,
            kind: outcome.kind,
            outcome: outcome.tokens.clone(),
            row: outcome.id(),
            rule,
            part: false,
        }
    }
}

/// All that these clauses tell, in the order of the harm.
pub(super) fn find(text: &Text<'_, '_>, nouns: &[Noun]) -> Vec<Told> {
    let mut out: Vec<Told> = Vec::new();
    for (index, noun) in nouns.iter().enumerate() {
        let next = nouns.get(index + 1).map_or(usize::MAX, |next| next.tokens.start);
        if let Some((outcome, rule)) = single_relative::find(text, noun, next) {
            out.push(Told::of(index, outcome, rule));
        }
        if let Some(outcome) = behind_comma(text, noun) {
            out.push(Told::of(index, outcome, "single/behind-comma"));
        }
        if let Some(outcome) = contact(text, noun) {
            out.push(Told::of(index, outcome, "single/contact"));
        }
        if let Some(outcome) = turned(text, noun) {
            out.push(Told::of(index, outcome, "single/turned"));
        }
        if let Some(outcome) = reflexive(text, noun) {
            out.push(Told::of(index, outcome, "single/reflexive"));
        }
    }
    for outcome in &text.outcomes {
        if let Some(index) = inserted(text, nouns, outcome) {
            out.push(Told::of(index, outcome, "single/inserted"));
        }
        out.extend(
            single_along::find(text, nouns, outcome)
                .into_iter()
                .map(|index| Told::of(index, outcome, "single/along-with")),
        );
        out.extend(
            called(text, nouns, outcome)
                .into_iter()
                .map(|index| Told::of(index, outcome, "single/called")),
        );
        if let Some(index) = chained(text, nouns, outcome).or_else(|| before_being(text, nouns, outcome)) {
            out.push(Told::of(index, outcome, "single/chained"));
        }
        for index in among(text, nouns, outcome) {
            out.push(Told {
                part: true,
                ..Told::of(index, outcome, "single/among-those")
            });
        }
    }
    out
}

/// Whether an outcome with the words before it says that its subject was harmed.
pub(super) fn suffered(text: &Text<'_, '_>, outcome: &Outcome) -> bool {
    let be = voice::before(text, outcome.tokens.start, Tag::BE).is_some();
    match outcome.frame {
        Frame::Hits => be && outcome.form == Form::Past,
        Frame::Suffers => (outcome.form == Form::Past || text.is(outcome.tokens.start, Tag::HAVE)) && !be,
        Frame::State => be || outcome.tokens.len() > 1 && outcome.form == Form::Past,
        Frame::Noun | Frame::Lives | Frame::Toll => false,
    }
}

/// The token before a verb and its auxiliaries, where the sentence has one.
fn before_verb(text: &Text<'_, '_>, outcome: &Outcome, start: usize) -> Option<usize> {
    let mut at = outcome.tokens.start;
    while at > start && text.is(at - 1, Tag::ADVERB.or(Tag::BE).or(Tag::HAVE)) && text.outcome(at - 1).is_none() {
        at -= 1;
    }
    at.checked_sub(1).filter(|&before| before > start)
}

/// "Brenk, once a guard who left the army and became a trader, was killed": the name before the first comma.
fn inserted(text: &Text<'_, '_>, nouns: &[Noun], outcome: &Outcome) -> Option<usize> {
    let start = text.sentence(outcome.tokens.start).start;
    let before = before_verb(text, outcome, start)?;
    // "the writer of “Salt,” died"
    let quoted = matches!(text.lower(before), "”" | "\"");
    let comma = Some(before - usize::from(quoted)).filter(|&comma| text.lower(comma) == ",")?;
    if !suffered(text, outcome) || single_joined::closes_list(text, nouns, comma, outcome) {
        return None;
    }
    last_within(nouns, comma.saturating_sub(CHAIN).max(start)..comma, |noun| {
        let opens = text.lower(noun.head + 1) == "," && noun.head + 2 < comma && noun.form == super::Form::Named;
        let front = noun.tokens.start == start
            || text.is(noun.tokens.start - 1, Tag::SAY.or(Tag::SUBORD))
            || matches!(text.lower(noun.tokens.start - 1), "-" | "–" | "—" | "that" | ":" | ",");
        let marks = (noun.head + 2..=before).filter(|&at| matches!(text.lower(at), "“" | "”" | "\""));
        let clear = marks.count() % 2 == 0
            && (noun.head + 2..comma)
                .all(|at| !(text.lower(at) == ";" || text.lower(at) == "," && text.is(at + 1, Tag::SAY)));
        opens && front && clear && !preposed(text, noun)
    })
}

/// The most persons of one list.
const LIST: usize = 12;

/// "Killed were: Aida Tarn and Jonas Brenk", "The dead are Mara Voll, 30, and a nurse": all of the list.
fn called(text: &Text<'_, '_>, nouns: &[Noun], outcome: &Outcome) -> Vec<usize> {
    let start = outcome.tokens.start;
    let first = text.sentence(start).start;
    let opens = start == first || matches!(text.lower(start - 1), "those" | "the" | "people" | "persons");
    // "one of the injured is a clerk": counted
    let opens = opens && !(start > 2 && text.lower(start - 2) == "of");
    let adjective = matches!(outcome.frame, Frame::Hits | Frame::State)
        && (outcome.form == Form::Past || outcome.frame == Frame::State);
    let mut at = outcome.tokens.end;
    let mut joint = false;
    while text.is(at, Tag::BE)
        || matches!(
            text.lower(at),
            ":" | "as" | "identified" | "named" | "include" | "included"
        )
    {
        joint |= text.lower(at) != "as";
        at += 1;
    }
    let mut out = Vec::new();
    if !(opens && adjective && joint) {
        return out;
    }
    let from = nouns.partition_point(|noun| noun.tokens.start < at);
    for (index, noun) in nouns.iter().enumerate().skip(from).take(LIST) {
        if noun.tokens.start != at {
            break;
        }
        out.push(index);
        at = noun.end;
        while matches!(text.lower(at), "," | "and" | ";") {
            at += 1;
        }
    }
    out
}

/// How far before "and" the subject of a chain may stand.
const CHAIN: usize = 30;

/// "Brenk belonged to the guard and was shot", "was hit and later died": the subject of the first verb.
fn chained(text: &Text<'_, '_>, nouns: &[Noun], outcome: &Outcome) -> Option<usize> {
    let start = text.sentence(outcome.tokens.start).start;
    let and = before_verb(text, outcome, start)?;
    if !matches!(text.lower(and), "and" | "but" | "then") {
        return None;
    }
    let aux = (and..outcome.tokens.start).any(|at| text.is(at, Tag::BE));
    let after_passive = !aux && !text.is(outcome.tokens.end, Tag::DET.or(Tag::POSS).or(Tag::PERSON).or(Tag::PRON));
    let last = nouns.partition_point(|noun| noun.end <= and);
    let first = and.saturating_sub(CHAIN).max(start);
    for index in (0..last).rev() {
        let noun = nouns.get(index)?;
        if noun.tokens.start < first || (noun.end..and).any(|at| breaks(text, at)) || next_clause(text, noun.end, and) {
            return None;
        }
        let verb = verb_behind(text, noun);
        let Some(verb) = verb.filter(|_| !preposed(text, noun) || text.lower(noun.end) == "who") else {
            continue;
        };
        let passive = text.is(verb, Tag::BE);
        let holds = match outcome.frame {
            Frame::Hits => outcome.form == Form::Past && (aux || after_passive && passive),
            Frame::Suffers => outcome.form == Form::Past,
            Frame::State => aux || outcome.tokens.len() > 1 && outcome.form == Form::Past,
            _ => false,
        };
        return holds.then_some(index);
    }
    None
}

/// "One man was killed, a number of others were hurt and held": the comma opens a clause with its own subject.
fn next_clause(text: &Text<'_, '_>, from: usize, to: usize) -> bool {
    (from..to)
        .filter(|&at| text.lower(at) == "," && (text.is(at + 1, Tag::DET) || text.quantity(at + 1).is_some()))
        .any(|comma| {
            let before = (from..comma).any(|at| text.is(at, Tag::BE));
            before && (comma + 2..to).any(|at| text.is(at, Tag::BE))
        })
}

/// "the gunman wounded three before being shot dead": the subject of the verb before.
fn before_being(text: &Text<'_, '_>, nouns: &[Noun], outcome: &Outcome) -> Option<usize> {
    let being = outcome.tokens.start.checked_sub(1)?;
    let being = being - usize::from(text.is(being, Tag::ADVERB) && being > 0);
    let start = text.sentence(being).start;
    // "lived for three weeks before dying", "described losing a leg"
    let suffers = outcome.frame == Frame::Suffers && outcome.form == Form::Ing;
    let before = if suffers { being } else { being.checked_sub(1)? };
    let passive = text.lower(being) == "being"
        && matches!(outcome.frame, Frame::Hits | Frame::Suffers)
        && outcome.form == Form::Past;
    let recalls = suffers
        && matches!(
            text.lower(before),
            "described" | "recalled" | "recounted" | "remembered"
        );
    let fits = (recalls || matches!(text.lower(before), "before" | "after" | "until")) && before > start;
    if !(fits && (suffers || passive)) {
        return None;
    }
    last_within(nouns, before.saturating_sub(CHAIN).max(start)..before, |noun| {
        verb_behind(text, noun).is_some_and(|verb| !text.is(verb, Tag::BE))
            && !preposed(text, noun)
            && !(noun.end..before).any(|at| breaks(text, at) || text.is(at, Tag::REL))
    })
}

/// The finite verb right behind the words for a person.
fn verb_behind(text: &Text<'_, '_>, noun: &Noun) -> Option<usize> {
    let mut at = noun.end;
    if text.lower(at) == "," && text.lower(at + 2) == "," {
        at += 3;
    }
    at += usize::from(text.lower(at) == "," && (text.lower(at + 1) == "who" || noun.form == super::Form::Named));
    at += usize::from(text.lower(at) == "who");
    while text.is(at, Tag::ADVERB) && text.outcome(at).is_none() {
        at += 1;
    }
    let verb = text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::PAST))
        || text.outcome_from(at).is_some_and(|outcome| outcome.form == Form::Past);
    verb.then_some(at)
}

fn breaks(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(text.lower(at), ";" | ":" | "”" | "\"")
        || text.is(at, Tag::SUBORD) && !text.is(at, Tag::PREP)
        || text.is(at, Tag::SAY) && !text.is(at, Tag::BELIEF.or(Tag::ADVERB))
        || matches!(text.lower(at), "which" | "that" | "they" | "it")
}

/// True where a preposition makes the words no subject.
pub(super) fn preposed(text: &Text<'_, '_>, noun: &Noun) -> bool {
    let start = noun.tokens.start;
    start
        .checked_sub(1)
        .filter(|&at| at >= text.sentence(start).start)
        .is_some_and(|at| {
            text.is(at, Tag::PREP) && !text.is(at, Tag::SUBORD) && !matches!(text.lower(at), "like" | "including")
        })
}

/// "The pilot and steward were among those who died", "Brenk is one of those killed".
fn among(text: &Text<'_, '_>, nouns: &[Noun], outcome: &Outcome) -> Vec<usize> {
    let harm = outcome.tokens.start;
    let start = text.sentence(harm).start;
    let opener = (harm.saturating_sub(10).max(start)..harm).rev().find(|&at| {
        let one_of = text.reads(at, &["one", "of"]);
        text.lower(at) == "among" || one_of && (text.is(at + 2, Tag::DET) || text.quantity(at + 2).is_some())
    });
    let Some(be) = opener.and_then(|at| be_before(text, at, start)) else {
        return Vec::new();
    };
    let adjective = matches!(outcome.frame, Frame::State | Frame::Hits) && outcome.form != Form::Present
        || outcome.frame == Frame::State
        || outcome.frame == Frame::Suffers
            && outcome.form == Form::Past
            && harm > start
            && (perfect(text, harm - 1, harm) || text.is(harm - 1, Tag::REL));
    let said = |at: usize| text.is(at, Tag::BELIEF) && text.lower(at + 1) == "to" || text.lower(at) == "be";
    let clear = (be + 1..harm).all(|at| {
        said(at)
            // "1,300 refugees who fled"
            || text.outcome(at).is_none_or(|other| other.frame == Frame::Noun && other.kind == outcome.kind)
                && !text.is(at, Tag::SUBORD)
                && (!text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::SAY)) || perfect(text, at, harm))
                && text.is_word(at)
    });
    if !adjective || !clear {
        return Vec::new();
    }
    // "were also reported to be among"
    let mut verb = be;
    let leads =
        |at: usize| text.is(at, Tag::BE.or(Tag::ADVERB).or(Tag::BELIEF).or(Tag::HAVE)) || text.reads(at, &["to", "be"]);
    while verb > start && leads(verb - 1) {
        verb -= 1;
    }
    let Some(last) = nouns.partition_point(|noun| noun.end <= verb).checked_sub(1) else {
        return Vec::new();
    };
    let found = subjects(text, nouns, last, verb);
    if found.is_empty() && text.lower(verb - 1) == "," {
        return before_insertion(text, nouns, start, verb - 1).into_iter().collect();
    }
    found
}

/// The verb before "among the dead": "was among", "was the first clerk named among".
fn be_before(text: &Text<'_, '_>, among: usize, start: usize) -> Option<usize> {
    const WITHIN: usize = 6;
    let role = |at: usize| {
        matches!(
            text.lower(at),
            "named" | "confirmed" | "identified" | "counted" | "listed" | "the" | "first"
        ) || text.is(at, Tag::PERSON)
            || text.is_name(at)
    };
    let from = among.saturating_sub(WITHIN).max(start);
    let be = (from..among).rev().find(|&at| !role(at))?;
    (text.is(be, Tag::BE) && (be + 1 == among || text.is(among - 1, Tag::PAST))).then_some(be)
}

/// "The mayor, married to a dancer, was among": the noun that opens the sentence, before its insertion.
fn before_insertion(text: &Text<'_, '_>, nouns: &[Noun], start: usize, comma: usize) -> Option<usize> {
    let inserted = |at: usize| {
        (text.is_word(at) || text.is_dash(at)) && !text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::SAY).or(Tag::REL))
    };
    let opens = |noun: &Noun| {
        noun.tokens.start == start || text.is(noun.tokens.start, Tag::DET) && text.is_capital(noun.tokens.start)
    };
    last_within(nouns, start..comma.checked_sub(1)?, |noun| {
        opens(noun) && text.lower(noun.end) == "," && (noun.end + 1..comma).all(inserted)
    })
}

/// "who have" right before the harm: "many who have vanished".
fn perfect(text: &Text<'_, '_>, at: usize, harm: usize) -> bool {
    at > 0 && at + 1 == harm && text.is(at, Tag::HAVE) && text.is(at - 1, Tag::REL)
}

/// The noun right before a verb and those joined to it by "and".
fn subjects(text: &Text<'_, '_>, nouns: &[Noun], last: usize, verb: usize) -> Vec<usize> {
    let mut out = Vec::new();
    let mut end = verb;
    let mut index = Some(last);
    while let Some(noun) = index
        .and_then(|index| nouns.get(index))
        .filter(|noun| out.len() < 4 && gap_to(text, noun.end, end))
    {
        // "founded by Brenk, who was one of the dead"
        let relative = (noun.end..end).any(|at| text.lower(at) == "who");
        if preposed(text, noun) && !relative {
            break;
        }
        out.extend(index);
        let start = noun.tokens.start;
        let joined = start.checked_sub(1).filter(|&at| matches!(text.lower(at), "and" | ","));
        let Some(joint) = joined else { break };
        end = joint;
        index = index.and_then(|index| index.checked_sub(1));
    }
    out.reverse();
    out
}

fn gap_to(text: &Text<'_, '_>, from: usize, to: usize) -> bool {
    from <= to
        && to <= from + 3
        && (from..to).all(|at| matches!(text.lower(at), "," | "who") || text.is(at, Tag::ADVERB) || text.is_numeral(at))
}
