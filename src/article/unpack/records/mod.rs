//! Data files whose objects or rows are articles: JSON, JSON lines, tables of text, workbooks. What their fields mean is
//! guessed here and said by the analyst; each row then becomes an article with bytes of its own.

mod delimited;
mod fields;
mod json;
mod own;
mod row;
#[cfg(test)]
mod tests;
mod workbook;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use self::fields::{FieldMap, RowField};
pub use self::row::value_of;
pub(in crate::article) use self::row::{is_record, parts_of, record};
pub(in crate::article) use self::workbook::is_open_document;

use crate::article::grid::Grid;

/// A row or an object, its cells by name.
pub type Row = Map<String, Value>;

/// A field of articles has texts of so many characters on the average.
const LONG_TEXT_CHARS: usize = 200;
/// Rows that are looked at to learn about the fields.
const SEEN_ROWS: usize = 500;
/// Fields that are told apart.
const MOST_FIELDS: usize = 200;
/// Objects in objects are looked into so far.
const MOST_LEVELS: usize = 4;
/// Values that are kept as examples of a field.
const MOST_EXAMPLES: usize = 3;

/// A data file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dataset {
    /// Its tables with rows; one, unnamed, where it is no workbook.
    pub sheets: Vec<Sheet>,
    /// True for files whose rows are told by a delimiter: such a file is a table by itself.
    pub is_delimited: bool,
}

/// A table of rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name in the workbook; empty where there is one only.
    pub name: String,
    /// The fields in their order in the file; `source.name` for a field in a field.
    pub fields: Vec<FieldSeen>,
    /// The rows in their order.
    pub rows: Vec<Row>,
    /// How many rows could not be read.
    pub left_out: usize,
}

/// True for spreadsheets, which are archives and no archives of articles.
pub(in crate::article) fn is_whole_file(bytes: &[u8]) -> bool {
    workbook::is_workbook(bytes) || is_open_document(bytes)
}

/// What is known of a field by its first values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldSeen {
    /// Its name.
    pub name: String,
    /// How many of the rows that were looked at have a value.
    pub filled: usize,
    /// The average length of these, in characters.
    pub mean_chars: usize,
    /// The first different values, cut short.
    pub examples: Vec<String>,
}

impl Dataset {
    /// The data file that these bytes are; `None` for all others. Told by content: a text is none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        if is_record(bytes) {
            return None;
        }
        let dataset = if bytes.starts_with(b"PK\x03\x04") {
            workbook::read(bytes)?
        } else {
            json::read(bytes).or_else(|| delimited::read(bytes))?
        };
        dataset
            .sheets
            .iter()
            .any(|sheet| !sheet.rows.is_empty())
            .then_some(dataset)
    }

    /// The text of a table, read with the first row as its head; whatever its rows hold.
    pub fn of_table(text: &str) -> Option<Self> {
        delimited::of_text(text)
    }

    /// The sheets whose rows may be claims, as the texts of tables under their names.
    pub fn tables(&self) -> Vec<(&str, String)> {
        let has_own = self.sheets.iter().any(own::is_own);
        let sheets = self.sheets.iter().filter(|sheet| !has_own || own::is_own(sheet));
        let tables = sheets.map(|sheet| (sheet.name.as_str(), sheet.as_table()));
        tables.filter(|(_, text)| Grid::read(text).is_some()).collect()
    }

    /// The number of the sheet whose rows look like articles; `None` where none does.
    pub fn articles_at(&self) -> Option<usize> {
        // a sentence may be as long as an article, and so may what stands beside the claims
        if self.sheets.iter().any(own::is_own) {
            return None;
        }
        self.sheets.iter().position(Sheet::has_articles)
    }
}

impl Sheet {
    fn new(name: &str, columns: &[String], rows: Vec<Row>, left_out: usize) -> Self {
        Self {
            name: name.to_owned(),
            fields: seen(columns, &rows),
            rows,
            left_out,
        }
    }

    /// What is known of a field.
    pub fn field(&self, name: &str) -> Option<&FieldSeen> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// True where some field holds long texts.
    pub fn has_articles(&self) -> bool {
        self.fields.iter().any(is_long)
    }

    /// The rows as the text of a table, for those that are claims.
    pub fn as_table(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // writing into memory does not fail
        drop(writer.write_record(self.fields.iter().map(|field| field.name.as_str())));
        let is_own = own::is_own(self);
        for row in &self.rows {
            let cells = self.fields.iter().map(|field| match is_own {
                true => own::cell(row, &field.name),
                false => value_of(row, &field.name).unwrap_or_default(),
            });
            drop(writer.write_record(cells));
        }
        let bytes = writer.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }
}

fn is_long(field: &FieldSeen) -> bool {
    field.mean_chars > LONG_TEXT_CHARS
}

/// The fields of rows: in the order of the columns, then as they come.
fn seen(columns: &[String], rows: &[Row]) -> Vec<FieldSeen> {
    let mut names: Vec<String> = columns.to_vec();
    let mut known: BTreeSet<String> = columns.iter().cloned().collect();
    for row in rows.iter().take(SEEN_ROWS) {
        let mut paths = Vec::new();
        row::paths(row, "", MOST_LEVELS, &mut paths);
        for path in paths {
            if names.len() < MOST_FIELDS && known.insert(path.clone()) {
                names.push(path);
            }
        }
    }
    names.into_iter().map(|name| field(name, rows)).collect()
}

fn field(name: String, rows: &[Row]) -> FieldSeen {
    let (mut filled, mut chars, mut examples) = (0, 0, Vec::new());
    for row in rows.iter().take(SEEN_ROWS) {
        let Some(value) = value_of(row, &name) else { continue };
        filled += 1;
        chars += value.chars().count();
        if examples.len() < MOST_EXAMPLES {
            let short: String = value
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .chars()
                .take(80)
                .collect();
            if !examples.contains(&short) {
                examples.push(short);
            }
        }
    }
    FieldSeen {
        name,
        filled,
        mean_chars: chars.checked_div(filled).unwrap_or(0),
        examples,
    }
}
