//! Carries actions out, one file per area; the top only forwards.

mod articles;
mod decide;
mod files;
pub(crate) mod look;
pub(crate) mod names;
mod picture;
mod project;
pub(crate) mod review;
mod select;
mod stories;

use super::App;
use super::action::Action;
use super::beside;
use super::desktop;
use super::finding;
use super::told_text;

/// Carries one action out.
pub(super) fn act(app: &mut App, action: Action) {
    let Some(action) = super::history::act(app, action) else {
        return;
    };
    let Some(action) = desktop::act(app, action) else {
        return;
    };
    let Some(action) = select::act(app, action) else { return };
    let Some(action) = review::act(app, action) else { return };
    let Some(action) = look::act(app, action) else { return };
    let Some(action) = finding::act(app, action) else {
        return;
    };
    let Some(action) = beside::act(app, action) else {
        return;
    };
    let Some(action) = names::act(app, action) else { return };
    let Some(action) = stories::act(app, action) else {
        return;
    };
    let Some(action) = decide::act(app, action) else { return };
    let Some(action) = told_text::act(app, action) else {
        return;
    };
    let Some(action) = articles::act(app, action) else {
        return;
    };
    let Some(action) = crate::app::batch::act(app, action) else {
        return;
    };
    let Some(action) = files::act(app, action) else { return };
    let Some(action) = picture::act(app, action) else {
        return;
    };
    let Some(action) = super::handover::act(app, action) else {
        return;
    };
    project::act(app, action);
}

/// Drops what is selected and no longer there.
pub(super) fn mend_selection(state: &mut super::state::State) {
    select::mend(state);
    state.compare.follow_figures(&state.store);
}

/// The filter takes over which articles its story has by now.
pub(super) fn follow_story(app: &mut App) {
    stories::follow(app);
}

/// Selects an article and a claim of it, and remembers what was selected.
pub(super) fn select(
    state: &mut super::state::State,
    article: Option<crate::store::ArticleId>,
    claim: Option<crate::store::ClaimId>,
) {
    select::select(state, article, claim);
}

/// Opens a project file.
pub(super) fn open_project(app: &mut App, path: std::path::PathBuf) {
    project::open(app, path);
}

/// Makes an untitled project where none is open.
pub(super) fn need_project(app: &mut App) {
    project::need_project(app);
}

/// Opens the sample project.
pub(super) fn demo(app: &mut App, project: Option<std::path::PathBuf>, fresh: bool) {
    project::demo(app, project, fresh);
}

/// Makes the decisions that the sample begins with.
pub(super) fn decide_sample(app: &mut App) {
    project::decide_sample(app);
}
