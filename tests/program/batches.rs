//! Files that hold many articles, watched folders and same texts, from the window's side.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use tallyscope::app::{Action, BatchAct, watched_folders};
use tallyscope::article::{Format, RowField};
use tallyscope::base::Note;

use super::{Program, TOLL, home, write};

/// An export of a news database with so many articles.
fn export(count: usize) -> String {
    let mut out = String::new();
    for number in 1..=count {
        write!(
            out,
            "\n{number} of {count} DOCUMENTS\n\nThe Lantern\n\nMarch {}, 2031 Monday\n\nToll of day {number}\n\nLENGTH: 80 words\n\n\
             At least {} people were killed in Estrava, police said.\n\nLOAD-DATE: March 20, 2031\n",
            number % 28 + 1,
            number + 10
        )
        .unwrap();
    }
    out
}

fn titles(program: &Program) -> Vec<String> {
    program
        .state()
        .store
        .articles()
        .map(|article| article.title().to_owned())
        .collect()
}

#[test]
fn an_export_is_looked_at_before_its_articles_are_added() {
    let home = home();
    let mut program = Program::new(home.path());
    let file = write(home.path(), "export.txt", export(25));
    program.act(Action::OpenPaths(vec![file.clone()]));
    let incoming = Arc::clone(program.state().batch.incoming.as_ref().expect("a look"));
    assert_eq!((incoming.rows.len(), incoming.file_name.as_str()), (25, "export.txt"));
    assert_eq!(incoming.rows[1].title, "Toll of day 2");
    assert_eq!(incoming.rows[1].day, Some(jiff::civil::date(2031, 3, 3)));
    assert_eq!(incoming.rows[1].claims, 1);
    assert_eq!(program.state().store.num_articles(), 0);
    program.act(Action::Batch(BatchAct::Drop));
    assert_eq!(program.state().store.num_articles(), 0);
    program.act(Action::OpenPaths(vec![file.clone()]));
    program.act(Action::Batch(BatchAct::Add(BTreeSet::from([0, 24]))));
    assert_eq!(titles(&program).len(), 23);
    let first = Arc::clone(program.state().store.articles().next().unwrap());
    assert_eq!(
        (first.publisher(), first.title()),
        (Some("The Lantern"), "Toll of day 2")
    );
    assert_eq!(first.reading.article.format, Format::News);
    let quotes: Vec<String> = program
        .state()
        .store
        .claims()
        .map(|claim| claim.claim().sentence.of(first.text()).to_owned())
        .take(1)
        .collect();
    assert_eq!(quotes, ["At least 12 people were killed in Estrava, police said."]);
    // again: the two that were left out are few enough to be added at once
    let mut program = program.restart();
    program.act(Action::OpenPaths(vec![file]));
    assert_eq!(titles(&program).len(), 25);
    program.act(Action::Undo);
    assert_eq!(titles(&program).len(), 23);
}

#[test]
fn what_waits_for_a_look_goes_with_its_project() {
    let home = home();
    let mut program = Program::new(home.path());
    let file = write(home.path(), "export.txt", export(25));
    program.act(Action::OpenPaths(vec![file]));
    assert!(program.state().batch.incoming.is_some());
    program.act(Action::OpenDemo);
    assert!(program.state().batch.incoming.is_none());
    let articles = program.state().store.num_articles();
    program.act(Action::Batch(BatchAct::Add(BTreeSet::new())));
    assert_eq!(program.state().store.num_articles(), articles);
}

fn row(number: usize) -> String {
    let text = format!("At least {} people were killed in Estrava, police said. ", number + 10);
    let more = "Rescuers searched the harbour through the night while families waited at the gates. ".repeat(3);
    format!(
        "{{\"headline\":\"Toll of day {number}\",\"body\":\"{text}{more}\",\"source\":{{\"name\":\"The Lantern\"}},\"published\":\"2031-03-{:02}\"}}",
        number % 28 + 1
    )
}

