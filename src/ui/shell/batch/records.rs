//! Asks what the fields of a data file mean, and shows the first articles that would come of its rows.

use std::sync::Arc;

use egui::{ScrollArea, Ui};

use super::super::super::theme::{Theme, Type};
use super::super::super::widgets::{PushButton, entered_by_default, hairline_ui, label_ui, pick_ui, segmented_ui, tip};
use super::super::path_dialog::Step;
use super::super::table_dialog::named_ui;
use crate::app::{Action, BatchAct, OpenRecords, look_at_rows};
use crate::article::{FieldMap, RowField, Sheet, value_of};
use crate::show::words;

/// Width of the dialog in points.
const WIDTH: f32 = 820.0;
/// Width of a choice.
const PICK_WIDTH: f32 = 220.0;
/// Articles that are shown.
const SHOWN: usize = 3;
/// Shown where no field is chosen.
const NONE: &str = "No field";

/// The open question.
pub(in crate::ui::shell) struct RecordsDialog {
    open: Arc<OpenRecords>,
    sheet: usize,
    fields: FieldMap,
    preview: Preview,
}

/// What would come of the rows: worked out when sheet or fields change.
struct Preview {
    /// Title, outlet, day and text of the first articles.
    articles: Vec<[String; 4]>,
    num_articles: usize,
    num_rows: usize,
    may_be_claims: bool,
}

impl Preview {
    fn new(open: &OpenRecords, sheet: usize, fields: &FieldMap) -> Self {
        let text = fields.get(RowField::Text).unwrap_or_default();
        let with_text = |sheet: &Sheet| sheet.rows.iter().filter(|row| value_of(row, text).is_some()).count();
        Self {
            articles: open
                .rows(sheet)
                .flat_map(|sheet| look_at_rows(sheet, fields, SHOWN))
                .take(SHOWN)
                .collect(),
            num_articles: open.rows(sheet).map(with_text).sum(),
            num_rows: open.rows(sheet).map(|sheet| sheet.rows.len() + sheet.left_out).sum(),
            may_be_claims: open.may_be_claims(sheet),
        }
    }
}

impl RecordsDialog {
    /// The question about these files.
    pub(in crate::ui::shell) fn new(open: &Arc<OpenRecords>) -> Self {
        Self {
            sheet: open.sheet,
            fields: open.fields.clone(),
            preview: Preview::new(open, open.sheet, &open.fields),
            open: Arc::clone(open),
        }
    }

    /// True while it asks about these files.
    pub(in crate::ui::shell) fn is_about(&self, open: &Arc<OpenRecords>) -> bool {
        Arc::ptr_eq(&self.open, open)
    }

