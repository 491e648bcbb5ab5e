//! Where the grammar of a sentence ties the harm by one person to another: "Brenk's envoy that pilots had been captured", "the
//! aide slept and the talks were held", "the police seized Brenk assets", "left a guard dead, prompting Mayor Brenk".

use super::Form;
use super::lexicon::Tag;
use super::outcomes::Form as Verb;
use super::single_clause::Told;
use super::single_noun::{Noun, Opener};
use super::text::Text;

/// Whether the harm is told of something else, by the words around it.
pub(super) fn clashes(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    if no_person(text, noun, one) {
        return true;
    }
    match one.rule {
        "single/passive" | "single/subject" | "single/predicate" | "single/relative" => {
            one.outcome.start >= noun.end
                && (of_many(text, noun, one)
                    || own_subject(text, noun)
                    || infinitive(text, noun, one)
                    || inner_place(text, noun, one))
        }
        "single/participle" => described(text, noun, one),
        "single/object" | "single/noun-of" => {
            describes(text, noun, one)
                || one.rule == "single/noun-of" && noun.tokens.start > one.outcome.end && fronted(text, noun, one)
        }
        "single/listed" | "single/object-list" => {
            describes(text, noun, one) || next_clause(text, noun, one) || inner_place(text, noun, one)
        }
        _ => false,
    }
}

/// "Orla, south of Kelm, was taken", "a fighter jet", "killed more than Brenk", "strikes that he hopes": none who was harmed.
fn no_person(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    let end = noun.tokens.end;
    let side = |at: usize| {
        matches!(text.lower(at), "south" | "north" | "east" | "west" | "outside")
            || text.begins(at, &["northe", "southe", "northw", "southw"])
    };
    let place = noun.form == Form::Named && text.lower(end) == "," && side(end + 1) && text.lower(end + 2) == "of";
    let engine = matches!(text.lower(end), "jet" | "jets" | "plane" | "planes" | "aircraft");
    let ahead = one.outcome.start < noun.tokens.start;
    let than = ahead && text.lower(noun.tokens.start - 1) == "than";
    let subject = ahead && one.rule == "single/object" && matches!(text.lower(noun.tokens.start), "he" | "she");
    place || engine || than || subject
}

/// "the aide slept and the talks were held": no verb of one.
fn of_many(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    let verb = one.outcome.start;
    let skip = Tag::ADVERB.or(Tag::NOT);
    let aux = (noun.end + 1..verb)
        .rev()
        .find(|&at| !text.is(at, skip) && !matches!(text.lower(at), "been" | "being"));
    // "is feared to have died", "may have died"
    let bare = |at: usize| text.lower(at) == "have" && (text.lower(at - 1) == "to" || text.is(at - 1, Tag::MODAL));
    let many = aux.is_some_and(|at| matches!(text.lower(at), "were" | "are" | "have") && !bare(at));
    let joined = |at: usize| matches!(text.lower(at), "and" | "," | "&" | "or" | "with" | "(");
    let before = noun.tokens.start.checked_sub(1).is_some_and(joined);
    let whole =
        (noun.end..verb).any(|at| text.lower(at) == "," || text.quantity(at).is_some() || text.is(at, Tag::REL));
    many && noun.opener != Opener::Pronoun && !before && !whole && !joined(noun.end)
}

/// "the report of the envoy that two pilots had been captured": the clause has a subject of its own.
fn own_subject(text: &Text<'_, '_>, noun: &Noun) -> bool {
    let verb = Tag::FINITE.or(Tag::ADVERB).or(Tag::NOT);
    text.lower(noun.end) == "that"
        && text.is_word(noun.end + 1)
        && !text.is(noun.end + 1, verb)
        && text.outcome(noun.end + 1).is_none()
}

/// "Brenk promised to stay and die": what one may do.
fn infinitive(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    let verb = one.outcome.start;
    let base =
        text.outcome(verb).is_some_and(|outcome| outcome.form == Verb::Present) && !text.lower(verb).ends_with('s');
    let owed = (noun.end..verb).any(|at| matches!(text.lower(at), "ought" | "should"));
    owed || base
        && matches!(text.lower(verb - 1), "and" | "or" | ",")
        && (noun.end..verb).any(|at| text.is(at, Tag::MODAL) || text.lower(at) == "to")
}

