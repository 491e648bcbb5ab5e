//! The project in memory.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::adopted::{Adopted, AdoptedAbout};
use super::blocks::Blocks;
use super::change::{Change, Edit};
use super::history::{History, Step};
use super::record::{ArticleId, ArticleRecord, ClaimId, ClaimRecord, Ruling};
use crate::base::Span;
use crate::link::NamesTold;

/// All rows of a project. Copies share their rows until one of them changes: jobs work on a [`Store::snapshot`].
#[derive(Clone, Debug, Default)]
pub struct Store {
    articles: Blocks<ArticleId, Arc<ArticleRecord>>,
    claims: Blocks<ClaimId, Arc<ClaimRecord>>,
    /// The claims of each article in the order of their spans.
    by_article: Blocks<ArticleId, Vec<ClaimId>>,
    settings: Arc<BTreeMap<String, String>>,
    rulings: Arc<BTreeMap<String, Ruling>>,
    pub(super) names: Arc<NamesTold>,
    adopted: Arc<BTreeMap<AdoptedAbout, Adopted>>,
    history: History,
    /// Numbers given out so far, also of rows that are gone.
    last_article: i64,
    last_claim: i64,
    last_step: i64,
    generation: u64,
}

impl Store {
    /// Counts up with every change: views rebuild what hangs on the rows when it differs.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// The rows as they are now, without the history: cheap in projects of any size, for work beside the window.
    pub fn snapshot(&self) -> Self {
        Self {
            articles: self.articles.clone(),
            claims: self.claims.clone(),
            by_article: self.by_article.clone(),
            settings: Arc::clone(&self.settings),
            rulings: Arc::clone(&self.rulings),
            names: Arc::clone(&self.names),
            adopted: Arc::clone(&self.adopted),
            history: History::default(),
            ..*self
        }
    }

    /// The articles in the order in which they were added.
    pub fn articles(&self) -> impl DoubleEndedIterator<Item = &Arc<ArticleRecord>> {
        self.articles.values()
    }

    /// How many articles there are.
    pub fn num_articles(&self) -> usize {
        self.articles.len()
    }

    /// How many claims there are, rejected ones too.
    pub fn num_claims(&self) -> usize {
        self.claims.len()
    }

    /// One article.
    pub fn article(&self, id: ArticleId) -> Option<&Arc<ArticleRecord>> {
        self.articles.get(id)
    }

    /// All claims in the order of their numbers.
    pub fn claims(&self) -> impl DoubleEndedIterator<Item = &Arc<ClaimRecord>> {
        self.claims.values()
    }

    /// One claim.
    pub fn claim(&self, id: ClaimId) -> Option<&Arc<ClaimRecord>> {
        self.claims.get(id)
    }

    /// The page of its original, from 1, on which a claim stands; `None` where there are no pages.
    pub fn page_of(&self, id: ClaimId) -> Option<usize> {
        let claim = self.claim(id)?;
        self.article(claim.article)?.page(claim.claim().span)
    }

    /// The claims of an article in the order of their spans.
    pub fn claims_of(&self, article: ArticleId) -> impl DoubleEndedIterator<Item = &Arc<ClaimRecord>> {
        let ids = self.by_article.get(article).map_or(&[][..], Vec::as_slice);
        ids.iter().filter_map(|id| self.claims.get(*id))
    }

