//! New, open, save as, the sample, export, quit.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::App;
use crate::app::action::Action;
use crate::app::exporting;
use crate::app::handover::{self, Handover};
use crate::app::history_care;
use crate::app::importing;
use crate::app::incoming;
use crate::app::opening;
use crate::app::read_files::Request;
use crate::app::rereading;
use crate::app::sample;
use crate::app::state::{ProjectInfo, Selection};
use crate::disk;
use crate::export;
use crate::show::{KindsBy, words};

/// Said where there is nothing to write.
const NOTHING_ADOPTED: &str =
    "No figure is adopted yet, so no table was written. Select a figure in Compare and press Alt+A to adopt one.";

/// Carries out what concerns the project as a whole. The last area: what is not of it either is nobody's.
pub(super) fn act(app: &mut App, action: Action) {
    match action {
        Action::NewProject => new(app),
        Action::OpenProject(path) => open(app, path),
        Action::SaveAs(path) => save_as(app, path),
        Action::OpenDemo => demo(app, None, false),
        Action::Export(order) => exporting::start(app, order),
        Action::ShowInFolder(path) => show_in_folder(app, &path),
        Action::ExportAdopted(path) => export_adopted(app, &path),
        Action::RetrySaving => app.keep.retry(&mut app.state),
        Action::Quit => app.quit(),
        _ => {}
    }
}

/// Makes an untitled project in the data folder where none is open.
pub(in crate::app) fn need_project(app: &mut App) {
    if app.keep.project.is_none() && !app.state.project.read_only {
        new(app);
    }
}

fn new(app: &mut App) {
    match app.folders.new_untitled() {
        Ok(path) => create(app, &path),
        Err(error) => app.disk_problem(&error),
    }
}

fn create(app: &mut App, path: &Path) {
    match disk::create(path) {
        Ok(opened) => {
            show(app, opened);
            // an untitled project too must be found again after the window was closed
            app.remember_recent(path.to_path_buf());
        }
        Err(error) => app.disk_problem(&error),
    }
}

/// Opens a project file; where that fails, what was open stays.
pub(in crate::app) fn open(app: &mut App, path: PathBuf) {
    if handover::offer(app, &path) {
        return;
    }
    match disk::open(&path) {
        Ok(opened) => {
            show(app, opened);
            app.remember_recent(path);
            rereading::start_if_stale(app);
        }
        Err(error) => refuse(app, &path, error),
    }
}

/// Says why a project cannot be opened, and lists its backups where one of them is the way out.
fn refuse(app: &mut App, path: &Path, mut error: disk::DiskError) {
    let offer = disk::offer_backups(path).filter(|_| disk::backup_helps(error.trouble));
    if let Some(offer) = offer {
        error.sentence = format!("{} {offer}", error.sentence);
        history_care::list(app, path.to_path_buf());
    }
    app.disk_problem(&error);
}

/// Puts an opened project in place of what was open.
fn show(app: &mut App, opened: disk::Opened) {
    if let Err(error) = app.keep.close() {
        app.disk_problem(&error);
        return;
    }
    opening::cancel(app);
    incoming::forget(app);
    importing::forget(app);
    rereading::cancel(app);
    app.state.handover = Handover::default();
    let wake = Arc::clone(&app.wake);
    opened.project.set_wake(move || wake());
    let path = opened.project.path().to_path_buf();
    let untitled = app.folders.is_untitled(&path);
    let told = opened.store.setting(sample::NAME_SETTING).map(str::to_owned);
    let file_name = || if untitled { "Untitled".to_owned() } else { name(&path) };
    app.state.project = ProjectInfo {
        name: told.unwrap_or_else(file_name),
        path,
        untitled,
        read_only: opened.read_only,
        warning: opened.warning,
        ..ProjectInfo::default()
    };
    app.state.store = opened.store;
    app.state.selection = Selection::default();
    app.state.compare.kinds_by = KindsBy::Figures(0);
    app.state.messages.toasts.clear();
    app.keep.project = Some(opened.project);
    app.forget_conclusions();
    history_care::opened(app);
    super::mend_selection(&mut app.state);
}

/// The file's name without its ending.
fn name(path: &Path) -> String {
    path.file_stem()
        .map_or_else(|| "Untitled".to_owned(), |stem| stem.to_string_lossy().into_owned())
}

/// Keeps the project in another file from now on; the old one stays as it is.
fn save_as(app: &mut App, path: PathBuf) {
    let path = if path.extension().is_none() {
        path.with_extension("tally")
    } else {
        path
    };
    let Some(project) = &mut app.keep.project else {
        app.problem("", "There is no project to save. Open articles or the sample first.");
        return;
    };
    match project.save_as(&path, &app.state.store) {
        Ok(saved) => {
            let project = &mut app.state.project;
            *project = ProjectInfo {
                name: name(&path),
                path: path.clone(),
                ..ProjectInfo::default()
            };
            for lost in saved.lost_originals {
                app.problem(
                    &lost,
                    "The original file could not be copied into the saved project. Its text is there.",
                );
            }
            app.toast(&format!("Saved as “{}”", path.display()), false);
            app.remember_recent(path);
        }
        Err(error) => app.disk_problem(&error),
    }
}

/// Opens the sample project, made of the embedded articles where it is not there yet.
pub(in crate::app) fn demo(app: &mut App, file: Option<PathBuf>, fresh: bool) {
    let path = file.unwrap_or_else(|| app.folders.demo_project());
    if fresh {
        match disk::set_aside(&path) {
            Ok(None) => {}
            Ok(Some(kept)) => app.toast(&format!("The sample as it was is kept in “{}”", kept.display()), false),
            Err(error) => {
                app.disk_problem(&error);
                return;
            }
        }
    }
    if path.exists() {
        open(app, path);
        return;
    }
    if let Err(error) = path.parent().map_or(Ok(()), disk::make_folder) {
        app.disk_problem(&error);
        return;
    }
    create(app, &path);
    if app.keep.project.is_some() {
        opening::open(app, Request::Sample);
    }
}

/// The sample begins with a few decisions, so that every state of a claim is seen.
pub(in crate::app) fn decide_sample(app: &mut App) {
    let edit = sample::decisions(&app.state.store);
    app.commit(edit);
    if let Some(name) = app.state.store.setting(sample::NAME_SETTING) {
        app.state.project.name = name.to_owned();
    }
    // nobody did this just now
    app.state.messages.toasts.clear();
}

fn show_in_folder(app: &mut App, path: &Path) {
    let folder = if path.is_dir() { Some(path) } else { path.parent() };
    if let Err(error) = folder.map_or(Ok(()), disk::open_outside) {
        app.disk_problem(&error);
    }
}

fn export_adopted(app: &mut App, path: &Path) {
    let num = app.state.store.adopted().len();
    if num == 0 {
        app.problem("", NOTHING_ADOPTED);
        return;
    }
    let bytes = export::adopted_csv(&app.state.store, &app.state.conclusions);
    write(app, path, &bytes, &words::count(num, "adopted figure"));
}

fn write(app: &mut App, path: &Path, bytes: &[u8], what: &str) {
    match disk::write_file(path, bytes) {
        Ok(()) => app.toast_shown(&format!("{what} written to “{}”.", path.display()), path.to_path_buf()),
        Err(error) => app.disk_problem(&error),
    }
}
