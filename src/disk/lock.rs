//! A file beside an open project that keeps a second window from writing it.
//!
//! The system drops the lock when a program dies, so a file that was left behind locks nothing.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use super::atomic::with_end;

/// Held while a project is open for writing.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    file: Option<File>,
}

/// What came of asking for the lock.
pub(super) enum Asked {
    /// We have it.
    Held(Lock),
    /// Another window has it.
    Taken,
    /// The folder cannot be written.
    ReadOnly,
}

impl Lock {
    /// Asks for the lock of a project; never waits.
    pub(super) fn ask(project: &Path) -> Asked {
        let path = with_end(project, "-lock");
        // Whoever lets go deletes the file; a lock on a deleted file would hold nobody off.
        for _ in 0..16 {
            let opened = OpenOptions::new()
                .write(true)
                .create(true)
                .truncate(false)
                .open(&path)
                // Left behind by another user, it can be locked all the same.
                .or_else(|_| File::open(&path));
            let Ok(file) = opened else {
                return Asked::ReadOnly;
            };
            match file.try_lock() {
                Err(TryLockError::WouldBlock) => return Asked::Taken,
                // Some network disks know no locks; then there is none.
                Err(TryLockError::Error(_)) => {}
                Ok(()) if !same_file(&file, &path) => continue,
                Ok(()) => {}
            }
            return Asked::Held(Self { path, file: Some(file) });
        }
        Asked::Taken
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // On Windows an open file is deleted once it is closed; elsewhere at once, while we still hold it.
        drop(fs::remove_file(&self.path));
        drop(self.file.take());
    }
}

#[cfg(unix)]
fn same_file(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(open), Ok(named)) => (open.dev(), open.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

/// A file that is open cannot be deleted under its name there.
#[cfg(not(unix))]
fn same_file(_file: &File, path: &Path) -> bool {
    path.exists()
}

#[cfg(test)]
mod tests {
    use super::{Asked, Lock};

    #[test]
    fn a_lock_is_held_once_and_leaves_nothing() {
        let home = tempfile::tempdir().unwrap();
        let project = home.path().join("a.tally");
        let Asked::Held(lock) = Lock::ask(&project) else {
            panic!("free")
        };
        assert!(matches!(Lock::ask(&project), Asked::Taken));
        drop(lock);
        assert!(matches!(Lock::ask(&project), Asked::Held(_)));
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
        assert!(matches!(
            Lock::ask(&home.path().join("no/folder.tally")),
            Asked::ReadOnly
        ));
    }
}
