//! Names that the police give the dead: "identified the victims as Ida Marr and Jon Orla", "the dead man was named as Jon Orla".

use super::lexicon::Tag;
use super::single_clause::Told;
use super::single_noun::Noun;
use super::text::Text;
use super::{Form, Kind};

/// The most names of one list.
const LIST: usize = 12;
/// How many tokens before the verb the word for the dead may stand.
const BACK: usize = 10;
/// How many sentences back a death tells what "the victim" suffered.
const SENTENCES: usize = 3;

/// All persons who are named so.
pub(super) fn find(text: &Text<'_, '_>, nouns: &[Noun]) -> Vec<Told> {
    let mut out = Vec::new();
    for at in 1..text.scan.tokens.len() {
        if text.lower(at) != "as" {
            continue;
        }
        let Some((word, kind)) = dead(text, at) else { continue };
        let first = nouns.partition_point(|noun| noun.tokens.start <= at);
        let mut next = at + 1;
        for (index, noun) in nouns.iter().enumerate().skip(first).take(LIST) {
            let joined = noun.tokens.start >= next && (next..noun.tokens.start).all(|at| joins(text, at));
            if noun.form != Form::Named || !joined {
                break;
            }
            out.push(Told {
                noun: index,
                kind,
                outcome: word..word + 1,
                row: "killed/identified",
                rule: "single/identified",
                part: false,
            });
            next = noun.end;
        }
    }
    out
}

/// Commas, ages and the like between two names.
fn joins(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(
        text.lower(at),
        "," | "and" | "(" | ")" | "aged" | "-" | "years" | "old" | "of" | ";"
    ) || text.quantity(at).is_some()
        || text.is_numeral(at)
}

/// The word for the dead before "identified as", and what they suffered.
fn dead(text: &Text<'_, '_>, at: usize) -> Option<(usize, Kind)> {
    let start = text.sentence(at).start;
    let verb = (start.max(at.saturating_sub(8))..at)
        .rev()
        .find(|&at| matches!(text.lower(at), "identified" | "named"))?;
    let passive = text.is(verb.checked_sub(1)?, Tag::BE.or(Tag::ADVERB));
    let range = if passive {
        start.max(verb.saturating_sub(BACK))..verb
    } else {
        verb + 1..at
    };
    let word = range
        .rev()
        .find(|&at| matches!(text.lower(at), "victim" | "victims" | "dead" | "deceased" | "slain"))?;
    if !text.lower(word).starts_with("victim") {
        return Some((word, Kind::Killed));
    }
    // "the victims" are the dead only where a death was told
    let here = text.scan.sentence_index(at)?;
    let last = text.outcomes.partition_point(|outcome| outcome.tokens.start < at);
    let died = text.outcomes.get(last.saturating_sub(12)..last)?.iter().any(|outcome| {
        let there = text.scan.sentence_index(outcome.tokens.start);
        outcome.kind == Kind::Killed && there.is_some_and(|there| there + SENTENCES >= here)
    });
    died.then_some((word, Kind::Killed))
}

#[cfg(test)]
mod tests {
    use super::super::Form;
    use super::super::tests::drafts;

    #[test]
    fn the_dead_get_their_names() {
        let named = |text: &str| -> Vec<String> {
            drafts(text)
                .iter()
                .filter(|draft| draft.claim.form == Form::Named)
                .map(|draft| {
                    let words = draft.claim.span.of(text);
                    format!("{} {words}", draft.claim.kind.id())
                })
                .collect()
        };
        let cases: &[(&str, &[&str])] = &[
            ("The dead man was named as Jonas Brenk.", &["killed Jonas Brenk"]),
            (
                "Two men died. Police identified the victim as Jonas Brenk, 31.",
                &["killed Jonas Brenk"],
            ),
            (
                "Police identified the deceased as Jonas Brenk.",
                &["killed Jonas Brenk"],
            ),
            // the other way about
            ("Two men were robbed. Police identified the victim as Jonas Brenk.", &[]),
            ("The winner was named as Jonas Brenk.", &[]),
            ("Police identified the driver as Jonas Brenk.", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(named(text), *expected, "{text}");
        }
    }
}
