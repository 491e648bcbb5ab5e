//! What stands beside the charts, driven by labels.

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::CompareView;
use crate::app::{Action, CompareChange};
use crate::show::testing::{claim, store};
use crate::show::testing_sample::varland;
use crate::show::{CopiesSaid, Finding, LinesBy, Section, Sources, findings};
use crate::store::{Resolution, RulingState, Store};
use crate::ui::Backend as _;
use crate::ui::testing::TestBackend;
use crate::ui::theme;
use crate::ui::wish::{self, Beside, Wish};

struct Run {
    backend: TestBackend,
    view: CompareView,
}

fn harness<'a>(size: [f32; 2]) -> Harness<'a, Run> {
    harness_of(size, varland())
}

fn harness_of<'a>(size: [f32; 2], store: Store) -> Harness<'a, Run> {
    let mut backend = TestBackend::new(store);
    backend.state.compare.lines_by = LinesBy::Speaker;
    let run = Run {
        backend,
        view: CompareView::default(),
    };
    let draw = |ui: &mut egui::Ui, run: &mut Run| {
        let mut actions = Vec::new();
        run.view.view_ui(ui, run.backend.state(), &mut actions);
        for action in actions {
            run.backend.act(action);
            ui.ctx().request_repaint();
        }
        wish::age(ui.ctx());
    };
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(16)
        .with_context_setup(theme::install)
        .build_ui_state(draw, run);
    harness.run();
    harness
}

const WIDE: [f32; 2] = [1600.0, 900.0];

/// The rows as they are listed.
fn rows(harness: &Harness<'_, Run>) -> Vec<Finding> {
    let state = &harness.state().backend.state;
    let sources = Sources::new(&state.store, LinesBy::Speaker);
    findings(&state.store, &state.conclusions, &sources).rows
}

/// Makes a wish, as a key would.
fn wish_for(harness: &mut Harness<'_, Run>, what: Beside) {
    wish::make(&harness.ctx, Wish::Beside(what));
    harness.run();
}

fn click(harness: &mut Harness<'_, Run>, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

#[test]
fn keys_walk_the_conclusions_and_decide_on_the_open_one() {
    let mut harness = harness(WIDE);
    wish_for(&mut harness, Beside::Next);
    let first = rows(&harness).remove(0);
    assert_eq!(harness.state().backend.state.selection.claim, first.claim());
    wish_for(&mut harness, Beside::Accept);
    assert_eq!(rows(&harness)[0].ruling.verdict, Some(true));
    wish_for(&mut harness, Beside::Settle);
    assert_eq!(rows(&harness)[0].ruling.state(), RulingState::Settled);
    wish_for(&mut harness, Beside::Reject);
    assert_eq!(rows(&harness)[0].ruling.state(), RulingState::NoConflict);
    harness.state_mut().backend.act(Action::Undo);
    harness.run();
    assert_eq!(rows(&harness)[0].ruling.state(), RulingState::Settled);
    wish_for(&mut harness, Beside::Next);
    assert_ne!(harness.state().backend.state.selection.claim, first.claim());
    wish_for(&mut harness, Beside::Previous);
    assert_eq!(harness.state().backend.state.selection.claim, first.claim());
}

#[test]
fn an_open_row_takes_sort_resolution_and_reason() {
    let mut harness = harness(WIDE);
    wish_for(&mut harness, Beside::Next);
    let row = rows(&harness).remove(0);
    assert_eq!(row.section, Section::Numbers);
    let name = super::ruling::name(&row);
    click(&mut harness, &format!("Resolution of {name}: Not set"));
    let side = &row.sides[1];
    let figure = crate::show::words::figure(&side.figure);
    click(&mut harness, &format!("Prefer {figure}, {}", side.name));
    let ruling = rows(&harness)[0].ruling.clone();
    assert_eq!(
        (ruling.resolution, ruling.preferred),
        (Some(Resolution::Prefer), Some(side.claim))
    );
    assert_eq!(ruling.state(), RulingState::Settled);

    wish_for(&mut harness, Beside::Reason);
    harness.get_by_label("Your reason").type_text("counted by hand");
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert_eq!(rows(&harness)[0].ruling.reason, "counted by hand");

    click(&mut harness, &format!("Sort of {name}: Different numbers"));
    click(&mut harness, "Later figure");
    let moved = rows(&harness).into_iter().find(|other| other.key == row.key);
    assert_eq!(moved.map(|row| row.section), Some(Section::Updates));
}

#[test]
fn states_filter_the_rows() {
    let mut harness = harness(WIDE);
    let num = rows(&harness).len();
    wish_for(&mut harness, Beside::Next);
    wish_for(&mut harness, Beside::Reject);
    click(&mut harness, "Not a conflict 1");
    let first = rows(&harness).remove(0);
    assert!(
        harness
            .query_by_label(&format!("Different numbers: {}", super::ruling::name(&first)))
            .is_some()
    );
    click(&mut harness, &format!("All {num}"));
    assert!(harness.query_by_label(&format!("Open {}", num - 1)).is_some());
}

#[test]
fn sentences_of_a_figure_stand_side_by_side_and_are_copied() {
    let mut harness = harness(WIDE);
    let at = claim(&harness.state().backend.state.store, "at least 71 people");
    harness.state_mut().backend.act(Action::SelectClaim(at));
    wish_for(&mut harness, Beside::Sentences);
    click(&mut harness, "Figure");
    let sentences = harness.query_all_by_label_contains("Sentence of");
    let labels: Vec<String> = sentences.filter_map(|node| node.accesskit_node().label()).collect();
    assert!(labels.len() >= 2, "{labels:?}");
    assert!(
        labels
            .iter()
            .all(|label| label == "Sentence of Square Committee: ≥\u{a0}71"),
        "{labels:?}"
    );
    let copied = |harness: &Harness<'_, Run>| {
        let commands = &harness.output().platform_output.commands;
        commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    };
    harness.get_by_label("Copy all").click();
    let text = (0..6).find_map(|_| {
        harness.step();
        copied(&harness)
    });
    let text = text.expect("the sentences were copied");
    assert!(
        text.contains("Square Committee, via Kestrel News Agency, 14 March 2031"),
        "{text}"
    );
    assert!(text.lines().count() >= 2);
}

