//! What Review and its queue ask for beside decisions, and the queue while it is open.

use std::sync::Arc;
use std::time::Instant;

use super::state::View;
use crate::link::NameRef;
use crate::show::{ColumnLook, NarrowChange, Queue, QueueOrder};
use crate::store::{ArticleId, ClaimId, Status, Store, TagChange};

/// What Review and its queue ask for beside decisions.
#[derive(Clone, Debug, PartialEq)]
pub enum ReviewAct {
    /// Review claims one at a time; where the queue is open, close it.
    Queue,
    /// Close the queue and show what was shown before.
    LeaveQueue,
    /// Order what is left in the queue.
    OrderQueue(QueueOrder),
    /// Put the claim that the queue shows off: it comes again after the others.
    Later,
    /// Change what is listed.
    Narrow(NarrowChange),
    /// Keep the filter under a name.
    SaveFilter(String),
    /// List by a saved filter.
    UseFilter(String),
    /// Give a saved filter another name.
    RenameFilter(String, String),
    /// Take a saved filter away.
    DropFilter(String),
    /// Change which columns are shown, where and how wide.
    Columns(ColumnLook),
    /// These rows are listed now: what next and previous go by.
    Listed(Arc<Vec<ClaimId>>),
    /// Check the selected row of the table and the one so many further on, which is selected then.
    CheckOn(isize),
    /// Add a tag or take it away.
    Tag(TagTarget, String, TagChange),
    /// Give a tag a colour of the palette, or with `None` take it away.
    TagColor(String, Option<usize>),
    /// Write the note of a name, which may be written in several ways.
    NameNote(Vec<NameRef>, String),
}

/// What is tagged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagTarget {
    /// Claims.
    Claims(Vec<ClaimId>),
    /// Articles.
    Articles(Vec<ArticleId>),
    /// A name in all its spellings.
    Name(Vec<NameRef>),
}

/// The queue while it is open.
#[derive(Clone, Debug)]
pub struct QueueRun {
    /// Its claims.
    pub queue: Queue,
    /// The view from which it was opened.
    pub(super) from: View,
    /// When it was opened.
    begun: Instant,
    /// How many are decided by now, and at which generation of the store that was counted.
    counted: (u64, usize),
    /// Minutes left at the pace so far; `None` while too few were decided.
    minutes_left: Option<u64>,
}

/// From so many decisions on the pace is told.
const PACE_MIN: usize = 5;

impl QueueRun {
    pub(super) fn new(queue: Queue, from: View) -> Self {
        Self {
            queue,
            from,
            begun: Instant::now(),
            counted: (0, 0),
            minutes_left: None,
        }
    }

    /// Counts what is decided and works out the pace; after each change of the project.
    pub(super) fn count(&mut self, store: &Store) {
        let done = self.queue.num_decided(store);
        self.counted = (store.generation(), done);
        let left = self.queue.len().saturating_sub(done) as u64;
        let seconds = self.begun.elapsed().as_secs();
        self.minutes_left = (done >= PACE_MIN).then(|| (seconds * left / done as u64).div_ceil(60));
    }

    /// How many of its claims are decided.
    pub fn num_decided(&self) -> usize {
        self.counted.1
    }

    /// Minutes left at the pace so far; `None` while too few were decided to tell.
    pub fn minutes_left(&self) -> Option<u64> {
        self.minutes_left
    }
}

/// The states of the queue's claims, for the page at its end.
pub fn queue_states(run: &QueueRun, store: &Store) -> Vec<(Status, usize)> {
    let counts = run.queue.states(store);
    let rows = Status::ALL.into_iter().zip(counts);
    rows.filter(|(_, count)| *count > 0).collect()
}
