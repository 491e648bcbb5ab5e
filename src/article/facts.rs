//! What a file tells of itself.

use std::sync::Arc;

use crate::base::{Notes, Span};

/// How the file's bytes were read; decided by content, not by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// Plain text.
    Txt,
    /// Markdown, read as plain text whose marks stay in the text.
    Md,
    /// A saved page.
    Html,
    /// A table: rows of cells under a head.
    Table,
    /// A PDF document with a text layer.
    Pdf,
    /// An office document: DOCX.
    Docx,
    /// An office document: ODT.
    Odt,
    /// A document in rich text.
    Rtf,
    /// A book.
    Epub,
    /// A message.
    Mail,
    /// A page kept with its parts: MHTML, or one out of a web archive.
    Archived,
    /// One article of a news database's export.
    News,
    /// One object or row of a data file, its fields named by the analyst.
    Record,
}

impl Format {
    /// All formats, in the order of their declaration.
    pub const ALL: [Self; 13] = [
        Self::Txt,
        Self::Md,
        Self::Html,
        Self::Table,
        Self::Pdf,
        Self::Docx,
        Self::Odt,
        Self::Rtf,
        Self::Epub,
        Self::Mail,
        Self::Archived,
        Self::News,
        Self::Record,
    ];

    /// The word for it in exports and in the project file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Txt => "txt",
            Self::Md => "md",
            Self::Html => "html",
            Self::Table => "table",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Rtf => "rtf",
            Self::Epub => "epub",
            Self::Mail => "mail",
            Self::Archived => "archived",
            Self::News => "news",
            Self::Record => "record",
        }
    }

    /// The format of a word from an export or a project file.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }
}

/// Where a fact was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactBasis {
    /// Page metadata (meta tags, JSON-LD).
    Metadata,
    /// The text itself: headline, byline, credit or copyright line.
    Text,
    /// The file's or the folder's name, or when the file says that it was made: what stands around an article.
    FileName,
}

impl FactBasis {
    /// The word for it in the project file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Metadata => "metadata",
            Self::Text => "text",
            Self::FileName => "file_name",
        }
    }

    /// The basis of a word from a project file.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Metadata, Self::Text, Self::FileName]
            .into_iter()
            .find(|basis| basis.id() == id)
    }
}

/// A fact with the words that state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The fact, cleaned (no line breaks, no double blanks).
    pub value: String,
    /// The words in the article's text; `None` where the fact stands elsewhere (metadata, file name).
    pub span: Option<Span>,
    /// Where it was read.
    pub basis: FactBasis,
}

/// A date that the page's metadata or the file's name gives, before anybody weighs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateFact {
    /// As written, ISO 8601 where the metadata are well made.
    pub words: String,
    /// Where it was read.
    pub basis: FactBasis,
}

/// Sorts of text that are not the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BoilerplateKind {
    /// Menus, share bars, log-in lines.
    Navigation,
    /// Comment forms and comments.
    Comments,
    /// Teasers of other articles.
    Related,
    /// "Source link", photo and agency credits.
    Credit,
    /// Copyright lines.
    Copyright,
    /// Cookie and consent notices.
    Cookie,
    /// Subscription and newsletter offers.
    Subscribe,
    /// What else is not the article.
    Other,
}

impl BoilerplateKind {
    /// All sorts, in the order of their declaration.
    pub const ALL: [Self; 8] = [
        Self::Navigation,
        Self::Comments,
        Self::Related,
        Self::Credit,
        Self::Copyright,
        Self::Cookie,
        Self::Subscribe,
        Self::Other,
    ];

    /// The word for it in exports and in the project file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Navigation => "navigation",
            Self::Comments => "comments",
            Self::Related => "related",
            Self::Credit => "credit",
            Self::Copyright => "copyright",
            Self::Cookie => "cookie",
            Self::Subscribe => "subscribe",
            Self::Other => "other",
        }
    }

    /// The sort of a word from an export or a project file.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// A part of the text that is not the article: dimmed on screen, and no claims are made there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Boilerplate {
    /// The part; parts are in order and do not meet.
    pub span: Span,
    /// What it is.
    pub kind: BoilerplateKind,
}

/// One text with its facts, as far as the file tells them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The decoded text: for plain text the file without byte-order mark and with `\n`, nothing else changed; for
    /// pages all visible text in reading order, blocks separated by a blank line.
    pub text: Arc<str>,
    /// How the bytes were read.
    pub format: Format,
    /// The headline.
    pub title: Option<Stated>,
    /// The outlet.
    pub publisher: Option<Stated>,
    /// Who wrote it.
    pub author: Option<Stated>,
    /// ISO 639-1 code, `None` where it was not told.
    pub language: Option<String>,
    /// Dates from metadata and file name, best first.
    pub dates: Vec<DateFact>,
    /// What is not the article, in order.
    pub boilerplate: Vec<Boilerplate>,
    /// Where each page of a paged original begins in the text, in bytes, in order; empty where there are no pages.
    pub pages: Vec<usize>,
    /// Where it was published, as the original says: an address by which versions of one page are known.
    pub address: Option<String>,
    /// What could not be read as written.
    pub notes: Notes,
}

impl Article {
    /// An article of plain text with no facts: what tests and pasted text start from.
    pub fn plain(text: impl Into<Arc<str>>) -> Self {
        Self {
            text: text.into(),
            format: Format::Txt,
            title: None,
            publisher: None,
            author: None,
            language: None,
            dates: Vec::new(),
            boilerplate: Vec::new(),
            pages: Vec::new(),
            address: None,
            notes: Vec::new(),
        }
    }

    /// The page, from 1, on which `byte` stands; `None` where the original has no pages.
    pub fn page_at(&self, byte: usize) -> Option<usize> {
        let begun = self.pages.partition_point(|start| *start <= byte);
        (!self.pages.is_empty()).then_some(begun.max(1))
    }

    /// The boilerplate part that holds `byte`.
    pub fn boilerplate_at(&self, byte: usize) -> Option<&Boilerplate> {
        self.boilerplate.iter().find(|part| part.span.has(byte))
    }
}
