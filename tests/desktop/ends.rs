//! How a program ends: a panic leaves a report, a signal closes it. The program under test is this very test, run again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use tallyscope::app::{Action, App, Clock};
use tallyscope::disk::{self, Ended, Folders};
use tallyscope::jobs;

const HOME: &str = "TALLYSCOPE_TEST_ENDS";
const AT: &str = "2031-03-15T09:30:00Z";

/// True once a question for the time is to go wrong: somewhere deep in the program.
static BREAKS: AtomicBool = AtomicBool::new(false);

fn now_or_break() -> String {
    let words = "The mayor of Zwolf";
    assert!(!BREAKS.load(Ordering::Relaxed), "no rule for “{words}”");
    AT.to_owned()
}

fn clock() -> Clock {
    Clock {
        now: || AT.to_owned(),
        today: || jiff::civil::date(2031, 3, 15),
    }
}

/// Runs one of the tests below again, as a program with this home.
fn run_again(test: &str, home: &Path) -> std::process::Output {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(HOME, home)
        .output()
        .unwrap()
}

fn is_again() -> Option<Folders> {
    std::env::var_os(HOME).map(|home| Folders::below(Path::new(&home)))
}

fn only_file(folder: &Path) -> PathBuf {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(entries.len(), 1, "{entries:?}");
    entries.remove(0)
}

#[test]
fn a_panic_leaves_a_report_without_words_of_articles() {
    if let Some(folders) = is_again() {
        disk::begin_log(&folders.logs(), log::LevelFilter::Debug, clock().now).unwrap();
        disk::watch_panics(&folders, clock().now);
        let now = now_or_break;
        let mut app = App::new(Clock { now, ..clock() }, folders, std::sync::Arc::new(|| {}));
        app.begin_window();
        app.act(Action::Paste(
            "Zwolf Glocken\n\nThe mayor of Zwolf said 12 people died.".to_owned(),
        ));
        app.act(Action::FilterReview("Zwolf".to_owned()));
        // a job's panic is caught and told in the log alone
        let bell = "Zwolf";
        let caught = jobs::catch(|| panic!("a bell of `{bell}` fell"));
        assert!(caught.is_err());
        BREAKS.store(true, Ordering::Relaxed);
        app.act(Action::NewProject);
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let output = run_again("ends::a_panic_leaves_a_report_without_words_of_articles", home.path());
    assert!(!output.status.success());
    let folders = Folders::below(home.path());
    let report = fs::read_to_string(only_file(&folders.reports())).unwrap();
    let log = fs::read_to_string(only_file(&folders.logs())).unwrap();
    for part in [
        "Time:    2031-03-15T09:30:00Z",
        "Message: no rule for [...]",
        "tests/desktop/ends.rs:",
        "  Paste\n  FilterReview\n  NewProject\n",
    ] {
        assert!(report.contains(part), "{part} in\n{report}");
    }
    let frame = "  tallyscope::app::app::App::act (src/app/app.rs:";
    assert!(report.contains(frame), "{frame} in\n{report}");
    for part in [
        "asked: FilterReview",
        "a job went wrong: a bell of [...]",
        "error",
        "panic: no rule for [...]",
    ] {
        assert!(log.contains(part), "{part} in\n{log}");
    }
    for text in [&report, &log] {
        assert!(
            !text.contains("Zwolf") && !text.contains("mayor"),
            "words of an article in\n{text}"
        );
    }
}

/// How the window before ended, as the next one sees it.
fn next_window(home: &Path) -> Option<Ended> {
    let mut app = App::new(clock(), Folders::below(home), std::sync::Arc::new(|| {}));
    app.begin_window();
    app.state().desktop.ended.clone()
}

#[test]
fn the_next_window_knows_a_kill_from_an_end() {
    if let Some(folders) = is_again() {
        let mut app = App::new(clock(), folders, std::sync::Arc::new(|| {}));
        app.begin_window();
        app.act(Action::NewProject);
        if std::env::var_os("TALLYSCOPE_TEST_DIES").is_some() {
            std::process::abort();
        }
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let test = "ends::the_next_window_knows_a_kill_from_an_end";
    assert!(run_again(test, home.path()).status.success());
    assert_eq!(next_window(home.path()), None);
    let died = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--test-threads=1"])
        .env(HOME, home.path())
        .env("TALLYSCOPE_TEST_DIES", "yes")
        .output()
        .unwrap();
    assert!(!died.status.success());
    let ended = next_window(home.path()).unwrap();
    assert_eq!((ended.at.as_str(), ended.report), (AT, None));
    assert!(ended.project.unwrap().to_string_lossy().ends_with("untitled-2.tally"));
    assert_eq!(next_window(home.path()), None, "it is told once");
}

#[cfg(target_os = "linux")]
#[test]
fn a_word_of_the_system_asks_the_window_to_close() {
    if let Some(folders) = is_again() {
        let (woken, wake) = std::sync::mpsc::channel();
        let mut app = App::new(clock(), folders, std::sync::Arc::new(|| {}));
        app.begin_window();
        // what was begun before the window was there wakes it all the same
        app.set_wake(std::sync::Arc::new(move || woken.send(()).unwrap()));
        assert!(!app.is_asked_to_end());
        let own = rustix::process::getpid();
        rustix::process::kill_process(own, rustix::process::Signal::TERM).unwrap();
        wake.recv().unwrap();
        assert!(app.is_asked_to_end());
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let output = run_again("ends::a_word_of_the_system_asks_the_window_to_close", home.path());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
