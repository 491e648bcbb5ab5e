//! Marked text in, points and steps out.

use super::testing::{claim, store};
use super::{ChartInput, Charts, CompareLook, LinesBy, Sources, words};
use crate::claim::Kind;
use crate::store::Store;

fn charts(store: &Store, look: &CompareLook) -> Charts {
    let sources = Sources::new(store, LinesBy::Speaker);
    Charts::new(&ChartInput::new(store, look, &sources, &sources))
}

/// One line a point: day, source, figure, xN, marks; then one a step; then what is not drawn.
#[track_caller]
fn check(articles: &[(&str, &str, &str)], look: &CompareLook, expected: &str) {
    let store = store(articles);
    let charts = charts(&store, look);
    let mut out = String::new();
    for chart in &charts.kinds {
        for point in &chart.points {
            let name = &charts.sources[point.source].source.name;
            let figure = words::figure(&point.figure).replace('\u{a0}', " ");
            let mark = point.mark;
            let marks: Vec<&str> = [
                (mark.unreviewed, "hollow"),
                (mark.rejected, "rejected"),
                (mark.denied, "denied"),
                (mark.superseded, "superseded"),
                (mark.part, "part"),
            ]
            .into_iter()
            .filter_map(|(on, word)| on.then_some(word))
            .collect();
            let times = point.num_articles;
            out += &format!("{} {} {figure} x{times} {}\n", point.day, name, marks.join(" "));
        }
        for step in &chart.steps {
            let falls = if step.falls { " falls" } else { "" };
            out += &format!(
                "step {} {}{falls}\n",
                chart.points[step.from].y, chart.points[step.to].y
            );
        }
        let (numberless, undated) = (chart.numberless.len(), chart.undated.len());
        if numberless + undated > 0 {
            out += &format!("{numberless} without number, {undated} without day\n");
        }
    }
    let got: Vec<&str> = out.lines().map(str::trim_end).collect();
    let wanted: Vec<&str> = expected
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(got, wanted);
}

fn killed() -> CompareLook {
    CompareLook {
        kinds: vec![Kind::Killed],
        ..CompareLook::default()
    }
}

#[test]
fn the_same_figure_of_a_source_and_day_is_one_point() {
    check(
        &[
            (
                "A",
                "2031-03-12",
                "{killed total @Ministry|31 dead}, again {killed total @Ministry|31}.",
            ),
            (
                "B",
                "2031-03-12",
                "{killed total @the ministry accepted|31 killed}. {killed @Police|31}.",
            ),
        ],
        &killed(),
        "2031-03-12 Ministry 31 x2
         2031-03-12 Police 31 x1 hollow",
    );
}

#[test]
fn running_totals_are_joined_and_incidents_stand_alone() {
    check(
        &[
            (
                "A",
                "2031-03-12",
                "{killed total @M|12 dead}. {killed incident @M|5 dead}. {killed total part @M|3 of them}.",
            ),
            (
                "A",
                "2031-03-13",
                "{killed total @M|26 to 30 dead}. {killed total @N|7 dead}.",
            ),
            ("A", "2031-03-14", "{killed total @M|more than 28}."),
        ],
        &killed(),
        "2031-03-12 M 3 x1 hollow part
         2031-03-12 M 5 x1 hollow
         2031-03-12 M 12 x1 hollow
         2031-03-13 M 26–30 x1 hollow
         2031-03-13 N 7 x1 hollow
         2031-03-14 M > 28 x1 hollow
         step 12 26
         step 26 28",
    );
}

#[test]
fn a_total_that_falls_is_flagged_and_an_upper_bound_that_falls_is_not() {
    check(
        &[
            (
                "A",
                "2031-03-12",
                "{killed total @M|31 dead}. {killed total @P|up to 120}.",
            ),
            (
                "A",
                "2031-03-13",
                "{killed total @M|28 dead}. {killed total @P|100 dead}.",
            ),
        ],
        &killed(),
        "2031-03-12 M 31 x1 hollow
         2031-03-12 P ≤ 120 x1 hollow
         2031-03-13 M 28 x1 hollow
         2031-03-13 P 100 x1 hollow
         step 31 28 falls
         step 120 100",
    );
}

