//! A record of a web archive (WARC 1.0 and 1.1) that stands alone: what a server sent, with its head.

use std::borrow::Cow;
use std::io::Read as _;

use flate2::bufread::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

use super::super::super::facts::Article;
use super::super::super::mime::{Head, Kind};
use super::super::super::unpack::Limits;
use super::Kept;
use crate::base::Note;

/// A record: its head, and what follows it.
pub(in crate::article) struct Record<'b> {
    /// What the archive says of it.
    pub(in crate::article) head: Head,
    /// What was sent.
    pub(in crate::article) body: &'b [u8],
}

/// What a server answered.
struct Answer<'b> {
    /// 200 where all went well; 0 for what came from no server.
    status: u16,
    kind: Kind,
    body: Cow<'b, [u8]>,
    /// Why the body is not as it was meant.
    trouble: Option<&'static str>,
}

/// The length of the line that says that a record begins; `None` where none does.
pub(in crate::article) fn mark(bytes: &[u8]) -> Option<usize> {
    if !bytes.starts_with(b"WARC/") {
        return None;
    }
    let line = bytes.iter().take(32).position(|byte| *byte == b'\n')?;
    Some(line + 1)
}

impl<'b> Record<'b> {
    /// The record with which the bytes begin, and what follows it.
    pub(in crate::article) fn first(bytes: &'b [u8]) -> Option<(Self, &'b [u8])> {
        let rest = bytes.get(mark(bytes)?..)?;
        let head = Head::read(rest);
        let body = rest.get(head.length..)?;
        let length: usize = head.plain("content-length")?.parse().ok()?;
        let (body, rest) = body.split_at_checked(length).unwrap_or((body, &[]));
        Some((Self { head, body }, rest))
    }

    /// The address of what was fetched.
    pub(in crate::article) fn address(&self) -> Option<String> {
        let address = self.head.plain("warc-target-uri")?;
        Some(address.trim_matches(['<', '>']).to_owned())
    }

    /// What it is by the head of the answer: its status (200 where it came from no server), and its kind.
    pub(in crate::article) fn told(&self) -> (u16, Kind) {
        match http(self.body) {
            Some((status, head, _)) => (status, head.kind()),
            None => (200, self.head.kind()),
        }
    }

    /// What was sent, as it was before it was packed for the way.
    pub(in crate::article) fn sent(&self) -> Cow<'b, [u8]> {
        self.answer().body
    }

    fn answer(&self) -> Answer<'b> {
        let Some((status, head, body)) = http(self.body) else {
            return Answer {
                status: 0,
                kind: self.head.kind(),
                body: self.body.into(),
                trouble: None,
            };
        };
        let says = |field: &str, word: &str| {
            head.plain(field)
                .is_some_and(|told| told.to_ascii_lowercase().contains(word))
        };
        let body = if says("transfer-encoding", "chunked") {
            unchunked(body)
        } else {
            body.into()
        };
        let (body, trouble) = match body {
            Cow::Borrowed(bytes) => unpacked(bytes, &head),
            Cow::Owned(bytes) => {
                let (body, trouble) = unpacked(&bytes, &head);
                (Cow::Owned(body.into_owned()), trouble)
            }
        };
        Answer {
            status,
            kind: head.kind(),
            body,
            trouble,
        }
    }
}

/// True for bytes that are one record and nothing else.
pub(in crate::article) fn is_one(bytes: &[u8]) -> bool {
    Record::first(bytes).is_some_and(|(_, rest)| rest.len() <= 8 && rest.trim_ascii().is_empty())
}

