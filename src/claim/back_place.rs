//! Counts that read on from a count before by the places that part them: "in Orla 34 died, in Kelm 12", "followed by 43 in Tarn".

use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::{Form, Frame};
use super::phrase::{Head, Phrase};
use super::text::Text;

/// "in Orla 34 died, in Kelm 12", "Orla had 12 deaths, Kelm nine": where the place before a bare number begins.
pub(super) fn before_place(text: &Text<'_, '_>, phrase: &Phrase) -> Option<usize> {
    let closes = !text.is_word(phrase.end) || text.is(phrase.end, Tag::CONJ);
    if phrase.head != Head::Bare || !closes {
        return None;
    }
    let number = phrase.tokens.start;
    let with = usize::from(number > 0 && matches!(text.lower(number - 1), "at" | "with"));
    let end = number - with;
    let named = |at: usize| text.is_name(at) && text.outcome(at).is_none() && text.quantity(at).is_none();
    let name = (end.saturating_sub(4)..end).rev().take_while(|&at| named(at)).last()?;
    let start = name - usize::from(name > 0 && matches!(text.lower(name - 1), "in" | "at" | "from" | "near"));
    // "killed guards of Kelm, 12": an age, or the number of something else
    let told = start < name || with > 0 || text.lower(number).chars().all(char::is_alphabetic);
    told.then_some(start)
}

/// "42 people were killed -- 17 from the army and 25 guards": persons, or a bare number with its place.
pub(super) fn counts_persons(text: &Text<'_, '_>, phrase: &Phrase) -> bool {
    let placed = phrase.head == Head::Bare && matches!(text.lower(phrase.end), "in" | "from" | "at" | "near");
    placed || matches!(phrase.head, Head::Person(_))
}

/// "27 died at Orla and another at Kelm where seven died": no person but a second raid.
pub(super) fn is_event(linker: &Linker<'_, '_>, phrase: &Phrase, whole: &Link) -> bool {
    let text = linker.text;
    let one = linker.sort(phrase) == Some(crate::quantity::Sort::Another) && phrase.head == Head::Bare;
    let sentence = text.sentence(phrase.end);
    let clause = (phrase.end..sentence.end).take_while(|&at| text.lower(at) != ";");
    one && clause
        .filter_map(|at| text.outcome_from(at))
        .any(|outcome| outcome.kind == whole.kind)
}

/// "Seven of the 12 people killed were children", "two of the nine who died were from Orla": the harm of all is theirs.
pub(super) fn of_the_harmed(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    if !phrase.of_whole {
        return None;
    }
    let relative = text.is(phrase.end, Tag::REL);
    let harm = text
        .outcome_from(phrase.end + usize::from(relative) + usize::from(relative && text.is(phrase.end + 1, Tag::BE)))?;
    let state = harm.frame == Frame::Hits && harm.form == Form::Past || relative && harm.frame == Frame::Suffers;
    let plain = |at: &usize| text.is_word(*at) && text.quantity(*at).is_none() && text.outcome(*at).is_none();
    let be = (harm.tokens.end..harm.tokens.end + 7)
        .take_while(plain)
        .find(|&at| text.is(at, Tag::BE))?;
    let who = be + 1 + usize::from(text.is(be + 1, Tag::ADVERB));
    let told = text.is(who, Tag::PERSON) || matches!(text.lower(be + 1), "from" | "under" | "aged");
    let mut link = linker.link(index, harm, "link/of-the-set", 0.8);
    link.part = true;
    (state && told).then_some(link)
}

/// "Orla had 210 deaths. This is followed by 43 in Kelm": the next one of the places.
pub(super) fn followed_by(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, links: &[Link]) -> Option<Link> {
    let text = linker.text;
    let by = phrase
        .tokens
        .start
        .checked_sub(1)
        .filter(|&at| text.lower(at) == "by")?;
    let told = by > 0 && text.lower(by - 1) == "followed" && phrase.head == Head::Bare;
    if !told || !matches!(text.lower(phrase.end), "in" | "from" | "at") {
        return None;
    }
    let whole = super::back::last_link(linker, phrase, links)?;
    Some(Link {
        phrase: index,
        rule: "link/followed-by",
        confidence: whole.confidence * 0.85,
        ..whole.clone()
    })
}

/// True for a sentence that is only this phrase.
pub(super) fn is_fragment(text: &Text<'_, '_>, phrase: &Phrase) -> bool {
    let sentence = text.sentence(phrase.tokens.start);
    phrase.tokens.start <= sentence.start + 1 && (phrase.end..sentence.end).all(|at| !text.is_word(at))
}

#[cfg(test)]
mod tests {
    use crate::claim::count_cases::check;

    #[test]
    fn places_part_the_counts_of_a_list() {
        check(&[
            (
                "In Orla 34 people were arrested, in Kelm 12 and in Tarn five.",
                "arrested 34; arrested 12; arrested 5",
            ),
            (
                "Orla reported 12 deaths, Kelm nine and Tarn four.",
                "killed 12; killed 9; killed 4",
            ),
            ("In Orla, 18 people died; in New Kelm, seven.", "killed 18; killed 7"),
            (
                "Orla was worst hit with 210 deaths. This is followed by 43 in Kelm, 27 in Tarn and nine in Marr.",
                "killed 210; killed 43; killed 27; killed 9",
            ),
            (
                "Seven of the 12 people killed were children.",
                "killed 7 part; killed 12",
            ),
            ("Two of the nine people killed in Kelm had lived in Orla.", "killed 9"),
            ("Two of the nine people arrested were freed.", "released 2; arrested 9"),
            // fields, ages, years, scores, another raid
            (
                "In Orla 34 people were arrested, in Kelm 12 fields burned.",
                "arrested 34",
            ),
            ("Orla reported 12 deaths, said Ida Marr, 34, and left.", "killed 12"),
            ("Orla buried 12 guards, Kelm won four nil.", "killed 12"),
            (
                "Orla had 210 deaths. This is followed by 43 days of mourning.",
                "killed 210",
            ),
            (
                "At Kelm 27 people were burnt to death and another at Orla, where a raid left seven dead.",
                "killed 27; killed 7",
            ),
            (
                "Two guards died in Kelm and another in Orla, where 12 were hurt.",
                "killed 2; killed 1; injured 12",
            ),
        ]);
    }
}