#[test]
fn days_without_an_adopted_figure_are_listed_and_open_the_form() {
    let mut harness = harness(WIDE);
    wish_for(&mut harness, Beside::Adopted);
    assert!(harness.query_by_label("Nothing selected").is_some());
    let label = "Adopt a figure: killed, Fri 14 March, ";
    let row = |harness: &egui_kittest::Harness<'_, _>| {
        let found = harness.query_all_by(|node| node.label().is_some_and(|name| name.starts_with(label)));
        found.count()
    };
    let before = row(&harness);
    assert!(before > 0);
    harness
        .get_all_by(|node| node.label().is_some_and(|name| name.starts_with(label)))
        .next()
        .expect("the day of the fullest story")
        .click();
    harness.run();
    assert!(harness.state().backend.state.selection.claim.is_some());
    click(&mut harness, "Minimum to maximum");
    click(&mut harness, "Adopt");
    assert_eq!(harness.state().backend.state.store.adopted().len(), 1);
    assert_eq!(row(&harness), before - 1, "what is adopted is not left to do");
}

#[test]
fn a_figure_is_adopted_by_a_rule_and_taken_back() {
    let mut harness = harness(WIDE);
    let at = claim(&harness.state().backend.state.store, "36 dead");
    harness.state_mut().backend.act(Action::SelectClaim(at));
    wish_for(&mut harness, Beside::Adopted);
    click(&mut harness, "Minimum to maximum");
    click(&mut harness, "Adopt");
    let adopted = harness.state().backend.state.store.adopted().clone();
    let (about, figure) = adopted.iter().next().expect("a figure was adopted");
    assert_eq!(about.day, jiff::civil::date(2031, 3, 14));
    assert_eq!(
        (figure.low, figure.high, figure.rule.as_str()),
        (29, 71, "Minimum to maximum")
    );
    assert!(figure.claims.contains(&at));
    let label = format!("Adopted {} killed, Fri 14 March 2031", figure.best);
    assert!(harness.query_by_label(&label).is_some());
    click(&mut harness, "Take back");
    assert!(harness.state().backend.state.store.adopted().is_empty());
    harness.state_mut().backend.act(Action::Undo);
    harness.run();
    assert_eq!(harness.state().backend.state.store.adopted(), &adopted);
}

#[test]
fn a_story_is_shown_alone() {
    let mut harness = harness(WIDE);
    let story = harness.state().backend.state.conclusions.stories[0].clone();
    wish_for(&mut harness, Beside::Stories);
    let name = if story.name.is_empty() {
        "No place named"
    } else {
        &story.name
    };
    let num = crate::show::words::count(story.articles.len(), "article");
    let label = format!("Story {name}, {num}");
    let found = harness.query_all_by_label(&label).next();
    found.expect("the story is listed").click();
    harness.run();
    click(&mut harness, "Show alone");
    let alone = |harness: &Harness<'_, Run>| {
        let story = harness.state().backend.state.filter.story.clone();
        story.map(|part| part.key)
    };
    assert_eq!(alone(&harness).as_ref(), Some(&story.key));
    click(&mut harness, &format!("Story: {name}  ×"));
    assert_eq!(alone(&harness), None);
}

