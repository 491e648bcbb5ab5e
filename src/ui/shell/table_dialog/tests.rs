//! The question about a table, by the names that a screen reader says.

use std::sync::Arc;

use egui::{Key, vec2};
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;

use crate::app::{Action, OpenTable};
use crate::claim::Kind;
use crate::read::{Kinds, Mapping, Part};
use crate::store::Store;
use crate::ui::testing::{Desktop, TestBackend, desktop};

const TABLE: &str = "day,loss,what,source,frame\n1,10,Deaths,Varland MoD,Cumulative\n2,14,Deaths,Varland MoD,Day\n\
                     3,x,Tanks,Ostland MoD,Cumulative\n";

fn open() -> Desktop {
    let mut backend = TestBackend::new(Store::default());
    let table = OpenTable::of_text("losses.csv", TABLE).expect("a table");
    backend.state.tables.push_back(Arc::new(table));
    desktop(backend, vec2(1200.0, 900.0), 12)
}

fn asked(desktop: &Desktop) -> Vec<Action> {
    desktop.state().as_ref().expect("a window").backend().asked.clone()
}

fn imported(desktop: &Desktop) -> Mapping {
    let mapping = asked(desktop).into_iter().find_map(|action| match action {
        Action::ImportTable(mapping) => Some(mapping),
        _ => None,
    });
    mapping.expect("imported")
}

#[test]
fn a_table_is_asked_about_and_imported_as_said() {
    let mut desktop = open();
    desktop.get_by_label(
        "3 rows and 5 columns. Say what the columns mean: each row becomes one claim, and its row is its quote.",
    );
    desktop.get_by_label("The days are numbers. Say which day is number 1.");
    desktop.get_by_label("Day 1 is").focus();
    desktop.run();
    desktop.get_by_label("Day 1 is").type_text("2031-03-01");
    desktop.run();
    desktop.get_by_label("Killed · 10 · Varland MoD · Sat 1 March 2031 · Running total");
    desktop.get_by_label("Of this table: 1 row without a number that can be read, left out.");
    desktop
        .get_all_by_label("“Cumulative” is a running total (2 rows)")
        .next()
        .expect("a box")
        .click();
    desktop.run();
    desktop.get_by_label("Killed · 10 · Varland MoD · Sat 1 March 2031 · Incident");
    desktop.get_by_label("Kind of Tanks").scroll_to_me();
    desktop.run();
    desktop.get_by_label("Kind of Tanks").click();
    desktop.run();
    desktop.get_by_label("Injured").click();
    desktop.run();
    desktop.get_by_label("Import 2 claims").click();
    desktop.run();
    let mapping = imported(&desktop);
    assert_eq!(mapping.first_day, Some(date(2031, 3, 1)));
    assert_eq!(mapping.part(Part::Speaker), Some("source"));
    let Kinds::Column(column, kinds) = &mapping.kinds else {
        panic!("kinds by column")
    };
    assert_eq!((column.as_str(), kinds["Tanks"].kind), ("what", Kind::Injured));
    assert!(desktop.query_by_label("Do not import").is_none());
}

#[test]
fn escape_leaves_the_table_alone() {
    let mut desktop = open();
    desktop.key_press(Key::Escape);
    desktop.run();
    assert_eq!(asked(&desktop), [Action::SkipTable]);
    assert!(desktop.query_by_label("Do not import").is_none());
}

#[test]
fn each_column_of_numbers_is_a_kind_where_names_say_so() {
    let text =
        "date,town,killed,hurt,beds\n2031-03-14,Estrava,3,7,40\n2031-03-15,Dunmoor,4,,41\n2031-03-16,Estrava,5,9,42\n";
    let mut backend = TestBackend::new(Store::default());
    let table = OpenTable::of_text("towns.csv", text).expect("a table");
    backend.state.tables.push_back(Arc::new(table));
    let mut desktop = desktop(backend, vec2(1200.0, 900.0), 12);
    desktop.get_by_label(
        "3 rows and 5 columns. Say what the columns mean: each number becomes one claim, and its row is its quote.",
    );
    desktop.get_by_label("Import 5 claims");
    desktop.get_by_label("Kind of beds").scroll_to_me();
    desktop.run();
    desktop.get_by_label("Kind of beds").click();
    desktop.run();
    desktop.get_by_label("Missing").click();
    desktop.run();
    desktop.get_by_label("Import 8 claims").click();
    desktop.run();
    let Kinds::Columns(columns) = imported(&desktop).kinds else {
        panic!("a kind for each column")
    };
    let kinds: Vec<(&str, Kind)> = columns.iter().map(|(name, one)| (name.as_str(), one.kind)).collect();
    assert_eq!(
        kinds,
        [
            ("beds", Kind::Missing),
            ("hurt", Kind::Injured),
            ("killed", Kind::Killed)
        ]
    );
}
