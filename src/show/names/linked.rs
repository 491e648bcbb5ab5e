//! All articles of a project linked, once for everything that is worked out of it: entities and stories under what the
//! analyst said.

use crate::base::Span;
use crate::entity::Mention;
use crate::link::{Entities, Likeness, LinkArticle, Stories, entities_told, stories_again};
use crate::store::{ArticleId, ArticleRecord, Store};

use super::{number, totals};

/// The articles of a project with the entities that they name and the stories that they tell.
#[derive(Debug)]
pub struct Linked<'s> {
    /// The articles, in order.
    pub articles: Vec<&'s ArticleRecord>,
    /// By article, its names in order, without those of menus and lists of links.
    pub mentions: Vec<Vec<Mention>>,
    /// Whom and what they name.
    pub entities: Entities,
    /// What they tell of.
    pub stories: Stories,
}

impl<'s> Linked<'s> {
    /// Links a project. Takes its time: for a job beside the window.
    pub fn new(store: &'s Store) -> Self {
        let mut linked = Self::named(store);
        linked.stories = linked.tell(store, &mut Likeness::default());
        linked
    }

    /// The same without stories.
    pub fn named(store: &'s Store) -> Self {
        let articles: Vec<&ArticleRecord> = store.articles().map(AsRef::as_ref).collect();
        let mentions: Vec<Vec<Mention>> = articles.iter().map(|article| mentions(store, article)).collect();
        let entities = entities_told(&rows(&articles, &mentions), &numbers(&articles), store.names());
        Self {
            articles,
            mentions,
            entities,
            stories: Stories::default(),
        }
    }

    /// The stories that the articles tell, with what an earlier run found of how alike they are.
    pub fn tell(&self, store: &Store, likeness: &mut Likeness) -> Stories {
        let (rows, numbers) = (self.rows(), numbers(&self.articles));
        let totals = totals::of_articles(store, &self.articles);
        let (told, said) = ((rows.as_slice(), totals.as_slice()), store.stories_said());
        stories_again(told, &numbers, &self.entities, &said, likeness)
    }

    /// The articles as linking takes them.
    pub fn rows(&self) -> Vec<LinkArticle<'_>> {
        rows(&self.articles, &self.mentions)
    }

    /// By article, the key of its story.
    pub(super) fn story_keys(&self) -> impl Iterator<Item = (ArticleId, String)> {
        let rows = self.articles.iter().enumerate();
        rows.filter_map(|(at, article)| Some((article.id, self.stories.story(at)?.key.clone())))
    }
}

fn numbers(articles: &[&ArticleRecord]) -> Vec<u64> {
    articles.iter().map(|article| number(article.id)).collect()
}

fn rows<'a>(articles: &'a [&ArticleRecord], mentions: &'a [Vec<Mention>]) -> Vec<LinkArticle<'a>> {
    let rows = articles.iter().zip(mentions);
    rows.map(|(article, mentions)| LinkArticle {
        text: article.text(),
        title: Some(article.title()),
        published: article.published(),
        mentions,
    })
    .collect()
}

/// The names of an article that are shown: not those of menus and lists of links.
fn mentions(store: &Store, article: &ArticleRecord) -> Vec<Mention> {
    let mut mentions = store.mentions_of(article);
    let shown = |span: Span| !span.is_empty() && article.reading.article.boilerplate_at(span.start()).is_none();
    mentions.retain(|mention| shown(mention.span));
    mentions
}
