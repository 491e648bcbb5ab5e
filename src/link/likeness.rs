//! How alike articles are by what they speak of: worked out once for two articles, and kept while both stay as they are.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::entities::{Entities, LinkArticle};
use super::features::{Counted, Spoken, Spread};
use super::story::LEAST_AVERAGE;
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

/// What two lists of features, each in order, weigh in common.
pub(super) fn common<W: Copy + Into<u64>>(one: &[(u32, W)], other: &[(u32, W)]) -> u64 {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let shared = short.iter().filter_map(|(feature, weight)| {
        let at = long.binary_search_by_key(feature, |(feature, _)| *feature).ok()?;
        let (weight, other): (u64, u64) = ((*weight).into(), long.get(at)?.1.into());
        Some(weight * other)
    });
    shared.sum()
}

/// Two articles that are alike enough; the more alike comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    likeness: Reverse<u32>,
    a: u32,
    b: u32,
    /// True where it joined two groups when stories were last told.
    joined: bool,
}

/// What stories were told last.
#[derive(Clone, Debug)]
struct Last {
    /// By article, the number of its story.
    stories: Vec<usize>,
    /// By article, the key of the story in which it was held.
    held: Vec<Option<String>>,
}

/// What is kept of one article.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    number: u64,
    day: Option<Date>,
    pub(super) features: Features,
    /// True where it was compared anew since stories were last told.
    is_new: bool,
}

