//! Fields of a claim that are a choice out of few, each in a list that digits choose from.

use egui::{Modifiers, Popup, Ui};

use super::super::widgets::{Caret, DIGITS, closed_list_ui};
use super::super::wish::{self, Wish};
use super::fields::{Dress, labelled_ui};
use crate::app::Action;
use crate::claim::{Kind, Modality, Scope, VictimClass};
use crate::quantity::{Figure, Qualifier};
use crate::show::{qualifier, words};
use crate::store::{ClaimRecord, Field, FieldValue};

/// A choice of one out of few.
struct Choice {
    name: &'static str,
    width: f32,
    set: bool,
}

/// A choice under its name; gives the number of the one that was chosen. In the open list digits choose.
fn choice_ui(ui: &mut Ui, (spec, dress): (&Choice, Dress), chosen: &str, choices: &[&str]) -> Option<usize> {
    let mut picked = None;
    let width = spec.width;
    labelled_ui(ui, spec.name, (width, spec.set, dress), |ui| {
        let response = closed_list_ui(ui, (spec.name, width), chosen, Caret::WhereRoom);
        let asked = wish::take(ui.ctx(), Wish::EditField(spec.name));
        let mut popup = Popup::menu(&response).width(width.max(120.0));
        if asked {
            popup = popup.open_memory(Some(egui::SetOpenCommand::Bool(true)));
        }
        popup.show(|ui| {
            for (at, choice) in choices.iter().enumerate() {
                let digit = DIGITS.get(at).copied();
                let pressed = digit.is_some_and(|key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)));
                let words = digit.map_or_else(
                    || (*choice).to_owned(),
                    |key| format!("{}  {choice}", key.symbol_or_name()),
                );
                if ui.selectable_label(*choice == chosen, words).clicked() || pressed {
                    picked = Some(at);
                    ui.close();
                }
            }
        });
    });
    picked
}

fn set(record: &ClaimRecord, field: Field, value: FieldValue) -> Action {
    Action::SetField(vec![record.id], field, Some(value))
}

fn choice(record: &ClaimRecord, name: &'static str, width: f32, field: Field) -> Choice {
    Choice {
        name,
        width,
        set: record.is_set(field),
    }
}

pub(super) fn kind_ui(ui: &mut Ui, record: &ClaimRecord, scale: f32, actions: &mut Vec<Action>) {
    let names = Kind::ALL.map(words::kind);
    let spec = choice(record, "Kind", 122.0 * scale, Field::Kind);
    let picked = choice_ui(ui, (&spec, Dress::Pane), words::kind(record.claim().kind), &names);
    if let Some(kind) = picked.and_then(|at| Kind::ALL.get(at)) {
        actions.push(set(record, Field::Kind, FieldValue::Kind(*kind)));
    }
}

/// Ways in which words hold a number.
pub(in crate::ui) const READINGS: [Qualifier; 7] = [
    Qualifier::Exact,
    Qualifier::About,
    Qualifier::AtLeast,
    Qualifier::MoreThan,
    Qualifier::Almost,
    Qualifier::UpTo,
    Qualifier::LessThan,
];

/// How the words hold the number.
pub(super) fn reading_ui(ui: &mut Ui, record: &ClaimRecord, (scale, dress): (f32, Dress), actions: &mut Vec<Action>) {
    let figure = record.claim().figure;
    let names = READINGS.map(qualifier);
    let spec = choice(record, "Reading", 112.0 * scale, Field::Figure);
    let picked = choice_ui(ui, (&spec, dress), qualifier(figure.qualifier), &names);
    let reading = picked.and_then(|at| READINGS.get(at));
    if let Some((reading, number)) = reading.zip(figure.anchor()) {
        let value = FieldValue::Figure(Figure::hedged(number, *reading));
        actions.push(set(record, Field::Figure, value));
    }
}

pub(super) fn scope_ui(ui: &mut Ui, record: &ClaimRecord, (scale, dress): (f32, Dress), actions: &mut Vec<Action>) {
    let names = Scope::ALL.map(words::scope);
    let spec = choice(record, "Scope", 136.0 * scale, Field::Scope);
    let picked = choice_ui(ui, (&spec, dress), words::scope(record.claim().scope), &names);
    if let Some(scope) = picked.and_then(|at| Scope::ALL.get(at)) {
        actions.push(set(record, Field::Scope, FieldValue::Scope(*scope)));
    }
}

pub(super) fn class_ui(ui: &mut Ui, record: &ClaimRecord, (scale, dress): (f32, Dress), actions: &mut Vec<Action>) {
    let names = VictimClass::ALL.map(words::class);
    let spec = choice(record, "Class", 140.0 * scale, Field::VictimClass);
    let picked = choice_ui(ui, (&spec, dress), words::class(record.claim().victim_class), &names);
    if let Some(class) = picked.and_then(|at| VictimClass::ALL.get(at)) {
        actions.push(set(record, Field::VictimClass, FieldValue::Class(*class)));
    }
}

pub(super) fn part_ui(ui: &mut Ui, record: &ClaimRecord, (scale, dress): (f32, Dress), actions: &mut Vec<Action>) {
    let names = ["No part", "Part of another"];
    let spec = choice(record, "Part of", 120.0 * scale, Field::PartOf);
    let now = if record.claim().part_of {
        "Part of another"
    } else {
        "No part"
    };
    if let Some(at) = choice_ui(ui, (&spec, dress), now, &names) {
        actions.push(set(record, Field::PartOf, FieldValue::Flag(at == 1)));
    }
}

pub(super) fn modality_ui(ui: &mut Ui, record: &ClaimRecord, (scale, dress): (f32, Dress), actions: &mut Vec<Action>) {
    let names = Modality::ALL.map(words::modality);
    let spec = choice(record, "Modality", 112.0 * scale, Field::Modality);
    let picked = choice_ui(ui, (&spec, dress), words::modality(record.claim().modality), &names);
    if let Some(modality) = picked.and_then(|at| Modality::ALL.get(at)) {
        actions.push(set(record, Field::Modality, FieldValue::Modality(*modality)));
    }
}
