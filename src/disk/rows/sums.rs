//! Check sums of the project's rows, kept among its settings: what was changed by anything but this program is told.
//!
//! A sum is over the rows of a thousand numbers, whatever their order, so that writing one row costs reading that row twice
//! and not its neighbours. Programs that know no sums leave them behind the journal; then they say nothing, and the next
//! transaction makes them anew.

use std::collections::BTreeMap;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension as _, Row, ToSql, Transaction};
use sha2::{Digest as _, Sha256};

/// Settings whose names begin so hold sums; they are no settings of the analyst.
pub(super) const PREFIX: &str = "checksum:";
/// The setting that tells at which point of the journal the sums hold.
const STAMP: &str = "checksum:journal";
/// So many numbers share a sum.
const BLOCK: i64 = 1_000;

/// Tables whose rows are summed. Originals and texts have digests of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::disk) enum Summed {
    Readings,
    MachineClaims,
    Articles,
    Claims,
    Settings,
    Rulings,
    Names,
    Adopted,
    Journal,
}

impl Summed {
    const ALL: [Self; 9] = [
        Self::Readings,
        Self::MachineClaims,
        Self::Articles,
        Self::Claims,
        Self::Settings,
        Self::Rulings,
        Self::Names,
        Self::Adopted,
        Self::Journal,
    ];

    /// The table, the column that tells its rows apart, and all columns; none is ever taken out of here.
    fn table(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Readings => ("readings", "id", "id, revision_id, reading_json"),
            Self::MachineClaims => ("machine_claims", "id", "id, claim_json"),
            Self::Articles => (
                "articles",
                "id",
                "id, origin, origin_path, origin_part, file_name, source_sha256, reading_id, rules_version, told_title, \
                 told_publisher, told_author, told_published, note, tags_json, title, publisher, published",
            ),
            Self::Claims => (
                "claims",
                "id",
                "id, article_id, machine_id, by_hand, verdict, fields_json, note, tags_json, vanished, kind, value, low, \
                 high, speaker, place, period_from, period_to",
            ),
            Self::Settings => ("settings", "name", "name, value"),
            Self::Rulings => ("rulings", "key", "key, verdict, reason, note, said_json"),
            Self::Names => ("entity_rulings", "key", "key, ruling_json"),
            Self::Adopted => ("adopted", "key", "key, claim_id, figure_json, note"),
            Self::Journal => ("journal", "number", "number, at, label, edit_json, inverse_json, state"),
        }
    }

    /// What its rows are, in words.
    pub(in crate::disk) fn words(self) -> &'static str {
        match self {
            Self::Readings => "readings of articles",
            Self::MachineClaims => "readings of claims",
            Self::Articles => "articles",
            Self::Claims => "claims and decisions",
            Self::Settings => "settings of the project",
            Self::Rulings => "rulings on conclusions",
            Self::Names => "what you said of names",
            Self::Adopted => "adopted figures",
            Self::Journal => "steps of the history",
        }
    }

    fn setting(self, block: i64) -> String {
        format!("{PREFIX}{}:{block}", self.table().0)
    }
}

/// What tells a row from others of its table.
#[derive(Clone, Copy, Debug)]
pub(super) enum RowKey<'k> {
    Number(i64),
    Words(&'k str),
}

impl RowKey<'_> {
    fn block(self) -> i64 {
        match self {
            Self::Number(number) => number.div_euclid(BLOCK),
            Self::Words(_) => 0,
        }
    }
}

impl ToSql for RowKey<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::Number(number) => number.to_sql(),
            Self::Words(words) => words.to_sql(),
        }
    }
}

/// How sums change in one transaction.
#[derive(Debug, Default)]
pub(super) struct Sums {
    changes: BTreeMap<(Summed, i64), u64>,
    /// True where the sums held when it began; else all are made anew at its end.
    holds: bool,
}

impl Sums {
    /// Begins with a transaction that has written nothing yet.
    pub(super) fn begin(transaction: &Transaction<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            changes: BTreeMap::new(),
            holds: kept(transaction, STAMP)?.is_some_and(|kept| stamp(transaction).is_ok_and(|now| now == kept)),
        })
    }

    /// Takes a row out of its sum: before it is written, changed or removed.
    pub(super) fn leaves(
        &mut self,
        transaction: &Transaction<'_>,
        of: Summed,
        key: RowKey<'_>,
    ) -> rusqlite::Result<()> {
        let sum = self.row(transaction, of, key)?;
        let slot = self.changes.entry((of, key.block())).or_default();
        *slot = slot.wrapping_sub(sum);
        Ok(())
    }

    /// Adds a row as it is now to its sum.
    pub(super) fn comes(&mut self, transaction: &Transaction<'_>, of: Summed, key: RowKey<'_>) -> rusqlite::Result<()> {
        let sum = self.row(transaction, of, key)?;
        let slot = self.changes.entry((of, key.block())).or_default();
        *slot = slot.wrapping_add(sum);
        Ok(())
    }

    /// The sum of one row, 0 where there is none; nothing is read where all sums are made anew at the end.
    fn row(&self, transaction: &Transaction<'_>, of: Summed, key: RowKey<'_>) -> rusqlite::Result<u64> {
        if !self.holds {
            return Ok(0);
        }
        let (table, own, columns) = of.table();
        let mut statement = transaction.prepare_cached(&format!("SELECT {columns} FROM {table} WHERE {own} = ?1"))?;
        Ok(statement.query_row([key], row_sum).optional()?.unwrap_or(0))
    }

    /// Writes the sums at the end of the transaction.
    pub(super) fn write(self, transaction: &Transaction<'_>) -> rusqlite::Result<()> {
        let sums: Vec<((Summed, i64), u64)> = if self.holds {
            let changes = self.changes.into_iter().filter(|(_, change)| *change != 0);
            let now = |((of, block), change): ((Summed, i64), u64)| {
                let before = kept(transaction, &of.setting(block))?;
                let before = before.and_then(|sum| u64::from_str_radix(&sum, 16).ok());
                Ok(((of, block), before.unwrap_or(0).wrapping_add(change)))
            };
            changes.map(now).collect::<rusqlite::Result<_>>()?
        } else {
            transaction.execute("DELETE FROM settings WHERE substr(name, 1, length(?1)) = ?1", [PREFIX])?;
            all(transaction)?.into_iter().collect()
        };
        for ((of, block), sum) in sums {
            put(transaction, &of.setting(block), &format!("{sum:016x}"))?;
        }
        put(transaction, STAMP, &stamp(transaction)?)
    }
}

