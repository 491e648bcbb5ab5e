//! Exports from the window and from the command line: written, kept for the next time, read again.

use std::process::{Command, Output};
use std::sync::Arc;

use tallyscope::app::{Action, ExportOrder};
use tallyscope::export::formats::{ExportOptions, Which, format_of};
use tallyscope::store::{Field, FieldValue, Verdict};

use super::{Program, TOLL, home, write};

fn order(format: &str, which: Which, path: &std::path::Path) -> Action {
    Action::Export(ExportOrder {
        format: format.to_owned(),
        which,
        options: ExportOptions::default(),
        path: path.to_path_buf(),
    })
}

fn run(words: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_tallyscope");
    Command::new(program).args(words).output().expect("it runs")
}

#[test]
fn an_export_is_written_and_read_again_as_it_was() {
    let home = home();
    let mut program = Program::new(home.path());
    program.act(Action::OpenPaths(vec![write(home.path(), "toll.txt", TOLL)]));
    let id = program.first_claim();
    let speaker = FieldValue::Words(Some("=Nurses, “ward 3”".to_owned()));
    program.act(Action::SetField(vec![id], Field::Speaker, Some(speaker)));
    let file = home.path().join("claims.csv");
    program.act(order("claims-csv", Which::All, &file));
    assert_eq!(program.problems(), [""; 0]);
    let toast = program.state().messages.toasts.last().expect("it is said").clone();
    assert!(
        toast.sentence.starts_with("3 claims written to “"),
        "{}",
        toast.sentence
    );
    assert_eq!(toast.shows, Some(Shown::Folder(file.clone())));
    let said = |program: &Program| -> Vec<String> {
        let claims = program.state().store.claims().map(|record| record.claim().clone());
        claims
            .map(|claim| {
                let place = claim.place.as_ref().map(|place| &place.words);
                format!(
                    "{:?} {:?} {:?} {:?} {:?} {:?} {place:?} {:?}",
                    claim.kind,
                    claim.figure,
                    claim.victim_class,
                    claim.speaker,
                    claim.as_of,
                    claim.event_date,
                    claim.modality
                )
            })
            .collect()
    };
    let before = said(&program);

    let other = super::home();
    let mut again = Program::new(other.path());
    again.act(Action::OpenPaths(vec![file.clone()]));
    let table = Arc::clone(again.state().tables.front().expect("a table waits"));
    assert!(table.mapping.is_own(), "its columns are known");
    again.act(Action::ImportTable(table.mapping.clone()));
    assert_eq!(said(&again), before);
    let again = again.restart();
    assert_eq!(said(&again), before, "and after a restart");

    program.act(Action::SetVerdict(vec![id], Verdict::Rejected));
    program.act(order("claims-jsonl", Which::Accepted, &home.path().join("none.jsonl")));
    let written = std::fs::read_to_string(home.path().join("none.jsonl")).expect("is written");
    assert_eq!(written.lines().count(), 1, "the method, and no claim");
    let settings = &program.restart().app.state().settings.clone();
    let format = settings.export_format().map(|format| format.id);
    assert_eq!(
        (format, settings.export_which()),
        (Some("claims-jsonl"), Which::Accepted)
    );
    assert_eq!(settings.export_folder().as_deref(), Some(home.path()));
}

#[test]
fn what_cannot_be_written_is_told_and_leaves_nothing() {
    let home = home();
    let mut program = Program::new(home.path());
    program.act(Action::OpenPaths(vec![write(home.path(), "toll.txt", TOLL)]));
    let missing = home.path().join("missing").join("claims.xlsx");
    program.act(order("claims-xlsx", Which::All, &missing));
    let problems = program.problems();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(
        problems[0].contains("claims.xlsx") && problems[0].contains("could not be written"),
        "{problems:?}"
    );
    program.act(order("no such format", Which::All, &missing));
    assert_eq!(program.problems().len(), 2);
    assert!(!home.path().join("missing").exists());
}

#[test]
fn the_command_line_exports_projects_and_articles() {
    let home = home();
    let article = write(home.path(), "toll.txt", TOLL);
    let article = article.to_str().expect("a name");
    let printed = run(&["export", article, "--format", "claims-csv", "--out", "-"]);
    assert_eq!(printed.status.code(), Some(0), "{printed:?}");
    let csv = String::from_utf8(printed.stdout).expect("is text");
    assert_eq!(csv.lines().count(), 4);
    assert_eq!(run(&["export", article, "--csv", "-"]).stdout, csv.as_bytes());

    let listed = String::from_utf8(run(&["export", "--format", "list"]).stdout).expect("is text");
    for line in listed.lines().filter(|line| !line.starts_with(' ')) {
        let id = line.split_whitespace().next().expect("a word");
        assert!(format_of(id).is_some(), "{id}");
    }
    let out = home.path().join("ged.csv");
    let out = out.to_str().expect("a name");
    let written = run(&[
        "export",
        article,
        "--format",
        "ucdp-ged-csv",
        "--out",
        out,
        "--option",
        "harms=all",
    ]);
    assert_eq!(written.status.code(), Some(0), "{written:?}");
    assert!(home.path().join("ged.csv.method.txt").is_file());
    let accepted = run(&[
        "export",
        article,
        "--format",
        "claims-csv",
        "--out",
        "-",
        "--claims",
        "accepted",
    ]);
    assert_eq!(
        String::from_utf8_lossy(&accepted.stdout).lines().count(),
        1,
        "the head alone"
    );
}

#[test]
fn wrong_words_are_told_and_end_with_2() {
    let home = home();
    let article = write(home.path(), "toll.txt", TOLL);
    let article = article.to_str().expect("a name");
    for (words, said) in [
        (&["--format", "claims-csv"][..], "Give --out FILE"),
        (
            &["--format", "nothing", "--out", "-"],
            "There is no export format “nothing”.",
        ),
        (
            &["--format", "claims-csv", "--out", "-", "--option", "bun"],
            "has no option “bun”",
        ),
        (
            &["--format", "claims-csv", "--out", "-", "--option", "bom=maybe"],
            "“bom” cannot be “maybe”",
        ),
        (&[], "required"),
    ] {
        let mut all = vec!["export", article];
        all.extend(words);
        let done = run(&all);
        assert_eq!(done.status.code(), Some(2), "{words:?}");
        let told = String::from_utf8_lossy(&done.stderr);
        assert!(told.contains(said), "{words:?}: {told}");
    }
    let missing = home.path().join("no.tally");
    let done = run(&["export", missing.to_str().expect("a name"), "--csv", "-"]);
    assert_eq!(done.status.code(), Some(1));
}
