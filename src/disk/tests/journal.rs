//! Steps go in, come back after a restart, and can be undone there.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};

use proptest::prelude::*;

use super::{AT, LONG, add, assert_same, commit, filled, names, new_article, redo, undo};
use crate::disk::atomic::with_end;
use crate::disk::save::samples::edits;
use crate::disk::{Report, create, open};
use crate::store::{ArticleId, ClaimId, Field, FieldValue, Told, Verdict};

#[test]
fn a_project_comes_back_with_its_decisions_and_its_history() {
    let home = tempfile::tempdir().unwrap();
    let mut opened = filled(home.path());
    let (project, store) = (&opened.project, &mut opened.store);
    let edit = store.set_verdict(&[ClaimId(1)], Verdict::Accepted);
    commit(project, store, edit);
    let edit = store.set_field(&[ClaimId(2)], Field::Speaker, Some(&FieldValue::Words(None)));
    commit(project, store, edit);
    let edit = store.set_note(&[ClaimId(2)], "ask");
    commit(project, store, edit);
    undo(project, store);
    let path = project.path().to_path_buf();
    project.flush(LONG).unwrap();
    let numbers: Vec<Report> = project.poll();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 5].map(Report::Written));
    let before = opened.store.clone();
    drop(opened.project);
    assert_eq!(names(home.path()), ["a.tally"], "nothing is left beside it");

    let mut opened = open(&path).unwrap();
    assert_same(&before, &opened.store);
    assert!(!opened.read_only && !opened.network_share && opened.warning.is_empty());
    let (project, store) = (&opened.project, &mut opened.store);
    redo(project, store);
    assert_eq!(store.claim(ClaimId(2)).unwrap().note, "ask");
    for _ in 0..4 {
        undo(project, store);
    }
    assert_eq!((store.num_articles(), store.num_claims()), (1, 1));
    let before = opened.store.clone();
    drop(opened.project);
    let mut opened = open(&path).unwrap();
    assert_same(&before, &opened.store);
    for _ in 0..4 {
        redo(&opened.project, &mut opened.store);
    }
    assert!(
        opened
            .store
            .claim(ClaimId(1))
            .is_some_and(|claim| claim.verdict == Verdict::Accepted)
    );
}

#[test]
fn what_was_taken_back_is_dropped_by_something_else_and_its_numbers_stay_taken() {
    let home = tempfile::tempdir().unwrap();
    let mut opened = filled(home.path());
    let path = opened.project.path().to_path_buf();
    undo(&opened.project, &mut opened.store);
    let edit = opened.store.set_setting("name", Some("Unrest"));
    commit(&opened.project, &mut opened.store, edit);
    drop(opened.project);
    let mut opened = open(&path).unwrap();
    assert_eq!(opened.store.history().redo_label(), None);
    assert_eq!(opened.store.setting("name"), Some("Unrest"));
    add(&opened.project, &mut opened.store, "three.txt", 7);
    assert!(opened.store.article(ArticleId(3)).is_some() && opened.store.claim(ClaimId(3)).is_some());
    assert_eq!(opened.store.history().done.last().unwrap().number, 4);
}

