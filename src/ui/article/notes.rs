//! Margin notes beside the lines: the figure, the kind, who says so. They push each other down and never overlap.

use egui::{Align2, CursorIcon, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::theme::{Type, size};
use super::Frame;
use super::bidi::seen;
use crate::app::Action;
use crate::claim::Claim;
use crate::show::words;
use crate::store::{ClaimId, Status};

/// Height of a note.
const HEIGHT: f32 = 35.0;
/// Between two notes.
const GAP: f32 = 2.0;

/// A note's claim and where its line is.
pub(in crate::ui) struct Note {
    /// The claim.
    pub id: ClaimId,
    /// The upper edge of its first line, in the window.
    pub y: f32,
}

/// Draws the notes from `x` on.
pub(in crate::ui) fn notes_ui(ui: &mut Ui, frame: &Frame<'_>, x: f32, notes: &[Note], actions: &mut Vec<Action>) {
    let mut free = f32::NEG_INFINITY;
    for note in notes {
        let y = (note.y - 2.0).max(free);
        free = y + HEIGHT + GAP;
        let width = if frame.notes.is_some() { size::MARGIN_NOTES } else { 0.0 };
        let rect = Rect::from_min_size(pos2(x, y), vec2(width, HEIGHT));
        if rect.intersects(frame.visible) {
            note_ui(ui, frame, note.id, rect, actions);
        }
    }
}

fn note_ui(ui: &mut Ui, frame: &Frame<'_>, id: ClaimId, rect: Rect, actions: &mut Vec<Action>) {
    let Some(record) = frame.state.store.claim(id) else {
        return;
    };
    let claim = record.claim();
    let c = &frame.theme.color;
    let ink = frame.theme.kind(claim.kind).ink;
    let selection = &frame.state.selection;
    let lit = selection.claim == Some(id) || selection.hovered == Some(id);
    let figure = words::figure(&claim.figure);
    let kind = kind_words(claim);
    let response = ui.interact(rect, ui.scope_id().with(("note", id)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Note: {figure} {kind}")));
    if response.hovered() {
        actions.push(Action::Hover(Some(id)));
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    if response.clicked() {
        actions.push(Action::SelectClaim(id));
    }
    let rejected = record.status() == Status::Rejected;
    let bar = [
        pos2(rect.left() + 1.5, rect.top() + 5.0),
        pos2(rect.left() + 1.5, rect.top() + 18.0),
    ];
    let stroke = Stroke::new(3.0, if rejected { c.disabled } else { ink });
    if record.status() == Status::Unreviewed {
        ui.painter().extend(Shape::dashed_line(&bar, stroke, 3.0, 2.0));
    } else {
        ui.painter().line_segment(bar, stroke);
    }
    let painter = ui.painter().with_clip_rect(rect.intersect(frame.visible));
    let x = rect.left() + 10.0;
    let figure_ink = match (rejected, lit) {
        (true, _) => c.faint,
        (_, true) => ink,
        _ => c.text,
    };
    let y = rect.top() + 11.0;
    let shown = painter.text(
        pos2(x, y),
        Align2::LEFT_CENTER,
        figure,
        Type::SmallStrong.font(),
        figure_ink,
    );
    let kind_ink = if rejected { c.faint } else { c.text };
    painter.text(
        pos2(shown.right() + 4.0, y),
        Align2::LEFT_CENTER,
        kind,
        Type::Small.font(),
        kind_ink,
    );
    if rejected {
        painter.hline(shown.x_range(), y, Stroke::new(1.5, c.faint));
    }
    let says = speaker_words(claim);
    let below = painter.layout_no_wrap(says, Type::Small.font(), c.muted);
    painter.galley(pos2(x, rect.top() + 19.0), below, c.muted);
}

fn kind_words(claim: &Claim) -> String {
    let kind = words::kind(claim.kind).to_lowercase();
    if claim.part_of { format!("{kind}, part") } else { kind }
}

fn speaker_words(claim: &Claim) -> String {
    let speaker = claim.speaker.as_deref().unwrap_or(words::NOT_STATED);
    let relay = claim
        .relay
        .as_deref()
        .map(|relay| format!(", via {}", words::short(relay, 20)));
    let whole = format!("{}{}", words::short(speaker, 30), relay.unwrap_or_default());
    seen(&words::short(&whole, 34)).into_owned()
}
