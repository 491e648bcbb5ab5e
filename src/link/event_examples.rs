//! Examples of tolls of one event, counts of one place against the whole, and figures told again, run by the tests.

use super::examples::figure;
use super::{Conclusions, ConflictSort, Likely, LinkedFigure, conclusions};
use crate::claim::{Kind, Scope, VictimClass};
use crate::quantity::{Figure, Qualifier};
use crate::time::Value;

/// A figure of a bombing on Sunday, 4 May, told on a day.
fn toll(number: u64, value: u64, speaker: &str, day: &str) -> LinkedFigure {
    LinkedFigure {
        scope: Scope::Incident,
        event_date: Value::parse("2031-05-04"),
        published: day.parse().ok(),
        ..figure(number, value, speaker, day)
    }
}

/// The claims of conflicts and updates, those of one after the other.
fn of_sort(found: &Conclusions, sort: ConflictSort) -> Vec<Vec<u64>> {
    let rows = found.conflicts.iter().filter(|row| row.sort == sort);
    let mut rows: Vec<Vec<u64>> = rows
        .map(|row| row.sides.iter().flat_map(|side| side.claims.clone()).collect())
        .collect();
    rows.sort();
    rows
}

fn bombing() -> Vec<LinkedFigure> {
    vec![
        toll(1, 14, "police", "2031-05-04"),
        toll(2, 23, "police", "2031-05-05"),
        toll(3, 31, "Square Committee", "2031-05-05"),
        toll(4, 57, "Harbour Watch", "2031-05-09"),
    ]
}

#[test]
fn the_toll_of_one_event_runs_on() {
    let found = conclusions(&bombing());
    assert_eq!(of_sort(&found, ConflictSort::Numbers), [[2, 3]]);
    assert_eq!(of_sort(&found, ConflictSort::Update), [vec![1, 2], vec![3, 4]]);
    // a communique that names no day, only the place; what is said of the market of that place
    let mut placed = bombing();
    for row in &mut placed {
        row.scene = Some("Orla".to_owned());
    }
    placed[2].scene = Some("Gate market".to_owned());
    placed[2].sentence = "At the Gate market in Orla 31 people died.".to_owned();
    placed[1].event_date = None;
    assert_eq!(of_sort(&conclusions(&placed), ConflictSort::Numbers), [[2, 3]]);
}

#[test]
fn incidents_of_many_days_or_places_have_no_toll() {
    type Change = fn(&mut Vec<LinkedFigure>);
    let changes: [Change; 5] = [
        // a march in every town
        |rows| {
            for (row, place) in rows.iter_mut().zip(["Orla", "Orla", "Calder", "Norhaven"]) {
                row.place = Some(place.to_owned());
            }
        },
        // fighting on every day
        |rows| {
            rows[0].event_date = Value::parse("2031-05-03");
            rows[1].event_date = Value::parse("2031-05-01");
        },
        // one article
        |rows| rows.iter_mut().for_each(|row| row.article = 1),
        |rows| rows[2].figure = Figure::exact(0),
        |rows| rows[2].event_date = Value::parse("2029"),
    ];
    for (at, change) in changes.into_iter().enumerate() {
        let mut rows = bombing();
        change(&mut rows);
        let found = of_sort(&conclusions(&rows), ConflictSort::Numbers);
        assert!(!found.contains(&vec![2, 3]), "{at}");
    }
}

#[test]
fn what_counts_years_is_no_toll_of_the_event() {
    let mut rows = bombing();
    rows.push(LinkedFigure {
        scope: Scope::Total,
        event_date: Value::parse("2027/2031-05-09"),
        ..toll(5, 310, "Harbour Watch", "2031-05-09")
    });
    rows.push(toll(6, 28, "police", "2031-05-08"));
    let found = of_sort(&conclusions(&rows), ConflictSort::Numbers);
    assert!(found.iter().all(|row| !row.contains(&5)), "{found:?}");
}

#[test]
fn a_count_of_one_place_that_exceeds_the_whole_is_a_conflict() {
    let of = |value: u64, change: fn(&mut LinkedFigure)| {
        let whole = figure(1, 26, "police", "2031-05-04");
        let mut part = figure(2, value, "St Orla Hospital", "2031-05-04");
        change(&mut part);
        let found = conclusions(&[whole, part]);
        let rows = found.conflicts.iter().map(|row| (row.likely, row.reason.to_string()));
        rows.collect::<Vec<(Likely, String)>>()
    };
    let reason = "St Orla Hospital counts one place only, and yet more than police.";
    assert_eq!(of(31, |_| {}), [(Likely::Part, reason.to_owned())]);
    assert_eq!(of(20, |_| {}), []);
    // another country; another day; the whole may be more
    assert_eq!(of(31, |part| part.place = Some("Peru".to_owned())), []);
    assert_eq!(of(31, |part| part.as_of = Value::parse("2031-05-05")), []);
    assert_eq!(of(31, |part| part.figure = Figure::hedged(31, Qualifier::UpTo)), []);
    assert_eq!(of(31, |part| part.scope = Scope::Unknown), []);
}

