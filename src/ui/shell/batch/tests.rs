//! The questions about batches, by the names that a screen reader says.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable as _;

use crate::app::{Action, BatchAct, Incoming, IncomingRow, OpenRecords, OpenTable};
use crate::article::RowField;
use crate::store::Store;
use crate::ui::testing::{Desktop, TestBackend, desktop};

fn rows() -> Vec<u8> {
    let text = "At least 12 people were killed in the harbour fire, the city hospital said. ".repeat(4);
    let row = |title: &str, text: &str| serde_json::json!({"headline": title, "body": text, "lead": "Short", "source": {"name": "The Lantern"}, "dead": 12, "day": 3});
    let rows = [row("Toll rises", &text), row("Seven held", &text), row("Empty", "")];
    serde_json::to_vec(&rows).unwrap()
}

fn asked(desktop: &Desktop) -> Vec<BatchAct> {
    let asked = &desktop.state().as_ref().expect("a window").backend().asked;
    let acts = asked.iter().filter_map(|action| match action {
        Action::Batch(act) => Some(act.clone()),
        _ => None,
    });
    acts.collect()
}

#[test]
fn fields_are_guessed_chosen_and_imported() {
    let mut backend = TestBackend::new(Store::default());
    let open = OpenRecords::of_bytes("/x/news.json", &rows()).expect("data");
    backend.state.batch.records.push_back(Arc::new(open));
    let mut desktop = desktop(backend, vec2(1100.0, 700.0), 12);
    desktop.get_by_label("Import “news.json”");
    desktop.get_by_label("3 rows. Say what the fields mean: each row with a text becomes one article.");
    desktop.get_by_label("1 row without a text or not readable is left out.");
    desktop.get_by_label("Rows are claims");
    desktop.get_by_label("Author").click();
    desktop.run();
    desktop.get_by_label("lead").click();
    desktop.run();
    desktop.get_by_label("Import 2 articles").click();
    desktop.run();
    let Some(BatchAct::ImportRecords(0, fields)) = asked(&desktop).pop() else {
        panic!("imported")
    };
    assert_eq!(
        fields.written(),
        "text=body,title=headline,outlet=source.name,author=lead,date=day"
    );
    assert_eq!(fields.get(RowField::Text), Some("body"));
}

#[test]
fn rows_may_be_claims_and_claims_articles() {
    let mut backend = TestBackend::new(Store::default());
    let open = OpenRecords::of_bytes("/x/news.json", &rows()).expect("data");
    backend.state.batch.records.push_back(Arc::new(open));
    let mut first = desktop(backend, vec2(1200.0, 900.0), 12);
    first.get_by_label("Rows are claims").click();
    first.run();
    assert_eq!(asked(&first), [BatchAct::RecordsAsClaims(0)]);
    let mut backend = TestBackend::new(Store::default());
    let table = OpenTable::of_text("losses.csv", "day,loss,what\n1,10,a\n2,14,b\n3,7,c\n").expect("a table");
    backend.state.tables.push_back(Arc::new(table));
    let mut second = desktop(backend, vec2(1200.0, 900.0), 12);
    second.get_by_label("Rows are articles").click();
    second.run();
    assert_eq!(asked(&second), [BatchAct::TableAsArticles]);
}

#[test]
fn a_batch_is_listed_and_added_without_what_is_unchecked() {
    let row = |number: usize| IncomingRow {
        title: format!("Toll of day {number}"),
        outlet: (number > 0).then(|| "The Lantern".to_owned()),
        day: None,
        claims: number,
    };
    let incoming = Incoming {
        file_name: "export.txt".to_owned(),
        rows: (0..300).map(row).collect(),
        left_out: vec![(
            "export.txt/a.png".to_owned(),
            "This is a PNG picture, not text.".to_owned(),
        )],
        already: 2,
    };
    let mut backend = TestBackend::new(Store::default());
    backend.state.batch.incoming = Some(Arc::new(incoming));
    let mut desktop = desktop(backend, vec2(1100.0, 700.0), 12);
    desktop.get_by_label("300 articles in “export.txt”");
    desktop.get_by_label("2 articles of the file are in the project already, and not listed.");
    desktop.get_by_label("a.png: This is a PNG picture, not text.");
    desktop.get_by_label("Add “Toll of day 1”").click();
    desktop.run();
    desktop.get_by_label("Add 299 articles").click();
    desktop.run();
    assert_eq!(asked(&desktop), [BatchAct::Add(BTreeSet::from([1]))]);
}

#[test]
fn a_folder_to_watch_is_asked_for_from_the_palette() {
    let mut desktop = desktop(TestBackend::new(Store::default()), vec2(1100.0, 700.0), 12);
    desktop.key_press_modifiers(Modifiers::COMMAND, Key::K);
    desktop.run();
    desktop.event(egui::Event::Text("watch a folder".to_owned()));
    desktop.run();
    desktop.key_press(Key::Enter);
    desktop.run();
    desktop.get_by_label("Watch a folder");
    desktop.get_by_label("Watch");
}

#[test]
fn two_files_of_one_question_are_named() {
    let mut open = OpenRecords::of_bytes("/x/news.json", &rows()).expect("data");
    open.join(OpenRecords::of_bytes("/x/more.json", &rows()).expect("data"));
    assert_eq!(open.name(), "“news.json” and “more.json”");
}
