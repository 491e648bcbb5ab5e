//! What happened to the counted, and to whom: the same for all rows, or by the cells of a column.

use std::collections::BTreeMap;

use egui::Ui;

use super::super::super::theme::{Theme, Type};
use super::super::super::widgets::{label_ui, pick_ui};
use super::{PICK_WIDTH, Seen, named_ui};
use crate::claim::{Kind, VictimClass};
use crate::read::{Kinds, Mapping, Outcome, number_columns};
use crate::show::words;

/// A column with more different cells says no kinds.
const MOST_KINDS: usize = 200;
/// Shown for a cell that stays a kind of its own.
const OWN: &str = "A kind of its own";
/// Shown for a column of numbers that gives no claims.
const NOT_COUNTED: &str = "Not counted";
/// What a table counts until something else is said.
const KILLED: Outcome = Outcome {
    kind: Kind::Killed,
    class: VictimClass::Unspecified,
};

/// The choice between one kind and a column, then kinds and classes.
pub(super) fn kinds_ui(ui: &mut Ui, seen: &Seen, mapping: &mut Mapping) {
    named_ui(ui, "Kind", |ui| {
        let columns: Vec<&String> = seen
            .grid()
            .columns
            .iter()
            .filter(|column| (1..=MOST_KINDS).contains(&seen.cells(column).len()))
            .collect();
        let by_column: Vec<String> = columns.iter().map(|name| format!("As “{name}” says")).collect();
        let mut names = vec!["The same in every row", "By column of numbers"];
        names.extend(by_column.iter().map(String::as_str));
        let at = match &mapping.kinds {
            Kinds::All(_) => 0,
            Kinds::Columns(_) => 1,
            Kinds::Column(column, _) => columns.iter().position(|name| *name == column).map_or(0, |at| at + 2),
        };
        let chosen = names.get(at).copied().unwrap_or_default();
        match pick_ui(ui, ("Kind", PICK_WIDTH), chosen, &names) {
            Some(1) if !mapping.is_wide() => mapping.set_wide(seen.grid()),
            Some(1) | None => {}
            Some(at) => {
                if mapping.is_wide() {
                    // one column of numbers again: the first of them
                    mapping.count = number_columns(seen.grid()).first().map(|name| (*name).to_owned());
                }
                match at.checked_sub(2).and_then(|at| columns.get(at)) {
                    Some(column) => mapping.set_kind_column(seen.grid(), column),
                    None => mapping.kinds = Kinds::All(KILLED),
                }
            }
        }
    });
    match &mut mapping.kinds {
        Kinds::All(outcome) => {
            named_ui(ui, "", |ui| {
                let mut some = Some(*outcome);
                outcome_ui(ui, ("every row", OWN), &mut some);
                *outcome = some.unwrap_or(*outcome);
            });
        }
        Kinds::Columns(columns) => columns_ui(ui, seen, columns),
        Kinds::Column(column, kinds) => {
            for (cell, count) in seen.cells(column) {
                named_ui(ui, "", |ui| {
                    let mut outcome = kinds.get(cell).copied();
                    outcome_ui(ui, (cell, OWN), &mut outcome);
                    let c = &Theme::of(ui).color;
                    let rows = format!("{} · {}", words::short(cell, 40), words::count(*count, "row"));
                    label_ui(ui, rows, Type::Small, c.muted);
                    match outcome {
                        Some(outcome) => kinds.insert(cell.clone(), outcome),
                        None => kinds.remove(cell),
                    };
                });
            }
        }
    }
}

/// What each column of numbers counts; those that are not chosen count nobody.
fn columns_ui(ui: &mut Ui, seen: &Seen, columns: &mut BTreeMap<String, Outcome>) {
    let mut names = number_columns(seen.grid());
    // also what was chosen before and looks like no count
    names.extend(columns.keys().map(String::as_str));
    let order = |name: &str| seen.grid().column(name);
    names.sort_by_key(|name| order(name));
    names.dedup();
    let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    for name in names {
        named_ui(ui, "", |ui| {
            let mut outcome = columns.get(&name).copied();
            outcome_ui(ui, (&name, NOT_COUNTED), &mut outcome);
            let c = &Theme::of(ui).color;
            let rows = seen.cells(&name).iter().map(|(_, count)| count).sum();
            let told = format!("{} · {}", words::short(&name, 40), words::count(rows, "row"));
            label_ui(ui, told, Type::Small, c.muted);
            match outcome {
                Some(outcome) => columns.insert(name, outcome),
                None => columns.remove(&name),
            };
        });
    }
}

/// Kind and class of one cell; `None`, under the name of `none`, for what is no kind of ours.
fn outcome_ui(ui: &mut Ui, (of, none): (&str, &'static str), outcome: &mut Option<Outcome>) {
    let mut names = Kind::ALL.map(words::kind).to_vec();
    names.push(none);
    let chosen = outcome.map_or(none, |outcome| words::kind(outcome.kind));
    let class = outcome.map_or(VictimClass::Unspecified, |outcome| outcome.class);
    if let Some(at) = pick_ui(ui, (&format!("Kind of {of}"), 150.0), chosen, &names) {
        *outcome = Kind::ALL.get(at).map(|kind| Outcome { kind: *kind, class });
    }
    if let Some(outcome) = outcome {
        let names = VictimClass::ALL.map(class_word);
        let label = format!("Victims of {of}");
        if let Some(at) = pick_ui(ui, (&label, 150.0), class_word(class), &names) {
            outcome.class = VictimClass::ALL.get(at).copied().unwrap_or(class);
        }
    }
}

fn class_word(class: VictimClass) -> &'static str {
    match class {
        VictimClass::Unspecified => "Anybody",
        class => words::class(class),
    }
}
