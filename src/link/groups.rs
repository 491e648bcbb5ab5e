//! Disjoint groups that grow together.

use std::collections::BTreeMap;

/// Things by number, each in one group.
#[derive(Clone, Debug)]
pub(super) struct Groups {
    parent: Vec<usize>,
}

impl Groups {
    /// Every thing alone.
    pub(super) fn new(len: usize) -> Self {
        Self {
            parent: (0..len).collect(),
        }
    }

    /// The number that stands for the thing's group: the smallest in it.
    pub(super) fn root(&mut self, thing: usize) -> usize {
        let mut root = thing;
        while let Some(&up) = self.parent.get(root).filter(|up| **up != root) {
            root = up;
        }
        let mut at = thing;
        while at != root {
            let Some(slot) = self.parent.get_mut(at) else {
                break;
            };
            at = std::mem::replace(slot, root);
        }
        root
    }

    /// Makes the groups of both things one.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(slot) = self.parent.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }

    /// The groups of these things, numbered in order of their first ones.
    pub(super) fn numbered(&mut self, things: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut number: BTreeMap<usize, usize> = BTreeMap::new();
        things
            .map(|thing| {
                let next = number.len();
                *number.entry(self.root(thing)).or_insert(next)
            })
            .collect()
    }
}

/// What groups are held by: a group with a key never joins one with another.
#[derive(Clone, Debug)]
pub(super) struct Holds<'k> {
    keys: Vec<Option<&'k str>>,
}

impl<'k> Holds<'k> {
    /// Every thing by its key; things beyond the end of `keys` have none.
    pub(super) fn new(keys: &[Option<&'k str>], len: usize) -> Self {
        let mut keys = keys.to_vec();
        keys.resize(len, None);
        Self { keys }
    }

    /// Every story by the key that holds some article of it; `held` is by article.
    pub(super) fn of_stories(stories: &[usize], held: &[Option<&'k str>], len: usize) -> Self {
        let mut keys: Vec<Option<&str>> = vec![None; len];
        for (story, key) in stories.iter().zip(held) {
            if let Some(slot) = keys.get_mut(*story).filter(|slot| slot.is_none()) {
                *slot = *key;
            }
        }
        Self { keys }
    }

    /// Things of one key, each with the first of them.
    pub(super) fn pairs(&self) -> Vec<(usize, usize)> {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        let rows = self.keys.iter().enumerate();
        let held = rows.filter_map(|(at, key)| Some((at, (*key)?)));
        held.map(|(at, key)| (*first.entry(key).or_insert(at), at))
            .filter(|(first, at)| first != at)
            .collect()
    }

    /// True where two groups, by the numbers that stand for them, may be one.
    pub(super) fn meet(&self, a: usize, b: usize) -> bool {
        let key = |at: usize| self.keys.get(at).copied().flatten();
        match (key(a), key(b)) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        }
    }

    /// Gives the joined group the key of either.
    pub(super) fn join(&mut self, root: usize, other: usize) {
        let key = self.keys.get(other).copied().flatten();
        if let Some(slot) = self.keys.get_mut(root).filter(|slot| slot.is_none()) {
            *slot = key;
        }
    }
}
