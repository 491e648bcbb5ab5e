//! The formats by group, and the ways out that ask for themselves.

use egui::{Align2, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::super::theme::{Theme, Type, size};
use super::super::super::widgets::{focus_ring, label_ui};
use super::super::super::wish::{self, Wish};
use super::super::command::row_of;
use crate::app::Command;
use crate::export::formats::{Format, Group, formats};

/// What was picked of the list.
pub(super) enum Picked {
    /// A format.
    Format(&'static Format),
    /// A way out with a dialog of its own.
    Elsewhere,
}

/// Ways out that ask for themselves.
const ELSEWHERE: &[(Command, Wish)] = &[
    (Command::PictureSvg, Wish::PictureSvg),
    (Command::PicturePng, Wish::PicturePng),
    (Command::ExportPoints, Wish::ExportPoints),
    (Command::ExportAdopted, Wish::ExportAdopted),
];

/// Draws the list; a chosen format that was not `seen` yet is scrolled to.
pub(super) fn list_ui(ui: &mut Ui, chosen: &Format, seen: &mut &'static str) -> Option<Picked> {
    let mut picked = None;
    ui.spacing_mut().item_spacing.y = 1.0;
    for group in Group::ALL {
        let mut rows = formats().filter(|format| format.group == group).peekable();
        if rows.peek().is_none() {
            continue;
        }
        head_ui(ui, group.name());
        for format in rows {
            let row = row_ui(ui, format.label, format.id == chosen.id, format.purpose);
            if format.id == chosen.id && *seen != format.id {
                *seen = format.id;
                row.scroll_to_me(None);
            }
            if row.clicked() {
                picked = Some(Picked::Format(format));
            }
        }
    }
    head_ui(ui, "Charts and adopted figures");
    for (command, wanted) in ELSEWHERE {
        let Some(row) = row_of(*command) else { continue };
        if row_ui(ui, row.name, false, row.help).clicked() {
            wish::make(ui.ctx(), *wanted);
            picked = Some(Picked::Elsewhere);
        }
    }
    picked
}

fn head_ui(ui: &mut Ui, words: &str) {
    let c = &Theme::of(ui).color;
    ui.add_space(6.0);
    label_ui(ui, words, Type::Key, c.muted);
    ui.add_space(2.0);
}

fn row_ui(ui: &mut Ui, name: &str, is_chosen: bool, help: &str) -> Response {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, name));
    if is_chosen {
        ui.painter().rect_filled(rect, size::ROUND, c.row_selected);
        let bar = egui::Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        ui.painter().rect_filled(bar, 1, c.accent);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, size::ROUND, c.row_hover);
    }
    let style = if is_chosen { Type::Strong } else { Type::Body };
    let at = pos2(rect.left() + 10.0, rect.center().y);
    ui.painter().text(at, Align2::LEFT_CENTER, name, style.font(), c.text);
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(3.0), size::ROUND);
    }
    response.on_hover_text(help)
}
