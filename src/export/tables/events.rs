//! Claims in the columns of projects that count events: all columns of the standard in its own order, so that the rows can
//! be put under its own, then what it has no column for. What is not read is empty in every row.

use jiff::civil::Date;

use super::columns::Row;
use super::schema::{self, Schema, flag};
use super::when::{When, when};
use super::{HARMS, SUPERSEDED, TOTALS};
use crate::claim::{Claim, VictimClass};
use crate::entity::{Lexicon, fold};
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, Watch};
use crate::show::ChartSettings;
use crate::store::ArticleRecord;

/// One claim as an event.
pub(super) struct Event<'r> {
    pub(super) row: &'r Row<'r>,
    pub(super) settings: &'r ChartSettings,
    pub(super) when: Option<When>,
}

/// A column: its head, what it tells, and its cell.
pub(super) type Column = (&'static str, &'static str, fn(&Event<'_>) -> String);

/// The columns of a project that counts events.
pub(super) struct EventTable {
    pub(super) label: &'static str,
    /// The standard's, in its order.
    pub(super) standard: &'static [Column],
    /// Ours behind them.
    pub(super) own: &'static [Column],
    pub(super) policies: &'static [&'static [&'static str]],
}

/// Columns of ours that every such table has.
pub(super) const OWN: &[Column] = &[
    ("scope", "total, incident or unknown.", |event| {
        event.claim().scope.id().to_owned()
    }),
    ("part_of", "1 where the figure is included in another one.", |event| {
        flag(event.claim().part_of)
    }),
    ("status", "What you decided.", |event| {
        event.row.record.status().id().to_owned()
    }),
    (
        "superseded",
        "Why the figure no longer stands; empty where it does.",
        |event| words(event.row.replaced.why(event.row.record.id)),
    ),
];

impl EventTable {
    /// Writes the table.
    pub(super) fn write(
        &self,
        input: &ExportInput<'_>,
        options: &ExportOptions,
        watch: &Watch<'_>,
    ) -> Result<Output, ExportError> {
        let columns: Vec<Column> = [self.standard, self.own, OWN].concat();
        let heads: Vec<(&str, &str)> = columns.iter().map(|(id, help, _)| (*id, *help)).collect();
        let schema = Schema {
            label: self.label,
            columns: &heads,
            policies: self.policies,
            options: &[&HARMS, &TOTALS, &SUPERSEDED],
        };
        schema::write(input, (&schema, options), watch, |row, settings| {
            let event = Event {
                row,
                settings,
                when: when(row.claim(), row.article),
            };
            vec![columns.iter().map(|(.., cell)| cell(&event)).collect()]
        })
    }
}

impl<'r> Event<'r> {
    pub(super) fn claim(&self) -> &'r Claim {
        self.row.claim()
    }

    pub(super) fn article(&self) -> &'r ArticleRecord {
        self.row.article
    }

    /// The publication day.
    pub(super) fn published(&self) -> String {
        self.article()
            .published()
            .map(|day| day.to_string())
            .unwrap_or_default()
    }

    /// The place in the article's words.
    pub(super) fn place_words(&self) -> String {
        words(self.claim().place.as_ref().map(|place| place.words.as_str()))
    }

    /// The place's fullest name over all articles.
    pub(super) fn place_name(&self) -> String {
        words(self.claim().place.as_ref().map(|place| place.canonical.as_str()))
    }

    /// The place where it is a country; which country another place lies in is not read.
    pub(super) fn country(&self) -> String {
        let name = self.place_name();
        if Lexicon::get().is_land(&fold(&name)) {
            name
        } else {
            String::new()
        }
    }

    /// True where people were harmed who bear no arms.
    pub(super) fn is_civilian(&self) -> bool {
        matches!(
            self.claim().victim_class,
            VictimClass::Civilian | VictimClass::Protester | VictimClass::Journalist
        )
    }
}

/// What no article is read for.
pub(super) const NOT_READ: fn(&Event<'_>) -> String = |_| String::new();

/// The help of such a column.
pub(super) const EMPTY: &str = "Empty: not read from articles.";

/// Words that may be missing.
pub(super) fn words(words: Option<&str>) -> String {
    words.unwrap_or_default().to_owned()
}

/// A day that may be missing.
pub(super) fn day(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}
