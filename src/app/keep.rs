//! The project on disk: every step goes there as it is made, and what comes back is shown.

use super::state::{Saving, State};
use crate::disk::{self, Source};
use crate::store::Step;

/// The open project's file; nothing while no project is open or it can only be read.
#[derive(Default)]
pub(super) struct Keep {
    pub(super) project: Option<disk::Project>,
}

impl Keep {
    /// Sends a new step, with original bytes that belong to it.
    pub(super) fn write(&mut self, step: &Step, sources: Vec<Source>, state: &mut State) {
        if let Some(project) = &self.project {
            project.write(step.clone(), sources);
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
        for answer in project.poll() {
            if let disk::Answer::Failed(error) = answer {
                state.project.saving = Saving::Failed(error.sentence);
            }
        }
        self.show(state);
        before != state.project.saving
    }

    fn show(&self, state: &mut State) {
        let pending = self.project.as_ref().map_or(0, disk::Project::pending);
        state.project.saving = match (&state.project.saving, pending) {
            (_, 0) => Saving::Saved,
            (Saving::Failed(why), _) => Saving::Failed(why.clone()),
            (_, pending) => Saving::Saving(pending),
        };
    }

    /// True where nothing is on its way.
    pub(super) fn is_idle(&self) -> bool {
        self.project.as_ref().is_none_or(|project| project.pending() == 0)
    }

    /// Waits for the writer and lets the file go.
    pub(super) fn close(&mut self) {
        if let Some(project) = self.project.take() {
            project.close();
        }
    }
}
