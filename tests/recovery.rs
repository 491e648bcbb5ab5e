//! History and recovery through the program: backups and putting them back, removal for good, new readings that are shown
//! before they are taken, two windows on one file, and every kind of edit over restarts.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::fs;
use std::path::Path;
use std::time::Duration;

use tallyscope::app::{Action, HistoryAct};
use tallyscope::store::{Status, Store, Verdict};

#[path = "recovery/kinds.rs"]
mod kinds;
#[path = "recovery/removal.rs"]
mod removal;
#[path = "program/under_test.rs"]
mod under_test;

use self::under_test::{Program, TOLL, write};

impl Program {
    #[track_caller]
    fn history(&mut self, act: HistoryAct) {
        self.act(Action::History(act));
    }

    /// Waits until the look over of an opened project has ended: a second one is only begun then.
    #[track_caller]
    fn looked_over(&mut self) {
        loop {
            self.app.poll();
            let toasts = &self.state().messages.toasts;
            if toasts
                .iter()
                .any(|toast| toast.sentence.contains("in order") || toast.sentence.contains("is wrong"))
            {
                return;
            }
            // asked only now: a look that begins after the answer would run beside what the test does next
            self.app.act(Action::History(HistoryAct::LookOver));
            self.woken.recv_timeout(Duration::from_secs(60)).expect("it ends");
        }
    }

    fn problem_lines(&self) -> String {
        self.problems().join("\n")
    }

    fn store(&self) -> Store {
        self.state().store.clone()
    }
}

/// A program with one article in a project that was closed and opened again.
fn opened(home: &Path) -> Program {
    let mut program = Program::new(home);
    let file = write(&home.join("news"), "toll.txt", TOLL);
    program.act(Action::OpenPaths(vec![file]));
    program.restart()
}

/// The rows of a project as they count, without its history.
#[track_caller]
fn assert_rows(one: &Store, other: &Store, what: &str) {
    assert!(one.articles().eq(other.articles()), "{what}: articles differ");
    assert!(one.claims().eq(other.claims()), "{what}: claims differ");
    assert_eq!(one.settings(), other.settings(), "{what}");
    assert_eq!(one.rulings(), other.rulings(), "{what}");
    assert_eq!(one.names(), other.names(), "{what}");
    assert_eq!(one.adopted(), other.adopted(), "{what}");
}

#[test]
fn a_backup_is_made_by_itself_and_put_back_without_loss() {
    let home = tempfile::tempdir().unwrap();
    let mut program = opened(home.path());
    program.looked_over();
    let project = program.state().project.path.clone();
    let id = program.first_claim();
    program.act(Action::SetVerdict(vec![id], Verdict::Rejected));
    program.app.act(Action::History(HistoryAct::Backups(project.clone())));
    program.wait_for(|state| state.recovery.backups.as_ref().is_some_and(|list| list.rows.is_some()));
    assert!(program.state().recovery.asks());
    let rows = program.state().recovery.backups.clone().unwrap().rows.unwrap();
    assert_eq!(rows.len(), 1, "one was made when the project was opened");
    let amounts = rows[0].amounts.unwrap();
    assert_eq!((amounts.articles, amounts.claims, amounts.decisions), (1, 3, 0));
    assert_eq!(rows[0].at, "2031-03-15T09:00:00Z");
    let backup = rows[0].path.clone();
    program.history(HistoryAct::Restore {
        project: project.clone(),
        backup,
    });
    assert_eq!(program.status(id), Some(Status::Unreviewed), "as it was then");
    assert!(!program.state().project.read_only);
    let said = program.state().messages.toasts.last().unwrap().sentence.clone();
    let kept = project.with_file_name("untitled-1.bak-1.tally");
    assert!(said.contains(&kept.display().to_string()), "{said}");
    assert_eq!(program.problem_lines(), "");
    let kept = tallyscope::disk::open(&kept).unwrap();
    assert_eq!(
        kept.store.claim(id).unwrap().status(),
        Status::Rejected,
        "nothing was overwritten"
    );
    program.act(Action::SetVerdict(vec![id], Verdict::Accepted));
    assert_eq!(program.restart().status(id), Some(Status::Accepted));
}

#[test]
fn the_last_ten_backups_are_kept_and_none_of_what_did_not_change() {
    let home = tempfile::tempdir().unwrap();
    let mut program = opened(home.path());
    let path = program.state().project.path.clone();
    let id = program.first_claim();
    program.looked_over();
    for number in 0..14 {
        program.act(Action::SetNote(vec![id], format!("note {number}")));
        let made = tallyscope::disk::roll_backup(&path, &format!("2031-03-16T09:00:{number:02}Z")).unwrap();
        assert!(made.is_some());
        assert_eq!(
            tallyscope::disk::roll_backup(&path, "2031-03-17T09:00:00Z").unwrap(),
            None,
            "nothing changed"
        );
    }
    let rows = tallyscope::disk::backups_of(&path);
    assert_eq!(rows.len(), tallyscope::disk::MOST_BACKUPS);
    assert_eq!(
        (rows[0].at.as_str(), rows[9].at.as_str()),
        ("2031-03-16T09:00:13Z", "2031-03-16T09:00:04Z")
    );
}

