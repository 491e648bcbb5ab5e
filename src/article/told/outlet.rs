//! The outlet, where a credit, a copyright line or the dateline names it.

use super::super::facts::{Boilerplate, BoilerplateKind, FactBasis, Stated};
use super::super::words::{clean, lines};
use super::names::{is_outlet, legal_form};
use super::{dateline, masthead};
use crate::base::Span;

/// What stands before an outlet's name and behind it (nothing: the line's end), lower case; best evidence first.
const CREDITS: &[(&str, &str)] = &[
    ("appeared first on ", ""),
    ("", " is not responsible for the content of external"),
    ("do not represent those of ", ""),
    ("do not reflect those of ", ""),
    ("originally published by ", ""),
    ("first published by ", ""),
    ("source: ", ""),
];

/// Words of a rights line that are no part of the holder's name, lower case.
const RIGHTS: &[&str] = &[
    "copyright",
    "©",
    "(c)",
    "by",
    "all",
    "rights",
    "reserved",
    "reserved.",
    "reserved,",
    "|",
    "-",
    "–",
];

/// Contributors are named in the last lines.
const CONTRIBUTORS_BYTES: usize = 600;

/// The outlet as the text names it. Rights held by a company under its legal name tell nothing of the outlet.
pub(in super::super) fn publisher(text: &str, boilerplate: &[Boilerplate]) -> Option<Stated> {
    let rights = || {
        let mut parts = boilerplate
            .iter()
            .rev()
            .filter(|part| part.kind == BoilerplateKind::Copyright);
        parts.find_map(|part| lines(part.span.of(text)).find_map(|line| in_line(text, part, line, holder)))
    };
    let span = masthead::of(text)
        .or_else(rights)
        .or_else(|| credited(text, boilerplate))
        .or_else(|| contributors(text))?;
    Some(stated(text, span))
}

fn stated(text: &str, span: Span) -> Stated {
    Stated {
        value: clean(span.of(text)),
        span: Some(span),
        basis: FactBasis::Text,
    }
}

fn in_line(text: &str, part: &Boilerplate, line: Span, find: impl Fn(&str) -> Option<Span>) -> Option<Span> {
    find(line.of(part.span.of(text))).map(|span| span.shifted(part.span.start() + line.start()))
}

/// The holder of a rights line: its longest run of words that are neither rights nor years.
fn holder(line: &str) -> Option<Span> {
    if legal_form(line).is_some() {
        return None;
    }
    let mut runs: Vec<Span> = Vec::new();
    let mut is_open = false;
    for word in words(line) {
        let found = word.of(line);
        if RIGHTS.contains(&found.to_lowercase().as_str()) || found.contains(|c: char| c.is_ascii_digit()) {
            is_open = false;
            continue;
        }
        match runs.last_mut().filter(|_| is_open) {
            Some(run) => *run = run.union(word),
            None => runs.push(word),
        }
        is_open = !found.ends_with(['.', ',', ';', ':']);
    }
    runs.into_iter()
        .map(|run| unpunctuated(line, run))
        .find(|run| is_outlet(run.of(line)))
}

fn words(line: &str) -> impl Iterator<Item = Span> {
    line.split_whitespace().map(|word| {
        // Both are slices of one string, so the difference of their addresses is the offset.
        let start = word.as_ptr().addr() - line.as_ptr().addr();
        Span::new(start, start + word.len())
    })
}

fn unpunctuated(line: &str, span: Span) -> Span {
    let bare = span.of(line).trim_end_matches(['.', ',', ';', ':']);
    Span::new(span.start(), span.start() + bare.len())
}

fn credited(text: &str, boilerplate: &[Boilerplate]) -> Option<Span> {
    let told = |part: &&Boilerplate| {
        matches!(
            part.kind,
            BoilerplateKind::Credit | BoilerplateKind::Other | BoilerplateKind::Comments
        )
    };
    CREDITS.iter().find_map(|(before, behind)| {
        let named = |line: &str| credit(line, before, behind);
        let mut parts = boilerplate.iter().filter(told);
        parts.find_map(|part| lines(part.span.of(text)).find_map(|line| in_line(text, part, line, named)))
    })
}

