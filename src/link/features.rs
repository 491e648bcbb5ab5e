//! What articles speak of: their names and the rarer words of their beginnings, weighed.

use std::collections::{BTreeSet, HashMap};

use super::entities::{Entities, LinkArticle};
use super::likeness::{Features, UNIT};
use super::minhash::text_hash;
use crate::entity::{EntityKind, Lexicon, fold};
use crate::jobs::{Token, map, num_threads};

/// Bytes from the beginning of an article whose words count.
const HEAD_BYTES: usize = 2_500;
/// Articles whose words are worked out at a time: those of all at once would take more room than all that is made of them.
const WORDS_AT_A_TIME: usize = 512;
/// How much one word counts.
const WORD: f32 = 0.5;
/// Parts of one in which weights are added up.
const PARTS: f64 = 1_024.0;

/// What an article speaks of and how much, before it is known how many others do.
pub(super) type Counted = Vec<(u32, f32)>;

/// What is kept of one article.
#[derive(Clone, Debug, Default)]
struct Read {
    text: u64,
    /// The numbers of its words, in order.
    words: Vec<u32>,
    /// By mention, the number of its entity.
    named: Vec<u32>,
}

/// The numbers of words and entities, held from run to run: an entity keeps its number as long as what named it does.
#[derive(Clone, Debug, Default)]
pub(super) struct Spoken {
    read: Vec<Read>,
    words: HashMap<Box<str>, u32>,
    num_entities: u32,
}

