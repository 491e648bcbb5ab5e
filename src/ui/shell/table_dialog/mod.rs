//! Asks what the columns of a table of claims mean, and shows what would become of its rows.

mod kinds;
mod parts;
mod preview;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use egui::{ScrollArea, Ui};

use self::preview::Preview;
use super::super::theme::{Theme, Type};
use super::super::widgets::{PushButton, hairline_ui, label_ui, named_row_ui, segmented_ui};
use super::path_dialog::Step;
use crate::app::{Action, BatchAct, OpenTable};
use crate::article::Grid;
use crate::read::{Cells, Mapping, cells};
use crate::show::words;

/// Width of the dialog in points.
const WIDTH: f32 = 820.0;
/// Width of the names of rows.
const NAME_WIDTH: f32 = 150.0;
/// Width of a choice.
const PICK_WIDTH: f32 = 220.0;

/// The open question.
pub(super) struct TableDialog {
    mapping: Mapping,
    /// The first day as typed.
    first_day: String,
    preview: Preview,
    seen: Seen,
}

/// A table with the cells of each column counted once, the commonest first.
struct Seen {
    table: Arc<OpenTable>,
    cells: Vec<Cells>,
}

impl Seen {
    fn new(table: &Arc<OpenTable>) -> Self {
        let columns = table.grid.columns.iter();
        Self {
            cells: columns.map(|column| cells(&table.grid, column)).collect(),
            table: Arc::clone(table),
        }
    }

    fn grid(&self) -> &Grid {
        &self.table.grid
    }

    /// The cells of a column; none for a column that is not there.
    fn cells(&self, column: &str) -> &[(String, usize)] {
        let at = self.grid().column(column);
        at.and_then(|at| self.cells.get(at)).map_or(&[], Vec::as_slice)
    }
}

impl TableDialog {
    /// The question about a table.
    pub(super) fn new(table: &Arc<OpenTable>) -> Self {
        let mapping = table.mapping.clone();
        Self {
            first_day: mapping.first_day.map(words::day).unwrap_or_default(),
            preview: Preview::new(table, &mapping),
            seen: Seen::new(table),
            mapping,
        }
    }

    /// True while it asks about this table.
    pub(super) fn is_about(&self, table: &Arc<OpenTable>) -> bool {
        Arc::ptr_eq(&self.seen.table, table)
    }

    /// Draws the dialog.
    pub(super) fn dialog_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) -> Step {
        let c = &Theme::of(ui).color;
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 80.0));
        let grid = self.seen.grid();
        let again = self.seen.table.article.is_some();
        let verb = if again { "Read again:" } else { "Import" };
        let head = format!("{verb} “{}”", words::short(&self.seen.table.file_name, 60));
        label_ui(ui, head, Type::Heading, c.text);
        let each = if self.mapping.is_wide() {
            "each number becomes one claim, and its row is its quote"
        } else {
            "each row becomes one claim, and its row is its quote"
        };
        let size = format!(
            "{} and {}. Say what the columns mean: {each}.",
            words::count(grid.rows.len(), "row"),
            words::count(grid.columns.len(), "column")
        );
        label_ui(ui, size, Type::Small, c.muted);
        if again {
            let words = "This table is in the project already. Read another way, its claims take the place of those that it \
                         has; what you decided stays.";
            label_ui(ui, words, Type::Small, c.muted);
        }
        if self.mapping.is_own() {
            let words = "Tallyscope wrote this table: its columns are known, and figures come back as they were.";
            label_ui(ui, words, Type::Small, c.muted);
        }
        ui.add_space(8.0);
        if !again {
            if segmented_ui(ui, 1, &["Rows are articles", "Rows are claims"]) == Some(0) {
                actions.push(Action::Batch(BatchAct::TableAsArticles));
                return Step::Close;
            }
            ui.add_space(8.0);
        }
        let before = self.mapping.clone();
        let height = (ui.ctx().content_rect().height() - 370.0).clamp(160.0, 560.0);
        ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                parts::number_ui(ui, &self.seen, &mut self.mapping);
                parts::days_ui(ui, &self.seen, &mut self.mapping, &mut self.first_day);
                parts::rest_ui(ui, &self.seen, &mut self.mapping);
                parts::totals_ui(ui, &self.seen, &mut self.mapping);
                kinds::kinds_ui(ui, &self.seen, &mut self.mapping);
            });
        if self.mapping != before {
            self.preview = Preview::new(&self.seen.table, &self.mapping);
        }
        ui.add_space(6.0);
        hairline_ui(ui);
        ui.add_space(6.0);
        self.preview.preview_ui(ui);
        ui.add_space(10.0);
        self.buttons_ui(ui, actions)
    }

    fn buttons_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) -> Step {
        let mut step = Step::Stay;
        ui.horizontal(|ui| {
            let ready = self.preview.lack().is_none();
            let again = self.seen.table.article.is_some();
            let verb = if again { "Read again as" } else { "Import" };
            let verb = format!("{verb} {}", words::count(self.preview.num_claims(), "claim"));
            if ui.add(PushButton::new(&verb).primary().enabled(ready)).clicked() && ready {
                actions.push(Action::ImportTable(self.mapping.clone()));
                step = Step::Close;
            }
            let (word, help) = if again {
                ("Leave as it is", "The table stays as it was read")
            } else {
                ("Do not import", "The file is left as it is and nothing is added")
            };
            if ui.add(PushButton::new(word).help(help)).clicked() {
                actions.push(Action::SkipTable);
                step = Step::Close;
            }
        });
        step
    }
}

/// A row with its name at the left.
pub(super) fn named_ui<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    named_row_ui(ui, (name, NAME_WIDTH), add)
}
