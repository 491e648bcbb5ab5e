//! The program behind the window, without the window: opening, keeping, taking back, bad input.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::fs;
use std::process::Command;

use tallyscope::app::{Action, View};
use tallyscope::claim::Kind;
use tallyscope::store::{ArticleId, Field, FieldValue, Status, Told, Verdict};

#[path = "program/batches.rs"]
mod batches;
#[path = "program/exports.rs"]
mod exports;
#[path = "program/names.rs"]
mod names;
#[path = "program/tables.rs"]
mod tables;
#[path = "program/under_test.rs"]
mod under_test;

use self::under_test::{Program, TOLL, write};

fn home() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn articles_are_opened_decided_on_and_kept_over_a_restart() {
    let home = home();
    let mut program = Program::new(home.path());
    let file = write(home.path(), "toll.txt", TOLL);
    program.act(Action::OpenPaths(vec![file]));
    assert_eq!(program.problems(), [""; 0]);
    let kinds: Vec<Kind> = program
        .app
        .state()
        .store
        .claims()
        .map(|claim| claim.claim().kind)
        .collect();
    assert_eq!(kinds, [Kind::Killed, Kind::Injured, Kind::Arrested]);
    let id = program.first_claim();
    program.act(Action::SetVerdict(vec![id], Verdict::Accepted));
    let speaker = FieldValue::Words(Some("Estrava police".to_owned()));
    program.act(Action::SetField(vec![id], Field::Speaker, Some(speaker)));

    let mut program = program.restart();
    assert_eq!(program.status(id), Some(Status::Corrected));
    let claim = program.app.state().store.claim(id).unwrap();
    assert_eq!(claim.claim().speaker.as_deref(), Some("Estrava police"));
    program.act(Action::Undo);
    program.act(Action::Undo);
    assert_eq!(
        program.status(id),
        Some(Status::Unreviewed),
        "undo reaches back over the restart"
    );
    program.act(Action::Redo);
    assert_eq!(program.status(id), Some(Status::Accepted));
    let program = program.restart();
    assert_eq!(program.status(id), Some(Status::Accepted));
}

#[test]
fn the_same_bytes_are_not_added_twice_and_it_is_said() {
    let home = home();
    let mut program = Program::new(home.path());
    let one = write(home.path(), "one.txt", TOLL);
    let two = write(home.path(), "two.txt", TOLL);
    program.act(Action::OpenPaths(vec![one, two]));
    assert_eq!(program.app.state().store.num_articles(), 1);
    program.act(Action::Paste(TOLL.to_owned()));
    assert_eq!(program.app.state().store.num_articles(), 1);
    let toast = program.app.state().messages.toasts.last().unwrap();
    assert!(toast.sentence.contains("in the project already"), "{}", toast.sentence);
}

#[test]
fn bad_files_are_named_and_the_others_opened() {
    let home = home();
    let folder = home.path().join("in");
    fs::create_dir_all(folder.join("empty folder")).unwrap();
    let mut long = TOLL.to_owned();
    long.push_str(&"Nothing happened on the other days. ".repeat(2_000));
    let paths = vec![
        write(&folder, "good.txt", TOLL),
        write(&folder, "empty.txt", ""),
        write(
            &folder,
            "binary.txt",
            [0x7F, b'E', b'L', b'F', 0, 0, 0, 1, 2, 0, 0, 3, 0xFF, 0xFE, 0],
        ),
        write(
            &folder,
            "invalid.txt",
            b"At least 5 people died in Estrava.\xFF\xC3\x28 Police said so on Monday.",
        ),
        write(&folder, "long.txt", long),
        folder.join("not there.txt"),
        folder.join("empty folder"),
    ];
    let mut program = Program::new(home.path());
    program.act(Action::OpenPaths(paths));
    let problems = program.problems();
    for file in ["binary.txt", "not there.txt", "empty folder"] {
        assert!(
            problems.iter().any(|problem| problem.contains(file)),
            "{file} is not in {problems:?}"
        );
    }
    assert!(
        !problems.iter().any(|problem| problem.contains("good.txt")),
        "{problems:?}"
    );
    let names: Vec<&str> = program
        .app
        .state()
        .store
        .articles()
        .map(|article| article.file_name.as_str())
        .collect();
    for file in ["good.txt", "invalid.txt", "long.txt"] {
        assert!(names.contains(&file), "{file} is not in {names:?}");
    }
}

