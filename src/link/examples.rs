//! Examples of conclusions, run by the tests.

use super::{Conclusions, Conflict, ConflictSort, Likely, LinkedFigure, conclusions};
use crate::claim::{Form, Kind, Modality, Scope, VictimClass};
use crate::quantity::{Figure, Qualifier};
use crate::time::Value;

/// One killed figure of an outlet of its own on a day.
pub(super) fn figure(claim: u64, value: u64, speaker: &str, day: &str) -> LinkedFigure {
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
        all_there: false,
        modality: Modality::Asserted,
        quote: format!("{value} people"),
        sentence: format!("{speaker} {value} {day}"),
        form: Form::Number,
        is_row: false,
        scope_set: false,
        event_date: None,
        place: None,
        scene: None,
        home: None,
        story: "Varland".to_owned(),
        agency: None,
        relay: None,
        published: None,
        whole: None,
        start: 0,
    }
}

/// By conflict the claims of its sides, the lowest figure first.
fn sides(found: &Conclusions) -> Vec<Vec<Vec<u64>>> {
    let of = |conflict: &Conflict| conflict.sides.iter().map(|side| side.claims.clone()).collect();
    found.conflicts.iter().map(|conflict| of(conflict)).collect()
}

#[test]
fn figures_that_exclude_each_other_are_one_row_with_a_side_for_each_source() {
    let found = conclusions(&[
        figure(1, 26, "Interior Ministry", "2031-05-04"),
        figure(2, 26, "the Ministry of the Interior", "2031-05-04"),
        figure(3, 52, "Square Committee", "2031-05-04"),
        figure(4, 30, "Health Ministry", "2031-05-04"),
        figure(5, 12, "Interior Ministry", "2031-05-04"),
        figure(6, 30, "", "2031-05-04"),
    ]);
    assert_eq!(sides(&found), [vec![vec![1, 2], vec![4, 6], vec![3]]]);
    let conflict = &found.conflicts[0];
    assert!((conflict.ratio - 2.0).abs() < 1e-9);
    assert_eq!((conflict.num_sources, conflict.sides[0].num_articles), (5, 2));
    let voices: Vec<&str> = conflict.sides.iter().map(|side| side.voice.as_str()).collect();
    assert_eq!(voices[1..], ["Health Ministry", "Square Committee"]);
    assert_eq!(found.same[0].claims, [1, 2]);
}

type Change = fn(&mut LinkedFigure);

#[track_caller]
fn check_pair(base: Change, change: Change, conflicts: usize) {
    let mut one = figure(1, 26, "Interior Ministry", "2031-05-04");
    let mut two = figure(2, 52, "Square Committee", "2031-05-04");
    base(&mut one);
    change(&mut two);
    assert_eq!(
        of_sort(&conclusions(&[one, two]), ConflictSort::Numbers).len(),
        conflicts
    );
}

fn of_sort(found: &Conclusions, sort: ConflictSort) -> Vec<&Conflict> {
    let rows = found.conflicts.iter().map(AsRef::as_ref);
    rows.filter(|row: &&Conflict| row.sort == sort).collect()
}

#[test]
fn more_soldiers_than_people_are_a_conflict_and_fewer_are_not() {
    let of = |change: Change| {
        let mut people = figure(1, 26, "Interior Ministry", "2031-05-04");
        let mut soldiers = figure(2, 45, "Square Committee", "2031-05-04");
        people.quote = "26 people".to_owned();
        soldiers.victim_class = VictimClass::SecurityForce;
        change(&mut soldiers);
        let found = conclusions(&[people, soldiers]);
        let rows = of_sort(&found, ConflictSort::Numbers);
        rows.iter().map(|row| row.likely).collect::<Vec<Likely>>()
    };
    assert_eq!(of(|_| {}), [Likely::Class]);
    assert_eq!(of(|two| two.victim_class = VictimClass::Militant), [Likely::Class]);
    let changes: [Change; 7] = [
        // eighteen of the twenty-six may be soldiers
        |two| two.figure = Figure::exact(18),
        |two| two.figure = Figure::hedged(20, Qualifier::MoreThan),
        |two| two.as_of = Value::parse("2031-05-05"),
        |two| two.place = Some("Port Calder".to_owned()),
        |two| two.kind = Kind::Injured,
        |two| two.story = "Norland".to_owned(),
        // one who says both knows of what
        |two| two.speaker = Some("the Ministry of the Interior".to_owned()),
    ];
    changes.into_iter().for_each(|change| assert!(of(change).is_empty()));
    let mut civilians = figure(1, 26, "Interior Ministry", "2031-05-04");
    civilians.victim_class = VictimClass::Civilian;
    let mut soldiers = figure(2, 45, "Square Committee", "2031-05-04");
    soldiers.victim_class = VictimClass::SecurityForce;
    assert!(conclusions(&[civilians, soldiers]).conflicts.is_empty());
}

