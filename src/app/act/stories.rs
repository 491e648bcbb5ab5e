//! What the analyst does with stories: split, joined, named, left to themselves again.

use crate::app::App;
use crate::app::action::Action;
use crate::show::story_edit;

/// Carries out what concerns stories; gives back what is not of this area.
pub(super) fn act(app: &mut App, action: Action) -> Option<Action> {
    match action {
        Action::Story(act) => {
            let edit = story_edit(&app.state.store, &app.state.conclusions, &act);
            app.commit(edit);
            None
        }
        other => Some(other),
    }
}

/// Takes over which articles the story of the filter has after a run of conclusions; one that is gone is no filter.
pub(super) fn follow(app: &mut App) {
    let state = &mut app.state;
    let gone = state.filter.follow(&state.conclusions);
    if state.review.within.is_some() {
        state.review.within = Some(state.filter.clone()).filter(|filter| !filter.is_empty());
    }
    if let Some(name) = gone {
        app.toast(&format!("The story “{name}” is no more: all stories are shown"), false);
    }
}
