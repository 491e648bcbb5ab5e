//! Copies of projects, made through SQLite so that edits in the log are in the copy.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::atomic::{sync_folder, with_end};
use super::check::{check_header, open_as_it_stands_or_with_log, open_reader};
use super::error::{DiskError, Trouble};
use super::lock::{Asked, Lock};

const WHAT: &str = "The backup could not be made";

/// Copies a project to the first free `NAME.bak-1.tally`, `NAME.bak-2.tally` ... beside it, and gives that path.
///
/// # Errors
/// Where the project cannot be read or its folder cannot be written.
pub fn backup(path: &Path) -> Result<PathBuf, DiskError> {
    let target = free_name(path);
    let part = with_end(&target, ".part");
    drop(fs::remove_file(&part));
    let copied = open_reader(path).and_then(|from| copy_project(&from, &part, WHAT));
    let placed = copied.and_then(|to| {
        drop(to);
        fs::rename(&part, &target).map_err(|error| DiskError::from_io(WHAT, &target, &error))
    });
    if placed.is_err() {
        drop(fs::remove_file(&part));
    }
    sync_folder(&target);
    placed.map(|()| target)
}

/// Copies a project aside as [`backup`] does and takes it away; what is no project is renamed. `None` where there is
/// nothing at `path`.
///
/// # Errors
/// Where it is open in another window, or the folder cannot be written.
pub fn set_aside(path: &Path) -> Result<Option<PathBuf>, DiskError> {
    if path.symlink_metadata().is_err() {
        return Ok(None);
    }
    let _lock = lock(path)?;
    let is_sound = check_header(path)
        .and_then(|()| open_as_it_stands_or_with_log(path))
        .is_ok();
    let target = if is_sound {
        let target = backup(path)?;
        remove_files(path)?;
        target
    } else {
        let target = free_name(path);
        fs::rename(path, &target).map_err(|error| DiskError::from_io(WHAT, path, &error))?;
        target
    };
    Ok(Some(target))
}

/// Deletes a project file with what SQLite keeps beside it: for an untitled project that was saved elsewhere.
///
/// # Errors
/// Where it is open in another window or the system does not let us.
pub fn remove_project(path: &Path) -> Result<(), DiskError> {
    let _lock = lock(path)?;
    remove_files(path)
}

pub(super) fn lock(path: &Path) -> Result<Lock, DiskError> {
    match Lock::ask(path) {
        Asked::Held(lock) => Ok(lock),
        Asked::Taken => Err(in_use(path)),
        Asked::ReadOnly => {
            let sentence = "The project could not be moved: its folder cannot be written.";
            Err(DiskError::new(Trouble::ReadOnly, path, sentence))
        }
    }
}

/// The sentence for a project that another window has open.
pub(super) fn in_use(path: &Path) -> DiskError {
    let sentence = "The project is open in another window of Tallyscope. Close that window and try again.";
    DiskError::new(Trouble::InUse, path, sentence)
}

fn remove_files(path: &Path) -> Result<(), DiskError> {
    fs::remove_file(path).map_err(|error| DiskError::from_io("The project could not be removed", path, &error))?;
    for end in ["-wal", "-shm"] {
        drop(fs::remove_file(with_end(path, end)));
    }
    Ok(())
}

/// The first free `NAME.bak-1.tally`, `NAME.bak-2.tally` ...
pub(super) fn free_name(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default();
    let name = |number: u32| {
        let mut name = stem.to_os_string();
        name.push(format!(".bak-{number}.tally"));
        path.with_file_name(name)
    };
    let mut number = 1;
    while name(number).symlink_metadata().is_ok() {
        number += 1;
    }
    name(number)
}

/// Copies all pages to a new file; the copy has no log.
pub(super) fn copy_project(from: &Connection, to: &Path, what: &str) -> Result<Connection, DiskError> {
    let failed = |error: &rusqlite::Error| DiskError::from_sql(what, to, error);
    let made = fs::OpenOptions::new().write(true).create_new(true).open(to);
    drop(made.map_err(|error| DiskError::from_io(what, to, &error))?);
    let mut connection = Connection::open(to).map_err(|error| failed(&error))?;
    let copied = Backup::new(from, &mut connection).and_then(|backup| copy_pages(&backup));
    copied.map_err(|error| failed(&error))?;
    // The header of the copy asks for a log; a file at rest has none.
    connection
        .pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))
        .map_err(|error| failed(&error))?;
    Ok(connection)
}

/// All pages in one go. Whoever holds the file locked is waited for as long as the connections say, a few times over.
fn copy_pages(backup: &Backup<'_, '_>) -> rusqlite::Result<()> {
    for _ in 0..5 {
        if backup.step(-1)? == StepResult::Done {
            return Ok(());
        }
    }
    let busy = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY);
    Err(rusqlite::Error::SqliteFailure(busy, None))
}
