//! The queue driven by keys, as a person with one hand on the keyboard would.

use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable as _;

use crate::app::{Action, View};
use crate::claim::Kind;
use crate::quantity::Figure;
use crate::show::testing_sample::varland;
use crate::store::{ClaimId, Field, Status, Verdict};
use crate::ui::Backend as _;
use crate::ui::review::claim_label;
use crate::ui::testing::{Desktop, TestBackend, desktop};

/// A person at the keyboard: every key is counted.
struct Hand {
    harness: Desktop,
    keys: usize,
}

impl Hand {
    fn new() -> Self {
        let mut backend = TestBackend::new(varland());
        backend.state.view = View::Review;
        let harness = desktop(backend, vec2(1600.0, 1000.0), 40);
        let mut hand = Self { harness, keys: 0 };
        hand.press(Key::Q);
        hand.keys = 0;
        hand
    }

    fn backend(&self) -> &TestBackend {
        self.harness.state().as_ref().expect("a window").backend()
    }

    fn act(&mut self, action: Action) {
        let window = self.harness.state_mut().as_mut().expect("a window");
        window.backend_mut().act(action);
        self.harness.run();
    }

    fn press(&mut self, key: Key) {
        self.keys += 1;
        self.harness.key_press(key);
        self.harness.run();
    }

    fn type_in(&mut self, words: &str) {
        self.keys += words.chars().count();
        self.harness.event(egui::Event::Text(words.to_owned()));
        self.harness.run();
    }

    fn current(&self) -> Option<ClaimId> {
        self.backend().state.queue.as_ref()?.queue.current
    }

    fn label_of(&self, claim: ClaimId) -> String {
        let store = &self.backend().state.store;
        let record = store.claim(claim).expect("a claim");
        claim_label(record, store.article(record.article).expect("its article"))
    }

    fn status(&self, claim: ClaimId) -> Status {
        let record = self.backend().state.store.claim(claim);
        record.expect("a claim").status()
    }

    /// Presses a key that decides; the frame that carries the decision out shows the next claim.
    fn decide(&mut self, key: Key) {
        let Some(claim) = self.current() else { return };
        self.keys += 1;
        self.harness.key_press(key);
        for _ in 0..4 {
            self.harness.step();
            if self.current() != Some(claim) {
                break;
            }
        }
        assert_ne!(self.current(), Some(claim), "the queue went on");
        match self.current() {
            Some(next) => {
                let label = self.label_of(next);
                assert!(self.harness.query_by_label(&label).is_some(), "{label} shows at once");
            }
            None => assert!(self.harness.query_by_label("Back to the table").is_some()),
        }
        self.harness.run();
    }
}

/// Corrections as they fall to an analyst: one claim in twelve has another speaker, one in fifteen another number, one
/// in ten another kind, one in twenty a note; one in eight is no claim.
fn work_off(hand: &mut Hand) -> usize {
    let mut num = 0;
    while hand.current().is_some() {
        num += 1;
        assert!(num < 500, "the queue ends");
        if num % 12 == 3 {
            hand.press(Key::S);
            hand.type_in("int");
            hand.press(Key::ArrowDown);
            hand.press(Key::Enter);
        }
        if num % 15 == 7 {
            hand.press(Key::V);
            hand.type_in("63");
            hand.press(Key::Enter);
        }
        if num % 10 == 4 {
            hand.press(Key::Num2);
        }
        if num % 20 == 9 {
            hand.press(Key::N);
            hand.type_in("ask the desk");
            hand.press(Key::Enter);
        }
        hand.decide(if num % 8 == 5 { Key::R } else { Key::A });
    }
    num
}

