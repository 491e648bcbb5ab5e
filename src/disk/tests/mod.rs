//! Projects made, filled, broken and opened again.

mod bad_files;
mod full;
mod journal;
mod package;
mod save_as;
mod sums;

use std::fs;
use std::path::Path;
use std::time::Duration;

use super::{Opened, Project, Report, Source};
use crate::article::Article;
use crate::base::{Span, Why};
use crate::claim::{Claim, Form, Kind, Modality, Roles, Scope, VictimClass, claim_key};
use crate::quantity::{Figure, Qualifier};
use crate::read::Reading;
use crate::store::{Edit, NewArticle, Origin, Store};
use crate::time::Value;

const LONG: Duration = Duration::from_secs(30);
const AT: &str = "2026-01-02T03:04:05Z";

/// An article of one sentence with one claim, "at least N people".
fn new_article(name: &str, num_people: u64) -> (NewArticle, Source) {
    let quote = format!("at least {num_people} people");
    let text = format!("{name}\n\nPolice in Aktau detained {quote} on Saturday.");
    let source = Source::new(format!("/news/{name}"), text.as_bytes());
    let reading = Reading {
        claims: vec![claim(&text, &quote, num_people)],
        article: std::sync::Arc::new(Article::plain(text)),
        published: None,
        entities: Vec::new(),
        times: Vec::new(),
        notes: Vec::new(),
    };
    let new = NewArticle {
        origin: Origin::File(source.path.clone()),
        file_name: name.to_owned(),
        sha256: source.sha256.clone(),
        reading,
        rules_version: "1".to_owned(),
    };
    (new, source)
}

fn claim(text: &str, quote: &str, num_people: u64) -> Claim {
    let start = text.find(quote).unwrap();
    let span = Span::new(start, start + quote.len());
    Claim {
        key: claim_key(text, Kind::Arrested, span),
        span,
        sentence: Span::new(0, text.len()),
        kind: Kind::Arrested,
        figure: Figure::hedged(num_people, Qualifier::AtLeast),
        form: Form::Number,
        victims: Some("people".to_owned()),
        victim_class: VictimClass::Unspecified,
        speaker: Some("police".to_owned()),
        relay: None,
        as_of: Value::parse("2022-01-08"),
        event_date: None,
        place: None,
        scope: Scope::Incident,
        part_of: false,
        part_of_key: None,
        modality: Modality::Asserted,
        roles: Roles::default(),
        confidence: 0.75,
        why: Why::leaf("claim/held", span).with([Why::leaf("number/digits", span)]),
    }
}

/// Makes an edit in memory and hands it over.
fn commit(project: &Project, store: &mut Store, edit: Edit) {
    let step = store.commit(edit, AT).unwrap();
    project.write(&step, Vec::new());
}

fn add(project: &Project, store: &mut Store, name: &str, num_people: u64) {
    let (new, source) = new_article(name, num_people);
    let edit = store.add_articles(vec![new]);
    let step = store.commit(edit, AT).unwrap();
    project.write(&step, vec![source]);
}

fn undo(project: &Project, store: &mut Store) {
    project.undo(&store.undo().unwrap());
}

fn redo(project: &Project, store: &mut Store) {
    project.redo(&store.redo().unwrap());
}

#[track_caller]
fn assert_same(one: &Store, other: &Store) {
    assert!(one.articles().eq(other.articles()), "articles differ");
    assert!(one.claims().eq(other.claims()), "claims differ");
    for article in one.articles() {
        assert!(
            one.claims_of(article.id).eq(other.claims_of(article.id)),
            "order differs"
        );
    }
    assert_eq!(one.settings(), other.settings());
    assert_eq!(one.rulings(), other.rulings());
    assert_eq!(one.names(), other.names());
    assert_eq!(one.adopted(), other.adopted());
    assert_eq!(one.history().done, other.history().done);
    assert_eq!(one.history().undone, other.history().undone);
}

/// A project with two articles in a folder of its own.
fn filled(home: &Path) -> Opened {
    let mut opened = super::create(&home.join("a.tally")).unwrap();
    add(&opened.project, &mut opened.store, "one.txt", 12);
    add(&opened.project, &mut opened.store, "two.txt", 400);
    opened.project.flush(LONG).unwrap();
    opened
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[track_caller]
fn failure(reports: &[Report]) -> String {
    let failed = reports.iter().find_map(|report| match report {
        Report::Failed(error) => Some(error.to_string()),
        Report::Written(_) => None,
    });
    failed.unwrap()
}
