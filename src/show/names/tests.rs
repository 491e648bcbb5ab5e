//! Entities of small projects, what the analyst says of them, and the lines that follow.

use super::{NameAct, NameTarget, Names, NamesLook, NamesOrder, name_edit, names_list};
use crate::article::{Article, FactBasis, Stated};
use crate::entity::EntityKind;
use crate::link::{NameRef, NameSort, Reach};
use crate::read::{self, Knowledge, RULES_VERSION};
use crate::show::{LinesBy, Sources};
use crate::store::{ArticleId, NewArticle, Origin, Store};

pub(super) const AT: &str = "2031-03-15T09:00:00Z";

/// A project of articles, each with its outlet, as the reader reads them.
pub(crate) fn project(articles: &[(&str, &str)]) -> Store {
    let mut store = Store::default();
    for (publisher, text) in articles {
        add(&mut store, publisher, text);
    }
    store
}

pub(super) fn add(store: &mut Store, publisher: &str, text: &str) {
    let number = store.num_articles() + 1;
    let mut article = Article::plain(text);
    article.publisher = Some(Stated {
        value: publisher.to_owned(),
        span: None,
        basis: FactBasis::Metadata,
    });
    let knowledge = Knowledge {
        names: store.names().clone(),
        ..Knowledge::default()
    };
    let file_name = format!("{number}.txt");
    let new = NewArticle {
        origin: Origin::Pasted,
        reading: read::single(&file_name, article, &knowledge).unwrap(),
        file_name,
        sha256: format!("{number:064}"),
        rules_version: RULES_VERSION.to_owned(),
    };
    let edit = store.add_articles(vec![new]);
    store.commit(edit, AT);
}

pub(super) fn say(store: &mut Store, act: &NameAct) {
    let edit = name_edit(store, &Names::new(store), act);
    assert!(!edit.is_empty(), "{act:?} changes nothing");
    store.commit(edit, AT);
}

fn name(kind: EntityKind, words: &str) -> NameRef {
    NameRef {
        sort: NameSort::Name(kind),
        words: words.to_owned(),
        reach: Reach::Project,
    }
}

pub(super) fn org(words: &str) -> NameRef {
    name(EntityKind::Org, words)
}

#[test]
fn names_are_listed_by_their_tags_and_notes() {
    let mut store = crate::show::testing_sample::varland();
    let names = Names::new(&store);
    let list = |store: &Store, text: &str| -> Vec<String> {
        let look = NamesLook {
            text: text.to_owned(),
            ..NamesLook::default()
        };
        let rows = names_list(store, &names, &look).into_iter();
        rows.map(|at| names.rows[at].name.clone()).collect()
    };
    let row = names.rows.first().expect("a name");
    let (name, written) = (row.name.clone(), vec![row.name_ref.clone()]);
    assert!(list(&store, "lukewarm").is_empty());
    for edit in [
        store.tag_name(&written, "Lukewarm source", crate::store::TagChange::Add),
        store.set_name_note(&written, "Was asked twice by telephone"),
    ] {
        store.commit(edit, "2031-03-15T09:00:00Z");
    }
    assert_eq!(list(&store, "lukewarm"), std::slice::from_ref(&name));
    // words of the name, of a tag and of the note together
    assert_eq!(list(&store, &format!("telephone lukew {name}")), [name]);
    assert!(list(&store, "telegraph").is_empty());
}

fn whole(name: NameRef) -> NameTarget {
    NameTarget::Whole(name)
}

/// "Interior Ministry org 2 Interior Ministry ×2" for each entity, by name.
fn seen(store: &Store) -> Vec<String> {
    let names = Names::new(store);
    let look = NamesLook {
        order: NamesOrder::Name,
        ..NamesLook::default()
    };
    let row = |at: usize| {
        let row = &names.rows[at];
        let aliases: Vec<String> = row
            .aliases
            .iter()
            .map(|alias| format!("{} ×{}", alias.words, alias.count))
            .collect();
        format!("{} {} {}", row.name, row.sort.id(), aliases.join(", "))
    };
    names_list(store, &names, &look).into_iter().map(row).collect()
}

