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
