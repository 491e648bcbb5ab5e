//! One row of a data file, with what its fields mean: an article whose title, outlet, day and address stand beside its text.

use super::Body;
use crate::article::facts::{Article, Boilerplate, DateFact, FactBasis, Format, Stated};
use crate::article::unpack::records::{FieldMap, Row, RowField, is_record, record, value_of};
use crate::article::{format, language, page};
use crate::base::{Note, Notes, Span};

/// True for the bytes of such a row.
pub(super) fn is(bytes: &[u8]) -> bool {
    is_record(bytes)
}

/// Reads one.
pub(super) fn read(bytes: &[u8], name: &str) -> Article {
    let Some((fields, row)) = record(bytes) else {
        let sentence = "The row could not be read: its JSON is damaged.".to_owned();
        return Body {
            notes: vec![Note::Other(sentence)],
            ..Body::default()
        }
        .article(Format::Record, name);
    };
    article(&fields, &row, name)
}

fn article(fields: &FieldMap, row: &Row, name: &str) -> Article {
    let value = |field: RowField| value_of(row, fields.get(field)?);
    let title = value(RowField::Title).map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "));
    let (text, mut boilerplate, notes) = text(value(RowField::Text).unwrap_or_default());
    let (text, span) = titled(title.as_deref(), text, &mut boilerplate);
    let date = value(RowField::Date).map(|words| DateFact {
        words: day(&words),
        basis: FactBasis::Metadata,
    });
    let body = Body {
        text,
        title: title.clone(),
        publisher: value(RowField::Outlet).map(|outlet| outlet_name(&outlet)),
        author: value(RowField::Author),
        language: value(RowField::Language).and_then(|words| language::code_of(&words)),
        dates: date.into_iter().collect(),
        boilerplate,
        pages: Vec::new(),
        address: value(RowField::Address),
        notes,
    };
    let mut article = body.article(Format::Record, name);
    if let (Some(value), Some(_)) = (title, span) {
        article.title = Some(Stated {
            value,
            span,
            basis: FactBasis::Metadata,
        });
    }
    article
}

/// The text, a page's without its markup.
fn text(value: String) -> (String, Vec<Boilerplate>, Notes) {
    let is_page = format::of(&value, "") == Format::Html || (value.contains("</p>") || value.contains("<br"));
    if !is_page {
        let text = value.replace("\r\n", "\n").replace('\r', "\n");
        return (text, Vec::new(), Notes::new());
    }
    let is_whole = value.to_ascii_lowercase().contains("<body");
    let html = if is_whole {
        value
    } else {
        format!("<html><body><article>{value}</article></body></html>")
    };
    let read = page::read(&html, "", Notes::new());
    (read.text.to_string(), read.boilerplate, read.notes)
}

/// The text below its title, and where that stands; a text that begins with it keeps it.
fn titled(title: Option<&str>, text: String, boilerplate: &mut [Boilerplate]) -> (String, Option<Span>) {
    let Some(title) = title.filter(|title| !title.is_empty()) else {
        return (text, None);
    };
    if let Some(at) = text.get(..title.len() + 200).unwrap_or(&text).find(title) {
        return (text, Some(Span::new(at, at + title.len())));
    }
    let head = format!("{title}\n\n");
    for part in boilerplate {
        part.span = part.span.shifted(head.len());
    }
    (head + &text, Some(Span::new(0, title.len())))
}

/// A day as written; seconds or milliseconds since 1970 as the day that they mean.
fn day(words: &str) -> String {
    let whole = words.split('.').next().unwrap_or(words);
    let seconds = match (whole.len(), whole.parse::<i64>()) {
        (9 | 10, Ok(seconds)) => Some(seconds),
        (12 | 13, Ok(milliseconds)) => Some(milliseconds / 1_000),
        _ => None,
    };
    let moment = seconds.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    moment.map_or_else(|| words.to_owned(), |moment| moment.to_string())
}

/// An outlet that is given by its address is called by its host.
fn outlet_name(words: &str) -> String {
    let Some((_, rest)) = words.split_once("://") else {
        return words.to_owned();
    };
    let host = rest.split(['/', '?', ':']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}