    /// Draws the dialog.
    pub(in crate::ui::shell) fn dialog_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) -> Step {
        let c = &Theme::of(ui).color;
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 80.0));
        let head = format!("Import {}", words::short(&self.open.name(), 60));
        label_ui(ui, head, Type::Heading, c.text);
        let size = format!(
            "{}. Say what the fields mean: each row with a text becomes one article.",
            words::count(self.preview.num_rows, "row")
        );
        label_ui(ui, size, Type::Small, c.muted);
        ui.add_space(8.0);
        if let Some(step) = self.sort_ui(ui, actions) {
            return step;
        }
        let before = (self.sheet, self.fields.clone());
        self.sheet_ui(ui);
        let height = (ui.ctx().content_rect().height() - 460.0).clamp(120.0, 320.0);
        ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| self.fields_ui(ui));
        if before != (self.sheet, self.fields.clone()) {
            self.preview = Preview::new(&self.open, self.sheet, &self.fields);
        }
        ui.add_space(6.0);
        hairline_ui(ui);
        ui.add_space(6.0);
        self.preview_ui(ui);
        ui.add_space(10.0);
        self.buttons_ui(ui, actions)
    }

    /// Articles or claims; the other answer closes this question and asks the other one.
    fn sort_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) -> Option<Step> {
        if !self.preview.may_be_claims {
            return None;
        }
        let picked = segmented_ui(ui, 0, &["Rows are articles", "Rows are claims"]);
        ui.add_space(8.0);
        (picked == Some(1)).then(|| {
            actions.push(Action::Batch(BatchAct::RecordsAsClaims(self.sheet)));
            Step::Close
        })
    }

    fn sheet_ui(&mut self, ui: &mut Ui) {
        let sheets = self.open.sheets();
        if sheets.len() < 2 {
            return;
        }
        let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        let chosen = names.get(self.sheet).copied().unwrap_or_default();
        let picked = named_ui(ui, "Sheet", |ui| pick_ui(ui, ("Sheet", PICK_WIDTH), chosen, &names));
        if let Some(at) = picked.filter(|at| *at != self.sheet) {
            self.sheet = at;
            self.fields = sheets.get(at).map(FieldMap::guess).unwrap_or_default();
        }
    }

    fn fields_ui(&mut self, ui: &mut Ui) {
        let c = &Theme::of(ui).color;
        let Some(sheet) = self.open.sheets().get(self.sheet) else {
            return;
        };
        for (field, name) in [
            (RowField::Text, "Text"),
            (RowField::Title, "Title"),
            (RowField::Outlet, "Outlet"),
            (RowField::Author, "Author"),
            (RowField::Date, "Date"),
            (RowField::Address, "Address"),
            (RowField::Language, "Language"),
        ] {
            named_ui(ui, name, |ui| {
                let mut choices = vec![NONE];
                choices.extend(sheet.fields.iter().map(|field| field.name.as_str()));
                let chosen = self.fields.get(field).unwrap_or(NONE).to_owned();
                let picked = pick_ui(ui, (name, PICK_WIDTH), &chosen, &choices);
                if let Some(seen) = sheet.field(&chosen) {
                    let most = if field == RowField::Text { 1 } else { 3 };
                    let examples: Vec<String> = seen
                        .examples
                        .iter()
                        .take(most)
                        .map(|value| words::short(value, 60))
                        .collect();
                    label_ui(ui, words::short(&examples.join(" · "), 70), Type::Small, c.muted);
                }
                if let Some(at) = picked {
                    let name = at.checked_sub(1).and_then(|at| sheet.fields.get(at));
                    self.fields.set(field, name.map(|seen| seen.name.clone()));
                }
            });
        }
    }

    fn lack(&self) -> Option<&'static str> {
        if self.fields.get(RowField::Text).is_none() {
            return Some("Choose the field that holds the text.");
        }
        (self.preview.num_articles == 0).then_some("No row has a text in this field. Choose another one.")
    }

    fn preview_ui(&self, ui: &mut Ui) {
        let c = &Theme::of(ui).color;
        label_ui(ui, "The first articles", Type::Strong, c.text);
        for [title, outlet, date, text] in &self.preview.articles {
            let title = if title.is_empty() { "No title" } else { title };
            let facts: Vec<&str> = [outlet.as_str(), date]
                .into_iter()
                .filter(|fact| !fact.is_empty())
                .collect();
            ui.horizontal(|ui| {
                label_ui(ui, words::short(title, 60), Type::Body, c.text);
                label_ui(ui, words::short(&facts.join(" · "), 50), Type::Small, c.muted);
            });
            label_ui(ui, words::short(text, 100), Type::Quote, c.muted);
        }
        let missing = self.preview.num_rows.saturating_sub(self.preview.num_articles);
        if let Some(lack) = self.lack() {
            label_ui(ui, lack, Type::Small, c.error);
        } else if missing > 0 {
            let words = format!(
                "{} without a text or not readable is left out.",
                words::count(missing, "row")
            );
            let words = if missing == 1 {
                words
            } else {
                words.replace(" is left", " are left")
            };
            label_ui(ui, words, Type::Small, c.warn);
        }
    }

    fn buttons_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) -> Step {
        let mut step = Step::Stay;
        ui.horizontal(|ui| {
            let ready = self.lack().is_none();
            let verb = format!("Import {}", words::count(self.preview.num_articles, "article"));
            let button = ui.add(PushButton::new(&verb).primary().enabled(ready));
            entered_by_default(&button);
            let button = tip(button, "The choice is remembered for files with the same fields", "");
            if button.clicked() && ready {
                let act = BatchAct::ImportRecords(self.sheet, self.fields.clone());
                actions.push(Action::Batch(act));
                step = Step::Close;
            }
            let help = "The file is left as it is and nothing is added";
            if ui.add(PushButton::new("Do not import").help(help)).clicked() {
                actions.push(Action::Batch(BatchAct::SkipRecords));
                step = Step::Close;
            }
        });
        step
    }
}
