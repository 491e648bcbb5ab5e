//! What the analyst said of copies.

use std::collections::BTreeMap;

/// What the analyst said of pairs of articles: one source, or two. Articles go by their number in the project, so that what
/// was said holds whatever else is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopiesTold {
    /// By two articles, the smaller number first: true where they are one source.
    pub pairs: BTreeMap<(u64, u64), bool>,
}

impl CopiesTold {
    /// Adds that two articles are one source, or that they are not.
    pub fn say(&mut self, a: u64, b: u64, is_one: bool) {
        self.pairs.insert((a.min(b), a.max(b)), is_one);
    }

    /// What was said of two articles; `None`: nothing.
    pub fn said(&self, a: u64, b: u64) -> Option<bool> {
        self.pairs.get(&(a.min(b), a.max(b))).copied()
    }

    /// Pairs that are one source (`true`), or that are two.
    pub(super) fn all(&self, is_one: bool) -> impl Iterator<Item = (u64, u64)> {
        let pairs = self.pairs.iter().filter(move |(_, said)| **said == is_one);
        pairs.map(|(pair, _)| *pair)
    }
}
