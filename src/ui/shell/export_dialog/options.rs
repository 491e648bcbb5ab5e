//! The options of a format: switches and choices, each with what it does.

use std::iter;

use egui::{Color32, Ui};

use super::super::super::compare::toolbar::check_ui;
use super::super::super::theme::{Theme, Type};
use super::super::super::widgets::{named_row_ui, pick_ui};
use super::PICK_WIDTH;
use crate::export::formats::{ExportOption, ExportOptions, STORY_KEYS};

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

/// Draws which story a report tells, or all of them.
pub(super) fn story_ui(ui: &mut Ui, stories: &[(String, String)], options: &mut ExportOptions) {
    const ALL: &str = "All stories";
    let c = &Theme::of(ui).color;
    let chosen = options.values().get(STORY_KEYS).map_or("", String::as_str);
    let at = stories.iter().position(|(key, _)| key == chosen);
    let names: Vec<&str> = iter::once(ALL)
        .chain(stories.iter().map(|(_, name)| name.as_str()))
        .collect();
    let shown = at.and_then(|at| names.get(at + 1)).copied().unwrap_or(ALL);
    let picked = named_ui(ui, "Story", |ui| pick_ui(ui, ("Story", PICK_WIDTH), shown, &names));
    if let Some(picked) = picked {
        let key = picked.checked_sub(1).and_then(|at| stories.get(at));
        options.set(STORY_KEYS, key.map_or("", |(key, _)| key.as_str()));
    }
    let help = match at {
        Some(_) => "The figures, charts and conflicts of this story alone.",
        None => "What is told of every story, as one or each by itself.",
    };
    help_ui(ui, help, c.muted);
}

/// What something does, below it.
pub(super) fn help_ui(ui: &mut Ui, words: &str, ink: Color32) {
    ui.add(egui::Label::new(Type::Small.text(words, ink)).wrap());
}

/// A row with its name at the left.
pub(super) fn named_ui<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    named_row_ui(ui, (name, NAME_WIDTH), add)
}
