//! Stories as they count: what articles have in common under what the analyst split, joined and named.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::entities::{Entities, LinkArticle};
use super::found::Story;
use super::going_on::{Told, going_on};
use super::likeness::Likeness;
use super::one_story::one_story_held;
use super::reason::Reason;
use super::story::stories_held;
use crate::entity::EntityKind;

/// Names that a story's reason lists, at most.
const MOST_SHARED: usize = 4;

/// What the analyst said of stories. An article that is held in a story stays in it in every later run; others join where
/// they belong by their words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoriesSaid {
    /// By the number of an article, the key of the story that holds it.
    pub held: BTreeMap<u64, String>,
    /// By key, what the story is called.
    pub names: BTreeMap<String, String>,
}

/// The stories of articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stories {
    /// By article, its place in `list`.
    pub of: Vec<usize>,
    /// In order of their first articles.
    pub list: Vec<Story>,
}

impl Stories {
    /// The story of the article at a place.
    pub fn story(&self, article: usize) -> Option<&Story> {
        self.list.get(*self.of.get(article)?)
    }
}

impl StoriesSaid {
    /// Takes articles out of `story` into one of their own. Both parts are held apart from then on.
    pub fn split(&mut self, story: &Story, out: &BTreeSet<u64>, taken: &BTreeSet<String>) {
        let fresh = unused(&story.key, |key| taken.contains(key) || self.is_used(key));
        for article in &story.articles {
            let key = if out.contains(article) { &fresh } else { &story.key };
            self.held.insert(*article, key.clone());
        }
    }

    /// Makes the articles of `other` articles of `story`, from then on.
    pub fn join(&mut self, story: &Story, other: &Story) {
        for article in story.articles.iter().chain(&other.articles) {
            self.held.insert(*article, story.key.clone());
        }
        self.names.remove(&other.key);
    }

    /// Calls a story something; an empty name takes that back. A named story keeps its articles and its key.
    pub fn call(&mut self, story: &Story, name: &str) {
        let name = name.trim();
        if name.is_empty() {
            self.names.remove(&story.key);
            return;
        }
        self.names.insert(story.key.clone(), name.to_owned());
        for article in &story.articles {
            self.held.insert(*article, story.key.clone());
        }
    }

    /// Takes back all that was said of a story: its articles are free again.
    pub fn forget(&mut self, story: &Story) {
        self.names.remove(&story.key);
        self.held.retain(|_, key| *key != story.key);
    }

    fn is_used(&self, key: &str) -> bool {
        self.names.contains_key(key) || self.held.values().any(|held| held == key)
    }
}

/// The stories of articles under what was said; `numbers` are the articles' own.
pub fn stories_told(articles: &[LinkArticle<'_>], numbers: &[u64], entities: &Entities, said: &StoriesSaid) -> Stories {
    stories_again(
        (articles, &|_| Vec::new()),
        numbers,
        entities,
        said,
        &mut Likeness::default(),
    )
}

/// The same, with the running totals that the articles state, and what an earlier run found of how alike they are.
pub fn stories_again<'a>(
    (articles, totals): Told<'a>,
    numbers: &[u64],
    entities: &'a Entities,
    said: &StoriesSaid,
    likeness: &mut Likeness,
) -> Stories {
    let held: Vec<Option<&str>> = numbers
        .iter()
        .map(|number| said.held.get(number).map(String::as_str))
        .collect();
    likeness.read(articles, numbers, entities);
    let apart = stories_held(likeness, &held);
    let near = one_story_held(articles, entities, &apart, &held);
    let of = going_on((articles, totals), entities, (&near, &held), likeness);
    let len = of.iter().max().map_or(0, |last| last + 1);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); len];
    for (article, story) in of.iter().enumerate() {
        if let Some(members) = members.get_mut(*story) {
            members.push(article);
        }
    }
    let mut counts = vec![Count::default(); entities.list.len()];
    let shared = members.iter().map(|members| counted(members, entities, &mut counts));
    let shared: Vec<Vec<(usize, usize)>> = shared.collect();
    let places: Vec<Option<String>> = shared.iter().map(|counts| place(counts, entities)).collect();
    let keys = keys(articles, &members, &places, &held);
    let rows = members.iter().zip(shared).zip(keys.into_iter().zip(places));
    let list = rows
        .map(|((members, shared), (key, place))| {
            let days = days(articles, members);
            let shared = names(&shared, members.len(), entities);
            let told =
                said.names.contains_key(&key) || members.iter().any(|at| held.get(*at).is_some_and(Option::is_some));
            Story {
                name: said.names.get(&key).unwrap_or(&key).clone(),
                articles: members.iter().filter_map(|at| numbers.get(*at).copied()).collect(),
                reason: reason(members.len(), days, &shared),
                key,
                place,
                days,
                told,
                shared,
            }
        })
        .collect();
    Stories { of, list }
}

