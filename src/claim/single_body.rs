//! Harm told of somebody's body: "a bullet grazed his arm", "shrapnel hit Brenk's leg", "his broken ribs".

use super::Kind;
use super::lexicon::Tag;
use super::single_clause::Told;
use super::single_noun::Noun;
use super::text::Text;

/// Parts of the body that a blow hurts.
const PARTS: &[&str] = &[
    "arm",
    "arms",
    "leg",
    "legs",
    "head",
    "face",
    "skull",
    "jaw",
    "neck",
    "shoulder",
    "chest",
    "back",
    "stomach",
    "abdomen",
    "hip",
    "thigh",
    "knee",
    "foot",
    "ankle",
    "hand",
    "hands",
    "wrist",
    "finger",
    "fingers",
    "eye",
    "rib",
    "ribs",
    "spine",
    "nose",
    "cheek",
    "pelvis",
    "femur",
    "elbow",
    "collarbone",
    "lung",
];

/// True for a part of the body.
pub(super) fn is_part(word: &str) -> bool {
    PARTS.contains(&word)
}

/// Words between the owner and the part.
const WHICH: &[&str] = &[
    "left",
    "right",
    "lower",
    "upper",
    "both",
    "two",
    "broken",
    "fractured",
    "shattered",
];

/// Verbs that are said of a body only where it is hurt.
const WOUNDS: &[&str] = &[
    "grazed",
    "grazing",
    "shattered",
    "shattering",
    "fractured",
    "fracturing",
    "pierced",
    "piercing",
    "severed",
    "mangled",
];

/// Verbs that need a missile before them.
const HITS: &[&str] = &[
    "hit", "hitting", "struck", "striking", "tore", "ripped", "broke", "smashed", "crushed", "entered",
];

/// Beginnings of words for what hits a body.
const MISSILES: &[&str] = &[
    "bullet",
    "shrapnel",
    "shell",
    "rocket",
    "grenade",
    "fragment",
    "splinter",
    "pellet",
    "stone",
    "brick",
    "baton",
    "blast",
    "explosion",
    "round",
];

/// How far before its verb a missile may stand.
const REACH: usize = 5;

/// True where the owner, whose words begin at `first`, is told as hurt: "his" in "a bullet grazed his arm".
pub(super) fn is_struck(text: &Text<'_, '_>, first: usize, owner: usize) -> bool {
    struck(text, first, owner).is_some()
}

/// The words for the blow and for the part that it hurt.
fn struck(text: &Text<'_, '_>, first: usize, owner: usize) -> Option<std::ops::Range<usize>> {
    let part = part_of(text, owner).filter(|&part| text.lower(part + 1) != "of")?;
    // "his two broken legs"
    if part > owner + 1 && matches!(text.lower(part - 1), "broken" | "fractured" | "shattered") {
        return Some(part - 1..part + 1);
    }
    let start = text.sentence(owner).start;
    let mut verb = first.checked_sub(1).filter(|&at| at > start)?;
    if matches!(text.lower(verb), "off" | "into" | "through" | "in") {
        verb -= 1;
    }
    let done = !(verb.saturating_sub(2).max(start)..verb).any(|at| text.is(at, Tag::MODAL.or(Tag::NOT)));
    let missile = || (verb.saturating_sub(REACH).max(start)..verb).any(|at| is_missile(text, at));
    let hurts = WOUNDS.contains(&text.lower(verb)) || HITS.contains(&text.lower(verb)) && missile();
    (done && hurts).then_some(verb..part + 1)
}

/// The part of the body behind its owner.
pub(super) fn part_of(text: &Text<'_, '_>, owner: usize) -> Option<usize> {
    let part = (owner + 1..).find(|&at| !WHICH.contains(&text.lower(at)))?;
    is_part(text.lower(part)).then_some(part)
}

/// True for a bullet, a shell and the like.
pub(super) fn is_missile(text: &Text<'_, '_>, at: usize) -> bool {
    text.begins(at, MISSILES)
}

/// "tore off", "shattered": whether a verb that ends at `at` hurts the part of a body behind it.
pub(super) fn tears(text: &Text<'_, '_>, at: usize) -> bool {
    let off = text.lower(at) == "off";
    let Some(verb) = at.checked_sub(usize::from(off)) else {
        return false;
    };
    WOUNDS.contains(&text.lower(verb)) || off && HITS.contains(&text.lower(verb))
}

/// All persons whose body was hurt.
pub(super) fn find(text: &Text<'_, '_>, nouns: &[Noun]) -> Vec<Told> {
    let owners = nouns.iter().enumerate().filter(|(_, noun)| noun.end == noun.head + 1);
    owners
        .filter_map(|(index, noun)| {
            let owner = text.is(noun.head, Tag::POSS) || text.is_owner(noun.head);
            Some(Told {
                noun: index,
                kind: Kind::Injured,
                outcome: struck(text, noun.tokens.start, noun.head).filter(|_| owner)?,
                row: "injured/body",
                rule: "single/body",
                part: false,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_told;

    /// Texts with what they tell, as kind and words, in order.
    const EXAMPLES: &[(&str, &[&str])] = &[
        ("Jonas Brenk spoke. A bullet grazed his arm.", &["injured his"]),
        (
            "A splinter of a shell hit Jonas Brenk's left leg.",
            &["injured Jonas Brenk's"],
        ),
        (
            "Ida Marr lay still. A sheet covered her two broken legs.",
            &["injured her"],
        ),
        ("Jonas Brenk suffered a broken arm.", &["injured Jonas Brenk"]),
        ("Ida Marr, who has two broken legs, left.", &["injured Ida Marr"]),
        ("The girl has shrapnel wounds all over her body.", &["injured The girl"]),
        // the other way about
        ("Jonas Brenk spoke. A hand touched his arm.", &[]),
        ("Jonas Brenk spoke. A friend hit his hand.", &[]),
        ("Jonas Brenk spoke. A bullet did not hit his arm.", &[]),
        ("A bullet grazed the arm of the statue.", &[]),
        ("Jonas Brenk has a broken window.", &[]),
        ("Ida Marr has a broken heart.", &[]),
    ];

    #[test]
    fn bodies_are_hurt() {
        check_told(EXAMPLES);
    }
}
