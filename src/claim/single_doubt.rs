//! Where the words for a harm stand by one person and are not told of this one as a harm: "his death would be a blow", "took
//! refuge in a shrine", "the wounded The mayor said".

use super::lexicon::Tag;
use super::single_clause::Told;
use super::single_noun::{Noun, Opener};
use super::text::Text;
use super::victims_words::is_kin;
use super::{Form, Kind, VictimClass};

/// Whether nothing speaks against what was told of this one.
pub(super) fn holds(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    // "his death would be a blow"
    let would = one.rule == "single/genitive" && matches!(text.lower(one.outcome.end), "would" | "should");
    !(would
        || care(text, noun, one)
        || next_sentence(text, noun, one)
        || adjective(text, noun, one)
        || listed_otherwise(text, noun, one)
        || anyone(text, noun)
        || counted(text, noun)
        || other_gerund(text, noun, one)
        || at_work(text, noun, one)
        || one.kind == Kind::Displaced && !driven_out(text, noun, one))
}

/// "She is being treated by doctors", "now she is in a stable condition": the care for a harm told before.
fn care(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    if noun.opener != Opener::Pronoun {
        return false;
    }
    match one.row {
        "injured/treat" | "injured/treated-at" | "injured/at-scene" => {
            one.rule == "single/object" || text.lower(one.outcome.end) == "by"
        }
        "injured/surgery" | "injured/undergoing" | "injured/awaiting-surgery" => true,
        "injured/condition" | "injured/critical" => !one
            .outcome
            .clone()
            .any(|at| matches!(text.lower(at), "critical" | "serious" | "grave" | "guarded" | "poor")),
        _ => false,
    }
}

/// "to carry the wounded The mayor said": a stop was lost before the article.
fn next_sentence(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    let start = noun.tokens.start;
    one.outcome.end == start
        && text.words.capitals_tell
        && text.is_capital(start)
        && text.is(start, Tag::DET.or(Tag::POSS))
        && text.is_word(start - 1)
        && !text.is_capital(start - 1)
}

/// "another formerly jailed writer": no object of the verb.
fn adjective(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    let harm = one.outcome.start;
    one.rule == "single/object"
        && noun.opener == Opener::Bare
        && noun.form == Form::Implicit
        && one.outcome.end == noun.tokens.start
        && (harm.saturating_sub(2)..harm).any(|at| text.lower(at) == "another")
}

/// Members of lists of something else: "from Orla, Kelm and Sevrin", "the head, a former guard, as he", "and meet President Brenk".
fn listed_otherwise(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    let start = noun.tokens.start;
    let Some(before) = start.checked_sub(1) else {
        return false;
    };
    let list = matches!(
        one.rule,
        "single/listed" | "single/object-list" | "single/shared-forward"
    );
    let first = text.sentence(start).start;
    if !list {
        return one.rule == "single/subject" && noun.form == Form::Named && list_of_places(text, before, first);
    }
    if noun.form == Form::Named {
        let verb = noun.opener == Opener::Bare
            && text.words.capitals_tell
            && !text.is_capital(start)
            && text.is(start, Tag::VERB)
            && !text.is(start, Tag::PERSON);
        return verb || list_of_places(text, before, first);
    }
    let last = text.sentence(start).end;
    one.rule == "single/object-list"
        && text.lower(before) == ","
        && !matches!(text.lower(before - 1), "victim" | "deceased" | "dead")
        && text.lower(noun.end) == ","
        && !(noun.end..last).any(|at| matches!(text.lower(at), "and" | "or"))
}

/// "from Orla, Kelm, Sevrin": single words behind a preposition of place.
fn list_of_places(text: &Text<'_, '_>, before: usize, first: usize) -> bool {
    let mut at = before;
    let mut joints = 0;
    let place = |at: usize| text.is_name(at) || !text.words.capitals_tell && text.is_word(at);
    while at > first && matches!(text.lower(at), "," | "and") && place(at - 1) {
        joints += 1;
        at = at.saturating_sub(2).max(first);
    }
    joints > 0 && matches!(text.lower(at), "from" | "in" | "near" | "around")
}

