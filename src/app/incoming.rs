//! A look at the articles of a file that holds many, before they are added.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::App;
use super::opening;
use super::read_files::Outcome;
use crate::store::{NewArticle, Origin};

/// A file with more articles is looked at before they are added.
const MOST_UNASKED: usize = 20;

/// Articles that were read and wait for a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The name of the file that holds most of them.
    pub file_name: String,
    /// All, in their order.
    pub rows: Vec<IncomingRow>,
    /// What was left out: file and sentence.
    pub left_out: Vec<(String, String)>,
    /// How many are in the project already.
    pub already: usize,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncomingRow {
    /// The headline, else the name of the part.
    pub title: String,
    /// The outlet, where it is known.
    pub outlet: Option<String>,
    /// The day, where it is known.
    pub day: Option<Date>,
    /// How many claims were found.
    pub claims: usize,
}

/// Holds back what one file brought in great number; gives back what may be added at once.
pub(super) fn hold(app: &mut App, outcome: Outcome) -> Option<Outcome> {
    let mut files: BTreeMap<&str, usize> = BTreeMap::new();
    for (article, _) in &outcome.articles {
        if let Origin::Part(path, _) = &article.origin {
            *files.entry(path).or_default() += 1;
        }
    }
    let Some((path, _)) = files
        .into_iter()
        .max_by_key(|(_, count)| *count)
        .filter(|(_, count)| *count > MOST_UNASKED)
    else {
        return Some(outcome);
    };
    let incoming = Incoming {
        file_name: path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned(),
        rows: outcome.articles.iter().map(|(article, _)| row(article)).collect(),
        left_out: outcome.problems.clone(),
        already: outcome.already.len(),
    };
    app.state.batch.incoming = Some(Arc::new(incoming));
    app.opening.held = Some(outcome);
    None
}

fn row(new: &NewArticle) -> IncomingRow {
    let article = &new.reading.article;
    IncomingRow {
        title: article
            .title
            .as_ref()
            .map_or_else(|| new.file_name.clone(), |title| title.value.clone()),
        outlet: article.publisher.as_ref().map(|outlet| outlet.value.clone()),
        day: new.reading.published.as_ref().and_then(|published| published.date),
        claims: new.reading.claims.len(),
    }
}

/// Adds what is held, without the articles of these numbers.
pub(super) fn add(app: &mut App, left_out: &BTreeSet<usize>) {
    app.state.batch.incoming = None;
    let Some(mut outcome) = app.opening.held.take() else {
        return;
    };
    let mut number = 0;
    outcome.articles.retain(|_| {
        number += 1;
        !left_out.contains(&(number - 1))
    });
    // articles of the project may have gone meanwhile
    let store = &app.state.store;
    outcome.again.retain(|(id, _)| store.article(*id).is_some());
    opening::add(app, outcome);
    opening::start_next(app);
}

/// Adds nothing of what is held.
pub(super) fn drop_held(app: &mut App) {
    app.state.batch.incoming = None;
    if app.opening.held.take().is_some() {
        app.toast("Nothing was added.", false);
    }
    opening::start_next(app);
}

/// Another project comes: what waits was weighed with the articles of the one before.
pub(super) fn forget(app: &mut App) {
    app.opening.held = None;
    app.state.batch.incoming = None;
    app.state.batch.twins = 0;
}