#[test]
fn a_file_that_may_not_be_read_is_named() {
    let home = home();
    let file = write(home.path(), "secret.txt", TOLL);
    let bin = env!("CARGO_BIN_EXE_tallyscope");
    let chmod = Command::new("chmod").args(["000", file.to_str().unwrap()]).status();
    let run = Command::new("setpriv")
        .args(["--reuid", "65534", "--clear-groups", bin, "extract"])
        .arg(&file)
        .output();
    let (Ok(_), Ok(output)) = (chmod, run) else {
        println!("skipped: there is no setpriv or chmod here");
        return;
    };
    let said = String::from_utf8_lossy(&output.stderr);
    if said.contains("setpriv:") || said.contains("failed to execute") {
        println!("skipped: {said}");
        return;
    }
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("secret.txt"), "{said}");
}

#[test]
fn a_file_that_is_no_project_changes_nothing() {
    let home = home();
    let mut program = Program::new(home.path());
    let file = write(home.path(), "toll.txt", TOLL);
    program.act(Action::OpenPaths(vec![file]));
    let path = program.app.state().project.path.clone();
    let fake = write(home.path(), "fake.tally", "no project at all");
    program.act(Action::OpenProject(fake.clone()));
    assert_eq!(program.problems().len(), 1, "{:?}", program.problems());
    assert!(program.problems()[0].contains("fake.tally"));
    assert_eq!(program.app.state().project.path, path, "what was open stays");
    assert_eq!(program.app.state().store.num_articles(), 1);
    assert_eq!(fs::read(fake).unwrap(), b"no project at all");
}

#[test]
fn an_untitled_project_is_saved_elsewhere_and_goes_on_there() {
    let home = home();
    let mut program = Program::new(home.path());
    let file = write(home.path(), "toll.txt", TOLL);
    program.act(Action::OpenPaths(vec![file]));
    assert!(program.app.state().project.untitled);
    let path = program.app.state().project.path.clone();
    assert_eq!(program.app.state().settings.recent, [path], "the start page lists it");
    let target = home.path().join("work.tally");
    program.act(Action::SaveAs(target.clone()));
    assert_eq!(program.problems(), [""; 0]);
    let id = program.first_claim();
    program.act(Action::SetVerdict(vec![id], Verdict::Rejected));
    let state = program.app.state();
    assert!(!state.project.untitled);
    assert_eq!(state.settings.recent.first(), Some(&target));
    let program = program.restart();
    assert_eq!(program.app.state().project.name, "work");
    assert_eq!(program.status(id), Some(Status::Rejected));
}

#[test]
fn a_new_publication_day_moves_the_days_and_keeps_the_decisions() {
    let home = home();
    let mut program = Program::new(home.path());
    let text = "Toll\n\nFive people were killed on Monday, police said.\n";
    program.act(Action::Paste(text.to_owned()));
    let (article, id) = (ArticleId(1), program.first_claim());
    program.act(Action::SetVerdict(vec![id], Verdict::Accepted));
    let before = program.app.state().store.history().done.len();
    program.act(Action::TellPublished(
        vec![article],
        Some(jiff::civil::date(2031, 3, 12)),
    ));
    let state = program.app.state();
    assert_eq!(state.store.history().done.len(), before + 1, "one undo step");
    let claim = state.store.claim(id).unwrap();
    assert_eq!(claim.status(), Status::Accepted);
    assert_eq!(
        claim.claim().as_of.as_ref().map(ToString::to_string).as_deref(),
        Some("2031-03-12")
    );
    program.act(Action::Undo);
    assert_eq!(
        program.app.state().store.article(article).unwrap().told,
        Told::default()
    );
}

#[test]
fn many_articles_are_described_in_one_step() {
    let home = home();
    let mut program = Program::new(home.path());
    let two = TOLL.replace("12 people", "13 people");
    program.act(Action::Paste(TOLL.to_owned()));
    program.act(Action::Paste(two));
    let told = Told {
        publisher: Some("Estrava Herald".to_owned()),
        ..Told::default()
    };
    program.act(Action::Tell(vec![ArticleId(1), ArticleId(2)], told));
    let publishers = |program: &Program| -> Vec<Option<String>> {
        program
            .app
            .state()
            .store
            .articles()
            .map(|article| article.publisher().map(str::to_owned))
            .collect()
    };
    assert_eq!(publishers(&program), vec![Some("Estrava Herald".to_owned()); 2]);
    program.act(Action::Undo);
    assert_eq!(publishers(&program), [None, None]);
}

