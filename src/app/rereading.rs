//! Reading all articles again beside the window, when the rules are newer than what the project holds or when asked.

use std::sync::Arc;

use super::App;
use super::again;
use super::state::Progress;
use crate::article::Article;
use crate::jobs::{self, Slot};
use crate::read::{self, RULES_VERSION, Reading};
use crate::store::{ArticleId, Change, Edit, RereadSummary};

/// The job that reads all articles again.
#[derive(Default)]
pub(super) struct Rereading {
    slot: Slot<Vec<(ArticleId, Reading)>>,
}

/// Begins to read again where an article was read by other rules than these.
pub(super) fn start_if_stale(app: &mut App) {
    let stale = app
        .state
        .store
        .articles()
        .any(|article| article.rules_version != RULES_VERSION);
    if stale && !app.state.project.read_only {
        start(app);
    }
}

/// Begins to read all articles again.
pub(super) fn start(app: &mut App) {
    if app.state.store.num_articles() == 0 || app.state.messages.progress.is_some() {
        return;
    }
    let store = app.state.store.clone();
    let knowledge = again::knowledge(&store, (app.clock.today)());
    app.state.messages.progress = Some(Progress {
        label: format!("Reading {} articles again", store.num_articles()),
        done: 0,
        total: 0,
        visible: true,
    });
    let wake = Arc::clone(&app.wake);
    app.rereading.slot.start(
        "read again",
        move || wake(),
        move |token| {
            let rows: Vec<_> = store.articles().map(Arc::clone).collect();
            let alone = jobs::map(
                &rows,
                jobs::num_threads(),
                token,
                |_| {},
                |row| {
                    read::alone_article(
                        &again::reading_name(row),
                        Article::clone(&row.reading.article),
                        &knowledge,
                    )
                },
            );
            // an article that panics keeps the reading that it has
            let (ids, alone): (Vec<ArticleId>, Vec<_>) = rows
                .iter()
                .zip(alone)
                .filter_map(|(row, alone)| Some((row.id, alone.ok()?)))
                .unzip();
            ids.into_iter().zip(read::together(alone)).collect()
        },
    );
}

/// Stops the job under way; nothing is changed.
pub(super) fn cancel(app: &mut App) {
    app.rereading.slot.stop();
}

/// Takes a finished run as one undo step; true where there was one.
pub(super) fn poll(app: &mut App) -> bool {
    let Some(failure) = app.rereading.slot.poll().map(Result::err) else {
        return false;
    };
    app.state.messages.progress = None;
    if let Some(failure) = failure {
        app.problem("", &failure.sentence());
    } else if let Some(readings) = app.rereading.slot.take() {
        take(app, readings);
    }
    true
}

fn take(app: &mut App, readings: Vec<(ArticleId, Reading)>) {
    let mut draft = app.state.store.clone();
    let mut changes: Vec<Change> = Vec::new();
    let mut sum = RereadSummary::default();
    let num_articles = readings.len();
    for (id, reading) in readings {
        let (edit, summary) = draft.reread(id, reading, RULES_VERSION);
        draft.apply(&edit);
        changes.extend(edit.changes);
        sum.added += summary.added;
        sum.changed += summary.changed;
        sum.removed += summary.removed;
        sum.vanished += summary.vanished;
    }
    let label = format!(
        "{num_articles} articles read again: {} claims new, {} changed, {} gone; your decisions stay",
        sum.added, sum.changed, sum.removed
    );
    if !app.commit(Edit::new(label, changes)) {
        app.toast("All articles were read again. Nothing changed.", false);
    }
    if sum.vanished > 0 {
        let sentence = format!(
            "{} claims that you decided on are no longer found by the machine. They stay and are marked.",
            sum.vanished
        );
        app.problem("", &sentence);
    }
}
