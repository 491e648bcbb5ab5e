//! The Names view: who and what is named over all articles, what may be one, and all that belongs to one of them.

mod detail;
mod facts;
mod list;
mod mentions;
mod menu;
mod merges;
#[cfg(test)]
mod tests;

pub(in crate::ui) use menu::name_menu_ui;

use std::sync::Arc;

use egui::{Align, CentralPanel, Frame, Id, Layout, Margin, Panel, Rect, Response, Sense, Stroke, Ui, pos2, vec2};

use super::shell::keys_of;
use super::theme::{Theme, Type, icons, size};
use super::widgets::{PushButton, bar_room_ui, label_ui, search_field_ui, segmented_ui};
use super::wish::{self, Wish};
use crate::app::{Action, Command, NamesChange, State};
use crate::entity::EntityKind;
use crate::link::NameSort;
use crate::show::{Names, NamesLook, names_list, words};

/// Room that the bar needs.
const ROOM: f32 = 760.0;

/// What the view keeps between frames.
#[derive(Default)]
pub struct NamesView {
    text: String,
    cached: Option<Cached>,
    list: list::ListView,
    detail: detail::DetailView,
}

/// The rows of the list, and what they were made from.
struct Cached {
    names: Arc<Names>,
    look: NamesLook,
    rows: Arc<Vec<usize>>,
}

impl NamesView {
    /// Draws the view into all of `ui`.
    pub fn view_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        let rows = self.rows(state);
        let width = ui.available_width();
        Panel::top("names bar")
            .exact_size(size::TOOL_BAR + 4.0)
            .frame(
                Frame::new()
                    .fill(theme.color.panel)
                    .inner_margin(Margin::symmetric(12, 0)),
            )
            .show(ui, |ui| {
                bar_room_ui(ui, ROOM, |ui| self.bar_ui(ui, state, rows.len(), actions));
            });
        Panel::left("names list")
            .resizable(true)
            .default_size((width * 0.4).clamp(380.0, 560.0))
            .size_range(320.0..=(width * 0.6))
            .frame(Frame::new().fill(theme.color.panel))
            .show(ui, |ui| {
                // what is drawn by hand asks for no room
                ui.set_min_size(ui.available_size());
                if state.names_look.merges_open {
                    merges::merges_ui(ui, state, actions);
                } else {
                    self.list.list_ui(ui, state, &rows, actions);
                }
            });
        CentralPanel::no_frame().show(ui, |ui| {
            ui.painter().rect_filled(ui.max_rect(), 0, theme.color.sheet);
            self.detail.detail_ui(ui, state, actions);
        });
    }

    fn rows(&mut self, state: &State) -> Arc<Vec<usize>> {
        // what is open does not change the list
        let look = NamesLook {
            open: None,
            ..state.names_look.clone()
        };
        let holds = |cached: &&Cached| Arc::ptr_eq(&cached.names, &state.names) && cached.look == look;
        if let Some(cached) = self.cached.as_ref().filter(holds) {
            return Arc::clone(&cached.rows);
        }
        let rows = Arc::new(names_list(&state.store, &state.names, &look));
        self.cached = Some(Cached {
            names: Arc::clone(&state.names),
            look,
            rows: Arc::clone(&rows),
        });
        rows
    }

    fn bar_ui(&mut self, ui: &mut Ui, state: &State, num_shown: usize, actions: &mut Vec<Action>) {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            self.search_ui(ui, state, actions);
            let look = &state.names_look;
            if let Some(sort) = sorts_ui(ui, look.sort) {
                actions.push(Action::Names(NamesChange::Sort(sort)));
                actions.push(Action::Names(NamesChange::Merges(false)));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let all = state.names.merges.len();
                let word = if look.merges_open {
                    "Back to the names".to_owned()
                } else {
                    format!("Suggested merges {all}")
                };
                let button = PushButton::new(&word)
                    .icon(icons::COPIES)
                    .help("Names that may be one, with the reason, to accept or reject")
                    .keys(keys_of(Command::SuggestedMerges, state))
                    .keys_in_tip();
                if ui.add(button).clicked() {
                    actions.push(Action::Names(NamesChange::Merges(!look.merges_open)));
                }
                let c = &Theme::of(ui).color;
                let words = format!("{num_shown} of {}", words::count(state.names.rows.len(), "name"));
                if ui.available_width() > 110.0 {
                    label_ui(ui, words, Type::Small, c.muted);
                }
            });
        });
    }

    fn search_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let id = Id::unique("names filter");
        if !ui.memory(|memory| memory.has_focus(id)) && self.text != state.names_look.text {
            self.text.clone_from(&state.names_look.text);
        }
        let width = if ui.available_width() > 1200.0 { 230.0 } else { 140.0 };
        let field = search_field_ui(ui, id, &mut self.text, ("Filter names", "Any spelling"), width);
        wish::area(ui.ctx(), id);
        if wish::take(ui.ctx(), Wish::FocusFilter) {
            field.request_focus();
        }
        if field.changed() {
            actions.push(Action::Names(NamesChange::Filter(self.text.clone())));
        }
    }
}

