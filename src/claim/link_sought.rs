//! Persons who are looked for: "rescuers searched for 12 people", "the effort to find eight hikers".

use super::Kind;
use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::phrase::{Head, Phrase};

/// "rescuers searched for 12 people": they are missing; police who hunt two men are not meant.
pub(super) fn searched(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let start = text.sentence(phrase.tokens.start).start;
    let joint = phrase.tokens.start.checked_sub(1).filter(|&joint| joint > start)?;
    // "the search for the remaining two"
    let rest = text.lower(joint) == "remaining" && text.lower(joint - 1) == "the" && phrase.head == Head::Bare;
    let joint = if rest && joint >= start + 3 { joint - 2 } else { joint };
    if text.lower(joint) != "for" {
        return sought(linker, index, phrase, joint, rest);
    }
    // "a search was under way for eight more"
    let search = (start.max(joint.saturating_sub(6))..joint)
        .find(|&at| {
            text.lower(at).starts_with("search")
                || matches!(
                    text.lower(at),
                    "digging" | "dug" | "combing" | "scouring" | "dredging" | "looking"
                ) && !text.is(at.saturating_sub(1), Tag::DET)
        })
        .filter(|&at| (at + 1..joint).all(|at| text.is_word(at) && !text.is(at, Tag::PERSON.or(Tag::CONJ))))?;
    let rescue = (start..search).any(|at| {
        [
            "rescu",
            "diver",
            "coastguard",
            "lifeboat",
            "fireman",
            "firefighter",
            "volunteer",
            "helicopter",
        ]
        .iter()
        .any(|stem| text.lower(at).starts_with(stem))
    });
    let persons = matches!(phrase.head, Head::Person(at) if !matches!(text.lower(at), "survivors" | "victims" | "suspects"))
        || rest
        || phrase.others && !text.is(phrase.end, Tag::TIME.or(Tag::THING));
    // "the search for 12 fishermen", "efforts to find six hikers"
    let wanted = phrase.class == super::VictimClass::Militant
        || matches!(phrase.head, Head::Person(at) if matches!(text.lower(at), "men" | "attackers" | "fugitives" | "inmates" | "boys" | "youths" | "prisoners"))
        || (start..search).any(|at| text.lower(at).starts_with("police") || text.lower(at) == "manhunt");
    let lost = rescue || text.is(search.saturating_sub(1), Tag::DET) && !wanted;
    (lost && persons).then(|| Link {
        phrase: index,
        kind: Kind::Missing,
        outcome: search..search + 1,
        row: "missing/searched",
        rule: "link/searched",
        part: false,
        confidence: 0.6,
    })
}

/// "the effort to find eight hikers", "crews are trying to reach four hikers"
///
/// `verb` stands before the counted, or before "the remaining" where `rest` says so.
fn sought(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, verb: usize, rest: bool) -> Option<Link> {
    let text = linker.text;
    // "hopes of finding 14 miners"
    let hopes =
        matches!(text.lower(verb), "finding" | "locating" | "reaching") && verb > 1 && text.lower(verb - 1) == "of";
    let finds =
        matches!(text.lower(verb), "find" | "locate" | "reach") && verb > 2 && text.lower(verb - 1) == "to" || hopes;
    let tried = matches!(
        text.lower(verb.checked_sub(2)?),
        "effort"
            | "efforts"
            | "trying"
            | "try"
            | "attempt"
            | "attempts"
            | "battle"
            | "race"
            | "operation"
            | "battling"
            | "racing"
            | "hope"
            | "hopes"
            | "hoping"
            | "chance"
            | "chances"
            | "yet"
            | "failed"
            | "unable"
            | "struggling"
    );
    let lost = rest
        || matches!(phrase.head, Head::Person(noun) if matches!(
            text.lower(noun),
            "miners"
                | "workers"
                | "hikers"
                | "climbers"
                | "fishermen"
                | "sailors"
                | "passengers"
                | "divers"
                | "trekkers"
                | "labourers"
                | "laborers"
                | "villagers"
                | "children"
                | "crewmen"
                | "skiers"
                | "crew"
                | "girls"
                | "pupils"
                | "tourists"
                | "seamen"
                | "mariners"
                | "boys"
                | "students"
                | "geologists"
                | "people"
                | "victims"
        ));
    (finds && tried && lost).then(|| Link {
        phrase: index,
        kind: Kind::Missing,
        outcome: verb..verb + 1,
        row: "missing/searched",
        rule: "link/searched",
        part: false,
        confidence: 0.6,
    })
}
