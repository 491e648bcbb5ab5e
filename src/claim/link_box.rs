//! Fact boxes: a label that tells the harm, and its count behind it: "Moved to safety: 1,245", "Missing  57".

use std::ops::Range;

use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::{Form, Frame, Needs, Outcome};
use super::phrase::{Head, Phrase};
use super::text::Text;
use super::{Kind, VictimClass};

/// The most words of a label.
const LABEL: usize = 7;
/// The most words before a colon that begin with the harm.
const LONG_LABEL: usize = 12;
/// The most words of a label that other words may open: "Total persons arrested, by noon".
const OPENED_LABEL: usize = 10;

/// A count that a label before it explains: on a line of its own, or behind a colon at the beginning of a sentence.
pub(super) fn boxed(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let number = text.quantities.get(phrase.quantity)?.tokens.clone();
    let row = ends_row(text, &number);
    // "Missing: 12", "Missing: - 12"
    let colon = || (number.start.saturating_sub(2)..number.start).any(|at| text.lower(at) == ":");
    if !row && !colon() {
        return None;
    }
    let Some(label) = label(text, &number).filter(|label| row || text.lower(label.end) == ":") else {
        return told_first(linker, index, phrase, &number);
    };
    // "Arrested: 12 injured men": the words behind say it
    if !row && (phrase.own.is_some() || text.outcome_from(phrase.end).is_some()) {
        return None;
    }
    let outcome = label.clone().find_map(|at| text.outcome_from(at));
    let moved = outcome.is_none() && moves(text, &label);
    let kind = if moved { Kind::Displaced } else { outcome?.kind };
    let counts = match phrase.head {
        Head::Person(_) | Head::Bare => true,
        Head::Household(_) => kind == Kind::Displaced,
        _ => false,
    };
    let tells = moved || outcome.is_some_and(|outcome| labels(text, &label, outcome));
    if !tells {
        return told_first(linker, index, phrase, &number);
    }
    counts.then(|| Link {
        phrase: index,
        kind,
        outcome: outcome.map_or_else(|| label.clone(), |outcome| outcome.tokens.clone()),
        row: outcome.map_or("displaced/emptied", Outcome::id),
        rule: "link/box",
        part: false,
        confidence: 0.75,
    })
}

/// "Unaccounted for since the quake: 12 porters": the harm opens what stands before the colon.
fn told_first(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, number: &Range<usize>) -> Option<Link> {
    let text = linker.text;
    let colon = number.start.checked_sub(1).filter(|&at| text.lower(at) == ":")?;
    let sentence = text.sentence(colon).start;
    let start = (colon.saturating_sub(LONG_LABEL)..colon)
        .rev()
        .find(|&at| at == sentence || text.opens_line(at))?;
    let outcome = text.outcome_from(start)?;
    let told = outcome.frame == Frame::State || outcome.frame == Frame::Hits && outcome.form == Form::Past;
    let rest = (outcome.tokens.end..colon).all(|at| text.is_word(at) && text.outcome(at).is_none())
        && !(outcome.tokens.end..colon).any(|at| text.is(at, Tag::SAY.or(Tag::PRON)));
    let persons = matches!(phrase.head, Head::Person(_)) && phrase.own.is_none();
    (told && rest && persons && text.outcome_from(phrase.end).is_none())
        .then(|| linker.link(index, outcome, "link/box", 0.7))
}

/// "Arrests so far: 12", "Detained in the past 24 hours: 40", "Dead, by noon: 3": the label begins with the harm.
pub(super) fn colon_behind(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, colon: usize) -> Option<Link> {
    let text = linker.text;
    if !matches!(phrase.head, Head::Bare | Head::Person(_)) || phrase.own.is_some() {
        return None;
    }
    let start = text.sentence(colon).start.max(colon.saturating_sub(OPENED_LABEL));
    let ends = |at: usize| matches!(text.lower(at), ":" | ";" | "." | "|" | "•" | "*");
    let first = (start..colon).rev().find(|&at| ends(at)).map_or(start, |at| at + 1);
    let open = first == text.sentence(colon).start || ends(first.saturating_sub(1));
    let first = first
        + (first..colon)
            .take_while(|&at| {
                matches!(
                    text.lower(at),
                    "total" | "people" | "persons" | "newly" | "confirmed" | "-" | "–" | "number" | "of"
                )
            })
            .count();
    let harm = text.outcome_from(first).filter(|_| open)?;
    // "Hostage ordeal ends: ..." is about something else
    let next = harm.tokens.end;
    let own = !text.is_word(next)
        || text.is(next, Tag::PREP.or(Tag::TIME).or(Tag::ADVERB).or(Tag::SUBORD))
        || matches!(
            text.lower(next),
            "so" | "to" | "made" | "reported" | "recorded" | "today"
        );
    let named = matches!(harm.frame, Frame::Noun | Frame::State)
        || matches!(text.lower(harm.tokens.start), "arrests" | "releases")
        || matches!(harm.frame, Frame::Hits | Frame::Suffers) && harm.form == Form::Past;
    let plain = (harm.tokens.end..colon).all(|at| {
        (text.is_word(at) || matches!(text.lower(at), "," | "(" | ")"))
            && !text.is(at, clause())
            && text.outcome(at).is_none()
    });
    // what is said behind the number tells more: "Arrest in Orla: two men were wounded"
    let alone = text.outcome_from(phrase.end).is_none() && !text.is(phrase.end, clause());
    (own && named && plain && alone).then(|| linker.link(index, harm, "link/boxed", 0.8))
}

