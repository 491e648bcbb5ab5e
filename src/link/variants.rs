//! Names over articles that must be one entity, and names that must not, run by the tests.

use std::collections::BTreeSet;

use super::{Entities, LinkArticle, NameAbout, NameRef, NameSaid, NameSort, NamesTold, Reach, Suggested};
use super::{entities, entities_told, suggest, suggest_outlets};
use crate::base::Span;
use crate::entity::EntityKind;

/// Articles with their names in brackets: `[P Halvar Brenk]`.
fn link(articles: &[&str]) -> Entities {
    with_told(articles, &NamesTold::default()).0
}

/// Entities and suggestions under what the analyst said; articles are numbered from 1.
fn with_told(articles: &[&str], told: &NamesTold) -> (Entities, Vec<Suggested>) {
    let read: Vec<(String, Vec<(Span, EntityKind)>)> = articles.iter().map(|article| read(article)).collect();
    let rows: Vec<LinkArticle<'_>> = read
        .iter()
        .map(|(text, mentions)| LinkArticle {
            text,
            title: None,
            published: None,
            mentions,
            state: 0,
        })
        .collect();
    let numbers: Vec<u64> = (1..).take(rows.len()).collect();
    let found = entities_told(&rows, &numbers, told);
    if told.is_empty() {
        assert_eq!(found, entities(&rows));
    }
    let suggested = suggest(&rows, &found);
    (found, suggested)
}

fn read(article: &str) -> (String, Vec<(Span, EntityKind)>) {
    let mut text = String::new();
    let mut mentions = Vec::new();
    for (at, part) in article.split(['[', ']']).enumerate() {
        let Some((letter, name)) = part.split_once(' ').filter(|_| at % 2 == 1) else {
            text.push_str(part);
            continue;
        };
        let span = Span::new(text.len(), text.len() + name.len());
        text.push_str(name);
        let kind = match letter {
            "P" => EntityKind::Person,
            "O" => EntityKind::Org,
            "L" => EntityKind::Place,
            _ => EntityKind::Group,
        };
        mentions.push((span, kind));
    }
    (text, mentions)
}

/// How many entities the names of the articles make, and their canonical names.
#[track_caller]
fn check(articles: &[&str], canonical: &[&str]) {
    let entities = link(articles);
    let found: Vec<&str> = entities.list.iter().map(|entity| entity.canonical.as_str()).collect();
    assert_eq!(found, canonical);
}

#[test]
fn spellings_of_a_person_meet_over_articles() {
    check(
        &[
            "[P Karim Masímov] and [P Masimov]",
            "[P Massimov]",
            "[P Karim Kajym Massimoff]",
        ],
        &["Karim Kajym Massimoff"],
    );
    check(
        &["[P Halvar Brenk], [P Brenk]", "[P H. Brenk]", "[P Brenk]"],
        &["Halvar Brenk"],
    );
    check(&["[P Jen Psaki] left. [P Saki] spoke."], &["Jen Psaki"]);
}

#[test]
fn two_persons_of_one_surname_stay_two() {
    check(
        &[
            "[P Halvar Brenk], later [P Brenk]",
            "[P Oskar Brenk], later [P Brenk]",
            "[P Brenk]",
        ],
        &["Halvar Brenk", "Oskar Brenk", "Brenk"],
    );
}

#[test]
fn bodies_meet_by_words_acronyms_and_country() {
    check(
        &[
            "[O Ministry of the Interior]",
            "[O Interior Ministry] and [O Varland Defence Ministry]",
            "[O Ministry of Internal Affairs]",
        ],
        &["Ministry of the Interior", "Varland Defence Ministry"],
    );
    check(
        &[
            "the [O Committee for Varland Peace] ([O CVP])",
            "[O CVP]",
            "[O Varland Peace Committee]",
        ],
        &["Committee for Varland Peace"],
    );
    check(
        &["[O Kazakh Interior Ministry]", "[O Interior Ministry]"],
        &["Kazakh Interior Ministry"],
    );
}

#[test]
fn bodies_of_two_countries_stay_two() {
    check(
        &[
            "[O Russian Defense Ministry]",
            "[O Georgian Defense Ministry]",
            "[O Defense Ministry]",
        ],
        &[
            "Russian Defense Ministry",
            "Georgian Defense Ministry",
            "Defense Ministry",
        ],
    );
    check(&["[O Orla Party] and [O Orla Times]"], &["Orla Party", "Orla Times"]);
}

#[test]
fn one_word_for_two_things_stays_two() {
    check(
        &["[L Georgia] and [P Georgia]", "[G Georgians] and [L Georgia]"],
        &["Georgia", "Georgia", "Georgians"],
    );
    check(
        &["[G Kazakh] in [L Kazakhstan]", "[G Kazakhs]"],
        &["Kazakh", "Kazakhstan"],
    );
}

#[test]
fn places_meet_by_spelling_and_by_list() {
    check(
        &["[L Almatí], [L US]", "[L Almaty], [L United States], [L America]"],
        &["Almaty", "United States"],
    );
    check(&["[L Orla]", "[L Orla Province]", "[L Orlat]"], &["Orla", "Orlat"]);
}

