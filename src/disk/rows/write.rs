//! Writes rows in transactions.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior, params};

use super::journal::{Task, insert, write_task};
use super::sums::{RowKey, Summed, Sums};
use super::{Known, Source};
use crate::claim::Claim;
use crate::disk::files::sha256_hex;
use crate::disk::save::{
    Keep, SavedAbout, SavedAdopted, SavedAdoptedAbout, SavedArticle, SavedChange, SavedClaim, SavedMachine,
    SavedReading, SavedRuling, SavedSaid,
};
use crate::link::{NameAbout, NameSaid};
use crate::read::Reading;
use crate::store::{
    Adopted, AdoptedAbout, ArticleId, ArticleRecord, Change, ClaimId, ClaimRecord, Edit, Ruling, Store,
};

/// Writes steps in one transaction; on an error none of them is written.
pub(in crate::disk) fn commit(connection: &mut Connection, known: &mut Known, tasks: &[Task]) -> rusqlite::Result<()> {
    in_transaction(connection, known, |writer| {
        tasks.iter().try_for_each(|task| write_task(writer, task))
    })
}

/// Writes a whole project out of memory into an empty file.
pub(in crate::disk) fn write_store(
    connection: &mut Connection,
    known: &mut Known,
    store: &Store,
    sources: &[Source],
) -> rusqlite::Result<()> {
    in_transaction(connection, known, |writer| {
        for source in sources {
            writer.put_source(source)?;
        }
        for article in store.articles() {
            writer.put_article(article)?;
        }
        for claim in store.claims() {
            writer.put_claim(claim)?;
        }
        for (name, value) in store.settings() {
            writer.put_setting(name, Some(value))?;
        }
        for (key, ruling) in store.rulings() {
            writer.put_ruling(key, Some(ruling))?;
        }
        for (about, said) in &store.names().rulings {
            writer.put_name(about, Some(said))?;
        }
        for (about, figure) in store.adopted() {
            writer.put_adopted(about, Some(figure))?;
        }
        let history = store.history();
        history.done.iter().try_for_each(|step| insert(writer, step, "done"))?;
        history
            .undone
            .iter()
            .try_for_each(|step| insert(writer, step, "undone"))
    })
}

fn in_transaction(
    connection: &mut Connection,
    known: &mut Known,
    work: impl FnOnce(&mut RowWriter<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let sums = Sums::begin(&transaction)?;
    let mut writer = RowWriter {
        transaction: &transaction,
        sums,
        known,
        fresh: Known::default(),
        highest_article: 0,
        highest_claim: 0,
    };
    work(&mut writer)?;
    writer.put_counters()?;
    writer.sums.write(&transaction)?;
    let fresh = writer.fresh;
    transaction.commit()?;
    known.absorb(fresh);
    Ok(())
}

/// Writes the rows of one transaction.
pub(super) struct RowWriter<'t> {
    transaction: &'t Transaction<'t>,
    sums: Sums,
    known: &'t Known,
    /// Readings that this transaction wrote: they count only once it is committed.
    fresh: Known,
    highest_article: i64,
    highest_claim: i64,
}

impl Keep for RowWriter<'_> {
    type Error = rusqlite::Error;

    fn reading(&mut self, reading: &Arc<Reading>, sha256: &str) -> rusqlite::Result<i64> {
        if let Some(number) = self.known.reading(reading).or_else(|| self.fresh.reading(reading)) {
            return Ok(number);
        }
        let revision = self.put_revision(sha256, &reading.article.text)?;
        let body = json(&SavedReading::from(&**reading))?;
        self.transaction
            .prepare_cached("INSERT INTO readings (revision_id, reading_json) VALUES (?1, ?2)")?
            .execute(params![revision, body])?;
        let number = self.transaction.last_insert_rowid();
        self.sums
            .comes(self.transaction, Summed::Readings, RowKey::Number(number))?;
        self.fresh.add_reading(reading, number);
        Ok(number)
    }

    fn machine(&mut self, claim: &Arc<Claim>) -> rusqlite::Result<i64> {
        if let Some(number) = self.known.machine(claim).or_else(|| self.fresh.machine(claim)) {
            return Ok(number);
        }
        let body = json(&SavedMachine::from(&**claim))?;
        self.transaction
            .prepare_cached("INSERT INTO machine_claims (claim_json) VALUES (?1)")?
            .execute([body])?;
        let number = self.transaction.last_insert_rowid();
        self.sums
            .comes(self.transaction, Summed::MachineClaims, RowKey::Number(number))?;
        self.fresh.add_machine(claim, number);
        Ok(number)
    }
}

