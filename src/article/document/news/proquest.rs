//! Exports of ProQuest: articles between lines of underscores, their facts behind labels.

use std::ops::Range;

use super::lines::{Line, labelled, language};
use super::{Form, Sheet};
use crate::base::Span;

pub(super) const PROQUEST: Form = Form {
    hints: &["Full text:", "Publication title:", "ProQuest document ID:"],
    parted,
    read,
};

/// A line of underscores is no shorter.
const LEAST_UNDERSCORES: usize = 30;

/// Labels that only such exports have.
const TELLING: &[&str] = &[
    "publication title",
    "publication date",
    "proquest document id",
    "document url",
    "publication year",
    "database",
    "full text",
    "publication subject",
];

/// Labels that end the text.
const BEHIND: &[&str] = &[
    "subject",
    "location",
    "people",
    "company / organization",
    "company",
    "title",
    "publication title",
    "publication year",
    "publication date",
    "publication info",
    "pages",
    "section",
    "publisher",
    "place of publication",
    "country of publication",
    "publication subject",
    "issn",
    "source type",
    "language of publication",
    "document type",
    "proquest document id",
    "document url",
    "copyright",
    "last updated",
    "database",
    "credit",
    "classification",
    "identifier / keyword",
    "business indexing term",
    "dateline",
    "column",
    "first page",
    "illustration",
    "links",
];

fn is_separator(line: &Line<'_>) -> bool {
    line.words.len() >= LEAST_UNDERSCORES && line.words.bytes().all(|byte| byte == b'_')
}

fn parted(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    lines
        .split(is_separator)
        .filter(|part| is_article(part))
        .filter_map(|part| {
            let first = part.iter().find(|line| !line.is_blank())?;
            let last = part.iter().rfind(|line| !line.is_blank())?;
            Some(first.span.start()..last.span.end())
        })
        .collect()
}

fn is_article(lines: &[Line<'_>]) -> bool {
    let mut found: Vec<String> = lines
        .iter()
        .filter_map(|line| labelled(line.words))
        .map(|(label, _)| label)
        .filter(|label| TELLING.contains(&label.as_str()))
        .collect();
    found.sort();
    found.dedup();
    found.len() >= 3 && found.iter().any(|label| label == "publication title")
}

fn read(text: &str, lines: &[Line<'_>]) -> Sheet {
    let mut sheet = Sheet::default();
    let full = lines
        .iter()
        .position(|line| labelled(line.words).is_some_and(|(label, _)| label == "full text"));
    let mut last = lines.len();
    if let Some(full) = full {
        let behind = |line: &Line<'_>| {
            labelled(line.words).is_some_and(|(label, value)| BEHIND.contains(&label.as_str()) && !value.is_empty())
        };
        let rest = lines.iter().skip(full + 1).position(behind);
        last = rest.map_or(lines.len(), |at| full + 1 + at);
        sheet.text = body(lines.get(full..last).unwrap_or_default()).into_iter().collect();
    }
    let outside = lines
        .iter()
        .enumerate()
        .filter(|(at, _)| full.is_none_or(|full| *at < full || *at >= last))
        .map(|(_, line)| line);
    let mut told = None;
    for line in outside {
        let Some((label, value)) = labelled(line.words).filter(|(_, value)| !value.is_empty()) else {
            continue;
        };
        match label.as_str() {
            "title" => told = Some(Span::new(line.span.end() - value.len(), line.span.end())),
            "publication title" => sheet.outlet = Some(outlet(value)),
            "publication date" => sheet.date = Some(value.to_owned()),
            "author" | "byline" => sheet.author = Some(value.to_owned()),
            "language of publication" | "language" => sheet.language = language(value),
            _ => {}
        }
    }
    sheet.title = title(text, lines, told).into_iter().collect();
    sheet
}

/// What stands behind the label and below it.
fn body(lines: &[Line<'_>]) -> Option<Span> {
    let first = lines.first()?;
    let value = labelled(first.words)?.1;
    let own = Span::new(first.span.end() - value.len(), first.span.end());
    let rest = lines
        .iter()
        .skip(1)
        .filter(|line| !line.is_blank())
        .map(|line| line.span);
    [own]
        .into_iter()
        .filter(|span| !span.is_empty())
        .chain(rest)
        .reduce(Span::union)
}

/// "The Lantern; Estrava City" names the town too.
fn outlet(value: &str) -> String {
    value.split(';').next().unwrap_or(value).trim().to_owned()
}

/// The line that says the same as the label does, where there is one above: that is where a reader sees the title.
fn title(text: &str, lines: &[Line<'_>], told: Option<Span>) -> Option<Span> {
    let Some(told) = told else {
        let first = lines.iter().find(|line| !line.is_blank() && !is_count(line))?;
        return labelled(first.words).is_none().then_some(first.span);
    };
    let above = lines.iter().find(|line| line.words == told.of(text));
    Some(above.map_or(told, |line| line.span))
}

/// "Document 1 of 25".
fn is_count(line: &Line<'_>) -> bool {
    let words: Vec<&str> = line.words.split_whitespace().collect();
    matches!(words.as_slice(), ["Document", _, "of", _])
}
