//! Finding words by keys and by the names that a screen reader says.

use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable as _;

use super::super::testing::{Desktop, TestBackend, desktop, press, type_words};
use crate::app::{State, View};
use crate::show::testing_sample::varland;
use crate::show::{FindIn, WholeWords};

fn open() -> Desktop {
    let mut backend = TestBackend::new(varland());
    backend.state.selection.article = backend.state.store.articles().next().map(|article| article.id);
    desktop(backend, vec2(1600.0, 1000.0), 8)
}

fn state(desktop: &Desktop) -> &State {
    &desktop.state().as_ref().expect("a window").backend().state
}

const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

#[test]
fn ctrl_f_finds_in_the_article_and_enter_walks_the_hits() {
    let mut desktop = open();
    press(&mut desktop, Modifiers::COMMAND, Key::F);
    assert_eq!(state(&desktop).find.open, Some(FindIn::Article));
    type_words(&mut desktop, "IN");
    let listed = state(&desktop).find.found.num_listed();
    assert!(listed > 2, "{listed}");
    desktop.get_by_label(&format!("1 of {listed}"));
    press(&mut desktop, Modifiers::NONE, Key::Enter);
    desktop.get_by_label(&format!("2 of {listed}"));
    press(&mut desktop, Modifiers::SHIFT, Key::Enter);
    press(&mut desktop, Modifiers::SHIFT, Key::Enter);
    desktop.get_by_label(&format!("{listed} of {listed}"));
    press(&mut desktop, Modifiers::NONE, Key::F3);
    desktop.get_by_label(&format!("1 of {listed}"));
    desktop.get_by_label("Whole words").click();
    desktop.run();
    assert_eq!(state(&desktop).find.whole_words, WholeWords::Yes);
    assert!(state(&desktop).find.found.num_listed() < listed);
    press(&mut desktop, Modifiers::NONE, Key::Escape);
    assert_eq!(state(&desktop).find.open, None);
    assert!(desktop.query_by_label("Find in article").is_none());
}

#[test]
fn words_that_are_not_there_are_said_to_be_so() {
    let mut desktop = open();
    press(&mut desktop, Modifiers::COMMAND, Key::F);
    type_words(&mut desktop, "zeppelin");
    desktop.get_by_label("Not found");
    desktop.get_by_label("In all articles").click();
    desktop.run();
    assert_eq!(state(&desktop).find.open, Some(FindIn::Project));
    desktop.get_by_label("Not found");
}

#[test]
fn hits_of_the_project_are_listed_and_a_click_opens_their_article() {
    let mut desktop = open();
    press(&mut desktop, CTRL_SHIFT, Key::F);
    type_words(&mut desktop, "ministry");
    let find = &state(&desktop).find;
    assert!(find.found.articles.len() > 1);
    assert_eq!((find.current, find.jump), (None, 0));
    let (second, other) = (1, find.found.articles[1].id);
    let title = state(&desktop).store.article(other).unwrap().title().to_owned();
    let first = find.found.numbers(second).start;
    let head = format!(
        "{title}: {}",
        crate::show::words::count(find.found.articles[second].num_hits, "hit")
    );
    desktop.get_by_label(&head).click();
    desktop.run();
    assert_eq!(state(&desktop).selection.article, Some(other));
    assert_eq!(state(&desktop).find.current, Some(first));
    press(&mut desktop, Modifiers::SHIFT, Key::F3);
    assert_eq!(state(&desktop).find.current, Some(first - 1));
    assert_ne!(state(&desktop).selection.article, Some(other));
}

#[test]
fn a_note_that_was_just_written_is_found() {
    let mut desktop = open();
    let claim = state(&desktop).store.claims().next().unwrap().id;
    let edit = state(&desktop).store.set_note(&[claim], "Ask the Zürich desk");
    let backend = desktop.state_mut().as_mut().unwrap().backend_mut();
    backend.state.store.commit(edit, "2031-03-15T09:00:00Z");
    press(&mut desktop, CTRL_SHIFT, Key::F);
    type_words(&mut desktop, "zurich");
    desktop.get_by_label_contains("1 hit in 1 article");
    desktop
        .get_by_label_contains("Hit: Note of a claim: Ask the Zürich desk")
        .click();
    desktop.run();
    assert_eq!(state(&desktop).selection.claim, Some(claim));
}

#[test]
fn in_other_views_ctrl_f_goes_to_their_filter() {
    let mut desktop = open();
    press(&mut desktop, Modifiers::COMMAND, Key::Num3);
    assert_eq!(state(&desktop).view, View::Review);
    press(&mut desktop, Modifiers::COMMAND, Key::F);
    assert_eq!(state(&desktop).find.open, None);
    assert!(desktop.ctx.text_edit_focused());
    // from there the project can be searched all the same
    press(&mut desktop, CTRL_SHIFT, Key::F);
    assert_eq!(
        (state(&desktop).view, state(&desktop).find.open),
        (View::Read, Some(FindIn::Project))
    );
}

#[test]
fn the_library_keeps_its_filter_under_another_key() {
    let mut desktop = open();
    press(&mut desktop, Modifiers::COMMAND, Key::L);
    assert!(desktop.ctx.text_edit_focused());
    assert_eq!(state(&desktop).find.open, None);
}
