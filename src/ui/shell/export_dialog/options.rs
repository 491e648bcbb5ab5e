//! The options of a format: switches and choices, each with what it does.

use egui::{Color32, Ui};

use super::super::super::compare::toolbar::check_ui;
use super::super::super::theme::{Theme, Type};
use super::super::super::widgets::{named_row_ui, pick_ui};
use super::PICK_WIDTH;
use crate::export::formats::{ExportOption, ExportOptions};

/// Width of the names of choices.
const NAME_WIDTH: f32 = 130.0;
/// Left of what is said below a switch: its box.
const INDENT: f32 = 26.0;

/// Draws an option and takes its value.
pub(super) fn option_ui(ui: &mut Ui, option: &ExportOption, options: &mut ExportOptions) {
    let c = &Theme::of(ui).color;
    ui.spacing_mut().item_spacing.y = 1.0;
    if option.is_switch() {
        let is_on = options.is_on(option);
        if check_ui(ui, is_on, option.label) {
            options.set(option.id, if is_on { "off" } else { "on" });
        }
        ui.horizontal(|ui| {
            ui.add_space(INDENT);
            ui.vertical(|ui| help_ui(ui, option.help, c.muted));
        });
        return;
    }
    let names: Vec<&str> = option.values.iter().map(|(_, name)| *name).collect();
    let value = options.value(option);
    let chosen = option.values.iter().position(|(one, _)| *one == value).unwrap_or(0);
    named_ui(ui, option.label, |ui| {
        let shown = names.get(chosen).copied().unwrap_or_default();
        let picked = pick_ui(ui, (option.label, PICK_WIDTH), shown, &names);
        if let Some((value, _)) = picked.and_then(|at| option.values.get(at)) {
            options.set(option.id, value);
        }
    });
    help_ui(ui, option.help, c.muted);
}

/// What something does, below it.
pub(super) fn help_ui(ui: &mut Ui, words: &str, ink: Color32) {
    ui.add(egui::Label::new(Type::Small.text(words, ink)).wrap());
}

/// A row with its name at the left.
pub(super) fn named_ui<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    named_row_ui(ui, (name, NAME_WIDTH), add)
}
