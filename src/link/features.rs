//! What articles speak of: their names and the rarer words of their beginnings, weighed.

use std::collections::{BTreeSet, HashMap};

use super::entities::{Entities, LinkArticle};
use super::likeness::{Features, UNIT};
use crate::entity::{EntityKind, Lexicon, fold};
use crate::jobs::{Token, map, num_threads};

/// Bytes from the beginning of an article whose words count.
const HEAD_BYTES: usize = 2_500;
/// Articles whose words are worked out at a time: those of all at once would take more room than all that is made of them.
const WORDS_AT_A_TIME: usize = 512;
/// How much one word counts.
const WORD: f32 = 0.5;
/// Articles among which a name or word is rare, at least: in a project of five articles on one bombing the town that all of
/// them name is no common word, it is a common word of that project only.
const LEAST_ARTICLES: usize = 1_000;
/// Parts of one in which weights are added up.
const PARTS: f64 = 1_024.0;

/// What an article speaks of and how much, before it is known how many others do.
pub(super) type Counted = Vec<(u32, f32)>;

/// What is kept of one article.
#[derive(Clone, Debug, Default)]
struct Read {
    state: u64,
    /// The numbers of its words, in order.
    words: Vec<u32>,
    /// By mention, the number of its entity.
    named: Vec<Named>,
}

/// The number of an entity, and whether it is one that tells stories apart: a person or a place.
type Named = (u32, bool);

/// The numbers of words and entities, held from run to run: an entity keeps its number as long as what named it does.
#[derive(Clone, Debug, Default)]
pub(super) struct Spoken {
    read: Vec<Read>,
    words: HashMap<Box<str>, u32>,
    num_entities: u32,
}

