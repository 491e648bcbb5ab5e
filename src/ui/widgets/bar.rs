//! Bars with controls at both ends, which never lie over one another.

use egui::{Layout, ScrollArea, Ui, vec2};

/// Draws a bar that needs `width`. Where there is less room it scrolls sideways.
pub fn bar_room_ui<R>(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    if ui.available_width() >= width {
        return add(ui);
    }
    let room = vec2(width, ui.available_height());
    // its handle lies over the edge, for the controls are as high as there is room
    let scroll = &mut ui.spacing_mut().scroll;
    scroll.bar_width = 4.0;
    scroll.floating_width = 4.0;
    scroll.floating_allocated_width = 0.0;
    let area = ScrollArea::horizontal().auto_shrink([false, false]);
    let shown = area.show(ui, |ui| {
        ui.allocate_ui_with_layout(room, Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_min_width(width);
            add(ui)
        })
    });
    shown.inner.inner
}
