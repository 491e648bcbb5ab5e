//! Check sums of rows: what anything else than the program changed is told, and nothing else is.

use rusqlite::Connection;

use super::{LONG, add, commit, filled, redo, undo};
use crate::disk::{Opened, look_over};
use crate::jobs::Token;
use crate::store::{ClaimId, Verdict};

const FIRST: ClaimId = ClaimId(1);

/// A closed project that was written by every sort of step.
fn written(home: &std::path::Path) -> std::path::PathBuf {
    let Opened { project, mut store, .. } = filled(home);
    let accept = store.set_verdict(&[FIRST], Verdict::Accepted);
    commit(&project, &mut store, accept);
    let note = store.set_note(&[FIRST], "asked again");
    commit(&project, &mut store, note);
    undo(&project, &mut store);
    redo(&project, &mut store);
    undo(&project, &mut store);
    // what was taken back is dropped by another step
    let tag = store.tag_claims(&[FIRST], "seen", crate::store::TagChange::Add);
    commit(&project, &mut store, tag);
    let color = store.set_tag_color("seen", Some(2));
    commit(&project, &mut store, color);
    let first = store.articles().next().unwrap().id;
    let removed = store.remove_articles(&[first]);
    commit(&project, &mut store, removed);
    undo(&project, &mut store);
    project.flush(LONG).unwrap();
    home.join("a.tally")
}

fn sums(connection: &Connection) -> Vec<(String, String)> {
    let sql = "SELECT name, value FROM settings WHERE name LIKE 'checksum:%' ORDER BY name";
    let mut statement = connection.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.map(Result::unwrap)
        .filter(|(_, sum): &(String, String)| sum != "0000000000000000")
        .collect()
}

#[test]
fn sums_that_are_kept_step_by_step_are_those_of_all_rows() {
    let home = tempfile::tempdir().unwrap();
    let path = written(home.path());
    let kept = sums(&Connection::open(&path).unwrap());
    assert!(kept.len() > 6, "{kept:?}");
    assert_eq!(look_over(&path, &Token::new()), Vec::<String>::new());
    // without them all are made anew with the next step
    let connection = Connection::open(&path).unwrap();
    connection
        .execute("DELETE FROM settings WHERE name LIKE 'checksum:%'", [])
        .unwrap();
    drop(connection);
    assert_eq!(look_over(&path, &Token::new()), Vec::<String>::new(), "an older file");
    let Opened { project, mut store, .. } = crate::disk::open(&path).unwrap();
    assert!(store.settings().keys().all(|name| !name.starts_with("checksum")));
    redo(&project, &mut store);
    undo(&project, &mut store);
    project.flush(LONG).unwrap();
    drop(project);
    assert_eq!(sums(&Connection::open(&path).unwrap()), kept);
}

#[test]
fn what_another_program_changed_is_told_and_where() {
    for (sql, told) in [
        (
            "UPDATE machine_claims SET claim_json = replace(claim_json, '0.75', '0.76') WHERE id = 1",
            "readings of claims (among numbers 1 to 999)",
        ),
        (
            "UPDATE claims SET note = 'another' WHERE id = 2",
            "claims and decisions (among numbers 1 to 999)",
        ),
        (
            "DELETE FROM settings WHERE name LIKE 'tag.color%'",
            "settings of the project",
        ),
        (
            "UPDATE journal SET label = 'Nothing' WHERE number = 1",
            "steps of the history (among numbers 1 to 999)",
        ),
        (
            "UPDATE settings SET value = '12' WHERE name LIKE 'checksum:articles%'",
            "articles (among numbers 1 to 999)",
        ),
    ] {
        let home = tempfile::tempdir().unwrap();
        let path = written(home.path());
        let connection = Connection::open(&path).unwrap();
        assert!(connection.execute(sql, []).unwrap() > 0, "{sql}");
        drop(connection);
        let alarms = look_over(&path, &Token::new());
        assert!(
            alarms.iter().any(|alarm| alarm.contains(&format!("written: {told}."))),
            "{sql}: {alarms:?}"
        );
    }
}

#[test]
fn a_program_that_knows_no_sums_may_have_written() {
    let home = tempfile::tempdir().unwrap();
    let path = written(home.path());
    let connection = Connection::open(&path).unwrap();
    connection
        .execute_batch(
            "UPDATE claims SET note = 'of an older program' WHERE id = 2; \
             INSERT INTO journal (number, at, label, edit_json, inverse_json, state) \
             VALUES (99, '2026-01-03T00:00:00Z', 'Note written', '[]', '[]', 'done');",
        )
        .unwrap();
    drop(connection);
    assert_eq!(look_over(&path, &Token::new()), Vec::<String>::new());
    let Opened { project, mut store, .. } = crate::disk::open(&path).unwrap();
    add(&project, &mut store, "three.txt", 7);
    project.flush(LONG).unwrap();
    drop(project);
    assert_eq!(look_over(&path, &Token::new()), Vec::<String>::new());
    let connection = Connection::open(&path).unwrap();
    connection
        .execute("UPDATE claims SET note = '' WHERE id = 2", [])
        .unwrap();
    drop(connection);
    assert!(!look_over(&path, &Token::new()).is_empty(), "sums are kept again");
}
