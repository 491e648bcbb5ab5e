//! Exports of Nexis: the older ones number their articles ("3 of 10 DOCUMENTS"), the newer ones end each with "End of
//! Document" and begin with a cover that lists them.

use std::ops::Range;

use super::lines::{Line, is_copyright, is_date, labelled, language};
use super::{Form, Sheet};
use crate::base::Span;

pub(super) const NUMBERED: Form = Form {
    hints: &["DOCUMENTS", "DOCUMENT", "Dokument ", "Document "],
    parted: parted_by_number,
    read: read_numbered,
};

pub(super) const ENDED: Form = Form {
    hints: &["End of Document", "END OF DOCUMENT"],
    parted: parted_by_end,
    read: read_ended,
};

/// Labels that stand before the text.
const HEAD_LABELS: &[&str] = &[
    "byline",
    "section",
    "length",
    "dateline",
    "highlight",
    "headline",
    "series",
    "edition",
    "distribution",
    "author",
    "rubrik",
    "länge",
    "autor",
];

/// Labels that stand behind it.
const TAIL_LABELS: &[&str] = &[
    "load-date",
    "language",
    "publication-type",
    "journal-code",
    "graphic",
    "subject",
    "company",
    "organization",
    "ticker",
    "industry",
    "person",
    "city",
    "state",
    "country",
    "geographic",
    "acc-no",
    "document-type",
    "notes",
    "correction-date",
    "correction",
    "update",
    "url",
    "sprache",
    "classification",
];

/// The number of an article and how many there are: "3 of 10 DOCUMENTS".
fn number(line: &Line<'_>) -> Option<(u32, u32)> {
    let words: Vec<&str> = line.words.split_whitespace().collect();
    let (number, all) = match words.as_slice() {
        [number, "of", all, "DOCUMENTS" | "DOCUMENT"] => (number, all),
        ["Dokument", number, "von", all] | ["Document", number, "de", all] => (number, all),
        _ => return None,
    };
    let (number, all): (u32, u32) = (number.parse().ok()?, all.parse().ok()?);
    (number >= 1 && number <= all).then_some((number, all))
}

fn is_label(line: &Line<'_>, labels: &[&str]) -> bool {
    labelled(line.words).is_some_and(|(label, _)| labels.contains(&label.as_str()))
}

/// True where some line has a label of these exports that articles of other origin do not have.
fn has_labels(lines: &[Line<'_>]) -> bool {
    let telling = |line: &Line<'_>| {
        labelled(line.words).is_some_and(|(label, value)| match label.as_str() {
            "length" | "länge" => value.ends_with("words") || value.ends_with("word") || value.ends_with("Wörter"),
            "load-date" | "publication-type" | "journal-code" => true,
            _ => false,
        })
    };
    lines.iter().any(telling)
}

fn parted_by_number(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    let mut heads: Vec<(usize, u32)> = Vec::new();
    let mut all = 0;
    for (at, line) in lines.iter().enumerate() {
        let Some((number, of)) = number(line) else { continue };
        // the numbers of one export grow, and all of them name the same sum
        if heads.last().is_some_and(|(_, last)| *last >= number || all != of) {
            return Vec::new();
        }
        all = of;
        heads.push((at, number));
    }
    let ends = heads.iter().skip(1).map(|(at, _)| *at).chain([lines.len()]);
    let parts = heads.iter().zip(ends).filter_map(|((start, _), end)| {
        let part = lines.get(*start..end)?;
        has_labels(part).then(|| part_range(part))
    });
    parts.flatten().collect()
}

