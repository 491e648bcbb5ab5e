//! Reads a whole project into memory.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::{Connection, Row};
use serde::de::DeserializeOwned;

use super::Known;
use super::sums::PREFIX;
use crate::claim::Claim;
use crate::disk::save::{
    Back, Kept, SavedAbout, SavedAdopted, SavedAdoptedAbout, SavedArticle, SavedChange, SavedClaim, SavedMachine,
    SavedOrigin, SavedReading, SavedRuled, SavedRuling, SavedSaid, SavedTold,
};
use crate::jobs::{Token, map, num_threads};
use crate::read::Reading;
use crate::store::{ArticleId, Change, ClaimId, Edit, History, Step, Store};

/// A project in memory.
pub(in crate::disk) struct Loaded {
    pub(in crate::disk) store: Store,
    /// Which of its readings are which rows.
    pub(in crate::disk) known: Known,
    /// What to tell the analyst: steps of the history that this version cannot read. Empty where all is well.
    pub(in crate::disk) warning: String,
}

/// Why a project could not be read.
pub(in crate::disk) enum LoadError {
    Sql(rusqlite::Error),
    /// A row that this version cannot read, in words.
    Row(String),
}

impl From<rusqlite::Error> for LoadError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

/// Readings by number.
struct Readings {
    articles: HashMap<i64, Arc<Reading>>,
    claims: HashMap<i64, Arc<Claim>>,
}

impl Kept for Readings {
    fn reading(&self, number: i64) -> Back<Arc<Reading>> {
        let found = self.articles.get(&number).map(Arc::clone);
        found.ok_or_else(|| format!("the reading {number} is missing"))
    }

    fn machine(&self, number: i64) -> Back<Arc<Claim>> {
        let found = self.claims.get(&number).map(Arc::clone);
        found.ok_or_else(|| format!("the claim reading {number} is missing"))
    }
}

/// Reads a whole project, in one snapshot.
pub(in crate::disk) fn load(connection: &mut Connection) -> Result<Loaded, LoadError> {
    let connection = connection.transaction()?;
    let readings = Readings {
        articles: article_readings(&connection)?,
        claims: claim_readings(&connection)?,
    };
    let mut changes = vec![
        Change::Article(ArticleId(highest(&connection, "article")?), None),
        Change::Claim(ClaimId(highest(&connection, "claim")?), None),
    ];
    changes.extend(articles(&connection, &readings)?);
    changes.extend(claims(&connection, &readings)?);
    changes.extend(settings(&connection)?);
    changes.extend(rulings(&connection)?);
    changes.extend(names(&connection)?);
    changes.extend(adopted(&connection)?);
    let mut store = Store::default();
    store.apply(&Edit::new("Project opened", changes));
    let (history, warning) = history(&connection, &readings)?;
    store.set_history(history);
    Ok(Loaded {
        store,
        known: known(&readings),
        warning,
    })
}

fn known(readings: &Readings) -> Known {
    let mut known = Known::default();
    #[expect(clippy::iter_over_hash_type, reason = "goes into a map again")]
    for (number, reading) in &readings.articles {
        known.add_reading(reading, *number);
    }
    #[expect(clippy::iter_over_hash_type, reason = "goes into a map again")]
    for (number, claim) in &readings.claims {
        known.add_machine(claim, *number);
    }
    known
}

fn highest(connection: &Connection, name: &str) -> rusqlite::Result<i64> {
    connection.query_row("SELECT highest FROM counters WHERE name = ?1", [name], |row| row.get(0))
}

/// All rows of a question.
fn rows<T>(
    connection: &Connection,
    sql: &str,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    connection.prepare(sql)?.query_map([], read)?.collect()
}

/// Reads JSON on all processors: it is most of the work of opening.
fn parse_all<R: Sync, T: Send>(
    rows: &[R],
    parse: impl Fn(&R) -> Result<T, LoadError> + Sync,
) -> Result<Vec<T>, LoadError> {
    let chunks: Vec<&[R]> = rows.chunks(256).collect();
    let parse_chunk = |chunk: &&[R]| chunk.iter().map(&parse).collect::<Result<Vec<T>, LoadError>>();
    let mut out = Vec::with_capacity(rows.len());
    for result in map(&chunks, num_threads(), &Token::new(), |_| {}, parse_chunk) {
        out.extend(result.map_err(|failure| LoadError::Row(failure.sentence()))??);
    }
    Ok(out)
}

