//! The filter of the table: a button with its parts, and chips that tell what holds and take it away.

use std::collections::BTreeMap;

use egui::{Id, Key, Popup, PopupCloseBehavior, ScrollArea, Slider, Ui, vec2};
use jiff::civil::Date;

use super::super::compare::toolbar::check_ui;
use super::super::theme::{Theme, Type, icons};
use super::super::widgets::{PushButton, chip_ui as switch_ui, hairline_ui, label_ui, link_ui, text_field_ui, tip};
use super::super::wish::{self, ReviewAsk, Wish};
use super::Chips;
use crate::app::{Action, ReviewAct, State};
use crate::claim::Kind;
use crate::show::{DaysBy, NarrowChange, all_tags, input, saved_filters, speaker_words, words};
use crate::store::{Status, Store};

/// Outlets and speakers that are listed at most before words are typed.
const MOST_NAMES: usize = 200;

/// A name with how many claims it has.
type Counted = Vec<(String, usize)>;

/// What the filter keeps between frames.
#[derive(Default)]
pub(super) struct FilterView {
    /// Outlets, speakers and tags at a generation of the store.
    names: Option<(u64, Counted, Counted, Vec<String>)>,
    /// First and last day as typed; whether they are wrong.
    days: (String, String, bool),
    by: DaysBy,
    /// Least and most confidence while the slider moves.
    sure: Option<(u8, u8)>,
    /// Words that an outlet or speaker must hold to be listed.
    find: String,
}

/// How much of the table's bar there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FilterRoom {
    /// All of it.
    Whole,
    /// Kinds stand in the filter.
    Folded,
}

/// Kinds as switches, where the bar has no room for them.
fn kinds_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    label_ui(ui, "Kind", Type::Strong, c.text);
    ui.horizontal_wrapped(|ui| {
        for kind in Kind::ALL {
            if switch_ui(ui, words::kind(kind), state.review.kinds.contains(&kind)).clicked() {
                actions.push(Action::ReviewKind(Some(kind)));
            }
        }
    });
    hairline_ui(ui);
}

fn narrow(change: NarrowChange) -> Action {
    Action::Review(ReviewAct::Narrow(change))
}

