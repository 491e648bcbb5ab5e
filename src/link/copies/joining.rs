//! Groups that grow together, but never over a pair that the analyst keeps apart.

use std::collections::{BTreeMap, BTreeSet};

use super::CopiesTold;
use crate::link::groups::Groups;

/// Things of articles: each thing belongs to one article, and what was said of articles holds for what lies in them.
pub(super) struct Joining {
    groups: Groups,
    /// By root, the articles of the group, where one of them is kept apart from any other.
    guarded: BTreeMap<usize, BTreeSet<u64>>,
    /// By article, those that it is kept apart from.
    apart: BTreeMap<u64, BTreeSet<u64>>,
}

impl Joining {
    /// Every thing alone; `articles` gives the article of each.
    pub(super) fn new(articles: &[u64], told: &CopiesTold) -> Self {
        let mut apart: BTreeMap<u64, BTreeSet<u64>> = BTreeMap::new();
        for (a, b) in told.all(false) {
            apart.entry(a).or_default().insert(b);
            apart.entry(b).or_default().insert(a);
        }
        let mut guarded: BTreeMap<usize, BTreeSet<u64>> = BTreeMap::new();
        if !apart.is_empty() {
            for (at, article) in articles
                .iter()
                .enumerate()
                .filter(|(_, article)| apart.contains_key(*article))
            {
                guarded.entry(at).or_default().insert(*article);
            }
        }
        Self {
            groups: Groups::new(articles.len()),
            guarded,
            apart,
        }
    }

    /// What stands for the thing's group.
    pub(super) fn root(&mut self, thing: usize) -> usize {
        self.groups.root(thing)
    }

    /// Makes two groups one, if the analyst keeps no article of the one apart from any of the other.
    pub(super) fn join(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.groups.root(a), self.groups.root(b));
        if a == b {
            return true;
        }
        if !self.may_join(a, b) {
            return false;
        }
        self.groups.join(a, b);
        if let Some(other) = self.guarded.remove(&a.max(b)) {
            self.guarded.entry(a.min(b)).or_default().extend(other);
        }
        true
    }

    fn may_join(&self, a: usize, b: usize) -> bool {
        let (Some(one), Some(two)) = (self.guarded.get(&a), self.guarded.get(&b)) else {
            return true;
        };
        let clash = |article: &u64| self.apart.get(article).is_some_and(|apart| !apart.is_disjoint(two));
        !one.iter().any(clash)
    }
}