#[test]
fn what_is_counted_since_a_day_runs_on() {
    let of = |sentence: &str, change: Change| {
        let mut one = figure(1, 26, "Interior Ministry", "2031-05-07");
        let mut two = figure(2, 52, "Square Committee", "2031-05-07");
        for row in [&mut one, &mut two] {
            // a Sunday
            (row.scope, row.event_date) = (Scope::Incident, Value::parse("2031-05-04"));
            row.sentence = sentence.to_owned();
            change(row);
        }
        conclusions(&[one, two]).conflicts.len()
    };
    assert_eq!(of("So many people have died since Sunday, it said.", |_| {}), 1);
    for sentence in [
        "So many people died on Sunday, it said.",
        "So many people have died since Monday, it said.",
        "In the worst night since the war so many people died on Sunday, it said.",
    ] {
        assert_eq!(of(sentence, |_| {}), 0, "{sentence}");
    }
    let at_the_gate: Change = |row| row.scene = Some("Harbour Gate".to_owned());
    assert_eq!(of("So many people died on Sunday, it said.", at_the_gate), 1);
}

#[test]
fn incidents_at_the_place_of_the_story_are_told_apart_by_their_day() {
    let of = |change: Change| {
        let mut one = figure(1, 6, "two residents", "2031-05-04");
        let mut two = figure(2, 2, "Estrava police", "2031-05-05");
        for row in [&mut one, &mut two] {
            (row.scope, row.event_date) = (Scope::Incident, Value::parse("2031-05-03"));
            row.home = Some("Estrava".to_owned());
        }
        change(&mut two);
        conclusions(&[one, two]).conflicts
    };
    let found = of(|_| {});
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].place.as_deref(), found[0].is_incident),
        (Some("Estrava"), true)
    );
    let changes: [Change; 6] = [
        |two| two.home = None,
        |two| two.scene = Some("Mint Square".to_owned()),
        |two| two.place = Some("Port Calder".to_owned()),
        |two| two.event_date = Value::parse("2031-05-02"),
        |two| two.event_date = None,
        |two| two.kind = Kind::Injured,
    ];
    changes.into_iter().for_each(|change| assert!(of(change).is_empty()));
}

#[test]
fn totals_that_conflict() {
    let nothing: Change = |_| {};
    let changes: [Change; 9] = [
        nothing,
        |two| two.scope = Scope::Unknown,
        // without a day and place of its own an incident is what the reading falls back to
        |two| two.scope = Scope::Incident,
        |two| two.event_date = Value::parse("2031-05-04"),
        |two| two.event_date = Value::parse("2031-05-01/2031-05-04"),
        |two| two.victim_class = VictimClass::Civilian,
        |two| two.speaker = None,
        |two| two.figure = Figure::hedged(50, Qualifier::AtLeast),
        |two| two.figure = Figure::vague(Some(40)),
    ];
    changes.into_iter().for_each(|change| check_pair(nothing, change, 1));
    let local: Change = |row| row.place = Some("Port Calder".to_owned());
    check_pair(local, local, 1);
}

#[test]
fn unlike_figures_do_not_conflict() {
    let nothing: Change = |_| {};
    let changes: [Change; 22] = [
        |two| two.kind = Kind::Injured,
        |two| two.as_of = Value::parse("2031-05-05"),
        |two| two.as_of = Value::parse("2031-05"),
        |two| two.as_of = None,
        |two| two.story = "Norland".to_owned(),
        // of one place fewer than of all
        |two| (two.place, two.figure) = (Some("Port Calder".to_owned()), Figure::exact(12)),
        |two| (two.speaker, two.figure) = (Some("St Orla Hospital".to_owned()), Figure::exact(12)),
        |two| (two.sentence, two.figure) = ("In the capital 52 people were killed.".to_owned(), Figure::exact(12)),
        |two| two.quote = "52 of the dead".to_owned(),
        |two| (two.scope, two.event_date) = (Scope::Unknown, Value::parse("2031-05-03")),
        |two| (two.scope, two.event_date) = (Scope::Incident, Value::parse("2031-05-03")),
        |two| (two.scope, two.scope_set) = (Scope::Incident, true),
        |two| (two.scope, two.scene) = (Scope::Incident, Some("Mint Square".to_owned())),
        |two| two.part_of = true,
        |two| two.form = Form::Named,
        |two| two.form = Form::Implicit,
        |two| two.modality = Modality::Denied,
        |two| two.figure = Figure::exact(0),
        |two| two.figure = Figure::hedged(20, Qualifier::MoreThan),
        |two| two.figure = Figure::hedged(27, Qualifier::About),
        |two| two.figure = Figure::fraction(),
        |two| two.victim_class = VictimClass::Official,
    ];
    changes.into_iter().for_each(|change| check_pair(nothing, change, 0));
    // what one source says of two things in one article
    check_pair(
        nothing,
        |two| two.speaker = Some("the Ministry of the Interior".to_owned()),
        0,
    );
}

