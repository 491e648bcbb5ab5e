//! Bytes to clean text and its facts: decoding, pages, title, boilerplate.

mod boilerplate;
mod decode;
mod document;
mod facts;
mod format;
mod grid;
mod language;
mod mime;
mod name;
mod page;
mod plain;
mod stamp;
#[cfg(test)]
mod tests;
mod told;
mod unpack;
mod words;

pub use facts::{Article, Boilerplate, BoilerplateKind, DateFact, FactBasis, Format, Stated};
pub use format::refusal;
pub use grid::{Grid, GridRow};
pub use unpack::records::{Dataset, FieldMap, FieldSeen, Row, RowField, Sheet, value_of};
pub use unpack::{LeftOut, Limits, Part, Unpacked, passed_sentence, unpack};

use crate::base::{Note, Notes};

/// Reads a file's bytes. Never fails: what could not be read as written is told in the notes.
///
/// `name` is the file's name with its folders as they were given; it hints at Markdown, and clear names tell an outlet
/// or a day. Files that hold several articles are taken apart first, by [`unpack`].
pub fn read(bytes: &[u8], name: &str) -> Article {
    let mut article = match document::reader(bytes) {
        Some(reader) => (reader.read)(bytes, name),
        None => read_text(bytes, name),
    };
    language::settle(&mut article);
    article
}

/// The rows of a sheet that have a text, as articles with bytes of their own, and their numbers in the sheet.
pub fn rows_as_articles(sheet: &Sheet, fields: &FieldMap) -> Vec<(u32, Part)> {
    unpack::records::parts_of(sheet, fields)
}

/// True for documents whose readers may break on what strangers make: such bytes are better read by another process.
pub fn is_read_apart(bytes: &[u8]) -> bool {
    if document::archived::holds_document(bytes) {
        return true;
    }
    let head = bytes.get(..1024).unwrap_or(bytes);
    let is_pdf = head.windows(5).any(|five| five == b"%PDF-");
    (is_pdf || bytes.starts_with(b"PK") || bytes.starts_with(b"{\\rtf")) && document::reader(bytes).is_some()
}

/// True for those of them that have to be read to tell whether they hold many articles; a PDF is never looked into.
pub fn is_unpacked_apart(bytes: &[u8]) -> bool {
    unpack::is_office(bytes) && is_read_apart(bytes)
}

/// Reads bytes that are text: a page, a table or plain.
fn read_text(bytes: &[u8], name: &str) -> Article {
    let mut notes = Notes::new();
    let text = decode::decode(bytes, &mut notes);
    if text.trim().is_empty() {
        notes.push(Note::Empty);
    }
    match format::of(&text, name) {
        Format::Html => page::read(&text, name, notes),
        Format::Table => Article {
            format: Format::Table,
            notes,
            ..Article::plain(text)
        },
        format => plain::read(text, format, name, notes),
    }
}
