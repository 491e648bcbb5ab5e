//! Watched folders: new files in them are read by themselves. A thread looks every two seconds, only while some folder is
//! watched; which ones is kept in the project.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::App;
use super::opening;
use crate::disk::{self, FileStamp};
use crate::jobs::{Repeated, every};
use crate::store::{Change, Edit, Store};

/// How often the folders are looked at.
const PERIOD: Duration = Duration::from_secs(2);

/// The setting of the project that holds the watched folders: a line each, the time up to which its files are known and
/// its path.
const SETTING: &str = "watched";

/// What runs while a folder is watched.
#[derive(Default)]
pub(super) struct Watching {
    folders: Vec<PathBuf>,
    run: Option<(Repeated, Receiver<Found>)>,
    /// The newest change of a file that was taken.
    newest: i64,
}

/// What a look at the folders brought.
enum Found {
    Files(Vec<PathBuf>, i64),
    Trouble(disk::DiskError),
}

/// What is known of one folder's files.
#[derive(Default)]
struct Folder {
    /// Files up to this time were there before; all that the first look finds where it is `None`.
    since: Option<i64>,
    known: BTreeMap<PathBuf, (i64, u64)>,
    /// Seen in the look before, not taken yet.
    growing: BTreeMap<PathBuf, (i64, u64)>,
    was_looked_at: bool,
    /// True once it was said that the folder cannot be read.
    is_lost: bool,
}

impl Folder {
    /// The files to be read: new or changed, and of the same size as a look before.
    fn look(&mut self, stamps: Vec<FileStamp>) -> Vec<FileStamp> {
        let mut taken = Vec::new();
        let mut growing = BTreeMap::new();
        for stamp in stamps {
            let state = (stamp.changed, stamp.size);
            let was_there = !self.was_looked_at && self.since.is_none_or(|since| stamp.changed <= since);
            if was_there || self.known.get(&stamp.path) == Some(&state) {
                self.known.insert(stamp.path, state);
            } else if self.growing.get(&stamp.path) == Some(&state) && stamp.size > 0 {
                self.known.insert(stamp.path.clone(), state);
                taken.push(stamp);
            } else {
                growing.insert(stamp.path, state);
            }
        }
        self.growing = growing;
        self.was_looked_at = true;
        taken
    }
}

/// The watched folders of a project with the time up to which their files are known.
fn watched(store: &Store) -> Vec<(i64, PathBuf)> {
    let lines = store.setting(SETTING).unwrap_or_default().lines();
    let folder = |line: &str| {
        let (since, path) = line.split_once('\t')?;
        Some((since.parse().ok()?, PathBuf::from(path)))
    };
    lines.filter_map(folder).collect()
}

fn written(folders: &[(i64, PathBuf)]) -> Option<String> {
    let lines = folders
        .iter()
        .map(|(since, path)| format!("{since}\t{}", path.display()));
    let text = lines.collect::<Vec<_>>().join("\n");
    (!text.is_empty()).then_some(text)
}

/// The folders that a project watches, as shown.
pub fn watched_folders(store: &Store) -> Vec<PathBuf> {
    watched(store).into_iter().map(|(_, path)| path).collect()
}

/// Watches a folder from now on.
pub(super) fn watch(app: &mut App, folder: &Path) {
    if let Err(error) = disk::stamps(folder) {
        app.disk_problem(&error);
        return;
    }
    super::act::need_project(app);
    let mut folders = watched(&app.state.store);
    if folders.iter().any(|(_, path)| path == folder) {
        app.toast(&format!("“{}” is watched already.", folder.display()), false);
        return;
    }
    let now: Option<jiff::Timestamp> = (app.clock.now)().parse().ok();
    folders.push((now.map_or(0, jiff::Timestamp::as_millisecond), folder.to_path_buf()));
    let label = format!("New files in “{}” are read by themselves", folder.display());
    let edit = Edit::new(label, vec![Change::Setting(SETTING.to_owned(), written(&folders))]);
    app.commit(edit);
}

/// Watches nothing any more.
pub(super) fn stop(app: &mut App) {
    let edit = Edit::new("No folder is watched", vec![Change::Setting(SETTING.to_owned(), None)]);
    if watched(&app.state.store).is_empty() {
        app.toast("No folder is watched.", false);
    } else {
        app.commit(edit);
    }
}

/// With articles that are added goes up to when files are known, so that none is read again after a restart.
pub(super) fn mark(app: &App, edit: &mut Edit) {
    let mut folders = watched(&app.state.store);
    if folders.iter().all(|(since, _)| *since >= app.watching.newest) {
        return;
    }
    for (since, _) in &mut folders {
        *since = app.watching.newest.max(*since);
    }
    edit.changes
        .push(Change::Setting(SETTING.to_owned(), written(&folders)));
}

