//! Trees of rules as flat lists: short, and deep trees cannot overrun a reader.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::Back;
use crate::base::{Span, Why};

/// A tree of rules: every rule before its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::disk) struct SavedWhy<'a>(#[serde(borrow)] Vec<Node<'a>>);

/// Rule, start and end of its words, how many parts follow.
type Node<'a> = (Rule<'a>, u32, u32, u32);

/// The name of a rule, read without a copy where it stands in the JSON as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
struct Rule<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'a> From<&'a Why> for SavedWhy<'a> {
    fn from(why: &'a Why) -> Self {
        let cut = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let mut nodes = Vec::new();
        let mut waiting = vec![why];
        while let Some(why) = waiting.pop() {
            let rule = Rule(Cow::Borrowed(why.rule.as_ref()));
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
            ready.push(Why {
                rule: Cow::Borrowed(shared(&rule.0)),
                span,
                parts,
            });
        }
        let why = ready.pop().filter(|_| ready.is_empty());
        why.ok_or_else(|| "a tree of rules has no single root".to_owned())
    }
}

/// All names of rules that were ever read, each once. There are some hundreds of them, and a project of 30,000 claims
/// names them half a million times, so they are kept until the program ends.
static NAMES: Mutex<Option<HashSet<&'static str>>> = Mutex::new(None);

thread_local! {
    /// What this thread knows of them, so that threads do not wait for one another.
    static KNOWN: RefCell<HashSet<&'static str>> = RefCell::default();
}

fn shared(name: &str) -> &'static str {
    KNOWN.with_borrow_mut(|known| {
        if let Some(found) = known.get(name) {
            return *found;
        }
        let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
        let names = names.get_or_insert_default();
        let found = names.get(name).copied().unwrap_or_else(|| {
            let kept: &'static str = Box::leak(name.into());
            names.insert(kept);
            kept
        });
        known.insert(found);
        found
    })
}
