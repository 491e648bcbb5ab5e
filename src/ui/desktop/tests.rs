//! Strip, card and pages by their labels.

use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable as _;

use crate::app::{Action, DesktopAct, Folder, Page};
use crate::base::{FULL_VERSION, VERSION};
use crate::disk::{Ended, Folders};
use crate::show::testing_sample::varland;
use crate::store::Store;
use crate::ui::Window;
use crate::ui::testing::{Desktop, TestBackend, click, desktop, press};

fn window(backend: TestBackend) -> Desktop {
    desktop(backend, vec2(1100.0, 700.0), 4)
}

fn backend(desktop: &Desktop) -> &TestBackend {
    desktop.state().as_ref().map(Window::backend).expect("a window")
}

fn asked(desktop: &Desktop) -> Vec<DesktopAct> {
    let asked = backend(desktop).asked.iter().filter_map(|action| match action {
        Action::Desktop(act) => Some(act.clone()),
        _ => None,
    });
    asked.collect()
}

fn ended(report: Option<&str>) -> Ended {
    Ended {
        at: "2031-03-15T09:00:00Z".to_owned(),
        project: Some("/work/unrest.tally".into()),
        report: report.map(Into::into),
    }
}

#[test]
fn how_the_last_window_ended_is_told_until_it_is_dismissed() {
    for store in [Store::default(), varland()] {
        let mut backend = TestBackend::new(store);
        backend.state.desktop.ended = Some(ended(Some("/state/reports/crash.txt")));
        let mut desk = window(backend);
        desk.get_by_label_contains("Tallyscope ended unexpectedly");
        click(&mut desk, "Show the report...");
        click(&mut desk, "Dismiss");
        assert!(desk.query_by_label_contains("ended unexpectedly").is_none());
        assert_eq!(asked(&desk), [DesktopAct::ShowReport, DesktopAct::DropEnded]);
    }
}

#[test]
fn the_project_that_was_open_is_offered_unless_it_is_open() {
    let mut backend = TestBackend::new(varland());
    backend.state.desktop.ended = Some(ended(None));
    backend.state.project.path = "/work/unrest.tally".into();
    let desk = window(backend);
    desk.get_by_label_contains("from outside");
    assert!(desk.query_by_label("Show the report...").is_none());
    assert!(desk.query_by_label("Open the project again").is_none());

    let mut backend = TestBackend::new(varland());
    backend.state.desktop.ended = Some(ended(None));
    let mut desk = window(backend);
    click(&mut desk, "Open the project again");
    assert_eq!(asked(&desk), [DesktopAct::OpenAgain]);
}

#[test]
fn news_stand_on_the_start_page_after_an_update_and_are_found_again() {
    let mut backend = TestBackend::new(Store::default());
    backend.state.desktop.shows_news = true;
    let mut desk = window(backend);
    let head = format!("What is new in {VERSION}");
    desk.get_by_label(&head);
    click(&mut desk, "Dismiss");
    assert!(desk.query_by_label(&head).is_none());
    // by the palette, as every command
    press(&mut desk, Modifiers::COMMAND, Key::K);
    desk.event(egui::Event::Text("What is new".to_owned()));
    desk.run();
    press(&mut desk, Modifiers::NONE, Key::Enter);
    desk.run();
    desk.get_by_label(&head);
    press(&mut desk, Modifiers::NONE, Key::Escape);
    assert_eq!(
        asked(&desk),
        [
            DesktopAct::DropNews,
            DesktopAct::Page(Some(Page::News)),
            DesktopAct::Page(None)
        ]
    );
    assert!(desk.query_by_label(&head).is_none());
}

#[test]
fn about_says_which_program_this_is_and_shows_its_folders() {
    let mut backend = TestBackend::new(varland());
    backend.state.desktop.page = Some(Page::About);
    backend.state.desktop.folders = Some(Folders::below(std::path::Path::new("/home/of/the/analyst")));
    let mut desk = window(backend);
    desk.get_by_label(&format!("Version {FULL_VERSION}"));
    for (label, folder) in [
        ("Show the folder: data", Folder::Data),
        ("Show the folder: settings", Folder::Settings),
        ("Show the folder: logs", Folder::Logs),
    ] {
        click(&mut desk, label);
        assert_eq!(asked(&desk).last(), Some(&DesktopAct::ShowFolder(folder)));
    }
    // keys of commands do not reach through
    press(&mut desk, Modifiers::NONE, Key::J);
    assert!(!backend_asked(&desk, &Action::NextClaim));
    click(&mut desk, "What is new");
    desk.get_by_label(&format!("What is new in {VERSION}"));
}

fn backend_asked(desk: &Desktop, action: &Action) -> bool {
    backend(desk).asked.contains(action)
}

#[test]
fn a_report_is_shown_whole_and_can_be_closed() {
    let mut backend = TestBackend::new(varland());
    let text = "Tallyscope ended unexpectedly.\nWhere: src/ui/window.rs:12:3\n".repeat(40);
    backend.state.desktop.page = Some(Page::Report(text, "/state/reports/crash.txt".into()));
    let mut desk = window(backend);
    desk.get_by_label_contains("src/ui/window.rs:12:3");
    click(&mut desk, "Copy the text");
    click(&mut desk, "Close");
    assert!(desk.query_by_label("Report of the last window").is_none());
}
