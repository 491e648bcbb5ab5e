//! What a claim takes over from the claims and days before it: day, the whole of which it is a part.

use super::lexicon::Tag;
use super::text::Text;
use super::when::Times;
use super::{Draft, Happened, Kind};
use crate::base::Why;

/// Gives counts that name no day the day of the incident that is being told.
pub(super) fn days(text: &Text<'_, '_>, times: &Times, drafts: &mut [Draft]) {
    let mut last: Option<(usize, Happened)> = None;
    let disaster = times.disaster(text);
    for draft in drafts.iter_mut() {
        let at = text.scan.token_at(draft.claim.span.start());
        let Some(here) = text.scan.sentence_index(at) else {
            continue;
        };
        if draft.happened != Happened::Unsaid {
            last = Some((here, draft.happened));
            continue;
        }
        let near =
            last.filter(|(there, _)| *there <= here && here - there <= 1 && !paragraphs_part(text, *there, here));
        let part = draft.claim.part_of
            || matches!(
                &*draft.claim.why.rule,
                "link/fragment" | "link/listed-on" | "link/torn-second"
            );
        let of_disaster = matches!(
            draft.claim.kind,
            Kind::Killed | Kind::Injured | Kind::Missing | Kind::Casualties
        );
        if let Some(index) = disaster.filter(|_| of_disaster) {
            draft.happened = Happened::Time(index);
            continue;
        }
        draft.happened = match near {
            Some((_, happened)) if part => happened,
            Some((_, since @ Happened::Since(_))) if draft.claim.kind == Kind::Missing => since,
            _ if is_perfect(text, draft) || is_loose(text, draft) => Happened::Unsaid,
            Some((_, happened @ Happened::Time(_))) => happened,
            _ => times.told_before(text, at).map_or(Happened::Unsaid, Happened::Time),
        };
        if draft.happened != Happened::Unsaid {
            last = Some((here, draft.happened));
        }
    }
}

fn paragraphs_part(text: &Text<'_, '_>, from: usize, to: usize) -> bool {
    (from + 1..=to).any(|index| {
        text.scan
            .sentences
            .get(index)
            .is_some_and(|sentence| sentence.paragraph_before)
    })
}

/// "have been killed": a running count, not the incident that is being told.
fn is_perfect(text: &Text<'_, '_>, draft: &Draft) -> bool {
    let Some(outcome) = draft.claim.roles.outcome else {
        return false;
    };
    let at = text.scan.token_at(outcome.start());
    let start = text.sentence(at).start;
    (start.max(at.saturating_sub(4))..at).any(|at| matches!(text.lower(at), "have" | "has") && text.is(at, Tag::HAVE))
}

/// "after recent air strikes", "thousands each year": a time of its own, however vague.
fn is_loose(text: &Text<'_, '_>, draft: &Draft) -> bool {
    let tokens = text.sentence(text.scan.token_at(draft.claim.span.start()));
    tokens.into_iter().any(|at| {
        matches!(text.lower(at), "recent" | "recently" | "ever" | "annually")
            || text.reads(at, &["each", "year"])
            || text.reads(at, &["every", "year"])
    })
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
