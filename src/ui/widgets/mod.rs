//! Small controls of the look, each with a word for the screen reader and its key in the tooltip.

mod bar;
mod button;
mod chip;
mod digits;
mod field;
mod label;
pub mod marker;
mod modal;
mod pick;
mod segment;
mod suggest;
mod tags;

pub use bar::bar_room_ui;
pub use button::{IconButton, PushButton};
pub use chip::{chip_ui, kind_chip_ui, status_ui};
pub use digits::DIGITS;
pub use field::{search_field_ui, select_all, text_field_ui};
pub use label::{
    checkbox_ui, entered_by_default, hairline_ui, key_cap_ui, label_ui, link_ui, named_row_ui, section_head_ui, tip,
};
pub use modal::modal_ui;
pub use pick::{Caret, closed_list_ui, pick_ui};
pub use segment::segmented_ui;
pub use suggest::suggest_field_ui;
pub use tags::{TagAsk, colors_ui, focus_tags, paint_tags, tag_field_id, tags_ui};

use egui::{Painter, Rect, Stroke, StrokeKind, Ui, UiBuilder};

use super::theme::Theme;

/// Draws into `rect` without moving on: for what is placed by hand.
pub fn at_ui<R>(ui: &mut Ui, rect: Rect, add: impl FnOnce(&mut Ui) -> R) -> R {
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    add(&mut child)
}

/// The keyboard ring, 2 away from the control.
pub fn focus_ring(painter: &Painter, theme: &Theme, rect: Rect, round: u8) {
    painter.rect_stroke(
        rect.expand(2.0),
        round + 2,
        Stroke::new(2.0, theme.color.focus),
        StrokeKind::Outside,
    );
}
