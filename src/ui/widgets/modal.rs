//! The frame of everything that stands before the window and takes all keys.

use egui::{Context, Id, Margin, Modal, ModalResponse, Ui};

use super::super::theme::Theme;

/// Shows a dialog before the window; `name` tells it from others.
pub fn modal_ui<R>(ctx: &Context, name: &str, add: impl FnOnce(&mut Ui) -> R) -> ModalResponse<R> {
    let theme = Theme::of_ctx(ctx);
    let frame = theme.card().inner_margin(Margin::same(20)).shadow(theme.sheet_shadow());
    Modal::new(Id::unique(name)).frame(frame).show(ctx, |ui| {
        // the height of the dialog before is no limit for this one
        ui.set_max_height(ctx.content_rect().height() - 60.0);
        add(ui)
    })
}
