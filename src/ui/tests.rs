//! The window over a program without a disk: what a person does, by the names that a screen reader says.

use egui::{Event, Key, Modifiers, Pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::Backend;
use super::testing::{TestBackend, click, desktop, press, type_words};
use crate::app::{Action, CheckState, Problem, Shown, State, Toast, View};
use crate::claim::Claim;
use crate::quantity::Figure;
use crate::show::testing_sample::varland;
use crate::show::words;
use crate::store::{ArticleId, ClaimId, Status, Store};

const AT: &str = "2031-03-15T09:00:00Z";

/// The backend of the views' tests, with what the shell asks for beside.
struct Desk(TestBackend);

impl Desk {
    fn new(store: Store) -> Self {
        let mut desk = Self(TestBackend::new(store));
        let newest = desk.0.state.store.articles().max_by_key(|article| article.published());
        desk.0.state.selection.article = newest.map(|article| article.id);
        desk
    }

    fn select_article(&mut self, id: ArticleId) {
        self.0.state.selection.article = Some(id);
        self.0.state.selection.claim = None;
    }

    fn step(&mut self, by: isize) {
        let Some(article) = self.0.state.selection.article else {
            return;
        };
        let ids: Vec<ClaimId> = self.0.state.store.claims_of(article).map(|claim| claim.id).collect();
        let at = ids.iter().position(|id| Some(*id) == self.0.state.selection.claim);
        let next = at.map_or(0, |at| at.saturating_add_signed(by));
        if let Some(id) = ids.get(next) {
            self.0.state.selection.claim = Some(*id);
            self.0.state.selection.jump += 1;
        }
    }
}

impl Backend for Desk {
    fn state(&self) -> &State {
        &self.0.state
    }

    fn act(&mut self, action: Action) {
        let state = &mut self.0.state;
        match action.clone() {
            Action::SelectArticle(id) => self.select_article(id),
            Action::NextClaim => self.step(1),
            Action::PreviousClaim => self.step(-1),
            Action::SelectNone => state.selection.claim = None,
            Action::Redo => drop(state.store.redo()),
            Action::NewClaim(article, span, kind) => {
                let template = state
                    .store
                    .claims_of(article)
                    .next()
                    .map(|record| Claim::clone(&record.machine));
                let Some(mut claim) = template else { return };
                (claim.span, claim.kind, claim.figure) = (span, kind, Figure::exact(7));
                let (id, edit) = state.store.add_claim(article, claim);
                state.store.commit(edit, AT);
                state.selection.claim = Some(id);
            }
            Action::Tell(ids, told) => {
                let edit = state.store.tell(&ids, &told);
                state.store.commit(edit, AT);
            }
            Action::FilterLibrary(text) => state.library.text = text,
            Action::ToReviewOnly(only) => state.library.to_review_only = only,
            Action::ShowArticleTable(open) => state.library.table_open = open,
            Action::ShowMarks(on) => state.settings.show_marks = on,
            Action::SetTextSize(percent) => state.settings.text_size_percent = percent,
            Action::SetKeys(id, keys) => drop(state.settings.keys.insert(id, keys)),
            Action::Dismiss(None) => state.messages.problems.clear(),
            Action::CheckArticles(ids, CheckState::Only) => state.selection.articles = ids.into_iter().collect(),
            Action::CheckArticles(ids, CheckState::On) => state.selection.articles.extend(ids),
            other => {
                self.0.act(other);
                return;
            }
        }
        self.0.asked.push(action);
    }

    fn poll(&mut self) -> bool {
        false
    }
}

type Desktop = super::testing::Desktop<Desk>;

fn window(size: (f32, f32), prepare: impl FnOnce(&mut State) + 'static) -> Desktop {
    let mut desk = Desk::new(varland());
    prepare(&mut desk.0.state);
    desktop(desk, vec2(size.0, size.1), 4)
}

fn open() -> Desktop {
    window((1600.0, 1000.0), |_| {})
}

fn state(desktop: &Desktop) -> &State {
    desktop.state().as_ref().expect("a window").backend().state()
}

#[track_caller]
fn selected_figure(desktop: &Desktop) -> String {
    let id = state(desktop).selection.claim.expect("a selected claim");
    let record = state(desktop).store.claim(id).expect("its record");
    words::figure(&record.claim().figure).replace('\u{a0}', " ")
}

/// Labels of all marks of claims in the reader.
fn marks(desktop: &Desktop) -> Vec<String> {
    let nodes = desktop.query_all_by_role(egui::accesskit::Role::Link);
    nodes.filter_map(|node| node.accesskit_node().label()).collect()
}

#[test]
fn a_click_on_a_mark_selects_it_and_the_inspector_shows_it() {
    let mut desktop = open();
    let marks = marks(&desktop);
    assert!(marks.len() > 3, "{marks:?}");
    let first = marks.first().cloned().unwrap();
    click(&mut desktop, &first);
    let figure = selected_figure(&desktop);
    desktop.get_by_label_contains(&format!("Figure: {}", figure.replacen(' ', "\u{a0}", 1)));
    desktop.get_by_label_contains("Speaker: ");
    desktop.get_by_label("Accept");
}

#[test]
fn a_value_is_corrected_in_place_and_undone_and_done_again() {
    let mut desktop = open();
    press(&mut desktop, Modifiers::NONE, Key::J);
    let before = selected_figure(&desktop);
    press(&mut desktop, Modifiers::NONE, Key::E);
    type_words(&mut desktop, ">5,000");
    press(&mut desktop, Modifiers::NONE, Key::Enter);
    assert_eq!(selected_figure(&desktop), "> 5,000");
    desktop.get_by_label("back to the machine’s value");
    press(&mut desktop, Modifiers::COMMAND, Key::Z);
    assert_eq!(selected_figure(&desktop), before);
    press(&mut desktop, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(selected_figure(&desktop), "> 5,000");
    click(&mut desktop, "back to the machine’s value");
    assert_eq!(selected_figure(&desktop), before);
}

#[test]
fn wrong_words_keep_the_old_value_and_say_so() {
    let mut desktop = open();
    press(&mut desktop, Modifiers::NONE, Key::J);
    let before = selected_figure(&desktop);
    press(&mut desktop, Modifiers::NONE, Key::E);
    type_words(&mut desktop, "6o");
    press(&mut desktop, Modifiers::NONE, Key::Enter);
    desktop.get_by_label("Not a number. The old value is kept.");
    assert_eq!(selected_figure(&desktop), before);
    press(&mut desktop, Modifiers::NONE, Key::Escape);
    assert!(desktop.query_by_label("Not a number. The old value is kept.").is_none());
    assert!(
        state(&desktop).selection.claim.is_some(),
        "Escape left the field, not the claim"
    );
}

#[test]
fn keys_decide_and_step() {
    let mut desktop = open();
    press(&mut desktop, Modifiers::NONE, Key::J);
    let first = state(&desktop).selection.claim.unwrap();
    press(&mut desktop, Modifiers::NONE, Key::R);
    assert_eq!(state(&desktop).store.claim(first).unwrap().status(), Status::Rejected);
    press(&mut desktop, Modifiers::NONE, Key::U);
    press(&mut desktop, Modifiers::NONE, Key::A);
    assert_eq!(state(&desktop).store.claim(first).unwrap().status(), Status::Accepted);
    press(&mut desktop, Modifiers::NONE, Key::J);
    assert_ne!(state(&desktop).selection.claim, Some(first));
    press(&mut desktop, Modifiers::NONE, Key::K);
    assert_eq!(state(&desktop).selection.claim, Some(first));
    press(&mut desktop, Modifiers::COMMAND, Key::Num3);
    assert_eq!(state(&desktop).view, View::Review);
}

#[test]
fn plain_keys_stay_in_a_text_field() {
    let mut desktop = open();
    press(&mut desktop, Modifiers::NONE, Key::J);
    let before = state(&desktop).store.generation();
    press(&mut desktop, Modifiers::COMMAND, Key::L);
    desktop.event(Event::Text("ar".to_owned()));
    press(&mut desktop, Modifiers::NONE, Key::A);
    press(&mut desktop, Modifiers::NONE, Key::R);
    assert_eq!(state(&desktop).store.generation(), before);
    assert_eq!(state(&desktop).library.text, "ar");
}

/// The middle of the mark with this label.
#[track_caller]
fn place(desktop: &Desktop, label: &str) -> egui::Rect {
    desktop.get_by_label(label).rect()
}

fn drag(desktop: &mut Desktop, from: Pos2, to: Pos2) {
    desktop.hover_at(from);
    desktop.run();
    desktop.drag_at(from);
    desktop.run();
    desktop.hover_at(to);
    desktop.run();
    desktop.drop_at(to);
    desktop.run();
}

#[test]
fn a_claim_is_made_from_selected_words() {
    let mut desktop = open();
    let label = marks(&desktop).into_iter().next().unwrap();
    let mark = place(&desktop, &label);
    let before = state(&desktop).store.num_claims();
    // From the mark to the words behind it.
    drag(
        &mut desktop,
        mark.left_center() + vec2(4.0, 0.0),
        mark.right_center() + vec2(60.0, 0.0),
    );
    desktop.get_by_label("Make a claim: missing");
    press(&mut desktop, Modifiers::NONE, Key::Num4);
    assert_eq!(state(&desktop).store.num_claims(), before + 1);
    let record = state(&desktop)
        .store
        .claim(state(&desktop).selection.claim.unwrap())
        .unwrap();
    assert!(record.by_hand);
    let article = state(&desktop).store.article(record.article).unwrap();
    let quote = record.claim().span.of(article.text());
    assert!(
        label.starts_with(quote.split(' ').next().unwrap()),
        "{quote} begins like {label}"
    );
    desktop.get_by_label("Delete claim made by hand");
    desktop.get_by_label("Kind: Missing");
}

#[test]
fn a_double_click_selects_a_word_and_escape_lets_go() {
    let mut desktop = open();
    // Plain words stand behind the second mark.
    let label = marks(&desktop).into_iter().nth(1).unwrap();
    let at = place(&desktop, &label).right_center() + vec2(24.0, 0.0);
    desktop.event(Event::PointerMoved(at));
    desktop.step();
    for pressed in [true, false, true, false] {
        desktop.event(Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        desktop.step();
    }
    desktop.run();
    desktop.get_by_label("Make a claim: killed");
    press(&mut desktop, Modifiers::NONE, Key::Escape);
    assert!(desktop.query_by_label("Make a claim: killed").is_none());
}

#[test]
fn the_palette_finds_commands_and_articles() {
    let mut desktop = open();
    press(&mut desktop, Modifiers::COMMAND, Key::K);
    type_words(&mut desktop, "table of");
    press(&mut desktop, Modifiers::NONE, Key::Enter);
    assert!(state(&desktop).library.table_open);
    press(&mut desktop, Modifiers::COMMAND, Key::K);
    type_words(&mut desktop, "night at st orla");
    press(&mut desktop, Modifiers::NONE, Key::Enter);
    let id = state(&desktop).selection.article.unwrap();
    assert_eq!(state(&desktop).store.article(id).unwrap().title(), "Night at St Orla");
    press(&mut desktop, Modifiers::COMMAND, Key::K);
    press(&mut desktop, Modifiers::NONE, Key::Escape);
    assert!(desktop.query_by_label("Command").is_none());
}

#[test]
fn problems_are_listed_until_dismissed() {
    let mut desktop = window((1600.0, 1000.0), |state| {
        state.messages.problems.push(Problem {
            file: "harbour.txt".to_owned(),
            sentence: "Could not read the file: permission denied.".to_owned(),
        });
    });
    click(&mut desktop, "1 problem");
    desktop.get_by_label("harbour.txt");
    desktop.get_by_label("Could not read the file: permission denied.");
    click(&mut desktop, "Clear the list");
    desktop.get_by_label("No problems. Every file was read in full.");
}

#[test]
fn a_toast_offers_undo() {
    let mut desktop = window((1600.0, 1000.0), |state| {
        state.messages.toasts.push(Toast {
            number: 1,
            sentence: "6 claims accepted".to_owned(),
            can_undo: true,
            shows: None,
        });
    });
    // A toast asks for a later repaint, which a test must not wait for.
    desktop.get_by_label("6 claims accepted");
    desktop.get_by_label("Undo it").click();
    desktop.run_steps(2);
    let asked = &desktop.state().as_ref().unwrap().backend().0.asked;
    assert!(asked.contains(&Action::Undo));
}

#[test]
fn a_toast_of_added_articles_shows_the_first_of_them() {
    let mut desktop = window((1600.0, 1000.0), |state| {
        let first = state.store.articles().next().unwrap().id;
        state.messages.toasts.push(Toast {
            number: 1,
            sentence: "2 articles added".to_owned(),
            can_undo: true,
            shows: Some(Shown::Article(first)),
        });
    });
    desktop.get_by_label("Show").click();
    desktop.run_steps(2);
    let asked = &desktop.state().as_ref().unwrap().backend().0.asked;
    assert!(asked.contains(&Action::Show(View::Read)));
    assert!(asked.iter().any(|action| matches!(action, Action::SelectArticle(_))));
}

#[test]
fn keys_can_be_changed_and_clashes_are_shown() {
    let mut desktop = open();
    press(&mut desktop, Modifiers::COMMAND, Key::K);
    type_words(&mut desktop, "keys");
    press(&mut desktop, Modifiers::NONE, Key::Enter);
    desktop.get_by_label("Filter keys").focus();
    desktop.run();
    type_words(&mut desktop, "reject");
    click(&mut desktop, "R");
    press(&mut desktop, Modifiers::NONE, Key::A);
    assert_eq!(
        state(&desktop).settings.keys.get("reject").map(String::as_str),
        Some("A")
    );
    desktop.get_by_label("also “Accept claim”");
}

#[test]
fn publisher_and_date_are_set_for_many_articles_at_once() {
    let mut desktop = window((1600.0, 1000.0), |state| {
        state.selection.articles = state.store.articles().take(3).map(|article| article.id).collect();
    });
    let steps = state(&desktop).store.history().done.len();
    click(&mut desktop, "Describe...");
    desktop
        .get_by_role_and_label(egui::accesskit::Role::TextInput, "Publisher")
        .focus();
    desktop.run();
    press(&mut desktop, Modifiers::COMMAND, Key::A);
    type_words(&mut desktop, "Norhaven Courier");
    click(&mut desktop, "Set for 3 articles");
    assert_eq!(state(&desktop).store.history().done.len(), steps + 1);
    let publishers: Vec<_> = state(&desktop)
        .store
        .articles()
        .take(3)
        .map(|article| article.publisher())
        .collect();
    assert_eq!(publishers, [Some("Norhaven Courier"); 3]);
}

#[test]
fn marks_can_be_switched_off() {
    let mut desktop = open();
    assert!(!marks(&desktop).is_empty());
    press(&mut desktop, Modifiers::NONE, Key::M);
    assert!(marks(&desktop).is_empty());
}

#[test]
fn all_sizes_of_the_window_hold_what_is_needed() {
    for size in [
        (2560.0, 1400.0),
        (1600.0, 1000.0),
        (1520.0, 900.0),
        (1310.0, 800.0),
        (1100.0, 700.0),
        (900.0, 600.0),
    ] {
        let mut desktop = window(size, |_| {});
        press(&mut desktop, Modifiers::NONE, Key::J);
        for label in [
            "Accept",
            "Reject",
            "Edit",
            "Menu",
            "Next claim",
            "Find or run a command",
        ] {
            let rect = place(&desktop, label);
            let window = egui::Rect::from_min_size(Pos2::ZERO, vec2(size.0, size.1));
            assert!(window.contains_rect(rect), "{label} at {rect:?} in {size:?}");
        }
    }
}

#[test]
fn an_empty_project_shows_the_start_page() {
    let mut desktop = window((1100.0, 700.0), |state| state.store = Store::default());
    desktop.get_by_label("Choose files...");
    click(&mut desktop, "Open the sample");
    let asked = &desktop.state().as_ref().unwrap().backend().0.asked;
    assert!(asked.contains(&Action::OpenDemo));
    click(&mut desktop, "or paste a text");
    desktop.get_by_label("Paste an article");
    press(&mut desktop, Modifiers::NONE, Key::Escape);
    click(&mut desktop, "First steps");
    press(&mut desktop, Modifiers::NONE, Key::Escape);
    press(&mut desktop, Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    type_words(&mut desktop, "/tmp/articles");
    press(&mut desktop, Modifiers::NONE, Key::Enter);
    let asked = &desktop.state().as_ref().unwrap().backend().0.asked;
    assert!(asked.contains(&Action::OpenPaths(vec!["/tmp/articles".into()])));
}

#[test]
fn commands_are_found_by_what_they_do() {
    let mut desktop = open();
    press(&mut desktop, Modifiers::COMMAND, Key::K);
    type_words(&mut desktop, "duplicate");
    desktop.get_by_label("Same texts...");
}

#[test]
fn a_window_that_nothing_happens_in_does_not_draw() {
    let mut desktop = open();
    // `run` ends only when no repaint is asked for; here at once.
    assert!(desktop.run() <= 2);
}

#[test]
fn a_long_article_is_laid_out_only_where_it_is_seen() {
    let sentence =
        "Police in the harbour said {killed @Interior Ministry|at least 12 people} had died there on Friday. ";
    let paragraph = format!("{}\n\n", sentence.repeat(6));
    let text = format!("A long title\n\n{}", paragraph.repeat(400));
    let mut desktop = window((1600.0, 1000.0), move |state| {
        state.store = crate::show::testing::store(&[("Kestrel News Agency", "2031-03-14", &text)]);
        state.selection.article = state.store.articles().next().map(|article| article.id);
    });
    let in_sight = marks(&desktop).len();
    assert!((1..200).contains(&in_sight), "{in_sight} marks are laid out");
    // A jump to the last claim brings it into sight in two passes.
    let last = state(&desktop).store.claims().last().unwrap().id;
    let selection = &mut desktop.state_mut().as_mut().unwrap().backend_mut().0.state.selection;
    (selection.claim, selection.jump) = (Some(last), selection.jump + 1);
    // The ring around the mark goes after a while.
    desktop.run_steps(30);
    let chosen = egui::accesskit::Role::Link;
    let seen = desktop
        .query_all_by_role(chosen)
        .any(|node| node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True));
    assert!(seen, "the selected claim is in sight");
}
