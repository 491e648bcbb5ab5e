//! What happened to one claim: a section of the inspector.

use std::sync::Arc;

use egui::{Id, Label, Ui};

use super::super::theme::{Theme, Type};
use super::super::widgets::{label_ui, link_ui, section_head_ui, tip};
use super::detail::sides_job;
use crate::app::State;
use crate::show::{ClaimStep, claim_steps, words};
use crate::store::ClaimRecord;

/// Steps that are shown before "Show all".
const FEW: usize = 4;

/// The steps of the claim that was shown last, made anew when the store changes.
#[derive(Clone)]
struct Shown {
    key: (i64, u64),
    steps: Arc<Vec<ClaimStep>>,
}

/// Draws the history of a claim, newest first: old and new, when.
pub(in crate::ui) fn claim_history_ui(ui: &mut Ui, state: &State, record: &ClaimRecord) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let slot = Id::unique("history of a claim");
    let key = (record.id.0, state.store.generation());
    let shown: Option<Shown> = ui.data(|data| data.get_temp(slot));
    let steps = match shown.filter(|shown| shown.key == key) {
        Some(shown) => shown.steps,
        None => {
            let steps = Arc::new(claim_steps(&state.store, record.id));
            let shown = Shown {
                key,
                steps: Arc::clone(&steps),
            };
            ui.data_mut(|data| data.insert_temp(slot, shown));
            steps
        }
    };
    ui.add_space(12.0);
    section_head_ui(ui, "History", &words::count(steps.len(), "step"));
    ui.add_space(2.0);
    let all_slot = Id::unique("all steps of a claim");
    let all = ui.data(|data| data.get_temp::<i64>(all_slot)) == Some(record.id.0);
    let most = if all { usize::MAX } else { FEW };
    for step in steps.iter().rev().take(most) {
        ui.horizontal(|ui| {
            let when = link_ui(ui, &step.when);
            if when.clicked() {
                super::ask_step(ui.ctx(), step.number);
            }
            tip(when, "Show this step in the history", "");
            if !step.done {
                label_ui(ui, "taken back", Type::Small, c.muted);
            }
        });
        for line in &step.lines {
            let mut job = egui::text::LayoutJob::default();
            if !line.field.is_empty() {
                job.append(&line.field, 0.0, Type::Small.format(c.muted));
                job.append("", 8.0, Type::Small.format(c.muted));
            }
            let sides = sides_job(line, theme);
            for section in &sides.sections {
                let words = sides
                    .text
                    .get(section.byte_range.start.0..section.byte_range.end.0)
                    .unwrap_or_default();
                job.append(words, section.leading_space, section.format.clone());
            }
            ui.add(Label::new(job).wrap());
        }
        ui.add_space(4.0);
    }
    if steps.len() > FEW && !all && link_ui(ui, "Show all steps").clicked() {
        ui.data_mut(|data| data.insert_temp(all_slot, record.id.0));
    }
}
