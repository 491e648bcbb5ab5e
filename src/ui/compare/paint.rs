//! Paints marks: markers of sources with what their qualifier adds.

use egui::{Align2, Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};

use super::super::theme::{Theme, Type};
use super::super::widgets::marker::{self, Fill};
use crate::quantity::Qualifier;
use crate::show::{Point, SceneMark, Source, arrow_way};

/// Length of an arrow beyond its marker.
const ARROW: f32 = 9.0;
/// A range lower than this is drawn as two caps and a bar.
const LOW_RANGE: f32 = 14.0;
/// How far a soft bar reaches to the side of its marker.
const SOFT_BESIDE: f32 = 3.5;
/// Length of a soft bar that is open above.
const OPEN_BAR: f32 = 26.0;

/// What marks are painted with.
pub(super) struct Brush<'a> {
    pub(super) theme: &'a Theme,
    pub(super) ground: Color32,
    pub(super) radius: f32,
    /// The upper left corner of the chart.
    pub(super) origin: Pos2,
}

/// The colour of a source.
pub(in crate::ui) fn source_color(theme: &Theme, source: &Source) -> Color32 {
    if source.shared {
        theme.color.faint
    } else {
        theme.series(source.color)
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

/// Shape and colour of a mark.
#[derive(Clone, Copy)]
pub(super) struct MarkInk {
    pub(super) slot: usize,
    pub(super) color: Color32,
}

impl Brush<'_> {
    /// The centre of a mark on screen.
    pub(super) fn at(&self, mark: &SceneMark) -> Pos2 {
        self.origin + vec2(mark.at.x, mark.at.y)
    }

    /// The upper end of a range on screen.
    fn top(&self, mark: &SceneMark) -> Option<Pos2> {
        mark.top.map(|top| pos2(self.at(mark).x, self.origin.y + top))
    }

    /// Where a mark takes the pointer.
    pub(super) fn hit(&self, mark: &SceneMark) -> Rect {
        let around = |at: Pos2| Rect::from_center_size(at, Vec2::splat(self.radius * 4.0));
        let own = around(self.at(mark));
        self.top(mark).map_or(own, |top| own.union(around(top)))
    }

    /// Paints what lies below all marks: stem, time that it is for, tie to its whole.
    pub(super) fn below(&self, painter: &Painter, mark: &SceneMark, point: &Point, ink: MarkInk) {
        let at = self.at(mark);
        let color = self.color(point, ink);
        if let Some(base) = mark.stem {
            let stem = Stroke::new(1.0, color.gamma_multiply(0.55));
            painter.line_segment([at, pos2(at.x, self.origin.y + base)], stem);
        }
        if let Some((from, to)) = mark.segment {
            let (from, to) = (self.origin.x + from, self.origin.x + to);
            // below a line of totals it is quiet
            let (width, share) = if point.mark.total { (1.0, 0.4) } else { (1.5, 0.6) };
            let line = Stroke::new(width, color.gamma_multiply(share));
            painter.hline(from..=to, at.y, line);
            for end in [from, to] {
                painter.vline(end, at.y - 4.0..=at.y + 4.0, line);
            }
        }
        if let Some(whole) = mark.whole {
            let whole = self.origin + vec2(whole.x, whole.y);
            painter.line_segment([at, whole], Stroke::new(1.0, color.gamma_multiply(0.6)));
        }
    }

    /// Paints one mark.
    pub(super) fn mark(&self, painter: &Painter, mark: &SceneMark, point: &Point, ink: MarkInk) {
        let color = self.color(point, ink);
        let at = self.at(mark);
        if point.mark.rejected {
            self.cross(painter, at);
            return;
        }
        let part = if point.mark.part { 0.72 } else { 1.0 };
        let radius = self.radius * part;
        let fill = if point.mark.unreviewed {
            Fill::Hollow(self.ground)
        } else {
            Fill::Solid
        };
        if mark.soft.is_some() {
            self.soft_bar(painter, mark, color, radius);
        }
        if let Some(top) = self.top(mark) {
            self.range(painter, (at, top), color, (ink.slot, radius, fill));
        } else {
            self.halo(painter, at, ink.slot, radius);
            painter.extend(marker::shapes(ink.slot, at, radius, color, fill));
        }
        self.arrow(painter, at, point, (color, radius));
        if point.mark.denied || point.mark.superseded {
            let reach = vec2(radius + 4.0, -(radius + 4.0));
            let line = [at - reach, at + reach];
            painter.line_segment(line, Stroke::new(3.5, self.ground));
            painter.line_segment(line, Stroke::new(1.5, color));
        }
    }

    /// What no longer holds is grey.
    fn color(&self, point: &Point, ink: MarkInk) -> Color32 {
        if point.mark.superseded {
            self.theme.color.faint
        } else {
            ink.color
        }
    }

    /// Paints how a mark is lit.
    pub(super) fn ring(&self, painter: &Painter, mark: &SceneMark, ink: MarkInk, ring: Ring) {
        let c = &self.theme.color;
        let at = self.at(mark);
        let top = self.top(mark);
        let middle = top.map_or(at, |top| pos2(at.x, f32::midpoint(at.y, top.y)));
        let stroke = match ring {
            Ring::Hovered => Stroke::new(1.5, ink.color),
            Ring::Selected => Stroke::new(2.0, c.text),
            Ring::Focused => Stroke::new(2.0, c.focus),
        };
        match top {
            Some(top) => {
                let rect = Rect::from_two_pos(at, top).expand(self.radius + 4.5);
                painter.rect_stroke(rect, 6, stroke, StrokeKind::Middle);
            }
            None => {
                painter.circle_stroke(middle, self.radius + 5.5, stroke);
            }
        }
    }

    /// How many more marks would stand here; painted when all marks are, so that none covers it.
    pub(super) fn badge(&self, painter: &Painter, mark: &SceneMark) {
        let (at, more) = (self.at(mark), mark.under.len());
        if more == 0 {
            return;
        }
        let c = &self.theme.color;
        let galley = painter.layout_no_wrap(format!("+{more}"), Type::Key.font(), c.text);
        let corner = at + vec2(self.radius + 1.0, -self.radius - 13.0);
        let rect = Rect::from_min_size(corner, galley.size() + vec2(8.0, 0.0));
        painter.rect(rect, 7, c.raised, Stroke::new(1.0, c.line_strong), StrokeKind::Inside);
        painter.galley(rect.center() - galley.size() / 2.0, galley, c.text);
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
    fn range(&self, painter: &Painter, (at, top): (Pos2, Pos2), color: Color32, form: (usize, f32, Fill)) {
        let (slot, radius, fill) = form;
        if at.y - top.y < LOW_RANGE {
            let halo = Rect::from_two_pos(at, top).expand2(vec2(radius + 3.0, 3.0));
            painter.rect_filled(halo, 2, self.ground);
            let width = if fill == Fill::Solid { 4.0 } else { 1.75 };
            painter.line_segment([at, top], Stroke::new(width, color));
            for end in [at, top] {
                painter.hline(end.x - radius..=end.x + radius, end.y, Stroke::new(1.75, color));
            }
            return;
        }
        let bar = Rect::from_two_pos(pos2(at.x - 2.0, at.y), pos2(top.x + 2.0, top.y));
        painter.rect_filled(bar.expand2(vec2(1.5, 0.0)), 0, self.ground);
        if fill == Fill::Solid {
            painter.rect_filled(bar, 0, color);
        } else {
            let stroke = Stroke::new(1.3, color);
            painter.vline(bar.left(), bar.y_range(), stroke);
            painter.vline(bar.right(), bar.y_range(), stroke);
        }
        for end in [at, top] {
            self.halo(painter, end, slot, radius);
            painter.extend(marker::shapes(slot, end, radius, color, fill));
        }
    }

    /// The reach of "about" or of a vague word; open above it fades.
    fn soft_bar(&self, painter: &Painter, mark: &SceneMark, color: Color32, radius: f32) {
        let Some((low, high)) = mark.soft else { return };
        let x = self.at(mark).x;
        let bar = |top: f32, bottom: f32| {
            Rect::from_min_max(
                pos2(x - radius - SOFT_BESIDE, self.origin.y + top),
                pos2(x + radius + SOFT_BESIDE, self.origin.y + bottom),
            )
        };
        if let Some(high) = high {
            // A bar that is lower than its marker would not be seen.
            let lack = ((radius * 4.6 - (low - high)) / 2.0).max(0.0);
            painter.rect_filled(bar(high - lack, low + lack), 2, color.gamma_multiply(0.32));
            return;
        }
        const STEPS: [f32; 4] = [0.34, 0.25, 0.16, 0.08];
        let each = OPEN_BAR / STEPS.len() as f32;
        for (nth, strength) in STEPS.into_iter().enumerate() {
            let bottom = low - each * nth as f32;
            painter.rect_filled(bar(bottom - each, bottom), 0, color.gamma_multiply(strength));
        }
    }

    fn arrow(&self, painter: &Painter, at: Pos2, point: &Point, (color, radius): (Color32, f32)) {
        let Some(up) = arrow_way(point) else { return };
        let start = pos2(at.x, at.y + up * (radius + 2.0));
        let tip = pos2(at.x, start.y + up * ARROW);
        let stroke = Stroke::new(1.5, color);
        painter.line_segment([start, tip], Stroke::new(4.0, self.ground));
        if point.figure.qualifier == Qualifier::Vague {
            painter.extend(Shape::dashed_line(&[start, tip], stroke, 1.5, 2.0));
        } else {
            painter.line_segment([start, tip], stroke);
        }
        let barb = radius * 0.72;
        for side in [-barb, barb] {
            painter.line_segment([tip, pos2(tip.x + side, tip.y - up * barb)], stroke);
        }
    }

    /// "× 5" beside a figure that stands in several articles.
    pub(super) fn count(&self, painter: &Painter, mark: &SceneMark, num_articles: usize) {
        let at = self.at(mark) + Vec2::splat(self.radius + 1.0);
        let words = format!("×\u{2009}{num_articles}");
        painter.text(at, Align2::LEFT_TOP, words, Type::Key.font(), self.theme.color.faint);
    }
}