#[track_caller]
fn check(store: &Store, sort: NameSort, expected: &[&str]) {
    let mut rows = seen(store);
    rows.retain(|row| row.contains(&format!(" {} ", sort.id())));
    assert_eq!(rows, expected);
}

pub(super) fn lines(store: &Store, lines_by: LinesBy) -> Vec<String> {
    let sources = Sources::named(store, &Names::new(store), lines_by);
    sources
        .rows
        .iter()
        .map(|row| format!("{} x{}", row.name, row.num_claims))
        .collect()
}

const BODIES: NameSort = NameSort::Name(EntityKind::Org);

const TEXTS: [(&str, &str); 3] = [
    (
        "Estrava Herald",
        "Twelve people were killed in Orla, the Interior Ministry said. The Interior Ministry gave no names.",
    ),
    (
        "Calder Post",
        "The Security Council said that nine people were killed in Orla.",
    ),
    (
        "estravaherald.example",
        "At least 15 people were killed in Orla, the Relief Committee said.",
    ),
];

#[test]
fn a_merge_joins_mentions_figures_and_lines_and_can_be_undone() {
    let mut store = project(&TEXTS);
    let apart = [
        "Interior Ministry org Interior Ministry ×2",
        "Relief Committee org Relief Committee ×1",
        "Security Council org Security Council ×1",
    ];
    check(&store, BODIES, &apart);
    assert_eq!(
        lines(&store, LinesBy::Speaker),
        ["Interior Ministry x1", "Security Council x1", "Relief Committee x1"]
    );
    say(
        &mut store,
        &NameAct::Same(whole(org("Security Council")), org("Interior Ministry")),
    );
    let joined = [
        "Interior Ministry org Interior Ministry ×2, Security Council ×1",
        "Relief Committee org Relief Committee ×1",
    ];
    check(&store, BODIES, &joined);
    assert_eq!(
        lines(&store, LinesBy::Speaker),
        ["Interior Ministry x2", "Relief Committee x1"]
    );
    let names = Names::new(&store);
    let row = &names.rows[names.find(&org("Security Council")).unwrap()];
    assert_eq!((row.claims.len(), row.num_articles, row.told), (2, 2, true));
    store.undo().unwrap();
    check(&store, BODIES, &apart);
    store.redo().unwrap();
    check(&store, BODIES, &joined);
}

#[test]
fn a_name_that_is_taken_out_leaves_the_others_joined() {
    let mut store = project(&TEXTS);
    say(
        &mut store,
        &NameAct::Same(whole(org("Security Council")), org("Interior Ministry")),
    );
    say(
        &mut store,
        &NameAct::Same(whole(org("Relief Committee")), org("Interior Ministry")),
    );
    check(
        &store,
        BODIES,
        &["Interior Ministry org Interior Ministry ×2, Relief Committee ×1, Security Council ×1"],
    );
    say(
        &mut store,
        &NameAct::TakeOut(NameTarget::These(org("Interior Ministry"))),
    );
    check(
        &store,
        BODIES,
        &[
            "Interior Ministry org Interior Ministry ×2",
            "Security Council org Relief Committee ×1, Security Council ×1",
        ],
    );
    // and can be merged again, by itself or with all that the machine would say of it
    say(
        &mut store,
        &NameAct::Same(whole(org("Interior Ministry")), org("Relief Committee")),
    );
    assert_eq!(
        Names::new(&store).rows.iter().filter(|row| row.sort == BODIES).count(),
        1
    );
    say(&mut store, &NameAct::Forget(org("Relief Committee")));
    assert!(store.names().is_empty(), "{:?}", store.names());
}

#[test]
fn a_spelling_that_two_have_is_taken_out_of_one_of_them() {
    let mut store = project(&[
        ("A", "Halvar Torsen spoke in Orla. Torsen left."),
        ("B", "Oskar Torsen spoke in Orla. Torsen stayed."),
    ]);
    let people = NameSort::Name(EntityKind::Person);
    let both = [
        "Halvar Torsen person Halvar Torsen ×1, Torsen ×1",
        "Oskar Torsen person Oskar Torsen ×1, Torsen ×1",
    ];
    check(&store, people, &both);
    let of = NameTarget::Spelling(name(EntityKind::Person, "Halvar Torsen"), "Torsen".to_owned());
    say(&mut store, &NameAct::TakeOut(of));
    check(
        &store,
        people,
        &[
            "Halvar Torsen person Halvar Torsen ×1",
            both[1],
            "Torsen person Torsen ×1",
        ],
    );
}

