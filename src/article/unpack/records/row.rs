//! One row: its values by path, and its bytes as an article of its own.

use serde_json::{Map, Value, json};

use super::{FieldMap, Row, RowField, Sheet};
use crate::article::unpack::Part;

/// With this begin the bytes of a row that is an article.
pub(in crate::article) const MARK: &str = "{\"tallyscope\":\"record\",";

/// Elements of a list that are read as one value.
const MOST_ELEMENTS: usize = 1_000;

/// True for the bytes of a row that is an article.
pub(in crate::article) fn is_record(bytes: &[u8]) -> bool {
    bytes.starts_with(MARK.as_bytes())
}

/// The value at a path, as text; `None` where it is missing or empty. Elements of a list are joined.
pub fn value_of(row: &Row, path: &str) -> Option<String> {
    let value = match row.get(path) {
        Some(value) => words(value),
        None => {
            let (first, rest) = path.split_once('.')?;
            inside(row.get(first)?, rest)?
        }
    };
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// Paths are as long as fields lie deep, so the steps are few.
fn inside(value: &Value, path: &str) -> Option<String> {
    match value {
        Value::Object(row) => value_of(row, path),
        Value::Array(elements) => {
            let parts = elements.iter().take(MOST_ELEMENTS).filter_map(Value::as_object);
            let parts: Vec<String> = parts.filter_map(|row| value_of(row, path)).collect();
            (!parts.is_empty()).then(|| parts.join(", "))
        }
        _ => None,
    }
}

/// A single value as text; objects have none.
fn words(value: &Value) -> String {
    match value {
        Value::String(words) => words.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(truth) => truth.to_string(),
        Value::Array(elements) => {
            let scalars = elements
                .iter()
                .take(MOST_ELEMENTS)
                .filter(|one| !one.is_object() && !one.is_array());
            scalars
                .map(words)
                .filter(|words| !words.is_empty())
                .collect::<Vec<_>>()
                .join(", ")
        }
        Value::Null | Value::Object(_) => String::new(),
    }
}

/// The paths of all values of a row, down to so many levels.
pub(super) fn paths(row: &Row, above: &str, levels: usize, out: &mut Vec<String>) {
    for (name, value) in row {
        let path = if above.is_empty() {
            name.clone()
        } else {
            format!("{above}.{name}")
        };
        let first_row = |elements: &Vec<Value>| elements.first().and_then(Value::as_object).cloned();
        match value {
            Value::Object(inner) if levels > 1 => paths(inner, &path, levels - 1, out),
            Value::Array(elements) if levels > 1 => match first_row(elements) {
                Some(inner) => paths(&inner, &path, levels - 1, out),
                None => out.push(path),
            },
            Value::Object(_) => {}
            _ => out.push(path),
        }
    }
}

/// The rows that have a text, as articles: their bytes, and their numbers in the sheet.
pub(in crate::article) fn parts_of(sheet: &Sheet, fields: &FieldMap) -> Vec<(u32, Part)> {
    let digits = sheet.rows.len().to_string().len();
    let text = fields.get(RowField::Text).unwrap_or_default();
    let rows = (0..).zip(&sheet.rows).filter(|(_, row)| value_of(row, text).is_some());
    let parts = rows.map(|(number, row)| {
        let name = format!("row {:0digits$}", number + 1);
        let path = if sheet.name.is_empty() {
            name
        } else {
            format!("{} {name}", sheet.name.replace(['/', '\\'], " "))
        };
        let bytes = bytes(row, fields);
        let article = None;
        (number, Part { path, bytes, article })
    });
    parts.collect()
}

/// The row with what its fields mean; the mark comes first, whatever the order of names.
fn bytes(row: &Row, fields: &FieldMap) -> Vec<u8> {
    let meanings: Map<String, Value> = fields
        .iter()
        .map(|(field, name)| (field.id().to_owned(), json!(name)))
        .collect();
    let meanings = Value::Object(meanings);
    format!("{MARK}\"fields\":{meanings},\"row\":{}}}", Value::Object(row.clone())).into_bytes()
}

/// A row and what its fields mean, back from its bytes.
pub(in crate::article) fn record(bytes: &[u8]) -> Option<(FieldMap, Row)> {
    let Ok(Value::Object(mut whole)) = serde_json::from_slice(bytes) else {
        return None;
    };
    let mut fields = FieldMap::default();
    if let Some(Value::Object(meanings)) = whole.get("fields") {
        for (id, name) in meanings {
            if let (Some(field), Some(name)) = (RowField::from_id(id), name.as_str()) {
                fields.set(field, Some(name.to_owned()));
            }
        }
    }
    match whole.remove("row") {
        Some(Value::Object(row)) => Some((fields, row)),
        _ => None,
    }
}
