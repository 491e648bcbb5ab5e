//! Counts behind the verb that says what became of them: "as were fourteen marchers", "The dead were seven nuns and two guards".

use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::{Form, Frame};
use super::phrase::{Head, Phrase};

/// "Six officers were wounded, as were fourteen marchers": the same harm.
pub(super) fn as_were(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let start = text.sentence(phrase.tokens.start).start;
    let mut be = phrase.tokens.start.checked_sub(1)?;
    while be > start && text.is(be, Tag::DET.or(Tag::ADVERB)) {
        be -= 1;
    }
    let turned = be > start + 1
        && text.is(be, Tag::BE.or(Tag::HAVE))
        && matches!(text.lower(be - 1), "as" | "so")
        && !text.is_word(phrase.end);
    if !turned {
        return None;
    }
    let harm = (start..be.saturating_sub(1))
        .rev()
        .find_map(|at| text.outcome_from(at))?;
    let state = matches!(harm.frame, Frame::Hits | Frame::State | Frame::Suffers);
    (state && linker.suits(phrase, harm)).then(|| linker.link(index, harm, "link/as-were", 0.85))
}

/// "The dead were seven farmhands, a nurse and two policemen": the list behind tells who they are.
pub(super) fn they_were(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    if !matches!(phrase.head, Head::Person(_)) {
        return None;
    }
    let start = text.sentence(phrase.tokens.start).start;
    // "Also killed were his two neighbours"
    let killed = text
        .outcome_from(start)
        .is_some_and(|harm| harm.frame == Frame::Hits && harm.form == Form::Past);
    if !killed && !matches!(text.lower(start), "the" | "those" | "all" | "also") {
        return None;
    }
    // "also killed were Marr's wife and son": whose they are is not told apart
    if text.lower(start) == "also" && linker.sort(phrase).is_none() {
        return None;
    }
    let be = (start + 1..phrase.tokens.start)
        .rev()
        .take(LIST)
        .find(|&at| text.is(at, Tag::BE) || !lists(linker, at))
        .filter(|&at| text.is(at, Tag::BE))?;
    let harm = text.outcome_to(be)?;
    // "The 12 dead were nine soldiers and three civilians"
    let counted = text
        .quantity(start + 1)
        .and_then(|index| text.quantities.get(index))
        .is_some_and(|quantity| quantity.tokens.end == harm.tokens.start);
    let opens = counted || harm.tokens.start == start + usize::from(!killed);
    let persons =
        harm.tokens.len() == 1 && (harm.frame == Frame::State || harm.frame == Frame::Hits && harm.form == Form::Past);
    let ends = !text.is(phrase.end, Tag::BE.or(Tag::HAVE)) && text.outcome_from(phrase.end).is_none();
    (opens && persons && ends).then(|| linker.link(index, harm, "link/they-were", 0.8))
}

/// "The hostages, nine women and four men, were taken": who they are, told between commas.
pub(super) fn apposed(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    // "the wounded, 40 in all, were"
    let in_all = phrase.head == Head::Bare && super::link_tail::sums_up(text, phrase.end);
    if !matches!(phrase.head, Head::Person(_)) && !in_all {
        return None;
    }
    let start = text.sentence(phrase.tokens.start).start;
    let comma = (start + 2..phrase.tokens.start)
        .rev()
        .take(LIST)
        .find(|&at| !lists(linker, at) || text.lower(at) == "," && text.outcome_to(at).is_some())
        .filter(|&at| text.lower(at) == ",")?;
    let harm = text.outcome_to(comma)?;
    let the = harm.tokens.len() == 1 && matches!(text.lower(harm.tokens.start - 1), "the" | "those");
    let persons = harm.frame == Frame::State
        || harm.frame == Frame::Hits && harm.form == Form::Past
        || harm.frame == Frame::Noun && text.is(harm.tokens.start, Tag::PERSON);
    let number = text.quantity(comma + 1).is_some() || text.is(comma + 1, Tag::DET);
    let sentence = text.sentence(phrase.tokens.start);
    let closes = (phrase.end..sentence.end).find(|&at| !lists(linker, at) || text.lower(at) == ",");
    let closes = closes.is_some_and(|at| text.lower(at) == ",") || closes.is_none();
    (the && persons && number && closes).then(|| linker.link(index, harm, "link/apposed", 0.7))
}

/// "dead 31, injured 102, missing 4": a label before each number, more than one of them.
pub(super) fn labelled(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let label = |number: usize| {
        let outcome = text.outcome_to(number)?;
        let named = matches!(outcome.frame, Frame::State | Frame::Noun)
            || outcome.frame == Frame::Hits && outcome.form == Form::Past;
        (outcome.tokens.len() == 1 && named).then_some(outcome)
    };
    let number = text.quantities.get(phrase.quantity)?.tokens.clone();
    let outcome = label(number.start).filter(|_| phrase.head == Head::Bare)?;
    let edge = |at: usize| !text.is_word(at) && text.lower(at) != "-";
    let opened = outcome.tokens.start == text.sentence(number.start).start
        || edge(outcome.tokens.start - 1)
        || text.is(outcome.tokens.start - 1, Tag::CONJ)
        || matches!(text.lower(outcome.tokens.start - 1), "-" | "–");
    // another pair beside it
    let next = (number.end + 1..number.end + 5).find(|&at| text.quantity(at).is_some());
    let prior = (outcome.tokens.start.saturating_sub(4)..outcome.tokens.start)
        .rev()
        .find(|&at| text.quantity(at).is_some());
    let beside = next.is_some_and(|at| label(at).is_some())
        || prior.is_some_and(|at| {
            text.quantity(at)
                .and_then(|index| text.quantities.get(index))
                .is_some_and(|other| label(other.tokens.start).is_some())
        });
    (opened && edge(number.end) && beside).then(|| linker.link(index, outcome, "link/labelled", 0.8))
}

/// The most tokens of such a list.
const LIST: usize = 30;

/// What can stand in the list before a count: other people, ages, commas.
fn lists(linker: &Linker<'_, '_>, at: usize) -> bool {
    let text = linker.text;
    let other = Tag::HAVE.or(Tag::SUBORD).or(Tag::MODAL).or(Tag::REL).or(Tag::SAY);
    matches!(text.lower(at), "," | "and" | "-" | "(" | ")" | "of") || text.is_word(at) && !text.is(at, other)
}