#[test]
fn a_changed_file_is_read_again_and_decisions_stay() {
    let home = home();
    let mut program = Program::new(home.path());
    let file = write(home.path(), "toll.txt", TOLL);
    program.act(Action::OpenPaths(vec![file.clone()]));
    let id = program.first_claim();
    program.act(Action::SetVerdict(vec![id], Verdict::Accepted));
    program.act(Action::Reload(ArticleId(1)));
    assert_eq!(
        program.app.state().store.history().done.len(),
        2,
        "an unchanged file is no edit"
    );
    fs::write(&file, TOLL.replace("400 protesters", "500 protesters")).unwrap();
    program.act(Action::Reload(ArticleId(1)));
    let state = program.app.state();
    assert_eq!(program.status(id), Some(Status::Accepted));
    let arrested = state
        .store
        .claims()
        .find(|claim| claim.claim().kind == Kind::Arrested)
        .unwrap();
    assert_eq!(arrested.claim().figure.value, Some(500));
    fs::remove_file(&file).unwrap();
    program.act(Action::Reload(ArticleId(1)));
    assert!(program.problems()[0].contains("toll.txt"), "{:?}", program.problems());
}

#[test]
fn a_claim_is_made_of_selected_words_and_deleted_again() {
    let home = home();
    let mut program = Program::new(home.path());
    program.act(Action::Paste("The list holds 31 names.\n".to_owned()));
    let span = tallyscope::base::Span::new(9, 23);
    program.act(Action::NewClaim(ArticleId(1), span, Kind::Missing));
    let state = program.app.state();
    let id = state.selection.claim.expect("it is selected");
    let claim = state.store.claim(id).unwrap();
    assert_eq!((claim.status(), claim.claim().figure.value), (Status::ByHand, Some(31)));
    program.act(Action::DeleteClaims(vec![id]));
    assert_eq!(program.status(id), None);
    program.act(Action::Undo);
    assert_eq!(program.status(id), Some(Status::ByHand));
}

#[test]
fn the_sample_opens_again_with_what_was_decided() {
    let home = home();
    let mut program = Program::new(home.path());
    program.app.begin_demo(None, false);
    program.settle();
    assert_eq!(program.problems(), [""; 0]);
    let state = program.app.state();
    assert_eq!(state.store.num_articles(), 10);
    assert!(state.store.num_claims() > 100, "{}", state.store.num_claims());
    let undated: Vec<&str> = state
        .store
        .articles()
        .filter(|row| row.published().is_none())
        .map(|row| row.file_name.as_str())
        .collect();
    assert_eq!(undated, [""; 0]);
    let open = state
        .store
        .claims()
        .find(|claim| claim.status() == Status::Unreviewed)
        .unwrap()
        .id;
    program.act(Action::SetVerdict(vec![open], Verdict::Rejected));
    program.app.close().unwrap();
    drop(program);

    let mut program = Program::new(home.path());
    program.app.begin_demo(None, false);
    program.settle();
    assert_eq!(program.status(open), Some(Status::Rejected));
    program.app.close().unwrap();
    drop(program);

    let mut program = Program::new(home.path());
    program.app.begin_demo(None, true);
    program.settle();
    assert_eq!(program.status(open), Some(Status::Unreviewed), "started anew");
    let kept = fs::read_dir(home.path().join("data")).unwrap().filter_map(Result::ok);
    let kept: Vec<String> = kept
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    assert!(kept.iter().any(|name| name.contains(".bak")), "{kept:?}");
}

#[test]
fn selection_walks_back_and_forward_over_views() {
    let home = home();
    let mut program = Program::new(home.path());
    program.act(Action::Paste(TOLL.to_owned()));
    program.act(Action::NextClaim);
    let first = program.app.state().selection.claim;
    program.act(Action::Show(View::Review));
    program.act(Action::NextClaim);
    let second = program.app.state().selection.claim;
    assert_ne!(first, second);
    program.act(Action::Back);
    assert_eq!(program.app.state().selection.claim, first);
    program.act(Action::Forward);
    assert_eq!(program.app.state().selection.claim, second);
}
