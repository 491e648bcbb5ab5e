//! Works the entities out: marks under what the analyst said, linked over all articles.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::linked::{Linked, Marks};
use super::voices::{Voice, entities_of, voices};
use super::{Alias, Merge, NameRow, Names, Other, Vouching, outlets};
use crate::base::Span;
use crate::entity::{EntityKind, fold};
use crate::link::{Entities, Entity, NameRef, NameSort, Offices, Reach, Stories, Suggested, speaker_key, suggest};
use crate::store::{ArticleId, ArticleRecord, Store};

impl Names {
    /// All entities of a project. Takes as long as linking does: for a job beside the window.
    pub fn new(store: &Store) -> Self {
        Self::of(store, &Linked::new(store))
    }

    /// All entities of a project that is linked already.
    pub fn of(store: &Store, linked: &Linked<'_>) -> Self {
        let mut names = Self::of_articles(store, linked);
        names.take_stories(store, &linked.stories);
        names.offer_offices(store, linked, &mut Offices::default());
        let voices = voices(store, &names);
        let entities = entities_of(&names, &voices);
        names.with_figures(store, voices.iter().zip(entities))
    }

    /// The same without their figures and stories: what follows from the articles' names alone.
    pub fn of_articles(store: &Store, linked: &Linked<'_>) -> Self {
        let mut names = Self::default();
        names.fill(&linked.articles, &linked.mentions, &linked.entities);
        names.index();
        let suggested = suggest(&linked.rows(), &linked.entities);
        let outlets = outlets::add(&mut names, store);
        names.offer(store, suggested.into_iter().chain(outlets));
        names
    }

    /// Takes over which story each article tells.
    pub fn take_stories(&mut self, store: &Store, stories: &Stories) {
        let rows = store.articles().enumerate();
        let keys = rows.filter_map(|(at, article)| Some((article.id, stories.story(at)?.key.clone())));
        self.story_of = Arc::new(keys.collect());
    }

    /// The same with the figures that each vouches for or published; the voices come with their entities, in the order of
    /// the articles.
    pub fn with_figures<'v>(&self, store: &Store, voices: impl Iterator<Item = (&'v Voice, Option<usize>)>) -> Self {
        let mut names = self.clone();
        names.vouching.reserve_exact(store.num_claims());
        for (voice, entity) in voices {
            if let Some(row) = entity.and_then(|at| names.rows.get_mut(at)) {
                row.claims.push(voice.claim);
            }
            names.vouching.push(Vouching {
                claim: voice.claim,
                entity: entity.and_then(|at| u32::try_from(at).ok()),
                name: Arc::clone(&voice.name),
            });
        }
        names.vouching.sort_unstable_by_key(|vouching| vouching.claim);
        for row in names.rows.iter_mut().filter(|row| row.sort == NameSort::Outlet) {
            let published = row
                .mentions
                .iter()
                .flat_map(|(article, _)| store.claim_ids_of(*article));
            row.claims = published.copied().collect();
        }
        names
    }

    fn fill(&mut self, articles: &[&ArticleRecord], mentions: &[Marks], entities: &Entities) {
        self.rows = entities.list.iter().map(row).collect();
        let sizes = entities.list.iter().map(|entity| entity.num_mentions);
        let mut named: Vec<Vec<(ArticleId, Span)>> = sizes.map(Vec::with_capacity).collect();
        let mut all: BTreeMap<ArticleId, Vec<(Span, usize)>> = BTreeMap::new();
        for ((article, mentions), of) in articles.iter().zip(mentions).zip(&entities.of) {
            let mut marks: Vec<(Span, usize)> = Vec::with_capacity(mentions.len());
            let day = article.published();
            for ((span, _), entity) in mentions.iter().zip(of) {
                marks.push((*span, *entity));
                if let (Some(row), Some(named)) = (self.rows.get_mut(*entity), named.get_mut(*entity)) {
                    row.take_article(named.last(), (article.id, day));
                    named.push((article.id, *span));
                }
            }
            all.insert(article.id, marks);
        }
        self.marks = Arc::new(all);
        for (row, named) in self.rows.iter_mut().zip(named) {
            row.mentions = Arc::new(named);
        }
    }

    /// Finds rows by words, marks what several are called, and chooses for each by what it is found again.
    fn index(&mut self) {
        let mut exact: BTreeMap<(NameSort, String), BTreeSet<usize>> = BTreeMap::new();
        let (mut by_words, mut by_key): (BTreeMap<String, Vec<usize>>, BTreeMap<String, Vec<usize>>) =
            Default::default();
        for (at, row) in self.rows.iter().enumerate() {
            // the president of one article is not that of another
            for alias in row.aliases.iter().filter(|alias| !self.is_office_of(at, &alias.words)) {
                exact.entry((alias.sort, alias.words.clone())).or_default().insert(at);
                push_new(by_words.entry(fold(&alias.words)).or_default(), at);
                push_new(by_key.entry(speaker_key(&alias.words)).or_default(), at);
            }
        }
        (self.by_words, self.by_key) = (Arc::new(by_words), Arc::new(by_key));
        for row in &mut self.rows {
            for alias in &mut row.aliases {
                let rows = exact.get(&(alias.sort, alias.words.clone()));
                // what is in no index is an office, and can be anybody's
                alias.shared = rows.is_none_or(|rows| rows.len() > 1);
            }
        }
        let refs: Vec<Option<NameRef>> = (0..self.rows.len()).map(|row| self.best_ref(row)).collect();
        for (row, name_ref) in self.rows.iter_mut().zip(refs) {
            if let Some(name_ref) = name_ref {
                row.name_ref = name_ref;
            }
        }
    }

    /// The longest name that no other entity has, else one in an article or at a place where it has it alone.
    fn best_ref(&self, at: usize) -> Option<NameRef> {
        let row = self.rows.get(at)?;
        let own = row.aliases.iter().filter(|alias| !alias.shared);
        let best = own.max_by_key(|alias| (alias.words.split(' ').count(), alias.count));
        match best {
            Some(alias) => Some(NameRef {
                sort: alias.sort,
                words: alias.words.clone(),
                reach: Reach::Project,
            }),
            None => self.refs(at).into_iter().next(),
        }
    }

    /// Offers pairs that the analyst has not decided on.
    fn offer(&mut self, store: &Store, suggested: impl Iterator<Item = Suggested>) {
        let rejected: BTreeSet<(usize, usize)> = store
            .names()
            .pairs(false)
            .filter_map(|(a, b)| Some(in_order(self.find(a)?, self.find(b)?)))
            .collect();
        let open = suggested.filter(|pair| !rejected.contains(&in_order(pair.a, pair.b)));
        self.merges = open
            .map(|pair| Merge {
                a: pair.a,
                other: Other::Entity(pair.b),
                score: pair.score,
                reason: pair.reason,
            })
            .collect();
        self.merges.sort_by(|x, y| y.score.total_cmp(&x.score));
    }
}

