//! Names that the police give the dead: "identified the victims as Ida Marr and Jon Orla", "the dead man was named as Jon Orla".

use std::ops::Range;

use super::lexicon::Tag;
use super::outcomes::Frame;
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

/// What somebody who is named suffered.
struct Suffered {
    kind: Kind,
    outcome: Range<usize>,
    row: &'static str,
}

/// All persons who are named so.
pub(super) fn find(text: &Text<'_, '_>, nouns: &[Noun]) -> Vec<Told> {
    let mut out = Vec::new();
    for at in 1..text.scan.tokens.len() {
        if text.lower(at) != "as" {
            continue;
        }
        let Some(harm) = dead(text, at) else { continue };
        let first = nouns.partition_point(|noun| noun.tokens.start <= at);
        let mut next = at + 1;
        for (index, noun) in nouns.iter().enumerate().skip(first).take(LIST) {
            let joined = noun.tokens.start >= next && (next..noun.tokens.start).all(|at| joins(text, at));
            if noun.form != Form::Named || !joined {
                break;
            }
            out.push(Told {
                noun: index,
                kind: harm.kind,
                outcome: harm.outcome.clone(),
                row: harm.row,
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

/// The words for the dead before "identified as", and what they suffered.
fn dead(text: &Text<'_, '_>, at: usize) -> Option<Suffered> {
    let start = text.sentence(at).start;
    let verb = (start.max(at.saturating_sub(8))..at)
        .rev()
        .find(|&at| matches!(text.lower(at), "identified" | "named" | "names"))?;
    let passive = text.is(verb.checked_sub(1)?, Tag::BE.or(Tag::ADVERB));
    let range = if passive {
        start.max(verb.saturating_sub(BACK))..verb
    } else {
        verb + 1..at
    };
    let word = range
        .rev()
        .find(|&at| matches!(text.lower(at), "victim" | "victims" | "dead" | "deceased" | "slain"));
    let Some(word) = word else {
        return one_of_them(text, start, verb).filter(|_| passive);
    };
    let killed = Suffered {
        kind: Kind::Killed,
        outcome: word..word + 1,
        row: "killed/identified",
    };
    if !text.lower(word).starts_with("victim") {
        return Some(killed);
    }
    // "the victims" are the dead only where a death was told
    let here = text.scan.sentence_index(at)?;
    let last = text.outcomes.partition_point(|outcome| outcome.tokens.start < at);
    let died = text.outcomes.get(last.saturating_sub(12)..last)?.iter().any(|outcome| {
        let there = text.scan.sentence_index(outcome.tokens.start);
        outcome.kind == Kind::Killed && there.is_some_and(|there| there + SENTENCES >= here)
    });
    died.then_some(killed)
}

/// "Two reporters were wounded. One was named as Brenk": one of those whom the sentence before counts.
fn one_of_them(text: &Text<'_, '_>, start: usize, verb: usize) -> Option<Suffered> {
    let mut be = verb;
    while be > start && text.is(be - 1, Tag::BE.or(Tag::HAVE).or(Tag::ADVERB)) {
        be -= 1;
    }
    let of_them = text.reads(start + 1, &["of", "them"]) && be == start + 3;
    let one = (be <= start + 2 || of_them)
        && (start..be).any(|at| {
            matches!(
                text.lower(at),
                "one" | "another" | "other" | "two" | "both" | "they" | "first" | "second" | "third" | "three"
            )
        });
    let before = start.checked_sub(1).filter(|_| one)?;
    let sentence = text.sentence(before);
    // "killed by two gunmen": those may be the ones
    let others = sentence
        .clone()
        .any(|at| text.begins(at, &["gunm", "attacker", "suspect", "assailant", "killer", "bomber"]));
    let last = text.outcomes.partition_point(|outcome| outcome.tokens.start < start);
    let harm = text.outcomes.get(last.checked_sub(1)?).filter(|harm| {
        sentence.contains(&harm.tokens.start) && !others && !matches!(harm.frame, Frame::Noun | Frame::Toll)
    })?;
    sentence.clone().find(|&at| text.quantity(at).is_some())?;
    Some(Suffered {
        kind: harm.kind,
        outcome: harm.tokens.clone(),
        row: harm.id(),
    })
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
            (
                "Police gave the names of the dead as Jonas Brenk and Ida Marr.",
                &["killed Jonas Brenk and Ida Marr"],
            ),
            (
                "At least two nurses were wounded. One was named as midwife Ida Marr.",
                &["injured midwife Ida Marr"],
            ),
            (
                "Three clerks were seized. One of them has been identified as Jonas Brenk.",
                &["abducted Jonas Brenk"],
            ),
            // the other way about
            ("Two were killed by two gunmen. One was identified as Jonas Brenk.", &[]),
            (
                "Two clerks were wounded. The speaker was identified as Jonas Brenk.",
                &[],
            ),
            ("The raid left ruins. One was identified as Jonas Brenk's house.", &[]),
            ("Two men were robbed. Police identified the victim as Jonas Brenk.", &[]),
            ("The winner was named as Jonas Brenk.", &[]),
            ("Police identified the driver as Jonas Brenk.", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(named(text), *expected, "{text}");
        }
    }
}
