//! The Compare view driven by labels.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{CompareView, strip_ui};
use crate::app::Action;
use crate::show::LinesBy;
use crate::show::testing::claim;
use crate::show::testing_sample::varland;
use crate::ui::Backend as _;
use crate::ui::testing::TestBackend;
use crate::ui::theme;

struct Run {
    backend: TestBackend,
    view: CompareView,
    strip: bool,
}

fn harness<'a>(size: [f32; 2], strip: bool) -> Harness<'a, Run> {
    let mut backend = TestBackend::new(varland());
    backend.state.compare.lines_by = LinesBy::Speaker;
    let run = Run {
        backend,
        view: CompareView::default(),
        strip,
    };
    let draw = |ui: &mut egui::Ui, run: &mut Run| {
        let mut actions = Vec::new();
        if run.strip {
            strip_ui(ui, run.backend.state(), &mut actions);
        } else {
            run.view.view_ui(ui, run.backend.state(), &mut actions);
        }
        for action in actions {
            run.backend.act(action);
            ui.ctx().request_repaint();
        }
    };
    Harness::builder()
        .with_size(size)
        .with_max_steps(12)
        .with_context_setup(theme::install)
        .build_ui_state(draw, run)
}

const WIDE: [f32; 2] = [1600.0, 900.0];
const POINT: &str = "50 killed, Square Committee, Wed 12 March, more than, unreviewed";

#[test]
fn a_click_on_a_point_selects_its_claim() {
    let mut harness = harness(WIDE, false);
    harness.run();
    harness.get_by_label(POINT).click();
    harness.run();
    let state = &harness.state().backend.state;
    assert_eq!(state.selection.claim, Some(claim(&state.store, "More than 50 people")));
}

#[test]
fn a_second_click_goes_to_the_next_mention_of_the_figure() {
    let mut harness = harness(WIDE, false);
    let label = "71 killed, Square Committee, Fri 14 March, at least, unreviewed";
    let ids = {
        let store = &harness.state().backend.state.store;
        [claim(store, "at least 71 people"), claim(store, "at least 71")]
    };
    for expected in [ids[0], ids[1], ids[0]] {
        harness.get_by_label(label).click();
        harness.run();
        // Two clicks in a row at once would be a double click.
        harness.run_steps(40);
        assert_eq!(harness.state().backend.state.selection.claim, Some(expected));
    }
}

#[test]
fn a_source_is_hidden_by_a_click_on_its_name_and_shown_again() {
    let mut harness = harness(WIDE, false);
    harness.run();
    harness.get_by_label("Square Committee").click();
    harness.run();
    assert!(harness.query_by_label(POINT).is_none());
    harness.get_by_label("Show all sources").click();
    harness.run();
    assert!(harness.query_by_label(POINT).is_some());
}

#[test]
fn the_card_opens_on_hover_with_the_sentence() {
    let mut harness = harness(WIDE, false);
    harness.run();
    harness.get_by_label(POINT).hover();
    harness.run_steps(20);
    let sentence = "More than 50 people have died since Monday, the committee's spokeswoman said.";
    assert!(harness.query_by_label(sentence).is_some());
    let state = &harness.state().backend.state;
    assert_eq!(
        state.selection.hovered,
        Some(claim(&state.store, "More than 50 people"))
    );
}

#[test]
fn the_table_below_selects_and_changes_its_kind() {
    let mut harness = harness(WIDE, false);
    harness.run();
    harness.get_by_label("Interior Ministry, Thu 13 March: 28").click();
    harness.run();
    let state = &harness.state().backend.state;
    assert_eq!(state.selection.claim, Some(claim(&state.store, "28")));
    harness.get_by_label("Arrested").click();
    harness.run();
    assert!(
        harness
            .query_by_label("Interior Ministry, Thu 13 March: >\u{a0}3,000")
            .is_some()
    );
}

#[test]
fn a_reason_is_kept_as_a_ruling() {
    let mut harness = harness(WIDE, false);
    harness.run();
    let label = "Reason for killed total falls, Thu 13 March: Not set";
    harness.get_by_label(label).scroll_to_me();
    harness.run();
    harness.get_by_label(label).click();
    harness.run();
    harness.get_by_label("Correction").click();
    harness.run();
    let run = harness.state();
    assert!(
        run.backend
            .asked
            .iter()
            .any(|action| matches!(action, Action::RuleOn(..)))
    );
    let rulings = run.backend.state.store.rulings();
    assert!(rulings.values().any(|ruling| ruling.reason == "Correction"));
}

#[test]
fn narrow_windows_have_the_conflicts_as_a_tab() {
    let mut harness = harness([1100.0, 680.0], false);
    harness.run();
    assert!(harness.query_by_label("No reason yet 12").is_none());
    let tab = harness.state().backend.state.conclusions.conflicts.len();
    assert!(tab > 0);
    let name = "Conflicts 12";
    harness.get_by_label(name).click();
    harness.run();
    assert!(harness.query_by_label("No reason yet 12").is_some());
}

#[test]
fn the_strip_shows_three_kinds_where_there_is_room() {
    let mut wide = harness([980.0, 168.0], true);
    wide.run();
    assert!(wide.query_by_label(POINT).is_some());
    assert!(
        wide.query_by_label("4,400 arrested, Interior Ministry, Fri 14 March, more than, unreviewed")
            .is_some()
    );
    let mut narrow = harness([600.0, 104.0], true);
    narrow.run();
    assert!(
        narrow
            .query_by_label("4,400 arrested, Interior Ministry, Fri 14 March, more than, unreviewed")
            .is_none()
    );
}

#[test]
fn nothing_to_draw_is_said_with_a_way_out() {
    let mut harness = harness(WIDE, false);
    let hidden = {
        let state = &harness.state().backend.state;
        let sources = crate::show::Sources::new(&state.store, LinesBy::Speaker);
        sources.rows.into_iter().map(|row| row.key).collect()
    };
    harness.state_mut().backend.state.compare.hidden = hidden;
    harness.run();
    harness.get_by_label("Clear the filter").click();
    harness.run();
    assert!(harness.query_by_label(POINT).is_some());
}
