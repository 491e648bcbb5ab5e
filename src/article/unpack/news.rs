//! Exports of news databases: a text with many articles, also as a page or an office document.

use super::opener::Opener;
use crate::article::document::{self, news};
use crate::article::{decode, page};
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

/// True for a text of many articles, and for a page or an office document that holds one or many: their labels are told by
/// the text, and only a text is read by its labels.
pub(super) fn is(bytes: &[u8]) -> bool {
    news::is_batch(bytes) || packed_text(bytes).is_some_and(|text| !news::pieces(&text).is_empty())
}

/// Hands the articles on, each with its own text.
pub(super) fn open(bytes: &[u8], opener: &mut Opener<'_>) {
    let text = packed_text(bytes).unwrap_or_else(|| decode::decode(bytes, &mut Notes::new()));
    let pieces = news::pieces(&text);
    let digits = pieces.len().to_string().len();
    for (at, piece) in (1..).zip(pieces) {
        if opener.is_done() {
            return;
        }
        opener.keep(&format!("article {at:0digits$}"), piece.as_bytes().to_vec());
    }
}

/// A document that is longer is no export: those hold a few hundred articles.
const MOST_OFFICE_BYTES: usize = 64 << 20;

/// True for office documents: DOCX and RTF. A PDF takes too long to be read twice.
pub(in crate::article) fn is_office(bytes: &[u8]) -> bool {
    bytes.len() <= MOST_OFFICE_BYTES && (bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"{\\rtf"))
}

/// The text of a page or an office document that may be an export; `None` for others.
fn packed_text(bytes: &[u8]) -> Option<String> {
    if is_office(bytes) {
        // a reader that breaks on a document breaks when it is read as an article, where that is told
        let text = jobs::catch(|| document::text_of(bytes)).ok().flatten();
        return text.map(|text| text.to_string());
    }
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
