//! Examples of copied sentences, grades, parts against wholes and round figures, run by the tests.

use super::{
    ComponentSort, Conclusions, CopiesTold, CopyArticle, CopyFinder, Grade, LinkedFigure, conclusions, conclusions_from,
};
use crate::claim::{Kind, Modality};
use crate::quantity::{Figure, Qualifier};

/// One killed figure of an outlet on 4 May: "26 people" of "police" in a sentence.
fn figure(number: u64, value: u64, speaker: &str, sentence: &str) -> LinkedFigure {
    LinkedFigure {
        sentence: sentence.to_owned(),
        ..super::examples::figure(number, value, speaker, "2031-05-04")
    }
}

const STORMED: &str = "At least 26 people died when gunmen stormed the market of Orla at noon, police said on Sunday.";

/// Whether two sentences with their figure and speaker are copies, and whether one is a changed copy.
#[track_caller]
fn check_copies((value, speaker, sentence): (u64, &str, &str), expected: (bool, bool)) {
    let found = conclusions(&[figure(1, 26, "police", STORMED), figure(2, value, speaker, sentence)]);
    let got = (!found.copies.is_empty(), !found.checks.changed.is_empty());
    assert_eq!(got, expected, "{value} {speaker}: {sentence}");
}

#[test]
fn sentences_that_are_copies_and_sentences_that_are_not() {
    let changed = STORMED.replace("26", "31");
    for (row, expected) in [
        ((26, "police", STORMED), (true, false)),
        (
            (
                26,
                "",
                "At least 26 people died when gunmen stormed the market of Orla at noon.",
            ),
            (true, false),
        ),
        (
            (
                26,
                "police",
                "At least 26 people died when gunmen stormed the market of Orla, police said.",
            ),
            (true, false),
        ),
        // the same words with another number
        ((31, "police", changed.as_str()), (true, true)),
        // another speaker's number in a sentence of the same build
        (
            (
                31,
                "the mayor",
                "At least 31 people died when gunmen stormed the market of Orla at noon, the mayor said on Sunday.",
            ),
            (false, false),
        ),
        (
            (
                26,
                "police",
                "Police counted 26 bodies in the burned market hall on Sunday evening.",
            ),
            (false, false),
        ),
        // short ones are a pattern
        ((26, "police", "Police said 26 died."), (false, false)),
        ((26, "police", "At least 26 people died, police said."), (false, false)),
        ((26, "police", ""), (false, false)),
    ] {
        check_copies(row, expected);
    }
}

#[test]
fn a_quotation_in_two_reports_is_no_copy() {
    let said = "\"At least 26 people died when gunmen stormed the market of Orla at noon\"";
    let one = figure(1, 26, "the mayor", &format!("{said}, the mayor told reporters."));
    let two = figure(
        2,
        26,
        "the mayor",
        &format!("In the evening, standing on the steps of the hall, the mayor said: {said}."),
    );
    assert!(conclusions(&[one, two]).copies.is_empty());
}

#[test]
fn a_copy_with_another_number_is_told() {
    let found = conclusions(&[
        figure(1, 26, "police", STORMED),
        figure(2, 26, "police", STORMED),
        figure(3, 31, "police", &STORMED.replace("26", "31")),
    ]);
    let changed = &found.checks.changed[0];
    assert_eq!((&changed.claims[..], found.checks.changed.len()), (&[1, 3][..], 1));
    assert_eq!(
        changed.reason,
        "The same words with another number: \"26 people\" in Outlet 1, \"31 people\" in Outlet 3."
    );
}

#[test]
fn all_counts_of_a_copied_sentence_are_copied() {
    let sentence =
        "At least 26 people died and 40 were hurt when gunmen stormed the market of Orla at noon, police said.";
    let row = |claim: u64, article: u64, kind: Kind| {
        let mut row = figure(article, if kind == Kind::Killed { 26 } else { 40 }, "police", sentence);
        (row.claim, row.kind) = (claim, kind);
        row
    };
    let found = conclusions(&[
        row(1, 1, Kind::Killed),
        row(2, 1, Kind::Injured),
        row(3, 2, Kind::Killed),
        row(4, 2, Kind::Injured),
    ]);
    assert_eq!(found.copies.len(), 1);
    assert_eq!(found.copies[0].claims, [1, 2, 3, 4]);
    assert!(found.checks.changed.is_empty());
}

