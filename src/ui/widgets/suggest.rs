//! A field that offers known words below it while it is written in.

use egui::{Area, Frame, Id, Key, Modifiers, Order, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::theme::{Theme, Type, size};
use super::field::text_field_ui;

/// A field for words with `offered` below it: Down and Up choose, Enter or a click takes. Gives the field, which counts
/// as changed where something was taken.
pub fn suggest_field_ui(
    ui: &mut Ui,
    id: Id,
    text: &mut String,
    names: (&str, &str),
    (offered, wrong): (&[String], bool),
) -> Response {
    let focused = ui.memory(|memory| memory.has_focus(id));
    let slot = id.with("chosen");
    let mut chosen: usize = ui.data(|data| data.get_temp(slot)).unwrap_or(0);
    chosen = chosen.min(offered.len());
    let mut taken = None;
    if focused && !offered.is_empty() {
        ui.input_mut(|input| {
            if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
                chosen = (chosen + 1).min(offered.len());
            }
            if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
                chosen = chosen.saturating_sub(1);
            }
            if input.key_pressed(Key::Enter) {
                taken = chosen.checked_sub(1);
            }
        });
    }
    if let Some(word) = taken.and_then(|at| offered.get(at)) {
        text.clone_from(word);
        chosen = 0;
    }
    let mut response = text_field_ui(ui, id, text, names, wrong);
    if response.changed() {
        chosen = 0;
    }
    if taken.is_some() {
        response.mark_changed();
    }
    if !offered.is_empty() && (response.has_focus() || response.lost_focus()) && taken.is_none() {
        let clicked = list_ui(ui, &response, offered, chosen);
        if let Some(word) = clicked.and_then(|at| offered.get(at)) {
            text.clone_from(word);
            response.mark_changed();
            ui.data_mut(|data| data.insert_temp(id.with("taken"), true));
        }
    }
    let kept = if response.has_focus() { chosen } else { 0 };
    ui.data_mut(|data| data.insert_temp(slot, kept));
    response
}

/// True where an offered word was clicked in this frame.
pub(super) fn was_clicked(ui: &Ui, id: Id) -> bool {
    ui.data_mut(|data| data.remove_temp::<bool>(id.with("taken"))).is_some()
}

fn list_ui(ui: &Ui, field: &Response, offered: &[String], chosen: usize) -> Option<usize> {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let mut clicked = None;
    let frame = Frame::new()
        .fill(c.raised)
        .stroke(Stroke::new(1.0, c.line_strong))
        .corner_radius(size::ROUND)
        .inner_margin(4)
        .shadow(theme.card_shadow());
    Area::new(field.id.with("offered"))
        .order(Order::Foreground)
        .fixed_pos(pos2(field.rect.left(), field.rect.bottom() + 2.0))
        .show(ui.ctx(), |ui| {
            frame.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let width = field.rect.width().max(160.0);
                for (at, word) in offered.iter().enumerate() {
                    let (rect, response) = ui.allocate_exact_size(vec2(width, 26.0), Sense::click());
                    let on = at + 1 == chosen;
                    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, on, word));
                    if on || response.hovered() {
                        let fill = if on { c.row_selected } else { c.row_hover };
                        ui.painter().rect_filled(rect, size::ROUND, fill);
                    }
                    let mut job = egui::text::LayoutJob::simple_singleline(word.clone(), Type::Body.font(), c.text);
                    job.wrap = egui::text::TextWrapping::truncate_at_width(width - 12.0);
                    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
                    let at_pos = pos2(rect.left() + 6.0, rect.center().y - galley.size().y / 2.0);
                    ui.painter().galley(at_pos, galley, c.text);
                    if response.clicked() {
                        clicked = Some(at);
                    }
                }
            });
        });
    clicked
}
