//! Looks an open project over beside the window: is the file in order, does every quote stand where it should, is
//! anything gone since it was closed.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::atomic::write_file;
use super::check::{check_inside, open_reader};
use super::error::DiskError;
use super::files::sha256_hex;
use super::rolling::{Amounts, amounts, counted, folder_of, stamp};
use super::rows::{LoadError, Summed, differing_sums, load};
use crate::claim::claim_key;
use crate::jobs::Token;
use crate::store::{ClaimRecord, Store};

/// What a project held when it was closed, kept beside it with its backups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct AtClose {
    last_step: i64,
    num_done: i64,
    num_undone: i64,
    articles: usize,
    claims: usize,
    decisions: usize,
}

const WHAT_TO_DO: &str = "Save the project in another place, and compare it with a backup (File, Backups...).";

fn close_file(project: &Path) -> PathBuf {
    folder_of(project).join("last-close.json")
}

fn read_close(project: &Path) -> Option<AtClose> {
    serde_json::from_slice(&fs::read(close_file(project)).ok()?).ok()
}

/// Keeps beside a project what it holds, so that the next opening sees whether anything is gone.
///
/// # Errors
/// Where the project cannot be read or the folder of its backups cannot be written.
pub fn note_close(project: &Path) -> Result<(), DiskError> {
    let reader = open_reader(project)?;
    let now = held(&reader)
        .map_err(|error| DiskError::from_sql("What the project holds could not be noted", project, &error))?;
    if now.last_step == 0 || read_close(project) == Some(now) {
        return Ok(());
    }
    let folder = folder_of(project);
    fs::create_dir_all(&folder)
        .map_err(|error| DiskError::from_io("The folder for backups could not be made", &folder, &error))?;
    write_file(&close_file(project), &serde_json::to_vec(&now).unwrap_or_default())
}

fn held(reader: &Connection) -> rusqlite::Result<AtClose> {
    let stamp = stamp(reader)?;
    let Amounts {
        articles,
        claims,
        decisions,
    } = amounts(reader)?;
    Ok(AtClose {
        last_step: stamp.last_step,
        num_done: stamp.num_done,
        num_undone: stamp.num_undone,
        articles,
        claims,
        decisions,
    })
}

/// Reads a project through from the disk, by a connection of its own, and gives what is wrong with it, each with what to
/// do; empty where all is well.
pub fn look_over(project: &Path, token: &Token) -> Vec<String> {
    let mut reader = match open_reader(project).and_then(|reader| check_inside(project, &reader).map(|()| reader)) {
        Ok(reader) => reader,
        Err(error) => return vec![format!("{} {WHAT_TO_DO}", error.sentence)],
    };
    let mut alarms: Vec<String> = gone(project, &reader).into_iter().collect();
    for check in [altered_texts, altered_originals] {
        if token.stale() {
            return alarms;
        }
        match check(&reader, token) {
            Ok(alarm) => alarms.extend(alarm),
            Err(error) => alarms.push(format!("The project could not be read through: {error}. {WHAT_TO_DO}")),
        }
    }
    if token.stale() {
        return alarms;
    }
    match differing_sums(&mut reader) {
        Ok(parts) => alarms.extend(changed_parts(&parts)),
        Err(error) => alarms.push(format!("The project could not be read through: {error}. {WHAT_TO_DO}")),
    }
    if token.stale() {
        return alarms;
    }
    match load(&mut reader) {
        Ok(loaded) => {
            alarms.extend(moved_quotes(&loaded.store));
            alarms.extend(differing_rows(&reader, &loaded.store));
        }
        Err(LoadError::Sql(error)) => {
            alarms.push(format!("The project could not be read through: {error}. {WHAT_TO_DO}"));
        }
        Err(LoadError::Row(why)) => alarms.push(format!("The project is damaged: {why}. {WHAT_TO_DO}")),
    }
    alarms
}

/// An older file in the place of the newer one, or rows that went without a step.
fn gone(project: &Path, reader: &Connection) -> Option<String> {
    let before = read_close(project)?;
    let now = held(reader).ok()?;
    if now.last_step < before.last_step {
        return Some(format!(
            "This file is older than the one that was closed last: {} of its newest steps are missing. Was another copy \
             put in its place? {WHAT_TO_DO}",
            before.last_step - now.last_step
        ));
    }
    let same =
        |a: &AtClose, b: &AtClose| (a.last_step, a.num_done, a.num_undone) == (b.last_step, b.num_done, b.num_undone);
    if !same(&before, &now) {
        return None;
    }
    let lost = |before: usize, now: usize, noun: &str| {
        let lost = before.saturating_sub(now);
        (lost > 0).then(|| counted(lost, noun))
    };
    let lost = [
        lost(before.articles, now.articles, "article"),
        lost(before.claims, now.claims, "claim"),
        lost(before.decisions, now.decisions, "decision"),
    ];
    let lost: Vec<String> = lost.into_iter().flatten().collect();
    (!lost.is_empty()).then(|| {
        format!(
            "{} that were there when the project was closed are gone, and no step took them out. {WHAT_TO_DO}",
            lost.join(" and ")
        )
    })
}