impl FilterView {
    /// The button that opens the filter.
    pub(super) fn button_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        (room, chips): (FilterRoom, Chips),
        actions: &mut Vec<Action>,
    ) {
        let word = match state.review.chips().len() {
            0 => "Filter".to_owned(),
            parts => format!("Filter ({parts})"),
        };
        let button = PushButton::new(&word).icon(icons::FILTER);
        let response = ui.add(button.help("States, outlets, speakers, days, confidence, notes, tags"));
        if response.clicked() {
            self.begin(state);
        }
        let width = (ui.ctx().content_rect().width() - 72.0).min(560.0);
        Popup::menu(&response)
            .width(width)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                let height = (ui.ctx().content_rect().height() - 160.0).clamp(140.0, 700.0);
                if chips == Chips::InFilter && !state.review.is_clear() {
                    // a row: by itself it would take the height of the window
                    let row = vec2(ui.available_width(), 34.0);
                    ui.allocate_ui(row, |ui| chips_ui(ui, state, actions));
                    hairline_ui(ui);
                }
                let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
                area.show(ui, |ui| {
                    saved_ui(ui, state, actions);
                    if room == FilterRoom::Folded {
                        kinds_ui(ui, state, actions);
                    }
                    self.parts_ui(ui, state, actions);
                });
            });
    }

    fn begin(&mut self, state: &State) {
        self.days = match state.review.narrow.days {
            Some((from, to, by)) => {
                self.by = by;
                (words::day(from), words::day(to), false)
            }
            None => Default::default(),
        };
        self.sure = None;
        self.find.clear();
    }

    fn parts_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let c = &Theme::of(ui).color;
        let look = &state.review;
        let generation = state.store.generation();
        if self.names.as_ref().is_none_or(|(at, ..)| *at != generation) {
            let (outlets, speakers) = counted(&state.store);
            let tags = all_tags(&state.store).into_iter().collect();
            self.names = Some((generation, outlets, speakers, tags));
        }
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            label_ui(left, "State", Type::Strong, c.text);
            for status in Status::ALL {
                if check_ui(left, look.narrow.states.contains(&status), words::status(status)) {
                    actions.push(narrow(NarrowChange::State(status)));
                }
            }
            label_ui(left, "Only", Type::Strong, c.text);
            for (on, word, change) in [
                (look.narrow.has_note, "With a note", NarrowChange::HasNote),
                (look.narrow.changed, "Changed by you", NarrowChange::Changed),
                (look.in_conflict_only, "In conflict", NarrowChange::InConflict),
                (look.narrow.orphaned, "Orphaned", NarrowChange::Orphaned),
            ] {
                if check_ui(left, on, word) {
                    actions.push(narrow(change));
                }
            }
            self.days_ui(right, state, actions);
            right.add_space(8.0);
            self.sure_ui(right, state, actions);
            let tags = self.names.as_ref().map_or(&[][..], |(.., tags)| tags.as_slice());
            tags_ui(right, state, tags, actions);
        });
        hairline_ui(ui);
        self.names_ui(ui, state, actions);
    }

    fn days_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let c = &Theme::of(ui).color;
        label_ui(ui, "Days", Type::Strong, c.text);
        let names = DaysBy::ALL.map(words::days_by);
        let chosen = DaysBy::ALL.iter().position(|by| *by == self.by).unwrap_or_default();
        let clicked = super::super::widgets::segmented_ui(ui, chosen, &names);
        let mut changed = false;
        if let Some(by) = clicked.and_then(|at| DaysBy::ALL.get(at)) {
            self.by = *by;
            changed = state.review.narrow.days.is_some();
        }
        let wrong = self.days.2;
        for (name, hint, text) in [
            ("First day", "From, as 2031-03-10", &mut self.days.0),
            ("Last day", "To, as 2031-03-14", &mut self.days.1),
        ] {
            let id = Id::unique(("review days", name));
            let field = text_field_ui(ui, id, text, (name, hint), wrong);
            changed |= field.lost_focus();
        }
        if wrong {
            label_ui(ui, "Not a day. Write it as 2031-03-14.", Type::Small, c.error);
        }
        if changed {
            self.take_days(state, actions);
        }
    }

    /// Hands the typed days in; one alone stands for itself to any end.
    fn take_days(&mut self, state: &State, actions: &mut Vec<Action>) {
        let read = |text: &str, open: Date| match text.trim() {
            "" => Some(open),
            typed => input::time(typed).and_then(|value| value.days()).map(|days| days.0),
        };
        let (from, to) = (&self.days.0, &self.days.1);
        if from.trim().is_empty() && to.trim().is_empty() {
            self.days.2 = false;
            if state.review.narrow.days.is_some() {
                actions.push(narrow(NarrowChange::Days(None)));
            }
            return;
        }
        let days = read(from, Date::constant(1800, 1, 1)).zip(read(to, Date::constant(2200, 12, 31)));
        self.days.2 = days.is_none_or(|(from, to)| from > to);
        if let Some((from, to)) = days.filter(|(from, to)| from <= to) {
            let days = Some((from, to, self.by));
            if days != state.review.narrow.days {
                actions.push(narrow(NarrowChange::Days(days)));
            }
        }
    }

    fn sure_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let c = &Theme::of(ui).color;
        label_ui(ui, "Confidence", Type::Strong, c.text);
        let (mut least, mut most) = self.sure.or(state.review.narrow.sure).unwrap_or((0, 100));
        let mut done = false;
        for (name, value) in [("At least", &mut least), ("At most", &mut most)] {
            let slider = Slider::new(value, 0..=100).suffix(" %").text(name);
            let response = ui.add(slider);
            done |= response.drag_stopped() || (response.changed() && !response.dragged());
            if response.changed() {
                self.sure = Some((0, 0));
            }
        }
        if self.sure.is_some() {
            self.sure = Some((least, most.max(least)));
        }
        if done {
            self.sure = None;
            actions.push(narrow(NarrowChange::Sure(Some((least, most.max(least))))));
        }
    }

    fn names_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let c = &Theme::of(ui).color;
        let id = Id::unique("find outlets and speakers");
        let names = ("Find outlets and speakers", "Find an outlet or a speaker");
        text_field_ui(ui, id, &mut self.find, names, false);
        let find = self.find.trim().to_lowercase();
        let Some((_, outlets, speakers, _)) = &self.names else {
            return;
        };
        let narrowed = &state.review.narrow;
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            label_ui(left, "Outlet", Type::Strong, c.text);
            for name in listed_ui(left, outlets, (&find, "not known"), &|name| {
                narrowed.publishers.contains(name)
            }) {
                actions.push(narrow(NarrowChange::Publisher(name)));
            }
            label_ui(right, "Speaker", Type::Strong, c.text);
            for name in listed_ui(right, speakers, (&find, words::NOT_STATED), &|name| {
                narrowed.speakers.contains(name)
            }) {
                actions.push(narrow(NarrowChange::Speaker(name)));
            }
        });
    }
}

