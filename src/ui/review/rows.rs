//! The rows of the table: made in the frame where there are few, on a thread where there are many, so that typing in a
//! filter never waits. The last rows stay on screen meanwhile.

use std::sync::Arc;

use super::super::basis::Basis;
use crate::app::State;
use crate::jobs::{Slot, let_go};
use crate::show::{Flags, LinesBy, ReviewLook, Sources, Table};
use crate::store::Store;

/// Up to so many claims rows are made in the frame.
const FEW: usize = 2000;

/// Rows, and what they were made from.
#[derive(Clone)]
pub(super) struct Rows {
    ask: Ask,
    /// The rows.
    pub(super) table: Arc<Table>,
    /// Claims in conflict, falling totals, copies.
    pub(super) flags: Arc<Flags>,
    /// Sources by speaker.
    pub(super) speakers: Arc<Sources>,
}

/// What rows are made from, without the store itself.
#[derive(Clone)]
struct Ask {
    basis: Basis,
    look: ReviewLook,
}

impl Ask {
    fn of(state: &State) -> Self {
        Self {
            basis: Basis::of(state),
            look: state.review.clone(),
        }
    }

    fn holds(&self, state: &State) -> bool {
        self.basis.holds(state) && self.look == state.review
    }

    /// Makes the rows; `None` where `stop` says that nobody wants them any more.
    fn rows(self, store: &Store, flags: Option<Arc<Flags>>, stop: &dyn Fn() -> bool) -> Option<Rows> {
        let flags = flags.unwrap_or_else(|| Arc::new(Flags::new(store, &self.basis.conclusions)));
        if stop() {
            return None;
        }
        let table = Table::until(store, &self.look, &flags, stop)?;
        Some(Rows {
            table: Arc::new(table),
            flags,
            speakers: Arc::default(),
            ask: self,
        })
    }
}

/// The rows that are shown, and those under way. The sources of speakers take longer than the rows, so they come by
/// themselves: until then those of a moment ago are drawn.
#[derive(Default)]
pub(super) struct Listing {
    shown: Option<Rows>,
    asked: Option<Ask>,
    slot: Slot<Option<Rows>>,
    speakers: Speakers,
}

/// Sources by speaker. A run that has begun is waited for, since it cannot be stopped: however fast the analyst decides,
/// there is never more than one.
#[derive(Default)]
struct Speakers {
    shown: Option<(Basis, Arc<Sources>)>,
    slot: Slot<(Basis, Sources)>,
    /// What is under way.
    asked: Option<Basis>,
}

impl Speakers {
    fn sources(&mut self, wake: impl FnOnce() + Send + 'static, state: &State) -> Arc<Sources> {
        let failed = self.slot.poll().is_some_and(|result| result.is_err());
        if let Some(basis) = self.asked.take_if(|_| failed) {
            // what failed is not tried again
            let before = self.shown.take().map(|(_, sources)| sources);
            self.shown = Some((basis, before.unwrap_or_default()));
        }
        if let Some((basis, sources)) = self.slot.take() {
            let_go(self.shown.replace((basis, Arc::new(sources))));
        }
        let of_project = |shown: &&(Basis, Arc<Sources>)| shown.0.project == state.project.path;
        let shown = self.shown.as_ref().filter(of_project);
        if !shown.is_some_and(|(basis, _)| basis.holds(state)) && !self.slot.is_running() {
            let (basis, store) = (Basis::of(state), state.store.snapshot());
            self.asked = Some(basis.clone());
            self.slot.start("speakers of Review", wake, move |_| {
                let sources = Sources::named(&store, &basis.names, LinesBy::Speaker);
                (basis, sources)
            });
        }
        shown.map_or_else(Arc::default, |(_, sources)| Arc::clone(sources))
    }

    fn at_once(&mut self, state: &State) -> Arc<Sources> {
        if let Some((basis, sources)) = &self.shown
            && basis.holds(state)
        {
            return Arc::clone(sources);
        }
        self.slot.stop();
        let sources = Arc::new(Sources::named(&state.store, &state.names, LinesBy::Speaker));
        self.shown = Some((Basis::of(state), Arc::clone(&sources)));
        sources
    }
}