fn credit(line: &str, before: &str, behind: &str) -> Option<Span> {
    if line.len() > 300 {
        return None;
    }
    let folded = line.to_ascii_lowercase();
    let start = if before.is_empty() {
        0
    } else {
        folded.find(before)? + before.len()
    };
    let end = if behind.is_empty() {
        line.len()
    } else {
        folded.find(behind)?
    };
    let mut span = unpunctuated(line, Span::new(start, end));
    if let Some(short) = span
        .of(line)
        .strip_prefix("The ")
        .filter(|name| name.chars().all(char::is_uppercase))
    {
        span = Span::new(span.end() - short.len(), span.end());
    }
    is_outlet(span.of(line)).then_some(span)
}

/// The agency of the dateline, in one of the first lines: the outlet where nothing else names one, since others print
/// what agencies write.
pub(in super::super) fn agency(text: &str) -> Option<Stated> {
    lines(text)
        .take(6)
        .find_map(|line| dateline::agency(line.of(text)).map(|span| span.shifted(line.start())))
        .map(|span| stated(text, span))
}

/// "ERC's Jane Doe and Ann Weir contributed to this report.": whose writers they are.
fn contributors(text: &str) -> Option<Span> {
    let mut from = text.len().saturating_sub(CONTRIBUTORS_BYTES);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let end = text.get(from..)?;
    lines(end).find_map(|line| {
        let words = line.of(end);
        let (names, behind) = words.split_once(" contributed to this ")?;
        let (outlet, _) = names.split_once("'s ").or_else(|| names.split_once("’s "))?;
        let is_credit = ["report", "story", "article"]
            .iter()
            .any(|what| behind.starts_with(what));
        let span = Span::new(0, outlet.len()).shifted(from + line.start());
        (is_credit && is_outlet(outlet)).then_some(span)
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::boilerplate;
    use super::{agency, publisher};

    #[track_caller]
    fn check(tail: &str, expected: Option<&str>) {
        let text = format!("Rescuers said that they had found the last of the workers of the bridge.\n\n{tail}\n");
        let found = publisher(&text, &boilerplate::of(&text)).or_else(|| agency(&text));
        assert_eq!(found.as_ref().map(|found| found.value.as_str()), expected, "{tail}");
        assert!(found.is_none_or(|found| found.span.is_some_and(|span| Some(span.of(&text)) == expected)));
    }

    #[test]
    fn rights_credits_and_datelines_name_the_outlet() {
        check("© 2022 The Varland Lantern", Some("The Varland Lantern"));
        check(
            "(c) 2031 Estrava News Agency. All rights reserved.",
            Some("Estrava News Agency"),
        );
        check("Copyright © 2029-2031 by Lantern. 87990cbe", Some("Lantern"));
        check("All rights reserved, Radio Estrava", Some("Radio Estrava"));
        check("Source: Radio Estrava", Some("Radio Estrava"));
        check(
            "The post Toll rises appeared first on Varland Lantern.",
            Some("Varland Lantern"),
        );
        check(
            "The ERC is not responsible for the content of external sites",
            Some("ERC"),
        );
        check("VARLAND (KNA) — Rescuers said that they had stopped.", Some("KNA"));
        check(
            "Toll rises VARLAND (KNA) — Rescuers said that they had stopped.",
            Some("KNA"),
        );
        check("ERC's Jane Doe and Ann Weir contributed to this report.", Some("ERC"));
    }

    #[test]
    fn holders_by_legal_name_and_mere_words_are_no_outlet() {
        check("Copyright © 2031 Lantern & Company, Inc. All rights reserved.", None);
        check("© 2031. All rights reserved.", None);
        check("Source link", None);
        check("The minister's aides contributed to this report of the dead.", None);
        check("Old Varland (KNA) was quiet - at last", None);
        check("Source: Police", None);
        check("Source: several people in Varland", None);
        check("Rescuers of the Estrava Red Moon (ERM) — said so.", None);
    }
}
