//! Figures that are set against one another run: what a body counts now beside what it counted before, and what several
//! bodies count of one harm.

use std::ops::Range;

use super::scope::INCIDENT;
use super::text::Text;
use super::{Claim, Draft, Form, Happened, Kind, Scope};

/// How a count that is set against another was found, by the rule's own name.
const SET: &[&str] = &["link/spoken-of", "link/total-on"];

/// Verbs that give a count, before it.
const COUNT: &[&str] = &[
    "counts",
    "counted",
    "gives",
    "gave",
    "registered",
    "verified",
    "confirmed",
    "mentions",
    "mentioned",
];

/// "it lowered the total to 28", "on Wednesday it had been 31": totals, and so is what stands before them; and where several
/// bodies count a harm of one of the `rivals`, what a verb of counting gives.
pub(super) fn runs_on(text: &Text<'_, '_>, drafts: &mut [Draft], rivals: &[Kind]) {
    for index in 0..drafts.len() {
        let Some(draft) = drafts.get(index) else { continue };
        let claim = &draft.claim;
        let kind = claim.kind;
        let counts = rivals.contains(&kind) && is_counted(text, draft);
        let is_set = SET.contains(&claim.why.rule.as_ref()) && claim.form == Form::Number && !is_of_day(text, claim);
        if !(is_set || counts) {
            continue;
        }
        let from = if is_set {
            first_before(text, drafts, index)
        } else {
            index
        };
        for draft in drafts.get_mut(from..=index).unwrap_or_default() {
            if draft.claim.kind == kind && draft.claim.form == Form::Number {
                draft.claim.scope = Scope::Total;
            }
        }
    }
}

/// "put the count for the day at 64"
fn is_of_day(text: &Text<'_, '_>, claim: &Claim) -> bool {
    let at = text.scan.token_at(claim.span.start());
    (text.sentence(at).start..at).any(|at| matches!(text.lower(at), "day" | "day's"))
}

/// The first of the figures right before it, in its sentence and the one before, that it is set against.
fn first_before(text: &Text<'_, '_>, drafts: &[Draft], index: usize) -> usize {
    let sentence = |claim: &Claim| text.scan.sentence_index(text.scan.token_at(claim.span.start()));
    let here = drafts.get(index).and_then(|draft| sentence(&draft.claim)).unwrap_or(0);
    let fits = |draft: &Draft| {
        sentence(&draft.claim).is_some_and(|there| there + 1 >= here) && draft.happened == Happened::Unsaid
    };
    (0..index)
        .rev()
        .take_while(|&at| drafts.get(at).is_some_and(fits))
        .last()
        .unwrap_or(index)
}

/// "the council counts 34 dead", "hospitals speak of 26 to 30 dead": a count, of no one incident and no one day.
fn is_counted(text: &Text<'_, '_>, draft: &Draft) -> bool {
    let claim = &draft.claim;
    let at = text.scan.token_at(claim.span.start());
    let sentence: Range<usize> = text.sentence(at);
    let speaks = at >= 2 && text.lower(at - 1) == "of" && text.begins(at - 2, &["spoke", "speak"]);
    let verb = at
        .checked_sub(1)
        .is_some_and(|before| COUNT.contains(&text.lower(before)));
    draft.happened == Happened::Unsaid
        && claim.form == Form::Number
        && !claim.part_of
        && (speaks || verb)
        && !sentence.clone().any(|at| INCIDENT.contains(&text.lower(at)))
}

#[cfg(test)]
mod tests {
    use super::super::Scope::{Incident, Total};
    use super::super::tests::drafts;

    #[test]
    fn figures_set_against_one_another_run() {
        let cases = [
            (
                "Marr's ministry spoke of 31 dead; on Thursday it lowered the total to 28.",
                vec![Total, Total],
            ),
            (
                "Officials in Orla said nine people were shot. Another office put the count for the day at 12.",
                vec![Incident, Incident],
            ),
            ("Four men were shot in Orla on Monday.", vec![Incident]),
            ("The clinic counted nine dead after the crash.", vec![Incident]),
        ];
        for (text, wanted) in cases {
            let read: Vec<_> = drafts(text).iter().map(|draft| draft.claim.scope).collect();
            assert_eq!(read, wanted, "{text}");
        }
    }
}
