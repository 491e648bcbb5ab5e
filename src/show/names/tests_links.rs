//! Persons found by their office, and outlets that are organisations: what is offered, joined, parted, taken back.

use super::tests::{AT, add, lines, org, project, say};
use super::{NameAct, NameTarget, Names, Other};
use crate::link::{NameRef, NameSort, Reach};
use crate::show::{LinesBy, Sources};
use crate::store::{ArticleId, Store};

const TOLD: [(&str, &str); 2] = [
    (
        "Estrava Herald",
        "Unrest in Orla

Mayor Dora Olm said that twelve people were killed in Orla on Monday. The mayor left the square.",
    ),
    (
        "Lantern",
        "Unrest in Orla

Dora Olm said that nine people were killed in Orla on Monday.",
    ),
];

/// Offices that are offered: "mayor ×1 = Dora Olm".
fn offices(store: &Store) -> Vec<String> {
    let names = Names::new(store);
    let offer = |merge: &super::Merge| match &merge.other {
        Other::Office(office) => {
            let name = &names.rows[merge.a].name;
            Some(format!("{} ×{} = {name}", office.words, office.places.len()))
        }
        Other::Entity(_) => None,
    };
    names.merges.iter().filter_map(offer).collect()
}

fn decide(store: &mut Store, accept: bool) {
    let names = Names::new(store);
    let merge = names
        .merges
        .iter()
        .find(|merge| merge.pair().is_none())
        .expect("an office");
    let act = if accept {
        names.merge_act(merge)
    } else {
        names.part_act(merge)
    };
    say(store, &act.expect("something to say"));
}

fn told_in_one_story() -> Store {
    let mut store = project(&TOLD[..1]);
    assert_eq!(offices(&store), ["mayor ×1 = Dora Olm"]);
    add(&mut store, TOLD[1].0, TOLD[1].1);
    store
}

#[test]
fn an_accepted_office_is_a_mention_of_the_person_just_there() {
    let mut store = told_in_one_story();
    let before = Names::new(&store);
    decide(&mut store, true);
    assert!(offices(&store).is_empty());
    let names = Names::new(&store);
    let (at, row) = names
        .rows
        .iter()
        .enumerate()
        .find(|(_, row)| row.name == "Dora Olm")
        .expect("the mayor");
    let aliases: Vec<&str> = row.aliases.iter().map(|alias| alias.words.as_str()).collect();
    assert_eq!(aliases, ["Dora Olm", "mayor"]);
    assert_eq!(row.mentions.len(), 3);
    // another article's mayor is not hers
    assert_eq!(names.named(ArticleId(2), "mayor"), None);
    assert_eq!(names.named(ArticleId(1), "Dora Olm"), Some(at));
    // what is done with her as a whole goes for the office too
    let person = row.name_ref.clone();
    say(
        &mut store,
        &NameAct::Call(NameTarget::Whole(person.clone()), "Mayor Olm".to_owned()),
    );
    assert_eq!(Names::new(&store).rows[at].mentions.len(), 3);
    store.undo().expect("something to undo");
    store.undo().expect("something to undo");
    assert_eq!(Names::new(&store), before);
    store.redo().expect("something to redo");
    say(&mut store, &NameAct::Forget(person));
    assert!(store.names().is_empty());
    assert_eq!(offices(&store), ["mayor ×1 = Dora Olm"]);
}

#[test]
fn a_rejected_office_is_not_offered_again_in_its_article() {
    let mut store = told_in_one_story();
    decide(&mut store, false);
    assert!(offices(&store).is_empty());
    // a later article has to be asked about
    add(&mut store, "Courier", TOLD[0].1);
    assert_eq!(offices(&store), ["mayor ×1 = Dora Olm"]);
    store.undo().expect("the article");
    store.undo().expect("the ruling");
    assert_eq!(offices(&store), ["mayor ×1 = Dora Olm"]);
}

#[test]
fn figures_of_an_accepted_office_are_the_persons() {
    let text = "Unrest in Orla

Dora Olm, the mayor of Orla, was calm. Dora Olm said that twelve people were killed in Orla.

\
                The mayor of Orla said that fifteen people were injured in Orla.";
    let mut store = project(&[("Estrava Herald", text)]);
    assert_eq!(lines(&store, LinesBy::Speaker).len(), 2);
    assert_eq!(offices(&store), ["mayor of Orla ×1 = Dora Olm"]);
    decide(&mut store, true);
    assert_eq!(lines(&store, LinesBy::Speaker), ["Dora Olm x2"]);
}

const OUTLETS: [(&str, &str); 4] = [
    (
        "Varland Herald",
        "Twelve people were killed in Orla, the Interior Ministry said. Ten others were arrested.",
    ),
    (
        "varlandherald.example",
        "At least 15 people were killed in Orla, the Interior Ministry said.",
    ),
    (
        "Calder Post",
        "Nine people were killed in Orla, the Varland Herald reported. Two were killed in Calder, police said.",
    ),
    (
        "Lantern",
        "The Varland Herald said that nine people were killed in Orla.",
    ),
];

fn outlet(words: &str) -> NameRef {
    NameRef {
        sort: NameSort::Outlet,
        words: words.to_owned(),
        reach: Reach::Project,
    }
}