#[test]
fn the_table_carries_figures_on_and_shows_weeks() {
    let mut harness = harness(WIDE);
    let label = "Square Committee, still >\u{a0}50 of Wed 12 March";
    assert!(harness.query_by_label(label).is_none());
    assert!(
        harness
            .query_all_by_label("Interior Ministry, Thu 13 March: 28")
            .next()
            .is_some()
    );
    let carried = "Health Ministry, still 26–30 of Wed 12 March";
    assert!(
        harness.query_by_label(carried).is_none(),
        "a figure of the next day stands there"
    );
    click(&mut harness, "Columns by week");
    assert!(harness.query_by_label("Interior Ministry, Fri 14 March: 29").is_some());
    assert!(harness.query_by_label("Interior Ministry, Thu 13 March: 28").is_none());
}

#[test]
fn a_narrow_window_opens_the_conclusions_for_a_key() {
    let mut harness = harness([1100.0, 680.0]);
    assert!(harness.query_by_label("Stories").is_none());
    wish_for(&mut harness, Beside::Next);
    harness.run();
    assert!(harness.query_by_label("Stories").is_some());
}

/// Three outlets with one sentence, and a fourth that says it in words of its own.
fn copied() -> Store {
    let sentence = "The ferry sank before dawn off the mole of Dunmoor and {killed total @the harbour master|29 people} drowned, the \
                    harbour master told reporters at the pier on Friday evening.";
    store(&[
        ("Herald", "2031-03-14", sentence),
        ("Post", "2031-03-14", sentence),
        ("Echo", "2031-03-14", sentence),
        (
            "Lantern",
            "2031-03-14",
            "{killed total @the parish|34 dead} lie in the church, says the parish.",
        ),
    ])
}

fn copies(harness: &Harness<'_, Run>) -> Vec<(usize, CopiesSaid)> {
    let copied = rows(harness).into_iter().filter_map(|row| row.copied);
    copied.map(|copied| (copied.articles.len(), copied.said)).collect()
}

#[test]
fn copies_are_ruled_on_and_counts_follow() {
    let mut harness = harness_of(WIDE, copied());
    assert_eq!(copies(&harness), [(3, CopiesSaid::Nothing)]);
    let reports = |harness: &Harness<'_, Run>| {
        let state = &harness.state().backend.state;
        let claim = claim(&state.store, "29 people").0.unsigned_abs();
        state
            .conclusions
            .checks
            .grade_of(claim)
            .map(|grade| (grade.num_articles, grade.num_reports))
    };
    assert_eq!(reports(&harness), Some((3, 1)));
    harness.get_by_label("Copies, 1 row").click();
    harness.run();
    let row = rows(&harness)
        .into_iter()
        .find(|row| row.copied.is_some())
        .expect("copies");
    click(&mut harness, &format!("Copies: {}", super::ruling::name(&row)));
    click(&mut harness, "Not a copy: Echo");
    assert_eq!(reports(&harness), Some((3, 2)), "two copies and a source of its own");
    harness.state_mut().backend.act(Action::Undo);
    harness.run();
    assert_eq!(copies(&harness), [(3, CopiesSaid::Nothing)]);
    wish_for(&mut harness, Beside::NotCopies);
    assert_eq!(copies(&harness), [(3, CopiesSaid::Apart)]);
    assert_eq!(reports(&harness), Some((3, 3)));
    // the row that tells it takes it back
    let row = rows(&harness)
        .into_iter()
        .find(|row| row.copied.is_some())
        .expect("told");
    click(&mut harness, &format!("Copies: {}", super::ruling::name(&row)));
    wish_for(&mut harness, Beside::Reject);
    assert_eq!(copies(&harness), [(3, CopiesSaid::Nothing)]);
}

#[test]
fn sentences_say_how_many_sources_they_have_and_are_ruled_on() {
    let mut harness = harness_of(WIDE, copied());
    let at = claim(&harness.state().backend.state.store, "29 people");
    harness.state_mut().backend.act(Action::SelectClaim(at));
    wish_for(&mut harness, Beside::Sentences);
    click(&mut harness, "Figure");
    harness.get_by_label("3 articles, 1 independent source");
    click(&mut harness, "Not copies");
    harness.get_by_label("3 articles, 3 independent sources");
    click(&mut harness, "Not copies");
    harness.get_by_label("3 articles, 1 independent source");
    click(&mut harness, "Copies");
    assert_eq!(copies(&harness), [(3, CopiesSaid::One)]);
}

#[test]
fn copies_are_drawn_as_one_source_where_that_is_asked_for() {
    let mut harness = harness_of(WIDE, copied());
    let compare = |harness: &mut Harness<'_, Run>, change| {
        harness.state_mut().backend.act(Action::Compare(change));
        harness.run();
    };
    compare(&mut harness, CompareChange::LinesBy(LinesBy::Publisher));
    assert!(harness.query_all_by_label("Echo, Fri 14 March: 29").next().is_some());
    compare(&mut harness, CompareChange::MergeCopies(true));
    assert!(harness.query_all_by_label("Echo, Fri 14 March: 29").next().is_none());
    assert!(harness.query_all_by_label("Herald, Fri 14 March: 29").next().is_some());
}
