//! Backups of a project that are made by themselves: a folder beside it holds the last ten.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::atomic::{sync_folder, with_end};
use super::backup::{copy_project, free_name, lock};
use super::check::{check_header, check_inside, open_as_it_stands_or_with_log, open_reader};
use super::error::{DiskError, Trouble};

/// How many backups are kept; the oldest goes when one more is made.
pub const MOST_BACKUPS: usize = 10;

/// How much a project holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amounts {
    /// Articles.
    pub articles: usize,
    /// Claims, rejected ones too.
    pub claims: usize,
    /// Claims that the analyst decided on or made.
    pub decisions: usize,
}

/// One backup of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupRow {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was made, RFC 3339 in UTC; a file whose name tells no time has its name here.
    pub at: String,
    /// What it holds; `None` where it cannot be read.
    pub amounts: Option<Amounts>,
}

const WHAT: &str = "The backup could not be made";
const RESTORE: &str = "The backup could not be restored";

/// The folder of a project's backups: `a.backups` beside `a.tally`.
pub(super) fn folder_of(project: &Path) -> PathBuf {
    let mut name = project.file_stem().unwrap_or_default().to_os_string();
    name.push(".backups");
    project.with_file_name(name)
}

/// Copies a project into the folder of its backups where it changed since the newest of them, and drops the oldest
/// beyond [`MOST_BACKUPS`]. Gives the new one, `None` where nothing changed. A copy that is not sound is not kept, so that
/// damage never pushes good backups out.
///
/// # Errors
/// Where the project cannot be read, is damaged, or the folder cannot be written.
pub fn roll_backup(project: &Path, at: &str) -> Result<Option<PathBuf>, DiskError> {
    let from = open_reader(project)?;
    let folder = folder_of(project);
    let before = paths_in(&folder);
    let failed = |error: &rusqlite::Error| DiskError::from_sql(WHAT, project, error);
    let stamp = stamp(&from).map_err(|error| failed(&error))?;
    if stamp.is_empty_project() {
        return Ok(None);
    }
    let newest = before.last().and_then(|path| open_as_it_stands_or_with_log(path).ok());
    if newest.and_then(|newest| self::stamp(&newest).ok()) == Some(stamp) {
        return Ok(None);
    }
    fs::create_dir_all(&folder).map_err(|error| DiskError::from_io(WHAT, &folder, &error))?;
    drop_parts(&folder);
    let target = free_in(&folder, at);
    let part = with_end(&target, ".part");
    let made = copy_project(&from, &part, WHAT)
        .and_then(|copy| check_inside(&part, &copy))
        .and_then(|()| sync_file(&part))
        .and_then(|()| fs::rename(&part, &target).map_err(|error| DiskError::from_io(WHAT, &target, &error)));
    if let Err(error) = made {
        drop(fs::remove_file(&part));
        return Err(error);
    }
    sync_folder(&target);
    let all = paths_in(&folder);
    for old in all.iter().take(all.len().saturating_sub(MOST_BACKUPS)) {
        drop(fs::remove_file(old));
    }
    Ok(Some(target))
}

/// The backups of a project, newest first, with what they hold.
pub fn backups_of(project: &Path) -> Vec<BackupRow> {
    let row = |path: PathBuf| BackupRow {
        at: time_of(&path),
        amounts: amounts_of(&path),
        path,
    };
    paths_in(&folder_of(project)).into_iter().rev().map(row).collect()
}

/// Puts a copy of a backup in the place of a project; the backup stays. What lies there is renamed to the first free
/// `NAME.bak-1.tally` and that path is given; `None` where nothing lay there.
///
/// # Errors
/// Where the backup cannot be read, the project is open in another window, or the folder cannot be written. All is as
/// it was then.
pub fn restore_backup(project: &Path, backup: &Path) -> Result<Option<PathBuf>, DiskError> {
    check_header(backup)?;
    let from = open_as_it_stands_or_with_log(backup)?;
    check_inside(backup, &from)?;
    let _lock = lock(project)?;
    let part = with_end(project, ".part");
    drop(fs::remove_file(&part));
    let copied = copy_project(&from, &part, RESTORE).and_then(|copy| {
        drop(copy);
        sync_file(&part)
    });
    let kept = copied.and_then(|()| put_aside(project));
    let kept = match kept {
        Ok(kept) => kept,
        Err(error) => {
            drop(fs::remove_file(&part));
            return Err(error);
        }
    };
    if let Err(error) = fs::rename(&part, project) {
        if let Some(kept) = &kept {
            drop(fs::rename(kept, project));
            drop(fs::rename(with_end(kept, "-wal"), with_end(project, "-wal")));
        }
        drop(fs::remove_file(&part));
        return Err(DiskError::from_io(RESTORE, project, &error));
    }
    sync_folder(project);
    Ok(kept)
}