#[test]
fn damage_is_told_and_the_backups_are_listed() {
    let home = tempfile::tempdir().unwrap();
    let mut program = opened(home.path());
    program.looked_over();
    let path = program.state().project.path.clone();
    program.app.close().unwrap();
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let mut program = Program::new(home.path());
    program.app.act(Action::OpenProject(path.clone()));
    assert!(
        program
            .problem_lines()
            .contains("It has 1 backup, the newest of 2031-03-15"),
        "{}",
        program.problem_lines()
    );
    program.wait_for(|state| state.recovery.backups.as_ref().is_some_and(|list| list.rows.is_some()));
    let backup = program.state().recovery.backups.clone().unwrap().rows.unwrap()[0]
        .path
        .clone();
    program.history(HistoryAct::Restore {
        project: path.clone(),
        backup,
    });
    assert_eq!(
        (program.state().store.num_claims(), program.state().project.read_only),
        (3, false)
    );
    assert_eq!(
        fs::read(path.with_file_name("untitled-1.bak-1.tally")).unwrap().len(),
        whole.len() / 2
    );
}

#[test]
fn rows_that_are_gone_without_a_step_raise_an_alarm() {
    let home = tempfile::tempdir().unwrap();
    let mut program = opened(home.path());
    program.looked_over();
    let id = program.first_claim();
    program.act(Action::SetVerdict(vec![id], Verdict::Accepted));
    let path = program.state().project.path.clone();
    program.app.close().unwrap();
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute("DELETE FROM claims WHERE id = ?1", [id.0]).unwrap();
    raw.execute(
        "UPDATE revisions SET text = replace(text, 'At least 12', 'At most 12')",
        [],
    )
    .unwrap();
    raw.close().unwrap();
    let mut program = Program::new(home.path());
    program.act(Action::OpenProject(path.clone()));
    program.looked_over();
    let said = program.problem_lines();
    assert!(
        said.contains("1 claim and 1 decision that were there when the project was closed are gone"),
        "{said}"
    );
    assert!(said.contains("text of 1 article is not as it was written"), "{said}");
    assert!(said.contains("no longer stand where they were read"), "{said}");
    // an older copy in the place of the newer one
    let backup = tallyscope::disk::backups_of(&path).remove(0).path;
    program.app.close().unwrap();
    drop(program);
    fs::copy(backup, &path).unwrap();
    let mut program = Program::new(home.path());
    program.act(Action::OpenProject(path));
    program.looked_over();
    assert!(
        program
            .problem_lines()
            .contains("older than the one that was closed last"),
        "{}",
        program.problem_lines()
    );
}

#[test]
fn a_jump_takes_back_many_steps_at_once_and_does_them_again() {
    let home = tempfile::tempdir().unwrap();
    let mut program = opened(home.path());
    let id = program.first_claim();
    for number in 0..30 {
        program.act(Action::SetNote(vec![id], format!("note {number}")));
    }
    let (newest, after) = (program.state().store.history().now(), program.store());
    program.history(HistoryAct::Since(Some(1)));
    assert!(program.state().review.changed.as_ref().unwrap().iter().eq([&id]));
    program.history(HistoryAct::JumpTo(1));
    assert_eq!(
        program.state().messages.toasts.last().unwrap().sentence,
        "30 steps taken back"
    );
    assert_eq!(program.state().store.claim(id).unwrap().note, "");
    assert!(
        program.state().review.changed.as_ref().unwrap().is_empty(),
        "the filter follows"
    );
    let mut program = program.restart();
    assert_eq!(program.state().store.history().undone.len(), 30);
    program.history(HistoryAct::JumpTo(newest));
    assert_rows(&program.store(), &after, "done again");
    program.history(HistoryAct::JumpTo(0));
    assert_eq!(program.state().store.num_articles(), 0);
    program.history(HistoryAct::JumpTo(newest));
    assert_rows(&program.restart().store(), &after, "from the beginning and back");
}

/// Makes the project look as if older rules had read another speaker.
fn age(path: &Path) {
    let raw = rusqlite::Connection::open(path).unwrap();
    raw.execute("UPDATE articles SET rules_version = 'older'", []).unwrap();
    let changed = raw
        .execute(
            "UPDATE machine_claims SET claim_json = replace(claim_json, '\"police\"', '\"firemen\"') WHERE id = 1",
            [],
        )
        .unwrap();
    assert_eq!(changed, 1);
    raw.execute("UPDATE claims SET speaker = 'firemen' WHERE id = 1", [])
        .unwrap();
    raw.close().unwrap();
}

/// The project of [`opened`] as older rules would have left it, opened again.
fn opened_with_older_rules(home: &Path) -> Program {
    let mut program = opened(home);
    let path = program.state().project.path.clone();
    program.app.close().unwrap();
    age(&path);
    let mut program = Program::new(home);
    program.act(Action::OpenProject(path));
    program
}

