//! What is drawn of marked text.

use super::testing::store;
use super::{
    ChartInput, Charts, CompareLook, Ink, LinesBy, MOST_MARKS, Place, Scale, Scene, SceneInput, SceneMark, Sources,
    scene,
};
use crate::claim::Kind;
use crate::store::Store;

fn charts(store: &Store, kinds: &[Kind]) -> Charts {
    let sources = Sources::new(store, LinesBy::Speaker);
    let look = CompareLook {
        kinds: kinds.to_vec(),
        ..CompareLook::default()
    };
    Charts::new(&ChartInput::new(store, &look, &sources, &sources))
}

fn input(charts: &Charts, days: (f64, f64)) -> SceneInput<'_> {
    SceneInput {
        charts,
        kinds: charts.kinds.iter().collect(),
        days,
        size: (1000.0, 200.0),
        scale: Scale::Linear,
        radius: 4.6,
        only_main: false,
        show_spread: true,
    }
}

/// The scene of killed people over all days.
fn whole(charts: &Charts) -> Scene {
    let (first, last) = charts.days.expect("days");
    let days = (super::day_number(first) as f64, super::day_number(last) as f64 + 1.0);
    scene(&input(charts, days))
}

#[track_caller]
fn check(text: &str, test: impl Fn(&Charts, &Scene, &[SceneMark])) {
    let store = store(&[("A", "2031-03-12", text)]);
    let charts = charts(&store, &[Kind::Killed]);
    let scene = whole(&charts);
    test(&charts, &scene, &scene.marks);
}

#[test]
fn a_mark_carries_what_its_figure_says() {
    check("{killed @M|26 to 30 dead}.", |_, scene, marks| {
        assert!(marks[0].top.expect("a range") < marks[0].at.y);
        assert_eq!((marks[0].soft, marks[0].stem, scene.columns.len()), (None, None, 0));
    });
    check("{killed @M|about 100 dead}.", |_, scene, marks| {
        assert_eq!(marks[0].soft, Some((scene.y(90), Some(scene.y(110)))));
    });
    check("{killed @M|dozens}.", |_, scene, marks| {
        assert_eq!(marks[0].soft, Some((scene.y(24), None)));
    });
    check("{killed incident @M|5 dead}.", |_, scene, marks| {
        assert_eq!(marks[0].stem, Some(scene.y(0)));
    });
    check("{killed @M|no dead}.", |_, scene, marks| {
        assert_eq!(marks[0].at.y, scene.size.1, "zero stands on the base line");
    });
}

#[test]
fn a_period_is_as_long_as_the_time_that_it_is_for() {
    let text = "{killed happened 2031-03-11/2031-03-12 @M|8 dead}. {killed on 2031-03-10 @N|4 dead}.";
    check(text, |_, scene, marks| {
        let of_period = marks.iter().find(|mark| mark.segment.is_some()).expect("one");
        let (from, to) = of_period.segment.expect("a segment");
        let day = scene.size.0 / 3.0;
        assert!((from - day).abs() < 1.0 && (to - 3.0 * day).abs() < 1.0, "{from} {to}");
    });
}

#[test]
fn a_running_total_reaches_over_the_time_that_it_is_for() {
    let text = "{killed total happened 2031-03-11/2031-03-12 @M|8 dead}. {killed total @M|8 people}. {killed on 2031-03-10 @N|4}.";
    check(text, |_, scene, marks| {
        let segments: Vec<(f32, f32)> = marks.iter().filter_map(|mark| mark.segment).collect();
        let day = scene.size.0 / 3.0;
        let [(from, to)] = segments[..] else {
            panic!("one total, one segment: {segments:?}")
        };
        assert!((from - day).abs() < 1.0 && (to - 3.0 * day).abs() < 1.0, "{from} {to}");
        assert_eq!(marks.len(), 2, "both statements of the total are one mark");
    });
}

#[test]
fn no_mark_hides_another_and_what_has_no_room_is_counted() {
    let many: String = (0..30)
        .map(|nth| format!("{{killed incident class {}|5 dead}}. ", ["civilian", "other"][nth % 2]))
        .collect();
    let spots: String = (100..112)
        .map(|figure| format!("{{killed @M|{figure} dead}}. "))
        .collect();
    check(
        &format!("{many}{spots}{{killed @N|900 dead}}."),
        |charts, scene, marks| {
            let far = |a: &SceneMark, b: &SceneMark| (a.at.x - b.at.x).hypot(a.at.y - b.at.y);
            for (at, mark) in marks.iter().enumerate() {
                assert!(marks.iter().skip(at + 1).all(|other| far(mark, other) > 7.0));
            }
            let drawn: usize = marks.iter().map(|mark| 1 + mark.under.len()).sum();
            assert_eq!(drawn, charts.kinds[0].points.len());
            assert!(marks.iter().any(|mark| !mark.under.is_empty()));
            let first = marks[0].at;
            let near = Place {
                x: first.x + 3.0,
                y: first.y,
            };
            assert!(scene.nearest(near, 14.0).is_some());
            assert!(scene.nearest(Place { x: -99.0, y: 0.0 }, 14.0).is_none());
        },
    );
}

