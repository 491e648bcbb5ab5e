//! All keys: to see, to change, with clashes shown.

use egui::{Event, Id, Key, ScrollArea, Ui};

use super::super::theme::{Theme, Type, icons};
use super::super::widgets::{IconButton, PushButton, label_ui, link_ui, search_field_ui};
use super::keys;
use super::path_dialog::Step;
use crate::app::{Action, CommandRow, Keys, State, command_rows};
use crate::show::fuzzy;

/// Width of the names.
const NAMES: f32 = 290.0;

/// The open window of keys.
#[derive(Default)]
pub(in crate::ui) struct KeysWindow {
    filter: String,
    /// The command that waits for its new keys.
    waiting: Option<&'static str>,
}

impl KeysWindow {
    /// True while the next pressed keys are meant for a command.
    pub(in crate::ui) fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// Draws the window's contents.
    pub(in crate::ui) fn dialog_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) -> Step {
        let theme = Theme::of(ui);
        let window = ui.ctx().content_rect().size();
        ui.set_width(620.0_f32.min(window.x - 80.0));
        ui.horizontal(|ui| {
            label_ui(ui, "Keys", Type::Heading, theme.color.text);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let names = ("Filter keys", "Filter");
                search_field_ui(ui, Id::unique("keys filter"), &mut self.filter, names, 200.0);
            });
        });
        let hint = "Click keys to change them and press the new ones; Esc leaves them as they are.";
        label_ui(ui, hint, Type::Small, theme.color.muted);
        ui.add_space(6.0);
        self.take_keys(ui, actions);
        let rows = command_rows(&state.settings);
        let height = (window.y - 240.0).max(90.0);
        ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                let mut menu = "";
                for (row, keys) in &rows {
                    if fuzzy::fit(&self.filter, row.name).is_some() {
                        if row.menu != menu {
                            menu = row.menu;
                            ui.add_space(6.0);
                            let head = if menu.is_empty() { "Everywhere" } else { menu };
                            label_ui(ui, head, Type::SmallStrong, theme.color.muted);
                        }
                        let clash = clash(&rows, row, keys.as_ref());
                        self.row_ui(ui, (row, keys.as_ref(), clash), state, actions);
                    }
                }
            });
        ui.add_space(8.0);
        let close = ui.add(PushButton::new("Close")).clicked();
        if close { Step::Close } else { Step::Stay }
    }

    fn row_ui(
        &mut self,
        ui: &mut Ui,
        (row, keys, clash): (&'static CommandRow, Option<&Keys>, Option<&'static str>),
        state: &State,
        actions: &mut Vec<Action>,
    ) {
        let theme = Theme::of(ui);
        ui.horizontal(|ui| {
            ui.set_height(28.0);
            let name = label_ui(ui, row.name, Type::Body, theme.color.text);
            ui.add_space((NAMES - name.rect.width()).max(8.0));
            let shown = match (self.waiting == Some(row.id), keys) {
                (true, _) => "Press the new keys".to_owned(),
                (_, Some(keys)) => keys.to_string(),
                (_, None) => "none".to_owned(),
            };
            let button = ui.add(PushButton::new(&shown).help(row.help));
            if button.clicked() {
                self.waiting = Some(row.id);
                button.surrender_focus();
            }
            if keys.is_some() && ui.add(IconButton::new(icons::REJECT, "Take the keys away")).clicked() {
                actions.push(Action::SetKeys(row.id.to_owned(), String::new()));
            }
            if state.settings.keys.contains_key(row.id) && link_ui(ui, "built-in keys").clicked() {
                actions.push(Action::SetKeys(row.id.to_owned(), row.keys.to_owned()));
            }
            if let Some(other) = clash {
                label_ui(ui, format!("also “{other}”"), Type::Small, theme.color.error);
            }
        });
    }

    /// Gives the command that waits the keys that were pressed; Esc gives up.
    fn take_keys(&mut self, ui: &Ui, actions: &mut Vec<Action>) {
        let Some(id) = self.waiting else { return };
        let mut taken = None;
        ui.ctx().input_mut(|input| {
            input.events.retain(|event| {
                if matches!(event, Event::Text(_)) {
                    return false;
                }
                taken = taken.take().or_else(|| keys::written(event));
                keys::written(event).is_none()
            });
        });
        if let Some(words) = taken {
            self.waiting = None;
            if words != Key::Escape.name() {
                actions.push(Action::SetKeys(id.to_owned(), words));
            }
        }
    }
}

/// The name of another command with the same keys.
fn clash(rows: &[(&'static CommandRow, Option<Keys>)], row: &CommandRow, keys: Option<&Keys>) -> Option<&'static str> {
    let keys = keys?;
    let same = |other: &&(&'static CommandRow, Option<Keys>)| {
        other.0.id != row.id && other.1.as_ref() == Some(keys) && other.0.scope().meets(row.scope())
    };
    rows.iter().find(same).map(|(other, _)| other.name)
}