#[test]
fn a_new_reading_by_newer_rules_is_offered_and_taken_as_one_step() {
    let home = tempfile::tempdir().unwrap();
    let mut program = opened_with_older_rules(home.path());
    let id = program.first_claim();
    let speaker = |program: &Program| {
        program
            .state()
            .store
            .claim(id)
            .unwrap()
            .claim()
            .speaker
            .clone()
            .unwrap()
    };
    assert_eq!(
        speaker(&program),
        "firemen",
        "nothing is changed before the analyst's word"
    );
    let offer = program.state().recovery.reread.clone().expect("an offer");
    assert!(offer.by_rules && !program.state().recovery.reread_open);
    let changes = &offer.lines[0].changes[0];
    assert_eq!(
        (changes.field.as_str(), changes.old.as_str(), changes.new.as_str()),
        ("Speaker", "firemen", "police")
    );
    assert_eq!(offer.lines.len(), 1);
    let before = program.store();
    program.history(HistoryAct::ShowReread);
    assert!(program.state().recovery.asks());
    program.history(HistoryAct::TakeReread);
    assert_eq!(speaker(&program), "police");
    assert!(!program.state().recovery.asks());
    let mut program = program.restart();
    assert_eq!(
        (speaker(&program).as_str(), program.state().recovery.reread.is_none()),
        ("police", true)
    );
    program.act(Action::Undo);
    assert_rows(&program.store(), &before, "one step");
    // asked for by hand, it is shown at once; left aside it changes nothing
    program.act(Action::ReadAgain);
    assert!(program.state().recovery.reread_open);
    program.history(HistoryAct::DropReread);
    assert_rows(&program.store(), &before, "left aside");
}

#[test]
fn a_declined_reading_is_not_offered_again_by_itself() {
    let home = tempfile::tempdir().unwrap();
    let mut program = opened_with_older_rules(home.path());
    program.history(HistoryAct::DropReread);
    let mut program = program.restart();
    assert!(program.state().recovery.reread.is_none());
    program.act(Action::ReadAgain);
    assert!(program.state().recovery.reread_open);
    // what was decided meanwhile is respected: the project is read once more
    let id = program.first_claim();
    program.act(Action::SetVerdict(vec![id], Verdict::Accepted));
    program.history(HistoryAct::TakeReread);
    program.history(HistoryAct::TakeReread);
    let claim = program.state().store.claim(id).unwrap();
    assert_eq!(
        (
            claim.status(),
            claim.claim().speaker.as_deref(),
            claim.machine.speaker.as_deref()
        ),
        (Status::Corrected, Some("firemen"), Some("police")),
        "what was accepted stays, beside what the machine reads now"
    );
}

#[test]
fn a_reading_that_changes_nothing_shown_is_taken_in_silence() {
    let home = tempfile::tempdir().unwrap();
    let mut program = opened(home.path());
    let path = program.state().project.path.clone();
    program.app.close().unwrap();
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute("UPDATE articles SET rules_version = 'older'", []).unwrap();
    raw.close().unwrap();
    let mut program = Program::new(home.path());
    program.act(Action::OpenProject(path));
    assert!(program.state().recovery.reread.is_none());
    let version = &program.state().store.articles().next().unwrap().rules_version;
    assert_eq!(version, tallyscope::read::RULES_VERSION);
}

#[test]
fn a_second_window_says_so_reads_and_harms_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut first = opened(home.path());
    let path = first.state().project.path.clone();
    let id = first.first_claim();
    let mut second = Program::new(home.path());
    second.act(Action::OpenProject(path.clone()));
    assert!(second.state().project.read_only);
    assert!(
        second.state().project.warning.contains("open in another window"),
        "{}",
        second.state().project.warning
    );
    assert_eq!(second.state().store.num_claims(), 3, "it can be read meanwhile");
    second.act(Action::SetVerdict(vec![id], Verdict::Rejected));
    assert_eq!(second.status(id), Some(Status::Unreviewed));
    assert!(
        second.problem_lines().contains("can only be read. Use “Save as...”"),
        "{}",
        second.problem_lines()
    );
    second.history(HistoryAct::JumpTo(0));
    assert_eq!(second.state().store.num_articles(), 1);
    first.act(Action::SetVerdict(vec![id], Verdict::Accepted));
    second.app.close().unwrap();
    drop(second);
    first.act(Action::SetNote(vec![id], "kept".to_owned()));
    let first = first.restart();
    assert_eq!(
        (first.status(id), first.state().project.read_only),
        (Some(Status::Accepted), false)
    );
    // the window that held it is gone: now the other may write
    let mut first = first;
    first.app.close().unwrap();
    drop(first);
    let mut second = Program::new(home.path());
    second.act(Action::OpenProject(path));
    assert!(!second.state().project.read_only && second.state().project.warning.is_empty());
    assert_eq!(second.state().store.claim(id).unwrap().note, "kept");
}
