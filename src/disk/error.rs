//! What went wrong with a file, in words.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// What sort of trouble it is, for who must act differently on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no such file, or it vanished.
    Missing,
    /// The system does not let us.
    Denied,
    /// Something of that name is there already.
    Exists,
    /// No room on the disk, or in the file.
    Full,
    /// Another program or window has it.
    InUse,
    /// The file is no project.
    NotAProject,
    /// The project was written by a newer version.
    Newer,
    /// The project file is damaged.
    Damaged,
    /// The file is larger than we take.
    TooLarge,
    /// It can only be read.
    ReadOnly,
    /// Anything else.
    Other,
}

/// What failed, why, and what to do, with the file that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiskError {
    /// The sort of trouble.
    pub trouble: Trouble,
    /// What failed, why, what to do; without the path.
    pub sentence: String,
    /// The file or folder.
    pub path: PathBuf,
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\nFile: {}", self.sentence, self.path.display())
    }
}

impl Error for DiskError {}

impl DiskError {
    pub(super) fn new(trouble: Trouble, path: &Path, sentence: impl Into<String>) -> Self {
        Self {
            trouble,
            sentence: sentence.into(),
            path: path.to_path_buf(),
        }
    }

    /// `what` failed ("The file could not be read"), for the reason that the system gave.
    pub(super) fn from_io(what: &str, path: &Path, error: &io::Error) -> Self {
        let (trouble, why) = match error.kind() {
            io::ErrorKind::NotFound => (
                Trouble::Missing,
                "it is no longer there. Was it moved or renamed?".to_owned(),
            ),
            io::ErrorKind::PermissionDenied => (
                Trouble::Denied,
                "the system does not allow it. Check the permissions of the file and its folder.".to_owned(),
            ),
            io::ErrorKind::ReadOnlyFilesystem => (
                Trouble::ReadOnly,
                "its disk can only be read. Choose another place.".to_owned(),
            ),
            io::ErrorKind::AlreadyExists => (
                Trouble::Exists,
                "something of that name is there already. Choose another name.".to_owned(),
            ),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => (
                Trouble::Full,
                "there is no room left on the disk. Make room, or choose another place.".to_owned(),
            ),
            _ => (Trouble::Other, format!("{error}.")),
        };
        Self::new(trouble, path, format!("{what}: {why}"))
    }

    /// `what` failed ("The project could not be saved"), for the reason that SQLite gave.
    pub(super) fn from_sql(what: &str, path: &Path, error: &rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let (trouble, why) = match error.sqlite_error_code() {
            Some(Code::DiskFull) => (
                Trouble::Full,
                "there is no room left on the disk. Make room and try again, or save the project in another place."
                    .to_owned(),
            ),
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => (
                Trouble::InUse,
                "another program has it locked. Close that program and try again.".to_owned(),
            ),
            Some(Code::ReadOnly | Code::PermissionDenied | Code::AuthorizationForStatementDenied) => (
                Trouble::ReadOnly,
                "the file or its folder can only be read. Save the project in another place.".to_owned(),
            ),
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => (
                Trouble::Damaged,
                format!("the file is damaged ({error}). Open one of its backups (.bak)."),
            ),
            // a file that may grow no further, by the limit of a user or a file system
            Some(Code::SystemIoFailure) if is_write_refused(error) => (
                Trouble::Full,
                "the disk takes no more: it is full, or the file may grow no larger there. Make room and try again, or \
                 save the project in another place."
                    .to_owned(),
            ),
            Some(Code::SystemIoFailure) => (
                Trouble::Other,
                format!("the disk reports an error ({error}). Save the project in another place."),
            ),
            Some(Code::CannotOpen) => (
                Trouble::Missing,
                "the file or its folder cannot be opened. Was it moved, or its disk taken out?".to_owned(),
            ),
            _ => (Trouble::Other, format!("{error}.")),
        };
        Self::new(trouble, path, format!("{what}: {why}"))
    }
}

/// True where the system took a part of what was to be written, or nothing.
fn is_write_refused(error: &rusqlite::Error) -> bool {
    error
        .sqlite_error()
        .is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_IOERR_WRITE)
}
