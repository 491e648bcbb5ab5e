//! Claims that this program exported: as rows of a workbook or as JSON lines they come back as the table that they are.

use serde_json::Value;

use super::{Row, Sheet};
use crate::article::grid::{OWN_COLUMNS, OWN_SCHEMA};
use crate::base::is_formula;

/// Fields of its objects that say nothing of the claim as it counts.
const PASSED_OVER: [&str; 5] = ["schema", "type", "machine", "roles", "vanished"];

/// True for a sheet of exported claims.
pub(super) fn is_own(sheet: &Sheet) -> bool {
    OWN_COLUMNS.iter().all(|column| sheet.field(column).is_some())
}

/// The objects as rows under the heads of the table of claims, without the method before them; all others as they are.
pub(super) fn as_rows(objects: Vec<Row>) -> Vec<Row> {
    let is_claim = |object: &Row| is(object, "schema", OWN_SCHEMA) && is(object, "type", "claim");
    if !objects.iter().any(is_claim) {
        return objects;
    }
    objects.into_iter().filter(is_claim).map(flat).collect()
}

fn is(object: &Row, field: &str, word: &str) -> bool {
    object.get(field).and_then(Value::as_str) == Some(word)
}

fn flat(object: Row) -> Row {
    let mut row = Row::new();
    for (name, value) in object {
        match value {
            _ if PASSED_OVER.contains(&name.as_str()) => {}
            Value::Object(article) if name == "article" => row.extend(article),
            Value::Object(mut words) => drop(row.insert(name, words.remove("text").unwrap_or_default())),
            Value::Array(words) => drop(row.insert(name.clone(), Value::String(joined(&name, &words)))),
            value => drop(row.insert(name, value)),
        }
    }
    row
}

fn joined(name: &str, words: &[Value]) -> String {
    let sign = if name == "tags" { "; " } else { " " };
    words.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(sign)
}

/// A cell as the exported table has it: what a spreadsheet would run gets an apostrophe before it, and so does what looks as
/// if it had got one.
pub(super) fn cell(row: &Row, field: &str) -> String {
    let words = match row.get(field) {
        Some(Value::String(words)) => words.clone(),
        Some(Value::Null) | None => return String::new(),
        Some(other) => other.to_string(),
    };
    if is_formula(&words) { format!("'{words}") } else { words }
}