/// The entities of a story with the number of its articles that name them, the most shared first, of equals the most often
/// named; `counts`, one for each entity, are nothing before and after.
fn counted(members: &[usize], entities: &Entities, counts: &mut [Count]) -> Vec<(usize, usize)> {
    let mut named: Vec<usize> = Vec::new();
    for article in members {
        for entity in entities.of.get(*article).into_iter().flatten() {
            let Some(count) = counts.get_mut(*entity) else { continue };
            if count.mentions == 0 {
                named.push(*entity);
            }
            count.mentions += 1;
            if count.last != Some(*article) {
                count.articles += 1;
                count.last = Some(*article);
            }
        }
    }
    named.sort_unstable();
    let counted = named.into_iter().filter_map(|entity| {
        let count = std::mem::take(counts.get_mut(entity)?);
        Some((entity, (count.articles, count.mentions)))
    });
    let name = |entity: usize| entities.list.get(entity).map_or("", |entity| &entity.canonical);
    let mut rows: Vec<(usize, (usize, usize))> = counted.collect();
    rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| name(a.0).cmp(name(b.0))));
    rows.into_iter()
        .map(|(entity, (articles, _))| (entity, articles))
        .collect()
}

/// How often the articles of a story name an entity.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    articles: usize,
    mentions: usize,
    /// The last article that was counted.
    last: Option<usize>,
}

/// The place that most of the articles name.
fn place(counts: &[(usize, usize)], entities: &Entities) -> Option<String> {
    let mut named = counts.iter().filter_map(|(entity, _)| entities.list.get(*entity));
    let place = named.find(|entity| entity.kind == EntityKind::Place)?;
    Some(place.canonical.clone())
}

/// The names that most of the articles share.
fn names(counts: &[(usize, usize)], articles: usize, entities: &Entities) -> Vec<String> {
    let most = counts.iter().filter(|(_, count)| articles > 1 && count * 2 > articles);
    most.filter_map(|(entity, _)| Some(entities.list.get(*entity)?.canonical.clone()))
        .take(MOST_SHARED)
        .collect()
}

