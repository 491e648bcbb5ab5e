//! The rows of the question: number, days, who and where, running totals.

use egui::{Id, Ui};

use super::super::super::compare::toolbar::check_ui;
use super::super::super::theme::{Theme, Type};
use super::super::super::widgets::{label_ui, pick_ui, segmented_ui, text_field_ui};
use super::{PICK_WIDTH, Seen, named_ui};
use crate::read::{DayForm, Mapping, Part, Totals};
use crate::show::{input, words};

/// Shown where no column is chosen.
const NONE: &str = "No column";
/// Cells that are shown as examples of a column.
const MOST_EXAMPLES: usize = 3;
/// A column of running totals has no more different cells.
const MOST_FRAMES: usize = 12;

/// The number and its bounds.
pub(super) fn number_ui(ui: &mut Ui, seen: &Seen, mapping: &mut Mapping) {
    if mapping.is_wide() {
        let c = &Theme::of(ui).color;
        named_ui(ui, "Number", |ui| {
            label_ui(ui, "Several columns, see Kind below", Type::Small, c.muted);
        });
        return;
    }
    let chosen = mapping.count.clone();
    if let Some(column) = column_ui(ui, seen, "Number", chosen.as_deref()) {
        mapping.count = column;
    }
    for (part, name) in [
        (Part::Low, "Lowest"),
        (Part::High, "Highest"),
        (Part::Minimum, "At least, if marked"),
        (Part::Maximum, "At most, if marked"),
    ] {
        part_ui(ui, seen, mapping, part, name);
    }
}

/// The days and how they are written.
pub(super) fn days_ui(ui: &mut Ui, seen: &Seen, mapping: &mut Mapping, first_day: &mut String) {
    if part_ui(ui, seen, mapping, Part::Day, "Day of the figure")
        && let Some(column) = mapping.part(Part::Day)
    {
        mapping.day_form = DayForm::best(seen.grid(), column);
    }
    part_ui(ui, seen, mapping, Part::EventDay, "Day of the harm");
    if mapping.part(Part::Day).is_none() && mapping.part(Part::EventDay).is_none() {
        return;
    }
    named_ui(ui, "Days are written", |ui| {
        let names = ["2031-03-14", "14/3/2031", "3/14/2031", "As numbers"];
        let at = DayForm::ALL.iter().position(|form| *form == mapping.day_form);
        if let Some(form) = segmented_ui(ui, at.unwrap_or(0), &names).and_then(|at| DayForm::ALL.get(at)) {
            mapping.day_form = *form;
        }
    });
    if mapping.day_form == DayForm::Number {
        named_ui(ui, "Day 1 is", |ui| {
            let wrong = !first_day.trim().is_empty() && mapping.first_day.is_none();
            ui.scope(|ui| {
                ui.set_max_width(PICK_WIDTH);
                let id = Id::unique("first day of a table");
                text_field_ui(ui, id, first_day, ("Day 1 is", "2031-03-14"), wrong);
            });
            let c = &Theme::of(ui).color;
            mapping.first_day = input::day(first_day);
            match mapping.first_day {
                Some(day) => label_ui(ui, words::day(day), Type::Small, c.muted),
                None if wrong => label_ui(ui, "Not a day. Write it as 2031-03-14.", Type::Small, c.error),
                None => label_ui(ui, "The first day's date", Type::Small, c.muted),
            };
        });
    }
}

/// Who says so, where, whom.
pub(super) fn rest_ui(ui: &mut Ui, seen: &Seen, mapping: &mut Mapping) {
    for (part, name) in [
        (Part::Speaker, "Speaker"),
        (Part::Relay, "Passed on by"),
        (Part::Place, "Place"),
        (Part::Victims, "Victims in words"),
    ] {
        part_ui(ui, seen, mapping, part, name);
    }
}

/// Which rows are running totals.
pub(super) fn totals_ui(ui: &mut Ui, seen: &Seen, mapping: &mut Mapping) {
    named_ui(ui, "Running totals", |ui| {
        let mut names = vec!["Every row is one", "No row is one"];
        let columns: Vec<&String> = seen
            .grid()
            .columns
            .iter()
            .filter(|name| frames(seen, name).is_some())
            .collect();
        let by_column: Vec<String> = columns.iter().map(|name| format!("As “{name}” says")).collect();
        names.extend(by_column.iter().map(String::as_str));
        let at = match &mapping.totals {
            Totals::All => 0,
            Totals::None => 1,
            Totals::Column(column, _) => columns.iter().position(|name| *name == column).map_or(1, |at| at + 2),
        };
        let chosen = names.get(at).copied().unwrap_or_default();
        match pick_ui(ui, ("Running totals", PICK_WIDTH), chosen, &names) {
            Some(0) => mapping.totals = Totals::All,
            Some(1) => mapping.totals = Totals::None,
            Some(at) => {
                if let Some(column) = columns.get(at - 2) {
                    mapping.totals = Totals::Column((*column).clone(), std::collections::BTreeSet::new());
                }
            }
            None => {}
        }
    });
    if let Totals::Column(column, on) = &mut mapping.totals {
        for (cell, count) in frames(seen, column).unwrap_or_default() {
            named_ui(ui, "", |ui| {
                let word = format!("“{cell}” is a running total ({})", words::count(*count, "row"));
                if check_ui(ui, on.contains(cell), &word) && !on.remove(cell) {
                    on.insert(cell.clone());
                }
            });
        }
    }
}

/// The cells of a column that has few different ones.
fn frames<'s>(seen: &'s Seen, column: &str) -> Option<&'s [(String, usize)]> {
    let cells = seen.cells(column);
    (1..=MOST_FRAMES).contains(&cells.len()).then_some(cells)
}

/// A row for a part; true where another column was chosen.
fn part_ui(ui: &mut Ui, seen: &Seen, mapping: &mut Mapping, part: Part, name: &str) -> bool {
    let chosen = mapping.part(part).map(str::to_owned);
    let picked = column_ui(ui, seen, name, chosen.as_deref());
    if let Some(column) = picked {
        mapping.set_part(part, column);
        return true;
    }
    false
}

/// A choice of a column with some of its cells beside; what was picked.
fn column_ui(ui: &mut Ui, seen: &Seen, name: &str, chosen: Option<&str>) -> Option<Option<String>> {
    named_ui(ui, name, |ui| {
        let mut choices = vec![NONE];
        choices.extend(seen.grid().columns.iter().map(String::as_str));
        let picked = pick_ui(ui, (name, PICK_WIDTH), chosen.unwrap_or(NONE), &choices);
        if let Some(column) = chosen {
            let c = &Theme::of(ui).color;
            label_ui(ui, examples(seen, column), Type::Small, c.muted);
        }
        picked.map(|at| seen.grid().columns.get(at.checked_sub(1)?).cloned())
    })
}

/// The first different cells of a column.
fn examples(seen: &Seen, column: &str) -> String {
    let grid = seen.grid();
    let Some(at) = grid.column(column) else {
        return String::new();
    };
    let mut out: Vec<String> = Vec::new();
    for row in &grid.rows {
        let cell = words::short(row.cell(at), 24);
        if !cell.is_empty() && !out.contains(&cell) {
            out.push(cell);
        }
        if out.len() == MOST_EXAMPLES {
            break;
        }
    }
    out.join(" · ")
}
