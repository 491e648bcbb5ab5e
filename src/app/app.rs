//! The program behind the window: carries actions out, takes what jobs bring, keeps every edit.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use jiff::civil::Date;

use super::act;
use super::action::Action;
use super::conclude::Concluding;
use super::desktop::{self, Desktop};
use super::exporting;
use super::finding::{self, Finding};
use super::handover;
use super::history;
use super::history_care::{self, Care};
use super::importing::{self, Importing};
use super::keep::Keep;
use super::long_work::LongWork;
use super::opening::Opening;
use super::pictures::{self, Pictures};
use super::rereading::{self, Rereading};
use super::settings::Settings;
use super::state::{Problem, Shown, State, Toast};
use super::trail::Trail;
use super::watching::{self, Watching};
use crate::disk::{self, SavedSettings, Source};
use crate::show::{Filter, FindChange, NamesLook, NarrowChange, pins};
use crate::store::{Change, ClaimRecord, Edit};

/// The wall clock, given by `main`: nothing below asks it.
#[derive(Clone, Copy)]
pub struct Clock {
    /// Now, RFC 3339 in UTC.
    pub now: fn() -> String,
    /// The day of this person's calendar.
    pub today: fn() -> Date,
}

/// Wakes the window from any thread.
type Wake = Arc<dyn Fn() + Send + Sync>;

/// Wakes the window in the way that was given last.
fn forward(given: &Mutex<Wake>) {
    let wake = given.lock().map(|wake| Arc::clone(&wake));
    if let Ok(wake) = wake {
        wake();
    }
}

/// The program behind the window.
pub struct App {
    pub(super) state: State,
    pub(super) keep: Keep,
    pub(super) opening: Opening,
    pub(super) concluding: Concluding,
    pub(super) finding: Finding,
    pub(super) importing: Importing,
    pub(super) rereading: Rereading,
    pub(super) pictures: Pictures,
    pub(super) watching: Watching,
    pub(super) exporting: LongWork<exporting::Done>,
    pub(super) care: Care,
    pub(super) desktop: Desktop,
    pub(super) handover: LongWork<handover::Done>,
    pub(super) clock: Clock,
    pub(super) folders: disk::Folders,
    /// Wakes the window, also from jobs that began before there was one.
    pub(super) wake: Arc<dyn Fn() + Send + Sync>,
    /// How the window is woken.
    given_wake: Arc<Mutex<Wake>>,
    last_toast: u64,
    /// The generation of the store that conclusions were last asked for.
    concluded: Option<u64>,
    /// The settings file as read, with what newer versions wrote there.
    saved_settings: SavedSettings,
    quitting: bool,
}

impl App {
    /// A program without a project; `wake` is called from other threads when there is something to poll.
    pub fn new(clock: Clock, folders: disk::Folders, wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let given_wake = Arc::new(Mutex::new(wake));
        let given = Arc::clone(&given_wake);
        let mut app = Self {
            state: State::default(),
            keep: Keep::default(),
            opening: Opening::default(),
            concluding: Concluding::default(),
            finding: Finding::default(),
            importing: Importing::default(),
            rereading: Rereading::default(),
            pictures: Pictures::default(),
            watching: Watching::default(),
            exporting: LongWork::default(),
            care: Care::default(),
            desktop: Desktop::default(),
            handover: LongWork::default(),
            clock,
            folders,
            wake: Arc::new(move || forward(&given)),
            given_wake,
            last_toast: 0,
            concluded: None,
            saved_settings: SavedSettings::default(),
            quitting: false,
        };
        app.load_settings();
        app
    }

    /// What views read.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Takes another way to wake the window, once there is one.
    pub fn set_wake(&mut self, wake: Arc<dyn Fn() + Send + Sync>) {
        if let Ok(mut given) = self.given_wake.lock() {
            *given = wake;
        }
    }

    /// A window is about to open: tells how the last one ended and what is new, and closes when the system asks.
    pub fn begin_window(&mut self) {
        desktop::begin(self);
    }

