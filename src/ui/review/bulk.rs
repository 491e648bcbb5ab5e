//! The bar for many: what is done to all checked claims at once, one undo step.

use std::collections::BTreeSet;

use egui::{Area, Frame, Id, Margin, Order, Rect, Stroke, Ui, Vec2, pos2};

use super::super::theme::{Theme, Type, icons, size};
use super::super::widgets::{IconButton, PushButton, label_ui};
use super::super::wish::{self, ReviewAsk, Wish};
use super::key_of;
use crate::app::{Action, CheckState, Command, State};
use crate::show::words;
use crate::store::{ClaimId, Verdict};

/// Below this width it takes two lines.
const ONE_LINE_MIN: f32 = 820.0;

/// How many are checked, the last of them, the generation of the store, and where the rows lie that are listed.
type Checked = (usize, Option<ClaimId>, u64, Option<usize>);

/// What the bar keeps between frames.
#[derive(Default)]
pub(super) struct BulkView {
    /// What the checked claims have in common, and how many of them the table does not show.
    summary: Option<(Checked, String, usize)>,
    /// How large it was, to stand in the middle above the foot.
    size: Vec2,
}

impl BulkView {
    /// Draws the bar above the foot of `area` where claims are checked.
    pub(super) fn bulk_ui(&mut self, ui: &mut Ui, state: &State, area: Rect, actions: &mut Vec<Action>) {
        let checked = &state.selection.checked;
        if checked.is_empty() {
            return;
        }
        let listed = state.listed.as_ref().map(|rows| rows.as_ptr() as usize);
        let key = (checked.len(), checked.last().copied(), state.store.generation(), listed);
        if self.summary.as_ref().is_none_or(|(of, ..)| *of != key) {
            self.summary = Some((key, summary(state), num_hidden(state)));
        }
        let (common, hidden) = match &self.summary {
            Some((_, words, hidden)) => (words.as_str(), *hidden),
            None => ("", 0),
        };
        let theme = Theme::of(ui);
        let c = &theme.color;
        let left = (area.center().x - self.size.x / 2.0).max(area.left() + 8.0);
        let frame = Frame::new()
            .fill(c.raised)
            .stroke(Stroke::new(1.0, c.line_strong))
            .corner_radius(size::CARD_ROUND)
            .inner_margin(Margin::symmetric(14, 8))
            .shadow(theme.sheet_shadow());
        let shown = Area::new(Id::unique("bar for many"))
            .order(Order::Middle)
            .fixed_pos(pos2(left, area.bottom() - self.size.y.max(46.0) - 12.0))
            .constrain(false)
            .show(ui.ctx(), |ui| {
                frame.show(ui, |ui| {
                    ui.set_max_width(area.width() - 46.0);
                    let row = |ui: &mut Ui| {
                        ui.spacing_mut().item_spacing.x = 8.0;
                        let selected = format!("{} selected", words::number(checked.len() as u64));
                        label_ui(ui, selected, Type::Strong, c.text);
                        if hidden > 0 {
                            let words = format!("{} of them not shown", words::number(hidden as u64));
                            label_ui(ui, words, Type::SmallStrong, c.warn);
                        }
                        if area.width() > 900.0 {
                            label_ui(ui, common, Type::Small, c.muted);
                        }
                        Self::row_ui(ui, state, actions);
                    };
                    if area.width() < ONE_LINE_MIN {
                        ui.horizontal_wrapped(row);
                    } else {
                        ui.horizontal(row);
                    }
                });
            });
        let size = shown.response.rect.size();
        if (size - self.size).abs().max_elem() > 0.5 {
            self.size = size;
            ui.ctx().request_repaint();
        }
    }

    fn row_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let checked = &state.selection.checked;
        let accept = PushButton::new("Accept")
            .primary()
            .icon(icons::ACCEPT)
            .keys(key_of(Command::Accept, state));
        if ui.add(accept.help("Accept all checked claims")).clicked() {
            actions.push(Action::SetVerdict(checked.iter().copied().collect(), Verdict::Accepted));
        }
        let reject = PushButton::new("Reject")
            .icon(icons::REJECT)
            .keys(key_of(Command::Reject, state));
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

/// How many of the checked claims the filter hides: what is done to all is done to these too.
fn num_hidden(state: &State) -> usize {
    let checked = &state.selection.checked;
    let rows = state.listed.as_deref().map_or(&[][..], Vec::as_slice);
    checked
        .len()
        .saturating_sub(rows.iter().filter(|id| checked.contains(id)).count())
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
