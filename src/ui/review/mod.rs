//! The Review view: every claim in one table, the sentence and the fields of the selected one always in sight.

mod bar;
mod bulk;
mod bulk_field;
mod choices;
mod detail;
mod dialog;
mod fields;
mod filters;
mod heads;
mod row;
mod rows;
mod table;
mod tagging;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_many;
#[cfg(test)]
mod tests_room;

pub(in crate::ui) use super::shell::keys_of as key_of;
pub(in crate::ui) use dialog::ReviewDialog;
pub(in crate::ui) use fields::{Dress, FIELD_KEYS, FieldsView};
pub(in crate::ui) use row::label as claim_label;
pub(in crate::ui) use tagging::{article_tags_ui, claim_tags_ui, name_tags_ui};

use std::sync::Arc;

use egui::{CentralPanel, Frame, Panel, Ui};

use super::queue::QueueView;
use super::theme::{Theme, Type, size};
use super::widgets::label_ui;
use crate::app::{Action, ReviewAct, State};
use detail::DetailView;
use rows::{Listing, Rows};
use table::TableView;

/// In views that are narrower or lower sentence and fields take turns below the table.
const TABS_MAX: (f32, f32) = (820.0, 440.0);
/// In lower views the parts of the filter stand in the filter itself.
const CHIPS_MIN_HEIGHT: f32 = 360.0;
/// Height of the line that stands there while no claim is selected.
const HINT_HEIGHT: f32 = 40.0;

/// Where the parts of the filter that hold are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Chips {
    /// In a row of their own.
    BelowBar,
    /// In what the button opens.
    InFilter,
}

/// What the view keeps between frames.
#[derive(Default)]
pub struct ReviewView {
    listing: Listing,
    bar: bar::BarView,
    table: TableView,
    bulk: bulk::BulkView,
    detail: DetailView,
    queue: QueueView,
}

impl ReviewView {
    /// Draws the view into all of `ui`.
    pub fn view_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 4.0);
        let wake = ui.ctx().clone();
        let (rows, is_new) = self.listing.rows(move || wake.request_repaint(), state);
        let Some(rows) = rows else {
            waiting_ui(ui);
            return;
        };
        if is_new {
            let listed = Arc::new(rows.table.rows.clone());
            actions.push(Action::Review(ReviewAct::Listed(listed)));
        }
        match &state.queue {
            Some(run) => self.queue.queue_ui(ui, (state, run, &*rows.flags), actions),
            None => self.rows_ui(ui, state, &rows, actions),
        }
    }

    fn rows_ui(&mut self, ui: &mut Ui, state: &State, rows: &Rows, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        let panel = Frame::new().fill(theme.color.panel);
        let (width, height) = (ui.available_width(), ui.available_height());
        let bar = panel.inner_margin(egui::Margin::symmetric(12, 0));
        let late = self.listing.is_running();
        let chips = if height < CHIPS_MIN_HEIGHT {
            Chips::InFilter
        } else {
            Chips::BelowBar
        };
        Panel::top("review bar")
            .exact_size(if chips == Chips::InFilter {
                size::TOOL_BAR - 6.0
            } else {
                size::TOOL_BAR + 4.0
            })
            .frame(bar)
            .show(ui, |ui| self.bar.bar_ui(ui, state, (&rows.table, late, chips), actions));
        if !state.review.is_clear() && chips == Chips::BelowBar {
            Panel::top("review filter")
                .exact_size(34.0)
                .frame(bar)
                .show(ui, |ui| filters::chips_ui(ui, state, actions));
        }
        // where text is large one thing is shown after the other, so that rows stay in sight
        let tabs = width < TABS_MAX.0 || height < TABS_MAX.1;
        let (id, usual, least) = match (tabs, height < size::STRIP_THREE_MIN_HEIGHT - 70.0) {
            // its height is remembered for windows of about this height
            (true, _) => (1 + (height / 60.0) as u32, (height * 0.38).clamp(104.0, 176.0), 76.0),
            (_, true) => (0, 212.0, 120.0),
            _ => (0, 320.0, 120.0),
        };
        if detail::has_claim(state) {
            Panel::bottom(("review detail", id))
                .resizable(true)
                .default_size(usual)
                .size_range(least..=(height * 0.6).max(160.0))
                .frame(panel)
                .show(ui, |ui| {
                    if tabs {
                        self.detail.tabs_ui(ui, state, actions);
                    } else {
                        self.detail.detail_ui(ui, state, actions);
                    }
                });
        } else {
            // the rows have the room until there is something to tell
            Panel::bottom("review hint")
                .exact_size(HINT_HEIGHT)
                .frame(panel)
                .show(ui, |ui| detail::nothing_ui(ui, state, ui.max_rect()));
        }
        CentralPanel::no_frame().show(ui, |ui| {
            ui.painter().rect_filled(ui.max_rect(), 0, theme.color.sheet);
            let area = ui.max_rect();
            self.table.table_ui(ui, state, rows, actions);
            self.bulk.bulk_ui(ui, state, area, actions);
        });
    }
}

/// What is shown until the first rows of a large project are there.
fn waiting_ui(ui: &mut Ui) {
    let c = &Theme::of(ui).color;
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.4);
        label_ui(ui, "Listing claims", Type::Body, c.muted);
    });
}
