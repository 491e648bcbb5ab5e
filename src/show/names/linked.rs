//! All articles of a project linked, once for everything that is worked out of it: entities and stories under what the
//! analyst said.

use std::collections::HashMap;
use std::sync::Arc;

use super::{number, totals};
use crate::base::Span;
use crate::entity::EntityKind;
use crate::link::{
    Entities, Likeness, LinkArticle, NamesTold, Offices, Stories, Written, entities_again, stories_again,
};
use crate::read::Reading;
use crate::store::{ArticleId, ArticleRecord, Store};

/// The articles of a project with the entities that they name and the stories that they tell.
#[derive(Debug)]
pub struct Linked<'s> {
    /// The articles, in order.
    pub articles: Vec<&'s ArticleRecord>,
    /// By article, its names in order, without those of menus and lists of links.
    pub mentions: Vec<Marks>,
    /// Whom and what they name.
    pub entities: Entities,
    /// What they tell of.
    pub stories: Stories,
    states: Vec<u64>,
}

/// The names of an article and what they name.
pub(super) type Marks = Arc<[(Span, EntityKind)]>;

/// What is kept of linked articles for the next run.
#[derive(Clone, Debug, Default)]
pub struct KeptLinks {
    /// How alike they are.
    pub likeness: Likeness,
    /// Which offices they name.
    pub offices: Offices,
    written: Written,
    told: NamesTold,
    seen: Vec<Seen>,
    last_state: u64,
}

/// An article as it was seen. It holds the reading, so that no new one can be taken for it.
#[derive(Clone, Debug)]
struct Seen {
    article: ArticleId,
    reading: Arc<Reading>,
    state: u64,
    marks: Marks,
}

impl KeptLinks {
    /// Nothing kept yet; likeness is found so.
    #[cfg(test)]
    pub(crate) fn new(likeness: Likeness) -> Self {
        Self {
            likeness,
            ..Self::default()
        }
    }

    /// Looks at the articles of a project; gives for each what it is told by from itself where it reads otherwise.
    pub fn see(&mut self, store: &Store) -> Vec<u64> {
        let is_told = self.told == *store.names();
        if !is_told {
            self.told.clone_from(store.names());
        }
        let old = std::mem::take(&mut self.seen).into_iter();
        let mut old: HashMap<ArticleId, Seen> = old.map(|seen| (seen.article, seen)).collect();
        self.seen.reserve_exact(store.num_articles());
        for article in store.articles() {
            let kept = old.remove(&article.id);
            let kept = kept.filter(|seen| Arc::ptr_eq(&seen.reading, &article.reading));
            let state = kept.as_ref().map_or(self.last_state + 1, |seen| seen.state);
            self.last_state = self.last_state.max(state);
            self.seen.push(Seen {
                article: article.id,
                reading: Arc::clone(&article.reading),
                state,
                marks: kept
                    .filter(|_| is_told)
                    .map_or_else(|| marks(store, article), |seen| seen.marks),
            });
        }
        self.seen.iter().map(|seen| seen.state).collect()
    }
}

impl<'s> Linked<'s> {
    /// Links a project. Takes its time: for a job beside the window.
    pub fn new(store: &'s Store) -> Self {
        let mut kept = KeptLinks::default();
        kept.see(store);
        let mut linked = Self::named(store, &mut kept);
        linked.stories = linked.tell(store, &mut kept.likeness);
        linked
    }

    /// The same without stories; `kept` has seen the project.
    pub fn named(store: &'s Store, kept: &mut KeptLinks) -> Self {
        let articles: Vec<&ArticleRecord> = store.articles().map(AsRef::as_ref).collect();
        let mut linked = Self {
            mentions: kept.seen.iter().map(|seen| Arc::clone(&seen.marks)).collect(),
            states: kept.seen.iter().map(|seen| seen.state).collect(),
            articles,
            entities: Entities::default(),
            stories: Stories::default(),
        };
        linked.entities = entities_again(&linked.rows(), &linked.numbers(), store.names(), &mut kept.written);
        linked
    }

    /// The stories that the articles tell, with what an earlier run found of how alike they are.
    pub fn tell(&self, store: &Store, likeness: &mut Likeness) -> Stories {
        let (rows, numbers) = (self.rows(), self.numbers());
        let totals = |at: usize| (self.articles.get(at)).map_or_else(Vec::new, |article| totals::of(store, article));
        let said = store.stories_said();
        stories_again((&rows, &totals), &numbers, &self.entities, &said, likeness)
    }

    /// The articles as linking takes them.
    pub fn rows(&self) -> Vec<LinkArticle<'_>> {
        let rows = self.articles.iter().zip(&self.mentions).zip(&self.states);
        rows.map(|((article, mentions), state)| LinkArticle {
            text: article.text(),
            title: Some(article.title()),
            published: article.published(),
            mentions,
            state: *state,
        })
        .collect()
    }

    fn numbers(&self) -> Vec<u64> {
        self.articles.iter().map(|article| number(article.id)).collect()
    }
}

/// The names of an article that are shown: not those of menus and lists of links.
fn marks(store: &Store, article: &ArticleRecord) -> Marks {
    let marks = store.marks_of(article).into_iter();
    let shown = |span: Span| !span.is_empty() && article.reading.article.boilerplate_at(span.start()).is_none();
    marks.filter(|(span, _)| shown(*span)).collect()
}
