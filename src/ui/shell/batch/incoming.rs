//! Lists the articles of a file that holds many before they are added: all checked, each to be left out.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Align2, Rect, ScrollArea, Sense, Ui, pos2, vec2};

use super::super::super::article::seen;
use super::super::super::theme::{Theme, Type};
use super::super::super::widgets::{PushButton, at_ui, checkbox_ui, entered_by_default, label_ui, link_ui};
use super::super::path_dialog::Step;
use crate::app::{Action, BatchAct, Incoming, IncomingRow};
use crate::show::words;

/// Width of the dialog in points.
const WIDTH: f32 = 760.0;
/// Height of a row.
const ROW: f32 = 44.0;
/// Lines of what was left out that are shown.
const MOST_LEFT_OUT: usize = 3;

/// The open list.
pub(in crate::ui::shell) struct IncomingDialog {
    incoming: Arc<Incoming>,
    left_out: BTreeSet<usize>,
}

impl IncomingDialog {
    /// The list of these articles.
    pub(in crate::ui::shell) fn new(incoming: &Arc<Incoming>) -> Self {
        Self {
            incoming: Arc::clone(incoming),
            left_out: BTreeSet::new(),
        }
    }

    /// True while it lists these.
    pub(in crate::ui::shell) fn is_about(&self, incoming: &Arc<Incoming>) -> bool {
        Arc::ptr_eq(&self.incoming, incoming)
    }

    /// Draws the dialog.
    pub(in crate::ui::shell) fn dialog_ui(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) -> Step {
        let c = &Theme::of(ui).color;
        let window = ui.ctx().content_rect().size();
        ui.set_width(WIDTH.min(window.x - 80.0));
        let rows = self.incoming.rows.len();
        let file = words::short(&self.incoming.file_name, 50);
        let head = format!("{} in “{file}”", words::count(rows, "article"));
        label_ui(ui, head, Type::Heading, c.text);
        ui.horizontal(|ui| {
            let words = "Nothing is added yet. Uncheck what you do not want.";
            label_ui(ui, words, Type::Small, c.muted);
            if link_ui(ui, "Check all").clicked() {
                self.left_out.clear();
            }
            if link_ui(ui, "Check none").clicked() {
                self.left_out = (0..rows).collect();
            }
        });
        ui.add_space(6.0);
        let height = (window.y - 300.0).clamp(120.0, 480.0);
        let incoming = Arc::clone(&self.incoming);
        let spacing = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
        ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .show_rows(ui, ROW, rows, |ui, shown| {
                for (at, row) in incoming.rows.iter().enumerate().skip(shown.start).take(shown.len()) {
                    self.row_ui(ui, at, row);
                }
            });
        ui.spacing_mut().item_spacing.y = spacing;
        ui.add_space(6.0);
        self.left_out_ui(ui);
        ui.add_space(8.0);
        self.buttons_ui(ui, actions)
    }

    fn row_ui(&mut self, ui: &mut Ui, at: usize, row: &IncomingRow) {
        let theme = Theme::of(ui);
        let c = &theme.color;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        if response.hovered() {
            ui.painter().rect_filled(rect, 4, c.row_hover);
        }
        let on = !self.left_out.contains(&at);
        let place = Rect::from_min_size(pos2(rect.left() + 6.0, rect.center().y - 8.0), vec2(20.0, 20.0));
        let name = format!("Add “{}”", words::short(&row.title, 80));
        let checked = at_ui(ui, place, |ui| checkbox_ui(ui, on, &name).clicked());
        if (checked || response.clicked()) && !self.left_out.remove(&at) {
            self.left_out.insert(at);
        }
        let ink = if on { c.text } else { c.faint };
        let left = rect.left() + 36.0;
        let line = |style: Type, words: &str, ink| {
            let words = seen(words);
            let mut job = egui::text::LayoutJob::simple_singleline(words.into_owned(), style.font(), ink);
            job.wrap = egui::text::TextWrapping::truncate_at_width(rect.right() - left - 110.0);
            ui.painter().layout_job(job)
        };
        let title = line(Type::Strong, &row.title, ink);
        ui.painter().galley(pos2(left, rect.top() + 3.0), title, ink);
        let day = row.day.map_or_else(|| "No date".to_owned(), words::day);
        let facts = format!("{} · {day}", row.outlet.as_deref().unwrap_or("No publisher"));
        let muted = if on { c.muted } else { c.faint };
        let facts = line(Type::Small, &facts, muted);
        ui.painter().galley(pos2(left, rect.top() + 23.0), facts, muted);
        let claims = words::count(row.claims, "claim");
        let corner = pos2(rect.right() - 10.0, rect.center().y);
        ui.painter()
            .text(corner, Align2::RIGHT_CENTER, claims, Type::Small.font(), muted);
    }

    fn left_out_ui(&self, ui: &mut Ui) {
        let c = &Theme::of(ui).color;
        if self.incoming.already > 0 {
            let many = words::count(self.incoming.already, "article");
            let verb = if self.incoming.already == 1 { "is" } else { "are" };
            let words = format!("{many} of the file {verb} in the project already, and not listed.");
            label_ui(ui, words, Type::Small, c.muted);
        }
        for (file, sentence) in self.incoming.left_out.iter().take(MOST_LEFT_OUT) {
            let name = file.rsplit('/').next().unwrap_or(file);
            label_ui(
                ui,
                format!("{}: {}", words::short(name, 40), words::short(sentence, 90)),
                Type::Small,
                c.warn,
            );
        }
        let more = self.incoming.left_out.len().saturating_sub(MOST_LEFT_OUT);
        if more > 0 {
            label_ui(
                ui,
                format!("{more} more were left out; the list of problems has them all."),
                Type::Small,
                c.warn,
            );
        }
    }

    fn buttons_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) -> Step {
        let mut step = Step::Stay;
        let count = self.incoming.rows.len() - self.left_out.len();
        ui.horizontal(|ui| {
            let verb = format!("Add {}", words::count(count, "article"));
            let add = ui.add(PushButton::new(&verb).primary().enabled(count > 0));
            entered_by_default(&add);
            if add.clicked() && count > 0 {
                actions.push(Action::Batch(BatchAct::Add(self.left_out.clone())));
                step = Step::Close;
            }
            let help = "The file is left as it is and nothing is added";
            if ui.add(PushButton::new("Add nothing").help(help)).clicked() {
                actions.push(Action::Batch(BatchAct::Drop));
                step = Step::Close;
            }
        });
        step
    }
}
