//! The Review view driven by labels.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::ReviewView;
use crate::app::{Action, State};
use crate::quantity::Figure;
use crate::show::testing::claim;
use crate::show::testing_sample::varland;
use crate::store::{ClaimId, Store, Verdict};
use crate::ui::Backend as _;
use crate::ui::testing::{TestBackend, verdict};
use crate::ui::theme;

struct Run {
    backend: TestBackend,
    view: ReviewView,
}

fn harness<'a>() -> Harness<'a, Run> {
    harness_of(varland())
}

fn harness_of<'a>(store: Store) -> Harness<'a, Run> {
    let run = Run {
        backend: TestBackend::new(store),
        view: ReviewView::default(),
    };
    let draw = |ui: &mut egui::Ui, run: &mut Run| {
        let mut actions = Vec::new();
        keys(ui, &run.backend.state, &mut actions);
        run.view.view_ui(ui, run.backend.state(), &mut actions);
        // As in the window, which hands on only what changed.
        let hovered = run.backend.state.selection.hovered;
        actions.retain(|action| *action != Action::Hover(hovered));
        for action in actions {
            run.backend.act(action);
            ui.ctx().request_repaint();
        }
    };
    Harness::builder()
        .with_size([1500.0, 900.0])
        .with_max_steps(12)
        .with_context_setup(theme::install)
        .build_ui_state(draw, run)
}

/// What the shell does with keys.
fn keys(ui: &egui::Ui, state: &State, actions: &mut Vec<Action>) {
    let pressed = |key| ui.input(|input| input.key_pressed(key)) && !ui.ctx().text_edit_focused();
    let checked: Vec<ClaimId> = state.selection.checked.iter().copied().collect();
    let targets = if checked.is_empty() {
        state.selection.claim.into_iter().collect()
    } else {
        checked
    };
    if pressed(egui::Key::A) {
        actions.push(Action::SetVerdict(targets, Verdict::Accepted));
    }
    if pressed(egui::Key::J) {
        actions.push(Action::NextClaim);
    }
}

fn row(words: &str, figure: &str) -> String {
    format!("{figure} killed, “{words}”, Square Committee, unreviewed")
}

fn y_of(harness: &Harness<'_, Run>, label: &str) -> f32 {
    harness.get_by_label(label).rect().top()
}

#[test]
fn figures_sort_by_their_number() {
    let mut harness = harness();
    harness.run();
    harness.get_by_label("Sort by figure").click();
    harness.run();
    let first = "0 killed, “no one”, Estrava police, unreviewed";
    let third = "3 killed, “three dead”, Interior Ministry, accepted";
    assert!(y_of(&harness, first) < y_of(&harness, third));
    harness.get_by_label("Sort by figure").click();
    harness.run();
    assert!(harness.query_by_label(first).is_none(), "it is at the far end now");
}

#[test]
fn a_row_is_selected_by_click_and_accepted_by_key_and_next_goes_by_the_rows() {
    let mut harness = harness();
    harness.run();
    let label = row("More than 50 people", ">\u{a0}50");
    harness.get_by_label(&label).click();
    harness.run();
    let id = claim(&harness.state().backend.state.store, "More than 50 people");
    assert_eq!(harness.state().backend.state.selection.claim, Some(id));
    harness.key_press(egui::Key::A);
    harness.run();
    assert_eq!(verdict(&harness.state().backend, id), Some(Verdict::Accepted));
    harness.key_press(egui::Key::J);
    harness.run();
    let next = claim(&harness.state().backend.state.store, "about 700");
    assert_eq!(harness.state().backend.state.selection.claim, Some(next));
}

#[test]
fn the_selected_row_stays_in_sight_where_the_window_gets_lower() {
    let mut harness = harness();
    harness.run();
    let id = claim(&harness.state().backend.state.store, "More than 50 people");
    harness.state_mut().backend.act(Action::SelectClaim(id));
    harness.run();
    let label = row("More than 50 people", ">\u{a0}50");
    let is_shown = |harness: &Harness<'_, Run>, height: f32| {
        let row = harness.query_by_label(&label).map(|row| row.rect());
        row.is_some_and(|row| row.top() >= 0.0 && row.bottom() <= height)
    };
    assert!(is_shown(&harness, 900.0));
    harness.set_size(egui::vec2(1500.0, 420.0));
    harness.run();
    harness.run();
    assert!(is_shown(&harness, 420.0));
}

#[test]
fn the_words_of_the_selected_claim_are_in_sight_below_the_rows() {
    let long = "Rescuers searched the harbour through the night while families waited at the gates, ".repeat(6);
    let marked = format!("{long}police said. Then they counted {{killed total|13 officers}} dead.");
    let mut harness = harness_of(crate::show::testing::store(&[(
        "Estrava Herald",
        "2031-03-12",
        &marked,
    )]));
    harness.run();
    let id = claim(&harness.state().backend.state.store, "13 officers");
    harness.state_mut().backend.act(Action::SelectClaim(id));
    harness.set_size(egui::vec2(900.0, 520.0));
    harness.run();
    harness.run();
    // the passage begins with the sentence before, so it begins above what is seen
    let passage = harness.get_by_label("Then they counted 13 officers dead.").rect();
    let head = harness.get_by_label("Open in Read").rect();
    assert!(passage.top() < head.top() && passage.bottom() < 520.0 + 40.0);
}

#[test]
fn checked_rows_are_decided_together() {
    let mut harness = harness();
    harness.run();
    harness.get_by_label("Check More than 50 people").click();
    harness.run();
    harness.get_by_label("Check about 700").click();
    harness.run();
    assert!(harness.query_by_label("2 selected").is_some());
    harness.get_by_label("Reject").click();
    harness.run();
    let backend = &harness.state().backend;
    for words in ["More than 50 people", "about 700"] {
        let id = claim(&backend.state.store, words);
        assert_eq!(verdict(backend, id), Some(Verdict::Rejected));
    }
    harness.get_by_label("Uncheck all").click();
    harness.run();
    assert!(harness.query_by_label("2 selected").is_none());
}

#[test]
fn words_filter_the_rows() {
    let mut harness = harness();
    harness.run();
    harness.get_by_label("Filter claims").focus();
    harness.run();
    harness.get_by_label("Filter claims").type_text("lawyers");
    harness.run();
    let backend = &harness.state().backend;
    assert_eq!(backend.state.review.text, "lawyers");
    assert!(harness.query_by_label("Check More than 50 people").is_none());
    assert!(harness.query_by_label("Check more than 2,100").is_some());
}

fn field<'h>(harness: &'h Harness<'_, Run>) -> egui_kittest::Node<'h> {
    harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Figure")
}

#[test]
fn a_figure_is_corrected_in_its_field_and_wrong_input_is_kept_out() {
    let mut harness = harness();
    let id = claim(&harness.state().backend.state.store, "63");
    harness.state_mut().backend.act(Action::SelectClaim(id));
    harness.run();
    let figure = |harness: &Harness<'_, Run>| harness.state().backend.state.store.claim(id).unwrap().claim().figure;
    field(&harness).focus();
    harness.run();
    field(&harness).type_text("x");
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert_eq!(figure(&harness), Figure::exact(63));
    field(&harness).focus();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run();
    field(&harness).type_text("60-65");
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert_eq!(figure(&harness), Figure::range(60, 65));
}
