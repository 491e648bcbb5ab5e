//! Web archives (WARC 1.0 and 1.1), plain or packed record by record: pages and documents that servers sent. What pages
//! are made of beside their text is passed over.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read as _};

use flate2::bufread::MultiGzDecoder;
use serde_json::Value;

use super::names::{Names, of_address};
use super::opener::Opener;
use crate::article::document::archived::{Record, is_record};
use crate::article::mime::Head;

/// The longest head of a record.
const MAX_HEAD_BYTES: usize = 64 << 10;

/// So many blank lines may stand between records.
const MAX_BLANK_LINES: usize = 16;

/// Records that hold no answer of a server and are not looked at are read over in pieces of this size.
const PIECE_BYTES: u64 = 1 << 20;

/// What is known of the archives of one crawl.
#[derive(Default)]
pub(super) struct Crawl {
    /// Addresses that it lists as its pages; none where it lists none.
    pages: BTreeSet<String>,
    names: Names,
}

impl Crawl {
    /// Adds those of a list of JSON lines.
    pub(super) fn add(&mut self, list: &[u8]) {
        let lines = list.split(|byte| *byte == b'\n');
        let values = lines.filter_map(|line| serde_json::from_slice::<Value>(line).ok());
        self.pages
            .extend(values.filter_map(|value| Some(value.get("url")?.as_str()?.to_owned())));
    }

    fn has(&self, address: &str) -> bool {
        self.pages.is_empty() || self.pages.contains(address)
    }
}

/// True for a web archive of several records: one alone is a document.
pub(super) fn is(bytes: &[u8]) -> bool {
    bytes.starts_with(b"WARC/") && Record::first(bytes).is_some() && !is_record(bytes)
}

/// True for a web archive, a packed one too.
pub(super) fn is_any(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\x1f\x8b") {
        let mut head = [0; 5];
        return MultiGzDecoder::new(bytes).read_exact(&mut head).is_ok() && head == *b"WARC/";
    }
    bytes.starts_with(b"WARC/")
}

/// Takes the pages and documents.
pub(super) fn open(bytes: &[u8], opener: &mut Opener<'_>) {
    open_crawl(bytes, &mut Crawl::default(), opener);
}

/// The same, of pages only those that are listed.
pub(super) fn open_crawl(bytes: &[u8], crawl: &mut Crawl, opener: &mut Opener<'_>) {
    let flow = opener.flow(bytes.len() as u64);
    let result = if bytes.starts_with(b"\x1f\x8b") {
        let unpacked = BufReader::new(MultiGzDecoder::new(bytes)).take(flow);
        records(unpacked, crawl, opener)
    } else {
        records(bytes.take(flow), crawl, opener)
    };
    if let Err(sentence) = result {
        opener.leave_out("", sentence);
    }
}

