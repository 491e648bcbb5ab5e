//! The queue: one claim at a time, its sentence and its fields large, decided by single keys.

mod keys;
mod page;
#[cfg(test)]
mod tests;

pub(in crate::ui) use keys::keys;

use egui::{Align, CentralPanel, Frame, Layout, Margin, Panel, ScrollArea, Ui, vec2};

use super::review::{Dress, FieldsView};
use super::shell::paint_bar;
use super::theme::{Theme, Type, size};
use super::widgets::{PushButton, bar_room_ui, label_ui, segmented_ui};
use crate::app::{Action, QueueRun, ReviewAct, State};
use crate::base::Span;
use crate::show::{Flags, QueueOrder, sentences_around, words};
use crate::store::{ClaimId, ClaimRecord};

/// Widest that the page becomes.
const PAGE: f32 = 980.0;
/// Room that the bar needs.
const BAR_ROOM: f32 = 760.0;

/// The sentence before and the one after.
type Neighbours = (Option<Span>, Option<Span>);

/// What the view keeps between frames.
#[derive(Default)]
pub(in crate::ui) struct QueueView {
    fields: FieldsView,
    /// The sentences around the claim's.
    around: Option<(ClaimId, Span, Neighbours)>,
}

impl QueueView {
    /// Draws the queue into all of `ui`.
    pub(in crate::ui) fn queue_ui(
        &mut self,
        ui: &mut Ui,
        (state, run, flags): (&State, &QueueRun, &Flags),
        actions: &mut Vec<Action>,
    ) {
        let theme = Theme::of(ui);
        let bar = Frame::new()
            .fill(theme.color.panel)
            .inner_margin(Margin::symmetric(16, 0));
        Panel::top("queue bar")
            .exact_size(size::TOOL_BAR + 4.0)
            .frame(bar)
            .show(ui, |ui| bar_room_ui(ui, BAR_ROOM, |ui| bar_ui(ui, run, actions)));
        let current = run.queue.current.and_then(|id| state.store.claim(id));
        if let Some(record) = current {
            // The claim that the queue shows is the one that commands are about.
            if state.selection.claim != Some(record.id) {
                actions.push(Action::SelectClaim(record.id));
            }
            Panel::bottom("queue buttons")
                .exact_size(60.0)
                .frame(bar)
                .show(ui, |ui| page::buttons_ui(ui, state, (run, record), actions));
        }
        CentralPanel::no_frame().show(ui, |ui| {
            ui.painter().rect_filled(ui.max_rect(), 0, theme.color.sheet);
            match current {
                Some(record) => self.claim_ui(ui, (state, flags), record, actions),
                None => page::done_ui(ui, state, run, actions),
            }
        });
    }

    fn claim_ui(
        &mut self,
        ui: &mut Ui,
        (state, flags): (&State, &Flags),
        record: &ClaimRecord,
        actions: &mut Vec<Action>,
    ) {
        let Some(article) = state.store.article(record.article) else {
            return;
        };
        let claim = record.claim();
        let around = match &self.around {
            Some((id, sentence, around)) if *id == record.id && *sentence == claim.sentence => *around,
            _ => {
                let around = sentences_around(article.text(), claim.sentence);
                self.around = Some((record.id, claim.sentence, around));
                around
            }
        };
        ScrollArea::vertical()
            .id_salt(("queue", record.id.0))
            .auto_shrink([false, false])
            .show(ui, |ui| {
                let roomy = ui.available_height() > 620.0;
                let frame = Frame::new().inner_margin(Margin {
                    left: 0,
                    right: 0,
                    top: if roomy { 28 } else { 14 },
                    bottom: 16,
                });
                let left = ((ui.available_width() - PAGE) / 2.0).max(24.0);
                frame.show(ui, |ui| {
                    ui.horizontal_top(|ui| {
                        ui.add_space(left);
                        ui.vertical(|ui| {
                            ui.set_width((ui.available_width() - left).min(PAGE));
                            page::sentence_ui(ui, state, (record, article, around), actions);
                            ui.add_space(if roomy { 26.0 } else { 12.0 });
                            page::head_ui(ui, (record, article), flags);
                            page::kinds_ui(ui, record, actions);
                            ui.add_space(10.0);
                            self.fields.fields_ui(ui, state, (record, Dress::Page), actions);
                        });
                    });
                });
            });
    }
}

/// Where one is in the queue, how it is ordered, and the way out.
fn bar_ui(ui: &mut Ui, run: &QueueRun, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let (done, all) = (run.num_decided(), run.queue.len());
        let words = format!("{} of {}", words::number(done as u64), words::count(all, "claim"));
        label_ui(ui, words, Type::Strong, c.text);
        let width = (ui.available_width() - 620.0).clamp(60.0, 300.0);
        let (rect, _) = ui.allocate_exact_size(vec2(width, 6.0), egui::Sense::hover());
        paint_bar(ui.painter(), theme, rect, done as f32 / all.max(1) as f32);
        if let Some(minutes) = run
            .minutes_left()
            .filter(|_| done < all && ui.available_width() > 560.0)
        {
            let words = match minutes {
                0 | 1 => "about a minute left".to_owned(),
                many => format!("about {many} minutes left"),
            };
            label_ui(ui, words, Type::Small, c.muted);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let leave = PushButton::new("Leave the queue").keys("Esc");
            if ui.add(leave.help("Back to where you came from")).clicked() {
                actions.push(Action::Review(ReviewAct::LeaveQueue));
            }
            let names = QueueOrder::ALL.map(QueueOrder::name);
            let chosen = QueueOrder::ALL.iter().position(|order| *order == run.queue.order);
            let layout = Layout::left_to_right(Align::Center);
            let room = vec2(370.0, size::CONTROL);
            let clicked =
                ui.allocate_ui_with_layout(room, layout, |ui| segmented_ui(ui, chosen.unwrap_or_default(), &names));
            if let Some(order) = clicked.inner.and_then(|at| QueueOrder::ALL.get(at)) {
                actions.push(Action::Review(ReviewAct::OrderQueue(*order)));
            }
        });
    });
}
