//! The queue of claims that are reviewed one at a time: its order, what comes next, what was left before.

use super::flags::Flags;
use super::look::ReviewLook;
use super::table::Table;
use crate::store::{ClaimId, Status, Store};

/// In which order claims come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum QueueOrder {
    /// The one that the machine is least sure of first.
    #[default]
    LeastSure,
    /// Those in a conflict first, then as in the articles.
    Conflicts,
    /// As in the articles.
    Articles,
}

impl QueueOrder {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::LeastSure, Self::Conflicts, Self::Articles];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::LeastSure => "Least sure first",
            Self::Conflicts => "Conflicts first",
            Self::Articles => "By article",
        }
    }
}

/// How a claim was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    /// By a decision.
    Decided,
    /// For later.
    Skipped,
}

/// Claims that are reviewed one at a time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    /// The order.
    pub order: QueueOrder,
    /// The claim that is shown; `None` once all are decided.
    pub current: Option<ClaimId>,
    /// All that were unreviewed when it began, in its order.
    claims: Vec<ClaimId>,
    /// The claims that were left, the last at the end.
    trail: Vec<(ClaimId, Left)>,
}

impl Queue {
    /// The unreviewed claims that pass Review's filter. Begins with `first` where it is one of them.
    pub fn new(store: &Store, look: &ReviewLook, flags: &Flags, order: QueueOrder, first: Option<ClaimId>) -> Self {
        let look = ReviewLook {
            sort_column: String::new(),
            ..look.clone()
        };
        let mut claims = Table::new(store, &look, flags).rows;
        claims.retain(|id| is_open(store, *id));
        let mut queue = Self {
            order,
            claims,
            ..Self::default()
        };
        queue.sort(store, flags);
        let first = first.filter(|id| queue.claims.contains(id));
        queue.current = first.or_else(|| queue.claims.first().copied());
        queue
    }

    /// Orders anew what is left; the claim that is shown stays.
    pub fn reorder(&mut self, store: &Store, flags: &Flags, order: QueueOrder) {
        self.order = order;
        self.claims.sort_unstable();
        self.sort(store, flags);
    }

    fn sort(&mut self, store: &Store, flags: &Flags) {
        let place = |id: &ClaimId| store.claim(*id).map(|record| (record.article, record.claim().span));
        match self.order {
            QueueOrder::LeastSure => self.claims.sort_by_cached_key(|id| {
                let claim = store.claim(*id).map(|record| record.claim().confidence);
                ((claim.unwrap_or(1.0) * 1000.0).round() as u32, place(id))
            }),
            QueueOrder::Conflicts => self
                .claims
                .sort_by_cached_key(|id| (!flags.in_conflict.contains(id), place(id))),
            QueueOrder::Articles => self.claims.sort_by_cached_key(place),
        }
    }

    /// How many claims there are in all.
    pub fn len(&self) -> usize {
        self.claims.len()
    }

    /// True where it began with none.
    pub fn is_empty(&self) -> bool {
        self.claims.is_empty()
    }

    /// How many of its claims are decided by now.
    pub fn num_decided(&self, store: &Store) -> usize {
        self.claims.iter().filter(|id| !is_open(store, **id)).count()
    }

    /// How many of its claims are in each state, in the order of [`Status::ALL`].
    pub fn states(&self, store: &Store) -> [usize; 5] {
        let mut counts = [0; 5];
        for record in self.claims.iter().filter_map(|id| store.claim(*id)) {
            let at = Status::ALL.iter().position(|status| *status == record.status());
            if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
                *count += 1;
            }
        }
        counts
    }

    /// Leaves the claim that is shown, which was just decided, for the next one that is open.
    pub fn decided(&mut self, store: &Store) {
        self.go_on(store, Left::Decided);
    }

    /// Leaves the claim that is shown for later: it comes again after the others.
    pub fn skip(&mut self, store: &Store) {
        self.go_on(store, Left::Skipped);
    }

    fn go_on(&mut self, store: &Store, how: Left) {
        let Some(current) = self.current else { return };
        self.trail.push((current, how));
        self.current = self.next_open(store, current);
    }

    /// The next open claim after one, in a ring: what was skipped comes again.
    fn next_open(&self, store: &Store, after: ClaimId) -> Option<ClaimId> {
        let at = self.claims.iter().position(|id| *id == after).map_or(0, |at| at + 1);
        let (before, behind) = self.claims.split_at(at.min(self.claims.len()));
        behind.iter().chain(before).copied().find(|id| is_open(store, *id))
    }

    /// Goes back to the claim that was left last; false where there is none.
    pub fn back(&mut self, store: &Store) -> bool {
        while let Some((last, _)) = self.trail.pop() {
            if store.claim(last).is_some() {
                self.current = Some(last);
                return true;
            }
        }
        false
    }

    /// True where there is a claim to go back to.
    pub fn can_go_back(&self) -> bool {
        !self.trail.is_empty()
    }

    /// After an undo: shows again the claim whose decision was taken back. After other changes: goes on where the claim
    /// that is shown is gone.
    pub fn follow(&mut self, store: &Store) {
        let reopened = |(id, how): &(ClaimId, Left)| *how == Left::Decided && is_open(store, *id);
        if let Some(at) = self.trail.iter().rposition(reopened) {
            self.current = self.trail.get(at).map(|(id, _)| *id);
            self.trail.truncate(at);
        }
        let gone = |id: ClaimId| store.claim(id).is_none();
        if self.current.is_none_or(gone) {
            self.current = self.claims.iter().copied().find(|id| is_open(store, *id));
        }
    }
}

