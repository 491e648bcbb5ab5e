//! An open project file: takes steps, has them written by one thread, and answers questions about what is on the disk.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension as _};

use super::error::{DiskError, Trouble};
use super::lock::Lock;
use super::queue::{Queue, Report, Wake, write_steps};
use super::rows::{Act, Source, Task};
use crate::jobs::{Running, spawn};
use crate::store::Step;

/// An open project file. Dropping it writes what is waiting and closes it; ask [`Project::flush`] first whether it can.
pub struct Project {
    pub(super) path: PathBuf,
    /// For questions; sees what is committed.
    pub(super) reader: Mutex<Connection>,
    pub(super) queue: Arc<Queue>,
    /// `None` where the project can only be read.
    pub(super) writer: Option<Writer>,
}

/// The one thread that writes.
pub(super) struct Writer {
    pub(super) running: Running,
    /// Let go after the thread has closed its connection.
    pub(super) lock: Lock,
}

impl Project {
    pub(super) fn new(path: PathBuf, reader: Mutex<Connection>, queue: Queue) -> Self {
        Self {
            path,
            reader,
            queue: Arc::new(queue),
            writer: None,
        }
    }

    /// Begins to write by this connection.
    pub(super) fn start(&mut self, connection: Connection, lock: Lock) -> Result<(), DiskError> {
        let (queue, path) = (Arc::clone(&self.queue), self.path.clone());
        queue.resume();
        let running = spawn("project writer", move || write_steps(&queue, connection, &path))
            .map_err(|sentence| DiskError::new(Trouble::Other, &self.path, sentence))?;
        self.writer = Some(Writer { running, lock });
        Ok(())
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// True where it can only be read: steps wait in memory until the project is saved elsewhere.
    pub fn is_read_only(&self) -> bool {
        self.writer.is_none()
    }

    /// Has `wake` called whenever [`Project::poll`] has something; on the writer's thread.
    pub fn set_wake(&self, wake: impl Fn() + Send + Sync + 'static) {
        let wake: Wake = Arc::new(wake);
        self.queue.set_wake(Some(wake));
    }

    /// Hands over a step that was made, with the original bytes of articles that it adds. Does not wait.
    pub fn write(&self, step: &Step, sources: Vec<Source>) {
        self.hand_over(Act::Write, step, sources);
    }

    /// Hands over that a step was taken back. Does not wait.
    pub fn undo(&self, step: &Step) {
        self.hand_over(Act::Undo, step, Vec::new());
    }

    /// Hands over that a step was done again. Does not wait.
    pub fn redo(&self, step: &Step) {
        self.hand_over(Act::Redo, step, Vec::new());
    }

    fn hand_over(&self, act: Act, step: &Step, sources: Vec<Source>) {
        let step = step.clone();
        self.queue.push(vec![Task { act, step, sources }]);
    }

    /// What was written and what failed since the last call, in order. Never blocks.
    pub fn poll(&self) -> Vec<Report> {
        self.queue.reports()
    }

    /// How many steps are not on the disk yet.
    pub fn pending(&self) -> usize {
        self.queue.num_pending()
    }

    /// Tries again to write what could not be written.
    pub fn retry(&self) {
        self.queue.retry();
    }

    /// Waits until every step is on the disk.
    ///
    /// # Errors
    /// Where they cannot be written or it takes longer than `timeout`; the steps stay in memory.
    pub fn flush(&self, timeout: Duration) -> Result<(), DiskError> {
        if self.is_read_only() && self.pending() > 0 {
            let sentence =
                "The last edits could not be saved: this project can only be read here. Save it in another place.";
            return Err(DiskError::new(Trouble::ReadOnly, &self.path, sentence));
        }
        self.queue.flush(&self.path, timeout)
    }

    /// The original bytes of an article; `None` where the project does not have them.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn source_bytes(&self, sha256: &str) -> Result<Option<Arc<[u8]>>, DiskError> {
        if let Some(bytes) = self.queue.source(sha256) {
            return Ok(Some(bytes));
        }
        let found = self
            .reader()
            .prepare_cached("SELECT bytes FROM sources WHERE sha256 = ?1")
            .and_then(|mut statement| {
                let bytes = |row: &rusqlite::Row<'_>| Ok(Arc::<[u8]>::from(row.get_ref(0)?.as_blob()?));
                statement.query_row([sha256], bytes).optional()
            });
        found.map_err(|error| DiskError::from_sql("The original could not be read", &self.path, &error))
    }

    /// A panic while reading leaves the connection as it was.
    pub(super) fn reader(&self) -> MutexGuard<'_, Connection> {
        self.reader.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends the writer; gives the lock that it held.
    pub(super) fn stop_writer(&mut self) -> Option<Lock> {
        let Writer { running, lock } = self.writer.take()?;
        running.join();
        Some(lock)
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        // The last connection to close folds the log into the file and deletes it; it must be the one that may write.
        if let Ok(memory) = Connection::open_in_memory() {
            *self.reader() = memory;
        }
        self.queue.finish();
        drop(self.stop_writer());
    }
}
