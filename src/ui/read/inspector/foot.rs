//! Accept, Reject, Edit: always in reach.

use egui::{Ui, vec2};

use super::super::super::probe;
use super::super::super::shell::keys_of;
use super::super::super::theme::icons;
use super::super::super::widgets::{IconButton, PushButton};
use super::super::super::wish::{self, Wish};
use crate::app::{Action, Command, State};
use crate::store::{ClaimRecord, Verdict};

/// Draws the buttons.
pub(super) fn foot_ui(ui: &mut Ui, state: &State, record: &ClaimRecord, actions: &mut Vec<Action>) {
    ui.add_space(12.0);
    let narrow = ui.available_width() < 280.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(if narrow { 5.0 } else { 8.0 }, 0.0);
        let id = vec![record.id];
        let open = record.verdict == Verdict::Open;
        let mut accept = PushButton::new(if record.verdict == Verdict::Accepted {
            "Accepted"
        } else {
            "Accept"
        })
        .icon(icons::ACCEPT)
        .keys(keys_of(Command::Accept, state))
        .help("Accept this claim")
        .enabled(record.verdict != Verdict::Accepted);
        if open {
            accept = accept.primary();
        } else if narrow {
            // three words and three key caps have no room
            accept = accept.keys_in_tip();
        }
        let response = ui.add(accept);
        probe::note(ui.ctx(), response.rect, "Accept");
        wish::area(ui.ctx(), response.id);
        if response.clicked() && record.verdict != Verdict::Accepted {
            actions.push(Action::SetVerdict(id.clone(), Verdict::Accepted));
        }
        if open {
            let reject = PushButton::new("Reject")
                .keys(keys_of(Command::Reject, state))
                .help("Reject, keep it on record");
            if ui.add(reject).clicked() {
                actions.push(Action::SetVerdict(id.clone(), Verdict::Rejected));
            }
        } else {
            let mut reopen = PushButton::new("Reopen")
                .keys(keys_of(Command::Reopen, state))
                .help("Take the verdict back");
            if narrow {
                reopen = reopen.keys_in_tip();
            }
            if ui.add(reopen).clicked() {
                actions.push(Action::SetVerdict(id.clone(), Verdict::Open));
            }
        }
        if record.by_hand {
            let delete =
                IconButton::new(icons::DELETE, "Delete claim made by hand").keys(keys_of(Command::DeleteClaim, state));
            if ui.add(delete).clicked() {
                actions.push(Action::DeleteClaims(id));
            }
            return;
        }
        let edit = PushButton::new("Edit")
            .keys(keys_of(Command::Edit, state))
            .help("Correct what was read");
        if ui.add(edit).clicked() {
            wish::make(ui.ctx(), Wish::EditClaim);
        }
    });
}