    /// True once the system asked the program to end.
    pub fn is_asked_to_end(&self) -> bool {
        desktop::is_asked_to_end(self)
    }

    /// Carries one action out.
    pub fn act(&mut self, action: Action) {
        let generation = self.state.store.generation();
        let trail = Trail::begin(&action);
        act::act(self, action);
        trail.end(&self.state);
        desktop::after(self, &trail);
        history::refresh(self, generation);
        self.conclude();
        finding::start(self);
    }

    /// Takes what jobs brought; true where something that is shown has changed.
    pub fn poll(&mut self) -> bool {
        let written = self.keep.poll(&mut self.state);
        let opened = super::opening::poll(self);
        let imported = importing::poll(self);
        let reread = rereading::poll(self);
        let drawn = pictures::poll(self);
        let exported = exporting::poll(self);
        let found = finding::poll(self);
        let cared = history_care::poll(self) | watching::poll(self) | handover::poll(self);
        let concluded = self.concluding.poll(&mut self.state);
        if concluded {
            act::follow_story(self);
        }
        self.conclude();
        finding::start(self);
        written || opened || imported || reread || drawn || exported || found || cared || concluded
    }

    /// Writes where marks and buttons are into the file that `TALLYSCOPE_PROBE` names: for tests that click from outside.
    pub fn write_probe(&mut self, lines: &str) {
        if let Some(path) = std::env::var_os("TALLYSCOPE_PROBE")
            && let Err(error) = disk::write_file(std::path::Path::new(&path), lines.as_bytes())
        {
            self.disk_problem(&error);
        }
    }

    /// True once the window may close: everything asked for has reached the disk, or cannot.
    pub fn may_close(&mut self) -> bool {
        self.quitting && self.keep.is_idle(&self.state)
    }

    /// Waits for the writer, so that nothing is lost when the process ends.
    ///
    /// # Errors
    /// Where the last edits could not be written.
    pub fn close(&mut self) -> Result<(), disk::DiskError> {
        self.keep.close()
    }

    /// Opens what the command line named: a project, articles, or nothing.
    pub fn begin(&mut self, paths: Vec<PathBuf>) {
        self.act(Action::OpenPaths(paths));
    }

    /// Opens the sample project, in this file where one is given.
    pub fn begin_demo(&mut self, project: Option<PathBuf>, fresh: bool) {
        act::demo(self, project, fresh);
    }

    pub(super) fn quit(&mut self) {
        self.quitting = true;
    }

    /// Makes an edit and keeps it; false where nothing changed or nothing may.
    pub(super) fn commit(&mut self, edit: Edit) -> bool {
        self.commit_with(edit, Vec::new())
    }

    /// Makes an edit and keeps it with new original bytes, in one transaction.
    pub(super) fn commit_with(&mut self, edit: Edit, sources: Vec<Source>) -> bool {
        if edit.is_empty() {
            return false;
        }
        if self.refuse_read_only() {
            return false;
        }
        let edit = self.with_colors(edit);
        let label = edit.label.clone();
        let Some(step) = self.state.store.commit(edit, &(self.clock.now)()) else {
            return false;
        };
        self.keep.write(&step, sources, &mut self.state);
        self.toast(&label, true);
        act::mend_selection(&mut self.state);
        true
    }

    /// With an edit that may bring new sources go the colours of those that there are, so that it changes none.
    fn with_colors(&self, mut edit: Edit) -> Edit {
        let store = &self.state.store;
        let brings = |change: &Change| match change {
            Change::Article(..) | Change::Name(..) => true,
            Change::Claim(id, row) => {
                let speaker = |row: &ClaimRecord| row.claim().speaker.clone();
                row.as_deref().map(speaker) != store.claim(*id).map(|row| speaker(row))
            }
            Change::Setting(..) | Change::Ruling(..) | Change::Adopted(..) => false,
        };
        if store.num_claims() > 0 && edit.changes.iter().any(brings) {
            edit.changes.extend(pins(store, &self.state.names));
        }
        edit
    }

