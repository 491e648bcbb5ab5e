//! Nothing that was acknowledged is lost: a program that edits is killed at random moments, its disk fills up, its file
//! becomes read-only, its bytes are turned over.
//!
//! `TALLYSCOPE_KILLS` sets how often it is killed; `TALLYSCOPE_KILLS=1000 cargo test --test crash -- --nocapture` tells
//! where the kills fell. The program that is killed is this test itself, started with [`FOLDER`].
#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "tests that tell their figures")]

mod crash {
    pub(crate) mod child;
    pub(crate) mod damage;
    pub(crate) mod edits;
    pub(crate) mod kills;
}

use std::path::{Path, PathBuf};

use crash::{child, damage, kills};

/// Names the folder in which the started program works.
const FOLDER: &str = "TALLYSCOPE_CRASH_FOLDER";
/// What the started program is to do: `edit`, `fill` or `read`.
const TASK: &str = "TALLYSCOPE_CRASH_TASK";
/// The seed of its edits.
const SEED: &str = "TALLYSCOPE_CRASH_SEED";

fn project_in(folder: &Path) -> PathBuf {
    folder.join("a.tally")
}

/// The program that is killed; started by hand it makes some edits and checks them itself.
#[test]
fn the_program_that_edits() {
    let seed = std::env::var(SEED).ok().and_then(|seed| seed.parse().ok()).unwrap_or(7);
    match (std::env::var_os(FOLDER), std::env::var(TASK).as_deref()) {
        (Some(folder), Ok("fill")) => child::fill(Path::new(&folder)),
        #[cfg(unix)]
        (Some(folder), Ok("read")) => child::read_only(Path::new(&folder)),
        (Some(folder), _) => child::edit(Path::new(&folder), seed, usize::MAX),
        (None, _) => {
            let home = tempfile::tempdir().unwrap();
            child::edit(home.path(), seed, 40);
            let found = tallyscope::disk::open(&project_in(home.path())).unwrap();
            assert!(child::expected(&tallyscope::store::Store::default(), seed, 40).is_same(&found.store));
        }
    }
}

#[test]
fn kills_lose_nothing_that_was_acknowledged() {
    let num_kills = std::env::var("TALLYSCOPE_KILLS")
        .ok()
        .and_then(|kills| kills.parse().ok());
    let tally = kills::run(num_kills.unwrap_or(20));
    eprintln!("{tally}");
    assert!(tally.lost.is_empty(), "{tally}");
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_said_and_loses_nothing() {
    damage::full_disk();
}

#[cfg(unix)]
#[test]
fn a_file_that_can_only_be_read_is_said_and_loses_nothing() {
    damage::read_only();
}

#[test]
fn turned_bytes_are_said_and_a_backup_is_offered() {
    damage::turned_bytes();
}