impl Spoken {
    /// By article, whether it now speaks of something else than in the run before.
    pub(super) fn read(&mut self, articles: &[LinkArticle<'_>], entities: &Entities) -> Vec<bool> {
        let states: Vec<u64> = articles.iter().map(|article| article.state).collect();
        let numbers = self.numbers(entities, &states);
        let mut changed = self.read_words(articles, &states);
        let named = |entity: &usize| -> Named {
            let kind = entities.list.get(*entity).map(|entity| entity.kind);
            let is_strong = matches!(kind, Some(EntityKind::Person | EntityKind::Place));
            (numbers.get(*entity).copied().unwrap_or_default(), is_strong)
        };
        for ((read, of), changed) in self.read.iter_mut().zip(&entities.of).zip(&mut changed) {
            if read.named.len() != of.len() || !of.iter().map(named).eq(read.named.iter().copied()) {
                read.named = of.iter().map(named).collect();
                *changed = true;
            }
        }
        changed
    }

    /// An article's names, by how often they stand in it, and words.
    #[expect(clippy::cast_precision_loss, reason = "how often a name stands in one article")]
    pub(super) fn counted(&self, article: usize) -> Counted {
        let Some(read) = self.read.get(article) else {
            return Counted::new();
        };
        let mut named = read.named.clone();
        named.sort_unstable();
        let mut own: Counted = Vec::with_capacity(named.len() + read.words.len());
        for same in named.chunk_by(|a, b| a == b) {
            let Some((number, is_strong)) = same.first() else {
                continue;
            };
            let share = if *is_strong { 1.0 } else { 0.6 };
            let count = 1.5 * (1.0 + share * same.len() as f32).ln();
            // even numbers are entities, odd ones words
            own.push((number * 2, count));
        }
        own.extend(read.words.iter().map(|word| (word * 2 + 1, WORD)));
        own.sort_unstable_by_key(|(feature, _)| *feature);
        own.shrink_to_fit();
        own
    }

    /// By entity, its number: that of what was named at the same places, where no other has it.
    fn numbers(&mut self, entities: &Entities, states: &[u64]) -> Vec<u32> {
        let mut numbers: Vec<Option<u32>> = vec![None; entities.list.len()];
        let mut taken = vec![false; self.num_entities as usize];
        for ((read, of), state) in self.read.iter().zip(&entities.of).zip(states) {
            if *state == 0 || read.state != *state || read.named.len() != of.len() {
                continue;
            }
            for (entity, (number, _)) in of.iter().zip(&read.named) {
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

    /// Reads the words of articles that are new or have another text; gives by article whether it is one.
    fn read_words(&mut self, articles: &[LinkArticle<'_>], states: &[u64]) -> Vec<bool> {
        self.read.resize_with(articles.len(), Read::default);
        let is_new = |at: &usize| {
            let read = self.read.get(*at).filter(|read| read.state > 0);
            read.is_none_or(|read| Some(&read.state) != states.get(*at))
        };
        let is_new: Vec<bool> = (0..articles.len()).map(|at| is_new(&at)).collect();
        let new: Vec<usize> = (0..articles.len())
            .filter(|at| is_new.get(*at) == Some(&true))
            .collect();
        for portion in new.chunks(WORDS_AT_A_TIME) {
            let rows: Vec<&LinkArticle<'_>> = portion.iter().filter_map(|at| articles.get(*at)).collect();
            let made = map(&rows, num_threads(), &Token::new(), |_| {}, |article| words(article));
            for ((made, article), at) in made.into_iter().zip(rows).zip(portion) {
                // what went wrong on a thread goes wrong here as well, and is told by the job
                let words = made.unwrap_or_else(|_| words(article));
                let mut numbers: Vec<u32> = words.into_iter().map(|word| self.number_of(word)).collect();
                numbers.sort_unstable();
                if let (Some(read), Some(state)) = (self.read.get_mut(*at), states.get(*at)) {
                    (read.words, read.state) = (numbers, *state);
                }
            }
        }
        is_new
    }

    fn number_of(&mut self, word: String) -> u32 {
        let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX / 2);
        *self.words.entry(word.into_boxed_str()).or_insert(next)
    }
}

/// By feature, how many articles have it, and how rare that makes it: by the article in small projects, in steps in large
/// ones, where few articles more must not make all others weigh anew.
#[derive(Clone, Debug, Default)]
pub(super) struct Spread {
    of: Vec<u32>,
    all: usize,
    /// Below so many articles rarity is counted by the article.
    few: usize,
    /// By how often a feature stands, as far as that counts, its rarity.
    rarities: Vec<f64>,
}

impl Spread {
    pub(super) fn new(few: usize) -> Self {
        Self { few, ..Self::default() }
    }

    /// Counts an article's features out and others in. The features that are counted are put down with how many had them.
    pub(super) fn change(
        &mut self,
        out: impl Iterator<Item = u32>,
        come: impl Iterator<Item = u32>,
        touched: &mut Vec<(u32, u32)>,
    ) {
        // at first all are
        let is_first = self.all == 0;
        let mut put_down = |feature: u32, having: u32| {
            if !is_first {
                touched.push((feature, having));
            }
        };
        for feature in out {
            if let Some(having) = self.of.get_mut(feature as usize) {
                put_down(feature, *having);
                *having -= 1;
            }
        }
        for feature in come {
            let at = feature as usize;
            if at >= self.of.len() {
                self.of.resize(at + 1, 0);
            }
            if let Some(having) = self.of.get_mut(at) {
                put_down(feature, *having);
                *having += 1;
            }
        }
    }

    /// Ends counting over so many articles: gives by feature whether it is as rare as it was no more; `None` where that
    /// holds for all.
    pub(super) fn settle(&mut self, all: usize, touched: &[(u32, u32)]) -> Option<Vec<bool>> {
        let before = (self.is_exact(), self.level(self.all));
        self.all = all;
        let is_other = before != (self.is_exact(), self.level(all));
        if is_other || self.rarities.is_empty() {
            let whole = self.whole(self.level(all)).max(LEAST_ARTICLES);
            let levels = 0..=self.level(all);
            self.rarities = levels.map(|level| rarity(whole, self.whole(level))).collect();
            return None;
        }
        let mut moved = vec![false; self.of.len()];
        let mut seen: BTreeSet<u32> = BTreeSet::new();
        for (feature, had) in touched {
            // of several counts of one feature the first is that of the run before
            if seen.insert(*feature)
                && let (Some(having), Some(moved)) = (self.of.get(*feature as usize), moved.get_mut(*feature as usize))
            {
                *moved = self.level(*had as usize) != self.level(*having as usize);
            }
        }
        Some(moved)
    }

    fn is_exact(&self) -> bool {
        self.all < self.few
    }

    /// As far as a number of articles counts.
    fn level(&self, count: usize) -> usize {
        if self.is_exact() {
            count
        } else {
            count.max(1).ilog2() as usize
        }
    }

    /// The number of articles that stands for a level.
    fn whole(&self, level: usize) -> usize {
        if self.is_exact() { level } else { 1 << level }
    }

    /// An article's names and words, weighed by rarity and made so that their weights add up to one by squares.
    pub(super) fn weigh(&self, own: Counted) -> Features {
        let rarity = |feature: u32| {
            let having = self.of.get(feature as usize).map_or(1, |having| *having as usize);
            self.rarities.get(self.level(having)).copied().unwrap_or_default()
        };
        let weighed = own.into_iter();
        unit(weighed.map(|(feature, count)| (feature, f64::from(count) * rarity(feature))))
    }
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
