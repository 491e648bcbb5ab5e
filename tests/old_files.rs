//! Projects of older versions still open, with everything in them.
//!
//! `tests/old_files/` holds one small project for each version of the tables. To make the one of a new version, run
//! this test with `TALLYSCOPE_WRITE_OLD_FILE=PATH`, then shrink it with `PRAGMA page_size = 1024; VACUUM`.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use expect_test::expect;
use tallyscope::article::{Article, FactBasis, Stated};
use tallyscope::base::{Note, Span, Why};
use tallyscope::claim::{Claim, Form, Kind, Modality, Place, Roles, Scope, VictimClass, claim_key};
use tallyscope::dating::{Basis, Evidence, Published};
use tallyscope::disk::{Project, Source, create, open};
use tallyscope::entity::EntityKind;
use tallyscope::link::{ConflictSort, NameAbout, NameRef, NameSaid, NameSort, Reach};
use tallyscope::quantity::{Figure, Qualifier};
use tallyscope::read::{EntityRead, Reading, TimeRead};
use tallyscope::store::{
    Adopted, AdoptedAbout, ArticleId, ClaimId, Edit, Field, FieldValue, NewArticle, Origin, Resolution, Ruling, Store,
    Told, Verdict,
};
use tallyscope::time::Value;

const TEXT: &str = "Unrest in Aktau\n\nAt least a dozen people were killed on Saturday, the ministry said.";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn claim() -> Claim {
    let at = span("At least a dozen people");
    Claim {
        key: claim_key(TEXT, Kind::Killed, at),
        span: at,
        sentence: span("At least a dozen people were killed on Saturday, the ministry said."),
        kind: Kind::Killed,
        figure: Figure::hedged(12, Qualifier::AtLeast),
        form: Form::Number,
        victims: Some("people".to_owned()),
        victim_class: VictimClass::Unspecified,
        speaker: Some("the ministry".to_owned()),
        relay: None,
        as_of: Value::parse("2022-01-09"),
        event_date: Value::parse("2022-01-08"),
        place: Some(Place {
            words: "Aktau".to_owned(),
            canonical: "Aktau".to_owned(),
        }),
        scope: Scope::Incident,
        part_of: false,
        part_of_key: None,
        modality: Modality::Asserted,
        roles: Roles {
            number: Some(span("At least a dozen")),
            outcome: Some(span("killed")),
            speaker: Some(span("the ministry")),
            ..Roles::default()
        },
        confidence: 0.75,
        why: Why::leaf("claim/killed", at).with([Why::leaf("number/dozen", span("a dozen"))]),
    }
}

fn reading() -> Reading {
    let mut article = Article::plain(TEXT);
    article.title = Some(Stated {
        value: "Unrest in Aktau".to_owned(),
        span: Some(span("Unrest in Aktau")),
        basis: FactBasis::Text,
    });
    let mut published = Published::given("2022-01-09".parse().unwrap());
    published.basis = Basis::Inferred;
    published.evidence.push(Evidence {
        file: None,
        span: span("Saturday"),
        words: "Saturday".to_owned(),
    });
    Reading {
        article: Arc::new(article),
        published: Some(published),
        entities: vec![EntityRead {
            span: span("Aktau"),
            kind: EntityKind::Place,
            canonical: "Aktau".to_owned(),
            confidence: 0.5,
        }],
        times: vec![TimeRead {
            span: span("Saturday"),
            value: Value::parse("2022-01-08"),
            why: Why::leaf("time/weekday", span("Saturday")),
        }],
        claims: vec![
            claim(),
            Claim {
                kind: Kind::Injured,
                ..claim()
            },
        ],
        notes: vec![Note::NoDate],
    }
}

