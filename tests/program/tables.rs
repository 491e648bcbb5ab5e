//! Tables of claims, from the window's side: asked about, imported, kept, read anew.

use std::sync::Arc;

use tallyscope::app::Action;
use tallyscope::read::{Kinds, outcome_of};
use tallyscope::store::{Status, Verdict};

use super::{Program, home, write};

const TABLE: &str = "day,count,what,source,frame\n1,10,Deaths,Varland MoD,Cumulative\n2,14,Deaths,Varland MoD,Cumulative\n\
                     3,12,Deaths,Varland MoD,Cumulative\n3,7,Tanks,Ostland MoD,Cumulative\n3,x,Tanks,Ostland MoD,Cumulative\n";

#[test]
fn a_table_of_claims_is_asked_about_imported_kept_and_read_anew() {
    let home = home();
    let mut program = Program::new(home.path());
    let file = write(home.path(), "claims.csv", TABLE);
    program.act(Action::OpenPaths(vec![file.clone()]));
    let table = Arc::clone(program.app.state().tables.front().expect("a table waits"));
    assert_eq!(program.app.state().store.num_articles(), 0);
    let mut mapping = table.mapping.clone();
    mapping.first_day = Some(jiff::civil::date(2031, 3, 1));
    program.act(Action::ImportTable(mapping.clone()));
    let claims = |program: &Program| -> Vec<String> {
        let store = &program.app.state().store;
        let words = store.claims().map(|record| {
            let claim = record.claim();
            let day = claim.as_of.as_ref().map_or_else(String::new, ToString::to_string);
            format!("{} {:?} {day}", claim.kind.id(), claim.figure.value)
        });
        words.collect()
    };
    let imported = [
        "killed Some(10) 2031-03-01",
        "killed Some(14) 2031-03-02",
        "killed Some(12) 2031-03-03",
        "other: Tanks Some(7) 2031-03-03",
    ];
    assert_eq!(claims(&program), imported);
    assert_eq!(
        program.problems(),
        ["claims.csv: Of this table: 1 row without a number that can be read, left out."]
    );

    let first = program.first_claim();
    program.act(Action::SetVerdict(vec![first], Verdict::Accepted));
    let mut program = program.restart();
    assert_eq!(claims(&program), imported);
    assert_eq!(program.status(first), Some(Status::Accepted));

    let article = program.app.state().store.articles().next().unwrap().id;
    program.act(Action::ReadAgain);
    assert_eq!(claims(&program), imported);
    program.act(Action::MapTable(article));
    let asked = Arc::clone(program.app.state().tables.front().expect("asked again"));
    assert_eq!(asked.mapping, mapping);
    mapping.first_day = Some(jiff::civil::date(2031, 4, 1));
    program.act(Action::ImportTable(mapping.clone()));
    assert!(claims(&program)[0].ends_with("2031-04-01"));
    assert_eq!(program.status(first), Some(Status::Accepted));
    program.act(Action::Undo);
    assert_eq!(claims(&program), imported);

    // the next table with these columns is read as the last one was
    let next = write(home.path(), "next.csv", TABLE.replace("10", "11"));
    program.act(Action::OpenPaths(vec![next, file]));
    assert_eq!(
        program.app.state().tables.front().expect("a table waits").mapping,
        mapping
    );
    // and one that is there already may be read another way
    assert_eq!(program.app.state().tables.len(), 2);
    program.act(Action::SkipTable);
    let known = Arc::clone(program.app.state().tables.front().expect("the known table waits"));
    assert_eq!(known.article, Some(article));
    let mut wide = known.mapping.clone();
    wide.kinds = Kinds::Columns([("count".to_owned(), outcome_of("wounded").expect("a kind"))].into());
    wide.count = None;
    program.act(Action::ImportTable(wide));
    let kinds: Vec<String> = claims(&program).into_iter().take(2).collect();
    assert_eq!(kinds, ["killed Some(10) 2031-03-01", "injured Some(10) 2031-03-01"]);
    assert_eq!(program.status(first), Some(Status::Accepted), "what was decided stays");
    program.act(Action::Undo);
    assert_eq!(claims(&program), imported);
    assert!(program.app.state().tables.is_empty());
    assert_eq!(program.app.state().store.num_articles(), 1);
}

#[test]
fn a_table_comes_into_its_own_project_or_into_none() {
    let home = home();
    let mut program = Program::new(home.path());
    let file = write(home.path(), "claims.csv", TABLE);
    program.act(Action::OpenPaths(vec![file]));
    let mapping = program.state().tables.front().expect("a table waits").mapping.clone();
    program.act(Action::ImportTable(mapping.clone()));
    let article = program.state().store.articles().next().unwrap().id;
    let claims = program.state().store.num_claims();

    program.app.act(Action::MapTable(article));
    program.app.act(Action::ImportTable(mapping.clone()));
    program.act(Action::Cancel);
    assert_eq!(program.state().store.num_claims(), claims);
    assert!(
        program
            .state()
            .messages
            .toasts
            .iter()
            .any(|toast| toast.sentence == "Stopped. Nothing was added.")
    );

    program.app.act(Action::MapTable(article));
    program.app.act(Action::ImportTable(mapping));
    program.app.act(Action::MapTable(article));
    assert_eq!(program.state().tables.len(), 1);
    program.act(Action::OpenDemo);
    assert!(
        program.state().tables.is_empty(),
        "that article is in the other project"
    );
    assert!(program.state().store.articles().all(|article| !article.is_table()));
}