/// Names with check boxes; gives the ones that were clicked.
fn listed_ui(
    ui: &mut Ui,
    names: &[(String, usize)],
    (find, none): (&str, &str),
    is_on: &dyn Fn(&str) -> bool,
) -> Vec<String> {
    let mut clicked = Vec::new();
    let fits = |name: &str| find.is_empty() || name.to_lowercase().contains(find);
    for (name, count) in names.iter().filter(|(name, _)| fits(name)).take(MOST_NAMES) {
        let shown = if name.is_empty() { none } else { name };
        let word = format!("{} ({count})", words::short(shown, 34));
        if check_ui(ui, is_on(name), &word) {
            clicked.push(name.clone());
        }
    }
    clicked
}

/// Outlets and speakers with how many claims each has, most first.
fn counted(store: &Store) -> (Counted, Counted) {
    let mut outlets: BTreeMap<String, usize> = BTreeMap::new();
    let mut speakers: BTreeMap<String, usize> = BTreeMap::new();
    for article in store.articles() {
        let outlet = article.publisher().unwrap_or_default();
        for record in store.claims_of(article.id) {
            *outlets.entry(outlet.to_owned()).or_default() += 1;
            let speaker = speaker_words(record.claim().speaker.as_deref());
            *speakers.entry(speaker).or_default() += 1;
        }
    }
    let sorted = |counts: BTreeMap<String, usize>| {
        let mut rows: Counted = counts.into_iter().collect();
        rows.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        rows
    };
    (sorted(outlets), sorted(speakers))
}

fn tags_ui(ui: &mut Ui, state: &State, tags: &[String], actions: &mut Vec<Action>) {
    if tags.is_empty() {
        return;
    }
    let c = &Theme::of(ui).color;
    ui.add_space(8.0);
    label_ui(ui, "Tags", Type::Strong, c.text);
    ui.horizontal_wrapped(|ui| {
        for tag in tags {
            if switch_ui(ui, tag, state.review.narrow.tags.contains(tag)).clicked() {
                actions.push(narrow(NarrowChange::Tag(tag.clone())));
            }
        }
    });
}

/// The saved filters, each a click away.
fn saved_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let saved = saved_filters(&state.store);
    if saved.is_empty() {
        return;
    }
    let c = &Theme::of(ui).color;
    label_ui(ui, "Saved filters", Type::Strong, c.text);
    let now = state.review.to_lines();
    ui.horizontal_wrapped(|ui| {
        for (name, look) in saved {
            if switch_ui(ui, &name, look.to_lines() == now).clicked() {
                actions.push(Action::Review(ReviewAct::UseFilter(name)));
            }
        }
        if link_ui(ui, "Rename or delete").clicked() {
            wish::make(ui.ctx(), Wish::Review(ReviewAsk::Filters));
            ui.close();
        }
    });
    hairline_ui(ui);
}

/// The parts of the filter that hold, each with a click that takes it away.
pub(super) fn chips_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        label_ui(ui, "Only", Type::Small, c.muted);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if link_ui(ui, "Save filter...").clicked() {
                wish::make(ui.ctx(), Wish::Review(ReviewAsk::SaveFilter));
            }
            ui.add_space(8.0);
            if link_ui(ui, "Clear all").clicked() {
                actions.push(narrow(NarrowChange::Clear));
            }
            ui.add_space(8.0);
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ScrollArea::horizontal().id_salt("review chips").show(ui, |ui| {
                    ui.horizontal(|ui| {
                        for (words, change) in state.review.chips() {
                            let chip = switch_ui(ui, &format!("{words}  ×"), true);
                            let by_key = chip.has_focus() && ui.input(|input| input.key_pressed(Key::Backspace));
                            if tip(chip, "Take this part of the filter away", "").clicked() || by_key {
                                actions.push(narrow(change));
                            }
                        }
                    });
                });
            });
        });
    });
}