impl Spoken {
    /// What each article speaks of.
    pub(super) fn read(&mut self, articles: &[LinkArticle<'_>], entities: &Entities) -> Vec<Counted> {
        let texts: Vec<u64> = articles.iter().map(|article| text_hash(head(article))).collect();
        let numbers = self.numbers(entities, &texts);
        self.read_words(articles, &texts);
        let mut out = Vec::with_capacity(articles.len());
        for (read, of) in self.read.iter_mut().zip(&entities.of) {
            let number = |entity: &usize| numbers.get(*entity).copied().unwrap_or_default();
            read.named = of.iter().map(number).collect();
            out.push(counted(of, entities, &numbers, &read.words));
        }
        out
    }

    /// By entity, its number: that of what was named at the same places, where no other has it.
    fn numbers(&mut self, entities: &Entities, texts: &[u64]) -> Vec<u32> {
        let mut numbers: Vec<Option<u32>> = vec![None; entities.list.len()];
        let mut taken = vec![false; self.num_entities as usize];
        for ((read, of), text) in self.read.iter().zip(&entities.of).zip(texts) {
            if read.text != *text || read.named.len() != of.len() {
                continue;
            }
            for (entity, number) in of.iter().zip(&read.named) {
                let slots = (numbers.get_mut(*entity), taken.get_mut(*number as usize));
                if let (Some(slot @ None), Some(taken @ false)) = slots {
                    (*slot, *taken) = (Some(*number), true);
                }
            }
        }
        let next = |number: Option<u32>| {
            number.unwrap_or_else(|| {
                self.num_entities += 1;
                self.num_entities - 1
            })
        };
        numbers.into_iter().map(next).collect()
    }

    /// Reads the words of articles that are new or have another text.
    fn read_words(&mut self, articles: &[LinkArticle<'_>], texts: &[u64]) {
        self.read.resize_with(articles.len(), Read::default);
        let is_new = |at: &usize| self.read.get(*at).is_none_or(|read| Some(&read.text) != texts.get(*at));
        let new: Vec<usize> = (0..articles.len()).filter(is_new).collect();
        for portion in new.chunks(WORDS_AT_A_TIME) {
            let rows: Vec<&LinkArticle<'_>> = portion.iter().filter_map(|at| articles.get(*at)).collect();
            let made = map(&rows, num_threads(), &Token::new(), |_| {}, |article| words(article));
            for ((made, article), at) in made.into_iter().zip(rows).zip(portion) {
                // what went wrong on a thread goes wrong here as well, and is told by the job
                let words = made.unwrap_or_else(|_| words(article));
                let mut numbers: Vec<u32> = words.into_iter().map(|word| self.number_of(word)).collect();
                numbers.sort_unstable();
                if let (Some(read), Some(text)) = (self.read.get_mut(*at), texts.get(*at)) {
                    (read.words, read.text) = (numbers, *text);
                }
            }
        }
    }

    fn number_of(&mut self, word: String) -> u32 {
        let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX / 2);
        *self.words.entry(word.into_boxed_str()).or_insert(next)
    }
}

/// An article's names, by how often they stand in it, and words.
#[expect(clippy::cast_precision_loss, reason = "how often a name stands in one article")]
fn counted(of: &[usize], entities: &Entities, numbers: &[u32], words: &[u32]) -> Counted {
    let mut named = of.to_vec();
    named.sort_unstable();
    let mut own: Counted = Vec::with_capacity(named.len() + words.len());
    for same in named.chunk_by(|a, b| a == b) {
        let Some(entity) = same.first() else { continue };
        let share = match entities.list.get(*entity).map(|entity| entity.kind) {
            Some(EntityKind::Person | EntityKind::Place) => 1.0,
            _ => 0.6,
        };
        let count = 1.5 * (1.0 + share * same.len() as f32).ln();
        // even numbers are entities, odd ones words
        own.push((numbers.get(*entity).copied().unwrap_or_default() * 2, count));
    }
    own.extend(words.iter().map(|word| (word * 2 + 1, WORD)));
    own.sort_unstable_by_key(|(feature, _)| *feature);
    own.shrink_to_fit();
    own
}

/// Every article's names and words, weighed by rarity and made so that each article's weights add up to one by squares.
pub(super) fn weighed(counted: Vec<Counted>, few: usize) -> Vec<Features> {
    let last = counted.iter().filter_map(|own| own.last());
    let len = last.map(|(feature, _)| *feature as usize + 1).max().unwrap_or_default();
    let mut spread: Vec<usize> = vec![0; len];
    for (feature, _) in counted.iter().flatten() {
        if let Some(having) = spread.get_mut(*feature as usize) {
            *having += 1;
        }
    }
    let all = counted.len();
    let rarity = |feature: u32| {
        let having = spread.get(feature as usize).copied().unwrap_or(1);
        if all < few {
            rarity(all, having)
        } else {
            rarity(step(all), step(having))
        }
    };
    let weigh = |own: Counted| {
        unit(
            own.into_iter()
                .map(|(feature, count)| (feature, f64::from(count) * rarity(feature))),
        )
    };
    counted.into_iter().map(weigh).collect()
}

/// The highest power of two that is not above it: few articles more must not make all others weigh anew.
fn step(count: usize) -> usize {
    1 << count.max(1).ilog2()
}

#[expect(clippy::cast_precision_loss, reason = "numbers of articles")]
fn rarity(all: usize, having: usize) -> f64 {
    (1.0 + all as f64 / having.max(1) as f64).ln()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "weights are small and not below zero"
)]
fn unit(weights: impl Iterator<Item = (u32, f64)>) -> Features {
    let mut own: Features = weights
        .map(|(feature, weight)| (feature, (weight * PARTS).round() as u32))
        .collect();
    let squares: u64 = own.iter().map(|(_, weight)| u64::from(*weight).pow(2)).sum();
    let length = (squares as f64).sqrt().max(f64::MIN_POSITIVE);
    for (_, weight) in &mut own {
        *weight = (f64::from(*weight) * UNIT / length).round() as u32;
    }
    own
}

/// The article's beginning.
fn head<'a>(article: &LinkArticle<'a>) -> &'a str {
    let mut end = HEAD_BYTES.min(article.text.len());
    while !article.text.is_char_boundary(end) {
        end -= 1;
    }
    article.text.get(..end).unwrap_or_default()
}

/// Words of five letters or more in the article's beginning that are no common words.
fn words(article: &LinkArticle<'_>) -> BTreeSet<String> {
    let lexicon = Lexicon::get();
    head(article)
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() >= 5 && word.chars().next().is_some_and(char::is_lowercase))
        .map(fold)
        .filter(|word| !lexicon.is_common(word))
        .collect()
}
