//! Exports of news databases: a text with many articles, also as a page or an office document.

use std::sync::Arc;

use super::opener::Opener;
use crate::article::document::{self, news};
use crate::article::{Article, decode, page, read_by};
use crate::base::Notes;
use crate::jobs;

/// Words one of which every export has; pages are not read for nothing.
const PAGE_HINTS: &[&[u8]] = &[
    b"DOCUMENTS",
    b"End of Document",
    b"Document ",
    b"Full text:",
    b"Load-Date",
    b"LOAD-DATE",
];

/// Hints are looked for in so many bytes.
const LOOKED_AT_BYTES: usize = 1 << 20;

/// What was seen in bytes that may be an export.
pub(super) enum Seen {
    /// One of many articles; of a page or an office document also of one alone: their labels are told by the text, and only
    /// a text is read by its labels.
    Export(Vec<String>),
    /// None, but a document, which had to be read to tell.
    Article(Arc<Article>),
    /// None, and not read.
    Nothing,
}

/// Looks whether the bytes are an export. An office document is read once and comes along, under the name of its file.
pub(super) fn look(bytes: &[u8], name: impl FnOnce() -> String) -> Seen {
    if is_office(bytes) {
        // a reader that breaks on a document breaks when it is read as an article, where that is told
        let reader = document::reader(bytes);
        let read = reader.map(|reader| jobs::catch(|| read_by(reader, bytes, &name())));
        return match read {
            Some(Ok(article)) => Seen::of(&article.text).unwrap_or_else(|| Seen::Article(Arc::new(article))),
            _ => Seen::Nothing,
        };
    }
    let export = match page_text(bytes) {
        Some(text) => Seen::of(&text),
        None if news::is_batch(bytes) => Seen::of(&decode::decode(bytes, &mut Notes::new())),
        None => None,
    };
    export.unwrap_or(Seen::Nothing)
}

impl Seen {
    fn of(text: &str) -> Option<Self> {
        let pieces: Vec<String> = news::pieces(text).into_iter().map(str::to_owned).collect();
        (!pieces.is_empty()).then_some(Self::Export(pieces))
    }
}

/// Hands the articles on, each with its own text.
pub(super) fn open(pieces: Vec<String>, opener: &mut Opener<'_>) {
    let digits = pieces.len().to_string().len();
    for (at, piece) in (1..).zip(pieces) {
        if opener.is_done() {
            return;
        }
        opener.keep(&format!("article {at:0digits$}"), piece.into_bytes());
    }
}

/// A document that is longer is no export: those hold a few hundred articles.
const MOST_OFFICE_BYTES: usize = 64 << 20;

/// True for office documents: DOCX and RTF. A PDF takes too long to be read twice.
fn is_office(bytes: &[u8]) -> bool {
    bytes.len() <= MOST_OFFICE_BYTES && (bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"{\\rtf"))
}

/// The text of a page that may be an export; `None` for others.
fn page_text(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let start = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let looked_at = bytes.get(..LOOKED_AT_BYTES).unwrap_or(bytes);
    let has = |hint: &&[u8]| looked_at.windows(hint.len()).any(|words| words == *hint);
    if !start.starts_with(b"<") || !PAGE_HINTS.iter().any(has) {
        return None;
    }
    let text = decode::decode(bytes, &mut Notes::new());
    Some(page::text_of(&text))
}
