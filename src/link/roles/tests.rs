//! Offices that mean somebody, and offices that must not.

use super::{OfficeOffer, is_office, office, office_offers};
use crate::base::Span;
use crate::entity::EntityKind;
use crate::link::{Entities, LinkArticle, entities};

/// Articles with their persons in brackets, each with its day: `("12", "President [Halvar Brenk] spoke.")`.
fn with_linked<R>(articles: &[(&str, &str)], ask: impl FnOnce(&[LinkArticle<'_>], Entities) -> R) -> R {
    let read: Vec<(String, Vec<(Span, EntityKind)>)> = articles.iter().map(|(_, text)| read(text)).collect();
    let rows: Vec<LinkArticle<'_>> = read
        .iter()
        .zip(articles)
        .map(|((text, mentions), (day, _))| LinkArticle {
            text,
            title: None,
            published: day.parse().ok(),
            mentions,
            state: 0,
        })
        .collect();
    ask(&rows, entities(&rows))
}

fn offers(articles: &[(&str, &str)]) -> (Entities, Vec<OfficeOffer>) {
    with_linked(articles, |rows, found| {
        let offered = office_offers(rows, &found, |_| Some(0));
        (found, offered)
    })
}

/// Persons stand in brackets, places in braces.
fn read(article: &str) -> (String, Vec<(Span, EntityKind)>) {
    let mut text = String::new();
    let mut mentions = Vec::new();
    let mut open: Option<(usize, EntityKind)> = None;
    for c in article.chars() {
        match (c, open) {
            ('[', _) => open = Some((text.len(), EntityKind::Person)),
            ('{', _) => open = Some((text.len(), EntityKind::Place)),
            (']' | '}', Some((start, kind))) => {
                let span = Span::new(start, text.len());
                mentions.push((span, kind));
            }
            _ => text.push(c),
        }
    }
    (text, mentions)
}

/// What is offered: "Kazakh president ×2 = Halvar Brenk".
#[track_caller]
fn check(articles: &[(&str, &str)], expected: &[&str]) -> Vec<OfficeOffer> {
    let (entities, offered) = offers(articles);
    let got: Vec<String> = offered
        .iter()
        .map(|offer| {
            let name = &entities.list[offer.entity].canonical;
            format!("{} ×{} = {name}", offer.words, offer.places.len())
        })
        .collect();
    assert_eq!(got, expected, "{articles:?}");
    assert!(
        offered
            .iter()
            .all(|offer| offer.score > 0.0 && offer.score < 1.0 && !offer.reason.ends_with('.'))
    );
    offered
}

const DAY: &str = "2031-03-12";

/// One article, and what is offered in it.
const ONE: &[(&str, &[&str])] = &[
    // near the name
    (
        "President [Halvar Brenk] spoke. The president was calm.",
        &["president ×1 = Halvar Brenk"],
    ),
    (
        "Kazakh President [Halvar Brenk] spoke. The Kazakh president left, and Kazakhstan’s president said no more.",
        &[
            "Kazakh president ×1 = Halvar Brenk",
            "Kazakhstan’s president ×1 = Halvar Brenk",
        ],
    ),
    (
        "The mayor of Orla, [Dora Olm], spoke. The mayor gave no names; the mayor's office did.",
        &["mayor ×2 = Dora Olm"],
    ),
    (
        "[Dora Olm], the mayor of Orla, spoke. Later the Orla mayor left.",
        &["Orla mayor ×1 = Dora Olm"],
    ),
    (
        "[Dora Olm], who is mayor of Orla, spoke. The city's mayor left.",
        &["city's mayor ×1 = Dora Olm"],
    ),
    (
        "Interior Minister [Karl Orlan] spoke. The minister of the interior left.",
        &["minister of the interior ×1 = Karl Orlan"],
    ),
    (
        "Minister of Internal Affairs [Karl Orlan] spoke. The interior minister left.",
        &["interior minister ×1 = Karl Orlan"],
    ),
    (
        "Interior Minister [Karl Orlan] spoke. The minister left.",
        &["minister ×1 = Karl Orlan"],
    ),
    (
        "Premier [Karl Orlan] spoke. The prime minister left.",
        &["prime minister ×1 = Karl Orlan"],
    ),
    (
        "Orla police chief [Karl Orlan] spoke. The police chief left.",
        &["police chief ×1 = Karl Orlan"],
    ),
    (
        "Acting President [Karl Orlan] spoke. The acting president left.",
        &["acting president ×1 = Karl Orlan"],
    ),
    (
        "The attorney general, [Mira Holt], spoke. The attorney general left.",
        &["attorney general ×1 = Mira Holt"],
    ),
    // of a country that no list has
    (
        "{Varland} President [Halvar Brenk] spoke. The president left.",
        &["president ×1 = Halvar Brenk"],
    ),
    ("Varland President [Halvar Brenk] spoke. The president left.", &[]),
    // two holders, of whom the land tells one
    (
        "Kazakh President [Halvar Brenk] met Russian President [Ivan Torsen]. The Russian president left.",
        &["Russian president ×1 = Ivan Torsen"],
    ),
    // two holders, and nothing tells which
    (
        "Kazakh President [Halvar Brenk] met Russian President [Ivan Torsen]. The president left.",
        &[],
    ),
    (
        "Interior Minister [Karl Orlan] met Health Minister [Ilse Maarn]. The minister left.",
        &[],
    ),
    (
        "The mayor of Orla, [Dora Olm], met the mayor of Calder, [Karl Orlan]. The mayor left.",
        &[],
    ),
    // the office of another land
    ("President [Halvar Brenk] met the Russian president.", &[]),
    (
        "Kazakh President [Halvar Brenk] met the Russian president. The president left.",
        &[],
    ),
    ("The mayor of Orla, [Dora Olm], met the mayor of Calder.", &[]),
    // another office
    ("Interior Minister [Karl Orlan] spoke. The health minister left.", &[]),
    ("Prime Minister [Karl Orlan] spoke. The president left.", &[]),
    (
        "President [Karl Orlan] spoke. The party president left, and so did the club's president.",
        &[],
    ),
    ("Senate President [Karl Orlan] spoke. The president left.", &[]),
    (
        "[Karl Orlan], president of the Teachers Union, spoke. The president left.",
        &[],
    ),
    // not the holder
    ("Former President [Karl Orlan] spoke. The president left.", &[]),
    ("President [Karl Orlan] spoke. The former president left.", &[]),
    (
        "Former president [Karl Orlan] spoke; as President [Karl Orlan] he had not. The president left.",
        &[],
    ),
    (
        "Deputy Interior Minister [Karl Orlan] spoke. The interior minister left.",
        &[],
    ),
    (
        "Interior Minister [Karl Orlan] spoke. The deputy interior minister left.",
        &[],
    ),
    (
        "Vice President [Karl Orlan] spoke. The vice president left. The president left.",
        &[],
    ),
    ("Acting President [Karl Orlan] spoke. The president left.", &[]),
    ("President [Karl Orlan] spoke. The acting president left.", &[]),
    ("President-elect [Karl Orlan] spoke. The president left.", &[]),
    ("President [Karl Orlan] spoke. The president-elect left.", &[]),
    // nobody in particular
    (
        "President [Karl Orlan] spoke. A president must. Any mayor may. Presidents do. It was presidential.",
        &[],
    ),
    (
        "President [Karl Orlan] spoke. Each club chose its president, and no president came.",
        &[],
    ),
    // somebody else's name
    ("President [Karl Orlan] spoke. The mayor left.", &[]),
    ("In a call with [Karl Orlan], the president said so.", &[]),
    ("[Karl Orlan] was the president.", &[]),
    ("President [Karl Orlan] and the president Ivan Torsen spoke.", &[]),
    ("", &[]),
    ("The president left.", &[]),
];

#[test]
fn offices_of_one_article_mean_who_bears_them_there() {
    for (text, expected) in ONE {
        check(&[(DAY, text)], expected);
    }
}

#[test]
fn another_article_of_the_story_tells_who_bears_an_office() {
    let named = (DAY, "Kazakh President [Halvar Brenk] spoke.");
    let offered = check(
        &[named, ("2031-03-14", "The Kazakh president left.")],
        &["Kazakh president ×1 = Halvar Brenk"],
    );
    assert_eq!(
        offered[0].reason,
        "Called “Kazakh President” in another article of the story, as nobody else is there"
    );
    assert_eq!(offered[0].places[0].0, 1);
    check(
        &[named, ("2031-03-14", "The president left.")],
        &["president ×1 = Halvar Brenk"],
    );
    check(&[named, ("2031-03-14", "The Russian president left.")], &[]);
    check(
        &[
            named,
            ("2031-03-14", "President [Ivan Torsen] spoke. The president left."),
        ],
        &["president ×1 = Ivan Torsen"],
    );
}

#[test]
fn two_holders_of_one_office_are_not_mixed() {
    let first = ("2031-01-02", "Kazakh President [Halvar Brenk] spoke.");
    let second = ("2031-03-12", "Kazakh President [Ivan Torsen] spoke.");
    // each day has its own, days between both have none
    check(
        &[first, second, ("2031-03-14", "The Kazakh president left.")],
        &["Kazakh president ×1 = Ivan Torsen"],
    );
    check(
        &[first, second, ("2031-01-03", "The Kazakh president left.")],
        &["Kazakh president ×1 = Halvar Brenk"],
    );
    check(&[first, second, ("2031-02-05", "The Kazakh president left.")], &[]);
    check(&[first, second, ("", "The Kazakh president left.")], &[]);
    // who was it is it no more
    let former = ("2031-01-10", "Former Kazakh president [Halvar Brenk] fled.");
    check(&[first, former, ("2031-01-12", "The Kazakh president left.")], &[]);
    check(
        &[first, former, ("2031-01-04", "The Kazakh president left.")],
        &["Kazakh president ×1 = Halvar Brenk"],
    );
}

#[test]
fn what_is_near_and_told_of_the_land_is_likelier() {
    let score = |articles: &[(&str, &str)]| offers(articles).1.first().map_or(0.0, |offer| offer.score);
    let named = (DAY, "Kazakh President [Halvar Brenk] spoke.");
    let here = score(&[(DAY, "Kazakh President [Halvar Brenk] spoke. The Kazakh president left.")]);
    let open = score(&[(DAY, "Kazakh President [Halvar Brenk] spoke. The president left.")]);
    let before = score(&[(DAY, "The president left. Kazakh President [Halvar Brenk] spoke.")]);
    let there = score(&[named, (DAY, "The Kazakh president left.")]);
    let far = score(&[named, ("2031-04-12", "The Kazakh president left.")]);
    let open_there = score(&[named, (DAY, "The president left.")]);
    assert!(here > open && open > before && there > far && far > open_there && open_there > 0.0);
    assert_eq!(score(&[named, ("2031-06-12", "The Kazakh president left.")]), 0.0);
}

#[test]
fn stories_do_not_hear_of_one_another() {
    let texts = [(DAY, "President [Halvar Brenk] spoke."), (DAY, "The president left.")];
    with_linked(&texts, |rows, found| {
        assert_eq!(office_offers(rows, &found, |_| Some(0)).len(), 1);
        assert_eq!(office_offers(rows, &found, Some).len(), 0);
        assert_eq!(office_offers(rows, &found, |_| None).len(), 0);
    });
}

#[test]
fn offices_are_told_from_names() {
    for words in [
        "president",
        "interior minister",
        "Interior Minister",
        "President",
        "secretary of state",
        "police chief",
    ] {
        assert!(is_office(words), "{words}");
    }
    for words in [
        "King",
        "Mayor",
        "Halvar Brenk",
        "President Brenk",
        "presidents",
        "minister said",
        "Prince",
        "Kazakh",
        "",
    ] {
        assert!(!is_office(words), "{words}");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_gives_offices_in_order(
        text in "(\\PC{0,4}|president|King|minister|of the |interior |’s |[A-Z][a-zé]{1,5}|the |acting |\\n| ){0,30}"
    ) {
        let mut end = 0;
        for named in office::all(&text) {
            proptest::prop_assert!(named.whole.slice(&text).is_some() && named.shown.slice(&text).is_some());
            proptest::prop_assert!(named.words.slice(&text).is_some() && named.words.start() >= end);
            end = named.words.end();
        }
    }
}
