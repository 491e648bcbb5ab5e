//! The ends of the selected claim's words: handles to drag, and keys.

use egui::{CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use super::super::wish::{self, MoveEnd, Wish};
use super::caret::{Way, step_word};
use super::hit::{LineBox, Side};
use super::paint::mark_rect;
use super::select::{whole_words, word_at};
use super::{Frame, Reader};
use crate::app::Action;
use crate::base::Span;
use crate::store::{ClaimId, Field, FieldValue};

/// Which end of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Start,
    End,
}

/// A handle: of which claim, at which end of which words, and where its edge is.
#[derive(Clone, Copy)]
struct Handle {
    claim: ClaimId,
    span: Span,
    end: End,
    rect: Rect,
}

impl Reader {
    /// Draws the handles of the selected claim and carries drags and keys out.
    pub(super) fn handles_ui(&mut self, ui: &Ui, frame: &Frame<'_>, actions: &mut Vec<Action>) {
        let Some(record) = frame.state.selection.claim.and_then(|id| frame.state.store.claim(id)) else {
            return;
        };
        let here = record.article == frame.article.id && frame.state.settings.show_marks && !frame.article.is_table();
        if !here || self.is_picking() {
            return;
        }
        let (id, span) = (record.id, record.claim().span);
        self.end_keys(ui, frame, (id, span), actions);
        let boxes = self.boxes_of(frame, span);
        let ends = [
            (End::Start, self.caret_rect(frame, (span.start(), Side::On))),
            (End::End, self.caret_rect(frame, (span.end(), Side::Back))),
        ];
        for (end, caret) in ends {
            let Some(caret) = caret.filter(|caret| caret.intersects(frame.visible)) else {
                continue;
            };
            let on_line = |line: &&LineBox| line.rect.y_range().contains(caret.center().y);
            let Some(line) = boxes.iter().find(on_line) else {
                continue;
            };
            let rect = mark_rect(line, frame.setting.scale);
            // a handle stands outside of the words, on the side where they begin or end
            let out = if caret.left() <= rect.center().x { -2.0 } else { 2.0 };
            let edge = Rect::from_x_y_ranges(caret.left() + out..=caret.left() + out, rect.y_range());
            let handle = Handle {
                claim: id,
                span,
                end,
                rect: edge,
            };
            self.handle_ui(ui, frame, handle, actions);
        }
        let Some((_, moved)) = self.hand.end.filter(|(claim, _)| *claim == id) else {
            return;
        };
        for line in self.boxes_of(frame, moved) {
            let rect = mark_rect(&line, frame.setting.scale).expand(1.0);
            let stroke = Stroke::new(2.0, frame.theme.color.focus);
            ui.painter().rect_stroke(rect, 3, stroke, StrokeKind::Outside);
        }
    }

