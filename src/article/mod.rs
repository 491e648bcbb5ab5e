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
pub use grid::{Grid, GridRow, OWN_COLUMNS, OWN_SCHEMA};
pub use unpack::records::{Dataset, FieldMap, FieldSeen, Row, RowField, Sheet, value_of};
pub use unpack::{Inside, LeftOut, Limits, Part, Unpacked, is_container, passed_sentence, unpack, unpack_file};

use crate::base::{Note, Notes};

/// Reads a file's bytes. Never fails: what could not be read as written is told in the notes.
///
/// `name` is the file's name with its folders as they were given; it hints at Markdown, and clear names tell an outlet
/// or a day. Files that hold several articles are taken apart first, by [`unpack`].
pub fn read(bytes: &[u8], name: &str) -> Article {
    match document::reader(bytes) {
        Some(reader) => read_by(reader, bytes, name),
        None => settled(read_text(bytes, name)),
    }
}

/// Reads a document by its reader, where that is known already.
fn read_by(reader: &document::Reader, bytes: &[u8], name: &str) -> Article {
    settled((reader.read)(bytes, name))
}

fn settled(mut article: Article) -> Article {
    language::settle(&mut article);
    article
}

/// The rows of a sheet that have a text, as articles with bytes of their own, and their numbers in the sheet.
pub fn rows_as_articles(sheet: &Sheet, fields: &FieldMap) -> Vec<(u32, Part)> {
    unpack::records::parts_of(sheet, fields)
}

/// Text without markup up to this length is read in the program itself: nothing is parsed there that could be nested or
/// unpacked, the time grows with the length alone (4 MB take under a second), and a project may hold thousands.
const MOST_PLAIN_BYTES: usize = 4 << 20;

/// What begins so is packed, or written in a form of its own.
const FORMS: [&[u8]; 6] = [b"PK", b"\x1f\x8b", b"{\\rtf", b"bplist", b"WARC/", b"From "];

/// True for bytes whose readers may break on what strangers make, or take long: they are better read by another process.
pub fn is_read_apart(bytes: &[u8]) -> bool {
    bytes.len() > MOST_PLAIN_BYTES || !is_plain(bytes)
}

/// True for text without markup, by how it begins.
pub fn is_plain(bytes: &[u8]) -> bool {
    let head = bytes.get(..1024).unwrap_or(bytes);
    let is_pdf = head.windows(5).any(|five| five == b"%PDF-");
    // byte order marks, blanks and the zeros of wide characters before the first sign
    let mark = |byte: &&u8| !(byte.is_ascii_whitespace() || matches!(**byte, 0 | 0xef | 0xbb | 0xbf | 0xfe | 0xff));
    let is_markup = head.iter().find(mark) == Some(&b'<');
    let is_form = FORMS.iter().any(|form| bytes.starts_with(form));
    !(is_pdf || is_markup || is_form || document::mail::start_of_fields(bytes).is_some())
}

/// True for workbooks, whose rows are read by [`Dataset`].
pub fn is_data(bytes: &[u8]) -> bool {
    unpack::records::is_whole_file(bytes)
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
