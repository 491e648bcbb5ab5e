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

/// On which side the open article stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// The open one on the left.
    #[default]
    Left,
    /// The open one on the right.
    Right,
}

impl Side {
    fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// The second article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BesideLook {
    /// Which; `None` while one is shown alone.
    pub article: Option<ArticleId>,
    /// Where the open one stands.
    pub side: Side,
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
            state.beside.side = state.beside.side.other();
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
    state.beside.side = Side::Left;
}

/// After another article was opened: where it is the one that stands beside, both stay where they are.
pub(super) fn follow(state: &mut State, before: Option<ArticleId>) {
    let beside = &mut state.beside;
    if beside.article.is_some() && beside.article == state.selection.article {
        beside.article = before.filter(|id| Some(*id) != beside.article);
        beside.side = beside.side.other();
    }
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

#[cfg(test)]
mod tests {
    use super::{BesideChange, Side, State, change_beside};
    use crate::show::testing;
    use crate::store::ArticleId;

    fn open() -> State {
        let mut state = State {
            store: testing::store(&[
                ("Herald", "2031-03-14", "{killed|Six people} died."),
                ("Post", "2031-03-13", "{killed|7 people} died."),
                ("Times", "2031-03-12", "Nothing."),
            ]),
            ..State::default()
        };
        state.selection.article = Some(ArticleId(1));
        state
    }

    fn sides(state: &State) -> (Option<i64>, Option<i64>, Side) {
        let number = |id: Option<ArticleId>| id.map(|id| id.0);
        (
            number(state.selection.article),
            number(state.beside.article),
            state.beside.side,
        )
    }

    #[test]
    fn a_claim_that_is_selected_on_the_right_moves_nothing() {
        let mut state = open();
        change_beside(&mut state, BesideChange::Open(ArticleId(2)));
        assert_eq!(sides(&state), (Some(1), Some(2), Side::Left));
        crate::app::act::select(&mut state, Some(ArticleId(2)), None);
        assert_eq!(sides(&state), (Some(2), Some(1), Side::Right));
        // another article takes the place of the one that was worked in
        crate::app::act::select(&mut state, Some(ArticleId(3)), None);
        assert_eq!(sides(&state), (Some(3), Some(1), Side::Right));
        change_beside(&mut state, BesideChange::Swap);
        assert_eq!(sides(&state), (Some(3), Some(1), Side::Left));
    }

    #[test]
    fn the_key_takes_the_article_that_was_open_before() {
        let mut state = open();
        crate::app::act::select(&mut state, Some(ArticleId(3)), None);
        change_beside(&mut state, BesideChange::Toggle);
        assert_eq!(sides(&state), (Some(3), Some(1), Side::Left));
        change_beside(&mut state, BesideChange::Toggle);
        assert_eq!(state.beside.article, None);
        // the open article itself goes to the right
        change_beside(&mut state, BesideChange::Open(ArticleId(3)));
        assert_eq!(
            (state.beside.article, state.selection.article),
            (Some(ArticleId(3)), Some(ArticleId(1)))
        );
    }
}
