//! One more person behind or before a harm that is told of others: "including an inspector", "along with a colonel",
//! "was injured and later died", "a woman and her two children drowned".

use std::ops::Range;

use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::{Form, Frame, Outcome};
use super::people::People;
use super::single::{Single, after, before, judged};
use super::text::Text;

/// Where a person stands to the harm.
struct Place<'p> {
    noun: Range<usize>,
    outcome: &'p Outcome,
    rule: &'static str,
    part: bool,
}

/// Adds what the plain rules do not see.
pub(super) fn more(linker: &Linker<'_, '_>, links: &[Link], people: &People, out: &mut Vec<Single>) {
    let text = linker.text;
    let mut found: Vec<Single> = Vec::new();
    for link in links {
        let Some(phrase) = linker.phrases.get(link.phrase) else {
            continue;
        };
        let Some(outcome) = text.outcome(link.outcome.start) else {
            continue;
        };
        let behind = included(text, phrase.end, people).map(|noun| (noun, "single/included", true));
        let ahead = (link.outcome.start >= phrase.end)
            .then(|| and_before(text, phrase.tokens.start, people))
            .flatten()
            .map(|noun| (noun, "single/and-before", link.part));
        for (noun, rule, part) in [behind, ahead].into_iter().flatten() {
            let place = Place {
                noun,
                outcome,
                rule,
                part,
            };
            found.extend(single(text, place, people).map(|one| Single { kind: link.kind, ..one }));
        }
    }
    for outcome in &text.outcomes {
        for place in of_outcome(text, outcome, people, out) {
            found.extend(single(text, place, people));
        }
    }
    let new = |one: &Single, out: &[Single]| {
        !out.iter().any(|other| {
            other.kind == one.kind && other.tokens.start < one.tokens.end && one.tokens.start < other.tokens.end
        }) && one
            .tokens
            .clone()
            .all(|at| text.quantity(at).is_none() || is_age(text, at))
    };
    for one in found {
        if new(&one, out) {
            out.push(one);
        }
    }
}

fn is_age(text: &Text<'_, '_>, at: usize) -> bool {
    text.lower(at + 1) == "-" && text.lower(at + 2) == "year"
}

fn single(text: &Text<'_, '_>, place: Place<'_>, people: &People) -> Option<Single> {
    let (form, class) = judged(text, &place.noun, people)?;
    Some(Single {
        tokens: place.noun,
        form,
        count: 1,
        kind: place.outcome.kind,
        outcome: place.outcome.tokens.clone(),
        row: place.outcome.id(),
        rule: place.rule,
        class,
        part: place.part,
        confidence: 0.65,
    })
}

/// The persons whom one harm takes in besides those that the plain rules tie to it.
fn of_outcome<'p>(text: &Text<'_, '_>, outcome: &'p Outcome, people: &People, known: &[Single]) -> Vec<Place<'p>> {
    let mut out = Vec::new();
    let mut add = |noun: Option<Range<usize>>, rule: &'static str, part: bool| {
        out.extend(noun.map(|noun| Place {
            noun,
            outcome,
            rule,
            part,
        }));
    };
    add(those_included(text, outcome, people), "single/among-included", true);
    add(among_those(text, outcome, people), "single/among-those", true);
    let harms = matches!(outcome.frame, Frame::Hits | Frame::Suffers) && outcome.form == Form::Past;
    if harms {
        add(chained(text, outcome, people), "single/chained", false);
        add(same_subject(text, outcome, known), "single/same-subject", false);
        for noun in along_with(text, outcome.tokens.end, people) {
            add(Some(noun), "single/along-with", false);
        }
        if let Some(own) = known
            .iter()
            .find(|one| one.outcome == outcome.tokens && one.tokens.end <= outcome.tokens.start)
        {
            add(and_before(text, own.tokens.start, people), "single/and-before", false);
        }
    }
    out
}

/// A person right at `at`: a name, or a noun with its article.
fn person_at(text: &Text<'_, '_>, at: usize, people: &People) -> Option<Range<usize>> {
    if let Some(name) = people.starting(at) {
        return Some(name);
    }
    let article = matches!(text.lower(at), "a" | "an") || text.is(at, Tag::POSS);
    let noun = after(text, article.then_some(at)?, text.sentence(at).end)?;
    Some(people.apposed(text, noun))
}

/// ", including an inspector", behind a count.
fn included(text: &Text<'_, '_>, end: usize, people: &People) -> Option<Range<usize>> {
    let at = end + usize::from(text.lower(end) == ",");
    let opens = text.lower(at) == "including" || text.reads(at, &["among", "them"]);
    let from = at + if text.lower(at) == "among" { 2 } else { 1 };
    person_at(text, opens.then_some(from)?, people)
}