fn article_readings(connection: &Connection) -> Result<HashMap<i64, Arc<Reading>>, LoadError> {
    let texts = rows(connection, "SELECT id, text FROM revisions", |row| {
        Ok((row.get::<_, i64>(0)?, Arc::<str>::from(row.get_ref(1)?.as_str()?)))
    })?;
    let texts: HashMap<i64, Arc<str>> = texts.into_iter().collect();
    let bodies = rows(
        connection,
        "SELECT id, revision_id, reading_json FROM readings",
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?)),
    )?;
    let readings = parse_all(&bodies, |(number, revision, body)| {
        let text = texts.get(revision).map(Arc::clone);
        let text = text.ok_or_else(|| LoadError::Row(format!("the text {revision} is missing")))?;
        let saved: SavedReading<'_> = serde_json::from_str(body).map_err(|error| bad("reading", *number, &error))?;
        let reading = saved.back(text).map_err(|why| unknown("reading", *number, &why))?;
        Ok((*number, Arc::new(reading)))
    })?;
    Ok(readings.into_iter().collect())
}

fn claim_readings(connection: &Connection) -> Result<HashMap<i64, Arc<Claim>>, LoadError> {
    let bodies = rows(connection, "SELECT id, claim_json FROM machine_claims", |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
    })?;
    let claims = parse_all(&bodies, |(number, body)| {
        let saved: SavedMachine<'_> =
            serde_json::from_str(body).map_err(|error| bad("claim reading", *number, &error))?;
        let claim = saved.back().map_err(|why| unknown("claim reading", *number, &why))?;
        Ok((*number, Arc::new(claim)))
    })?;
    Ok(claims.into_iter().collect())
}

fn articles(connection: &Connection, readings: &Readings) -> Result<Vec<Change>, LoadError> {
    let sql = "SELECT id, origin, origin_path, origin_part, file_name, source_sha256, reading_id, rules_version, \
               told_title, told_publisher, told_author, told_published, note, tags_json FROM articles";
    let saved = rows(connection, sql, |row| {
        let article = SavedArticle {
            origin: SavedOrigin {
                sort: row.get(1)?,
                path: row.get(2)?,
                part: row.get(3)?,
            },
            file_name: row.get(4)?,
            sha256: row.get(5)?,
            reading: row.get(6)?,
            rules_version: row.get(7)?,
            told: SavedTold {
                title: row.get(8)?,
                publisher: row.get(9)?,
                author: row.get(10)?,
                published: row.get(11)?,
            },
            note: row.get(12)?,
            tags: json(row, 13)?,
        };
        Ok((row.get::<_, i64>(0)?, article))
    })?;
    let change = |(id, saved): (i64, SavedArticle)| {
        let change = SavedChange::Article(id, Some(saved)).back(readings);
        change.map_err(|why| unknown("article", id, &why))
    };
    saved.into_iter().map(change).collect()
}

fn claims(connection: &Connection, readings: &Readings) -> Result<Vec<Change>, LoadError> {
    let sql = "SELECT id, article_id, machine_id, by_hand, verdict, fields_json, note, tags_json, vanished FROM claims";
    let saved = rows(connection, sql, |row| {
        let claim = SavedClaim {
            article: row.get(1)?,
            machine: row.get(2)?,
            by_hand: row.get(3)?,
            verdict: row.get(4)?,
            fields: json(row, 5)?,
            note: row.get(6)?,
            tags: json(row, 7)?,
            vanished: row.get(8)?,
        };
        Ok((row.get::<_, i64>(0)?, claim))
    })?;
    let change = |(id, saved): (i64, SavedClaim)| {
        let change = SavedChange::Claim(id, Some(saved)).back(readings);
        change.map_err(|why| unknown("claim", id, &why))
    };
    saved.into_iter().map(change).collect()
}

fn settings(connection: &Connection) -> rusqlite::Result<Vec<Change>> {
    let all = rows(connection, "SELECT name, value FROM settings", |row| {
        Ok((row.get::<_, String>(0)?, row.get(1)?))
    })?;
    // check sums are this folder's own
    let own = all.into_iter().filter(|(name, _)| !name.starts_with(PREFIX));
    Ok(own.map(|(name, value)| Change::Setting(name, Some(value))).collect())
}

