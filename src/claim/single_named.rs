//! The names of the harmed where no verb stands by them: "the victims were named as Aida Tarn and Jonas Brenk", "the bodies of both".

use super::lexicon::Tag;
use super::single_clause::Told;
use super::single_noun::{Noun, Opener};
use super::text::Text;
use super::{Form, Kind};

/// The most persons of one list.
const LIST: usize = 8;
/// How far back the harm of "the victim" may be told.
const TOLD_BACK: usize = 120;

/// All persons whom these words name as harmed.
pub(super) fn find(text: &Text<'_, '_>, nouns: &[Noun]) -> Vec<Told> {
    let mut out: Vec<Told> = Vec::new();
    for at in 0..text.scan.tokens.len() {
        let Some(from) = names_of_victims(text, at) else {
            continue;
        };
        let Some(harm) = killing_before(text, at) else { continue };
        let index = nouns.partition_point(|noun| noun.tokens.start < from);
        for noun in list(text, nouns, index, from, false) {
            out.push(Told {
                noun,
                kind: Kind::Killed,
                outcome: harm..harm + 1,
                row: "killed/victim-named",
                rule: "single/victim-named",
                part: false,
            });
        }
    }
    out
}

/// "the bodies of Aida Tarn and Jonas Brenk": those who are joined to the first.
pub(super) fn joined(text: &Text<'_, '_>, nouns: &[Noun], told: &[Told]) -> Vec<Told> {
    let mut out = Vec::new();
    for one in told.iter().filter(|one| one.rule == "single/noun-of") {
        let plural = matches!(
            text.lower(one.outcome.start),
            "bodies" | "deaths" | "murders" | "killings" | "assassinations" | "arrests" | "executions" | "remains"
        );
        let Some(first) = nouns.get(one.noun).filter(|_| plural) else {
            continue;
        };
        let from = after_joint(text, first.end);
        if from == first.end {
            continue;
        }
        for noun in list(text, nouns, one.noun + 1, from, true) {
            out.push(Told {
                noun,
                rule: "single/listed",
                ..one.clone()
            });
        }
    }
    out
}

/// The names from `from` on that follow each other in a list, with `roles` those known by their role too.
fn list(text: &Text<'_, '_>, nouns: &[Noun], index: usize, from: usize, roles: bool) -> Vec<usize> {
    let mut out = Vec::new();
    let mut at = from;
    for (step, noun) in nouns.iter().enumerate().skip(index).take(LIST) {
        let one = noun.form == Form::Named || roles && matches!(noun.opener, Opener::Article | Opener::Genitive);
        if noun.tokens.start != at || !one {
            break;
        }
        out.push(step);
        at = after_joint(text, noun.end);
        if at == noun.end {
            break;
        }
    }
    out
}

/// "three are missing: Aida Tarn, Orla Post; Jonas Brenk, Kelm Times; and Mara Voll": those behind each semicolon.
pub(super) fn apart(text: &Text<'_, '_>, nouns: &[Noun], told: &[Told]) -> Vec<Told> {
    const WITHIN: usize = 8;
    let mut out = Vec::new();
    for one in told {
        let opens = |noun: &Noun| {
            let before = noun.tokens.start.checked_sub(1);
            noun.form == Form::Named && before.is_some_and(|at| text.lower(at) == ":")
        };
        if !nouns.get(one.noun).is_some_and(opens) {
            continue;
        }
        let mut index = one.noun;
        while let Some(noun) = nouns.get(index).filter(|_| out.len() < LIST) {
            let what = |&at: &usize| {
                text.lower(at) == ","
                    || text.is_word(at) && (text.is_name(at) || !text.is(at, Tag::FINITE)) && text.outcome(at).is_none()
            };
            let close = (noun.end..noun.end + WITHIN).find(|at| !what(at));
            let Some(close) = close.filter(|&at| text.lower(at) == ";") else {
                break;
            };
            let from = close + 1 + usize::from(text.lower(close + 1) == "and");
            let next = nouns.partition_point(|noun| noun.tokens.start < from);
            let follows = |noun: &Noun| noun.tokens.start == from && noun.form == Form::Named;
            if next <= index || !nouns.get(next).is_some_and(follows) {
                break;
            }
            index = next;
            out.push(Told {
                noun: index,
                rule: "single/listed",
                ..one.clone()
            });
        }
    }
    out
}

/// Past an age and the joint of a list: ", 34, and".
fn after_joint(text: &Text<'_, '_>, end: usize) -> usize {
    let age = |at: usize| text.lower(at).len() <= 2 && text.is_numeral(at);
    let mut at = end;
    if text.lower(at) == "," && age(at + 1) {
        at += 2;
    }
    while matches!(text.lower(at), "," | "and" | ";") {
        at += 1;
    }
    at
}

/// "victims were named as", "named the victim as", "latest victim:": where the names begin.
fn names_of_victims(text: &Text<'_, '_>, at: usize) -> Option<usize> {
    if !matches!(text.lower(at), "victim" | "victims" | "deceased") {
        return None;
    }
    if text.lower(at + 1) == ":" || text.lower(at + 1) == "as" && named(text, at.checked_sub(2)?) {
        return Some(at + 2);
    }
    let mut end = at + 1;
    while text.is(end, Tag::BE.or(Tag::HAVE)) {
        end += 1;
    }
    if end == at + 1 {
        return None;
    }
    let verb = named(text, end);
    match (verb, text.lower(end + 1)) {
        (true, "as") => Some(end + 2),
        (false, _) => Some(end),
        _ => None,
    }
}

fn named(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(
        text.lower(at),
        "named" | "identified" | "names" | "identifies" | "naming" | "identifying"
    )
}

/// The nearest word for a killing that was told before.
fn killing_before(text: &Text<'_, '_>, at: usize) -> Option<usize> {
    (at.saturating_sub(TOLD_BACK)..at)
        .rev()
        .filter_map(|at| text.outcome_from(at))
        .find(|outcome| outcome.kind != Kind::Injured || outcome.tokens.len() > 1)
        .filter(|outcome| outcome.kind == Kind::Killed)
        .map(|outcome| outcome.tokens.start)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_told;

    /// Texts with what they tell, as kind and words, in order.
    const EXAMPLES: &[(&str, &[&str])] = &[
        (
            "The bodies of a priest and his driver were found in a well.",
            &["killed a priest", "killed his driver"],
        ),
        ("A woman named Ida Marr was shot in Orla.", &["injured Ida Marr"]),
        (
            "A man, identified by police as Jonas Brenk, was stabbed.",
            &["injured Jonas Brenk"],
        ),
        // the other way about
        ("A book on a woman named Ida Marr was sold.", &[]),
        ("The bodies of a truck and a van were found in a well.", &[]),
    ];

    #[test]
    fn names_stand_for_roles() {
        check_told(EXAMPLES);
    }
}