impl<'t> RowWriter<'t> {
    pub(super) fn transaction(&self) -> &'t Transaction<'t> {
        self.transaction
    }

    pub(super) fn put(&mut self, change: &Change) -> rusqlite::Result<()> {
        match change {
            Change::Article(id, row) => self.summed(Summed::Articles, RowKey::Number(id.0), |writer| match row {
                Some(row) => writer.put_article(row),
                None => writer.remove_article(*id),
            }),
            Change::Claim(id, row) => self.summed(Summed::Claims, RowKey::Number(id.0), |writer| match row {
                Some(row) => writer.put_claim(row),
                None => writer.remove_claim(*id),
            }),
            Change::Setting(name, value) => self.summed(Summed::Settings, RowKey::Words(name), |writer| {
                writer.put_setting(name, value.as_deref())
            }),
            Change::Ruling(key, ruling) => self.summed(Summed::Rulings, RowKey::Words(key), |writer| {
                writer.put_ruling(key, ruling.as_ref())
            }),
            Change::Name(about, said) => {
                let key = json(&SavedAbout::from(about))?;
                self.summed(Summed::Names, RowKey::Words(&key), |writer| {
                    writer.put_name(about, said.as_ref())
                })
            }
            Change::Adopted(about, figure) => {
                let key = json(&SavedAdoptedAbout::from(about))?;
                self.summed(Summed::Adopted, RowKey::Words(&key), |writer| {
                    writer.put_adopted(about, figure.as_ref())
                })
            }
        }
    }

    /// Writes a row, and keeps the sum of its neighbours right.
    pub(super) fn summed(
        &mut self,
        of: Summed,
        key: RowKey<'_>,
        write: impl FnOnce(&mut Self) -> rusqlite::Result<()>,
    ) -> rusqlite::Result<()> {
        self.sums.leaves(self.transaction, of, key)?;
        write(self)?;
        self.sums.comes(self.transaction, of, key)
    }

    /// The same bytes are kept once.
    pub(super) fn put_source(&self, source: &Source) -> rusqlite::Result<()> {
        let mut statement = self
            .transaction
            .prepare_cached("INSERT OR IGNORE INTO sources (sha256, path, bytes) VALUES (?1, ?2, ?3)")?;
        statement
            .execute(params![source.sha256, source.path, &source.bytes[..]])
            .map(drop)
    }

    pub(super) fn edit_json(&mut self, edit: &Edit) -> rusqlite::Result<String> {
        let changes = edit.changes.iter().map(|change| SavedChange::new(change, self));
        json(&changes.collect::<rusqlite::Result<Vec<_>>>()?)
    }

    fn put_revision(&self, source: &str, text: &str) -> rusqlite::Result<i64> {
        let text_sha256 = sha256_hex(text.as_bytes());
        let found: Option<i64> = self
            .transaction
            .prepare_cached("SELECT id FROM revisions WHERE source_sha256 = ?1 AND text_sha256 = ?2")?
            .query_row([source, &text_sha256], |row| row.get(0))
            .optional()?;
        if let Some(number) = found {
            return Ok(number);
        }
        self.transaction
            .prepare_cached("INSERT INTO revisions (source_sha256, text_sha256, text) VALUES (?1, ?2, ?3)")?
            .execute([source, &text_sha256, text])?;
        Ok(self.transaction.last_insert_rowid())
    }

