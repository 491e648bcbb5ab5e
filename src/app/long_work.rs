//! Work of some seconds beside the window that may be stopped: its thread counts, the place for progress tells.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::App;
use super::state::{Messages, Progress};
use crate::jobs::{Failure, Slot, Token};

/// Work that lasts longer than this shows how far it is.
const PROGRESS_AFTER: Duration = Duration::from_millis(500);

/// How far the work is, counted by its thread.
#[derive(Default)]
struct Steps {
    done: AtomicUsize,
    total: AtomicUsize,
}

/// One piece of work at a time.
pub(super) struct LongWork<T> {
    slot: Slot<T>,
    steps: Arc<Steps>,
    since: Option<Instant>,
    token: Token,
    label: String,
}

impl<T> Default for LongWork<T> {
    fn default() -> Self {
        Self {
            slot: Slot::default(),
            steps: Arc::default(),
            since: None,
            token: Token::default(),
            label: String::new(),
        }
    }
}

/// What became of the work since the last look.
pub(super) enum News<T> {
    /// It goes on, or there is none; true where it is further than it was shown.
    GoesOn(bool),
    /// It is done.
    Ended(Result<T, Failure>),
}

impl<T: Send + 'static> LongWork<T> {
    /// True from the start until [`LongWork::poll`] gave what came of it.
    pub(super) fn is_running(&self) -> bool {
        self.since.is_some()
    }

    /// Stops the work; true where there was some. Its thread tells when it has given up: until then it may still be writing.
    pub(super) fn stop(&self) -> bool {
        self.token.stop();
        self.is_running()
    }

    /// Takes what came, and brings the progress up to date.
    pub(super) fn poll(&mut self, messages: &mut Messages) -> News<T> {
        let Some(failure) = self.slot.poll().map(Result::err) else {
            return News::GoesOn(self.update(messages));
        };
        self.since = None;
        if self.shows(messages) {
            messages.progress = None;
        }
        News::Ended(match (failure, self.slot.take()) {
            (None, Some(done)) => Ok(done),
            (failure, _) => Err(failure.unwrap_or(Failure::Stopped)),
        })
    }

    /// Other long work may have put its own progress in the place.
    fn shows(&self, messages: &Messages) -> bool {
        let progress = messages.progress.as_ref();
        progress.is_some_and(|progress| progress.label == self.label)
    }

    fn update(&self, messages: &mut Messages) -> bool {
        let Some(since) = self.since.filter(|_| self.shows(messages)) else {
            return false;
        };
        let Some(progress) = messages.progress.as_mut() else {
            return false;
        };
        let before = progress.clone();
        progress.done = self.steps.done.load(Ordering::Relaxed);
        progress.total = self.steps.total.load(Ordering::Relaxed);
        progress.visible = since.elapsed() >= PROGRESS_AFTER;
        *progress != before
    }
}

/// Begins work in the place that `of` gives; `work` gets the word to stop and what it tells its steps, done and all.
pub(super) fn start<T: Send + 'static>(
    app: &mut App,
    of: fn(&mut App) -> &mut LongWork<T>,
    label: String,
    work: impl FnOnce(&Token, &dyn Fn(usize, usize)) -> T + Send + 'static,
) {
    let (wake, step_wake) = (Arc::clone(&app.wake), Arc::clone(&app.wake));
    if app.state.messages.progress.is_none() {
        app.state.messages.progress = Some(Progress {
            label: label.clone(),
            done: 0,
            total: 0,
            visible: false,
        });
    }
    let long = of(app);
    let steps = Arc::new(Steps::default());
    let token = Token::new();
    long.steps = Arc::clone(&steps);
    long.token = token.clone();
    long.since = Some(Instant::now());
    long.label = label;
    long.slot.start(
        &long.label,
        move || wake(),
        move |_| {
            let progress = move |done: usize, total: usize| {
                let before = steps.done.swap(done, Ordering::Relaxed);
                steps.total.store(total, Ordering::Relaxed);
                // a step is seen where it is one in a hundred
                if before * 100 / total.max(1) != done * 100 / total.max(1) {
                    step_wake();
                }
            };
            work(&token, &progress)
        },
    );
}
