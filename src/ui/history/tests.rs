//! The history and the questions of recovery, by their labels.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable as _;

use crate::app::{Action, BackupList, EraseQuestion, HistoryAct, RereadOffer, View};
use crate::disk::{Amounts, BackupRow};
use crate::show::testing::claim;
use crate::show::testing_sample::varland;
use crate::show::{ChangeLine, RereadLine, RereadSort, moment};
use crate::store::Verdict;
use crate::ui::testing::{Desktop, TestBackend, desktop};
use crate::ui::{Backend as _, Window};

fn window(backend: TestBackend) -> Desktop {
    desktop(backend, vec2(1500.0, 900.0), 12)
}

fn backend(desktop: &Desktop) -> &TestBackend {
    desktop.state().as_ref().map(Window::backend).expect("a window")
}

fn asked(desktop: &Desktop) -> Vec<HistoryAct> {
    let asked = backend(desktop).asked.iter().filter_map(|action| match action {
        Action::History(act) => Some(act.clone()),
        _ => None,
    });
    asked.collect()
}

/// The sample with three steps on one claim.
fn decided() -> TestBackend {
    let mut backend = TestBackend::new(varland());
    let id = claim(&backend.state.store, "about 15 bodies");
    backend.act(Action::SetVerdict(vec![id], Verdict::Accepted));
    backend.act(Action::SetNote(vec![id], "ask the committee".to_owned()));
    backend.act(Action::SetVerdict(vec![id], Verdict::Rejected));
    backend.act(Action::SelectClaim(id));
    backend.state.recovery.opened_at = backend.state.store.history().now() - 2;
    backend
}

fn opened() -> Desktop {
    let mut desktop = window(decided());
    desktop.key_press_modifiers(Modifiers::COMMAND, Key::H);
    desktop.run();
    desktop
}

#[test]
fn every_step_is_listed_with_old_and_new_and_can_be_gone_back_to() {
    let mut desktop = opened();
    desktop.get_by_label("1 claim rejected, now");
    desktop.get_by_label_contains("review was Accepted, is Rejected");
    desktop.get_by_label("1 claim annotated").click();
    desktop.run();
    desktop.get_by_label_contains("note new: ask the committee");
    desktop.get_by_label("takes back 1 step");
    desktop.get_by_label("Go back to here").click();
    desktop.run();
    desktop.get_by_label("1 claim rejected, taken back");
    desktop.get_by_label("1 claim annotated, now");
    assert_eq!(backend(&desktop).state.store.history().undone.len(), 1);
    desktop.get_by_label("1 claim rejected, taken back").click();
    desktop.run();
    desktop.get_by_label("Go forward to here").click();
    desktop.run();
    assert!(backend(&desktop).state.store.history().undone.is_empty());
}

#[test]
fn the_keyboard_walks_the_steps_and_enter_jumps() {
    let mut desktop = opened();
    desktop.run();
    desktop.key_press(Key::ArrowDown);
    desktop.run();
    desktop.key_press(Key::ArrowDown);
    desktop.run();
    desktop.key_press(Key::Enter);
    desktop.run();
    let now = backend(&desktop).state.store.history().undo_label().map(str::to_owned);
    assert_eq!(now.as_deref(), Some("1 claim accepted"));
    desktop.key_press(Key::Home);
    desktop.run();
    desktop.key_press(Key::Enter);
    desktop.run();
    assert!(backend(&desktop).state.store.history().undone.is_empty());
    desktop.key_press_modifiers(Modifiers::COMMAND, Key::H);
    desktop.run();
    assert!(desktop.query_by_label("Close the history").is_none());
}

#[test]
fn review_shows_what_changed_since_and_all_again() {
    let mut desktop = opened();
    desktop.get_by_label("Changed since it was opened").click();
    desktop.run();
    assert_eq!(backend(&desktop).state.view, View::Review);
    assert_eq!(
        backend(&desktop)
            .state
            .review
            .changed
            .as_ref()
            .map(|changed| changed.len()),
        Some(1)
    );
    desktop.key_press_modifiers(Modifiers::COMMAND, Key::H);
    desktop.run();
    desktop.get_by_label("1 claim changed since it was opened").click();
    desktop.run();
    assert_eq!(asked(&desktop).last(), Some(&HistoryAct::Since(None)));
    assert!(backend(&desktop).state.review.changed.is_none());
}

#[test]
fn a_claim_shows_its_own_history() {
    let mut desktop = desktop(decided(), vec2(1500.0, 1400.0), 12);
    desktop.get_by_label("4 steps");
    let texts = ["ask the committee", "Rejected"];
    for text in texts {
        assert!(desktop.get_all_by_label_contains(text).next().is_some(), "{text}");
    }
    let when = moment("2031-03-15T09:00:00Z");
    desktop.get_all_by_label(&when).next().expect("a step").click();
    desktop.run();
    desktop.get_by_label("Close the history");
}

