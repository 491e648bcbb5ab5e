//! Reading articles of the project again: with another day, other rules, another file; decisions stay.

use std::sync::Arc;

use jiff::civil::Date;

use super::told_text;
use crate::article::{Article, Grid};
use crate::disk::{self, Source};
use crate::jobs::Token;
use crate::link::NamesTold;
use crate::read::{self, Knowledge, Mapping, Reading};
use crate::store::{ArticleId, ArticleRecord, Change, Edit, RereadSummary, Store};

/// The path by which an article is known to the reader: evidence from other articles names it.
pub(super) fn reading_name(article: &ArticleRecord) -> String {
    article.path().into_owned()
}

/// What the analyst told, as the reader takes it.
pub(super) fn knowledge(store: &Store, today: Date) -> Knowledge {
    let given = store
        .articles()
        .filter_map(|article| Some((reading_name(article), article.told.published?)));
    let numbers = store
        .articles()
        .map(|article| (reading_name(article), article.id.0.unsigned_abs()));
    Knowledge {
        today: Some(today),
        given_dates: given.collect(),
        given_for_all: None,
        names: store.names().clone(),
        numbers: numbers.collect(),
    }
}

/// The reading of a table by what its columns mean; `None` where nobody said so, or the table changed its columns.
pub(super) fn table(store: &Store, row: &ArticleRecord) -> Option<Reading> {
    let mapping = mapping_of_article(store, row.id)?;
    table_of(Article::clone(&row.reading.article), &mapping)
}

fn table_of(article: Article, mapping: &Mapping) -> Option<Reading> {
    let grid = Grid::read(&article.text).filter(|grid| mapping.lack(grid).is_none())?;
    Some(read::table_reading(article, &grid, mapping))
}

/// What the columns of an imported table mean; `None` for other articles.
pub(super) fn mapping_of_article(store: &Store, id: ArticleId) -> Option<Mapping> {
    disk::mapping_of(store.setting(&mapping_setting(id))?).ok()
}

/// The setting of the project that holds what the columns of a table mean.
pub(super) fn mapping_setting(id: ArticleId) -> String {
    format!("table/{}", id.0)
}

/// The edit that reads one article of `store` again by itself, from its text.
pub(super) fn read_again(store: &mut Store, id: ArticleId, today: Date) -> Edit {
    let Some(row) = store.article(id).map(Arc::clone) else {
        return Edit::new("Article read again", Vec::new());
    };
    if row.is_table() {
        return match table(store, &row) {
            Some(reading) => store.reread(id, reading, read::RULES_VERSION).0,
            None => Edit::new("Table read again", Vec::new()),
        };
    }
    let knowledge = knowledge(store, today);
    let article = Article::clone(&row.reading.article);
    match read::single(&reading_name(&row), article, &knowledge) {
        Some(reading) => store.reread(id, reading, read::RULES_VERSION).0,
        None => Edit::new("Article read again", Vec::new()),
    }
}

/// The articles in which what was said makes other names than it made before.
pub(super) fn renamed(store: &Store, before: &NamesTold, now: &NamesTold) -> Vec<ArticleId> {
    let differs = |article: &ArticleRecord| {
        let read = article.reading.entities.iter();
        let found: Vec<_> = read.map(|entity| (entity.span, entity.kind)).collect();
        let marks = |told: &NamesTold| told.marks(article.text(), article.id.0.unsigned_abs(), &found);
        marks(before) != marks(now)
    };
    let articles = store.articles().filter(|article| before != now && differs(article));
    articles.map(|article| article.id).collect()
}

/// The reading of an article with its claims read anew: what names it holds decides who speaks, who was harmed and where.
pub(super) fn with_claims_again(article: &ArticleRecord, knowledge: &Knowledge) -> Reading {
    let reading = Reading::clone(&article.reading);
    Reading {
        claims: read::claims_again(&reading_name(article), &reading, knowledge),
        ..reading
    }
}

/// What a new reading of claims comes to, in words.
pub(super) fn told(summary: &RereadSummary) -> String {
    format!(
        "{} claims new, {} changed, {} gone; your decisions stay",
        summary.added, summary.changed, summary.removed
    )
}

/// Adds what the reading of one article changed to what others did.
pub(super) fn add(sum: &mut RereadSummary, summary: RereadSummary) {
    sum.added += summary.added;
    sum.changed += summary.changed;
    sum.removed += summary.removed;
    sum.vanished += summary.vanished;
}

/// The edit that takes a new version of an article's file.
///
/// # Errors
/// A sentence where the bytes cannot be read.
pub(super) fn read_bytes_again(store: &mut Store, id: ArticleId, source: &Source, today: Date) -> Result<Edit, String> {
    let Some(row) = store.article(id).map(Arc::clone) else {
        return Ok(Edit::new("Article read again", Vec::new()));
    };
    let knowledge = knowledge(store, today);
    let name = reading_name(&row);
    let mut article = disk::read_article(&source.bytes, &name, &Token::new())?;
    let (said, lost) = told_text::on_new_file(store, id, &mut article);
    let reading = match mapping_of_article(store, id) {
        Some(mapping) => table_of(article, &mapping),
        None => read::single(&name, article, &knowledge),
    };
    let Some(reading) = reading else {
        return Ok(Edit::new("Article read again", Vec::new()));
    };
    let (mut edit, _) = store.reread(id, reading, read::RULES_VERSION);
    for change in &mut edit.changes {
        if let Change::Article(_, Some(row)) = change {
            source.sha256.clone_into(&mut Arc::make_mut(row).sha256);
        }
    }
    edit.changes.extend(said);
    if lost > 0 {
        edit.label = format!("{}; {lost} of your corrections of its text found no place", edit.label);
    }
    Ok(edit)
}
