//! Runs that take over what still holds end as runs from nothing, whatever was done to the project between them.

use std::collections::BTreeSet;

use super::conclude::{conclude, conclude_again};
use super::kept::Kept;
use crate::base::dice::Dice;
use crate::claim::{Scope, VictimClass};
use crate::link::{NameAbout, NameRef, NameSaid, NameSort, Reach};
use crate::quantity::Figure;
use crate::read::{self, Knowledge, RULES_VERSION};
use crate::store::{ArticleId, ClaimId, Edit, Field, FieldValue, NewArticle, Origin, Store, Told, Verdict};

const AT: &str = "2031-06-01T09:00:00Z";
const OUTLETS: &[&str] = &["Lindmark Herald", "Calder Post", "Norhaven Times", "calderpost.vl"];
const HARMS: &[&str] = &[
    "people were killed",
    "soldiers were killed",
    "people were injured",
    "people were arrested",
];

/// What two runs of events are told with.
struct Plot {
    head: &'static str,
    speakers: &'static [&'static str],
    places: &'static [&'static str],
    ends: &'static [&'static str],
}

const PLOTS: [Plot; 2] = [
    Plot {
        head: "Riots in Varland\n\nLINDMARK (KNA) - The night of the riots was long.",
        speakers: &[
            "the Interior Ministry",
            "Interior Minister Halvar Brenk",
            "the Square Committee",
            "Brenk",
            "the Orla Health Ministry",
            "police in Lindmark",
            "its spokesman",
        ],
        places: &["Lindmark", "Port Calder", "Orla"],
        ends: &[
            "The Square Committee met near Harbour Gate, where the bells rang for the drowned sailors all night.",
            "Halvar Brenk flew to Port Calder and promised the fishermen new lamps on the mole before winter.",
        ],
    },
    Plot {
        head: "Flood in Quarnia\n\nTAMWELL - The river rose over the sandbags of Tamwell.",
        speakers: &[
            "the Relief Society",
            "Governor Mirel Ostan",
            "Ostan",
            "the Quarnian Red Crescent",
        ],
        places: &["Tamwell", "Bridge of Ys"],
        ends: &[
            "The Quarnian Red Crescent carried blankets to the schools above Tamwell by mule and by boat.",
            "Mirel Ostan said that the weirs had been repaired last autumn with gravel from the quarry.",
        ],
    },
];

fn text(dice: &mut Dice) -> String {
    let [one, two] = &PLOTS;
    let plot = if dice.below(3) == 0 { two } else { one };
    let mut text = plot.head.to_owned();
    for _ in 0..2 + dice.below(3) {
        let hedge = dice.pick(&["", "at least ", "about ", "more than "]);
        let when = dice.pick(&["on Sunday", "since Friday", "so far", "on Saturday"]);
        let (speaker, harm, place) = (dice.pick(plot.speakers), dice.pick(HARMS), dice.pick(plot.places));
        let value = 10 + dice.below(4) * 9;
        text += &format!(" {speaker} said that {hedge}{value} {harm} in {place} {when}.");
    }
    text + " " + dice.pick(plot.ends) + " " + dice.pick(plot.ends)
}

fn articles(store: &mut Store, dice: &mut Dice, number: usize) -> Edit {
    let first = store.num_articles() + 100 * dice.below(1_000);
    let texts: Vec<String> = (0..number).map(|_| text(dice)).collect();
    let alone = texts.iter().enumerate().map(|(at, text)| {
        let day = format!("2031-05-{:02}", 2 + dice.below(9)).parse().ok();
        let knowledge = Knowledge {
            given_for_all: day,
            ..Knowledge::default()
        };
        read::alone(&format!("{}.txt", first + at), text.as_bytes(), &knowledge)
    });
    let readings = read::together(alone.collect());
    let new = readings.into_iter().enumerate().map(|(at, reading)| NewArticle {
        origin: Origin::Pasted,
        file_name: format!("{}.txt", first + at),
        sha256: format!("{:064}", first + at),
        reading,
        rules_version: RULES_VERSION.to_owned(),
    });
    store.add_articles(new.collect())
}

fn on_a_claim(store: &Store, dice: &mut Dice) -> Edit {
    let claims: Vec<ClaimId> = store.claims().map(|claim| claim.id).collect();
    let Some(claim) = claims.get(dice.below(claims.len())) else {
        return Edit::new("Nothing", Vec::new());
    };
    let set = |field, value: &FieldValue| store.set_field(&[*claim], field, Some(value));
    match dice.below(7) {
        0 => store.set_verdict(&[*claim], Verdict::Rejected),
        1 => store.set_verdict(&[*claim], Verdict::Open),
        2 => set(
            Field::Figure,
            &FieldValue::Figure(Figure::exact(10 + 9 * dice.below(5) as u64)),
        ),
        3 => set(
            Field::Speaker,
            &FieldValue::Words(Some(dice.pick(PLOTS[0].speakers).to_owned())),
        ),
        4 => set(Field::Scope, &FieldValue::Scope(Scope::Total)),
        5 => set(Field::VictimClass, &FieldValue::Class(VictimClass::SecurityForce)),
        _ => store.reset_claims(&[*claim]),
    }
}

