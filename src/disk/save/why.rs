//! Trees of rules as flat lists: short, and deep trees cannot overrun a reader.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Back;
use crate::base::{Span, Why};

/// A tree of rules: every rule before its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::disk) struct SavedWhy<'a>(Vec<Node<'a>>);

/// Rule, start and end of its words, how many parts follow.
type Node<'a> = (Cow<'a, str>, u32, u32, u32);

impl<'a> From<&'a Why> for SavedWhy<'a> {
    fn from(why: &'a Why) -> Self {
        let cut = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let mut nodes = Vec::new();
        let mut waiting = vec![why];
        while let Some(why) = waiting.pop() {
            let rule = Cow::Borrowed(why.rule.as_ref());
            nodes.push((rule, cut(why.span.start()), cut(why.span.end()), cut(why.parts.len())));
            waiting.extend(why.parts.iter().rev());
        }
        Self(nodes)
    }
}

impl SavedWhy<'_> {
    pub(in crate::disk) fn back(self) -> Back<Why> {
        // From the last node to the first, parts are ready before the rule that takes them.
        let mut ready: Vec<Why> = Vec::new();
        for (rule, start, end, num_parts) in self.0.into_iter().rev() {
            let from = ready
                .len()
                .checked_sub(num_parts as usize)
                .ok_or("a tree of rules has lost parts")?;
            let mut parts = ready.split_off(from);
            parts.reverse();
            let span = Span::new(start as usize, end as usize);
            ready.push(Why::leaf(rule.into_owned(), span).with(parts));
        }
        let why = ready.pop().filter(|_| ready.is_empty());
        why.ok_or_else(|| "a tree of rules has no single root".to_owned())
    }
}
