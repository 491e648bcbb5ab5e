//! The Compare view.

use egui::Ui;

use crate::app::{Action, State};

/// What the view keeps between frames.
#[derive(Default)]
pub struct CompareView {}

impl CompareView {
    /// Draws the view into all of `ui`.
    pub fn view_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let _ = (ui, state, actions);
    }
}

/// Draws the strip of charts below the article into all of `ui`.
pub fn strip_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let _ = (ui, state, actions);
}