    pub(super) fn undo(&mut self) {
        if self.refuse_read_only() {
            return;
        }
        if let Some(step) = self.state.store.undo() {
            self.keep.undo(&step, &mut self.state);
            self.toast(&format!("Taken back: {}", step.edit.label), false);
            act::mend_selection(&mut self.state);
        }
    }

    pub(super) fn redo(&mut self) {
        if self.refuse_read_only() {
            return;
        }
        if let Some(step) = self.state.store.redo() {
            self.keep.redo(&step, &mut self.state);
            self.toast(&format!("Done again: {}", step.edit.label), false);
            act::mend_selection(&mut self.state);
        }
    }

    pub(super) fn refuse_read_only(&mut self) -> bool {
        if self.state.project.read_only {
            let file = self.state.project.path.display().to_string();
            self.problem(
                &file,
                "This project can only be read. Use “Save as...” to keep a copy that can be changed.",
            );
        }
        self.state.project.read_only
    }

    /// Says that something went wrong; the same thing is said once.
    pub(super) fn problem(&mut self, file: &str, sentence: &str) {
        disk::log_sentence(log::Level::Warn, "told", sentence);
        let problem = Problem {
            file: file.to_owned(),
            sentence: sentence.to_owned(),
        };
        let problems = &mut self.state.messages.problems;
        problems.retain(|other| *other != problem);
        problems.push(problem);
    }

    /// Says that something was done.
    pub(super) fn toast(&mut self, sentence: &str, can_undo: bool) {
        self.last_toast += 1;
        let toasts = &mut self.state.messages.toasts;
        // one at a time: the newest is the one that undo takes back
        toasts.clear();
        toasts.push(Toast {
            number: self.last_toast,
            sentence: sentence.to_owned(),
            can_undo,
            shows: None,
        });
    }

    /// Says that a file was written, with a way to its folder.
    pub(super) fn toast_shown(&mut self, sentence: &str, path: PathBuf) {
        self.toast(sentence, false);
        if let Some(toast) = self.state.messages.toasts.last_mut() {
            toast.shows = Some(Shown::Folder(path));
        }
    }

    /// Writes the settings file.
    pub(super) fn keep_settings(&mut self) {
        self.state.settings.write(&mut self.saved_settings);
        if let Err(error) = disk::save_settings(&self.folders.settings_file(), &self.saved_settings) {
            self.disk_problem(&error);
        }
    }

    fn load_settings(&mut self) {
        let (saved, trouble) = disk::load_settings(&self.folders.settings_file());
        self.state.settings = Settings::read(&saved);
        self.saved_settings = saved;
        if let Some(error) = trouble {
            self.disk_problem(&error);
        }
    }

    /// Says what went wrong with a file.
    pub(super) fn disk_problem(&mut self, error: &disk::DiskError) {
        self.problem(&error.path.display().to_string(), &error.sentence);
    }

    /// Asks for conclusions anew, for another project.
    pub(super) fn forget_conclusions(&mut self) {
        self.concluding.show(&mut self.state, Default::default());
        self.state.names_look = NamesLook::default();
        self.state.filter = Filter::default();
        // outlets, speakers and tags of one project are none of another
        self.state.review.change(NarrowChange::Clear);
        self.state.find.change(FindChange::Close);
        self.state.beside.article = None;
        self.state.same = None;
        self.state.listed = None;
        self.state.queue = None;
        self.concluded = None;
    }

    /// Remembers a project for the start page.
    pub(super) fn remember_recent(&mut self, path: PathBuf) {
        /// How many projects the start page lists.
        const MAX_RECENT: usize = 12;
        let recent = &mut self.state.settings.recent;
        recent.retain(|other| *other != path);
        recent.insert(0, path);
        recent.truncate(MAX_RECENT);
        self.keep_settings();
    }

    /// Asks for conclusions over the articles where the store changed.
    fn conclude(&mut self) {
        let generation = self.state.store.generation();
        if self.concluded != Some(generation) {
            self.concluded = Some(generation);
            self.concluding.start(&self.state, &self.wake);
        }
    }
}