/// "the first murder of such a man", "everyone had an uncle who died": no certain one.
fn anyone(text: &Text<'_, '_>, noun: &Noun) -> bool {
    const REACH: usize = 6;
    let start = noun.tokens.start;
    let first = text.sentence(start).start;
    noun.opener == Opener::Article
        && (start > first && text.lower(start - 1) == "such"
            || (start.saturating_sub(REACH).max(first)..start)
                .any(|at| matches!(text.lower(at), "everyone" | "everybody" | "anyone" | "anybody")))
}

/// "she was angry with him for getting killed": not she.
fn other_gerund(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    let Some(being) = one.outcome.start.checked_sub(1).filter(|&at| at > noun.end) else {
        return false;
    };
    matches!(one.rule, "single/passive" | "single/chained")
        && matches!(text.lower(being), "getting" | "being")
        && !text.is(being - 1, Tag::BE)
        && (noun.end..being).any(|at| text.lower(at) == "with")
        && (noun.end..being).any(|at| text.is(at, Tag::BE))
}

/// "one of the injured is a clerk": the number tells of the clerk.
fn counted(text: &Text<'_, '_>, noun: &Noun) -> bool {
    const REACH: usize = 8;
    let start = noun.tokens.start;
    let first = text.sentence(start).start;
    text.reads(first, &["one", "of"]) && start <= first + REACH && text.is(start - 1, Tag::BE)
}

/// "one man, who was working as a cook, was stabbed": what the other one was.
fn at_work(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    let start = noun.tokens.start;
    start > 1
        && one.outcome.start > noun.end
        && text.lower(noun.end) == ","
        && text.lower(start - 1) == "as"
        && noun.form == Form::Implicit
        && (text.lower(start - 2).ends_with("ing") || matches!(text.lower(start - 2), "worked" | "served" | "employed"))
}

/// Words by which a sentence tells that somebody was driven from home, and did not merely leave.
const HOME: &[&str] = &[
    "refugee", "border", "frontier", "home", "house", "camp", "village", "displace", "uproot", "flood",
];

