//! Questions about packages and other projects that stand before the window.

mod merge;
mod package;
#[cfg(test)]
mod tests;

use egui::Context;

use super::widgets::modal_ui;
use crate::app::{Action, HandoverAct, State};

/// Draws the question that is open, if any.
pub(in crate::ui) fn over_ui(ctx: &Context, state: &State, actions: &mut Vec<Action>) {
    let handover = &state.handover;
    if !handover.asks() {
        return;
    }
    let modal = modal_ui(ctx, "hand over", |ui| {
        if let Some(offer) = &handover.package {
            package::offer_ui(ui, offer, actions);
        } else if let Some(offer) = &handover.merge {
            merge::offer_ui(ui, offer, actions);
        }
    });
    if modal.should_close() {
        actions.push(Action::Handover(HandoverAct::Close));
    }
}
