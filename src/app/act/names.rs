//! What the analyst does with names: joined, taken out, called, read otherwise; and how they are listed.

use crate::app::App;
use crate::app::action::{Action, NamesChange};
use crate::app::rereading;
use crate::app::state::{State, View};
use crate::base::Span;
use crate::link::{NameRef, NameSort, Reach, clean_name};
use crate::show::{NameAct, NameTarget, name_edit, names_list};
use crate::store::ArticleId;

/// Carries out what concerns names; gives back what is not of this area.
pub(super) fn act(app: &mut App, action: Action) -> Option<Action> {
    match action {
        Action::Name(act) => {
            let edit = name_edit(&app.state.store, &app.state.names, &act);
            let edit = rereading::with_claims(app, edit);
            if app.commit(edit) {
                follow(&mut app.state, &act);
            }
            None
        }
        other => look(&mut app.state, other),
    }
}

/// Carries out what only changes what is shown; gives back what is not of this area.
pub(crate) fn look(state: &mut State, action: Action) -> Option<Action> {
    match action {
        Action::Names(change) => list(state, change),
        Action::SelectMention(article, span) => select(state, article, span),
        Action::OpenMention(article, span) => {
            state.view = View::Read;
            state.library.table_open = false;
            super::select::select(state, Some(article), None);
            select(state, article, span);
            state.selection.jump += 1;
        }
        Action::NextName => step(state, 1),
        Action::PreviousName => step(state, -1),
        other => return Some(other),
    }
    None
}

fn list(state: &mut State, change: NamesChange) {
    let look = &mut state.names_look;
    match change {
        NamesChange::Filter(text) => look.text = text,
        NamesChange::Sort(sort) => look.sort = sort,
        NamesChange::Order(order) => look.order = order,
        NamesChange::Open(name) => {
            look.open = name;
            state.selection.mention = None;
        }
        NamesChange::Merges(open) => look.merges_open = open,
        NamesChange::Show(name) => {
            look.open = Some(name);
            look.merges_open = false;
            state.view = View::Names;
        }
    }
}

/// Selects a mention, and opens its entity.
fn select(state: &mut State, article: ArticleId, span: Span) {
    state.selection.claim = None;
    state.selection.mention = Some((article, span));
    let row = state.names.at(article, span).and_then(|row| state.names.rows.get(row));
    if let Some(row) = row {
        state.names_look.open = Some(row.name_ref.clone());
    }
}

/// Keeps in sight what was acted on.
pub(crate) fn follow(state: &mut State, act: &NameAct) {
    let open = &mut state.names_look.open;
    match act {
        NameAct::Same(_, into) | NameAct::InOffice(_, into) => *open = Some(into.clone()),
        NameAct::TakeOut(target) | NameAct::Call(target @ NameTarget::These(_), _) => {
            *open = Some(target.name_ref().clone());
        }
        NameAct::Retype(_, kind) => {
            if let Some(open) = open {
                open.sort = NameSort::Name(*kind);
            }
        }
        NameAct::Make(article, span, kind, _) => {
            let text = state.store.article(*article).map_or("", |article| article.text());
            *open = Some(NameRef {
                sort: NameSort::Name(*kind),
                words: clean_name(span.of(text)),
                reach: Reach::Mention(article.0.unsigned_abs(), *span),
            });
            state.selection.mention = Some((*article, *span));
        }
        NameAct::NotAName(_) => state.selection.mention = None,
        NameAct::Call(..) | NameAct::KeepApart(..) | NameAct::NotInOffice(..) | NameAct::Forget(_) => {}
    }
}

/// The next name of the article in Read, of the list elsewhere.
fn step(state: &mut State, by: isize) {
    if state.view == View::Read {
        let Some(article) = state.selection.article else { return };
        let marks = state.names.marks(article);
        let current = state.selection.mention.filter(|(own, _)| *own == article);
        let at = current.and_then(|(_, span)| marks.iter().position(|(mark, _)| *mark == span));
        if let Some((span, _)) = next(at, by).and_then(|at| marks.get(at)).copied() {
            select(state, article, span);
            state.selection.claim = None;
            state.selection.jump += 1;
        }
        return;
    }
    let names = std::sync::Arc::clone(&state.names);
    let rows = names_list(&state.store, &names, &state.names_look);
    let open = state.names_look.open.as_ref().and_then(|name| names.find(name));
    let at = open.and_then(|open| rows.iter().position(|row| *row == open));
    let row = next(at, by)
        .and_then(|at| rows.get(at))
        .and_then(|row| names.rows.get(*row));
    if let Some(row) = row {
        list(state, NamesChange::Open(Some(row.name_ref.clone())));
    }
}

/// The place `by` steps from `at`, the first where nothing is selected.
fn next(at: Option<usize>, by: isize) -> Option<usize> {
    at.map_or(Some(0), |at| at.checked_add_signed(by))
}
