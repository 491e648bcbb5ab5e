//! Spans as `[start,end]`.

use serde::{Deserialize, Serialize};

use crate::base::Span;

/// A span as `[start,end]` in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::disk) struct SavedSpan(u32, u32);

impl From<Span> for SavedSpan {
    fn from(span: Span) -> Self {
        let cut = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self(cut(span.start()), cut(span.end()))
    }
}

impl From<SavedSpan> for Span {
    fn from(saved: SavedSpan) -> Self {
        Self::new(saved.0 as usize, saved.1 as usize)
    }
}
