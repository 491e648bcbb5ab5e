//! The Names view and names in the reader, by the names that a screen reader says.

use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable as _;

use crate::app::{State, View};
use crate::link::NameSort;
use crate::show::names::tests::project;
use crate::store::ArticleId;
use crate::ui::testing::{Desktop, TestBackend, click, desktop, press, type_words};

const TEXTS: [(&str, &str); 3] = [
    (
        "Estrava Herald",
        "Unrest in Orla\n\nTwelve people were killed in Orla, the Interior Ministry said. Karla Torsen, who leads the \
         Interior Ministry, gave no names. The night watch saw it.",
    ),
    (
        "Calder Post",
        "Nine dead in Orla\n\nThe Security Council said that nine people were killed in Orla. Karla Thorstensen spoke.",
    ),
    (
        "Norhaven Courier",
        "More dead\n\nAt least 15 people were killed in Orla, the Interior Ministry said.",
    ),
];

fn open(view: View) -> Desktop {
    let mut backend = TestBackend::new(project(&TEXTS));
    backend.state.view = view;
    backend.state.selection.article = Some(ArticleId(1));
    desktop(backend, vec2(1600.0, 1000.0), 12)
}

fn state(desktop: &Desktop) -> &State {
    &desktop.state().as_ref().expect("a window").backend().state
}

/// The entities of one sort by name.
fn names(desktop: &Desktop, sort: NameSort) -> Vec<String> {
    let rows = state(desktop).names.rows.iter();
    rows.filter(|row| row.sort == sort)
        .map(|row| row.name.clone())
        .collect()
}

const BODIES: NameSort = NameSort::ALL[1];

#[test]
fn the_list_opens_a_name_and_a_mention_opens_the_reader() {
    let mut desktop = open(View::Names);
    click(&mut desktop, "Interior Ministry, organisation, 3 mentions");
    desktop.get_by_label("3 mentions in 2 articles, days not known");
    desktop.get_by_label("Interior Ministry, 3 times");
    let figure = desktop.get_by_label_contains("12 killed, “Twelve people");
    figure.click();
    desktop.run();
    assert!(state(&desktop).selection.claim.is_some());
    click(
        &mut desktop,
        "At least 15 people were killed in Orla, the Interior Ministry said.",
    );
    assert_eq!(state(&desktop).view, View::Read);
    assert_eq!(state(&desktop).selection.article, Some(ArticleId(3)));
    assert!(state(&desktop).selection.mention.is_some());
}

#[test]
fn sorts_and_filter_narrow_the_list() {
    let mut desktop = open(View::Names);
    click(&mut desktop, "Outlets");
    desktop.get_by_label("Calder Post, outlet, 1 mention");
    assert!(
        desktop
            .query_by_label("Interior Ministry, organisation, 3 mentions")
            .is_none()
    );
    click(&mut desktop, "All");
    press(&mut desktop, Modifiers::COMMAND, Key::F);
    type_words(&mut desktop, "counc");
    desktop.get_by_label("Security Council, organisation, 1 mention");
    assert!(
        desktop
            .query_by_label("Interior Ministry, organisation, 3 mentions")
            .is_none()
    );
}

#[test]
fn a_merge_by_keys_joins_the_lines_and_undo_parts_them() {
    let mut desktop = open(View::Names);
    click(&mut desktop, "Security Council, organisation, 1 mention");
    press(&mut desktop, Modifiers::NONE, Key::S);
    type_words(&mut desktop, "inter");
    desktop.get_by_label("Same as Interior Ministry");
    press(&mut desktop, Modifiers::NONE, Key::Enter);
    assert_eq!(names(&desktop, BODIES), ["Interior Ministry"]);
    desktop.get_by_label("Interior Ministry, organisation, 4 mentions");
    click(&mut desktop, "Take out “Security Council”");
    assert_eq!(names(&desktop, BODIES), ["Interior Ministry", "Security Council"]);
    press(&mut desktop, Modifiers::COMMAND, Key::Z);
    press(&mut desktop, Modifiers::COMMAND, Key::Z);
    assert!(state(&desktop).store.names().is_empty());
}

