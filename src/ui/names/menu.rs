//! What can be done with a name: the menu of a right click, the same in the reader and in the lists.

use egui::{Button, Ui};

use super::super::shell::{can_run_on, keys_of, row_of};
use super::super::widgets::tip;
use super::super::wish::{self, Wish};
use crate::app::{Action, Command, NamesChange, State, View};
use crate::show::{NameAct, NameRow};

/// Draws the entries of the menu. The name is selected already.
pub(in crate::ui) fn name_menu_ui(ui: &mut Ui, state: &State, row: &NameRow, actions: &mut Vec<Action>) {
    ui.set_min_width(230.0);
    if state.view != View::Names && item_ui(ui, state, Command::OpenName, row) {
        actions.push(Action::Names(NamesChange::Show(row.name_ref.clone())));
    }
    for (command, asked) in [
        (Command::RenameName, Wish::RenameName),
        (Command::SameAs, Wish::SameAs),
        (Command::NameType, Wish::NameType),
        (Command::TakeOut, Wish::TakeOut),
        (Command::NotAName, Wish::NotAName),
    ] {
        if item_ui(ui, state, command, row) {
            wish::make(ui.ctx(), asked);
        }
    }
    if row.told && item_ui(ui, state, Command::ForgetName, row) {
        actions.push(Action::Name(NameAct::Forget(row.name_ref.clone())));
    }
}

fn item_ui(ui: &mut Ui, state: &State, command: Command, row: &NameRow) -> bool {
    let Some(entry) = row_of(command) else { return false };
    let enabled = can_run_on(command, row);
    let button = Button::new(entry.name).shortcut_text(keys_of(command, state));
    let response = ui.add_enabled(enabled, button);
    let clicked = response.clicked();
    if clicked {
        ui.close();
    }
    tip(response, entry.help, "");
    clicked
}
