//! A word to running work that its result is no longer wanted.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A word to running work that its result is no longer wanted. Clones are the same token.
#[derive(Clone, Debug, Default)]
pub struct Token {
    stale: Arc<AtomicBool>,
}

impl Token {
    /// A token that is wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// True where the result is no longer wanted: ask between articles or sentences, and return early.
    pub fn stale(&self) -> bool {
        self.stale.load(Ordering::Relaxed)
    }

    /// Says that the result is no longer wanted.
    pub fn stop(&self) {
        self.stale.store(true, Ordering::Relaxed);
    }
}