#[test]
fn the_same_bytes_and_readings_are_kept_once() {
    let home = tempfile::tempdir().unwrap();
    let mut opened = filled(home.path());
    let (project, store) = (&opened.project, &mut opened.store);
    // The same file twice, then an article that goes and comes back.
    add(project, store, "one.txt", 12);
    let edit = store.remove_articles(&[ArticleId(1)]);
    commit(project, store, edit);
    undo(project, store);
    let edit = store.set_verdict(&[ClaimId(1), ClaimId(2)], Verdict::Rejected);
    commit(project, store, edit);
    project.flush(LONG).unwrap();
    let count = |table: &str| -> i64 {
        let sql = format!("SELECT count(*) FROM {table}");
        project.reader().query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    assert_eq!((count("sources"), count("revisions")), (2, 2));
    assert_eq!(
        (count("readings"), count("machine_claims"), count("articles")),
        (3, 3, 3)
    );
    let sha256 = &store.article(ArticleId(2)).unwrap().sha256;
    let bytes = project.source_bytes(sha256).unwrap().unwrap();
    assert!(bytes.starts_with(b"two.txt") && crate::disk::sha256_hex(&bytes) == *sha256);
    assert_eq!(project.source_bytes("none").unwrap(), None);
}

#[test]
fn a_killed_program_loses_nothing_that_was_acknowledged() {
    let home = tempfile::tempdir().unwrap();
    let opened = filled(home.path());
    let path = opened.project.path().to_path_buf();
    // What a dead program leaves: file, log and lock file as they are at that moment.
    let dead = home.path().join("dead.tally");
    for end in ["", "-wal", "-lock"] {
        fs::copy(with_end(&path, end), with_end(&dead, end)).unwrap();
    }
    let found = open(&dead).unwrap();
    assert_same(&opened.store, &found.store);
    assert!(!found.read_only);
}

#[test]
fn a_second_window_reads_and_the_first_goes_on() {
    let home = tempfile::tempdir().unwrap();
    let mut first = filled(home.path());
    let path = first.project.path().to_path_buf();
    let second = open(&path).unwrap();
    assert!(
        second.read_only && second.warning.contains("open in another window"),
        "{}",
        second.warning
    );
    assert_same(&first.store, &second.store);
    add(&first.project, &mut first.store, "three.txt", 7);
    first.project.flush(LONG).unwrap();
    drop(first.project);
    drop(second.project);
    let third = open(&path).unwrap();
    assert!(!third.read_only);
    assert_same(&first.store, &third.store);
}

#[test]
fn the_window_is_woken_and_search_finds_what_is_written() {
    let home = tempfile::tempdir().unwrap();
    let mut opened = create(&home.path().join("a.tally")).unwrap();
    let (sender, woken) = mpsc::channel();
    let num_wakes = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&num_wakes);
    opened.project.set_wake(move || {
        counter.fetch_add(1, Ordering::Relaxed);
        sender.send(()).unwrap();
    });
    add(&opened.project, &mut opened.store, "one.txt", 12);
    woken.recv().unwrap();
    assert_eq!(opened.project.poll(), [Report::Written(1)]);
    let (project, store) = (&opened.project, &mut opened.store);
    let found = |words: &str| {
        let hits = project.search(words, 10).unwrap();
        hits.into_iter().map(|hit| hit.article).collect::<Vec<_>>()
    };
    assert_eq!(found("police akta"), [ArticleId(1)]);
    assert_eq!(found("\"Aktau detained\" NOT"), []);
    let hit = project.search("aktau", 10).unwrap().remove(0);
    assert!(hit.snippet.contains(&("Aktau".to_owned(), true)), "{:?}", hit.snippet);
    let told = Told {
        title: Some("Zhanaozen".to_owned()),
        ..Told::default()
    };
    let edit = store.tell(&[ArticleId(1)], &told);
    commit(project, store, edit);
    project.flush(LONG).unwrap();
    assert_eq!(found("zhanaozen"), [ArticleId(1)]);
    undo(project, store);
    project.flush(LONG).unwrap();
    assert_eq!(found("zhanaozen"), []);
    undo(project, store);
    project.flush(LONG).unwrap();
    assert_eq!(found("police"), []);
    assert!(num_wakes.load(Ordering::Relaxed) >= 3);
}

#[test]
fn a_step_that_cannot_be_read_ends_the_history_and_nothing_else() {
    let home = tempfile::tempdir().unwrap();
    let opened = filled(home.path());
    let path = opened.project.path().to_path_buf();
    drop(opened.project);
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute("UPDATE journal SET edit_json = '[{\"dance\":1}]' WHERE number = 1", [])
        .unwrap();
    raw.close().unwrap();
    let found = open(&path).unwrap();
    assert_eq!((found.store.num_articles(), found.store.history().done.len()), (2, 1));
    assert!(found.warning.contains("history"), "{}", found.warning);
}

#[test]
fn many_articles_open_fast() {
    let home = tempfile::tempdir().unwrap();
    let mut opened = create(&home.path().join("a.tally")).unwrap();
    let (articles, sources): (Vec<_>, Vec<_>) = (0..200)
        .map(|number| {
            let (mut new, source) = new_article(&format!("{number}.txt"), 12);
            let claim = new.reading.claims.remove(0);
            new.reading.claims = vec![claim; 30];
            (new, source)
        })
        .unzip();
    let edit = opened.store.add_articles(articles);
    let step = opened.store.commit(edit, AT).unwrap();
    opened.project.write(&step, sources);
    let path = opened.project.path().to_path_buf();
    drop(opened.project);
    assert_same(&opened.store, &open(&path).unwrap().store);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_steps_come_back(steps in prop::collection::vec((edits(), 0..4), 1..8)) {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("a.tally");
        let mut opened = create(&path).unwrap();
        for (edit, act) in steps {
            let (project, store) = (&opened.project, &mut opened.store);
            match act {
                0 if store.history().undo_label().is_some() => undo(project, store),
                1 if store.history().redo_label().is_some() => redo(project, store),
                _ => commit(project, store, edit),
            }
        }
        opened.project.flush(LONG).unwrap();
        let before = opened.store.clone();
        drop(opened);
        assert_same(&before, &open(&path).unwrap().store);
    }
}
