//! The project on disk: every step goes there as it is made, and what comes back is shown.

use std::time::Duration;

use super::state::{Saving, State};
use crate::disk::{self, DiskError, Project, Report, Source};
use crate::store::Step;

/// How long closing waits for the last edits.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(30);

/// The open project's file; nothing while no project is open or it can only be read.
#[derive(Default)]
pub(super) struct Keep {
    pub(super) project: Option<Project>,
}

impl Keep {
    /// Sends a new step, with original bytes that belong to it.
    pub(super) fn write(&mut self, step: &Step, sources: Vec<Source>, state: &mut State) {
        if let Some(project) = &self.project {
            project.write(step, sources);
        }
        self.show(state);
    }

    /// Sends that a step was taken back.
    pub(super) fn undo(&mut self, step: &Step, state: &mut State) {
        if let Some(project) = &self.project {
            project.undo(step);
        }
        self.show(state);
    }

    /// Sends that a step was done again.
    pub(super) fn redo(&mut self, step: &Step, state: &mut State) {
        if let Some(project) = &self.project {
            project.redo(step);
        }
        self.show(state);
    }

    /// Takes what the writer acknowledged; true where the shown state of saving changed.
    pub(super) fn poll(&mut self, state: &mut State) -> bool {
        let Some(project) = &self.project else { return false };
        let before = state.project.saving.clone();
        for report in project.poll() {
            state.project.saving = match report {
                Report::Failed(error) => Saving::Failed(error.sentence),
                Report::Written(_) => Saving::Saving(project.pending()),
            };
        }
        self.show(state);
        before != state.project.saving
    }

    fn show(&self, state: &mut State) {
        let pending = self.project.as_ref().map_or(0, Project::pending);
        state.project.saving = match (&state.project.saving, pending) {
            (_, 0) => Saving::Saved,
            (Saving::Failed(why), _) => Saving::Failed(why.clone()),
            (_, pending) => Saving::Saving(pending),
        };
    }

    /// True where nothing is on its way, or what is cannot get there.
    pub(super) fn is_idle(&self, state: &State) -> bool {
        matches!(state.project.saving, Saving::Failed(_))
            || self.project.as_ref().is_none_or(|project| project.pending() == 0)
    }

    /// Tries again to write what could not be written.
    pub(super) fn retry(&mut self, state: &mut State) {
        if let Some(project) = &self.project {
            project.retry();
            state.project.saving = Saving::Saving(project.pending());
        }
    }

    /// Waits for the writer and lets the file go.
    ///
    /// # Errors
    /// Where edits could not be written; they stay in memory and the project open.
    pub(super) fn close(&mut self) -> Result<(), DiskError> {
        if let Some(project) = &self.project {
            project.flush(CLOSE_TIMEOUT)?;
            // Without the note the next opening only sees less: no reason to hold the window up.
            if !project.is_read_only() {
                drop(disk::note_close(project.path()));
            }
        }
        self.project = None;
        Ok(())
    }
}