/// Writes a project of today's version with a row of every sort.
fn write(path: &Path) {
    let mut opened = create(path).unwrap();
    let (project, store) = (&opened.project, &mut opened.store);
    let source = Source::new("/news/aktau.txt", TEXT.as_bytes());
    let new = NewArticle {
        origin: Origin::File(source.path.clone()),
        file_name: "aktau.txt".to_owned(),
        sha256: source.sha256.clone(),
        reading: reading(),
        rules_version: "2026-01".to_owned(),
    };
    let edit = store.add_articles(vec![new]);
    step(project, store, edit, vec![source]);
    let edit = store.set_verdict(&[ClaimId(1)], Verdict::Accepted);
    step(project, store, edit, Vec::new());
    let time = FieldValue::Time(Value::parse("2022-01-07TNI"));
    let edit = store.set_field(&[ClaimId(2)], Field::EventDate, Some(&time));
    step(project, store, edit, Vec::new());
    let told = Told {
        publisher: Some("The Courier".to_owned()),
        ..Told::default()
    };
    let edit = store.tell(&[ArticleId(1)], &told);
    step(project, store, edit, Vec::new());
    let ruling = Ruling {
        verdict: Some(false),
        reason: "another place".to_owned(),
        ..Ruling::default()
    };
    let edit = store.rule_on("conflict:aktau", Some(ruling));
    step(project, store, edit, Vec::new());
    let edit = store.set_setting("story", Some("Aktau"));
    step(project, store, edit, Vec::new());
    let edit = store.set_note(&[ClaimId(2)], "ask again");
    step(project, store, edit, Vec::new());
    project.undo(&store.undo().unwrap());
    project.flush(Duration::from_secs(30)).unwrap();
}

fn step(project: &Project, store: &mut Store, edit: Edit, sources: Vec<Source>) {
    let step = store.commit(edit, "2026-01-02T03:04:05Z").unwrap();
    project.write(&step, sources);
}

/// What an analyst would see of a project.
fn seen(project: &Project, store: &Store) -> String {
    let mut out = String::new();
    for article in store.articles() {
        let published = article.published().map(|day| day.to_string());
        let title = article.title();
        writeln!(
            out,
            "{title} | {:?} | {published:?} | {}",
            article.publisher(),
            article.rules_version
        )
        .unwrap();
        let original = project.source_bytes(&article.sha256).unwrap().unwrap();
        assert_eq!(&original[..], TEXT.as_bytes());
        assert_eq!(article.reading.entities, reading().entities);
        assert_eq!(article.reading.times, reading().times);
        assert_eq!(article.reading.notes, reading().notes);
    }
    for claim in store.claims() {
        let shown = claim.claim();
        let event = shown.event_date.as_ref().map(Value::to_string);
        let (kind, speaker) = (shown.kind.id(), &shown.speaker);
        writeln!(
            out,
            "{kind} {:?} {speaker:?} {event:?} {:?}",
            shown.figure.low,
            claim.status()
        )
        .unwrap();
        out.push_str(&shown.why.lines(TEXT));
    }
    writeln!(out, "{:?}\n{:?}", store.settings(), store.rulings()).unwrap();
    let history = store.history();
    for step in history.done.iter().chain(&history.undone) {
        writeln!(out, "{} {} {}", step.number, step.at, step.edit.label).unwrap();
    }
    out
}

/// Rows that version 2 of the tables brought.
fn write_newer(project: &Project, store: &mut Store) {
    let ruling = Ruling {
        reason: "two counts".to_owned(),
        resolution: Some(Resolution::Prefer),
        preferred: Some(ClaimId(1)),
        taken_as: Some(ConflictSort::Update),
        settled: true,
        ..Ruling::default()
    };
    let edit = store.rule_on("conflict:kept", Some(ruling));
    step(project, store, edit, Vec::new());
    let figure = Adopted {
        low: 12,
        best: 12,
        high: 20,
        claims: vec![ClaimId(1)],
        note: "by hand".to_owned(),
        ..Adopted::default()
    };
    let edit = store.adopt(adopted_about(), Some(figure));
    step(project, store, edit, Vec::new());
    project.flush(Duration::from_secs(30)).unwrap();
}

