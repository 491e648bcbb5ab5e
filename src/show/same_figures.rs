//! The figures that two articles share.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::claim::Kind;
use crate::link::Conclusions;
use crate::quantity::Figure;
use crate::store::{ArticleId, ClaimId, ClaimRecord, Status, Store};

/// What a figure is the same by.
#[derive(PartialEq, Eq, Hash)]
enum Same {
    /// The place of the same figure among the conclusions.
    Told(usize),
    /// Kind and figure of a claim of which nothing is concluded.
    Looks(Kind, Figure),
}

/// The claims of each of two articles whose figure stands in the other one as well; rejected ones left out. Figures are the
/// same where the project concludes so, from speaker, day and place; of claims in no such group kind and figure decide.
pub fn same_figures(
    store: &Store,
    conclusions: &Conclusions,
    left: ArticleId,
    right: ArticleId,
) -> (BTreeSet<ClaimId>, BTreeSet<ClaimId>) {
    let claims = |article: ArticleId| -> Vec<&ClaimRecord> {
        let all = store.claims_of(article).map(AsRef::as_ref);
        all.filter(|record: &&ClaimRecord| record.status() != Status::Rejected)
            .collect()
    };
    let (ours, theirs) = (claims(left), claims(right));
    let asked: BTreeSet<u64> = ours
        .iter()
        .chain(&theirs)
        .map(|record| record.id.0.unsigned_abs())
        .collect();
    let groups = conclusions.same.iter().enumerate();
    let told = groups.flat_map(|(at, same)| same.claims.iter().map(move |claim| (*claim, at)));
    let told: BTreeMap<u64, usize> = told.filter(|(claim, _)| asked.contains(claim)).collect();
    let key = |record: &ClaimRecord| -> Same {
        let told = told.get(&record.id.0.unsigned_abs()).copied();
        told.map_or_else(|| Same::Looks(record.claim().kind, record.claim().figure), Same::Told)
    };
    let shared = |own: &[&ClaimRecord], other: &[&ClaimRecord]| {
        let keys: HashSet<Same> = other.iter().map(|record| key(record)).collect();
        let both = own.iter().filter(|record| keys.contains(&key(record)));
        both.map(|record| record.id).collect()
    };
    (shared(&ours, &theirs), shared(&theirs, &ours))
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use std::sync::Arc;

    use super::same_figures;
    use crate::link::{Conclusions, SameFigure};
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
        let (left, right) = same_figures(&store, &Conclusions::default(), id(1), id(2));
        let first: Vec<ClaimId> = store.claims().map(|claim| claim.id).collect();
        assert_eq!(left.into_iter().collect::<Vec<_>>(), [first[0]]);
        assert_eq!(right.into_iter().collect::<Vec<_>>(), [first[3]]);
        let (none, _) = same_figures(&store, &Conclusions::default(), id(1), id(3));
        assert!(none.is_empty());
    }
    #[test]
    fn what_is_concluded_decides() {
        let store: Store = testing::store(&[
            (
                "Herald",
                "2031-03-14",
                "{killed|six} in Orla, {killed|6 people} in Rehn, {injured|9 people} hurt.",
            ),
            (
                "Post",
                "2031-03-15",
                "{killed|Six people} in Orla, {killed|six} in Rehn, {injured|9 people} hurt.",
            ),
        ]);
        let ids: Vec<ClaimId> = store.claims().map(|claim| claim.id).collect();
        let same = |claims: &[ClaimId]| {
            Arc::new(SameFigure {
                key: String::new(),
                claims: claims.iter().map(|claim| claim.0.unsigned_abs()).collect(),
                num_articles: 2,
                reason: String::new(),
            })
        };
        let conclusions = Conclusions {
            // the six of one town are told again, those of the other are told with a third article only
            same: vec![same(&[ids[0], ids[3]]), same(&[ids[4], ClaimId(99)])],
            ..Conclusions::default()
        };
        let (left, right) = same_figures(&store, &conclusions, ArticleId(1), ArticleId(2));
        assert_eq!(left.into_iter().collect::<Vec<_>>(), [ids[0], ids[2]]);
        assert_eq!(right.into_iter().collect::<Vec<_>>(), [ids[3], ids[5]]);
    }
}
