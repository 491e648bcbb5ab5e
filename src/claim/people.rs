//! The persons whom the text names, by their tokens.

use std::ops::Range;

use super::text::Text;
use crate::entity::{EntityKind, Mention};

/// How many tokens back a name still tells who "he" is.
const PRONOUN_REACH: usize = 60;

/// How deep in its sentence a pronoun may stand.
const PRONOUN_FRONT: usize = 5;

/// Tokens of all persons' names, in order.
pub(super) struct People {
    names: Vec<Range<usize>>,
}

impl People {
    /// The persons among the mentions.
    pub(super) fn of(text: &Text<'_, '_>, mentions: &[Mention]) -> Self {
        let names = mentions
            .iter()
            .filter(|mention| mention.kind == EntityKind::Person)
            .map(|mention| {
                let start = text.scan.token_at(mention.span.start());
                // "Brenk's" is one token
                start..text.scan.token_at(mention.span.end()).max(start)
            })
            .filter(|tokens| !tokens.is_empty())
            .collect();
        Self { names }
    }

    /// The name that begins with token `at`.
    pub(super) fn starting(&self, at: usize) -> Option<Range<usize>> {
        let row = self.names.partition_point(|name| name.start < at);
        self.names.get(row).filter(|name| name.start == at).cloned()
    }

    /// True where a name before tells who a pronoun is.
    pub(super) fn named_before(&self, text: &Text<'_, '_>, at: usize) -> bool {
        // deeper in a sentence "he" is more often somebody whom no name tells
        if at > text.sentence(at).start + PRONOUN_FRONT {
            return false;
        }
        let last = self.names.partition_point(|name| name.end <= at).checked_sub(1);
        last.and_then(|last| self.names.get(last)).is_some_and(|name| {
            let (here, there) = (text.scan.sentence_index(at), text.scan.sentence_index(name.start));
            name.end + PRONOUN_REACH > at && here.zip(there).is_some_and(|(here, there)| here <= there + 2)
        })
    }
}
