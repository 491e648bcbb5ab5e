//! MHTML: a page saved by a browser as a message, its pictures beside it.

use super::super::super::facts::Article;
use super::super::super::mime::{Head, Message};
use super::Kept;

/// Fields that messages between people have and saved pages have not.
const MAIL_FIELDS: &[&str] = &[
    "to",
    "cc",
    "received",
    "return-path",
    "delivered-to",
    "message-id",
    "reply-to",
];

/// True for a page that a browser saved.
pub(in crate::article) fn is(bytes: &[u8]) -> bool {
    let Some(start) = super::super::mail::start_of_fields(bytes) else {
        return false;
    };
    let rest = bytes.get(start..).unwrap_or_default();
    // pages are told from the fields alone: the message may be long
    let head = Head::read(rest);
    let kind = head.kind().name;
    if !head.is_whole || !(kind == "multipart/related" || kind == "text/html") {
        return false;
    }
    let from = head.plain("from").unwrap_or_default().to_ascii_lowercase();
    let is_told = head.has("snapshot-content-location")
        || from.trim_start_matches(['<', '"']).starts_with("saved by ")
        || head.has("x-mimeole") && head.has("content-location");
    let is_mail = MAIL_FIELDS.iter().any(|field| head.has(field));
    let has_address = || {
        let rest = rest.get(head.length..).unwrap_or_default();
        let lines = rest.get(..4096).unwrap_or(rest).split(|byte| *byte == b'\n');
        let mut named = lines.filter_map(|line| line.get(..17));
        head.has("content-location") || named.any(|name| name.eq_ignore_ascii_case(b"content-location:"))
    };
    is_told || (!is_mail && head.has("mime-version") && has_address())
}

/// Reads the page itself; what it shows in frames and as pictures is passed over.
pub(in super::super) fn read(bytes: &[u8], file_name: &str) -> Article {
    let start = super::super::mail::start_of_fields(bytes).unwrap_or_default();
    let bytes = bytes.get(start..).unwrap_or_default();
    let message = Message::read(bytes);
    let is_page = |name: &str| matches!(name, "text/html" | "application/xhtml+xml");
    let by_start = message.kind.start.as_deref().and_then(|start| {
        let mut all = message.leaves.iter();
        all.find(|leaf| leaf.head.plain("content-id").is_some_and(|id| id == start))
    });
    let root = by_start
        .filter(|leaf| is_page(&leaf.kind.name))
        .or_else(|| message.leaves.iter().find(|leaf| is_page(&leaf.kind.name)));
    let page = root.map(|leaf| leaf.bytes(bytes)).unwrap_or_default();
    let location = |head: &Head, field: &str| head.plain(field).filter(|address| address.starts_with("http"));
    Kept {
        bytes: &page,
        charset: root.and_then(|leaf| leaf.kind.charset.clone()),
        address: location(&message.head, "snapshot-content-location")
            .or_else(|| root.and_then(|leaf| location(&leaf.head, "content-location")))
            .or_else(|| location(&message.head, "content-location")),
        moment: message.head.moment("date"),
        title: message.head.words("subject"),
    }
    .article(file_name)
}