    /// True where articles, settings and what was said of names are the same rows in both.
    pub(super) fn is_told_alike(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.settings, &other.settings)
            && Arc::ptr_eq(&self.names, &other.names)
            && self.articles.is_same(&other.articles)
    }

    /// The same without its claims and its history.
    pub(super) fn without_claims(&self) -> Self {
        Self {
            claims: Blocks::default(),
            by_article: Blocks::default(),
            ..self.snapshot()
        }
    }

    /// The numbers of an article's claims, in the order of their spans.
    pub fn claim_ids_of(&self, article: ArticleId) -> &[ClaimId] {
        self.by_article.get(article).map_or(&[], Vec::as_slice)
    }

    /// How many claims an article has.
    pub fn num_claims_of(&self, article: ArticleId) -> usize {
        self.by_article.get(article).map_or(0, Vec::len)
    }

    /// The claims whose words begin within a part of an article, in the order of their spans: found without a look at the
    /// others.
    pub fn claims_within(&self, article: ArticleId, part: Span) -> impl Iterator<Item = &Arc<ClaimRecord>> {
        let ids = self.by_article.get(article).map_or(&[][..], Vec::as_slice);
        let start = |id: &ClaimId| self.claims.get(*id).map(|claim| claim.claim().span.start());
        let first = ids.partition_point(|id| start(id) < Some(part.start()));
        let rest = ids.get(first..).unwrap_or_default();
        let rows = rest.iter().filter_map(|id| self.claims.get(*id));
        rows.take_while(move |claim| claim.claim().span.start() < part.end())
    }

    /// The article with these original bytes.
    pub fn article_by_sha256(&self, sha256: &str) -> Option<&Arc<ArticleRecord>> {
        self.articles.values().find(|article| article.sha256 == sha256)
    }

    /// A setting of the project.
    pub fn setting(&self, name: &str) -> Option<&str> {
        self.settings.get(name).map(String::as_str)
    }

    /// All settings of the project.
    pub fn settings(&self) -> &BTreeMap<String, String> {
        &self.settings
    }

    /// What the analyst said of a conclusion.
    pub fn ruling(&self, key: &str) -> Option<&Ruling> {
        self.rulings.get(key)
    }

    /// All rulings.
    pub fn rulings(&self) -> &BTreeMap<String, Ruling> {
        &self.rulings
    }

    /// The figures that the analyst adopted, by story, kind and day.
    pub fn adopted(&self) -> &BTreeMap<AdoptedAbout, Adopted> {
        &self.adopted
    }

    /// What was done and taken back.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Applies the rows of `edit` and gives the edit that takes it back. Does not touch the history.
    pub fn apply(&mut self, edit: &Edit) -> Edit {
        let mut inverse: Vec<Change> = edit.changes.iter().map(|change| self.put(change)).collect();
        inverse.reverse();
        self.generation += 1;
        Edit::new(edit.label.clone(), inverse)
    }

    /// Makes an edit and remembers it; what was taken back before can no longer be done again. Gives the step for the
    /// journal, `None` where nothing would change.
    pub fn commit(&mut self, edit: Edit, at: &str) -> Option<Step> {
        if edit.is_empty() {
            return None;
        }
        let inverse = self.apply(&edit);
        self.last_step += 1;
        let step = Step {
            number: self.last_step,
            at: at.to_owned(),
            edit: Arc::new(edit),
            inverse: Arc::new(inverse),
        };
        self.history.undone.clear();
        self.history.done.push(step.clone());
        Some(step)
    }

    /// Takes the last step back; gives it for the journal, `None` where there is none.
    pub fn undo(&mut self) -> Option<Step> {
        let step = self.history.done.pop()?;
        self.apply(&step.inverse);
        self.history.undone.push(step.clone());
        Some(step)
    }

    /// Does again what was taken back last; `None` where there is nothing.
    pub fn redo(&mut self) -> Option<Step> {
        let step = self.history.undone.pop()?;
        self.apply(&step.edit);
        self.history.done.push(step.clone());
        Some(step)
    }

    /// Takes the history as it was kept on disk.
    pub fn set_history(&mut self, history: History) {
        let newest = history.done.iter().chain(&history.undone).map(|step| step.number).max();
        self.last_step = self.last_step.max(newest.unwrap_or(0));
        for step in history.done.iter().chain(&history.undone) {
            for change in step.edit.changes.iter().chain(&step.inverse.changes) {
                self.reserve(change);
            }
        }
        self.history = history;
    }

    pub(super) fn next_article(&mut self) -> ArticleId {
        self.last_article += 1;
        ArticleId(self.last_article)
    }

    pub(super) fn next_claim(&mut self) -> ClaimId {
        self.last_claim += 1;
        ClaimId(self.last_claim)
    }

    /// Numbers of rows that undo may bring back are never given out again.
    fn reserve(&mut self, change: &Change) {
        match change {
            Change::Article(id, _) => self.last_article = self.last_article.max(id.0),
            Change::Claim(id, _) => self.last_claim = self.last_claim.max(id.0),
            Change::Setting(..) | Change::Ruling(..) | Change::Name(..) | Change::Adopted(..) => {}
        }
    }

    /// Writes one row and gives the row as it was.
    fn put(&mut self, change: &Change) -> Change {
        self.reserve(change);
        match change {
            Change::Article(id, row) => Change::Article(*id, self.articles.put(*id, row.clone())),
            Change::Claim(id, row) => {
                let old = self.claims.put(*id, row.clone());
                self.index_claim(*id, old.as_deref(), row.as_deref());
                Change::Claim(*id, old)
            }
            Change::Setting(name, value) => {
                Change::Setting(name.clone(), swap(&mut self.settings, name.clone(), value.clone()))
            }
            Change::Ruling(key, ruling) => {
                Change::Ruling(key.clone(), swap(&mut self.rulings, key.clone(), ruling.clone()))
            }
            Change::Name(about, said) => Change::Name(about.clone(), self.put_name(about, said.as_ref())),
            Change::Adopted(about, figure) => {
                Change::Adopted(about.clone(), swap(&mut self.adopted, about.clone(), figure.clone()))
            }
        }
    }

    fn index_claim(&mut self, id: ClaimId, old: Option<&ClaimRecord>, new: Option<&ClaimRecord>) {
        let same_place = |a: &ClaimRecord, b: &ClaimRecord| a.article == b.article && a.claim().span == b.claim().span;
        if let (Some(old), Some(new)) = (old, new)
            && same_place(old, new)
        {
            return;
        }
        if let Some(ids) = old.and_then(|old| self.by_article.get_mut(old.article)) {
            ids.retain(|other| *other != id);
        }
        if let Some(new) = new {
            let key = |id: &ClaimId| self.claims.get(*id).map(|claim| (claim.claim().span, *id));
            if self.by_article.get(new.article).is_none() {
                self.by_article.put(new.article, Some(Vec::new()));
            }
            let Some(ids) = self.by_article.get_mut(new.article) else {
                return;
            };
            let at = ids.partition_point(|other| key(other) < Some((new.claim().span, id)));
            ids.insert(at, id);
        }
    }
}

fn swap<K: Ord + Clone, V: Clone>(rows: &mut Arc<BTreeMap<K, V>>, key: K, row: Option<V>) -> Option<V> {
    let rows = Arc::make_mut(rows);
    match row {
        Some(row) => rows.insert(key, row),
        None => rows.remove(&key),
    }
}
