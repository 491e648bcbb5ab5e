//! What the views draw, made anew only when the project or the look changed.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, Id};

use crate::app::State;
use crate::link::Conclusions;
use crate::show::{Charts, CompareLook, DayTable, Findings, KindChart, LinesBy, Names, Sources, findings, kind_chart};

/// Models of charts, table and findings.
pub(in crate::ui) struct Models {
    /// Charts of the kinds that are shown.
    pub(in crate::ui) charts: Charts,
    /// The chart behind the table of sources by day.
    pub(in crate::ui) table: KindChart,
    /// The table itself.
    pub(in crate::ui) days: DayTable,
    /// Sources by speaker, for tables and cards.
    pub(in crate::ui) speakers: Sources,
    /// Conflicts and falling totals; their sides are numbers in `charts.sources`.
    pub(in crate::ui) findings: Findings,
}

#[derive(Clone)]
struct Cached {
    generation: u64,
    num_claims: usize,
    project: PathBuf,
    look: CompareLook,
    conclusions: Arc<Conclusions>,
    names: Arc<Names>,
    models: Arc<Models>,
}

impl Cached {
    fn holds(&self, state: &State) -> bool {
        self.generation == state.store.generation()
            && self.num_claims == state.store.num_claims()
            && Arc::ptr_eq(&self.conclusions, &state.conclusions)
            && Arc::ptr_eq(&self.names, &state.names)
            && self.look == state.compare
            && self.project == state.project.path
    }
}

/// The models of `state`, from the frame before where nothing changed.
pub(in crate::ui) fn models(ctx: &Context, state: &State) -> Arc<Models> {
    let id = Id::unique("models of charts");
    let cached = ctx.data(|data| data.get_temp::<Cached>(id));
    if let Some(cached) = cached.filter(|cached| cached.holds(state)) {
        return cached.models;
    }
    let models = Arc::new(build(state));
    let cached = Cached {
        generation: state.store.generation(),
        num_claims: state.store.num_claims(),
        project: state.project.path.clone(),
        look: state.compare.clone(),
        conclusions: Arc::clone(&state.conclusions),
        names: Arc::clone(&state.names),
        models: Arc::clone(&models),
    };
    ctx.data_mut(|data| data.insert_temp(id, cached));
    models
}

fn build(state: &State) -> Models {
    let (store, look) = (&state.store, &state.compare);
    let sources = Sources::named(store, &state.names, look.lines_by);
    let found = findings(store, &state.conclusions, &sources);
    let speakers = if sources.lines_by == LinesBy::Speaker {
        sources.clone()
    } else {
        Sources::named(store, &state.names, LinesBy::Speaker)
    };
    let charts = Charts::new(store, look, &sources, &speakers);
    let table = kind_chart(store, look, (&sources, &speakers), look.table_kind);
    Models {
        days: DayTable::new(&table),
        table,
        charts,
        speakers,
        findings: found,
    }
}