#[test]
fn a_name_is_renamed_retyped_and_taken_for_no_name() {
    let mut desktop = open(View::Names);
    click(&mut desktop, "Interior Ministry, organisation, 3 mentions");
    click(&mut desktop, "Rename");
    type_words(&mut desktop, "Police ministry");
    press(&mut desktop, Modifiers::NONE, Key::Enter);
    assert!(names(&desktop, BODIES).contains(&"Police ministry".to_owned()));
    press(&mut desktop, Modifiers::NONE, Key::T);
    click(&mut desktop, "Group");
    desktop.get_by_label("Police ministry, group, 3 mentions");
    click(&mut desktop, "Back to the machine's");
    desktop.get_by_label("Interior Ministry, organisation, 3 mentions");
    press(&mut desktop, Modifiers::NONE, Key::X);
    press(&mut desktop, Modifiers::NONE, Key::Enter);
    assert!(!names(&desktop, BODIES).contains(&"Interior Ministry".to_owned()));
}

#[test]
fn a_suggested_merge_is_rejected_for_good() {
    let mut desktop = open(View::Names);
    press(&mut desktop, Modifiers::COMMAND, Key::M);
    desktop.get_by_label("May be one");
    click(&mut desktop, "Keep Karla Torsen and Karla Thorstensen apart");
    desktop.get_by_label("Nothing to decide");
    press(&mut desktop, Modifiers::COMMAND, Key::Z);
    click(&mut desktop, "Merge Karla Torsen and Karla Thorstensen");
    desktop.get_by_label("Nothing to decide");
    press(&mut desktop, Modifiers::COMMAND, Key::Z);
    press(&mut desktop, Modifiers::NONE, Key::R);
    desktop.get_by_label("Nothing to decide");
    press(&mut desktop, Modifiers::COMMAND, Key::Z);
    press(&mut desktop, Modifiers::NONE, Key::A);
    desktop.get_by_label("Nothing to decide");
    assert_eq!(names(&desktop, NameSort::ALL[0]).len(), 1);
}

#[test]
fn a_right_click_in_the_reader_says_that_a_name_is_none_just_there() {
    let mut desktop = open(View::Read);
    let marks = |desktop: &Desktop| desktop.query_all_by_label("Interior Ministry, organisation").count();
    assert_eq!(marks(&desktop), 2);
    let first = desktop.query_all_by_label("Interior Ministry, organisation").next();
    first.expect("a name").click_secondary();
    desktop.run();
    desktop.get_by_label_contains("Same as...");
    desktop.get_by_label_contains("Not a name...").click();
    desktop.run();
    click(&mut desktop, "This mention");
    desktop
        .get_all_by_label("Not a name")
        .last()
        .expect("the button")
        .click();
    desktop.run();
    assert_eq!(marks(&desktop), 1);
    press(&mut desktop, Modifiers::COMMAND, Key::Z);
    assert_eq!(marks(&desktop), 2);
}

#[test]
fn keys_walk_through_names_and_open_them() {
    let mut desktop = open(View::Read);
    press(&mut desktop, Modifiers::NONE, Key::H);
    let first = state(&desktop).selection.mention.expect("a mention");
    press(&mut desktop, Modifiers::NONE, Key::H);
    assert_ne!(state(&desktop).selection.mention, Some(first));
    press(&mut desktop, Modifiers::SHIFT, Key::H);
    assert_eq!(state(&desktop).selection.mention, Some(first));
    press(&mut desktop, Modifiers::NONE, Key::I);
    assert_eq!(state(&desktop).view, View::Names);
    desktop.get_by_label("Written as");
    press(&mut desktop, Modifiers::COMMAND, Key::Num1);
    press(&mut desktop, Modifiers::NONE, Key::Escape);
    assert_eq!(state(&desktop).selection.mention, None);
}

