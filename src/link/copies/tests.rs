//! Examples of articles that are one source and of articles that are not.

use super::{CopiesTold, CopyArticle, CopyBasis, CopyFinder, Sources};

/// A report in sentences of its own, made longer by a number that changes the words.
const FERRY: &str = "ESTRAVA (KNA) - The night ferry to Port Calder left the pier at ten and never reached the lamp on the mole.\n\n\
Fishermen who had heard the horn rowed out with nets and ropes and pulled 26 people from the black water, said the harbour master.\n\n\
By noon the coast guard had laid the bodies of 31 passengers in the fish hall, where families walked from sheet to sheet.\n\n\
The owner of the ferry, a small company from Norhaven, had asked for a new engine in the spring and been told to wait.\n\n\
Schools in the town stay closed until Monday and the flag on the town hall hangs at half mast.";

const FERRY_BY_ANOTHER: &str = "NORHAVEN (Reuters) - A passenger ship went down off Estrava late on Sunday, killing 31 of those aboard, the coast guard said.\n\n\
Rescue boats searched through the night while relatives waited on the quay for word of the missing.\n\n\
\"The engine was old, we had asked for a new one in the spring and were told to wait, and now we bury our friends and our sons\", said the owner.\n\n\
It was the third such accident in the straits since the year began, and lawmakers called for new rules.\n\n\
Divers were to go down to the wreck at first light, weather allowing.";

const MARKET: &str = "A fire tore through the covered market of Orla before dawn and burned for six hours, the brigade said.\n\n\
Traders who slept beside their stalls ran barefoot into the square as the roof of tarred felt came down behind them.\n\n\
The mayor counted 14 dead and asked the province for doctors, blankets and tents for some two hundred families.\n\n\
A gas bottle under a tea stall is thought to have blown up first, though nobody who saw it has been found.";

const FOOTER: &str = "Sign up for the letter that we send out every morning with the best of our work from all over the country and beyond.\n\
All of our articles are checked by two editors before they are published and corrected in plain sight where we were wrong.\n\
Write to us if you know more about what you have read here, by post or by way of the locked letter box on our page.";

