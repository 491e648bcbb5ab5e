//! Review and its queue: filters, columns, tags, one claim after another.

use std::sync::Arc;

use super::select::{neighbour, select};
use crate::app::App;
use crate::app::action::Action;
use crate::app::reviewing::{QueueRun, ReviewAct, TagTarget};
use crate::app::state::{State, View};
use crate::show::{self, ColumnLook, Flags, NarrowChange, Queue, QueueOrder, ReviewLook, saved_filters};
use crate::store::{ClaimId, Edit, Status};

/// Carries out what concerns Review; gives back what is not of this area.
pub(super) fn act(app: &mut App, action: Action) -> Option<Action> {
    let Action::Review(act) = action else {
        return Some(action);
    };
    let columns = matches!(act, ReviewAct::Columns(_));
    if let Some(edit) = carry_out(&mut app.state, act) {
        app.commit(edit);
    }
    if columns {
        app.keep_settings();
    }
    None
}

/// Carries out what only changes what is shown; gives the edit of what changes the project.
pub(crate) fn carry_out(state: &mut State, act: ReviewAct) -> Option<Edit> {
    let store = &state.store;
    let edit = match act {
        ReviewAct::SaveFilter(name) => show::save_filter(store, &name, &state.review),
        ReviewAct::RenameFilter(old, new) => show::rename_filter(store, &old, &new),
        ReviewAct::DropFilter(name) => show::drop_filter(store, &name),
        ReviewAct::Tag(TagTarget::Claims(ids), tag, how) => store.tag_claims(&ids, &tag, how),
        ReviewAct::Tag(TagTarget::Articles(ids), tag, how) => store.tag_articles(&ids, &tag, how),
        ReviewAct::Tag(TagTarget::Name(name), tag, how) => store.tag_name(&name, &tag, how),
        ReviewAct::TagColor(tag, color) => store.set_tag_color(&tag, color),
        ReviewAct::NameNote(name, note) => store.set_name_note(&name, &note),
        other => {
            look(state, other);
            return None;
        }
    };
    Some(edit)
}

fn look(state: &mut State, act: ReviewAct) {
    match act {
        ReviewAct::Queue if state.queue.is_none() || state.view != View::Review => open(state),
        ReviewAct::Queue | ReviewAct::LeaveQueue => leave(state),
        ReviewAct::OrderQueue(order) => {
            let flags = Flags::new(&state.store, &state.conclusions);
            if let Some(run) = &mut state.queue {
                run.queue.reorder(&state.store, &flags, order);
            }
        }
        ReviewAct::Later => {
            if let Some(run) = &mut state.queue {
                run.queue.skip(&state.store);
            }
            show_current(state);
        }
        ReviewAct::Narrow(change) => {
            if change == NarrowChange::Clear {
                state.recovery.since = None;
            }
            state.review.change(change);
        }
        ReviewAct::UseFilter(name) => {
            let saved = saved_filters(&state.store)
                .into_iter()
                .find(|(saved, _)| *saved == name);
            if let Some((_, look)) = saved {
                state.review = ReviewLook {
                    sort_column: std::mem::take(&mut state.review.sort_column),
                    descending: state.review.descending,
                    changed: state.review.changed.take(),
                    ..look
                };
                // what the filter lists is to be seen; the queue holds what it was opened with
                if state.queue.take().is_some() {
                    state.view = View::Review;
                }
            }
        }
        ReviewAct::Columns(look) => state.settings.columns = ColumnLook::to_words(&look),
        ReviewAct::Listed(rows) => state.listed = Some(rows),
        ReviewAct::CheckOn(by) => check_on(state, by),
        _ => {}
    }
}

/// Checks the selected row and its neighbour, which is selected then; back over checked rows the one that is left is no
/// longer checked. Where no row is selected, and at the end of the table, there is only the one row.
fn check_on(state: &mut State, by: isize) {
    let Some(rows) = &state.listed else { return };
    let own = state.selection.claim.filter(|id| rows.contains(id));
    let Some(next) = neighbour(rows, own, by).or(own) else {
        return;
    };
    let own = own.unwrap_or(next);
    let checked = &mut state.selection.checked;
    if own != next && checked.contains(&own) && checked.contains(&next) {
        checked.remove(&own);
    } else {
        checked.extend([own, next]);
    }
    let article = state.store.claim(next).map(|record| record.article);
    if state.selection.claim != Some(next) {
        select(state, article, Some(next));
    }
}

fn open(state: &mut State) {
    if state.queue.is_none() {
        let first = state.selection.claim.filter(|_| state.view == View::Review);
        let flags = Flags::new(&state.store, &state.conclusions);
        let order = QueueOrder::default();
        let queue = Queue::new(&state.store, &state.review, &flags, order, first);
        let mut run = QueueRun::new(queue, state.view);
        run.count(&state.store);
        state.queue = Some(run);
    }
    state.view = View::Review;
    show_current(state);
}

fn leave(state: &mut State) {
    if let Some(run) = state.queue.take() {
        state.view = run.from;
        state.selection.jump += 1;
    }
}

/// Selects the claim that the queue shows, so that every command is about it.
fn show_current(state: &mut State) {
    let current = state.queue.as_ref().and_then(|run| run.queue.current);
    match current.and_then(|id| state.store.claim(id)) {
        Some(record) => {
            let (article, claim) = (record.article, record.id);
            select(state, Some(article), Some(claim));
        }
        None => state.selection.claim = None,
    }
}

/// After a verdict: the queue goes on where the claim that it shows was decided.
pub(crate) fn after_verdict(state: &mut State, ids: &[ClaimId]) {
    let Some(run) = &mut state.queue else { return };
    run.count(&state.store);
    let Some(current) = run.queue.current.filter(|id| ids.contains(id)) else {
        return;
    };
    let record = state.store.claim(current);
    if record.is_some_and(|record| record.status() != Status::Unreviewed) {
        run.queue.decided(&state.store);
        show_current(state);
    }
}

/// After other changes, an undo, a removal: the queue shows a claim that is there.
pub(crate) fn follow(state: &mut State) {
    let Some(run) = &mut state.queue else { return };
    let before = run.queue.current;
    run.queue.follow(&state.store);
    run.count(&state.store);
    if run.queue.current != before {
        show_current(state);
    }
}

/// After any edit: where the claim that the queue shows is gone, it shows another one.
pub(super) fn follow_lost(state: &mut State) {
    let current = state.queue.as_ref().and_then(|run| run.queue.current);
    if current.is_some_and(|id| state.store.claim(id).is_none()) {
        follow(state);
    }
}

/// Next (1) or previous (-1) in the queue; false where it is not shown.
pub(crate) fn step_queue(state: &mut State, by: isize) -> bool {
    if state.view != View::Review {
        return false;
    }
    let Some(run) = &mut state.queue else { return false };
    if by > 0 {
        run.queue.skip(&state.store);
    } else {
        run.queue.back(&state.store);
    }
    show_current(state);
    true
}

/// The neighbour of the selected claim among the rows that Review lists; `None` where these are not known.
pub(super) fn listed_neighbour(state: &State, by: isize) -> Option<Option<ClaimId>> {
    let rows: &Arc<Vec<ClaimId>> = state.listed.as_ref()?;
    let next = neighbour(rows, state.selection.claim, by);
    Some(next.filter(|id| state.store.claim(*id).is_some()))
}
