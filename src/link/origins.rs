//! From how many independent sources figures come.

use std::collections::{BTreeMap, BTreeSet};

use super::conclusions::Row;
use super::found::CopyGroup;

/// Which articles are one source, because one copies the other or both copy an agency.
pub(super) struct Origins {
    of_claim: BTreeMap<u64, usize>,
}

impl Origins {
    /// By groups of copies.
    pub(super) fn new(copies: &[CopyGroup]) -> Self {
        let numbered = copies.iter().enumerate();
        let of_claim = numbered.flat_map(|(at, group)| group.claims.iter().map(move |claim| (*claim, at)));
        Self {
            of_claim: of_claim.collect(),
        }
    }

    /// How many independent sources the rows have. An article counts once, so do articles with one agency's tag or with
    /// copied sentences.
    pub(super) fn count<'r>(&self, rows: impl IntoIterator<Item = &'r &'r Row<'r>>) -> usize {
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
        enum Origin<'a> {
            Agency(&'a str),
            Copy(usize),
            Article(u64),
        }
        let mut of_article: BTreeMap<u64, Origin<'_>> = BTreeMap::new();
        for row in rows {
            let article = row.figure.article;
            let own = match (&row.figure.agency, self.of_claim.get(&row.figure.claim)) {
                (Some(agency), _) => Origin::Agency(agency),
                (None, Some(group)) => Origin::Copy(*group),
                (None, None) => Origin::Article(article),
            };
            let held = of_article.entry(article).or_insert_with(|| own.clone());
            if own < *held {
                *held = own;
            }
        }
        let origins: BTreeSet<&Origin<'_>> = of_article.values().collect();
        origins.len()
    }

    /// True where the sentences of two claims are copies.
    pub(super) fn are_copies(&self, a: u64, b: u64) -> bool {
        let group = self.of_claim.get(&a);
        group.is_some() && group == self.of_claim.get(&b)
    }
}
