//! Searching beside the window: the newest run wins, the last answer stays until it comes.

use std::path::PathBuf;
use std::sync::Arc;

use super::App;
use super::action::Action;
use super::state::{State, View};
use crate::jobs::{self, Slot, Token};
use crate::show::{
    FindChange, FindIn, Found, LibraryLook, LibrarySort, Query, WholeWords, find_in_article, find_query, library_order,
};
use crate::store::{ArticleId, Store};

/// The job that searches.
#[derive(Default)]
pub(super) struct Finding {
    slot: Slot<Found>,
    /// What the newest run was asked for.
    asked: Option<Asked>,
}

/// All that an answer hangs on.
#[derive(Clone, PartialEq)]
struct Asked {
    place: FindIn,
    text: String,
    whole_words: WholeWords,
    article: Option<ArticleId>,
    sort: LibrarySort,
    generation: u64,
    project: PathBuf,
}

impl Asked {
    fn new(state: &State) -> Option<Self> {
        let place = state.find.open?;
        Some(Self {
            place,
            text: state.find.text.clone(),
            whole_words: state.find.whole_words,
            article: state.selection.article.filter(|_| place == FindIn::Article),
            sort: state.library.sort,
            generation: state.store.generation(),
            project: state.project.path.clone(),
        })
    }

    fn query(&self) -> Query {
        find_query(&self.text, self.place, self.whole_words)
    }

    fn articles(&self, store: &Store) -> Vec<ArticleId> {
        match self.place {
            FindIn::Article => self.article.into_iter().collect(),
            FindIn::Project => library_order(
                store,
                &LibraryLook {
                    sort: self.sort,
                    ..LibraryLook::default()
                },
            ),
        }
    }

    fn run(&self, store: &Store, token: &Token) -> Found {
        let query = self.query();
        if query.is_empty() {
            return Found::new([]);
        }
        let found = jobs::map(
            &self.articles(store),
            jobs::num_threads(),
            token,
            |_| {},
            |id| find_in_article(store, store.article(*id)?, &query),
        );
        Found::new(found.into_iter().flatten().flatten())
    }
}

/// Carries out what concerns the search; gives back what does not.
pub(super) fn act(app: &mut App, action: Action) -> Option<Action> {
    match action {
        Action::Find(change) => change_find(&mut app.state, change),
        other => return Some(other),
    }
    None
}

/// Changes the search, and goes to a hit where one was asked for.
pub(crate) fn change_find(state: &mut State, change: FindChange) {
    if matches!(change, FindChange::Open(..)) {
        state.view = View::Read;
        state.library.table_open = false;
    }
    let Some((article, hit)) = state.find.change(change) else {
        return;
    };
    state.view = View::Read;
    state.library.table_open = false;
    let now = (state.selection.article, state.selection.claim);
    let (claim, is_note) = (hit.claim(), hit.claim().is_some());
    if is_note || now.0 != Some(article) {
        super::act::select(state, Some(article), claim);
    }
}

/// Begins a run where what is shown was found by other words, in other articles or before an edit.
pub(super) fn start(app: &mut App) {
    let asked = Asked::new(&app.state);
    if asked == app.finding.asked {
        return;
    }
    app.finding.asked.clone_from(&asked);
    let Some(asked) = asked else {
        app.finding.slot.stop();
        app.state.find.running = false;
        return;
    };
    app.state.find.running = true;
    let (store, wake) = (app.state.store.snapshot(), Arc::clone(&app.wake));
    app.finding
        .slot
        .start("find", move || wake(), move |token| asked.run(&store, token));
}

/// Takes a finished run; true where there was one.
pub(super) fn poll(app: &mut App) -> bool {
    let Some(failure) = app.finding.slot.poll().map(Result::err) else {
        return false;
    };
    app.state.find.running = false;
    if let Some(failure) = failure {
        app.problem("", &failure.sentence());
    } else if let Some(found) = app.finding.slot.take() {
        app.state.find.take(found);
    }
    true
}

/// Searches at once, for tests of views.
#[cfg(test)]
pub(crate) fn find_now(state: &mut State) {
    if let Some(asked) = Asked::new(state) {
        let found = asked.run(&state.store, &Token::new());
        state.find.take(found);
    }
}
