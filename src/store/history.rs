//! What was done and can be taken back; also over restarts, since `disk` keeps the same list.

use std::sync::Arc;

use super::change::Edit;

/// An edit that was made, with the one that takes it back.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its number in the project's journal, from 1.
    pub number: i64,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// What was done.
    pub edit: Arc<Edit>,
    /// What takes it back.
    pub inverse: Arc<Edit>,
}

/// Steps done, oldest first, and steps taken back, the next to be done again last.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Done, oldest first.
    pub done: Vec<Step>,
    /// Taken back; the last one is done again first.
    pub undone: Vec<Step>,
}

impl History {
    /// The label of what undo would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.done.last().map(|step| step.edit.label.as_str())
    }

    /// The label of what redo would do again.
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|step| step.edit.label.as_str())
    }
}
