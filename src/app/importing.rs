//! Importing tables of claims: asked what their columns mean, read beside the window, added as one edit.

use std::collections::VecDeque;
use std::sync::Arc;

use super::App;
use super::again;
use super::state::Progress;
use crate::article::{Article, Grid};
use crate::disk::{self, Source};
use crate::jobs::Slot;
use crate::read::{self, Mapping, RULES_VERSION, Reading};
use crate::store::{ArticleId, Change, Edit, NewArticle, Origin};

/// Readings of tables that are remembered, by what their columns are called; the oldest names go first.
const MOST_REMEMBERED: usize = 100;

/// Tables with more rows take long enough for a word about it.
const MANY_ROWS: usize = 20_000;

/// A table that waits for what its columns mean.
#[derive(Clone, Debug)]
pub struct OpenTable {
    /// The article that it is already; `None` for a new one.
    pub article: Option<ArticleId>,
    /// The file's name as shown.
    pub file_name: String,
    /// Its text.
    pub text: Arc<str>,
    /// Its rows.
    pub grid: Grid,
    /// What its columns mean: as said before, else as guessed.
    pub mapping: Mapping,
    pub(super) origin: Origin,
    pub(super) source: Option<Arc<Source>>,
    read: Arc<Article>,
}

/// The job that reads the rows.
#[derive(Default)]
pub(super) struct Importing {
    slot: Slot<(Reading, Mapping)>,
    /// The one that is read.
    table: Option<Arc<OpenTable>>,
    /// Those to be read after it.
    waiting: VecDeque<(Arc<OpenTable>, Mapping)>,
}

/// The table that a file is; `None` where it is none.
pub(super) fn table(origin: Origin, file_name: String, source: Source, article: &Arc<Article>) -> Option<OpenTable> {
    let grid = Grid::read(&article.text)?;
    Some(OpenTable {
        article: None,
        file_name,
        text: Arc::clone(&article.text),
        mapping: read::guess(&grid),
        grid,
        origin,
        source: Some(Arc::new(source)),
        read: Arc::clone(article),
    })
}

#[cfg(test)]
impl OpenTable {
    /// The table that `text` is, as opened from a file of that name.
    pub(crate) fn of_text(file_name: &str, text: &str) -> Option<Self> {
        let source = Source::new(file_name, text.as_bytes().to_vec());
        let article = Arc::new(crate::article::read(text.as_bytes(), file_name));
        table(Origin::Pasted, file_name.to_owned(), source, &article)
    }
}

/// Puts tables before the analyst, with what was said of tables with the same columns. Nothing is to be asked about one that
/// this program wrote: it is imported.
pub(super) fn ask(app: &mut App, tables: Vec<OpenTable>) {
    for mut table in tables {
        if table.mapping.is_own() {
            let mapping = table.mapping.clone();
            app.importing.waiting.push_back((Arc::new(table), mapping));
            continue;
        }
        let saved = app.state.settings.tables.get(&columns_key(&table.grid));
        let said = saved.and_then(|saved| disk::mapping_of(saved).ok());
        if let Some(said) = said.filter(|said| said.fits(&table.grid)) {
            table.mapping = said;
        }
        app.state.tables.push_back(Arc::new(table));
    }
    begin_next(app);
}

/// Asks again what the columns of an imported table mean.
pub(super) fn ask_again(app: &mut App, id: ArticleId) {
    let store = &app.state.store;
    let Some(row) = store.article(id).filter(|row| row.is_table()) else {
        app.toast("This article is no table.", false);
        return;
    };
    if app.state.tables.iter().any(|table| table.article == Some(id)) {
        return;
    }
    let Some(grid) = Grid::read(row.text()) else { return };
    let mapping = again::mapping_of_article(store, id).unwrap_or_else(|| read::guess(&grid));
    let table = OpenTable {
        article: Some(id),
        file_name: row.file_name.clone(),
        text: Arc::clone(&row.reading.article.text),
        grid,
        mapping,
        origin: row.origin.clone(),
        source: None,
        read: Arc::clone(&row.reading.article),
    };
    app.state.tables.push_back(Arc::new(table));
}

/// Leaves the table that waits alone.
pub(super) fn skip(app: &mut App) {
    if let Some(table) = app.state.tables.pop_front() {
        let what = if table.article.is_some() {
            "stays as it is"
        } else {
            "was not imported"
        };
        app.toast(&format!("“{}” {what}.", table.file_name), false);
    }
}

