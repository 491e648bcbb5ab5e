//! Makes and opens project files.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rusqlite::{Connection, OpenFlags};

use super::atomic::{sync_folder, with_end};
use super::backup::backup;
use super::check::{check_header, check_inside, failed, not_loaded, open_as_it_stands_or_with_log, open_reader};
use super::error::{DiskError, Trouble};
use super::lock::{Asked, Lock};
use super::project::Project;
use super::queue::Queue;
use super::rows::load;
use super::schema::{VERSION, migrate, tune_writer};
use super::share::is_network_share;
use crate::store::Store;

/// A project that was opened.
pub struct Opened {
    /// The open file.
    pub project: Project,
    /// Its rows.
    pub store: Store,
    /// True where it can only be read.
    pub read_only: bool,
    /// True where it lies on a network share.
    pub network_share: bool,
    /// What to tell the analyst while it is open, one or more sentences; empty where all is well.
    pub warning: String,
}

const READ_ONLY: &str = "This project can only be read here: the file or its folder cannot be written. Save it in \
                         another place to work on it.";
const IN_USE: &str = "This project is open in another window of Tallyscope, so here it can only be read. Close the \
                      other window, or save it in another place to work on it.";
const SHARED: &str = "This project lies on a network share, where edits can be lost when two people open it. Save it \
                      on this computer while you work on it.";

/// Makes an empty project.
///
/// # Errors
/// Where something of that name is there already, or the folder cannot be written.
pub fn create(path: &Path) -> Result<Opened, DiskError> {
    let what = "The project could not be made";
    if path.symlink_metadata().is_ok() {
        let sentence = format!("{what}: something of that name is there already. Choose another name.");
        return Err(DiskError::new(Trouble::Exists, path, sentence));
    }
    let part = with_end(path, ".part");
    drop(new_file(&part, what)?);
    put_in_place(&part, path, what)?;
    open(path)
}

/// Opens a project. A file that is none, is damaged or comes from a newer version is left as it is.
///
/// # Errors
/// A file that is no project, is damaged, comes from a newer version, or cannot be read.
pub fn open(path: &Path) -> Result<Opened, DiskError> {
    check_header(path)?;
    let path = fs::canonicalize(path).map_or_else(|_| path.to_path_buf(), plain);
    let writable = OpenOptions::new().write(true).open(&path).is_ok();
    let (lock, access) = match Lock::ask(&path) {
        Asked::Held(lock) if writable => (Some(lock), ""),
        Asked::Taken => (None, IN_USE),
        _ => (None, READ_ONLY),
    };
    // With the lock in hand nobody else is writing: without a log the file can be read without leaving one.
    let checker = if access == IN_USE {
        open_reader(&path)?
    } else {
        open_as_it_stands_or_with_log(&path)?
    };
    check_inside(&path, &checker)?;
    let Some(lock) = lock else {
        return finish(checker, None, &path, access);
    };
    drop(checker);
    let writer = open_writer(&path)?;
    let reader = open_reader(&path)?;
    finish(reader, Some((writer, lock)), &path, access)
}

fn finish(
    mut reader: Connection,
    writer: Option<(Connection, Lock)>,
    path: &Path,
    access: &str,
) -> Result<Opened, DiskError> {
    let loaded = load(&mut reader).map_err(|error| not_loaded(path, &error))?;
    let network_share = is_network_share(path);
    let shared = if network_share { SHARED } else { "" };
    let warnings = [access, shared, &loaded.warning]
        .into_iter()
        .filter(|one| !one.is_empty());
    let warning = warnings.collect::<Vec<_>>().join(" ");
    let read_only = writer.is_none();
    let mut project = Project::new(path.to_path_buf(), Mutex::new(reader), Queue::new(loaded.known));
    if let Some((writer, lock)) = writer {
        project.start(writer, lock)?;
    }
    Ok(Opened {
        project,
        store: loaded.store,
        read_only,
        network_share,
        warning,
    })
}

/// A connection that writes. Brings an older project to this version, after a copy was made.
pub(super) fn open_writer(path: &Path) -> Result<Connection, DiskError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let failed = |error: &rusqlite::Error| failed(path, error);
    let mut connection = Connection::open_with_flags(path, flags).map_err(|error| failed(&error))?;
    tune_writer(&connection).map_err(|error| failed(&error))?;
    let version: u32 = connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(|error| failed(&error))?;
    if version < VERSION {
        backup(path)?;
        migrate(&mut connection, path)?;
    }
    connection
        .pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))
        .map_err(|error| failed(&error))?;
    Ok(connection)
}

/// An empty project of this version, without a log.
pub(super) fn new_file(path: &Path, what: &str) -> Result<Connection, DiskError> {
    for end in ["", "-journal", "-wal", "-shm"] {
        drop(fs::remove_file(with_end(path, end)));
    }
    // The system's words are plainer than SQLite's where the folder is missing or locked away.
    let made = OpenOptions::new().write(true).create_new(true).open(path);
    drop(made.map_err(|error| DiskError::from_io(what, path, &error))?);
    let made = Connection::open(path)
        .and_then(|connection| tune_writer(&connection).map(|()| connection))
        .map_err(|error| DiskError::from_sql(what, path, &error));
    let made = made.and_then(|mut connection| migrate(&mut connection, path).map(|()| connection));
    if made.is_err() {
        drop(fs::remove_file(path));
    }
    made
}

/// Renames a finished project into place. What is there is kept as `.bak`, with its log.
pub(super) fn put_in_place(part: &Path, path: &Path, what: &str) -> Result<(), DiskError> {
    let failed = |error: &std::io::Error| DiskError::from_io(what, path, error);
    let old = with_end(path, ".bak");
    if path.exists() {
        for end in ["-wal", "-shm"] {
            drop(fs::remove_file(with_end(&old, end)));
        }
        fs::rename(path, &old).map_err(|error| failed(&error))?;
    }
    // A log beside a file that it does not belong to would be folded into it.
    for end in ["-wal", "-shm", "-journal"] {
        drop(fs::rename(with_end(path, end), with_end(&old, end)));
    }
    let placed = fs::rename(part, path).map_err(|error| failed(&error));
    sync_folder(path);
    placed
}

/// Windows writes full paths with `\\?\` in front, which not all programs read.
fn plain(path: PathBuf) -> PathBuf {
    let Some(name) = path.to_str().and_then(|name| name.strip_prefix(r"\\?\")) else {
        return path;
    };
    if name.starts_with("UNC\\") {
        path
    } else {
        PathBuf::from(name)
    }
}
