//! The fields of the selected claim, each to be changed in place; wrong input keeps the old value.

use std::sync::Arc;

use egui::{Align, Id, Key, Layout, Ui, vec2};

use super::super::theme::{Theme, Type, icon_font, icons};
use super::super::widgets::{
    IconButton, PushButton, TagAsk, focus_tags, key_cap_ui, label_ui, select_all, suggest_field_ui, tags_ui,
};
use super::super::wish::{self, Wish};
use super::choices::{class_ui, kind_ui, modality_ui, part_ui, reading_ui, scope_ui};
use super::key_of;
use crate::app::{Action, Command, ReviewAct, State, TagTarget};
use crate::quantity::Figure;
use crate::show::{completions, input, speakers_by_use, words};
use crate::store::{ClaimId, ClaimRecord, Field, FieldValue, Store, TagChange, Verdict};

/// Known speakers that are offered at most.
const MOST_OFFERED: usize = 6;
/// Room from which the way back to the machine's reading is written out.
const RESET_ROOM: f32 = 230.0;

/// Where the fields stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Dress {
    /// In the pane below the table.
    Pane,
    /// On the page of the queue: wider, each with its key.
    Page,
}

/// Names of the fields with the keys that go to them in the queue.
pub(in crate::ui) const FIELD_KEYS: [(&str, Key); 13] = [
    ("Figure", Key::V),
    ("Reading", Key::G),
    ("Speaker", Key::S),
    ("Relay", Key::L),
    ("As of", Key::D),
    ("Happened", Key::H),
    ("Victims", Key::W),
    ("Class", Key::C),
    ("Place", Key::P),
    ("Scope", Key::O),
    ("Part of", Key::X),
    ("Modality", Key::M),
    ("Note", Key::N),
];

/// What the fields keep between frames.
#[derive(Default)]
pub(in crate::ui) struct FieldsView {
    /// The field that is being typed in: which, for which claim, its words, whether they are wrong.
    typing: Option<Typing>,
    /// Known speakers at a generation of the store.
    known: Option<(u64, Arc<Vec<String>>)>,
}

struct Typing {
    claim: ClaimId,
    name: &'static str,
    text: String,
    wrong: bool,
}

/// A field of words.
struct TextField {
    name: &'static str,
    hint: &'static str,
    shown: String,
    field: Option<Field>,
    width: f32,
}

