//! Paints marks: markers of sources with what their qualifier adds.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};

use super::super::theme::Theme;
use super::super::widgets::marker::{self, Fill};
use super::layout::Placed;
use crate::quantity::Qualifier;
use crate::show::{Point, Source};

/// Length of an arrow beyond its marker.
const ARROW: f32 = 9.0;

/// What marks are painted with.
pub(super) struct Brush<'a> {
    pub(super) theme: &'a Theme,
    pub(super) ground: Color32,
    pub(super) radius: f32,
}

/// The colour of a source.
pub(in crate::ui) fn source_color(theme: &Theme, source: &Source) -> Color32 {
    if source.shared {
        theme.color.faint
    } else {
        theme.series(source.slot)
    }
}

/// How a mark is lit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ring {
    /// The pointer is over it.
    Hovered,
    /// It is selected.
    Selected,
    /// It has the keyboard.
    Focused,
}

impl Brush<'_> {
    /// Paints one mark.
    pub(super) fn mark(&self, painter: &Painter, placed: &Placed, point: &Point, source: &Source) {
        let color = source_color(self.theme, source);
        if point.mark.rejected {
            self.cross(painter, placed.at);
            return;
        }
        let radius = if point.mark.part {
            self.radius * 0.8
        } else {
            self.radius
        };
        let fill = if point.mark.unreviewed {
            Fill::Hollow(self.ground)
        } else {
            Fill::Solid
        };
        let figure = point.figure.qualifier;
        if figure == Qualifier::About {
            self.soft_steps(painter, placed.at, color, radius);
        }
        if placed.top.is_some() {
            self.range(painter, placed, color, (source.slot, radius, fill));
        } else {
            self.halo(painter, placed.at, source.slot, radius);
            painter.extend(marker::shapes(source.slot, placed.at, radius, color, fill));
        }
        self.arrow(painter, placed.at, figure, color);
        if point.mark.denied {
            let reach = vec2(radius + 4.0, -(radius + 4.0));
            let line = [placed.at - reach, placed.at + reach];
            painter.line_segment(line, Stroke::new(3.5, self.ground));
            painter.line_segment(line, Stroke::new(1.5, color));
        }
    }

    /// Paints a mark among very many: its place and colour, and whether it is decided.
    pub(super) fn dot(&self, painter: &Painter, at: Pos2, point: &Point, source: &Source) {
        let color = if point.mark.rejected {
            self.theme.color.faint
        } else {
            source_color(self.theme, source)
        };
        if point.mark.unreviewed {
            painter.circle_stroke(at, self.radius * 0.5, Stroke::new(1.0, color));
        } else {
            painter.circle_filled(at, self.radius * 0.55, color);
        }
    }

    /// Paints the ring around a lit mark.
    pub(super) fn ring(&self, painter: &Painter, placed: &Placed, source: &Source, ring: Ring) {
        let color = match ring {
            Ring::Hovered => source_color(self.theme, source),
            Ring::Selected => self.theme.color.text,
            Ring::Focused => self.theme.color.focus,
        };
        let stroke = Stroke::new(if ring == Ring::Hovered { 1.5 } else { 2.0 }, color);
        match placed.top {
            Some(top) if !placed.is_low_range() => {
                let rect = Rect::from_two_pos(placed.at, top).expand(self.radius + 5.0);
                painter.rect_stroke(rect, rect.width() / 2.0, stroke, StrokeKind::Middle);
            }
            _ => {
                painter.circle_stroke(placed.middle(), self.radius + 5.5, stroke);
            }
        }
    }

    fn halo(&self, painter: &Painter, at: Pos2, slot: usize, radius: f32) {
        painter.extend(marker::shapes(slot, at, radius + 2.0, self.ground, Fill::Solid));
    }

    fn cross(&self, painter: &Painter, at: Pos2) {
        let reach = self.radius * 0.8;
        let stroke = Stroke::new(1.3, self.theme.color.faint);
        painter.line_segment([at - Vec2::splat(reach), at + Vec2::splat(reach)], stroke);
        let other = vec2(reach, -reach);
        painter.line_segment([at - other, at + other], stroke);
    }

    /// Two markers joined by a bar; two caps and a bar where they stand too close.
    fn range(&self, painter: &Painter, placed: &Placed, color: Color32, (slot, radius, fill): (usize, f32, Fill)) {
        let top = placed.top.unwrap_or(placed.at);
        if placed.is_low_range() {
            let halo = Rect::from_two_pos(placed.at, top).expand2(vec2(radius + 3.0, 3.0));
            painter.rect_filled(halo, 2, self.ground);
            let stroke = Stroke::new(1.75, color);
            painter.line_segment(
                [placed.at, top],
                Stroke::new(if fill == Fill::Solid { 4.0 } else { 1.75 }, color),
            );
            for end in [placed.at, top] {
                painter.hline(end.x - radius..=end.x + radius, end.y, stroke);
            }
            return;
        }
        let bar = Rect::from_two_pos(pos2(placed.at.x - 2.0, placed.at.y), pos2(top.x + 2.0, top.y));
        painter.rect_filled(bar.expand2(vec2(1.5, 0.0)), 0, self.ground);
        if fill == Fill::Solid {
            painter.rect_filled(bar, 0, color);
        } else {
            let stroke = Stroke::new(1.3, color);
            painter.vline(bar.left(), bar.y_range(), stroke);
            painter.vline(bar.right(), bar.y_range(), stroke);
        }
        for end in [placed.at, top] {
            self.halo(painter, end, slot, radius);
            painter.extend(marker::shapes(slot, end, radius, color, fill));
        }
    }

    /// Three soft steps mean "about"; their height is no bound.
    fn soft_steps(&self, painter: &Painter, at: Pos2, color: Color32, radius: f32) {
        for (reach, strength) in [(3.0, 0.14), (2.3, 0.16), (1.6, 0.18)] {
            let rect = Rect::from_center_size(at, vec2(radius * 2.2, radius * 2.0 * reach));
            painter.rect_filled(rect, 1, color.gamma_multiply(strength));
        }
    }

    fn arrow(&self, painter: &Painter, at: Pos2, qualifier: Qualifier, color: Color32) {
        let up = match qualifier {
            Qualifier::AtLeast | Qualifier::MoreThan | Qualifier::Vague => -1.0,
            Qualifier::Almost | Qualifier::UpTo | Qualifier::LessThan => 1.0,
            _ => return,
        };
        let start = pos2(at.x, at.y + up * (self.radius + 2.0));
        let tip = pos2(at.x, start.y + up * ARROW);
        let stroke = Stroke::new(1.5, color);
        painter.line_segment([start, tip], Stroke::new(4.0, self.ground));
        if qualifier == Qualifier::Vague {
            painter.extend(Shape::dashed_line(&[start, tip], stroke, 1.5, 2.0));
        } else {
            painter.line_segment([start, tip], stroke);
        }
        let barb = self.radius * 0.72;
        for side in [-barb, barb] {
            painter.line_segment([tip, pos2(tip.x + side, tip.y - up * barb)], stroke);
        }
    }
}
