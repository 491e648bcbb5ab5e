//! From how many independent sources figures come.

use std::collections::HashMap;

use super::conclusions::Row;
use super::found::CopyGroup;

/// Which articles are one source, because one copies the other or both copy an agency.
pub(super) struct Origins {
    of_claim: HashMap<u64, usize>,
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
        #[derive(PartialEq, Eq, PartialOrd, Ord)]
        enum Origin<'a> {
            Agency(&'a str),
            Copy(usize),
            Article(u64),
        }
        let rows = rows.into_iter().map(|row| {
            let article = row.figure.article;
            let own = match (&row.figure.agency, self.of_claim.get(&row.figure.claim)) {
                (Some(agency), _) => Origin::Agency(agency),
                (None, Some(group)) => Origin::Copy(*group),
                (None, None) => Origin::Article(article),
            };
            (article, own)
        });
        let mut of_article: Vec<(u64, Origin<'_>)> = rows.collect();
        of_article.sort_unstable();
        of_article.dedup_by_key(|(article, _)| *article);
        let mut origins: Vec<Origin<'_>> = of_article.into_iter().map(|(_, own)| own).collect();
        origins.sort_unstable();
        origins.dedup();
        origins.len()
    }

    /// True where the sentences of two claims are copies.
    pub(super) fn are_copies(&self, a: u64, b: u64) -> bool {
        let group = self.of_claim.get(&a);
        group.is_some() && group == self.of_claim.get(&b)
    }
}