/// Renames a project with its log, as it is, sound or not.
fn put_aside(project: &Path) -> Result<Option<PathBuf>, DiskError> {
    if project.symlink_metadata().is_err() {
        return Ok(None);
    }
    let kept = free_name(project);
    fs::rename(project, &kept).map_err(|error| DiskError::from_io(RESTORE, project, &error))?;
    drop(fs::rename(with_end(project, "-wal"), with_end(&kept, "-wal")));
    drop(fs::remove_file(with_end(project, "-shm")));
    Ok(Some(kept))
}

/// What a project held and how far its journal was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) last_step: i64,
    pub(super) num_done: i64,
    pub(super) num_undone: i64,
}

impl Stamp {
    fn is_empty_project(self) -> bool {
        self.last_step == 0
    }
}

/// How far the journal of a project is: two states of one project with equal stamps are the same.
pub(super) fn stamp(connection: &Connection) -> rusqlite::Result<Stamp> {
    let sql = "SELECT coalesce(max(number), 0), count(*) FILTER (WHERE state = 'done'), \
               count(*) FILTER (WHERE state = 'undone') FROM journal";
    connection.query_row(sql, [], |row| {
        Ok(Stamp {
            last_step: row.get(0)?,
            num_done: row.get(1)?,
            num_undone: row.get(2)?,
        })
    })
}

/// How much a project file holds; `None` where it cannot be read.
pub(super) fn amounts_of(path: &Path) -> Option<Amounts> {
    check_header(path).ok()?;
    amounts(&open_as_it_stands_or_with_log(path).ok()?).ok()
}

pub(super) fn amounts(connection: &Connection) -> rusqlite::Result<Amounts> {
    let sql = "SELECT (SELECT count(*) FROM articles), count(*), \
               count(*) FILTER (WHERE by_hand OR verdict <> 'open' OR fields_json <> '{}') FROM claims";
    let number = |number: i64| usize::try_from(number).unwrap_or(0);
    connection.query_row(sql, [], |row| {
        Ok(Amounts {
            articles: number(row.get(0)?),
            claims: number(row.get(1)?),
            decisions: number(row.get(2)?),
        })
    })
}

/// The backups in a folder, oldest first.
fn paths_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut paths: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|end| end == "tally"))
        .collect();
    paths.sort();
    paths
}

/// What a killed run left half made.
fn drop_parts(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        if name.ends_with(".tally.part") || name.ends_with(".tally.part-journal") {
            drop(fs::remove_file(&path));
        }
    }
}

/// `2031-03-15T09:00:00.123Z` is no name of a file everywhere; its figures in order are.
fn free_in(folder: &Path, at: &str) -> PathBuf {
    let second: String = at
        .chars()
        .take(19)
        .map(|sign| if sign == ':' { '-' } else { sign })
        .collect();
    let name = |number: u32| folder.join(format!("{second}-{number:02}.tally"));
    let mut number = 1;
    while name(number).symlink_metadata().is_ok() {
        number += 1;
    }
    name(number)
}

/// The time in a backup's name: `2031-03-15T09-00-00-01` is `2031-03-15T09:00:00Z`.
fn time_of(path: &Path) -> String {
    let name = path
        .file_stem()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    match (name.get(..10), name.get(11..19)) {
        (Some(day), Some(time)) if name.get(10..11) == Some("T") => format!("{day}T{}Z", time.replace('-', ":")),
        _ => name,
    }
}

fn sync_file(path: &Path) -> Result<(), DiskError> {
    let synced = fs::OpenOptions::new()
        .write(true)
        .open(path)
        .and_then(|file| file.sync_all());
    synced.map_err(|error| DiskError::from_io(WHAT, path, &error))
}

/// Says that a project has backups, at the end of a sentence about what is wrong with it.
pub fn offer_backups(project: &Path) -> Option<String> {
    let rows = backups_of(project);
    let sound = rows.iter().find(|row| row.amounts.is_some())?;
    Some(format!(
        "It has {}, the newest of {}: “Backups...” on the start page puts one back.",
        counted(rows.len(), "backup"),
        sound.at
    ))
}

/// "1 claim", "6 claims".
pub(super) fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// Trouble for which a backup is the way out.
pub fn backup_helps(trouble: Trouble) -> bool {
    matches!(trouble, Trouble::Damaged | Trouble::NotAProject | Trouble::Missing)
}
