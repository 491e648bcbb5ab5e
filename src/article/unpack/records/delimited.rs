//! Tables of text: cells parted by commas, semicolons, tabs or bars, under a head.

use serde_json::Value;

use super::fields::is_known;
use super::{Dataset, Row, Sheet};
use crate::article::{decode, format};
use crate::base::Notes;

/// Signs between cells.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Records that are looked at.
const TRIED_RECORDS: usize = 12;
/// A name of a column is no longer than this.
const LONGEST_NAME_CHARS: usize = 60;
/// Columns and rows that are read.
const MOST_COLUMNS: usize = 500;
const MOST_ROWS: usize = 1_000_000;
/// The head of a text in which a table shows itself.
const HEAD_BYTES: usize = 1 << 16;

/// The table in these bytes, where one of its columns is named as those of articles are and holds long texts.
pub(super) fn read(bytes: &[u8]) -> Option<Dataset> {
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    let is_wide = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
    let has_delimiter = |line: &[u8]| DELIMITERS.iter().any(|sign| line.contains(sign));
    let first = head
        .split(|byte| *byte == b'\n')
        .find(|line| !line.trim_ascii().is_empty())?;
    if !is_wide && (!has_delimiter(first) || first.len() > 4_000 || format::refusal(bytes).is_some()) {
        return None;
    }
    let text = decode::decode(bytes, &mut Notes::new());
    let delimiter = DELIMITERS.into_iter().find(|delimiter| is_table(&text, *delimiter))?;
    let dataset = whole(&text, delimiter)?;
    dataset.articles_at().map(|_| dataset)
}

/// The table that a text is by its own form, whatever it holds.
pub(super) fn of_text(text: &str) -> Option<Dataset> {
    let widths = DELIMITERS.map(|delimiter| {
        let mut records = records(text, delimiter);
        let width = records.next().map_or(0, |head| head.len());
        let is_even = records.take(TRIED_RECORDS).all(|record| record.len() == width);
        (if is_even { width } else { 0 }, delimiter)
    });
    let (width, delimiter) = widths.into_iter().max_by_key(|(width, _)| *width)?;
    if width < 2 {
        return None;
    }
    whole(text, delimiter)
}

fn is_table(text: &str, delimiter: u8) -> bool {
    // the cheap question first: most texts are no table at all; what is quoted may go on below its line
    let first = text.trim_start().lines().next().unwrap_or_default();
    if !first.contains([char::from(delimiter), '"']) {
        return false;
    }
    let tried: Vec<csv::StringRecord> = records(text, delimiter).take(TRIED_RECORDS).collect();
    let Some((head, rows)) = tried.split_first() else {
        return false;
    };
    let is_name = |cell: &str| cell.chars().count() <= LONGEST_NAME_CHARS && cell.chars().any(char::is_alphabetic);
    let names: Vec<&str> = head.iter().map(str::trim).filter(|cell| !cell.is_empty()).collect();
    head.len() >= 2
        && !rows.is_empty()
        && rows.iter().all(|row| row.len() == head.len())
        && names.len() >= 2
        && names.iter().all(|name| is_name(name))
        && names.iter().any(|name| is_known(name))
}

fn records(text: &str, delimiter: u8) -> impl Iterator<Item = csv::StringRecord> {
    let reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    // what is no record any more ends the table
    reader.into_records().map_while(Result::ok)
}

fn whole(text: &str, delimiter: u8) -> Option<Dataset> {
    let mut records = records(text, delimiter);
    let head = records.next()?;
    let columns = names_apart(head.iter().take(MOST_COLUMNS));
    let mut rows = Vec::new();
    let mut left_out = 0;
    for record in records.take(MOST_ROWS) {
        if record.len() > columns.len() {
            left_out += 1;
        } else if record.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(row(&columns, record.iter().map(str::to_owned)));
        }
    }
    Some(Dataset {
        sheets: vec![Sheet::new("", &columns, rows, left_out)],
        is_delimited: true,
    })
}

/// The names of columns; one that is empty or comes twice is numbered.
pub(super) fn names_apart<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for (at, name) in (1..).zip(names) {
        let name = name.trim();
        let mut apart = if name.is_empty() {
            format!("column {at}")
        } else {
            name.to_owned()
        };
        if out.contains(&apart) {
            apart = format!("{apart} {at}");
        }
        out.push(apart);
    }
    out
}

/// The cells by the names of their columns.
pub(super) fn row(columns: &[String], cells: impl Iterator<Item = String>) -> Row {
    let filled = columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
    filled
        .map(|(column, cell)| (column.clone(), Value::String(cell)))
        .collect()
}
