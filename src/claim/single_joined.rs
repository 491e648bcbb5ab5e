//! Several subjects of one verb, each with words of its own: "Ida Marr, a clerk, and Jonas Brenk, a driver, were detained".

use super::lexicon::Tag;
use super::outcomes::Outcome;
use super::single_clause::{Told, preposed};
use super::single_noun::Noun;
use super::text::Text;
use super::{Form, single_noun::Opener};

/// How far apart two of them may stand: "a reporter with the Orla Post, and".
const BETWEEN: usize = 8;
/// The most subjects before the last.
const LIST: usize = 6;

/// Those who share the verb of one of whom it was told, which no rule for counts joined to it.
pub(super) fn find(text: &Text<'_, '_>, nouns: &[Noun], told: &[Told]) -> Vec<Told> {
    let mut out = Vec::new();
    for one in told {
        let subject = matches!(one.rule, "single/passive" | "single/subject" | "single/predicate");
        let Some(last) = nouns
            .get(one.noun)
            .filter(|noun| subject && one.outcome.start >= noun.end)
        else {
            continue;
        };
        let and = last
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|at| matches!(text.lower(at), "and" | "&"));
        if !and || !is_plural(text, last.end, one.outcome.start) {
            continue;
        }
        let mut index = one.noun;
        while let Some(before) = joined_to(text, nouns, index).filter(|before| before + LIST > one.noun) {
            index = before;
            let known = told.iter().any(|other| other.noun == before && other.kind == one.kind);
            if !known {
                out.push(Told {
                    noun: before,
                    rule: "single/joined",
                    ..one.clone()
                });
            }
        }
    }
    out
}

/// Whether the verb of the subject whose words end at `from` may be that of several.
fn is_plural(text: &Text<'_, '_>, from: usize, harm: usize) -> bool {
    !(from..harm).any(|at| matches!(text.lower(at), "was" | "is" | "has" | "who" | "gets"))
}

/// Whether the words before the comma are the last of several subjects: no insertion of the first one.
pub(super) fn closes_list(text: &Text<'_, '_>, nouns: &[Noun], comma: usize, outcome: &Outcome) -> bool {
    let last = nouns.partition_point(|noun| noun.end <= comma).checked_sub(1);
    let and = |noun: &Noun| noun.end == comma && text.lower(noun.tokens.start.saturating_sub(1)) == "and";
    is_plural(text, comma, outcome.tokens.start)
        && last.is_some_and(|last| nouns.get(last).is_some_and(and) && joined_to(text, nouns, last).is_some())
}

/// The noun that "and" or a comma joins to the one with this index.
fn joined_to(text: &Text<'_, '_>, nouns: &[Noun], index: usize) -> Option<usize> {
    let noun = nouns.get(index)?;
    // "a guard from Orla, a nurse": not the place
    let before = (index.saturating_sub(2)..index)
        .rev()
        .find(|&before| nouns.get(before).is_some_and(|other| !preposed(text, other)))?;
    let other = nouns.get(before).filter(|other| other.opener != Opener::Pronoun)?;
    let between = other.end..noun.tokens.start;
    let joint = between
        .end
        .checked_sub(1)
        .filter(|&at| matches!(text.lower(at), "and" | "," | "&"))?;
    let comma = text.lower(joint) == "," || joint > between.start && text.lower(joint - 1) == ",";
    // "of the Orla Post", "right" in a picture, an age
    let words = |at: usize| {
        let stop = Tag::FINITE.or(Tag::SUBORD).or(Tag::REL).or(Tag::CONJ).or(Tag::PRON);
        (!text.is(at, stop) || text.is_name(at))
            && text.outcome(at).is_none()
            && (text.is_word(at) || matches!(text.lower(at), "," | "(" | ")"))
    };
    let tail = joint == between.start || comma && (between.start..joint).all(words);
    let start = other.tokens.start;
    let object = start > text.sentence(start).start
        && (text.outcome_to(start).is_some()
            || text.is(start - 1, Tag::PAST.or(Tag::ING)) && !text.is(start - 1, Tag::SAY));
    // a bare role in a list of things
    let person = other.form == Form::Named || other.opener != Opener::Bare;
    (tail && between.len() <= BETWEEN && person && !object).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_told;

    /// Texts with what they tell, as kind and words, in order.
    const EXAMPLES: &[(&str, &[&str])] = &[
        (
            "Ida Marr, a clerk, and Jonas Brenk, a driver, were detained on Sunday.",
            &["arrested Ida Marr, a clerk, and Jonas Brenk"],
        ),
        (
            "Ida Marr, a reporter with the Orla Post, and her cameraman, Jonas Brenk, were shot dead.",
            &["killed Ida Marr", "killed Jonas Brenk"],
        ),
        (
            "Ida Marr, left, and Jonas Brenk, right, were killed in Orla.",
            &["killed Ida Marr, left, and Jonas Brenk"],
        ),
        (
            "Ida Marr, 22, Jonas Brenk, 30, and Mara Voll, 41, died at the scene.",
            &["killed Ida Marr, 22, Jonas Brenk, 30, and Mara Voll"],
        ),
        (
            "A guard from Orla, a nurse and a clerk from Kelm were arrested.",
            &["arrested A guard", "arrested a nurse", "arrested a clerk"],
        ),
        // the other way about
        (
            "Ida Marr, a clerk who knew Jonas Brenk, was detained on Sunday.",
            &["arrested Ida Marr"],
        ),
        (
            "Police praised Ida Marr, a clerk, and Jonas Brenk and Mara Voll were held.",
            &["arrested Jonas Brenk and Mara Voll"],
        ),
        (
            "After a talk with Ida Marr, a clerk, Jonas Brenk was detained.",
            &["arrested Jonas Brenk"],
        ),
    ];

    #[test]
    fn subjects_share_their_verb() {
        check_told(EXAMPLES);
    }
}
