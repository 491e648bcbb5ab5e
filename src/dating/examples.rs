//! What times mean, seen from a fixed day; run by the tests of this floor.

/// The day from which the examples are seen: a Wednesday.
pub(super) const PUBLISHED: &str = "2019-06-12";

/// A sentence and the values of its times, in order; `-` where it cannot be told.
#[rustfmt::skip]
pub(super) const VALUES: &[(&str, &str)] = &[
    ("Ten died on Monday, police said.", "2019-06-10"),
    ("Ten died on Wednesday, police said.", "2019-06-12"),
    ("Ten died on Thursday, police said.", "2019-06-06"),
    ("He said Monday would be a day of mourning.", "2019-06-17"),
    ("The talks are scheduled for Thursday.", "2019-06-13"),
    ("The unrest began last Wednesday.", "2019-06-05"),
    ("The talks begin next Monday.", "2019-06-17"),
    ("They met this Saturday.", "2019-06-08"),
    ("They will meet this Saturday.", "2019-06-15"),
    ("The unrest began last Sunday, the 2nd.", "2019-06-02"),
    ("On Tuesday last week it rained.", "2019-06-04"),
    ("Today, Wednesday, it rained. Yesterday it did not.", "2019-06-12 2019-06-11"),
    ("Today, Wednesday, the 12th, it rained.", "2019-06-12"),
    ("He was held the day before yesterday, Monday.", "2019-06-10"),
    ("He fell last night and died this morning.", "2019-06-11TNI 2019-06-12TMO"),
    ("He fell on Monday evening. The next day he died.", "2019-06-10TEV 2019-06-11"),
    ("The day before, he had left.", "-"),
    ("It broke out in March 2018. The next day it spread.", "2018-03 2018-03"),
    ("They marched after Friday prayers on 18 May.", "2019-06-07 2018-05-18"),
    ("He left in May. Two weeks ago he wrote.", "2019-05 2019-05-29"),
    ("It was found in December.", "2018-12"),
    ("It will open in December.", "2019-12"),
    ("It was found on Dec. 3.", "2018-12-03"),
    ("It will open on Jan. 3.", "2020-01-03"),
    ("It was found last June, and next June it goes.", "2018-06 2020-06"),
    ("In March last year and in July this year.", "2018-03 2019-07"),
    ("This week, last week, next week.", "2019-W24 2019-W23 2019-W25"),
    ("This year, last year, next month.", "2019 2018 2019-07"),
    ("Three were hurt over the weekend.", "2019-W23-WE"),
    ("Three will play this weekend.", "2019-W24-WE"),
    ("Five months ago he fled, two years ago he came.", "2019-01 2017"),
    ("In 2015 he came. The following year he left.", "2015 2016"),
    ("On May 3, 2018 he came. Two days later he left.", "2018-05-03 2018-05-05"),
    ("Profit fell in the first quarter from a year earlier.", "2019-Q1 2018-Q1"),
    ("A year ago he was free.", "2018"),
    ("Early November was wet.", "2018-11"),
    ("On Jan. 5-7, 2019 it rained.", "2019-01-05/2019-01-07"),
    ("In the summer of 1994 and last winter.", "1994-SU 2018-WI"),
    ("The 1990s; the war of 1990-91.", "199 1990/1991"),
    ("For 60 hours, for three weeks, for days.", "PT60H P3W PXD"),
    ("It is now known, it was recently told, it will soon be sung.", "PRESENT_REF PAST_REF FUTURE_REF"),
    ("Every Friday they pray.", "-"),
    ("On 03/04/2019 it rained.", "-"),
    ("On 25.12.2018 it rained.", "2018-12-25"),
    ("It began at the beginning of the new year.", "2019"),
    ("On Friday, the following Monday and the previous Tuesday.", "2019-06-07 2019-06-10 2019-06-04"),
];

#[cfg(test)]
mod tests {
    use super::{PUBLISHED, VALUES};
    use crate::article::Article;
    use crate::dating::resolve;
    use crate::number;
    use crate::time::{TimeMention, find};
    use crate::token::{Scan, scan};
    use jiff::civil::Date;
    use proptest::prelude::*;

    fn times(scan: &Scan<'_>) -> Vec<TimeMention> {
        find(&Article::plain(scan.text), scan, &number::find(scan))
    }

    fn values(text: &str) -> String {
        let scan = scan(text);
        let values = resolve(&scan, &times(&scan), &[], PUBLISHED.parse().ok());
        let words: Vec<String> = values
            .iter()
            .map(|value| value.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string))
            .collect();
        words.join(" ")
    }

    #[test]
    fn times_mean_what_they_say() {
        let wrong: Vec<(&str, String, &str)> = VALUES
            .iter()
            .map(|(text, expected)| (*text, values(text), *expected))
            .filter(|(_, found, expected)| found != expected)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn without_a_publication_day_only_what_is_said_is_known() {
        let scan = scan("On Monday and on May 3, 2018, and two days later, in June.");
        let values = resolve(&scan, &times(&scan), &[], None);
        let known: Vec<bool> = values.iter().map(Option::is_some).collect();
        assert_eq!(known, [false, true, true, false]);
    }

    /// What stands in heads of articles, and letters of other scripts.
    #[rustfmt::skip]
    const ODD: [&str; 16] = [
        "\n", "\n\n", "ESTRAVA, March 14 (VNA) - ", "Published: ", "Updated ", "| ", "© 2009-2011 ", "31/", "03/04/2019 ", "today, ",
        "١٤ مارس ", "\u{202e}", "14 March 9999 - ", "Sunday, 31 February ", "😀", "99/99/9999 ",
    ];

    /// Words that the rules know, torn apart and put together anyhow.
    fn jumble() -> impl Strategy<Value = String> {
        let words = VALUES
            .iter()
            .flat_map(|(text, _)| text.split_inclusive(' '))
            .chain(ODD)
            .collect::<Vec<_>>();
        prop::collection::vec(prop::sample::select(words), 0..40).prop_map(|words| words.concat())
    }

    #[track_caller]
    fn holds_together(text: &str) {
        let scan = scan(text);
        let times = times(&scan);
        let mut last = 0;
        for time in &times {
            assert!(time.span.slice(text).is_some_and(|words| !words.is_empty()), "{text}");
            assert!(time.span.start() >= last, "{text}");
            last = time.span.end();
        }
        let days = [
            Date::MIN,
            Date::MAX,
            "2024-02-29".parse().unwrap(),
            "9999-01-01".parse().unwrap(),
        ];
        for day in days {
            assert_eq!(resolve(&scan, &times, &[], Some(day)).len(), times.len());
        }
        resolve(&scan, &times, &[], None);
        let article = Article::plain(text);
        crate::dating::published(&article, &scan, &times, &crate::dating::Setting::default());
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,200}") {
            holds_together(&text);
        }

        #[test]
        fn any_jumble_of_times_is_read(text in jumble()) {
            holds_together(&text);
        }
    }

    #[test]
    fn counts_past_the_calendar_are_not_known() {
        for text in [
            "99999 years ago",
            "9999 weeks later",
            "on 31 February 2019",
            "in 2099 and the following year",
        ] {
            holds_together(text);
        }
        assert_eq!(values("It was 99999 years ago."), "-");
    }
}
