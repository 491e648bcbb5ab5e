//! Nothing in Review lies over anything else, and what is done to many is told before it is done.

use egui::{Key, Modifiers, Rect, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::{Action, HistoryAct, ReviewAct, Toast, View};
use crate::show::testing::claim;
use crate::show::testing_sample::varland;
use crate::show::{NarrowChange, percent, words};
use crate::store::{Status, TagChange, Verdict};
use crate::ui::Backend as _;
use crate::ui::testing::{Desktop, TestBackend, desktop};
use crate::ui::wish::{self, ReviewAsk, Wish};

fn review_of(width: f32, height: f32) -> Desktop {
    let mut backend = TestBackend::new(varland());
    backend.state.view = View::Review;
    desktop(backend, vec2(width, height), 40)
}

fn review() -> Desktop {
    review_of(1600.0, 1000.0)
}

fn backend(harness: &mut Desktop) -> &mut TestBackend {
    harness.state_mut().as_mut().expect("a window").backend_mut()
}

fn act(harness: &mut Desktop, action: Action) {
    backend(harness).act(action);
    harness.run();
}

fn narrow(harness: &mut Desktop, change: NarrowChange) {
    act(harness, Action::Review(ReviewAct::Narrow(change)));
}

fn check_all(harness: &mut Desktop) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
}

fn type_in(harness: &mut Desktop, words: &str) {
    harness.event(egui::Event::Text(words.to_owned()));
    harness.run();
}

fn place(harness: &Desktop, label: &str) -> Rect {
    harness.get_by_label(label).rect()
}

/// In their order from the left none of these begins before the one before has ended.
#[track_caller]
fn stand_apart(harness: &Desktop, labels: &[&str]) {
    for pair in labels.windows(2) {
        let &[left, right] = pair else { continue };
        let (end, begin) = (place(harness, left).right(), place(harness, right).left());
        assert!(
            end <= begin + 0.5,
            "“{left}” ends at {end}, “{right}” begins at {begin}"
        );
    }
}

#[test]
fn controls_of_the_bar_stand_apart_in_windows_of_every_width() {
    for width in [640.0, 940.0, 1100.0, 1600.0] {
        let mut harness = review_of(width, 700.0);
        let store = &backend(&mut harness).state.store;
        let unreviewed = store.claims().filter(|record| record.status() == Status::Unreviewed);
        let all = format!("All {}", store.num_claims());
        let unreviewed = format!("Unreviewed {}", unreviewed.count());
        let is_folded = |harness: &Desktop| harness.query_by_label("More for the table").is_some();
        let folded = is_folded(&harness);
        assert!(if width < 900.0 {
            folded
        } else {
            width < 1000.0 || !folded
        });
        let bar: &[&str] = if folded {
            &["Filter claims", "Filter", &all, "Queue", "More for the table"]
        } else {
            &[
                "Filter claims",
                "All kinds",
                "Filter",
                "Columns",
                &all,
                &unreviewed,
                "Queue",
                "Export",
            ]
        };
        stand_apart(&harness, bar);
        let window = Rect::from_min_size(egui::Pos2::ZERO, vec2(width, 700.0));
        assert!(
            bar.iter().all(|label| window.contains_rect(place(&harness, label))),
            "{width}"
        );
        act(&mut harness, Action::History(HistoryAct::Since(Some(0))));
        let all = format!(
            "All {}",
            backend(&mut harness).state.listed.as_ref().map_or(0, |rows| rows.len())
        );
        if is_folded(&harness) {
            stand_apart(
                &harness,
                &["Filter claims", "Filter", &all, "Queue", "More for the table"],
            );
        } else {
            stand_apart(&harness, &["Filter", "Columns", &all, "Queue", "Export"]);
        }
        act(&mut harness, Action::Review(ReviewAct::Queue));
        stand_apart(&harness, &["Least sure first", "By article", "Leave the queue"]);
    }
}

#[test]
fn controls_of_names_and_of_charts_stand_apart_too() {
    for width in [640.0, 940.0] {
        let mut harness = review_of(width, 700.0);
        act(&mut harness, Action::Show(View::Names));
        let merges = format!("Suggested merges {}", backend(&mut harness).state.names.merges.len());
        stand_apart(&harness, &["Organisations", "Groups", "Outlets", &merges]);
        act(&mut harness, Action::Show(View::Compare));
        stand_apart(
            &harness,
            &["Days: as of", "Scale: linear", "Filter", "Options", "Show all days"],
        );
    }
}

#[test]
fn what_is_told_of_a_step_leaves_the_buttons_of_the_next_one_free() {
    for (width, height) in [(1600.0, 1000.0), (1100.0, 700.0)] {
        let mut harness = review_of(width, height);
        let id = claim(&backend(&mut harness).state.store, "about 700");
        act(&mut harness, Action::SelectClaim(id));
        let toast = Toast {
            number: 1,
            sentence: "1 claim rejected, told at some length".to_owned(),
            can_undo: true,
            shows: None,
        };
        backend(&mut harness).state.messages.toasts.push(toast);
        // it goes by itself after a while
        harness.run_steps(4);
        let told = place(&harness, "1 claim rejected, told at some length");
        let undo = place(&harness, "Dismiss").union(told);
        for label in ["Accept claim", "Reject claim"] {
            assert!(!undo.intersects(place(&harness, label)), "{label} at {width}");
        }
    }
}

#[test]
fn checked_claims_that_the_filter_hides_are_told() {
    let mut harness = review();
    check_all(&mut harness);
    let all = backend(&mut harness).state.selection.checked.len();
    assert!(harness.query_by_label_contains("not shown").is_none());
    narrow(&mut harness, NarrowChange::Words("lawyers".to_owned()));
    let shown = backend(&mut harness).state.listed.as_ref().map_or(0, |rows| rows.len());
    let told = format!("{} of them not shown", words::number((all - shown) as u64));
    assert!(harness.query_by_label(&told).is_some(), "{told}");
    narrow(&mut harness, NarrowChange::Clear);
    assert!(harness.query_by_label_contains("not shown").is_none());
}