/// Whether one was driven from home; leaders leave their country, and a gunman takes refuge.
fn driven_out(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    let sentence = text.sentence(one.outcome.start);
    if !sentence.contains(&noun.tokens.start) {
        return false;
    }
    let body = noun.form == Form::Named
        && noun.opener == Opener::The
        && !noun.tokens.clone().any(|at| text.is(at, Tag::PERSON));
    // "found refuge in Estrava"
    let abroad = || text.is_name(one.outcome.end) || text.is_name(one.outcome.end + 1);
    let plain = noun.class == VictimClass::Civilian || noun.form == Form::Implicit && is_kin(text.lower(noun.head));
    let taken = one.row.starts_with("displaced/refuge") || one.row == "displaced/shelter";
    let forced = matches!(one.row, "displaced/forced" | "displaced/displace");
    !body
        && (one.part
            || forced
            || super::single_sense::with_family(text, noun, one)
            || plain && (!taken || abroad())
            || sentence.clone().any(|at| text.begins(at, HOME)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_told;

    /// Texts with what they tell, as kind and words, in order.
    const EXAMPLES: &[(&str, &[&str])] = &[
        (
            "Jonas Brenk was ill. Brenk's death was a blow to the guild.",
            &["killed Brenk's"],
        ),
        ("They met the wounded guard.", &["injured the wounded guard"]),
        (
            "The guards jailed writer Jonas Brenk.",
            &["arrested writer Jonas Brenk"],
        ),
        (
            "The blast killed a guard, a baker and a nurse.",
            &["killed a guard", "killed a baker", "killed a nurse"],
        ),
        ("The first murder of a judge came in May.", &["killed a judge"]),
        (
            "Jonas Brenk fled across the border to Estrava.",
            &["displaced Jonas Brenk"],
        ),
        ("A resident who fled to Estrava told of it.", &["displaced A resident"]),
        (
            "A baker, also known as Jonas Brenk, was killed in Orla.",
            &["killed A baker", "killed Jonas Brenk"],
        ),
        (
            "Jonas Brenk was hurt in Orla. He was shot in the leg.",
            &["injured Jonas Brenk", "injured He"],
        ),
        (
            "The clerk, who spent some ten years in jail, spoke.",
            &["arrested The clerk"],
        ),
        (
            "Jonas Brenk has been under a form of house arrest since May.",
            &["arrested Jonas Brenk"],
        ),
        (
            "She held her dead two-year-old daughter.",
            &["killed her dead two-year-old daughter"],
        ),
        (
            "The death of the rebels' top commander came in May.",
            &["killed the rebels' top commander"],
        ),
        (
            "He came home, only for his wife to be killed in the quake.",
            &["killed his wife"],
        ),
        (
            "They met at the grave of a man they said was shot dead by guards.",
            &["killed a man"],
        ),
        (
            "The suspect Jonas Brenk was seized years after the warrant.",
            &["arrested The suspect Jonas Brenk"],
        ),
        (
            "Jonas Brenk was ill. He had also fled Orla with his family.",
            &["displaced He"],
        ),
        ("Ida Marr and her children fled in tears.", &["displaced Ida Marr"]),
        ("He wants to avenge the death of his brother.", &["killed his brother"]),
        (
            "The killing of Jonas Brenk could have been foreseen.",
            &["killed Jonas Brenk"],
        ),
        (
            "Jonas Brenk was ill. They saw no way to meet the demands and so they killed him.",
            &["killed him"],
        ),
        (
            "Jonas Brenk was ill. It will not end unless the rebels say exactly who killed him.",
            &["killed him"],
        ),
        (
            "Jonas Brenk was ill. He was told he had been arrested for theft.",
            &["arrested he"],
        ),
        (
            "Hundreds came to the funeral of that guard who was killed in Orla.",
            &["killed guard"],
        ),
        (
            "Jonas Brenk drove home. A shell hit the car, killing him, his son and three guards.",
            &["killed him", "killed his son", "killed three guards"],
        ),
        (
            "Ida Marr, director of the play “Salt,” died when a shell hit the hall.",
            &["killed Ida Marr"],
        ),
        (
            "Ida Marr, 41, was the first teacher named among the dead.",
            &["killed Ida Marr"],
        ),
        (
            "Jonas Brenk was ill. He was beaten up by a group of men at the station.",
            &["injured He"],
        ),
        // the other way about
        ("Rebels demanded the death of his brother.", &[]),
        ("They would not meet the demands to kill him.", &[]),
        ("General Jonas Brenk fled Orla, his family said.", &[]),
        ("The guild wanted to order the killing of Jonas Brenk.", &[]),
        ("Unless the guards kill him, he will go on.", &[]),
        ("He was beaten by a rival in the final.", &[]),
        ("Ida Marr said that guard duty was over.", &[]),
        (
            "Ida Marr, director of the play “Salt,” was the first to speak of the dead.",
            &[],
        ),
        ("The clerk, who spent ten coins in jail, spoke.", &[]),
        ("They kept holding Jonas Brenk accountable.", &[]),
        ("Farmers from the hotbed of Brenk who were seized slept.", &[]),
        ("Jonas Brenk is ill. Brenk's death would be a blow to the guild.", &[]),
        (
            "Jonas Brenk drove on. They came to carry the wounded The mayor spoke of a plan.",
            &[],
        ),
        ("It was said by the man, another formerly jailed writer.", &[]),
        (
            "One of the injured is a clerk who suffered a fractured skull.",
            &["injured One of the injured"],
        ),
        ("The first murder of such a judge came in May.", &[]),
        ("Everyone here had an uncle who died.", &[]),
        ("President Jonas Brenk fled the country in May.", &[]),
        ("Jonas Brenk fled to Estrava last week.", &[]),
        ("He took refuge in the shrine, where Jonas Brenk found refuge too.", &[]),
        ("Ida Marr was found in Orla. She is being treated by doctors.", &[]),
        ("Ida Marr was angry with her father for going and getting killed.", &[]),
        ("People from Orla, Kelm and Tarn took shelter in a camp.", &[]),
    ];

    #[test]
    fn doubtful_ones_are_left_out() {
        check_told(EXAMPLES);
    }
}