/// Begins to read the table that waits.
pub(super) fn import(app: &mut App, mapping: Mapping) {
    let Some(table) = app.state.tables.pop_front() else {
        return;
    };
    remember(app, columns_key(&table.grid), disk::mapping_text(&mapping));
    app.importing.waiting.push_back((table, mapping));
    begin_next(app);
}

/// Reads the next table, where none is being read.
fn begin_next(app: &mut App) {
    if app.importing.table.is_some() {
        return;
    }
    let Some((table, mapping)) = app.importing.waiting.pop_front() else {
        return;
    };
    app.state.messages.progress = Some(Progress {
        label: format!("Importing “{}”", table.file_name),
        done: 0,
        total: 0,
        visible: table.grid.rows.len() > MANY_ROWS,
    });
    let wake = Arc::clone(&app.wake);
    let given = Arc::clone(&table);
    app.importing.table = Some(table);
    app.importing.slot.start(
        "import a table",
        move || wake(),
        move |_| {
            let reading = read::table_reading(Article::clone(&given.read), &given.grid, &mapping);
            (reading, mapping)
        },
    );
}

/// Keeps how a file with such columns was read for the next one.
pub(super) fn remember(app: &mut App, key: String, said: String) {
    let tables = &mut app.state.settings.tables;
    tables.insert(key, said);
    while tables.len() > MOST_REMEMBERED {
        tables.pop_first();
    }
    app.keep_settings();
}

/// Stops what is read; nothing of it and of those after it is added.
pub(super) fn cancel(app: &mut App) {
    app.importing.slot.stop();
    app.importing.table = None;
    app.importing.waiting.clear();
}

/// Another project comes: what is read was to be added to the one before, and the articles asked about were there.
pub(super) fn forget(app: &mut App) {
    cancel(app);
    app.state.tables.retain(|table| table.article.is_none());
}

/// Takes the claims of a table that was read; true where there were some.
pub(super) fn poll(app: &mut App) -> bool {
    let Some(failure) = app.importing.slot.poll().map(Result::err) else {
        return false;
    };
    app.state.messages.progress = None;
    let table = app.importing.table.take();
    if let Some(failure) = failure {
        app.problem("", &failure.sentence());
    } else if let Some((table, (reading, mapping))) = table.zip(app.importing.slot.take()) {
        add(app, &table, reading, &mapping);
    }
    begin_next(app);
    true
}

fn add(app: &mut App, table: &OpenTable, reading: Reading, mapping: &Mapping) {
    let count = reading.claims.len();
    let left_out = reading
        .notes
        .iter()
        .map(crate::base::Note::sentence)
        .collect::<Vec<_>>()
        .join(" ");
    let mut draft = app.state.store.clone();
    let mut kept = String::new();
    let (mut edit, sources) = match table.article {
        Some(id) => {
            let (edit, summary) = draft.reread(id, reading, RULES_VERSION);
            kept = format!(": {}", again::told(&summary));
            (edit, Vec::new())
        }
        None => {
            let source = table.source.as_deref().cloned();
            let new = NewArticle {
                origin: table.origin.clone(),
                file_name: table.file_name.clone(),
                sha256: source.as_ref().map(|source| source.sha256.clone()).unwrap_or_default(),
                reading,
                rules_version: RULES_VERSION.to_owned(),
            };
            (app.state.store.add_articles(vec![new]), source.into_iter().collect())
        }
    };
    let added = edit.changes.iter().find_map(|change| match change {
        Change::Article(id, _) => Some(*id),
        _ => None,
    });
    if let Some(id) = table.article.or(added) {
        let text = Some(disk::mapping_text(mapping));
        edit.changes.push(Change::Setting(again::mapping_setting(id), text));
    }
    let claims = crate::show::words::count(count, "claim");
    let label = format!("{claims} imported from “{}”{kept}", table.file_name);
    edit = Edit::new(label, edit.changes);
    if app.commit_with(edit, sources) && !left_out.is_empty() {
        app.problem(&table.file_name, &left_out);
    }
}

/// What the columns of a table are called, as the name of a remembered reading.
fn columns_key(grid: &Grid) -> String {
    disk::sha256_hex(grid.columns.join("\n").as_bytes())
        .chars()
        .take(12)
        .collect()
}