#[test]
fn incidents_conflict_with_the_same_incident_only() {
    let incident: Change = |row| {
        row.scope = Scope::Incident;
        row.event_date = Value::parse("2031-05-03");
        row.scene = Some("Harbour Gate".to_owned());
    };
    check_pair(incident, |_| {}, 0);
    let of = |change: Change| {
        let mut one = figure(1, 6, "two residents", "2031-05-04");
        let mut two = figure(2, 0, "Estrava police", "2031-05-05");
        incident(&mut one);
        incident(&mut two);
        change(&mut two);
        conclusions(&[one, two]).conflicts
    };
    let found = of(|two| two.modality = Modality::Denied);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].place.as_deref(), Some("Harbour Gate"));
    assert_eq!(found[0].reason.to_string(), "Denied by Estrava police.");
    assert_eq!(of(|two| two.scene = Some("harbour gate".to_owned())).len(), 1);
    let changes: [Change; 4] = [
        |two| two.scene = Some("Mint Square".to_owned()),
        |two| two.scene = None,
        |two| two.event_date = Value::parse("2031-05-02"),
        |two| (two.modality, two.figure) = (Modality::Denied, Figure::exact(9)),
    ];
    changes.into_iter().for_each(|change| assert_eq!(of(change).len(), 0));
}

#[test]
fn a_newer_figure_is_no_conflict() {
    let official: Change = |one| one.speaker = None;
    let newer: Change = |two| two.sentence = "By new figures 52 people died.".to_owned();
    let risen: Change = |two| two.sentence = "The toll has risen to 52 people.".to_owned();
    check_pair(official, newer, 0);
    check_pair(official, risen, 0);
    check_pair(official, |_| {}, 1);
    // of two named sources both can say that it grew
    check_pair(|_| {}, risen, 1);
}

