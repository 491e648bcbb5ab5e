//! What was found, lit in the text: a ground under the letters, an edge around, a stronger one around the current hit.

use egui::{Painter, Pos2, Rect, Stroke, StrokeKind};

use super::super::theme::Theme;
use super::hit::LineBox;
use super::layout::Laid;
use super::paint::mark_rect;
use crate::app::State;
use crate::base::Span;
use crate::store::ArticleId;

/// The hits in the words of a paragraph, each with whether it is the current one.
fn hits_in(state: &State, article: ArticleId, paragraph: Span) -> impl Iterator<Item = (Span, bool)> {
    let (first, hits) = state.find.found.in_text(article);
    let from = hits.partition_point(|hit| hit.span.end() <= paragraph.start());
    let here = hits.iter().enumerate().skip(from);
    here.map(move |(nth, hit)| (hit.span, state.find.current == Some(first + nth)))
        .take_while(move |(span, _)| span.start() < paragraph.end())
}

/// Paints the hits of a paragraph under its letters. Where the selected claim is set in other colours the ground stays.
pub(super) fn paint_hits(
    painter: &Painter,
    (theme, state): (&Theme, &State),
    (article, paragraph): (ArticleId, Span),
    (laid, corner, scale): (&Laid, Pos2, f32),
) {
    if state.find.open.is_none() {
        return;
    }
    let selected = state.selection.claim.and_then(|id| state.store.claim(id));
    let selected = selected.filter(|claim| claim.article == article && state.settings.show_marks);
    for (span, current) in hits_in(state, article, paragraph) {
        let inverted = selected.is_some_and(|claim| claim.claim().span.meets(span));
        for line in laid.hits.boxes(span) {
            let rect = hit_rect(&line, corner, scale);
            if !inverted {
                painter.rect_filled(rect, 2, theme.color.warn_soft);
            }
            let width = if current { 2.5 } else { 1.0 };
            let edge = if current { theme.color.focus } else { theme.color.warn };
            painter.rect_stroke(rect, 2, Stroke::new(width, edge), StrokeKind::Outside);
        }
    }
}

fn hit_rect(line: &LineBox, corner: Pos2, scale: f32) -> Rect {
    let line = LineBox {
        rect: line.rect.translate(corner.to_vec2()),
        baseline: line.baseline + corner.y,
    };
    mark_rect(&line, scale)
}