fn adopted_about() -> AdoptedAbout {
    AdoptedAbout {
        story: "Aktau".to_owned(),
        kind: Kind::Killed,
        day: jiff::civil::date(2022, 1, 9),
    }
}

#[test]
fn an_old_project_takes_newer_rows_and_keeps_them() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("old.tally");
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/old_files/version-1.tally");
    std::fs::copy(old, &path).unwrap();
    let mut opened = open(&path).unwrap();
    write_newer(&opened.project, &mut opened.store);
    let (rulings, adopted) = (opened.store.rulings().clone(), opened.store.adopted().clone());
    drop(opened.project);
    let mut opened = open(&path).unwrap();
    assert_eq!((opened.store.rulings(), opened.store.adopted()), (&rulings, &adopted));
    assert!(adopted.contains_key(&adopted_about()) && rulings.len() == 2);
    for _ in 0..2 {
        opened.project.undo(&opened.store.undo().unwrap());
    }
    assert!(opened.store.adopted().is_empty() && opened.store.rulings().len() == 1);
}

#[test]
fn version_1_opens() {
    if let Some(path) = std::env::var_os("TALLYSCOPE_WRITE_OLD_FILE") {
        write(Path::new(&path));
    }
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("old.tally");
    std::fs::copy(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/old_files/version-1.tally"),
        &path,
    )
    .unwrap();
    let mut opened = open(&path).unwrap();
    assert!(!opened.read_only && opened.warning.is_empty(), "{}", opened.warning);
    expect![[r#"
        Unrest in Aktau | Some("The Courier") | Some("2022-01-09") | 2026-01
        killed Some(12) Some("the ministry") Some("2022-01-08") Accepted
        claim/killed "At least a dozen people"
          number/dozen "a dozen"
        injured Some(12) Some("the ministry") Some("2022-01-07TNI") Corrected
        claim/killed "At least a dozen people"
          number/dozen "a dozen"
        {"story": "Aktau"}
        {"conflict:aktau": Ruling { verdict: Some(false), reason: "another place", note: "", resolution: None, preferred: None, taken_as: None, settled: false }}
        1 2026-01-02T03:04:05Z 1 article added
        2 2026-01-02T03:04:05Z 1 claim accepted
        3 2026-01-02T03:04:05Z 1 claim corrected
        4 2026-01-02T03:04:05Z 1 article described
        5 2026-01-02T03:04:05Z Conclusion ruled on
        6 2026-01-02T03:04:05Z Setting changed
        7 2026-01-02T03:04:05Z 1 claim annotated
    "#]]
    .assert_eq(&seen(&opened.project, &opened.store));
    let hits = opened.project.search("ministry", 9).unwrap();
    assert_eq!(hits.first().map(|hit| hit.article), Some(ArticleId(1)));
    opened.project.redo(&opened.store.redo().unwrap());
    let aktau = |words: &str| NameRef {
        sort: NameSort::Name(EntityKind::Place),
        words: words.to_owned(),
        reach: Reach::Project,
    };
    let rulings = vec![
        (
            NameAbout::pair(&aktau("Aktau"), &aktau("Aqtau")),
            Some(NameSaid::Same(true)),
        ),
        (
            NameAbout::Words("Saturday".to_owned(), Reach::Article(1)),
            Some(NameSaid::Kind(None)),
        ),
    ];
    let edit = opened.store.say_names("Names told", rulings);
    step(&opened.project, &mut opened.store, edit, Vec::new());
    opened.project.flush(Duration::from_secs(30)).unwrap();
    drop(opened.project);
    let names = opened.store.names().clone();
    let mut opened = open(&path).unwrap();
    assert!(opened.warning.is_empty() && names.rulings.len() == 2);
    assert_eq!(
        opened.store.names(),
        &names,
        "an old project takes what is said of names"
    );
    while let Some(step) = opened.store.undo() {
        opened.project.undo(&step);
    }
    opened.project.flush(Duration::from_secs(30)).unwrap();
    assert_eq!(opened.store.num_articles(), 0);
}
