//! What the program does, shown on one sentence of the start page.

use egui::{Align2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::super::theme::{Theme, Type};
use super::example_chart;
use crate::claim::Kind;

/// What the program does, shown on one sentence.
pub(super) fn example_ui(ui: &mut Ui, theme: &Theme) {
    let c = &theme.color;
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, 236.0), Sense::hover());
    let (first, second) = (width * 0.32, width * 0.63);
    for x in [first, second] {
        ui.painter().vline(rect.left() + x, rect.y_range(), theme.hairline());
    }
    let head = |x: f32, words: &str| {
        let at = pos2(rect.left() + x, rect.top() + 20.0);
        ui.painter()
            .text(at, Align2::LEFT_TOP, words, Type::Strong.font(), c.text);
    };
    head(0.0, "A sentence");
    head(first + 28.0, "What was understood");
    head(second + 28.0, "Beside the other figures");
    sentence_ui(ui, theme, rect, first - 24.0);
    let x = rect.left() + first + 28.0;
    for (at, (field, value)) in [
        ("Figure", "≥ 71  “at least 71 people”"),
        ("Speaker", "Square Committee"),
        ("Relay", "Not stated"),
        ("Publisher", "Kestrel News Agency"),
        ("As of", "Fri 14 March 2031"),
    ]
    .into_iter()
    .enumerate()
    {
        let y = rect.top() + 64.0 + 25.0 * at as f32;
        ui.painter()
            .text(pos2(x, y), Align2::LEFT_CENTER, field, Type::Body.font(), c.muted);
        ui.painter()
            .text(pos2(x + 96.0, y), Align2::LEFT_CENTER, value, Type::Body.font(), c.text);
    }
    let chart = Rect::from_min_max(
        pos2(rect.left() + second + 28.0, rect.top() + 50.0),
        pos2(rect.right(), rect.top() + 50.0 + example_chart::HEIGHT),
    );
    example_chart::chart_ui(ui, theme, chart);
    let words = "Nothing is averaged away. An arrow is “at least”; hollow is not reviewed yet.";
    let below = pos2(chart.left(), chart.bottom() + 10.0);
    let galley = ui
        .painter()
        .layout(words.to_owned(), Type::Small.font(), c.muted, chart.width());
    ui.painter().galley(below, galley, c.muted);
}

fn sentence_ui(ui: &Ui, theme: &Theme, rect: Rect, width: f32) {
    let c = &theme.color;
    let narrow = width < 320.0;
    let style = if narrow { Type::Quote } else { Type::Article };
    let line = style.line();
    let mut at = pos2(rect.left(), rect.top() + 50.0);
    let mut put = |words: &str, mark: Option<(Kind, bool)>, new_line: bool| {
        if new_line {
            at = pos2(rect.left(), at.y + line);
        }
        let galley = ui.painter().layout_no_wrap(words.to_owned(), style.font(), c.text);
        let right = at.x + galley.size().x;
        if let Some((kind, decided)) = mark {
            let colors = theme.kind(kind);
            let box_rect = Rect::from_min_max(pos2(at.x - 2.0, at.y), pos2(right + 2.0, at.y + galley.size().y + 2.0));
            ui.painter().rect_filled(
                box_rect,
                egui::CornerRadius {
                    nw: 3,
                    ne: 3,
                    sw: 0,
                    se: 0,
                },
                colors.fill,
            );
            let edge = [box_rect.left_bottom(), box_rect.right_bottom()];
            let stroke = Stroke::new(2.0, colors.ink);
            if decided {
                ui.painter().line_segment(edge, stroke);
            } else {
                ui.painter().extend(Shape::dashed_line(&edge, stroke, 4.0, 3.0));
            }
        }
        ui.painter().galley(at, galley, c.text);
        at.x = right;
    };
    put("The Square Committee said ", None, false);
    put("at least 71 people", Some((Kind::Killed, false)), true);
    put(" had died and ", None, false);
    put("more than 7,000", Some((Kind::Arrested, true)), true);
    put(" were being held.", None, false);
    let below = pos2(rect.left(), at.y + line + 12.0);
    let words = "Dashed is the machine’s proposal, solid is your decision.";
    ui.painter()
        .text(below, Align2::LEFT_TOP, words, Type::Small.font(), c.muted);
}