#[test]
fn only_the_highest_total_of_a_day_is_joined_and_classes_are_apart() {
    check(
        &[
            (
                "A",
                "2031-03-12",
                "{killed total @M|12 dead}. {killed total class security_force @M|4 police}.",
            ),
            (
                "A",
                "2031-03-13",
                "{killed total @M|20 dead}, first {killed total @M|17}. {killed total class security_force @M|6 police}.",
            ),
        ],
        &killed(),
        "2031-03-12 M 4 x1 hollow
         2031-03-12 M 12 x1 hollow
         2031-03-13 M 6 x1 hollow
         2031-03-13 M 17 x1 hollow
         2031-03-13 M 20 x1 hollow
         step 4 6
         step 12 20",
    );
}

#[test]
fn what_cannot_be_drawn_is_counted() {
    check(
        &[
            (
                "A",
                "2031-03-12",
                "{killed @M|almost half of the dead}. {killed @M|dozens}.",
            ),
            (
                "B",
                "",
                "{killed @M|9 dead}. {killed on 2031-03-10 @M|8 dead}. {killed happened 2031-03-09 @M|7 dead}.",
            ),
        ],
        &killed(),
        "2031-03-09 M 7 x1 hollow
         2031-03-10 M 8 x1 hollow
         2031-03-12 M ≥ 24 x1 hollow
         1 without number, 1 without day",
    );
}

#[test]
fn rejected_ones_are_hidden_or_shown_and_never_joined() {
    let articles = &[
        ("A", "2031-03-12", "{killed total @M|12 dead}."),
        ("A", "2031-03-13", "{killed total rejected @M|99 dead}."),
        ("A", "2031-03-14", "{killed total denied @M|14 dead}."),
    ];
    check(
        articles,
        &killed(),
        "2031-03-12 M 12 x1 hollow
         2031-03-14 M 14 x1 hollow denied",
    );
    let look = CompareLook {
        show_rejected: true,
        ..killed()
    };
    check(
        articles,
        &look,
        "2031-03-12 M 12 x1 hollow
         2031-03-13 M 99 x1 rejected
         2031-03-14 M 14 x1 hollow denied",
    );
    let charts = charts(&store(articles), &killed());
    assert_eq!((charts.num_drawn(), charts.num_hidden()), (2, 1));
}

#[test]
fn a_source_that_is_switched_off_keeps_its_slot_and_its_count() {
    let store = store(&[(
        "A",
        "2031-03-12",
        "{killed @M|12 dead}. {killed @M|13 dead}. {killed @N|9 dead}.",
    )]);
    let look = CompareLook {
        hidden: [Sources::new(&store, LinesBy::Speaker).rows[0].key.clone()].into(),
        ..killed()
    };
    let charts = charts(&store, &look);
    let rows: Vec<_> = charts
        .sources
        .iter()
        .map(|row| (row.source.slot, row.shown, row.num_charted))
        .collect();
    assert_eq!(rows, [(0, false, 2), (1, true, 1)]);
    assert_eq!((charts.num_drawn(), charts.num_hidden()), (1, 2));
}

#[test]
fn no_two_marks_stand_on_one_spot() {
    let store = store(&[(
        "A",
        "2031-03-12",
        "{killed @M|400 dead}. {killed @M|more than 400}. {killed @N|400}. {killed|400}. {killed total @M|400}.",
    )]);
    let charts = charts(&store, &killed());
    let mut spots: Vec<f64> = charts.kinds[0].points.iter().map(|point| point.x).collect();
    spots.sort_by(f64::total_cmp);
    assert_eq!(spots.len(), 5);
    assert!(spots.windows(2).all(|two| two[1] - two[0] > 0.02), "{spots:?}");
}

