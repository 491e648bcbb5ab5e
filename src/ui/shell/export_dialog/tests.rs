//! The dialog by the names that a screen reader says.

use egui::{Key, Modifiers, Role, vec2};
use egui_kittest::kittest::Queryable as _;

use crate::app::{Action, ExportOrder};
use crate::export::formats::{STORY_KEYS, Which, formats};
use crate::show::testing::store;
use crate::show::testing_sample::varland;
use crate::ui::testing::{Desktop, TestBackend, click, desktop, press, type_words};

fn open() -> Desktop {
    let mut backend = TestBackend::new(varland());
    let exports = &mut backend.state.settings.exports;
    exports.insert("folder".to_owned(), "/nowhere".to_owned());
    exports.insert("claims-csv.bom".to_owned(), "on".to_owned());
    let mut desktop = desktop(backend, vec2(1100.0, 700.0), 12);
    press(&mut desktop, Modifiers::COMMAND, Key::E);
    desktop
}

fn orders(desktop: &Desktop) -> Vec<ExportOrder> {
    let asked = &desktop.state().as_ref().expect("a window").backend().asked;
    let orders = asked.iter().filter_map(|action| match action {
        Action::Export(order) => Some(order.clone()),
        _ => None,
    });
    orders.collect()
}

#[test]
fn every_format_is_listed_with_what_it_is_for() {
    let mut desktop = open();
    for format in formats() {
        desktop
            .get_by_role_and_label(Role::RadioButton, format.label)
            .scroll_to_me();
        desktop.run();
        desktop.get_by_role_and_label(Role::RadioButton, format.label).click();
        desktop.run();
        desktop.get_by_label(format.purpose);
        for option in format.options {
            assert!(
                desktop.query_all_by_label(option.label).next().is_some(),
                "{}",
                option.id
            );
        }
    }
}

#[test]
fn what_is_chosen_is_exported() {
    let mut desktop = open();
    // its box stands as it was left
    for name in ["Byte-order mark", "HXL tags"] {
        desktop.get_by_role_and_label(Role::CheckBox, name).click();
        desktop.run();
    }
    desktop.get_by_label("Which claims").click();
    desktop.run();
    desktop.get_by_label_contains("Accepted only (").click();
    desktop.run();
    let num = varland()
        .claims()
        .filter(|record| record.status() == crate::store::Status::Accepted)
        .count();
    click(&mut desktop, &format!("Export {num} claims"));
    let orders = orders(&desktop);
    assert_eq!(orders.len(), 1, "{orders:?}");
    assert_eq!(
        (orders[0].format.as_str(), orders[0].which),
        ("claims-csv", Which::Accepted)
    );
    assert_eq!(
        orders[0].path,
        std::path::PathBuf::from("/nowhere/varland-march-2031-claims.csv")
    );
    let values = orders[0].options.values();
    assert_eq!((values["bom"].as_str(), values["hxl"].as_str()), ("off", "on"));
    assert!(
        desktop.query_all_by_label("HXL tags").next().is_none(),
        "the dialog is closed"
    );
}

#[test]
fn a_typed_place_is_taken_by_enter_and_escape_exports_nothing() {
    let mut desktop = open();
    press(&mut desktop, Modifiers::COMMAND, Key::A);
    type_words(&mut desktop, "/nowhere/mine");
    press(&mut desktop, Modifiers::NONE, Key::Enter);
    assert_eq!(orders(&desktop)[0].path, std::path::PathBuf::from("/nowhere/mine.csv"));
    press(&mut desktop, Modifiers::COMMAND, Key::E);
    desktop.get_by_role_and_label(Role::CheckBox, "Byte-order mark");
    press(&mut desktop, Modifiers::NONE, Key::Escape);
    press(&mut desktop, Modifiers::NONE, Key::Escape);
    assert!(desktop.query_all_by_label("Byte-order mark").next().is_none());
    assert_eq!(orders(&desktop).len(), 1);
}

#[test]
fn a_file_that_is_there_is_told_of_and_no_claim_is_no_export() {
    let mut desktop = open();
    let there = tempfile::NamedTempFile::with_suffix(".csv").expect("a file");
    press(&mut desktop, Modifiers::COMMAND, Key::A);
    type_words(&mut desktop, &there.path().display().to_string());
    desktop.get_by_label("A file of that name is there. It will be replaced.");
    desktop.get_by_label("Export and replace");
    click(&mut desktop, "Cancel");
    assert!(orders(&desktop).is_empty());
}

#[test]
fn the_palette_reaches_each_format_and_the_list_the_other_ways_out() {
    let mut desktop = open();
    click(&mut desktop, "Cancel");
    press(&mut desktop, Modifiers::COMMAND, Key::K);
    type_words(&mut desktop, "ucdp");
    press(&mut desktop, Modifiers::NONE, Key::Enter);
    desktop.get_by_label("Best, low and high with precision of day and place, as UCDP codes them");
    desktop.get_by_label("Adopted figures (CSV)...").scroll_to_me();
    desktop.run();
    click(&mut desktop, "Adopted figures (CSV)...");
    desktop.get_by_label("Export adopted figures");
}

#[test]
fn a_report_can_tell_one_story() {
    let two = || {
        store(&[
            (
                "Herald",
                "2031-03-14",
                "Flood in Estrava\n\nThe river flooded Estrava. {killed|31 people} died in Estrava.",
            ),
            (
                "Post",
                "2031-03-14",
                "Flood\n\nThe river flooded Estrava. {killed|33 people} died in Estrava.",
            ),
            (
                "Herald",
                "2031-08-02",
                "Mine of Dunmoor\n\nThe mine of Dunmoor fell in. {missing|9 miners} are missing in Dunmoor.",
            ),
            (
                "Post",
                "2031-08-02",
                "Mine\n\nThe mine of Dunmoor fell in. {missing|7 miners} are missing in Dunmoor.",
            ),
        ])
    };
    let mut backend = TestBackend::new(two());
    let rows = crate::show::story_rows(&backend.state.store, &backend.state.conclusions);
    let exports = &mut backend.state.settings.exports;
    exports.insert("folder".to_owned(), "/nowhere".to_owned());
    exports.insert("format".to_owned(), "report".to_owned());
    // the story of another project
    exports.insert("report.story-keys".to_owned(), "gone".to_owned());
    let mut desktop = desktop(backend, vec2(1100.0, 700.0), 12);
    press(&mut desktop, Modifiers::COMMAND, Key::E);
    assert!(rows.len() > 1, "{rows:?}");
    desktop.get_by_label("Story").click();
    desktop.run();
    let name = &rows.last().expect("a story").name;
    desktop.get_by_role_and_label(Role::Button, name).click();
    desktop.run();
    desktop.get_by_label("The figures, charts and conflicts of this story alone.");
    click(&mut desktop, "Export 4 claims");
    let values = orders(&desktop).first().map(|order| order.options.values().clone());
    assert_eq!(values.expect("an order")[STORY_KEYS], rows.last().expect("a story").key);
}
