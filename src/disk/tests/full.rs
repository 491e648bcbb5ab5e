//! A disk without room, a file that others lock: edits stay in memory and are written later.

use std::time::Duration;

use rusqlite::Connection;

use super::{LONG, add, assert_same, commit, failure, filled};
use crate::disk::{Report, Trouble, open};
use crate::store::{ClaimId, Verdict};

#[test]
fn a_full_disk_keeps_edits_in_memory_until_there_is_room() {
    let home = tempfile::tempdir().unwrap();
    let mut opened = filled(home.path());
    let (project, store) = (&opened.project, &mut opened.store);
    let path = project.path().to_path_buf();
    project.poll();
    project.queue.set_max_pages(1);
    add(project, store, &"long ".repeat(9000), 7);
    let error = project.flush(LONG).unwrap_err();
    assert_eq!(error.trouble, Trouble::Full, "{error}");
    assert!(failure(&project.poll()).contains("no room left"));
    let edit = store.set_verdict(&[ClaimId(1)], Verdict::Accepted);
    commit(project, store, edit);
    assert_eq!(project.flush(LONG).unwrap_err().trouble, Trouble::Full);
    assert_eq!(project.pending(), 2);
    let sha256 = &store.articles().last().unwrap().sha256;
    assert!(project.source_bytes(sha256).unwrap().is_some(), "read out of memory");
    project.queue.set_max_pages(100_000);
    project.poll();
    project.retry();
    project.flush(LONG).unwrap();
    assert_eq!(project.poll(), [3, 4].map(Report::Written));
    drop(opened.project);
    assert_same(&opened.store, &open(&path).unwrap().store);
}

#[test]
fn another_program_that_locks_the_file_is_said_and_waited_for() {
    let home = tempfile::tempdir().unwrap();
    let mut opened = filled(home.path());
    let (project, store) = (&opened.project, &mut opened.store);
    let path = project.path().to_path_buf();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let edit = store.set_verdict(&[ClaimId(1)], Verdict::Accepted);
    commit(project, store, edit);
    assert_eq!(
        project.flush(Duration::from_millis(50)).unwrap_err().trouble,
        Trouble::Other,
        "still trying"
    );
    assert_eq!(project.flush(LONG).unwrap_err().trouble, Trouble::InUse);
    other.execute_batch("COMMIT").unwrap();
    project.retry();
    project.flush(LONG).unwrap();
    drop(opened.project);
    other.close().unwrap();
    assert_same(&opened.store, &open(&path).unwrap().store);
}
