//! The bar above the table: words, kinds, the filter, states, columns, the queue.

use egui::{Align, Id, Layout, Popup, PopupCloseBehavior, Ui, vec2};

use super::super::compare::toolbar::{check_ui, export_ui};
use super::super::theme::{Theme, Type, icons, size};
use super::super::widgets::{
    IconButton, PushButton, bar_room_ui, hairline_ui, label_ui, search_field_ui, segmented_ui,
};
use super::super::wish::{self, ReviewAsk, Wish};
use super::filters::{FilterRoom, FilterView};
use super::{Chips, key_of};
use crate::app::{Action, Command, ReviewAct, State};
use crate::claim::Kind;
use crate::show::{Table, words};

/// Room from which what changed since a point of the history is told in full.
const SINCE_ROOM: f32 = 1020.0;
/// Room that the bar needs beside the switch of states.
const BESIDE_STATES: f32 = 600.0;
/// Room for what changed since a point of the history, in few words.
const SINCE_SHORT: f32 = 160.0;

/// Room that the folded bar needs.
const FOLDED_ROOM: f32 = 446.0;
/// The narrowest field for words.
const SEARCH_MIN: f32 = 84.0;

/// What the bar keeps between frames.
#[derive(Default)]
pub(super) struct BarView {
    text: String,
    filter: FilterView,
}

impl BarView {
    /// Draws the bar; `late` while newer rows are under way. Where the room is too small for all controls, the rarer ones
    /// stand behind buttons.
    pub(super) fn bar_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        (table, late, chips): (&Table, bool, Chips),
        actions: &mut Vec<Action>,
    ) {
        let states: f32 = state_names(table).iter().map(|name| segment_width(ui, name)).sum();
        let since = if state.recovery.since.is_some() {
            SINCE_SHORT
        } else {
            0.0
        };
        if ui.available_width() < BESIDE_STATES + states + since {
            bar_room_ui(ui, FOLDED_ROOM + since, |ui| {
                self.folded_ui(ui, state, (table, chips, since), actions);
            });
        } else {
            self.controls_ui(ui, state, (table, late, chips), actions);
        }
    }

    /// The bar in little room: words, the filter with the kinds in it, states, the queue, and the rest behind a button.
    fn folded_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        (table, chips, since): (&Table, Chips, f32),
        actions: &mut Vec<Action>,
    ) {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            more_ui(ui);
            queue_ui(ui, state, actions);
            states_menu_ui(ui, state, table, actions);
            self.filter.button_ui(ui, state, (FilterRoom::Folded, chips), actions);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let width = (ui.available_width() - 8.0 - since).clamp(SEARCH_MIN, 230.0);
                self.search_ui(ui, state, width, actions);
                super::super::history::since_chip_ui(ui, state, SINCE_ROOM, actions);
            });
        });
    }

    fn controls_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        (table, late, chips): (&Table, bool, Chips),
        actions: &mut Vec<Action>,
    ) {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let wide = ui.available_width() > 1250.0;
            let width = match ui.available_width() {
                wide if wide > 1250.0 => 230.0,
                narrow if narrow < 1000.0 => 100.0,
                _ => 150.0,
            };
            self.search_ui(ui, state, width, actions);
            kinds_ui(ui, state, actions);
            super::super::history::since_chip_ui(ui, state, SINCE_ROOM, actions);
            self.filter.button_ui(ui, state, (FilterRoom::Whole, chips), actions);
            if wide {
                let columns = PushButton::new("Columns")
                    .icon(icons::COLUMNS)
                    .help("Show, hide, move columns");
                if ui.add(columns).clicked() {
                    wish::make(ui.ctx(), Wish::Review(ReviewAsk::Columns));
                }
            } else if ui.add(IconButton::new(icons::COLUMNS, "Columns")).clicked() {
                wish::make(ui.ctx(), Wish::Review(ReviewAsk::Columns));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                export_ui(ui);
                queue_ui(ui, state, actions);
                states_ui(ui, state, table, actions);
                let c = &Theme::of(ui).color;
                let words = format!(
                    "{} of {}{}",
                    words::number(table.rows.len() as u64),
                    words::count(table.num_claims, "claim"),
                    if late { " …" } else { "" }
                );
                // Only where it stands clear of the controls at the left.
                if ui.available_width() > segment_width(ui, &words) {
                    label_ui(ui, words, Type::Small, c.muted);
                }
            });
        });
    }

    fn search_ui(&mut self, ui: &mut Ui, state: &State, width: f32, actions: &mut Vec<Action>) {
        let id = Id::unique("review filter");
        if !ui.memory(|memory| memory.has_focus(id)) && self.text != state.review.text {
            self.text.clone_from(&state.review.text);
        }
        let names = ("Filter claims", "Words, names, notes, tags");
        let field = search_field_ui(ui, id, &mut self.text, names, width);
        if wish::take(ui.ctx(), Wish::FocusFilter) {
            field.request_focus();
        }
        if field.changed() {
            actions.push(Action::FilterReview(self.text.clone()));
        }
    }
}

