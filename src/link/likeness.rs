//! How alike articles are by what they speak of: worked out once for two articles, and kept while both stay as they are.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::entities::{Entities, LinkArticle};
use super::features::{self, Spoken};
use crate::jobs::{Token, map, num_threads};

/// Share of what two articles could have in common from which they are one story, of [`WHOLE`]: 0.22.
const LEAST_LIKENESS: u32 = 236_223_201;
/// Days between the publication of two articles of one story, at most, where both are known.
const REACH_DAYS: i32 = 21;
/// Articles that share a name or word beyond which it is not used to find pairs.
const COMMONEST: usize = 120;
/// Articles below which every one counts in how rare a name or word is.
const FEW_ARTICLES: usize = 256;
/// Articles that are compared at a time.
const AT_A_TIME: usize = 64;

/// The weight of the only feature of an article.
pub(super) const UNIT: f64 = 32_768.0;
/// The likeness of an article to itself.
pub(super) const WHOLE: f64 = UNIT * UNIT;

/// What an article speaks of, each with its weight, in order. Weights are whole numbers, so that their sums are the same in
/// whatever order features are numbered.
pub(super) type Features = Vec<(u32, u32)>;

/// Two articles that are alike enough; the more alike comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    likeness: Reverse<u32>,
    a: u32,
    b: u32,
}

/// What is kept of one article.
#[derive(Clone, Debug, Default)]
struct Seen {
    number: u64,
    day: Option<Date>,
    features: Features,
}

/// How alike the articles of a project are. Articles that come behind those of the run before, and those that now speak of
/// something else, are compared anew; all others stay as they were.
#[derive(Clone, Debug)]
pub struct Likeness {
    spoken: Spoken,
    seen: Vec<Seen>,
    /// The most alike first.
    pairs: Vec<Pair>,
    /// Below so many articles rarity is counted by the article, beyond in steps.
    few: usize,
}

impl Default for Likeness {
    fn default() -> Self {
        Self::exact_below(FEW_ARTICLES)
    }
}

impl Likeness {
    /// Counts rarity by the article below so many articles, in steps beyond.
    pub(crate) fn exact_below(few: usize) -> Self {
        Self {
            spoken: Spoken::default(),
            seen: Vec::new(),
            pairs: Vec::new(),
            few,
        }
    }

    /// What each article speaks of.
    pub(super) fn features(&self) -> impl Iterator<Item = &Features> {
        self.seen.iter().map(|seen| &seen.features)
    }

    /// Pairs by their places, the most alike first.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.pairs.iter().map(|pair| (pair.a as usize, pair.b as usize))
    }

    /// Compares these articles; `numbers` are their own, or none.
    pub(super) fn read(&mut self, articles: &[LinkArticle<'_>], numbers: &[u64], entities: &Entities) {
        let number = |at: usize| numbers.get(at).copied().unwrap_or_else(|| u64::from(place(at)));
        let same = |(at, seen): (usize, &Seen)| seen.number == number(at);
        // where an article went, others come within reach of those behind it
        if self.seen.len() > articles.len() || !self.seen.iter().enumerate().all(same) {
            *self = Self::exact_below(self.few);
        }
        let counted = self.spoken.read(articles, entities);
        let features = features::weighed(counted, self.few);
        let now = features.into_iter().enumerate().zip(articles);
        let now: Vec<Seen> = now
            .map(|((at, features), article)| Seen {
                number: number(at),
                day: article.published,
                features,
            })
            .collect();
        let changed = changed(&self.seen, &now);
        self.seen = now;
        self.compare(&changed);
    }

    /// Compares those that changed with all within their reach.
    fn compare(&mut self, changed: &[bool]) {
        let is_changed = |at: u32| changed.get(at as usize).copied().unwrap_or(true);
        self.pairs.retain(|pair| !is_changed(pair.a) && !is_changed(pair.b));
        let anew: Vec<usize> = (0..changed.len()).filter(|at| is_changed(place(*at))).collect();
        if anew.is_empty() {
            return;
        }
        let comparing = Comparing {
            holders: Holders::new(&self.seen),
            seen: &self.seen,
            changed,
        };
        let portions: Vec<&[usize]> = anew.chunks(AT_A_TIME).collect();
        let work = |portion: &&[usize]| comparing.pairs(portion);
        let made = map(&portions, num_threads(), &Token::new(), |_| {}, work);
        let mut new: Vec<Pair> = Vec::new();
        for (made, portion) in made.into_iter().zip(&portions) {
            // what went wrong on a thread goes wrong here as well, and is told by the job
            new.extend(made.unwrap_or_else(|_| comparing.pairs(portion)));
        }
        new.sort_unstable();
        if self.pairs.is_empty() {
            self.pairs = new;
        } else {
            self.pairs.append(&mut new);
            // two runs, each in order: this sort only merges them
            self.pairs.sort();
        }
        self.pairs.shrink_to_fit();
    }
}

