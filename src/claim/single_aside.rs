//! Names and roles that stand by a harm and are told of otherwise: the speaker, a street, a leader, a person counted already.

use std::ops::Range;

use super::Form;
use super::lexicon::Tag;
use super::single_clause::Told;
use super::single_noun::{Noun, Opener};
use super::single_words::is_harm_noun;
use super::text::Text;
use super::victims_words::is_kin;
use crate::quantity::Figure;

/// "her" in "her release": nobody's subject.
pub(super) fn owns_harm(text: &Text<'_, '_>, noun: &Noun) -> bool {
    noun.opener == Opener::Pronoun && text.is(noun.head, Tag::POSS) && is_harm_noun(text, noun.end)
}

/// "another worker, Ida Marr, was killed", "one man, identified as Brenk,": the count tells of the same person.
pub(super) fn doubled(text: &Text<'_, '_>, noun: &Noun) -> bool {
    const WITHIN: usize = 6;
    let Some(mut comma) = noun.tokens.start.checked_sub(1).filter(|_| noun.form == Form::Named) else {
        return false;
    };
    // "another nurse, Ida Marr": read as one already
    if noun.shown.start > noun.tokens.start && matches!(text.lower(comma), "another" | "one") {
        return true;
    }
    if text.lower(comma) == "as" && comma > 1 && matches!(text.lower(comma - 1), "identified" | "named") {
        comma -= 2;
    }
    let first = text.sentence(comma).start.max(comma.saturating_sub(WITHIN));
    let person = |at: usize| text.is_word(at) && !text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::SAY).or(Tag::PREP));
    let one = (first..comma)
        .rev()
        .take_while(|&at| person(at))
        .filter_map(|at| text.quantities.get(text.quantity(at)?))
        .any(|quantity| {
            quantity.figure == Figure::exact(1) && quantity.why.rule != "single/person" && quantity.tokens.end <= comma
        });
    text.lower(comma) == "," && one && text.is(comma - 1, Tag::PERSON)
}

/// Whether brackets that tell no harm enclose the words.
pub(super) fn in_brackets(text: &Text<'_, '_>, noun: &Noun) -> bool {
    let start = noun.tokens.start;
    let open = (start.saturating_sub(8)..start)
        .rev()
        .find(|&at| matches!(text.lower(at), "(" | ")"))
        .filter(|&at| text.lower(at) == "(");
    open.is_some_and(|open| {
        let place = open > 0 && text.is_name(open - 1);
        place && (open + 1..start).all(|at| text.outcome(at).is_none() && !text.is_numeral(at))
    })
}

/// "at 940 Kelm Cutoff, no injuries", "the corner of Orla Street and Marr, one person hurt": the name of a street.
pub(super) fn is_street_name(text: &Text<'_, '_>, noun: &Noun) -> bool {
    let start = noun.tokens.start;
    let street = |at: usize| super::nocount::is_street(text.lower(at)) && text.is_name(at);
    let numbered = start > 0 && text.is_numeral(start - 1) && start > text.sentence(start).start;
    let corner =
        start > 2 && matches!(text.lower(start - 1), "and" | "&") && street(start - 2) && text.is_name(start - 3);
    noun.tokens.len() > 1 && street(noun.head) || numbered || corner
}

/// "according to neighbours Aida Tarn and Jonas Brenk, three were hurt"
pub(super) fn source(text: &Text<'_, '_>, noun: &Noun) -> bool {
    let start = noun.tokens.start;
    let sentence = text.sentence(start);
    // "according to the commander in Sevrin, Jonas Brenk."
    let closes = noun.end + 1 >= sentence.end && !text.is_word(noun.end);
    let goes_on = |at: usize| text.lower(at) != "," || closes && at + 1 == start;
    // "33 clerks, led by Jonas Brenk and Ida Marr, were held"
    let led = || {
        (start.saturating_sub(16).max(sentence.start)..start)
            .rev()
            .take_while(|&at| {
                !text.is(at, Tag::BE.or(Tag::SAY).or(Tag::HAVE).or(Tag::REL)) && text.lower(at) != "whose"
            })
            .any(|at| matches!(text.lower(at), "led" | "headed") && text.lower(at + 1) == "by")
    };
    if noun.form == Form::Named && text.lower(start) != "whose" && led() {
        return true;
    }
    (start.saturating_sub(24).max(sentence.start)..start)
        .rev()
        .take_while(|&at| !text.is(at, Tag::BE.or(Tag::SAY).or(Tag::HAVE)) && goes_on(at))
        .any(|at| text.lower(at) == "according")
}

/// Words that turn to what others did meanwhile: what follows is no member of the list before.
pub(super) fn is_turn(word: &str) -> bool {
    matches!(
        word,
        "while" | "whereas" | "although" | "though" | "because" | "when" | "where"
    )
}

