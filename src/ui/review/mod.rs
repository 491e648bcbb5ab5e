//! The Review view: every claim in one table, the sentence and the fields of the selected one always in sight.

mod bar;
mod bulk;
mod detail;
mod fields;
mod row;
mod table;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::Arc;

use egui::{CentralPanel, Frame, Panel, Ui};

use super::models::{Models, models};
use super::theme::{Theme, size};
use crate::app::{Action, State};
use crate::link::Conclusions;
use crate::show::{ReviewLook, Table};
use detail::DetailView;
use table::TableView;

/// What the view keeps between frames.
#[derive(Default)]
pub struct ReviewView {
    cached: Option<Cached>,
    bar: bar::BarView,
    table: TableView,
    bulk: bulk::BulkView,
    detail: DetailView,
}

/// The rows, and what they were made from.
struct Cached {
    generation: u64,
    num_claims: usize,
    project: PathBuf,
    look: ReviewLook,
    conclusions: Arc<Conclusions>,
    table: Arc<Table>,
}

impl ReviewView {
    /// Draws the view into all of `ui`.
    pub fn view_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 4.0);
        let models = models(ui.ctx(), state);
        let table = self.rows(state, &models);
        let theme = Theme::of(ui);
        let panel = Frame::new().fill(theme.color.panel);
        let height = ui.available_height();
        Panel::top("review bar")
            .exact_size(size::TOOL_BAR + 4.0)
            .frame(panel.inner_margin(egui::Margin::symmetric(12, 0)))
            .show(ui, |ui| self.bar.bar_ui(ui, state, &table, actions));
        let low = height < size::STRIP_THREE_MIN_HEIGHT - 70.0;
        Panel::bottom("review detail")
            .resizable(true)
            .default_size(if low { 186.0 } else { 214.0 })
            .size_range(120.0..=(height * 0.6).max(160.0))
            .frame(panel)
            .show(ui, |ui| self.detail.detail_ui(ui, state, actions));
        CentralPanel::no_frame().show(ui, |ui| {
            ui.painter().rect_filled(ui.max_rect(), 0, theme.color.sheet);
            let area = ui.max_rect();
            self.table.table_ui(ui, state, (&table, &models), actions);
            self.bulk.bulk_ui(ui, state, area, actions);
        });
    }

    fn rows(&mut self, state: &State, models: &Models) -> Arc<Table> {
        let holds = |cached: &Cached| {
            cached.generation == state.store.generation()
                && cached.num_claims == state.store.num_claims()
                && cached.look == state.review
                && cached.project == state.project.path
                && Arc::ptr_eq(&cached.conclusions, &state.conclusions)
        };
        if let Some(cached) = self.cached.as_ref().filter(|cached| holds(cached)) {
            return Arc::clone(&cached.table);
        }
        let table = Arc::new(Table::new(&state.store, &state.review, &models.findings.flags));
        self.cached = Some(Cached {
            generation: state.store.generation(),
            num_claims: state.store.num_claims(),
            project: state.project.path.clone(),
            look: state.review.clone(),
            conclusions: Arc::clone(&state.conclusions),
            table: Arc::clone(&table),
        });
        table
    }
}
