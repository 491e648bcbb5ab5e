//! Dialogs of Review: one value for many claims, acceptance from a confidence on, saved filters, columns, tags.

use egui::{Id, Key, ScrollArea, Slider, Ui};

use super::super::shell::targets;
use super::super::theme::{Theme, Type, icons};
use super::super::widgets::{IconButton, PushButton, colors_ui, label_ui, pick_ui, suggest_field_ui, text_field_ui};
use super::super::wish::ReviewAsk;
use super::bulk_field::BulkField;
use super::claim_label;
use crate::app::{Action, ReviewAct, State, TagTarget};
use crate::show::{ColumnLook, accept_above, completions, percent, saved_filters, words};
use crate::store::{ClaimId, TagChange, Verdict};

/// Claims that a preview lists.
const PREVIEW: usize = 8;
/// Width of the column that says how sure the machine is.
const SURE: f32 = 36.0;
/// Width of a dialog.
const WIDTH: f32 = 480.0;

/// A dialog of Review.
pub(in crate::ui) enum ReviewDialog {
    /// A field and its value for many claims.
    Field(BulkField),
    /// From which confidence on all shown claims are accepted.
    Accept(AcceptAbove),
    /// A note or a tag for many claims.
    Words(ReviewAsk, Vec<ClaimId>, String),
    /// A name for the filter.
    Save(String),
    /// The saved filters; the one whose name is written, with the new name.
    Filters(Option<(String, String)>),
    /// Columns of the table.
    Columns,
    /// Tags and their colours.
    Tags,
}

/// From which confidence on all shown claims are accepted.
pub(in crate::ui) struct AcceptAbove {
    least: u8,
    /// What would be accepted: at which confidence and generation.
    found: Option<(u8, u64, Vec<ClaimId>)>,
}

impl ReviewDialog {
    /// A dialog for what was asked; `None` where there is nothing that it would be about.
    pub(in crate::ui) fn new(ask: ReviewAsk, state: &State) -> Option<Self> {
        let ids = || Some(targets(state)).filter(|ids| !ids.is_empty());
        Some(match ask {
            ReviewAsk::SetField => Self::Field(BulkField::new(ids()?)),
            ReviewAsk::AcceptAbove => Self::Accept(AcceptAbove { least: 90, found: None }),
            ReviewAsk::Note | ReviewAsk::Tag => Self::Words(ask, ids()?, String::new()),
            ReviewAsk::SaveFilter => Self::Save(String::new()),
            ReviewAsk::Filters => Self::Filters(None),
            ReviewAsk::Columns => Self::Columns,
            ReviewAsk::Tags => Self::Tags,
        })
    }

    /// Draws the dialog; false once it is to be closed.
    pub(in crate::ui) fn dialog_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) -> bool {
        ui.set_width(WIDTH);
        match self {
            Self::Field(field) => field.dialog_ui(ui, state, actions),
            Self::Accept(accept) => accept.dialog_ui(ui, state, actions),
            Self::Words(ask, ids, text) => words_ui(ui, state, (*ask, ids, text), actions),
            Self::Save(name) => save_ui(ui, state, name, actions),
            Self::Filters(renamed) => filters_ui(ui, state, renamed, actions),
            Self::Columns => columns_ui(ui, state, actions),
            Self::Tags => tags_ui(ui, state, actions),
        }
    }
}

/// The dialog's title and a sentence below it.
pub(super) fn title_ui(ui: &mut Ui, title: &str, below: &str) {
    let c = &Theme::of(ui).color;
    label_ui(ui, title, Type::Heading, c.text);
    if !below.is_empty() {
        ui.add(egui::Label::new(Type::Small.text(below, c.muted)).wrap());
    }
    ui.add_space(8.0);
}

