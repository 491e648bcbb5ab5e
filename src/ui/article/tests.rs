//! The reader by what a screen reader says: roles, picking, ends of marks, the caret, overlapping marks.

use egui::{Key, Modifiers, PointerButton, Pos2, Rect, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::super::Backend as _;
use super::super::testing::{Desktop, TestBackend, desktop, press, type_words};
use crate::app::{Action, State};
use crate::base::Span;
use crate::claim::{Claim, Kind};
use crate::quantity::Figure;
use crate::show::testing_sample::varland;
use crate::show::words;
use crate::store::{ClaimId, Field, FieldValue, Role};
use crate::time::Value;

const AT: &str = "2031-03-15T09:00:00Z";

/// The window with the claim of these words selected, after `prepare`.
fn open(quote: &str, prepare: impl FnOnce(&mut TestBackend, ClaimId)) -> (Desktop, ClaimId) {
    let mut backend = TestBackend::new(varland());
    let store = &backend.state.store;
    let holds = |record: &&std::sync::Arc<crate::store::ClaimRecord>| {
        let article = store.article(record.article).expect("its article");
        record.claim().span.of(article.text()) == quote
    };
    let record = store.claims().find(holds).expect("a claim of these words").clone();
    backend.state.selection.article = Some(record.article);
    backend.state.selection.claim = Some(record.id);
    prepare(&mut backend, record.id);
    (desktop(backend, vec2(1600.0, 1000.0), 6), record.id)
}

fn state(desktop: &Desktop) -> &State {
    desktop.state().as_ref().expect("a window").backend().state()
}

fn claim(desktop: &Desktop, id: ClaimId) -> &Claim {
    state(desktop).store.claim(id).expect("the claim").claim()
}

fn quoted(desktop: &Desktop, id: ClaimId, span: Option<Span>) -> String {
    let record = state(desktop).store.claim(id).expect("the claim");
    let article = state(desktop).store.article(record.article).expect("its article");
    span.map(|span| span.of(article.text()).to_owned()).unwrap_or_default()
}

fn click_at(desktop: &mut Desktop, pos: Pos2) {
    desktop.hover_at(pos);
    desktop.run();
    for pressed in [true, false] {
        desktop.event(egui::Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        desktop.run();
    }
}

#[track_caller]
fn place(desktop: &Desktop, label: &str) -> Rect {
    desktop.get_by_label(label).rect()
}

const SHIFT_WORD: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

#[test]
fn roles_of_the_selected_claim_are_named_in_the_text() {
    let (mut desktop, id) = open("more than 4,400 people", |backend, id| {
        let record = backend.state.store.claim(id).expect("it").clone();
        let text = backend
            .state
            .store
            .article(record.article)
            .expect("its article")
            .text()
            .to_owned();
        let at = |words: &str| text.find(words).map(|at| Span::new(at, at + words.len()));
        let fields = [
            (
                Field::Role(Role::Number),
                FieldValue::Span(at("more than 4,400 people").map(|span| Span::new(span.start(), span.end() - 7))),
            ),
            // in another sentence than the claim
            (Field::Role(Role::Speaker), FieldValue::Span(at("Brenk"))),
        ];
        let edit = backend.state.store.set_fields(id, &fields, "Picked");
        backend.state.store.commit(edit, AT);
    });
    desktop.get_by_label("number: more than 4,400");
    desktop.get_by_label("speaker: Brenk");
    // typed words stand nowhere
    let typed = FieldValue::Words(Some("a clerk".to_owned()));
    let backend = desktop.state_mut().as_mut().expect("a window").backend_mut();
    let edit = backend.state.store.set_field(&[id], Field::Speaker, Some(&typed));
    backend.state.store.commit(edit, AT);
    desktop.run();
    assert!(desktop.query_by_label("speaker: Brenk").is_none());
    desktop.get_by_label("number: more than 4,400");
}

#[test]
fn the_speaker_is_picked_with_keys_alone_and_undone() {
    let (mut desktop, id) = open("more than 4,400 people", |_, _| {});
    let before = claim(&desktop, id).clone();
    press(&mut desktop, Modifiers::NONE, Key::S);
    desktop.get_by_label("Click or select who says it");
    press(&mut desktop, SHIFT_WORD, Key::ArrowRight);
    press(&mut desktop, SHIFT_WORD, Key::ArrowRight);
    // the popup of a selection waits
    assert!(desktop.query_by_label("Make a claim: killed").is_none());
    press(&mut desktop, Modifiers::NONE, Key::Enter);
    assert!(desktop.query_by_label("Click or select who says it").is_none());
    let now = claim(&desktop, id).clone();
    assert_eq!(now.speaker.as_deref(), Some("more than"));
    assert_eq!(quoted(&desktop, id, now.roles.speaker), "more than");
    press(&mut desktop, Modifiers::COMMAND, Key::Z);
    assert_eq!(*claim(&desktop, id), before);
}

#[test]
fn words_are_picked_by_a_click_on_a_mark_and_wrong_ones_say_why() {
    let (mut desktop, id) = open("more than 4,400 people", |_, _| {});
    let other = place(&desktop, "13 police officers: killed");
    press(&mut desktop, Modifiers::SHIFT, Key::Q);
    // the word "officers" is no number
    click_at(&mut desktop, other.right_center() - vec2(12.0, 0.0));
    desktop.get_by_label("No number can be read from these words.");
    assert_eq!(state(&desktop).selection.claim, Some(id), "the click was for the words");
    click_at(&mut desktop, other.left_center() + vec2(8.0, 0.0));
    assert_eq!(claim(&desktop, id).figure, Figure::exact(13));
    assert_eq!(quoted(&desktop, id, claim(&desktop, id).roles.number), "13");
    press(&mut desktop, Modifiers::NONE, Key::W);
    press(&mut desktop, Modifiers::NONE, Key::Escape);
    assert!(desktop.query_by_label("Click or select who was harmed").is_none());
    assert_eq!(
        state(&desktop).selection.claim,
        Some(id),
        "Escape stopped the picking alone"
    );
}

#[test]
fn nothing_is_picked_where_nothing_is_stated() {
    let (mut desktop, id) = open("more than 4,400 people", |_, _| {});
    press(&mut desktop, Modifiers::NONE, Key::S);
    desktop.get_by_label("Not stated").click();
    desktop.run();
    assert_eq!(claim(&desktop, id).speaker, None);
}

#[test]
fn ends_of_a_mark_are_moved_by_keys_and_by_dragging() {
    let (mut desktop, id) = open("more than 4,400 people", |_, _| {});
    let shown = |desktop: &Desktop| quoted(desktop, id, Some(claim(desktop, id).span));
    let shift_alt = Modifiers::SHIFT | Modifiers::ALT;
    press(&mut desktop, shift_alt, Key::ArrowRight);
    assert_eq!(shown(&desktop), "more than 4,400 people since");
    // the machine's words stand in the inspector, with the way back
    desktop.get_by_label("Machine: “more than 4,400 people”");
    desktop.get_by_label("back to these words").click();
    desktop.run();
    assert_eq!(shown(&desktop), "more than 4,400 people");
    press(&mut desktop, shift_alt, Key::ArrowRight);
    press(&mut desktop, shift_alt, Key::ArrowUp);
    assert_eq!(shown(&desktop), "arrested more than 4,400 people since");
    press(&mut desktop, shift_alt, Key::ArrowLeft);
    press(&mut desktop, shift_alt, Key::ArrowDown);
    assert_eq!(shown(&desktop), "more than 4,400 people");
    let record = state(&desktop).store.claim(id).expect("it");
    assert!(record.fields.is_empty(), "back where the machine has it");
    let end = place(&desktop, "End of the claim’s words").center();
    desktop.hover_at(end);
    desktop.run();
    desktop.drag_at(end);
    desktop.run();
    desktop.hover_at(end - vec2(30.0, 0.0));
    desktop.run();
    desktop.hover_at(end - vec2(80.0, 0.0));
    desktop.run();
    desktop.drop_at(end - vec2(80.0, 0.0));
    desktop.run();
    assert_eq!(shown(&desktop), "more than 4,400");
    press(&mut desktop, Modifiers::COMMAND, Key::Z);
    assert_eq!(shown(&desktop), "more than 4,400 people");
}

#[test]
fn a_selection_begins_at_the_selected_claim_and_makes_a_claim() {
    let (mut desktop, id) = open("more than 4,400 people", |_, _| {});
    press(&mut desktop, SHIFT_WORD, Key::ArrowRight);
    press(&mut desktop, SHIFT_WORD, Key::ArrowRight);
    desktop.get_by_label("Make a claim: killed");
    press(&mut desktop, Modifiers::SHIFT, Key::ArrowLeft);
    press(&mut desktop, Modifiers::NONE, Key::Num2);
    let asked = &desktop.state().as_ref().expect("a window").backend().asked;
    let made = asked.iter().find_map(|action| match action {
        Action::NewClaim(_, span, kind) => Some((*span, *kind)),
        _ => None,
    });
    let (span, kind) = made.expect("a claim was asked for");
    assert_eq!(kind, Kind::Injured);
    // one letter less than the word, and then grown to it again
    assert_eq!(quoted(&desktop, id, Some(span)), "more than 4,400 people since unrest");
}

#[test]
fn marks_that_overlap_are_reached_one_after_another() {
    let mut over = None;
    let (mut desktop, id) = open("more than 4,400 people", |backend, id| {
        let record = backend.state.store.claim(id).expect("it").clone();
        let mut claim = Claim::clone(record.claim());
        claim.kind = Kind::Missing;
        claim.span = Span::new(claim.span.start(), claim.span.end() - 7);
        let (new, edit) = backend.state.store.add_claim(record.article, claim);
        backend.state.store.commit(edit, AT);
        over = Some(new);
    });
    let over = over.expect("a second claim");
    press(&mut desktop, Modifiers::NONE, Key::Y);
    assert_eq!(state(&desktop).selection.claim, Some(over));
    press(&mut desktop, Modifiers::NONE, Key::Y);
    assert_eq!(state(&desktop).selection.claim, Some(id));
    let at = place(&desktop, "more than 4,400: missing").center();
    for expected in [over, id, over] {
        click_at(&mut desktop, at);
        assert_eq!(state(&desktop).selection.claim, Some(expected));
        // two clicks that follow at once are a double click
        for _ in 0..20 {
            desktop.step();
        }
    }
    // the card names the other
    press(&mut desktop, Modifiers::NONE, Key::Enter);
    desktop.get_by_label("At the same words");
    desktop.get_by_label("Select arrested").click();
    desktop.run();
    assert_eq!(state(&desktop).selection.claim, Some(id));
}

#[test]
fn every_field_is_reached_and_changed_by_keys() {
    let (mut desktop, id) = open("more than 4,400 people", |_, _| {});
    press(&mut desktop, Modifiers::NONE, Key::E);
    type_words(&mut desktop, "4.4k");
    desktop.get_by_label_contains("Reads as 4,400");
    press(&mut desktop, Modifiers::NONE, Key::Tab);
    assert_eq!(claim(&desktop, id).figure, Figure::exact(4400));
    type_words(&mut desktop, "the clerk");
    press(&mut desktop, Modifiers::NONE, Key::Tab);
    assert_eq!(claim(&desktop, id).speaker.as_deref(), Some("the clerk"));
    // nothing is typed as the relay
    press(&mut desktop, Modifiers::NONE, Key::Tab);
    assert_eq!(claim(&desktop, id).relay, None);
    // as of: no times in these articles, so down leads to the calendar
    press(&mut desktop, Modifiers::NONE, Key::ArrowDown);
    press(&mut desktop, Modifiers::NONE, Key::ArrowDown);
    press(&mut desktop, Modifiers::NONE, Key::ArrowLeft);
    press(&mut desktop, Modifiers::NONE, Key::PageUp);
    press(&mut desktop, Modifiers::NONE, Key::Tab);
    let as_of = claim(&desktop, id).as_of.clone();
    assert_eq!(as_of, Value::parse("2031-02-20"), "a week on, a day and a month back");
    // happened: a month, then a wrong word that says why
    type_words(&mut desktop, "14 March");
    press(&mut desktop, Modifiers::NONE, Key::Tab);
    desktop.get_by_label_contains("a year is missing");
    type_words(&mut desktop, "March 2031");
    press(&mut desktop, Modifiers::NONE, Key::Tab);
    assert_eq!(claim(&desktop, id).event_date, Value::parse("2031-03"));
    // scope is chosen
    press(&mut desktop, Modifiers::NONE, Key::ArrowDown);
    press(&mut desktop, Modifiers::NONE, Key::Enter);
    assert_eq!(claim(&desktop, id).scope, crate::claim::Scope::Incident);
    // the row has the keyboard now; Enter opens it again and Escape keeps the old value
    press(&mut desktop, Modifiers::NONE, Key::Enter);
    press(&mut desktop, Modifiers::NONE, Key::ArrowDown);
    press(&mut desktop, Modifiers::NONE, Key::Escape);
    assert_eq!(claim(&desktop, id).scope, crate::claim::Scope::Incident);
    let record = state(&desktop).store.claim(id).expect("it");
    let set: Vec<&str> = record.fields.keys().map(|field| words::field(*field)).collect();
    assert_eq!(set, ["Figure", "Speaker", "As of", "Happened", "Scope"]);
    desktop
        .get_by_label("All back to the machine’s reading")
        .click_accesskit();
    desktop.run();
    assert!(state(&desktop).store.claim(id).expect("it").fields.is_empty());
}

#[test]
fn a_day_is_chosen_in_the_calendar_and_a_period_with_two_clicks() {
    let (mut desktop, id) = open("more than 4,400 people", |_, _| {});
    desktop.get_by_label_contains("As of: ").click();
    desktop.run();
    desktop.get_by_label("Wed 5 March 2031").click();
    desktop.run();
    assert_eq!(claim(&desktop, id).as_of, Value::parse("2031-03-05"));
    let happened = desktop.get_all_by_role(egui::accesskit::Role::Button);
    let labels: Vec<String> = happened.filter_map(|node| node.accesskit_node().label()).collect();
    let label = labels
        .iter()
        .find(|label| label.starts_with("Happened: ") || label.starts_with("Period: "));
    desktop.get_by_label(label.expect("the row of the event day")).click();
    desktop.run();
    desktop.get_by_label("Period").click();
    desktop.run();
    desktop.get_by_label("Mon 3 March 2031").click();
    desktop.run();
    desktop.get_by_label("Thu 6 March 2031").click();
    desktop.run();
    assert_eq!(claim(&desktop, id).event_date, Value::parse("2031-03-03/2031-03-06"));
}