/// "and Brenk, his lawyer, protested": the name behind a harm is the subject of a verb of its own, over an insertion.
pub(super) fn acts(text: &Text<'_, '_>, noun: &Noun, harm: &Range<usize>) -> bool {
    const INSERTION: usize = 14;
    let last = text.sentence(noun.tokens.start).end;
    // "the guard who died, Jonas Brenk, was praised": the guard's name
    let named = harm.start > 0
        && text.is(harm.start - 1, Tag::REL.or(Tag::BE))
        && harm.end + 1 == noun.tokens.start
        && text.lower(harm.end) == ",";
    if noun.form != Form::Named || named || text.lower(noun.end) != "," {
        return false;
    }
    let finite = Tag::BE.or(Tag::HAVE).or(Tag::MODAL);
    // "Brenk, a baker, had to": the insertion is read as his
    let apposed = noun.end > noun.head + 2 && text.is(noun.end + 1, finite);
    let close = (noun.end + 1..last.min(noun.end + INSERTION)).find(|&at| text.lower(at) == ",");
    let Some(close) = close.filter(|&at| at > noun.end + 1 && !apposed) else {
        return apposed && text.outcome(noun.end + 1).is_none();
    };
    // an age, a role, a place; "officials said" between commas speaks of the list
    let inserted =
        (noun.end + 1..close).all(|at| text.outcome(at).is_none() && !text.is(at, finite.or(Tag::SAY).or(Tag::PRON)));
    let verb = close + 1;
    let alone = !text.is_word(verb + 1) || text.is(verb + 1, Tag::DET.or(Tag::POSS).or(Tag::PRON));
    let does = text.is(verb, finite) || text.is(verb, Tag::PAST.or(Tag::SAY)) && alone;
    inserted && does && text.outcome(verb).is_none()
}

/// "mother of".
pub(super) fn is_kin_of(text: &Text<'_, '_>, at: usize) -> bool {
    is_kin(text.lower(at)) && text.lower(at + 1) == "of"
}

/// "Ida Marr, mother of Sergeant Jon Marr": what is told behind it is told of the nearer one.
pub(super) fn told_as_kin(text: &Text<'_, '_>, noun: &Noun) -> bool {
    (noun.head + 1..noun.end).any(|at| is_kin_of(text, at))
}

/// "the mother of one of the dead, Mara Voll,", "relatives of the dead, including Mara Voll": the kin of those.
pub(super) fn kin_of(text: &Text<'_, '_>, harm: usize) -> bool {
    const WITHIN: usize = 6;
    let first = text.sentence(harm).start;
    let owner = (harm.saturating_sub(WITHIN).max(first)..harm)
        .rev()
        .take_while(|&at| {
            text.is(at, Tag::DET) || matches!(text.lower(at), "of" | "one" | "some") || text.is_numeral(at)
        })
        .last();
    owner.and_then(|at| at.checked_sub(1)).is_some_and(|at| {
        is_kin(text.lower(at))
            || text.begins(
                at,
                &[
                    "relative",
                    "famil",
                    "friend",
                    "colleague",
                    "parents",
                    "neighbo",
                    "lawyer",
                    "widow",
                ],
            )
    })
}

/// "her father, a retired colonel, died": one death of one man.
pub(super) fn told_once(text: &Text<'_, '_>, nouns: &[Noun], told: &mut Vec<Told>) {
    let all: Vec<(usize, usize)> = told.iter().map(|one| (one.noun, one.outcome.start)).collect();
    told.retain(|one| {
        let before = one.noun.checked_sub(1);
        let pair = before.and_then(|before| nouns.get(before).zip(nouns.get(one.noun)));
        !pair.is_some_and(|(first, second)| explains(text, first, second))
            || !all
                .iter()
                .any(|&(noun, harm)| Some(noun) == before && harm == one.outcome.start)
    });
}

/// "the chief, a retired clerk,": a role told of a certain one.
fn explains(text: &Text<'_, '_>, first: &Noun, second: &Noun) -> bool {
    first.form == Form::Implicit
        && second.form == Form::Implicit
        && matches!(first.opener, Opener::Genitive | Opener::The)
        && second.opener == Opener::Article
        && text.lower(first.end) == ","
        && second.tokens.start == first.end + 1
        && text.lower(second.end) == ","
        && !text.is(second.end + 1, Tag::CONJ)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_told;

    /// Texts with what they tell, as kind and words, in order.
    const EXAMPLES: &[(&str, &[&str])] = &[
        (
            "Her father, a retired colonel, died in the attack.",
            &["killed Her father"],
        ),
        (
            "The blast killed a guard, a nurse and a clerk.",
            &["killed a guard", "killed a nurse", "killed a clerk"],
        ),
        ("The dead, including Jonas Brenk, were guards.", &["killed Jonas Brenk"]),
        (
            "Those held include spokesman Jonas Brenk.",
            &["arrested spokesman Jonas Brenk"],
        ),
        // the other way about
        (
            "Two guards were killed and Ida Marr, a baker, had to close her shop.",
            &["killed Two guards"],
        ),
        (
            "Four were missing while the fifth climber, Ida Marr, had reached the hut.",
            &["missing Four"],
        ),
        ("They met relatives of the dead, including Jonas Brenk.", &[]),
        ("They chanted, calling for the execution of Jonas Brenk.", &[]),
        ("The judge sought the death of Jonas Brenk.", &[]),
        ("Jonas Brenk died of cancer in Orla.", &[]),
        ("Guards will hold people, after which he or she disappears.", &[]),
    ];

    #[test]
    fn those_who_stand_by_are_left_out() {
        check_told(EXAMPLES);
    }
}
