//! What models hang on: as long as it holds, what was made of the project is still right.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::State;
use crate::link::Conclusions;
use crate::show::Names;

/// The project, its rows and what is concluded of them, without the rows themselves.
#[derive(Clone)]
pub(in crate::ui) struct Basis {
    generation: u64,
    num_claims: usize,
    pub(in crate::ui) project: PathBuf,
    pub(in crate::ui) conclusions: Arc<Conclusions>,
    pub(in crate::ui) names: Arc<Names>,
}

impl Basis {
    /// That of `state` as it is now.
    pub(in crate::ui) fn of(state: &State) -> Self {
        Self {
            generation: state.store.generation(),
            num_claims: state.store.num_claims(),
            project: state.project.path.clone(),
            conclusions: Arc::clone(&state.conclusions),
            names: Arc::clone(&state.names),
        }
    }

    /// True where nothing of it has changed.
    pub(in crate::ui) fn holds(&self, state: &State) -> bool {
        self.generation == state.store.generation()
            && self.num_claims == state.store.num_claims()
            && Arc::ptr_eq(&self.conclusions, &state.conclusions)
            && Arc::ptr_eq(&self.names, &state.names)
            && self.project == state.project.path
    }
}