/// "those arrested also included a party worker"
fn those_included(text: &Text<'_, '_>, outcome: &Outcome, people: &People) -> Option<Range<usize>> {
    let before = outcome.tokens.start.checked_sub(1)?;
    let named = matches!(text.lower(before), "those" | "the");
    let mut at = outcome.tokens.end;
    while text.is(at, Tag::ADVERB.or(Tag::BE)) {
        at += 1;
    }
    let includes = matches!(text.lower(at), "included" | "include" | "includes");
    person_at(text, (named && includes).then_some(at + 1)?, people)
}

/// "her husband was among those killed"
fn among_those(text: &Text<'_, '_>, outcome: &Outcome, people: &People) -> Option<Range<usize>> {
    let start = outcome.tokens.start;
    let among = start.checked_sub(2)?;
    let be = among.checked_sub(1)?;
    let fits = text.lower(among) == "among" && matches!(text.lower(among + 1), "those" | "the") && text.is(be, Tag::BE);
    before(text, fits.then_some(be)?, text.sentence(start).start, people)
}

/// "was injured and later succumbed to his wounds": the subject of the verb before.
fn same_subject(text: &Text<'_, '_>, outcome: &Outcome, known: &[Single]) -> Option<Range<usize>> {
    let start = text.sentence(outcome.tokens.start).start;
    let mut at = outcome.tokens.start;
    while at > start && (text.is(at - 1, Tag::ADVERB.or(Tag::BE)) || text.lower(at - 1) == ",") {
        at -= 1;
    }
    let and = at
        .checked_sub(1)
        .filter(|&and| and > start && matches!(text.lower(and), "and" | "but"))?;
    let own = known
        .iter()
        .rev()
        .find(|one| one.outcome.end <= and && one.tokens.end <= one.outcome.start && one.tokens.start >= start)?;
    let clear = (own.outcome.end..and).all(|at| text.quantity(at).is_none() && !text.is(at, Tag::SUBORD.or(Tag::BE)));
    (clear && own.outcome.end + 9 > and && own.kind != outcome.kind).then(|| own.tokens.clone())
}

/// "Brenk belonged to the guard and was shot": the name before the first verb of the chain.
fn chained(text: &Text<'_, '_>, outcome: &Outcome, people: &People) -> Option<Range<usize>> {
    let start = text.sentence(outcome.tokens.start).start;
    let be = super::voice::before(text, outcome.tokens.start, Tag::BE)?;
    let and = be
        .checked_sub(1)
        .filter(|&and| and > start && text.lower(and) == "and")?;
    let verb = (start.max(and.saturating_sub(14))..and)
        .rev()
        .take_while(|&at| !text.is(at, Tag::SUBORD.or(Tag::REL)) && text.lower(at) != ",")
        .find(|&at| people.ending(at).is_some() && text.is(at, Tag::BE.or(Tag::PAST).or(Tag::HAVE)))?;
    people.ending(verb)
}

/// "killed along with a captain and a driver": up to two.
fn along_with(text: &Text<'_, '_>, end: usize, people: &People) -> Vec<Range<usize>> {
    let with = matches!(text.lower(end), "along" | "together" | "alongside");
    let from = end + if text.lower(end + 1) == "with" { 2 } else { 1 };
    let mut out = Vec::new();
    let mut at = with.then_some(from);
    while let Some(noun) = at.and_then(|at| person_at(text, at, people)) {
        let next = noun.end;
        out.push(noun);
        at = (text.lower(next) == "and" && out.len() < 2).then_some(next + 1);
    }
    out
}

/// "a woman and" before "her two children drowned".
fn and_before(text: &Text<'_, '_>, start: usize, people: &People) -> Option<Range<usize>> {
    let mut and = start.checked_sub(1)?;
    if text.is(and, Tag::POSS) {
        and = and.checked_sub(1)?;
    }
    let first = text.sentence(start).start;
    if text.lower(and) != "and" || and <= first {
        return None;
    }
    // "Karim Tarn, 34, and"
    let aged = text.lower(and - 1) == "," && and >= first + 4 && text.lower(and - 3) == ",";
    let end = if aged { and - 3 } else { and };
    let noun = people.ending(end).or_else(|| before(text, end, first, people))?;
    let fresh = noun.start == first || !text.is(noun.start - 1, Tag::PREP.or(Tag::CONJ).or(Tag::SAY));
    (fresh && (noun.start..noun.end).all(|at| text.outcome(at).is_none())).then_some(noun)
}
