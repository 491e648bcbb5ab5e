//! Many claims at once, filters, columns and tags, driven by labels and keys over the whole window.

use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable as _;

use crate::app::{Action, ReviewAct, View};
use crate::show::testing::claim;
use crate::show::testing_sample::varland;
use crate::show::{Column, ColumnLook, NarrowChange, percent, saved_filters};
use crate::store::{Status, Store, TagChange};
use crate::ui::Backend as _;
use crate::ui::testing::{Desktop, TestBackend, desktop};
use crate::ui::wish::{self, ReviewAsk, Wish};

fn review() -> Desktop {
    let mut backend = TestBackend::new(varland());
    backend.state.view = View::Review;
    desktop(backend, vec2(1600.0, 1000.0), 40)
}

fn backend(harness: &Desktop) -> &TestBackend {
    harness.state().as_ref().expect("a window").backend()
}

fn store(harness: &Desktop) -> &Store {
    &backend(harness).state.store
}

fn act(harness: &mut Desktop, action: Action) {
    let window = harness.state_mut().as_mut().expect("a window");
    window.backend_mut().act(action);
    harness.run();
}

fn ask(harness: &mut Desktop, ask: ReviewAsk) {
    wish::make(&harness.ctx, Wish::Review(ask));
    harness.run();
}

fn narrow(harness: &mut Desktop, change: NarrowChange) {
    act(harness, Action::Review(ReviewAct::Narrow(change)));
}

fn press(harness: &mut Desktop, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn type_in(harness: &mut Desktop, words: &str) {
    harness.event(egui::Event::Text(words.to_owned()));
    harness.run();
}

#[test]
fn all_shown_are_checked_and_get_a_speaker_in_one_step() {
    let mut harness = review();
    narrow(&mut harness, NarrowChange::Words("lawyers".to_owned()));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    let checked = backend(&harness).state.selection.checked.clone();
    let shown = backend(&harness).state.listed.clone().expect("rows are listed");
    assert!(!checked.is_empty() && checked.len() == shown.len() && checked.len() < store(&harness).num_claims());
    let before = store(&harness).generation();
    harness.get_by_label("Set field...").click();
    harness.run();
    let title = format!("Set speaker of {} claims", checked.len());
    assert!(harness.query_all_by_label(&title).count() >= 1, "{title}");
    type_in(&mut harness, "Bar association");
    press(&mut harness, Key::Enter);
    let says = |store: &Store, words: &str| {
        let records = checked.iter().filter_map(|id| store.claim(*id));
        records
            .filter(|record| record.claim().speaker.as_deref() == Some(words))
            .count()
    };
    assert_eq!(says(store(&harness), "Bar association"), checked.len());
    assert_eq!(store(&harness).generation(), before + 1, "one step");
    act(&mut harness, Action::Undo);
    assert_eq!(says(store(&harness), "Bar association"), 0);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    assert!(backend(&harness).state.selection.checked.is_empty(), "again: none");
}

#[test]
fn shift_and_an_arrow_check_row_after_row_and_uncheck_on_the_way_back() {
    let mut harness = review();
    let rows = backend(&harness).state.listed.clone().expect("rows are listed");
    let extend = |harness: &mut Desktop, keys: &[Key]| {
        // keys that repeat may come within one frame
        for key in keys {
            harness.key_press_modifiers(Modifiers::SHIFT, *key);
        }
        harness.run();
    };
    let check = |harness: &Desktop, at: std::ops::Range<usize>, selected: usize| {
        let selection = &backend(harness).state.selection;
        let checked: Vec<usize> = (0..rows.len())
            .filter(|row| selection.checked.contains(&rows[*row]))
            .collect();
        assert_eq!(checked, at.collect::<Vec<_>>());
        assert_eq!(selection.claim, Some(rows[selected]));
    };
    act(&mut harness, Action::SelectClaim(rows[3]));
    extend(&mut harness, &[Key::ArrowDown]);
    check(&harness, 3..5, 4);
    extend(&mut harness, &[Key::ArrowDown, Key::ArrowDown]);
    check(&harness, 3..7, 6);
    assert!(harness.query_by_label("4 selected").is_some());
    extend(&mut harness, &[Key::ArrowUp]);
    check(&harness, 3..6, 5);
    extend(&mut harness, &[Key::ArrowUp; 3]);
    check(&harness, 2..4, 2);
    // the ends of the table
    act(&mut harness, Action::Check(Vec::new(), crate::app::CheckState::Only));
    act(&mut harness, Action::SelectClaim(rows[0]));
    extend(&mut harness, &[Key::ArrowUp]);
    check(&harness, 0..1, 0);
    // from nowhere it begins with the first row
    act(&mut harness, Action::Check(Vec::new(), crate::app::CheckState::Only));
    act(&mut harness, Action::SelectNone);
    extend(&mut harness, &[Key::ArrowDown]);
    check(&harness, 0..1, 0);
    extend(&mut harness, &[Key::ArrowDown]);
    check(&harness, 0..2, 1);
    // a field keeps its own keys
    harness.get_by_label("Filter claims").focus();
    harness.run();
    extend(&mut harness, &[Key::ArrowDown]);
    check(&harness, 0..2, 1);
    // Accept is for all that are checked
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::A);
    let accepted = |at: usize| store(&harness).claim(rows[at]).expect("it").status() != Status::Unreviewed;
    assert!(accepted(0) && accepted(1));
}

