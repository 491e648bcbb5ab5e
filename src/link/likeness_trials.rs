//! Articles that are compared anew where something changed end as articles that are compared from nothing.

use jiff::civil::Date;

use super::likeness::Likeness;
use super::story::stories_held;
use super::{Entities, LinkArticle, NamesTold, Written, entities_again};
use crate::base::Span;
use crate::base::dice::Dice;
use crate::entity::EntityKind;

const SYLLABLES: &[&str] = &["bar", "dol", "fen", "gim", "hul", "kas", "lor", "mun"];
const NAMES: &[&str] = &[
    "Halvar Brenk",
    "Oskar Brenk",
    "Brenk",
    "Mirel Ostan",
    "Ostan",
    "Dora Olm",
];
const ARTICLES: usize = 150;
const STEPS: usize = 30;

#[derive(Clone)]
struct Made {
    number: u64,
    /// Another wherever it reads otherwise.
    state: u64,
    text: String,
    day: Option<Date>,
    mentions: Vec<(Span, EntityKind)>,
    /// The key of the story in which it is held.
    held: Option<&'static str>,
}

fn made(dice: &mut Dice, number: u64) -> Made {
    let mut text = String::new();
    let mut mentions = Vec::new();
    for _ in 0..dice.below(4) {
        let name = NAMES[dice.below(NAMES.len())];
        let span = Span::new(text.len(), text.len() + name.len());
        mentions.push((span, EntityKind::Person));
        text += name;
        text.push(' ');
    }
    let plot = dice.below(5);
    for _ in 0..4 + dice.below(6) {
        // words of a plot, and words that more articles have than are looked at
        let word = if dice.below(3) == 0 {
            dice.below(8)
        } else {
            8 + plot * 8 + dice.below(11)
        };
        let syllable = |at: usize| SYLLABLES[at % SYLLABLES.len()];
        text += &format!("{}{}{} ", syllable(word), syllable(word / 8), syllable(word / 3));
    }
    let day = (dice.below(4) > 0).then(|| format!("2031-05-{:02}", 1 + dice.below(28)));
    Made {
        number,
        state: number,
        text,
        day: day.and_then(|day| day.parse().ok()),
        mentions,
        held: None,
    }
}

fn change(rows: &mut Vec<Made>, dice: &mut Dice, next: &mut u64) {
    let at = dice.below(rows.len());
    let mut fresh = |dice: &mut Dice| {
        *next += 1;
        made(dice, *next)
    };
    match dice.below(9) {
        0 => {
            rows.remove(at);
        }
        1 => rows[at].day = None,
        2 => {
            let number = rows[at].number;
            rows[at] = Made { number, ..fresh(dice) };
        }
        3 => {
            // one name less: what the others are called by may change with it
            rows[at].mentions.pop();
            rows[at].state = fresh(dice).state;
        }
        4 => rows[at].held = [None, Some("lamps"), Some("boats")][dice.below(3)],
        _ => {
            for _ in 0..1 + dice.below(4) {
                rows.push(fresh(dice));
            }
        }
    }
}

/// What is kept from run to run.
struct Kept {
    likeness: Likeness,
    written: Written,
}

impl Kept {
    fn exact_below(few: usize) -> Self {
        Self {
            likeness: Likeness::exact_below(few),
            written: Written::default(),
        }
    }
}

fn compared(rows: &[Made], kept: &mut Kept) -> (Entities, Vec<(usize, usize, bool)>, Vec<usize>) {
    let articles: Vec<LinkArticle<'_>> = rows
        .iter()
        .map(|row| LinkArticle {
            text: &row.text,
            title: None,
            published: row.day,
            mentions: &row.mentions,
            state: row.state,
        })
        .collect();
    let numbers: Vec<u64> = rows.iter().map(|row| row.number).collect();
    let Kept { likeness, written } = kept;
    let entities = entities_again(&articles, &numbers, &NamesTold::default(), written);
    likeness.read(&articles, &numbers, &entities);
    let held: Vec<Option<&str>> = rows.iter().map(|row| row.held).collect();
    let stories = stories_held(likeness, &held);
    let pairs = (0..likeness.num_pairs()).filter_map(|at| likeness.pair(at));
    (entities, pairs.collect(), stories)
}

#[track_caller]
fn check(few: usize) {
    let (mut most_pairs, mut most_stories) = (0, 0);
    for seed in 1..=3_u64 {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut next = u64::try_from(ARTICLES).unwrap();
        let mut rows: Vec<Made> = (1..=next).map(|number| made(&mut dice, number)).collect();
        let mut kept = Kept::exact_below(few);
        for step in 0..STEPS {
            let again = compared(&rows, &mut kept);
            let new = compared(&rows, &mut Kept::exact_below(few));
            let when = format!("seed {seed}, step {step}");
            assert_eq!(again.0, new.0, "names, {when}");
            assert!(again.1 == new.1, "pairs, {when}");
            assert_eq!(again.2, new.2, "stories, {when}");
            most_pairs = most_pairs.max(new.1.len());
            most_stories = most_stories.max(new.2.iter().max().copied().unwrap_or_default());
            change(&mut rows, &mut dice, &mut next);
        }
    }
    // equal because nothing is alike would say nothing
    assert!(most_pairs > 500 && most_stories > 3, "{most_pairs} {most_stories}");
}

#[test]
fn articles_compared_again_end_as_from_nothing_where_rarity_goes_in_steps() {
    check(0);
}

#[test]
fn articles_compared_again_end_as_from_nothing_where_every_article_counts() {
    check(usize::MAX);
}

#[test]
fn ten_articles_more_leave_most_others_as_they_were() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut rows: Vec<Made> = (1..=600).map(|number| made(&mut dice, number)).collect();
    let mut kept = Kept::exact_below(0);
    compared(&rows, &mut kept);
    let before: Vec<_> = kept
        .likeness
        .features()
        .iter()
        .map(|seen| seen.features.clone())
        .collect();
    rows.extend((601..=610).map(|number| made(&mut dice, number)));
    compared(&rows, &mut kept);
    let same = before
        .iter()
        .zip(kept.likeness.features())
        .filter(|(a, b)| **a == b.features)
        .count();
    assert!(same > 300, "{same} of 600");
}