/// By story its key: that of its held articles, else its place, numbered from the second story of a place on by the day of
/// their first articles.
fn keys(
    articles: &[LinkArticle<'_>],
    members: &[Vec<usize>],
    places: &[Option<String>],
    held: &[Option<&str>],
) -> Vec<String> {
    let mut out: Vec<String> = members
        .iter()
        .map(|members| {
            let mut held = members.iter().filter_map(|at| *held.get(*at)?);
            held.next().unwrap_or_default().to_owned()
        })
        .collect();
    let mut used: BTreeSet<String> = held.iter().flatten().map(|key| (*key).to_owned()).collect();
    let mut order: Vec<usize> = (0..members.len()).collect();
    // the text itself where days are equal: the order in which files were added must not count
    let first = |story: &usize| {
        let members = members.get(*story).into_iter().flatten();
        let articles = members.filter_map(|at| articles.get(*at));
        articles.map(|article| (article.published, article.text)).min()
    };
    order.sort_by_cached_key(first);
    for story in order {
        let Some(slot) = out.get_mut(story).filter(|key| key.is_empty()) else {
            continue;
        };
        let place = places.get(story).cloned().flatten().unwrap_or_default();
        *slot = if used.contains(&place) {
            unused(&place, |key| used.contains(key))
        } else {
            place
        };
        used.insert(slot.clone());
    }
    out
}

/// The name with the first number from 2 on that makes a new one.
fn unused(name: &str, is_used: impl Fn(&str) -> bool) -> String {
    let mut numbered = (2_usize..).map(|number| format!("{name} {number}"));
    numbered.find(|key| !is_used(key)).unwrap_or_default()
}

fn days(articles: &[LinkArticle<'_>], members: &[usize]) -> Option<(Date, Date)> {
    let days = || members.iter().filter_map(|at| articles.get(*at)?.published);
    Some((days().min()?, days().max()?))
}

fn reason(articles: usize, days: Option<(Date, Date)>, shared: &[String]) -> Reason {
    let what = match articles {
        1 => "One article".to_owned(),
        _ => format!("{articles} articles"),
    };
    let reason = match days {
        Some((first, last)) if first == last => Reason::from(what + " of ").day(first),
        Some((first, last)) => Reason::from(what + " from ").day(first).words(" to ").day(last),
        None => Reason::from(what),
    };
    match (articles, shared) {
        (1, _) => reason.words(": no other speaks of the same."),
        (_, []) => reason.words(" share rare words."),
        _ => reason.words(format!(" speak of {}.", shared.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Stories, StoriesSaid, stories_told};
    use crate::link::entities;
    use crate::link::story::tests::{TEXTS, with_linked};

    fn stories(said: &StoriesSaid) -> Stories {
        with_linked(&TEXTS, |articles| {
            stories_told(articles, &[10, 11, 12, 13], &entities(articles), said)
        })
    }

    fn articles(stories: &Stories) -> Vec<(&str, &[u64])> {
        let rows = stories.list.iter();
        rows.map(|story| (story.name.as_str(), story.articles.as_slice()))
            .collect()
    }

    #[test]
    fn stories_are_split_joined_named_and_left_to_themselves_again() {
        let mut said = StoriesSaid::default();
        let alone = stories(&said);
        assert_eq!(
            articles(&alone),
            [("Estrava", &[10, 11, 13][..]), ("Philippines", &[12])]
        );
        let reason = alone.list[0].reason.to_string();
        assert!(reason.contains("Estrava"), "{reason}");
        let taken: BTreeSet<String> = alone.list.iter().map(|story| story.key.clone()).collect();

        said.split(&alone.list[0], &BTreeSet::from([13]), &taken);
        let split = stories(&said);
        let expected = [("Estrava", &[10, 11][..]), ("Philippines", &[12]), ("Estrava 2", &[13])];
        assert_eq!(articles(&split), expected);
        assert!(split.list[2].told && !split.list[1].told);

        said.call(&split.list[2], " The dead of the square ");
        let named = stories(&said);
        assert_eq!(named.list[2].name, "The dead of the square");
        assert_eq!(named.list[2].key, "Estrava 2");

        said.join(&named.list[1], &named.list[2]);
        let joined = stories(&said);
        assert_eq!(
            articles(&joined),
            [("Estrava", &[10, 11][..]), ("Philippines", &[12, 13])]
        );

        said.forget(&joined.list[0]);
        said.forget(&joined.list[1]);
        assert_eq!(said, StoriesSaid::default());
    }

    #[test]
    fn no_articles_have_no_stories() {
        let none = stories_told(&[], &[], &entities(&[]), &StoriesSaid::default());
        assert_eq!(none, Stories::default());
    }
}
