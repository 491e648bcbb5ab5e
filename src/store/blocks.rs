//! Rows by their numbers, in blocks that copies of a table share: a copy costs next to nothing, and a change to one of two
//! copies copies one block.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::record::{ArticleId, ClaimId};

/// So many numbers share a block.
const BLOCK: i64 = 256;

/// A number that tells rows apart.
pub(super) trait Number: Copy + Ord {
    /// The number itself.
    fn number(self) -> i64;
}

impl Number for ArticleId {
    fn number(self) -> i64 {
        self.0
    }
}

impl Number for ClaimId {
    fn number(self) -> i64 {
        self.0
    }
}

/// Rows by their numbers, in order.
#[derive(Clone, Debug)]
pub(super) struct Blocks<K, V> {
    blocks: BTreeMap<i64, Arc<BTreeMap<K, V>>>,
    len: usize,
}

impl<K, V> Default for Blocks<K, V> {
    fn default() -> Self {
        Self {
            blocks: BTreeMap::new(),
            len: 0,
        }
    }
}

impl<K: Number, V: Clone> Blocks<K, V> {
    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// True where both share all their blocks: neither was changed since one was copied from the other.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let mut pairs = self.blocks.iter().zip(&other.blocks);
        self.blocks.len() == other.blocks.len() && pairs.all(|((a, of), (b, to))| a == b && Arc::ptr_eq(of, to))
    }

    /// One row.
    pub(super) fn get(&self, key: K) -> Option<&V> {
        self.blocks.get(&block_of(key))?.get(&key)
    }

    /// One row, to be changed; its block is copied where another table shares it.
    pub(super) fn get_mut(&mut self, key: K) -> Option<&mut V> {
        let block = self.blocks.get_mut(&block_of(key))?;
        // what is not there must not cost a copy
        if !block.contains_key(&key) {
            return None;
        }
        Arc::make_mut(block).get_mut(&key)
    }

    /// All rows in the order of their numbers.
    pub(super) fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.blocks.values().flat_map(|block| block.values())
    }

    /// Writes or, with `None`, takes out a row; gives the one that stood there.
    pub(super) fn put(&mut self, key: K, row: Option<V>) -> Option<V> {
        let Some(row) = row else { return self.take(key) };
        let block = self.blocks.entry(block_of(key)).or_default();
        let old = Arc::make_mut(block).insert(key, row);
        self.len += usize::from(old.is_none());
        old
    }

    fn take(&mut self, key: K) -> Option<V> {
        self.get(key)?;
        let block = self.blocks.get_mut(&block_of(key))?;
        let old = Arc::make_mut(block).remove(&key);
        self.len -= usize::from(old.is_some());
        if block.is_empty() {
            self.blocks.remove(&block_of(key));
        }
        old
    }
}

fn block_of(key: impl Number) -> i64 {
    key.number().div_euclid(BLOCK)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Blocks, ClaimId};
    use crate::base::dice::Dice;

    /// The same as a plain table, whatever is done to it, and whatever copies of it hold.
    #[test]
    fn blocks_are_a_table() {
        let mut dice = Dice(41);
        let mut blocks: Blocks<ClaimId, u64> = Blocks::default();
        let mut plain: BTreeMap<ClaimId, u64> = BTreeMap::new();
        let mut copies: Vec<(Blocks<ClaimId, u64>, BTreeMap<ClaimId, u64>)> = Vec::new();
        for step in 0..4_000_u64 {
            let key = ClaimId(i64::try_from(dice.below(900)).unwrap() - 100);
            let row = (dice.below(3) > 0).then_some(step);
            let old = match row {
                Some(row) => plain.insert(key, row),
                None => plain.remove(&key),
            };
            assert_eq!(blocks.put(key, row), old);
            if let (Some(a), Some(b)) = (blocks.get_mut(key), plain.get_mut(&key)) {
                *a += 1;
                *b += 1;
            }
            if step % 500 == 0 {
                copies.push((blocks.clone(), plain.clone()));
            }
        }
        copies.push((blocks, plain));
        for (blocks, plain) in copies {
            assert_eq!(blocks.len(), plain.len());
            assert!(blocks.values().eq(plain.values()));
            assert!(blocks.values().rev().eq(plain.values().rev()));
            let same = |number: i64| blocks.get(ClaimId(number)) == plain.get(&ClaimId(number));
            assert!((-110..910).all(same));
        }
    }

    #[test]
    fn a_change_to_a_copy_copies_one_block() {
        let mut one: Blocks<ClaimId, u64> = Blocks::default();
        for number in 0..1_000 {
            one.put(ClaimId(number), Some(0));
        }
        let mut two = one.clone();
        two.put(ClaimId(300), Some(7));
        assert_eq!(two.get_mut(ClaimId(5_000)), None);
        two.put(ClaimId(6_000), None);
        let pairs = one.blocks.values().zip(two.blocks.values());
        let shared: Vec<bool> = pairs.map(|(a, b)| std::sync::Arc::ptr_eq(a, b)).collect();
        assert_eq!(shared, [true, false, true, true]);
        assert_eq!((one.get(ClaimId(300)), two.get(ClaimId(300))), (Some(&0), Some(&7)));
    }
}
