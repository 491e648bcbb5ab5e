//! Which articles tell of the same run of events.

use std::collections::BTreeMap;

use super::entities::{Entities, LinkArticle};
use super::groups::{Groups, Holds};
use super::likeness::{Features, Likeness, WHOLE};

/// Mean likeness from which two groups of articles are one story.
pub(super) const LEAST_AVERAGE: f64 = 0.12;

/// What the articles of a group speak of together, each with the sum of its weights, in order.
type Sum = Vec<(u32, u64)>;

/// The story of every article, numbered in order of their first articles; an article of no other's story is one alone.
///
/// Articles are alike by the names and rare words that they share, weighed by how few articles have them, and by days
/// that are not far apart. Only pairs that share something are compared; the most alike are joined first, and groups
/// are joined only where their articles are alike on the average, so that stories do not run together by chains.
pub fn stories(articles: &[LinkArticle<'_>], entities: &Entities) -> Vec<usize> {
    let mut likeness = Likeness::default();
    likeness.read(articles, &[], entities);
    stories_held(&likeness, &[])
}

/// The same, where some articles are held in a story by its key: those of one key are one story, those of two are not.
pub(super) fn stories_held(likeness: &Likeness, held: &[Option<&str>]) -> Vec<usize> {
    let mut sums: Vec<Sum> = likeness.features().map(sum).collect();
    let len = sums.len();
    let mut groups = Groups::new(len);
    let mut sizes = vec![1.0; len];
    let mut holds = Holds::new(held, len);
    let told = holds.pairs().into_iter().map(|(a, b)| (a, b, true));
    let pairs = likeness.pairs().map(|(a, b)| (a, b, false));
    for (a, b, is_told) in told.chain(pairs) {
        let (a, b) = (groups.root(a), groups.root(b));
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
    numbered(len, &mut groups)
}

fn sum(features: &Features) -> Sum {
    let wide = |(feature, weight): &(u32, u32)| (*feature, u64::from(*weight));
    features.iter().map(wide).collect()
}

/// The sum of two articles' or groups' features.
fn added(one: &[(u32, u64)], other: &[(u32, u64)]) -> Sum {
    let mut out = Sum::with_capacity(one.len() + other.len());
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

/// The mean likeness of the articles of two groups.
#[expect(clippy::cast_precision_loss, reason = "a share of what can be in common")]
fn average(sums: &[Sum], sizes: &[f64], a: usize, b: usize) -> f64 {
    let (Some(one), Some(two), Some(size), Some(other)) = (sums.get(a), sums.get(b), sizes.get(a), sizes.get(b)) else {
        return 0.0;
    };
    let (short, long) = if one.len() <= two.len() { (one, two) } else { (two, one) };
    let dot: u64 = short
        .iter()
        .filter_map(|(feature, weight)| {
            let at = long.binary_search_by_key(feature, |(feature, _)| *feature).ok()?;
            Some(weight * long.get(at)?.1)
        })
        .sum();
    dot as f64 / WHOLE / (size * other)
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
