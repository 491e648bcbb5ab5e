//! The bar for many: what is done to all checked claims at once, one undo step.

use std::collections::BTreeSet;

use egui::{Area, Frame, Id, Margin, Order, Rect, Stroke, Ui, pos2};

use super::super::theme::{Theme, Type, icons, size};
use super::super::widgets::{IconButton, PushButton, label_ui};
use super::super::wish::{self, ReviewAsk, Wish};
use crate::app::{Action, CheckState, State};
use crate::show::words;
use crate::store::{ClaimId, Verdict};

/// How many are checked, the last of them, and the generation of the store.
type Checked = (usize, Option<ClaimId>, u64);

/// What the bar keeps between frames.
#[derive(Default)]
pub(super) struct BulkView {
    /// What the checked claims have in common: for how many, the last, which generation.
    summary: Option<(Checked, String)>,
    /// How wide it was, to stand in the middle.
    width: f32,
}

impl BulkView {
    /// Draws the bar above the foot of `area` where claims are checked.
    pub(super) fn bulk_ui(&mut self, ui: &mut Ui, state: &State, area: Rect, actions: &mut Vec<Action>) {
        let checked = &state.selection.checked;
        if checked.is_empty() {
            return;
        }
        let key = (checked.len(), checked.last().copied(), state.store.generation());
        if self.summary.as_ref().is_none_or(|(of, _)| *of != key) {
            self.summary = Some((key, summary(state)));
        }
        let common = self.summary.as_ref().map_or("", |(_, words)| words.as_str());
        let theme = Theme::of(ui);
        let c = &theme.color;
        let left = (area.center().x - self.width / 2.0).max(area.left() + 8.0);
        let frame = Frame::new()
            .fill(c.raised)
            .stroke(Stroke::new(1.0, c.line_strong))
            .corner_radius(size::CARD_ROUND)
            .inner_margin(Margin::symmetric(14, 8))
            .shadow(theme.sheet_shadow());
        let shown = Area::new(Id::unique("bar for many"))
            .order(Order::Middle)
            .fixed_pos(pos2(left, area.bottom() - 58.0))
            .constrain(false)
            .show(ui.ctx(), |ui| {
                frame.show(ui, |ui| {
                    ui.horizontal(|ui| {
                        ui.spacing_mut().item_spacing.x = 8.0;
                        let selected = format!("{} selected", words::number(checked.len() as u64));
                        label_ui(ui, selected, Type::Strong, c.text);
                        if area.width() > 900.0 {
                            label_ui(ui, common, Type::Small, c.muted);
                        }
                        Self::row_ui(ui, checked, actions);
                    });
                });
            });
        let width = shown.response.rect.width();
        if (width - self.width).abs() > 0.5 {
            self.width = width;
            ui.ctx().request_repaint();
        }
    }

    fn row_ui(ui: &mut Ui, checked: &BTreeSet<ClaimId>, actions: &mut Vec<Action>) {
        let accept = PushButton::new("Accept").primary().icon(icons::ACCEPT).keys("A");
        if ui.add(accept.help("Accept all checked claims")).clicked() {
            actions.push(Action::SetVerdict(checked.iter().copied().collect(), Verdict::Accepted));
        }
        let reject = PushButton::new("Reject").icon(icons::REJECT).keys("R");
        if ui
            .add(reject.help("Reject all checked claims, keep them on record"))
            .clicked()
        {
            actions.push(Action::SetVerdict(checked.iter().copied().collect(), Verdict::Rejected));
        }
        for (word, help, ask) in [
            (
                "Set field...",
                "Give all checked claims the same value",
                ReviewAsk::SetField,
            ),
            ("Tag...", "Tag all checked claims", ReviewAsk::Tag),
            ("Note...", "Write a note for all checked claims", ReviewAsk::Note),
        ] {
            if ui.add(PushButton::new(word).help(help)).clicked() {
                wish::make(ui.ctx(), Wish::Review(ask));
            }
        }
        if ui.add(IconButton::new(icons::CLOSE, "Uncheck all")).clicked() {
            actions.push(Action::Check(Vec::new(), CheckState::Only));
        }
    }
}

/// "3 kinds, 4 speakers".
fn summary(state: &State) -> String {
    let records = || state.selection.checked.iter().filter_map(|id| state.store.claim(*id));
    let kinds: BTreeSet<_> = records().map(|record| record.claim().kind).collect();
    let speakers: BTreeSet<_> = records().map(|record| record.claim().speaker.as_deref()).collect();
    format!(
        "{}, {}",
        words::count(kinds.len(), "kind"),
        words::count(speakers.len(), "speaker")
    )
}
