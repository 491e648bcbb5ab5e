//! Harm told before the one it struck: "Arrested in May, Brenk left", "After being shot, the boy was flown to Orla".

use super::Kind;
use super::lexicon::Tag;
use super::outcomes::{Form, Frame, Outcome};
use super::single_clause::Told;
use super::single_noun::{Noun, Opener};
use super::text::Text;

/// The most words between the harm and its comma.
const REACH: usize = 16;

/// All persons whose sentence opens with their harm.
pub(super) fn find(text: &Text<'_, '_>, nouns: &[Noun]) -> Vec<Told> {
    text.outcomes
        .iter()
        // "Released in May, his song"
        .filter(|outcome| {
            let freed = outcome.tokens.len() > 1 || matches!(text.lower(outcome.tokens.end), "from" | "after");
            (outcome.kind != Kind::Released || freed) && opens(text, outcome, text.sentence(outcome.tokens.start).start)
        })
        .filter_map(|outcome| Some(Told::of(subject(text, nouns, outcome)?, outcome, "single/opening")))
        .collect()
}

/// "Arrested", "After being arrested" at the front of the sentence that begins at `first`.
pub(super) fn opens(text: &Text<'_, '_>, outcome: &Outcome, first: usize) -> bool {
    let harmed = outcome.frame == Frame::Hits && outcome.form == Form::Past;
    if !harmed {
        return false;
    }
    let at = outcome.tokens.start;
    let next = outcome.tokens.end;
    match at - first {
        0 => text.is(next, Tag::PREP.or(Tag::TIME).or(Tag::ADVERB).or(Tag::SUBORD)) || text.lower(next) == ",",
        2 => {
            let front = matches!(
                text.lower(first),
                "after" | "since" | "despite" | "before" | "following"
            );
            front && text.lower(first + 1) == "being"
        }
        _ => false,
    }
}

/// The noun behind the comma, which a verb follows.
fn subject(text: &Text<'_, '_>, nouns: &[Noun], outcome: &Outcome) -> Option<usize> {
    let end = outcome.tokens.end;
    let last = text.sentence(end).end.min(end + REACH);
    let stop = Tag::BE.or(Tag::HAVE).or(Tag::SAY).or(Tag::REL);
    let comma = (end..last)
        .take_while(|&at| (text.is_word(at) || text.lower(at) == ",") && !text.is(at, stop))
        .find(|&at| text.lower(at) == ",")?;
    let index = nouns.partition_point(|noun| noun.tokens.start <= comma);
    let noun = nouns.get(index).filter(|noun| {
        noun.tokens.start == comma + 1 && (noun.opener != Opener::Bare || noun.form == super::Form::Named)
    })?;
    let none = Tag::PREP
        .or(Tag::CONJ)
        .or(Tag::DET)
        .or(Tag::SUBORD)
        .or(Tag::REL)
        .or(Tag::POSS);
    let verb = text.is_word(noun.end) && !text.is(noun.end, none) && !text.is_capital(noun.end);
    verb.then_some(index)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_told;

    /// Texts with what they tell, as kind and words, in order.
    const EXAMPLES: &[(&str, &[&str])] = &[
        (
            "Arrested in May, Jonas Brenk spent weeks alone.",
            &["arrested Jonas Brenk"],
        ),
        (
            "After being jailed several times, Jonas Brenk left the country.",
            &["arrested Jonas Brenk"],
        ),
        ("Wounded in the leg, the boy was flown to Orla.", &["injured the boy"]),
        ("After being arrested, three men spoke.", &["arrested three men"]),
        // the other way about
        ("Held in May, the fair drew a crowd.", &[]),
        ("Released in May, Jonas Brenk's song was a success.", &[]),
        ("Killed in a raid were guards, Jonas Brenk said.", &[]),
    ];

    #[test]
    fn harm_opens_the_sentence() {
        check_told(EXAMPLES);
    }
}