/// "drove to this liberated city", "is not listed among those confirmed killed": a participle of other words.
fn described(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    let verb = one.outcome.start;
    if verb < noun.end {
        return false;
    }
    let causes = noun.tokens.start > 1
        && matches!(text.lower(noun.tokens.start - 1), "have" | "get")
        && text.lower(noun.tokens.start - 2) == "to";
    let adjective = text.is(verb - 1, Tag::ADVERB) && text.is(verb - 2, Tag::DET);
    let first = if adjective { verb - 2 } else { verb - 1 };
    let of_other = first > noun.end && text.is(first, Tag::DET) && text.lower(first - 1) != "among";
    causes || of_other || (noun.end..verb).any(|at| text.is(at, Tag::NOT))
}

/// "seized Brenk assets", "captured the main Brenk stronghold": the name only describes what was taken.
fn describes(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    let next = noun.tokens.end;
    let known = Tag::FINITE
        .or(Tag::ADVERB)
        .or(Tag::PREP)
        .or(Tag::CONJ)
        .or(Tag::SUBORD)
        .or(Tag::REL)
        .or(Tag::PRON)
        .or(Tag::DET)
        .or(Tag::POSS)
        .or(Tag::TIME)
        .or(Tag::NOT)
        .or(Tag::ING);
    // "the detention of a Brenk associate": no verb of one
    let plain = Tag::PAST
        .or(Tag::SAY)
        .or(Tag::MODAL)
        .or(Tag::HAVE)
        .or(Tag::PREP)
        .or(Tag::ADVERB)
        .or(Tag::TIME);
    let word = text.lower(next);
    noun.form == Form::Named
        && noun.tokens.end == noun.end
        && one.outcome.start < noun.tokens.start
        && text.words.capitals_tell
        && text.is_word(next)
        && !text.is_capital(next)
        && !text.is_numeral(next)
        && (!text.is(next, known) || text.is(next, Tag::VERB) && !text.is(next, plain) && !word.ends_with('s'))
        && text.outcome(next).is_none()
        && text.quantity(next).is_none()
        && word.chars().all(char::is_alphabetic)
        && word.len() > 3
        && !["ly", "ed", "ing", "ward", "wards"]
            .iter()
            .any(|end| word.ends_with(end))
}

/// "left a guard dead, prompting Mayor Brenk", "died in Orla, under what Mayor Brenk called", "buoyed by Marr's death, Brenk on".
fn next_clause(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    let start = noun.tokens.start;
    if one.outcome.end >= start {
        return false;
    }
    // "prompting President Brenk"
    if text.lower(start - 1) == "," && is_doing(text, start) {
        return true;
    }
    let lists = |at: usize| {
        matches!(
            text.lower(at),
            "including" | "with" | "among" | "namely" | "along" | "besides" | "as" | "of" | "from" | "in"
        )
    };
    let turn = (one.outcome.end..start).any(|at| {
        text.lower(at) == ","
            && !lists(at + 1)
            && text.outcome(at + 1).is_none()
            && (is_doing(text, at + 1)
                || text.lower(at + 1) == "under"
                || matches!(text.lower(at + 1), "which" | "what" | "who"))
    });
    turn && !(one.outcome.end..start).any(|at| text.lower(at) == ":") || fronted(text, noun, one)
}

/// "prompting", "leading"
fn is_doing(text: &Text<'_, '_>, at: usize) -> bool {
    let word = text.lower(at);
    word.len() > 5 && word.ends_with("ing") && !text.is_capital(at) && !text.is(at, Tag::PERSON.or(Tag::PREP))
}