/// The button that does it and the one that does not: `Some(true)` for the first.
pub(super) fn buttons_ui(ui: &mut Ui, word: &str, enabled: bool) -> Option<bool> {
    ui.add_space(10.0);
    let mut answer = None;
    ui.horizontal(|ui| {
        if ui.add(PushButton::new(word).primary().enabled(enabled)).clicked() && enabled {
            answer = Some(true);
        }
        if ui.add(PushButton::new("Cancel")).clicked() {
            answer = Some(false);
        }
    });
    answer
}

/// Gives a field the focus when its dialog opens.
pub(super) fn focus_first(ui: &Ui, field: &egui::Response) {
    let slot = field.id.with("last seen");
    let now = ui.ctx().cumulative_pass_nr();
    let last: Option<u64> = ui.data(|data| data.get_temp(slot));
    ui.data_mut(|data| data.insert_temp(slot, now));
    if last.is_none_or(|last| last + 1 < now) {
        field.request_focus();
    }
}

fn entered(ui: &Ui, field: &egui::Response) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

impl AcceptAbove {
    fn dialog_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) -> bool {
        let c = &Theme::of(ui).color;
        title_ui(
            ui,
            "Accept from a confidence on",
            "All unreviewed claims that the table shows and that the machine is at least so sure of.",
        );
        ui.spacing_mut().slider_width = 240.0;
        let slider = Slider::new(&mut self.least, 0..=100)
            .suffix(" %")
            .text("Confidence at least");
        let response = ui.add(slider);
        focus_first(ui, &response);
        let generation = state.store.generation();
        let key = (self.least, generation);
        if self.found.as_ref().is_none_or(|(least, at, _)| (*least, *at) != key) {
            let rows = state.listed.as_deref().map_or(&[][..], Vec::as_slice);
            let mut found = accept_above(&state.store, rows, self.least);
            let sure = |id: &ClaimId| state.store.claim(*id).map_or(0.0, |record| record.claim().confidence);
            // The least sure first: these are the ones to look at.
            found.sort_by(|a, b| sure(a).total_cmp(&sure(b)));
            self.found = Some((self.least, generation, found));
        }
        let found = self.found.as_ref().map_or(&[][..], |(.., found)| found.as_slice());
        ui.add_space(8.0);
        let head = match found.len() {
            0 => "No claim is that sure".to_owned(),
            many if many > PREVIEW => format!("The {PREVIEW} least sure of {}:", words::count(many, "claim")),
            many => format!("{}:", words::count(many, "claim")),
        };
        label_ui(ui, head, Type::Strong, c.text);
        preview_ui(ui, state, found);
        let word = format!("Accept {}", words::count(found.len(), "claim"));
        match buttons_ui(ui, &word, !found.is_empty()) {
            Some(true) => {
                actions.push(Action::SetVerdict(found.to_vec(), Verdict::Accepted));
                false
            }
            Some(false) => false,
            None => true,
        }
    }
}

/// The first claims, one a line.
pub(super) fn preview_ui(ui: &mut Ui, state: &State, ids: &[ClaimId]) {
    let c = &Theme::of(ui).color;
    for record in ids.iter().take(PREVIEW).filter_map(|id| state.store.claim(*id)) {
        if let Some(article) = state.store.article(record.article) {
            ui.horizontal(|ui| {
                let sure = format!("{} %", percent(record.claim().confidence));
                ui.allocate_ui(egui::vec2(SURE, 18.0), |ui| {
                    ui.set_min_width(SURE);
                    label_ui(ui, sure, Type::SmallStrong, c.text);
                });
                label_ui(
                    ui,
                    words::short(&claim_label(record, article), 66),
                    Type::Small,
                    c.muted,
                );
            });
        }
    }
}

