//! Opening article files: found, read and extracted beside the window, then added as one edit.

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::App;
use super::incoming;
use super::read_files::{Outcome, Request, Snapshot, run};
use super::state::{Progress, Shown};
use crate::article::passed_sentence;
use crate::jobs::{Slot, Token};
use crate::store::{Change, Edit, NewArticle};

/// Work that lasts longer than this is shown with its progress.
const PROGRESS_AFTER: Duration = Duration::from_millis(500);

/// Steps of the job under way, counted by its threads.
#[derive(Default)]
pub(super) struct Steps {
    pub(super) done: AtomicUsize,
    pub(super) total: AtomicUsize,
    /// The file that is being taken apart, before any article is read.
    pub(super) file: Mutex<String>,
}

impl Steps {
    /// Says which file is being taken apart; none where it is empty.
    pub(super) fn tell_file(&self, file: String) {
        if let Ok(mut told) = self.file.lock() {
            *told = file;
        }
    }
}

/// The job that opens articles, and what waits for it.
#[derive(Default)]
pub(super) struct Opening {
    slot: Slot<Outcome>,
    waiting: VecDeque<Request>,
    steps: Arc<Steps>,
    since: Option<Instant>,
    /// What was read and waits for the analyst's word.
    pub(super) held: Option<Outcome>,
    /// What the progress says while articles are read.
    label: String,
}

/// Asks for articles to be opened; they wait while others are being opened.
pub(super) fn open(app: &mut App, request: Request) {
    app.opening.waiting.push_back(request);
    start_next(app);
}

/// Asks for files and folders to be opened.
pub(super) fn open_paths(app: &mut App, paths: Vec<PathBuf>) {
    open(app, Request::Paths(paths));
}

/// Stops the job under way; what it has not finished is not added.
pub(super) fn cancel(app: &mut App) {
    let opening = &mut app.opening;
    opening.slot.stop();
    opening.waiting.clear();
    opening.since = None;
    if app.state.messages.progress.take().is_some() {
        app.toast("Stopped. Nothing was added.", false);
    }
}

pub(super) fn start_next(app: &mut App) {
    if app.opening.since.is_some() || app.opening.held.is_some() {
        return;
    }
    let Some(request) = app.opening.waiting.pop_front() else {
        return;
    };
    let snapshot = Snapshot {
        store: app.state.store.clone(),
        today: (app.clock.today)(),
    };
    let steps = Arc::new(Steps::default());
    app.opening.steps = Arc::clone(&steps);
    app.opening.since = Some(Instant::now());
    app.opening.label = request.label();
    app.state.messages.progress = Some(Progress {
        label: request.label(),
        done: 0,
        total: 0,
        visible: false,
    });
    let wake = Arc::clone(&app.wake);
    let step_wake = Arc::clone(&app.wake);
    app.opening.slot.start(
        "open articles",
        move || wake(),
        move |token: &Token| run(request, &snapshot, token, &steps, &*step_wake),
    );
}

/// Takes what the job brought; true where something that is shown has changed.
pub(super) fn poll(app: &mut App) -> bool {
    let Some(failure) = app.opening.slot.poll().map(Result::err) else {
        return update_progress(app);
    };
    app.opening.since = None;
    app.state.messages.progress = None;
    if let Some(failure) = failure {
        app.problem("", &failure.sentence());
    } else if let Some(outcome) = app.opening.slot.take() {
        match incoming::hold(app, outcome) {
            Some(outcome) => add(app, outcome),
            None => return true,
        }
    }
    start_next(app);
    true
}

fn update_progress(app: &mut App) -> bool {
    let (Some(since), Some(progress)) = (app.opening.since, app.state.messages.progress.as_mut()) else {
        return false;
    };
    let before = progress.clone();
    progress.done = app.opening.steps.done.load(Ordering::Relaxed);
    progress.total = app.opening.steps.total.load(Ordering::Relaxed);
    let file = app
        .opening
        .steps
        .file
        .lock()
        .map(|file| file.clone())
        .unwrap_or_default();
    progress.label = if file.is_empty() {
        app.opening.label.clone()
    } else {
        format!("Opening {file}")
    };
    progress.visible = since.elapsed() >= PROGRESS_AFTER;
    *progress != before
}

/// Notes how many articles of which format were read: "added: 3 Html, 1 Text".
fn log_kinds(articles: &[NewArticle]) {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for article in articles {
        *kinds
            .entry(format!("{:?}", article.reading.article.format))
            .or_default() += 1;
    }
    let shown: Vec<String> = kinds.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    log::info!("articles to be added: {}", shown.join(", "));
}

/// Adds what was read as one undo step, and says what was not added.
pub(super) fn add(app: &mut App, outcome: Outcome) {
    for (file, sentence) in &outcome.problems {
        app.problem(file, sentence);
    }
    let Outcome {
        tables,
        articles,
        again,
        already,
        known_tables,
        records,
        twins,
        is_sample: outcome_is_sample,
        passed_over,
        ..
    } = outcome;
    if let Some(first) = already.first() {
        let sentence = match already.len() {
            1 => format!("“{first}” is in the project already. It was not added again."),
            others => format!(
                "“{first}” and {} more are in the project already. They were not added again.",
                others - 1
            ),
        };
        app.toast(&sentence, false);
    }
    super::importing::ask(app, tables);
    super::records::ask(app, records);
    for id in known_tables {
        super::importing::ask_again(app, id);
    }
    let passed = passed_sentence(passed_over);
    if articles.is_empty() {
        if let Some(passed) = passed {
            app.toast(&passed, false);
        }
        return;
    }
    let (articles, sources): (Vec<NewArticle>, Vec<_>) = articles.into_iter().unzip();
    log_kinds(&articles);
    let mut edit = app.state.store.add_articles(articles);
    let mut draft = app.state.store.clone();
    draft.apply(&edit);
    for (id, reading) in again {
        let (again, _) = draft.reread(id, reading, crate::read::RULES_VERSION);
        draft.apply(&again);
        edit = Edit::new(edit.label, edit.changes.into_iter().chain(again.changes).collect());
    }
    super::watching::mark(app, &mut edit);
    let first = edit.changes.iter().find_map(|change| match change {
        Change::Article(id, Some(_)) => Some(*id),
        _ => None,
    });
    let is_added = app.commit_with(edit, sources);
    if let Some(toast) = app.state.messages.toasts.last_mut().filter(|_| is_added) {
        toast.shows = first.map(Shown::Article);
        // said with what was added, once for all files: this is as it should be, and no problem
        if let Some(passed) = passed {
            toast.sentence = format!("{}. {passed}", toast.sentence);
        }
    }
    // those of the import before wait still to be looked at
    app.state.batch.twins += twins;
    if outcome_is_sample {
        super::act::decide_sample(app);
    }
}