impl FieldsView {
    /// Draws all fields.
    pub(in crate::ui) fn fields_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        (record, dress): (&ClaimRecord, Dress),
        actions: &mut Vec<Action>,
    ) {
        if self.typing.as_ref().is_some_and(|typing| typing.claim != record.id) {
            self.typing = None;
        }
        ui.spacing_mut().item_spacing = vec2(12.0, 6.0);
        // Five fields a row where there is any room for them.
        let scale = match dress {
            Dress::Pane => ((ui.available_width() - 50.0) / 710.0).clamp(0.62, 1.0),
            Dress::Page => ((ui.available_width() - 50.0) / 710.0).clamp(0.8, 1.3),
        };
        let rows = Layout::left_to_right(Align::TOP).with_main_wrap(true);
        ui.with_layout(rows, |ui| {
            let texts = texts(record, scale);
            let mut texts = texts.iter();
            let mut text = |ui: &mut Ui, view: &mut Self, actions: &mut Vec<Action>| {
                if let Some(spec) = texts.next() {
                    view.text_ui(ui, &state.store, (record, spec, dress), actions);
                }
            };
            if dress == Dress::Pane {
                kind_ui(ui, record, scale, actions);
            }
            text(ui, self, actions);
            reading_ui(ui, record, (scale, dress), actions);
            for _ in 0..4 {
                text(ui, self, actions);
            }
            scope_ui(ui, record, (scale, dress), actions);
            text(ui, self, actions);
            class_ui(ui, record, (scale, dress), actions);
            text(ui, self, actions);
            part_ui(ui, record, (scale, dress), actions);
            modality_ui(ui, record, (scale, dress), actions);
            text(ui, self, actions);
            tags_field_ui(ui, &state.store, (record, dress), actions);
        });
    }

    fn text_ui(
        &mut self,
        ui: &mut Ui,
        store: &Store,
        (record, spec, dress): (&ClaimRecord, &TextField, Dress),
        actions: &mut Vec<Action>,
    ) {
        let set = spec.field.is_some_and(|field| record.is_set(field));
        let id = Id::unique(("review field", spec.name));
        let mine = self.typing.as_ref().filter(|typing| typing.name == spec.name);
        let mut text = mine.map_or_else(|| spec.shown.clone(), |typing| typing.text.clone());
        let wrong = mine.is_some_and(|typing| typing.wrong);
        let is_typed = mine.is_some();
        let offered = self.offered(ui, store, (id, spec, is_typed), &text);
        labelled_ui(ui, spec.name, (spec.width, set, dress), |ui| {
            let field = suggest_field_ui(ui, id, &mut text, (spec.name, spec.hint), (&offered, wrong));
            if is_wished(ui, spec.name) {
                field.request_focus();
                select_all(ui, id, &text);
            }
            let field = if wrong {
                super::super::widgets::tip(field, wrong_words(spec.field), "")
            } else {
                field
            };
            if field.changed() {
                self.typing = Some(Typing {
                    claim: record.id,
                    name: spec.name,
                    text: text.clone(),
                    wrong: false,
                });
            }
            let escaped = ui.input(|input| input.key_pressed(Key::Escape));
            if field.lost_focus() && escaped {
                self.typing = None;
            } else if field.lost_focus() && self.typing.as_ref().is_some_and(|typing| typing.name == spec.name) {
                self.take(record, spec, &text, actions);
            }
        });
    }

    /// Known speakers that the typed words may become.
    fn offered(
        &mut self,
        ui: &Ui,
        store: &Store,
        (id, spec, is_typed): (Id, &TextField, bool),
        text: &str,
    ) -> Vec<String> {
        let names = matches!(spec.field, Some(Field::Speaker | Field::Relay));
        if !names || !ui.memory(|memory| memory.has_focus(id)) {
            return Vec::new();
        }
        let generation = store.generation();
        if self.known.as_ref().is_none_or(|(at, _)| *at != generation) {
            self.known = Some((generation, Arc::new(speakers_by_use(store))));
        }
        let known = self.known.as_ref().map_or(&[][..], |(_, known)| known.as_slice());
        completions(known, if is_typed { text } else { "" }, MOST_OFFERED)
    }

    /// Hands the typed words in, or keeps them and says that they are wrong.
    fn take(&mut self, record: &ClaimRecord, spec: &TextField, text: &str, actions: &mut Vec<Action>) {
        let text = text.trim();
        if text == spec.shown {
            self.typing = None;
            return;
        }
        let Some(field) = spec.field else {
            self.typing = None;
            actions.push(Action::SetNote(vec![record.id], text.to_owned()));
            return;
        };
        match value_of(field, text) {
            Some(value) => {
                self.typing = None;
                actions.push(Action::SetField(vec![record.id], field, Some(value)));
            }
            None => {
                if let Some(typing) = &mut self.typing {
                    typing.wrong = true;
                }
            }
        }
    }
}

/// The fields of words in their order.
fn texts(record: &ClaimRecord, scale: f32) -> [TextField; 8] {
    let claim = record.claim();
    let words = |words: &Option<String>| words.clone().unwrap_or_default();
    let time = |value: &Option<crate::time::Value>| value.as_ref().map(words::time).unwrap_or_default();
    let text = |name, shown, field, width: f32| TextField {
        name,
        hint: match field {
            Some(Field::Figure) => "no number",
            Some(_) => words::NOT_STATED,
            None => "Add a note",
        },
        shown,
        field,
        width: width * scale,
    };
    let place = claim.place.as_ref().map(|place| place.words.clone());
    [
        text("Figure", figure_words(&claim.figure), Some(Field::Figure), 132.0),
        text("Speaker", words(&claim.speaker), Some(Field::Speaker), 172.0),
        text("Relay", words(&claim.relay), Some(Field::Relay), 132.0),
        text("As of", time(&claim.as_of), Some(Field::AsOf), 146.0),
        text("Happened", time(&claim.event_date), Some(Field::EventDate), 146.0),
        text("Victims", words(&claim.victims), Some(Field::Victims), 120.0),
        text("Place", words(&place), Some(Field::Place), 120.0),
        text("Note", record.note.clone(), None, 160.0),
    ]
}

/// True where something asked to go to this field.
fn is_wished(ui: &Ui, name: &'static str) -> bool {
    let of_command = match name {
        "Figure" => wish::take(ui.ctx(), Wish::EditClaim),
        "Note" => wish::take(ui.ctx(), Wish::EditNote),
        _ => false,
    };
    wish::take(ui.ctx(), Wish::EditField(name)) || of_command
}

/// What the typed words mean for the field; `None` where they mean nothing.
pub(in crate::ui) fn value_of(field: Field, text: &str) -> Option<FieldValue> {
    match field {
        Field::Figure => input::figure(text).map(FieldValue::Figure),
        Field::AsOf | Field::EventDate if text.is_empty() => Some(FieldValue::Time(None)),
        Field::AsOf | Field::EventDate => input::time(text).map(|time| FieldValue::Time(Some(time))),
        _ => Some(FieldValue::Words(Some(text.to_owned()).filter(|text| !text.is_empty()))),
    }
}