fn words_ui(
    ui: &mut Ui,
    state: &State,
    (ask, ids, text): (ReviewAsk, &[ClaimId], &mut String),
    actions: &mut Vec<Action>,
) -> bool {
    let many = words::count(ids.len(), "claim");
    let is_tag = ask == ReviewAsk::Tag;
    let noted = || {
        let records = ids.iter().filter_map(|id| state.store.claim(*id));
        records.filter(|record| !record.note.is_empty()).count()
    };
    let (title, name, hint) = if is_tag {
        (format!("Tag {many}"), "Tag", "Add a tag")
    } else {
        (format!("Note for {many}"), "Note", "Write a note")
    };
    let below = match (is_tag, noted()) {
        (true, _) | (_, 0) => String::new(),
        (_, noted) => format!("It takes the place of {}.", words::count(noted, "note")),
    };
    title_ui(ui, &title, &below);
    let offered = if is_tag {
        let known: Vec<String> = state.store.all_tags().into_iter().collect();
        completions(&known, text, 6)
    } else {
        Vec::new()
    };
    let id = Id::unique(("words for many", name));
    let field = suggest_field_ui(ui, id, text, (name, hint), (&offered, false));
    focus_first(ui, &field);
    let mut answer = entered(ui, &field).then_some(true);
    if is_tag {
        let mut records = ids.iter().filter_map(|id| state.store.claim(*id));
        let ready = records.any(|record| record.tags.iter().any(|tag| tag == text.trim()));
        ui.horizontal(|ui| {
            let remove = PushButton::new("Take this tag away").quiet().enabled(ready);
            if ui.add(remove).clicked() && ready {
                let target = TagTarget::Claims(ids.to_vec());
                actions.push(Action::Review(ReviewAct::Tag(target, text.clone(), TagChange::Remove)));
                answer = Some(false);
            }
        });
    }
    let ready = !is_tag || !text.trim().is_empty();
    let answer = buttons_ui(ui, &title, ready).or_else(|| answer.filter(|yes| ready || !yes));
    if answer == Some(true) {
        actions.push(if is_tag {
            let target = TagTarget::Claims(ids.to_vec());
            Action::Review(ReviewAct::Tag(target, text.clone(), TagChange::Add))
        } else {
            Action::SetNote(ids.to_vec(), text.trim().to_owned())
        });
    }
    answer.is_none()
}

fn save_ui(ui: &mut Ui, state: &State, name: &mut String, actions: &mut Vec<Action>) -> bool {
    let parts: Vec<String> = state.review.chips().into_iter().map(|(words, _)| words).collect();
    title_ui(ui, "Save this filter", &parts.join(" · "));
    let field = text_field_ui(
        ui,
        Id::unique("name of the filter"),
        name,
        ("Name of the filter", "Name"),
        false,
    );
    focus_first(ui, &field);
    let c = &Theme::of(ui).color;
    let taken = saved_filters(&state.store)
        .iter()
        .any(|(saved, _)| saved == name.trim());
    if taken {
        label_ui(ui, "It takes the place of the one with this name.", Type::Small, c.warn);
    }
    let ready = !name.trim().is_empty();
    let enter = entered(ui, &field) && ready;
    match buttons_ui(ui, "Save filter", ready).or_else(|| enter.then_some(true)) {
        Some(true) => {
            actions.push(Action::Review(ReviewAct::SaveFilter(name.trim().to_owned())));
            false
        }
        Some(false) => false,
        None => true,
    }
}

fn filters_ui(ui: &mut Ui, state: &State, renamed: &mut Option<(String, String)>, actions: &mut Vec<Action>) -> bool {
    let c = &Theme::of(ui).color;
    let saved = saved_filters(&state.store);
    let below = if saved.is_empty() {
        "None is saved yet: filter the table, then choose “Save filter...” beside the chips."
    } else {
        ""
    };
    title_ui(ui, "Saved filters", below);
    let mut open = true;
    for (name, look) in saved {
        ui.horizontal(|ui| {
            let mut text = match renamed {
                Some((old, new)) if *old == name => new.clone(),
                _ => name.clone(),
            };
            let id = Id::unique(("saved filter", &name));
            let label = format!("Name of filter {name}");
            let field = ui
                .allocate_ui(egui::vec2(200.0, 28.0), |ui| {
                    text_field_ui(ui, id, &mut text, (&label, ""), false)
                })
                .inner;
            if field.changed() {
                *renamed = Some((name.clone(), text.clone()));
            }
            if field.lost_focus() && renamed.as_ref().is_some_and(|(old, _)| *old == name) {
                *renamed = None;
                actions.push(Action::Review(ReviewAct::RenameFilter(name.clone(), text)));
            }
            let apply = format!("Use {name}");
            if ui.add(PushButton::new("Use").help(&apply)).clicked() {
                actions.push(Action::Review(ReviewAct::UseFilter(name.clone())));
                open = false;
            }
            if ui
                .add(IconButton::new(icons::DELETE, &format!("Delete filter {name}")))
                .clicked()
            {
                actions.push(Action::Review(ReviewAct::DropFilter(name.clone())));
            }
            let parts: Vec<String> = look.chips().into_iter().map(|(words, _)| words).collect();
            label_ui(ui, words::short(&parts.join(" · "), 28), Type::Small, c.muted);
        });
    }
    ui.add_space(8.0);
    open & !ui.add(PushButton::new("Close")).clicked()
}

