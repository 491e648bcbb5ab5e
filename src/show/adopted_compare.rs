//! Which figures for an adopted one are compared with one another, and which are copies.

use std::collections::BTreeSet;

use super::adopted::Candidate;
use crate::claim::Kind;
use crate::link::{Conclusions, ConflictSort};

/// What no conflict, update or growth over the whole story holds is not compared, where others are.
pub(super) fn find_compared(rows: &mut [Candidate], conclusions: &Conclusions, kind: Kind) {
    let conflicts = conclusions
        .conflicts
        .iter()
        .filter(|row| row.kind == kind && row.place.is_none() && !row.is_incident && row.sort != ConflictSort::Meaning);
    let growth = conclusions.growth.iter();
    let growth = growth.filter(|row| row.kind == kind && row.place.is_none());
    let of_conflicts = conflicts.flat_map(|row| row.sides.iter().flat_map(|side| &side.claims));
    let of_growth = growth.flat_map(|row| row.steps.iter().flat_map(|step| &step.claims));
    let compared: BTreeSet<u64> = of_conflicts.chain(of_growth).copied().collect();
    let holds = |row: &Candidate| {
        row.claims
            .iter()
            .any(|claim| compared.contains(&claim.0.unsigned_abs()))
    };
    if rows.iter().any(holds) {
        for row in rows {
            row.compared = holds(row);
        }
    }
}

/// Sources whose figures are copies of one another are one.
pub(super) fn merge_copies(rows: &mut Vec<Candidate>, conclusions: &Conclusions) {
    for group in &conclusions.copies {
        let holds = |row: &Candidate| {
            row.claims
                .iter()
                .any(|claim| group.claims.contains(&claim.0.unsigned_abs()))
        };
        let Some(first) = rows.iter().position(holds) else {
            continue;
        };
        let figure = rows.get(first).map(|row| row.figure);
        let mut at = 0;
        let mut copied = Vec::new();
        rows.retain(|row| {
            let copy = at != first && Some(row.figure) == figure && holds(row);
            at += 1;
            if copy {
                copied.extend(row.claims.iter().copied());
            }
            !copy
        });
        if let Some(row) = rows.get_mut(first) {
            row.claims.extend(copied);
        }
    }
}
