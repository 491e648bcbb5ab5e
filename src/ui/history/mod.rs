//! The history beside the views: every step with old and new, to go back to any of them; and the questions of recovery.

mod claim;
mod detail;
mod dialogs;
mod erase;
mod list;
mod reread;
#[cfg(test)]
mod tests;

pub(in crate::ui) use claim::claim_history_ui;
pub(in crate::ui) use dialogs::over_ui;

use egui::{Align, CentralPanel, Context, Frame, Id, Layout, Margin, Panel, Ui};

use super::shell::keys_of;
use super::theme::{Theme, Type, icons, size};
use super::widgets::{IconButton, PushButton, label_ui};
use super::wish::{self, Wish};
use crate::app::{Action, Command, HistoryAct, State};
use crate::show::words;

/// What the panel keeps between frames.
#[derive(Default)]
pub(super) struct HistoryView {
    open: bool,
    list: list::ListView,
    detail: detail::DetailView,
}

impl HistoryView {
    /// Draws the panel at the right of `ui`, while it is open.
    pub(super) fn panel_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        if wish::take(ui.ctx(), Wish::History) {
            self.open = !self.open;
            self.list.wants_focus = self.open;
            ui.ctx().request_repaint();
        }
        let asked: Option<i64> = ui.ctx().data_mut(|data| data.remove_temp(step_slot()));
        if let Some(step) = asked {
            self.open = true;
            self.list.choose(step);
        }
        if !self.open {
            return;
        }
        let theme = Theme::of(ui);
        Panel::right("history")
            .resizable(true)
            .default_size(380.0)
            .size_range(300.0..=560.0)
            .frame(Frame::new().fill(theme.color.panel))
            .show(ui, |ui| self.inside_ui(ui, state, actions));
    }

    fn inside_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let height = ui.available_height();
        Panel::top("history head")
            .exact_size(size::TOOL_BAR)
            .show_separator_line(false)
            .frame(Frame::new().inner_margin(Margin::symmetric(14, 0)))
            .show(ui, |ui| self.head_ui(ui, state));
        Panel::top("history since")
            .show_separator_line(false)
            .frame(Frame::new().inner_margin(Margin::symmetric(14, 6)))
            .show(ui, |ui| since_ui(ui, state, actions));
        Panel::bottom("history step")
            .resizable(true)
            .default_size(height * 0.42)
            .size_range(150.0..=(height * 0.7).max(160.0))
            .frame(Frame::new().fill(Theme::of(ui).color.sheet))
            .show(ui, |ui| {
                ui.set_min_size(ui.available_size());
                self.detail.detail_ui(ui, state, self.list.chosen(state), actions);
            });
        CentralPanel::no_frame().show(ui, |ui| self.list.list_ui(ui, state, actions));
    }

    fn head_ui(&mut self, ui: &mut Ui, state: &State) {
        let c = &Theme::of(ui).color;
        let history = state.store.history();
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            label_ui(ui, "History", Type::Strong, c.text);
            let mut count = words::count(history.done.len(), "step");
            if !history.undone.is_empty() {
                count = format!("{count}, {} taken back", words::number(history.undone.len() as u64));
            }
            label_ui(ui, count, Type::Small, c.muted);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let close = IconButton::new(icons::CLOSE, "Close the history").keys(keys_of(Command::History, state));
                if ui.add(close).clicked() {
                    self.open = false;
                }
            });
        });
    }
}

fn step_slot() -> Id {
    Id::unique("step to show in the history")
}

/// Asks for the panel with this step chosen.
pub(in crate::ui) fn ask_step(ctx: &Context, step: i64) {
    ctx.data_mut(|data| data.insert_temp(step_slot(), step));
    ctx.request_repaint();
}

/// Whether Review shows only what changed, and since when.
fn since_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.horizontal_wrapped(|ui| match state.recovery.since {
        Some(_) => since_chip_ui(ui, state, 0.0, actions),
        None => {
            let button = PushButton::new("Changed since it was opened")
                .icon(icons::FILTER)
                .help("Review shows only the claims that changed since then")
                .keys(keys_of(Command::ChangedSince, state))
                .keys_in_tip();
            if ui.add(button).clicked() {
                actions.push(Action::History(HistoryAct::Since(Some(state.recovery.opened_at))));
            }
            if state.store.history().done.is_empty() {
                label_ui(ui, "Nothing was done yet", Type::Small, c.muted);
            }
        }
    });
}

/// Says that Review shows only what changed, with a button that ends it; nothing where it shows all. In few words where
/// there is less room than `room`.
pub(in crate::ui) fn since_chip_ui(ui: &mut Ui, state: &State, room: f32, actions: &mut Vec<Action>) {
    let Some(point) = state.recovery.since else { return };
    let num_changed = state.review.changed.as_ref().map_or(0, |changed| changed.len());
    let since = if point == state.recovery.opened_at {
        "since it was opened".to_owned()
    } else {
        format!("since step {}", words::number(point.unsigned_abs()))
    };
    let (word, help) = if ui.available_width() < room {
        let word = format!("{} changed", words::number(num_changed as u64));
        (
            word,
            format!("Only what changed {since} is listed; click to list all again"),
        )
    } else {
        let word = format!("{} changed {since}", words::count(num_changed, "claim"));
        (word, "Only these are listed; click to list all again".to_owned())
    };
    let button = PushButton::new(&word)
        .icon(icons::CLOSE)
        .help(&help)
        .keys(keys_of(Command::ChangedSince, state))
        .keys_in_tip();
    if ui.add(button).clicked() {
        actions.push(Action::History(HistoryAct::Since(None)));
    }
}