#[test]
fn a_figure_that_is_gone_away_from_does_not_stand() {
    let mut rows = vec![
        figure(1, 488, "the agency", "2031-05-04"),
        figure(2, 455, "the agency", "2031-05-09"),
        figure(3, 488, "the agency", "2031-05-09"),
    ];
    rows[1].sentence = "It lowered the toll to 455 people from 488 people.".to_owned();
    rows[2].sentence = rows[1].sentence.clone();
    let found = conclusions(&rows);
    assert_eq!(found.falls.len(), 1);
    assert_eq!(
        (found.falls[0].before.as_slice(), found.falls[0].after.as_slice()),
        (&[1][..], &[2][..])
    );
}

#[test]
fn who_is_missing_is_found() {
    let rows = |kind: Kind| {
        let mut rows = vec![
            figure(1, 131, "Coast Guard", "2031-05-04"),
            figure(2, 44, "Coast Guard", "2031-05-06"),
            figure(3, 30, "Harbour Office", "2031-05-07"),
        ];
        rows.iter_mut().for_each(|row| row.kind = kind);
        let found = conclusions(&rows);
        (found.falls.len(), of_sort(&found, ConflictSort::Numbers).len())
    };
    assert_eq!(rows(Kind::Missing), (0, 0));
    assert_eq!(rows(Kind::Killed), (1, 1));
}

#[test]
fn one_number_of_one_raid_has_two_meanings() {
    let of = |change: fn(&mut LinkedFigure)| {
        let mut army = figure(1, 21, "Defence Ministry", "2031-05-04");
        (army.victim_class, army.scope) = (VictimClass::Militant, Scope::Incident);
        let mut list = figure(2, 21, "Harbour Watch", "2031-05-15");
        (list.victim_class, list.scope) = (VictimClass::Civilian, Scope::Incident);
        list.event_date = Value::parse("2031-05-04");
        list.place = Some("Orla".to_owned());
        change(&mut list);
        of_sort(&conclusions(&[army, list]), ConflictSort::Meaning).len()
    };
    assert_eq!(of(|_| {}), 1);
    assert_eq!(of(|list| list.event_date = Value::parse("2031-05-12")), 0);
    assert_eq!(of(|list| list.event_date = None), 0);
    assert_eq!(of(|list| list.event_date = Value::parse("2031-05-03")), 0);
    assert_eq!(of(|list| list.part_of = true), 0);
    assert_eq!(of(|list| list.figure = Figure::exact(22)), 0);
}

#[test]
fn a_total_so_far_that_is_lower_than_what_others_said_weeks_before() {
    let of = |sentence: &str, day: &str| {
        let mut low = figure(2, 28, "", day);
        low.sentence = sentence.to_owned();
        let found = conclusions(&[figure(1, 80, "state officials", "2031-05-04"), low]);
        of_sort(&found, ConflictSort::Numbers).len()
    };
    let so_far = "That takes the total so far to 28 people.";
    assert_eq!(of(so_far, "2031-05-18"), 1);
    assert_eq!(of(so_far, "2031-06-18"), 0);
    assert_eq!(of("The dead are 28 people.", "2031-05-18"), 0);
}

#[test]
fn men_and_women_and_one_more_are_others() {
    let of = |one: &str, other: &str| {
        let mut rows = [
            figure(1, 5, "police", "2031-05-04"),
            figure(2, 5, "police", "2031-05-04"),
        ];
        rows[1].article = 1;
        (rows[0].quote, rows[1].quote) = (one.to_owned(), other.to_owned());
        conclusions(&rows).same.len()
    };
    assert_eq!(of("five people", "5"), 1);
    assert_eq!(of("five men", "five women"), 0);
    assert_eq!(of("five people", "another five"), 0);
}

#[test]
fn a_series_holds_none_who_contradict_each_other_and_no_copy_gone_wrong() {
    let rows = |more: LinkedFigure| {
        let mut rows = vec![
            figure(1, 14, "police", "2031-05-04"),
            figure(2, 23, "police", "2031-05-06"),
            figure(3, 28, "police", "2031-05-08"),
        ];
        rows.push(more);
        let found = conclusions(&rows);
        found
            .growth
            .iter()
            .map(|growth| growth.steps.len())
            .collect::<Vec<usize>>()
    };
    assert_eq!(rows(figure(4, 40, "Harbour Watch", "2031-05-12")), [4]);
    // set against each other in one article
    let mut beside = figure(4, 40, "Harbour Watch", "2031-05-10");
    beside.article = 3;
    assert_eq!(rows(beside), [3]);
}