fn in_order(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

fn push_new(rows: &mut Vec<usize>, row: usize) {
    if rows.last() != Some(&row) {
        rows.push(row);
    }
}

fn row(entity: &Entity) -> NameRow {
    let mut row = NameRow {
        name: entity.canonical.clone(),
        told: entity.told,
        ..NameRow::empty(NameSort::Name(entity.kind))
    };
    let written = entity.written.iter();
    let counts = written.map(|(words, kind, count)| ((&**words, NameSort::Name(*kind)), *count));
    row.take_aliases(counts.collect());
    row
}

impl NameRow {
    pub(super) fn empty(sort: NameSort) -> Self {
        let name_ref = NameRef {
            sort,
            words: String::new(),
            reach: Reach::Project,
        };
        Self {
            name: String::new(),
            sort,
            name_ref,
            aliases: Vec::new(),
            mentions: Arc::default(),
            num_articles: 0,
            first: None,
            last: None,
            claims: Vec::new(),
            told: false,
            twins: Vec::new(),
        }
    }

    /// Counts the article of a mention, where the `last` one before it is of another, and widens first and last day.
    pub(super) fn take_article(&mut self, last: Option<&(ArticleId, Span)>, (id, day): (ArticleId, Option<Date>)) {
        if last.is_some_and(|(last, _)| *last == id) {
            return;
        }
        self.num_articles += 1;
        if let Some(day) = day {
            self.first = Some(self.first.map_or(day, |first| first.min(day)));
            self.last = Some(self.last.map_or(day, |last| last.max(day)));
        }
    }

    pub(super) fn take_aliases<W: Into<String>>(&mut self, counts: BTreeMap<(W, NameSort), usize>) {
        let alias = |((words, sort), count): ((W, NameSort), usize)| Alias {
            words: words.into(),
            count,
            sort,
            shared: false,
        };
        self.aliases = counts.into_iter().map(alias).collect();
        self.aliases
            .sort_by(|a, b| b.count.cmp(&a.count).then(a.words.cmp(&b.words)));
    }

    /// The kind, where it is a name in the texts.
    pub fn kind(&self) -> Option<EntityKind> {
        match self.sort {
            NameSort::Name(kind) => Some(kind),
            NameSort::Outlet => None,
        }
    }

    /// The articles that name it, in order.
    pub fn articles(&self) -> Vec<ArticleId> {
        let mut articles: Vec<ArticleId> = self.mentions.iter().map(|(article, _)| *article).collect();
        articles.dedup();
        articles
    }
}
