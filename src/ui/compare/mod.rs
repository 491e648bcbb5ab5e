//! The Compare view: charts by kind on one time axis, conflicts, the table of sources by day.

mod adopt;
mod adopt_days;
#[cfg(test)]
mod beside_tests;
mod card;
mod conflicts;
mod ends;
mod export;
mod falls;
mod filter;
mod finding;
mod grid;
mod ground;
mod key;
mod legend;
mod navigate;
pub(in crate::ui) mod paint;
mod plot;
mod ruling;
mod sides;
mod stack;
mod stories;
mod strip;
mod table;
#[cfg(test)]
mod tests;
pub(in crate::ui) mod toolbar;

use std::sync::Arc;

use egui::{Align, CentralPanel, Frame, Id, Layout, Margin, Panel, Ui, UiBuilder, vec2};

use super::models::{Models, models};
use super::theme::{Theme, size};
use super::widgets::hairline_ui;
use super::wish;
use crate::app::{Action, State};
use crate::store::ClaimId;
use conflicts::FindingsView;
use filter::FilterView;
use stack::StackView;
use table::TableView;
use toolbar::OwnTable;

pub(in crate::ui) use export::{copy_order, sight};
pub use strip::strip_ui;

/// From this width on the conflicts have an area of their own.
const FINDINGS_MIN: f32 = size::LIBRARY_FULL_MIN;
/// Below this height the table is folded to its bar.
const TABLE_MIN_HEIGHT: f32 = size::STRIP_THREE_MIN_HEIGHT - 70.0;

/// What the view keeps between frames.
#[derive(Default)]
pub struct CompareView {
    stack: StackView,
    table: TableView,
    findings: FindingsView,
    filter: FilterView,
    own_table: OwnTable,
    /// True while the window is low: tells when it became so.
    low: bool,
    /// The figure under the pointer, in charts or table.
    hovered: Option<ClaimId>,
}

impl CompareView {
    /// Draws the view into all of `ui`.
    pub fn view_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        let models = models(ui.ctx(), state);
        let theme = Theme::of(ui);
        let rect = ui.available_rect_before_wrap();
        let wide = rect.width() >= FINDINGS_MIN;
        let low = rect.height() < TABLE_MIN_HEIGHT;
        if low != self.low {
            self.low = low;
            self.table.folded = low;
        }
        let panel = Frame::new().fill(theme.color.panel);
        if wide {
            Panel::right("findings")
                .default_size(372.0)
                .size_range(352.0..=620.0)
                .frame(panel)
                .show(ui, |ui| self.findings.list_ui(ui, state, &models, actions));
        }
        Panel::top("compare bar")
            .exact_size(size::TOOL_BAR)
            .frame(panel.inner_margin(Margin::symmetric(12, 0)))
            .show(ui, |ui| {
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    toolbar::bar_ui(ui, (state, &models), self, actions);
                });
            });
        self.foot_ui(ui, (state, &models), wide, actions);
        CentralPanel::no_frame().show(ui, |ui| self.charts_ui(ui, state, &models, actions));
        tell_hover(ui, "compare", self.hovered.take(), actions);
    }

    fn charts_ui(&mut self, ui: &mut Ui, state: &State, models: &Arc<Models>, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        ui.painter().rect_filled(ui.max_rect(), 0, theme.color.sheet);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), 38.0),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.add_space(8.0);
                legend::legend_ui(ui, state, models, actions);
            },
        );
        hairline_ui(ui);
        if !state.filter.is_empty() {
            let size = vec2(ui.available_width(), 32.0);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(12.0);
                filter::chips_ui(ui, state, actions);
            });
            hairline_ui(ui);
        }
        let rest = ui.available_rect_before_wrap();
        let mut inside = ui.new_child(UiBuilder::new().max_rect(rest));
        if models.charts.days.is_none() {
            key::nothing_ui(&mut inside, state, models, actions);
        } else {
            self.hovered = self
                .stack
                .stack_ui(&mut inside, state, models, actions)
                .or(self.hovered);
        }
    }

    fn foot_ui(&mut self, ui: &mut Ui, (state, models): (&State, &Models), wide: bool, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        let panel = Frame::new().fill(theme.color.panel);
        let tab = format!("Conclusions {}", models.findings.rows.len());
        let tab = (!wide).then_some(tab.as_str());
        if !wide && wish::is_beside(ui.ctx()) {
            (self.table.findings, self.table.folded) = (true, false);
        }
        let findings = !wide && self.table.findings;
        if !self.table.folded {
            let most = (ui.available_height() * 0.5).max(120.0);
            let (name, height) = if findings {
                ("conclusions", most)
            } else {
                ("table of days", 186.0)
            };
            Panel::bottom(name)
                .resizable(true)
                .default_size(most.min(height))
                .size_range(60.0..=most)
                .frame(panel)
                .show(ui, |ui| {
                    if findings {
                        self.findings.list_ui(ui, state, models, actions);
                    } else {
                        self.hovered = self.table.days_ui(ui, state, models, actions);
                    }
                });
        }
        Panel::bottom("table bar")
            .exact_size(40.0)
            .frame(panel.inner_margin(Margin::symmetric(12, 0)))
            .show(ui, |ui| {
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    self.table.bar_ui(ui, (state, models), tab, actions);
                });
            });
    }
}

/// Tells the other views which figure is under the pointer, once when it changes; `place` tells who asks.
fn tell_hover(ui: &Ui, place: &str, now: Option<ClaimId>, actions: &mut Vec<Action>) {
    let id = Id::unique(("hovered in", place));
    let before = ui.data(|data| data.get_temp::<Option<ClaimId>>(id)).flatten();
    if before != now {
        ui.data_mut(|data| data.insert_temp(id, now));
        actions.push(Action::Hover(now));
    }
}
