//! A second article beside the open one.

use super::App;
use super::action::Action;
use super::state::{State, View};
use crate::show::library_order;
use crate::store::ArticleId;

/// Whether two articles move at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scrolling {
    /// Both at once.
    #[default]
    Locked,
    /// Each by itself.
    Free,
}

/// The second article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BesideLook {
    /// Which; `None` while one is shown alone.
    pub article: Option<ArticleId>,
    /// How both scroll.
    pub scrolling: Scrolling,
}

/// What to change about the second article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BesideChange {
    /// Show this one beside the open one.
    Open(ArticleId),
    /// Show the article that was open before, else the next of the library; with one shown, close it.
    Toggle,
    /// Show one article alone.
    Close,
    /// Left becomes right.
    Swap,
    /// Let both move at once, or each by itself.
    Scroll(Scrolling),
}

/// Carries out what concerns the second article; gives back what does not.
pub(super) fn act(app: &mut App, action: Action) -> Option<Action> {
    match action {
        Action::Beside(change) => change_beside(&mut app.state, change),
        other => return Some(other),
    }
    None
}

/// Changes the second article.
pub(crate) fn change_beside(state: &mut State, change: BesideChange) {
    match change {
        BesideChange::Open(id) => open(state, id),
        BesideChange::Close => state.beside.article = None,
        BesideChange::Scroll(scrolling) => state.beside.scrolling = scrolling,
        BesideChange::Toggle if state.beside.article.is_some() => state.beside.article = None,
        BesideChange::Toggle => {
            if let Some(id) = other_article(state) {
                open(state, id);
            }
        }
        BesideChange::Swap => {
            if let (Some(left), Some(right)) = (state.selection.article, state.beside.article) {
                super::act::select(state, Some(right), None);
                state.beside.article = Some(left);
            }
        }
    }
}

fn open(state: &mut State, id: ArticleId) {
    state.view = View::Read;
    state.library.table_open = false;
    // the open article itself makes room for another one on the left
    if state.selection.article == Some(id) {
        let Some(other) = other_article(state) else { return };
        super::act::select(state, Some(other), None);
    }
    state.beside.article = Some(id);
}

/// The article that was open before the open one, else a neighbour in the library.
fn other_article(state: &State) -> Option<ArticleId> {
    let own = state.selection.article?;
    let seen = state.selection.back.iter().rev().filter_map(|(article, _)| *article);
    let before = seen
        .into_iter()
        .find(|id| *id != own && state.store.article(*id).is_some());
    before.or_else(|| {
        let order = library_order(&state.store, &state.library);
        let at = order.iter().position(|id| *id == own)?;
        let after = order.get(at + 1).or_else(|| order.get(at.checked_sub(1)?));
        after.copied()
    })
}
