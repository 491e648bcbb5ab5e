//! How things are shown: views, filters, charts, theme.

use crate::app::App;
use crate::app::action::{Action, CompareChange};
use crate::app::state::{State, View};
use crate::show::{FilterChange, Sources};

/// Sizes of text and controls in percent.
pub const TEXT_SIZES_PERCENT: [u16; 8] = [75, 85, 100, 115, 130, 150, 175, 200];

/// Carries out what changes the look; gives back what is not of this area.
pub(super) fn act(app: &mut App, action: Action) -> Option<Action> {
    let action = list(&mut app.state, action)?;
    let action = setting(app, action)?;
    let state = &mut app.state;
    match action {
        Action::Show(view) => state.view = view,
        Action::Compare(change) => compare(state, change),
        Action::Filter(change) => filter(state, change),
        Action::ReviewWithin(on) => state.review.within = on.then(|| state.filter.clone()),
        Action::Dismiss(Some(index)) if index < state.messages.problems.len() => {
            state.messages.problems.remove(index);
        }
        Action::Dismiss(Some(_)) => {}
        Action::Dismiss(None) => state.messages.problems.clear(),
        Action::DropToast(number) => state.messages.toasts.retain(|toast| toast.number != number),
        other => return Some(other),
    }
    None
}

/// Filters and orders of lists.
fn list(state: &mut State, action: Action) -> Option<Action> {
    match action {
        Action::FilterLibrary(text) => state.library.text = text,
        Action::ToReviewOnly(on) => {
            state.library.to_review_only = on;
            state.library.orphaned_only = false;
        }
        Action::OrphanedOnly(on) => {
            state.library.orphaned_only = on;
            state.library.to_review_only = false;
            if on {
                state.view = View::Read;
            }
        }
        Action::SortLibrary(sort) => state.library.sort = sort,
        Action::ShowArticleTable(open) => state.library.table_open = open,
        Action::FilterReview(text) => state.review.text = text,
        Action::UnreviewedOnly(on) => {
            state.review.unreviewed_only = on;
            state.review.in_conflict_only &= !on;
        }
        Action::InConflictOnly(on) => {
            state.review.in_conflict_only = on;
            state.review.unreviewed_only &= !on;
        }
        Action::ReviewKind(None) => state.review.kinds.clear(),
        Action::ReviewKind(Some(kind)) => {
            if !state.review.kinds.remove(&kind) {
                state.review.kinds.insert(kind);
            }
        }
        Action::SortReview(column) => {
            let same = state.review.sort_column == column;
            state.review.descending = same && !state.review.descending;
            state.review.sort_column = column;
        }
        other => return Some(other),
    }
    None
}

/// Choices that are kept on this machine.
fn setting(app: &mut App, action: Action) -> Option<Action> {
    let settings = &mut app.state.settings;
    match action {
        Action::SetTheme(theme) => settings.theme = theme,
        Action::SetTextSize(percent) => {
            let nearest = TEXT_SIZES_PERCENT.into_iter().min_by_key(|size| size.abs_diff(percent));
            settings.text_size_percent = nearest.unwrap_or(100);
        }
        Action::ShowMarks(on) => settings.show_marks = on,
        Action::ShowNames(on) => settings.show_names = on,
        Action::ShowLibrary(on) => settings.show_library = on,
        Action::SetKeys(command, keys) => {
            settings.keys.insert(command, keys);
        }
        other => return Some(other),
    }
    app.keep_settings();
    None
}

/// Changes which figures count; Review follows where it was told to.
pub(crate) fn filter(state: &mut State, change: FilterChange) {
    state.filter.change(change);
    if state.review.within.is_some() {
        state.review.within = Some(state.filter.clone()).filter(|filter| !filter.is_empty());
    }
}

/// Changes how charts are drawn.
pub(crate) fn compare(state: &mut State, change: CompareChange) {
    let look = &mut state.compare;
    match change {
        CompareChange::LinesBy(lines_by) => {
            look.lines_by = lines_by;
            look.hidden.clear();
        }
        CompareChange::DaysBy(days_by) => look.days_by = days_by,
        CompareChange::Layout(layout) => look.layout = layout,
        CompareChange::Scale(scale) => look.scale = scale,
        CompareChange::Kinds(kinds) => look.choose_kinds(kinds),
        CompareChange::Toggle(source) => {
            if !look.hidden.remove(&source) {
                look.hidden.insert(source);
            }
        }
        CompareChange::Isolate(source) => isolate(state, &source),
        CompareChange::ShowAll => look.hidden.clear(),
        CompareChange::TableKind(kind) => look.table_kind = kind,
        CompareChange::ShowRejected(on) => look.show_rejected = on,
        CompareChange::ShowSpread(on) => look.show_spread = on,
        CompareChange::MergeCopies(on) => look.merge_copies = on,
    }
}

/// Shows one source alone; where it is alone already, shows all.
fn isolate(state: &mut State, source: &str) {
    let all = Sources::named(&state.store, &state.names, state.compare.lines_by)
        .rows
        .into_iter();
    let others = all.map(|row| row.key).filter(|key| key != source).collect();
    let look = &mut state.compare;
    if look.hidden == others {
        look.hidden.clear();
    } else {
        look.hidden = others;
    }
}
