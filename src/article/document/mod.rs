//! Documents: what is read from bytes that are not simply text. Each sort is told by its content.

pub(super) mod archived;
mod docx;
mod epub;
mod flow;
pub(super) mod mail;
pub(super) mod news;
mod odt;
mod own_facts;
mod package;
mod pdf;
mod record;
mod rtf;
#[cfg(test)]
mod tests;
mod xml;

use super::facts::{Article, Boilerplate, DateFact, FactBasis, Format, Stated};
use super::words::clean;
use super::{boilerplate, name, told};
use crate::base::{Note, Notes, Span};

/// One sort of document.
pub(super) struct Reader {
    /// True for bytes that are such a document; looks at little of them.
    pub(super) is: fn(&[u8]) -> bool,
    /// Reads one; never fails, what could not be read is told in the notes. The name is as for [`super::read`].
    pub(super) read: fn(&[u8], &str) -> Article,
}

/// All sorts, those that are told most surely first.
const READERS: &[Reader] = &[
    Reader {
        is: pdf::is,
        read: pdf::read,
    },
    Reader {
        is: rtf::is,
        read: rtf::read,
    },
    Reader {
        is: epub::is,
        read: epub::read,
    },
    Reader {
        is: docx::is,
        read: docx::read,
    },
    Reader {
        is: odt::is,
        read: odt::read,
    },
    Reader {
        is: record::is,
        read: record::read,
    },
    Reader {
        is: news::is,
        read: news::read,
    },
];

/// Sorts that hold a text or a document of another sort; none of these holds another of these.
const WRAPPINGS: &[Reader] = &[
    Reader {
        is: archived::is_record,
        read: archived::read_record,
    },
    Reader {
        is: archived::is_bookmarked,
        read: archived::read_bookmarked,
    },
    Reader {
        is: archived::is_saved,
        read: archived::read_saved,
    },
    Reader {
        is: mail::is,
        read: mail::read,
    },
];

/// What reads these bytes; `None` for text and for what is nothing.
pub(super) fn reader(bytes: &[u8]) -> Option<&'static Reader> {
    let wrapping = WRAPPINGS.iter().find(|reader| (reader.is)(bytes));
    wrapping.or_else(|| plain_reader(bytes))
}

/// What reads these bytes and looks into nothing further.
pub(super) fn plain_reader(bytes: &[u8]) -> Option<&'static Reader> {
    READERS.iter().find(|reader| (reader.is)(bytes))
}

/// What a document holds, before the rules for text have looked at it.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// All text in reading order, paragraphs parted by a blank line, line ends `\n`.
    pub(super) text: String,
    /// As the document's own data tell them; what they do not tell is looked for in the text.
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) author: Option<String>,
    pub(super) language: Option<String>,
    /// Best first.
    pub(super) dates: Vec<DateFact>,
    /// What the document's own form shows to be no article (running heads, page numbers), in order and apart from one
    /// another; the rules for text add theirs.
    pub(super) boilerplate: Vec<Boilerplate>,
    /// Where pages begin, in bytes of the text.
    pub(super) pages: Vec<usize>,
    pub(super) address: Option<String>,
    pub(super) notes: Notes,
}

impl Body {
    /// The article of this text: what the document does not tell of itself is read from the text and the file's name.
    pub(super) fn article(mut self, format: Format, file_name: &str) -> Article {
        if self.text.trim().is_empty() && !self.notes.iter().any(|note| matches!(note, Note::Other(_))) {
            self.notes.push(Note::Empty);
        }
        let mut parts = boilerplate::of(&self.text);
        let own = self.boilerplate;
        parts.retain(|part| !meets_any(&own, part.span));
        parts.extend(own);
        parts.sort_by_key(|part| part.span);
        let parts = boilerplate::joined(&self.text, parts);
        let text = self.text;
        let stated = |value: Option<String>| {
            let value = value.map(|value| clean(&value)).filter(|value| !value.is_empty());
            value.map(|value| Stated {
                value,
                span: None,
                basis: FactBasis::Metadata,
            })
        };
        let mut dates = self.dates;
        dates.extend(name::date(file_name));
        Article {
            format,
            title: stated(self.title).or_else(|| told::title(&text, &parts)),
            publisher: stated(self.publisher)
                .or_else(|| told::publisher(&text, &parts))
                .or_else(|| name::publisher(file_name))
                .or_else(|| told::agency(&text)),
            author: stated(self.author).or_else(|| told::author(&text, &parts)),
            language: self.language,
            dates,
            boilerplate: parts,
            pages: self.pages,
            address: self.address,
            notes: self.notes,
            text: text.into(),
        }
    }
}

/// True where one of the parts, which stand in order and apart from one another, shares a byte with the span.
fn meets_any(parts: &[Boilerplate], span: Span) -> bool {
    let first = parts.partition_point(|part| part.span.end() <= span.start());
    parts.get(first).is_some_and(|part| part.span.meets(span))
}