fn on_an_article(store: &Store, dice: &mut Dice) -> Edit {
    let ids: Vec<ArticleId> = store.articles().map(|article| article.id).collect();
    let pick = |dice: &mut Dice| ids.get(dice.below(ids.len())).copied();
    let (Some(one), Some(other)) = (pick(dice), pick(dice)) else {
        return Edit::new("Nothing", Vec::new());
    };
    match dice.below(5) {
        0 => store.remove_articles(&[one]),
        1 => {
            let told = Told {
                publisher: Some(dice.pick(OUTLETS).to_owned()),
                ..Told::default()
            };
            store.tell(&[one], &told)
        }
        2 => store.tell_published(&[one], format!("2031-05-{:02}", 1 + dice.below(28)).parse().ok()),
        3 => store.set_article_note(one, "seen"),
        _ => store.say_copies((one, other), [None, Some(true), Some(false)][dice.below(3)]),
    }
}

fn on_a_story(store: &Store, dice: &mut Dice) -> Edit {
    let stories = conclude(store).conclusions.stories;
    let taken: BTreeSet<String> = stories.iter().map(|story| story.key.clone()).collect();
    let mut said = store.stories_said();
    let (one, other) = (dice.below(stories.len()), dice.below(stories.len()));
    if let (Some(one), Some(other)) = (stories.get(one), stories.get(other)) {
        match dice.below(4) {
            0 => said.split(one, &one.articles.iter().copied().take(1).collect(), &taken),
            1 if one.key != other.key => said.join(one, other),
            2 => said.call(one, "The night of the lamps"),
            _ => said.forget(one),
        }
    }
    store.say_stories("Stories", &said)
}

fn on_a_name(store: &Store, dice: &mut Dice) -> Edit {
    let name = |words: &str| NameRef {
        sort: NameSort::Name(crate::entity::EntityKind::Org),
        words: words.to_owned(),
        reach: Reach::Project,
    };
    let (one, other) = (name("Interior Ministry"), name("Square Committee"));
    let ruling = match dice.below(3) {
        0 => (
            NameAbout::Called(one),
            Some(NameSaid::Called("The Ministry".to_owned())),
        ),
        1 => (NameAbout::pair(&one, &other), Some(NameSaid::Same(true))),
        _ => (NameAbout::pair(&one, &other), None),
    };
    store.say_names("Names", vec![ruling])
}

fn edit(store: &mut Store, dice: &mut Dice) -> Edit {
    match dice.below(12) {
        0 | 1 => {
            let number = 1 + dice.below(3);
            articles(store, dice, number)
        }
        2..=6 => on_a_claim(store, dice),
        7..=9 => on_an_article(store, dice),
        10 => on_a_story(store, dice),
        _ => on_a_name(store, dice),
    }
}

#[track_caller]
fn check(store: &Store, (kept, mut nothing): (&mut Kept, Kept), what: &str) {
    let (again, new) = (conclude_again(store, kept), conclude_again(store, &mut nothing));
    assert_eq!(again.conclusions, new.conclusions, "{what}");
    assert!(again.names == new.names, "names, {what}");
}

#[test]
fn whatever_is_done_to_a_project_a_run_that_goes_on_ends_as_one_from_nothing() {
    let mut seen = [0; 4];
    for seed in 1..=6_u64 {
        // as in projects of few articles, and as in those of many
        let nothing: fn() -> Kept = if seed % 2 == 0 { Kept::in_steps } else { Kept::default };
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let (mut store, mut kept) = (Store::default(), nothing());
        let first = articles(&mut store, &mut dice, 9);
        store.commit(first, AT);
        for step in 0..24 {
            if dice.below(9) == 0 {
                store.undo();
            } else {
                let edit = edit(&mut store, &mut dice);
                store.commit(edit, AT);
            }
            check(&store, (&mut kept, nothing()), &format!("seed {seed}, step {step}"));
        }
        let found = conclude(&store).conclusions;
        let sizes = [
            found.stories.len(),
            found.conflicts.len(),
            found.same.len(),
            found.checks.grades.len(),
        ];
        seen.iter_mut().zip(sizes).for_each(|(sum, size)| *sum += size);
    }
    // equal because nothing is found would say nothing
    assert!(seen.iter().all(|sum| *sum > 6), "{seen:?}");
}

#[test]
fn what_did_not_change_is_the_same_and_not_just_equal() {
    let mut dice = Dice(77);
    let (mut store, mut kept) = (Store::default(), Kept::default());
    let first = articles(&mut store, &mut dice, 12);
    store.commit(first, AT);
    let before = conclude_again(&store, &mut kept).conclusions;
    let note = store.set_article_note(ArticleId(1), "seen");
    store.commit(note, AT);
    let after = conclude_again(&store, &mut kept).conclusions;
    let shared = before.checks.grades.iter().zip(&after.checks.grades);
    let shared = shared.filter(|(a, b)| std::sync::Arc::ptr_eq(a, b)).count();
    assert!(shared > 5 && shared == before.checks.grades.len(), "{shared}");
}
