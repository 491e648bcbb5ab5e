//! What the views draw, made anew only when the project or the look changed.

use std::sync::{Arc, Mutex, PoisonError};

use egui::{Context, Id};

use super::basis::Basis;
use crate::app::State;
use crate::jobs::{Slot, let_go};
use crate::show::{
    ChartInput, Charts, CompareLook, DayTable, Filter, Finding, Findings, KindChart, LinesBy, Merged, OpenDay, Sources,
    TableBy, corrected, findings, kind_chart, open_days,
};
use crate::store::{ClaimId, Store};

/// Models of charts, table and findings.
pub(in crate::ui) struct Models {
    /// Charts of the kinds that are shown.
    pub(in crate::ui) charts: Charts,
    /// The chart behind the table of sources by day.
    pub(in crate::ui) table: KindChart,
    /// The table itself.
    pub(in crate::ui) days: DayTable,
    /// The same by week.
    pub(in crate::ui) weeks: DayTable,
    /// What lines stand for: the rows of `charts.sources`.
    pub(in crate::ui) sources: Sources,
    /// Sources by speaker, for tables and cards.
    pub(in crate::ui) speakers: Sources,
    /// Conflicts and falling totals; their sides are numbers in `charts.sources`.
    pub(in crate::ui) findings: Findings,
    /// Days of what is charted without an adopted figure.
    pub(in crate::ui) open_days: Vec<OpenDay>,
}

/// Up to so many claims models are made at once, within a frame; above that beside the window.
const AT_ONCE: usize = 1_000;

/// What models hang on.
#[derive(Clone)]
struct Key {
    basis: Basis,
    look: CompareLook,
    filter: Filter,
}

impl Key {
    fn of(state: &State) -> Self {
        Self {
            basis: Basis::of(state),
            look: state.compare.clone(),
            filter: state.filter.clone(),
        }
    }

    fn holds(&self, state: &State) -> bool {
        self.basis.holds(state) && self.look == state.compare && self.filter == state.filter
    }
}

/// The models that are shown, and those that are being made.
#[derive(Default)]
struct Making {
    shown: Option<(Key, Arc<Models>)>,
    slot: Slot<(Key, Models)>,
    /// What could not be drawn: it is not tried again.
    failed: Option<Key>,
    /// What is being made.
    under_way: Option<Key>,
}

impl Making {
    /// The models of `state`; where there are more than `at_once` claims those of a moment ago, until a run beside the
    /// window calls `wake`.
    fn models(&mut self, state: &State, at_once: usize, wake: impl FnOnce() + Send + 'static) -> Arc<Models> {
        self.take();
        if let Some((key, models)) = &self.shown
            && key.holds(state)
        {
            return Arc::clone(models);
        }
        if state.store.num_claims() <= at_once {
            let key = Key::of(state);
            let models = Arc::new(build(&key, &state.store));
            self.shown = Some((key, Arc::clone(&models)));
            return models;
        }
        // A run that is no longer the newest ends all the same: in a row of quick edits something new is seen at times.
        let tried = self.failed.as_ref().is_some_and(|failed| failed.holds(state));
        if !self.slot.is_running() && !tried {
            let (key, store) = (Key::of(state), state.store.snapshot());
            self.under_way = Some(key.clone());
            self.slot.start("charts", wake, move |_| {
                let models = build(&key, &store);
                (key, models)
            });
        }
        let of_project = |shown: &&(Key, Arc<Models>)| shown.0.basis.project == state.project.path;
        match self.shown.as_ref().filter(of_project) {
            Some((_, models)) => Arc::clone(models),
            None => {
                let nothing = State::default();
                Arc::new(build(&Key::of(&nothing), &nothing.store))
            }
        }
    }

    fn take(&mut self) {
        let failed = self.slot.poll().is_some_and(|result| result.is_err());
        if failed {
            self.failed = self.under_way.take();
        }
        if let Some((key, models)) = self.slot.take() {
            let_go(self.shown.replace((key, Arc::new(models))));
        }
    }
}

