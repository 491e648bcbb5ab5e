//! A choice of one out of many, under a button that shows what holds.

use egui::{Align2, Popup, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::focus_ring;

/// Most of a list is shown without scrolling up to this height.
const MAX_HEIGHT: f32 = 320.0;

/// Shows `chosen` in a field of `width`; a click lists `choices`. Gives the number of the one that was picked. `name` is
/// for the screen reader.
pub fn pick_ui(ui: &mut Ui, (name, width): (&str, f32), chosen: &str, choices: &[&str]) -> Option<usize> {
    let mut picked = None;
    let response = closed_list_ui(ui, (name, width), chosen, Caret::Always);
    Popup::menu(&response).width(width.max(160.0)).show(|ui| {
        ScrollArea::vertical().max_height(MAX_HEIGHT).show(ui, |ui| {
            for (at, choice) in choices.iter().enumerate() {
                if ui.selectable_label(*choice == chosen, *choice).clicked() {
                    picked = Some(at);
                }
            }
        });
    });
    picked
}

/// When a closed list shows its caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caret {
    /// Always: the words are cut before it.
    Always,
    /// Where the words leave room for it.
    WhereRoom,
}

/// The closed list of a choice: what holds, and a caret. `name` is for the screen reader.
pub fn closed_list_ui(ui: &mut Ui, (name, width): (&str, f32), chosen: &str, caret: Caret) -> Response {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::CONTROL), Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, name);
        info.current_text_value = Some(chosen.to_owned());
        info
    });
    let edge = Stroke::new(1.0, c.control_line);
    ui.painter().rect(rect, size::ROUND, c.field, edge, StrokeKind::Inside);
    let y = rect.center().y;
    let mut job = egui::text::LayoutJob::simple_singleline(chosen.to_owned(), Type::Body.font(), c.text);
    job.wrap = egui::text::TextWrapping::truncate_at_width(match caret {
        Caret::Always => width - 34.0,
        Caret::WhereRoom => width - 14.0,
    });
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let has_caret = caret == Caret::Always || galley.size().x + 32.0 <= width;
    ui.painter()
        .galley(pos2(rect.left() + 9.0, y - galley.size().y / 2.0), galley, c.text);
    if has_caret {
        let caret = pos2(rect.right() - 14.0, y);
        let icon = icons::NEXT_CLAIM;
        ui.painter()
            .text(caret, Align2::CENTER_CENTER, icon, icon_font(12.0), c.muted);
    }
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(2.0), size::ROUND);
    }
    response
}
