//! The program that is killed: opens the project, edits, and notes what was acknowledged.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use tallyscope::disk::{self, Project, Report, Trouble};
use tallyscope::store::Store;

use super::edits::{Dice, Made, add, is_same, next};
use crate::project_in;

const LONG: Duration = Duration::from_secs(60);

/// Says aloud what comes next, so that it can be killed within it. Not by `println!`, which tests swallow.
fn say(what: &str) {
    let mut out = std::io::stdout().lock();
    drop(writeln!(out, "at {what}").and_then(|()| out.flush()));
}

/// A line in a file that is on the disk when this returns.
fn note(file: &mut File, number: usize) {
    writeln!(file, "{number}").unwrap();
    file.sync_data().unwrap();
}

fn hand_over(project: &Project, made: Made) {
    match made {
        Made::Written(step, sources) => project.write(&step, sources),
        Made::Undone(step) => project.undo(&step),
        Made::Redone(step) => project.redo(&step),
    }
}

/// Edits until it is killed, or `most` edits are made; `acknowledged` and `handed` in the folder count them.
pub(crate) fn edit(folder: &Path, seed: u64, most: usize) {
    let path = project_in(folder);
    say("open");
    let opened = if path.exists() {
        disk::open(&path)
    } else {
        disk::create(&path)
    }
    .unwrap();
    let (project, mut store) = (opened.project, opened.store);
    let log = |name: &str| {
        OpenOptions::new()
            .create(true)
            .append(true)
            .open(folder.join(name))
            .unwrap()
    };
    let (mut acknowledged, mut handed) = (log("acknowledged"), log("handed"));
    let (mut num_handed, mut num_acknowledged) = (0, 0);
    let mut dice = Dice::new(seed);
    // of its own, so that the edits follow from the seed alone
    let mut pace = Dice::new(seed + 1);
    while num_handed < most {
        let made = next(&mut store, &mut dice);
        let Some(made) = made else { continue };
        say(if matches!(made, Made::Written(..)) {
            "write"
        } else {
            "undo"
        });
        num_handed += 1;
        // a kill takes nothing that was handed to the system: only acknowledgements are worth a wait for the disk
        writeln!(handed, "{num_handed}").unwrap();
        hand_over(&project, made);
        if pace.roll(3) == 0 {
            project.flush(LONG).unwrap();
        }
        if pace.roll(12) == 0 {
            say("backup");
            disk::roll_backup(&path, &format!("2031-03-15T09:00:{:02}Z", pace.roll(60))).unwrap();
        }
        for report in project.poll() {
            assert!(matches!(report, Report::Written(_)), "{report:?}");
            num_acknowledged += 1;
            note(&mut acknowledged, num_acknowledged);
        }
    }
    project.flush(LONG).unwrap();
}

/// A project in memory after so many of a seed's edits.
pub(crate) struct Expected {
    store: Store,
    dice: Dice,
}

impl Expected {
    pub(crate) fn is_same(&self, other: &Store) -> bool {
        is_same(&self.store, other)
    }

    pub(crate) fn step(&mut self) {
        while next(&mut self.store, &mut self.dice).is_none() {}
    }
}

/// What the project holds after `num_edits` of this seed over `store`.
pub(crate) fn expected(store: &Store, seed: u64, num_edits: usize) -> Expected {
    let mut expected = Expected {
        store: store.clone(),
        dice: Dice::new(seed),
    };
    (0..num_edits).for_each(|_| expected.step());
    expected
}

/// Adds articles until the disk takes no more: says so in a sentence, keeps all in memory, and loses nothing.
pub(crate) fn fill(folder: &Path) {
    let path = project_in(folder);
    let opened = disk::open(&path).unwrap();
    let (mut project, mut store) = (opened.project, opened.store);
    let mut dice = Dice::new(3);
    let mut written = store.clone();
    for _ in 0..4000 {
        let mut sources = Vec::new();
        let edit = add(&mut store, &mut dice, &mut sources);
        let step = store.commit(edit, "2031-03-15T09:00:00Z").unwrap();
        project.write(&step, sources);
        let Err(error) = project.flush(LONG) else {
            written = store.clone();
            continue;
        };
        assert_eq!(error.trouble, Trouble::Full, "{error}");
        assert!(error.sentence.contains("The last edits could not be saved"), "{error}");
        assert!(error.sentence.contains("room"), "{error}");
        assert!(project.pending() > 0, "it waits in memory");
        // The log is full, the file need not be: what else is asked for either works or says the same.
        if let Err(error) = disk::roll_backup(&path, "2031-03-15T10:00:00Z") {
            assert_eq!(error.trouble, Trouble::Full, "{error}");
        }
        let other = folder.join("other.tally");
        let saved = project.save_as(&other, &store);
        drop(project);
        match saved {
            Ok(_) => assert!(
                is_same(&disk::open(&other).unwrap().store, &store),
                "saved with all that waited"
            ),
            Err(error) => assert_eq!(error.trouble, Trouble::Full, "{error}"),
        }
        let found = disk::open(&path).unwrap().store;
        assert!(is_same(&found, &written), "the last state that was acknowledged");
        say("full");
        return;
    }
    panic!("the disk never filled");
}

/// Opens a project that can only be read: says so, takes no edit for saved, and saves all of it elsewhere.
#[cfg(unix)]
pub(crate) fn read_only(home: &Path) {
    let opened = disk::open(&project_in(&home.join("locked"))).unwrap();
    assert!(
        opened.read_only && opened.warning.contains("can only be read here"),
        "{}",
        opened.warning
    );
    let (mut project, mut store) = (opened.project, opened.store);
    let before = store.clone();
    let edit = store.set_setting("name", Some("Harrow Bay"));
    project.write(&store.commit(edit, "2031-03-15T09:00:00Z").unwrap(), Vec::new());
    let error = project.flush(LONG).unwrap_err();
    assert_eq!(error.trouble, Trouble::ReadOnly, "{error}");
    assert!(error.sentence.contains("Save it in another place"), "{error}");
    let backup = disk::roll_backup(&project_in(&home.join("locked")), "2031-03-15T10:00:00Z");
    assert!(backup.is_err_and(|error| error.trouble == Trouble::Denied));
    let free = project_in(&home.join("free"));
    project.save_as(&free, &store).unwrap();
    drop(project);
    assert!(is_same(&disk::open(&free).unwrap().store, &store));
    assert!(is_same(
        &disk::open(&project_in(&home.join("locked"))).unwrap().store,
        &before
    ));
    say("read only");
}
