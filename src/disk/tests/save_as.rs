//! A project moves to another file, whatever became of the first one.

use std::fs;

use super::{LONG, add, assert_same, commit, filled, names};
use crate::disk::{SavedAs, Trouble, open};
use crate::store::{ArticleId, ClaimId, Verdict};

#[test]
fn a_project_goes_on_in_the_other_file() {
    let home = tempfile::tempdir().unwrap();
    let mut opened = filled(home.path());
    let (first, second) = (home.path().join("a.tally"), home.path().join("b.tally"));
    fs::write(&second, "what was there").unwrap();
    let before = opened.store.clone();
    assert_eq!(opened.project.save_as(&second, &opened.store), Ok(SavedAs::default()));
    assert_eq!(fs::read(home.path().join("b.tally.bak")).unwrap(), b"what was there");
    add(&opened.project, &mut opened.store, "three.txt", 7);
    let edit = opened.store.set_verdict(&[ClaimId(1)], Verdict::Accepted);
    commit(&opened.project, &mut opened.store, edit);
    opened.project.flush(LONG).unwrap();
    assert_eq!(opened.project.path(), second);
    drop(opened.project);
    assert_eq!(names(home.path()), ["a.tally", "b.tally", "b.tally.bak"]);
    assert_same(&before, &open(&first).unwrap().store);
    assert_same(&opened.store, &open(&second).unwrap().store);
}

#[test]
fn what_could_not_be_written_is_in_the_other_file() {
    let home = tempfile::tempdir().unwrap();
    let mut opened = filled(home.path());
    opened.project.queue.set_max_pages(1);
    add(&opened.project, &mut opened.store, &"long ".repeat(9000), 7);
    opened.project.flush(LONG).unwrap_err();
    opened.project.queue.set_max_pages(100_000);
    opened.project.poll();
    let second = home.path().join("b.tally");
    opened.project.save_as(&second, &opened.store).unwrap();
    assert_eq!((opened.project.pending(), opened.project.poll().len()), (0, 1));
    let sha256 = &opened.store.articles().last().unwrap().sha256;
    assert!(opened.project.source_bytes(sha256).unwrap().is_some());
    drop(opened.project);
    assert_same(&opened.store, &open(&second).unwrap().store);
    assert_eq!(open(&home.path().join("a.tally")).unwrap().store.num_articles(), 2);
}

#[test]
fn a_lost_file_is_written_out_of_memory() {
    let home = tempfile::tempdir().unwrap();
    let mut opened = filled(home.path());
    let edit = opened.store.remove_articles(&[ArticleId(2)]);
    commit(&opened.project, &mut opened.store, edit);
    opened.project.flush(LONG).unwrap();
    opened.project.poll();
    // As if the stick had been taken out: no question is answered any more.
    *opened.project.reader() = rusqlite::Connection::open_in_memory().unwrap();
    opened.project.reader().execute_batch("BEGIN EXCLUSIVE").unwrap();
    let second = home.path().join("b.tally");
    let saved = opened.project.save_as(&second, &opened.store).unwrap();
    assert_eq!(saved.lost_originals, ["one.txt"]);
    let edit = opened.store.set_verdict(&[ClaimId(1)], Verdict::Accepted);
    commit(&opened.project, &mut opened.store, edit);
    drop(opened.project);
    let mut found = open(&second).unwrap();
    assert_same(&opened.store, &found.store);
    found.project.undo(&found.store.undo().unwrap());
    found.project.undo(&found.store.undo().unwrap());
    assert_eq!(found.store.num_articles(), 2);
    found.project.flush(LONG).unwrap();
}

#[test]
fn a_bad_place_leaves_everything_as_it_was() {
    let home = tempfile::tempdir().unwrap();
    let mut opened = filled(home.path());
    let first = opened.project.path().to_path_buf();
    let error = opened
        .project
        .save_as(&home.path().join("no/b.tally"), &opened.store)
        .unwrap_err();
    assert_eq!(error.trouble, Trouble::Missing, "{error}");
    assert!(
        error.sentence.starts_with("The project could not be saved there"),
        "{error}"
    );
    let other_home = tempfile::tempdir().unwrap();
    let other = filled(other_home.path());
    let error = opened.project.save_as(other.project.path(), &opened.store).unwrap_err();
    assert_eq!(error.trouble, Trouble::InUse);
    assert_eq!(opened.project.save_as(&first, &opened.store), Ok(SavedAs::default()));
    add(&opened.project, &mut opened.store, "three.txt", 7);
    opened.project.flush(LONG).unwrap();
    drop(opened.project);
    assert_same(&opened.store, &open(&first).unwrap().store);
    assert_eq!(names(home.path()), ["a.tally"]);
}