fn wrong_words(field: Option<Field>) -> &'static str {
    match field {
        Some(Field::Figure) => "Not a number. The old value is kept.",
        _ => "Not a day. The old value is kept.",
    }
}

fn figure_words(figure: &Figure) -> String {
    if figure.anchor().is_none() {
        return String::new();
    }
    words::figure(figure).replace('\u{a0}', " ")
}

/// A field under its name; the name carries a pencil where the value is the analyst's, and on the page its key.
pub(super) fn labelled_ui(ui: &mut Ui, name: &str, (width, set, dress): (f32, bool, Dress), add: impl FnOnce(&mut Ui)) {
    let c = &Theme::of(ui).color;
    ui.allocate_ui_with_layout(vec2(width, 50.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            label_ui(ui, name, Type::Key, c.muted);
            if set {
                ui.label(
                    egui::RichText::new(icons::EDIT_CORRECTED)
                        .font(icon_font(12.0))
                        .color(c.accent),
                );
            }
            let key = FIELD_KEYS.iter().find(|(field, _)| *field == name);
            if let Some((_, key)) = key.filter(|_| dress == Dress::Page) {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| key_cap_ui(ui, key.name()));
            }
        });
        add(ui);
    });
}

/// The claim's tags, over a whole row.
fn tags_field_ui(ui: &mut Ui, store: &Store, (record, dress): (&ClaimRecord, Dress), actions: &mut Vec<Action>) {
    let width = ui.available_width().max(260.0);
    let c = &Theme::of(ui).color;
    ui.allocate_ui_with_layout(vec2(width.min(460.0), 50.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width.min(460.0));
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal(|ui| {
            label_ui(ui, "Tags", Type::Key, c.muted);
            if dress == Dress::Page {
                key_cap_ui(ui, "T");
            }
        });
        if let Some(ask) = tags_ui(ui, store, &record.tags, "claim") {
            actions.push(tag_action(TagTarget::Claims(vec![record.id]), ask));
        }
        // After the field was drawn: the key that asked for it is not to be typed into it.
        if wish::take(ui.ctx(), Wish::EditTags) {
            focus_tags(ui, "claim");
        }
    });
}

/// The action for what was asked of the tags of `target`.
pub(in crate::ui) fn tag_action(target: TagTarget, ask: TagAsk) -> Action {
    Action::Review(match ask {
        TagAsk::Add(tag) => ReviewAct::Tag(target, tag, TagChange::Add),
        TagAsk::Remove(tag) => ReviewAct::Tag(target, tag, TagChange::Remove),
        TagAsk::Color(tag, color) => ReviewAct::TagColor(tag, color),
    })
}

/// The key of a decision on the selected claim; none where claims are checked, for which it decides then.
pub(super) fn key_of_one(command: Command, state: &State) -> String {
    if state.selection.checked.is_empty() {
        key_of(command, state)
    } else {
        String::new()
    }
}

/// The buttons below the fields of the pane.
pub(super) fn buttons_ui(ui: &mut Ui, state: &State, record: &ClaimRecord, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let keys = key_of_one(Command::Accept, state);
        let accept = PushButton::new("Accept claim").primary().icon(icons::ACCEPT).keys(keys);
        if ui.add(accept.help("Accept this claim")).clicked() {
            actions.push(Action::SetVerdict(vec![record.id], Verdict::Accepted));
        }
        let reject = PushButton::new("Reject claim")
            .icon(icons::REJECT)
            .keys(key_of_one(Command::Reject, state));
        if ui.add(reject.help("Reject, keep it on record")).clicked() {
            actions.push(Action::SetVerdict(vec![record.id], Verdict::Rejected));
        }
        reset_ui(ui, record, actions);
        if ui.available_width() > 190.0 {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                for (word, command) in [("previous", Command::PreviousClaim), ("next", Command::NextClaim)] {
                    label_ui(ui, word, Type::Small, c.muted);
                    key_cap_ui(ui, &key_of(command, state));
                }
            });
        }
    });
}

/// The way back to the machine's reading, where the analyst left it.
pub(super) fn reset_ui(ui: &mut Ui, record: &ClaimRecord, actions: &mut Vec<Action>) {
    let changed = record.verdict != Verdict::Open || !record.fields.is_empty();
    if !changed || record.by_hand {
        return;
    }
    let word = "Back to the machine’s reading";
    let pressed = if ui.available_width() < RESET_ROOM {
        ui.add(IconButton::new(icons::REVERT_TO_MACHINE, word)).clicked()
    } else {
        let reset = PushButton::new(word).quiet().icon(icons::REVERT_TO_MACHINE);
        ui.add(reset).clicked()
    };
    if pressed {
        actions.push(Action::ResetClaims(vec![record.id]));
    }
}
