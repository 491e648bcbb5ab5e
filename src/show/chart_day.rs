//! Which day places a claim on the axis of time, and which days its figure is for.

use jiff::civil::Date;

use super::chart::DayBasis;
use super::look::DaysBy;
use crate::store::{ClaimRecord, Store};
use crate::time::Value;

/// The days of one claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ClaimDays {
    /// Where it is drawn.
    pub(super) held: Date,
    /// Which of its days that is.
    pub(super) basis: DayBasis,
    /// First and last day of the time that the figure is for, where that is longer than a day.
    pub(super) period: Option<(Date, Date)>,
}

/// The days of a claim on the axis that `by` asks for; `None` where that day is not known.
pub(super) fn days_of(store: &Store, record: &ClaimRecord, by: DaysBy) -> Option<ClaimDays> {
    let claim = record.claim();
    let published = store.article(record.article).and_then(|article| article.published());
    let happened = days(&claim.event_date);
    let as_of = || {
        let (first, last) = days(&claim.as_of)?;
        // "In March" said on the 14th holds on the 14th, not on the 31st.
        let held = published.map_or(last, |published| last.min(published.max(first)));
        Some((held, DayBasis::AsOf))
    };
    let event = || Some((happened?.1, DayBasis::Happened));
    let article = || Some((published?, DayBasis::Published));
    let (held, basis) = match by {
        DaysBy::AsOf => as_of().or_else(event).or_else(article),
        DaysBy::Event => event(),
        DaysBy::Published => article(),
    }?;
    let long = happened.filter(|(first, last)| first < last);
    let period = long.map(|(first, last)| (first, last.min(held.max(first))));
    Some(ClaimDays { held, basis, period })
}

fn days(value: &Option<Value>) -> Option<(Date, Date)> {
    value.as_ref()?.days()
}

#[cfg(test)]
mod tests {
    use super::days_of;
    use crate::show::look::DaysBy;
    use crate::show::testing::store;

    #[track_caller]
    fn check(head: &str, expected: [&str; 3]) {
        let store = store(&[("A", "2031-03-14", &format!("{{killed {head}|31 dead}}."))]);
        let record = store.claims().next().expect("a claim");
        let got = DaysBy::ALL.map(|by| match days_of(&store, record, by) {
            Some(days) => {
                let period = days.period.map(|(from, to)| format!(" for {from} to {to}"));
                format!("{} {:?}{}", days.held, days.basis, period.unwrap_or_default())
            }
            None => "none".to_owned(),
        });
        assert_eq!(got, expected);
    }

    #[test]
    fn each_axis_takes_its_own_day() {
        check(
            "on 2031-03-13 happened 2031-03-11",
            ["2031-03-13 AsOf", "2031-03-11 Happened", "2031-03-14 Published"],
        );
        check("on 2031-03-13", ["2031-03-13 AsOf", "none", "2031-03-14 Published"]);
    }

    #[test]
    fn a_period_is_kept() {
        check(
            "on 2031-03-13 happened 2031-03-01/2031-03-10",
            [
                "2031-03-13 AsOf for 2031-03-01 to 2031-03-10",
                "2031-03-10 Happened for 2031-03-01 to 2031-03-10",
                "2031-03-14 Published for 2031-03-01 to 2031-03-10",
            ],
        );
        check(
            "total on 2031-03-13 happened 2031-03-01/2031-03-10",
            [
                "2031-03-13 AsOf for 2031-03-01 to 2031-03-10",
                "2031-03-10 Happened for 2031-03-01 to 2031-03-10",
                "2031-03-14 Published for 2031-03-01 to 2031-03-10",
            ],
        );
        // what is still to come is not counted yet
        check(
            "total on 2031-03-13 happened 2031-03-01/2031-03-31",
            [
                "2031-03-13 AsOf for 2031-03-01 to 2031-03-13",
                "2031-03-31 Happened for 2031-03-01 to 2031-03-31",
                "2031-03-14 Published for 2031-03-01 to 2031-03-14",
            ],
        );
    }

    #[test]
    fn a_month_as_of_holds_at_the_day_of_the_article() {
        check("on 2031-03", ["2031-03-14 AsOf", "none", "2031-03-14 Published"]);
        check("on 2031-02", ["2031-02-28 AsOf", "none", "2031-03-14 Published"]);
    }
}