/// Selects the words behind the last mention of the ministry.
fn select_words(desktop: &mut Desktop) {
    let marks: Vec<egui::Rect> = desktop
        .query_all_by_label("Interior Ministry, organisation")
        .map(|node| node.rect())
        .collect();
    let last = *marks.last().expect("a mention");
    let from = last.right_center() + vec2(30.0, 0.0);
    let to = last.right_center() + vec2(80.0, 0.0);
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
fn selected_words_become_a_name() {
    let mut desktop = open(View::Read);
    let groups = |desktop: &Desktop| names(desktop, NameSort::ALL[3]).len();
    assert_eq!(groups(&desktop), 0);
    select_words(&mut desktop);
    click(&mut desktop, "In all articles");
    click(&mut desktop, "Make a name: group");
    assert_eq!(groups(&desktop), 1);
    assert!(state(&desktop).selection.mention.is_some());
    press(&mut desktop, Modifiers::COMMAND, Key::Z);
    assert_eq!(groups(&desktop), 0);
    select_words(&mut desktop);
    press(&mut desktop, Modifiers::ALT, Key::Num4);
    assert_eq!(groups(&desktop), 1);
}

#[test]
fn names_can_be_hidden() {
    let mut desktop = open(View::Read);
    let marks = |desktop: &Desktop| desktop.query_all_by_label("Interior Ministry, organisation").count();
    assert_eq!(marks(&desktop), 2);
    press(&mut desktop, Modifiers::SHIFT, Key::M);
    assert_eq!(marks(&desktop), 0);
    assert!(!state(&desktop).settings.show_names);
    let claims = desktop.query_all_by_role(egui::accesskit::Role::Link).count();
    assert!(claims > 0, "claims stay");
}

#[test]
fn an_office_is_led_to_who_bears_it() {
    let text =
        "Unrest in Orla\n\nMayor Dora Olm said that twelve people were killed in Orla. The mayor left the square.";
    let mut backend = TestBackend::new(project(&[("Estrava Herald", text)]));
    backend.state.view = View::Names;
    let mut desktop = desktop(backend, vec2(1600.0, 1000.0), 12);
    press(&mut desktop, Modifiers::COMMAND, Key::M);
    desktop.get_by_label("office, 1 time in 1 article");
    desktop.get_by_label("Called “Mayor” in the same article, as nobody else is there");
    click(&mut desktop, "Keep Dora Olm and mayor apart");
    desktop.get_by_label("Nothing to decide");
    press(&mut desktop, Modifiers::COMMAND, Key::Z);
    press(&mut desktop, Modifiers::NONE, Key::A);
    desktop.get_by_label("Nothing to decide");
    press(&mut desktop, Modifiers::COMMAND, Key::M);
    desktop.get_by_label("Dora Olm, person, 2 mentions");
    desktop.get_by_label("mayor, 1 times");
    press(&mut desktop, Modifiers::COMMAND, Key::Z);
    press(&mut desktop, Modifiers::COMMAND, Key::M);
    click(&mut desktop, "the mayor");
    assert_eq!(state(&desktop).view, View::Read);
}

#[test]
fn an_outlet_and_the_organisation_of_its_name_lead_to_one_another() {
    let texts = [
        (
            "Varland Herald",
            "Twelve people were killed in Orla, the Interior Ministry said.",
        ),
        (
            "Calder Post",
            "The Varland Herald said that nine people were killed in Orla.",
        ),
    ];
    let mut backend = TestBackend::new(project(&texts));
    backend.state.view = View::Names;
    let mut desktop = desktop(backend, vec2(1600.0, 1000.0), 12);
    click(&mut desktop, "Varland Herald, organisation, 1 mention");
    click(&mut desktop, "Also an outlet: Varland Herald");
    desktop.get_by_label("Figures it published");
    click(&mut desktop, "Not the same");
    assert!(desktop.query_by_label_contains("Also named in the texts").is_none());
    press(&mut desktop, Modifiers::COMMAND, Key::Z);
    click(&mut desktop, "Also named in the texts: Varland Herald");
    desktop.get_by_label("1 mention in 1 article, days not known");
}
