//! The Read view: library, article, inspector, strip of charts.

use egui::Ui;

use crate::app::{Action, State};

/// What the view keeps between frames.
#[derive(Default)]
pub struct ReadView {}

impl ReadView {
    /// Draws the view into all of `ui`.
    pub fn view_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let _ = (ui, state, actions);
    }
}
