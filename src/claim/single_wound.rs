//! Wounds told without a verb of harm: "a woman with burns on both hands", "with a bullet still in his thigh", "his head
//! bandaged", "had her arm torn off", "tore off the arm of a guard".

use std::ops::Range;

use super::Kind;
use super::lexicon::Tag;
use super::single_body::{is_missile, is_part, part_of, tears};
use super::single_clause::{Told, preposed};
use super::single_noun::{Noun, last_within};
use super::text::Text;

/// How far before the words for a wound the one who has it may stand.
const REACH: usize = 20;

/// What is said of a hurt part of the body behind it.
const HURT: &[&str] = &[
    "bandaged",
    "broken",
    "shattered",
    "crushed",
    "severed",
    "fractured",
    "amputated",
    "mangled",
    "torn",
    "ripped",
    "bleeding",
    "smashed",
];

/// All persons whose wounds are told so.
pub(super) fn find(text: &Text<'_, '_>, nouns: &[Noun]) -> Vec<Told> {
    let mut out: Vec<Told> = Vec::new();
    for (index, noun) in nouns.iter().enumerate() {
        let words = with_wound(text, noun)
            .or_else(|| had(text, noun))
            .or_else(|| torn_from(text, noun));
        out.extend(words.map(|words| wound(index, words)));
    }
    for at in 1..text.scan.tokens.len() {
        if !matches!(text.lower(at), "his" | "her") {
            continue;
        }
        let words = lodged(text, at).or_else(|| hanging(text, at));
        let who = words.and_then(|words| Some((bearer(text, nouns, words.start)?, words)));
        out.extend(who.map(|(noun, words)| wound(noun, words)));
    }
    out
}

fn wound(noun: usize, outcome: Range<usize>) -> Told {
    Told {
        noun,
        kind: Kind::Injured,
        outcome,
        row: "injured/with-wound",
        rule: "single/with-wound",
        part: false,
    }
}

/// The nearest one before the words whom no preposition makes another's.
fn bearer(text: &Text<'_, '_>, nouns: &[Noun], at: usize) -> Option<usize> {
    let first = text.sentence(at).start.max(at.saturating_sub(REACH));
    // "showed a picture of a man with a bullet in his leg": of the man nothing else is told
    last_within(nouns, first..at, |noun| {
        !preposed(text, noun) || text.lower(noun.tokens.start - 1) == "of"
    })
}

/// "with a bullet still in his thigh", "has shrapnel in her back"
fn lodged(text: &Text<'_, '_>, owner: usize) -> Option<Range<usize>> {
    let part = part_of(text, owner)?;
    let into = owner
        .checked_sub(1)
        .filter(|&at| matches!(text.lower(at), "in" | "into" | "through"))?;
    let missile = (into.saturating_sub(3)..into).rev().find(|&at| is_missile(text, at))?;
    if (missile..into).any(|at| text.begins(at, &["wound", "hole", "injur"])) {
        return None;
    }
    let with = (missile.saturating_sub(3)..missile)
        .rev()
        .find(|&at| matches!(text.lower(at), "with" | "has" | "had"))?;
    (with > text.sentence(owner).start).then_some(with..part + 1)
}

/// ", his head bandaged,", "with her arm all bandaged"
fn hanging(text: &Text<'_, '_>, owner: usize) -> Option<Range<usize>> {
    let part = part_of(text, owner)?;
    let front = owner
        .checked_sub(1)
        .filter(|&at| matches!(text.lower(at), "," | "with"))?;
    (hurt(text, part + 1) && front > text.sentence(owner).start).then_some(owner..part + 1)
}

/// "all bandaged", "still heavily bandaged", "torn off"
fn hurt(text: &Text<'_, '_>, from: usize) -> bool {
    let at = (from..from + 3).find(|&at| !text.is(at, Tag::ADVERB));
    at.is_some_and(|at| HURT.contains(&text.lower(at)) || text.lower(at) == "blown" && text.lower(at + 1) == "off")
}

