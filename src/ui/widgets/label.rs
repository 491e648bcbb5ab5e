//! Labels, heads, key caps, tooltips, checkboxes, links.

use egui::{Align2, Color32, CursorIcon, Label, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::focus_ring;

/// A label in one style.
pub fn label_ui(ui: &mut Ui, words: impl Into<String>, style: Type, color: Color32) -> Response {
    ui.add(Label::new(style.text(words, color)).selectable(false))
}

/// A key cap.
pub fn key_cap_ui(ui: &mut Ui, keys: &str) -> Response {
    let theme = Theme::of(ui);
    let galley = ui
        .painter()
        .layout_no_wrap(keys.to_owned(), Type::Key.font(), theme.color.muted);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 12.0, 18.0), Sense::hover());
    let edge = Stroke::new(1.0, theme.color.line_strong);
    ui.painter().rect(rect, 4, theme.color.raised, edge, StrokeKind::Inside);
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, theme.color.muted);
    response
}

/// A head of a section, with a word at the right.
pub fn section_head_ui(ui: &mut Ui, words: &str, right: &str) {
    let theme = Theme::of(ui);
    ui.horizontal(|ui| {
        label_ui(ui, words, Type::Strong, theme.color.text);
        if !right.is_empty() {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                label_ui(ui, right, Type::Small, theme.color.muted);
            });
        }
    });
}

/// A row with its name at the left, which takes so much of the width.
pub fn named_row_ui<R>(ui: &mut Ui, (name, width): (&str, f32), add: impl FnOnce(&mut Ui) -> R) -> R {
    let c = &Theme::of(ui).color;
    let row = ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(width, size::CONTROL), Sense::hover());
        let at = pos2(rect.left(), rect.center().y);
        ui.painter()
            .text(at, Align2::LEFT_CENTER, name, Type::Body.font(), c.text);
        add(ui)
    });
    row.inner
}

/// A line over the whole width.
pub fn hairline_ui(ui: &mut Ui) {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, theme.hairline());
}

/// Wider tooltips have several lines.
const TIP_WIDTH: f32 = 380.0;

/// A tooltip with a phrase and the keys that do the same.
pub fn tip(response: Response, phrase: &str, keys: &str) -> Response {
    if phrase.is_empty() {
        return response;
    }
    response.on_hover_ui(|ui| {
        let theme = Theme::of(ui);
        if keys.is_empty() {
            ui.set_max_width(TIP_WIDTH);
            let label = egui::Label::new(Type::Small.text(phrase, theme.color.text)).wrap();
            ui.add(label.selectable(false));
            return;
        }
        ui.horizontal(|ui| {
            label_ui(ui, phrase, Type::Small, theme.color.text);
            key_cap_ui(ui, keys);
        });
    })
}

/// Gives the focus to the button that Enter is to press, while nothing else has it.
pub fn entered_by_default(response: &Response) {
    if response.enabled() && response.ctx.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
}

/// Words in accent that can be clicked.
pub fn link_ui(ui: &mut Ui, words: &str) -> Response {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), Type::Small.font(), Color32::PLACEHOLDER);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, words));
    let ink = if response.hovered() { c.accent_hover } else { c.accent };
    ui.painter().galley(rect.min, galley, ink);
    if response.hovered() {
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(1.0, ink));
    }
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect, 2);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A checkbox without words beside it; `name` is for the screen reader.
pub fn checkbox_ui(ui: &mut Ui, checked: bool, name: &str) -> Response {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (rect, response) = ui.allocate_exact_size(vec2(size::CHECKBOX, size::CHECKBOX), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, checked, name));
    let (fill, edge) = if checked {
        (c.accent, c.accent)
    } else {
        (c.field, c.control_line)
    };
    ui.painter()
        .rect(rect, 3, fill, Stroke::new(1.5, edge), StrokeKind::Inside);
    if checked {
        let galley = ui
            .painter()
            .layout_no_wrap(icons::ACCEPT.to_owned(), icon_font(12.0), c.on_accent);
        let at = pos2(
            rect.center().x - galley.size().x / 2.0,
            rect.center().y - galley.size().y / 2.0,
        );
        ui.painter().galley(at, galley, c.on_accent);
    }
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect, 3);
    }
    response
}
