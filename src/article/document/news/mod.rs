//! Articles out of news databases: exports of Nexis, Factiva and ProQuest. An export of many is parted here; one article's
//! text tells by its labels what it is, and is read with its title, outlet, date, byline and language.

mod factiva;
mod lines;
mod nexis;
mod proquest;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use self::lines::{Line, is_copyright, lines};
use super::Body;
use crate::article::decode;
use crate::article::facts::{Article, Boilerplate, BoilerplateKind, DateFact, FactBasis, Format, Stated};
use crate::base::{Notes, Span};

/// One sort of export.
struct Form {
    /// Words without which no such export is looked for.
    hints: &'static [&'static str],
    /// Where its articles lie, in bytes; none where the text is no such export.
    parted: fn(&[Line<'_>]) -> Vec<Range<usize>>,
    /// What the labels of one article say.
    read: fn(&str, &[Line<'_>]) -> Sheet,
}

const FORMS: &[Form] = &[nexis::NUMBERED, nexis::ENDED, factiva::FACTIVA, proquest::PROQUEST];

/// What the labels of one article say.
#[derive(Default)]
struct Sheet {
    /// The lines of the title.
    title: Vec<Span>,
    outlet: Option<String>,
    author: Option<String>,
    language: Option<String>,
    date: Option<String>,
    address: Option<String>,
    /// The article's own text, in order; all lines outside are labels.
    text: Vec<Span>,
}

/// The articles of an export; `None` for a text that is none. One article with a cover before it is an export of one.
fn parted(text: &str) -> Option<(&'static Form, Vec<Range<usize>>)> {
    let mut forms = FORMS
        .iter()
        .filter(|form| form.hints.iter().any(|hint| text.contains(hint)))
        .peekable();
    forms.peek()?;
    let lines = lines(text);
    forms
        .map(|form| (form, (form.parted)(&lines)))
        .find(|(_, parts)| !parts.is_empty())
}

/// The articles of an export of many, each as it stands there; none where the text is one article or no export.
pub(in crate::article) fn pieces(text: &str) -> Vec<&str> {
    match parted(text) {
        Some((_, parts)) => parts.into_iter().filter_map(|part| text.get(part)).collect(),
        None => Vec::new(),
    }
}

/// The text of bytes that are simply text; `None` for pages and for what is no text.
fn plain_text(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let head = bytes.get(..16).unwrap_or(bytes);
    let is_packed = head.starts_with(b"PK\x03\x04") || head.starts_with(b"%PDF") || head.starts_with(b"{\\rtf");
    let is_page = head.trim_ascii_start().starts_with(b"<");
    if is_packed || is_page {
        return None;
    }
    // the usual case is looked through without a copy
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (!text.contains('\0')).then_some(Cow::Borrowed(text));
    }
    let is_wide = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
    if !is_wide && bytes.contains(&0) {
        return None;
    }
    Some(Cow::Owned(decode::decode(bytes, &mut Notes::new())))
}

/// True for the text of one article of an export.
pub(super) fn is(bytes: &[u8]) -> bool {
    plain_text(bytes)
        .and_then(|text| parted(&text))
        .is_some_and(|(_, parts)| parts.len() == 1)
}

/// True for a text that holds many.
pub(in crate::article) fn is_batch(bytes: &[u8]) -> bool {
    plain_text(bytes)
        .and_then(|text| parted(&text))
        .is_some_and(|(_, parts)| parts.len() > 1)
}

/// Reads one article.
pub(super) fn read(bytes: &[u8], name: &str) -> Article {
    let mut notes = Notes::new();
    let text = decode::decode(bytes, &mut notes);
    let Some((form, part)) = parted(&text).and_then(|(form, parts)| Some((form, parts.into_iter().next()?))) else {
        return Body {
            text,
            notes,
            ..Body::default()
        }
        .article(Format::News, name);
    };
    let all = lines(&text);
    let own: Vec<Line<'_>> = all
        .iter()
        .filter(|line| part.contains(&line.span.start()))
        .copied()
        .collect();
    let sheet = (form.read)(&text, &own);
    let boilerplate = outside(&all, &sheet);
    let title = Some(lines::one_line(&text, &sheet.title)).filter(|title| !title.is_empty());
    let date = sheet.date.map(|words| DateFact {
        words,
        basis: FactBasis::Metadata,
    });
    let span = sheet.title.iter().copied().reduce(Span::union);
    let body = Body {
        title: title.clone(),
        publisher: sheet.outlet,
        author: sheet.author,
        language: sheet.language,
        dates: date.into_iter().collect(),
        boilerplate,
        address: sheet.address,
        notes,
        text,
        ..Body::default()
    };
    let mut article = body.article(Format::News, name);
    if let (Some(value), Some(span)) = (title, span) {
        article.title = Some(Stated {
            value,
            span: Some(span),
            basis: FactBasis::Text,
        });
    }
    article
}

/// All lines that are neither title nor text, and what stands on a line beside it.
fn outside(lines: &[Line<'_>], sheet: &Sheet) -> Vec<Boilerplate> {
    let mut kept: Vec<Span> = sheet.title.iter().chain(&sheet.text).copied().collect();
    kept.sort();
    let mut parts = Vec::new();
    for line in lines.iter().filter(|line| !line.is_blank()) {
        let kind = if is_copyright(line.words) {
            BoilerplateKind::Copyright
        } else {
            BoilerplateKind::Other
        };
        let mut from = line.span.start();
        let first = kept.partition_point(|span| span.end() <= from);
        for span in kept.iter().skip(first).take_while(|span| span.meets(line.span)) {
            if span.start() > from {
                parts.push((from, span.start(), kind));
            }
            from = from.max(span.end());
        }
        if from < line.span.end() {
            parts.push((from, line.span.end(), kind));
        }
    }
    let parts = parts.into_iter().map(|(start, end, kind)| Boilerplate {
        span: Span::new(start, end),
        kind,
    });
    parts.collect()
}
