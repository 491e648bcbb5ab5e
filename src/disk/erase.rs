//! Removes articles for good: the project and its backups are written anew without them, so that no page of a file,
//! no row of the journal and no index still holds their words.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, params};

use super::atomic::{sync_folder, with_end};
use super::backup::lock;
use super::check::{check_header, check_inside, not_loaded, open_as_it_stands_or_with_log};
use super::error::{DiskError, Trouble};
use super::health::note_close;
use super::open::new_file;
use super::rolling::folder_of;
use super::rows::{Known, load, write_store};

const WHAT: &str = "The article could not be removed for good";

/// What was written anew, and what could not be.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// How many backups were written anew.
    pub num_backups: usize,
    /// Backups that could not be read or written: they may still hold the articles.
    pub left: Vec<PathBuf>,
}

/// The copies of a project that Tallyscope made: the folder of backups, `.bak`, `.bak-1.tally` ...
pub fn copies_of(project: &Path) -> Vec<PathBuf> {
    let mut copies = Vec::new();
    let stem = project.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let files = |folder: &Path| {
        fs::read_dir(folder)
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry.ok()?.path()))
    };
    copies.extend(files(&folder_of(project)).filter(|path| path.extension().is_some_and(|end| end == "tally")));
    let is_copy = |path: &PathBuf| {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        name.strip_prefix(&format!("{stem}.bak-"))
            .is_some_and(|rest| rest.ends_with(".tally"))
    };
    let beside = project.parent().unwrap_or_else(|| Path::new("."));
    let beside = if beside.as_os_str().is_empty() {
        Path::new(".")
    } else {
        beside
    };
    copies.extend(files(beside).filter(is_copy));
    copies.extend(Some(with_end(project, ".bak")).filter(|path| path.exists()));
    copies.sort();
    copies
}

/// Writes a project that nobody has open and all its copies anew, without the articles that have these originals. The
/// copies come first: what is interrupted can be asked for again.
///
/// # Errors
/// Where the project is open in another window, or cannot be read or written: it is as it was then.
pub fn erase(project: &Path, originals: &BTreeSet<String>) -> Result<Erased, DiskError> {
    let _lock = lock(project)?;
    let mut erased = Erased::default();
    for copy in copies_of(project) {
        match write_without(&copy, originals) {
            Ok(()) => erased.num_backups += 1,
            Err(_) => erased.left.push(copy),
        }
    }
    write_without(project, originals)?;
    // What the project held when it was closed last is no longer what it is to hold; without the note there is no alarm.
    if note_close(project).is_err() {
        drop(fs::remove_file(folder_of(project).join("last-close.json")));
    }
    Ok(erased)
}

fn write_without(path: &Path, originals: &BTreeSet<String>) -> Result<(), DiskError> {
    check_header(path)?;
    fold_log(path)?;
    let mut old = open_as_it_stands_or_with_log(path)?;
    check_inside(path, &old)?;
    let loaded = load(&mut old).map_err(|error| not_loaded(path, &error))?;
    let store = loaded.store.without_originals(originals);
    let part = with_end(path, ".part");
    let mut new = new_file(&part, WHAT)?;
    let written = write_store(&mut new, &mut Known::default(), &store, &[])
        .and_then(|()| copy_rest(&old, &new, originals))
        .and_then(|()| new.close().map_err(|(_, error)| error))
        .map_err(|error| DiskError::from_sql(WHAT, path, &error));
    drop(old);
    let placed = written.and_then(|()| fs::rename(&part, path).map_err(|error| DiskError::from_io(WHAT, path, &error)));
    if placed.is_err() {
        drop(fs::remove_file(&part));
        return placed;
    }
    for end in ["-wal", "-shm", "-journal"] {
        drop(fs::remove_file(with_end(path, end)));
    }
    sync_folder(path);
    Ok(())
}

/// Folds a log that a killed run left behind into its file: beside the new file it would be folded into that one.
fn fold_log(path: &Path) -> Result<(), DiskError> {
    let log = with_end(path, "-wal");
    if !log.exists() {
        return Ok(());
    }
    let folded = Connection::open(path).and_then(|connection| {
        // a look over that was stopped may still be reading
        connection.busy_timeout(std::time::Duration::from_secs(30))?;
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        connection.close().map_err(|(_, error)| error)
    });
    folded.map_err(|error| DiskError::from_sql(WHAT, path, &error))?;
    if fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
        return Err(DiskError::new(
            Trouble::InUse,
            path,
            format!("{WHAT}: another program has the file open."),
        ));
    }
    drop(fs::remove_file(&log));
    Ok(())
}

/// Originals of the other articles, and the highest numbers so far: none is given out twice.
fn copy_rest(old: &Connection, new: &Connection, originals: &BTreeSet<String>) -> rusqlite::Result<()> {
    new.execute_batch("BEGIN IMMEDIATE")?;
    let mut statement = old.prepare("SELECT sha256, path, bytes, page_map_json FROM sources")?;
    let mut rows = statement.query([])?;
    let mut put =
        new.prepare("INSERT OR IGNORE INTO sources (sha256, path, bytes, page_map_json) VALUES (?1, ?2, ?3, ?4)")?;
    while let Some(row) = rows.next()? {
        let sha256: String = row.get(0)?;
        if !originals.contains(&sha256) {
            let path: String = row.get(1)?;
            let map: Option<String> = row.get(3)?;
            put.execute(params![sha256, path, row.get_ref(2)?.as_blob()?, map])?;
        }
    }
    let mut statement = old.prepare("SELECT name, highest FROM counters")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (name, highest): (String, i64) = (row.get(0)?, row.get(1)?);
        new.execute(
            "UPDATE counters SET highest = max(highest, ?2) WHERE name = ?1",
            params![name, highest],
        )?;
    }
    new.execute_batch("COMMIT")
}