#[test]
fn enter_in_an_empty_field_empties_nothing_and_the_button_says_what_it_does() {
    let mut harness = review();
    check_all(&mut harness);
    let before = backend(&mut harness).state.store.generation();
    wish::make(&harness.ctx, Wish::Review(ReviewAsk::SetField));
    harness.run();
    assert!(harness.query_by_label_contains("it becomes “Not stated”").is_some());
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(backend(&mut harness).state.store.generation(), before);
    harness.key_press(Key::Escape);
    harness.run();
    let named = |harness: &mut Desktop| {
        let claims = backend(harness).state.store.claims();
        claims.filter(|record| record.claim().speaker.is_some()).count()
    };
    assert!(named(&mut harness) > 0);
    wish::make(&harness.ctx, Wish::Review(ReviewAsk::SetField));
    harness.run();
    let title = format!(
        "Set speaker of {}",
        words::count(backend(&mut harness).state.selection.checked.len(), "claim")
    );
    harness
        .get_by_role_and_label(egui::accesskit::Role::Button, &title)
        .click();
    harness.run();
    assert_eq!(named(&mut harness), 0, "the button does it");
}

#[test]
fn a_tag_is_taken_away_only_where_a_checked_claim_has_it() {
    let mut harness = review();
    let id = claim(&backend(&mut harness).state.store, "about 700");
    let target = crate::app::TagTarget::Claims(vec![id]);
    let tag = ReviewAct::Tag(target, "doubtful".to_owned(), TagChange::Add);
    act(&mut harness, Action::Review(tag));
    check_all(&mut harness);
    wish::make(&harness.ctx, Wish::Review(ReviewAsk::Tag));
    harness.run();
    type_in(&mut harness, "doubt");
    let is_off = |harness: &Desktop| {
        harness
            .get_by_label("Take this tag away")
            .accesskit_node()
            .is_disabled()
    };
    assert!(is_off(&harness), "no claim has this one");
    type_in(&mut harness, "ful");
    assert!(!is_off(&harness));
}

#[test]
fn clear_all_ends_what_changed_since_and_a_saved_filter_keeps_it() {
    let mut harness = review();
    let id = claim(&backend(&mut harness).state.store, "about 700");
    narrow(&mut harness, NarrowChange::State(Status::Accepted));
    act(&mut harness, Action::Review(ReviewAct::SaveFilter("Done".to_owned())));
    let last = backend(&mut harness)
        .state
        .store
        .history()
        .done
        .last()
        .map_or(0, |step| step.number);
    act(&mut harness, Action::History(HistoryAct::Since(Some(last))));
    act(&mut harness, Action::SetVerdict(vec![id], Verdict::Accepted));
    act(&mut harness, Action::History(HistoryAct::Since(Some(last))));
    act(&mut harness, Action::Review(ReviewAct::UseFilter("Done".to_owned())));
    let listed = |harness: &mut Desktop| backend(harness).state.listed.as_deref().cloned().unwrap_or_default();
    assert_eq!(listed(&mut harness), [id], "only what changed, of what is accepted");
    harness.get_by_label("Clear all").click();
    harness.run();
    let all = backend(&mut harness).state.store.num_claims();
    assert_eq!(listed(&mut harness).len(), all);
    assert!(harness.query_by_label_contains("changed since").is_none());
}

#[test]
fn parts_of_the_filter_stand_in_the_filter_where_the_window_is_low_however_wide_it_is() {
    for width in [800.0, 1600.0] {
        let mut harness = review_of(width, 400.0);
        narrow(&mut harness, NarrowChange::State(Status::Accepted));
        assert!(
            harness.query_by_label("Clear all").is_none(),
            "{width}: no row of its own"
        );
        harness.get_by_label("Filter (1)").click();
        harness.run();
        let at = place(&harness, "Clear all");
        harness.get_by_label("Clear all").click();
        harness.run();
        assert!(backend(&mut harness).state.review.is_clear(), "{width}: {at}");
    }
}

#[test]
fn a_saved_filter_and_what_changed_are_seen_in_the_table_and_not_behind_the_queue() {
    let mut harness = review();
    narrow(&mut harness, NarrowChange::State(Status::Accepted));
    act(&mut harness, Action::Review(ReviewAct::SaveFilter("Done".to_owned())));
    narrow(&mut harness, NarrowChange::Clear);
    for action in [
        Action::Review(ReviewAct::UseFilter("Done".to_owned())),
        Action::History(HistoryAct::Since(Some(0))),
    ] {
        narrow(&mut harness, NarrowChange::Clear);
        act(&mut harness, Action::Review(ReviewAct::Queue));
        assert!(harness.query_by_label("Leave the queue").is_some());
        act(&mut harness, action);
        assert!(harness.query_by_label("Leave the queue").is_none());
        assert!(harness.query_by_label("Export").is_some());
    }
}

#[test]
fn claims_to_be_accepted_are_told_with_how_sure_the_machine_is() {
    let mut harness = review();
    let open = backend(&mut harness).state.store.claims();
    let open = open.filter(|record| record.status() == Status::Unreviewed);
    let sure = open
        .map(|record| percent(record.claim().confidence))
        .filter(|sure| *sure >= 90);
    let least = sure.min().expect("some are that sure");
    wish::make(&harness.ctx, Wish::Review(ReviewAsk::AcceptAbove));
    harness.run();
    assert!(harness.query_all_by_label(&format!("{least} %")).count() > 0);
}