#[test]
fn the_analyst_keeps_copies_apart() {
    let figures = [figure(1, 26, "police", STORMED), figure(2, 26, "police", STORMED)];
    let mut told = CopiesTold::default();
    told.say(1, 2, false);
    let sources = CopyFinder::default().sources(&[] as &[CopyArticle<'_>], &told);
    assert!(conclusions_from(&figures, &sources).copies.is_empty());
    let mut far = figures.clone();
    far[1].sentence = "Police counted 26 bodies in the burned market hall on Sunday evening.".to_owned();
    told.say(1, 2, true);
    let articles = [1, 2].map(|number| CopyArticle {
        state: 0,
        number,
        text: "",
        boilerplate: &[],
        publisher: None,
        published: None,
    });
    let sources = CopyFinder::default().sources(&articles, &told);
    assert_eq!(conclusions_from(&far, &sources).copies[0].articles, [1, 2]);
}

#[track_caller]
fn check_grade(figures: &[LinkedFigure], grade: Grade, reason: &str) {
    let found = conclusions(figures);
    let first = found.checks.grade_of(figures[0].claim).unwrap();
    assert_eq!((first.grade, first.reason().as_str()), (grade, reason));
}

#[test]
fn figures_are_graded_by_who_vouches_for_them() {
    let police = |number| figure(number, 26, "police", &format!("Officers of ward {number} counted 26."));
    let ministry = |number, value| {
        figure(
            number,
            value,
            "the Health Ministry",
            &format!("The ministry spoke of {value} in hall {number}."),
        )
    };
    check_grade(&[police(1)], Grade::Weak, "One source, police.");
    let copies = [figure(1, 26, "police", STORMED), figure(2, 26, "police", STORMED)];
    check_grade(
        &copies,
        Grade::Weak,
        "2 articles, but they are copies of one report, police.",
    );
    check_grade(
        &[police(1), police(2), police(3)],
        Grade::Weak,
        "3 independent reports, but all give the figure of one source, police.",
    );
    check_grade(
        &[police(1), ministry(2, 26)],
        Grade::Fair,
        "2 who vouch for it in 2 independent reports, and no figure against it.",
    );
    check_grade(
        &[police(1), ministry(2, 52)],
        Grade::Contested,
        "Contradicted by Health Ministry, with a figure that excludes it.",
    );
}

#[test]
fn admissions_and_denials_decide() {
    let admitted = "The army admitted that its pilots had killed 26 people in Orla.";
    check_grade(
        &[figure(1, 26, "army", admitted)],
        Grade::Confirmed,
        "A report says that it was admitted by army.",
    );
    for sentence in [
        "No one has claimed responsibility for the raid in which 26 people died.",
        "The army never admitted killing 26 people in Orla.",
    ] {
        check_grade(&[figure(1, 26, "army", sentence)], Grade::Weak, "One source, army.");
    }
    let mut denied = figure(2, 26, "the army", "The army denied that 26 people had died.");
    denied.modality = Modality::Denied;
    let one = figure(1, 26, "police", "Officers counted 26.");
    let two = figure(3, 26, "the Health Ministry", "The ministry spoke of 26 in the hall.");
    check_grade(
        &[one.clone(), denied.clone()],
        Grade::Discounted,
        "Denied or taken back by army, and nobody else vouches for it.",
    );
    check_grade(
        &[one, denied, two],
        Grade::Contested,
        "Contradicted by army, with a figure that excludes it.",
    );
    let wrong = figure(1, 26, "police", "Police retracted the figure of 26 dead.");
    check_grade(
        &[wrong],
        Grade::Discounted,
        "Denied or taken back by police, and nobody else vouches for it.",
    );
}

/// Figures of one sentence of one article, each "kind value words", parts marked by "part".
fn sentence(rows: &[&str]) -> Vec<LinkedFigure> {
    rows.iter()
        .zip(1..)
        .map(|(row, number)| {
            let mut words = row.split(' ');
            let mut head = words.next().unwrap();
            let mut one = figure(number, 0, "police", "One sentence of police.");
            if head == "part" {
                one.part_of = true;
                head = words.next().unwrap();
            }
            one.kind = Kind::from_id(head).unwrap();
            one.quote = words.collect::<Vec<_>>().join(" ");
            let value = one.quote.split(' ').find_map(|word| word.parse().ok()).unwrap();
            one.figure = match one.quote.split(' ').next().unwrap() {
                "over" => Figure::hedged(value, Qualifier::MoreThan),
                "about" => Figure::hedged(value, Qualifier::About),
                _ => Figure::exact(value),
            };
            one.article = 1;
            one.start = usize::try_from(number).unwrap();
            one
        })
        .collect()
}

#[track_caller]
fn check_components(rows: &[&str], expected: &[(ComponentSort, u64)]) -> Conclusions {
    let found = conclusions(&sentence(rows));
    let got: Vec<(ComponentSort, u64)> = found
        .checks
        .components
        .iter()
        .map(|check| (check.sort, check.sum))
        .collect();
    assert_eq!(got, expected, "{rows:?}");
    found
}

#[test]
fn parts_and_wholes_that_do_not_add_up() {
    use ComponentSort::{Casualties, Part, Sum};
    let found = check_components(&["killed 26 people", "part killed 31 children"], &[(Part, 31)]);
    assert_eq!(
        found.checks.components[0].reason,
        "The part, \"31 children\", is more than its whole, \"26 people\"."
    );
    let found = check_components(
        &["killed 26 people", "part killed 20 women", "part killed 12 children"],
        &[(Sum, 32)],
    );
    assert_eq!(
        found.checks.components[0].reason,
        "The parts, \"20 women\" and \"12 children\", come to 32, more than their whole, \"26 people\"."
    );
    check_components(&["part killed 31 children", "killed about 26 people"], &[(Part, 31)]);
    check_components(
        &["casualties 50 people", "killed 20 people", "injured 40 people"],
        &[(Casualties, 60)],
    );
    check_components(
        &["casualties 90 people", "killed 20 people", "injured 40 people"],
        &[(Casualties, 60)],
    );
}

#[test]
fn parts_and_wholes_that_may_add_up() {
    for rows in [
        &["killed 26 people", "part killed 12 children"][..],
        &["killed over 26 people", "part killed 31 children"],
        &["killed about 30 people", "part killed 32 children"],
        &["killed 26 people", "part injured 31 children"],
        // girls are children too
        &["killed 26 people", "part killed 20 children", "part killed 12 girls"],
        &[
            "killed 26 people",
            "part killed 20 civilians",
            "part killed 12 children",
        ],
        &["casualties 60 people", "killed 20 people", "injured 40 people"],
        &["casualties 50 people", "killed 20 people", "injured over 20 people"],
        &["casualties 50 people", "killed 20 people"],
        &["killed 26 people", "injured 31 people"],
    ] {
        check_components(rows, &[]);
    }
    let mut apart = sentence(&["casualties 50 people", "killed 20 people", "injured 40 people"]);
    apart[0].speaker = Some("the mayor".to_owned());
    assert!(conclusions(&apart).checks.components.is_empty());
}

#[test]
fn round_figures_are_flagged_quietly() {
    let check = |change: fn(&mut LinkedFigure), expected: bool| {
        let mut one = figure(1, 300, "police", "Police said 300 died.");
        change(&mut one);
        assert_eq!(!conclusions(&[one]).checks.round.is_empty(), expected);
    };
    check(|_| {}, true);
    check(|one| one.figure = Figure::hedged(300, Qualifier::About), false);
    check(|one| one.figure = Figure::hedged(300, Qualifier::AtLeast), false);
    check(|one| one.figure = Figure::exact(310), false);
    check(|one| one.figure = Figure::exact(90), false);
    check(|one| one.modality = Modality::Denied, false);
    let found = conclusions(&[figure(1, 300, "police", "Police said 300 died.")]);
    assert_eq!(
        found.checks.round[0].reason,
        "\"300 people\" is a round number without a hedge: it may be an estimate."
    );
    assert!(found.conflicts.is_empty());
}
