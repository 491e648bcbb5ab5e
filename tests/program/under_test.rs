//! The program behind the window over a home of its own, for tests that drive it by actions and start it again.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use tallyscope::app::{Action, App, Clock, Saving, State};
use tallyscope::disk::Folders;
use tallyscope::store::{ClaimId, Status};

/// An article with three counts.
pub(crate) const TOLL: &str = "Clashes in Estrava\n\nESTRAVA, March 14, 2031 - At least 12 people were killed and 30 \
                               injured, police said on Friday.\n\nMore than 400 protesters were arrested, the interior \
                               ministry said.\n";

/// A program with the ear that hears it wake the window.
pub(crate) struct Program {
    pub(crate) app: App,
    pub(crate) woken: Receiver<()>,
    pub(crate) home: PathBuf,
}

impl Program {
    pub(crate) fn new(home: &Path) -> Self {
        let (wake, woken) = channel();
        let wake = std::sync::Mutex::new(wake);
        let clock = Clock {
            now: || "2031-03-15T09:00:00Z".to_owned(),
            today: || jiff::civil::date(2031, 3, 15),
        };
        let wake = Arc::new(move || wake.lock().expect("wakes").send(()).unwrap_or_default());
        Self {
            app: App::new(clock, Folders::below(home), wake),
            woken,
            home: home.to_owned(),
        }
    }

    pub(crate) fn state(&self) -> &State {
        self.app.state()
    }

    /// Carries the action out and waits until nothing is under way and everything has reached the disk.
    #[track_caller]
    pub(crate) fn act(&mut self, action: Action) {
        self.app.act(action);
        self.settle();
    }

    #[track_caller]
    pub(crate) fn settle(&mut self) {
        self.wait_for(|state| state.messages.progress.is_none() && !matches!(state.project.saving, Saving::Saving(_)));
    }

    #[track_caller]
    pub(crate) fn wait_for(&mut self, is_there: impl Fn(&State) -> bool) {
        loop {
            self.app.poll();
            if is_there(self.app.state()) {
                return;
            }
            self.woken
                .recv_timeout(Duration::from_secs(60))
                .expect("something comes of it");
        }
    }

    /// Closes the program and starts it again on the same project.
    #[track_caller]
    pub(crate) fn restart(mut self) -> Self {
        let path = self.state().project.path.clone();
        self.app.close().expect("everything is kept");
        let home = self.home.clone();
        drop(self);
        let mut again = Self::new(&home);
        again.act(Action::OpenProject(path));
        again
    }

    /// What went wrong, a line each: the file and the sentence.
    pub(crate) fn problems(&self) -> Vec<String> {
        let problems = self.state().messages.problems.iter();
        problems
            .map(|problem| format!("{}: {}", problem.file, problem.sentence))
            .collect()
    }

    pub(crate) fn first_claim(&self) -> ClaimId {
        self.state().store.claims().next().expect("has claims").id
    }

    pub(crate) fn status(&self, id: ClaimId) -> Option<Status> {
        self.state().store.claim(id).map(|claim| claim.status())
    }
}

/// Writes a file into a folder, which is made where it is not there.
pub(crate) fn write(folder: &Path, name: &str, words: impl AsRef<[u8]>) -> PathBuf {
    fs::create_dir_all(folder).expect("a folder");
    let path = folder.join(name);
    fs::write(&path, words).expect("a file");
    path
}
