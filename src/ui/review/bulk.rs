//! The bar for many: what is done to all checked claims at once, one undo step.

use std::collections::BTreeSet;

use egui::{Area, Frame, Id, Margin, Order, Popup, PopupCloseBehavior, Rect, Stroke, Ui, pos2};

use super::super::theme::{Theme, Type, icons, size};
use super::super::widgets::{IconButton, PushButton, label_ui, text_field_ui};
use crate::app::{Action, CheckState, State};
use crate::claim::Scope;
use crate::show::words;
use crate::store::{ClaimId, Field, FieldValue, Verdict};

/// What the bar keeps between frames.
#[derive(Default)]
pub(super) struct BulkView {
    speaker: String,
    note: String,
    /// How wide it was, to stand in the middle.
    width: f32,
}

impl BulkView {
    /// Draws the bar above the foot of `area` where claims are checked.
    pub(super) fn bulk_ui(&mut self, ui: &mut Ui, state: &State, area: Rect, actions: &mut Vec<Action>) {
        let checked: Vec<ClaimId> = state.selection.checked.iter().copied().collect();
        if checked.is_empty() {
            return;
        }
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
                        label_ui(ui, format!("{} selected", checked.len()), Type::Strong, c.text);
                        if area.width() > 900.0 {
                            label_ui(ui, summary(state, &checked), Type::Small, c.muted);
                        }
                        self.row_ui(ui, &checked, actions);
                    });
                });
            });
        let width = shown.response.rect.width();
        if (width - self.width).abs() > 0.5 {
            self.width = width;
            ui.ctx().request_repaint();
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, checked: &[ClaimId], actions: &mut Vec<Action>) {
        let accept = PushButton::new("Accept").primary().icon(icons::ACCEPT).keys("A");
        if ui.add(accept.help("Accept all checked claims")).clicked() {
            actions.push(Action::SetVerdict(checked.to_vec(), Verdict::Accepted));
        }
        let reject = PushButton::new("Reject").icon(icons::REJECT).keys("R");
        if ui
            .add(reject.help("Reject all checked claims, keep them on record"))
            .clicked()
        {
            actions.push(Action::SetVerdict(checked.to_vec(), Verdict::Rejected));
        }
        self.speaker_ui(ui, checked, actions);
        scope_ui(ui, checked, actions);
        self.note_ui(ui, checked, actions);
        if ui.add(IconButton::new(icons::CLOSE, "Uncheck all")).clicked() {
            actions.push(Action::Check(Vec::new(), CheckState::Only));
        }
    }

    fn speaker_ui(&mut self, ui: &mut Ui, checked: &[ClaimId], actions: &mut Vec<Action>) {
        let response = ui.add(PushButton::new("Set speaker…"));
        if let Some(words) = ask(
            &response,
            &mut self.speaker,
            ("Speaker of all checked claims", "Not stated"),
        ) {
            let value = FieldValue::Words(Some(words).filter(|words| !words.is_empty()));
            actions.push(Action::SetField(checked.to_vec(), Field::Speaker, Some(value)));
        }
    }

    fn note_ui(&mut self, ui: &mut Ui, checked: &[ClaimId], actions: &mut Vec<Action>) {
        let response = ui.add(PushButton::new("Note").icon(icons::NOTE));
        if let Some(words) = ask(&response, &mut self.note, ("Note for all checked claims", "Add a note")) {
            actions.push(Action::SetNote(checked.to_vec(), words));
        }
    }
}

/// A field below a button; gives the words once they are set.
fn ask(response: &egui::Response, text: &mut String, (name, hint): (&str, &str)) -> Option<String> {
    if response.clicked() {
        text.clear();
    }
    let popup = Popup::menu(response)
        .width(280.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let shown = popup.show(|ui| {
        let c = &Theme::of(ui).color;
        label_ui(ui, name, Type::Key, c.muted);
        let field = text_field_ui(ui, Id::unique(("ask", name)), text, (name, hint), false);
        if response.clicked() {
            field.request_focus();
        }
        let enter = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        ui.add_space(4.0);
        let set = ui.add(PushButton::new("Set").primary()).clicked() || enter;
        if set {
            ui.close();
        }
        set.then(|| text.trim().to_owned())
    });
    shown.and_then(|shown| shown.inner)
}

fn scope_ui(ui: &mut Ui, checked: &[ClaimId], actions: &mut Vec<Action>) {
    let response = ui.add(PushButton::new("Set scope…"));
    Popup::menu(&response).width(160.0).show(|ui| {
        for scope in Scope::ALL {
            if ui.button(words::scope(scope)).clicked() {
                let value = FieldValue::Scope(scope);
                actions.push(Action::SetField(checked.to_vec(), Field::Scope, Some(value)));
            }
        }
    });
}

/// "3 kinds, 4 speakers".
fn summary(state: &State, checked: &[ClaimId]) -> String {
    let records = || checked.iter().filter_map(|id| state.store.claim(*id));
    let kinds: BTreeSet<_> = records().map(|record| record.claim().kind).collect();
    let speakers: BTreeSet<_> = records().map(|record| record.claim().speaker.as_deref()).collect();
    format!(
        "{}, {}",
        words::count(kinds.len(), "kind"),
        words::count(speakers.len(), "speaker")
    )
}
