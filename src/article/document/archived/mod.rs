//! Pages kept with their parts: MHTML, the web archives of one browser, and what crawlers and recorders store.

mod bookmarked;
mod listed;
mod record;
mod saved;
#[cfg(test)]
mod tests;

use super::super::facts::{Article, Format};
use super::super::{decode, format, page, plain};
use crate::base::{Note, Notes};

pub(super) use bookmarked::{is as is_bookmarked, read as read_bookmarked};
pub(super) use record::read as read_record;
pub(in crate::article) use record::{Record, is_one as is_record};
pub(in crate::article) use saved::is as is_saved;
pub(super) use saved::read as read_saved;

/// What is kept, and what is told of it beside it.
#[derive(Default)]
struct Kept<'b> {
    bytes: &'b [u8],
    /// As told beside the bytes.
    charset: Option<String>,
    address: Option<String>,
    /// When it was fetched or saved, as RFC 3339 writes it.
    moment: Option<String>,
    title: Option<String>,
}

impl Kept<'_> {
    /// The article of what is kept. A record in a record, a message in a record is read as text.
    fn article(self, file_name: &str) -> Article {
        let mut article = match super::plain_reader(self.bytes) {
            Some(reader) => (reader.read)(self.bytes, file_name),
            None => self.text(file_name),
        };
        if article.title.is_none() {
            article.title = self.title.filter(|title| !title.trim().is_empty()).map(page::stated);
        }
        let own = article.address.take();
        article.address = page::better_address(own, self.address);
        let day = self.moment.as_deref().and_then(|moment| moment.get(..10));
        let day = day.and_then(|day| day.parse::<jiff::civil::Date>().ok());
        if let Some(day) = day.filter(|_| article.dates.is_empty()) {
            article.notes.push(page::saved_note(&day.to_string()));
        }
        article
    }

    fn text(&self, file_name: &str) -> Article {
        let mut notes = Notes::new();
        let text = decode::decode_as(self.bytes, self.charset.as_deref(), &mut notes);
        if text.trim().is_empty() {
            notes.push(Note::Empty);
        }
        match format::of(&text, file_name) {
            Format::Html => Article {
                format: Format::Archived,
                ..page::read(&text, file_name, notes)
            },
            // a table of claims is opened as a file of its own
            _ => plain::read(text, Format::Archived, file_name, notes),
        }
    }
}
