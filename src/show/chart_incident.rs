//! One incident that is counted again and again: what a source counts of it stands until the source counts anew.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::chart::Point;
use super::chart_build::ChartInput;
use super::look::DaysBy;
use crate::claim::{Claim, Kind};

/// From so many figures with a known day of the harm on it can be told that they are of one incident.
const LEAST_KNOWN: usize = 3;

/// The day of the incident that at least three of four figures are of, give or take a day, as a night belongs to two;
/// `None` where the harm was done over days, or hardly a day is known.
pub(super) fn one_incident<'r>(claims: impl Iterator<Item = &'r Claim>) -> Option<Date> {
    let mut known = 0;
    let mut of_day: BTreeMap<Date, usize> = BTreeMap::new();
    for claim in claims.filter(|claim| !claim.part_of && is_counted_again(claim.kind)) {
        let Some((first, last)) = claim.event_date.as_ref().and_then(|value| value.days()) else {
            continue;
        };
        known += 1;
        if (last - first).get_days() <= 1 {
            *of_day.entry(first).or_default() += 1;
        }
    }
    let (most, _) = of_day
        .iter()
        .max_by_key(|(day, count)| (**count, std::cmp::Reverse(**day)))?;
    let near: usize = of_day
        .iter()
        .filter(|(day, _)| is_near(**day, *most))
        .map(|(_, count)| count)
        .sum();
    (known >= LEAST_KNOWN && near * 4 >= known * 3).then_some(*most)
}

/// True for a figure that may be of the incident of that day: of about that day, or of none that is told.
pub(super) fn is_of_incident(claim: &Claim, day: Date) -> bool {
    let days = claim.event_date.as_ref().and_then(|value| value.days());
    days.is_none_or(|(first, last)| is_near(first, day) && is_near(last, day))
}

fn is_near(a: Date, b: Date) -> bool {
    (a - b).get_days().abs() <= 1
}

/// Who was harmed at once is counted again; who is arrested or flees later is another one.
fn is_counted_again(kind: Kind) -> bool {
    matches!(kind, Kind::Killed | Kind::Injured | Kind::Casualties | Kind::Missing)
}

/// Makes running totals of the counts of one incident; gives its day where that was done.
pub(super) fn run_on(points: &mut [Point], input: &ChartInput<'_>) -> Option<Date> {
    if input.look.days_by == DaysBy::Event {
        return None;
    }
    let record = |point: &Point| point.claim().and_then(|claim| input.store.claim(claim));
    let whole = points.iter().filter(|point| point.mark.is_whole());
    let incident = one_incident(whole.filter_map(record).map(|record| record.claim()))?;
    let of_incident: Vec<usize> = points
        .iter()
        .enumerate()
        .filter(|(_, point)| {
            point.mark.is_whole() && record(point).is_some_and(|record| is_of_incident(record.claim(), incident))
        })
        .map(|(index, _)| index)
        .collect();
    let mut days = of_incident
        .iter()
        .filter_map(|index| points.get(*index).map(|point| point.day));
    let first = days.next()?;
    // all of one day stand side by side as they are
    if days.all(|day| day == first) {
        return None;
    }
    for index in of_incident {
        if let Some(point) = points.get_mut(index) {
            point.mark.total = true;
            point.mark.incident = false;
        }
    }
    Some(incident)
}

#[cfg(test)]
mod tests {
    use crate::claim::Kind;
    use crate::show::testing::store;
    use crate::show::{ChartInput, CompareLook, DaysBy, KindChart, LinesBy, Sources, chart_subtitle, kind_chart};

    fn chart(articles: &[(&str, &str, &str)], look: &CompareLook) -> KindChart {
        let store = store(articles);
        let sources = Sources::new(&store, LinesBy::Speaker);
        kind_chart(&ChartInput::new(&store, look, &sources, &sources), Kind::Killed)
    }

    #[track_caller]
    fn check(articles: &[(&str, &str, &str)], steps: &[(u64, u64)], stand: &[u64]) {
        let chart = chart(articles, &CompareLook::default());
        let y = |index: usize| chart.points[index].y;
        let got: Vec<(u64, u64)> = chart.steps.iter().map(|step| (y(step.from), y(step.to))).collect();
        assert_eq!(got, steps);
        let last = jiff::civil::date(2031, 3, 20);
        let got: Vec<u64> = chart.standing(last).into_iter().map(y).collect();
        assert_eq!(got, stand);
    }

    const MONDAY: &str =
        "{killed incident @M happened 2031-03-10|14 dead}. {killed incident @P happened 2031-03-10|9 dead}.";

    #[test]
    fn counts_of_one_incident_are_joined_and_stand() {
        check(
            &[
                ("A", "2031-03-10", MONDAY),
                (
                    "B",
                    "2031-03-11",
                    "{killed incident @M happened 2031-03-10|23 dead}. {killed incident part @M happened 2031-03-10|3 of them}.",
                ),
                ("B", "2031-03-13", "{killed incident @P|26 dead}."),
            ],
            &[(14, 23), (9, 26)],
            &[23, 26],
        );
    }

    #[test]
    fn the_night_after_belongs_to_it_and_the_blast_of_friday_does_not() {
        check(
            &[
                ("A", "2031-03-10", MONDAY),
                ("B", "2031-03-11", "{killed incident @M happened 2031-03-11|23 dead}."),
                ("B", "2031-03-14", "{killed incident @M happened 2031-03-14|5 dead}."),
            ],
            &[(14, 23)],
            &[23, 9],
        );
    }

    #[test]
    fn several_incidents_one_day_alone_and_unknown_days_stay_as_they_are() {
        let two = "{killed incident @M happened 2031-03-13|7 dead}. {killed incident @P happened 2031-03-13|6 dead}.";
        check(&[("A", "2031-03-10", MONDAY), ("B", "2031-03-13", two)], &[], &[]);
        let more = format!("{MONDAY} {{killed incident @N happened 2031-03-10|8 dead}}.");
        check(&[("A", "2031-03-10", &more)], &[], &[]);
        check(
            &[
                (
                    "A",
                    "2031-03-10",
                    "{killed incident @M|14 dead}. {killed incident @P|9 dead}.",
                ),
                ("B", "2031-03-11", "{killed incident @M|15 dead}."),
            ],
            &[],
            &[],
        );
    }

    #[test]
    fn the_head_says_so_and_by_the_day_of_the_harm_nothing_is_joined() {
        let articles = [
            ("A", "2031-03-10", MONDAY),
            ("B", "2031-03-11", "{killed incident @M happened 2031-03-10|23 dead}."),
        ];
        let as_of = chart(&articles, &CompareLook::default());
        assert_eq!(chart_subtitle(&as_of), "counts of one incident, joined, people");
        let look = CompareLook {
            days_by: DaysBy::Event,
            ..CompareLook::default()
        };
        let by_event = chart(&articles, &look);
        assert!(by_event.steps.is_empty() && by_event.incident.is_none());
    }
}
