//! One field and its value for many claims: how many change is told before.

use egui::{Id, Key, Ui};

use super::super::theme::{Theme, Type};
use super::super::widgets::{label_ui, suggest_field_ui};
use super::dialog::{buttons_ui, focus_first, named_pick_ui, title_ui};
use super::fields::value_of;
use crate::app::{Action, State};
use crate::claim::{Kind, Modality, Scope, VictimClass};
use crate::show::{completions, speakers_by_use, words};
use crate::store::{ClaimId, Field, FieldValue, Store};

/// The fields in the order in which they are offered.
const FIELDS: [Field; 12] = [
    Field::Speaker,
    Field::Relay,
    Field::Kind,
    Field::Figure,
    Field::Victims,
    Field::VictimClass,
    Field::AsOf,
    Field::EventDate,
    Field::Place,
    Field::Scope,
    Field::PartOf,
    Field::Modality,
];

/// One field and its value for many claims.
pub(in crate::ui) struct BulkField {
    ids: Vec<ClaimId>,
    field: Field,
    text: String,
    /// Number of the chosen value, for fields that are a choice.
    chosen: usize,
    /// Known speakers.
    known: Option<Vec<String>>,
    /// How many would change: for which value and generation.
    changing: Option<(FieldValue, u64, usize)>,
}

impl BulkField {
    /// A dialog for these claims.
    pub(super) fn new(ids: Vec<ClaimId>) -> Self {
        Self {
            ids,
            field: Field::Speaker,
            text: String::new(),
            chosen: 0,
            known: None,
            changing: None,
        }
    }

    /// Draws the dialog; false once it is to be closed.
    pub(super) fn dialog_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) -> bool {
        let c = &Theme::of(ui).color;
        let name = words::field(self.field).to_lowercase();
        let title = format!("Set {name} of {}", words::count(self.ids.len(), "claim"));
        title_ui(ui, &title, "One step: undo takes it back for all.");
        let names = FIELDS.map(words::field);
        if let Some(field) = named_pick_ui(ui, "Field", words::field(self.field), &names).and_then(|at| FIELDS.get(at))
        {
            self.field = *field;
            self.text.clear();
            self.chosen = 0;
        }
        ui.add_space(6.0);
        let entered = self.value_ui(ui, &state.store);
        let value = self.value();
        let changing = value.as_ref().map_or(0, |value| self.count(&state.store, value));
        // Enter in a field where nothing was typed would empty it for all: only the button does that.
        let is_typed = !self.text.trim().is_empty();
        let empties = !is_typed && choices(self.field).is_none();
        let below = match (&value, changing) {
            (None, _) if self.text.trim().is_empty() => "Type a value.".to_owned(),
            (None, _) => "This cannot be read. Figures: 63, >400, 20-30. Days: 2031-03-14.".to_owned(),
            (_, 0) => "All have this value already.".to_owned(),
            (_, some) if empties => format!(
                "{} lose their value: it becomes “Not stated”.",
                words::count(some, "claim")
            ),
            (_, some) => format!(
                "{} of {} get another value.",
                words::number(some as u64),
                words::number(self.ids.len() as u64)
            ),
        };
        ui.add_space(4.0);
        label_ui(ui, below, Type::Small, c.muted);
        let ready = changing > 0;
        match buttons_ui(ui, &title, ready).or_else(|| (entered && ready && is_typed).then_some(true)) {
            Some(true) => {
                actions.push(Action::SetField(self.ids.clone(), self.field, value));
                false
            }
            Some(false) => false,
            None => true,
        }
    }

    /// The field for the value; true where Enter was pressed in it.
    fn value_ui(&mut self, ui: &mut Ui, store: &Store) -> bool {
        if let Some(choices) = choices(self.field) {
            let now = choices.get(self.chosen).copied().unwrap_or_default();
            if let Some(at) = named_pick_ui(ui, "Value", now, &choices) {
                self.chosen = at;
            }
            return false;
        }
        let c = &Theme::of(ui).color;
        label_ui(ui, "Value", Type::Key, c.muted);
        // Nothing over the buttons before something is typed.
        let typed = !self.text.trim().is_empty();
        let offered = if typed && matches!(self.field, Field::Speaker | Field::Relay) {
            let known = self.known.get_or_insert_with(|| speakers_by_use(store));
            completions(known, &self.text, 6)
        } else {
            Vec::new()
        };
        let hint = match self.field {
            Field::Figure => "63, >400, 20-30",
            Field::AsOf | Field::EventDate => "2031-03-14, or empty for not stated",
            _ => "Empty for not stated",
        };
        let id = Id::unique(("value for many", self.field.id()));
        let wrong = self.value().is_none() && !self.text.trim().is_empty();
        let field = suggest_field_ui(ui, id, &mut self.text, ("Value", hint), (&offered, wrong));
        focus_first(ui, &field);
        field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
    }

    fn value(&self) -> Option<FieldValue> {
        let at = self.chosen;
        match self.field {
            Field::Kind => Kind::ALL.get(at).map(|kind| FieldValue::Kind(*kind)),
            Field::VictimClass => VictimClass::ALL.get(at).map(|class| FieldValue::Class(*class)),
            Field::Scope => Scope::ALL.get(at).map(|scope| FieldValue::Scope(*scope)),
            Field::Modality => Modality::ALL.get(at).map(|modality| FieldValue::Modality(*modality)),
            Field::PartOf => Some(FieldValue::Flag(at == 1)),
            field => value_of(field, self.text.trim()),
        }
    }

    /// How many claims would change.
    fn count(&mut self, store: &Store, value: &FieldValue) -> usize {
        let generation = store.generation();
        match &self.changing {
            Some((of, at, count)) if of == value && *at == generation => *count,
            _ => {
                let count = store.set_field(&self.ids, self.field, Some(value)).changes.len();
                self.changing = Some((value.clone(), generation, count));
                count
            }
        }
    }
}

/// The values of a field that is a choice.
fn choices(field: Field) -> Option<Vec<&'static str>> {
    Some(match field {
        Field::Kind => Kind::ALL.map(words::kind).to_vec(),
        Field::VictimClass => VictimClass::ALL.map(words::class).to_vec(),
        Field::Scope => Scope::ALL.map(words::scope).to_vec(),
        Field::Modality => Modality::ALL.map(words::modality).to_vec(),
        Field::PartOf => vec!["No part", "Part of another"],
        _ => return None,
    })
}
