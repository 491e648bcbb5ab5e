//! Keys of the queue: taken before all others while it is shown, so that one hand decides and corrects.

use egui::{Context, Key, Modifiers, Popup};

use super::super::review::FIELD_KEYS;
use super::super::widgets::DIGITS;
use super::super::wish::{self, Wish};
use crate::app::{Action, ReviewAct, State, View};
use crate::claim::Kind;
use crate::store::{Field, FieldValue, Status, Verdict};

/// Takes the queue's keys from the frame. Accept, reject, note, next and previous have theirs as everywhere.
pub(in crate::ui) fn keys(ctx: &Context, state: &State, actions: &mut Vec<Action>) {
    let Some(run) = state.queue.as_ref().filter(|_| state.view == View::Review) else {
        return;
    };
    if ctx.text_edit_focused() || Popup::is_any_open(ctx) {
        return;
    }
    let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if wish::escape_is_free(ctx) && pressed(Key::Escape) {
        actions.push(Action::Review(ReviewAct::LeaveQueue));
        return;
    }
    // A focused chip takes Backspace for itself.
    if ctx.memory(|memory| memory.focused().is_none()) && pressed(Key::Backspace) {
        actions.push(Action::PreviousClaim);
    }
    let Some(record) = run.queue.current.and_then(|id| state.store.claim(id)) else {
        return;
    };
    for (kind, key) in Kind::ALL.into_iter().zip(DIGITS) {
        if pressed(key) {
            let value = FieldValue::Kind(kind);
            actions.push(Action::SetField(vec![record.id], Field::Kind, Some(value)));
        }
    }
    for (name, key) in FIELD_KEYS {
        // The note has a key everywhere, which may be changed.
        if name != "Note" && pressed(key) {
            wish::make(ctx, Wish::EditField(name));
        }
    }
    if pressed(Key::T) {
        wish::make(ctx, Wish::EditTags);
    }
    if pressed(Key::U) {
        if record.status() != Status::Unreviewed {
            actions.push(Action::SetVerdict(vec![record.id], Verdict::Open));
        }
        actions.push(Action::Review(ReviewAct::Later));
    }
}
