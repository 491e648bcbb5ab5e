//! The table of sources by day below the charts, and the key of the marks.

use egui::{Align2, Rect, Sense, Ui, vec2};

use super::super::models::Models;
use super::super::theme::{Theme, Type, icons, size};
use super::super::widgets::{IconButton, segmented_ui};
use super::grid::Grid;
use crate::app::{Action, CompareChange, State};
use crate::show::{DayTable, LinesBy, words};
use crate::store::ClaimId;

/// Width of the column of names.
pub(super) const NAMES: f32 = 190.0;
/// Widest and narrowest day.
const DAY: (f32, f32) = (96.0, 250.0);

/// What the table keeps between frames.
#[derive(Default)]
pub(super) struct TableView {
    /// True where only its bar is shown.
    pub(super) folded: bool,
    /// True where the findings stand in its place (narrow windows).
    pub(super) findings: bool,
    /// True where columns are weeks.
    weeks: bool,
    /// The claim that was brought into sight last.
    shown: Option<ClaimId>,
}

impl TableView {
    /// The bar above the table: kinds, the key of the marks, copy and fold. `tab` names the tab of findings where they
    /// have no room of their own.
    pub(super) fn bar_ui(
        &mut self,
        ui: &mut Ui,
        (state, models): (&State, &Models),
        tab: Option<&str>,
        actions: &mut Vec<Action>,
    ) {
        ui.spacing_mut().item_spacing.x = 8.0;
        let kinds = &state.compare.kinds;
        let mut names: Vec<&str> = kinds.iter().map(|kind| words::kind(*kind)).collect();
        names.extend(tab);
        let findings = tab.is_some() && self.findings;
        let chosen = kinds
            .iter()
            .position(|kind| *kind == state.compare.table_kind && !findings);
        let chosen = if findings {
            kinds.len()
        } else {
            chosen.unwrap_or(usize::MAX)
        };
        if let Some(at) = segmented_ui(ui, chosen, &names) {
            self.findings = at == kinds.len();
            self.folded = false;
            if let Some(kind) = kinds.get(at) {
                actions.push(Action::Compare(CompareChange::TableKind(*kind)));
            }
        }
        ui.add_space(8.0);
        super::key::key_ui(ui);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let (icon, name) = if self.folded {
                (icons::PREVIOUS_CLAIM, "Show the table")
            } else {
                (icons::NEXT_CLAIM, "Fold the table")
            };
            if ui.add(IconButton::new(icon, name)).clicked() {
                self.folded = !self.folded;
            }
            if ui.add(IconButton::new(icons::COPY_TABLE, "Copy the table")).clicked() {
                ui.ctx().copy_text(self.as_text(models));
            }
            let weeks = IconButton::new(icons::DATE, "Columns by week").on(self.weeks);
            if ui
                .add(weeks.help("One column for each week, or for each day"))
                .clicked()
            {
                self.weeks = !self.weeks;
            }
        });
    }
}

/// The head of the column of names.
pub(super) fn head_of(by: LinesBy) -> &'static str {
    match by {
        LinesBy::Speaker => "Speaker",
        LinesBy::Publisher => "Publisher",
        LinesBy::Article | LinesBy::Automatic => "Article",
        LinesBy::SpeakerInPublisher => "Speaker in publisher",
    }
}

/// A figure as it is copied: with plain blanks.
fn plain(figure: &crate::quantity::Figure) -> String {
    words::figure(figure).replace('\u{a0}', " ")
}

impl TableView {
    fn table<'m>(&self, models: &'m Models) -> &'m DayTable {
        if self.weeks { &models.weeks } else { &models.days }
    }

    fn as_text(&self, models: &Models) -> String {
        let chart = &models.table;
        let name = |source: usize| {
            let row = models.charts.sources.get(source);
            row.map(|row| row.source.name.clone()).unwrap_or_default()
        };
        let figure = |point: usize| {
            chart
                .points
                .get(point)
                .map(|point| plain(&point.figure))
                .unwrap_or_default()
        };
        self.table(models).lines(head_of(models.charts.lines_by), name, figure)
    }

    /// Draws the table into all of `ui`; the names stay while days scroll. Gives the figure under the pointer.
    pub(super) fn days_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        models: &Models,
        actions: &mut Vec<Action>,
    ) -> Option<ClaimId> {
        let table = self.table(models);
        let rect = ui.available_rect_before_wrap();
        ui.painter().rect_filled(rect, 0, Theme::of(ui).color.sheet);
        if table.rows.is_empty() {
            nothing_ui(ui, models);
            return None;
        }
        let room = (rect.width() - NAMES - 12.0) / table.days.len().max(1) as f32;
        let day_width = room.clamp(DAY.0, DAY.1);
        let width = NAMES + day_width * table.days.len() as f32;
        let selected = state.selection.claim;
        let fresh = selected.filter(|_| selected != self.shown);
        self.shown = selected;
        let mut hovered = None;
        let height = size::TABLE_ROW * (table.rows.len() + 1) as f32;
        egui::ScrollArea::both()
            .id_salt("table of days")
            .auto_shrink([false, false])
            .show_viewport(ui, |ui, viewport| {
                let (all, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
                let grid = Grid {
                    state,
                    models,
                    table,
                    origin: all.min,
                    viewport,
                    day_width,
                };
                if let Some(cell) = fresh.and_then(|claim| grid.place(claim)) {
                    // names and head lie over the cells beside them
                    let cell = Rect::from_min_max(cell.min - vec2(NAMES, size::TABLE_ROW), cell.max);
                    ui.scroll_to_rect(cell, None);
                }
                hovered = grid.cells_ui(ui, actions);
                grid.names(ui);
                grid.head(ui);
            });
        hovered
    }
}

fn nothing_ui(ui: &mut Ui, models: &Models) {
    // Takes all the room, else the panel would shrink.
    let rect = ui.available_rect_before_wrap();
    ui.allocate_rect(rect, Sense::hover());
    let kind = words::kind(models.table.kind).to_lowercase();
    let words = format!("No figures for {kind} with a day and a number");
    let c = &Theme::of(ui).color;
    ui.painter()
        .text(rect.center(), Align2::CENTER_CENTER, words, Type::Small.font(), c.faint);
}
