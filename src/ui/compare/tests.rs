//! The Compare view driven by labels.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{CompareView, strip_ui};
use crate::app::{Action, CompareChange, PictureForm};
use crate::claim::{Kind, Scope};
use crate::link::StoriesSaid;
use crate::show::testing::claim;
use crate::show::testing_sample::varland;
use crate::show::{ChartLayout, DaysBy, FilterChange, LinesBy, Seat, Sources};
use crate::store::Store;
use crate::ui::Backend as _;
use crate::ui::testing::TestBackend;
use crate::ui::theme;
use crate::ui::wish::{self, Wish};

struct Run {
    backend: TestBackend,
    view: CompareView,
    strip: bool,
}

fn harness<'a>(size: [f32; 2], strip: bool) -> Harness<'a, Run> {
    harness_of(size, strip, varland())
}

/// The same project, with all its articles said to be of one story.
fn one_story() -> Store {
    let mut store = varland();
    let mut said = StoriesSaid::default();
    for article in store.articles() {
        said.held.insert(article.id.0.unsigned_abs(), "Varland".to_owned());
    }
    let edit = store.say_stories("Stories joined", &said);
    drop(store.apply(&edit));
    store
}

fn harness_of<'a>(size: [f32; 2], strip: bool, store: Store) -> Harness<'a, Run> {
    let mut backend = TestBackend::new(store);
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
    let mut harness = harness_of(WIDE, false, one_story());
    harness.run();
    let label = "Reason for killed total falls, Thu 13 March: Not set";
    harness.run();
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
fn narrow_windows_have_the_conclusions_as_a_tab() {
    let mut harness = harness([1100.0, 680.0], false);
    harness.run();
    assert!(harness.query_by_label("Stories").is_none());
    let tab = "Conclusions";
    let name = |harness: &Harness<'_, Run>| {
        let mut tabs = harness.query_all_by_label_contains(tab);
        tabs.next().is_some()
    };
    assert!(name(&harness));
    harness.get_by_label_contains(tab).click();
    harness.run();
    assert!(harness.query_by_label("Stories").is_some());
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

#[test]
fn chips_tell_the_filter_and_take_it_away() {
    let mut harness = harness(WIDE, false);
    harness.run();
    let before = harness.state().backend.state.conclusions.conflicts.len();
    assert!(before > 0);
    let backend = &mut harness.state_mut().backend;
    backend.act(Action::Filter(FilterChange::Place("nowhere at all".to_owned())));
    backend.act(Action::Filter(FilterChange::Scope(Scope::Total)));
    harness.run();
    assert!(harness.query_by_label(POINT).is_none());
    assert!(
        harness.query_by_label("Conflicts 0").is_none(),
        "a wide window has no tab"
    );
    harness.get_by_label("Place: nowhere at all  ×").click();
    harness.run();
    assert!(harness.query_by_label(POINT).is_some());
    harness.get_by_label("Clear all").click();
    harness.run();
    assert!(harness.state().backend.state.filter.is_empty());
}

#[test]
fn shift_and_drag_chooses_days() {
    let mut harness = harness(WIDE, false);
    harness.run();
    let from = harness.get_by_label(POINT).rect().center() + egui::vec2(-30.0, -25.0);
    let to = from + egui::vec2(120.0, 0.0);
    harness.event(egui::Event::ModifiersChanged(egui::Modifiers::SHIFT));
    let button = |pos, pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::SHIFT,
    };
    harness.hover_at(from);
    harness.step();
    harness.event(button(from, true));
    harness.step();
    harness.hover_at(to);
    harness.step();
    harness.event(button(to, false));
    harness.run();
    let state = &harness.state().backend.state;
    let days = state
        .filter
        .days
        .map(|(from, to, by)| (from.to_string(), to.to_string(), by));
    let expected = ("2031-03-12".to_owned(), "2031-03-12".to_owned(), DaysBy::AsOf);
    assert_eq!(days, Some(expected));
}

#[test]
fn keys_zoom_and_all_days_come_back() {
    let mut harness = harness(WIDE, false);
    harness.run();
    let first = "3 killed, Interior Ministry, Mon 10 March, exact, reviewed";
    assert!(harness.query_by_label(first).is_some());
    for _ in 0..3 {
        wish::make(&harness.ctx, Wish::ZoomIn);
        harness.step();
    }
    harness.run();
    assert!(harness.query_by_label(first).is_none(), "Monday is out of sight");
    wish::make(&harness.ctx, Wish::FitChart);
    harness.run();
    assert!(harness.query_by_label(first).is_some());
}

#[test]
fn colours_and_vague_words_are_settings_of_the_project() {
    let mut harness = harness(WIDE, false);
    harness.run();
    assert!(
        harness
            .query_by_label("Vague words: Keep bounds · about ±\u{2009}10\u{a0}%")
            .is_some()
    );
    harness.get_by_label("Options").click();
    harness.run();
    harness.get_by_label("ACLED").click();
    harness.run();
    assert!(
        harness
            .query_by_label("Vague words: ACLED · about ±\u{2009}10\u{a0}%")
            .is_some()
    );
    harness.state_mut().backend.act(Action::Undo);
    harness.run();
    assert!(
        harness
            .query_by_label("Vague words: Keep bounds · about ±\u{2009}10\u{a0}%")
            .is_some()
    );
    harness.get_by_label("Square Committee").click_secondary();
    harness.run();
    harness.get_by_label("Colour and shape 6, 6").click();
    harness.run();
    let state = &harness.state().backend.state;
    let sources = Sources::new(&state.store, LinesBy::Speaker);
    let row = sources.rows.iter().find(|row| row.name == "Square Committee");
    assert_eq!(row.and_then(|row| row.seat()), Some(Seat { shape: 5, color: 5 }));
}

