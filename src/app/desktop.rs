//! The program among others: how its last window ended, what is new, where its folders are, what it is asked by the system.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::App;
use super::action::Action;
use super::state::State;
use super::trail::Trail;
use crate::base::VERSION;
use crate::disk::{self, Ended, SavedState, Session};

/// A window in which something is done is noted this often.
const NOTE_EVERY: Duration = Duration::from_secs(30);

/// What can be asked beside the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DesktopAct {
    /// Open a page, or with `None` close the one that is open.
    Page(Option<Page>),
    /// Open the project again that was open when the last window ended.
    OpenAgain,
    /// Show what the last window left behind.
    ShowReport,
    /// Say no more of how the last window ended.
    DropEnded,
    /// Say no more on the start page of what is new.
    DropNews,
    /// Show a folder in the system's own window.
    ShowFolder(Folder),
}

/// A page over the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// Which program this is, and where its data lie.
    About,
    /// What is new in this version.
    News,
    /// The report of a panic: its text and where it lies.
    Report(String, PathBuf),
}

/// A folder of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folder {
    /// The log.
    Logs,
    /// Untitled projects and the sample.
    Data,
    /// The settings.
    Settings,
}

/// What views show of it.
#[derive(Clone, Debug, Default)]
pub struct DesktopLook {
    /// How the last window ended, where nobody closed it.
    pub ended: Option<Ended>,
    /// True while the start page tells what is new.
    pub shows_news: bool,
    /// The page over the window.
    pub page: Option<Page>,
    /// Where data, state and settings lie; `None` where the program runs without.
    pub folders: Option<disk::Folders>,
}

/// What the program keeps for it.
#[derive(Default)]
pub(super) struct Desktop {
    session: Option<Session>,
    noted: Option<Instant>,
    asked_to_end: Arc<AtomicBool>,
}

/// A window is about to open: what the last one left behind is told, and so is what is new.
pub(super) fn begin(app: &mut App) {
    let now = (app.clock.now)();
    let (session, ended) = disk::begin_session(&app.folders.sessions(), &now);
    for one in &ended {
        let how = if one.report.is_some() { "a panic" } else { "no word" };
        log::warn!("a window ended with {how} at {}", one.at);
    }
    app.desktop.session = session;
    app.state.desktop.ended = ended.into_iter().next_back();
    app.state.desktop.folders = Some(app.folders.clone());
    let saved = disk::load_state(&app.folders.state_file());
    // who starts for the first time knows no other version
    app.state.desktop.shows_news = is_news(&saved.news_of);
    if saved.news_of.is_empty() {
        remember_news(app);
    }
    listen(app);
}

fn is_news(last: &str) -> bool {
    !last.is_empty() && last != VERSION
}

/// Asked by the system to end, the window closes as if a person closed it.
fn listen(app: &App) {
    let asked = Arc::clone(&app.desktop.asked_to_end);
    let wake = Arc::clone(&app.wake);
    let listening = disk::on_end(move || {
        asked.store(true, Ordering::Relaxed);
        // a window that is not open yet asks when it is
        wake();
    });
    if let Err(error) = listening {
        log::warn!("no word of the system can be heard: {}", error.sentence);
    }
}

/// True once the system asked the program to end.
pub(super) fn is_asked_to_end(app: &App) -> bool {
    app.desktop.asked_to_end.load(Ordering::Relaxed)
}

/// Carries out what is of this area; gives back what is not.
pub(super) fn act(app: &mut App, action: Action) -> Option<Action> {
    let act = match action {
        Action::Desktop(act) => act,
        other => return Some(other),
    };
    match &act {
        DesktopAct::OpenAgain => open_again(app),
        DesktopAct::ShowReport => show_report(app),
        DesktopAct::ShowFolder(folder) => show_folder(app, *folder),
        DesktopAct::DropNews | DesktopAct::Page(Some(Page::News)) => remember_news(app),
        DesktopAct::DropEnded | DesktopAct::Page(_) => {}
    }
    look(&mut app.state, act);
    None
}

/// Carries out what changes only what is shown.
pub(crate) fn look(state: &mut State, act: DesktopAct) {
    let look = &mut state.desktop;
    match act {
        DesktopAct::Page(page) => {
            look.shows_news &= page != Some(Page::News);
            look.page = page;
        }
        DesktopAct::OpenAgain | DesktopAct::DropEnded => look.ended = None,
        DesktopAct::DropNews => look.shows_news = false,
        DesktopAct::ShowReport | DesktopAct::ShowFolder(_) => {}
    }
}

fn open_again(app: &mut App) {
    let ended = app.state.desktop.ended.as_ref();
    if let Some(project) = ended.and_then(|ended| ended.project.clone()) {
        super::act::open_project(app, project);
    }
}

fn show_report(app: &mut App) {
    let ended = app.state.desktop.ended.as_ref();
    let Some(path) = ended.and_then(|ended| ended.report.clone()) else {
        return;
    };
    match disk::read(&path) {
        Ok(bytes) => {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            app.state.desktop.page = Some(Page::Report(text, path));
        }
        Err(error) => app.disk_problem(&error),
    }
}

fn show_folder(app: &mut App, folder: Folder) {
    let path = match folder {
        Folder::Logs => app.folders.logs(),
        Folder::Data => app.folders.data.clone(),
        Folder::Settings => app.folders.config.clone(),
    };
    // a settings folder is there once something was changed
    if folder == Folder::Settings {
        app.keep_settings();
    }
    let opened = disk::make_folder(&path).and_then(|()| disk::open_outside(&path));
    if let Err(error) = opened {
        app.disk_problem(&error);
    }
}

/// What is new in this version is not told again.
fn remember_news(app: &mut App) {
    let saved = SavedState {
        news_of: VERSION.to_owned(),
    };
    if let Err(error) = disk::save_state(&app.folders.state_file(), &saved) {
        log::warn!("what was shown could not be noted: {}", error.sentence);
    }
}

/// Notes now and then that the window is used, and at once which project is open.
pub(super) fn after(app: &mut App, trail: &Trail) {
    let project = app.state.project.path.clone();
    let Some(session) = &mut app.desktop.session else {
        return;
    };
    let is_due = app.desktop.noted.is_none_or(|noted| noted.elapsed() >= NOTE_EVERY);
    if session.project() != project || (is_due && !trail.is_idle()) {
        session.seen(&(app.clock.now)(), Path::new(&project));
        app.desktop.noted = Some(Instant::now());
    }
}

#[cfg(test)]
mod tests {
    use super::{VERSION, is_news};

    #[test]
    fn news_are_told_after_an_update_and_not_at_the_first_start() {
        assert!(is_news("0.0.9"));
        assert!(!is_news(VERSION) && !is_news(""));
    }
}
