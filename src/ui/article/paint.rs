//! Marks in the text, painted from glyph boxes: fills under the letters, edges and underlines over them.

use egui::{Color32, CornerRadius, Painter, Rect, Shape, Stroke, StrokeKind, Vec2, pos2};

use super::super::theme::{Theme, size};
use super::hit::LineBox;
use crate::entity::EntityKind;
use crate::show::text::What;
use crate::store::Status;

/// How a mark is lit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui) struct Lit {
    /// The selected claim.
    pub selected: bool,
    /// Under the pointer, here or in another place of the window.
    pub hovered: bool,
    /// Has the keyboard.
    pub focused: bool,
    /// The view has just jumped to it.
    pub ring: bool,
    /// Another claim with the same figure is selected.
    pub same: bool,
}

/// The box of a mark around its letters.
pub(in crate::ui) fn mark_rect(line: &LineBox, scale: f32) -> Rect {
    let above = 19.0 * scale;
    Rect::from_min_max(
        pos2(line.rect.left() - size::MARK_PAD, line.baseline - above),
        pos2(line.rect.right() + size::MARK_PAD, line.baseline + size::CLAIM_EDGE),
    )
}

/// Paints what lies under the letters of a mark.
pub(in crate::ui) fn under(painter: &Painter, theme: &Theme, boxes: &[LineBox], what: What, (lit, scale): (Lit, f32)) {
    let What::Claim {
        kind, status, inner, ..
    } = what
    else {
        name_ground(painter, theme, boxes, (lit, scale));
        return;
    };
    let colors = theme.kind(kind);
    let fill = match (lit.selected, status, inner) {
        (true, ..) => colors.ink,
        (_, Status::Rejected, _) | (_, _, true) => return,
        _ => colors.fill,
    };
    let round = CornerRadius {
        nw: size::MARK_ROUND,
        ne: size::MARK_ROUND,
        sw: 0,
        se: 0,
    };
    for line in boxes {
        painter.rect_filled(mark_rect(line, scale), round, fill);
    }
}

/// The ground of names of the entity under the pointer, or of the selected one.
fn name_ground(painter: &Painter, theme: &Theme, boxes: &[LineBox], (lit, scale): (Lit, f32)) {
    let fill = match (lit.selected, lit.same) {
        (true, _) => theme.color.text_selection,
        (_, true) => theme.color.accent_soft,
        _ => return,
    };
    for line in boxes {
        painter.rect_filled(mark_rect(line, scale), size::MARK_ROUND, fill);
    }
}

/// Paints edges, underlines and frames of a mark.
pub(in crate::ui) fn over(painter: &Painter, theme: &Theme, boxes: &[LineBox], what: What, (lit, scale): (Lit, f32)) {
    match what {
        What::Claim {
            kind, status, inner, ..
        } => {
            let ink = theme.kind(kind).ink;
            for line in boxes {
                claim_edge(painter, theme, line, (ink, status, inner), (lit, scale));
            }
        }
        What::Name(kind) => {
            let names = &theme.color.names;
            let ink = match kind {
                EntityKind::Person => names.person,
                EntityKind::Org => names.org,
                EntityKind::Place => names.place,
                EntityKind::Group => names.group,
            };
            for line in boxes {
                let width = if lit.same || lit.selected { 2.5 } else { 1.5 };
                underline(painter, line, Stroke::new(width, ink), None);
            }
        }
        What::Date => {
            for line in boxes {
                underline(
                    painter,
                    line,
                    Stroke::new(1.5, theme.color.names.date),
                    Some((1.5, 2.5)),
                );
            }
        }
    }
}

fn underline(painter: &Painter, line: &LineBox, stroke: Stroke, dash: Option<(f32, f32)>) {
    let y = line.baseline + size::NAME_LINE;
    let ends = [pos2(line.rect.left(), y), pos2(line.rect.right(), y)];
    match dash {
        None => {
            painter.line_segment(ends, stroke);
        }
        Some((dash, gap)) => painter.extend(Shape::dashed_line(&ends, stroke, dash, gap)),
    }
}

fn claim_edge(
    painter: &Painter,
    theme: &Theme,
    line: &LineBox,
    (ink, status, inner): (Color32, Status, bool),
    (lit, scale): (Lit, f32),
) {
    let rect = mark_rect(line, scale);
    let stroke = Stroke::new(2.0, ink);
    match status {
        Status::Rejected => {
            let y = line.baseline - 6.0 * scale;
            let strike = Stroke::new(
                1.5,
                if lit.selected {
                    theme.color.sheet
                } else {
                    theme.color.faint
                },
            );
            painter.hline(line.rect.x_range(), y, strike);
        }
        Status::Unreviewed => {
            let y = edge_y(line, inner);
            let ends = [pos2(rect.left(), y), pos2(rect.right(), y)];
            // On the inverted ground the dashes stand out by their gaps.
            if lit.selected && !inner {
                painter.hline(rect.x_range(), y, Stroke::new(2.0, theme.color.sheet));
            }
            painter.extend(Shape::dashed_line(&ends, stroke, 4.0, 3.0));
        }
        Status::Accepted | Status::Corrected | Status::ByHand => {
            painter.hline(rect.x_range(), edge_y(line, inner), stroke);
        }
    }
    if status == Status::ByHand {
        painter.rect_stroke(rect, size::MARK_ROUND, Stroke::new(1.0, ink), StrokeKind::Inside);
    }
    frames(painter, theme, rect, ink, lit);
}

fn edge_y(line: &LineBox, inner: bool) -> f32 {
    line.baseline
        + if inner {
            size::INNER_CLAIM_EDGE
        } else {
            size::CLAIM_EDGE - 1.0
        }
}

fn frames(painter: &Painter, theme: &Theme, rect: Rect, ink: Color32, lit: Lit) {
    if lit.hovered && !lit.selected {
        painter.rect_stroke(rect, size::MARK_ROUND, Stroke::new(1.5, ink), StrokeKind::Outside);
    }
    if lit.same && !lit.selected && !lit.hovered {
        let corners = [
            rect.left_top(),
            rect.right_top(),
            rect.right_bottom(),
            rect.left_bottom(),
            rect.left_top(),
        ];
        painter.extend(Shape::dashed_line(&corners, Stroke::new(1.0, ink), 1.5, 2.5));
    }
    if lit.focused || lit.ring {
        let ring = rect.expand2(Vec2::splat(2.0));
        let ink = if lit.focused { theme.color.focus } else { ink };
        painter.rect_stroke(ring, size::MARK_ROUND + 2, Stroke::new(2.0, ink), StrokeKind::Outside);
    }
}