/// "after the abduction of Marr, Brenk, the mayor, said": what opens the sentence is told, then comes its subject.
fn fronted(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    let start = noun.tokens.start;
    let first = text.sentence(one.outcome.start).start;
    let opens = (first..one.outcome.start.min(first + 3)).any(|at| {
        matches!(
            text.lower(at),
            "after" | "following" | "since" | "before" | "despite" | "upon" | "amid" | "by" | "buoyed" | "with"
        )
    });
    let comma = start > first && text.lower(start - 1) == ",";
    let alone = (one.outcome.end..start - 1).all(|at| text.lower(at) != ",");
    let lists = (noun.end..text.sentence(start).end.min(noun.end + 12)).any(|at| text.lower(at) == "and");
    opens && comma && alone && (text.is(noun.end, Tag::PREP.or(Tag::FINITE)) || text.lower(noun.end) == "," && !lists)
}

/// Words before "of" or "from" that make what follows a list of places.
const PLACES: &[&str] = &[
    "district",
    "town",
    "cit",
    "village",
    "province",
    "resident",
    "neighbo",
    "suburb",
    "area",
    "region",
    "people",
    "villager",
    "locality",
    "localities",
    "refugee",
    "inhabitant",
    "island",
    "quarter",
];

/// "in the districts of Orla, Kelm and Bab Tarn", "people from Orla, Kelm and even Tarn": members of a list of places.
fn inner_place(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    const REACH: usize = 24;
    let start = noun.tokens.start;
    let first = text.sentence(start).start.max(start.saturating_sub(REACH));
    if noun.form != Form::Named || noun.tokens.len() > 3 || one.rule == "single/relative" {
        return false;
    }
    let joint = |at: usize| matches!(text.lower(at), "," | "and" | "even" | "also");
    let name = |at: usize| {
        text.is_word(at)
            && (text.is_name(at)
                || !text.words.capitals_tell && !text.is(at, Tag::FINITE.or(Tag::DET).or(Tag::POSS).or(Tag::SUBORD)))
            && text.outcome(at).is_none()
            && !text.is(at, Tag::PERSON.or(Tag::PREP))
    };
    let opener = (first..start).rev().find(|&at| !joint(at) && !name(at));
    let Some(opener) = opener.filter(|&at| at > first && matches!(text.lower(at), "of" | "from" | "in")) else {
        return false;
    };
    let listed = joint(start - 1) || joint(noun.end);
    listed && text.begins(opener - 1, PLACES)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_told;

    /// Texts with what they tell, as kind and words, in order.
    const EXAMPLES: &[(&str, &[&str])] = &[
        ("The man that was killed in Orla was a baker.", &["killed The man"]),
        ("She watched her son die in the camp.", &["killed her son"]),
        (
            "After the killing of Ida Marr, Jonas Brenk and Tom Orla, people fled.",
            &["killed Ida Marr, Jonas Brenk and Tom Orla"],
        ),
        (
            "The quake came after Brenk had his rival Karl Marr killed.",
            &["killed his rival Karl Marr"],
        ),
        ("The guards killed Karl Brenk instantly.", &["killed Karl Brenk"]),
        ("The guards seized Karl Brenk overnight.", &["arrested Karl Brenk"]),
        // the other way about
        (
            "The claim by Brenk's envoy Ida Marr that foreign pilots had been captured could not be proved.",
            &[],
        ),
        ("Jonas Brenk promised to stay and die in Orla.", &[]),
        ("Brenk tried to have Prince Karl Marr assassinated in 2003.", &[]),
        ("The police seized Brenk assets in Orla.", &[]),
        ("Rebels captured the other main Brenk stronghold.", &[]),
        (
            "Buoyed by the death of Ida Marr, Jonas Brenk on Monday left the talks.",
            &["killed Ida Marr"],
        ),
        (
            "A bomb left one guard dead, prompting President Jonas Brenk to call a vote.",
            &["killed one guard"],
        ),
        (
            "Several people were hurt by fire in the districts of Orla, Kelm, Tarn and Bab Sevrin.",
            &["injured Several people"],
        ),
        (
            "People from Orla, Kelm, Tarn and even Sevrin have taken shelter in the camp.",
            &[],
        ),
    ];

    #[test]
    fn harm_of_others_is_left_to_them() {
        check_told(EXAMPLES);
    }
}
