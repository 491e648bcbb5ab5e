//! Which articles tell of the same run of events.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::entities::{Entities, LinkArticle};
use super::groups::{Groups, Holds};
use crate::entity::{EntityKind, Lexicon, fold};
use crate::jobs::{Token, map, num_threads};

/// Share of what two articles could have in common from which they are one story.
const LEAST_LIKENESS: f64 = 0.22;
/// Mean likeness from which two groups of articles are one story.
const LEAST_AVERAGE: f64 = 0.12;
/// Days between the publication of two articles of one story, at most, where both are known.
const REACH_DAYS: i32 = 21;
/// Articles that share a name or word beyond which it is not used to find pairs.
const COMMONEST: usize = 120;
/// Bytes from the beginning of an article whose words count.
const HEAD_BYTES: usize = 2_500;

/// Articles whose words are worked out at a time.
const WORDS_AT_A_TIME: usize = 512;

/// What an article speaks of, each with its weight, in order.
type Features = Vec<(u32, f64)>;

/// The story of every article, numbered in order of their first articles; an article of no other's story is one alone.
///
/// Articles are alike by the names and rare words that they share, weighed by how few articles have them, and by days
/// that are not far apart. Only pairs that share something are compared; the most alike are joined first, and groups
/// are joined only where their articles are alike on the average, so that stories do not run together by chains.
pub fn stories(articles: &[LinkArticle<'_>], entities: &Entities) -> Vec<usize> {
    stories_held(articles, entities, &[])
}

/// The same, where some articles are held in a story by its key: those of one key are one story, those of two are not.
pub(super) fn stories_held(articles: &[LinkArticle<'_>], entities: &Entities, held: &[Option<&str>]) -> Vec<usize> {
    let features = unit(features(articles, entities));
    let mut pairs = pairs(articles, &features);
    pairs.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    let mut groups = Groups::new(articles.len());
    let mut sums = features;
    let mut sizes = vec![1.0; articles.len()];
    let mut holds = Holds::new(held, articles.len());
    let told = holds.pairs().into_iter().map(|(a, b)| (a, b, f64::INFINITY));
    let pairs = pairs
        .into_iter()
        .map(|(a, b, likeness)| (a as usize, b as usize, likeness));
    for (a, b, likeness) in told.chain(pairs) {
        let (a, b) = (groups.root(a), groups.root(b));
        let is_told = likeness.is_infinite();
        if a == b || !is_told && (average(&sums, &sizes, a, b) < LEAST_AVERAGE || !holds.meet(a, b)) {
            continue;
        }
        groups.join(a, b);
        let (root, other) = (a.min(b), a.max(b));
        holds.join(root, other);
        let moved = sums.get_mut(other).map(std::mem::take).unwrap_or_default();
        if let Some(sum) = sums.get_mut(root) {
            *sum = added(sum, &moved);
        }
        let size = sizes.get(other).copied().unwrap_or_default();
        if let Some(slot) = sizes.get_mut(root) {
            *slot += size;
        }
    }
    numbered(articles.len(), &mut groups)
}

/// The sum of two articles' or groups' features.
fn added(one: &[(u32, f64)], other: &[(u32, f64)]) -> Features {
    let mut out = Features::with_capacity(one.len() + other.len());
    let (mut a, mut b) = (one.iter().peekable(), other.iter().peekable());
    while let (Some((left, weight)), Some((right, more))) = (a.peek(), b.peek()) {
        out.push((
            *left.min(right),
            if left < right {
                *weight
            } else if left > right {
                *more
            } else {
                weight + more
            },
        ));
        let order = left.cmp(right);
        a.next_if(|_| order.is_le());
        b.next_if(|_| order.is_ge());
    }
    out.extend(a.chain(b));
    out
}

/// Pairs that are alike enough, each once, with their likeness.
fn pairs(articles: &[LinkArticle<'_>], features: &[Features]) -> Vec<(u32, u32, f64)> {
    let mut holders: Vec<Vec<(u32, f64)>> = vec![Vec::new(); num_features(features)];
    let mut shared: Vec<f64> = vec![0.0; features.len()];
    let mut met: Vec<usize> = Vec::new();
    let mut out = Vec::new();
    for (at, own) in features.iter().enumerate() {
        for (feature, weight) in own {
            let Some(others) = holders.get_mut(*feature as usize) else {
                continue;
            };
            // of a feature that many have, the latest holders stand for the others
            for (other, theirs) in others.iter().rev().take(COMMONEST) {
                let other = *other as usize;
                if let Some(likeness) = shared.get_mut(other) {
                    if *likeness == 0.0 {
                        met.push(other);
                    }
                    *likeness += weight * theirs;
                }
            }
            others.push((number(at), *weight));
        }
        met.sort_unstable();
        met.dedup();
        for other in met.drain(..) {
            let likeness = shared.get_mut(other).map(std::mem::take).unwrap_or_default();
            if likeness >= LEAST_LIKENESS && days_meet(articles, at, other) {
                out.push((number(other), number(at), likeness));
            }
        }
    }
    out
}

fn number(article: usize) -> u32 {
    u32::try_from(article).unwrap_or(u32::MAX)
}

/// The mean likeness of the articles of two groups.
fn average(sums: &[Features], sizes: &[f64], a: usize, b: usize) -> f64 {
    let (Some(one), Some(two), Some(size), Some(other)) = (sums.get(a), sums.get(b), sizes.get(a), sizes.get(b)) else {
        return 0.0;
    };
    let (short, long) = if one.len() <= two.len() { (one, two) } else { (two, one) };
    let dot: f64 = short
        .iter()
        .filter_map(|(feature, weight)| {
            let at = long.binary_search_by_key(feature, |(feature, _)| *feature).ok()?;
            Some(weight * long.get(at)?.1)
        })
        .sum();
    dot / (size * other)
}

/// Weights made so that every article's add up to one by squares.
fn unit(mut features: Vec<Features>) -> Vec<Features> {
    for own in &mut features {
        let length = own
            .iter()
            .map(|(_, weight)| weight * weight)
            .sum::<f64>()
            .sqrt()
            .max(f64::MIN_POSITIVE);
        own.iter_mut().for_each(|(_, weight)| *weight /= length);
    }
    features
}

fn numbered(len: usize, groups: &mut Groups) -> Vec<usize> {
    let mut number: BTreeMap<usize, usize> = BTreeMap::new();
    (0..len)
        .map(|at| {
            let next = number.len();
            *number.entry(groups.root(at)).or_insert(next)
        })
        .collect()
}

fn days_meet(articles: &[LinkArticle<'_>], a: usize, b: usize) -> bool {
    let day = |at: usize| articles.get(at).and_then(|article| article.published);
    match (day(a), day(b)) {
        (Some(a), Some(b)) => (a - b).get_days().abs() <= REACH_DAYS,
        _ => true,
    }
}

/// Every article's names and words, weighed by rarity and, for names, by how often they stand in it.
fn features(articles: &[LinkArticle<'_>], entities: &Entities) -> Vec<Features> {
    let mut words_by_id: HashMap<String, u32> = HashMap::new();
    let mut counts: Vec<Features> = Vec::with_capacity(articles.len());
    // words of all articles at once would take more room than all that is made of them
    let words = articles.chunks(WORDS_AT_A_TIME).flat_map(words_of);
    for (at, words) in words.enumerate() {
        let mut own = BTreeMap::new();
        for entity in entities.of.get(at).into_iter().flatten() {
            let share = match entities.list.get(*entity).map(|entity| entity.kind) {
                Some(EntityKind::Person | EntityKind::Place) => 1.0,
                _ => 0.6,
            };
            // even numbers are entities, odd ones words
            *own.entry(id(*entity, 0)).or_default() += share;
        }
        own.values_mut()
            .for_each(|count: &mut f64| *count = 1.5 * (1.0 + *count).ln());
        for word in words {
            let next = words_by_id.len();
            own.insert(*words_by_id.entry(word).or_insert_with(|| id(next, 1)), 0.5);
        }
        counts.push(own.into_iter().collect());
    }
    let mut spread: Vec<usize> = vec![0; num_features(&counts)];
    for (feature, _) in counts.iter().flatten() {
        if let Some(having) = spread.get_mut(*feature as usize) {
            *having += 1;
        }
    }
    for (feature, weight) in counts.iter_mut().flatten() {
        *weight *= rarity(articles.len(), spread.get(*feature as usize).copied().unwrap_or(1));
    }
    counts
}

/// One more than the highest number of a feature.
fn num_features(features: &[Features]) -> usize {
    let last = features.iter().filter_map(|own| own.last());
    last.map(|(feature, _)| *feature as usize + 1).max().unwrap_or_default()
}

fn id(index: usize, odd: u32) -> u32 {
    u32::try_from(index)
        .unwrap_or(u32::MAX / 2)
        .saturating_mul(2)
        .saturating_add(odd)
}

#[expect(clippy::cast_precision_loss, reason = "numbers of articles")]
fn rarity(all: usize, having: usize) -> f64 {
    (1.0 + all as f64 / having.max(1) as f64).ln()
}

/// By article its words, worked out on all processors.
fn words_of(articles: &[LinkArticle<'_>]) -> Vec<BTreeSet<String>> {
    let made = map(articles, num_threads(), &Token::new(), |_| {}, words);
    // what went wrong on a thread goes wrong here as well, and is told by the job
    let made = made.into_iter().zip(articles);
    made.map(|(made, article)| made.unwrap_or_else(|_| words(article)))
        .collect()
}

/// Words of five letters or more in the article's beginning that are no common words.
fn words(article: &LinkArticle<'_>) -> BTreeSet<String> {
    let lexicon = Lexicon::get();
    let mut end = HEAD_BYTES.min(article.text.len());
    while !article.text.is_char_boundary(end) {
        end -= 1;
    }
    let head = article.text.get(..end).unwrap_or_default();
    head.split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() >= 5 && word.chars().next().is_some_and(char::is_lowercase))
        .map(fold)
        .filter(|word| !lexicon.is_common(word))
        .collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::stories;
    use crate::article::Article;
    use crate::entity::find;
    use crate::link::{LinkArticle, entities};
    use crate::token::scan;

    /// Three articles of one run of events, one of another.
    pub(in crate::link) const TEXTS: [&str; 4] = [
        "Police in Estrava arrested protesters near Pearl Square. Interior Minister Halvar Brenk said order would return to Varland.",
        "Varland's Halvar Brenk said on Monday that rioters attacked the prison in Estrava. The Square Committee blamed Brenk.",
        "A ferry sank off Port Samar in the Philippines. Coast Guard captain Jose Lindo said passengers were missing.",
        "The Square Committee counted twelve dead in Estrava and called on Brenk to resign as Varland buried its dead.",
    ];

    /// What `ask` makes of texts with their names.
    pub(in crate::link) fn with_linked<R>(texts: &[&str], ask: impl FnOnce(&[LinkArticle<'_>]) -> R) -> R {
        let mentions: Vec<_> = texts
            .iter()
            .map(|text| find(&Article::plain(*text), &scan(text)))
            .collect();
        let linked = texts.iter().zip(&mentions).map(|(text, mentions)| LinkArticle {
            text,
            title: None,
            published: None,
            mentions,
        });
        ask(&linked.collect::<Vec<_>>())
    }

    #[test]
    fn articles_of_one_run_of_events_meet() {
        let grouped = with_linked(&TEXTS, |articles| stories(articles, &entities(articles)));
        assert_eq!(grouped, [0, 0, 1, 0]);
    }
}