struct Told<'a>(&'a [&'a str], CopiesTold);

/// The groups of the articles of one day, numbered from 1.
fn sources(rows: &[(&str, &str)], told: &CopiesTold) -> Sources {
    let articles: Vec<CopyArticle<'_>> = rows
        .iter()
        .zip(1..)
        .map(|((day, text), number)| CopyArticle {
            state: 0,
            number,
            text,
            boilerplate: &[],
            publisher: None,
            published: day.parse().ok(),
        })
        .collect();
    CopyFinder::default().sources(&articles, told)
}

#[track_caller]
fn check_told(Told(texts, told): &Told<'_>, expected: &[&[u64]]) -> Sources {
    let rows: Vec<(&str, &str)> = texts.iter().map(|text| ("2031-05-04", *text)).collect();
    let found = sources(&rows, told);
    let got: Vec<&[u64]> = found.groups.iter().map(|group| group.articles.as_slice()).collect();
    assert_eq!(got, expected);
    found
}

#[track_caller]
fn check(texts: &[&str], expected: &[&[u64]]) -> Sources {
    check_told(&Told(texts, CopiesTold::default()), expected)
}

fn own_words(text: &str) -> String {
    format!("Our correspondent adds that the hills above the town were full of lights all night.\n\n{text}")
}

#[test]
fn copied_articles_are_one_source() {
    let other_number = FERRY.replace("31", "34");
    let found = check(
        &[FERRY, MARKET, FERRY, &own_words(FERRY), &other_number],
        &[&[1, 3, 4, 5]],
    );
    let group = found.group_of(4).unwrap();
    assert_eq!(group.agency.as_deref(), Some("KNA"));
    assert_eq!(
        group.reason,
        "4 articles carry one text from KNA: 100 % of the shorter text stands in the other. They are one source."
    );
    assert_eq!((found.source_of(5), found.source_of(2)), (1, 2));
    assert!(group.links.iter().all(|link| link.basis == CopyBasis::Same));
}

#[test]
fn a_text_within_a_longer_one_is_a_copy() {
    let short: String = FERRY.split("\n\n").take(3).collect::<Vec<_>>().join("\n\n");
    let long = format!("{MARKET}\n\n{FERRY_BY_ANOTHER}\n\n{short}\n\n{FOOTER}");
    let found = check(&[&short, &long], &[&[1, 2]]);
    assert_eq!(found.groups[0].links[0].basis, CopyBasis::Within);
    // what one round-up takes from two sources does not make them one
    let round_up = format!("{FERRY}\n\n{MARKET}\n\n{FERRY_BY_ANOTHER}");
    let found = check(&[FERRY, MARKET, &round_up], &[&[1, 3]]);
    assert_eq!(found.groups.len(), 1);
}

#[test]
fn reports_in_words_of_their_own_are_two_sources() {
    // a quotation of the same speaker stands in both
    let quoted = FERRY.replace(
        "The owner of the ferry, a small company from Norhaven, had asked for a new engine in the spring and been told to wait.",
        "\"The engine was old, we had asked for a new one in the spring and were told to wait, and now we bury our friends and our sons\", said the owner.",
    );
    check(&[&quoted, FERRY_BY_ANOTHER], &[]);
    check(&[FERRY, FERRY_BY_ANOTHER, MARKET], &[]);
    check(&["Ten people died.", "Ten people died.", ""], &[]);
    check(&[], &[]);
}

#[test]
fn what_an_outlet_puts_under_every_article_is_no_copy() {
    let texts = [FERRY, FERRY_BY_ANOTHER, MARKET].map(|text| format!("{text}\n\n{FOOTER}"));
    let days = ["2031-05-04", "2031-05-05", "2031-08-01"];
    let rows: Vec<(&str, &str)> = days.into_iter().zip(texts.iter().map(String::as_str)).collect();
    assert!(sources(&rows, &CopiesTold::default()).groups.is_empty());
}

#[test]
fn the_same_text_a_year_later_is_told_by_its_days() {
    let rows = [("2031-05-04", FERRY), ("2032-05-04", FERRY)];
    assert!(sources(&rows, &CopiesTold::default()).groups.is_empty());
    let undated = [("2031-05-04", FERRY), ("", FERRY)];
    assert_eq!(sources(&undated, &CopiesTold::default()).groups.len(), 1);
}

#[test]
fn the_analyst_has_the_last_word() {
    let mut told = CopiesTold::default();
    told.say(2, 1, false);
    told.say(3, 4, true);
    let texts = [FERRY, FERRY, MARKET, FERRY_BY_ANOTHER];
    let found = check_told(&Told(&texts, told.clone()), &[&[3, 4]]);
    assert_eq!(found.groups[0].links[0].basis, CopyBasis::Told);
    assert_eq!(
        found.groups[0].reason,
        "2 articles carry one text: you said so. They are one source."
    );
    assert_eq!(told.said(1, 2), Some(false));
    // nor are they joined over a third one
    let texts = [FERRY, FERRY, FERRY];
    told = CopiesTold::default();
    told.say(1, 2, false);
    check_told(&Told(&texts, told), &[&[1, 3]]);
}

#[test]
fn a_finder_finds_the_same_in_portions() {
    let later = own_words(MARKET);
    let texts = [FERRY, MARKET, FERRY_BY_ANOTHER, &later, FERRY];
    let article = |(number, text)| CopyArticle {
        state: 0,
        number,
        text,
        boilerplate: &[],
        publisher: None,
        published: "2031-05-04".parse().ok(),
    };
    let all: Vec<CopyArticle<'_>> = (1..).zip(texts).map(article).collect();
    let mut finder = CopyFinder::default();
    for end in [1, 3, 2, 5] {
        let told = CopiesTold::default();
        let found = finder.sources(&all[..end], &told);
        assert_eq!(found, CopyFinder::default().sources(&all[..end], &told));
    }
}
