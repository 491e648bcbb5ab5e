//! Chips: filters, kinds, states.

use egui::{Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::focus_ring;
use crate::claim::Kind;
use crate::show::words;
use crate::store::Status;

/// A round chip that switches a filter.
pub fn chip_ui(ui: &mut Ui, words: &str, on: bool) -> Response {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let style = if on { Type::SmallStrong } else { Type::Small };
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), style.font(), Color32::PLACEHOLDER);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 18.0, 22.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, words));
    let (fill, edge, ink) = match (on, response.hovered()) {
        (true, _) => (c.accent_soft, c.accent_soft, c.accent),
        (_, true) => (c.hover, c.line_strong, c.text),
        _ => (c.raised, c.line_strong, c.text),
    };
    ui.painter().rect(
        rect,
        CornerRadius::same(11),
        fill,
        Stroke::new(1.0, edge),
        StrokeKind::Inside,
    );
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, ink);
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect, 11);
    }
    response
}

/// The chip of a kind of claim.
pub fn kind_chip_ui(ui: &mut Ui, kind: Kind) -> Response {
    let theme = Theme::of(ui);
    let colors = theme.kind(kind);
    let galley = ui
        .painter()
        .layout_no_wrap(words::kind(kind).to_owned(), Type::SmallStrong.font(), colors.ink);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 14.0, size::KIND_CHIP), Sense::hover());
    ui.painter().rect_filled(rect, 4, colors.fill);
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, colors.ink);
    response
}

/// Icon and ink of a state.
fn status_look(theme: &Theme, status: Status) -> (&'static str, Color32) {
    let c = &theme.color;
    match status {
        Status::Unreviewed => (icons::STATE_UNREVIEWED, c.muted),
        Status::Accepted => (icons::STATE_ACCEPTED, c.ok),
        Status::Corrected => (icons::EDIT_CORRECTED, c.accent),
        Status::ByHand => (icons::BY_HAND, c.accent),
        Status::Rejected => (icons::STATE_REJECTED, c.error),
    }
}

/// A state with its icon and word.
pub fn status_ui(ui: &mut Ui, status: Status) -> Response {
    let theme = Theme::of(ui);
    let (icon, ink) = status_look(theme, status);
    let icon = ui.painter().layout_no_wrap(icon.to_owned(), icon_font(size::ICON), ink);
    let word = ui
        .painter()
        .layout_no_wrap(words::status(status).to_owned(), Type::Small.font(), theme.color.muted);
    let (rect, response) = ui.allocate_exact_size(vec2(20.0 + word.size().x, 20.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words::status(status)));
    let y = rect.center().y;
    ui.painter()
        .galley(egui::pos2(rect.left(), y - icon.size().y / 2.0), icon, ink);
    let at = egui::pos2(rect.left() + 20.0, y - word.size().y / 2.0);
    ui.painter().galley(at, word, theme.color.muted);
    response
}
