//! The slim bar over the article: what is sought, how often it stands there, next and previous.

use egui::{Frame, Id, Margin, Panel, Ui, vec2};

use super::super::shell::keys_of;
use super::super::theme::{Theme, Type, icons, size};
use super::super::widgets::{IconButton, PushButton, label_ui, search_field_ui};
use super::{field_keys, take_keyboard, whole_words_ui};
use crate::app::{Action, Command, State};
use crate::show::{FindChange, FindIn, words};

/// Height of the bar.
const BAR: f32 = 44.0;
/// Width of what stands beside the field.
const BESIDE: f32 = 430.0;
/// In a bar narrower than this the way to the project is an icon.
const NARROW: f32 = 640.0;
/// In a bar narrower than this only the field, the way from hit to hit and the end of the search are left.
const TIGHT: f32 = 390.0;

/// Draws the bar at the upper edge of `ui`, where the article is searched.
pub(in crate::ui) fn bar_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    if state.find.open != Some(FindIn::Article) {
        return;
    }
    let theme = Theme::of(ui);
    let frame = Frame::new()
        .fill(theme.color.panel)
        .inner_margin(Margin::symmetric(12, 8));
    Panel::top("find bar")
        .exact_size(BAR)
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
            ui.horizontal_centered(|ui| parts_ui(ui, state, actions));
        });
}

fn parts_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let narrow = ui.available_width() < NARROW;
    let mut text = state.find.text.clone();
    let id = Id::unique("find in article field");
    let tight = ui.available_width() < TIGHT;
    let count_width = if narrow { 64.0 } else { 104.0 };
    let beside = match (tight, narrow) {
        (true, _) => BESIDE - 260.0,
        (_, true) => BESIDE - 110.0,
        _ => BESIDE,
    };
    let width = (ui.available_width() - beside).clamp(if tight { 60.0 } else { 100.0 }, 280.0);
    let response = search_field_ui(ui, id, &mut text, ("Find in article", "Find in article"), width);
    take_keyboard(ui, id, state);
    if response.changed() {
        actions.push(Action::Find(FindChange::Text(text)));
    }
    field_keys(ui, &response, state, actions);
    let (says, found) = count_words(state);
    let ink = if found { theme.color.muted } else { theme.color.error };
    if !tight || !found || ui.available_width() > 150.0 {
        ui.allocate_ui(vec2(count_width, size::CONTROL), |ui| {
            ui.set_min_width(count_width);
            label_ui(ui, says, Type::Small, ink);
        });
    }
    for (icon, name, command, change) in [
        (
            icons::PREVIOUS_CLAIM,
            "Previous hit",
            Command::PreviousHit,
            FindChange::Previous,
        ),
        (icons::NEXT_CLAIM, "Next hit", Command::NextHit, FindChange::Next),
    ] {
        let any = state.find.found.num_listed() > 0;
        let button = IconButton::new(icon, name).keys(keys_of(command, state)).enabled(any);
        if ui.add(button).clicked() {
            actions.push(Action::Find(change));
        }
    }
    if !tight {
        more_ui(ui, state, actions);
    }
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let close = IconButton::new(icons::CLOSE, "Close the search")
            .keys("Esc")
            .icon_size(12.0);
        if ui.add(close).clicked() {
            actions.push(Action::Find(FindChange::Close));
        }
    });
}

/// Whole words or parts of them, and the way to all articles.
fn more_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    whole_words_ui(ui, state, actions);
    let keys = keys_of(Command::FindInProject, state);
    let asked = if ui.available_width() < 170.0 {
        ui.add(IconButton::new(icons::LIBRARY, "Find in all articles").keys(keys))
            .clicked()
    } else {
        let button = PushButton::new("In all articles").quiet().keys(keys).keys_in_tip();
        ui.add(button.help("Find these words in the whole project")).clicked()
    };
    if asked {
        actions.push(Action::Find(FindChange::Open(FindIn::Project, None)));
    }
}

/// "3 of 17", "17 hits", "Not found", and whether that is good news.
fn count_words(state: &State) -> (String, bool) {
    let find = &state.find;
    let listed = find.found.num_listed();
    if find.text.trim().is_empty() {
        return (String::new(), true);
    }
    if listed == 0 {
        return if find.running {
            ("Searching".to_owned(), true)
        } else {
            ("Not found".to_owned(), false)
        };
    }
    let number = |count: usize| words::number(count as u64);
    let says = match find.current {
        Some(current) => format!("{} of {}", number(current + 1), number(listed)),
        None => words::count(listed, "hit"),
    };
    (says, true)
}
