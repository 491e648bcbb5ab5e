//! What is said of names, from the window's side: held over restarts, read in the claims at once.

use std::path::PathBuf;
use std::time::Duration;

use tallyscope::app::Action;
use tallyscope::claim::Kind;
use tallyscope::entity::EntityKind;
use tallyscope::link::{NameRef, NameSort, Reach};
use tallyscope::show::{NameAct, NameTarget};
use tallyscope::store::{Status, Verdict};

use super::{Program, home, write};

/// Waits until these bodies are known, each with its mentions: names are worked out beside the window.
#[track_caller]
fn wait_for_bodies(program: &mut Program, expected: &[&str]) {
    let mut got = Vec::new();
    for _ in 0..2_000 {
        program.app.poll();
        let names = program.app.state().names.rows.iter();
        let bodies = names.filter(|row| row.sort == NameSort::Name(EntityKind::Org));
        got = bodies
            .map(|row| format!("{} {}", row.name, row.mentions.len()))
            .collect();
        if got == expected {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(got, expected);
}

#[test]
fn what_is_said_of_names_holds_over_a_restart_a_new_reading_and_later_articles() {
    let name = |words: &str| name(EntityKind::Org, words);
    let home = home();
    let mut program = Program::new(home.path());
    let text =
        "Clashes\n\nThe Interior Ministry said 12 people were killed. The Relief Committee said 15 people died.\n";
    program.act(Action::OpenPaths(vec![write(home.path(), "one.txt", text)]));
    wait_for_bodies(&mut program, &["Interior Ministry 1", "Relief Committee 1"]);
    let same = NameAct::Same(NameTarget::Whole(name("Relief Committee")), name("Interior Ministry"));
    program.act(Action::Name(same));
    let called = NameAct::Call(NameTarget::Whole(name("Interior Ministry")), "Both of them".to_owned());
    program.act(Action::Name(called));

    let mut program = program.restart();
    wait_for_bodies(&mut program, &["Both of them 2"]);
    program.act(Action::ReadAgain);
    let later = text.replace("12 people", "13 people");
    program.act(Action::OpenPaths(vec![write(home.path(), "later.txt", later)]));
    wait_for_bodies(&mut program, &["Both of them 4"]);
    program.act(Action::Undo);
    program.act(Action::Undo);
    program.act(Action::Undo);
    let mut program = program.restart();
    // undo reaches back over the restart
    wait_for_bodies(&mut program, &["Interior Ministry 1", "Relief Committee 1"]);
    program.act(Action::Redo);
    wait_for_bodies(&mut program.restart(), &["Interior Ministry 2"]);
}

/// A name of one kind, wherever it stands.
fn name(kind: EntityKind, words: &str) -> NameRef {
    NameRef {
        sort: NameSort::Name(kind),
        words: words.to_owned(),
        reach: Reach::Project,
    }
}

/// What the claims of the project say: value, speaker, place.
fn sayings(program: &Program) -> Vec<String> {
    let claims = program.app.state().store.claims();
    claims
        .map(|record| {
            let claim = record.claim();
            format!(
                "{} {} {}",
                claim.figure.value.unwrap_or_default(),
                claim.speaker.as_deref().unwrap_or("-"),
                claim.place.as_ref().map_or("-", |place| &*place.words)
            )
        })
        .collect()
}

const NAMED: &str = "Clashes\n\nPolice said on Monday that 12 people were killed in Quellmere. Oskar Tarn was arrested. \
    The Lantern Front said 15 people were killed.\n";

#[test]
fn what_is_said_of_a_name_is_read_in_the_claims_at_once_and_taken_back_with_it() {
    let home = home();
    let mut program = Program::new(home.path());
    program.act(Action::OpenPaths(vec![write(home.path(), "one.txt", NAMED)]));
    let first = ["12 Police Quellmere", "1 - -", "15 The Lantern Front -"];
    assert_eq!(sayings(&program), first);
    wait_for_bodies(&mut program, &["Lantern Front 1"]);

    let place = NameTarget::Whole(name(EntityKind::Place, "Quellmere"));
    program.act(Action::Name(NameAct::NotAName(place)));
    assert_eq!(sayings(&program)[0], "12 Police -");
    let toast = program.app.state().messages.toasts.last().unwrap();
    assert!(toast.sentence.contains("1 changed"), "{}", toast.sentence);
    // one step: the name and the claims come back together
    program.act(Action::Undo);
    assert_eq!(sayings(&program), first);
    assert!(program.app.state().store.names().is_empty());
    program.act(Action::Redo);
    assert_eq!(sayings(&program)[0], "12 Police -");
    let program = program.restart();
    assert_eq!(sayings(&program)[0], "12 Police -");
}

#[test]
fn decided_claims_stay_when_a_name_goes() {
    let home = home();
    let mut program = Program::new(home.path());
    program.act(Action::OpenPaths(vec![write(home.path(), "one.txt", NAMED)]));
    wait_for_bodies(&mut program, &["Lantern Front 1"]);
    let arrested = program
        .app
        .state()
        .store
        .claims()
        .find(|claim| claim.claim().kind == Kind::Arrested);
    let arrested = arrested.unwrap().id;
    program.act(Action::SetVerdict(vec![arrested], Verdict::Accepted));
    let person = NameTarget::Whole(name(EntityKind::Person, "Oskar Tarn"));
    program.act(Action::Name(NameAct::NotAName(person)));
    assert_eq!(program.status(arrested), Some(Status::Accepted));
    let store = &program.app.state().store;
    assert!(
        store.claim(arrested).unwrap().vanished,
        "no one is named now, and it is said"
    );
    program.act(Action::Undo);
    assert!(!program.app.state().store.claim(arrested).unwrap().vanished);
}

#[test]
fn claims_of_many_articles_are_read_anew_beside_the_window() {
    let home = home();
    let mut program = Program::new(home.path());
    let filler = "Nothing happened on the other days. ".repeat(1_500);
    let files: Vec<PathBuf> = (0..5)
        .map(|at| {
            let text = format!("{NAMED}\n{filler}{at}.\n");
            write(home.path(), &format!("{at}.txt"), text)
        })
        .collect();
    program.act(Action::OpenPaths(files));
    wait_for_bodies(&mut program, &["Lantern Front 5"]);
    let place = NameTarget::Whole(name(EntityKind::Place, "Quellmere"));
    program.act(Action::Name(NameAct::NotAName(place)));
    program.settle();
    let gone = sayings(&program).iter().filter(|said| *said == "12 Police -").count();
    assert_eq!(gone, 5);
    let toast = program.app.state().messages.toasts.last().unwrap();
    assert!(toast.sentence.contains("5 articles read again"), "{}", toast.sentence);
    // the claims come back first, then the name
    program.act(Action::Undo);
    assert_eq!(sayings(&program)[0], "12 Police Quellmere");
    program.act(Action::Undo);
    assert!(program.app.state().store.names().is_empty());
}
