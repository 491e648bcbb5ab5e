//! A row of choices of which one holds.

use egui::{Color32, CornerRadius, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::super::theme::{Theme, Type, size};
use super::focus_ring;

/// Shows `choices` side by side; gives the number of the one that was clicked.
pub fn segmented_ui(ui: &mut Ui, chosen: usize, choices: &[&str]) -> Option<usize> {
    let theme = Theme::of(ui);
    let mut clicked = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.horizontal(|ui| {
            for (at, word) in choices.iter().enumerate() {
                if segment_ui(ui, theme, word, at == chosen, (at == 0, at + 1 == choices.len())) {
                    clicked = Some(at);
                }
            }
        });
    });
    clicked
}

fn segment_ui(ui: &mut Ui, theme: &Theme, word: &str, on: bool, (first, last): (bool, bool)) -> bool {
    let c = &theme.color;
    let style = if on { Type::Strong } else { Type::Body };
    let galley = ui
        .painter()
        .layout_no_wrap(word.to_owned(), style.font(), Color32::PLACEHOLDER);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 22.0, size::CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, word));
    let round = |end: bool| if end { 6 } else { 0 };
    let corners = CornerRadius {
        nw: round(first),
        sw: round(first),
        ne: round(last),
        se: round(last),
    };
    let (fill, ink) = match (on, response.hovered()) {
        (true, _) => (c.accent_soft, c.accent),
        (_, true) => (c.hover, c.text),
        _ => (c.raised, c.text),
    };
    let edge = Stroke::new(1.0, c.line_strong);
    ui.painter().rect(rect, corners, fill, edge, StrokeKind::Inside);
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, ink);
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(3.0), size::ROUND);
    }
    response.clicked()
}
