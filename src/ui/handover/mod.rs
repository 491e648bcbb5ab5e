//! Questions about packages and other projects that stand before the window.

mod merge;
mod package;
#[cfg(test)]
mod tests;

use egui::{Context, Id, Margin, Modal};

use super::theme::Theme;
use crate::app::{Action, HandoverAct, State};

/// Draws the question that is open, if any.
pub(in crate::ui) fn over_ui(ctx: &Context, state: &State, actions: &mut Vec<Action>) {
    let handover = &state.handover;
    if !handover.asks() {
        return;
    }
    let theme = Theme::of_ctx(ctx);
    let frame = theme.card().inner_margin(Margin::same(20)).shadow(theme.sheet_shadow());
    let modal = Modal::new(Id::unique("hand over")).frame(frame).show(ctx, |ui| {
        ui.set_max_height(ctx.content_rect().height() - 60.0);
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
