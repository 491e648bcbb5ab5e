//! The figures that two articles share.

use std::collections::BTreeSet;

use crate::claim::Kind;
use crate::quantity::Figure;
use crate::store::{ArticleId, ClaimId, ClaimRecord, Status, Store};

/// The claims of each of two articles whose kind and figure stand in the other one as well; rejected ones left out.
pub fn same_figures(store: &Store, left: ArticleId, right: ArticleId) -> (BTreeSet<ClaimId>, BTreeSet<ClaimId>) {
    let claims = |article: ArticleId| -> Vec<&ClaimRecord> {
        let all = store.claims_of(article).map(AsRef::as_ref);
        all.filter(|record: &&ClaimRecord| record.status() != Status::Rejected)
            .collect()
    };
    let key = |record: &ClaimRecord| -> (Kind, Figure) { (record.claim().kind, record.claim().figure) };
    let (ours, theirs) = (claims(left), claims(right));
    let shared = |own: &[&ClaimRecord], other: &[&ClaimRecord]| {
        let keys: Vec<(Kind, Figure)> = other.iter().map(|record| key(record)).collect();
        let both = own.iter().filter(|record| keys.contains(&key(record)));
        both.map(|record| record.id).collect()
    };
    (shared(&ours, &theirs), shared(&theirs, &ours))
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::same_figures;
    use crate::store::{ArticleId, ClaimId, Store};

    #[test]
    fn same_kind_and_figure_in_both() {
        let store: Store = testing::store(&[
            (
                "Herald",
                "2031-03-14",
                "{killed|Six people} died, {injured|9 people} hurt, {killed|7 people} died.",
            ),
            (
                "Post",
                "2031-03-15",
                "{killed|six people} died, {killed|9 people} died, {killed rejected|7 people} died.",
            ),
        ]);
        let id = |number| ArticleId(number);
        let (left, right) = same_figures(&store, id(1), id(2));
        let first: Vec<ClaimId> = store.claims().map(|claim| claim.id).collect();
        assert_eq!(left.into_iter().collect::<Vec<_>>(), [first[0]]);
        assert_eq!(right.into_iter().collect::<Vec<_>>(), [first[3]]);
        let (none, _) = same_figures(&store, id(1), id(3));
        assert!(none.is_empty());
    }
}