#[test]
fn a_claim_finds_its_point_and_ends_are_the_last_totals() {
    let store = store(&[
        ("A", "2031-03-12", "{killed total @M|31 dead}."),
        (
            "A",
            "2031-03-13",
            "{killed total @M|28 dead}. {killed part @M|40 of them}. {injured @M|1,000 to 1,200}.",
        ),
    ]);
    let charts = charts(&store, &CompareLook::default());
    let (chart, point) = charts.find(claim(&store, "28 dead")).expect("drawn");
    assert_eq!((chart.kind, point.y), (Kind::Killed, 28));
    let end = chart
        .ends
        .iter()
        .map(|index| chart.points[*index].y)
        .collect::<Vec<_>>();
    assert_eq!(end, [28]);
    assert_eq!(charts.of(Kind::Injured).map(|chart| chart.top), Some(1200));
    assert_eq!(charts.of(Kind::Arrested).map(|chart| chart.points.len()), Some(0));
}

#[test]
fn a_month_as_of_is_drawn_at_the_day_of_the_article() {
    check(
        &[(
            "A",
            "2031-03-14",
            "{killed on 2031-03 @M|31 dead}. {killed on 2031-02 @M|20 dead}.",
        )],
        &killed(),
        "2031-02-28 M 20 x1 hollow
         2031-03-14 M 31 x1 hollow",
    );
}

#[test]
fn a_later_incident_hides_neither_the_total_nor_the_last_day_of_totals() {
    let store = store(&[
        (
            "A",
            "2031-03-12",
            "{killed total @M|40 dead}. {killed total @N|26 dead}. {killed @M|12 dead}.",
        ),
        ("A", "2031-03-13", "{killed incident @M|1 girl}."),
    ]);
    let charts = charts(&store, &killed());
    let chart = &charts.kinds[0];
    let (low, high, _) = chart.last_day().expect("a day");
    assert_eq!((low.y, high.y), (26, 40));
    let mut ends: Vec<u64> = chart.ends.iter().map(|index| chart.points[*index].y).collect();
    ends.sort_unstable();
    assert_eq!(ends, [26, 40]);
    let main = (0..chart.points.len()).filter(|index| chart.is_main(*index)).count();
    assert_eq!(main, 3, "all but the 12");
}

#[test]
fn a_total_that_a_later_article_replaces_for_its_day_is_struck() {
    check(
        &[
            ("A", "2031-03-12", "{killed total @M|31 dead}. {killed total @N|9}."),
            (
                "B",
                "2031-03-13",
                "{killed total on 2031-03-12 @M|28 dead}. {killed total @N|12}.",
            ),
        ],
        &killed(),
        "2031-03-12 M 28 x1 hollow
         2031-03-12 M 31 x1 hollow superseded
         2031-03-12 N 9 x1 hollow
         2031-03-13 N 12 x1 hollow
         step 9 12",
    );
}

#[test]
fn what_stands_on_a_day_are_the_last_totals_and_what_is_said_of_it() {
    let store = store(&[
        ("A", "2031-03-12", "{killed total @M|31 dead}. {killed incident @O|2}."),
        (
            "A",
            "2031-03-14",
            "{killed total @N|9 dead}. {killed incident @O|5}. {killed part @M|3}.",
        ),
    ]);
    let charts = charts(&store, &killed());
    let chart = &charts.kinds[0];
    let standing = |day: i8| -> Vec<u64> {
        let rows = chart.standing(jiff::civil::date(2031, 3, day));
        let mut rows: Vec<u64> = rows.into_iter().map(|index| chart.points[index].y).collect();
        rows.sort_unstable();
        rows
    };
    assert_eq!(standing(11), [0; 0]);
    assert_eq!(standing(12), [2, 31]);
    assert_eq!(standing(13), [31]);
    assert_eq!(standing(14), [5, 9, 31]);
}

#[test]
fn the_filter_counts_what_it_keeps_out() {
    let store = store(&[(
        "A",
        "2031-03-12",
        "{killed total @M|31 dead}. {killed incident @O|2}. {killed @O|many}.",
    )]);
    let sources = Sources::new(&store, LinesBy::Speaker);
    let look = killed();
    let mut input = ChartInput::new(&store, &look, &sources, &sources);
    input.filter.scopes.insert(crate::claim::Scope::Total);
    let charts = Charts::new(&input);
    assert_eq!(
        (charts.num_drawn(), charts.num_figures(), charts.num_hidden()),
        (1, 3, 2)
    );
}