/// The names of what the entity is too.
fn twins(store: &Store, name: &NameRef) -> Vec<String> {
    let names = Names::new(store);
    let row = &names.rows[names.find(name).expect("a name")];
    row.twins.iter().map(|twin| names.rows[*twin].name.clone()).collect()
}

/// Shape and colour of a source in the chart of that sort.
fn seat(store: &Store, by: LinesBy, name: &str) -> (usize, usize) {
    let sources = Sources::named(store, &Names::new(store), by);
    let row = sources.rows.iter().find(|row| row.name == name).expect("a source");
    (row.slot, row.color)
}

#[test]
fn an_outlet_that_speaks_is_one_line_and_one_colour() {
    let mut store = project(&OUTLETS);
    assert_eq!(twins(&store, &org("Varland Herald")), ["Varland Herald"]);
    assert_eq!(twins(&store, &outlet("varlandherald.example")), ["Varland Herald"]);
    let by_speaker = lines(&store, LinesBy::Speaker);
    assert!(by_speaker.contains(&"Varland Herald x2".to_owned()), "{by_speaker:?}");
    let published = seat(&store, LinesBy::Publisher, "Varland Herald");
    assert_eq!(seat(&store, LinesBy::Speaker, "Varland Herald"), published);
    // the colour that the analyst chooses in one chart is that of the other
    let names = Names::new(&store);
    let seat_of = |shape| crate::show::Seat { shape, color: shape };
    let key = "speaker:outlet varlandherald".to_owned();
    let change = crate::show::ChartSetting::Seat(key, seat_of(5));
    let edit = crate::show::chart_edit(&store, &names, LinesBy::Speaker, &change);
    store.commit(edit, AT);
    assert_eq!(seat(&store, LinesBy::Speaker, "Varland Herald"), (5, 5));
    assert_eq!(seat(&store, LinesBy::Publisher, "Varland Herald"), (5, 5));
}

#[test]
fn the_same_outlet_serves_who_speaks_and_who_publishes() {
    let mut store = project(&OUTLETS);
    // the spellings of a publisher join speakers
    add(
        &mut store,
        "Lantern",
        "The Calder Post said that four people were killed in Orla.",
    );
    say(
        &mut store,
        &NameAct::Same(NameTarget::Whole(outlet("Calder Post")), outlet("Varland Herald")),
    );
    let by_speaker = lines(&store, LinesBy::Speaker);
    assert!(by_speaker.contains(&"Varland Herald x3".to_owned()), "{by_speaker:?}");
    store.undo().expect("the ruling");
    // and the names of an organisation join publishers
    say(
        &mut store,
        &NameAct::Same(NameTarget::Whole(org("Calder Post")), org("Varland Herald")),
    );
    let by_publisher = lines(&store, LinesBy::Publisher);
    assert!(by_publisher[0].starts_with("Varland Herald x"), "{by_publisher:?}");
    assert!(
        !by_publisher.iter().any(|line| line.starts_with("Calder Post")),
        "{by_publisher:?}"
    );
}

#[test]
fn what_is_kept_apart_stays_two_and_what_is_joined_is_one() {
    let mut store = project(&OUTLETS);
    let apart = NameAct::KeepApart(org("Varland Herald"), outlet("Varland Herald"));
    say(&mut store, &apart);
    assert!(twins(&store, &org("Varland Herald")).is_empty());
    assert!(Names::new(&store).merges.is_empty());
    store.undo().expect("the ruling");
    assert_eq!(twins(&store, &org("Varland Herald")), ["Varland Herald"]);
    // by hand an outlet is any organisation
    assert!(twins(&store, &outlet("Lantern")).is_empty());
    say(
        &mut store,
        &NameAct::Same(NameTarget::Whole(outlet("Lantern")), org("Varland Herald")),
    );
    assert_eq!(twins(&store, &outlet("Lantern")), ["Varland Herald"]);
}

#[test]
fn a_party_and_a_newspaper_of_one_name_are_offered_and_not_joined() {
    let mut store = project(&[
        ("Orla Lantern", "Twelve people were killed in Orla."),
        (
            "Calder Post",
            "The Orla Lantern party said that nine people were killed. The Orla Lantern denied it. The Orla Lantern left.",
        ),
    ]);
    let names = Names::new(&store);
    let party = names
        .rows
        .iter()
        .find(|row| row.name == "Orla Lantern" && row.sort != NameSort::Outlet);
    let party = party.expect("the party").name_ref.clone();
    assert!(twins(&store, &outlet("Orla Lantern")).is_empty());
    let offered: Vec<_> = names.merges.iter().filter_map(super::Merge::pair).collect();
    assert_eq!(offered.len(), 1);
    let act = names.merge_act(&names.merges[0]).expect("a merge");
    say(&mut store, &act);
    assert_eq!(twins(&store, &outlet("Orla Lantern")), ["Orla Lantern"]);
    assert!(Names::new(&store).merges.is_empty());
    store.undo().expect("the ruling");
    let act = names.part_act(&names.merges[0]).expect("a parting");
    say(&mut store, &act);
    assert!(Names::new(&store).merges.is_empty() && twins(&store, &party).is_empty());
}