#[test]
fn all_kinds_share_one_chart_where_that_is_asked_for() {
    let mut harness = harness(WIDE, false);
    let together = CompareChange::Layout(ChartLayout::Together);
    harness.state_mut().backend.act(Action::Compare(together));
    harness.run();
    assert!(harness.query_by_label(POINT).is_some());
    let arrested = "4,400 arrested, Interior Ministry, Fri 14 March, more than, unreviewed";
    assert!(harness.query_by_label(arrested).is_some());
}

/// Running totals of 20 sources on so many days.
fn large(days: i32) -> crate::store::Store {
    let first = jiff::civil::date(2031, 1, 1);
    let rows: Vec<(String, String)> = (0..days)
        .map(|day| {
            let date = first.checked_add(jiff::Span::new().days(day)).expect("a day");
            let claims =
                (0..20).map(|source| format!("{{killed total @Speaker {source}|{} dead}}. ", day * 10 + source));
            (date.to_string(), claims.collect())
        })
        .collect();
    let rows: Vec<(&str, &str, &str)> = rows
        .iter()
        .map(|(day, text)| ("A", day.as_str(), text.as_str()))
        .collect();
    crate::show::testing::store(&rows)
}

#[test]
fn what_a_frame_draws_does_not_grow_with_the_figures() {
    let vertices = |days: i32| {
        let mut harness = harness(WIDE, false);
        harness.state_mut().backend.state.store = large(days);
        harness.state_mut().backend.state.conclusions = Default::default();
        harness.run();
        let shapes = harness.output().shapes.clone();
        let meshes = harness.ctx.tessellate(shapes, 1.0);
        let vertices = meshes.iter().map(|mesh| match &mesh.primitive {
            egui::epaint::Primitive::Mesh(mesh) => mesh.vertices.len(),
            egui::epaint::Primitive::Callback(_) => 0,
        });
        vertices.sum::<usize>()
    };
    // From about 330 days on the columns of the screen are full.
    let (some, many) = (vertices(300), vertices(600));
    assert!(many < some * 2, "{many} vertices against {some}");
}

#[test]
fn shift_and_an_arrow_move_a_source_in_the_legend() {
    let mut harness = harness(WIDE, false);
    harness.run();
    let order = |harness: &Harness<'_, Run>| {
        let sources = Sources::new(&harness.state().backend.state.store, LinesBy::Speaker);
        sources.rows.iter().map(|row| row.name.clone()).collect::<Vec<_>>()
    };
    let before = order(&harness);
    harness.get_by_label(&before[1]).focus();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::SHIFT, egui::Key::ArrowLeft);
    harness.run();
    let after = order(&harness);
    assert_eq!((&after[0], &after[1]), (&before[1], &before[0]));
}

#[test]
fn charts_leave_the_program_by_the_export_menu() {
    let mut harness = harness(WIDE, false);
    harness.run();
    harness.get_by_label("Export").click();
    harness.run();
    for name in ["Picture (SVG)...", "Picture (PNG)...", "Points (CSV)...", "Export..."] {
        harness.get_by_label_contains(name);
    }
    harness.get_by_label_contains("Copy picture").click();
    harness.run();
    let asked = &harness.state().backend.asked;
    let copies = asked.iter().filter_map(|action| match action {
        Action::Picture(order) => Some(order),
        _ => None,
    });
    let copies: Vec<_> = copies.collect();
    assert_eq!(copies.len(), 1);
    assert_eq!((&copies[0].form, copies[0].days), (&PictureForm::Clipboard, None));
    harness.get_by_label("Export").click();
    harness.run();
    harness.get_by_label_contains("Picture (PNG)...").click();
    harness.step();
    assert!(wish::take(&harness.ctx, Wish::PicturePng));
}

#[test]
fn figures_of_kinds_without_a_chart_are_told_and_can_be_shown() {
    let mut harness = harness(WIDE, false);
    harness
        .state_mut()
        .backend
        .state
        .compare
        .choose_kinds(vec![Kind::Casualties]);
    harness.run();
    harness.get_by_label_contains("0 of 0 figures shown");
    harness.get_by_label("All figures are of kinds without a chart.");
    harness.get_by_label("Show all kinds").click();
    harness.run();
    let kinds = &harness.state().backend.state.compare.kinds;
    assert!(
        kinds.contains(&Kind::Killed) && !kinds.contains(&Kind::Casualties),
        "{kinds:?}"
    );
    assert!(harness.query_by_label("Nothing to draw").is_none());
}

#[test]
fn the_note_of_a_total_that_falls_leads_to_the_later_figure() {
    let mut harness = harness(WIDE, false);
    harness.run();
    harness.get_by_label("Total falls, 31 → 28").click();
    harness.run();
    let state = &harness.state().backend.state;
    assert_eq!(state.selection.claim, Some(claim(&state.store, "28")));
}
