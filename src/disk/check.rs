//! Whether a file is a project that this version can open; changes nothing.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::atomic::with_end;
use super::error::{DiskError, Trouble};
use super::rows::LoadError;
use super::schema::{APPLICATION_ID, VERSION};

const WHAT: &str = "The project could not be opened";

/// Looks at the first 100 bytes, without SQLite, so that nothing is left beside a file that is none of ours.
pub(super) fn check_header(path: &Path) -> Result<(), DiskError> {
    let failed = |error: &std::io::Error| DiskError::from_io(WHAT, path, error);
    let data = fs::metadata(path).map_err(|error| failed(&error))?;
    if !data.is_file() {
        return Err(no_project(path, "it is a folder or device, not a project file"));
    }
    let mut head = Vec::new();
    let file = File::open(path).map_err(|error| failed(&error))?;
    file.take(100).read_to_end(&mut head).map_err(|error| failed(&error))?;
    if !head.starts_with(b"SQLite format 3\0") {
        return Err(no_project(path, "it is not a Tallyscope project"));
    }
    let number = |at: usize| {
        let bytes: Option<[u8; 4]> = head.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
        bytes.map(u32::from_be_bytes)
    };
    let (Some(application), Some(version), Some(num_pages)) = (number(68), number(60), number(28)) else {
        return Err(damaged(path, "it ends within its first bytes"));
    };
    if application != APPLICATION_ID {
        return Err(no_project(
            path,
            "it is a database of another program, not a Tallyscope project",
        ));
    }
    check_version(path, version)?;
    check_length(path, data.len(), &head, num_pages)
}

/// A project that is shorter than it says was cut off. With a log beside it, the rest may still be there.
fn check_length(path: &Path, len: u64, head: &[u8], num_pages: u32) -> Result<(), DiskError> {
    let page_size = match (head.get(16), head.get(17)) {
        (Some(0), Some(1)) => 65536,
        (Some(high), Some(low)) => u64::from(*high) * 256 + u64::from(*low),
        _ => 0,
    };
    let has_log = fs::metadata(with_end(path, "-wal")).is_ok_and(|log| log.len() > 0);
    if !has_log && len < page_size * u64::from(num_pages) {
        return Err(damaged(path, "its end is missing"));
    }
    Ok(())
}

fn check_version(path: &Path, version: u32) -> Result<(), DiskError> {
    if version <= VERSION {
        return Ok(());
    }
    let sentence = format!(
        "{WHAT}: it was written by a newer version of Tallyscope (its format is {version}, this program knows up to \
         {VERSION}). Nothing was changed; open it with the newer program."
    );
    Err(DiskError::new(Trouble::Newer, path, sentence))
}

fn no_project(path: &Path, why: &str) -> DiskError {
    let sentence = format!("{WHAT}: {why}. Nothing was changed.");
    DiskError::new(Trouble::NotAProject, path, sentence)
}

/// The sentence for a file that is a project and cannot be read.
pub(super) fn damaged(path: &Path, why: &str) -> DiskError {
    let sentence = format!(
        "{WHAT}: the file is damaged ({why}). Nothing was changed. Open one of its backups (.bak), if there are any."
    );
    DiskError::new(Trouble::Damaged, path, sentence)
}

/// The sentence for a project whose rows could not be read.
pub(super) fn not_loaded(path: &Path, error: &LoadError) -> DiskError {
    match error {
        LoadError::Sql(error) => failed(path, error),
        LoadError::Row(why) => damaged(path, why),
    }
}

/// The sentence for what SQLite says while a project is opened.
pub(super) fn failed(path: &Path, error: &rusqlite::Error) -> DiskError {
    let error = DiskError::from_sql(WHAT, path, error);
    match error.trouble {
        Trouble::Damaged => damaged(path, "its inner order is broken"),
        _ => error,
    }
}

/// Opens a project for reading only. In a folder that cannot be written, a log left behind would hide edits, so that is
/// refused; without a log the file is read as it stands.
pub(super) fn open_reader(path: &Path) -> Result<Connection, DiskError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opened = Connection::open_with_flags(path, flags).and_then(|connection| {
        connection.busy_timeout(std::time::Duration::from_secs(2))?;
        // Nothing is read before the first question.
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(connection)
    });
    match opened {
        Err(error) if may_lack_log_files(&error) => {
            if fs::metadata(with_end(path, "-wal")).is_ok_and(|log| log.len() > 0) {
                let sentence = format!(
                    "{WHAT}: edits are waiting in its log (the file that ends in -wal), and its folder cannot be written. \
                     Copy both files to another folder and open the project there."
                );
                return Err(DiskError::new(Trouble::ReadOnly, path, sentence));
            }
            open_as_it_stands(path).map_err(|error| failed(path, &error))
        }
        other => other.map_err(|error| failed(path, &error)),
    }
}

/// Opens a project for reading only, and leaves nothing beside it where there is no log: for files that nobody else is
/// writing.
pub(super) fn open_as_it_stands_or_with_log(path: &Path) -> Result<Connection, DiskError> {
    if fs::metadata(with_end(path, "-wal")).is_ok_and(|log| log.len() > 0) {
        return open_reader(path);
    }
    open_as_it_stands(path).map_err(|error| failed(path, &error))
}

fn may_lack_log_files(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode as Code;
    matches!(
        error.sqlite_error_code(),
        Some(Code::CannotOpen | Code::ReadOnly | Code::PermissionDenied)
    )
}

fn open_as_it_stands(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(immutable_uri(path), flags)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(connection)
}

/// `file:…?immutable=1`, with every byte that means something in a URI written as a number.
fn immutable_uri(path: &Path) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~:".contains(&byte);
    let slashed = |byte: u8| if cfg!(windows) && byte == b'\\' { b'/' } else { byte };
    let mut uri = "file:".to_owned();
    if cfg!(windows) && path.has_root() {
        uri.push('/');
    }
    for byte in path.as_os_str().as_encoded_bytes().iter().map(|byte| slashed(*byte)) {
        if plain(byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri.push_str("?immutable=1");
    uri
}

/// Looks through the whole file by a connection that cannot write: version (the log may hold a newer one than the
/// header) and inner order.
pub(super) fn check_inside(path: &Path, reader: &Connection) -> Result<(), DiskError> {
    let failed = |error: &rusqlite::Error| failed(path, error);
    let number = |name: &str| reader.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let version = number("user_version").map_err(|error| failed(&error))?;
    check_version(path, u32::try_from(version).unwrap_or(u32::MAX))?;
    for table in tables(reader).map_err(|error| failed(&error))? {
        let question = format!("PRAGMA quick_check(\"{}\")", table.replace('"', "\"\""));
        let verdict: String = reader
            .query_row(&question, [], |row| row.get(0))
            .map_err(|error| failed(&error))?;
        if verdict != "ok" {
            return Err(damaged(path, &verdict.replace('\n', " ")));
        }
    }
    Ok(())
}

/// All tables but the index of words: SQLite would read all texts to check that, and it can be made anew.
fn tables(reader: &Connection) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'";
    reader.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
}