#[test]
fn rows_are_asked_about_once_for_files_with_the_same_fields() {
    let home = home();
    let mut program = Program::new(home.path());
    let folder = home.path().join("many");
    for number in 0..12 {
        write(&folder, &format!("{number:02}.json"), row(number));
    }
    program.act(Action::OpenPaths(vec![folder]));
    assert_eq!(program.state().batch.records.len(), 1);
    let open = Arc::clone(&program.state().batch.records[0]);
    assert_eq!(open.name(), "12 files");
    assert_eq!(
        open.fields.written(),
        "text=body,title=headline,outlet=source.name,date=published"
    );
    let mut fields = open.fields.clone();
    fields.set(RowField::Outlet, None);
    program.act(Action::Batch(BatchAct::ImportRecords(open.sheet, fields.clone())));
    assert_eq!(titles(&program).len(), 12);
    assert_eq!(program.state().store.num_claims(), 12);
    let paths: BTreeSet<String> = program
        .state()
        .store
        .articles()
        .map(|one| one.path().into_owned())
        .collect();
    assert_eq!(paths.len(), 12, "each is told from the others");
    // what was said is remembered, also by a program that is started again
    let mut program = program.restart();
    assert_eq!(titles(&program).len(), 12);
    let lines: Vec<String> = (20..25).map(row).collect();
    let file = write(home.path(), "more.jsonl", lines.join("\n"));
    program.act(Action::OpenPaths(vec![file]));
    assert_eq!(program.state().batch.records[0].fields, fields);
    program.act(Action::Batch(BatchAct::SkipRecords));
    assert!(program.state().batch.records.is_empty());
    assert_eq!(titles(&program).len(), 12);
}

#[test]
fn a_table_of_claims_may_be_articles_and_back() {
    let home = home();
    let mut program = Program::new(home.path());
    let file = write(
        home.path(),
        "claims.csv",
        "day,count,what\n1,10,Deaths\n2,14,Deaths\n3,12,Deaths\n",
    );
    program.act(Action::OpenPaths(vec![file]));
    assert_eq!(program.state().tables.len(), 1);
    program.act(Action::Batch(BatchAct::TableAsArticles));
    assert_eq!(
        (program.state().tables.len(), program.state().batch.records.len()),
        (0, 1)
    );
    program.act(Action::Batch(BatchAct::RecordsAsClaims(0)));
    assert_eq!(
        (program.state().tables.len(), program.state().batch.records.len()),
        (1, 0)
    );
    let mapping = program.state().tables[0].mapping.clone();
    assert_eq!(mapping.count.as_deref(), Some("count"));
}

#[test]
fn new_files_of_a_watched_folder_come_by_themselves_and_once() {
    let home = home();
    let mut program = Program::new(home.path());
    let folder = home.path().join("incoming");
    write(&folder, "old.txt", "Ninety people were killed in Dunmoor, police said.");
    program.act(Action::Batch(BatchAct::Watch(folder.clone())));
    assert_eq!(watched_folders(&program.state().store), std::slice::from_ref(&folder));
    let new = write(&folder, "new.txt", TOLL);
    // the clock of these tests is ahead of that of files
    let later = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_960_000_000);
    std::fs::File::options()
        .write(true)
        .open(new)
        .unwrap()
        .set_modified(later)
        .unwrap();
    program.wait_for(|state| state.store.num_articles() > 0 && state.messages.progress.is_none());
    let names: Vec<String> = program
        .state()
        .store
        .articles()
        .map(|one| one.file_name.clone())
        .collect();
    assert!(names.contains(&"new.txt".to_owned()), "{names:?}");
    program.settle();
    let mut program = program.restart();
    assert_eq!(watched_folders(&program.state().store), [folder]);
    program.act(Action::Batch(BatchAct::StopWatching));
    assert!(watched_folders(&program.state().store).is_empty());
    assert_eq!(program.problems(), [""; 0]);
}

#[test]
fn texts_that_come_twice_are_told_and_settled() {
    let home = home();
    let mut program = Program::new(home.path());
    let one = write(home.path(), "one.txt", TOLL);
    let two = write(home.path(), "two.txt", TOLL.replace('\n', "\r\n"));
    program.act(Action::OpenPaths(vec![one]));
    assert_eq!(program.state().batch.twins, 0);
    program.act(Action::OpenPaths(vec![two]));
    assert_eq!((program.state().batch.twins, titles(&program).len()), (1, 2));
    let second = program.state().store.articles().next_back().unwrap().id;
    program.act(Action::Batch(BatchAct::SettleDuplicates(vec![second])));
    assert_eq!((program.state().batch.twins, titles(&program).len()), (0, 1));
    program.act(Action::Undo);
    assert_eq!(titles(&program).len(), 2);
}

#[test]
fn a_text_in_another_language_opens_and_says_so() {
    let home = home();
    let mut program = Program::new(home.path());
    let text = "Инцидент в порту\n\nПо меньшей мере 12 человек погибли при пожаре в порту, сообщила в понедельник городская \
                больница. Полиция говорит о 40 раненых.\n";
    let file = write(home.path(), "port.txt", text);
    program.act(Action::OpenPaths(vec![file]));
    let store = &program.state().store;
    let article = store.articles().next().unwrap();
    assert_eq!(store.num_claims(), 0);
    assert!(
        article
            .reading
            .notes
            .contains(&Note::OtherLanguage("Russian".to_owned()))
    );
    assert_eq!(article.reading.article.language.as_deref(), Some("ru"));
}
