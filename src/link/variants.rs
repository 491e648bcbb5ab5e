//! Names over articles that must be one entity, and names that must not, run by the tests.

use super::{Entities, LinkArticle, entities};
use crate::base::{Span, Why};
use crate::entity::{EntityKind, Mention};

/// Articles with their names in brackets: `[P Halvar Brenk]`.
fn link(articles: &[&str]) -> Entities {
    let read: Vec<(String, Vec<Mention>)> = articles.iter().map(|article| read(article)).collect();
    let rows: Vec<LinkArticle<'_>> = read
        .iter()
        .map(|(text, mentions)| LinkArticle {
            text,
            title: None,
            published: None,
            mentions,
        })
        .collect();
    entities(&rows)
}

fn read(article: &str) -> (String, Vec<Mention>) {
    let mut text = String::new();
    let mut mentions = Vec::new();
    for (at, part) in article.split(['[', ']']).enumerate() {
        let Some((letter, name)) = part.split_once(' ').filter(|_| at % 2 == 1) else {
            text.push_str(part);
            continue;
        };
        let span = Span::new(text.len(), text.len() + name.len());
        text.push_str(name);
        mentions.push(Mention {
            span,
            kind: match letter {
                "P" => EntityKind::Person,
                "O" => EntityKind::Org,
                "L" => EntityKind::Place,
                _ => EntityKind::Group,
            },
            confidence: 1.0,
            why: Why::leaf("test", span),
        });
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