/// "a nurse had her arm torn off"
fn had(text: &Text<'_, '_>, noun: &Noun) -> Option<Range<usize>> {
    let who = noun.end + usize::from(text.lower(noun.end) == ",");
    let verb = who + usize::from(text.lower(who) == "who");
    let has = matches!(text.lower(verb), "had" | "has") && matches!(text.lower(verb + 1), "his" | "her");
    let part = part_of(text, verb + 1).filter(|_| has)?;
    hurt(text, part + 1).then_some(verb..part + 2)
}

/// "the blast tore off the arm of a guard"
fn torn_from(text: &Text<'_, '_>, noun: &Noun) -> Option<Range<usize>> {
    let of = noun
        .tokens
        .start
        .checked_sub(4)
        .filter(|&at| text.lower(at + 3) == "of")?;
    let part = is_part(text.lower(of + 2)) && matches!(text.lower(of + 1), "the" | "both" | "an");
    (part && tears(text, of)).then_some(of..of + 3)
}

/// "with a bullet wound to the leg", "with burns on both hands", ", who has a wound in his back"
fn with_wound(text: &Text<'_, '_>, noun: &Noun) -> Option<Range<usize>> {
    let who = noun.end + usize::from(text.lower(noun.end) == ",");
    let relative = text.lower(who) == "who" && matches!(text.lower(who + 1), "has" | "had");
    let end = if relative { who + 1 } else { noun.end };
    let verb = relative || matches!(text.lower(end), "with" | "suffered" | "sustained" | "received");
    // "who had survived two injuries"
    if relative && (text.is(end + 1, Tag::PAST) || text.is(end + 1, Tag::ADVERB)) {
        return None;
    }
    if !verb || text.outcome_from(end).is_some_and(|outcome| outcome.tokens.len() > 1) {
        return None;
    }
    let last = text.sentence(end).end.min(end + 6);
    let at = (end + 1..last)
        .take_while(|&at| text.is_word(at) || text.lower(at) == "-")
        .take_while(|&at| !text.is(at, Tag::CONJ.or(Tag::BE).or(Tag::HAVE).or(Tag::SUBORD).or(Tag::PRON)))
        .find(|&at| {
            matches!(
                text.lower(at),
                "wound" | "wounds" | "injury" | "injuries" | "burns" | "fracture" | "fractures"
            ) || matches!(
                text.lower(at - 1),
                "broken" | "fractured" | "shattered" | "crushed" | "severed"
            ) && is_part(text.lower(at))
        })?;
    Some(end..at + 1)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_told;

    /// Texts with what they tell, as kind and words, in order.
    const EXAMPLES: &[(&str, &[&str])] = &[
        (
            "A 40-year-old man who had come with a bullet still in his thigh spoke of the raid.",
            &["injured A 40-year-old man"],
        ),
        ("A farmer sat there with shrapnel in his back.", &["injured A farmer"]),
        ("A boy, his head bandaged, lay on the floor.", &["injured A boy"]),
        ("Ida Marr sat with her left arm all bandaged.", &["injured Ida Marr"]),
        ("A nurse had her arm torn off by the blast.", &["injured A nurse"]),
        (
            "The shell tore off the arm of Sergeant Jonas Brenk.",
            &["injured Sergeant Jonas Brenk"],
        ),
        ("A woman with burns on both hands wept.", &["injured A woman"]),
        // the other way about
        ("A man with a gun in his hand ran off.", &[]),
        ("A woman with a mark on her leg left.", &[]),
        ("A clerk with a bullet in the box waited.", &[]),
        ("A boy, his head bowed, lay on the floor.", &[]),
        ("A nurse had her arm around a child.", &[]),
        ("The storm tore off the arm of the statue.", &[]),
    ];

    #[test]
    fn wounds_tell_of_the_wounded() {
        check_told(EXAMPLES);
    }
}
