//! Rows of the project file: written in transactions, read when a project is opened.

mod journal;
mod known;
mod load;
mod sums;
mod write;

pub(super) use journal::{Act, Task};
pub(super) use known::Known;
pub(super) use load::{LoadError, load};
pub(super) use sums::{Summed, differing as differing_sums};
pub(super) use write::{commit, write_store};

use std::sync::Arc;

/// The original bytes of an article, to be kept with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// SHA-256 of the bytes, 64 hex digits.
    pub sha256: String,
    /// Where they came from; empty for pasted text.
    pub path: String,
    /// The bytes as they were in the file.
    pub bytes: Arc<[u8]>,
}

impl Source {
    /// The bytes with their SHA-256.
    pub fn new(path: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes = bytes.into();
        Self {
            sha256: super::sha256_hex(&bytes),
            path: path.into(),
            bytes,
        }
    }
}
