//! Harm that stands before those it struck ("Wounded in the raid, two sergeants were flown to Orla"), and two harms that nobody suffered.

use super::Kind;
use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::Frame;
use super::phrase::{Head, Phrase};

/// The most words from the front of the sentence to the comma.
const REACH: usize = 20;

/// "Held by raiders, five clerks said", "After being arrested, three men spoke": every harm of the opening words.
pub(super) fn opened(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Vec<Link> {
    let text = linker.text;
    let verb = phrase.end + usize::from(text.is(phrase.end, Tag::ADVERB));
    let acts = text.is(verb, Tag::FINITE) || text.outcome_from(verb).is_some();
    if !acts || matches!(phrase.head, Head::Thing | Head::Household(_) | Head::Harm(_)) {
        return Vec::new();
    }
    let mut first = phrase.tokens.start;
    while first > 0 && text.is(first - 1, Tag::DET.or(Tag::ADVERB)) {
        first -= 1;
    }
    let Some(comma) = first.checked_sub(1).filter(|&at| text.lower(at) == ",") else {
        return Vec::new();
    };
    let start = text.sentence(comma).start;
    // "ORLA (Reuters) - Wounded in a raid,"
    let dash = (start..comma)
        .rev()
        .find(|&at| text.is_dash(at) && text.outcome_from(at + 1).is_some());
    let start = dash.map_or(start, |dash| dash + 1);
    let Some(harm) = (start..start + 3).find_map(|at| text.outcome_from(at)) else {
        return Vec::new();
    };
    // "Killed in the raid were guards, 12 men said": that clause has its subject
    let clause = (harm.tokens.end..comma).find(|&at| text.is(at, Tag::SUBORD));
    let finite = Tag::BE.or(Tag::HAVE).or(Tag::SAY).or(Tag::REL);
    let plain = (harm.tokens.end..clause.unwrap_or(comma)).all(|at| !text.is(at, finite));
    if comma > start + REACH || !super::single_opening::opens(text, harm, start) || !plain {
        return Vec::new();
    }
    let joined = |at: usize| at == harm.tokens.start || text.is(at - 1, Tag::CONJ.or(Tag::ADVERB));
    (harm.tokens.start..clause.unwrap_or(comma))
        .filter_map(|at| text.outcome_from(at).filter(|_| joined(at)))
        // "Struck by the silence, two men stopped"
        .filter(|outcome| outcome.frame == Frame::Hits && !outcome.row_is("injured/struck"))
        .filter(|outcome| linker.suits(phrase, outcome))
        .map(|outcome| linker.link(index, outcome, "link/opening", 0.85))
        .collect()
}

/// "No deaths or injuries were reported": none of either.
pub(super) fn nor(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, own: &mut Link) -> Option<Link> {
    let text = linker.text;
    if linker.sort(phrase) != Some(crate::quantity::Sort::Zero) {
        return None;
    }
    // a row of the table holds both
    if own.row == "casualties/deaths-and-injuries" {
        own.kind = Kind::Killed;
        let second = own.outcome.end - 1..own.outcome.end;
        return Some(Link {
            kind: Kind::Injured,
            outcome: second,
            ..own.clone()
        });
    }
    let joint = own.outcome.end;
    let next = (joint + 1..joint + 3).find_map(|at| text.outcome_from(at))?;
    let noun = next.frame == Frame::Noun && next.kind != own.kind && !text.is(next.tokens.end, Tag::PERSON);
    let counted = (joint..next.tokens.start).any(|at| text.quantity(at).is_some());
    let joined = matches!(text.lower(joint), "or" | "and" | "nor") && !counted;
    (noun && joined).then(|| linker.link(index, next, "link/own-noun", 0.88))
}

#[cfg(test)]
mod tests {
    use crate::claim::count_cases::check;

    #[test]
    fn harm_opens_the_sentence_of_those_counted() {
        check(&[
            (
                "Held by raiders for a week, five engineers said they had feared for their lives.",
                "abducted 5",
            ),
            ("Wounded in the raid, two sergeants were flown to Kelm.", "injured 2"),
            (
                "Arrested on Monday, seven of the marchers have gone on hunger strike.",
                "arrested 7",
            ),
            ("After being arrested, three men spoke to the Orla Post.", "arrested 3"),
            (
                "Driven from their homes by the flood, some 3,000 farmers now live in barns.",
                "displaced 3000",
            ),
            (
                "ORLA (Reuters) - Held by guards, three nurses said they had feared for their lives.",
                "arrested 3",
            ),
            (
                "Hurt when a shell hit their car, the two nurses lay in the road.",
                "injured 2",
            ),
            (
                "Arrested in May and released in June, 12 clerks have sued.",
                "arrested 12; released 12",
            ),
            // another subject, no persons, no participle
            ("Killed in the raid were guards, 12 men said.", ""),
            ("Held in May, two fairs drew a crowd.", ""),
            ("Held in May, the fair drew 2,000 people.", ""),
            ("Struck by the silence, two men stopped.", ""),
            ("To arrest the rest, 12 officers were sent to Kelm.", ""),
            ("After the arrests, 12 officers were praised.", ""),
        ]);
    }

    #[test]
    fn none_of_two_harms() {
        check(&[
            ("No deaths or injuries were reported.", "killed 0; injured 0"),
            ("There were no injuries or deaths in Orla.", "killed 0; injured 0"),
            ("There were no arrests or injuries in Orla.", "injured 0; arrested 0"),
            ("There were no deaths and 12 injuries.", "killed 0; injured 12"),
            ("There were 12 deaths and injuries.", "casualties 12"),
            ("No casualties were reported.", "casualties 0"),
        ]);
    }
}