/// By article, whether it must be compared anew: it is new, or it or one that stands before it for a feature speaks of
/// something else.
fn changed(old: &[Seen], now: &[Seen]) -> Vec<bool> {
    let same = |(at, now): (usize, &Seen)| {
        let same = |old: &Seen| old.day == now.day && old.features == now.features;
        old.get(at).is_some_and(same)
    };
    let mut out: Vec<bool> = now.iter().enumerate().map(|row| !same(row)).collect();
    let mut moved: BTreeSet<u32> = BTreeSet::new();
    for ((old, now), _) in old.iter().zip(now).zip(&out).filter(|(_, changed)| **changed) {
        let has = |list: &Features, feature: u32| list.binary_search_by_key(&feature, |(feature, _)| *feature).is_ok();
        let gone = old.features.iter().filter(|(feature, _)| !has(&now.features, *feature));
        let come = now.features.iter().filter(|(feature, _)| !has(&old.features, *feature));
        moved.extend(gone.chain(come).map(|(feature, _)| *feature));
    }
    if !moved.is_empty() {
        for (slot, seen) in out.iter_mut().zip(now) {
            *slot = *slot || seen.features.iter().any(|(feature, _)| moved.contains(feature));
        }
    }
    out
}

/// By feature, the articles that have it, in order, with their weights.
struct Holders {
    /// By feature, where its articles begin; one more at the end.
    begins: Vec<u32>,
    list: Vec<(u32, u32)>,
}

impl Holders {
    fn new(seen: &[Seen]) -> Self {
        let all = || seen.iter().flat_map(|seen| &seen.features);
        let len = all()
            .map(|(feature, _)| *feature as usize + 1)
            .max()
            .unwrap_or_default();
        let mut begins: Vec<u32> = vec![0; len + 1];
        for (feature, _) in all() {
            if let Some(count) = begins.get_mut(*feature as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for begin in &mut begins {
            sum += *begin;
            *begin = sum;
        }
        let mut next = begins.clone();
        let mut list = vec![(0, 0); sum as usize];
        for (at, seen) in seen.iter().enumerate() {
            for (feature, weight) in &seen.features {
                if let Some(next) = next.get_mut(*feature as usize) {
                    if let Some(slot) = list.get_mut(*next as usize) {
                        *slot = (place(at), *weight);
                    }
                    *next += 1;
                }
            }
        }
        Self { begins, list }
    }

    fn of(&self, feature: u32) -> &[(u32, u32)] {
        let at = |feature: usize| self.begins.get(feature).map_or(0, |begin| *begin as usize);
        let feature = feature as usize;
        self.list.get(at(feature)..at(feature + 1)).unwrap_or_default()
    }
}

/// What articles are compared by.
struct Comparing<'c> {
    holders: Holders,
    seen: &'c [Seen],
    changed: &'c [bool],
}

impl Comparing<'_> {
    /// Pairs of these articles with those before them, and with those behind them that did not change.
    fn pairs(&self, portion: &[usize]) -> Vec<Pair> {
        let mut shared: Vec<u32> = vec![0; self.seen.len()];
        let mut met: Vec<u32> = Vec::new();
        let mut out = Vec::new();
        for at in portion {
            let own = self.seen.get(*at).map_or(&[][..], |seen| &seen.features);
            for (feature, weight) in own {
                for (other, theirs) in self.within_reach(*feature, place(*at)) {
                    if let Some(likeness) = shared.get_mut(*other as usize) {
                        if *likeness == 0 {
                            met.push(*other);
                        }
                        *likeness += weight * theirs;
                    }
                }
            }
            for other in met.drain(..) {
                let likeness = shared.get_mut(other as usize).map(std::mem::take).unwrap_or_default();
                if likeness >= LEAST_LIKENESS && self.days_meet(*at, other as usize) {
                    let at = place(*at);
                    out.push(Pair {
                        likeness: Reverse(likeness),
                        a: at.min(other),
                        b: at.max(other),
                    });
                }
            }
        }
        out
    }

    /// Of a feature that many have, the latest holders before an article stand for the others.
    fn within_reach(&self, feature: u32, at: u32) -> impl Iterator<Item = &(u32, u32)> {
        let all = self.holders.of(feature);
        let own = all.partition_point(|(holder, _)| *holder < at);
        let before = all.get(own.saturating_sub(COMMONEST)..own).unwrap_or_default();
        let behind = all.get(own..).unwrap_or_default().iter().skip(1).take(COMMONEST);
        let stays = |(holder, _): &&(u32, u32)| self.changed.get(*holder as usize) == Some(&false);
        before.iter().chain(behind.filter(stays))
    }

    fn days_meet(&self, a: usize, b: usize) -> bool {
        let day = |at: usize| self.seen.get(at).and_then(|seen| seen.day);
        match (day(a), day(b)) {
            (Some(a), Some(b)) => (a - b).get_days().abs() <= REACH_DAYS,
            _ => true,
        }
    }
}

/// The place of an article, as it is kept.
fn place(article: usize) -> u32 {
    u32::try_from(article).unwrap_or(u32::MAX)
}

impl Likeness {
    /// True where two articles are as alike as those of one story are on the average, whatever their days.
    pub(super) fn are_alike(&self, a: usize, b: usize) -> bool {
        let (Some(one), Some(other)) = (self.seen.get(a), self.seen.get(b)) else {
            return false;
        };
        let shared = one.features.iter().filter_map(|(feature, weight)| {
            let at = other
                .features
                .binary_search_by_key(feature, |(feature, _)| *feature)
                .ok()?;
            Some(f64::from(*weight) * f64::from(other.features.get(at)?.1))
        });
        shared.sum::<f64>() >= super::story::LEAST_AVERAGE * WHOLE
    }
}