fn is_open(store: &Store, id: ClaimId) -> bool {
    store
        .claim(id)
        .is_some_and(|record| record.status() == Status::Unreviewed)
}

#[cfg(test)]
mod tests {
    use super::{Queue, QueueOrder};
    use crate::show::testing::{claim, store};
    use crate::show::{Flags, ReviewLook};
    use crate::store::{Store, Verdict};

    fn sample() -> Store {
        store(&[
            (
                "Herald",
                "2031-03-14",
                "Toll\n\n{killed conf 0.9|29 dead}. {injured conf 0.5|40 hurt}. {killed conf 0.4 accepted|3 dead}.",
            ),
            ("Post", "2031-03-13", "Held\n\n{arrested conf 0.7|50 held}."),
        ])
    }

    fn queue(store: &Store, order: QueueOrder) -> Queue {
        let flags = Flags {
            in_conflict: [claim(store, "50 held")].into(),
            ..Flags::default()
        };
        Queue::new(store, &ReviewLook::default(), &flags, order, None)
    }

    fn decide(store: &mut Store, queue: &mut Queue) {
        let current = queue.current.expect("one is shown");
        let edit = store.set_verdict(&[current], Verdict::Accepted);
        store.commit(edit, "2031-03-15T09:00:00Z");
        queue.decided(store);
    }

    #[track_caller]
    fn check(order: QueueOrder, expected: &[&str]) {
        let mut store = sample();
        let mut queue = queue(&store, order);
        let mut got = Vec::new();
        while let Some(current) = queue.current {
            let record = store.claim(current).expect("a claim");
            let article = store.article(record.article).expect("its article");
            got.push(record.claim().span.of(article.text()).to_owned());
            decide(&mut store, &mut queue);
        }
        assert_eq!(got, expected);
        assert_eq!((queue.num_decided(&store), queue.len()), (3, 3));
    }

    #[test]
    fn unreviewed_claims_come_in_the_order_asked_for() {
        check(QueueOrder::LeastSure, &["40 hurt", "50 held", "29 dead"]);
        check(QueueOrder::Conflicts, &["50 held", "29 dead", "40 hurt"]);
        check(QueueOrder::Articles, &["29 dead", "40 hurt", "50 held"]);
    }

    #[test]
    fn what_is_skipped_comes_again_and_back_goes_to_what_was_left() {
        let mut store = sample();
        let mut queue = queue(&store, QueueOrder::Articles);
        queue.skip(&store);
        decide(&mut store, &mut queue);
        assert_eq!(queue.current, Some(claim(&store, "50 held")));
        assert!(queue.back(&store));
        assert_eq!(queue.current, Some(claim(&store, "40 hurt")));
        assert!(queue.back(&store) && !queue.back(&store));
        assert_eq!(queue.current, Some(claim(&store, "29 dead")));
        queue.skip(&store);
        assert_eq!(queue.current, Some(claim(&store, "50 held")), "the decided one is out");
        queue.skip(&store);
        assert_eq!(queue.current, Some(claim(&store, "29 dead")));
        queue.skip(&store);
        queue.skip(&store);
        assert_eq!(queue.current, Some(claim(&store, "29 dead")));
    }

    #[test]
    fn undo_shows_the_claim_again_and_a_lost_claim_is_passed_over() {
        let mut store = sample();
        let mut queue = queue(&store, QueueOrder::Articles);
        decide(&mut store, &mut queue);
        queue.skip(&store);
        store.undo();
        queue.follow(&store);
        assert_eq!(queue.current, Some(claim(&store, "29 dead")));
        assert!(!queue.can_go_back());
        let gone = store.claim(claim(&store, "29 dead")).expect("it").article;
        let edit = store.remove_articles(&[gone]);
        store.commit(edit, "2031-03-15T09:00:00Z");
        queue.follow(&store);
        assert_eq!(queue.current, Some(claim(&store, "50 held")));
    }

    #[test]
    fn nothing_to_review_is_an_empty_queue() {
        let look = ReviewLook {
            text: "no such words".to_owned(),
            ..ReviewLook::default()
        };
        let store = sample();
        let queue = Queue::new(&store, &look, &Flags::default(), QueueOrder::default(), None);
        assert!(queue.is_empty() && queue.current.is_none() && !queue.can_go_back());
        let first = Some(claim(&store, "50 held"));
        let begins = Queue::new(
            &store,
            &ReviewLook::default(),
            &Flags::default(),
            QueueOrder::Articles,
            first,
        );
        assert_eq!(begins.current, first);
    }
}
