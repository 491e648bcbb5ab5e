//! A note that a window is open. It goes when the window is closed; one that is found without its window says how that ended.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Seek as _, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::folders::make_folder;

/// What is noted of an open window.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Note {
    /// When something was last done in it, RFC 3339 in UTC.
    seen: String,
    /// The project that was open; empty where there was none.
    project: String,
}

/// What is noted of a panic.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Crash {
    at: String,
    report: String,
}

/// How a window ended that nobody closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// When: of a panic the moment, else when something was last done. RFC 3339 in UTC.
    pub at: String,
    /// The project that was open.
    pub project: Option<PathBuf>,
    /// The report of a panic; `None` where the program was killed, or the computer stopped.
    pub report: Option<PathBuf>,
}

/// The note of this window. Goes when it is dropped, unless a panic is the reason.
#[derive(Debug)]
pub struct Session {
    path: PathBuf,
    file: Option<File>,
    note: Note,
}

/// Notes that a window is open, and gives how others ended that nobody closed, the newest last. `None` where nothing can be
/// written: then nobody will know.
pub fn begin_session(folder: &Path, now: &str) -> (Option<Session>, Vec<Ended>) {
    if make_folder(folder).is_err() {
        return (None, Vec::new());
    }
    let mut ended = left_behind(folder);
    ended.sort_by(|a, b| a.at.cmp(&b.at));
    (Session::open(folder, now), ended)
}

impl Session {
    fn open(folder: &Path, now: &str) -> Option<Self> {
        let path = note_of(folder, std::process::id());
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .open(&path)
            .ok()?;
        // Some network disks know no locks; then a second window may take this one for dead, and says so once.
        file.try_lock().ok();
        let mut session = Self {
            path,
            file: Some(file),
            note: Note {
                seen: now.to_owned(),
                project: String::new(),
            },
        };
        session.write();
        Some(session)
    }

    /// Notes that something was done, in this project.
    pub fn seen(&mut self, now: &str, project: &Path) {
        now.clone_into(&mut self.note.seen);
        // a name that is no Unicode cannot be noted, and so not be offered
        self.note.project = project.to_str().unwrap_or_default().to_owned();
        self.write();
    }

    /// The project that is noted.
    pub fn project(&self) -> &Path {
        Path::new(&self.note.project)
    }

    fn write(&mut self) {
        let text = toml::to_string(&self.note).unwrap_or_default();
        let Some(file) = &mut self.file else { return };
        // without the note the next start only knows less
        let written = file.rewind().and_then(|()| file.write_all(text.as_bytes()));
        written.and_then(|()| file.set_len(text.len() as u64)).ok();
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if crash_of(&self.path).exists() {
            return;
        }
        // On Windows an open file is deleted once it is closed.
        fs::remove_file(&self.path).ok();
        self.file = None;
    }
}

/// Notes that the window of this process ended by a panic.
pub(super) fn note_crash(folder: &Path, at: &str, report: &Path) {
    let crash = Crash {
        at: at.to_owned(),
        report: report.to_str().unwrap_or_default().to_owned(),
    };
    let path = crash_of(&note_of(folder, std::process::id()));
    fs::write(path, toml::to_string(&crash).unwrap_or_default()).ok();
}

fn note_of(folder: &Path, process: u32) -> PathBuf {
    folder.join(format!("window-{process}.toml"))
}

fn crash_of(note: &Path) -> PathBuf {
    note.with_extension("crash")
}

/// Takes the notes of windows that are no more.
fn left_behind(folder: &Path) -> Vec<Ended> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let notes = paths.filter(|path| path.extension().is_some_and(|end| end == "toml"));
    notes.filter_map(|path| take(&path)).collect()
}

/// How the window of a note ended; `None` while it is open.
fn take(path: &Path) -> Option<Ended> {
    let file = File::open(path).ok()?;
    if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
        return None;
    }
    let note: Note = toml::from_str(&std::io::read_to_string(&file).ok()?).unwrap_or_default();
    let crash_path = crash_of(path);
    let crash: Option<Crash> = fs::read_to_string(&crash_path)
        .ok()
        .and_then(|text| toml::from_str(&text).ok());
    fs::remove_file(path).ok();
    fs::remove_file(&crash_path).ok();
    let named = |name: &str| (!name.is_empty()).then(|| PathBuf::from(name));
    Some(Ended {
        at: crash.as_ref().map_or(note.seen, |crash| crash.at.clone()),
        project: named(&note.project),
        report: crash.and_then(|crash| named(&crash.report)),
    })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{begin_session, crash_of, note_crash, note_of};

    const AT: &str = "2026-11-22T14:03:22Z";

    #[test]
    fn a_window_that_is_open_or_was_closed_is_not_told() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("sessions");
        let (first, ended) = begin_session(&folder, AT);
        assert_eq!(ended, []);
        let mut first = first.unwrap();
        first.seen("2026-11-22T14:09:00Z", Path::new("/home/sam/a b.tally"));
        assert_eq!(first.project(), Path::new("/home/sam/a b.tally"));
        // another window looks while this one is open
        assert_eq!(super::left_behind(&folder), []);
        drop(first);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    }

    #[test]
    fn a_window_that_was_killed_is_told_once_with_what_it_had_open() {
        let home = tempfile::tempdir().unwrap();
        let note = "seen = \"2026-11-22T14:09:00Z\"\nproject = \"/home/sam/a.tally\"\n";
        fs::write(note_of(home.path(), 1), note).unwrap();
        fs::write(note_of(home.path(), 2), "").unwrap();
        let (session, ended) = begin_session(home.path(), AT);
        assert_eq!(ended.len(), 2);
        assert_eq!(ended[1].at, "2026-11-22T14:09:00Z");
        assert_eq!(ended[1].project.as_deref(), Some(Path::new("/home/sam/a.tally")));
        assert_eq!(ended[1].report, None);
        drop(session);
        assert_eq!(begin_session(home.path(), AT).1, []);
    }

    #[test]
    fn a_panic_keeps_the_note_and_names_its_report() {
        let home = tempfile::tempdir().unwrap();
        let (session, _) = begin_session(home.path(), AT);
        note_crash(
            home.path(),
            "2026-11-22T15:00:00Z",
            Path::new("/state/reports/crash.txt"),
        );
        drop(session);
        let (session, ended) = begin_session(home.path(), AT);
        assert_eq!(ended.len(), 1);
        assert_eq!(ended[0].at, "2026-11-22T15:00:00Z");
        assert_eq!(ended[0].report.as_deref(), Some(Path::new("/state/reports/crash.txt")));
        drop(session);
        assert!(!crash_of(&note_of(home.path(), std::process::id())).exists());
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
    }
}
