//! The figure's bounds as a bar: an open end is an arrow, an end that is not included an open ring.

use egui::{Align2, Color32, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::super::super::theme::{Theme, Type};
use crate::quantity::{Figure, Qualifier};
use crate::show::words;

/// Draws the bar over the whole width.
pub(super) fn bounds_ui(ui: &mut Ui, figure: &Figure, ink: Color32) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 46.0), Sense::hover());
    let y = rect.top() + 16.0;
    let painter = ui.painter();
    painter.hline(rect.x_range(), y, Stroke::new(1.0, c.line_strong));
    let at = |share: f32| rect.left() + rect.width() * share;
    let (low_words, high_words) = words::bounds(figure);
    let label = |x: f32, align: Align2, words: &str| {
        painter.text(pos2(x, y + 10.0), align, words, Type::Key.font(), c.muted);
    };
    let stroke = Stroke::new(3.0, ink);
    let ring = |x: f32, open: bool| {
        let fill = if open { c.panel } else { ink };
        painter.circle(pos2(x, y), 5.0, fill, Stroke::new(2.0, ink));
    };
    match (figure.low, figure.high) {
        (Some(low), Some(high)) if low == high => {
            ring(at(0.5), false);
            label(at(0.5), Align2::CENTER_TOP, &format!("{}, exactly", words::number(low)));
        }
        (Some(_), Some(_)) => {
            painter.hline(at(0.22)..=at(0.78), y, stroke);
            ring(at(0.22), false);
            ring(at(0.78), false);
            label(at(0.22), Align2::CENTER_TOP, &low_words);
            label(at(0.78), Align2::CENTER_TOP, &high_words);
        }
        (Some(_), None) => {
            painter.hline(at(0.22)..=at(0.97), y, stroke);
            arrow(painter, pos2(at(0.98), y), 1.0, stroke);
            ring(at(0.22), figure.qualifier == Qualifier::MoreThan);
            label(at(0.22), Align2::CENTER_TOP, &low_words);
            label(rect.right(), Align2::RIGHT_TOP, &high_words);
        }
        (None, Some(_)) => {
            painter.hline(at(0.03)..=at(0.78), y, stroke);
            arrow(painter, pos2(at(0.02), y), -1.0, stroke);
            ring(
                at(0.78),
                matches!(figure.qualifier, Qualifier::Almost | Qualifier::LessThan),
            );
            label(rect.left(), Align2::LEFT_TOP, &low_words);
            label(at(0.78), Align2::CENTER_TOP, &high_words);
        }
        (None, None) => unbounded(ui, rect, y, figure, ink),
    }
}

/// Three soft steps around "about"; words alone where there is no number.
fn unbounded(ui: &Ui, rect: Rect, y: f32, figure: &Figure, ink: Color32) {
    let c = &Theme::of(ui).color;
    let painter = ui.painter();
    let words = if figure.value.is_some() {
        for (width, alpha) in [(120.0, 0.14), (78.0, 0.16), (42.0, 0.2)] {
            let soft = Rect::from_center_size(pos2(rect.center().x, y), vec2(width, 9.0));
            painter.rect_filled(soft, 2, ink.gamma_multiply(alpha));
        }
        painter.circle_filled(pos2(rect.center().x, y), 5.0, ink);
        "about; no bounds are said"
    } else {
        "no number"
    };
    let at = pos2(rect.center().x, y + 10.0);
    painter.text(at, Align2::CENTER_TOP, words, Type::Key.font(), c.muted);
}

fn arrow(painter: &egui::Painter, tip: egui::Pos2, way: f32, stroke: Stroke) {
    for y in [-5.0, 5.0] {
        painter.line_segment([tip, pos2(tip.x - 6.0 * way, tip.y + y)], stroke);
    }
}
