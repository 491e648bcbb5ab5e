//! The window at the largest text size: as few points as then are left.

use egui::{Key, Modifiers, Pos2, vec2};
use egui_kittest::kittest::Queryable as _;

use super::testing::{Desktop, TestBackend, desktop};
use crate::show::testing_sample::varland;
use crate::store::Status;

fn open(width: f32, height: f32) -> Desktop {
    let mut backend = TestBackend::new(varland());
    let record = backend
        .state
        .store
        .claims()
        .find(|claim| claim.status() == Status::Unreviewed)
        .expect("a claim")
        .clone();
    backend.state.selection.article = Some(record.article);
    backend.state.selection.claim = Some(record.id);
    desktop(backend, vec2(width, height), 6)
}

fn place(desktop: &Desktop, label: &str) -> egui::Rect {
    desktop.get_by_label(label).rect()
}

/// Presses keys and goes some frames on: the ring after a jump draws for longer.
fn step(desktop: &mut Desktop, modifiers: Modifiers, key: Key) {
    desktop.key_press_modifiers(modifiers, key);
    desktop.run_steps(4);
}

#[test]
fn at_the_largest_text_size_nothing_lies_over_something_else() {
    // as many points as 1600 × 1000 and 1100 × 700 pixels have at 200 %
    for (width, height) in [(800.0, 500.0), (550.0, 350.0)] {
        let mut desktop = open(width, height);
        let window = egui::Rect::from_min_size(Pos2::ZERO, vec2(width, height));
        let bar = [
            "Read",
            "Compare",
            "Review",
            "Names",
            "Undo",
            "Redo",
            "Find or run a command",
        ];
        let places: Vec<egui::Rect> = bar.iter().map(|label| place(&desktop, label)).collect();
        for (label, pair) in bar.iter().zip(places.windows(2)) {
            assert!(window.contains_rect(pair[0]), "{label} in {width}");
            assert!(
                !pair[0].shrink(1.0).intersects(pair[1].shrink(1.0)),
                "{label} in {width}"
            );
        }
        // the article's words end before the inspector begins
        let inspector = place(&desktop, "Accept").left() - 8.0;
        for mark in desktop.get_all_by_role(egui::accesskit::Role::Link) {
            let mark = mark.rect();
            assert!(
                mark.left() > inspector || mark.right() <= inspector,
                "{mark:?} in {width}"
            );
        }
        step(&mut desktop, Modifiers::COMMAND, Key::F);
        assert!(place(&desktop, "Next hit").right() <= place(&desktop, "Close the search").left());
        step(&mut desktop, Modifiers::NONE, Key::Escape);
        step(&mut desktop, Modifiers::NONE, Key::F1);
        assert!(window.contains_rect(place(&desktop, "All keys...")), "help in {width}");
    }
}
