//! What a panic leaves behind: a report in the state folder, without an article's words and without names of files.

use std::backtrace::Backtrace;
use std::collections::VecDeque;
use std::fmt::Write as _;
use std::fs;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::atomic::write_file;
use super::folders::{Folders, make_folder};
use super::redact::{Written, panic_words};
use super::session;
use crate::base::FULL_VERSION;
use crate::jobs;

/// So many actions are told in a report.
const MOST_ACTIONS: usize = 24;
/// So many reports are kept.
const MOST_REPORTS: usize = 10;

/// The names of what was done last, newest last.
static ACTIONS: Mutex<VecDeque<String>> = Mutex::new(VecDeque::new());

/// Notes the name of an action, for a report. No words, numbers or names of files.
pub fn note_action(name: &str) {
    let mut actions = ACTIONS.lock().unwrap_or_else(PoisonError::into_inner);
    if actions.len() >= MOST_ACTIONS {
        actions.pop_front();
    }
    actions.push_back(name.to_owned());
}

/// From now on a panic that nobody catches writes a report, and one that a job catches a line into the log; `now` gives the
/// time, RFC 3339 in UTC.
pub fn watch_panics(folders: &Folders, now: fn() -> String) {
    let (reports, sessions) = (folders.reports(), folders.sessions());
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let panic = Told::of(info);
        if jobs::is_caught() {
            log::error!("a job went wrong: {}", panic.line());
        } else {
            log::error!("panic: {}", panic.line());
            let at = now();
            let frames = own_frames(&Backtrace::force_capture().to_string());
            if let Some(path) = keep(&reports, &at, &report(&at, &panic, &actions(), &frames))
                && panic.thread == "main"
            {
                session::note_crash(&sessions, &at, &path);
            }
        }
        before(info);
    }));
}

/// What is told of a panic.
struct Told {
    thread: String,
    place: String,
    words: String,
}

impl Told {
    fn of(info: &PanicHookInfo<'_>) -> Self {
        let payload = info.payload();
        let words = match (payload.downcast_ref::<&str>(), payload.downcast_ref::<String>()) {
            (Some(words), _) => panic_words(words, Written::InSource),
            (None, Some(words)) => panic_words(words, Written::AtRun),
            (None, None) => "no reason given".to_owned(),
        };
        let place = info.location().map_or_else(
            || "unknown".to_owned(),
            |at| format!("{}:{}:{}", source(at.file()), at.line(), at.column()),
        );
        Self {
            thread: jobs::thread_name(),
            place,
            words,
        }
    }

    fn line(&self) -> String {
        format!("{} ({}, thread “{}”)", self.words, self.place, self.thread)
    }
}

/// A file of the source as everybody knows it, not as it lay on the machine that built it.
fn source(file: &str) -> String {
    let file = file.replace('\\', "/");
    if let Some((_, below)) = file.split_once("registry/src/") {
        return below.split_once('/').map_or(below, |(_, rest)| rest).to_owned();
    }
    if let Some((_, below)) = file.split_once("/library/") {
        return format!("library/{below}");
    }
    match file.rfind("/src/").filter(|_| file.starts_with('/')) {
        Some(at) => file.get(at + 1..).unwrap_or_default().to_owned(),
        None => file.trim_start_matches("./").to_owned(),
    }
}

/// The frames of a backtrace that are Tallyscope's, nearest first: each with its place where that is known.
fn own_frames(backtrace: &str) -> Vec<String> {
    let mut frames: Vec<String> = Vec::new();
    let mut is_ours = false;
    for line in backtrace.lines().map(str::trim) {
        if let Some(place) = line.strip_prefix("at ") {
            if let (true, Some(frame)) = (is_ours, frames.last_mut()) {
                write!(frame, " ({})", source(place)).ok();
            }
            continue;
        }
        let name = line.split_once(": ").map_or(line, |(_, name)| name);
        is_ours = name.contains("tallyscope::") && !name.contains("tallyscope::disk::crash::");
        if is_ours {
            frames.push(name.to_owned());
        }
    }
    frames
}

fn actions() -> Vec<String> {
    // the thread that noted one may be the one that panics
    ACTIONS
        .try_lock()
        .map(|actions| actions.iter().cloned().collect())
        .unwrap_or_default()
}

