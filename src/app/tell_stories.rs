//! Articles with the run of events that they tell of, for conclusions.

use std::collections::BTreeMap;

use crate::base::Span;
use crate::entity::{EntityKind, Mention};
use crate::link::{self, Entities, LinkArticle};
use crate::store::{ArticleRecord, Store};

/// An article and what its story is.
pub(super) struct Teller<'s> {
    /// The article.
    pub(super) article: &'s ArticleRecord,
    /// Stable name of its story: the place that most of its articles name, numbered where two stories have one.
    pub(super) story: String,
    /// The agency whose tag it carries.
    pub(super) agency: Option<String>,
    /// The names of bodies in it, in order.
    pub(super) bodies: Vec<Span>,
    /// Where the whole story happens.
    all: String,
    /// Names of places in it, as written, with the fullest name.
    places: BTreeMap<&'s str, &'s str>,
}

impl Teller<'_> {
    /// True for the place of the whole story.
    pub(super) fn is_all(&self, place: &str) -> bool {
        place.eq_ignore_ascii_case(&self.all)
    }

    /// The place narrower than the story that a speaker's words name: "Port Calder" of "the police of Port Calder".
    pub(super) fn place_in(&self, words: &str) -> Option<&str> {
        let padded = format!(" {words} ");
        let mut named = self
            .places
            .iter()
            .filter(|(name, full)| !self.is_all(full) && padded.contains(&format!(" {name} ")));
        named.next().map(|(_, full)| *full)
    }
}

/// All articles, in order, with their stories.
pub(super) fn stories(store: &Store) -> Vec<Teller<'_>> {
    let articles: Vec<&ArticleRecord> = store.articles().map(AsRef::as_ref).collect();
    let mentions: Vec<Vec<Mention>> = articles.iter().map(|article| store.mentions_of(article)).collect();
    let linked: Vec<LinkArticle<'_>> = articles
        .iter()
        .zip(&mentions)
        .map(|(article, mentions)| LinkArticle {
            text: article.text(),
            title: Some(article.title()),
            published: article.published(),
            mentions,
        })
        .collect();
    let entities = link::entities(&linked);
    let stories = link::one_story(&linked, &entities, &link::stories(&linked, &entities));
    let places = places(&stories, &entities);
    let names = names(&articles, &stories, &places);
    let rows = articles.into_iter().zip(stories);
    rows.map(|(article, story)| teller(article, names.get(&story).cloned(), places.get(&story).cloned()))
        .collect()
}

/// The names of bodies, and "Estrava police", in order.
fn bodies(article: &ArticleRecord) -> Vec<Span> {
    let entities = article.reading.entities.iter();
    let named = entities
        .filter(|entity| entity.kind == EntityKind::Org)
        .map(|entity| entity.span);
    let text = article.text();
    let police = text.match_indices(" police").filter_map(|(at, word)| {
        let town = text.get(..at)?.rsplit(|c: char| !c.is_alphanumeric()).next()?;
        let is_name = town.starts_with(char::is_uppercase) && !matches!(town, "The" | "A" | "And" | "But" | "In");
        is_name.then(|| Span::new(at - town.len(), at + word.len()))
    });
    let mut out: Vec<Span> = named.chain(police).collect();
    out.sort_unstable();
    out
}

fn teller(article: &ArticleRecord, story: Option<String>, all: Option<String>) -> Teller<'_> {
    let entities = article.reading.entities.iter();
    Teller {
        article,
        story: story.unwrap_or_default(),
        agency: link::agency_of(article.text()),
        bodies: bodies(article),
        all: all.unwrap_or_default(),
        places: entities
            .filter(|entity| entity.kind == EntityKind::Place)
            .map(|entity| (entity.span.of(article.text()), entity.canonical.as_str()))
            .collect(),
    }
}

/// By story, the place that most of its articles name, of equals the one most often named.
fn places(stories: &[usize], entities: &Entities) -> BTreeMap<usize, String> {
    let mut counts: BTreeMap<usize, BTreeMap<usize, (usize, usize)>> = BTreeMap::new();
    for (article, story) in stories.iter().enumerate() {
        let own = counts.entry(*story).or_default();
        let mut seen: BTreeMap<usize, usize> = BTreeMap::new();
        for entity in entities.of.get(article).into_iter().flatten() {
            *seen.entry(*entity).or_default() += 1;
        }
        for (entity, times) in seen {
            let count = own.entry(entity).or_default();
            *count = (count.0 + 1, count.1 + times);
        }
    }
    let name = |entity: &usize| {
        let entity = entities.list.get(*entity)?;
        (entity.kind == EntityKind::Place).then_some(entity.canonical.as_str())
    };
    counts
        .into_iter()
        .filter_map(|(story, counts)| {
            let named = counts
                .iter()
                .filter_map(|(entity, count)| Some((*count, name(entity)?)));
            let (_, place) = named.max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(a.1)))?;
            Some((story, place.to_owned()))
        })
        .collect()
}

/// By story, its name: its place, and a number from the second story of a place on, by the day of their first articles.
fn names(articles: &[&ArticleRecord], stories: &[usize], places: &BTreeMap<usize, String>) -> BTreeMap<usize, String> {
    let mut first: BTreeMap<usize, (Option<jiff::civil::Date>, &str)> = BTreeMap::new();
    for (article, story) in articles.iter().zip(stories) {
        let own = (article.published(), article.sha256.as_str());
        let held = first.entry(*story).or_insert(own);
        *held = own.min(*held);
    }
    let mut order: Vec<usize> = first.keys().copied().collect();
    order.sort_by_key(|story| first.get(story).copied());
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    order
        .into_iter()
        .map(|story| {
            let place = places.get(&story).cloned().unwrap_or_default();
            let nth = used.entry(place.clone()).or_default();
            *nth += 1;
            let name = if *nth > 1 { format!("{place} {nth}") } else { place };
            (story, name)
        })
        .collect()
}