/// The sorts of names side by side; gives the one that was clicked.
fn sorts_ui(ui: &mut Ui, chosen: Option<NameSort>) -> Option<Option<NameSort>> {
    let all: Vec<Option<NameSort>> = [None].into_iter().chain(NameSort::ALL.map(Some)).collect();
    let at = all.iter().position(|sort| *sort == chosen).unwrap_or_default();
    let names = ["All", "People", "Organisations", "Places", "Groups", "Outlets"];
    let layout = Layout::left_to_right(Align::Center);
    let clicked = ui.allocate_ui_with_layout(vec2(470.0, size::CONTROL), layout, |ui| segmented_ui(ui, at, &names));
    all.get(clicked.inner?).copied()
}

/// Icon and word of a sort of name.
pub(in crate::ui) fn sort_look(sort: NameSort) -> (&'static str, &'static str) {
    match sort {
        NameSort::Name(EntityKind::Person) => (icons::PERSON, "Person"),
        NameSort::Name(EntityKind::Org) => (icons::ORGANISATION, "Organisation"),
        NameSort::Name(EntityKind::Place) => (icons::PLACE, "Place"),
        NameSort::Name(EntityKind::Group) => (icons::GROUP, "Group"),
        NameSort::Outlet => (icons::READ_VIEW, "Outlet"),
    }
}

/// The ink of a sort of name.
pub(in crate::ui) fn sort_ink(theme: &Theme, sort: NameSort) -> egui::Color32 {
    let names = &theme.color.names;
    match sort {
        NameSort::Name(EntityKind::Person) => names.person,
        NameSort::Name(EntityKind::Org) => names.org,
        NameSort::Name(EntityKind::Place) => names.place,
        NameSort::Name(EntityKind::Group) => names.group,
        NameSort::Outlet => theme.color.muted,
    }
}

/// Draws `count` rows of one height, but only those in sight.
/// The ground of a row, lit where it is selected or under the pointer, and the line below it.
fn row_ground(ui: &Ui, theme: &Theme, response: &Response, on: bool) {
    let (rect, c) = (response.rect, &theme.color);
    if on {
        ui.painter().rect_filled(rect, 0, c.row_selected);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0, c.row_hover);
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, c.grid));
}

fn rows_ui(ui: &mut Ui, count: usize, height: f32, mut row: impl FnMut(&mut Ui, Rect, usize)) {
    let size = vec2(ui.available_width(), height * count as f32);
    let (all, _) = ui.allocate_exact_size(size, Sense::hover());
    let seen = ui.clip_rect();
    let first = ((seen.top() - all.top()) / height).floor().max(0.0) as usize;
    let last = ((seen.bottom() - all.top()) / height).ceil().max(0.0) as usize;
    for nth in first..last.min(count) {
        let top = all.top() + height * nth as f32;
        let rect = Rect::from_min_size(pos2(all.left(), top), vec2(all.width(), height));
        row(ui, rect, nth);
    }
}