fn columns_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) -> bool {
    title_ui(
        ui,
        "Columns",
        "In the table: drag a head to move it and its edge to set the width, or press Shift and Ctrl with an arrow.",
    );
    let look = ColumnLook::from_words(&state.settings.columns);
    let mut changed = None;
    // One height from the first frame on, so that rows stay under the pointer.
    let height = (ui.ctx().content_rect().height() - 260.0).clamp(160.0, 620.0);
    let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    area.show(ui, |ui| {
        for (column, shown) in look.all() {
            ui.horizontal(|ui| {
                if super::super::compare::toolbar::check_ui(ui, shown, column.title()) {
                    let mut look = look.clone();
                    look.toggle(column);
                    changed = Some(look);
                }
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.add_space(12.0);
                    for (icon, word, by) in [
                        (icons::NEXT_CLAIM, "further right", 1),
                        (icons::PREVIOUS_CLAIM, "further left", -1),
                    ] {
                        let name = format!("{} {word}", column.title());
                        let button = IconButton::new(icon, &name).icon_size(13.0).enabled(shown);
                        if ui.add(button).clicked() && shown {
                            let mut look = look.clone();
                            look.step(column, by);
                            changed = Some(look);
                        }
                    }
                });
            });
        }
    });
    let mut open = true;
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        open = !ui.add(PushButton::new("Close").primary()).clicked();
        if ui.add(PushButton::new("Usual columns")).clicked() {
            changed = Some(ColumnLook::default());
        }
    });
    if let Some(look) = changed {
        actions.push(Action::Review(ReviewAct::Columns(look)));
    }
    open
}

fn tags_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) -> bool {
    let c = &Theme::of(ui).color;
    let tags = state.store.all_tags();
    let below = if tags.is_empty() {
        "There is no tag yet: press T in the queue, or add one beside a claim's fields."
    } else {
        "A colour holds for the whole project."
    };
    title_ui(ui, "Tags", below);
    // One height from the first frame on, so that rows stay under the pointer.
    let height = (ui.ctx().content_rect().height() - 260.0).clamp(160.0, 620.0);
    let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    area.show(ui, |ui| {
        for tag in tags {
            ui.push_id(&tag, |ui| {
                ui.horizontal(|ui| {
                    label_ui(ui, words::short(&tag, 30), Type::Body, c.text);
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        ui.add_space(12.0);
                        ui.set_min_width(220.0);
                        if let Some(color) = colors_ui(ui, state.store.tag_color(&tag)) {
                            actions.push(Action::Review(ReviewAct::TagColor(tag.clone(), color)));
                        }
                    });
                });
            });
        }
    });
    ui.add_space(8.0);
    !ui.add(PushButton::new("Close").primary()).clicked()
}

/// A choice with a word before it.
pub(super) fn named_pick_ui(ui: &mut Ui, name: &str, now: &str, choices: &[&str]) -> Option<usize> {
    let c = &Theme::of(ui).color;
    label_ui(ui, name, Type::Key, c.muted);
    pick_ui(ui, (name, 220.0), now, choices)
}