impl Listing {
    /// The rows to be shown now; `None` while the first are under way. `true` with them where they are new.
    /// `wake` is called on another thread once these have come.
    pub(super) fn rows(&mut self, wake: impl Fn() + Clone + Send + 'static, state: &State) -> (Option<Rows>, bool) {
        let mut is_new = false;
        let arrived = matches!(self.slot.poll(), Some(Ok(_)));
        if let Some(rows) = self.slot.take().flatten().filter(|_| arrived) {
            let_go(self.shown.replace(rows));
            is_new = true;
        }
        if self
            .shown
            .as_ref()
            .is_some_and(|rows| rows.ask.basis.project != state.project.path)
        {
            let_go(self.shown.take());
        }
        let few = state.store.num_claims() <= FEW;
        let speakers = if few {
            self.speakers.at_once(state)
        } else {
            self.speakers.sources(wake.clone(), state)
        };
        let holds = self.shown.as_ref().is_some_and(|rows| rows.ask.holds(state));
        let under_way = self.slot.is_running() && self.asked.as_ref().is_some_and(|ask| ask.holds(state));
        if !holds && !under_way {
            is_new |= self.ask(wake, state);
        }
        if let Some(rows) = &mut self.shown {
            rows.speakers = speakers;
        }
        (self.shown.clone(), is_new)
    }

    /// True while newer rows are under way.
    pub(super) fn is_running(&self) -> bool {
        self.slot.is_running()
    }

    /// Makes rows, or begins to; true where they are there.
    fn ask(&mut self, wake: impl FnOnce() + Send + 'static, state: &State) -> bool {
        let ask = Ask::of(state);
        let kept = self.shown.as_ref().filter(|rows| rows.ask.basis.holds(state));
        let flags = kept.map(|rows| Arc::clone(&rows.flags));
        if state.store.num_claims() <= FEW {
            self.slot.stop();
            self.shown = ask.rows(&state.store, flags, &|| false);
            return true;
        }
        self.asked = Some(ask.clone());
        let store = state.store.snapshot();
        self.slot.start("rows of Review", wake, move |token| {
            ask.rows(&store, flags, &|| token.stale())
        });
        false
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::Listing;
    use crate::app::State;
    use crate::show::testing::{claim, store};
    use crate::show::testing_sample::varland;

    #[test]
    fn few_rows_are_made_in_the_frame_and_kept_until_something_changes() {
        let mut state = State {
            store: varland(),
            ..State::default()
        };
        let mut listing = Listing::default();
        let (rows, is_new) = listing.rows(|| {}, &state);
        let rows = rows.expect("rows at once");
        assert!(is_new && !listing.is_running());
        assert_eq!(rows.table.num_claims, state.store.num_claims());
        assert!(!listing.rows(|| {}, &state).1, "the same again is not made anew");
        state.review.text = "lawyers".to_owned();
        let (fewer, is_new) = listing.rows(|| {}, &state);
        let fewer = fewer.expect("rows at once");
        assert!(is_new && fewer.table.rows.len() < rows.table.rows.len());
        assert!(
            std::sync::Arc::ptr_eq(&fewer.flags, &rows.flags)
                && std::sync::Arc::ptr_eq(&fewer.speakers, &rows.speakers),
            "words change neither flags nor speakers"
        );
        let edit = state.store.set_note(&[claim(&state.store, "63")], "x");
        state.store.commit(edit, "2031-03-15T09:00:00Z");
        assert!(listing.rows(|| {}, &state).1);
    }

    #[test]
    fn many_rows_are_made_beside_the_frame_and_the_last_ones_stay() {
        let texts: Vec<String> = (0..60)
            .map(|day| {
                let claims = (0..40).map(|number| format!("{{killed|{} dead in {day}}}. ", number + 1));
                claims.collect()
            })
            .collect();
        let articles: Vec<(&str, &str, &str)> = texts.iter().map(|text| ("A", "2031-03-14", text.as_str())).collect();
        let mut state = State {
            store: store(&articles),
            ..State::default()
        };
        let (woken, wake) = channel();
        let call = || {
            let woken = woken.clone();
            move || woken.send(()).expect("the test listens")
        };
        let mut listing = Listing::default();
        let (rows, is_new) = listing.rows(call(), &state);
        assert!(rows.is_none() && !is_new && listing.is_running());
        wake.recv().expect("the window is woken");
        let (rows, is_new) = listing.rows(call(), &state);
        assert!(is_new && rows.is_some_and(|rows| rows.table.rows.len() == 2400));
        for typed in ["d", "de", "dead in 7"] {
            state.review.text = typed.to_owned();
            let (rows, is_new) = listing.rows(call(), &state);
            assert!(
                !is_new && rows.is_some_and(|rows| rows.table.rows.len() == 2400),
                "{typed}"
            );
        }
        while listing.is_running() {
            wake.recv().expect("the window is woken");
            listing.rows(call(), &state);
        }
        let (rows, _) = listing.rows(call(), &state);
        let shown = rows.expect("rows").table.rows.len();
        assert!(shown > 0 && shown < 2400, "the newest words hold: {shown}");
    }
}
