//! Exports of Factiva: each article ends with "Document" and its number. Its facts stand behind codes of two letters (HD, PD,
//! SN ...), or one below the other without them.

use std::ops::Range;

use super::lines::{Line, is_copyright, is_date, is_word_count, language, one_line};
use super::{Form, Sheet};
use crate::base::Span;

pub(super) const FACTIVA: Form = Form {
    hints: &["Document ", "Dokument "],
    parted,
    read,
};

/// The codes, in the order in which they follow one another.
const CODES: &[&str] = &[
    "CLM", "SE", "HD", "CR", "BY", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "ART",
    "CT", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN",
];

/// A code with its place in [`CODES`] and the value on its line; single letters in running text are none, so a value on the
/// same line stands well apart.
fn code<'t>(line: &Line<'t>) -> Option<(usize, &'t str)> {
    let end = line
        .words
        .find(|c: char| !c.is_ascii_uppercase())
        .unwrap_or(line.words.len());
    let (word, rest) = line.words.split_at_checked(end)?;
    let at = CODES.iter().position(|code| *code == word)?;
    let is_apart = rest.is_empty() || rest.starts_with('\t') || rest.starts_with("  ") || rest.starts_with(" |");
    is_apart.then(|| (at, rest.trim_start_matches([' ', '\t', '|'])))
}