/// A part of a project, and the first and last of its numbers where its rows have numbers.
type Differing = (Summed, Option<(i64, i64)>);

/// The parts of a project whose rows are not as they were written, each with the first and last of its numbers where its
/// rows have numbers. Empty where a program that keeps no sums wrote last.
pub(in crate::disk) fn differing(connection: &mut Connection) -> rusqlite::Result<Vec<Differing>> {
    let snapshot = connection.transaction()?;
    if kept(&snapshot, STAMP)? != Some(stamp(&snapshot)?) {
        return Ok(Vec::new());
    }
    let mut sums = all(&snapshot)?;
    for of in Summed::ALL {
        let prefix = of.setting(0).trim_end_matches('0').to_owned();
        let mut statement =
            snapshot.prepare("SELECT name, value FROM settings WHERE substr(name, 1, length(?1)) = ?1")?;
        let mut rows = statement.query([&prefix])?;
        while let Some(row) = rows.next()? {
            let name: String = row.get(0)?;
            let block = name.strip_prefix(&prefix).and_then(|block| block.parse::<i64>().ok());
            let sum = u64::from_str_radix(row.get_ref(1)?.as_str()?, 16);
            let slot = sums.entry((of, block.unwrap_or(0))).or_default();
            // what is no sum fits no rows
            *slot = slot.wrapping_sub(sum.unwrap_or_else(|_| slot.wrapping_add(1)));
        }
    }
    let differs = sums.into_iter().filter(|(_, difference)| *difference != 0);
    let told = differs.map(|((of, block), _)| {
        let numbered = matches!(of.table().1, "id" | "number");
        (of, numbered.then_some((block * BLOCK, block * BLOCK + BLOCK - 1)))
    });
    Ok(told.collect())
}

/// The sums of all rows as they are.
fn all(connection: &Connection) -> rusqlite::Result<BTreeMap<(Summed, i64), u64>> {
    let mut sums: BTreeMap<(Summed, i64), u64> = BTreeMap::new();
    for of in Summed::ALL {
        let (table, own, columns) = of.table();
        // the key comes first
        let mut statement = connection.prepare(&format!("SELECT {columns} FROM {table}"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let block = match row.get_ref(0)? {
                ValueRef::Integer(number) => RowKey::Number(number).block(),
                ValueRef::Text(name) if own == "name" && name.starts_with(PREFIX.as_bytes()) => continue,
                _ => 0,
            };
            let slot = sums.entry((of, block)).or_default();
            *slot = slot.wrapping_add(row_sum(row)?);
        }
    }
    Ok(sums)
}

/// A digest of all columns of a row, each with its sort and length.
fn row_sum(row: &Row<'_>) -> rusqlite::Result<u64> {
    let mut hash = Sha256::new();
    for column in 0..row.as_ref().column_count() {
        let (sort, bytes): (u8, &[u8]) = match row.get_ref(column)? {
            ValueRef::Null => (0, &[]),
            ValueRef::Integer(number) => {
                hash.update([1]);
                hash.update(number.to_le_bytes());
                continue;
            }
            ValueRef::Real(number) => {
                hash.update([2]);
                hash.update(number.to_le_bytes());
                continue;
            }
            ValueRef::Text(bytes) => (3, bytes),
            ValueRef::Blob(bytes) => (4, bytes),
        };
        hash.update([sort]);
        hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
        hash.update(bytes);
    }
    let bytes = hash.finalize();
    let first = bytes.first_chunk::<8>().copied().unwrap_or_default();
    Ok(u64::from_le_bytes(first))
}

/// Where the journal is: every step that is made, taken back or done again moves it.
fn stamp(connection: &Connection) -> rusqlite::Result<String> {
    let sql = "SELECT coalesce((SELECT max(number) FROM journal), 0), \
               (SELECT count(*) FROM journal WHERE state = 'undone')";
    connection.query_row(sql, [], |row| {
        Ok(format!("{} {}", row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
    })
}

fn kept(connection: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    let mut statement = connection.prepare_cached("SELECT value FROM settings WHERE name = ?1")?;
    statement.query_row([name], |row| row.get(0)).optional()
}

fn put(connection: &Connection, name: &str, value: &str) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached("INSERT OR REPLACE INTO settings (name, value) VALUES (?1, ?2)")?;
    statement.execute([name, value]).map(drop)
}
