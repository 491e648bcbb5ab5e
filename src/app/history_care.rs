//! Care for the project's file beside the window: backups by themselves, the look over, putting a backup back, and
//! removing articles for good.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::App;
use super::history::BackupList;
use super::state::Progress;
use crate::disk::{self, BackupRow, DiskError, Erased, Project};
use crate::jobs::Slot;
use crate::store::ArticleId;

/// While edits are made, a backup is made this often.
const BACKUP_EVERY: Duration = Duration::from_secs(10 * 60);
/// While edits are made, the project is read through this often.
const LOOK_EVERY: Duration = Duration::from_secs(60 * 60);
/// How long removing for good waits for the last edits.
const FLUSH_TIMEOUT: Duration = Duration::from_secs(30);

/// What came of looking after the file.
struct Looked {
    alarms: Vec<String>,
    backup: Result<Option<PathBuf>, DiskError>,
    asked: bool,
}

/// A project that was given back because its last edits could not be written, or what was removed.
type Removed = Result<Result<Erased, DiskError>, Box<(Project, DiskError)>>;

/// The jobs that look after the file.
#[derive(Default)]
pub(super) struct Care {
    look: Slot<Looked>,
    list: Slot<(PathBuf, Vec<BackupRow>)>,
    restore: Slot<(PathBuf, Result<Option<PathBuf>, DiskError>)>,
    erase: Slot<Removed>,
    backed_up: Option<Instant>,
    looked: Option<Instant>,
    /// The generation of the store of which there is a backup.
    generation: u64,
}

/// What is to be done beside a backup.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Also {
    Nothing,
    LookOver,
}

/// A project was opened: it is read through, and backed up where it changed since the newest backup.
pub(super) fn opened(app: &mut App) {
    app.state.recovery = super::history::Recovery {
        opened_at: app.state.store.history().now(),
        backups: None,
        ..super::history::Recovery::default()
    };
    app.state.review.changed = None;
    // what still looks over the project before is no longer wanted
    app.care.look.stop();
    start(app, Also::LookOver, false);
}

fn start(app: &mut App, also: Also, asked: bool) {
    if app.state.project.read_only || app.keep.project.is_none() || app.care.look.is_running() {
        return;
    }
    let (path, at) = (app.state.project.path.clone(), (app.clock.now)());
    app.care.backed_up = Some(Instant::now());
    app.care.generation = app.state.store.generation();
    if also == Also::LookOver {
        app.care.looked = Some(Instant::now());
    }
    let wake = Arc::clone(&app.wake);
    app.care.look.start(
        "look after the project",
        move || wake(),
        move |token| {
            let alarms = match also {
                Also::LookOver => disk::look_over(&path, token),
                Also::Nothing => Vec::new(),
            };
            // what is damaged must not push good backups out
            let backup = if alarms.is_empty() && !token.stale() {
                disk::roll_backup(&path, &at)
            } else {
                Ok(None)
            };
            Looked { alarms, backup, asked }
        },
    );
}

/// Makes a backup because the analyst asked for it.
pub(super) fn back_up(app: &mut App) {
    start(app, Also::Nothing, true);
}

/// Reads the project through because the analyst asked for it.
pub(super) fn look_over(app: &mut App) {
    start(app, Also::LookOver, true);
}

/// Edits that were made since the last backup are backed up once it is old enough.
fn tick(app: &mut App) {
    let is_old = |since: Option<Instant>, age: Duration| since.is_none_or(|since| since.elapsed() >= age);
    let care = &app.care;
    let edited = app.state.store.generation() != care.generation;
    if edited && is_old(care.backed_up, BACKUP_EVERY) && app.keep.is_idle(&app.state) {
        let also = if is_old(care.looked, LOOK_EVERY) {
            Also::LookOver
        } else {
            Also::Nothing
        };
        start(app, also, false);
    }
}

/// Takes what the jobs brought; true where something that is shown has changed.
pub(super) fn poll(app: &mut App) -> bool {
    tick(app);
    let looked = poll_look(app);
    let listed = poll_list(app);
    let restored = poll_restore(app);
    let erased = poll_erase(app);
    looked || listed || restored || erased
}

fn poll_look(app: &mut App) -> bool {
    let Some(failure) = app.care.look.poll().map(Result::err) else {
        return false;
    };
    if let Some(failure) = failure {
        app.problem("", &failure.sentence());
        return true;
    }
    let Some(looked) = app.care.look.take() else {
        return false;
    };
    let file = app.state.project.path.display().to_string();
    for alarm in &looked.alarms {
        app.problem(&file, alarm);
    }
    match &looked.backup {
        _ if !looked.alarms.is_empty() => {
            app.toast("Something is wrong with this project's file. See Problems (F8).", false);
        }
        Err(error) => app.disk_problem(error),
        Ok(Some(_)) if looked.asked => app.toast("A backup was made. The project's file is in order.", false),
        Ok(None) if looked.asked => {
            app.toast(
                "Nothing changed since the newest backup. The project's file is in order.",
                false,
            );
        }
        Ok(_) => return false,
    }
    true
}