#[test]
fn the_furthest_apart_comes_first_and_then_what_more_sources_say() {
    let figures = [
        figure(1, 10, "police", "2031-05-04"),
        figure(2, 40, "United Nations", "2031-05-04"),
        figure(3, 10, "police", "2031-05-05"),
        figure(4, 20, "United Nations", "2031-05-05"),
        figure(5, 10, "police", "2031-05-06"),
        figure(6, 20, "United Nations", "2031-05-06"),
        figure(7, 20, "United Nations", "2031-05-06"),
    ];
    let found = conclusions(&figures);
    let days: Vec<i8> = found.conflicts.iter().map(|conflict| conflict.day.day()).collect();
    assert_eq!(days, [4, 6, 5]);
    let mut copied = figures.to_vec();
    copied[5].agency = Some("KNA".to_owned());
    copied[6].agency = Some("KNA".to_owned());
    let sources: Vec<usize> = conclusions(&copied)
        .conflicts
        .iter()
        .map(|row| row.num_sources)
        .collect();
    assert_eq!(sources, [2, 2, 2]);
    let mut turned = figures.to_vec();
    turned.reverse();
    for (at, row) in turned.iter_mut().enumerate() {
        row.claim = 100 + at as u64;
        row.article = 100 + at as u64;
    }
    let keys = |found: &Conclusions| -> Vec<String> { found.conflicts.iter().map(|row| row.key.clone()).collect() };
    assert_eq!(keys(&found), keys(&conclusions(&turned)));
    let mut more = figures.to_vec();
    more.push(figure(8, 90, "Square Committee", "2031-05-04"));
    assert_eq!(keys(&found)[0], keys(&conclusions(&more))[0]);
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
    incidents.iter_mut().for_each(|row| {
        row.scope = Scope::Incident;
        row.scene = Some("Mint Square".to_owned());
    });
    assert!(conclusions(&incidents).falls.is_empty());
    let mut corrected = series([10, 14, 12, 15]);
    corrected[2].sentence = "It lowered the total to 12, as two were counted twice.".to_owned();
    let reason = conclusions(&corrected).falls[0].reason.to_string();
    assert!(reason.ends_with("Likely reason: counted twice."), "{reason}");
    // an old figure told again is no fall
    let mut again = series([12, 14, 12, 15]);
    assert!(conclusions(&again).falls.is_empty());
    again[2].speaker = None;
    assert!(conclusions(&again).falls.is_empty());
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
    assert!(conclusions(&[one.clone(), two, three.clone()]).copies.is_empty());
    // words of one's own around an agency's figure
    for row in [&mut one, &mut three] {
        row.agency = Some("KNA".to_owned());
        row.publisher = Some("Kestrel News Agency".to_owned());
    }
    let found = conclusions(&[one.clone(), three.clone()]);
    assert_eq!(found.copies[0].agency.as_deref(), Some("Kestrel News Agency"));
    three.figure = Figure::exact(27);
    assert!(conclusions(&[one, three]).copies.is_empty());
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

/// What is said of a later, higher figure: how likely it is what, and whether it is called another source's.
#[track_caller]
fn check_later(rows: &[LinkedFigure], likely: Likely, words: &str) {
    let found = conclusions(rows);
    let row = found.conflicts.iter().find(|row| row.sort == ConflictSort::Update);
    let row = row.expect("a later figure");
    assert_eq!(row.likely, likely);
    assert!(row.reason.to_string().contains(words), "{}", row.reason.to_string());
}

#[test]
fn a_later_figure_of_another_source_is_no_update_of_it() {
    let old = figure(1, 26, "Interior Ministry", "2031-05-04");
    let by = |value, speaker| figure(2, value, speaker, "2031-05-06");
    check_later(
        &[old.clone(), by(40, "the Ministry of the Interior")],
        Likely::Later,
        "of the same source",
    );
    check_later(
        &[old.clone(), by(40, "the authorities")],
        Likely::Later,
        "may be of the same source",
    );
    let other =
        "another source: \"40 people\" of Square Committee is of a later day, \"26 people\" is of Interior Ministry";
    check_later(&[old.clone(), by(40, "Square Committee")], Likely::LaterOther, other);
    check_later(&[old.clone(), by(40, "")], Likely::LaterOther, "another source");
    // many times as high: it says nothing of the earlier one
    let found = conclusions(&[old.clone(), by(400, "Square Committee")]);
    assert!(found.conflicts.is_empty());
    check_later(
        &[old, by(400, "Interior Ministry")],
        Likely::Later,
        "of the same source",
    );
}

#[test]
fn totals_that_one_article_sets_side_by_side_are_compared() {
    let pair = |article: u64, start: usize| {
        let mut low = figure(1, 1_100, "the council", "2031-05-04");
        low.figure = Figure::hedged(1_100, Qualifier::About);
        let mut high = figure(2, 1_300, "rights groups", "2031-05-05");
        (high.article, high.start) = (article, start);
        (low, high)
    };
    let numbers = |rows: &[LinkedFigure]| {
        let found = conclusions(rows);
        found
            .conflicts
            .iter()
            .filter(|row| row.sort == ConflictSort::Numbers)
            .count()
    };
    let (low, high) = pair(1, 90);
    assert_eq!(numbers(&[low.clone(), high.clone()]), 1);
    // far apart in the text; in two articles; told as what was said before; a newer figure of the same source
    let (_, far) = pair(1, 900);
    assert_eq!(numbers(&[low.clone(), far]), 0);
    let (_, elsewhere) = pair(2, 90);
    assert_eq!(numbers(&[low.clone(), elsewhere]), 0);
    let mut before = low.clone();
    before.sentence = "A day earlier the council had spoken of 1,100 people.".to_owned();
    assert_eq!(numbers(&[before, high.clone()]), 0);
    let on = figure(3, 1_300, "the council", "2031-05-05");
    assert_eq!(numbers(&[low, high, on]), 0);
}

#[test]
fn a_witness_tells_of_less_than_a_day_holds() {
    let row = |claim, value, speaker| {
        let mut row = figure(claim, value, speaker, "2031-05-06");
        row.scope = Scope::Incident;
        row.event_date = Value::parse("2031-05-05");
        row.place = Some("Port Calder".to_owned());
        row
    };
    let of_day = row(1, 30, "Square Committee");
    assert!(
        conclusions(&[of_day.clone(), row(2, 1, "a resident")])
            .conflicts
            .is_empty()
    );
    assert_eq!(
        conclusions(&[of_day.clone(), row(2, 12, "a resident")]).conflicts.len(),
        1
    );
    assert_eq!(conclusions(&[of_day, row(2, 1, "police")]).conflicts.len(), 1);
}

#[test]
fn soldiers_are_no_more_than_the_people_of_their_own_whole() {
    let mut soldiers = figure(1, 200, "the army", "2031-05-04");
    soldiers.victim_class = VictimClass::SecurityForce;
    let few = figure(2, 17, "Lawyers", "2031-05-04");
    assert_eq!(conclusions(&[soldiers.clone(), few.clone()]).conflicts.len(), 1);
    let mut whole = figure(3, 3_500, "the council", "2031-05-04");
    whole.figure = Figure::hedged(3_500, Qualifier::AtLeast);
    let found = conclusions(&[soldiers, few, whole]);
    assert!(
        found
            .conflicts
            .iter()
            .all(|row| !row.sides.iter().any(|side| side.claims.contains(&1)))
    );
}
