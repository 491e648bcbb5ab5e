//! Tests of own days and of stories on texts from Varland.

use super::{Basis, Published, Setting, StoryArticle, published, settle_story};
use crate::article::{Article, DateFact, FactBasis};
use crate::number;
use crate::time::find;
use crate::token::scan;
use jiff::civil::Weekday;

const STAMPED: &str = "March 27, 2021 9:12 am\n\nSpy chief of Varland held\n\nHe was held on Thursday. The ministry said this \
    Saturday that 40 people had died since the unrest began last Sunday, the 7th. For tomorrow Monday mourning has been \
    decreed.";
const PAIRED: &str = "Order in Varland\n\nThe president said today, Friday, that order is back. Yesterday, Thursday, \
    flights were cancelled until Sunday, the fourteenth of March.";
const HABIT: &str = "Spy chief held\n\nEstrava – The president said on Saturday that shots had been fired on Friday. On \
    Saturday, the ministry said that ten died on Thursday.";

fn own(article: &Article, today: Option<&str>) -> Option<Published> {
    let scan = scan(&article.text);
    let setting = Setting {
        given: None,
        today: today.and_then(|day| day.parse().ok()),
    };
    published(article, &scan, &find(article, &scan, &number::find(&scan)), &setting)
}

fn day(published: Option<&Published>) -> String {
    published
        .and_then(|published| published.date)
        .map_or_else(|| "-".to_owned(), |date| date.to_string())
}

#[test]
fn a_stamp_of_another_week_gives_the_year_and_is_reported() {
    let found = own(&Article::plain(STAMPED), None).unwrap();
    assert_eq!(day(Some(&found)), "2021-03-14");
    assert_eq!(found.basis, Basis::Inferred);
    assert_eq!(found.conflicts.len(), 1);
    assert_eq!(found.conflicts[0].words, "March 27, 2021 9:12 am");
    assert_eq!(
        found.conflicts[0].date.map(|date| date.to_string()).as_deref(),
        Some("2021-03-27")
    );
}

#[test]
fn a_weekday_with_its_date_leaves_years_open() {
    let found = own(&Article::plain(PAIRED), Some("2026-11-22")).unwrap();
    assert_eq!(day(Some(&found)), "2021-03-12");
    let years: Vec<i16> = found
        .alternatives
        .iter()
        .map(|alternative| alternative.date.year())
        .collect();
    assert_eq!(years.get(..3), Some(&[2010, 2004, 1999][..]));
    let unread = own(&Article::plain(PAIRED), None).unwrap();
    assert_eq!(day(Some(&unread)), "-");
    assert_eq!(unread.weekday, Some(Weekday::Friday));
    assert!(unread.alternatives.len() > 3);
}

#[test]
fn agencies_name_their_own_weekday() {
    let found = own(&Article::plain(HABIT), Some("2026-11-22")).unwrap();
    assert_eq!(found.weekday, Some(Weekday::Saturday));
    assert_eq!(found.date, None);
    assert_eq!(own(&Article::plain("Nothing is told here."), None), None);
}

#[test]
fn a_copyright_line_gives_the_year() {
    let text = format!("{HABIT}\n\nCopyright © 2021 The Estrava Post. All rights reserved.");
    let found = own(&Article::plain(text), None).unwrap();
    assert_eq!((found.year, found.date), (Some(2021), None));
}

#[test]
fn metadata_datelines_and_file_names_give_the_day() {
    let mut article = Article::plain(HABIT);
    article.dates.push(DateFact {
        words: "2021-03-13T08:00:00Z".to_owned(),
        basis: FactBasis::Metadata,
    });
    let found = own(&article, None).unwrap();
    assert_eq!(
        (day(Some(&found)).as_str(), found.basis),
        ("2021-03-13", Basis::Metadata)
    );
    article.dates[0] = DateFact {
        words: "estrava_20210313.txt".to_owned(),
        basis: FactBasis::FileName,
    };
    let found = own(&article, None).unwrap();
    assert_eq!(
        (day(Some(&found)).as_str(), found.basis),
        ("2021-03-13", Basis::FileName)
    );
    let lined = own(
        &Article::plain("ESTRAVA, March 13, 2021 (VNA) - Ten people died."),
        None,
    )
    .unwrap();
    assert_eq!(
        (day(Some(&lined)).as_str(), lined.basis),
        ("2021-03-13", Basis::Dateline)
    );
}

#[test]
fn a_given_date_is_final() {
    let article = Article::plain(STAMPED);
    let scan = scan(&article.text);
    let setting = Setting {
        given: "2021-03-15".parse().ok(),
        today: None,
    };
    let found = published(&article, &scan, &find(&article, &scan, &number::find(&scan)), &setting).unwrap();
    assert_eq!(
        (day(Some(&found)).as_str(), found.basis, found.confidence),
        ("2021-03-15", Basis::Given, 1.0)
    );
    assert!(found.conflicts.len() > 1);
}

#[test]
fn a_story_settles_what_each_article_lacks() {
    for today in [None, Some("2026-11-22")] {
        let found: Vec<Option<Published>> = [STAMPED, PAIRED, HABIT, "Untold."]
            .map(|text| own(&Article::plain(text), today))
            .into();
        let files = ["a.txt", "b.txt", "c.txt", "d.txt"];
        let articles: Vec<StoryArticle<'_>> = files
            .iter()
            .zip(&found)
            .map(|(file, published)| StoryArticle {
                file,
                published: published.as_ref(),
            })
            .collect();
        let settled = settle_story(&articles);
        let days: Vec<String> = settled.iter().map(|published| day(published.as_ref())).collect();
        assert_eq!(days, ["2021-03-14", "2021-03-12", "2021-03-13", "-"]);
        let helped = settled[2].as_ref().unwrap();
        assert!(
            helped
                .evidence
                .iter()
                .any(|evidence| evidence.file.as_deref() == Some("a.txt"))
        );
        assert_eq!(settled[0], found[0], "firm dates stay");
    }
}

#[test]
fn a_story_without_any_date_stays_as_it_is() {
    let found = own(&Article::plain(HABIT), None);
    let article = StoryArticle {
        file: "a.txt",
        published: found.as_ref(),
    };
    assert_eq!(settle_story(&[article, article]), [found.clone(), found]);
}
