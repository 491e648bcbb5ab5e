//! The edit that takes over what was chosen, and what each difference says on both sides.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Difference, Merge, MergeState, Take};
use crate::link::{NameAbout, Reach};
use crate::store::change::{Change, Edit};
use crate::store::history::Step;
use crate::store::record::{ArticleId, ArticleRecord, ClaimId, ClaimRecord};
use crate::store::rows::Store;
use crate::store::{copies, stories};

impl Store {
    /// Takes over the chosen differences as one edit. What hangs on an article that is neither here nor chosen stays out.
    pub fn take_over(&self, merge: &Merge, chosen: &BTreeSet<usize>, label: &str) -> Edit {
        let mut taking = Taking::new(self);
        for number in chosen {
            if let Some(one) = merge.differences.get(*number).filter(|one| one.state.can_be_taken()) {
                taking.take(&one.take);
            }
        }
        Edit::new(label, taking.changes())
    }

    /// A difference as a step from this side to the other: for its words.
    pub fn difference_step(&self, difference: &Difference) -> Step {
        let mut taking = Taking::new(self);
        taking.take(&difference.take);
        let mut edit = taking.rows;
        let wide = difference.state != MergeState::OnlyHere && difference.article.is_some();
        if wide {
            // the article says it all
            edit.truncate(1);
        }
        edit.extend(
            taking
                .claims
                .into_iter()
                .map(|(id, row)| Change::Claim(id, Some(Arc::new(row)))),
        );
        edit.extend(
            taking
                .articles
                .into_iter()
                .map(|(id, row)| Change::Article(id, Some(Arc::new(row)))),
        );
        let mut inverse: Vec<Change> = edit.iter().map(|change| self.as_it_is(change)).collect();
        inverse.reverse();
        Step {
            number: 0,
            at: String::new(),
            edit: Arc::new(Edit::new("", edit)),
            inverse: Arc::new(Edit::new("", inverse)),
        }
    }

    /// The row that a change is about, as it is.
    fn as_it_is(&self, change: &Change) -> Change {
        match change {
            Change::Article(id, _) => Change::Article(*id, self.article(*id).map(Arc::clone)),
            Change::Claim(id, _) => Change::Claim(*id, self.claim(*id).map(Arc::clone)),
            Change::Setting(name, _) => Change::Setting(name.clone(), self.setting(name).map(str::to_owned)),
            Change::Ruling(key, _) => Change::Ruling(key.clone(), self.ruling(key).cloned()),
            Change::Name(about, _) => Change::Name(about.clone(), self.names().rulings.get(about).cloned()),
            Change::Adopted(about, _) => Change::Adopted(about.clone(), self.adopted().get(about).cloned()),
        }
    }
}

/// Rows while they are being changed.
struct Taking<'s> {
    store: &'s Store,
    rows: Vec<Change>,
    claims: BTreeMap<ClaimId, ClaimRecord>,
    articles: BTreeMap<ArticleId, ArticleRecord>,
}

impl<'s> Taking<'s> {
    fn new(store: &'s Store) -> Self {
        Self {
            store,
            rows: Vec::new(),
            claims: BTreeMap::new(),
            articles: BTreeMap::new(),
        }
    }

    fn take(&mut self, take: &Take) {
        match take {
            Take::Rows(rows) => self.rows.extend(rows.iter().cloned()),
            Take::Decision(id, verdict, fields) => self.claim(*id, |row| {
                row.verdict = *verdict;
                row.fields.clone_from(fields);
                row.rebuild();
            }),
            Take::ClaimNote(id, note) => self.claim(*id, |row| row.note.clone_from(note)),
            Take::ClaimTags(id, tags) => self.claim(*id, |row| row.tags.clone_from(tags)),
            Take::Told(id, told) => self.article(*id, |row| row.told = told.clone()),
            Take::ArticleNote(id, note) => self.article(*id, |row| row.note.clone_from(note)),
            Take::ArticleTags(id, tags) => self.article(*id, |row| row.tags.clone_from(tags)),
        }
    }

    fn claim(&mut self, id: ClaimId, change: impl FnOnce(&mut ClaimRecord)) {
        let row = self.store.claim(id).map(|row| ClaimRecord::clone(row));
        if let Some(row) = self.claims.remove(&id).or(row) {
            let mut row = row;
            change(&mut row);
            self.claims.insert(id, row);
        }
    }

    fn article(&mut self, id: ArticleId, change: impl FnOnce(&mut ArticleRecord)) {
        let row = self.store.article(id).map(|row| ArticleRecord::clone(row));
        if let Some(row) = self.articles.remove(&id).or(row) {
            let mut row = row;
            change(&mut row);
            self.articles.insert(id, row);
        }
    }

    /// All rows, without what would hang on articles and claims that are not there.
    fn changes(self) -> Vec<Change> {
        let articles: BTreeSet<ArticleId> = self
            .store
            .articles()
            .map(|article| article.id)
            .chain(self.rows.iter().filter_map(|change| match change {
                Change::Article(id, Some(_)) => Some(*id),
                _ => None,
            }))
            .collect();
        let coming: BTreeSet<ClaimId> = self
            .rows
            .iter()
            .filter_map(|change| match change {
                Change::Claim(id, Some(_)) => Some(*id),
                _ => None,
            })
            .collect();
        let is_there = |claim: &ClaimId| coming.contains(claim) || self.store.claim(*claim).is_some();
        let mut out = Vec::new();
        for change in &self.rows {
            match change {
                Change::Name(about, _) if !names_are_there(about, &articles) => {}
                Change::Setting(name, _) if !setting_is_there(name, &articles) => {}
                Change::Ruling(key, Some(ruling)) => {
                    let mut ruling = ruling.clone();
                    ruling.preferred = ruling.preferred.filter(is_there);
                    out.push(Change::Ruling(key.clone(), Some(ruling)));
                }
                Change::Adopted(about, Some(figure)) => {
                    let mut figure = figure.clone();
                    figure.claims.retain(is_there);
                    out.push(Change::Adopted(about.clone(), Some(figure)));
                }
                other => out.push(other.clone()),
            }
        }
        out.extend(
            self.articles
                .into_iter()
                .map(|(id, row)| Change::Article(id, Some(Arc::new(row)))),
        );
        out.extend(
            self.claims
                .into_iter()
                .map(|(id, row)| Change::Claim(id, Some(Arc::new(row)))),
        );
        out
    }
}

fn names_are_there(about: &NameAbout, articles: &BTreeSet<ArticleId>) -> bool {
    let is_there = |reach: Reach| match reach {
        Reach::Project => true,
        Reach::Article(number) | Reach::Mention(number, _) => {
            i64::try_from(number).is_ok_and(|number| articles.contains(&ArticleId(number)))
        }
    };
    match about {
        NameAbout::Words(_, reach) => is_there(*reach),
        _ => about.names().iter().all(|name| is_there(name.reach)),
    }
}

fn setting_is_there(name: &str, articles: &BTreeSet<ArticleId>) -> bool {
    let numbers = name
        .strip_prefix(stories::HELD)
        .or_else(|| name.strip_prefix(copies::PAIR));
    let is_there = |number: &str| number.parse().is_ok_and(|number| articles.contains(&ArticleId(number)));
    numbers.is_none_or(|numbers| numbers.split('/').all(is_there))
}