/// Goes from record to record; the sentence says why it went no further.
fn records(mut source: std::io::Take<impl BufRead>, crawl: &mut Crawl, opener: &mut Opener<'_>) -> Result<(), String> {
    let mut number = 0_usize;
    let damaged = |number: usize, why: &str| {
        Err(format!(
            "The web archive is damaged behind record {number} ({why}): what stands before it was read."
        ))
    };
    loop {
        if opener.is_done() {
            return Ok(());
        }
        let head_bytes = match head(&mut source) {
            Ok(Some(bytes)) => bytes,
            Ok(None) if source.limit() == 0 => {
                return Err(
                    "The web archive is larger than is unpacked from one file: the rest was left out.".to_owned(),
                );
            }
            Ok(None) => return Ok(()),
            Err(why) => return damaged(number, &why),
        };
        let fields = head_bytes.iter().position(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let fields = Head::read(head_bytes.get(fields..).unwrap_or_default());
        let length = fields
            .plain("content-length")
            .and_then(|length| length.parse::<u64>().ok());
        let Some(length) = length else {
            return damaged(number, "it does not tell its length");
        };
        number += 1;
        let is_answer = matches!(fields.plain("warc-type").as_deref(), Some("response" | "resource"));
        let room = opener.room(length);
        if !is_answer || length > room {
            if is_answer {
                let name = of_address(&fields.plain("warc-target-uri").unwrap_or_default());
                opener.leave_out(&name, format!("It is longer than {} MB and was left out.", room >> 20));
            }
            if let Err(error) = pass(&mut source, length, opener) {
                return damaged(number, &error.to_string());
            }
            continue;
        }
        let mut record = head_bytes;
        let result = source.by_ref().take(length).read_to_end(&mut record);
        one(record, crawl, opener);
        if let Err(error) = result {
            return damaged(number, &error.to_string());
        }
    }
}

/// The head of the next record, the blank line behind it too; `None` at the end.
fn head(source: &mut impl BufRead) -> Result<Option<Vec<u8>>, String> {
    let mut head = Vec::new();
    let mut num_blank = 0;
    loop {
        let start = head.len();
        let room = (MAX_HEAD_BYTES - start) as u64;
        let read = source.by_ref().take(room).read_until(b'\n', &mut head);
        let length = read.map_err(|error| error.to_string())?;
        let is_blank = head.get(start..).is_some_and(|line| line.trim_ascii().is_empty());
        if length == 0 && start == 0 {
            return Ok(None);
        }
        if length == 0 || head.len() >= MAX_HEAD_BYTES {
            return Err("its head does not end".to_owned());
        }
        if is_blank && start == 0 {
            head.clear();
            num_blank += 1;
            if num_blank > MAX_BLANK_LINES {
                return Err("no record begins".to_owned());
            }
        } else if is_blank {
            return Ok(Some(head));
        } else if start == 0 && !head.starts_with(b"WARC/") {
            return Err("no record begins".to_owned());
        }
    }
}

/// Reads over what is not looked at.
fn pass(source: &mut impl BufRead, length: u64, opener: &Opener<'_>) -> std::io::Result<()> {
    let mut rest = length;
    while rest > 0 && !opener.is_done() {
        let passed = std::io::copy(&mut source.by_ref().take(rest.min(PIECE_BYTES)), &mut std::io::sink())?;
        if passed == 0 {
            break;
        }
        rest -= passed;
    }
    Ok(())
}

/// What is done with what a server sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Page,
    Document,
    /// An archive, a message: what is in it is taken.
    Holder,
    Passed,
}

/// Kinds of documents that are read, by how they begin.
const DOCUMENTS: &[&str] = &[
    "text/plain",
    "text/markdown",
    "text/rtf",
    "application/pdf",
    "application/rtf",
    "application/msword",
    "application/epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml",
    "application/vnd.oasis.opendocument.text",
];

fn one(record: Vec<u8>, crawl: &mut Crawl, opener: &mut Opener<'_>) {
    let Some((read, _)) = Record::first(&record) else {
        return;
    };
    let address = read.address().unwrap_or_default();
    let is_web = ["http://", "https://", "file://", "ftp://"]
        .iter()
        .any(|scheme| address.starts_with(scheme));
    let (status, kind) = read.told();
    let sort = match sort(status, &kind.name) {
        Sort::Page if !crawl.has(&address) => Sort::Passed,
        sort if is_web || address.is_empty() => sort,
        _ => Sort::Passed,
    };
    let name = || of_address(&address);
    match sort {
        Sort::Passed => opener.pass_over(),
        Sort::Holder => {
            let inside = read.sent().into_owned();
            let name = crawl.names.unique(&name());
            opener.take(&name, inside);
        }
        Sort::Page | Sort::Document => {
            let name = crawl.names.unique(&name());
            opener.take(&name, record);
        }
    }
}

/// What an answer is, by its status and the kind that the server told.
fn sort(status: u16, kind: &str) -> Sort {
    if status != 200 {
        return Sort::Passed;
    }
    match kind {
        "text/html" | "application/xhtml+xml" => Sort::Page,
        "application/zip" | "application/x-zip-compressed" | "message/rfc822" | "application/mbox" => Sort::Holder,
        kind if DOCUMENTS.iter().any(|document| kind.starts_with(document)) => Sort::Document,
        _ => Sort::Passed,
    }
}