/// "Missing 57" with a line of the same kind below or above: a row of a box, and the next line no noun of its number.
pub(super) fn ends_row(text: &Text<'_, '_>, number: &Range<usize>) -> bool {
    if !text.opens_line(number.end) || number.start == 0 || text.opens_line(number.start) {
        return false;
    }
    let Some(label) = label(text, number).filter(|label| text.opens_line(label.start)) else {
        return false;
    };
    let below = (number.end..number.end + LABEL + 3)
        .take_while(|&at| at == number.end || !text.opens_line(at))
        .any(|at| at > number.end && text.quantity(at).is_some());
    let above = (label.start.saturating_sub(4)..label.start)
        .any(|at| text.quantity(at).is_some() && (text.lower(at - usize::from(at > 0)) != ","));
    below || above
}

/// The words between the beginning of a line or sentence and a number, where they are few and no clause.
fn label(text: &Text<'_, '_>, number: &Range<usize>) -> Option<Range<usize>> {
    let mut end = number.start;
    while end > 0 && number.start - end < 2 && matches!(text.lower(end - 1), ":" | "-" | "–" | "—" | "=") {
        end -= 1;
    }
    // "Toll of day 2": the number names a day; not "Killed this week 12"
    let spans = |at: usize| matches!(text.lower(at), "this" | "last" | "past" | "the");
    if end == number.start && text.is(end.saturating_sub(1), Tag::TIME) && !spans(end.saturating_sub(2)) {
        return None;
    }
    let sentence = text.sentence(number.start).start;
    let floor = end.saturating_sub(LABEL + 1);
    let start = (floor..end).rev().find(|&at| at == sentence || text.opens_line(at))?;
    let plain = (start..end).all(|at| {
        let harm = text.outcome(at).is_some();
        (text.is_word(at) || text.lower(at) == "-") && (harm || !text.is(at, clause())) && text.quantity(at).is_none()
    });
    (plain && start < end).then_some(start..end)
}

/// What a label has none of: verbs of its own, and pronouns.
const fn clause() -> Tag {
    Tag::BE
        .or(Tag::HAVE)
        .or(Tag::SAY)
        .or(Tag::MODAL)
        .or(Tag::PRON)
        .or(Tag::REL)
}

/// "Missing", "Persons evacuated so far": an outcome and words that add nothing of their own.
fn labels(text: &Text<'_, '_>, label: &Range<usize>, outcome: &Outcome) -> bool {
    let told = match outcome.frame {
        Frame::Hits | Frame::Suffers => outcome.form == Form::Past || text.lower(outcome.tokens.start) == "arrests",
        Frame::State | Frame::Noun | Frame::Toll => true,
        Frame::Lives => false,
    };
    let rest = || label.clone().filter(|at| !outcome.tokens.contains(at));
    let persons = outcome.needs == Needs::Any
        || rest().any(|at| text.is(at, Tag::PERSON))
        || outcome.tokens.len() > 1 && outcome.kind == Kind::Displaced;
    told && persons && rest().all(|at| is_filler(text, at) || text.is(at, Tag::PERSON.or(Tag::TIME)))
}

/// "Persons moved", "Relocated so far"
fn moves(text: &Text<'_, '_>, label: &Range<usize>) -> bool {
    let verb = |at: usize| matches!(text.lower(at), "moved" | "shifted" | "rehoused" | "sheltered");
    let people = |at: usize| {
        matches!(
            text.lower(at),
            "persons" | "people" | "residents" | "families" | "villagers"
        )
    };
    label.clone().any(verb)
        && label.clone().any(people)
        && label.clone().all(|at| verb(at) || people(at) || is_filler(text, at))
}

fn is_filler(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(
        text.lower(at),
        "so" | "far"
            | "to"
            | "date"
            | "total"
            | "confirmed"
            | "now"
            | "this"
            | "of"
            | "number"
            | "still"
            | "reported"
            | "officially"
            | "currently"
            | "since"
            | "in"
            | "the"
            | "internally"
            | "as"
            | "newly"
            | "and"
            | "quarter"
    )
}

/// Who can be "in flight" without an aircraft.
pub(super) fn can_flee(noun: &str) -> bool {
    !matches!(
        noun,
        "passengers" | "passenger" | "crew" | "pilots" | "attendants" | "travellers" | "travelers" | "astronauts"
    )
}

/// Of whom "no sign" tells that they are lost: no attackers.
pub(super) fn can_be_lost(phrase: &Phrase) -> bool {
    matches!(phrase.head, Head::Person(_)) && phrase.class != VictimClass::Militant || phrase.of_whole
}

#[cfg(test)]
mod tests {
    use crate::claim::count_cases::check;

    #[test]
    fn labels_tell_the_harm_of_their_count() {
        check(&[
            ("Evacuated so far: 340 residents.", "displaced 340"),
            ("Persons moved: 1,300.", "displaced 1300"),
            ("Arrests so far: 119.", "arrested 119"),
            ("Killed  14\nMissing  57\nHouses damaged  208", "killed 14; missing 57"),
            (
                "Moved to safety: 245\nCamps opened: 9\nMissing: 12",
                "displaced 245; missing 12",
            ),
            ("Persons moved: 1,300 crates.", ""),
            ("Missing: 40 rifles.", ""),
            ("Furniture moved: 1,300.", ""),
            ("Toll of day 2\n\nAt least 12 people were killed.", "killed 12"),
            ("Killed this week  14\nMissing  57", "killed 14; missing 57"),
            ("Houses damaged  208\nRoads closed  14", ""),
        ]);
    }
}
