//! Keeps a project in another file from now on. Nothing is lost on the way, whatever fails.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::atomic::with_end;
use super::backup::{copy_project, in_use};
use super::check::open_reader;
use super::error::{DiskError, Trouble};
use super::lock::{Asked, Lock};
use super::open::{new_file, open_writer, put_in_place};
use super::project::Project;
use super::rows::{Known, Source, Task, commit, write_store};
use super::schema::tune_writer;
use crate::store::{ArticleRecord, Change, Origin, Store};

const WHAT: &str = "The project could not be saved there";

/// What a saved copy lacks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedAs {
    /// File names of articles whose original bytes could not be read from the old file any more. Their texts are there.
    pub lost_originals: Vec<String>,
}

impl Project {
    /// Keeps the project in this file from now on. All steps are in it, also those that could not be written where it
    /// lay; where the old file can no longer be read, everything is written from `store`. A file that is there is kept
    /// as `.bak`. On an error all stays as it was.
    ///
    /// # Errors
    /// Where the other place cannot be written, is full, or is open in another window.
    pub fn save_as(&mut self, path: &Path, store: &Store) -> Result<SavedAs, DiskError> {
        if is_same_file(&self.path, path) {
            self.retry();
            return self.flush(Duration::from_secs(30)).map(|()| SavedAs::default());
        }
        let lock = match Lock::ask(path) {
            Asked::Held(lock) => lock,
            Asked::Taken => return Err(in_use(path)),
            Asked::ReadOnly => {
                // Trying to write says why it cannot be.
                drop(new_file(&with_end(path, ".part"), WHAT)?);
                let sentence = format!("{WHAT}: the folder cannot be written.");
                return Err(DiskError::new(Trouble::ReadOnly, path, sentence));
            }
        };
        // The steps in hand are finished or given back, so that none is written twice or not at all.
        self.queue.halt();
        let old_lock = self.stop_writer();
        let waiting = self.queue.take_waiting();
        let old_path = self.path.clone();
        match self.move_to(path, store, &waiting, lock) {
            Ok(saved) => {
                self.queue.report_written(&waiting);
                // Whoever closes last folds the log into the file, and the last one was our reader.
                drop(old_lock.map(|lock| (open_writer(&old_path), lock)));
                Ok(saved)
            }
            Err(error) => {
                drop(fs::remove_file(with_end(path, ".part")));
                self.go_on(waiting, old_lock);
                Err(error)
            }
        }
    }

    /// Writes the other file, and only once it is in place and open lets go of the old one.
    fn move_to(&mut self, path: &Path, store: &Store, waiting: &[Task], lock: Lock) -> Result<SavedAs, DiskError> {
        let part = with_end(path, ".part");
        let written = self.copy_with(&part, waiting);
        let (known, saved) = written.or_else(|_| self.write_from(&part, store, waiting))?;
        put_in_place(&part, path, WHAT)?;
        let writer = open_writer(path)?;
        let reader = open_reader(path)?;
        *self.reader() = reader;
        self.queue.set_known(known);
        self.path = path.to_path_buf();
        self.start(writer, lock)?;
        Ok(saved)
    }

    /// A copy of the old file, with the steps that were not written there yet.
    fn copy_with(&self, part: &Path, waiting: &[Task]) -> Result<(Known, SavedAs), DiskError> {
        drop(fs::remove_file(part));
        let mut known = self.queue.known();
        let mut connection = copy_project(&self.reader(), part, WHAT)?;
        tune_writer(&connection)
            .and_then(|()| commit(&mut connection, &mut known, waiting))
            .map_err(|error| DiskError::from_sql(WHAT, part, &error))?;
        Ok((known, SavedAs::default()))
    }

    /// Everything out of memory, with the originals that can still be read.
    fn write_from(&self, part: &Path, store: &Store, waiting: &[Task]) -> Result<(Known, SavedAs), DiskError> {
        let mut connection = new_file(part, WHAT)?;
        let (sources, lost_originals) = self.gather_sources(store, waiting);
        let mut known = Known::default();
        write_store(&mut connection, &mut known, store, &sources)
            .map_err(|error| DiskError::from_sql(WHAT, part, &error))?;
        Ok((known, SavedAs { lost_originals }))
    }

    fn gather_sources(&self, store: &Store, waiting: &[Task]) -> (Vec<Source>, Vec<String>) {
        let mut sources: Vec<Source> = waiting.iter().flat_map(|task| task.sources.clone()).collect();
        let mut lost = Vec::new();
        let mut seen: BTreeSet<String> = sources.iter().map(|source| source.sha256.clone()).collect();
        for article in all_articles(store) {
            if !seen.insert(article.sha256.clone()) {
                continue;
            }
            match self.source_bytes(&article.sha256) {
                Ok(Some(bytes)) => sources.push(Source {
                    sha256: article.sha256.clone(),
                    path: path_of(&article.origin),
                    bytes,
                }),
                _ if store.article(article.id).is_some() => lost.push(article.file_name.clone()),
                _ => {}
            }
        }
        (sources, lost)
    }

    /// Goes on in the old file after another one could not be written.
    fn go_on(&mut self, waiting: Vec<Task>, lock: Option<Lock>) {
        self.queue.push(waiting);
        let Some(lock) = lock else {
            return;
        };
        let path = self.path.clone();
        let begun = open_writer(&path).and_then(|writer| self.start(writer, lock));
        if let Err(error) = begun {
            self.queue.report_failed(error);
        }
    }
}

/// The articles of the project and those that undo or redo would bring back.
pub(super) fn all_articles(store: &Store) -> Vec<&Arc<ArticleRecord>> {
    let history = store.history();
    let steps = history.done.iter().chain(&history.undone);
    let changes = steps.flat_map(|step| step.edit.changes.iter().chain(&step.inverse.changes));
    let past = changes.filter_map(|change| match change {
        Change::Article(_, Some(row)) => Some(row),
        _ => None,
    });
    store.articles().chain(past).collect()
}

fn path_of(origin: &Origin) -> String {
    match origin {
        Origin::File(path) | Origin::Part(path, _) | Origin::Row(path, _) | Origin::Sample(path) => path.clone(),
        Origin::Pasted => String::new(),
    }
}

/// True where both paths lead to one file that is there.
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