#[test]
fn backups_are_listed_and_put_back() {
    let mut backend = TestBackend::new(varland());
    let project = PathBuf::from("/projects/harrow.tally");
    let row = |name: &str, amounts| BackupRow {
        path: PathBuf::from(name),
        at: "2031-03-15T09:00:00Z".to_owned(),
        amounts,
    };
    let amounts = Amounts {
        articles: 12,
        claims: 4400,
        decisions: 1,
    };
    backend.state.recovery.backups = Some(BackupList {
        project: project.clone(),
        rows: Some(Arc::new(vec![
            row("/b/1.tally", Some(amounts)),
            row("/b/0.tally", None),
        ])),
    });
    let mut desktop = window(backend);
    desktop.get_by_label("Backups of “harrow”");
    desktop.get_by_label_contains("12 articles · 4,400 claims · 1 decision");
    desktop.get_by_label_contains("cannot be read");
    // keys of the views do nothing behind it
    desktop.key_press(Key::A);
    desktop.run();
    assert!(!backend_asked_verdict(&desktop));
    desktop
        .get_all_by_label_contains("Put back the backup")
        .next()
        .expect("the first")
        .click();
    desktop.run();
    let backup = PathBuf::from("/b/1.tally");
    assert_eq!(asked(&desktop), [HistoryAct::Restore { project, backup }]);
    desktop.key_press(Key::Escape);
    desktop.run();
    assert!(desktop.query_by_label("Backups of “harrow”").is_none());
}

fn backend_asked_verdict(desktop: &Desktop) -> bool {
    backend(desktop)
        .asked
        .iter()
        .any(|action| matches!(action, Action::SetVerdict(..)))
}

#[test]
fn removal_for_good_says_what_goes_and_begins_on_cancel() {
    let mut backend = TestBackend::new(varland());
    let article = backend.state.store.articles().next().expect("one").id;
    backend.state.recovery.erase = Some(EraseQuestion {
        articles: vec![article],
        title: "Toll rises".to_owned(),
        num_claims: 7,
        num_decided: 2,
        num_steps: 3,
        num_copies: 4,
    });
    let mut desktop = window(backend);
    for words in [
        "Remove “Toll rises” for good?",
        "Its text and original, and 7 claims, 2 of them with your decision",
        "3 steps of the history; your other steps stay and can be undone",
        "The same in 4 backups beside the project",
    ] {
        desktop.get_by_label(words);
    }
    desktop.get_by_label_contains("This cannot be undone");
    desktop.key_press(Key::Enter);
    desktop.run();
    assert_eq!(
        asked(&desktop),
        [HistoryAct::Close],
        "the first key leaves everything as it is"
    );
    let mut backend = TestBackend::new(varland());
    backend.state.recovery.erase = Some(EraseQuestion {
        articles: vec![article],
        ..EraseQuestion::default()
    });
    let mut desktop = window(backend);
    desktop.get_by_label("Remove for good").click();
    desktop.run();
    assert_eq!(asked(&desktop), [HistoryAct::Erase(vec![article])]);
}

#[test]
fn a_new_reading_is_shown_before_it_is_taken() {
    let mut backend = TestBackend::new(varland());
    let id = claim(&backend.state.store, "about 15 bodies");
    let article = backend.state.store.claim(id).expect("it").article;
    let line = |sort, quote: &str, field: &str, old: &str, new: &str| RereadLine {
        sort,
        claim: id,
        article,
        title: "Toll rises".to_owned(),
        quote: quote.to_owned(),
        changes: vec![ChangeLine {
            field: field.to_owned(),
            old: old.to_owned(),
            new: new.to_owned(),
            ..ChangeLine::default()
        }],
        decided: sort == RereadSort::Kept,
    };
    backend.state.recovery.reread = Some(RereadOffer {
        num_articles: 10,
        lines: Arc::new(vec![
            line(RereadSort::Changed, "29 dead", "Speaker", "police", "the ministry"),
            line(RereadSort::New, "3 more", "", "", "killed 3"),
        ]),
        by_rules: true,
    });
    let mut desktop = window(backend);
    desktop.get_by_label("New reading: 2 figures to look at").click();
    desktop.run();
    desktop.get_by_label("Changed: 29 dead");
    desktop.get_by_label("New 1").click();
    desktop.run();
    assert!(desktop.query_by_label("Changed: 29 dead").is_none());
    desktop.get_by_label("All 2").click();
    desktop.run();
    desktop.get_by_label("Changed: 29 dead").click();
    desktop.run();
    assert_eq!(backend_selected(&desktop), Some(id));
    desktop.get_by_label("New reading: 2 figures to look at").click();
    desktop.run();
    desktop.get_by_label("Take the new reading").click();
    desktop.run();
    assert_eq!(asked(&desktop).last(), Some(&HistoryAct::TakeReread));
}

fn backend_selected(desktop: &Desktop) -> Option<crate::store::ClaimId> {
    backend(desktop).state.selection.claim
}
