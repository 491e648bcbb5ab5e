//! Articles that are compared anew where something changed end as articles that are compared from nothing.

use jiff::civil::Date;

use super::likeness::Likeness;
use super::story::stories_held;
use super::{LinkArticle, entities};
use crate::base::dice::Dice;
use crate::base::{Span, Why};
use crate::entity::{EntityKind, Mention};

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
    text: String,
    day: Option<Date>,
    mentions: Vec<Mention>,
}

fn made(dice: &mut Dice, number: u64) -> Made {
    let mut text = String::new();
    let mut mentions = Vec::new();
    for _ in 0..dice.below(4) {
        let name = NAMES[dice.below(NAMES.len())];
        let span = Span::new(text.len(), text.len() + name.len());
        mentions.push(Mention {
            span,
            kind: EntityKind::Person,
            confidence: 1.0,
            why: Why::leaf("test", span),
        });
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
        text,
        day: day.and_then(|day| day.parse().ok()),
        mentions,
    }
}

fn change(rows: &mut Vec<Made>, dice: &mut Dice, next: &mut u64) {
    let at = dice.below(rows.len());
    let mut fresh = |dice: &mut Dice| {
        *next += 1;
        made(dice, *next)
    };
    match dice.below(8) {
        0 => {
            rows.remove(at);
        }
        1 => rows[at].day = None,
        2 => {
            let number = rows[at].number;
            rows[at] = made(dice, number);
        }
        3 => {
            // one name less: what the others are called by may change with it
            rows[at].mentions.pop();
        }
        _ => {
            for _ in 0..1 + dice.below(4) {
                rows.push(fresh(dice));
            }
        }
    }
}

fn compared(rows: &[Made], likeness: &mut Likeness) -> (Vec<(usize, usize)>, Vec<usize>) {
    let articles: Vec<LinkArticle<'_>> = rows
        .iter()
        .map(|row| LinkArticle {
            text: &row.text,
            title: None,
            published: row.day,
            mentions: &row.mentions,
        })
        .collect();
    let numbers: Vec<u64> = rows.iter().map(|row| row.number).collect();
    likeness.read(&articles, &numbers, &entities(&articles));
    (likeness.pairs().collect(), stories_held(likeness, &[]))
}

#[track_caller]
fn check(few: usize) {
    let (mut most_pairs, mut most_stories) = (0, 0);
    for seed in 1..=3_u64 {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut next = u64::try_from(ARTICLES).unwrap();
        let mut rows: Vec<Made> = (1..=next).map(|number| made(&mut dice, number)).collect();
        let mut kept = Likeness::exact_below(few);
        for step in 0..STEPS {
            let again = compared(&rows, &mut kept);
            let new = compared(&rows, &mut Likeness::exact_below(few));
            assert_eq!(again, new, "seed {seed}, step {step}");
            most_pairs = most_pairs.max(new.0.len());
            most_stories = most_stories.max(new.1.iter().max().copied().unwrap_or_default());
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
    let mut kept = Likeness::exact_below(0);
    compared(&rows, &mut kept);
    let before: Vec<_> = kept.features().cloned().collect();
    rows.extend((601..=610).map(|number| made(&mut dice, number)));
    compared(&rows, &mut kept);
    let same = before.iter().zip(kept.features()).filter(|(a, b)| a == b).count();
    assert!(same > 300, "{same} of 600");
}