#[test]
fn one_mention_goes_to_another_name() {
    let mut store = project(&TEXTS);
    let article = store.article(ArticleId(1)).unwrap();
    let second = store
        .marks_of(article)
        .into_iter()
        .rfind(|(_, kind)| *kind == EntityKind::Org);
    let span = second.unwrap().0;
    let mention = NameRef {
        reach: Reach::Mention(1, span),
        ..org("Interior Ministry")
    };
    say(
        &mut store,
        &NameAct::Same(NameTarget::These(mention), org("Relief Committee")),
    );
    check(
        &store,
        BODIES,
        &[
            "Interior Ministry org Interior Ministry ×1",
            "Relief Committee org Interior Ministry ×1, Relief Committee ×1",
            "Security Council org Security Council ×1",
        ],
    );
}

#[test]
fn a_rename_renames_the_line() {
    let mut store = project(&TEXTS);
    let called = |words: &str| NameAct::Call(whole(org("Interior Ministry")), words.to_owned());
    say(&mut store, &called("Varland's police ministry"));
    assert_eq!(lines(&store, LinesBy::Speaker)[0], "Varland's police ministry x1");
    say(&mut store, &called("MoI"));
    assert_eq!(lines(&store, LinesBy::Speaker)[0], "MoI x1");
    say(&mut store, &called(""));
    assert_eq!(lines(&store, LinesBy::Speaker)[0], "Interior Ministry x1");
}

#[test]
fn what_is_no_name_is_none_in_later_articles_and_after_a_new_reading() {
    let mut store = project(&TEXTS);
    say(&mut store, &NameAct::NotAName(whole(org("Security Council"))));
    add(&mut store, "Calder Post", TEXTS[1].1);
    let council = |store: &Store| seen(store).iter().any(|row| row.starts_with("Security Council"));
    assert!(!council(&store));
    for id in [ArticleId(2), ArticleId(4)] {
        let article = Article::clone(&store.article(id).unwrap().reading.article);
        let knowledge = Knowledge {
            names: store.names().clone(),
            ..Knowledge::default()
        };
        let reading = read::single("x.txt", article, &knowledge).unwrap();
        let (edit, _) = store.reread(id, reading, "later rules");
        store.commit(edit, AT);
    }
    assert!(!council(&store));
    while !store.names().is_empty() {
        store.undo().unwrap();
    }
    assert!(council(&store), "the machine's reading is still there");
}

#[test]
fn a_name_made_by_hand_is_found_in_later_articles_and_by_their_claims() {
    let mut store = project(&[("A", "The blue hats spoke to nobody.")]);
    let text = store.article(ArticleId(1)).unwrap().text().to_owned();
    let start = text.find("blue hats").unwrap();
    let span = crate::base::Span::new(start, start + "blue hats".len());
    let make = NameAct::Make(ArticleId(1), span, EntityKind::Group, Reach::Project);
    say(&mut store, &make);
    add(&mut store, "B", "Nine people were killed, the blue hats said.");
    let groups = NameSort::Name(EntityKind::Group);
    check(&store, groups, &["blue hats group blue hats ×2"]);
    let names = Names::new(&store);
    let row = &names.rows[names.find(&name(EntityKind::Group, "blue hats")).unwrap()];
    assert_eq!(row.claims.len(), 1);
}

#[test]
fn another_type_keeps_what_was_said_before() {
    let mut store = project(&TEXTS);
    say(
        &mut store,
        &NameAct::Same(whole(org("Security Council")), org("Interior Ministry")),
    );
    say(
        &mut store,
        &NameAct::Retype(whole(org("Interior Ministry")), EntityKind::Group),
    );
    check(
        &store,
        NameSort::Name(EntityKind::Group),
        &["Interior Ministry group Interior Ministry ×2, Security Council ×1"],
    );
}

