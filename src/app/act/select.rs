//! What is selected, hovered, checked.

use std::collections::BTreeSet;

use crate::app::App;
use crate::app::action::{Action, CheckState};
use crate::app::beside;
use crate::app::state::{State, View};
use crate::show::{self, Flags, library::LibraryList};
use crate::store::{ArticleId, ClaimId};

/// How many selections Back remembers.
const MAX_BACK: usize = 200;

/// Carries out what changes the selection; gives back what is not of this area.
pub(super) fn act(app: &mut App, action: Action) -> Option<Action> {
    let state = &mut app.state;
    match action {
        Action::SelectArticle(id) => select(state, Some(id), None),
        Action::SelectClaim(id) => select_claim(state, id),
        Action::OpenInRead(id) => {
            state.view = View::Read;
            state.library.table_open = false;
            select_claim(state, id);
        }
        Action::SelectNone => {
            state.selection.claim = None;
            state.selection.mention = None;
        }
        Action::Hover(id) => state.selection.hovered = id,
        Action::NextClaim => step_claim(state, 1),
        Action::PreviousClaim => step_claim(state, -1),
        Action::NextArticle => step_article(state, 1),
        Action::PreviousArticle => step_article(state, -1),
        Action::Back => back(state),
        Action::Forward => forward(state),
        Action::Check(ids, how) => check(&mut state.selection.checked, ids, how),
        Action::CheckArticles(ids, how) => check(&mut state.selection.articles, ids, how),
        other => return Some(other),
    }
    None
}

fn check<T: Ord>(checked: &mut BTreeSet<T>, ids: Vec<T>, how: CheckState) {
    match how {
        CheckState::On => checked.extend(ids),
        CheckState::Off => ids.iter().for_each(|id| {
            checked.remove(id);
        }),
        CheckState::Only => *checked = ids.into_iter().collect(),
    }
}

/// Selects an article and a claim of it, and remembers what was selected.
pub(in crate::app) fn select(state: &mut State, article: Option<ArticleId>, claim: Option<ClaimId>) {
    let selection = &mut state.selection;
    let now = (article, claim);
    let before = (selection.article, selection.claim);
    selection.jump += 1;
    selection.mention = None;
    if now == before {
        return;
    }
    if before != (None, None) {
        selection.back.push(before);
        if selection.back.len() > MAX_BACK {
            selection.back.remove(0);
        }
    }
    selection.forward.clear();
    (selection.article, selection.claim) = now;
    beside::follow(state, before.0);
}

fn select_claim(state: &mut State, id: ClaimId) {
    if let Some(claim) = state.store.claim(id) {
        let article = claim.article;
        select(state, Some(article), Some(id));
    }
}

fn step_claim(state: &mut State, by: isize) {
    if super::review::step_queue(state, by) {
        return;
    }
    if state.view == View::Review
        && let Some(next) = super::review::listed_neighbour(state, by)
    {
        next.into_iter().for_each(|id| select_claim(state, id));
        return;
    }
    let rows: Vec<ClaimId> = match (state.view, state.selection.article) {
        (View::Review, _) => review_rows(state),
        (_, Some(article)) => state.store.claims_of(article).map(|claim| claim.id).collect(),
        (_, None) => Vec::new(),
    };
    if let Some(id) = neighbour(&rows, state.selection.claim, by) {
        select_claim(state, id);
    }
}

/// The claims that Review shows, in its order.
fn review_rows(state: &State) -> Vec<ClaimId> {
    let flags = Flags::new(&state.store, &state.conclusions);
    show::rows(&state.store, &state.review, &flags)
}

fn step_article(state: &mut State, by: isize) {
    let rows: Vec<ArticleId> = LibraryList::new(&state.store, &state.library).articles().collect();
    if let Some(id) = neighbour(&rows, state.selection.article, by) {
        select(state, Some(id), None);
    }
}

/// The row `by` steps from `current`; the first or last one where nothing is selected; `None` past the ends.
pub(super) fn neighbour<T: Copy + PartialEq>(rows: &[T], current: Option<T>, by: isize) -> Option<T> {
    let at = current.and_then(|current| rows.iter().position(|row| *row == current));
    match at {
        Some(at) => rows.get(at.checked_add_signed(by)?).copied(),
        None if by > 0 => rows.first().copied(),
        None => rows.last().copied(),
    }
}

fn exists(state: &State, (article, claim): (Option<ArticleId>, Option<ClaimId>)) -> bool {
    article.is_none_or(|id| state.store.article(id).is_some()) && claim.is_none_or(|id| state.store.claim(id).is_some())
}

fn back(state: &mut State) {
    while let Some(place) = state.selection.back.pop() {
        if exists(state, place) {
            let now = (state.selection.article, state.selection.claim);
            state.selection.forward.push(now);
            (state.selection.article, state.selection.claim) = place;
            state.selection.jump += 1;
            beside::follow(state, now.0);
            return;
        }
    }
}

fn forward(state: &mut State) {
    while let Some(place) = state.selection.forward.pop() {
        if exists(state, place) {
            let now = (state.selection.article, state.selection.claim);
            state.selection.back.push(now);
            (state.selection.article, state.selection.claim) = place;
            state.selection.jump += 1;
            beside::follow(state, now.0);
            return;
        }
    }
}

/// Drops what is selected and no longer there; opens the first article where none is.
pub(in crate::app) fn mend(state: &mut State) {
    super::review::follow_lost(state);
    let store = &state.store;
    let selection = &mut state.selection;
    selection.claim = selection.claim.filter(|id| store.claim(*id).is_some());
    selection.hovered = selection.hovered.filter(|id| store.claim(*id).is_some());
    selection.checked.retain(|id| store.claim(*id).is_some());
    selection.articles.retain(|id| store.article(*id).is_some());
    selection.article = selection.article.filter(|id| store.article(*id).is_some());
    if selection.article.is_none() {
        selection.article = LibraryList::new(store, &state.library).articles().next();
    }
}