    fn put_article(&mut self, row: &ArticleRecord) -> rusqlite::Result<()> {
        let reading = self.reading(&row.reading, &row.sha256)?;
        self.highest_article = self.highest_article.max(row.id.0);
        let indexed = self.indexed(row.id)?;
        let same_words = indexed.as_ref() == Some(&(row.title().to_owned(), reading));
        if indexed.is_some() && !same_words {
            self.unindex(row.id)?;
        }
        let saved = SavedArticle::new(row, reading);
        self.transaction.prepare_cached(PUT_ARTICLE)?.execute(params![
            row.id.0,
            saved.origin.sort,
            saved.origin.path,
            saved.origin.part,
            saved.file_name,
            saved.sha256,
            saved.reading,
            saved.rules_version,
            saved.told.title,
            saved.told.publisher,
            saved.told.author,
            saved.told.published,
            saved.note,
            json(&saved.tags)?,
            row.title(),
            row.publisher(),
            row.published().map(|day| day.to_string()),
        ])?;
        if same_words { Ok(()) } else { self.index(row.id) }
    }

    fn remove_article(&mut self, id: ArticleId) -> rusqlite::Result<()> {
        self.highest_article = self.highest_article.max(id.0);
        if self.indexed(id)?.is_some() {
            self.unindex(id)?;
        }
        let mut statement = self.transaction.prepare_cached("DELETE FROM articles WHERE id = ?1")?;
        statement.execute([id.0]).map(drop)
    }

    /// Title and reading under which an article is found.
    fn indexed(&self, id: ArticleId) -> rusqlite::Result<Option<(String, i64)>> {
        self.transaction
            .prepare_cached("SELECT title, reading_id FROM articles WHERE id = ?1")?
            .query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()
    }

    /// The index keeps no words of its own: it must be told which ones go, before they do.
    fn unindex(&self, id: ArticleId) -> rusqlite::Result<()> {
        let mut statement = self.transaction.prepare_cached(
            "INSERT INTO article_index (article_index, rowid, title, text) \
             SELECT 'delete', id, title, text FROM article_words WHERE id = ?1",
        )?;
        statement.execute([id.0]).map(drop)
    }

    fn index(&self, id: ArticleId) -> rusqlite::Result<()> {
        let mut statement = self.transaction.prepare_cached(
            "INSERT INTO article_index (rowid, title, text) SELECT id, title, text FROM article_words WHERE id = ?1",
        )?;
        statement.execute([id.0]).map(drop)
    }

    fn put_claim(&mut self, row: &ClaimRecord) -> rusqlite::Result<()> {
        let machine = self.machine(&row.machine)?;
        self.highest_claim = self.highest_claim.max(row.id.0);
        let saved = SavedClaim::new(row, machine);
        let shown = row.claim();
        let number = |figure: Option<u64>| figure.and_then(|figure| i64::try_from(figure).ok());
        let period = shown
            .event_date
            .as_ref()
            .or(shown.as_of.as_ref())
            .and_then(|time| time.days());
        let mut statement = self.transaction.prepare_cached(PUT_CLAIM)?;
        let written = statement.execute(params![
            row.id.0,
            saved.article,
            saved.machine,
            saved.by_hand,
            saved.verdict,
            json(&saved.fields)?,
            saved.note,
            json(&saved.tags)?,
            saved.vanished,
            shown.kind.id(),
            number(shown.figure.value),
            number(shown.figure.low),
            number(shown.figure.high),
            shown.speaker,
            shown.place.as_ref().map(|place| place.canonical.as_str()),
            period.map(|(from, _)| from.to_string()),
            period.map(|(_, to)| to.to_string()),
        ]);
        written.map(drop)
    }

    fn remove_claim(&mut self, id: ClaimId) -> rusqlite::Result<()> {
        self.highest_claim = self.highest_claim.max(id.0);
        let mut statement = self.transaction.prepare_cached("DELETE FROM claims WHERE id = ?1")?;
        statement.execute([id.0]).map(drop)
    }