fn rulings(connection: &Connection) -> Result<Vec<Change>, LoadError> {
    // a project of version 1 that can only be read has no such column
    let newer = "SELECT COUNT(*) FROM pragma_table_info('rulings') WHERE name = 'said_json'";
    let said: bool = connection.query_row(newer, [], |row| row.get(0))?;
    let said = if said { "said_json" } else { "'{}'" };
    let sql = format!("SELECT key, verdict, reason, note, {said} FROM rulings");
    let saved = rows(connection, &sql, |row| {
        let ruling = SavedRuling {
            verdict: row.get(1)?,
            reason: row.get(2)?,
            note: row.get(3)?,
            said: json::<SavedRuled>(row, 4)?,
        };
        Ok((row.get::<_, String>(0)?, ruling))
    })?;
    let change = |(key, saved): (String, SavedRuling)| Ok(Change::Ruling(key, Some(saved.back()?)));
    let changes: Back<Vec<Change>> = saved.into_iter().map(change).collect();
    changes.map_err(|why| LoadError::Row(format!("a ruling cannot be read: {why}")))
}

fn adopted(connection: &Connection) -> Result<Vec<Change>, LoadError> {
    let saved = rows(connection, "SELECT key, figure_json FROM adopted", |row| {
        Ok((json::<SavedAdoptedAbout>(row, 0)?, json::<SavedAdopted>(row, 1)?))
    })?;
    let change =
        |(about, figure): (SavedAdoptedAbout, SavedAdopted)| Ok(Change::Adopted(about.back()?, Some(figure.back())));
    let changes: Back<Vec<Change>> = saved.into_iter().map(change).collect();
    changes.map_err(|why| LoadError::Row(format!("an adopted figure cannot be read: {why}")))
}

fn names(connection: &Connection) -> Result<Vec<Change>, LoadError> {
    let sql = "SELECT key, ruling_json FROM entity_rulings";
    let saved = rows(connection, sql, |row| {
        Ok((json::<SavedAbout>(row, 0)?, json::<SavedSaid>(row, 1)?))
    })?;
    let change = |(about, said): (SavedAbout, SavedSaid)| Ok(Change::Name(about.back()?, Some(said.back()?)));
    let changes = saved.into_iter().map(change);
    let changes: Back<Vec<Change>> = changes.collect();
    changes.map_err(|why| LoadError::Row(format!("what was said of names cannot be read: {why}")))
}

/// Steps from the journal. A step that cannot be read ends the history there: what lies beyond could not be taken back
/// in order. Its rows stay in the file.
fn history(connection: &Connection, readings: &Readings) -> rusqlite::Result<(History, String)> {
    let sql = "SELECT number, at, label, edit_json, inverse_json, state FROM journal WHERE state <> 'dropped' \
               ORDER BY number";
    let (mut done, mut undone) = (Vec::new(), Vec::new());
    let mut warning = String::new();
    let mut statement = connection.prepare(sql)?;
    let mut found = statement.query([])?;
    while let Some(row) = found.next()? {
        let is_done = row.get_ref(5)?.as_str()? == "done";
        match (step(row, readings)?, is_done) {
            (Ok(step), true) => done.push(step),
            (Ok(step), false) => undone.push(step),
            (Err(why), _) => {
                warning =
                    format!("Not all of the history can be undone: this version cannot read a step of it ({why}).");
                if !is_done {
                    break;
                }
                done.clear();
            }
        }
    }
    // The last one taken back is the first to be done again.
    undone.reverse();
    Ok((History { done, undone }, warning))
}

fn step(row: &Row<'_>, readings: &Readings) -> rusqlite::Result<Back<Step>> {
    let label: String = row.get(2)?;
    let edit = |body: &str| -> Back<Arc<Edit>> {
        let saved: Vec<SavedChange> = serde_json::from_str(body).map_err(|error| error.to_string())?;
        let changes = saved.into_iter().map(|change| change.back(readings));
        Ok(Arc::new(Edit::new(label.clone(), changes.collect::<Back<Vec<_>>>()?)))
    };
    let (done, back) = (row.get_ref(3)?.as_str()?, row.get_ref(4)?.as_str()?);
    let edits = edit(done).and_then(|done| Ok((done, edit(back)?)));
    let (number, at) = (row.get(0)?, row.get(1)?);
    Ok(edits.map(|(edit, inverse)| Step {
        number,
        at,
        edit,
        inverse,
    }))
}

fn json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    serde_json::from_str(text).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
    })
}

fn bad(what: &str, number: i64, error: &serde_json::Error) -> LoadError {
    LoadError::Row(format!("its {what} {number} is not in order: {error}"))
}

fn unknown(what: &str, number: i64, why: &str) -> LoadError {
    LoadError::Row(format!("its {what} {number} cannot be read: {why}"))
}
