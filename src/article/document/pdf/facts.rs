//! What a PDF says of itself: title, author, when it was made.

use encoding_rs::{UTF_16BE, UTF_16LE};
use hayro_syntax::Pdf;
use hayro_syntax::object::{DateTime, Dict, Stream};

use super::super::xml::{characters, first_texts};
use super::super::{Body, own_facts};
use super::filter;

/// The description in XML is unpacked up to here.
const MAX_BYTES: usize = 4 << 20;

/// Fills in what the document's own data tell.
pub(super) fn describe(body: &mut Body, pdf: &Pdf) {
    let info = pdf.metadata();
    let words = |bytes: &Option<Box<[u8]>>| bytes.as_ref().map(|bytes| text_string(bytes));
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
    let described = root.get::<Stream<'_>>(&b"Metadata"[..]);
    let described = described.map(|stream| characters(&filter::unpacked(&stream, MAX_BYTES)));
    // lists of one, as XMP writes them
    let [title, creator, publisher, language, made] = described.map_or([const { None }; 5], |xml| {
        let [title, creator, publisher, language] =
            [b"title".as_slice(), b"creator", b"publisher", b"language"].map(|name| listed(&xml, name));
        let [made] = first_texts(&xml, ["CreateDate"]);
        [title, creator, publisher, language, made]
    });
    let best = |one: Option<String>, other: Option<String>, useful: fn(&str) -> Option<String>| {
        let both = [one, other].into_iter().flatten();
        both.filter_map(|words| useful(&words)).next()
    };
    body.title = best(title, words(&info.title), own_facts::useful_title);
    body.author = best(creator, words(&info.author), own_facts::useful_author);
    body.publisher = publisher.as_deref().and_then(own_facts::useful_author);
    let root_language = root.get::<hayro_syntax::object::String<'_>>(&b"Lang"[..]);
    let root_language = root_language.map(|words| text_string(words.as_bytes()));
    body.language = best(language, root_language, own_facts::code);
    let moments: Vec<String> = info.creation_date.map(moment).into_iter().chain(made).collect();
    let moments: Vec<&str> = moments.iter().map(String::as_str).collect();
    body.dates
        .extend(own_facts::best_moment(&moments).and_then(own_facts::made));
}

/// As RFC 3339 writes it; the zone too, which may be universal time where none is told.
fn moment(made: DateTime) -> String {
    let DateTime {
        year,
        month,
        day,
        hour,
        minute,
        second,
        utc_offset_hour: zone,
        utc_offset_minute: minutes,
    } = made;
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{zone:+03}:{minutes:02}")
}

/// The first entry of a list of this name.
fn listed(xml: &str, name: &[u8]) -> Option<String> {
    let name = std::str::from_utf8(name).ok()?;
    let mut within = false;
    let mut out = String::new();
    let mut is_done = false;
    super::super::xml::walk(xml, |node| match node {
        super::super::xml::Node::Open(element) => within |= element.name() == name && element.has_prefix("dc"),
        super::super::xml::Node::Text(words) if within && !is_done => out.push_str(words),
        super::super::xml::Node::Text(_) => {}
        super::super::xml::Node::Close(closed) => {
            is_done |= within && closed == "li" && !out.trim().is_empty();
            within &= closed != name;
        }
    });
    (!out.trim().is_empty()).then_some(out)
}

/// A string of the document: UTF-16 or UTF-8 by its mark, else much like Windows' Western letters.
pub(super) fn text_string(bytes: &[u8]) -> String {
    let wide = match bytes {
        [0xfe, 0xff, rest @ ..] => Some((UTF_16BE, rest)),
        [0xff, 0xfe, rest @ ..] => Some((UTF_16LE, rest)),
        _ => None,
    };
    if let Some((encoding, rest)) = wide {
        return encoding.decode_without_bom_handling(rest).0.replace('\0', "");
    }
    let rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(rest) {
        Ok(words) => words.replace('\0', ""),
        Err(_) => encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(rest)
            .0
            .into_owned(),
    }
}