/// From the first line with words to the last one.
fn part_range(lines: &[Line<'_>]) -> Option<Range<usize>> {
    let first = lines.iter().find(|line| !line.is_blank())?;
    let last = lines.iter().rfind(|line| !line.is_blank())?;
    Some(first.span.start()..last.span.end())
}

/// The word above the text.
fn is_body(line: &Line<'_>) -> bool {
    matches!(line.words, "Body" | "Body:" | "BODY:")
}

fn is_end(line: &Line<'_>) -> bool {
    line.words.eq_ignore_ascii_case("end of document")
}

/// True where the lines before the end are those of an article: a length or the day of loading, and the word that begins the
/// text or whose it is.
fn is_ended(part: &[Line<'_>]) -> bool {
    has_labels(part) && part.iter().any(|line| is_body(line) || is_copyright(line.words))
}

fn parted_by_end(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in lines.iter().enumerate().filter(|(_, line)| is_end(line)) {
        let Some(part) = lines.get(start..=at) else { continue };
        let cover = if parts.is_empty() { cover_lines(part) } else { 0 };
        start = at + 1;
        let part = part.get(cover..).unwrap_or(part);
        if is_ended(part) {
            parts.extend(part_range(part));
        }
    }
    parts
}

/// Words of the cover's lines, which name who asked and what for.
const COVER_WORDS: &[&str] = &[
    "user name:",
    "date and time:",
    "job number:",
    "search terms:",
    "search type:",
    "client/matter:",
];

/// How many lines before the first article are the cover.
fn cover_lines(part: &[Line<'_>]) -> usize {
    let is_cover = |line: &Line<'_>| {
        let small = line.words.to_lowercase();
        COVER_WORDS.iter().any(|words| small.starts_with(words))
            || small.starts_with("documents (")
            || small.starts_with("document (")
            || small.contains("about lexisnexis")
    };
    let Some(last) = part.iter().rposition(|line| is_cover(line)) else {
        return 0;
    };
    // the first article begins with title and outlet, before the first line behind the list that is a date
    let behind = last + 1;
    let labels = part.iter().skip(behind).position(|line| is_label(line, HEAD_LABELS));
    let until = labels.map_or(part.len(), |at| behind + at);
    let head = part.get(behind..until).unwrap_or_default();
    let Some(date) = head.iter().rposition(|line| is_date(line.words)) else {
        return behind;
    };
    let words = |below: usize| {
        head.get(..below)
            .unwrap_or_default()
            .iter()
            .rposition(|line| !line.is_blank())
    };
    let Some(outlet) = words(date) else { return behind };
    match words(outlet) {
        Some(title) => behind + title,
        None => behind + outlet,
    }
}

/// Where the text begins and ends among the lines.
fn text_lines(lines: &[Line<'_>]) -> Range<usize> {
    let body = lines.iter().position(|line| is_body(line));
    let last_label = || {
        let mut last = None;
        for (at, line) in lines.iter().enumerate() {
            if is_label(line, HEAD_LABELS) {
                last = Some(at);
            } else if is_label(line, TAIL_LABELS) {
                break;
            }
        }
        // a label's value goes on until an empty line
        let begins = last? + 1;
        let rest = lines.get(begins..)?;
        Some(begins - 1 + rest.iter().position(Line::is_blank).unwrap_or(0))
    };
    let start = body.or_else(last_label).map_or(0, |at| at + 1);
    let is_tail = |line: &Line<'_>| {
        is_label(line, TAIL_LABELS) || is_end(line) || matches!(line.words, "Classification" | "Graphic" | "Notes")
    };
    let rest = lines.get(start..).unwrap_or_default();
    let end = rest.iter().position(is_tail).map_or(lines.len(), |at| start + at);
    let kept = lines.get(start..end).unwrap_or_default();
    // older exports end with whose text it is
    let closing = kept
        .iter()
        .rev()
        .take_while(|line| line.is_blank() || is_copyright(line.words));
    start..end - closing.count()
}

/// True for lines that page after page begins with.
fn is_page_head(line: &Line<'_>) -> bool {
    let words: Vec<&str> = line.words.split_whitespace().collect();
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    matches!(words.as_slice(), ["Page", page, "of", all] if is_number(page) && is_number(all))
}

fn read_numbered(_: &str, lines: &[Line<'_>]) -> Sheet {
    read(lines, Title::BehindDate)
}

fn read_ended(_: &str, lines: &[Line<'_>]) -> Sheet {
    read(lines, Title::BeforeOutlet)
}

/// Where a title stands that has no label.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Title {
    BehindDate,
    BeforeOutlet,
}

fn read(lines: &[Line<'_>], place: Title) -> Sheet {
    let own = text_lines(lines);
    let mut sheet = labels(lines, &own);
    let head = lines.get(..own.start).unwrap_or_default();
    let free: Vec<&Line<'_>> = head
        .iter()
        .take_while(|line| !is_label(line, HEAD_LABELS) && line.words != "Body")
        .filter(|line| number(line).is_none() && !is_copyright(line.words) && !is_page_head(line))
        .collect();
    let date = free.iter().position(|line| is_date(line.words));
    let before = free.get(..date.unwrap_or(free.len())).unwrap_or_default();
    let named: Vec<&&Line<'_>> = before.iter().filter(|line| !line.is_blank()).collect();
    sheet.date = date.and_then(|at| free.get(at)).map(|line| line.words.to_owned());
    let outlet = named.last().filter(|line| line.is_short() && date.is_some());
    sheet.outlet = outlet.map(|line| line.words.to_owned());
    if sheet.title.is_empty() {
        sheet.title = match place {
            Title::BeforeOutlet => spans(named.iter().take(named.len().saturating_sub(1)).map(|line| **line)),
            Title::BehindDate => date.map_or_else(Vec::new, |at| behind_date(free.get(at + 1..).unwrap_or_default())),
        };
    }
    // a page's number stands between two pieces of the text
    let text = lines.get(own).unwrap_or_default();
    sheet
        .text
        .extend(text.split(is_page_head).map(whole).filter(|span| !span.is_empty()));
    sheet
}

fn spans<'l, 't: 'l>(lines: impl Iterator<Item = &'l Line<'t>>) -> Vec<Span> {
    lines.map(|line| line.span).collect()
}

/// The first paragraph behind the date; what stands right under the date names the edition.
fn behind_date(lines: &[&Line<'_>]) -> Vec<Span> {
    let mut rest = lines
        .iter()
        .skip_while(|line| !line.is_blank())
        .skip_while(|line| line.is_blank());
    let mut title = Vec::new();
    for line in rest.by_ref() {
        if line.is_blank() {
            break;
        }
        title.push(line.span);
    }
    title
}

fn whole(lines: &[Line<'_>]) -> Span {
    let words = lines.iter().filter(|line| !line.is_blank()).map(|line| line.span);
    words.reduce(Span::union).unwrap_or_default()
}

/// What the lines with labels say, outside the text.
fn labels(lines: &[Line<'_>], own: &Range<usize>) -> Sheet {
    let mut sheet = Sheet::default();
    for (at, line) in lines.iter().enumerate().filter(|(at, _)| !own.contains(at)) {
        let Some((label, value)) = labelled(line.words) else {
            continue;
        };
        let first = Span::new(line.span.end() - value.len(), line.span.end());
        let more = lines
            .iter()
            .skip(at + 1)
            .take_while(|line| !line.is_blank() && labelled(line.words).is_none());
        let mut all = vec![first];
        all.extend(more.map(|line| line.span));
        match label.as_str() {
            "byline" | "author" | "autor" if !value.is_empty() => sheet.author = Some(value.to_owned()),
            "language" | "sprache" => sheet.language = language(value),
            "headline" if !value.is_empty() => sheet.title = all,
            "highlight" if !value.is_empty() && at < own.start => sheet.text.extend(all),
            "url" if value.starts_with("http") => sheet.address = Some(value.to_owned()),
            _ => {}
        }
    }
    sheet
}
