//! Articles with the run of events that they tell of, for conclusions.

use std::collections::BTreeMap;

use crate::entity::EntityKind;
use crate::link::Story;
use crate::show::Linked;
use crate::store::ArticleRecord;

/// An article and what its story is.
pub(super) struct Teller<'s> {
    /// The article.
    pub(super) article: &'s ArticleRecord,
    /// Key of its story.
    pub(super) story: &'s str,
    /// Where the whole story happens.
    all: &'s str,
    /// Names of places in it, as written, with the fullest name.
    places: BTreeMap<&'s str, &'s str>,
}

impl Teller<'_> {
    /// True for the place of the whole story.
    pub(super) fn is_all(&self, place: &str) -> bool {
        place.eq_ignore_ascii_case(self.all)
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
pub(super) fn tellers<'l>(linked: &'l Linked<'_>) -> Vec<Teller<'l>> {
    let rows = linked.articles.iter().enumerate();
    rows.map(|(at, article)| teller(article, linked.stories.story(at)))
        .collect()
}

fn teller<'s>(article: &'s ArticleRecord, story: Option<&'s Story>) -> Teller<'s> {
    let entities = article.reading.entities.iter();
    Teller {
        article,
        story: story.map_or("", |story| &story.key),
        all: story.and_then(|story| story.place.as_deref()).unwrap_or_default(),
        places: entities
            .filter(|entity| entity.kind == EntityKind::Place)
            .map(|entity| (entity.span.of(article.text()), entity.canonical.as_str()))
            .collect(),
    }
}