#[test]
fn lines_step_and_a_fall_is_a_line_of_its_own() {
    let store = store(&[
        ("A", "2031-03-12", "{killed total @M|31 dead}."),
        ("A", "2031-03-13", "{killed total @M|40 dead}."),
        ("A", "2031-03-14", "{killed total @M|28 dead}."),
        ("A", "2031-03-15", "{killed total @M|50 dead}."),
    ]);
    let charts = charts(&store, &[Kind::Killed]);
    let scene = whole(&charts);
    let lines: Vec<(usize, bool, &str)> = scene
        .lines
        .iter()
        .map(|line| (line.corners.len(), line.falls, line.note.as_str()))
        .collect();
    assert_eq!(lines, [(3, false, ""), (3, true, "40 → 28"), (3, false, "")]);
    assert!(scene.spread.is_empty(), "one source has no spread");
}

#[test]
fn several_kinds_in_one_chart_are_coloured_by_kind() {
    let store = store(&[("A", "2031-03-12", "{killed total @M|31}. {injured total @M|99}.")]);
    let charts = charts(&store, &[Kind::Killed, Kind::Injured]);
    let scene = whole(&charts);
    let charts_of: Vec<usize> = scene.marks.iter().map(|mark| mark.chart).collect();
    assert_eq!(charts_of.len(), 2);
    assert!(scene.y(99) > 0.0, "one axis holds both");
}

/// Running totals of so many sources on so many days.
fn large(sources: usize, days: usize) -> Store {
    let first = jiff::civil::date(2031, 1, 1);
    let rows: Vec<(String, String)> = (0..days)
        .map(|day| {
            let date = first.checked_add(jiff::Span::new().days(day as i64)).expect("a day");
            let claims =
                (0..sources).map(|source| format!("{{killed total @Speaker {source}|{} dead}}. ", day * 10 + source));
            (date.to_string(), claims.collect())
        })
        .collect();
    let rows: Vec<(&str, &str, &str)> = rows
        .iter()
        .map(|(day, text)| ("A", day.as_str(), text.as_str()))
        .collect();
    store(&rows)
}

#[test]
fn very_many_figures_become_columns_that_leave_nothing_out() {
    let store = large(20, 100);
    let charts = charts(&store, &[Kind::Killed]);
    let scene = whole(&charts);
    assert_eq!((scene.num_in_sight, scene.marks.len()), (2000, 0));
    assert_eq!(scene.columns.iter().map(|column| column.count).sum::<usize>(), 2000);
    let lowest = scene.columns.iter().map(|column| column.lowest).min();
    let highest = scene.columns.iter().map(|column| column.highest).max();
    assert_eq!((lowest, highest), (Some(0), Some(99 * 10 + 19)));
    assert!(scene.columns.iter().any(|column| column.ink == Ink::OtherSources));
    assert!(scene.lines.iter().all(|line| matches!(line.ink, Ink::Source(_))));
    let column = &scene.columns[scene.columns.len() / 2];
    let at = Place {
        x: column.x,
        y: column.high_y,
    };
    assert!(scene.column_at(at, 6.0).is_some());
    // What is drawn is bounded by the width of the screen, not by the number of figures.
    let much = self::charts(&large(20, 400), &[Kind::Killed]);
    let corners = |scene: &Scene| scene.lines.iter().map(|line| line.corners.len()).sum::<usize>();
    let all = whole(&much);
    assert!(all.columns.len() <= 334 * 9, "{}", all.columns.len());
    assert!(corners(&all) <= 334 * 8 * 4, "{}", corners(&all));
    // Zoomed in, marks come back.
    let from = all.days.0 + 100.0;
    let near = scene_of(&much, (from, from + 10.0));
    assert!(near.columns.is_empty() && near.num_in_sight <= MOST_MARKS && !near.marks.is_empty());
}

fn scene_of(charts: &Charts, days: (f64, f64)) -> Scene {
    scene(&input(charts, days))
}
