//! How sure a figure is said to be, and whether it is a part: judged from the words around it.

use std::ops::Range;

use super::Modality;
use super::lexicon::Tag;
use super::phrase::Phrase;
use super::text::Text;

/// How sure the figure is said to be.
pub(super) fn modality(text: &Text<'_, '_>, phrase: &Phrase, outcome: &Range<usize>, has_speaker: bool) -> Modality {
    let sentence = text.sentence(phrase.tokens.start);
    let from = phrase
        .tokens
        .start
        .min(outcome.start)
        .saturating_sub(5)
        .max(sentence.start);
    let to = phrase.end.max(outcome.end);
    let word = |at: usize| text.lower(at);
    let denied = (phrase.tokens.start.saturating_sub(10).max(sentence.start)..phrase.tokens.start).any(|at| {
        matches!(
            word(at),
            "denied" | "denies" | "deny" | "dismissed" | "rejected" | "refuted"
        ) && text.outcome(at).is_none()
            && (at..phrase.tokens.start).all(|at| text.lower(at) != ":")
    });
    if denied {
        return Modality::Denied;
    }
    let doubt = (from..to).any(|at| {
        let reported = matches!(word(at), "reported" | "reportedly") && !has_speaker && at + 8 > phrase.tokens.start;
        let may = matches!(word(at), "may" | "might") && text.is(at, Tag::MODAL);
        may && at >= phrase.tokens.start.saturating_sub(2)
            || reported && text.is(at.saturating_sub(1), Tag::BE.or(Tag::ADVERB).or(Tag::PERSON))
            || matches!(word(at), "feared" | "believed" | "alleged" | "allegedly" | "suspected" | "presumed" | "thought" | "rumoured" | "unconfirmed" | "possibly" | "reportedly" if word(at) != "reportedly" || !has_speaker)
    });
    if doubt {
        Modality::ReportedUncertain
    } else {
        Modality::Asserted
    }
}

/// "Among them, five workers were killed": the sentence says that its counts are parts.
pub(super) fn is_part(text: &Text<'_, '_>, phrase: &Phrase) -> bool {
    let start = text.sentence(phrase.tokens.start).start;
    let start = start + usize::from(!text.is_word(start));
    let whole = matches!(text.lower(start + 1), "them" | "these" | "those" | "the" | "whom");
    matches!(text.lower(start), "among" | "of") && whole && phrase.tokens.start < start + 14
        || matches!(text.lower(start), "among") && text.outcome(start + 2).is_some()
        || phrase.of_them
}