/// Reads what was sent.
pub(in super::super) fn read(bytes: &[u8], file_name: &str) -> Article {
    let Some((record, _)) = Record::first(bytes) else {
        return Article::plain("");
    };
    let answer = record.answer();
    let mut article = Kept {
        bytes: &answer.body,
        charset: answer.kind.charset.clone(),
        address: record.address().filter(|address| address.starts_with("http")),
        moment: record.head.plain("warc-date"),
        title: None,
    }
    .article(file_name);
    if !matches!(answer.status, 0 | 200) {
        let sentence = format!("The server did not send the page but the answer {}.", answer.status);
        article.notes.push(Note::Other(sentence));
    }
    article
        .notes
        .extend(answer.trouble.map(|why| Note::Other(why.to_owned())));
    article
}

/// Status, fields and body of what a server answered.
fn http(bytes: &[u8]) -> Option<(u16, Head, &[u8])> {
    let line = bytes.iter().take(512).position(|byte| *byte == b'\n')? + 1;
    let first = std::str::from_utf8(bytes.get(..line)?).ok()?;
    let mut words = first.split_ascii_whitespace();
    words.next().filter(|protocol| protocol.starts_with("HTTP/"))?;
    let status = words.next()?.parse().ok()?;
    let rest = bytes.get(line..)?;
    let head = Head::read(rest);
    let body = rest.get(head.length..)?;
    Some((status, head, body))
}

/// A body that was sent in pieces, each with its length before it; many archives hold it in one piece all the same.
fn unchunked(body: &[u8]) -> Cow<'_, [u8]> {
    let mut out = Vec::new();
    let mut rest = body;
    loop {
        let Some(end) = rest.iter().take(1024).position(|byte| *byte == b'\n') else {
            break;
        };
        let size = rest.get(..end).unwrap_or_default();
        let digits = size.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii();
        let length = std::str::from_utf8(digits)
            .ok()
            .filter(|digits| (1..=8).contains(&digits.len()));
        let Some(length) = length.and_then(|digits| usize::from_str_radix(digits, 16).ok()) else {
            break;
        };
        let behind = rest.get(end + 1..).unwrap_or_default();
        let (piece, after) = behind.split_at_checked(length).unwrap_or((behind, &[]));
        out.extend_from_slice(piece);
        if length == 0 {
            return out.into();
        }
        rest = after
            .strip_prefix(b"\r\n")
            .or_else(|| after.strip_prefix(b"\n"))
            .unwrap_or(after);
    }
    if out.is_empty() { body.into() } else { out.into() }
}

/// A body that was packed for the way; many archives hold it unpacked all the same.
fn unpacked<'b>(body: &'b [u8], head: &Head) -> (Cow<'b, [u8]>, Option<&'static str>) {
    let packing = head.plain("content-encoding").unwrap_or_default().to_ascii_lowercase();
    let is_page = body.trim_ascii_start().starts_with(b"<");
    match packing.as_str() {
        "gzip" | "x-gzip" if body.starts_with(b"\x1f\x8b") => within(MultiGzDecoder::new(body), body),
        "deflate" if body.first().is_some_and(|first| first & 0xF == 8) => within(ZlibDecoder::new(body), body),
        "deflate" if !is_page => within(DeflateDecoder::new(body), body),
        "br" | "zstd" if !is_page && std::str::from_utf8(body).is_err() => (
            Cow::Borrowed(&[]),
            Some("The page was stored packed with Brotli or Zstandard, which is not read here: record it without."),
        ),
        _ => (body.into(), None),
    }
}

/// What comes out of a packed body, as far as the limits go.
fn within<'b>(unpacker: impl std::io::Read, packed: &[u8]) -> (Cow<'b, [u8]>, Option<&'static str>) {
    let limits = Limits::default();
    let by_ratio = (packed.len() as u64)
        .saturating_mul(limits.ratio)
        .max(Limits::FREE_BYTES);
    let mut bytes = Vec::new();
    let result = unpacker.take(by_ratio.min(limits.part_bytes)).read_to_end(&mut bytes);
    (
        bytes.into(),
        result
            .err()
            .map(|_| "The page was stored damaged: what could be unpacked is shown."),
    )
}
