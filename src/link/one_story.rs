//! Stories that are one: kept apart by their words, but with the same people and bodies in the same days.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::entities::{Entities, LinkArticle};
use super::groups::{Groups, Holds};
use crate::entity::{EntityKind, Lexicon, fold};

/// Names that two stories must share, of which one is a person's or a body's.
pub(super) const LEAST_SHARED: usize = 3;
/// Days between two articles of them, at most.
const REACH_DAYS: i32 = 7;
/// Names that are enough for stories of the same days.
const FEW_SHARED: usize = 2;
/// Days between two articles of those, at most.
const FEW_DAYS: i32 = 1;
/// Articles in which a name stands beyond which it says nothing.
const COMMONEST: usize = 60;
/// Stories that share one name beyond which the name says nothing.
const MOST_STORIES: usize = 12;

/// Stories with those joined that share three names or more which no list knows, at most a week apart; numbered in order
/// of their first articles.
pub fn one_story(articles: &[LinkArticle<'_>], entities: &Entities, stories: &[usize]) -> Vec<usize> {
    one_story_held(articles, entities, stories, &[])
}

/// The same, where some articles are held in a story by its key: stories of two keys stay two.
pub(super) fn one_story_held(
    articles: &[LinkArticle<'_>],
    entities: &Entities,
    stories: &[usize],
    held: &[Option<&str>],
) -> Vec<usize> {
    let len = stories.iter().max().map_or(0, |last| last + 1);
    let days = days(articles, stories);
    let mut shared: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
    for (entity, holders) in entities.list.iter().zip(holders(entities, stories)) {
        if holders.len() < 2
            || holders.len() > MOST_STORIES
            || entity.num_articles > COMMONEST
            || is_listed(&entity.canonical)
        {
            continue;
        }
        let acts = usize::from(matches!(entity.kind, EntityKind::Person | EntityKind::Org));
        for (at, one) in holders.iter().enumerate() {
            for other in holders.iter().skip(at + 1) {
                let count = shared.entry((*one, *other)).or_default();
                *count = (count.0 + 1, count.1 + acts);
            }
        }
    }
    let mut groups = Groups::new(len);
    let mut holds = Holds::of_stories(stories, held, len);
    for ((one, other), (names, acting)) in shared {
        let is_near = |most: i32| near(days.get(&one), days.get(&other), most);
        let are_dated = [one, other]
            .iter()
            .all(|story| days.get(story).is_some_and(|days| !days.is_empty()));
        let is_one =
            names >= LEAST_SHARED && is_near(REACH_DAYS) || names >= FEW_SHARED && is_near(FEW_DAYS) && are_dated;
        if is_one && acting > 0 {
            let (one, other) = (groups.root(one), groups.root(other));
            if holds.meet(one, other) {
                groups.join(one, other);
                holds.join(one.min(other), one.max(other));
            }
        }
    }
    groups.numbered(stories.iter().copied())
}

/// By entity, the stories that name it, in order.
fn holders(entities: &Entities, stories: &[usize]) -> Vec<Vec<usize>> {
    let mut articles: Vec<(usize, &Vec<usize>)> = stories.iter().copied().zip(&entities.of).collect();
    articles.sort_by_key(|(story, _)| *story);
    let mut out: Vec<Vec<usize>> = vec![Vec::new(); entities.list.len()];
    for (story, own) in articles {
        for entity in own {
            if let Some(holders) = out.get_mut(*entity).filter(|holders| holders.last() != Some(&story)) {
                holders.push(story);
            }
        }
    }
    out
}

/// True for names that stories of any country share: countries, world bodies, ministries without a country.
pub(super) fn is_listed(name: &str) -> bool {
    let lexicon = Lexicon::get();
    let folded = fold(name);
    let is_generic = |word: &str| {
        let part = lexicon.body(word);
        part.head || part.tail || lexicon.is_common(word)
    };
    lexicon.listed(&folded).is_some() || folded.split_whitespace().all(is_generic)
}

/// By story, the days of its articles; none for a story whose days nobody knows.
fn days(articles: &[LinkArticle<'_>], stories: &[usize]) -> BTreeMap<usize, Vec<Date>> {
    let mut out: BTreeMap<usize, Vec<Date>> = BTreeMap::new();
    for (article, story) in articles.iter().zip(stories) {
        out.entry(*story).or_default().extend(article.published);
    }
    out.values_mut().for_each(|days| days.sort_unstable());
    out
}

fn near(a: Option<&Vec<Date>>, b: Option<&Vec<Date>>, most: i32) -> bool {
    let (Some(a), Some(b)) = (a, b) else {
        return false;
    };
    match (a.first(), a.last(), b.first(), b.last()) {
        (Some(first), Some(last), Some(from), Some(to)) => {
            (*from - *last).get_days() <= most && (*first - *to).get_days() <= most
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::one_story;
    use crate::article::Article;
    use crate::entity::find;
    use crate::link::story::tests::named;
    use crate::link::{LinkArticle, entities};
    use crate::token::scan;

    #[track_caller]
    fn check(texts: &[&str], days: &[&str], joined: &[usize]) {
        let scans: Vec<_> = texts
            .iter()
            .map(|text| named(&find(&Article::plain(*text), &scan(text))))
            .collect();
        let articles: Vec<LinkArticle<'_>> = (texts.iter().zip(&scans).zip(days))
            .map(|((text, mentions), day)| LinkArticle {
                text,
                title: None,
                published: day.parse().ok(),
                mentions,
                state: 0,
            })
            .collect();
        let apart: Vec<usize> = (0..texts.len()).collect();
        assert_eq!(one_story(&articles, &entities(&articles), &apart), joined);
    }

    #[test]
    fn stories_with_the_same_people_and_days_are_one() {
        let minister = "Interior Minister Halvar Brenk flew to Port Estrava. The Square Committee wept in Norhaven.";
        let lawyers = "Lawyers in Norhaven asked Halvar Brenk for names, as the Square Committee had.";
        let ferry = "A ferry sank off Norhaven. The Interior Ministry and the United Nations helped.";
        check(&[minister, lawyers], &["2031-03-10", "2031-03-13"], &[0, 0]);
        check(&[minister, lawyers], &["2031-03-10", ""], &[0, 0]);
        check(&[minister, lawyers], &["2031-03-10", "2031-05-13"], &[0, 1]);
        check(&[minister, ferry], &["2031-03-10", "2031-03-10"], &[0, 1]);
    }
}
