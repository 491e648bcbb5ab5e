//! A choice of one out of many, under a button that shows what holds.

use egui::{Align2, Popup, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::focus_ring;

/// Most of a list is shown without scrolling up to this height.
const MAX_HEIGHT: f32 = 320.0;

/// Shows `chosen` in a field of `width`; a click lists `choices`. Gives the number of the one that was picked. `name` is
/// for the screen reader.
pub fn pick_ui(ui: &mut Ui, (name, width): (&str, f32), chosen: &str, choices: &[&str]) -> Option<usize> {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let mut picked = None;
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::CONTROL), Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, name);
        info.current_text_value = Some(chosen.to_owned());
        info
    });
    let edge = Stroke::new(1.0, c.control_line);
    ui.painter().rect(rect, size::ROUND, c.field, edge, StrokeKind::Inside);
    let mut job = egui::text::LayoutJob::simple_singleline(chosen.to_owned(), Type::Body.font(), c.text);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width - 34.0);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let y = rect.center().y;
    let at = pos2(rect.left() + 9.0, y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, c.text);
    let caret = pos2(rect.right() - 14.0, y);
    ui.painter().text(
        caret,
        Align2::CENTER_CENTER,
        icons::NEXT_CLAIM,
        icon_font(12.0),
        c.muted,
    );
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(2.0), size::ROUND);
    }
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