/// True for "Document LANTRN0020310303e733000b4", behind the code AN or alone.
fn is_number(line: &Line<'_>) -> bool {
    let words = match code(line) {
        Some((at, value)) if CODES.get(at) == Some(&"AN") => value,
        Some(_) => return false,
        None => line.words,
    };
    let number = words
        .strip_prefix("Document ")
        .or_else(|| words.strip_prefix("Dokument "));
    number.is_some_and(|number| {
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        (16..=40).contains(&number.len())
            && digits >= 8
            && number.starts_with(|c: char| c.is_ascii_uppercase())
            && number.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

fn is_article(lines: &[Line<'_>]) -> bool {
    let has = |wanted: &str| {
        let mut codes = lines.iter().filter_map(code);
        codes.any(|(at, _)| CODES.get(at).is_some_and(|code| *code == wanted))
    };
    let is_coded = has("HD") && (has("PD") || has("WC")) && (has("LP") || has("TD"));
    is_coded || display_head(lines).is_some()
}

fn parted(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in lines.iter().enumerate().filter(|(_, line)| is_number(line)) {
        let part = lines.get(start..=at).unwrap_or_default();
        start = at + 1;
        if is_article(part) {
            let first = part.iter().find(|line| !line.is_blank());
            let last = part.last();
            parts.extend(first.zip(last).map(|(first, last)| first.span.start()..last.span.end()));
        }
    }
    parts
}

fn read(text: &str, lines: &[Line<'_>]) -> Sheet {
    match display_head(lines) {
        Some(head)
            if !lines
                .iter()
                .any(|line| code(line).is_some_and(|(at, _)| CODES.get(at) == Some(&"HD"))) =>
        {
            read_display(lines, &head)
        }
        _ => read_coded(text, lines),
    }
}

/// Codes with the spans of their values.
fn read_coded(text: &str, lines: &[Line<'_>]) -> Sheet {
    let mut sheet = Sheet::default();
    let mut values: Vec<(usize, Vec<Span>)> = Vec::new();
    for line in lines {
        // codes follow one another in their order: the same letters in the text are words of it
        let next = code(line).filter(|(at, _)| values.last().is_none_or(|(last, _)| at > last));
        if let Some((at, value)) = next {
            values.push((at, Vec::new()));
            if value.is_empty() {
                continue;
            }
            let span = Span::new(line.span.end() - value.len(), line.span.end());
            values.last_mut().into_iter().for_each(|(_, spans)| spans.push(span));
        } else if !line.is_blank() {
            values
                .last_mut()
                .into_iter()
                .for_each(|(_, spans)| spans.push(line.span));
        }
    }
    for (at, spans) in values {
        let words = one_line(text, &spans);
        let some = Some(words.clone()).filter(|words| !words.is_empty());
        match CODES.get(at).copied().unwrap_or_default() {
            "HD" => sheet.title = spans,
            "BY" => sheet.author = some.map(|words| without_by(&words)),
            "PD" => sheet.date = some,
            "SN" => sheet.outlet = some,
            "LA" => sheet.language = language(&words),
            "LP" | "TD" => sheet.text.extend(spans.into_iter().reduce(Span::union)),
            _ => {}
        }
    }
    sheet
}

fn without_by(words: &str) -> String {
    let rest = words.strip_prefix("By ").or_else(|| words.strip_prefix("BY "));
    rest.unwrap_or(words).trim().to_owned()
}

/// The facts that stand below one another: title, byline, count of words, day, outlet, its code, language, copyright.
struct DisplayHead {
    /// The line with the count of words.
    count: usize,
    date: usize,
    outlet: usize,
    /// The first line of the text.
    text: usize,
}

/// Lines within which the facts stand.
const HEAD_LINES: usize = 60;

fn display_head(lines: &[Line<'_>]) -> Option<DisplayHead> {
    let head = lines.get(..HEAD_LINES.min(lines.len()))?;
    let count = head.iter().position(|line| is_word_count(line.words))?;
    let next = |from: usize| {
        head.iter()
            .skip(from)
            .position(|line| !line.is_blank())
            .map(|at| from + at)
    };
    let date = next(count + 1).filter(|at| head.get(*at).is_some_and(|line| is_date(line.words)))?;
    let mut outlet = next(date + 1)?;
    if head.get(outlet).is_some_and(|line| is_time(line.words)) {
        outlet = next(outlet + 1)?;
    }
    let spoken = head
        .iter()
        .skip(outlet + 1)
        .position(|line| language(line.words).is_some())
        .map(|at| outlet + 1 + at)?;
    let mut text = spoken + 1;
    // whose text it is stands under the language, in one line or two
    while let Some(at) = next(text).filter(|at| head.get(*at).is_some_and(|line| is_rights(line.words))) {
        text = at + 1;
    }
    Some(DisplayHead {
        count,
        date,
        outlet,
        text,
    })
}

/// "05:12 GMT".
fn is_time(line: &str) -> bool {
    line.len() <= 14 && line.starts_with(|c: char| c.is_ascii_digit()) && line.contains(':')
}

fn is_rights(line: &str) -> bool {
    is_copyright(line) || line.to_lowercase().contains("all rights reserved")
}

fn read_display(lines: &[Line<'_>], head: &DisplayHead) -> Sheet {
    let named: Vec<&Line<'_>> = lines.iter().take(head.count).filter(|line| !line.is_blank()).collect();
    let words = |at: usize| lines.get(at).map(|line| line.words.to_owned());
    let is_by = |line: &&&Line<'_>| line.words.starts_with("By ") || line.words.starts_with("BY ");
    let byline = named.last().filter(|line| named.len() > 1 && is_by(line));
    let above = named.len() - usize::from(byline.is_some());
    let mut spoken = lines
        .iter()
        .skip(head.outlet + 1)
        .take(head.text.saturating_sub(head.outlet));
    let text = lines.get(head.text..).unwrap_or_default().iter();
    let text = text
        .filter(|line| !line.is_blank() && !is_number(line))
        .map(|line| line.span);
    Sheet {
        title: above
            .checked_sub(1)
            .and_then(|at| named.get(at))
            .map(|line| line.span)
            .into_iter()
            .collect(),
        author: byline.map(|line| without_by(line.words)),
        date: words(head.date),
        outlet: words(head.outlet),
        language: spoken.find_map(|line| language(line.words)),
        text: text.reduce(Span::union).into_iter().collect(),
        address: None,
    }
}
