//! Starts the program that edits, kills it at random moments, and compares what is on the disk with what it noted.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tallyscope::disk::{self, Opened};
use tallyscope::jobs::Token;
use tallyscope::store::Store;

use super::child::expected;
use super::edits::Dice;
use crate::{FOLDER, SEED, project_in};

/// Where the kills fell and what was lost.
#[derive(Default)]
pub(crate) struct Tally {
    num_kills: usize,
    num_acknowledged: usize,
    /// Kills while edits were on their way.
    num_under_way: usize,
    /// Edits that were on the disk though their acknowledgement was not noted yet.
    num_ahead: usize,
    /// Backups that were looked at, and which they were.
    num_backups: usize,
    seen_backups: BTreeSet<PathBuf>,
    by_phase: BTreeMap<String, usize>,
    pub(crate) lost: Vec<String>,
    secs: u64,
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} kills in {} s ({:?}), {} with edits on their way; {} edits acknowledged, {} more were found written; \
             {} backups looked at; lost or half done: {}",
            self.num_kills,
            self.secs,
            self.by_phase,
            self.num_under_way,
            self.num_acknowledged,
            self.num_ahead,
            self.num_backups,
            self.lost.len()
        )?;
        self.lost.iter().try_for_each(|lost| write!(f, "\n{lost}"))
    }
}

/// Kills the program so many times.
pub(crate) fn run(num_kills: usize) -> Tally {
    let started = Instant::now();
    let mut tally = Tally::default();
    let mut dice = Dice::new(2031);
    let mut home = tempfile::tempdir().unwrap();
    let mut base = Store::default();
    for number in 0..num_kills {
        // a new project from time to time, so that its making is hit as well
        if number % 50 == 49 {
            home = tempfile::tempdir().unwrap();
            base = Store::default();
        }
        for log in ["acknowledged", "handed"] {
            drop(fs::remove_file(home.path().join(log)));
        }
        let seed = u64::try_from(number + 1).unwrap() * 1000;
        let phase = kill_within(home.path(), seed, &mut dice);
        *tally.by_phase.entry(phase).or_default() += 1;
        tally.num_kills += 1;
        match look(home.path(), &base, seed, &mut tally) {
            Ok(store) => base = store,
            Err(why) => {
                tally.lost.push(format!("kill {number}: {why}"));
                home = tempfile::tempdir().unwrap();
                base = Store::default();
            }
        }
    }
    tally.secs = started.elapsed().as_secs();
    tally
}

/// Starts the program and kills it a moment after it said what it is at; gives what that was.
fn kill_within(folder: &Path, seed: u64, dice: &mut Dice) -> String {
    let wanted = ["open", "write", "undo", "backup"][dice.roll(4)];
    let times = match wanted {
        "open" => 1,
        // each comes after a dozen edits
        "backup" => 1 + dice.roll(2),
        _ => 1 + dice.roll(12),
    };
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "the_program_that_edits", "--nocapture"])
        .env(FOLDER, folder)
        .env(SEED, seed.to_string())
        .env_remove("TALLYSCOPE_CRASH_TASK")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let said = lines
        .map_while(Result::ok)
        .filter(|line| line.ends_with(&format!("at {wanted}")))
        .nth(times - 1);
    let reached = said.is_some();
    let micros = [30, 300, 3_000, 12_000][dice.roll(4)];
    let moment = Duration::from_micros(u64::try_from(dice.roll(micros)).unwrap());
    let since = Instant::now();
    while since.elapsed() < moment {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(reached, "the program ended before it was killed, at {wanted}");
    wanted.to_owned()
}

fn num_lines(file: &Path) -> usize {
    fs::read_to_string(file).map_or(0, |text| text.matches('\n').count())
}

/// Opens a copy of what the kill left: the program itself opens the original, log and all, when it is started next.
fn look(folder: &Path, base: &Store, seed: u64, tally: &mut Tally) -> Result<Store, String> {
    let (acknowledged, handed) = (
        num_lines(&folder.join("acknowledged")),
        num_lines(&folder.join("handed")),
    );
    tally.num_acknowledged += acknowledged;
    tally.num_under_way += usize::from(handed > acknowledged);
    let path = project_in(folder);
    if !path.exists() {
        return if acknowledged == 0 {
            Ok(Store::default())
        } else {
            Err("the file is gone".to_owned())
        };
    }
    let copy = tempfile::tempdir().unwrap();
    let copied = project_in(copy.path());
    fs::copy(&path, &copied).unwrap();
    let log = folder.join("a.tally-wal");
    if log.exists() {
        fs::copy(log, copy.path().join("a.tally-wal")).unwrap();
    }
    let Opened {
        project,
        store,
        warning,
        ..
    } = disk::open(&copied).map_err(|error| error.to_string())?;
    if !warning.is_empty() {
        return Err(warning);
    }
    let mut expected = expected(base, seed, acknowledged);
    let mut ahead = 0;
    while !expected.is_same(&store) {
        if acknowledged + ahead >= handed {
            return Err(format!(
                "none of the states after {acknowledged} to {handed} edits is there"
            ));
        }
        expected.step();
        ahead += 1;
    }
    tally.num_ahead += ahead;
    drop(project);
    let alarms = disk::look_over(&copied, &Token::new());
    if !alarms.is_empty() {
        return Err(alarms.join(" "));
    }
    for backup in disk::backups_of(&path) {
        if !tally.seen_backups.insert(backup.path.clone()) {
            continue;
        }
        tally.num_backups += 1;
        if backup.amounts.is_none() || disk::open(&backup.path).is_err() {
            return Err(format!("a backup cannot be opened: {}", backup.path.display()));
        }
    }
    Ok(store)
}
