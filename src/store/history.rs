//! What was done and can be taken back; also over restarts, since `disk` keeps the same list.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::change::{Change, Edit};
use super::record::ClaimId;

/// An edit that was made, with the one that takes it back.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its number in the project's journal, from 1.
    pub number: i64,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// What was done.
    pub edit: Arc<Edit>,
    /// What takes it back.
    pub inverse: Arc<Edit>,
}

/// Steps done, oldest first, and steps taken back, the next to be done again last.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Done, oldest first.
    pub done: Vec<Step>,
    /// Taken back; the last one is done again first.
    pub undone: Vec<Step>,
}

impl History {
    /// The label of what undo would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.done.last().map(|step| step.edit.label.as_str())
    }

    /// The label of what redo would do again.
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|step| step.edit.label.as_str())
    }

    /// The number of the newest step that holds; 0 at the beginning.
    pub fn now(&self) -> i64 {
        self.done.last().map_or(0, |step| step.number)
    }

    /// All steps, the newest first; those taken back stand before those done.
    pub fn newest_first(&self) -> impl Iterator<Item = &Step> {
        self.undone.iter().chain(self.done.iter().rev())
    }

    /// How many steps lie between now and the point after step `number` (0 = the beginning): `Ok` so many to be taken
    /// back, `Err` so many to be done again. `None` where there is no such step.
    pub fn way_to(&self, number: i64) -> Option<Result<usize, usize>> {
        if number == 0 {
            return Some(Ok(self.done.len()));
        }
        if let Some(at) = self.done.iter().rposition(|step| step.number == number) {
            return Some(Ok(self.done.len() - 1 - at));
        }
        let at = self.undone.iter().rposition(|step| step.number == number)?;
        Some(Err(self.undone.len() - at))
    }

    /// Claims that any step touched since the point after step `number`: what was done since, and what was done then and
    /// is taken back now.
    pub fn changed_since(&self, number: i64) -> BTreeSet<ClaimId> {
        let done = self.done.iter().filter(|step| step.number > number);
        let undone = self.undone.iter().filter(|step| step.number <= number);
        let changes = done.chain(undone).flat_map(|step| &step.edit.changes);
        let claims = changes.filter_map(|change| match change {
            Change::Claim(id, _) => Some(*id),
            _ => None,
        });
        claims.collect()
    }

    /// The steps that touched a claim, oldest first, those taken back last.
    pub fn steps_of(&self, claim: ClaimId) -> impl Iterator<Item = &Step> {
        let touches = move |step: &&Step| {
            let mut changes = step.edit.changes.iter();
            changes.any(|change| matches!(change, Change::Claim(id, _) if *id == claim))
        };
        self.done.iter().chain(self.undone.iter().rev()).filter(touches)
    }
}

impl Step {
    /// The rows that it changes, each as it was before and as it is afterwards.
    pub fn rows(&self) -> impl Iterator<Item = (&Change, &Change)> {
        self.inverse.changes.iter().rev().zip(&self.edit.changes)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::store;
    use crate::store::{Change, ClaimId, Store, Verdict};

    const DEAD: ClaimId = ClaimId(1);

    /// Step 1 adds an article with two claims, 2 accepts the first, 3 rejects it.
    fn project() -> Store {
        let mut store = store();
        for verdict in [Verdict::Accepted, Verdict::Rejected] {
            let edit = store.set_verdict(&[DEAD], verdict);
            store.commit(edit, "2031-03-15T09:00:00Z");
        }
        store
    }

    #[test]
    fn the_way_to_a_point_is_counted() {
        let mut store = project();
        let way = |store: &Store, number| store.history().way_to(number);
        assert_eq!(
            (way(&store, 3), way(&store, 1), way(&store, 0)),
            (Some(Ok(0)), Some(Ok(2)), Some(Ok(3)))
        );
        store.undo();
        store.undo();
        assert_eq!(
            (way(&store, 2), way(&store, 3), way(&store, 1)),
            (Some(Err(1)), Some(Err(2)), Some(Ok(0)))
        );
        assert_eq!(way(&store, 9), None);
        assert_eq!(store.history().now(), 1);
    }

    #[test]
    fn what_changed_since_a_point_is_what_was_done_or_taken_back() {
        let mut store = project();
        assert!(store.history().changed_since(1).into_iter().eq([DEAD]));
        assert!(store.history().changed_since(3).is_empty());
        store.undo();
        assert!(
            store.history().changed_since(3).into_iter().eq([DEAD]),
            "taken back since"
        );
        assert!(store.history().changed_since(2).is_empty());
        assert_eq!(store.history().changed_since(0).len(), 2);
    }

    #[test]
    fn a_claim_has_its_own_steps_with_both_sides() {
        let store = project();
        let steps: Vec<_> = store.history().steps_of(DEAD).collect();
        assert_eq!(steps.iter().map(|step| step.number).collect::<Vec<_>>(), [1, 2, 3]);
        let sides: Vec<_> = steps[2].rows().collect();
        let verdict = |change: &Change| match change {
            Change::Claim(_, Some(row)) => Some(row.verdict),
            _ => None,
        };
        assert_eq!(sides.len(), 1);
        assert_eq!(
            (verdict(sides[0].0), verdict(sides[0].1)),
            (Some(Verdict::Accepted), Some(Verdict::Rejected))
        );
        assert_eq!(store.history().steps_of(ClaimId(2)).count(), 1);
    }
}
