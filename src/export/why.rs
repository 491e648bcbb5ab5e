//! The tree of rules as JSON.

use serde::Serialize;

use crate::base::{Offsets, Why};

/// One rule with its words' code points and what it was built from.
#[derive(Serialize)]
pub(super) struct WhyOut {
    rule: String,
    start: usize,
    end: usize,
    text: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<Self>,
}

impl WhyOut {
    pub(super) fn new(why: &Why, text: &str, offsets: &Offsets<'_>) -> Self {
        let (start, end) = offsets.chars(why.span);
        Self {
            rule: why.rule.to_string(),
            start,
            end,
            text: why.span.of(text).to_owned(),
            parts: why.parts.iter().map(|part| Self::new(part, text, offsets)).collect(),
        }
    }
}
