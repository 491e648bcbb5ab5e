//! How many marks of each article have no place in its text: looked for anew only where texts or what was said of them changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::boilerplate;
use super::record::{ArticleId, ClaimId};
use super::rows::Store;
use super::text_said::ORPHAN;
use crate::link::{NameAbout, Reach};

/// How many marks of each article have no place in its text.
#[derive(Clone, Debug, Default)]
pub struct OrphanCounts {
    counts: Arc<BTreeMap<ArticleId, usize>>,
    /// The articles and what was said of them when it was counted, and how many claims there were; holds the rows, so that no
    /// new row is taken for an old one.
    told: Option<(Store, usize)>,
}

impl OrphanCounts {
    /// Articles with such marks, as of `store`. After a decision on a claim this costs next to nothing.
    pub fn of(&mut self, store: &Store) -> Arc<BTreeMap<ArticleId, usize>> {
        let holds = |(told, claims): &(Store, usize)| *claims == store.num_claims() && told.is_told_alike(store);
        if !self.told.as_ref().is_some_and(holds) {
            self.counts = Arc::new(store.num_orphans());
            self.told = Some((store.without_claims(), store.num_claims()));
        }
        Arc::clone(&self.counts)
    }
}

impl Store {
    /// How many marks have no place in the text, by article; articles without such marks are left out.
    pub fn num_orphans(&self) -> BTreeMap<ArticleId, usize> {
        let claims = self.kept_by_number(ORPHAN);
        let claims = claims.filter_map(|number| self.claim(ClaimId(number)).map(|record| record.article));
        let mut some: BTreeSet<ArticleId> = claims.collect();
        some.extend(self.kept_by_number(boilerplate::NAME).map(ArticleId));
        some.extend(self.names.rulings.keys().filter_map(lost_in));
        let counts = some.into_iter().map(|id| (id, self.orphans(id).len()));
        counts.filter(|(_, count)| *count > 0).collect()
    }
}

impl Store {
    /// The numbers of the settings whose names begin so.
    fn kept_by_number(&self, begin: &'static str) -> impl Iterator<Item = i64> {
        let from = self.settings().range(begin.to_owned()..);
        let names = from.map(|(name, _)| name.as_str());
        let numbers = names.map_while(move |name| name.strip_prefix(begin));
        numbers.filter_map(|number| number.parse().ok())
    }
}

/// The article in which what was said of a name at one place has none any more.
fn lost_in(about: &NameAbout) -> Option<ArticleId> {
    let lost = |reach: Reach| match reach {
        Reach::Mention(article, span) if span.is_empty() => i64::try_from(article).ok().map(ArticleId),
        _ => None,
    };
    match about {
        NameAbout::Words(_, reach) => lost(*reach),
        _ => about.names().into_iter().find_map(|name| lost(name.reach)),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::tests::store;
    use super::OrphanCounts;
    use crate::store::{ClaimId, Verdict};

    #[test]
    fn counts_are_kept_over_decisions() {
        let mut store = store();
        let mut counts = OrphanCounts::default();
        let first = counts.of(&store);
        assert!(first.is_empty());
        let edit = store.set_verdict(&[ClaimId(1)], Verdict::Accepted);
        store.commit(edit, "2031-03-15T09:00:00Z");
        assert!(Arc::ptr_eq(&first, &counts.of(&store)));
        let id = store.articles().next().map(|article| article.id).expect("an article");
        let edit = store.set_article_note(id, "x");
        store.commit(edit, "2031-03-15T09:00:00Z");
        assert!(!Arc::ptr_eq(&first, &counts.of(&store)));
    }
}
