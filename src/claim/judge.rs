//! Who was harmed, and what is part of what: judged from the words around the figure.

use super::VictimClass;
use super::lexicon::Tag;
use super::phrase::Phrase;
use super::text::Text;

/// "Among them, five workers were killed": the sentence says that its counts are parts.
pub(super) fn is_part(text: &Text<'_, '_>, phrase: &Phrase) -> bool {
    let start = text.sentence(phrase.tokens.start).start;
    let start = start + usize::from(!text.is_word(start));
    let whole = matches!(text.lower(start + 1), "them" | "these" | "those" | "the" | "whom");
    matches!(text.lower(start), "among" | "of") && whole && phrase.tokens.start < start + 14
        || matches!(text.lower(start), "among") && text.outcome(start + 2).is_some()
        || phrase.of_them
}

/// Who was harmed, where the words around the noun tell more than the noun: "bodies of soldiers", "others" after police.
pub(super) fn class(text: &Text<'_, '_>, phrase: &Phrase, fraction: bool) -> VictimClass {
    if phrase.class != VictimClass::Unspecified {
        return phrase.class;
    }
    let end = text.sentence(phrase.tokens.start).end;
    // "77 deaths of civilians", "36 bodies of rebels"
    if text.lower(phrase.end) == "of" {
        for at in phrase.end + 1..end.min(phrase.end + 6) {
            if text.is(at, Tag::PERSON) {
                return text.words.class(at);
            }
        }
    }
    // "most of them police officers", "half of the fallen are members of the guard"
    if fraction {
        let reach = phrase.end..end.min(phrase.end + 9);
        let forces = reach
            .clone()
            .any(|at| matches!(text.lower(at), "security" | "police" | "army" | "military"));
        let noun = reach.clone().find(|&at| text.is(at, Tag::PERSON));
        if let Some(noun) = noun {
            return if forces {
                VictimClass::SecurityForce
            } else {
                text.words.class(noun)
            };
        }
    }
    VictimClass::Unspecified
}