#[test]
fn a_run_without_names_has_no_entities() {
    check(&[], &[]);
    check(&["nobody", ""], &[]);
}

/// Two articles' names: one entity (`=`), two that are offered (`?`), two that are not (`!`).
const PAIRS: &[(&str, char, &str)] = &[
    // spellings of persons
    ("[P Karim Masímov]", '=', "[P Karim Massimov]"),
    ("[P Karim Masimov]", '=', "[P Karim Massimoff]"),
    ("[P Youssef Haddadi]", '=', "[P Yusuf Haddadi]"),
    ("[P Khalid Orlan]", '=', "[P Halid Orlan]"),
    ("[P Halvar Brenk]", '=', "[P H. Brenk]"),
    ("[P Halvar Brenk]", '=', "[P Brenk]"),
    ("[P President Halvar Brenk]", '=', "[P Halvar Brenk]"),
    ("[P Bashir al-Tamour]", '=', "[P Bashir Tamour]"),
    ("[P Sergey Olkhov]", '=', "[P Sergei Olhov]"),
    ("[P Zhomart Ukibái]", '=', "[P Jomart Ukibay]"),
    ("[P Tamsin O’Dell]", '=', "[P Tamsin O'Dell]"),
    // persons that are two
    ("[P Halvar Brenk]", '!', "[P Oskar Brenk]"),
    (
        "Interior Minister [P Halvar Brenk]",
        '?',
        "Interior Minister [P Oskar Brenk]",
    ),
    ("[P Halvar Brenk]", '!', "[P Halvar Torsen]"),
    ("[P Ivan Brenkov]", '!', "[P Ivana Brenkova]"),
    ("[P Mira Brenkov]", '!', "[P Mira Brenkova]"),
    ("[P Ali Hassan]", '!', "[P Ali Hussein]"),
    ("[P Wenna Jiabo]", '?', "[P Jiabo Wenna]"),
    ("[P Marla Brenk]", '?', "[P Marisa Brenk]"),
    ("[P Karla Torsen]", '?', "[P Karla Thorstensen]"),
    // bodies
    ("[O Interior Ministry]", '=', "[O Ministry of the Interior]"),
    ("[O Kazakh Interior Ministry]", '=', "[O Interior Ministry]"),
    ("[O Ministry of Internal Affairs]", '=', "[O Interior Ministry]"),
    ("[O Defence Ministry]", '=', "[O Ministry of Defense]"),
    ("[O Varland Peace Committee]", '=', "[O Committee for Varland Peace]"),
    ("the [O Orla Relief Front] ([O ORF])", '=', "[O ORF]"),
    ("[O Orla Relief Front]", '=', "[O ORF]"),
    ("[O United Nations]", '=', "[O UN]"),
    ("[O Russian Defense Ministry]", '!', "[O Georgian Defense Ministry]"),
    ("[O Interior Ministry]", '!', "[O Foreign Ministry]"),
    ("[O National Guard]", '!', "[O Coast Guard]"),
    ("[O Orla Party]", '!', "[O Orla Times]"),
    ("[O Orla Workers Party]", '!', "[O Orla Workers Daily]"),
    ("[O Orla Front of Relief]", '?', "[O ROF]"),
    ("[O Calder Rescue]", '?', "[O Calder Rescue Brigade]"),
    ("[O Torsen Institute]", '?', "[O Thorsen Institute]"),
    // places and peoples
    ("[L Almatí]", '=', "[L Almaty]"),
    ("[L United States]", '=', "[L US]"),
    ("[L Orla Province]", '=', "[L Orla]"),
    ("[L Georgia]", '?', "[P Georgia]"),
    ("[L Estrava]", '?', "[O Estrava]"),
    ("[L Iran]", '!', "[L Iraq]"),
    ("[L Niger]", '!', "[L Nigeria]"),
    ("[L Georgia]", '!', "[G Georgians]"),
    ("[L North Calder]", '!', "[L South Calder]"),
    ("[G Kazakh]", '=', "[G Kazakhs]"),
    ("[G Tamouri]", '!', "[G Orlani]"),
];

