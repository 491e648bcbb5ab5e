//! Steps on their way to the file: handed over by the window, written by one thread, acknowledged or reported.

use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::Connection;

use super::error::{DiskError, Trouble};
use super::rows::{Known, Task, commit};
use crate::jobs::{Failure, catch};

/// What became of edits since the last question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// The step of this number is on the disk, in the state in which it was handed over last.
    Written(i64),
    /// Steps could not be written. They wait in memory; the next edit or [`super::Project::retry`] tries again.
    Failed(DiskError),
}

/// Called when there is a [`Report`], on the writer's thread.
pub(super) type Wake = Arc<dyn Fn() + Send + Sync>;

/// Shared by the window and the writer.
pub(super) struct Queue {
    state: Mutex<State>,
    /// Something changed for the writer or for who waits for it.
    changed: Condvar,
    /// Locked by the writer while it commits.
    known: Mutex<Known>,
}

#[derive(Default)]
struct State {
    waiting: Vec<Task>,
    /// What the writer has in hand; stays here until it is committed, so that its sources can be read.
    writing: Vec<Task>,
    reports: Vec<Report>,
    failed: Option<DiskError>,
    wake: Option<Wake>,
    mode: Mode,
    #[cfg(test)]
    max_pages: Option<u32>,
}

/// What the writer is to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Mode {
    /// Write what comes.
    #[default]
    Write,
    /// Write what is there, then end; after a failure end at once.
    Finish,
    /// End after the transaction in hand.
    Halt,
}

impl Queue {
    pub(super) fn new(known: Known) -> Self {
        Self {
            state: Mutex::default(),
            changed: Condvar::new(),
            known: Mutex::new(known),
        }
    }

    /// A panic elsewhere does not make the list of steps wrong: it is changed by single assignments.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn push(&self, tasks: Vec<Task>) {
        let mut state = self.state();
        state.waiting.extend(tasks);
        state.failed = None;
        drop(state);
        self.changed.notify_all();
    }

    pub(super) fn retry(&self) {
        self.state().failed = None;
        self.changed.notify_all();
    }

    pub(super) fn set_wake(&self, wake: Option<Wake>) {
        self.state().wake = wake;
    }

    pub(super) fn reports(&self) -> Vec<Report> {
        std::mem::take(&mut self.state().reports)
    }

    pub(super) fn num_pending(&self) -> usize {
        let state = self.state();
        state.waiting.len() + state.writing.len()
    }

    /// Bytes that are not on the disk yet.
    pub(super) fn source(&self, sha256: &str) -> Option<Arc<[u8]>> {
        let state = self.state();
        let mut sources = state
            .writing
            .iter()
            .chain(&state.waiting)
            .flat_map(|task| &task.sources);
        let found = sources.find(|source| source.sha256 == sha256);
        found.map(|source| Arc::clone(&source.bytes))
    }

    /// Waits until all is written; gives the reason where it cannot be.
    pub(super) fn flush(&self, path: &Path, timeout: Duration) -> Result<(), DiskError> {
        let is_busy =
            |state: &mut State| state.failed.is_none() && !(state.waiting.is_empty() && state.writing.is_empty());
        let waited = self.changed.wait_timeout_while(self.state(), timeout, is_busy);
        let (state, result) = waited.unwrap_or_else(PoisonError::into_inner);
        match &state.failed {
            Some(error) => Err(error.clone()),
            None if result.timed_out() => {
                let sentence = format!(
                    "Edits are still being saved: {} of them are not on the disk yet. Wait a little, or save the \
                     project in another place.",
                    state.waiting.len() + state.writing.len()
                );
                Err(DiskError::new(Trouble::Other, path, sentence))
            }
            None => Ok(()),
        }
    }

    /// Ends the writer once all is written, or at the first failure.
    pub(super) fn finish(&self) {
        self.state().mode = Mode::Finish;
        self.changed.notify_all();
    }

    /// Ends the writer after the transaction in hand.
    pub(super) fn halt(&self) {
        self.state().mode = Mode::Halt;
        self.changed.notify_all();
    }

    /// What the file holds.
    pub(super) fn known(&self) -> Known {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn set_known(&self, known: Known) {
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = known;
    }

    /// Reports steps that were written by another way than this queue.
    pub(super) fn report_written(&self, tasks: &[Task]) {
        let reports = tasks.iter().map(|task| Report::Written(task.step.number));
        self.state().reports.extend(reports);
    }

    /// Reports that nothing can be written.
    pub(super) fn report_failed(&self, error: DiskError) {
        let mut state = self.state();
        state.reports.push(Report::Failed(error.clone()));
        state.failed = Some(error);
    }

    /// Lets a new writer begin.
    pub(super) fn resume(&self) {
        self.state().mode = Mode::Write;
    }

    /// What was not written, in order; only while no writer runs.
    pub(super) fn take_waiting(&self) -> Vec<Task> {
        std::mem::take(&mut self.state().waiting)
    }

    /// The next steps to write, all that there are; `None` when the writer is to end.
    fn next(&self) -> Option<Vec<Task>> {
        let mut state = self.state();
        loop {
            let blocked = state.failed.is_some() || state.waiting.is_empty();
            match state.mode {
                Mode::Halt => return None,
                Mode::Finish if blocked => return None,
                _ if !blocked => {
                    state.writing = std::mem::take(&mut state.waiting);
                    return Some(state.writing.clone());
                }
                _ => state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    fn done(&self, result: Result<(), DiskError>) {
        let mut state = self.state();
        let tasks = std::mem::take(&mut state.writing);
        match result {
            Ok(()) => state
                .reports
                .extend(tasks.iter().map(|task| Report::Written(task.step.number))),
            Err(error) => {
                let newer = std::mem::replace(&mut state.waiting, tasks);
                state.waiting.extend(newer);
                state.reports.push(Report::Failed(error.clone()));
                state.failed = Some(error);
            }
        }
        let wake = state.wake.clone();
        drop(state);
        self.changed.notify_all();
        if let Some(wake) = wake {
            wake();
        }
    }

    #[cfg(test)]
    pub(super) fn set_max_pages(&self, pages: u32) {
        self.state().max_pages = Some(pages);
    }

    #[cfg(test)]
    fn tune(&self, connection: &Connection) {
        if let Some(pages) = self.state().max_pages {
            connection
                .query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))
                .unwrap();
        }
    }

    #[cfg(not(test))]
    fn tune(&self, _connection: &Connection) {}
}

/// Writes steps until it is told to end. Closing the connection at the end folds the log into the file.
pub(super) fn write_steps(queue: &Queue, mut connection: Connection, path: &Path) {
    while let Some(tasks) = queue.next() {
        queue.tune(&connection);
        let mut known = queue.known.lock().unwrap_or_else(PoisonError::into_inner);
        let result = catch(|| commit(&mut connection, &mut known, &tasks));
        drop(known);
        queue.done(match result {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => Err(DiskError::from_sql("The last edits could not be saved", path, &error)),
            Err(Failure::Panicked(words)) => Err(not_saved(path, &words)),
            Err(Failure::Stopped) => Err(not_saved(path, "it was stopped")),
        });
    }
}

fn not_saved(path: &Path, why: &str) -> DiskError {
    let sentence = format!(
        "The last edits could not be saved: something went wrong inside Tallyscope ({why}). Save the project in \
         another place, and please report this."
    );
    DiskError::new(Trouble::Other, path, sentence)
}
