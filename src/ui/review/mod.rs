//! The Review view.

use egui::Ui;

use crate::app::{Action, State};

/// What the view keeps between frames.
#[derive(Default)]
pub struct ReviewView {}

impl ReviewView {
    /// Draws the view into all of `ui`.
    pub fn view_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let _ = (ui, state, actions);
    }
}