#[test]
fn shift_and_an_arrow_keep_the_row_in_sight() {
    let mut backend = TestBackend::new(varland());
    backend.state.view = View::Review;
    let mut harness = desktop(backend, vec2(1100.0, 700.0), 40);
    let rows = self::backend(&harness).state.listed.clone().expect("rows are listed");
    act(&mut harness, Action::SelectClaim(rows[0]));
    for _ in 1..rows.len() {
        harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
        harness.run();
    }
    assert_eq!(self::backend(&harness).state.selection.checked.len(), rows.len());
    let last = store(&harness).claim(rows[rows.len() - 1]).expect("it");
    let article = store(&harness).article(last.article).expect("its article");
    assert!(harness.query_by_label(&super::claim_label(last, article)).is_some());
}

#[test]
fn what_is_sure_enough_is_accepted_after_a_look_in_one_step() {
    let mut harness = review();
    ask(&mut harness, ReviewAsk::AcceptAbove);
    let open = |store: &Store, least: u8| {
        let open = store.claims().filter(|record| record.status() == Status::Unreviewed);
        open.filter(|record| percent(record.claim().confidence) >= least)
            .count()
    };
    let (sure, before) = (open(store(&harness), 80), open(store(&harness), 0));
    for _ in 0..10 {
        press(&mut harness, Key::ArrowLeft);
    }
    let word = format!("Accept {}", crate::show::words::count(sure, "claim"));
    harness.get_by_label(&word).click();
    harness.run();
    assert_eq!(open(store(&harness), 80), 0);
    assert_eq!(open(store(&harness), 0), before - sure);
    act(&mut harness, Action::Undo);
    assert_eq!(open(store(&harness), 0), before);
}

#[test]
fn chips_tell_what_holds_and_take_it_away() {
    let mut harness = review();
    let all = store(&harness).num_claims();
    narrow(&mut harness, NarrowChange::Changed);
    narrow(&mut harness, NarrowChange::Sure(Some((0, 99))));
    let listed = |harness: &Desktop| backend(harness).state.listed.as_ref().map(|rows| rows.len());
    assert!(listed(&harness) < Some(all));
    harness.get_by_label("Confidence 0–99 %  ×").click();
    harness.run();
    harness.get_by_label("Changed by you  ×").click();
    harness.run();
    assert_eq!(listed(&harness), Some(all));
    assert!(backend(&harness).state.review.is_clear());
    assert!(harness.query_by_label("Clear all").is_none());
}

#[test]
fn a_filter_is_saved_and_used_again() {
    let mut harness = review();
    narrow(&mut harness, NarrowChange::State(Status::Accepted));
    harness.get_by_label("Save filter...").click();
    harness.run();
    type_in(&mut harness, "Done");
    press(&mut harness, Key::Enter);
    assert_eq!(saved_filters(store(&harness)).len(), 1);
    narrow(&mut harness, NarrowChange::Clear);
    ask(&mut harness, ReviewAsk::Filters);
    harness.get_by_role_and_label(Role::Button, "Use").click();
    harness.run();
    let states = &backend(&harness).state.review.narrow.states;
    assert!(states.contains(&Status::Accepted));
    ask(&mut harness, ReviewAsk::Filters);
    harness.get_by_label("Delete filter Done").click();
    harness.run();
    assert!(saved_filters(store(&harness)).is_empty());
}