fn report(at: &str, panic: &Told, actions: &[String], frames: &[String]) -> String {
    let list = |lines: &[String], none: &str| {
        if lines.is_empty() {
            return format!("  {none}\n");
        }
        lines.iter().map(|line| format!("  {line}\n")).collect()
    };
    format!(
        "Tallyscope ended unexpectedly.\n\
         This report lies on this computer only. It holds no words of articles and no names of files.\n\n\
         Time:    {at}\n\
         Version: {FULL_VERSION}\n\
         System:  {} {}\n\
         Thread:  {}\n\
         Where:   {}\n\
         Message: {}\n\n\
         Last actions, the newest last:\n{}\n\
         Frames of Tallyscope, the nearest first:\n{}",
        std::env::consts::OS,
        std::env::consts::ARCH,
        panic.thread,
        panic.place,
        panic.words,
        list(actions, "none"),
        list(frames, "not known: the program was built without names"),
    )
}

/// Writes a report and lets old ones go; `None` where it cannot be written.
fn keep(folder: &Path, at: &str, text: &str) -> Option<PathBuf> {
    make_folder(folder).ok()?;
    let name: String = at
        .chars()
        .take(19)
        .map(|letter| if letter == ':' { '-' } else { letter })
        .collect();
    let path = folder.join(format!("crash-{name}.txt"));
    write_file(&path, text.as_bytes()).ok()?;
    let entries = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let mut reports: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    // their names are times
    reports.sort();
    for old in reports.iter().rev().skip(MOST_REPORTS) {
        fs::remove_file(old).ok();
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{MOST_REPORTS, Told, keep, own_frames, report, source};

    #[test]
    fn a_report_says_what_happened_where_and_after_what() {
        let panic = Told {
            thread: "main".to_owned(),
            place: "src/ui/window.rs:12:3".to_owned(),
            words: "attempt to subtract with overflow".to_owned(),
        };
        let text = report(
            "2026-11-22T14:03:22Z",
            &panic,
            &["OpenPaths".to_owned(), "SelectClaim".to_owned()],
            &["tallyscope::ui::window::step (src/ui/window.rs:12:3)".to_owned()],
        );
        for line in [
            "Time:    2026-11-22T14:03:22Z",
            "Thread:  main",
            "Where:   src/ui/window.rs:12:3",
            "Message: attempt to subtract with overflow",
            "  OpenPaths\n  SelectClaim",
            "  tallyscope::ui::window::step (src/ui/window.rs:12:3)",
        ] {
            assert!(text.contains(line), "{line} in\n{text}");
        }
    }

    #[test]
    fn frames_of_others_and_folders_of_the_builder_are_left_out() {
        let backtrace = "   0: std::backtrace::force_capture\n             at /rustc/1/library/std/src/backtrace.rs:1:1\n   \
                         1: tallyscope::disk::crash::watch_panics::{{closure}}\n             at ./src/disk/crash.rs:40:9\n   \
                         2: core::panicking::panic\n   3: <tallyscope::app::App as core::ops::Drop>::drop\n             \
                         at /home/sam/work/src/app/app.rs:7:5\n   4: eframe::run\n   5: tallyscope::main\n";
        assert_eq!(
            own_frames(backtrace),
            [
                "<tallyscope::app::App as core::ops::Drop>::drop (src/app/app.rs:7:5)",
                "tallyscope::main"
            ]
        );
        for (file, expected) in [
            ("src/ui/window.rs", "src/ui/window.rs"),
            ("./src/ui/window.rs", "src/ui/window.rs"),
            (
                "/root/.cargo/registry/src/index-1/egui-0.37.0/src/ui.rs",
                "egui-0.37.0/src/ui.rs",
            ),
            ("/rustc/abc/library/core/src/slice.rs", "library/core/src/slice.rs"),
            ("src\\ui\\window.rs", "src/ui/window.rs"),
        ] {
            assert_eq!(source(file), expected);
        }
    }

    #[test]
    fn the_newest_reports_are_kept() {
        let home = tempfile::tempdir().unwrap();
        for second in 10..30 {
            let at = format!("2026-11-22T14:03:{second}.5Z");
            let path = keep(home.path(), &at, &at).unwrap();
            assert_eq!(fs::read_to_string(path).unwrap(), at);
        }
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), MOST_REPORTS);
        assert!(home.path().join("crash-2026-11-22T14-03-29.txt").exists());
        assert!(!home.path().join("crash-2026-11-22T14-03-19.txt").exists());
    }
}
