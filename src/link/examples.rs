//! Examples of conclusions, run by the tests.

use super::{Conclusions, LinkedFigure, conclusions};
use crate::claim::{Form, Kind, Modality, Scope, VictimClass};
use crate::quantity::{Figure, Qualifier};
use crate::time::Value;

fn figure(claim: u64, value: u64, speaker: &str, day: &str) -> LinkedFigure {
    LinkedFigure {
        article: claim,
        claim,
        kind: Kind::Killed,
        figure: Figure::exact(value),
        victim_class: VictimClass::Unspecified,
        speaker: (!speaker.is_empty()).then(|| speaker.to_owned()),
        publisher: Some(format!("Outlet {claim}")),
        as_of: Value::parse(day),
        scope: Scope::Total,
        part_of: false,
        modality: Modality::Asserted,
        quote: format!("{value} people"),
        sentence: format!("{speaker} {value} {day}"),
        form: Form::Number,
        scope_set: false,
        event_date: None,
        place: None,
        scene: None,
        story: "Varland".to_owned(),
        agency: None,
    }
}

fn pairs(found: &Conclusions) -> Vec<(Vec<u64>, Vec<u64>)> {
    let sides = |conflict: &super::Conflict| (conflict.lower.clone(), conflict.higher.clone());
    found.conflicts.iter().map(sides).collect()
}

#[test]
fn figures_that_exclude_each_other_conflict_once() {
    let found = conclusions(&[
        figure(1, 26, "Interior Ministry", "2031-05-04"),
        figure(2, 26, "the Ministry of the Interior", "2031-05-04"),
        figure(3, 52, "Square Committee", "2031-05-04"),
    ]);
    assert_eq!(
        pairs(&found),
        [(vec![1, 2], vec![3])].map(|(low, high)| (low, high)).to_vec()
    );
    assert!((found.conflicts[0].ratio - 2.0).abs() < 1e-9);
    assert_eq!(found.same.len(), 1);
    assert_eq!(found.same[0].claims, [1, 2]);
    assert_eq!(found.same[0].num_articles, 2);
}

#[test]
fn unlike_figures_do_not_conflict() {
    let base = || figure(1, 26, "Interior Ministry", "2031-05-04");
    let other = || figure(2, 52, "Square Committee", "2031-05-04");
    let changes: [fn(&mut LinkedFigure); 10] = [
        |two| two.kind = Kind::Injured,
        |two| two.as_of = Value::parse("2031-05-05"),
        |two| two.as_of = Value::parse("2031-05"),
        |two| two.as_of = None,
        |two| two.scope = Scope::Incident,
        |two| two.part_of = true,
        |two| two.modality = Modality::Denied,
        |two| two.figure = Figure::hedged(20, Qualifier::MoreThan),
        |two| two.figure = Figure::hedged(27, Qualifier::About),
        |two| two.figure = Figure::fraction(),
    ];
    for (row, change) in changes.into_iter().enumerate() {
        let mut two = other();
        change(&mut two);
        assert_eq!(pairs(&conclusions(&[base(), two])), [], "row {row}");
    }
    let mut civilians = base();
    civilians.victim_class = VictimClass::Civilian;
    let mut police = other();
    police.victim_class = VictimClass::SecurityForce;
    assert_eq!(pairs(&conclusions(&[civilians, police])), []);
    let mut again = figure(2, 52, "Interior Ministry", "2031-05-04");
    again.article = 1;
    assert_eq!(pairs(&conclusions(&[base(), again])), []);
}

#[test]
fn the_furthest_apart_comes_first_and_keys_do_not_hang_on_order() {
    let figures = [
        figure(1, 10, "police", "2031-05-04"),
        figure(2, 12, "Square Committee", "2031-05-04"),
        figure(3, 40, "United Nations", "2031-05-04"),
    ];
    let found = conclusions(&figures);
    let ratios: Vec<f64> = found.conflicts.iter().map(|conflict| conflict.ratio).collect();
    assert!(ratios.is_sorted_by(|a, b| a >= b));
    assert_eq!(found.conflicts.len(), 3);
    let mut turned = figures.to_vec();
    turned.reverse();
    for (at, row) in turned.iter_mut().enumerate() {
        row.claim = 100 + at as u64;
    }
    let keys = |found: &Conclusions| {
        found
            .conflicts
            .iter()
            .map(|conflict| conflict.key.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(keys(&found), keys(&conclusions(&turned)));
}

#[test]
fn a_total_that_goes_down_is_found() {
    let series = |values: [u64; 4]| -> Vec<LinkedFigure> {
        let days = ["2031-05-02", "2031-05-03", "2031-05-04", "2031-05-06"];
        let row = |(at, (value, day)): (usize, (u64, &str))| figure(at as u64, value, "Varland Health Ministry", day);
        values.into_iter().zip(days).enumerate().map(row).collect()
    };
    let found = conclusions(&series([10, 14, 12, 15]));
    assert_eq!(found.falls.len(), 1);
    assert_eq!(
        (&found.falls[0].before[..], &found.falls[0].after[..]),
        (&[1][..], &[2][..])
    );
    assert!(conclusions(&series([10, 14, 14, 15])).falls.is_empty());
    let mut hedged = series([10, 14, 12, 15]);
    hedged[2].figure = Figure::hedged(12, Qualifier::AtLeast);
    assert!(conclusions(&hedged).falls.is_empty());
    let mut incidents = series([10, 14, 12, 15]);
    incidents.iter_mut().for_each(|row| row.scope = Scope::Incident);
    assert!(conclusions(&incidents).falls.is_empty());
    let mut others = series([10, 14, 12, 15]);
    others[2].speaker = Some("Square Committee".to_owned());
    assert!(conclusions(&others).falls.is_empty());
}

#[test]
fn copied_sentences_are_one_source() {
    let mut one = figure(1, 26, "police", "2031-05-04");
    one.sentence =
        "ESTRAVA (KNA) - At least 26 people died when gunmen stormed the market, police said on Sunday.".to_owned();
    let mut two = figure(2, 26, "police", "2031-05-04");
    two.sentence = "At least 26 people died when gunmen stormed the market, police said.".to_owned();
    let mut three = figure(3, 26, "police", "2031-05-04");
    three.sentence = "Officers counted 26 bodies in the hall of the burned market on Sunday evening.".to_owned();
    let found = conclusions(&[one.clone(), two.clone(), three.clone()]);
    assert_eq!(found.copies.len(), 1);
    assert_eq!(found.copies[0].articles, [1, 2]);
    assert_eq!(found.copies[0].agency.as_deref(), Some("KNA"));
    two.article = 1;
    assert!(conclusions(&[one, two, three]).copies.is_empty());
}

#[test]
fn thousands_of_figures_are_concluded_without_comparing_all() {
    let figures: Vec<LinkedFigure> = (0..4_000_u64)
        .map(|at| {
            let day = format!("2031-{:02}-{:02}", at % 12 + 1, at % 28 + 1);
            let mut row = figure(
                at,
                at % 13,
                ["police", "Interior Ministry", "Square Committee"][at as usize % 5 % 3],
                &day,
            );
            row.sentence = format!(
                "Sentence number {at} tells of {} people who died in street {} of the town.",
                at % 13,
                at % 50
            );
            row
        })
        .collect();
    let found = conclusions(&figures);
    let sizes = [found.conflicts.len(), found.falls.len(), found.same.len()];
    assert!(sizes.iter().all(|size| *size > 0), "{sizes:?}");
}