    fn handle_ui(&mut self, ui: &Ui, frame: &Frame<'_>, handle: Handle, actions: &mut Vec<Action>) {
        let Handle { claim, span, end, rect } = handle;
        let (x, knob, name) = match end {
            End::Start => (rect.left(), rect.top(), "Start of the claim’s words"),
            End::End => (rect.right(), rect.bottom(), "End of the claim’s words"),
        };
        let grip = Rect::from_min_max(pos2(x - 5.0, rect.top() - 4.0), pos2(x + 5.0, rect.bottom() + 4.0));
        let id = ui.scope_id().with(("handle", end as u8));
        let response = ui.interact(grip, id, Sense::DRAG | Sense::HOVER);
        response.widget_info(|| WidgetInfo::labeled(Role::Unknown, true, name));
        let c = &frame.theme.color;
        let ink = if response.hovered() || response.dragged() {
            c.focus
        } else {
            c.text
        };
        ui.painter().vline(x, rect.y_range(), Stroke::new(2.0, ink));
        ui.painter().circle(pos2(x, knob), 4.0, ink, Stroke::new(1.0, c.sheet));
        if response.hovered() || response.dragged() {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        let (at, letters) = ui.input(|input| (input.pointer.interact_pos(), input.modifiers.alt));
        if response.dragged()
            && let Some(byte) = at.and_then(|at| self.byte_at(frame, at))
        {
            let moved = moved(frame.article.text(), span, (end, byte, letters));
            self.hand.end = moved.map(|moved| (claim, moved));
        }
        if response.drag_stopped()
            && let Some((_, moved)) = self.hand.end.take()
        {
            push(claim, span, moved, actions);
        }
    }

    fn end_keys(&self, ui: &Ui, frame: &Frame<'_>, (claim, span): (ClaimId, Span), actions: &mut Vec<Action>) {
        let text = frame.article.text();
        let (start, end) = (span.start(), span.end());
        for (which, make) in [
            (MoveEnd::StartBack, (End::Start, step_word(text, start, Way::Back))),
            (MoveEnd::StartOn, (End::Start, next_start(text, start))),
            (MoveEnd::EndBack, (End::End, previous_end(text, end))),
            (MoveEnd::EndOn, (End::End, step_word(text, end, Way::On))),
        ] {
            if !wish::take(ui.ctx(), Wish::MoveEnd(which)) {
                continue;
            }
            let (end, byte) = make;
            if let Some(moved) = moved(text, span, (end, byte, true)) {
                push(claim, span, moved, actions);
            }
        }
    }
}

fn push(claim: ClaimId, before: Span, moved: Span, actions: &mut Vec<Action>) {
    if moved != before {
        let fields = vec![(Field::Span, FieldValue::Span(Some(moved)))];
        actions.push(Action::SetFields(claim, fields, "Words of the claim moved".to_owned()));
    }
}

/// Where the word after the first one begins.
fn next_start(text: &str, start: usize) -> usize {
    let behind = word_at(text, start).end();
    let rest = text.get(behind..).unwrap_or_default();
    rest.char_indices()
        .find(|(_, c)| c.is_alphanumeric())
        .map_or(behind, |(at, _)| behind + at)
}

/// Where the word before the last one ends.
fn previous_end(text: &str, end: usize) -> usize {
    let last = step_word(text, end, Way::Back);
    let before = text.get(..last).unwrap_or_default().trim_end();
    before.len()
}

/// The words with one end at `byte`, grown to whole words unless letters are meant; `None` where none would be left. They
/// stay within their lines.
fn moved(text: &str, span: Span, (end, byte, letters): (End, usize, bool)) -> Option<Span> {
    let line_start = text.get(..span.start())?.rfind("\n\n").map_or(0, |at| at + 2);
    let line_end = text
        .get(span.end()..)?
        .find("\n\n")
        .map_or(text.len(), |at| span.end() + at);
    let byte = byte.clamp(line_start, line_end);
    let raw = match end {
        End::Start if byte < span.end() => Span::new(byte, span.end()),
        End::End if byte > span.start() => Span::new(span.start(), byte),
        _ => return None,
    };
    let words = raw.slice(text)?;
    let from = raw.start() + (words.len() - words.trim_start().len());
    let trimmed = Span::new(from, from + words.trim().len());
    if trimmed.is_empty() {
        return None;
    }
    if letters {
        return Some(trimmed);
    }
    let whole = whole_words(text, trimmed);
    Some(match end {
        End::Start => Span::new(whole.start(), span.end()),
        End::End => Span::new(span.start(), whole.end()),
    })
}

#[cfg(test)]
mod tests {
    use super::{End, moved, next_start, previous_end};
    use crate::base::Span;

    const TEXT: &str = "Title\n\nPolice held more than 4,400 people on Friday.\n\nEnd";

    #[track_caller]
    fn check((from, to): (&str, &str), (end, at, letters): (End, &str, bool), expected: Option<&str>) {
        let start = TEXT.find(from).expect("begins");
        let span = Span::new(start, TEXT.find(to).expect("ends") + to.len());
        let byte = TEXT.find(at).expect("a place");
        let got = moved(TEXT, span, (end, byte, letters));
        assert_eq!(got.map(|span| span.of(TEXT)), expected);
    }

    #[test]
    fn ends_snap_to_words_unless_letters_are_meant() {
        check(
            ("4,400", "people"),
            (End::Start, "re than", false),
            Some("more than 4,400 people"),
        );
        check(
            ("4,400", "people"),
            (End::Start, "re than", true),
            Some("re than 4,400 people"),
        );
        check(
            ("4,400", "people"),
            (End::End, "day.", false),
            Some("4,400 people on Friday"),
        );
        check(("4,400", "people"), (End::End, "400", false), Some("4,400"));
        check(("4,400", "people"), (End::Start, " on", false), None);
        check(("4,400", "people"), (End::End, "Title", false), None);
        check(
            ("4,400", "people"),
            (End::End, "End", false),
            Some("4,400 people on Friday."),
        );
    }

    #[test]
    fn keys_move_by_a_word() {
        let at = |words: &str| TEXT.find(words).expect("a place");
        assert_eq!(next_start(TEXT, at("more")), at("than"));
        assert_eq!(previous_end(TEXT, at(" on")), at(" people"));
    }
}
