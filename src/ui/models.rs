//! What the views draw, made anew only when the project or the look changed.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, Id};

use crate::app::State;
use crate::link::Conclusions;
use crate::show::{
    ChartInput, Charts, CompareLook, DayTable, Filter, Finding, Findings, KindChart, LinesBy, Merged, Names, Sources,
    TableBy, corrected, findings, kind_chart,
};
use crate::store::ClaimId;

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
}

#[derive(Clone)]
struct Cached {
    generation: u64,
    num_claims: usize,
    project: PathBuf,
    look: CompareLook,
    filter: Filter,
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
            && self.filter == state.filter
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
        filter: state.filter.clone(),
        conclusions: Arc::clone(&state.conclusions),
        names: Arc::clone(&state.names),
        models: Arc::clone(&models),
    };
    ctx.data_mut(|data| data.insert_temp(id, cached));
    models
}

fn build(state: &State) -> Models {
    let store = &state.store;
    let look = &state.compare;
    let mut sources = Sources::named(store, &state.names, look.lines_by);
    let speakers = if sources.lines_by == LinesBy::Speaker {
        sources.clone()
    } else {
        Sources::named(store, &state.names, LinesBy::Speaker)
    };
    if look.merge_copies {
        sources = sources.merged(&Merged::new(store, &state.conclusions));
    }
    let mut found = findings(store, &state.conclusions, &sources);
    let mut input = ChartInput::new(store, look, &sources, &speakers);
    input.filter = state.filter.clone();
    input.corrected = corrected(store, &state.conclusions);
    let charts = Charts::new(&input);
    let table = kind_chart(&input, look.table_kind);
    if !state.filter.is_empty() {
        found.rows.retain_mut(|row| passes(state, row));
    }
    Models {
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
fn passes(state: &State, row: &mut Finding) -> bool {
    let store = &state.store;
    let passes = |claim: &ClaimId| {
        let record = store.claim(*claim);
        record.is_some_and(|record| state.filter.passes(store, record))
    };
    let had_sides = row.sides.len() > 1;
    row.sides.retain(|side| passes(&side.claim));
    if had_sides {
        row.sides.len() > 1
    } else {
        row.claims.iter().any(passes)
    }
}
