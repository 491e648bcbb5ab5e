//! Text fields with a name for the screen reader.

use std::borrow::Cow;

use egui::{Margin, Response, Role, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, vec2};

use super::super::article::seen;
use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::focus_ring;

/// A field for words; `wrong` gives it an error edge.
pub fn text_field_ui(
    ui: &mut Ui,
    id: egui::Id,
    text: &mut String,
    (name, hint): (&str, &str),
    wrong: bool,
) -> Response {
    let width = ui.available_width();
    framed_ui(
        ui,
        id,
        text,
        &Look {
            name,
            hint,
            wrong,
            width,
            icon: None,
        },
    )
}

/// A search field of a width.
pub fn search_field_ui(
    ui: &mut Ui,
    id: egui::Id,
    text: &mut String,
    (name, hint): (&str, &str),
    width: f32,
) -> Response {
    let icon = Some(icons::FIND);
    framed_ui(
        ui,
        id,
        text,
        &Look {
            name,
            hint,
            wrong: false,
            width,
            icon,
        },
    )
}

struct Look<'a> {
    name: &'a str,
    hint: &'a str,
    wrong: bool,
    width: f32,
    icon: Option<&'a str>,
}

fn framed_ui(ui: &mut Ui, id: egui::Id, text: &mut String, look: &Look<'_>) -> Response {
    let Look {
        name,
        hint,
        wrong,
        width,
        icon,
    } = *look;
    let theme = Theme::of(ui);
    let c = &theme.color;
    let left = if icon.is_some() { 30 } else { 8 };
    let ground = ui.painter().add(egui::Shape::Noop);
    // the toolkit sets words from left to right: while nobody types, they stand in the order in which they are read
    let focused = ui.memory(|memory| memory.has_focus(id));
    let mut in_order = match seen(text) {
        Cow::Owned(words) if !focused => Some(words),
        _ => None,
    };
    let edit = TextEdit::singleline(in_order.as_mut().unwrap_or(text))
        .id(id)
        .hint_text(Type::Body.text(hint, c.faint))
        .font(Type::Body.font())
        .text_color(c.text)
        .frame(egui::Frame::new().inner_margin(Margin {
            left,
            right: 8,
            top: 4,
            bottom: 4,
        }))
        .desired_width(width - f32::from(left) - 8.0)
        .min_size(vec2(width, size::CONTROL))
        .align(egui::Align2::LEFT_CENTER);
    let response = ui.add(edit);
    let shown = text.clone();
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &shown, &shown, hint);
        info.role = Role::TextInput;
        info.label = Some(name.to_owned());
        info
    });
    let rect = response.rect;
    let edge = if wrong { c.error } else { c.control_line };
    let frame = egui::epaint::RectShape::new(rect, size::ROUND, c.field, Stroke::new(1.0, edge), StrokeKind::Inside);
    ui.painter().set(ground, frame);
    if let Some(icon) = icon {
        let galley = ui
            .painter()
            .layout_no_wrap(icon.to_owned(), icon_font(size::ICON), c.muted);
        let at = egui::pos2(rect.left() + 9.0, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, c.muted);
    }
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(2.0), size::ROUND);
    }
    response
}

/// Marks all words of a field, so that typing writes over them.
pub fn select_all(ui: &Ui, id: egui::Id, text: &str) {
    let mut edit = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let end = egui::text::CCursor::new(text.chars().count());
    let all = egui::text::CCursorRange::two(egui::text::CCursor::new(0), end);
    edit.cursor.set_char_range(Some(all));
    edit.store(ui.ctx(), id);
}
