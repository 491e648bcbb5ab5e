//! Those whose release is asked for or promised: they are held.

use super::Kind;
use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::{Form, Outcome};
use super::phrase::{Head, Phrase};

/// "campaigned for the release of 15 pupils": they are held, and by whom the sentence may tell.
pub(super) fn held(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, outcome: &Outcome) -> Option<Link> {
    let text = linker.text;
    let Head::Person(noun) = phrase.head else { return None };
    // "the release of two women, a swap": only those of whom a number is known
    let counted = linker.number(phrase).is_some_and(|value| value > 1) || phrase.others;
    let named = matches!(text.lower(noun), "members" | "citizens");
    let sentence = text.sentence(noun);
    let captors = [
        "kidnap", "abduct", "hostage", "captor", "captiv", "ransom", "gunm", "rebel", "militan", "pirate",
    ];
    let taken = sentence.clone().any(|at| text.begins(at, &captors));
    (counted && !named).then(|| Link {
        phrase: index,
        kind: if taken { Kind::Abducted } else { Kind::Arrested },
        outcome: outcome.tokens.clone(),
        row: "arrested/asked-free",
        rule: "link/asked-free",
        part: phrase.of_them,
        confidence: 0.65,
    })
}

/// "promised to release the 15 pupils", "refused to free 12 clerks"
pub(super) fn to_free(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, outcome: &Outcome) -> Option<Link> {
    let text = linker.text;
    let to = outcome
        .tokens
        .start
        .checked_sub(1)
        .filter(|&at| text.lower(at) == "to")?;
    let frees = outcome.row_is("released/release") && outcome.form == Form::Present;
    let verb = to.checked_sub(1)?;
    let told = text.begins(
        verb,
        &[
            "promis", "pledg", "vow", "agree", "refus", "order", "urg", "demand", "offer", "fail", "want",
        ],
    ) || text.is(verb, Tag::PERSON)
        || text.is_name(verb);
    // "the 15 pupils", "15 detained pupils"
    (frees && told).then(|| held(linker, index, phrase, outcome)).flatten()
}

#[cfg(test)]
mod tests {
    use crate::claim::count_cases::check;

    #[test]
    fn asked_for_is_held() {
        check(&[
            ("Marchers campaigned for the release of 15 pupils.", "arrested 15"),
            ("Marchers demanded the release of 15 pupils.", "arrested 15"),
            ("The mayor promised to release the 15 pupils.", "arrested 15"),
            (
                "The envoy sought the release of 12 clerks from the gang that kidnapped them.",
                "abducted 12",
            ),
            ("Marchers welcomed the release of 15 pupils.", "released 15"),
            ("Marchers demanded the release of the pupil.", ""),
            ("Marchers demanded the release of 15 documents.", ""),
            ("The studio promised to release 15 songs.", ""),
        ]);
    }
}