#[test]
fn pairs_meet_are_offered_or_stay_apart() {
    assert!(PAIRS.len() >= 40);
    let distinct: BTreeSet<_> = PAIRS.iter().map(|(a, _, b)| (a, b)).collect();
    assert_eq!(distinct.len(), PAIRS.len(), "a pair stands twice");
    let mut wrong = Vec::new();
    for (a, expected, b) in PAIRS {
        let (entities, suggested) = with_told(&[a, b], &NamesTold::default());
        let of = |article: usize| entities.of.get(article).and_then(|row| row.first()).copied().unwrap();
        let (x, y) = (of(0), of(1));
        let offered = suggested.iter().any(|pair| (pair.a, pair.b) == (x.min(y), x.max(y)));
        let got = match (x == y, offered) {
            (true, _) => '=',
            (_, true) => '?',
            _ => '!',
        };
        if got != *expected {
            wrong.push(format!("{a} {b}: {got}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn outlets_that_may_be_one_are_offered() {
    let names = [
        "Estrava Post",
        "The Post of Estrava",
        "Calder Herald",
        "EP",
        "calderherald.example",
        "Channel 5",
        "Channel 7",
    ];
    let found: Vec<(usize, usize)> = suggest_outlets(&names).iter().map(|pair| (pair.a, pair.b)).collect();
    assert!(
        found.contains(&(0, 1)) && found.contains(&(0, 3)) && found.contains(&(2, 4)),
        "{found:?}"
    );
    assert!(!found.contains(&(0, 2)) && !found.contains(&(1, 2)) && !found.contains(&(5, 6)));
}

fn name(kind: EntityKind, words: &str, reach: Reach) -> NameRef {
    NameRef {
        sort: NameSort::Name(kind),
        words: words.to_owned(),
        reach,
    }
}

/// The entities under rulings: each with its names by article.
#[track_caller]
fn check_told(articles: &[&str], rulings: Vec<(NameAbout, NameSaid)>, expected: &[&str]) {
    let told = NamesTold {
        rulings: rulings.into_iter().collect(),
    };
    let (entities, _) = with_told(articles, &told);
    let mut of = vec![String::new(); entities.list.len()];
    for (article, row) in entities.of.iter().enumerate() {
        for entity in row {
            of[*entity].push_str(&format!(" {}", article + 1));
        }
    }
    let rows = entities.list.iter().zip(of);
    let got: Vec<String> = rows.map(|(entity, of)| format!("{}:{of}", entity.canonical)).collect();
    assert_eq!(got, expected);
}

#[test]
fn what_the_analyst_joined_is_one() {
    let person = |words| name(EntityKind::Person, words, Reach::Project);
    let same = |a: &'static str, b: &'static str| (NameAbout::pair(&person(a), &person(b)), NameSaid::Same(true));
    check_told(
        &["[P Halvar Brenk] and [P Brenk]", "[P Dora Olm]", "[P Olm]"],
        vec![same("Halvar Brenk", "Dora Olm")],
        &["Halvar Brenk: 1 1 2 3"],
    );
    // a later article about another man of the name keeps him
    check_told(
        &["[P Halvar Brenk]", "[P Brenk]", "[P Oskar Brenk], [P Brenk]"],
        vec![same("Halvar Brenk", "Brenk")],
        &["Halvar Brenk: 1 2", "Oskar Brenk: 3 3"],
    );
}

#[test]
fn what_the_analyst_took_out_stands_for_itself() {
    let out = |words: &str, reach| {
        (
            NameAbout::Apart(name(EntityKind::Person, words, reach)),
            NameSaid::Apart,
        )
    };
    let texts = ["[P Karim Masimov], [P Massimov]", "[P Massimov] and [P Karim Masimov]"];
    check_told(&texts, Vec::new(), &["Karim Masimov: 1 1 2 2"]);
    check_told(
        &texts,
        vec![out("Massimov", Reach::Project)],
        &["Karim Masimov: 1 2", "Massimov: 1 2"],
    );
    check_told(
        &texts,
        vec![out("Massimov", Reach::Article(2))],
        &["Karim Masimov: 1 1 2", "Massimov: 2"],
    );
    let at = Reach::Mention(2, Span::new(0, 8));
    check_told(
        &texts,
        vec![out("Massimov", at)],
        &["Karim Masimov: 1 1 2", "Massimov: 2"],
    );
    let elsewhere = Reach::Mention(2, Span::new(3, 8));
    check_told(&texts, vec![out("Massimov", elsewhere)], &["Karim Masimov: 1 1 2 2"]);
}

#[test]
fn one_mention_can_go_to_another_entity() {
    let at = Reach::Mention(1, Span::new(30, 35));
    let mention = name(EntityKind::Person, "Brenk", at);
    let other = name(EntityKind::Person, "Oskar Brenk", Reach::Project);
    check_told(
        &["[P Halvar Brenk] met [P Oskar Brenk]; [P Brenk] left and [P Brenk] stayed."],
        vec![
            (NameAbout::Apart(mention.clone()), NameSaid::Apart),
            (NameAbout::pair(&mention, &other), NameSaid::Same(true)),
        ],
        &["Halvar Brenk: 1 1", "Oskar Brenk: 1 1"],
    );
}

#[test]
fn an_entity_is_called_as_the_analyst_says() {
    let body = |words| name(EntityKind::Org, words, Reach::Project);
    let called = |words: &'static str, new: &str| (NameAbout::Called(body(words)), NameSaid::Called(new.to_owned()));
    check_told(
        &[
            "[O Interior Ministry]",
            "[O Ministry of the Interior], [O Foreign Ministry]",
        ],
        vec![called("Interior Ministry", "Varland interior ministry")],
        &["Varland interior ministry: 1 2", "Foreign Ministry: 2"],
    );
}
