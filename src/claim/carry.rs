//! What a claim takes over from the claims before it: class of victims, the whole of which it is a part.

use super::text::Text;
use super::{Draft, VictimClass};
use crate::base::Why;

/// "and 18 others", "16 were missing": the people are those of the count before.
pub(super) fn classes(text: &Text<'_, '_>, drafts: &mut [Draft]) {
    let mut last: Option<(usize, VictimClass)> = None;
    for draft in drafts.iter_mut() {
        let claim = &mut draft.claim;
        let Some(here) = text.scan.sentence_index(text.scan.token_at(claim.span.start())) else {
            continue;
        };
        let words = claim.span.of(text.scan.text).to_lowercase();
        let others = words.ends_with("others")
            || words.ends_with("other people")
            || claim.roles.victims.is_none() && claim.roles.number == Some(claim.span);
        if claim.victim_class != VictimClass::Unspecified {
            // children "among them" tell nothing of the others
            last = (!claim.part_of).then_some((here, claim.victim_class));
        } else if let Some((there, class)) = last
            && others
            && here - there.min(here) <= 1
        {
            claim.victim_class = class;
            last = Some((here, class));
        } else if !others {
            last = None;
        }
    }
}

/// How many sentences a breakdown may run on after its whole.
const BREAKDOWN: usize = 12;

/// "28 died. Five in Idlib, 13 in Homs ...": counts of the same harm that add up to a count before them are its parts.
pub(super) fn parts(text: &Text<'_, '_>, drafts: &mut [Draft]) {
    for whole in 0..drafts.len() {
        let Some(found) = breakdown(text, drafts, whole) else {
            continue;
        };
        for index in found {
            if let Some(draft) = drafts.get_mut(index) {
                draft.claim.part_of = true;
                let span = draft.claim.span;
                draft.claim.why.parts.push(Why::leaf("part/adds-up", span));
            }
        }
    }
    link_wholes(text, drafts);
}

fn breakdown(text: &Text<'_, '_>, drafts: &[Draft], whole: usize) -> Option<Vec<usize>> {
    let first = &drafts.get(whole)?.claim;
    let total = first.figure.value.filter(|total| *total > 1 && !first.part_of)?;
    let here = text.scan.sentence_index(text.scan.token_at(first.span.start()))?;
    let mut sum = 0;
    let mut found = Vec::new();
    for (index, draft) in drafts.iter().enumerate().skip(whole + 1).take(BREAKDOWN) {
        let there = text.scan.sentence_index(text.scan.token_at(draft.claim.span.start()))?;
        if there > here + BREAKDOWN / 2 || sum >= total {
            break;
        }
        if draft.claim.kind != first.kind {
            continue;
        }
        sum += draft.claim.figure.value?;
        found.push(index);
        if sum == total {
            return (found.len() > 1).then_some(found);
        }
    }
    None
}

/// Names the whole of every part: the nearest count of the same harm before it that is no part itself.
fn link_wholes(text: &Text<'_, '_>, drafts: &mut [Draft]) {
    let wholes: Vec<Option<String>> = drafts
        .iter()
        .enumerate()
        .map(|(index, draft)| {
            let part = &draft.claim;
            let here = text.scan.sentence_index(text.scan.token_at(part.span.start()))?;
            let near = drafts.get(index.saturating_sub(BREAKDOWN)..index)?;
            let whole = near
                .iter()
                .rev()
                .find(|whole| whole.claim.kind == part.kind && !whole.claim.part_of)?;
            let there = text.scan.sentence_index(text.scan.token_at(whole.claim.span.start()))?;
            (part.part_of && there + BREAKDOWN / 2 >= here).then(|| whole.claim.key.clone())
        })
        .collect();
    for (draft, whole) in drafts.iter_mut().zip(wholes) {
        draft.claim.part_of_key = whole;
    }
}
