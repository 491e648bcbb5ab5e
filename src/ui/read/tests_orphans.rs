//! Marks that lost their place are told in the library.

use egui::{Modifiers, vec2};
use egui_kittest::kittest::Queryable as _;

use crate::show::testing_sample::varland;
use crate::store::{Change, Edit, Store, Verdict};
use crate::ui::Backend as _;
use crate::ui::testing::{Desktop, TestBackend, click, desktop};

const AT: &str = "2031-03-15T09:00:00Z";

/// The sample, where the words of an accepted claim were taken out of its article's text.
fn project() -> Store {
    let mut store = varland();
    let claim = store.claims().next().expect("a claim").clone();
    let edit = store.set_verdict(&[claim.id], Verdict::Accepted);
    store.commit(edit, AT);
    let row = store.article(claim.article).expect("its article").clone();
    let words = claim.claim().span.of(row.text()).to_owned();
    let text = row.text().replacen(&words, "Nobody", 1);
    let moved = store.move_marks(&row, &text);
    let mut changes = moved.changes;
    changes.push(Change::Article(row.id, Some(std::sync::Arc::new(moved.article))));
    store.commit(Edit::new("Text corrected", changes), AT);
    store
}

fn state(desktop: &Desktop) -> &crate::app::State {
    desktop.state().as_ref().expect("a window").backend().state()
}

#[test]
fn articles_with_orphaned_marks_are_told_and_listed_alone() {
    let store = project();
    let counts = store.num_orphans();
    assert_eq!(counts.values().sum::<usize>(), 1);
    let id = *counts.keys().next().expect("an article");
    let title = store.article(id).expect("it").title().to_owned();
    let all = store.num_articles();
    let mut desktop = desktop(TestBackend::new(store), vec2(1600.0, 1000.0), 8);
    let row = format!("Article: {title}, 1 orphaned mark");
    let rows = |desktop: &Desktop| desktop.query_all_by_label_contains("Article: ").count();
    desktop.get_by_label(&row);
    assert!(rows(&desktop) > 1);
    click(&mut desktop, "Orphaned 1");
    assert!(state(&desktop).library.orphaned_only);
    assert_eq!(rows(&desktop), 1);
    desktop.get_by_label(&row);
    // the article tells which mark it is
    click(&mut desktop, &row);
    assert!(desktop.query_all_by_label("Orphaned").count() > 0);
    // taken back, nothing is orphaned and the list says so
    let window = desktop.state_mut().as_mut().expect("a window");
    window.backend_mut().act(crate::app::Action::Undo);
    desktop.run();
    desktop.get_by_label("Every mark has its place.");
    click(&mut desktop, "Orphaned 0");
    assert_eq!(rows(&desktop), all);
    assert!(desktop.query_by_label("Orphaned 0").is_none());
}

#[test]
fn the_palette_lists_them_too() {
    let mut desktop = desktop(TestBackend::new(project()), vec2(1600.0, 1000.0), 8);
    desktop.key_press_modifiers(Modifiers::COMMAND, egui::Key::K);
    desktop.run();
    desktop.event(egui::Event::Text("orphaned marks".to_owned()));
    desktop.run();
    desktop.key_press(egui::Key::Enter);
    desktop.run();
    assert!(state(&desktop).library.orphaned_only);
}