fn kinds_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let shown = &state.review.kinds;
    let word = match shown.len() {
        0 => "All kinds".to_owned(),
        1 => shown.iter().map(|kind| words::kind(*kind)).collect(),
        many => format!("{many} kinds"),
    };
    let response = ui.add(PushButton::new(&word).help("Choose which kinds are listed"));
    Popup::menu(&response)
        .width(200.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            if check_ui(ui, shown.is_empty(), "All kinds") {
                actions.push(Action::ReviewKind(None));
            }
            hairline_ui(ui);
            for kind in Kind::ALL {
                if check_ui(ui, shown.contains(&kind), words::kind(kind)) {
                    actions.push(Action::ReviewKind(Some(kind)));
                }
            }
        });
}

fn queue_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let queue = PushButton::new("Queue").primary().keys(key_of(Command::Queue, state));
    let queue = queue.help("One unreviewed claim at a time, decided by single keys");
    if ui.add(queue).clicked() {
        actions.push(Action::Review(ReviewAct::Queue));
    }
}

/// What has no place of its own in a folded bar.
fn more_ui(ui: &mut Ui) {
    let button = ui.add(IconButton::new(icons::MORE, "More for the table"));
    Popup::menu(&button).width(200.0).show(|ui| {
        for (word, wish) in [
            ("Columns...", Wish::Review(ReviewAsk::Columns)),
            ("Saved filters...", Wish::Review(ReviewAsk::Filters)),
            ("Export...", Wish::Export("")),
        ] {
            if ui.button(word).clicked() {
                wish::make(ui.ctx(), wish);
                ui.close();
            }
        }
    });
}

/// The states of a folded bar: the chosen one, and all behind it.
fn states_menu_ui(ui: &mut Ui, state: &State, table: &Table, actions: &mut Vec<Action>) {
    let names = state_names(table);
    let now = chosen_states(state);
    let word = names.get(now).map_or("All", String::as_str);
    let button = ui.add(PushButton::new(word).help("Which states are listed"));
    Popup::menu(&button).width(200.0).show(|ui| {
        for (at, name) in names.iter().enumerate() {
            if ui.add(egui::Button::selectable(at == now, name)).clicked() {
                choose_states(at, actions);
                ui.close();
            }
        }
    });
}

fn chosen_states(state: &State) -> usize {
    match (state.review.unreviewed_only, state.review.in_conflict_only) {
        (_, true) => 2,
        (true, _) => 1,
        _ => 0,
    }
}

fn choose_states(at: usize, actions: &mut Vec<Action>) {
    match at {
        0 => {
            actions.push(Action::UnreviewedOnly(false));
            actions.push(Action::InConflictOnly(false));
        }
        1 => actions.push(Action::UnreviewedOnly(true)),
        _ => actions.push(Action::InConflictOnly(true)),
    }
}

fn states_ui(ui: &mut Ui, state: &State, table: &Table, actions: &mut Vec<Action>) {
    let chosen = chosen_states(state);
    let names = state_names(table);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let width: f32 = names.iter().map(|name| segment_width(ui, name)).sum();
    let layout = Layout::left_to_right(Align::Center);
    let clicked = ui.allocate_ui_with_layout(vec2(width, size::CONTROL), layout, |ui| {
        segmented_ui(ui, chosen, &names)
    });
    if let Some(at) = clicked.inner {
        choose_states(at, actions);
    }
}

/// The choices of states, each with how many claims it lists.
fn state_names(table: &Table) -> [String; 3] {
    let count = |count: usize| words::number(count as u64);
    [
        format!("All {}", count(table.num_all)),
        format!("Unreviewed {}", count(table.num_unreviewed)),
        format!("In conflict {}", count(table.num_in_conflict)),
    ]
}

/// A little more than the widest that the segment can be.
fn segment_width(ui: &Ui, word: &str) -> f32 {
    let c = &Theme::of(ui).color;
    let galley = ui
        .painter()
        .layout_no_wrap(word.to_owned(), Type::Strong.font(), c.text);
    galley.size().x + 23.0
}