#[test]
fn a_whole_session_by_keys_takes_under_three_keys_a_claim() {
    let mut hand = Hand::new();
    let before = hand.backend().state.queue.as_ref().map(|run| run.queue.len());
    let num = work_off(&mut hand);
    assert_eq!(Some(num), before, "each claim came once");
    let keys_per_claim = hand.keys as f64 / num as f64;
    println!("{num} claims, {} keys: {keys_per_claim:.2} keys a claim", hand.keys);
    assert!(keys_per_claim < 3.0, "{keys_per_claim}");
    let store = &hand.backend().state.store;
    assert!(store.claims().all(|record| record.status() != Status::Unreviewed));
    let says = |words: &str| {
        store
            .claims()
            .any(|record| record.claim().speaker.as_deref() == Some(words) && record.is_set(Field::Speaker))
    };
    assert!(says("Interior Ministry"));
    assert!(store.claims().any(|record| record.note == "ask the desk"));
    assert!(
        store
            .claims()
            .any(|record| record.claim().figure == Figure::exact(63) && record.is_set(Field::Figure))
    );
    assert!(
        store
            .claims()
            .any(|record| record.is_set(Field::Kind) && record.claim().kind == Kind::Injured)
    );
    assert!(store.claims().any(|record| record.verdict == Verdict::Rejected));
}

#[test]
fn back_undo_later_and_leave_go_where_one_was() {
    let mut hand = Hand::new();
    let first = hand.current().expect("one is shown");
    hand.decide(Key::A);
    let second = hand.current().expect("the next");
    hand.press(Key::Backspace);
    assert_eq!(hand.current(), Some(first), "back goes to the last decided one");
    assert_eq!(hand.status(first), Status::Accepted);
    hand.decide(Key::R);
    assert_eq!(hand.status(first), Status::Rejected, "it is decided anew");
    assert_eq!(hand.current(), Some(second));
    hand.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    hand.harness.run();
    hand.press(Key::K);
    hand.press(Key::U);
    assert_eq!(hand.status(first), Status::Unreviewed);
    assert_eq!(hand.current(), Some(second));
    hand.press(Key::Escape);
    assert!(hand.backend().state.queue.is_none());
    assert_eq!(
        hand.backend().state.selection.claim,
        Some(second),
        "one stays where one was"
    );
    hand.press(Key::Q);
    assert_eq!(hand.current(), Some(second), "and goes on there");
}

#[test]
fn escape_leaves_a_field_first_and_lists_take_digits() {
    let mut hand = Hand::new();
    let claim = hand.current().expect("one is shown");
    hand.press(Key::S);
    hand.type_in("nobody");
    hand.press(Key::Escape);
    assert_eq!(hand.current(), Some(claim), "only the field was left");
    assert_eq!(hand.status(claim), Status::Unreviewed, "what was typed is dropped");
    hand.press(Key::C);
    hand.press(Key::Num2);
    let class = |hand: &Hand| {
        hand.backend()
            .state
            .store
            .claim(claim)
            .expect("it")
            .claim()
            .victim_class
    };
    assert_eq!(class(&hand).id(), "protester");
    let kind = hand.backend().state.store.claim(claim).expect("it").is_set(Field::Kind);
    assert!(!kind, "the digit went to the list alone");
    hand.press(Key::T);
    hand.type_in("To Check");
    hand.press(Key::Enter);
    let tags = hand.backend().state.store.claim(claim).expect("it").tags.clone();
    assert_eq!(tags, ["To Check"]);
    assert!(hand.harness.query_by_label("Tag To Check of this claim").is_some());
}

#[test]
fn the_order_can_be_changed_and_an_empty_queue_says_why() {
    let mut hand = Hand::new();
    let first = hand.current();
    hand.harness.get_by_label("By article").click();
    hand.harness.run();
    assert_eq!(hand.current(), first, "the claim that is shown stays");
    hand.press(Key::J);
    assert_ne!(hand.current(), first);
    hand.press(Key::Escape);
    hand.act(Action::FilterReview("no such words".to_owned()));
    hand.act(Action::SelectNone);
    hand.press(Key::Q);
    assert!(hand.harness.query_by_label("Nothing to review").is_some());
    let why = "No unreviewed claim passes the filter of the table.";
    assert!(hand.harness.query_by_label(why).is_some());
}
