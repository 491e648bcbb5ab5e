//! After a correction: which other claims it fits, so that it can be offered for them.

use super::action::Action;
use super::state::State;
use crate::show::{SameWhat, same_cases};
use crate::store::{ClaimId, Verdict};

/// The one claim that an action corrects, and in what; `None` for other actions and for many claims at once.
pub(super) fn corrected(action: &Action) -> Option<(ClaimId, SameWhat)> {
    let (ids, what) = match action {
        Action::SetField(ids, field, Some(_)) => (ids, SameWhat::Field(*field)),
        Action::SetVerdict(ids, Verdict::Rejected) => (ids, SameWhat::Rejected),
        _ => return None,
    };
    match ids.as_slice() {
        [id] => Some((*id, what)),
        _ => None,
    }
}

/// Offers the correction for the other claims that it fits; an earlier offer is gone. Only where nobody decided on them.
pub(super) fn offer(state: &mut State, corrected: Option<(ClaimId, SameWhat)>) {
    let found = corrected.and_then(|(from, what)| same_cases(&state.store, from, what));
    state.same = found.filter(|cases| cases.undecided > 0);
}
