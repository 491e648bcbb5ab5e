//! Which articles tell of the same run of events.

use super::entities::{Entities, LinkArticle};
use super::groups::{Groups, Holds};
use super::likeness::{Features, Likeness, Seen, WHOLE, common};

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
    stories_held(&mut likeness, &[])
}

/// The same, where some articles are held in a story by its key: those of one key are one story, those of two are not.
/// Two groups whose articles, and all that were with them in the run before, are as they were then, are joined or not as
/// they were then; only what is new, or has to do with it, is weighed.
pub(super) fn stories_held(likeness: &mut Likeness, held: &[Option<&str>]) -> Vec<usize> {
    let len = likeness.features().len();
    let mut holds = Holds::new(held, len);
    let mut telling = Telling {
        groups: Groups::new(len),
        next: (0..len).collect(),
        sizes: vec![1.0; len],
        sums: vec![None; len],
        is_new: likeness.is_new(held),
    };
    for (a, b) in holds.pairs() {
        let (a, b) = telling.roots(a, b);
        if a != b {
            telling.join(a, b);
            holds.join(a.min(b), a.max(b));
        }
    }
    for at in 0..likeness.num_pairs() {
        let Some((a, b, was_joined)) = likeness.pair(at) else {
            break;
        };
        let (a, b) = telling.roots(a, b);
        let joins = if a == b {
            false
        } else if telling.is_known(a, b) {
            was_joined
        } else {
            telling.average(a, b, likeness.features()) >= LEAST_AVERAGE && holds.meet(a, b)
        };
        if joins {
            telling.join(a, b);
            holds.join(a.min(b), a.max(b));
        } else if was_joined {
            telling.part(a, b);
        }
        likeness.put_joined(at, joins);
    }
    let stories = telling.groups.numbered(0..len);
    likeness.put_stories(&stories, held);
    stories
}

/// Groups of articles as they grow.
struct Telling {
    groups: Groups,
    /// By article, another one of its group: all of them in a ring.
    next: Vec<usize>,
    sizes: Vec<f64>,
    /// By the article that stands for a group, what the group speaks of; worked out where it is asked for.
    sums: Vec<Option<Sum>>,
    /// By the article that stands for a group, whether it is other than in the run before.
    is_new: Vec<bool>,
}

impl Telling {
    fn roots(&mut self, a: usize, b: usize) -> (usize, usize) {
        (self.groups.root(a), self.groups.root(b))
    }

    /// True where both groups are as they were when they met in the run before.
    fn is_known(&self, a: usize, b: usize) -> bool {
        let is_old = |at: usize| self.is_new.get(at) == Some(&false);
        is_old(a) && is_old(b)
    }

    fn join(&mut self, a: usize, b: usize) {
        self.groups.join(a, b);
        self.next.swap(a, b);
        let (root, other) = (a.min(b), a.max(b));
        let moved = self.sums.get_mut(other).and_then(Option::take);
        if let Some(sum) = self.sums.get_mut(root) {
            // a sum of only one of them is none
            *sum = sum.take().zip(moved).map(|(sum, moved)| added(&sum, &moved));
        }
        let size = self.sizes.get(other).copied().unwrap_or_default();
        if let Some(slot) = self.sizes.get_mut(root) {
            *slot += size;
        }
        let is_new = self.is_new.get(other) != Some(&false);
        if let Some(slot) = self.is_new.get_mut(root) {
            *slot |= is_new;
        }
    }

    /// Notes that two groups are not joined that were in the run before: from now on both are others.
    fn part(&mut self, a: usize, b: usize) {
        for at in [a, b] {
            if let Some(slot) = self.is_new.get_mut(at) {
                *slot = true;
            }
        }
    }

    fn add_up(&mut self, root: usize, features: &[Seen]) {
        if self.sums.get(root).is_some_and(Option::is_some) {
            return;
        }
        let mut sum = Sum::new();
        let mut at = root;
        loop {
            let own = features
                .get(at)
                .map(|seen| self::sum(&seen.features))
                .unwrap_or_default();
            sum = if sum.is_empty() { own } else { added(&sum, &own) };
            at = self.next.get(at).copied().unwrap_or(root);
            if at == root {
                break;
            }
        }
        if let Some(slot) = self.sums.get_mut(root) {
            *slot = Some(sum);
        }
    }

    /// The mean likeness of the articles of two groups.
    #[expect(clippy::cast_precision_loss, reason = "a share of what can be in common")]
    fn average(&mut self, a: usize, b: usize, features: &[Seen]) -> f64 {
        self.add_up(a, features);
        self.add_up(b, features);
        let sum = |at: usize| self.sums.get(at).and_then(Option::as_ref);
        let (Some(one), Some(two), Some(size), Some(other)) = (sum(a), sum(b), self.sizes.get(a), self.sizes.get(b))
        else {
            return 0.0;
        };
        common(one, two) as f64 / WHOLE / (size * other)
    }
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

#[cfg(test)]
pub(super) mod tests {
    use super::stories;
    use crate::article::Article;
    use crate::base::Span;
    use crate::entity::{EntityKind, Mention, find};
    use crate::link::{LinkArticle, entities};
    use crate::token::scan;

    /// Three articles of one run of events, one of another.
    pub(in crate::link) const TEXTS: [&str; 4] = [
        "Police in Estrava arrested protesters near Pearl Square. Interior Minister Halvar Brenk said order would return to Varland.",
        "Varland's Halvar Brenk said on Monday that rioters attacked the prison in Estrava. The Square Committee blamed Brenk.",
        "A ferry sank off Port Samar in the Philippines. Coast Guard captain Jose Lindo said passengers were missing.",
        "The Square Committee counted twelve dead in Estrava and called on Brenk to resign as Varland buried its dead.",
    ];

    /// Names as linking takes them.
    pub(in crate::link) fn named(mentions: &[Mention]) -> Vec<(Span, EntityKind)> {
        mentions.iter().map(|mention| (mention.span, mention.kind)).collect()
    }

    /// What `ask` makes of texts with their names.
    pub(in crate::link) fn with_linked<R>(texts: &[&str], ask: impl FnOnce(&[LinkArticle<'_>]) -> R) -> R {
        let mentions: Vec<_> = texts
            .iter()
            .map(|text| named(&find(&Article::plain(*text), &scan(text))))
            .collect();
        let linked = texts.iter().zip(&mentions).map(|(text, mentions)| LinkArticle {
            text,
            title: None,
            published: None,
            mentions,
            state: 0,
        });
        ask(&linked.collect::<Vec<_>>())
    }

    #[test]
    fn articles_of_one_run_of_events_meet() {
        let grouped = with_linked(&TEXTS, |articles| stories(articles, &entities(articles)));
        assert_eq!(grouped, [0, 0, 1, 0]);
    }
}