/// How alike the articles of a project are. Articles that come behind those of the run before, and those that now speak of
/// something else, are compared anew; all others stay as they were.
#[derive(Clone, Debug)]
pub struct Likeness {
    spoken: Spoken,
    spread: Spread,
    seen: Vec<Seen>,
    /// The most alike first.
    pairs: Vec<Pair>,
    last: Option<Last>,
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
            spread: Spread::new(few),
            seen: Vec::new(),
            pairs: Vec::new(),
            last: None,
            few,
        }
    }

    /// What each article speaks of.
    pub(super) fn features(&self) -> &[Seen] {
        &self.seen
    }

    /// How many pairs are alike enough.
    pub(super) fn num_pairs(&self) -> usize {
        self.pairs.len()
    }

    /// A pair by its places, and whether it joined two groups when stories were last told; the most alike come first.
    pub(super) fn pair(&self, at: usize) -> Option<(usize, usize, bool)> {
        let pair = self.pairs.get(at)?;
        Some((pair.a as usize, pair.b as usize, pair.joined))
    }

    /// Notes whether a pair joined two groups.
    pub(super) fn put_joined(&mut self, at: usize, joined: bool) {
        if let Some(pair) = self.pairs.get_mut(at) {
            pair.joined = joined;
        }
    }

    /// True where two articles are as alike as those of one story are on the average, whatever their days.
    #[expect(clippy::cast_precision_loss, reason = "a share of what can be in common")]
    pub(super) fn are_alike(&self, a: usize, b: usize) -> bool {
        let (Some(one), Some(other)) = (self.seen.get(a), self.seen.get(b)) else {
            return false;
        };
        common(&one.features, &other.features) as f64 >= LEAST_AVERAGE * WHOLE
    }

    /// By article, whether it, or one that was in its story when stories were last told, was compared anew since; all are
    /// where the analyst holds others in stories.
    pub(super) fn is_new(&self, held: &[Option<&str>]) -> Vec<bool> {
        let still = |last: &&Last| {
            let now = held.iter().copied().chain(std::iter::repeat(None));
            now.zip(&last.held).all(|(now, then)| now == then.as_deref())
        };
        let Some(last) = self.last.as_ref().filter(still) else {
            return vec![true; self.seen.len()];
        };
        let story = |at: usize| last.stories.get(at).copied();
        let new = self.seen.iter().enumerate().filter(|(_, seen)| seen.is_new);
        let touched: BTreeSet<usize> = new.filter_map(|(at, _)| story(at)).collect();
        let is_new = |at: usize| story(at).is_none_or(|story| touched.contains(&story));
        (0..self.seen.len()).map(is_new).collect()
    }

    /// Notes the stories that were told, and who was held in them.
    pub(super) fn put_stories(&mut self, stories: &[usize], held: &[Option<&str>]) {
        let held = held.iter().copied().chain(std::iter::repeat(None));
        self.last = Some(Last {
            stories: stories.to_vec(),
            held: held.take(stories.len()).map(|key| key.map(str::to_owned)).collect(),
        });
        self.seen.iter_mut().for_each(|seen| seen.is_new = false);
    }

    /// Compares these articles; `numbers` are their own, or none.
    pub(super) fn read(&mut self, articles: &[LinkArticle<'_>], numbers: &[u64], entities: &Entities) {
        let number = |at: usize| numbers.get(at).copied().unwrap_or_else(|| u64::from(place(at)));
        let same = |(at, seen): (usize, &Seen)| seen.number == number(at);
        // where an article went, others come within reach of those behind it
        if self.seen.len() > articles.len() || !self.seen.iter().enumerate().all(same) {
            *self = Self::exact_below(self.few);
        }
        let speaks_anew = self.spoken.read(articles, entities);
        let anew = |(at, anew): (usize, &bool)| anew.then(|| self.spoken.counted(at));
        let mut counted: Vec<Option<Counted>> = speaks_anew.iter().enumerate().map(anew).collect();
        let moved = self.count(&counted);
        let is_moved = |features: &Features| match &moved {
            Some(moved) => features
                .iter()
                .any(|(feature, _)| moved.get(*feature as usize) == Some(&true)),
            None => true,
        };
        let mut changes = Changes::new(articles.len());
        let old = std::mem::replace(&mut self.seen, Vec::with_capacity(articles.len()));
        let mut old = old.into_iter();
        for (at, (article, counted)) in articles.iter().zip(&mut counted).enumerate() {
            let before = old.next();
            let counted = counted.take();
            let stays = counted.is_none() && before.as_ref().is_some_and(|before| !is_moved(&before.features));
            let counted = || counted.unwrap_or_else(|| self.spoken.counted(at));
            let features = (!stays).then(|| self.spread.weigh(counted()));
            changes.take(before.as_ref(), (article.published, features.as_ref()));
            let is_new = before.as_ref().is_none_or(|before| before.is_new);
            let features = features.or_else(|| before.map(|before| before.features));
            self.seen.push(Seen {
                number: number(at),
                day: article.published,
                features: features.unwrap_or_default(),
                is_new,
            });
        }
        let changed = changes.end(&self.seen);
        for (seen, changed) in self.seen.iter_mut().zip(&changed) {
            seen.is_new |= changed;
        }
        self.compare(&changed);
    }

    /// Counts how many articles have each feature; gives which features are not as rare as they were, or that all are not.
    fn count(&mut self, counted: &[Option<Counted>]) -> Option<Vec<bool>> {
        let mut touched = Vec::new();
        for (at, come) in counted.iter().enumerate() {
            let Some(come) = come else { continue };
            let out = self.seen.get(at).into_iter().flat_map(|seen| &seen.features);
            let (out, come) = (
                out.map(|(feature, _)| *feature),
                come.iter().map(|(feature, _)| *feature),
            );
            self.spread.change(out, come, &mut touched);
        }
        self.spread.settle(counted.len(), &touched)
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
            holders: Holders::new(&self.seen, &anew),
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

/// Which articles must be compared anew: those that are new, and those that, or one that stands before them for a feature,
/// speak of something else.
struct Changes {
    changed: Vec<bool>,
    /// Features that an article has no more, or that it had not.
    moved: BTreeSet<u32>,
}

impl Changes {
    fn new(len: usize) -> Self {
        Self {
            changed: Vec::with_capacity(len),
            moved: BTreeSet::new(),
        }
    }

    /// Takes the next article, with what it was, its day and its features where they may be others.
    fn take(&mut self, before: Option<&Seen>, (day, features): (Option<Date>, Option<&Features>)) {
        let Some(before) = before else {
            self.changed.push(true);
            return;
        };
        let now = features.filter(|features| **features != before.features);
        self.changed.push(now.is_some() || before.day != day);
        let Some(now) = now else { return };
        let has = |list: &Features, feature: u32| list.binary_search_by_key(&feature, |(feature, _)| *feature).is_ok();
        let gone = before.features.iter().filter(|(feature, _)| !has(now, *feature));
        let come = now.iter().filter(|(feature, _)| !has(&before.features, *feature));
        self.moved.extend(gone.chain(come).map(|(feature, _)| *feature));
    }

    fn end(mut self, seen: &[Seen]) -> Vec<bool> {
        if !self.moved.is_empty() {
            for (slot, seen) in self.changed.iter_mut().zip(seen) {
                *slot = *slot || seen.features.iter().any(|(feature, _)| self.moved.contains(feature));
            }
        }
        self.changed
    }
}

/// By feature, the articles that have it, in order, with their weights.
struct Holders {
    /// By feature, where its articles begin; one more at the end.
    begins: Vec<u32>,
    list: Vec<(u32, u32)>,
}

impl Holders {
    /// Of the features that these of the articles have.
    fn new(seen: &[Seen], asking: &[usize]) -> Self {
        let asked = asking.iter().filter_map(|at| seen.get(*at));
        let mut is_asked: Vec<bool> = Vec::new();
        for (feature, _) in asked.flat_map(|seen| &seen.features) {
            let at = *feature as usize;
            if at >= is_asked.len() {
                is_asked.resize(at + 1, false);
            }
            if let Some(asked) = is_asked.get_mut(at) {
                *asked = true;
            }
        }
        let is_asked = |feature: &(u32, u32)| is_asked.get(feature.0 as usize) == Some(&true);
        let all = || {
            seen.iter()
                .flat_map(|seen| &seen.features)
                .filter(|feature| is_asked(feature))
        };
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
            for (feature, weight) in seen.features.iter().filter(|feature| is_asked(feature)) {
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
                        joined: false,
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
