//! Files that are no project, damaged, or from tomorrow: a sentence, and nothing is changed.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::{assert_same, filled, names};
use crate::disk::{Trouble, create, open, set_aside};

/// Opening must fail with this trouble and leave folder and file as they are.
#[track_caller]
fn check(path: &Path, trouble: Trouble, words: &str) {
    let folder = path.parent().unwrap();
    let before = (names(folder), fs::read(path).ok());
    let Err(error) = open(path) else { panic!("opened") };
    assert_eq!(error.trouble, trouble, "{error}");
    assert!(error.sentence.contains(words), "{error}");
    assert!((names(folder), fs::read(path).ok()) == before, "something was changed");
}

#[test]
fn what_is_no_project_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.tally");
    check(&path, Trouble::Missing, "no longer there");
    for bytes in [&b""[..], b"An article.", b"SQLite format 3", &[0xFF; 5000]] {
        fs::write(&path, bytes).unwrap();
        check(&path, Trouble::NotAProject, "not a Tallyscope project");
    }
    fs::write(&path, b"SQLite format 3\0 and no more").unwrap();
    check(&path, Trouble::Damaged, "damaged");
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    check(&path, Trouble::NotAProject, "folder");
}

#[test]
fn databases_of_other_programs_are_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("other.db");
    let other = Connection::open(&path).unwrap();
    other
        .execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE bookmarks (url TEXT);")
        .unwrap();
    other.close().unwrap();
    check(&path, Trouble::NotAProject, "another program");
}

#[test]
fn a_newer_version_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let opened = filled(home.path());
    let path = opened.project.path().to_path_buf();
    drop(opened.project);
    let raw = Connection::open(&path).unwrap();
    raw.pragma_update(None, "user_version", 99).unwrap();
    raw.close().unwrap();
    check(&path, Trouble::Newer, "newer version");
}

#[test]
fn a_damaged_project_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let opened = filled(home.path());
    let path = opened.project.path().to_path_buf();
    drop(opened.project);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    check(&path, Trouble::Damaged, "its end is missing");
    let mut torn = whole.clone();
    for byte in torn.iter_mut().skip(4096).step_by(7) {
        *byte ^= 0x5A;
    }
    fs::write(&path, &torn).unwrap();
    check(&path, Trouble::Damaged, "damaged");
    fs::write(&path, &whole).unwrap();
    let raw = Connection::open(&path).unwrap();
    raw.execute(
        "UPDATE machine_claims SET claim_json = replace(claim_json, 'arrested', 'arrrested') WHERE id = 2",
        [],
    )
    .unwrap();
    raw.close().unwrap();
    let Err(error) = open(&path) else { panic!("opened") };
    assert!(error.sentence.contains("“arrrested” is no kind of claim"), "{error}");
    fs::write(&path, &whole).unwrap();
    assert_same(&opened.store, &open(&path).unwrap().store);
}

#[test]
fn flipped_bytes_never_panic() {
    let home = tempfile::tempdir().unwrap();
    let opened = filled(home.path());
    let path = opened.project.path().to_path_buf();
    drop(opened.project);
    let whole = fs::read(&path).unwrap();
    let other = home.path().join("b.tally");
    for number in 0..60 {
        let mut torn = whole.clone();
        for step in 0..8 {
            let at = (number * 7919 + step * 104_729) % torn.len();
            if let Some(byte) = torn.get_mut(at) {
                *byte = byte.wrapping_add(1);
            }
        }
        fs::write(&other, &torn).unwrap();
        if let Err(error) = open(&other) {
            assert!(!error.sentence.is_empty());
        }
    }
}

#[test]
fn a_new_project_takes_no_name_that_is_taken() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.tally");
    fs::write(&path, "mine").unwrap();
    assert_eq!(create(&path).err().unwrap().trouble, Trouble::Exists);
    assert_eq!(fs::read(&path).unwrap(), b"mine");
    let error = create(&home.path().join("no/folder/b.tally")).err().unwrap();
    assert_eq!(error.trouble, Trouble::Missing, "{error}");
    assert_eq!(names(home.path()), ["a.tally"]);
}

#[test]
fn a_log_without_its_project_is_not_folded_into_a_new_one() {
    let home = tempfile::tempdir().unwrap();
    let opened = filled(home.path());
    let path = opened.project.path().to_path_buf();
    let log = fs::read(home.path().join("a.tally-wal")).unwrap();
    drop(opened.project);
    fs::remove_file(&path).unwrap();
    fs::write(home.path().join("a.tally-wal"), log).unwrap();
    assert_eq!(create(&path).unwrap().store.num_articles(), 0);
}

#[test]
fn a_project_is_set_aside_under_the_next_name() {
    let home = tempfile::tempdir().unwrap();
    let opened = filled(home.path());
    let path = opened.project.path().to_path_buf();
    assert_eq!(set_aside(&path).unwrap_err().trouble, Trouble::InUse);
    drop(opened.project);
    let first = set_aside(&path).unwrap().unwrap();
    fs::write(&path, "no project").unwrap();
    let second = set_aside(&path).unwrap().unwrap();
    assert_eq!(set_aside(&path).unwrap(), None);
    assert_eq!(names(home.path()), ["a.bak-1.tally", "a.bak-2.tally"]);
    assert_same(&opened.store, &open(&first).unwrap().store);
    assert_eq!(fs::read(second).unwrap(), b"no project");
}
