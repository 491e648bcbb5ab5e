//! What happened to the counted, and to whom: the same for all rows, or by the cells of a column.

use egui::Ui;

use super::super::super::theme::{Theme, Type};
use super::super::super::widgets::{label_ui, pick_ui};
use super::{PICK_WIDTH, Seen, named_ui};
use crate::claim::{Kind, VictimClass};
use crate::read::{Kinds, Mapping, Outcome};
use crate::show::words;

/// A column with more different cells says no kinds.
const MOST_KINDS: usize = 200;
/// Shown for a cell that stays a kind of its own.
const OWN: &str = "A kind of its own";

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
        let mut names = vec!["The same in every row"];
        names.extend(by_column.iter().map(String::as_str));
        let at = match &mapping.kinds {
            Kinds::All(_) => 0,
            Kinds::Column(column, _) => columns.iter().position(|name| *name == column).map_or(0, |at| at + 1),
        };
        let chosen = names.get(at).copied().unwrap_or_default();
        match pick_ui(ui, ("Kind", PICK_WIDTH), chosen, &names) {
            Some(0) => {
                mapping.kinds = Kinds::All(Outcome {
                    kind: Kind::Killed,
                    class: VictimClass::Unspecified,
                });
            }
            Some(at) => {
                if let Some(column) = columns.get(at - 1) {
                    mapping.set_kind_column(seen.grid(), column);
                }
            }
            None => {}
        }
    });
    match &mut mapping.kinds {
        Kinds::All(outcome) => {
            named_ui(ui, "", |ui| {
                let mut some = Some(*outcome);
                outcome_ui(ui, "every row", &mut some);
                *outcome = some.unwrap_or(*outcome);
            });
        }
        Kinds::Column(column, kinds) => {
            for (cell, count) in seen.cells(column) {
                named_ui(ui, "", |ui| {
                    let mut outcome = kinds.get(cell).copied();
                    outcome_ui(ui, cell, &mut outcome);
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

/// Kind and class of one cell; `None` for a kind of its own.
fn outcome_ui(ui: &mut Ui, of: &str, outcome: &mut Option<Outcome>) {
    let mut names = Kind::ALL.map(words::kind).to_vec();
    names.push(OWN);
    let chosen = outcome.map_or(OWN, |outcome| words::kind(outcome.kind));
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