    fn put_setting(&self, name: &str, value: Option<&str>) -> rusqlite::Result<()> {
        let sql = match value {
            Some(_) => "INSERT OR REPLACE INTO settings (name, value) VALUES (?1, ?2)",
            None => "DELETE FROM settings WHERE name = ?1 AND ?2 IS NULL",
        };
        let mut statement = self.transaction.prepare_cached(sql)?;
        statement.execute(params![name, value]).map(drop)
    }

    fn put_ruling(&self, key: &str, ruling: Option<&Ruling>) -> rusqlite::Result<()> {
        let Some(ruling) = ruling else {
            let mut statement = self.transaction.prepare_cached("DELETE FROM rulings WHERE key = ?1")?;
            return statement.execute([key]).map(drop);
        };
        let said = json(&SavedRuling::from(ruling).said)?;
        let mut statement = self.transaction.prepare_cached(
            "INSERT OR REPLACE INTO rulings (key, verdict, reason, note, said_json) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        statement
            .execute(params![key, ruling.verdict, ruling.reason, ruling.note, said])
            .map(drop)
    }

    fn put_adopted(&self, about: &AdoptedAbout, figure: Option<&Adopted>) -> rusqlite::Result<()> {
        let key = json(&SavedAdoptedAbout::from(about))?;
        let Some(figure) = figure else {
            let mut statement = self.transaction.prepare_cached("DELETE FROM adopted WHERE key = ?1")?;
            return statement.execute([key]).map(drop);
        };
        let mut statement = self.transaction.prepare_cached(
            "INSERT OR REPLACE INTO adopted (key, claim_id, figure_json, note) VALUES (?1, ?2, ?3, ?4)",
        )?;
        let first = figure.claims.first().map(|claim| claim.0);
        let saved = json(&SavedAdopted::from(figure))?;
        statement.execute(params![key, first, saved, figure.note]).map(drop)
    }

    fn put_name(&self, about: &NameAbout, said: Option<&NameSaid>) -> rusqlite::Result<()> {
        let key = json(&SavedAbout::from(about))?;
        let Some(said) = said else {
            let mut statement = self
                .transaction
                .prepare_cached("DELETE FROM entity_rulings WHERE key = ?1")?;
            return statement.execute([key]).map(drop);
        };
        let mut statement = self
            .transaction
            .prepare_cached("INSERT OR REPLACE INTO entity_rulings (key, ruling_json) VALUES (?1, ?2)")?;
        statement.execute(params![key, json(&SavedSaid::from(said))?]).map(drop)
    }

    fn put_counters(&self) -> rusqlite::Result<()> {
        let mut statement = self
            .transaction
            .prepare_cached("UPDATE counters SET highest = ?2 WHERE name = ?1 AND highest < ?2")?;
        statement.execute(params!["article", self.highest_article])?;
        statement.execute(params!["claim", self.highest_claim]).map(drop)
    }
}

const PUT_ARTICLE: &str = "INSERT INTO articles (id, origin, origin_path, origin_part, file_name, source_sha256, \
    reading_id, rules_version, told_title, told_publisher, told_author, told_published, note, tags_json, title, \
    publisher, published) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17) \
    ON CONFLICT (id) DO UPDATE SET origin = ?2, origin_path = ?3, origin_part = ?4, file_name = ?5, \
    source_sha256 = ?6, reading_id = ?7, rules_version = ?8, told_title = ?9, told_publisher = ?10, \
    told_author = ?11, told_published = ?12, note = ?13, tags_json = ?14, title = ?15, publisher = ?16, \
    published = ?17";

const PUT_CLAIM: &str = "INSERT INTO claims (id, article_id, machine_id, by_hand, verdict, fields_json, note, \
    tags_json, vanished, kind, value, low, high, speaker, place, period_from, period_to) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17) \
    ON CONFLICT (id) DO UPDATE SET article_id = ?2, machine_id = ?3, by_hand = ?4, verdict = ?5, \
    fields_json = ?6, note = ?7, tags_json = ?8, vanished = ?9, kind = ?10, value = ?11, low = ?12, high = ?13, \
    speaker = ?14, place = ?15, period_from = ?16, period_to = ?17";

fn json(value: &impl serde::Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}
