//! The questions about packages and other projects, by their labels.

use std::path::PathBuf;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable as _;

use crate::app::{Action, HandoverAct, MergeOffer, PackageOffer, View};
use crate::disk::{Along, PackageFacts};
use crate::show::testing::claim;
use crate::show::testing_sample::varland;
use crate::store::{MergeState, Store, Verdict};
use crate::ui::Window;
use crate::ui::testing::{Desktop, TestBackend, desktop, press, type_words};

fn asked(desktop: &Desktop) -> Vec<HandoverAct> {
    let backend = desktop.state().as_ref().map(Window::backend).expect("a window");
    let asked = backend.asked.iter().filter_map(|action| match action {
        Action::Handover(act) => Some(act.clone()),
        _ => None,
    });
    asked.collect()
}

/// The sample beside another analyst's: one claim decided otherwise, one only there, one only here.
fn compared() -> TestBackend {
    let (mut here, mut there) = (varland(), varland());
    let (dead, hurt, six) = (
        claim(&here, "three dead"),
        claim(&here, "about 700"),
        claim(&here, "six people"),
    );
    let decide = |store: &mut Store, id, verdict| {
        let edit = store.set_verdict(&[id], verdict);
        store.commit(edit, "2031-03-15T09:00:00Z");
    };
    decide(&mut there, dead, Verdict::Rejected);
    decide(&mut there, hurt, Verdict::Accepted);
    decide(&mut here, six, Verdict::Rejected);
    let mut backend = TestBackend::new(here);
    let offer = MergeOffer::of(&backend.state.store, &there, PathBuf::from("/home/me/nadia.tally"));
    backend.state.handover.merge = Some(Arc::new(offer));
    backend
}

#[test]
fn differences_are_listed_filtered_chosen_and_taken() {
    let mut desktop = desktop(compared(), vec2(1100.0, 700.0), 12);
    desktop.get_by_label("Decisions of “nadia”");
    desktop.get_by_label_contains("Differs, claim: “three dead”. Here: Review: Accepted. There: Review: Rejected");
    desktop.get_by_label_contains("Only there, claim: “about 700”");
    desktop.get_by_label_contains("Only here, claim: “six people”");
    assert!(
        desktop.query_by_label("Take “six people”").is_none(),
        "there is nothing to take"
    );
    // what contradicts nothing is chosen
    desktop.get_by_label("Take 1");
    desktop.get_by_label("Take “three dead”").click();
    desktop.run();
    desktop.get_by_label("Take 2").click();
    desktop.run();
    assert_eq!(asked(&desktop), [HandoverAct::Take([0, 1].into())]);
    desktop.get_by_label("Only here 1").click();
    desktop.run();
    assert!(desktop.query_by_label_contains("Differs, claim").is_none());
    desktop.get_by_label("None").click();
    desktop.run();
    desktop.get_by_label("Take 0");
}

#[test]
fn keys_reach_nothing_below_the_list() {
    let mut desktop = desktop(compared(), vec2(1100.0, 700.0), 12);
    desktop.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    desktop.key_press(Key::J);
    desktop.key_press(Key::A);
    desktop.run();
    let backend = desktop.state().as_ref().map(Window::backend).expect("a window");
    let acted = |action: &Action| matches!(action, Action::Show(_) | Action::NextClaim | Action::SetVerdict(..));
    assert!(!backend.asked.iter().any(acted));
    assert_eq!(backend.state.view, View::default());
}

#[test]
fn projects_that_say_the_same_say_so() {
    let mut backend = TestBackend::new(varland());
    let offer = MergeOffer::of(&backend.state.store, &varland(), PathBuf::from("same.tally"));
    assert_eq!(
        offer
            .lines
            .iter()
            .filter(|line| line.state != MergeState::OnlyHere)
            .count(),
        0
    );
    backend.state.handover.merge = Some(Arc::new(offer));
    let mut desktop = desktop(backend, vec2(1100.0, 700.0), 12);
    desktop.get_by_label("The projects say the same");
    desktop.key_press(Key::Escape);
    desktop.run();
    assert_eq!(asked(&desktop), [HandoverAct::Close]);
}

#[test]
fn of_a_project_without_a_common_article_nothing_is_proposed() {
    let mut backend = TestBackend::new(Store::default());
    let offer = MergeOffer::of(&backend.state.store, &varland(), PathBuf::from("/home/me/nadia.tally"));
    backend.state.handover.merge = Some(Arc::new(offer));
    let mut desktop = desktop(backend, vec2(1100.0, 700.0), 12);
    desktop.get_by_label_contains("No article stands in both projects");
    desktop.get_by_label("Take 0");
    desktop.get_by_label("All that contradict nothing").click();
    desktop.run();
    assert!(desktop.query_by_label("Take 0").is_none());
}

#[test]
fn a_package_is_unpacked_where_it_is_said() {
    let mut backend = TestBackend::new(varland());
    backend.state.handover.package = Some(PackageOffer {
        path: PathBuf::from("/in/unrest.tallyzip"),
        facts: PackageFacts {
            name: "Unrest".to_owned(),
            made_at: "2031-03-15".to_owned(),
            articles: 14,
            claims: 59,
            originals: 0,
            history: true,
        },
        folder: PathBuf::from("/in/unrest"),
    });
    let mut desktop = desktop(backend, vec2(1100.0, 700.0), 12);
    desktop.get_by_label("14 articles · 59 claims · without originals · with history");
    desktop.get_by_label("Unpack and open").click();
    desktop.run();
    assert_eq!(asked(&desktop), [HandoverAct::Unpack(PathBuf::from("/in/unrest"))]);
}

/// The dialog that asks for the path of a package, reached by the palette.
fn asked_to_hand_over() -> Desktop {
    let mut desktop = desktop(TestBackend::new(varland()), vec2(1100.0, 700.0), 12);
    press(&mut desktop, Modifiers::COMMAND, Key::K);
    type_words(&mut desktop, "hand over");
    press(&mut desktop, Modifiers::NONE, Key::Enter);
    desktop
}

/// Types a path in place of the proposed one.
fn type_path(desktop: &mut Desktop, path: &str) {
    desktop.get_by_label("Path").focus();
    desktop.run();
    press(desktop, Modifiers::COMMAND, Key::A);
    desktop.get_by_label("Path").type_text(path);
    desktop.run();
}

#[test]
fn a_copy_is_handed_over_with_what_is_chosen() {
    let mut desktop = asked_to_hand_over();
    desktop.get_by_role_and_label(Role::CheckBox, "With history").click();
    let proposed = desktop.get_by_label("Path").value().unwrap_or_default();
    assert!(proposed.ends_with("-march-2031-copy.tallyzip"), "{proposed}");
    type_path(&mut desktop, "/out/unrest");
    desktop.get_by_label("Pack").click();
    desktop.run();
    assert_eq!(
        asked(&desktop),
        [HandoverAct::Package(
            PathBuf::from("/out/unrest.tallyzip"),
            Along::With,
            Along::Without
        )]
    );
}

#[test]
fn a_package_that_is_there_is_told_of_before_it_is_replaced() {
    let there = tempfile::NamedTempFile::with_suffix(".tallyzip").expect("a file");
    let mut desktop = asked_to_hand_over();
    assert!(desktop.query_all_by_label("Pack and replace").next().is_none());
    type_path(&mut desktop, &there.path().display().to_string());
    desktop.get_by_label("A file of that name is there. It will be replaced.");
    desktop.get_by_label("Pack and replace").click();
    desktop.run();
    assert_eq!(asked(&desktop).len(), 1);
}