/// Lists the backups of a project.
pub(super) fn list(app: &mut App, project: PathBuf) {
    app.state.recovery.backups = Some(BackupList {
        project: project.clone(),
        rows: None,
    });
    let wake = Arc::clone(&app.wake);
    app.care.list.start(
        "list backups",
        move || wake(),
        move |_| {
            let rows = disk::backups_of(&project);
            (project, rows)
        },
    );
}

fn poll_list(app: &mut App) -> bool {
    let Some(failure) = app.care.list.poll().map(Result::err) else {
        return false;
    };
    if let Some(failure) = failure {
        app.problem("", &failure.sentence());
    } else if let Some((project, rows)) = app.care.list.take()
        && let Some(list) = app
            .state
            .recovery
            .backups
            .as_mut()
            .filter(|list| list.project == project)
    {
        list.rows = Some(Arc::new(rows));
    }
    true
}

/// Puts a backup in the place of a project; the project is closed for it where it is open here.
pub(super) fn restore(app: &mut App, project: PathBuf, backup: PathBuf) {
    app.state.recovery.backups = None;
    if app.care.restore.is_running() || app.care.erase.is_running() {
        return;
    }
    app.care.look.stop();
    if is_open(app, &project) {
        if let Err(error) = app.keep.close() {
            app.disk_problem(&error);
            return;
        }
        // nothing is edited while the file changes places
        app.state.project.read_only = true;
    }
    app.state.messages.progress = Some(progress("Putting the backup back"));
    let wake = Arc::clone(&app.wake);
    app.care.restore.start(
        "restore a backup",
        move || wake(),
        move |_| {
            let result = disk::restore_backup(&project, &backup);
            (project, result)
        },
    );
}

fn is_open(app: &App, project: &Path) -> bool {
    app.state.project.path == project || disk::is_same_file(&app.state.project.path, project)
}

fn progress(label: &str) -> Progress {
    Progress {
        label: label.to_owned(),
        done: 0,
        total: 0,
        visible: true,
    }
}

fn poll_restore(app: &mut App) -> bool {
    let Some(failure) = app.care.restore.poll().map(Result::err) else {
        return false;
    };
    app.state.messages.progress = None;
    if let Some(failure) = failure {
        app.problem("", &failure.sentence());
        let path = app.state.project.path.clone();
        super::act::open_project(app, path);
        return true;
    }
    let Some((project, result)) = app.care.restore.take() else {
        return true;
    };
    match result {
        Err(error) => {
            app.disk_problem(&error);
            // what was closed for it is opened again
            if is_open(app, &project) && app.keep.project.is_none() {
                super::act::open_project(app, project);
            }
        }
        Ok(kept) => {
            super::act::open_project(app, project);
            let sentence = match kept {
                Some(kept) => format!("The backup is back. The file as it was is kept in “{}”", kept.display()),
                None => "The backup is back.".to_owned(),
            };
            app.toast(&sentence, false);
        }
    }
    true
}

/// How many copies of the open project removing for good would write anew.
pub(super) fn num_copies(app: &App) -> usize {
    disk::copies_of(&app.state.project.path).len()
}

/// Removes articles for good: closes the project, writes it and its copies anew beside the window, and opens it again.
pub(super) fn erase(app: &mut App, articles: &[ArticleId]) {
    app.state.recovery.erase = None;
    if app.refuse_read_only() || app.care.erase.is_running() || app.care.restore.is_running() {
        return;
    }
    app.care.look.stop();
    super::opening::cancel(app);
    super::rereading::cancel(app);
    let originals = app.state.store.originals_of(articles);
    let Some(project) = app.keep.project.take() else { return };
    app.state.project.read_only = true;
    app.state.messages.progress = Some(progress("Removing for good"));
    let path = app.state.project.path.clone();
    let wake = Arc::clone(&app.wake);
    app.care.erase.start(
        "remove for good",
        move || wake(),
        move |_| {
            if let Err(error) = project.flush(FLUSH_TIMEOUT) {
                return Err(Box::new((project, error)));
            }
            drop(project);
            Ok(disk::erase(&path, &originals))
        },
    );
}

fn poll_erase(app: &mut App) -> bool {
    let Some(failure) = app.care.erase.poll().map(Result::err) else {
        return false;
    };
    app.state.messages.progress = None;
    let path = app.state.project.path.clone();
    if let Some(failure) = failure {
        app.problem("", &failure.sentence());
        super::act::open_project(app, path);
        return true;
    }
    match app.care.erase.take() {
        Some(Err(given_back)) => {
            let (project, error) = *given_back;
            app.keep.project = Some(project);
            app.state.project.read_only = false;
            app.disk_problem(&error);
        }
        Some(Ok(Err(error))) => {
            super::act::open_project(app, path);
            app.disk_problem(&error);
        }
        Some(Ok(Ok(erased))) => {
            super::act::open_project(app, path);
            for left in &erased.left {
                let sentence = "This backup could not be written anew, and may still hold what was removed for good. \
                                Delete it, if it must not.";
                app.problem(&left.display().to_string(), sentence);
            }
            let backups = crate::show::words::count(erased.num_backups, "backup");
            let sentence = match erased.num_backups {
                0 => "Removed for good".to_owned(),
                _ => format!("Removed for good, from the project and {backups}"),
            };
            app.toast(&sentence, false);
        }
        None => {}
    }
    true
}