/// The models of `state`, from the frame before where nothing changed.
pub(in crate::ui) fn models(ctx: &Context, state: &State) -> Arc<Models> {
    let id = Id::unique("models of charts");
    let making = ctx.data_mut(|data| Arc::clone(data.get_temp_mut_or_default::<Arc<Mutex<Making>>>(id)));
    let woken = ctx.clone();
    let wake = move || woken.request_repaint();
    making
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .models(state, AT_ONCE, wake)
}

fn build(key: &Key, store: &Store) -> Models {
    let look = &key.look;
    let mut sources = Sources::named(store, &key.basis.names, look.lines_by);
    let speakers = if sources.lines_by == LinesBy::Speaker {
        sources.clone()
    } else {
        Sources::named(store, &key.basis.names, LinesBy::Speaker)
    };
    if look.merge_copies {
        sources = sources.merged(&Merged::new(store, &key.basis.conclusions));
    }
    let mut found = findings(store, &key.basis.conclusions, &sources);
    let mut input = ChartInput::new(store, look, &sources, &speakers);
    input.filter = key.filter.clone();
    input.corrected = corrected(store, &key.basis.conclusions);
    let charts = Charts::new(&input);
    let table = kind_chart(&input, look.table_kind);
    if !key.filter.is_empty() {
        found.rows.retain_mut(|row| passes(&key.filter, store, row));
    }
    Models {
        open_days: open_days(store, &key.basis.conclusions, &charts),
        days: DayTable::new(&table),
        weeks: DayTable::by(&table, TableBy::Week),
        table,
        charts,
        speakers,
        findings: found,
        sources,
    }
}

/// Keeps the sides whose figures pass the filter; true where enough is left to disagree.
fn passes(filter: &Filter, store: &Store, row: &mut Finding) -> bool {
    let passes = |claim: &ClaimId| {
        let record = store.claim(*claim);
        record.is_some_and(|record| filter.passes(store, record))
    };
    let had_sides = row.sides.len() > 1;
    row.sides.retain(|side| passes(&side.claim));
    if had_sides {
        row.sides.len() > 1
    } else {
        row.claims.iter().any(passes)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::Making;
    use crate::show::testing::store;
    use crate::ui::testing::TestBackend;

    #[test]
    fn many_claims_are_drawn_beside_the_window() {
        let text = "{killed total @police|3 people} died, police said. {injured total @police|5 people} were hurt.";
        let mut state = TestBackend::new(store(&[("A", "2031-03-14", text)])).state;
        state.project.path = "one.tally".into();
        let mut making = Making::default();
        let figures = |models: &super::Models| {
            models
                .charts
                .kinds
                .iter()
                .map(|chart| chart.points.len())
                .sum::<usize>()
        };
        let (woken, wake) = channel();
        let told = woken.clone();
        let first = making.models(&state, 1, move || told.send(()).unwrap());
        assert_eq!(figures(&first), 0);
        wake.recv().unwrap();
        let second = making.models(&state, 1, || ());
        assert_eq!(figures(&second), 2);
        // what changed is drawn a moment later, and until then what was
        state.filter.place = "Estrava".to_owned();
        let told = woken.clone();
        let stale = making.models(&state, 1, move || told.send(()).unwrap());
        assert!(std::sync::Arc::ptr_eq(&stale, &second));
        wake.recv().unwrap();
        assert!(!std::sync::Arc::ptr_eq(&making.models(&state, 1, || ()), &second));
        // figures of another project are never shown
        state.project.path = "two.tally".into();
        assert_eq!(figures(&making.models(&state, 1, || ())), 0);
        // few claims are drawn at once
        state.filter.place.clear();
        assert_eq!(figures(&making.models(&state, 2, || ())), 2);
    }
}