#[test]
fn spellings_of_an_outlet_are_one_and_the_analyst_joins_more() {
    let mut store = project(&TEXTS);
    check(
        &store,
        NameSort::Outlet,
        &[
            "Calder Post outlet Calder Post ×1",
            "Estrava Herald outlet Estrava Herald ×1, estravaherald.example ×1",
        ],
    );
    assert_eq!(
        lines(&store, LinesBy::Publisher),
        ["Estrava Herald x2", "Calder Post x1"]
    );
    let outlet = |words: &str| NameRef {
        sort: NameSort::Outlet,
        words: words.to_owned(),
        reach: Reach::Project,
    };
    say(
        &mut store,
        &NameAct::Same(whole(outlet("Calder Post")), outlet("Estrava Herald")),
    );
    say(
        &mut store,
        &NameAct::Call(whole(outlet("Calder Post")), "Herald and Post".to_owned()),
    );
    assert_eq!(lines(&store, LinesBy::Publisher), ["Herald and Post x3"]);
    // a later article of one of them
    add(&mut store, "Calder Post", "Two people were killed.");
    assert_eq!(lines(&store, LinesBy::Publisher), ["Herald and Post x4"]);
    say(
        &mut store,
        &NameAct::TakeOut(NameTarget::These(outlet("estravaherald.example"))),
    );
    let rows = lines(&store, LinesBy::Publisher);
    assert_eq!(rows, ["Herald and Post x3", "estravaherald.example x1"]);
}

#[test]
fn what_was_rejected_is_not_offered_again() {
    let text = "Karla Torsen met Karla Thorstensen in Orla.";
    let mut store = project(&[("A", text)]);
    let names = Names::new(&store);
    let merge = names.merges.first().expect("a suggestion");
    let (a, b) = merge.pair().expect("two names");
    let (a, b) = (&names.rows[a].name_ref, &names.rows[b].name_ref);
    assert!(!merge.reason.is_empty() && merge.score > 0.0);
    let act = NameAct::KeepApart(a.clone(), b.clone());
    say(&mut store, &act);
    assert!(Names::new(&store).merges.is_empty());
    add(&mut store, "B", text);
    assert!(Names::new(&store).merges.is_empty());
    // merged all the same, it is one, and parted again it is not offered anew by accident
    say(&mut store, &NameAct::Same(whole(a.clone()), b.clone()));
    assert_eq!(Names::new(&store).find(a), Names::new(&store).find(b));
}

/// What a run has worked out gives the same voices as working them out anew, and what changed since is heard.
#[test]
fn voices_that_a_run_knows_are_the_same_as_worked_out_anew() {
    use super::voices::{entities_of, vouching};
    use crate::store::{Field, FieldValue};
    let mut store = crate::show::testing_sample::varland();
    let names = Names::new(&store);
    let anew = |store: &Store, names: &Names| {
        let voices = super::voices::voices(store, names);
        let entities = entities_of(names, &voices);
        (voices, entities)
    };
    let known = vouching(&store, &names);
    assert!(known.0.len() > 40, "{}", known.0.len());
    assert_eq!(known, anew(&store, &names));
    // a speaker that the analyst typed since, and an article that came since
    let id = known.0[3].claim;
    let typed = FieldValue::Words(Some("Interior Ministry".to_owned()));
    let edit = store.set_field(&[id], Field::Speaker, Some(&typed));
    store.commit(edit, AT);
    add(&mut store, "Calder Post", TEXTS[0].1);
    let (voices, entities) = vouching(&store, &names);
    let (anew, of_anew) = anew(&store, &names);
    let at = |voices: &[super::Voice]| voices.iter().position(|voice| voice.claim == id).unwrap();
    assert_eq!(&*voices[at(&voices)].name, "Interior Ministry");
    assert_eq!(
        (&voices[at(&voices)], entities[at(&voices)]),
        (&anew[at(&anew)], of_anew[at(&anew)])
    );
    assert_eq!(voices.len(), anew.len());
    assert_eq!(voices.last(), anew.last());
}