/// Rows that are not as this program wrote them.
fn changed_parts(parts: &[(Summed, Option<(i64, i64)>)]) -> Option<String> {
    let mut told: Vec<String> = Vec::new();
    for of in parts.chunk_by(|a, b| a.0 == b.0) {
        let (Some((what, first)), Some((_, last))) = (of.first(), of.last()) else {
            continue;
        };
        told.push(match (first, last) {
            (Some((first, _)), Some((_, last))) => {
                format!("{} (among numbers {} to {last})", what.words(), first.max(&1))
            }
            _ => what.words().to_owned(),
        });
    }
    (!told.is_empty()).then(|| {
        format!(
            "Something else than Tallyscope changed the project file, or it is damaged. Not as they were written: {}. \
             {WHAT_TO_DO}",
            told.join("; ")
        )
    })
}

fn altered_texts(reader: &Connection, token: &Token) -> rusqlite::Result<Option<String>> {
    let altered = num_altered(reader, "SELECT text, text_sha256 FROM revisions", token)?;
    Ok((altered > 0).then(|| {
        format!(
            "The text of {} is not as it was written. {WHAT_TO_DO}",
            counted(altered, "article")
        )
    }))
}

fn altered_originals(reader: &Connection, token: &Token) -> rusqlite::Result<Option<String>> {
    let altered = num_altered(reader, "SELECT bytes, sha256 FROM sources", token)?;
    Ok((altered > 0).then(|| {
        format!(
            "The original of {} is not as it was read. {WHAT_TO_DO}",
            counted(altered, "article")
        )
    }))
}

/// How many rows of `query` do not have the digest that stands beside their bytes.
fn num_altered(reader: &Connection, query: &str, token: &Token) -> rusqlite::Result<usize> {
    let mut statement = reader.prepare(query)?;
    let mut rows = statement.query([])?;
    let mut altered = 0;
    while let Some(row) = rows.next()?.filter(|_| !token.stale()) {
        altered += usize::from(sha256_hex(row.get_ref(0)?.as_bytes()?) != row.get_ref(1)?.as_str()?);
    }
    Ok(altered)
}

/// Claims whose words no longer stand where they were read.
fn moved_quotes(store: &Store) -> Option<String> {
    let is_moved = |claim: &ClaimRecord| {
        let Some(article) = store.article(claim.article) else {
            return true;
        };
        let machine = &claim.machine;
        // Decided claims that a later reading no longer finds, and those made by hand, may outlive their words.
        if claim.vanished || claim.by_hand {
            return false;
        }
        let is_outside = machine.span.slice(article.text()).is_none();
        // Claims of tables have keys of their rows.
        is_outside || (!article.is_table() && claim_key(article.text(), machine.kind, machine.span) != machine.key)
    };
    let moved: Vec<_> = store.claims().filter(|claim| is_moved(claim)).collect();
    let first = moved.first()?;
    let title = store
        .article(first.article)
        .map_or("an article that is gone", |article| article.title());
    Some(format!(
        "The words of {} no longer stand where they were read; the first is in “{title}”. {WHAT_TO_DO}",
        counted(moved.len(), "claim")
    ))
}

/// Claims whose row says another figure than its own columns repeat.
fn differing_rows(reader: &Connection, store: &Store) -> Option<String> {
    let differing = count_differing(reader, store).unwrap_or(0);
    (differing > 0).then(|| {
        format!(
            "{} with another figure than the project's own columns repeat. {WHAT_TO_DO}",
            counted(differing, "claim")
        )
    })
}

fn count_differing(reader: &Connection, store: &Store) -> rusqlite::Result<usize> {
    let mut statement = reader.prepare("SELECT id, kind, value, low, high, speaker FROM claims")?;
    let rows = statement.query_map([], |row| {
        let id: i64 = row.get(0)?;
        let Some(record) = store.claim(crate::store::ClaimId(id)) else {
            return Ok(true);
        };
        let shown = record.claim();
        let number = |figure: Option<u64>| figure.and_then(|figure| i64::try_from(figure).ok());
        let figures = [
            number(shown.figure.value),
            number(shown.figure.low),
            number(shown.figure.high),
        ];
        let kept: [Option<i64>; 3] = [row.get(2)?, row.get(3)?, row.get(4)?];
        let speaker: Option<String> = row.get(5)?;
        Ok(row.get::<_, String>(1)? != shown.kind.id() || kept != figures || speaker != shown.speaker)
    })?;
    let differing: Vec<bool> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(differing.into_iter().filter(|differs| *differs).count())
}