#[test]
fn columns_are_shown_hidden_and_moved() {
    let mut harness = review();
    assert!(harness.query_by_label("Sort by sentence").is_none());
    let mut look = ColumnLook::default();
    look.toggle(Column::Low);
    look.toggle(Column::Relay);
    act(&mut harness, Action::Review(ReviewAct::Columns(look)));
    ask(&mut harness, ReviewAsk::Columns);
    harness.get_by_label("Figure further left").click();
    harness.run();
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_label("Sort by low").is_some());
    assert!(harness.query_by_label("Sort by relay").is_none());
    let x = |label: &str| harness.get_by_label(label).rect().left();
    assert!(x("Sort by figure") < x("Sort by kind"));
    let before = x("Sort by figure");
    harness.get_by_label("Sort by figure").focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    harness.run();
    let after = harness.get_by_label("Sort by figure").rect().left();
    assert!(after > before, "Shift and an arrow move it back");
    let kept = ColumnLook::from_words(&backend(&harness).state.settings.columns);
    assert!(kept.all().any(|(column, shown)| column == Column::Low && shown));
}

#[test]
fn checked_claims_are_tagged_together_and_found_by_the_tag() {
    let mut harness = review();
    let ids = ["More than 50 people", "about 700"].map(|words| claim(store(&harness), words));
    for id in ids {
        act(&mut harness, Action::Check(vec![id], crate::app::CheckState::On));
    }
    harness.get_by_label("Tag...").click();
    harness.run();
    type_in(&mut harness, "doubtful");
    press(&mut harness, Key::Enter);
    for id in ids {
        assert_eq!(store(&harness).claim(id).expect("it").tags, ["doubtful"]);
    }
    narrow(&mut harness, NarrowChange::Words("doubtful".to_owned()));
    let rows = backend(&harness).state.listed.clone().expect("rows are listed");
    assert_eq!(rows.len(), 2);
    let color = Action::Review(ReviewAct::TagColor("doubtful".to_owned(), Some(2)));
    act(&mut harness, color);
    assert_eq!(store(&harness).tag_color("doubtful"), Some(2));
}

#[test]
fn articles_and_names_are_tagged_where_they_are_shown() {
    let mut harness = review();
    act(&mut harness, Action::SelectNone);
    act(&mut harness, Action::Show(View::Read));
    let article = store(&harness).articles().next().expect("an article").id;
    act(&mut harness, Action::SelectArticle(article));
    let target = crate::app::TagTarget::Articles(vec![article]);
    act(
        &mut harness,
        Action::Review(ReviewAct::Tag(target, "archive".to_owned(), TagChange::Add)),
    );
    assert_eq!(store(&harness).article(article).expect("it").tags, ["archive"]);
    assert!(store(&harness).all_tags().contains("archive"));
    narrow(&mut harness, NarrowChange::Tag("archive".to_owned()));
    act(&mut harness, Action::Show(View::Review));
    let of_article = store(&harness).claims_of(article).count();
    let rows = backend(&harness).state.listed.clone().expect("rows are listed");
    assert_eq!(rows.len(), of_article, "the tag of an article stands for its claims");
}

#[test]
fn a_known_tag_is_offered_and_a_longer_one_can_be_typed() {
    let mut harness = review();
    let ids = ["More than 50 people", "about 700", "63"].map(|words| claim(store(&harness), words));
    let target = crate::app::TagTarget::Claims(vec![ids[0]]);
    let tag = ReviewAct::Tag(target, "doubtful".to_owned(), TagChange::Add);
    act(&mut harness, Action::Review(tag));
    let tags = |harness: &Desktop, at: usize| store(harness).claim(ids[at]).expect("it").tags.clone();
    act(&mut harness, Action::SelectClaim(ids[1]));
    wish::make(&harness.ctx, Wish::EditTags);
    harness.run();
    type_in(&mut harness, "dou");
    harness.get_by_role_and_label(Role::ListBoxOption, "doubtful").click();
    harness.run();
    assert_eq!(tags(&harness, 1), ["doubtful"]);
    act(&mut harness, Action::SelectClaim(ids[2]));
    wish::make(&harness.ctx, Wish::EditTags);
    harness.run();
    type_in(&mut harness, "doubtfu");
    type_in(&mut harness, "l");
    assert!(tags(&harness, 2).is_empty(), "typing alone takes nothing");
    type_in(&mut harness, " twice");
    press(&mut harness, Key::Enter);
    assert_eq!(tags(&harness, 2), ["doubtful twice"]);
}
