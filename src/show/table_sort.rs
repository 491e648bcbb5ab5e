//! The columns of the table of claims, and its order by each.

use std::cmp::Reverse;

use super::chart_source::normal;
use super::table::Flags;
use crate::store::{ClaimId, ClaimRecord, Store};

/// A column that the table can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is described by its title")]
pub enum Column {
    State,
    Kind,
    Figure,
    Words,
    Speaker,
    Relay,
    Article,
    AsOf,
    Scope,
    Confidence,
    Flags,
}

impl Column {
    /// All, from left to right.
    pub const ALL: [Self; 11] = [
        Self::State,
        Self::Kind,
        Self::Figure,
        Self::Words,
        Self::Speaker,
        Self::Relay,
        Self::Article,
        Self::AsOf,
        Self::Scope,
        Self::Confidence,
        Self::Flags,
    ];

    /// The word for it in [`super::ReviewLook::sort_column`].
    pub fn id(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Kind => "kind",
            Self::Figure => "figure",
            Self::Words => "words",
            Self::Speaker => "speaker",
            Self::Relay => "relay",
            Self::Article => "article",
            Self::AsOf => "as_of",
            Self::Scope => "scope",
            Self::Confidence => "confidence",
            Self::Flags => "flags",
        }
    }

    /// The column of a word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.id() == id)
    }

    /// Its head.
    pub fn title(self) -> &'static str {
        match self {
            Self::State => "State",
            Self::Kind => "Kind",
            Self::Figure => "Figure",
            Self::Words => "Words",
            Self::Speaker => "Speaker",
            Self::Relay => "Relay",
            Self::Article => "Article",
            Self::AsOf => "As of",
            Self::Scope => "Scope",
            Self::Confidence => "Confidence",
            Self::Flags => "Flags",
        }
    }
}

/// What a row is sorted by; all rows of a column have the same sort.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(u64, u64),
    Words(String, String),
    Day(jiff::civil::Date),
}

/// Sorts rows that stand as in the articles; equal ones stay so, and rows without a key come last in both orders.
pub(super) fn sort(rows: &mut [ClaimId], store: &Store, flags: &Flags, column: Column, descending: bool) {
    rows.sort_by_cached_key(|id| {
        let key = store.claim(*id).and_then(|record| key(record, store, flags, column));
        let (up, down) = if descending {
            (None, key.clone())
        } else {
            (key.clone(), None)
        };
        (key.is_none(), up, Reverse(down))
    });
}

fn key(record: &ClaimRecord, store: &Store, flags: &Flags, column: Column) -> Option<Key> {
    let claim = record.claim();
    let article = store.article(record.article)?;
    let words = |words: &str| Key::Words(normal(words), String::new());
    let name = |name: &Option<String>| name.as_deref().map(|name| words(name.trim_start_matches("the ")));
    Some(match column {
        Column::State => Key::Number(record.status() as u64, 0),
        Column::Kind => Key::Number(claim.kind.slot().map_or(u64::MAX, |slot| slot as u64), 0),
        Column::Figure => Key::Number(claim.figure.anchor()?, claim.figure.qualifier as u64),
        Column::Words => words(claim.span.of(article.text())),
        Column::Speaker => return name(&claim.speaker),
        Column::Relay => return name(&claim.relay),
        Column::Article => Key::Words(normal(article.publisher().unwrap_or("~")), normal(article.title())),
        Column::AsOf => Key::Day(claim.as_of.as_ref()?.days()?.1),
        Column::Scope => Key::Number(claim.scope as u64, 0),
        Column::Confidence => Key::Number((f64::from(claim.confidence) * 1000.0).round() as u64, 0),
        Column::Flags => Key::Number(weight(record, flags)?, 0),
    })
}

/// Conflicts before falls before copies, for the reader who sorts by flags.
fn weight(record: &ClaimRecord, flags: &Flags) -> Option<u64> {
    let conflict = flags.in_conflict.contains(&record.id);
    let falls = flags.falls.contains_key(&record.id);
    let copies = flags.copies.contains_key(&record.id);
    let part = record.claim().part_of;
    let vanished = record.vanished;
    [conflict, falls, vanished, part, copies]
        .iter()
        .position(|flag| *flag)
        .map(|at| at as u64)
}
