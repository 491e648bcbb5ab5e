//! The filter of the project: a button with its parts, and chips that tell and take them away.

use egui::{Id, Popup, PopupCloseBehavior, Ui};

use super::super::theme::{Theme, Type, icons};
use super::super::widgets::{PushButton, chip_ui, hairline_ui, label_ui, link_ui, search_field_ui, tip};
use super::super::wish::{self, Beside, Wish};
use super::toolbar::check_ui;
use crate::app::{Action, State};
use crate::claim::{Scope, VictimClass};
use crate::show::{FilterChange, StoryPart, all_tags, story_rows, words};
use crate::store::Status;

/// What the filter keeps between frames.
#[derive(Default)]
pub(super) struct FilterView {
    /// The words for the place while they are being written.
    place: String,
}

impl FilterView {
    /// The button that opens the filter.
    pub(super) fn button_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let word = match state.filter.chips().len() {
            0 => "Filter".to_owned(),
            parts => format!("Filter ({parts})"),
        };
        let help = "Which figures count in charts, table and conflicts";
        let response = ui.add(
            PushButton::new(&word)
                .icon(icons::FILTER)
                .help(help)
                .keys("Ctrl F")
                .keys_in_tip(),
        );
        let asked = wish::take(ui.ctx(), Wish::FocusFilter);
        let mut popup = Popup::menu(&response)
            .width(420.0)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        if asked {
            popup = popup.open_memory(Some(egui::SetOpenCommand::Bool(true)));
        }
        popup.show(|ui| self.parts_ui(ui, state, asked, actions));
    }

    fn parts_ui(&mut self, ui: &mut Ui, state: &State, asked: bool, actions: &mut Vec<Action>) {
        let c = &Theme::of(ui).color;
        let id = Id::unique("filter by place");
        if !ui.memory(|memory| memory.has_focus(id)) && self.place != state.filter.place {
            self.place.clone_from(&state.filter.place);
        }
        let names = ("Place", "Place: words of a town, a square, a country");
        let field = search_field_ui(ui, id, &mut self.place, names, 400.0);
        if asked {
            field.request_focus();
        }
        if field.changed() {
            actions.push(Action::Filter(FilterChange::Place(self.place.clone())));
        }
        stories_ui(ui, state, actions);
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            label_ui(left, "Victims", Type::Strong, c.text);
            for class in VictimClass::ALL {
                let word = match class {
                    VictimClass::Unspecified => "Class not stated",
                    class => words::class(class),
                };
                if check_ui(left, state.filter.classes.contains(&class), word) {
                    actions.push(Action::Filter(FilterChange::Class(class)));
                }
            }
            label_ui(right, "Scope", Type::Strong, c.text);
            for scope in Scope::ALL {
                if check_ui(right, state.filter.scopes.contains(&scope), words::scope(scope)) {
                    actions.push(Action::Filter(FilterChange::Scope(scope)));
                }
            }
            label_ui(right, "State", Type::Strong, c.text);
            for status in Status::ALL {
                if check_ui(right, state.filter.states.contains(&status), words::status(status)) {
                    actions.push(Action::Filter(FilterChange::State(status)));
                }
            }
        });
        tags_ui(ui, state, actions);
        label_ui(ui, "Days: hold Shift and drag over a chart.", Type::Small, c.muted);
    }
}

/// The stories with most articles; the others are chosen in the panel beside the charts.
fn stories_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    const MOST: usize = 6;
    if state.conclusions.stories.len() < 2 {
        return;
    }
    let c = &Theme::of(ui).color;
    label_ui(ui, "Story", Type::Strong, c.text);
    let rows = story_rows(&state.store, &state.conclusions);
    let chosen = state.filter.story.as_ref();
    ui.horizontal_wrapped(|ui| {
        if chip_ui(ui, "All stories", chosen.is_none()).clicked() {
            actions.push(Action::Filter(FilterChange::Story(None)));
        }
        for row in rows.iter().take(MOST) {
            let on = chosen.is_some_and(|part| part.key == row.key);
            if chip_ui(ui, &words::short(&row.name, 28), on).clicked() {
                let story = (!on).then(|| StoryPart::of(row));
                actions.push(Action::Filter(FilterChange::Story(story)));
            }
        }
        if let Some(more) = rows.len().checked_sub(MOST).filter(|more| *more > 0)
            && link_ui(ui, &format!("{} more", words::number(more as u64))).clicked()
        {
            ui.close();
            wish::make(ui.ctx(), Wish::Beside(Beside::Stories));
        }
    });
}

fn tags_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let tags = all_tags(&state.store);
    if tags.is_empty() {
        return;
    }
    let c = &Theme::of(ui).color;
    hairline_ui(ui);
    label_ui(ui, "Tags", Type::Strong, c.text);
    ui.horizontal_wrapped(|ui| {
        for tag in tags {
            if chip_ui(ui, &tag, state.filter.tags.contains(&tag)).clicked() {
                actions.push(Action::Filter(FilterChange::Tag(tag)));
            }
        }
    });
}

/// The parts of the filter that hold, each with a click that takes it away; nothing where everything passes.
pub(super) fn chips_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.spacing_mut().item_spacing.x = 6.0;
    label_ui(ui, "Only", Type::Small, c.muted);
    for chip in state.filter.chips() {
        let words = format!("{}  ×", chip.words);
        if tip(chip_ui(ui, &words, true), "Take this part of the filter away", "").clicked() {
            actions.push(Action::Filter(chip.remove));
        }
    }
    if link_ui(ui, "Clear all").clicked() {
        actions.push(Action::Filter(FilterChange::Clear));
    }
    let within = state.review.within.is_some();
    let words = if within { "Review follows" } else { "Let Review follow" };
    let help = "The table of all claims shows the same figures";
    if tip(chip_ui(ui, words, within), help, "").clicked() {
        actions.push(Action::ReviewWithin(!within));
    }
}
