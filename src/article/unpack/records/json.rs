//! JSON: a list of objects, an object that holds one, one object, or an object a line.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::{Dataset, LONG_TEXT_CHARS, MOST_LEVELS, Row, Sheet, own};
use crate::article::decode;
use crate::base::Notes;

/// The data in these bytes; `None` for what is no JSON of objects.
pub(super) fn read(bytes: &[u8]) -> Option<Dataset> {
    let head = bytes.get(..64).unwrap_or(bytes);
    let start = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let is_wide = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
    if !is_wide && !start.starts_with(b"{") && !start.starts_with(b"[") {
        return None;
    }
    let text: Cow<'_, str> = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text.trim_start_matches('\u{feff}')),
        Err(_) => Cow::Owned(decode::decode(bytes, &mut Notes::new())),
    };
    if !text.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let (rows, left_out) = rows(&text)?;
    let rows = own::as_rows(rows);
    Some(Dataset {
        sheets: vec![Sheet::new("", &[], rows, left_out)],
        is_delimited: false,
    })
}

/// The rows, and how many lines were none.
fn rows(text: &str) -> Option<(Vec<Row>, usize)> {
    let mut values = Vec::new();
    let mut is_whole = true;
    for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        match value {
            Ok(value) => values.push(value),
            Err(_) => {
                is_whole = false;
                break;
            }
        }
    }
    if !is_whole {
        return lines(text);
    }
    if values.len() > 1 {
        return of_list(values).map(|rows| (rows, 0));
    }
    let rows = match values.pop()? {
        Value::Array(list) => of_list(list)?,
        Value::Object(object) => of_object(object),
        _ => return None,
    };
    Some((rows, 0))
}

/// Objects of a list; what is no object makes it no list of rows.
fn of_list(list: Vec<Value>) -> Option<Vec<Row>> {
    let rows = list.into_iter().map(|value| match value {
        Value::Object(row) => Some(row),
        _ => None,
    });
    rows.collect::<Option<Vec<Row>>>().filter(|rows| !rows.is_empty())
}

/// An object a line; lines that are none are counted. The first ones have to be objects.
fn lines(text: &str) -> Option<(Vec<Row>, usize)> {
    let mut rows = Vec::new();
    let mut left_out = 0;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match serde_json::from_str(line) {
            Ok(Value::Object(row)) => rows.push(row),
            _ if rows.len() < 2 => return None,
            _ => left_out += 1,
        }
    }
    // a text of which most lines are no objects is none of ours
    (rows.len() > left_out).then_some((rows, left_out))
}

/// The list of objects with most text in an object; the object itself where none has text of articles.
fn of_object(object: Map<String, Value>) -> Vec<Row> {
    let mut best: Option<(usize, Vec<Row>)> = None;
    lists(&object, MOST_LEVELS, &mut best);
    match best {
        Some((chars, rows)) if chars > LONG_TEXT_CHARS && chars > own_chars(&object) => rows,
        _ => vec![object],
    }
}

fn lists(object: &Map<String, Value>, levels: usize, best: &mut Option<(usize, Vec<Row>)>) {
    for value in object.values() {
        match value {
            Value::Array(list) => {
                let rows: Option<Vec<&Map<String, Value>>> = list.iter().map(Value::as_object).collect();
                let Some(rows) = rows.filter(|rows| !rows.is_empty()) else {
                    continue;
                };
                let chars: usize = rows.iter().map(|row| total_chars(row)).sum();
                if best.as_ref().is_none_or(|(most, _)| chars > *most) {
                    *best = Some((chars, rows.into_iter().cloned().collect()));
                }
            }
            Value::Object(inner) if levels > 1 => lists(inner, levels - 1, best),
            _ => {}
        }
    }
}

/// Characters of the strings of an object and of the objects right in it.
fn total_chars(object: &Map<String, Value>) -> usize {
    let inner = object.values().filter_map(Value::as_object).map(own_chars);
    own_chars(object) + inner.sum::<usize>()
}

fn own_chars(object: &Map<String, Value>) -> usize {
    object.values().filter_map(Value::as_str).map(str::len).sum()
}