/// Begins and ends to watch as the project says, and opens what came in; true where something did.
pub(super) fn poll(app: &mut App) -> bool {
    follow(app);
    let Some((_, found)) = &app.watching.run else {
        return false;
    };
    let found: Vec<Found> = found.try_iter().collect();
    let is_new = !found.is_empty();
    for one in found {
        match one {
            Found::Files(paths, newest) => {
                app.watching.newest = newest.max(app.watching.newest);
                opening::open_paths(app, paths);
            }
            Found::Trouble(error) => app.disk_problem(&error),
        }
    }
    is_new
}

fn follow(app: &mut App) {
    let wanted = if app.state.project.read_only {
        Vec::new()
    } else {
        watched(&app.state.store)
    };
    if wanted.iter().map(|(_, path)| path).eq(&app.watching.folders) {
        return;
    }
    app.watching = Watching {
        folders: wanted.iter().map(|(_, path)| path.clone()).collect(),
        ..Watching::default()
    };
    if wanted.is_empty() {
        return;
    }
    let (sender, found) = channel();
    let wake = Arc::clone(&app.wake);
    let mut folders: Vec<(PathBuf, Folder)> = wanted
        .into_iter()
        .map(|(since, path)| {
            let folder = Folder {
                since: Some(since),
                ..Folder::default()
            };
            (path, folder)
        })
        .collect();
    let work = move || {
        for (path, folder) in &mut folders {
            if let Some(found) = look(path, folder)
                && sender.send(found).is_ok()
            {
                wake();
            }
        }
    };
    match every("watch folders", PERIOD, work) {
        Ok(repeated) => app.watching.run = Some((repeated, found)),
        Err(sentence) => app.problem("", &sentence),
    }
}

/// What a look at one folder brings; `None` where nothing came.
fn look(path: &Path, folder: &mut Folder) -> Option<Found> {
    match disk::stamps(path) {
        Ok(stamps) => {
            folder.is_lost = false;
            let taken = folder.look(stamps);
            let newest = taken.iter().map(|stamp| stamp.changed).max()?;
            Some(Found::Files(
                taken.into_iter().map(|stamp| stamp.path).collect(),
                newest,
            ))
        }
        Err(error) => {
            // a folder on a disk that is gone is told once
            let is_new = !std::mem::replace(&mut folder.is_lost, true);
            is_new.then_some(Found::Trouble(error))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FileStamp, Folder};

    fn stamp(path: &str, changed: i64, size: u64) -> FileStamp {
        FileStamp {
            path: path.into(),
            changed,
            size,
        }
    }

    fn names(taken: &[FileStamp]) -> Vec<String> {
        taken.iter().map(|stamp| stamp.path.display().to_string()).collect()
    }

    #[test]
    fn a_file_is_taken_once_when_it_has_stopped_growing() {
        let mut folder = Folder {
            since: Some(100),
            ..Folder::default()
        };
        let old = stamp("old.txt", 90, 5);
        let missed = stamp("missed.txt", 110, 5);
        assert!(folder.look(vec![old.clone(), missed.clone()]).is_empty());
        assert_eq!(names(&folder.look(vec![old.clone(), missed.clone()])), ["missed.txt"]);
        let growing = |size| vec![old.clone(), missed.clone(), stamp("new.txt", 200, size)];
        assert!(folder.look(growing(0)).is_empty());
        assert!(folder.look(growing(0)).is_empty());
        assert!(folder.look(growing(7)).is_empty());
        assert!(folder.look(growing(9)).is_empty());
        assert_eq!(names(&folder.look(growing(9))), ["new.txt"]);
        assert!(folder.look(growing(9)).is_empty());
        // a file with an old time that is copied in while the folder is watched is new
        let copied = vec![stamp("copied.txt", 10, 3)];
        assert!(folder.look(copied.clone()).is_empty());
        assert_eq!(names(&folder.look(copied)), ["copied.txt"]);
        // a changed file is taken again
        assert!(folder.look(vec![stamp("new.txt", 300, 12)]).is_empty());
        assert_eq!(names(&folder.look(vec![stamp("new.txt", 300, 12)])), ["new.txt"]);
    }

    #[test]
    fn all_that_is_there_at_first_is_known_where_no_time_is() {
        let mut folder = Folder::default();
        for _ in 0..3 {
            assert!(folder.look(vec![stamp("a.txt", 5, 5)]).is_empty());
        }
    }
}
