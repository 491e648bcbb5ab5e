//! Pictures and points of charts.

use crate::app::App;
use crate::app::action::Action;
use crate::app::pictures;

/// Carries out what makes pictures; gives back what is not of this area.
pub(super) fn act(app: &mut App, action: Action) -> Option<Action> {
    match action {
        Action::Picture(order) => pictures::start(app, order),
        Action::PictureCopied => {
            if app.state.copied.take().is_some() {
                app.toast("Picture copied.", false);
            }
        }
        other => return Some(other),
    }
    None
}
