//! Tables of words that the program brings along.

use std::collections::{HashMap, HashSet};

/// What is known of words, by word. Looked up for every token of a text, often more than once, so that a quick hash is worth
/// it; all keys are the program's own, so that nobody can choose them to collide.
pub type WordTable<K, V> = HashMap<K, V, foldhash::fast::FixedState>;

/// The same where words are known or not.
pub type WordSet<K> = HashSet<K, foldhash::fast::FixedState>;
