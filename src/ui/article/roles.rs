//! The words on which the selected claim's fields stand: a thin line below them and the field's name, wherever they are.

use egui::{Align2, Rect, Role as Said, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::theme::Type;
use super::hit::LineBox;
use super::{Frame, Reader};
use crate::base::Span;
use crate::show::{role_spans, words};

/// Below the letters, where the line stands.
const LINE: f32 = 6.0;

impl Reader {
    /// Where the words of `span` are seen in the window, as far as they are laid out.
    pub(super) fn boxes_of(&self, frame: &Frame<'_>, span: Span) -> Vec<LineBox> {
        let tops = self.tops(frame.setting);
        let first = self.page.paragraph_of(span.start());
        let last = self.page.paragraph_of(span.end().saturating_sub(1));
        let mut boxes = Vec::new();
        for number in first..=last {
            let (Some(laid), Some(top)) = (self.column.laid(number), tops.get(number)) else {
                continue;
            };
            let corner = vec2(frame.origin.x, frame.origin.y + top);
            boxes.extend(laid.hits.boxes(span).into_iter().map(|line| LineBox {
                rect: line.rect.translate(corner),
                baseline: line.baseline + corner.y,
            }));
        }
        boxes
    }

    /// Draws lines and names; names on one line push each other to the right.
    pub(super) fn roles_ui(&self, ui: &Ui, frame: &Frame<'_>) {
        let Some(record) = frame.state.selection.claim.and_then(|id| frame.state.store.claim(id)) else {
            return;
        };
        if !frame.state.settings.show_marks || record.article != frame.article.id {
            return;
        }
        let c = &frame.theme.color;
        let scale = frame.setting.scale;
        let font = Type::Key.scaled(scale.max(1.0));
        let mut free: Vec<(f32, f32)> = Vec::new();
        for (role, span) in role_spans(record) {
            let word = words::role(role);
            for (nth, line) in self.boxes_of(frame, span).iter().enumerate() {
                if !line.rect.intersects(frame.visible) {
                    continue;
                }
                let y = line.baseline + LINE * scale;
                ui.painter().hline(line.rect.x_range(), y, Stroke::new(1.5, c.accent));
                if nth > 0 {
                    continue;
                }
                let galley = ui.painter().layout_no_wrap(word.to_owned(), font.clone(), c.accent);
                let taken = free.iter().filter(|(other, _)| (other - y).abs() < 4.0);
                let from = taken.map(|(_, right)| right + 6.0).fold(line.rect.left(), f32::max);
                let rect = Rect::from_min_size(pos2(from, y - 2.0 * scale), galley.size());
                free.push((y, rect.right()));
                // the letters of the next line reach up here: they are toned down below the name, not hidden
                let ground = Rect::from_min_max(pos2(rect.left(), y + 1.0), rect.max - vec2(0.0, 2.0));
                ui.painter().rect_filled(ground, 2, c.sheet.gamma_multiply(0.6));
                ui.painter()
                    .text(rect.left_top(), Align2::LEFT_TOP, word, font.clone(), c.accent);
                let id = ui.scope_id().with(("role", role));
                let response = ui.interact(rect, id, Sense::hover());
                let said = format!("{word}: {}", words::short(span.of(frame.article.text()), 80));
                response.widget_info(|| WidgetInfo::labeled(Said::Label, true, &said));
            }
        }
    }
}
