//! Harm that is somebody's: "Brenk's arrest", "his capture and killing", "Marris' death", "the kidnap and murder of Brenk".

use super::lexicon::Tag;
use super::outcomes::{Frame, Outcome};
use super::single_clause::Told;
use super::single_noun::{Noun, Opener};
use super::single_words::{harm_noun, is_genitive, is_harm_noun};
use super::text::Text;
use super::{Form, Kind};

/// All that nouns of harm tell of their owners, and what `told` tells of them by half.
pub(super) fn find(text: &Text<'_, '_>, nouns: &[Noun], told: &[Told]) -> Vec<Told> {
    let mut out = Vec::new();
    for (index, noun) in nouns.iter().enumerate() {
        let Some(at) = owned(text, noun) else { continue };
        out.extend(
            text.outcome_from(at)
                .map(|outcome| Told::of(index, outcome, "single/genitive")),
        );
        // "his capture and killing"
        let second = (text.lower(at + 1) == "and" && harm_noun(text, at + 2))
            .then(|| text.outcome_from(at + 2))
            .flatten();
        out.extend(second.map(|outcome| Told::of(index, outcome, "single/genitive")));
    }
    // "the killing of a wounded prisoner"
    for one in told
        .iter()
        .filter(|one| one.rule == "single/own-noun" && one.kind != Kind::Killed)
    {
        let start = nouns.get(one.noun).map_or(0, |noun| noun.tokens.start);
        let of = start.checked_sub(2).filter(|_| text.lower(start - 1) == "of");
        let death = of
            .and_then(|at| text.outcome_from(at))
            .filter(|outcome| outcome.kind == Kind::Killed);
        let noun = |outcome: &&Outcome| outcome.frame == Frame::Noun || text.lower(outcome.tokens.start) == "killing";
        out.extend(
            death
                .filter(noun)
                .map(|outcome| Told::of(one.noun, outcome, "single/noun-of")),
        );
    }
    for one in told.iter().filter(|one| one.rule == "single/noun-of") {
        let Some(noun) = nouns.get(one.noun) else { continue };
        let first = coupled(text, one).filter(|first| first.kind != one.kind);
        out.extend(
            first
                .filter(|_| noun.tokens.start == one.outcome.end + 1)
                .map(|first| Told::of(one.noun, first, "single/noun-of")),
        );
    }
    out
}

/// Where the noun of harm stands that belongs to these words.
fn owned(text: &Text<'_, '_>, noun: &Noun) -> Option<usize> {
    let bare = noun.opener == Opener::Bare;
    let pronoun = noun.opener == Opener::Pronoun && text.is(noun.head, Tag::POSS);
    // "rebel chief death", "Brenk killing": headlines
    let owner = is_genitive(text.lower(noun.head)) || pronoun || bare && noun.form == Form::Implicit;
    let headline = bare && noun.form == Form::Named && fronts(text, noun);
    // "Marris' death"
    let apostrophe = noun.form == Form::Named
        && text.lower(noun.end) == "'"
        && text.lower(noun.head).ends_with(['s', 'z', 'x'])
        && harm_noun(text, noun.end + 1);
    if apostrophe {
        return Some(noun.end + 1);
    }
    if headline && noun.end == noun.head + 1 && harm_noun(text, noun.end) {
        return Some(noun.end);
    }
    if !owner || noun.end != noun.head + 1 || !is_harm_noun(text, noun.end) {
        return None;
    }
    Some(noun.end + usize::from(text.outcome_from(noun.end).is_none()))
}

/// Whether the words open their sentence or what stands behind a sign.
fn fronts(text: &Text<'_, '_>, noun: &Noun) -> bool {
    let start = noun.tokens.start;
    start == text.sentence(start).start || !text.is_word(start - 1) && text.lower(start - 1) != ","
}

/// "the kidnap and murder of Brenk": the harm that is joined to the one before "of".
fn coupled<'o>(text: &'o Text<'_, '_>, one: &Told) -> Option<&'o Outcome> {
    let and = one.outcome.start.checked_sub(1).filter(|&at| text.lower(at) == "and")?;
    let first = and.checked_sub(1)?;
    let noun = text.outcome_from(first).filter(|outcome| {
        outcome.tokens.len() == 1 && (matches!(outcome.frame, Frame::Noun) || text.lower(first) == "kidnap")
            || harm_word(text.lower(first))
    })?;
    (one.kind == Kind::Killed).then_some(noun)
}

/// Verbs on "-ing" that stand for the act as well.
fn harm_word(word: &str) -> bool {
    matches!(
        word,
        "kidnapping" | "arrest" | "capture" | "torture" | "detention" | "abduction"
    )
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_told;

    /// Texts with what they tell, as kind and words, in order.
    const EXAMPLES: &[(&str, &[&str])] = &[
        (
            "Orla Marris ran the bank. It was not clear who was behind Marris' death.",
            &["killed Marris"],
        ),
        (
            "The news of Jonas Brenk's capture and killing came at noon.",
            &["killed Jonas Brenk's", "arrested Jonas Brenk's"],
        ),
        (
            "The group stood behind the kidnap and murder of Jonas Brenk.",
            &["killed Jonas Brenk", "abducted Jonas Brenk"],
        ),
        ("Brenk death fuels protests. Jonas Brenk was 60.", &["killed Brenk"]),
        // the other way about
        ("Orla Marris ran the bank. Marris' deal is in doubt.", &[]),
        ("Jonas Brenk's capture of the town came at noon.", &[]),
        ("The group stood behind the murder and torture of many.", &[]),
        ("Jonas Brenk death penalty row goes on.", &[]),
        ("Jonas Brenk ruled until his death in 1980.", &[]),
        ("Brenk did not speak, which fed the rumours about his death.", &[]),
    ];

    #[test]
    fn harm_has_owners() {
        check_told(EXAMPLES);
    }
}
