//! What the list of conflicts says of the sample. Printed to be read: `cargo test --test conflicts -- --nocapture`.
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "tests; the list is printed to be read"
)]

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

use tallyscope::app::{Action, App, Clock, Saving};
use tallyscope::disk::Folders;
use tallyscope::show::{Findings, LinesBy, Sources, findings};

/// The findings over a project: the sample, or the files of a folder.
fn found(folder: Option<PathBuf>) -> Findings {
    let home = tempfile::tempdir().expect("a folder");
    let (wake, woken) = channel();
    let wake = std::sync::Mutex::new(wake);
    let clock = Clock {
        now: || "2031-03-15T09:00:00Z".to_owned(),
        today: || jiff::civil::date(2031, 3, 15),
    };
    let wake = Arc::new(move || {
        wake.lock().expect("wakes").send(()).ok();
    });
    let mut app = App::new(clock, Folders::below(home.path()), wake);
    match folder {
        Some(folder) => app.act(Action::OpenPaths(vec![folder])),
        None => app.begin_demo(None, false),
    }
    loop {
        app.poll();
        let state = app.state();
        let is_busy = state.messages.progress.is_some() || matches!(state.project.saving, Saving::Saving(_));
        if !is_busy && state.store.num_articles() > 0 && *state.conclusions != Default::default() {
            break;
        }
        woken
            .recv_timeout(Duration::from_secs(60))
            .expect("something comes of it");
    }
    let state = app.state();
    findings(
        &state.store,
        &state.conclusions,
        &Sources::new(&state.store, LinesBy::Speaker),
    )
}

fn print(found: &Findings) {
    for row in &found.rows {
        println!(
            "{:?} {} | {} | {} | {} {}",
            row.kind, row.title, row.measure, row.bounds, row.likely, row.sentence
        );
        for side in &row.sides {
            println!(
                "    {:?}..{:?} ({:?}) {} | {} articles, {} sources",
                side.figure.low, side.figure.high, side.figure.value, side.name, side.num_articles, side.num_sources
            );
        }
    }
}

#[test]
fn the_sample_has_a_list_that_can_be_read() {
    let found = found(None);
    print(&found);
    let num_conflicts = found.num_conflicts();
    assert!((3..=25).contains(&num_conflicts), "{num_conflicts} conflicts");
    let keys: BTreeSet<&str> = found.rows.iter().map(|row| row.key.as_str()).collect();
    assert_eq!(keys.len(), found.rows.len(), "keys are unique");
    for row in found.rows.iter().filter(|row| row.is_conflict()) {
        let names: BTreeSet<&str> = row.sides.iter().map(|side| side.name.as_str()).collect();
        assert_eq!(names.len(), row.sides.len(), "{}: a source stands once", row.title);
    }
}

#[test]
fn a_folder_given_by_name_is_printed() {
    if let Some(folder) = std::env::var_os("TALLYSCOPE_CONFLICTS_OF") {
        print(&found(Some(folder.into())));
    }
}
