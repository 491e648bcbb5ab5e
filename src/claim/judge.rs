//! How sure a figure is said to be, and who was harmed: judged from the words around it.

use std::ops::Range;

use super::lexicon::Tag;
use super::phrase::Phrase;
use super::text::Text;
use super::{Modality, VictimClass};

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

/// Words before or after a person noun that tell more than it does, with the class: "police officers", "rebel commander".
const TELLING: &[(VictimClass, &[&str])] = &[
    (
        VictimClass::SecurityForce,
        &[
            "police", "army", "military", "security", "guard", "border", "coalition", "peacekeeping", "navy", "marine", "troop",
            "infantry", "gendarmerie", "paramilitary", "guards", "armed-forces", "regime-army", "traffic-police",
        ],
    ),
    (VictimClass::Civilian, &["civilian", "civilians", "unarmed"]),
    (
        VictimClass::Militant,
        &["rebel", "armed", "terrorist", "militant", "insurgent", "guerrilla", "rebels", "militants", "insurgents", "militia", "jihadist"],
    ),
];

fn telling(word: &str) -> Option<VictimClass> {
    let word = word.trim_end_matches("'s");
    TELLING
        .iter()
        .find(|(_, words)| words.contains(&word))
        .map(|(class, _)| *class)
}

/// The class of the noun at the end of `words`, which a word before it can make clearer: "police officers", "armed criminals".
pub(super) fn noun_class(text: &Text<'_, '_>, words: Range<usize>) -> VictimClass {
    let head = words.end;
    let short = matches!(text.lower(head), "gen." | "lt." | "col." | "maj." | "capt." | "sgt." | "cpl." | "brig." | "adm." | "gen" | "lt" | "col");
    let own = if short { VictimClass::SecurityForce } else { text.words.class(head) };
    words.into_iter().find_map(|at| telling(text.lower(at))).unwrap_or(own)
}

/// The class of "a member of the armed forces", "the head of a rebel group", from the words behind "of".
pub(super) fn of_class(text: &Text<'_, '_>, words: Range<usize>, own: VictimClass) -> VictimClass {
    let told = words.into_iter().find_map(|at| telling(text.lower(at)));
    match (own, told) {
        (VictimClass::Other | VictimClass::Unspecified | VictimClass::SecurityForce, Some(told)) => told,
        _ => own,
    }
}
