//! What the project concludes of single claims: conflicts, falling totals, copies. Cheap, for it is asked for in a frame.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::{Section, id, ruling};
use crate::link::{Conclusions, Conflict, FallingTotal};
use crate::store::{ClaimId, RulingState, Store};

/// What the project concludes of single claims.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flags {
    /// Claims in a conflict.
    pub in_conflict: BTreeSet<ClaimId>,
    /// Running totals that fall: the one before, and this one.
    pub falls: BTreeMap<ClaimId, (u64, u64)>,
    /// In how many articles the same figure stands, where more than one.
    pub copies: BTreeMap<ClaimId, usize>,
}

impl Flags {
    /// Those of a project.
    pub fn new(store: &Store, conclusions: &Conclusions) -> Self {
        let conflicts = conclusions.conflicts.iter();
        let open = conflicts.filter(|conflict| is_open_conflict(store, conflict));
        let sides = open.flat_map(|conflict| &conflict.sides);
        let same = conclusions.same.iter().filter(|same| same.num_articles > 1);
        Self {
            in_conflict: sides.flat_map(|side| &side.claims).filter_map(id).collect(),
            falls: conclusions.falls.iter().flat_map(|fall| falls(store, fall)).collect(),
            copies: same
                .flat_map(|same| {
                    let claims = same.claims.iter().filter_map(id);
                    claims.map(|claim| (claim, same.num_articles))
                })
                .collect(),
        }
    }
}

/// True where figures do not go together, as the analyst sees it, and the claims are still there.
fn is_open_conflict(store: &Store, conflict: &Conflict) -> bool {
    let told = ruling(store, &conflict.key);
    let stands = |claims: &[u64]| claims.first().and_then(id).is_some_and(|id| store.claim(id).is_some());
    Section::of(told.taken_as.unwrap_or(conflict.sort)).is_conflict()
        && told.state() != RulingState::NoConflict
        && conflict.sides.iter().all(|side| stands(&side.claims))
}

/// The claims after a fall, with the figures before and after.
fn falls(store: &Store, fall: &FallingTotal) -> Vec<(ClaimId, (u64, u64))> {
    let anchor = |claims: &[u64]| {
        let first = claims.iter().filter_map(id).find_map(|id| store.claim(id))?;
        first.claim().figure.anchor()
    };
    let Some(figures) = anchor(&fall.before).zip(anchor(&fall.after)) else {
        return Vec::new();
    };
    fall.after.iter().filter_map(id).map(|claim| (claim, figures)).collect()
}
